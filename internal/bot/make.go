package bot

import (
	"context"
	"strings"
	"time"

	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/token"
	"github.com/webchatagent/wca/internal/word"
)

// Make creates a bot with its first settings, published at once.
func Make(ctx context.Context, store Store, workspace, name string, s Settings, now time.Time) (Bot, error) {
	name, err := CheckName(name)
	if err != nil {
		return Bot{}, err
	}
	if s, err = s.Checked(); err != nil {
		return Bot{}, err
	}
	b := Bot{Workspace: workspace, ID: token.ID("bot"), PublicID: token.ID("pub"), Name: name, CreatedAt: now.UTC()}
	return b, store.CreateBot(ctx, b, s)
}

// Publish makes checked settings those that visitors are answered with.
func Publish(ctx context.Context, store Store, b Bot, s Settings, now time.Time) (Version, error) {
	draft, err := store.SaveDraft(ctx, b.Workspace, b.ID, s, now.UTC())
	if err != nil {
		return Version{}, err
	}
	return draft, store.Publish(ctx, b.Workspace, b.ID, draft.Number)
}

// CheckName returns the name without surrounding space, or says what is wrong with it.
func CheckName(name string) (string, error) {
	name = strings.TrimSpace(name)
	if !word.OneLine(name, 100) {
		return "", problem.New(problem.Invalid, "bot_name_wrong", "A bot's name has 1 to 100 characters on one line, not only invisible ones and none that turns the direction of writing.")
	}
	return name, nil
}

// Find looks a bot up by what a person has at hand: its name, its id or its public id.
func Find(ctx context.Context, store Store, workspace, what string) (Bot, error) {
	for _, look := range []func() (Bot, error){
		func() (Bot, error) { return store.BotByName(ctx, workspace, what) },
		func() (Bot, error) { return store.Bot(ctx, workspace, what) },
		func() (Bot, error) {
			b, _, err := store.BotByPublicID(ctx, what)
			if err == nil && b.Workspace != workspace {
				return Bot{}, problem.Missing("bot")
			}
			return b, err
		},
	} {
		if b, err := look(); !problem.Is(err, problem.NotFound) {
			return b, err
		}
	}
	return Bot{}, problem.Missing("bot")
}
