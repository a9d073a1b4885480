package personal

import (
	"errors"
	"sync/atomic"
)

// ErrFailed says that personal data could not be looked for. What was to be sent must not be.
var ErrFailed = errors.New("personal data could not be recognised, so nothing was sent")

// Guarded is a Searcher that survives its own failure and remembers it. It is safe for concurrent
// use.
type Guarded struct {
	searcher Searcher
	failed   atomic.Bool
}

// Guard returns s, guarded.
func Guard(s Searcher) *Guarded { return &Guarded{searcher: s} }

// Find implements Searcher. After a failure it finds nothing: ask Err before using the text.
func (g *Guarded) Find(text string) (found []Entity) {
	defer func() {
		if recover() != nil { // what was recovered may hold the text, so it goes nowhere
			g.failed.Store(true)
			found = nil
		}
	}()
	return g.searcher.Find(text)
}

// Err is ErrFailed after a failure.
func (g *Guarded) Err() error {
	if g.failed.Load() {
		return ErrFailed
	}
	return nil
}
