package source

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"strings"
	"sync"

	"github.com/webchatagent/wca/internal/passage"
)

// echo notices a website that gives the same answer at every address, as one in maintenance does that says so with
// status 200. The first pages that changed are held back until one says something of its own; then nothing is held
// back any more.
type echo struct {
	mu       sync.Mutex
	watching bool
	text     string          // hash of what the pages held back say
	former   map[string]bool // what they were before: pages that were alike before may be alike now
	held     map[string]func(context.Context) error
}

func newEcho(watching bool) *echo {
	return &echo{watching: watching, former: map[string]bool{}, held: map[string]func(context.Context) error{}}
}

// textOf returns a hash of what a document says, wherever it stands.
func textOf(title string, passages []passage.Passage) string {
	h := sha256.New()
	h.Write([]byte(title))
	for _, p := range passages {
		h.Write([]byte("\x00" + strings.Join(p.Headings, "\x01") + "\x00" + p.Text))
	}
	return hex.EncodeToString(h.Sum(nil))
}

// hold keeps a changed page back, and a new one that says what such a page says; former is "" for a new one. It is
// false if the page is to be stored at once. An error says that the website says the same everywhere.
func (e *echo) hold(ctx context.Context, address, text, former string, store func(context.Context) error) (held bool, err error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if !e.watching {
		return false, nil
	}
	if e.text != "" && e.text != text {
		if former == "" {
			return false, nil
		}
		return false, e.release(ctx)
	}
	if former == "" && e.text == "" {
		return false, nil // a new page is no sign of either
	}
	e.text, e.held[address] = text, store
	if former != "" {
		e.former[former] = true
	}
	if len(e.former) >= few {
		return true, errSame
	}
	return true, nil
}

// differs ends the watch: a page has something of its own to say.
func (e *echo) differs(ctx context.Context) error {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.release(ctx)
}

// release stores what is held back and ends the watch.
func (e *echo) release(ctx context.Context) error {
	e.watching = false
	for address, store := range e.held {
		if err := store(ctx); err != nil {
			return err
		}
		delete(e.held, address)
	}
	return nil
}

// holds reports whether a page is held back.
func (e *echo) holds(address string) bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.held[address] != nil
}

func (e *echo) count() int {
	e.mu.Lock()
	defer e.mu.Unlock()
	return len(e.held)
}

// errSame ends the reading of a website that says the same everywhere.
var errSame = errors.New("every page says the same")
