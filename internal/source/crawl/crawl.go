// Package crawl reads websites: it finds addresses by links and sitemaps, asks robots.txt, keeps a
// polite pace and says for every address what became of it. What it has found so far is kept by
// the caller (Frontier), so that a crawl can stop at any moment and go on later.
package crawl

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"github.com/webchatagent/wca/internal/problem"
)

// Crawler reads one website.
type Crawler struct {
	Home  string                             // address of who crawls, told to websites; "" tells none
	Known bool                               // pages of the website were read before
	Paced func(context.Context, Pause) error // hears of the pause that robots.txt asks for, each time Run begins; may be nil

	client *http.Client
	rules  Rules
	log    *slog.Logger
	first  string                // the start address as it was given
	scope  atomic.Pointer[scope] // changes once, if the start address leads to another host
	robots *robots
	pace   *pace
	traps  *traps
	turns  *turns
	busy   patient
	adding sync.Mutex // guards total and left
	total  int        // addresses the frontier knows
	left   *leftOut
}

// New returns a crawler for the website of the start address. The client must return redirects
// instead of following them.
func New(client *http.Client, start string, rules Rules, log *slog.Logger) (*Crawler, error) {
	if err := rules.Check(); err != nil {
		return nil, err
	}
	s, err := newScope(start, rules)
	if err != nil {
		return nil, err
	}
	c := &Crawler{client: client, first: Normalise(start), rules: rules.withDefaults(), log: log, traps: newTraps(), turns: newTurns(), left: newLeftOut()}
	c.scope.Store(&s)
	return c, nil
}

// Run reads until nothing is pending or ctx ends. The start address must be in the frontier.
func (c *Crawler) Run(ctx context.Context, f Frontier, handle Handler) error {
	err := c.crawl(ctx, f, handle)
	if untold := c.tell(context.WithoutCancel(ctx), f); err == nil {
		err = untold
	}
	return err
}

func (c *Crawler) crawl(ctx context.Context, f Frontier, handle Handler) error {
	total, err := f.Total(ctx)
	if err != nil {
		return fmt.Errorf("counting pages: %w", err)
	}
	c.total = total
	if err := c.prepare(ctx, f); err != nil {
		return err
	}
	work, ctx := errgroup.WithContext(ctx)
	queue := make(chan Page)
	finished := make(chan string, c.rules.Concurrency)
	for range c.rules.Concurrency {
		work.Go(func() error {
			return c.guarded(func() error { return c.work(ctx, f, queue, finished, handle) })
		})
	}
	work.Go(func() error {
		defer close(queue)
		return c.guarded(func() error { return c.deal(ctx, f, queue, finished) })
	})
	return work.Wait()
}

func (c *Crawler) guarded(do func() error) error {
	return problem.Guarded(c.log, "panic while a website was read", do)
}

