// Package job does work in the background: queued in the database, taken up again after a kill,
// each piece by one worker at a time. It is a thin layer over River, which runs on both databases.
package job

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"
	"github.com/riverqueue/river/riverdriver/riversqlite"
	"github.com/riverqueue/river/rivermigrate"
	"github.com/riverqueue/river/rivertype"

	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/store"
)

// Job is a piece of work: what is to be done with which thing of which bot.
type Job struct {
	Task      string
	Workspace string
	Bot       string
	Subject   string // such as the id of a source
}

// Handler does a job. It may be called again for the same job after a failure or a kill, so doing
// it twice must come to the same as once.
type Handler func(ctx context.Context, workspace, bot, subject string) error

// ErrAgain, returned by a Handler, asks to be called again soon: long work is done in slices of at
// most a minute.
var ErrAgain = errors.New("more to do")

// Options of a queue.
type Options struct {
	Workers int // jobs at once, 0 means 4
	Log     *slog.Logger
}

// Queue takes jobs and works on them between Start and Stop.
type Queue struct {
	db       *store.DB
	client   client
	options  Options
	handlers map[string]Handler
	regular  []regular
	stop     context.CancelFunc
	running  sync.WaitGroup

	mu    sync.Mutex
	begun map[int64]time.Time // when this process began the jobs that it works on
}

type regular struct {
	every time.Duration // 0 for once
	do    func(ctx context.Context) error
}

// client is what is used of a River client, whatever the database.
type client interface {
	Start(ctx context.Context) error
	StopAndCancel(ctx context.Context) error
	Insert(ctx context.Context, args river.JobArgs, opts *river.InsertOpts) (*rivertype.JobInsertResult, error)
}

// A slice takes a minute; a job that has not come back after jobTimeout is cancelled, and one that does not come back
// then either is taken from its process after rescueAfter.
const (
	jobTimeout  = 2 * time.Minute
	rescueAfter = jobTimeout + 30*time.Second
	maxAttempts = 5
)

// A failed job waits for some four minutes at most. What waits for longestWait was queued by a clock that was put back since.
const (
	longestWait = 10 * time.Minute
	waitLook    = 30 * time.Second
)

// Where several servers share the database each says every holdEvery which jobs it works on. What nobody has held for
// unheld is taken from a process that died.
const (
	holdEvery = 2 * time.Second
	unheld    = 10 * time.Second
)

// Open prepares the queue's tables.
func Open(ctx context.Context, db *store.DB, o Options) (*Queue, error) {
	if o.Workers == 0 {
		o.Workers = 4
	}
	if o.Log == nil {
		o.Log = slog.Default()
	}
	q := &Queue{db: db, options: o, handlers: map[string]Handler{}, begun: map[int64]time.Time{}}
	workers := river.NewWorkers()
	river.AddWorker(workers, &worker{queue: q})
	config := &river.Config{
		Queues:               map[string]river.QueueConfig{river.QueueDefault: {MaxWorkers: o.Workers}},
		Workers:              workers,
		JobTimeout:           jobTimeout,
		RescueStuckJobsAfter: rescueAfter,
		MaxAttempts:          maxAttempts,
		FetchCooldown:        50 * time.Millisecond,
		FetchPollInterval:    500 * time.Millisecond,
		Logger:               slog.New(quiet{o.Log.Handler()}),
	}
	sqlite, pool := db.Pools()
	err := db.Exclusive(ctx, func(ctx context.Context) (err error) {
		if pool != nil {
			q.client, err = prepared(ctx, riverpgxv5.New(pool), config)
			return err
		}
		config.PollOnly = true // else it looks for messages twenty times a second, on the connection of the writer
		q.client, err = prepared(ctx, riversqlite.New(sqlite), config)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("preparing the job queue: %w", err)
	}
	return q, nil
}

// Handle says who does a task. Call it before Start.
func (q *Queue) Handle(task string, h Handler) { q.handlers[task] = h }

// Every calls f now and then while the queue runs, on every node; f must be harmless when several
// nodes call it. Call it before Start.
func (q *Queue) Every(d time.Duration, f func(ctx context.Context) error) {
	q.regular = append(q.regular, regular{every: d, do: f})
}

// First calls f once, beside all else, when the queue starts. Call it before Start.
func (q *Queue) First(f func(ctx context.Context) error) { q.Every(0, f) }

// Add queues a job. While the same job waits, adding it again does nothing; while it runs, the new
// one waits its turn, because the running one may have passed what has changed.
func (q *Queue) Add(ctx context.Context, j Job) error {
	_, err := q.client.Insert(ctx, arguments(j), &river.InsertOpts{UniqueOpts: river.UniqueOpts{
		ByArgs: true,
		ByState: []rivertype.JobState{
			rivertype.JobStateAvailable, rivertype.JobStatePending, rivertype.JobStateRunning, rivertype.JobStateRetryable, rivertype.JobStateScheduled,
		},
	}})
	if err != nil {
		return fmt.Errorf("queueing a job: %w", err)
	}
	return nil
}

// Start begins to work. What a killed process left running is taken up: at once on SQLite, where this process is the
// only server, on PostgreSQL when nobody has held it for a while.
func (q *Queue) Start(ctx context.Context) error {
	if err := q.db.RescueJobs(ctx, unheld); err != nil {
		return err
	}
	hasten := func(ctx context.Context) error { return q.db.HastenJobs(ctx, longestWait) }
	if err := hasten(ctx); err != nil {
		return err
	}
	q.Every(waitLook, hasten)
	if _, several := q.db.Pools(); several != nil {
		q.Every(holdEvery, func(ctx context.Context) error {
			return errors.Join(q.db.HoldJobs(ctx, q.held(time.Now())), q.db.RescueJobs(ctx, unheld))
		})
	}
	work, stop := context.WithCancel(context.WithoutCancel(ctx))
	q.stop = stop
	if err := q.client.Start(work); err != nil {
		stop()
		return fmt.Errorf("starting the job queue: %w", err)
	}
	for _, r := range q.regular {
		q.running.Go(func() { q.repeat(work, r) })
	}
	return nil
}

func (q *Queue) repeat(ctx context.Context, r regular) {
	if r.every == 0 {
		q.doRegular(ctx, r)
		return
	}
	beat := time.NewTicker(r.every)
	defer beat.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-beat.C:
			q.doRegular(ctx, r)
		}
	}
}

