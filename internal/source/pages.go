package source

import (
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/webchatagent/wca/internal/extract/refusal"
	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/source/crawl"
)

// raiseEvery is how often the index of a bot is made new while a source is being read: the first
// pages are searchable after a second, and building indexes does not become the main work.
const raiseEvery = 2 * time.Second

// pages finishes the pages of one run: it stores them, makes the index new now and then, and
// tells who watches.
type pages struct {
	library  *Library
	source   Source
	lease    Lease
	progress func(Source, *Page)

	mu     sync.Mutex
	guards bool            // documents that would be removed are kept until it is certain that they are not most
	unseen bool            // something was stored that the index does not know
	raised time.Time       // when the index was made new
	ended  map[string]Page // pages of circles are finished twice
}

func newPages(l *Library, s Source, lease Lease, progress func(Source, *Page)) *pages {
	return &pages{library: l, source: s, lease: lease, progress: progress, raised: l.Now().Add(time.Second - raiseEvery), ended: map[string]Page{}}
}

// finish stores a page with its document, if it has one.
func (p *pages) finish(ctx context.Context, page Page, doc *Document, passages []passage.Passage) error {
	page.Run, page.At = p.source.Run, p.library.Now().UTC()
	page.Keep, page.Holder = p.keeps(page), p.lease.Holder
	effect, err := p.library.Store.FinishPage(ctx, page, doc, passages)
	if err != nil {
		return fmt.Errorf("storing %s: %w", page.Address, err)
	}
	page.Effect = effect
	p.mu.Lock()
	defer p.mu.Unlock()
	p.unseen = p.unseen || page.State != PageUnchanged
	p.count(page, len(passages))
	if p.guards && p.source.Counts.wellAlready() {
		if err := p.letGo(ctx); err != nil {
			return err
		}
	}
	if p.progress != nil {
		p.progress(p.source, &page)
	}
	if p.unseen && p.library.Now().Sub(p.raised) >= raiseEvery {
		return p.raiseLocked(ctx)
	}
	return nil
}

// keeps reports whether the document of a page is to stay for now although the page says otherwise. What an operator
// wants to go goes at once.
func (p *pages) keeps(page Page) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.guards && page.Code != string(crawl.Excluded) && page.Code != codeErased
}

// letGo removes what was kept until it was certain that the website as a whole is well.
func (p *pages) letGo(ctx context.Context) error {
	p.guards = false
	if p.source.Counts.Kept == 0 {
		return nil
	}
	if err := p.library.still(ctx, p.lease); err != nil {
		return err
	}
	if _, err := p.library.Store.RemoveKept(ctx, p.source.Workspace, p.source.Bot, p.source.ID); err != nil {
		return fmt.Errorf("removing what is gone: %w", err)
	}
	c := &p.source.Counts
	c.Documents, c.Removed, c.Kept, p.unseen = c.Documents-c.Kept, c.Removed+c.Kept, 0, true
	return nil
}

// paced notes the pause that robots.txt asks for as soon as it is known: a reading that takes hours says so.
func (p *pages) paced(ctx context.Context, pause crawl.Pause) error {
	now, err := p.library.Store.Source(ctx, p.source.Workspace, p.source.Bot, p.source.ID)
	if err != nil {
		return fmt.Errorf("reading the source: %w", err)
	}
	if pause.Wanted > 0 {
		pause.Addresses = now.Counts.addresses()
	}
	p.mu.Lock()
	p.source.Notice.Pause = pause
	p.mu.Unlock()
	if pause == now.Notice.Pause {
		return nil
	}
	now.Notice.Pause = pause
	if err := p.library.Store.UpdateSource(ctx, now); err != nil {
		return fmt.Errorf("noting the pause between requests: %w", err)
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
	if err := p.library.Store.RaiseIndex(ctx, p.source.Workspace, p.source.Bot); err != nil {
		return fmt.Errorf("making the index new: %w", err)
	}
	p.unseen, p.raised = false, p.library.Now()
	return nil
}

// count keeps the numbers that are shown while reading; the stored ones are counted by the store. A page that is
// finished anew counts as what it became last.
func (p *pages) count(page Page, passages int) {
	c := &p.source.Counts
	if before, again := p.ended[page.Address]; again {
		c.tally(before, -1)
	} else {
		c.Pending = max(0, c.Pending-1)
	}
	c.tally(page, 1)
	if page.Code == string(crawl.Redirected) {
		p.ended[page.Address] = page
	}
	switch page.Effect {
	case New:
		c.Documents++
		c.Passages += passages
	case Removed:
		c.Documents--
	}
}

// tally adds a page to the numbers, or takes it away again with -1.
func (c *Counts) tally(page Page, n int) {
	switch page.State {
	case PageDone, PageUnchanged:
		c.Done += n
	case PageSkipped:
		c.Skipped += n
	case PageFailed:
		c.Failed += n
	case PageGone:
		c.Gone += n
	}
	if page.Code == refusal.CodeScripts && page.State != PageFailed {
		c.Scripted += n
	}
	switch page.Effect {
	case New:
		c.New += n
	case Changed:
		c.Changed += n
	case Unchanged:
		c.Unchanged += n
	case Removed:
		c.Removed += n
	case Kept:
		c.Kept += n
	}
}
