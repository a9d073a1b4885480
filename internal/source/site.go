package source

import (
	"context"
	"errors"
	"fmt"

	"github.com/webchatagent/wca/internal/extract"
	"github.com/webchatagent/wca/internal/extract/document"
	"github.com/webchatagent/wca/internal/extract/refusal"
	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/source/crawl"
)

// readSite crawls a website; every page that arrives becomes a document.
func (l *Library) readSite(ctx context.Context, s Source, pages *pages) error {
	crawler, err := crawl.New(l.Client, s.Address, s.Rules, l.Log)
	if err != nil {
		return err
	}
	if l.PublicURL != "" {
		crawler.Home = l.PublicURL + "/"
	}
	crawler.Known = s.Counts.Documents > 0
	crawler.Paced = func(ctx context.Context, p crawl.Pause) error { return pages.paced(ctx, p) }
	again := s.Counts.Documents >= few
	pages.guards = again && !s.Counts.wellAlready()
	site := &site{library: l, source: s, pages: pages, echo: newEcho(again && s.Counts.Done == 0 && !s.Notice.confirms(SameText, s.StartedAt))}
	err = crawler.Run(ctx, site, site.take)
	if err != nil {
		return err
	}
	return site.echo.differs(ctx)
}

// site is a crawl's memory in the store, and its way into the index.
type site struct {
	library *Library
	source  Source
	pages   *pages
	echo    *echo
}

// take turns a fetched page into a document, or notes why it is none.
func (s *site) take(ctx context.Context, f crawl.Fetched, admit func(crawl.Read) (crawl.Outcome, error)) error {
	doc, passages, said, err := s.library.document(ctx, s.source, extract.Input{URL: f.URL, ContentType: f.ContentType, Body: f.Body})
	if ctx.Err() != nil {
		return ctx.Err()
	}
	var refused *refusal.Error
	if err != nil && !errors.As(err, &refused) {
		return fmt.Errorf("extracting %s: %w", f.URL, err)
	}
	outcome, err := admit(read(said.Links)) // a page without text may lead to others all the same
	if err != nil {
		return err
	}
	page := s.page(f.Page, outcome)
	if refused != nil && (outcome.State == crawl.Done || outcome.Reason == crawl.LoginPage) {
		page = s.page(f.Page, crawl.Outcome{State: crawl.Failed, Status: f.Status})
		page.Code, page.Said, page.Reason = refused.Code, refused.Said, refused.Message
		switch refused.Code {
		case refusal.CodeLogin, refusal.CodeEmpty, refusal.CodeScripts, refusal.CodeParked:
			page.State = PageSkipped // what it said before is no longer there
		case refusal.CodeMissing:
			page.State = PageGone
		}
	}
	if page.State != PageDone {
		return s.pages.finish(ctx, page, nil, nil)
	}
	page.hardly(said)
	if erased, err := s.erased(ctx, page, doc); erased || err != nil {
		return err
	}
	known, err := s.library.prepare(ctx, doc, passages)
	if err != nil {
		return err
	}
	if known {
		if err := s.echo.differs(ctx); err != nil {
			return err
		}
		page.State = PageUnchanged
		return s.pages.finish(ctx, page, nil, nil)
	}
	former, err := s.former(ctx, doc)
	if err != nil {
		return err
	}
	store := func(ctx context.Context) error {
		page.Unerased = s.source.CreatedAt
		err := s.pages.finish(ctx, page, doc, passages)
		if problem.Is(err, problem.Gone) { // it was erased meanwhile
			_, err = s.erased(ctx, page, doc)
		}
		return err
	}
	if held, err := s.echo.hold(ctx, page.Address, textOf(doc.Title, passages), former, store); held || err != nil {
		return err
	}
	return store(ctx)
}

// erased leaves a page out whose document was erased as such.
func (s *site) erased(ctx context.Context, p Page, doc *Document) (bool, error) {
	erased, err := s.library.Store.DocumentErased(ctx, doc.Workspace, doc.ID, s.source.CreatedAt)
	if err != nil {
		return false, fmt.Errorf("looking whether the document was erased: %w", err)
	}
	if !erased {
		return false, nil
	}
	p.State, p.ETag, p.LastModified, p.ContentHash = PageSkipped, "", "", ""
	p.Code, p.Reason = codeErased, erasedPage.En
	if err := s.pages.finish(ctx, p, nil, nil); !problem.Is(err, problem.NotFound) { // the page may have gone with it
		return true, err
	}
	return true, nil
}