// work reads the pages that are dealt out, one after the other. One over which the program breaks down has failed; the
// others are read.
func (c *Crawler) work(ctx context.Context, f Frontier, queue <-chan Page, finished chan<- string, handle Handler) error {
	for p := range queue {
		err := c.guarded(func() error { return c.read(ctx, f, p, handle) })
		var broken *problem.Panic
		if errors.As(err, &broken) {
			err = f.Finish(ctx, p, Outcome{State: Failed, Reason: GaveUp})
		}
		if err != nil {
			return err
		}
		select {
		case finished <- p.URL:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return nil
}

// prepare does what comes before the pages. Its parts have a time each: a server that sends a byte
// a second must not keep us from the pages.
func (c *Crawler) prepare(ctx context.Context, f Frontier) error {
	early, cancel := context.WithTimeout(ctx, settling)
	defer cancel()
	c.robots = c.fetchRobots(early)
	var moved bool
	var why *Closed
	if c.robots.busy == nil && c.robots.closed == nil && c.robots.allowed(c.first) {
		if moved, why = c.settle(early); moved && c.robots.busy == nil {
			c.robots = c.fetchRobots(early)
		}
	}
	c.pace = newPace(c.rules, c.robots.delay, c.scope.Load().start.Hostname())
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if c.robots.busy != nil {
		return c.robots.busy
	}
	if c.robots.closed != nil {
		if c.Known {
			return c.robots.closed
		}
		return nil // the pages say why they are not read
	}
	if c.Paced != nil {
		if err := c.Paced(ctx, c.pause()); err != nil {
			return err
		}
	}
	if err := c.stays(ctx, f, moved, why); err != nil {
		return err
	}
	if moved {
		if err := c.add(ctx, f, 1, []string{c.scope.Load().start.String()}); err != nil {
			return err
		}
	}
	return c.addSitemaps(ctx, f)
}

// deal hands pending pages to the workers, each once, until none is pending and none under way.
func (c *Crawler) deal(ctx context.Context, f Frontier, queue chan<- Page, finished <-chan string) error {
	underWay := map[string]bool{}
	var ready []Page
	for {
		if len(ready) == 0 {
			pending, err := f.Next(ctx, len(underWay)+8*c.rules.Concurrency)
			if err != nil {
				return fmt.Errorf("looking for pages to read: %w", err)
			}
			for _, p := range pending {
				if !underWay[p.URL] {
					ready = append(ready, p)
				}
			}
		}
		if len(ready) == 0 && len(underWay) == 0 {
			return nil
		}
		var out chan<- Page
		var next Page
		if len(ready) > 0 {
			out, next = queue, ready[0]
		}
		select {
		case out <- next:
			underWay[next.URL] = true
			ready = ready[1:]
		case url := <-finished:
			delete(underWay, url)
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// read fetches one page and has it handled.
func (c *Crawler) read(ctx context.Context, f Frontier, p Page, handle Handler) error {
	if p.URL != c.first && !c.scope.Load().contains(p.URL) {
		return f.Finish(ctx, p, Outcome{State: Skipped, Reason: Excluded}) // known from a time of other rules
	}
	if closed := c.robots.closed; closed != nil {
		return f.Finish(ctx, p, Outcome{State: Failed, Reason: closed.Reason, Detail: closed.Detail})
	}
	if !c.robots.allowed(p.URL) {
		return f.Finish(ctx, p, Outcome{State: Skipped, Reason: ByRobots})
	}
	got, outcome := c.fetch(ctx, p)
	if ctx.Err() != nil {
		return ctx.Err() // the page stays pending
	}
	if err := c.busy.heard(outcome, p.URL == c.first); err != nil {
		return errors.Join(err, f.Finish(ctx, p, outcome))
	}
	if outcome.State != Done {
		if outcome.Reason == Redirected {
			return c.lead(ctx, f, p, outcome)
		}
		return f.Finish(ctx, p, outcome)
	}
	return handle(ctx, got, func(r Read) (Outcome, error) {
		r.NoIndex, r.NoFollow = r.NoIndex || got.wishes.noIndex, r.NoFollow || got.wishes.noFollow
		if err := c.follow(ctx, f, p, r); err != nil {
			return Outcome{}, err
		}
		return c.admit(got, r, outcome), nil
	})
}

// follow takes in where a page leads.
func (c *Crawler) follow(ctx context.Context, f Frontier, p Page, r Read) error {
	if r.NoFollow {
		return nil
	}
	links := r.Links
	for _, more := range []string{r.Canonical, r.Refresh} {
		if more != "" {
			links = append(links, more)
		}
	}
	return c.add(ctx, f, p.Depth+1, links)
}

// admit decides whether a page that was read may be indexed.
func (c *Crawler) admit(got Fetched, r Read, o Outcome) Outcome {
	switch {
	case r.Login:
		o.State, o.Reason = Skipped, LoginPage
	case r.NoIndex:
		o.State, o.Reason = Skipped, NoIndex
	case r.Canonical != "":
		if other := Normalise(r.Canonical); other != "" && other != Normalise(got.URL) && c.scope.Load().contains(other) {
			o.State, o.Reason, o.Detail = Skipped, Duplicate, other
		}
	}
	return o
}

// add takes in links that belong to the site.
func (c *Crawler) add(ctx context.Context, f Frontier, depth int, links []string) error {
	pages := c.belonging(depth, links)
	c.adding.Lock()
	defer c.adding.Unlock()
	if depth > c.rules.MaxDepth {
		return c.leave(ctx, f, pages, byDepth)
	}
	for len(pages) > 0 && c.total < c.rules.MaxPages { // most are known already: as many at once as can be new
		n := min(len(pages), c.rules.MaxPages-c.total)
		added, err := f.Add(ctx, pages[:n])
		if err != nil {
			return fmt.Errorf("noting found pages: %w", err)
		}
		for _, p := range pages[:n] {
			if why, _ := c.left.judged(p.URL); why != inside {
				c.left.judge(p.URL, inside) // a shorter way was found
			}
		}
		c.total += added
		pages = pages[n:]
	}
	return c.leave(ctx, f, pages, byPages)
}

// belonging picks the addresses that belong to the site, each once.
func (c *Crawler) belonging(depth int, links []string) []Page {
	var pages []Page
	seen := map[string]bool{}
	for _, link := range links {
		address := Normalise(link)
		if address == "" || seen[address] || !c.scope.Load().contains(address) || c.traps.caught(address, depth <= c.rules.MaxDepth) || uninteresting(address) {
			continue
		}
		seen[address] = true
		pages = append(pages, Page{URL: address, Depth: depth})
	}
	return pages
}

// uninteresting addresses hold no text: pictures, styles, archives, feeds.
func uninteresting(address string) bool {
	dot := strings.LastIndexByte(address, '.')
	if dot < 0 || strings.ContainsAny(address[dot:], "/?") {
		return false
	}
	switch strings.ToLower(address[dot+1:]) {
	case "jpg", "jpeg", "png", "gif", "svg", "webp", "avif", "ico", "bmp", "tif", "tiff", "css", "js", "mjs", "map", "woff", "woff2", "ttf", "eot",
		"mp3", "mp4", "m4a", "m4v", "webm", "ogg", "wav", "avi", "mov", "zip", "gz", "tgz", "rar", "7z", "tar", "bz2", "xz", "exe", "dmg", "msi", "apk", "iso", "ics", "vcf", "rss", "atom", "wasm", "bin":
		return true
	}
	return false
}
