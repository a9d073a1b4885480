package crawl

import (
	"context"
	"slices"
	"sync"
)

// memory is a frontier for tests. It counts what is handed in.
type memory struct {
	mu       sync.Mutex
	pending  []Page
	outcomes map[string]Outcome
	known    map[string]bool
	finished map[string]int // how often each address was finished
	leftOut  LeftOut
}

func newMemory(pages ...Page) *memory {
	m := &memory{outcomes: map[string]Outcome{}, known: map[string]bool{}, finished: map[string]int{}}
	for _, p := range pages {
		m.known[p.URL] = true
		m.pending = append(m.pending, p)
	}
	return m
}

func (m *memory) Next(_ context.Context, n int) ([]Page, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return slices.Clone(m.pending[:min(n, len(m.pending))]), nil
}

func (m *memory) Add(_ context.Context, pages []Page) (added int, err error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, p := range pages {
		if !m.known[p.URL] {
			m.known[p.URL] = true
			m.pending = append(m.pending, p)
			added++
		}
	}
	return added, nil
}

func (m *memory) Total(context.Context) (int, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return len(m.known), nil
}

func (m *memory) Unknown(_ context.Context, addresses []string) ([]string, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return slices.DeleteFunc(slices.Clone(addresses), func(a string) bool { return m.known[a] }), nil
}

func (m *memory) LeaveOut(_ context.Context, n LeftOut) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.leftOut.Pages, m.leftOut.Depth = max(m.leftOut.Pages, n.Pages), max(m.leftOut.Depth, n.Depth)
	return nil
}

func (m *memory) Finish(_ context.Context, p Page, o Outcome) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.outcomes[p.URL] = o
	m.finished[p.URL]++
	m.pending = slices.DeleteFunc(m.pending, func(q Page) bool { return q.URL == p.URL })
	return nil
}
