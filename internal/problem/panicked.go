package problem

import (
	"fmt"
	"log/slog"
	"runtime"
	"runtime/debug"
)

// Panic is the error that a panic was made into. It has what a log may keep: what was panicked with may hold what was
// worked on, such as a visitor's text.
type Panic struct {
	Said  string // see Panicked
	Stack string // of the goroutine that panicked
}

func (p *Panic) Error() string { return "panic: " + p.Said }

// Panicked is what a log may keep of a recovered value: the words of the runtime, which name types and numbers, and
// of all else only what it is. Libraries put into theirs what they were given, such as a visitor's text.
func Panicked(v any) string {
	if known, is := v.(runtime.Error); is {
		return known.Error()
	}
	return fmt.Sprintf("%T", v)
}

// Guard makes an error of a panic, a *Panic, so that it ends what was being done and not the whole program. Whoever starts
// a goroutine needs it: nobody else can recover what happens there. Who waits for one may panic with its *Panic again.
func Guard(do func() error) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = panicOf(v)
		}
	}()
	return do()
}

// Guarded is Guard that tells a log of the panic, with a message and what it is about.
func Guarded(log *slog.Logger, message string, do func() error, about ...any) (err error) {
	defer func() {
		if v := recover(); v != nil {
			p := panicOf(v)
			log.Error(message, append(about, "panic", p.Said, "stack", p.Stack)...)
			err = p
		}
	}()
	return do()
}

func panicOf(v any) *Panic {
	if p, is := v.(*Panic); is { // of a goroutine that was waited for
		return p
	}
	return &Panic{Said: Panicked(v), Stack: string(debug.Stack())}
}
