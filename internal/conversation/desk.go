package conversation

import (
	"context"
	"log/slog"
	"time"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/journal"
	"github.com/webchatagent/wca/internal/llm"
	"github.com/webchatagent/wca/internal/personal"
	"github.com/webchatagent/wca/internal/pseudonym"
	"github.com/webchatagent/wca/internal/retrieve"
)

// Indexes gives the searchable passages of a bot as they are now.
type Indexes interface {
	Index(ctx context.Context, b bot.Bot) (*retrieve.Index, error)
}

// Models opens the language model that a bot's settings name, with its fallbacks.
type Models interface {
	Open(m bot.Model) (llm.Provider, error)
}

// Vectors gives a question's vector for searching in the bot's index, or nil where its built-in
// word vectors serve. Personal data in text is replaced before it leaves; what was said before tells some of it.
type Vectors interface {
	Question(ctx context.Context, b bot.Bot, s bot.Settings, answer, text string, before []personal.Said) []float32
}

// Bots gives bots and what visitors are answered with.
type Bots interface {
	Bot(ctx context.Context, workspace, id string) (bot.Bot, error)
	PublishedSettings(ctx context.Context, workspace, bot string) (bot.Version, error)
}

// Desk is where questions are answered, whatever channel they come through. All fields but
// Running and Server must be set.
type Desk struct {
	Store   Store
	Bots    Bots
	Indexes Indexes
	Models  Models
	Secret  []byte // from which the placeholders of personal data are derived; at least 32 bytes
	Now     func() time.Time
	Log     *slog.Logger
	Running *Running // answers being written, so that they can be stopped
	Known   pseudonym.Memory
	Pairs   Pairs
	Vectors Vectors
	Eraser  Eraser
	Journal journal.Journal // of what visitors wish
	Server  string          // the id of the server whose answers these are; "" without one

	Recognise bot.Recognise // finds personal data

	turns  turns
	unkept bool // questions are no visitor's
}

// Beside is another desk of the same parts, with an order of its turns and a memory of its own. Parts of it
// may be exchanged before it is used.
func (d *Desk) Beside() *Desk {
	return &Desk{
		Store: d.Store, Bots: d.Bots, Indexes: d.Indexes, Models: d.Models, Secret: d.Secret, Now: d.Now, Log: d.Log,
		Running: d.Running, Vectors: d.Vectors, Eraser: d.Eraser, Journal: d.Journal, Server: d.Server, Recognise: d.Recognise,
	}
}
