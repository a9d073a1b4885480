package app

import (
	"context"
	"strconv"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/retrieve"
	"github.com/webchatagent/wca/internal/source"
)

// Indexes builds a bot's index from its stored passages and keeps it until the bot's index
// number changes or memory is needed.
type Indexes struct {
	store source.Store
	cache *retrieve.Cache
}

func newIndexes(store source.Store, megabytes int) *Indexes {
	return &Indexes{store: store, cache: &retrieve.Cache{Budget: int64(megabytes) << 20}}
}

// Index implements conversation.Indexes.
func (x *Indexes) Index(ctx context.Context, b bot.Bot) (*retrieve.Index, error) {
	return x.cache.Get(ctx, b.Workspace+"/"+b.ID, strconv.FormatInt(b.Index, 10), func(ctx context.Context) ([]retrieve.Passage, error) {
		passages, _, err := x.store.Passages(ctx, b.Workspace, b.ID)
		return passages, err
	})
}
