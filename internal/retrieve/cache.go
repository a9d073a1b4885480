package retrieve

import (
	"container/list"
	"context"
	"fmt"
	"sync"

	"github.com/webchatagent/wca/internal/problem"
)

// Cache keeps the indexes of many bots in memory up to a budget; the least
// recently used leave first. The zero value keeps one index at a time.
type Cache struct {
	// Budget is how many bytes the indexes may take together. The index asked
	// for last stays even when it alone is larger.
	Budget int64

	mu      sync.Mutex
	entries map[string]*list.Element // of *cached, by key
	order   list.List                // most recently used first
	used    int64
	loading map[string]*flight
}

type cached struct {
	key, version string
	index        *Index
	bytes        int64
}

// flight is a load that several callers wait for.
type flight struct {
	done  chan struct{}
	index *Index
	err   error
}

// Get returns the index of key in the given version, building it when it is
// not there. Callers that ask for the same at once share one load;
// an index of another version is replaced when the new one is ready. A load
// goes on when the caller that began it gives up, because others may wait for
// it; the caller itself returns at once.
func (c *Cache) Get(ctx context.Context, key, version string, build func(context.Context) (*Index, error)) (*Index, error) {
	c.mu.Lock()
	if e, ok := c.entries[key]; ok {
		if hit := e.Value.(*cached); hit.version == version {
			c.order.MoveToFront(e)
			c.mu.Unlock()
			return hit.index, nil
		}
	}
	id := key + "\x00" + version
	f, ok := c.loading[id]
	if !ok {
		f = &flight{done: make(chan struct{})}
		if c.loading == nil {
			c.loading = map[string]*flight{}
		}
		c.loading[id] = f
		go c.load(context.WithoutCancel(ctx), f, id, key, version, build)
	}
	c.mu.Unlock()
	select {
	case <-f.done:
		return f.index, f.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func (c *Cache) load(ctx context.Context, f *flight, id, key, version string, build func(context.Context) (*Index, error)) {
	made := cached{key: key, version: version}
	err := problem.Guard(func() (err error) {
		if made.index, err = build(ctx); err == nil {
			made.bytes = made.index.memoryBytes()
		}
		return err
	})
	c.mu.Lock()
	defer c.mu.Unlock()
	if err == nil {
		f.index = made.index
		c.put(&made)
	} else {
		f.err = fmt.Errorf("building an index: %w", err)
	}
	delete(c.loading, id)
	close(f.done)
}

func (c *Cache) put(entry *cached) {
	c.remove(entry.key)
	if c.entries == nil {
		c.entries = map[string]*list.Element{}
	}
	c.entries[entry.key] = c.order.PushFront(entry)
	c.used += entry.bytes
	for c.used > c.Budget && c.order.Len() > 1 {
		c.remove(c.order.Back().Value.(*cached).key)
	}
}

func (c *Cache) remove(key string) {
	e, ok := c.entries[key]
	if !ok {
		return
	}
	c.order.Remove(e)
	delete(c.entries, key)
	c.used -= e.Value.(*cached).bytes
}

// Sweep drops the indexes that keep refuses: those of bots that are gone or know less by now.
func (c *Cache) Sweep(keep func(key, version string) bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for e := c.order.Front(); e != nil; {
		one := e.Value.(*cached)
		e = e.Next()
		if !keep(one.key, one.version) {
			c.remove(one.key)
		}
	}
}

// Used is how many bytes the kept indexes take.
func (c *Cache) Used() int64 {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.used
}
