package source

import (
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/webchatagent/wca/internal/retrieve"
)

// raiseEvery is how often the index of a bot is made new while a source is being read: the first
// pages are searchable after a second, and building indexes does not become the main work.
const raiseEvery = 2 * time.Second

// pages finishes the pages of one run: it stores them, makes the index new now and then, and
// tells who watches.
type pages struct {
	library  *Library
	source   Source
	progress func(Source, *Page)

	mu     sync.Mutex
	unseen bool      // something was stored that the index does not know
	raised time.Time // when the index was made new
}

func newPages(l *Library, s Source, progress func(Source, *Page)) *pages {
	return &pages{library: l, source: s, progress: progress, raised: l.Now().Add(time.Second - raiseEvery)}
}

// finish stores a page with its document, if it has one.
func (p *pages) finish(ctx context.Context, page Page, doc *Document, passages []retrieve.Passage) error {
	page.Run, page.At = p.source.Run, p.library.Now().UTC()
	if err := p.library.Store.FinishPage(ctx, page, doc, passages); err != nil {
		return fmt.Errorf("storing %s: %w", page.Address, err)
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.unseen = p.unseen || page.State != PageUnchanged
	p.count(page, len(passages))
	if p.progress != nil {
		p.progress(p.source, &page)
	}
	if p.unseen && p.library.Now().Sub(p.raised) >= raiseEvery {
		return p.raiseLocked(ctx)
	}
	return nil
}

// found notes new pages for who watches.
func (p *pages) found(n int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.source.Counts.Pending += n
}

// raise makes the index new if it does not know everything.
func (p *pages) raise(ctx context.Context) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if !p.unseen {
		return nil
	}
	return p.raiseLocked(ctx)
}

func (p *pages) raiseLocked(ctx context.Context) error {
	if _, err := p.library.Store.RaiseIndex(ctx, p.source.Workspace, p.source.Bot); err != nil {
		return fmt.Errorf("making the index new: %w", err)
	}
	p.unseen, p.raised = false, p.library.Now()
	return nil
}

// count keeps the numbers that are shown while reading; the stored ones are counted by the store.
func (p *pages) count(page Page, passages int) {
	c := &p.source.Counts
	c.Pending = max(0, c.Pending-1)
	switch page.State {
	case PageDone, PageUnchanged:
		c.Done++
	case PageSkipped:
		c.Skipped++
	case PageFailed:
		c.Failed++
	case PageGone:
		c.Gone++
	}
	if page.State == PageDone {
		c.Documents++
		c.Passages += passages
	}
}
