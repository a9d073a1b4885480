package child

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/exec"
	"strings"
	"time"
)

// What can happen to a request besides an answer.
var (
	ErrTimeout = errors.New("the child process took too long")
	ErrOutput  = errors.New("the child process answered too much")
	ErrCrashed = errors.New("the child process broke down")
	ErrClosed  = errors.New("the worker is closed")
)

// inside marks the environment of a child, which must not start children of its
// own: a program that forgets to look for its child command would start itself
// without end.
const inside = "WCA_INSIDE_CHILD"

// Options of a Worker.
type Options struct {
	Command []string      // program and arguments
	Env     []string      // the child's whole environment besides PATH and the folder for temporary files
	Timeout time.Duration // for one request
	Effort  time.Duration // processor time that a child may spend without a sign of progress
	Silence time.Duration // for how long a child may show no progress, however little it gets to work
	Idle    time.Duration // after which a child with nothing to do ends
	Output  int64         // bytes of an answer
	Log     *slog.Logger
}

// Worker owns at most one running child. Requests wait for each other.
type Worker struct {
	o    Options
	turn chan struct{} // holds one token; whoever has it may use what is below

	running *process
	idle    *time.Timer
	closed  bool
}

// process is a started child.
type process struct {
	cmd    *exec.Cmd
	in     io.WriteCloser
	out    *bufio.Reader
	errors *tail
	used   bool // has answered before
}

// NewWorker makes a Worker without starting anything.
func NewWorker(o Options) *Worker {
	w := &Worker{o: o, turn: make(chan struct{}, 1)}
	w.turn <- struct{}{}
	return w
}

// Do hands a request to the child and returns its answer. When the child fails
// (ErrTimeout, ErrOutput, ErrCrashed) it is gone, and the next request starts a
// new one.
func (w *Worker) Do(ctx context.Context, content []byte) ([]byte, error) {
	select {
	case <-ctx.Done():
		return nil, ctx.Err()
	case <-w.turn:
	}
	defer func() { w.turn <- struct{}{} }()
	if w.closed {
		return nil, ErrClosed
	}
	if w.idle != nil {
		w.idle.Stop()
		w.idle = nil
	}
	again := w.running != nil && w.running.used
	reply, err := w.ask(ctx, content)
	if again && errors.Is(err, ErrCrashed) {
		// The child may have died in its sleep, or from an earlier request.
		reply, err = w.ask(ctx, content)
	}
	if w.running != nil {
		w.idle = time.AfterFunc(w.o.Idle, w.rest)
	}
	return reply, err
}

// rest ends a child that has nothing to do.
func (w *Worker) rest() {
	select {
	case <-w.turn:
		w.stop()
		w.turn <- struct{}{}
	default: // it has something to do again
	}
}

// Close ends the child and makes the Worker useless.
func (w *Worker) Close() error {
	<-w.turn
	defer func() { w.turn <- struct{}{} }()
	w.closed = true
	if w.idle != nil {
		w.idle.Stop()
	}
	w.stop()
	return nil
}

func (w *Worker) start() error {
	if os.Getenv(inside) != "" {
		return fmt.Errorf("%w: a child process may not start another", ErrCrashed)
	}
	p := &process{errors: &tail{}}
	//lint:ignore noctx it outlives the request that starts it; Close and the idle timer end it
	p.cmd = exec.Command(w.o.Command[0], w.o.Command[1:]...)
	p.cmd.Env = append([]string{inside + "=1"}, w.o.Env...)
	for _, key := range []string{"PATH", "TMPDIR", "TEMP", "TMP", "SYSTEMROOT"} {
		if v, set := os.LookupEnv(key); set {
			p.cmd.Env = append(p.cmd.Env, key+"="+v)
		}
	}
	p.cmd.Stderr = p.errors
	// Programs started by the child may hold its error output open.
	p.cmd.WaitDelay = time.Second
	ownGroup(p.cmd)
	var err error
	if p.in, err = p.cmd.StdinPipe(); err != nil {
		return fmt.Errorf("starting the child process: %w", err)
	}
	out, err := p.cmd.StdoutPipe()
	if err != nil {
		return fmt.Errorf("starting the child process: %w", err)
	}
	p.out = bufio.NewReader(out)
	if err := p.cmd.Start(); err != nil {
		return fmt.Errorf("starting the child process: %w", err)
	}
	w.running = p
	return nil
}

