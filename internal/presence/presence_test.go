package presence

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/webchatagent/wca/internal/problem"
)

// fake is a database of one server.
type fake struct {
	mu     sync.Mutex
	mark   int64 // 0 for none
	away   error
	half   error
	failed int
}

func (f *fake) Appear(_ context.Context, _ string, mark int64) error { f.mark = mark; return f.away }

func (f *fake) Beat(_ context.Context, _ string, known int64, _ string) (int64, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.away != nil {
		return 0, f.away
	}
	if f.mark == 0 || f.mark < known {
		return 0, problem.Missing("server")
	}
	f.mark++
	return f.mark, nil
}

func (f *fake) Mark(context.Context, string) (int64, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.away == nil && f.mark == 0 {
		return 0, problem.Missing("server")
	}
	return f.mark, f.away
}

func (f *fake) Alive(context.Context, string, time.Duration) (map[string]string, error) {
	return nil, nil
}

func (f *fake) FailAnswersOfDead(context.Context, string, time.Duration) (int, error) {
	f.failed++
	return 1, nil
}

func (f *fake) Whole(context.Context) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.half
}

func (f *fake) Vanish(context.Context, string) error { f.mark = 0; return nil }

func begin(t *testing.T) (p *Presence, store *fake, caught *int, clock *time.Time) {
	now := time.Date(2026, 11, 30, 12, 0, 0, 0, time.UTC)
	store, caught, clock = &fake{}, new(int), &now
	p = &Presence{
		Store: store, Catch: func(context.Context) error { *caught++; return nil },
		Now: func() time.Time { return *clock }, Log: slog.New(slog.NewTextHandler(io.Discard, nil)),
	}
	if _, err := p.Begin(t.Context()); err != nil {
		t.Fatal(err)
	}
	return p, store, caught, clock
}

// A database with a lower mark, or without any, is brought to what is known once, however many ask; until that has come
// to its end nothing is served.
func TestAnOlderDatabaseIsNotServed_K2(t *testing.T) {
	p, store, caught, clock := begin(t)
	if err := errors.Join(p.Beat(t.Context()), p.Confirm(t.Context())); err != nil || *caught != 0 {
		t.Fatalf("the same database: %v, %d", err, *caught)
	}
	for _, older := range []int64{1, 0} {
		store.mark = older
		var asking sync.WaitGroup
		for range 10 {
			asking.Go(func() {
				if err := p.Confirm(context.WithoutCancel(t.Context())); err != nil {
					t.Error(err)
				}
			})
		}
		asking.Wait()
		if *caught != 1 {
			t.Errorf("a mark of %d: caught up %d times", older, *caught)
		}
		*caught = 0
		if err := p.Beat(t.Context()); err != nil || *caught != 0 {
			t.Errorf("afterwards: %v, %d", err, *caught)
		}
	}
	catch := p.Catch
	p.Catch = func(context.Context) error { return errors.New("the journal is damaged") }
	store.mark = 1
	for range 2 {
		if err := p.Confirm(t.Context()); !problem.Is(err, problem.Unavailable) {
			t.Errorf("it is served: %v", err)
		}
	}
	if err := p.Raise(t.Context()); err != nil {
		t.Errorf("who erases is in the way: %v", err)
	}
	p.Catch = catch
	*clock = clock.Add(longest)
	if err := p.Beat(t.Context()); err != nil || *caught != 1 {
		t.Errorf("the next sign: %v, %d", err, *caught)
	}
	store.away = ErrReplaced
	if err := p.Confirm(t.Context()); !problem.Is(err, problem.Unavailable) {
		t.Errorf("another file: %v", err)
	}
	store.away = errors.New("no connection")
	if err := p.Confirm(t.Context()); !problem.Is(err, problem.Unavailable) || *caught != 1 {
		t.Errorf("a database that is away is served: %v, caught up %d times", err, *caught)
	}
	store.away = nil
	if err := p.Confirm(t.Context()); err != nil {
		t.Errorf("one that is back: %v", err)
	}
}

