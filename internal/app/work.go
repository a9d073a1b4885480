package app

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/webchatagent/wca/internal/conversation"
	"github.com/webchatagent/wca/internal/job"
	"github.com/webchatagent/wca/internal/presence"
)

// The tasks of jobs.
const (
	readSource  = "read-source"
	makeVectors = "make-vectors"
)

// work starts the background work: reading sources, the schedule, tidying up after a kill.
func (a *App) work(ctx context.Context) error {
	began := a.now()
	if a.DB.Shared() {
		began = began.Add(-conversation.Abandoned) // other servers may be answering
	}
	if err := a.failAbandoned(ctx, began); err != nil {
		return err
	}
	var err error
	if a.Desk.Server, err = a.Presence.Begin(ctx); err != nil {
		return err
	}
	jobs, err := job.Open(ctx, a.DB, job.Options{Workers: a.Config.Workers, Log: a.Log})
	if err != nil {
		return fmt.Errorf("opening the job queue: %w", err)
	}
	jobs.Handle(readSource, a.inSlices(func(ctx context.Context, workspace, bot, id string) (again bool, err error) {
		return a.Library.Ingest(ctx, workspace, bot, id, nil)
	}))
	jobs.Handle(makeVectors, a.inSlices(func(ctx context.Context, workspace, bot, _ string) (again bool, err error) {
		return a.Vectors.Work(ctx, workspace, bot)
	}))
	a.Indexes.starting.Store(true)
	jobs.First(a.onceConfirmed(a.renew))
	jobs.Every(5*time.Second, a.confirmed(func(ctx context.Context) error {
		return a.Vectors.Due(ctx, func(ctx context.Context, workspace, bot string) error {
			return jobs.Add(ctx, job.Job{Task: makeVectors, Workspace: workspace, Bot: bot, Subject: bot})
		})
	}))
	jobs.Every(10*time.Second, a.confirmed(a.Library.Due)) // finds what a killed server left soon after its leases end
	jobs.Every(sweepEvery, a.confirmed(a.sweep))
	jobs.Every(time.Second, a.Desk.EndUnwanted)
	jobs.Every(presence.Every, a.beat)
	jobs.Every(time.Second, func(ctx context.Context) error {
		a.Desk.FinishLate(ctx)
		return nil
	})
	jobs.Every(30*time.Second, a.confirmed(func(ctx context.Context) error {
		return a.failAbandoned(ctx, a.now().Add(-conversation.Abandoned))
	}))
	jobs.Every(time.Hour, a.confirmed(a.expire))
	jobs.Every(time.Second, a.reconsider)
	jobs.Every(time.Hour, a.confirmed(a.DB.Clean))
	jobs.Every(proveLook, a.confirmed(a.prove))
	jobs.Every(restLook, a.rest)
	if err := a.expireStored(ctx); err != nil {
		return err
	}
	if err := a.finishErasures(ctx); err != nil { // what it waits for may be another server that is busy
		a.Log.Warn("erasures, or the cleaning of the disk after them, are brought to their end within the hour", "error", err)
	}
	a.queue.open(jobs)
	if err := jobs.Start(ctx); err != nil {
		return fmt.Errorf("starting the job queue: %w", err)
	}
	return a.Library.Due(ctx)
}

// beat says that this server lives. Where its database was replaced by another it has to end.
func (a *App) beat(ctx context.Context) error {
	err := a.Presence.Beat(ctx)
	if errors.Is(err, presence.ErrReplaced) {
		select {
		case a.unfit <- err:
		default: // it ends already
		}
		return nil
	}
	return err
}

// confirmed is regular work that waits for its next time while a backup of the database is being put back: what was erased
// must be neither read nor sent anywhere, and half of a database says nothing of what is over.
func (a *App) confirmed(do func(ctx context.Context) error) func(ctx context.Context) error {
	return func(ctx context.Context) error {
		if a.Presence.Confirm(ctx) != nil { // it has said so
			return nil
		}
		return do(ctx)
	}
}

// onceConfirmed is work of once, such as after the start, that waits for that.
func (a *App) onceConfirmed(do func(ctx context.Context) error) func(ctx context.Context) error {
	return func(ctx context.Context) error {
		for a.Presence.Confirm(ctx) != nil {
			select {
			case <-ctx.Done():
				return ctx.Err()
			case <-time.After(presence.Every):
			}
		}
		return do(ctx)
	}
}

// inSlices is the handler of work that may have more to do when it has taken its time.
func (a *App) inSlices(do func(ctx context.Context, workspace, bot, subject string) (again bool, err error)) job.Handler {
	return func(ctx context.Context, workspace, bot, subject string) error {
		if err := a.Presence.Confirm(ctx); err != nil {
			return err
		}
		again, err := do(ctx, workspace, bot, subject)
		if err == nil && again {
			return job.ErrAgain
		}
		return err
	}
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
	return errors.Join(a.expireStored(ctx), a.finishErasures(ctx))
}

func (a *App) expireStored(ctx context.Context) error {
	believed, err := a.believe(ctx)
	if believed {
		err = a.deleteAged(ctx)
	}
	return errors.Join(err, a.eraseReturned(ctx), a.DB.Settle(ctx, a.now().Add(-time.Hour)), a.seeKey(ctx))
}

// finishErasures brings to their end what was cut short of erasures, and cleans the disk.
func (a *App) finishErasures(ctx context.Context) error {
	err := a.Eraser.Finish(ctx)
	if busy := a.DB.Compact(ctx); busy != nil { // it holds what pages said before they changed
		a.Log.Debug("the log of the database is emptied later", "error", busy)
	}
	return err
}

// deleteAged deletes what is older than it may be.
func (a *App) deleteAged(ctx context.Context) error {
	a.clock.deleting.Lock()
	defer a.clock.deleting.Unlock()
	_, err := a.access.Expire()
	return errors.Join(err, a.Retention.Run(ctx), a.forgetErasures(ctx))
}

func (a *App) stopWork() error {
	jobs := a.queue.close()
	if jobs == nil {
		return nil
	}
	ctx, cancel := context.WithTimeout(context.Background(), a.Config.Drain)
	defer cancel()
	return errors.Join(jobs.Stop(ctx), a.Presence.End(ctx))
}
