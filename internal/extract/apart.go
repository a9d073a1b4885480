package extract

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/webchatagent/wca/internal/extract/child"
	"github.com/webchatagent/wca/internal/extract/document"
	"github.com/webchatagent/wca/internal/extract/refusal"
)

const (
	// effort is the processor time that a child may spend without a sign of progress: a page of a PDF takes milliseconds.
	effort = 8 * time.Second
	// silence ends a child that waits. On a busy server one that works may get little of the processor.
	silence = time.Minute
	// maxAnswer bounds what a child may send: text as JSON with its structure.
	maxAnswer = 128 << 20
)

// readApart lets the child process read a file.
func (e *Extractor) readApart(ctx context.Context, f format, in Input) (document.Document, error) {
	worker, err := e.child()
	if err != nil {
		return document.Document{}, err
	}
	request, err := packOrder(order{Format: f, Cache: e.o.CacheDir}, in.Body)
	if err != nil {
		return document.Document{}, err
	}
	reply, err := worker.Do(ctx, request)
	switch {
	case errors.Is(err, child.ErrTimeout):
		return document.Document{}, refusal.TookLong.Because(err)
	case errors.Is(err, child.ErrOutput):
		return document.Document{}, refusal.LongIndexed.Because(err)
	case errors.Is(err, child.ErrCrashed):
		return document.Document{}, refusal.Hostile.Because(err)
	case err != nil:
		return document.Document{}, fmt.Errorf("reading a file in the child process: %w", err)
	}
	var r report
	if err := json.Unmarshal(reply, &r); err != nil {
		return document.Document{}, refusal.Damaged.Because(fmt.Errorf("the child process answered no document: %w", err))
	}
	if r.Refusal != nil {
		return document.Document{}, &refusal.Error{Code: r.Refusal.Code, Said: r.Refusal.Said, Message: r.Refusal.Message, Err: reason(r.Refusal.Reason)}
	}
	if r.Document == nil {
		return document.Document{}, refusal.Damaged.Because(errors.New("the child process answered no document"))
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
		Command: command, Timeout: e.o.Timeout, Effort: effort, Silence: silence, Idle: e.o.Idle, Output: maxAnswer, Log: e.o.Log,
	})
	return e.worker, nil
}
