// Package app is the program as a type: the one place where all parts are wired together. main,
// the demo and whole-system tests build the same App.
package app

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"time"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/config"
	"github.com/webchatagent/wca/internal/conversation"
	"github.com/webchatagent/wca/internal/egress"
	"github.com/webchatagent/wca/internal/embedding"
	"github.com/webchatagent/wca/internal/erasure"
	"github.com/webchatagent/wca/internal/extract"
	"github.com/webchatagent/wca/internal/presence"
	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/proof"
	"github.com/webchatagent/wca/internal/retention"
	"github.com/webchatagent/wca/internal/source"
	"github.com/webchatagent/wca/internal/store"
	"github.com/webchatagent/wca/internal/web/access"
	"github.com/webchatagent/wca/internal/web/remote"
	"github.com/webchatagent/wca/internal/workspace"
)

// App is an opened instance. Commands use its parts directly; `wca serve` calls Run.
type App struct {
	Config    config.Config
	Log       *slog.Logger
	DB        *store.DB
	Keys      workspace.Keys
	Library   *source.Library
	Desk      *conversation.Desk
	Models    *Models
	Indexes   *Indexes
	Vectors   *embedding.Embedding
	Retention *retention.Keeper
	Eraser    *erasure.Eraser
	Prover    *proof.Prover
	Presence  *presence.Presence

	now      func() time.Time
	door     *egress.Door
	extract  *extract.Extractor
	access   *access.Log
	unstored *conversation.Unstored
	version  string
	queue    *queue
	clock    doubt
	calm     calm

	fingerprint string     // of the secret key
	forgotten   time.Time  // since when receipts of erasures were kept when that was last looked at
	otherKeys   int        // that servers of this database were last seen with
	unfit       chan error // why the server has to end

	questions, changes *remote.Rate // how often visitors may ask, and change wishes and contact data
}

// Options of opening an App beyond its configuration.
type Options struct {
	Version string
	Log     *slog.Logger
	Child   []string // command of the extraction child, nil means this program
	Now     func() time.Time
}

// Open opens the data directory and the database (creating them at the first start) and wires
// the parts. It starts nothing that runs on its own.
func Open(ctx context.Context, c config.Config, o Options) (*App, error) {
	if o.Now == nil {
		o.Now = time.Now
	}
	if err := os.MkdirAll(c.Data, 0o700); err != nil {
		return nil, fmt.Errorf("making the data directory: %w", err)
	}
	secret, err := config.Secret(c.Data)
	if err != nil {
		return nil, err
	}
	db, err := store.Open(ctx, c.DSN(), store.Options{Log: o.Log})
	if err != nil {
		return nil, fmt.Errorf("opening the database: %w", err)
	}
	a := &App{Config: c, Log: o.Log, DB: db, now: o.Now, version: o.Version, fingerprint: fingerprint(secret), unfit: make(chan error, 1)}
	a.door = egress.Open(db, egress.Options{Log: o.Log})
	a.extract = extract.New(extract.Options{Child: o.Child, CacheDir: filepath.Join(c.Data, "cache"), Log: o.Log})
	a.access = access.Open(filepath.Join(c.Data, "logs"), c.LogDays, o.Now, o.Log)
	a.Keys = workspace.Keys{Store: db, Now: o.Now}
	a.Indexes = newIndexes(db, c.IndexMemory, o.Log)
	if a.Models, err = newModels(c, a.door); err != nil {
		return nil, errors.Join(err, a.Close())
	}
	a.queue = &queue{}
	a.Library = &source.Library{
		Store: db, Extractor: a.extract, Queue: a.queue, Now: o.Now, Log: o.Log,
		Client: a.door.Client(egress.Crawl, egress.Policy{AllowPrivate: c.AllowPrivate}), PublicURL: c.PublicURL,
	}
	a.Vectors = &embedding.Embedding{Store: db, Models: a.Models, Now: o.Now, Log: o.Log, Recognise: bot.Finder}
	a.unstored = &conversation.Unstored{Store: db, Now: o.Now}
	a.Retention = &retention.Keeper{Store: db, LedgerYears: c.LedgerYears, Now: o.Now, Log: o.Log}
	a.Desk = &conversation.Desk{
		Store: a.unstored, Bots: db, Indexes: a.Indexes, Models: a.Models, Secret: derive(secret, "conversation"),
		Now: o.Now, Log: o.Log, Running: &conversation.Running{}, Vectors: a.Vectors, Recognise: bot.Finder,
	}
	a.openPresence(secret)
	if err := a.openEraser(ctx); err != nil {
		return nil, errors.Join(err, a.Close())
	}
	a.openProver()
	return a, nil
}

// openPresence wires what servers know of each other. Limits count over all of them; SQLite has one.
func (a *App) openPresence(secret []byte) {
	a.Presence = &presence.Presence{Store: a.DB, Catch: a.putBack, Now: a.now, Log: a.Log}
	a.questions = &remote.Rate{PerMinute: a.Config.Rate, Now: a.now}
	a.changes = &remote.Rate{PerMinute: a.Config.Rate, Now: a.now}
	if !a.DB.Shared() {
		return
	}
	a.questions.Key, a.changes.Key = derive(secret, "questions"), derive(secret, "changes")
	a.Presence.Asked = remote.Shared{a.questions, a.changes}
}

// Close waits for what is under way and closes everything.
func (a *App) Close() error {
	return errors.Join(a.extract.Close(), a.door.Close(), a.access.Close(), a.DB.Close())
}

// derive makes the key of one purpose from the instance's secret.
func derive(secret []byte, purpose string) []byte {
	mac := hmac.New(sha256.New, secret)
	mac.Write([]byte(purpose))
	return mac.Sum(nil)
}

// NewBot makes a bot with the configured model, whose provider must be configured, too: else the bot could not
// answer anything.
func (a *App) NewBot(ctx context.Context, workspace, name string) (bot.Bot, error) {
	settings := bot.Default(a.Config.Model)
	if _, err := a.Models.Open(settings.Model); err != nil {
		return bot.Bot{}, problem.Wrap(err, problem.Invalid, "model_unavailable", "No bot can be made with the setting model, which is %q. %v", a.Config.Model, err)
	}
	return bot.Make(ctx, a.DB, workspace, name, settings, a.now())
}

// UpdateVectors does now what the background work would do soon: the vectors of a bot become those
// that its settings ask for.
func (a *App) UpdateVectors(ctx context.Context, b bot.Bot) error {
	for {
		again, err := a.Vectors.Update(ctx, b.Workspace, b.ID)
		if err != nil || !again {
			return err
		}
	}
}
