package app

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/conversation"
	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/retrieve"
)

// Indexes builds a bot's index from its stored passages and keeps it until the bot's index
// number changes or memory is needed.
type Indexes struct {
	store passages
	cache *retrieve.Cache
	log   *slog.Logger
	// starting says that a server of this version starts here: what a later version has analysed is stored as this one does it,
	// since the way back is one that somebody has gone. At other times a later version wins, or two servers side by side would
	// each analyse and store anew, with every page that is read, what the other has.
	starting atomic.Bool
}

// passages is where what a bot knows is stored.
type passages interface {
	Passages(ctx context.Context, workspace, bot string) ([]passage.Passage, error)
	Pairs(ctx context.Context, workspace, bot string) ([]conversation.Pair, error)
	// PutAnalyses stores what was analysed of passages anew, in place of what a later version has analysed only if over is set.
	PutAnalyses(ctx context.Context, workspace, bot string, renewed []passage.Passage, over bool) error
}

func newIndexes(store passages, megabytes int, log *slog.Logger) *Indexes {
	return &Indexes{store: store, cache: &retrieve.Cache{Budget: int64(megabytes) << 20}, log: log}
}

// Index implements conversation.Indexes.
func (x *Indexes) Index(ctx context.Context, b bot.Bot) (*retrieve.Index, error) {
	return x.cache.Get(ctx, b.Workspace+"/"+b.ID, strconv.FormatInt(b.Index, 10), func(ctx context.Context) (index *retrieve.Index, err error) {
		err = problem.Guarded(x.log, "panic while an index was built", func() error {
			index, err = x.build(ctx, b)
			return err
		}, "bot", b.ID)
		return index, err
	})
}

func (x *Indexes) build(ctx context.Context, b bot.Bot) (*retrieve.Index, error) {
	all, err := x.store.Passages(ctx, b.Workspace, b.ID)
	if err != nil {
		return nil, err
	}
	if renewed := retrieve.Renew(all); len(renewed) > 0 {
		if err := x.store.PutAnalyses(ctx, b.Workspace, b.ID, renewed, x.starting.Load()); err != nil { // the index is as good without
			x.log.Warn("passages of another version are analysed again at the next start", "bot", b.ID, "error", err)
		}
	}
	pairs, err := x.store.Pairs(ctx, b.Workspace, b.ID)
	if err != nil {
		return nil, err
	}
	for _, p := range pairs {
		all = append(all, p.Passage())
	}
	return retrieve.Build(all, retrieve.Options{Embedder: b.Embedder}), nil
}

// Used is how many bytes the indexes in memory take.
func (x *Indexes) Used() int64 { return x.cache.Used() }

// renew builds the indexes of bots whose passages another version of the program has analysed, one after the other: after
// an update no visitor has to come first and wait for all that, 6 seconds of it for 18,000 passages. Who comes meanwhile
// waits for the rest.
func (a *App) renew(ctx context.Context) error {
	defer a.Indexes.starting.Store(false)
	numbers, err := a.DB.IndexNumbers(ctx)
	if err != nil {
		return fmt.Errorf("looking which bots there are: %w", err)
	}
	var failed error
	for _, key := range slices.Sorted(maps.Keys(numbers)) {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		workspace, id, _ := strings.Cut(key, "/")
		if err := a.renewBot(ctx, workspace, id); err != nil && !problem.Is(err, problem.NotFound) { // erased meanwhile
			failed = errors.Join(failed, fmt.Errorf("analysing passages of another version anew for %s: %w", id, err))
		}
	}
	return failed
}

func (a *App) renewBot(ctx context.Context, workspace, id string) error {
	otherwise, err := a.DB.AnalysedOtherwise(ctx, workspace, id, retrieve.Stamp())
	if err != nil || !otherwise {
		return err
	}
	b, err := a.DB.Bot(ctx, workspace, id)
	if err != nil {
		return err
	}
	_, err = a.Indexes.Index(ctx, b)
	return err
}