// former tells stored documents apart that say different things; "" if there is none.
func (s *site) former(ctx context.Context, doc *Document) (string, error) {
	was, err := s.library.Store.Document(ctx, doc.Workspace, doc.Bot, doc.ID)
	if problem.Is(err, problem.NotFound) {
		return "", nil
	}
	if err != nil {
		return "", fmt.Errorf("reading the stored document of %s: %w", doc.Address, err)
	}
	return fmt.Sprintf("%d %s", was.Passages, was.Title), nil
}

// read hands what extraction found around the text over to the crawler.
func read(l document.Links) crawl.Read {
	r := crawl.Read{
		Links: l.Hrefs, Canonical: l.Canonical, NoIndex: l.NoIndex, NoFollow: l.NoFollow, Refresh: l.Refresh, Login: l.LoginForm,
	}
	for _, alternate := range l.Alternates {
		r.Links = append(r.Links, alternate)
	}
	return r
}

// page is the row of an outcome. What a re-crawl compares is kept only of pages that were taken
// in: the others are worth a full look next time.
func (s *site) page(p crawl.Page, o crawl.Outcome) Page {
	out := Page{
		Workspace: s.source.Workspace, Bot: s.source.Bot, Source: s.source.ID, Address: p.URL, Depth: p.Depth,
		State: PageState(o.State), Status: o.Status, Code: string(o.Reason),
	}
	out.Reason = said(o.Reason, o.Detail)
	if o.State == crawl.Done || o.State == crawl.Unchanged {
		out.ETag, out.LastModified, out.ContentHash = o.ETag, o.LastModified, reading+o.ContentHash
	}
	return out
}

// crawled is a page as the crawler compares it with what the website says.
func crawled(p Page) crawl.Page {
	out := crawl.Page{URL: p.Address, Depth: p.Depth}
	if p.readAlike() {
		out.ETag, out.LastModified, out.ContentHash = p.ETag, p.LastModified, p.ContentHash[len(reading):]
	}
	return out
}

// said is a reason with its details as a sentence.
func said(reason crawl.Reason, detail string) string {
	switch {
	case reason == "":
		return ""
	case detail == "":
		return reason.Sentence("en")
	case reason == crawl.PrivateAddr:
		return detail
	}
	return reason.Sentence("en") + " (" + detail + ")"
}

// Next implements crawl.Frontier.
func (s *site) Next(ctx context.Context, n int) ([]crawl.Page, error) {
	pending, err := s.library.Store.PendingPages(ctx, s.source.Workspace, s.source.Bot, s.source.ID, n+s.echo.count())
	if err != nil {
		return nil, fmt.Errorf("looking which pages are to be read: %w", err)
	}
	out := make([]crawl.Page, 0, len(pending))
	for _, p := range pending {
		if !s.echo.holds(p.Address) {
			out = append(out, crawled(p))
		}
	}
	return out, nil
}

// Add implements crawl.Frontier.
func (s *site) Add(ctx context.Context, found []crawl.Page) (int, error) {
	rows := make([]Page, len(found))
	for i, p := range found {
		rows[i] = Page{
			Workspace: s.source.Workspace, Bot: s.source.Bot, Source: s.source.ID, Address: p.URL, Depth: p.Depth,
			State: PagePending, Run: s.source.Run - 1,
		}
	}
	added, err := s.library.Store.AddPages(ctx, rows)
	s.pages.found(added)
	return added, err
}

// Total implements crawl.Frontier.
func (s *site) Total(ctx context.Context) (int, error) {
	now, err := s.library.Store.Source(ctx, s.source.Workspace, s.source.Bot, s.source.ID)
	return now.Counts.addresses(), err
}

// Unknown implements crawl.Frontier.
func (s *site) Unknown(ctx context.Context, addresses []string) ([]string, error) {
	return s.library.Store.UnknownAddresses(ctx, s.source.Workspace, s.source.Bot, s.source.ID, addresses)
}

// LeaveOut implements crawl.Frontier.
func (s *site) LeaveOut(ctx context.Context, n crawl.LeftOut) error {
	return s.library.Store.LeaveOut(ctx, s.source.Workspace, s.source.Bot, s.source.ID, n)
}

// Finish implements crawl.Frontier.
func (s *site) Finish(ctx context.Context, p crawl.Page, o crawl.Outcome) error {
	if o.State == crawl.Unchanged {
		if err := s.echo.differs(ctx); err != nil {
			return err
		}
	}
	return s.pages.finish(ctx, s.page(p, o), nil, nil)
}