func (q *Queue) doRegular(ctx context.Context, r regular) {
	err := q.guarded(func() error { return r.do(ctx) })
	if err != nil && ctx.Err() == nil {
		q.options.Log.Error("regular work failed", "error", err)
	}
}

func (q *Queue) guarded(do func() error) error {
	return problem.Guarded(q.options.Log, "panic in the background", do)
}

// hold notes that this process works on a job, until release.
func (q *Queue) hold(id int64) (release func()) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.begun[id] = time.Now()
	return func() {
		q.mu.Lock()
		defer q.mu.Unlock()
		delete(q.begun, id)
	}
}

// held lists the jobs that this process works on, but for those that hang.
func (q *Queue) held(now time.Time) (ids []int64) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for id, at := range q.begun {
		if now.Sub(at) < rescueAfter {
			ids = append(ids, id)
		}
	}
	return ids
}

// Stop takes no more jobs, cancels the running ones (they hand back what is left) and waits for
// them until ctx ends.
func (q *Queue) Stop(ctx context.Context) error {
	if q.stop == nil {
		return nil
	}
	err := q.client.StopAndCancel(ctx)
	q.stop()
	q.running.Wait()
	if err != nil {
		return fmt.Errorf("stopping the job queue: %w", err)
	}
	return nil
}

// arguments is a job as River stores it.
type arguments Job

// Kind implements river.JobArgs.
func (arguments) Kind() string { return "job" }

type worker struct {
	river.WorkerDefaults[arguments]
	queue *Queue
}

// Work implements river.Worker.
func (w *worker) Work(ctx context.Context, j *river.Job[arguments]) error {
	h, ok := w.queue.handlers[j.Args.Task]
	if !ok {
		return river.JobCancel(fmt.Errorf("nobody does the task %q", j.Args.Task))
	}
	defer w.queue.hold(j.ID)()
	err := w.queue.guarded(func() error { return h(ctx, j.Args.Workspace, j.Args.Bot, j.Args.Subject) })
	switch {
	case err == nil:
		return nil
	case errors.Is(err, ErrAgain):
		return river.JobSnooze(0)
	case ctx.Err() != nil: // we are stopping: the job is as good as new
		return river.JobSnooze(0)
	}
	w.queue.options.Log.Warn("a job failed", "task", j.Args.Task, "bot", j.Args.Bot, "attempt", j.Attempt, "error", err)
	return err
}

// NextRetry implements river.Worker: soon, then later and later.
func (w *worker) NextRetry(j *river.Job[arguments]) time.Time {
	return time.Now().Add(time.Duration(1<<min(j.Attempt, 8)) * time.Second)
}

// prepared is a client on a database whose tables of the queue are up to date.
func prepared[T any](ctx context.Context, driver riverdriver.Driver[T], config *river.Config) (client, error) {
	if err := migrate(ctx, driver); err != nil {
		return nil, err
	}
	return river.NewClient(driver, config)
}

// Renew brings the queue's tables in a database of PostgreSQL that was put back up to date, as Open does.
func Renew(ctx context.Context, db *store.DB) error {
	_, pool := db.Pools()
	if pool == nil {
		return nil
	}
	err := db.Exclusive(ctx, func(ctx context.Context) error { return migrate(ctx, riverpgxv5.New(pool)) })
	if err != nil {
		return fmt.Errorf("preparing the job queue: %w", err)
	}
	return nil
}

func migrate[T any](ctx context.Context, driver riverdriver.Driver[T]) error {
	m, err := rivermigrate.New(driver, nil)
	if err != nil {
		return err
	}
	_, err = m.Migrate(ctx, rivermigrate.DirectionUp, nil)
	return err
}
