package child

import (
	"bytes"
	"context"
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"
)

func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == "serve" {
		serveTest()
		return
	}
	goleak.VerifyTestMain(m)
}

// serveTest is a child that does what it is asked.
func serveTest() {
	limits := Limits{Memory: 768 << 20, CPU: time.Hour}
	if len(os.Args) > 2 {
		limits.CPU = 2 * time.Second
	}
	err := Serve(os.Stdin, os.Stdout, limits, func(content []byte, alive func()) []byte {
		order, rest, _ := strings.Cut(string(content), " ")
		switch order {
		case "crash":
			panic("as ordered")
		case "hang":
			<-time.After(time.Hour)
		case "wait":
			<-time.After(700 * time.Millisecond)
		case "burn":
			for {
				bytes.Count(content, []byte("x"))
			}
		case "eat":
			var all [][]byte
			for {
				all = append(all, bytes.Repeat([]byte{1}, 100<<20)) //lint:ignore SA4010 it is to fill the memory
			}
		case "slow":
			for range 6 {
				<-time.After(100 * time.Millisecond)
				alive()
			}
		case "much":
			return bytes.Repeat([]byte("x"), 2<<20)
		case "noise":
			os.Stdout.WriteString("lines that belong elsewhere\n")
		case "secret":
			return []byte(os.Getenv("WCA_SECRET_OF_THE_PARENT"))
		}
		return []byte("did " + rest)
	})
	if err != nil {
		os.Exit(1)
	}
}

func worker(t *testing.T, change func(*Options)) *Worker {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	o := Options{Command: []string{self, "serve"}, Timeout: time.Minute, Effort: time.Minute, Silence: time.Minute, Idle: time.Minute, Output: 1 << 20}
	if change != nil {
		change(&o)
	}
	w := NewWorker(o)
	t.Cleanup(func() { w.Close() })
	return w
}

func TestWorker_AnswersWithOneChild(t *testing.T) {
	w := worker(t, nil)
	for _, what := range []string{"one", "two"} {
		got, err := w.Do(context.Background(), []byte("do "+what))
		if err != nil || string(got) != "did "+what {
			t.Fatalf("%q, %v", got, err)
		}
	}
	first := w.running.cmd.Process.Pid
	if _, err := w.Do(context.Background(), []byte("do three")); err != nil || w.running.cmd.Process.Pid != first {
		t.Errorf("started another child, %v", err)
	}
}

func TestWorker_SurvivesWhatAChildDoes_U16(t *testing.T) {
	short := func(o *Options) { o.Silence = 500 * time.Millisecond }
	for _, c := range []struct {
		order  string
		change func(*Options)
		want   error
	}{
		{"crash", nil, ErrCrashed},
		{"eat", nil, ErrCrashed},
		{"burn", func(o *Options) { o.Command = append(o.Command, "briefly") }, ErrCrashed},
		{"noise", nil, ErrCrashed},
		{"much", nil, ErrOutput},
		{"hang", short, ErrTimeout},
		{"burn", func(o *Options) { o.Effort = 300 * time.Millisecond }, ErrTimeout},
	} {
		w := worker(t, c.change)
		if _, err := w.Do(context.Background(), []byte(c.order)); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.order, err, c.want)
		}
		if got, err := w.Do(context.Background(), []byte("do more")); err != nil || string(got) != "did more" {
			t.Errorf("after %s: %q, %v", c.order, got, err)
		}
	}
}

func TestWorker_ProgressBreaksTheSilence(t *testing.T) {
	w := worker(t, func(o *Options) { o.Silence = 450 * time.Millisecond })
	if got, err := w.Do(context.Background(), []byte("slow work")); err != nil || string(got) != "did work" {
		t.Errorf("%q, %v", got, err)
	}
	w = worker(t, func(o *Options) { o.Timeout = 300 * time.Millisecond })
	if _, err := w.Do(context.Background(), []byte("slow work")); !errors.Is(err, ErrTimeout) {
		t.Errorf("%v, want the whole time to be bounded", err)
	}
}

// A child that waits for its turn at the processor spends none.
func TestWorker_CountsTheEffortOfAChildAndNotItsWaiting(t *testing.T) {
	w := worker(t, func(o *Options) { o.Effort = 300 * time.Millisecond })
	if spentBy(os.Getpid()) == unknown {
		t.Skip("the processor time of another process is known on Linux only")
	}
	if got, err := w.Do(context.Background(), []byte("wait here")); err != nil || string(got) != "did here" {
		t.Errorf("one that waits: %q, %v", got, err)
	}
	if _, err := w.Do(context.Background(), []byte("burn")); !errors.Is(err, ErrTimeout) {
		t.Errorf("one that spins: %v", err)
	}
}

func TestWorker_StartsAnewAfterTheChildWasKilledInItsSleep(t *testing.T) {
	w := worker(t, nil)
	if _, err := w.Do(context.Background(), []byte("do it")); err != nil {
		t.Fatal(err)
	}
	if err := w.running.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	if got, err := w.Do(context.Background(), []byte("do more")); err != nil || string(got) != "did more" {
		t.Errorf("%q, %v", got, err)
	}
}

func TestWorker_EndsIdleChildren(t *testing.T) {
	w := worker(t, func(o *Options) { o.Idle = time.Millisecond })
	if _, err := w.Do(context.Background(), []byte("do it")); err != nil {
		t.Fatal(err)
	}
	for deadline := time.After(10 * time.Second); ; {
		<-w.turn
		gone := w.running == nil
		w.turn <- struct{}{}
		if gone {
			break
		}
		select {
		case <-deadline:
			t.Fatal("the child still runs")
		case <-time.After(5 * time.Millisecond):
		}
	}
	if _, err := w.Do(context.Background(), []byte("do more")); err != nil {
		t.Error(err)
	}
}

func TestWorker_CancelledRequestEndsTheChild(t *testing.T) {
	w := worker(t, nil)
	ctx, cancel := context.WithTimeout(context.Background(), 200*time.Millisecond)
	defer cancel()
	if _, err := w.Do(ctx, []byte("hang")); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("%v", err)
	}
	if w.running != nil {
		t.Error("the child still runs")
	}
}

func TestWorker_ChildSeesNoSecrets(t *testing.T) {
	t.Setenv("WCA_SECRET_OF_THE_PARENT", "geheim")
	if got, err := worker(t, nil).Do(context.Background(), []byte("secret")); err != nil || len(got) != 0 {
		t.Errorf("%q, %v", got, err)
	}
}

func TestWorker_ClosedOrInsideAChild(t *testing.T) {
	w := worker(t, nil)
	w.Close()
	if _, err := w.Do(context.Background(), nil); !errors.Is(err, ErrClosed) {
		t.Errorf("%v", err)
	}
	t.Setenv(inside, "1")
	if _, err := worker(t, nil).Do(context.Background(), nil); !errors.Is(err, ErrCrashed) {
		t.Errorf("%v", err)
	}
}
