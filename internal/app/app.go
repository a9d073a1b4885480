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
	"net"
	"net/http"
	"os"
	"path/filepath"
	"syscall"
	"time"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/config"
	"github.com/webchatagent/wca/internal/conversation"
	"github.com/webchatagent/wca/internal/egress"
	"github.com/webchatagent/wca/internal/embedding"
	"github.com/webchatagent/wca/internal/erasure"
	"github.com/webchatagent/wca/internal/extract"
	"github.com/webchatagent/wca/internal/job"
	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/proof"
	"github.com/webchatagent/wca/internal/retention"
	"github.com/webchatagent/wca/internal/source"
	"github.com/webchatagent/wca/internal/store"
	"github.com/webchatagent/wca/internal/web"
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

	door     *egress.Door
	extract  *extract.Extractor
	access   *access.Log
	unstored *conversation.Unstored
	version  string
	queue    *queue

	fingerprint string    // of the secret key
	forgotten   time.Time // since when receipts of erasures were kept when that was last looked at
	otherKeys   int       // that servers of this database were last seen with
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
	a := &App{Config: c, Log: o.Log, DB: db, version: o.Version, fingerprint: fingerprint(secret)}
	a.door = egress.Open(db, egress.Options{Log: o.Log})
	a.extract = extract.New(extract.Options{Child: o.Child, CacheDir: filepath.Join(c.Data, "cache"), Log: o.Log})
	a.access = access.Open(filepath.Join(c.Data, "logs"), c.LogDays, o.Now, o.Log)
	a.Keys = workspace.Keys{Store: db, Now: o.Now}
	a.Indexes = newIndexes(db, c.IndexMemory)
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
	if err := a.openEraser(ctx); err != nil {
		return nil, errors.Join(err, a.Close())
	}
	a.openProver()
	return a, nil
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
	return bot.Make(ctx, a.DB, workspace, name, settings, a.Keys.Now())
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

// Run serves until ctx ends, then lets open answers finish. listening is called with the URL
// once requests are answered.
func (a *App) Run(ctx context.Context, listening func(url string)) error {
	unlock := func() error { return nil }
	if a.Config.Database == "" {
		release, err := store.Lock(a.Config.Data)
		if err != nil {
			return err
		}
		unlock = release
	}
	defer func() {
		if err := unlock(); err != nil {
			a.Log.Error("releasing the lock", "error", err)
		}
	}()
	listener, err := net.Listen("tcp", a.Config.Listen)
	if err != nil {
		hint := ""
		if errors.Is(err, syscall.EADDRINUSE) {
			hint = "; choose another with --listen"
		}
		return fmt.Errorf("listening on %s: %w%s", a.Config.Listen, err, hint)
	}
	for _, name := range a.Config.Keyless() {
		a.Log.Warn("no key is configured for a provider of language models", "provider", name, "setting", config.KeyName(name))
	}
	if err := a.work(ctx); err != nil {
		listener.Close()
		return err
	}
	server := a.server()
	served := make(chan error, 1)
	go func() { served <- server.Serve(listener) }()
	if listening != nil {
		url := a.Config.PublicURL
		if url == "" {
			url = "http://" + listener.Addr().String()
		}
		listening(url)
	}
	select {
	case err := <-served:
		return errors.Join(err, a.stopWork())
	case <-ctx.Done():
	}
	return a.drain(server)
}

// drain stops taking requests, lets answers being written finish for a while, hands jobs back.
func (a *App) drain(server *http.Server) error {
	ctx, cancel := context.WithTimeout(context.Background(), a.Config.Drain)
	defer cancel()
	err := server.Shutdown(ctx)
	if errors.Is(err, context.DeadlineExceeded) {
		err = server.Close()
	}
	a.Desk.Running.Wait(ctx)
	return errors.Join(err, a.stopWork())
}

