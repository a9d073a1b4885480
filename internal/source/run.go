package source

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/source/crawl"
	"github.com/webchatagent/wca/internal/token"
)

// lease is how long a source stays reserved for a worker that gives no sign of life, renew how often it gives one.
const (
	lease = 10 * time.Second
	renew = 3 * time.Second
)

// newLease is a lease of a source for a new worker.
func newLease(s Source) Lease {
	return Lease{Workspace: s.Workspace, Bot: s.Bot, Source: s.ID, Holder: token.ID("worker"), For: lease}
}

// reserve takes the lease of a source and keeps it until release; ok is false while another worker has it. lost is
// called if another takes it before release.
func (l *Library) reserve(ctx context.Context, held Lease, lost func()) (release func(), ok bool, err error) {
	take := func(ctx context.Context) (bool, error) { return l.Store.Lease(ctx, held) }
	if ok, err = take(ctx); err != nil || !ok {
		if err != nil {
			err = fmt.Errorf("reserving the source: %w", err)
		}
		return nil, false, err
	}
	keep, stop := context.WithCancel(ctx)
	kept := make(chan struct{})
	go func() {
		defer close(kept)
		beat := time.NewTicker(renew)
		defer beat.Stop()
		for {
			select {
			case <-keep.Done():
				return
			case <-beat.C:
				ok, err := take(keep)
				switch {
				case keep.Err() != nil:
					return
				case err != nil:
					l.Log.Error("keeping a source reserved", "source", held.Source, "error", err)
				case !ok:
					lost()
					return
				}
			}
		}
	}()
	return func() {
		stop()
		<-kept
		ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
		defer cancel()
		if err := l.Store.Release(ctx, held); err != nil {
			l.Log.Error("giving a source back", "source", held.Source, "error", err)
		}
	}, true, nil
}

// still renews a lease before something is written that another holder writes, too; ErrLost if there is one.
func (l *Library) still(ctx context.Context, held Lease) error {
	ok, err := l.Store.Lease(ctx, held)
	if err != nil {
		return fmt.Errorf("keeping a source reserved: %w", err)
	}
	if !ok {
		return ErrLost
	}
	return nil
}

// begin starts a new run unless one is under way.
func (l *Library) begin(ctx context.Context, s Source) (Source, error) {
	if s.State == Running {
		return s, nil
	}
	if s.Kind == Site && s.recounts() {
		if err := l.Store.ForgetPages(ctx, s.Workspace, s.Bot, s.ID); err != nil {
			return s, fmt.Errorf("starting a run: %w", err)
		}
	}
	s.State, s.Message, s.StartedAt, s.Run = Running, "", l.Now().UTC(), s.Run+1
	if err := l.Store.StartRun(ctx, s.Workspace, s.Bot, s.ID, s.Run); err != nil {
		return s, fmt.Errorf("starting a run: %w", err)
	}
	if s.Kind == Site {
		_, err := l.Store.AddPages(ctx, []Page{{Workspace: s.Workspace, Bot: s.Bot, Source: s.ID, Address: s.Address, State: PagePending}})
		if err != nil {
			return s, fmt.Errorf("noting the start page: %w", err)
		}
	}
	if err := l.Store.UpdateSource(ctx, s); err != nil {
		return s, fmt.Errorf("starting a run: %w", err)
	}
	return l.Store.Source(ctx, s.Workspace, s.Bot, s.ID) // with the new counts
}

// end closes a run: the source is ready if anything of it can be searched, and has failed if not.
func (l *Library) end(ctx context.Context, s Source, held Lease, failure error) error {
	if err := l.still(ctx, held); err != nil {
		return err
	}
	now, err := l.Store.Source(ctx, s.Workspace, s.Bot, s.ID)
	if problem.Is(err, problem.NotFound) {
		return nil // removed meanwhile
	}
	if err != nil {
		return fmt.Errorf("ending a run: %w", err)
	}
	before := s.Notice
	s = now                                              // rules may have changed meanwhile
	s.EndedAt = l.Now().UTC().Truncate(time.Microsecond) // as it is stored
	s.DueAt = s.next()
	s.State, s.Message = Ready, ""
	if s.Notice, err = l.notice(ctx, s, before, failure); err != nil {
		return err
	}
	switch {
	case s.Notice.Code != "":
		s.State, s.Message, s.DueAt = Failed, s.Notice.Sentence("en"), s.Notice.Again
		l.Log.Warn("what was read before is kept", "source", s.ID, "code", s.Notice.Code)
	case failure != nil:
		s.Message = sentence(failure)
		var moved *crawl.Moved
		if s.Counts.Documents == 0 || errors.As(failure, &moved) {
			s.State = Failed
		}
		l.Log.Warn("reading a source", "source", s.ID, "error", failure)
	case s.Counts.Documents == 0:
		s.State, s.Message = Failed, l.whyEmpty(ctx, s)
	case s.Counts.Failed > 0:
		if s.Message, err = unread(ctx, l.Store, s, "en"); err != nil {
			return fmt.Errorf("looking what was not read: %w", err)
		}
	}
	s.Message = strings.TrimSpace(s.Message + " " + s.Remarks("en"))
	if err := l.Store.UpdateSource(ctx, s); err != nil {
		return fmt.Errorf("ending a run: %w", err)
	}
	return nil
}

// next is when the schedule wants the run after the latest; the zero time: never.
func (s Source) next() time.Time {
	if s.Every == 0 {
		return time.Time{}
	}
	return s.EndedAt.Add(s.Every)
}

// whyEmpty says why nothing could be read.
func (l *Library) whyEmpty(ctx context.Context, s Source) string {
	if p, ok, err := telling(ctx, l.Store, s); err == nil && ok {
		return p.Reason
	}
	return nothingRead.En
}