// An answer that was begun before a backup came back is not given, whether the backup is as it was or what was erased is erased
// again in it by then.
func TestAnAnswerOfBeforeABackupIsNotGiven_K2(t *testing.T) {
	p, store, caught, _ := begin(t)
	still := p.Watch()
	if err := errors.Join(p.Beat(t.Context()), p.Confirm(t.Context()), still(t.Context())); err != nil {
		t.Fatalf("the same database: %v", err)
	}
	store.mark = 0
	if err := still(t.Context()); !problem.Is(err, problem.Unavailable) || *caught != 0 {
		t.Errorf("as it was: %v", err)
	}
	if err := p.Confirm(t.Context()); err != nil || *caught != 1 {
		t.Fatalf("%v, %d", err, *caught)
	}
	if err := still(t.Context()); !problem.Is(err, problem.Unavailable) {
		t.Errorf("when it is brought to what is known: %v", err)
	}
	if err := p.Watch()(t.Context()); err != nil {
		t.Errorf("the next answer: %v", err)
	}
	store.away = errors.New("no connection")
	if err := p.Watch()(t.Context()); !problem.Is(err, problem.Unavailable) {
		t.Errorf("nobody can tell: %v", err)
	}
}

// What erases raises the mark at once: a backup of the moment before is an older one.
func TestABackupOfTheMomentBeforeIsOlder_K2(t *testing.T) {
	p, store, caught, _ := begin(t)
	backup := store.mark
	if err := p.Raise(t.Context()); err != nil {
		t.Fatal(err)
	}
	store.mark = backup
	if err := p.Confirm(t.Context()); err != nil || *caught != 1 {
		t.Errorf("%v, %d", err, *caught)
	}
}

// Who could not write its own signs for a while does not take the others for dead.
func TestNobodyIsDeadAfterTheDatabaseWasAway(t *testing.T) {
	p, store, _, clock := begin(t)
	beat := func(after time.Duration, want int) {
		t.Helper()
		*clock = clock.Add(after)
		err := p.Beat(t.Context())
		if (err != nil) != (store.away != nil) || store.failed != want {
			t.Errorf("%v, looked %d times", err, store.failed)
		}
	}
	beat(Every, 0)
	beat(Dead, 1)
	store.away = errors.New("no connection")
	beat(Dead, 1)
	store.away = nil
	beat(Every, 1)
	beat(Dead-time.Second, 1)
	beat(time.Second, 2)
}

// Of two signs at once the first may come back last: the database has the mark of the later one all the same.
func TestAMarkNeverFalls_K2(t *testing.T) {
	p, store, caught, _ := begin(t)
	first, second := make(chan struct{}), make(chan error)
	p.Store = slow{store, first}
	go func() { second <- p.Beat(context.WithoutCancel(t.Context())) }()
	first <- struct{}{} // its mark is written
	p.Store = store
	if err := p.Raise(t.Context()); err != nil {
		t.Fatal(err)
	}
	first <- struct{}{}
	if err := <-second; err != nil {
		t.Fatal(err)
	}
	store.mark-- // a backup of between
	if err := p.Confirm(t.Context()); err != nil || *caught != 1 {
		t.Errorf("%v, caught up %d times", err, *caught)
	}
}

// slow is a database that tells a mark late.
type slow struct {
	*fake
	gate chan struct{}
}

func (s slow) Beat(ctx context.Context, server string, known int64, asked string) (int64, error) {
	mark, err := s.fake.Beat(ctx, server, known, asked)
	<-s.gate
	<-s.gate
	return mark, err
}

// A database that answers nobody may be one that a backup is being put back into: what comes first from it is not served
// unseen.
func TestADatabaseThatIsSilentIsNotServed_K2(t *testing.T) {
	p, store, caught, _ := begin(t)
	store.mark = 0
	synctest.Test(t, func(t *testing.T) {
		p.Store = held{store, time.Minute}
		if err := p.Confirm(t.Context()); !problem.Is(err, problem.Unavailable) {
			t.Errorf("it is served: %v", err)
		}
		p.Store = held{store, 5 * time.Second}
		if err := p.Confirm(t.Context()); err != nil || *caught != 1 {
			t.Errorf("%v, caught up %d times", err, *caught)
		}
	})
}

// held is a database that keeps who asks waiting.
type held struct {
	*fake
	wait time.Duration
}

func (h held) Mark(ctx context.Context, server string) (int64, error) {
	select {
	case <-time.After(h.wait):
		return h.fake.Mark(ctx, server)
	case <-ctx.Done():
		return 0, ctx.Err()
	}
}

