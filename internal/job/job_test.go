package job

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/webchatagent/wca/internal/store"
	"github.com/webchatagent/wca/test/postgres"
)

// A test starts this program again as a worker that can be killed.
func TestMain(m *testing.M) {
	if dsn := os.Getenv("WCA_TEST_WORKER"); dsn != "" {
		if err := stuckWorker(dsn); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	postgres.Main(m)
}

func each(t *testing.T, test func(t *testing.T, db *store.DB)) {
	t.Run("sqlite", func(t *testing.T) { test(t, open(t, filepath.Join(t.TempDir(), "wca.db"))) })
	t.Run("postgres", func(t *testing.T) { test(t, open(t, postgres.New(t))) })
}

func open(t *testing.T, dsn string) *store.DB {
	t.Helper()
	db, err := store.Open(t.Context(), dsn, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	return db
}

// begin opens a queue with a handler and starts it.
func begin(t *testing.T, db *store.DB, h Handler) *Queue {
	t.Helper()
	q, err := Open(t.Context(), db, Options{})
	if err != nil {
		t.Fatal(err)
	}
	q.Handle("work", h)
	if err := q.Start(t.Context()); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
		defer cancel()
		if err := q.Stop(ctx); err != nil {
			t.Error(err)
		}
	})
	return q
}

func add(t *testing.T, q *Queue, subject string) {
	t.Helper()
	if err := q.Add(t.Context(), Job{Task: "work", Workspace: "w", Bot: "b", Subject: subject}); err != nil {
		t.Fatal(err)
	}
}

func receive[T any](t *testing.T, from <-chan T) T {
	t.Helper()
	select {
	case v := <-from:
		return v
	case <-time.After(30 * time.Second):
		t.Fatal("nothing came")
		panic("unreachable")
	}
}

func TestEveryJobIsDoneOnce(t *testing.T) {
	each(t, func(t *testing.T, db *store.DB) {
		done := make(chan string, 100)
		q := begin(t, db, func(_ context.Context, workspace, bot, subject string) error {
			done <- workspace + bot + subject
			return nil
		})
		for i := range 20 {
			add(t, q, fmt.Sprint(i))
		}
		seen := map[string]int{}
		for range 20 {
			seen[receive(t, done)]++
		}
		if len(seen) != 20 || seen["wb7"] != 1 {
			t.Errorf("done: %v", seen)
		}
	})
}

func TestTheSameJobWaitsOnlyOnce(t *testing.T) {
	each(t, func(t *testing.T, db *store.DB) {
		var calls atomic.Int32
		entered, leave := make(chan bool, 10), make(chan bool)
		q := begin(t, db, func(ctx context.Context, _, _, _ string) error {
			calls.Add(1)
			entered <- true
			select {
			case <-leave:
			case <-ctx.Done():
			}
			return nil
		})
		var wg sync.WaitGroup
		for range 10 {
			wg.Go(func() { add(t, q, "same") })
		}
		wg.Wait()
		receive(t, entered)
		close(leave)
		add(t, q, "marker")
		receive(t, entered)
		if n := calls.Load(); n != 2 {
			t.Errorf("%d calls, want one for the ten equal jobs and one for the other", n)
		}
	})
}

func TestLongWorkIsDoneInSlices(t *testing.T) {
	each(t, func(t *testing.T, db *store.DB) {
		var slices atomic.Int32
		done := make(chan bool, 1)
		q := begin(t, db, func(context.Context, string, string, string) error {
			if slices.Add(1) < 8 { // more slices than a job has attempts
				return ErrAgain
			}
			done <- true
			return nil
		})
		add(t, q, "long")
		receive(t, done)
	})
}

func TestAFailureIsTriedAgainAndAPanicHurtsNobody_F34(t *testing.T) {
	each(t, func(t *testing.T, db *store.DB) {
		var tries atomic.Int32
		done := make(chan string, 3)
		q := begin(t, db, func(_ context.Context, _, _, subject string) error {
			switch {
			case subject == "panics":
				panic("poison")
			case subject == "fails" && tries.Add(1) == 1:
				return errors.New("not yet")
			}
			done <- subject
			return nil
		})
		add(t, q, "panics")
		add(t, q, "fails")
		add(t, q, "fine")
		got := receive(t, done) + " " + receive(t, done)
		if got != "fine fails" && got != "fails fine" {
			t.Errorf("done: %s", got)
		}
	})
}

