package crawl

import (
	"net/url"
	"strings"
	"sync"
)

// traps notices addresses that a website makes without end: calendars and filters with ever new
// queries, paths that repeat themselves.
type traps struct {
	mu      sync.Mutex
	queries map[string]map[string]bool // by path: the queries seen
}

// maxQueries is how many variants of one path are read.
const maxQueries = 200

func newTraps() *traps { return &traps{queries: map[string]map[string]bool{}} }

// caught reports whether an address is one of those without end. Only those that may be read are to be remembered:
// others would take the places of their variants.
func (t *traps) caught(address string, remember bool) bool {
	u, err := url.Parse(address)
	if err != nil {
		return true
	}
	parts := strings.Split(u.Path, "/")
	if len(parts) > 30 {
		return true
	}
	seen := map[string]int{}
	for _, p := range parts {
		if p != "" {
			if seen[p]++; seen[p] > 3 {
				return true
			}
		}
	}
	if u.RawQuery == "" {
		return false
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	known := t.queries[u.Path]
	if !known[u.RawQuery] && len(known) >= maxQueries {
		return true
	}
	if !remember {
		return false
	}
	if known == nil {
		known = map[string]bool{}
		t.queries[u.Path] = known
	}
	known[u.RawQuery] = true
	return false
}