// While a backup is only half back nothing is served and nothing of it is brought to what is known: what is erased again
// would come a moment later. As soon as it is whole, it is.
func TestABackupThatIsHalfBackIsNotServed_K2(t *testing.T) {
	p, store, caught, clock := begin(t)
	store.mark, store.half = 0, fmt.Errorf("%w: the database lacks a foreign key of message", ErrHalf)
	for range 3 {
		err := p.Confirm(t.Context())
		if !problem.Is(err, problem.Unavailable) || !errors.Is(err, store.half) || *caught != 0 {
			t.Errorf("it is served: %v, caught up %d times", err, *caught)
		}
		if err := p.Beat(t.Context()); err != nil {
			t.Errorf("a sign: %v", err)
		}
		*clock = clock.Add(Every)
	}
	store.half = nil
	if err := p.Confirm(t.Context()); err != nil || *caught != 1 {
		t.Errorf("when it is whole: %v, caught up %d times", err, *caught)
	}
}

// A server that ends stops what it was erasing again, and is taken out afterwards.
func TestWhatIsErasedAgainEndsWithTheServer(t *testing.T) {
	p, store, _, _ := begin(t)
	store.mark = 0
	began, stopped := make(chan struct{}), make(chan struct{})
	p.Catch = func(ctx context.Context) error {
		close(began)
		<-ctx.Done()
		time.Sleep(50 * time.Millisecond)
		close(stopped)
		return ctx.Err()
	}
	go func() { _ = p.Beat(t.Context()) }()
	<-began
	if err := p.End(t.Context()); err != nil {
		t.Error(err)
	}
	select {
	case <-stopped:
	default:
		t.Error("it goes on")
	}
	if store.mark != 0 {
		t.Error("the server is there again")
	}
}

// Whoever gives up asking says nothing of the database.
func TestWhoHasGoneSaysNothingOfTheDatabase(t *testing.T) {
	p, store, _, _ := begin(t)
	var log bytes.Buffer
	p.Log = slog.New(slog.NewTextHandler(&log, nil))
	store.away = errors.New("interrupted (9)")
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := p.Confirm(ctx); err == nil || log.Len() > 0 {
		t.Errorf("%v, %s", err, log.String())
	}
}

// A database that cannot be looked through is not said to be half back.
func TestWhoCannotLookSaysSo(t *testing.T) {
	p, store, caught, _ := begin(t)
	var log bytes.Buffer
	p.Log = slog.New(slog.NewTextHandler(&log, nil))
	store.mark, store.half = 0, errors.New("permission denied")
	if err := p.Confirm(t.Context()); !problem.Is(err, problem.Unavailable) || *caught != 0 {
		t.Errorf("it is served: %v, caught up %d times", err, *caught)
	}
	if said := log.String(); strings.Contains(said, "half back") || !strings.Contains(said, "permission denied") {
		t.Errorf("the log: %s", said)
	}
}

// An older database that cannot be brought to what is known is tried again later and later, not with every request.
func TestWhatFailsIsNotTriedByEveryRequest(t *testing.T) {
	p, store, _, clock := begin(t)
	tried := 0
	p.Catch = func(context.Context) error { tried++; return errors.New("the journal is damaged") }
	store.mark = 0
	count := func(after time.Duration, want int) {
		t.Helper()
		*clock = clock.Add(after)
		for range 20 {
			if err := p.Confirm(t.Context()); !problem.Is(err, problem.Unavailable) {
				t.Errorf("it is served: %v", err)
			}
		}
		if tried != want {
			t.Errorf("tried %d times instead of %d", tried, want)
		}
	}
	count(0, 1)
	count(pause, 2)
	count(pause, 2)
	count(pause, 3)
	count(3*pause, 3)
	count(pause, 4)
	for range 10 {
		count(longest, tried+1)
	}
	count(-24*time.Hour, tried+1) // a clock that leaps back keeps nobody waiting for a day
}

// Who asks while what was erased is being erased again waits, but not for as long as that takes.
func TestNobodyWaitsForAllThatIsErasedAgain(t *testing.T) {
	p, store, _, _ := begin(t)
	store.mark = 0
	synctest.Test(t, func(t *testing.T) {
		end := make(chan struct{})
		p.Catch = func(context.Context) error { <-end; return nil }
		began := time.Now()
		if err := p.Confirm(t.Context()); !problem.Is(err, problem.Unavailable) || time.Since(began) > confirmTime {
			t.Errorf("after %v: %v", time.Since(began), err)
		}
		close(end)
		synctest.Wait()
		if err := p.Confirm(t.Context()); err != nil {
			t.Errorf("afterwards: %v", err)
		}
	})
}