// What a job panicked with may be of a page or of a visitor: neither the log nor the table of jobs keeps it, only what
// the program itself says.
func TestAPanicIsKeptWithoutItsWords_F34_J1(t *testing.T) {
	each(t, func(t *testing.T, db *store.DB) {
		var log safe
		q, err := Open(t.Context(), db, Options{Log: slog.New(slog.NewTextHandler(&log, nil))})
		if err != nil {
			t.Fatal(err)
		}
		q.Handle("work", func(_ context.Context, _, _, subject string) error {
			said := []string{"Erika Mustermann"}
			if subject == "own" {
				panic(said[0])
			}
			return errors.New(said[len(subject)])
		})
		beats := make(chan bool, 100)
		q.Every(10*time.Millisecond, func(context.Context) error {
			select {
			case beats <- true:
			default:
			}
			panic("Erika Mustermann")
		})
		if err := q.Start(t.Context()); err != nil {
			t.Fatal(err)
		}
		defer func() {
			if err := q.Stop(context.WithoutCancel(t.Context())); err != nil {
				t.Error(err)
			}
		}()
		add(t, q, "own")
		add(t, q, "runtime")
		receive(t, beats)
		receive(t, beats) // one that panicked is done again
		for until := time.Now().Add(30 * time.Second); strings.Count(failures(t, db), "panic: ") < 2; time.Sleep(20 * time.Millisecond) {
			if time.Now().After(until) {
				t.Fatalf("the table has %s", failures(t, db))
			}
		}
		for place, text := range map[string]string{"table": failures(t, db), "log": log.String()} {
			if strings.Contains(text, "Mustermann") || !strings.Contains(text, "panic: string") || !strings.Contains(text, "index out of range [7] with length 1") {
				t.Errorf("the %s has %s", place, text)
			}
		}
		if !strings.Contains(log.String(), "job_test.go") {
			t.Errorf("the log does not say where: %s", log.String())
		}
	})
}

// failures is what the table of jobs says of failed attempts.
func failures(t *testing.T, db *store.DB) string {
	t.Helper()
	const query = "SELECT COALESCE(CAST(errors AS TEXT), '') FROM river_job"
	var all []string
	sqlite, pool := db.Pools()
	if pool != nil {
		rows, err := pool.Query(t.Context(), query)
		if err == nil {
			all, err = pgx.CollectRows(rows, pgx.RowTo[string])
		}
		if err != nil {
			t.Fatal(err)
		}
		return strings.Join(all, "\n")
	}
	rows, err := sqlite.QueryContext(t.Context(), query)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var one string
		if err := rows.Scan(&one); err != nil {
			t.Fatal(err)
		}
		all = append(all, one)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return strings.Join(all, "\n")
}

// safe is a log that many write.
type safe struct {
	mu   sync.Mutex
	text strings.Builder
}

func (s *safe) Write(b []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.Write(b)
}

func (s *safe) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.String()
}

// stuckWorker takes a job, says so, and never finishes it.
func stuckWorker(dsn string) error {
	ctx := context.Background()
	db, err := store.Open(ctx, dsn, store.Options{})
	if err != nil {
		return err
	}
	q, err := Open(ctx, db, Options{})
	if err != nil {
		return err
	}
	q.Handle("work", func(_ context.Context, _, _, subject string) error {
		fmt.Println("took", subject)
		select {}
	})
	if err := q.Start(ctx); err != nil {
		return err
	}
	if err := q.Add(ctx, Job{Task: "work", Workspace: "w", Bot: "b", Subject: "killed"}); err != nil {
		return err
	}
	select {}
}

