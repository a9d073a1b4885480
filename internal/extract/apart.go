package extract

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/webchatagent/wca/internal/extract/child"
)

const (
	// silence is for how long a child may show no progress: a page of a PDF takes
	// milliseconds. The start is given longer, see startup.
	silence = 8 * time.Second
	// maxAnswer bounds what a child may send: text as JSON with its structure.
	maxAnswer = 128 << 20
)

// readApart lets the child process read a file.
func (e *Extractor) readApart(ctx context.Context, f format, in Input) (Document, error) {
	worker, err := e.child()
	if err != nil {
		return Document{}, err
	}
	request, err := packOrder(order{Format: f, Cache: e.o.CacheDir}, in.Body)
	if err != nil {
		return Document{}, err
	}
	reply, err := worker.Do(ctx, request)
	switch {
	case errors.Is(err, child.ErrTimeout):
		return Document{}, tookLong.because(err)
	case errors.Is(err, child.ErrOutput):
		return Document{}, longIndexed.because(err)
	case errors.Is(err, child.ErrCrashed):
		return Document{}, isHostile.because(err)
	case err != nil:
		return Document{}, fmt.Errorf("reading a file in the child process: %w", err)
	}
	var r report
	if err := json.Unmarshal(reply, &r); err != nil {
		return Document{}, isDamaged.because(fmt.Errorf("the child process answered no document: %w", err))
	}
	if r.Refusal != nil {
		return Document{}, &Error{Code: r.Refusal.Code, Said: r.Refusal.Said, Message: r.Refusal.Message, Err: reason(r.Refusal.Reason)}
	}
	if r.Document == nil {
		return Document{}, isDamaged.because(errors.New("the child process answered no document"))
	}
	return *r.Document, nil
}

func reason(s string) error {
	if s == "" || s == "<nil>" {
		return nil
	}
	return errors.New(s)
}

// child gives the worker, made at the first use.
func (e *Extractor) child() (*child.Worker, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.closed {
		return nil, child.ErrClosed
	}
	if e.worker != nil {
		return e.worker, nil
	}
	command := e.o.Child
	if len(command) == 0 {
		self, err := os.Executable()
		if err != nil {
			return nil, fmt.Errorf("finding this program to start it as a child: %w", err)
		}
		command = []string{self, "extract-child"}
	}
	e.worker = child.NewWorker(child.Options{
		Command: command, Timeout: e.o.Timeout, Silence: silence, Idle: e.o.Idle, Output: maxAnswer, Log: e.o.Log,
	})
	return e.worker, nil
}