func (a *App) server() *http.Server {
	return &http.Server{
		Handler: web.Handler(web.Options{
			Keys: a.Keys, Bots: a.DB, Library: a.Library, Desk: a.Desk, Ledger: a.DB, Retention: a.Retention, Eraser: a.Eraser, Embedders: a.Models, Proof: a.Prover, NewBot: a.NewBot,
			Ready: a.DB.Ready, PublicURL: a.Config.PublicURL, Proxies: a.Config.Trusted,
			Rate: &remote.Rate{PerMinute: a.Config.Rate, Now: a.Keys.Now}, Changes: &remote.Rate{PerMinute: a.Config.Rate, Now: a.Keys.Now}, Version: a.version, Log: a.Log, Access: a.access,
		}),
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       2 * time.Minute, // an upload of 50 MB over a slow line
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    64 << 10,
		ErrorLog:          access.ErrorLog(a.Log),
	}
}

// Handler answers requests without listening, for tests.
func (a *App) Handler() http.Handler { return a.server().Handler }

const (
	readSource  = "read-source"
	makeVectors = "make-vectors"
)

// work starts the background work: reading sources, the schedule, tidying up after a kill.
func (a *App) work(ctx context.Context) error {
	began := a.Keys.Now()
	if a.Config.Database != "" {
		began = began.Add(-conversation.Abandoned) // other servers may be answering
	}
	if err := a.failAbandoned(ctx, began); err != nil {
		return err
	}
	jobs, err := job.Open(ctx, a.DB, job.Options{Workers: a.Config.Workers, Log: a.Log})
	if err != nil {
		return fmt.Errorf("opening the job queue: %w", err)
	}
	jobs.Handle(readSource, func(ctx context.Context, workspace, bot, id string) error {
		again, err := a.Library.Ingest(ctx, workspace, bot, id, nil)
		if err == nil && again {
			return job.ErrAgain
		}
		return err
	})
	jobs.Handle(makeVectors, func(ctx context.Context, workspace, bot, _ string) error {
		again, err := a.Vectors.Work(ctx, workspace, bot)
		if err == nil && again {
			return job.ErrAgain
		}
		return err
	})
	jobs.Every(5*time.Second, func(ctx context.Context) error {
		return a.Vectors.Due(ctx, func(ctx context.Context, workspace, bot string) error {
			return jobs.Add(ctx, job.Job{Task: makeVectors, Workspace: workspace, Bot: bot, Subject: bot})
		})
	})
	jobs.Every(10*time.Second, a.Library.Due) // finds what a killed server left soon after its leases end
	jobs.Every(sweepEvery, a.sweep)
	jobs.Every(time.Second, a.Desk.EndUnwanted)
	jobs.Every(time.Second, func(ctx context.Context) error {
		a.Desk.FinishLate(ctx)
		return nil
	})
	jobs.Every(30*time.Second, func(ctx context.Context) error {
		return a.failAbandoned(ctx, a.Keys.Now().Add(-conversation.Abandoned))
	})
	jobs.Every(time.Hour, a.expire)
	jobs.Every(time.Hour, a.DB.Clean)
	jobs.Every(proveLook, a.prove)
	if err := a.expire(ctx); err != nil {
		return err
	}
	a.queue.open(jobs)
	if err := jobs.Start(ctx); err != nil {
		return fmt.Errorf("starting the job queue: %w", err)
	}
	return a.Library.Due(ctx)
}

// failAbandoned closes the answers, begun before a time, that a killed process was writing.
func (a *App) failAbandoned(ctx context.Context, before time.Time) error {
	n, err := a.DB.FailStreaming(ctx, before)
	if err != nil {
		return fmt.Errorf("tidying up answers of a former process: %w", err)
	}
	if n > 0 {
		a.Log.Info("answers of a former process marked incomplete", "count", n)
	}
	return nil
}

// expire removes what may not be kept any longer, and looks whether the servers work alike.
func (a *App) expire(ctx context.Context) error {
	_, err := a.access.Expire()
	err = errors.Join(err, a.Retention.Run(ctx), a.Eraser.Finish(ctx), a.forgetErasures(ctx), a.seeKey(ctx))
	if busy := a.DB.Compact(ctx); busy != nil { // it holds what pages said before they changed
		a.Log.Debug("the log of the database is emptied later", "error", busy)
	}
	return err
}

func (a *App) stopWork() error {
	jobs := a.queue.close()
	if jobs == nil {
		return nil
	}
	ctx, cancel := context.WithTimeout(context.Background(), a.Config.Drain)
	defer cancel()
	return jobs.Stop(ctx)
}