// A killed process's job is taken up by the next one: at once on SQLite, soon on PostgreSQL, where another server may
// still be at work.
func TestAJobSurvivesAKill_F01(t *testing.T) {
	for name, dsn := range map[string]string{"sqlite": filepath.Join(t.TempDir(), "wca.db"), "postgres": ""} {
		t.Run(name, func(t *testing.T) {
			if dsn == "" {
				dsn = postgres.New(t)
			}
			child := exec.Command(os.Args[0])
			child.Env = append(os.Environ(), "WCA_TEST_WORKER="+dsn)
			child.Stderr = os.Stderr
			out, err := child.StdoutPipe()
			if err != nil {
				t.Fatal(err)
			}
			if err := child.Start(); err != nil {
				t.Fatal(err)
			}
			line, err := bufio.NewReader(out).ReadString('\n')
			if err != nil || strings.TrimSpace(line) != "took killed" {
				t.Fatalf("the worker said %q, %v", line, err)
			}
			if err := child.Process.Kill(); err != nil {
				t.Fatal(err)
			}
			child.Wait() // killed, so its error is what we want

			done := make(chan string, 2)
			q := begin(t, open(t, dsn), func(_ context.Context, _, _, subject string) error {
				done <- subject
				return nil
			})
			add(t, q, "killed") // as who looks for what is to be done would
			if got := receive(t, done); got != "killed" {
				t.Errorf("took up %q", got)
			}
		})
	}
}

// A job that takes longer than a dead server's would be waited for is not done by two servers at once.
func TestAJobIsNotTakenFromWhoWorksOnIt(t *testing.T) {
	db := open(t, postgres.New(t))
	var calls atomic.Int32
	done := make(chan bool, 2)
	work := func(context.Context, string, string, string) error {
		calls.Add(1)
		time.Sleep(unheld + 2*holdEvery)
		done <- true
		return nil
	}
	q := begin(t, db, work)
	begin(t, db, work)
	add(t, q, "long")
	receive(t, done)
	if n := calls.Load(); n != 1 {
		t.Errorf("%d servers did the same job", n)
	}
}

func TestAJobThatHangsIsNotHeldForEver_F34(t *testing.T) {
	q := &Queue{begun: map[int64]time.Time{}}
	release := q.hold(7)
	if held := q.held(time.Now()); len(held) != 1 || held[0] != 7 {
		t.Errorf("held while it is worked on: %v", held)
	}
	if held := q.held(time.Now().Add(rescueAfter)); len(held) != 0 {
		t.Errorf("held though it hangs: %v", held)
	}
	release()
	if held := q.held(time.Now()); len(held) != 0 {
		t.Errorf("held when it is done: %v", held)
	}
}

// Jobs that were queued by a clock that was an hour ahead are done when it was put right, not an hour later; a failed job
// waits for its time.
func TestAClockThatWasAheadKeepsNoJobWaiting_F28(t *testing.T) {
	each(t, func(t *testing.T, db *store.DB) {
		q, err := Open(t.Context(), db, Options{})
		if err != nil {
			t.Fatal(err)
		}
		for subject, ahead := range map[string]string{"ahead": "1 hour", "failed": "4 minutes"} {
			add(t, q, subject)
			lite, pool := db.Pools()
			if pool != nil {
				_, err = pool.Exec(t.Context(), "UPDATE river_job SET scheduled_at = now() + CAST($1 AS interval) WHERE args->>'Subject' = $2", ahead, subject)
			} else {
				_, err = lite.ExecContext(t.Context(), "UPDATE river_job SET scheduled_at = datetime('now', 'subsec', ?) WHERE json_extract(args, '$.Subject') = ?", "+"+ahead, subject)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		done := make(chan string, 10)
		q.Handle("work", func(_ context.Context, _, _, subject string) error {
			done <- subject
			return nil
		})
		if err := q.Start(t.Context()); err != nil {
			t.Fatal(err)
		}
		if got := receive(t, done); got != "ahead" {
			t.Errorf("%q was done", got)
		}
		if err := q.Stop(t.Context()); err != nil {
			t.Error(err)
		}
		if len(done) != 0 {
			t.Error("a job did not wait")
		}
	})
}
