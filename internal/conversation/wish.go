package conversation

import (
	"context"
	"fmt"
	"strconv"
	"time"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/journal"
)

// Wishes are the rights that a visitor uses for a session. Both are lifted only by the visitor.
type Wishes struct {
	NoModel    bool // Art. 21 GDPR, objection: nothing of it goes to a model or an embedder outside
	Restricted bool // Art. 18 GDPR, restriction: besides, it is stored for the visitor and not used otherwise
}

func (w Wishes) forbidModels() bool { return w.NoModel || w.Restricted }

// Wish is a change of Wishes; nil leaves one as it is.
type Wish struct {
	NoModel    *bool `json:"no_model"`
	Restricted *bool `json:"restricted"`
}

func (w Wish) changes(from Wishes) bool {
	return w.NoModel != nil && *w.NoModel != from.NoModel || w.Restricted != nil && *w.Restricted != from.Restricted
}

// Wished is a Wish of a session as it is noted beside the database, which it has to outlive: an
// older backup may come back.
type Wished struct {
	Workspace string    `json:"workspace"`
	Bot       string    `json:"bot"`
	Session   string    `json:"session"`
	At        time.Time `json:"at"`
	Wish      `json:"wish"`
}

// respectedIn are the settings by which a question is answered under these wishes: without a model
// the built-in quotes answer, and the index is searched by its own word vectors.
func (w Wishes) respectedIn(s bot.Settings) bot.Settings {
	if w.forbidModels() {
		s.Model, s.Embedding = bot.Model{Provider: bot.Quote}, nil
	}
	return s
}

// remembered is what of a session's conversation an answer may build on: nothing if it is restricted.
func (d *Desk) remembered(ctx context.Context, s Session) ([]Message, error) {
	if s.Restricted {
		return nil, nil
	}
	history, err := d.Store.Messages(ctx, s.Workspace, s.Bot, s.ID)
	if err != nil {
		return nil, fmt.Errorf("reading the conversation: %w", err)
	}
	return history, nil
}

// Wish stores what a visitor wishes for their conversation and returns all their wishes. An answer
// that is being written meanwhile is stopped, on other servers within a second: it was begun under
// other wishes.
func (d *Desk) Wish(ctx context.Context, b bot.Bot, secret string, change Wish) (Wishes, error) {
	s, err := d.Session(ctx, b, secret)
	if err != nil {
		return Wishes{}, err
	}
	if !change.changes(s.Wishes) {
		return s.Wishes, nil // nothing to note for good
	}
	w := Wished{Workspace: s.Workspace, Bot: s.Bot, Session: s.ID, At: d.Now().UTC(), Wish: change}
	if err := d.Journal.Add(w); err != nil {
		return Wishes{}, fmt.Errorf("nothing was changed: %w", err)
	}
	if err := d.Store.Wish(ctx, w); err != nil {
		return Wishes{}, goneMeanwhile(err)
	}
	if s, err = d.Session(ctx, b, secret); err != nil {
		return Wishes{}, err
	}
	if s.forbidModels() {
		d.Running.End(ctx, s.Workspace, s.Bot, s.ID)
	}
	return s.Wishes, nil
}

// Journalled are the wishes of the journal, to be compared with those that the sessions know: the latest of
// each. Those of before the time are over if their session is gone.
func (d *Desk) Journalled(since time.Time) *journal.Kind[Wished] {
	return &journal.Kind[Wished]{
		At: func(w Wished) time.Time { return w.At }, Since: since,
		ID: func(w Wished) string {
			if w.Session == "" {
				return ""
			}
			return w.Session + "@" + strconv.FormatInt(w.At.UnixMicro(), 10)
		},
		Known: d.Store.WishesNoted,
		Again: d.Store.WishAgain,
	}
}
