package personal

import (
	"slices"
	"sync"
)

// Once returns a Searcher that looks through the same text only once. It keeps what it was asked:
// make one per answer. It is safe for concurrent use.
func Once(s Searcher) Searcher { return &once{searcher: s, known: map[string][]Entity{}} }

type once struct {
	searcher Searcher
	mu       sync.Mutex
	known    map[string][]Entity
}

// Find implements Searcher.
func (o *once) Find(text string) []Entity {
	o.mu.Lock()
	defer o.mu.Unlock()
	found, ok := o.known[text]
	if !ok {
		found = o.searcher.Find(text)
		o.known[text] = found
	}
	return slices.Clone(found)
}