// ask sends a request and waits for its answer.
func (w *Worker) ask(ctx context.Context, content []byte) ([]byte, error) {
	if w.running == nil {
		if err := w.start(); err != nil {
			return nil, err
		}
	}
	p := w.running
	type result struct {
		reply []byte
		err   error
	}
	done := make(chan result, 1)
	progress := make(chan struct{}, 1)
	go func() {
		reply, err := p.exchange(content, w.o.Output, progress)
		done <- result{reply, err}
	}()
	whole := time.NewTimer(w.o.Timeout)
	defer whole.Stop()
	look := time.NewTicker(max(min(w.o.Effort, w.o.Silence)/20, time.Millisecond))
	defer look.Stop()
	last := sign{at: time.Now(), spent: spentBy(p.cmd.Process.Pid)}
	for {
		select {
		case r := <-done:
			if r.err != nil {
				said := w.kill()
				if errors.Is(r.err, ErrOutput) {
					return nil, ErrOutput
				}
				return nil, fmt.Errorf("%w: %w: %s", ErrCrashed, r.err, said)
			}
			p.used = true
			return r.reply, nil
		case <-progress:
			last = sign{at: time.Now(), spent: spentBy(p.cmd.Process.Pid)}
			continue
		case <-look.C:
			if time.Since(last.at) < w.o.Silence && last.effort(spentBy(p.cmd.Process.Pid)) < w.o.Effort {
				continue
			}
		case <-ctx.Done():
			w.kill()
			<-done
			return nil, ctx.Err()
		case <-whole.C:
		}
		w.kill()
		<-done
		return nil, ErrTimeout
	}
}

// sign is when a child last showed progress, and the processor time it had spent by then.
type sign struct {
	at    time.Time
	spent time.Duration
}

// effort is the processor time since the sign; all time, where a system does not tell that of another process.
func (s sign) effort(spent time.Duration) time.Duration {
	if spent == unknown {
		return time.Since(s.at)
	}
	return spent - max(0, s.spent)
}

// unknown is the processor time of a process whose system does not tell it.
const unknown = -1

// exchange sends a request and reads until its answer of at most so many bytes, noting signs of progress in between.
func (p *process) exchange(content []byte, most int64, progress chan<- struct{}) ([]byte, error) {
	if err := writeFrame(p.in, request, content); err != nil {
		return nil, err
	}
	for {
		kind, reply, err := readFrame(p.out, most)
		if err != nil || kind == answer {
			return reply, err
		}
		select {
		case progress <- struct{}{}:
		default:
		}
	}
}

// stop lets the child end by itself: its input ends. A child that does not is
// killed.
func (w *Worker) stop() {
	p := w.running
	if p == nil {
		return
	}
	p.in.Close()
	killer := time.AfterFunc(2*time.Second, func() { killGroup(p.cmd) })
	_ = p.cmd.Wait() // how a child ends that is not needed any more says nothing
	killer.Stop()
	w.running = nil
}

// kill ends the child at once and gives the last it said.
func (w *Worker) kill() string {
	p := w.running
	killGroup(p.cmd)
	p.in.Close()
	err := p.cmd.Wait()
	w.running = nil
	said := strings.TrimSpace(p.errors.String())
	if said == "" && err != nil {
		said = err.Error()
	}
	if w.o.Log != nil {
		w.o.Log.Warn("a child process was ended", "state", fmt.Sprint(err))
	}
	return said
}

// tail keeps the beginning of what a child writes to its error output: a crash
// says its reason first.
type tail struct{ kept []byte }

func (t *tail) Write(b []byte) (int, error) {
	if room := 2048 - len(t.kept); room > 0 {
		t.kept = append(t.kept, b[:min(room, len(b))]...)
	}
	return len(b), nil
}

func (t *tail) String() string { return string(t.kept) }
