package source

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/webchatagent/wca/internal/egress"
	"github.com/webchatagent/wca/internal/extract"
	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/retrieve"
	"github.com/webchatagent/wca/internal/source/crawl"
	"github.com/webchatagent/wca/internal/token"
)

// slice is how long one call of Ingest works before it lets others have a turn. lease is how long
// a source stays reserved for a worker that gives no sign of life, renew how often it gives one.
const (
	slice = time.Minute
	lease = 10 * time.Second
	renew = 3 * time.Second
)

// Ingest is the first journey: it reads a source and makes what it says searchable. It works for
// about a minute and reports again=true if there is more to do; a call after a kill goes on where
// the killed one stopped. While another worker has the source it does nothing.
//
// progress, if not nil, hears of every finished page; calls come one at a time.
func (l *Library) Ingest(ctx context.Context, workspace, bot, id string, progress func(Source, *Page)) (again bool, err error) {
	s, err := l.Store.Source(ctx, workspace, bot, id)
	if problem.Is(err, problem.NotFound) {
		return false, nil // removed before its turn
	}
	if err != nil {
		return false, fmt.Errorf("reading the source: %w", err)
	}
	release, ok, err := l.reserve(ctx, s)
	if err != nil || !ok {
		return false, err
	}
	defer release()
	goesOn := s.State == Running
	if s, err = l.begin(ctx, s); err != nil {
		return false, err
	}
	ctx = egress.Attribute(ctx, egress.Attribution{Workspace: s.Workspace, Bot: s.Bot, Source: s.ID, LegalBasis: "GDPR Art. 6(1)(b)"})
	pages := newPages(l, s, progress)
	pages.unseen = goesOn // a kill may have come between storing a page and making the index new
	work, stop := context.WithTimeout(ctx, slice)
	defer stop()
	switch s.Kind {
	case Site:
		err = l.readSite(work, s, pages)
	default:
		err = l.readFiles(work, s, pages)
	}
	if raised := pages.raise(context.WithoutCancel(ctx)); err == nil {
		err = raised
	}
	if work.Err() != nil && ctx.Err() == nil {
		return true, nil // the slice is over
	}
	if ctx.Err() != nil {
		return true, ctx.Err()
	}
	return false, l.end(ctx, s, err)
}

// document turns the bytes of a page or file into a document and its passages, which prepare
// makes searchable, or says why it can't.
func (l *Library) document(ctx context.Context, s Source, in extract.Input) (*Document, []retrieve.Passage, extract.Document, error) {
	said, err := l.Extractor.Extract(ctx, in)
	if err != nil {
		return nil, nil, said, err
	}
	address := in.URL
	if address == "" {
		address = in.Name
	}
	doc := Document{
		Workspace: s.Workspace, Bot: s.Bot, Source: s.ID, ID: s.documentID(address),
		Address: address, Title: said.Title, Language: said.Language, ContentType: in.ContentType,
		Bytes: int64(len(in.Body)), Pages: said.Pages, UpdatedAt: l.Now().UTC(),
	}
	if doc.Title == "" {
		doc.Title = address
	}
	passages := retrieve.Split(Searchable(said), retrieve.SplitOptions{Document: doc.ID, Address: address})
	doc.Passages, doc.ContentHash = len(passages), hashOf(doc.Title, passages)
	return &doc, passages, said, nil
}

// documentID is the id of the document of an address.
func (s Source) documentID(address string) string {
	return token.Derived("doc", s.Workspace, s.Bot, s.ID, address)
}

// hashOf changes with what a document says, not with the menus and dates around it.
func hashOf(title string, passages []retrieve.Passage) string {
	h := sha256.New()
	h.Write([]byte(title))
	for _, p := range passages {
		h.Write([]byte("\x00" + p.Address + "\x00" + p.Anchor + "\x00" + strings.Join(p.Headings, "\x01") + "\x00" + p.Text))
	}
	return hex.EncodeToString(h.Sum(nil))
}

// prepare does the language work of a document's passages, unless it says what the stored one
// says: then known is true and there is nothing to store.
func (l *Library) prepare(ctx context.Context, doc *Document, passages []retrieve.Passage) (known bool, err error) {
	hash, err := l.Store.DocumentHash(ctx, doc.Workspace, doc.Bot, doc.ID)
	if err != nil {
		return false, fmt.Errorf("comparing %s with the stored document: %w", doc.Address, err)
	}
	if hash == doc.ContentHash {
		return true, nil
	}
	for i := range passages {
		retrieve.Analyse(&passages[i])
	}
	return false, nil
}

// Searchable hands what was extracted over to retrieval; the two packages do not know each other.
func Searchable(d extract.Document) retrieve.Document {
	blocks := make([]retrieve.Block, len(d.Blocks))
	for i, b := range d.Blocks {
		blocks[i] = retrieve.Block{Kind: retrieve.Kind(b.Kind), Level: b.Level, Text: b.Text, Page: b.Page, Anchor: b.Anchor, Header: b.Header}
	}
	return retrieve.Document{Title: d.Title, Language: d.Language, Blocks: blocks}
}

// reserve takes the lease of a source and keeps it until release; ok is false while another
// worker has it.
func (l *Library) reserve(ctx context.Context, s Source) (release func(), ok bool, err error) {
	held := Lease{Workspace: s.Workspace, Bot: s.Bot, Source: s.ID, Holder: token.ID("worker")}
	take := func(ctx context.Context) (bool, error) {
		again := held
		again.Now = l.Now()
		again.Until = again.Now.Add(lease)
		return l.Store.Lease(ctx, again)
	}
	if ok, err = take(ctx); err != nil || !ok {
		if err != nil {
			err = fmt.Errorf("reserving the source: %w", err)
		}
		return nil, false, err
	}
	keep, stop := context.WithCancel(ctx)
	kept := make(chan struct{})
	go func() {
		defer close(kept)
		beat := time.NewTicker(renew)
		defer beat.Stop()
		for {
			select {
			case <-keep.Done():
				return
			case <-beat.C:
				if _, err := take(keep); err != nil && keep.Err() == nil {
					l.Log.Error("keeping a source reserved", "source", s.ID, "error", err)
				}
			}
		}
	}()
	return func() {
		stop()
		<-kept
		ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
		defer cancel()
		if err := l.Store.Release(ctx, held); err != nil {
			l.Log.Error("giving a source back", "source", s.ID, "error", err)
		}
	}, true, nil
}

// begin starts a new run unless one is under way.
func (l *Library) begin(ctx context.Context, s Source) (Source, error) {
	if s.State == Running {
		return s, nil
	}
	if s.Kind == Site && s.recounts() {
		if err := l.Store.ForgetPages(ctx, s.Workspace, s.Bot, s.ID); err != nil {
			return s, fmt.Errorf("starting a run: %w", err)
		}
	}
	s.State, s.Message, s.StartedAt, s.Run = Running, "", l.Now().UTC(), s.Run+1
	if err := l.Store.StartRun(ctx, s.Workspace, s.Bot, s.ID, s.Run); err != nil {
		return s, fmt.Errorf("starting a run: %w", err)
	}
	if s.Kind == Site {
		_, err := l.Store.AddPages(ctx, []Page{{Workspace: s.Workspace, Bot: s.Bot, Source: s.ID, Address: s.Address, State: PagePending}})
		if err != nil {
			return s, fmt.Errorf("noting the start page: %w", err)
		}
	}
	if err := l.Store.UpdateSource(ctx, s); err != nil {
		return s, fmt.Errorf("starting a run: %w", err)
	}
	return l.Store.Source(ctx, s.Workspace, s.Bot, s.ID) // with the new counts
}

// end closes a run: the source is ready if anything of it can be searched, and has failed if not.
func (l *Library) end(ctx context.Context, s Source, failure error) error {
	now, err := l.Store.Source(ctx, s.Workspace, s.Bot, s.ID)
	if problem.Is(err, problem.NotFound) {
		return nil // removed meanwhile
	}
	if err != nil {
		return fmt.Errorf("ending a run: %w", err)
	}
	before := s.Notice
	s = now                                                                    // rules may have changed meanwhile
	s.EndedAt, s.DueAt = l.Now().UTC().Truncate(time.Microsecond), time.Time{} // as it is stored
	if s.Every > 0 {
		s.DueAt = s.EndedAt.Add(s.Every)
	}
	s.State, s.Message = Ready, ""
	if s.Notice, err = l.notice(ctx, s, before, failure); err != nil {
		return err
	}
	switch {
	case s.Notice.Code != "":
		s.State, s.Message, s.DueAt = Failed, s.Notice.Sentence("en"), s.Notice.Again
		l.Log.Warn("what was read before is kept", "source", s.ID, "code", s.Notice.Code)
	case failure != nil:
		s.Message = sentence(failure)
		var moved *crawl.Moved
		if s.Counts.Documents == 0 || errors.As(failure, &moved) {
			s.State = Failed
		}
		l.Log.Warn("reading a source", "source", s.ID, "error", failure)
	case s.Counts.Documents == 0:
		s.State, s.Message = Failed, l.whyEmpty(ctx, s)
	case s.Counts.Failed > 0:
		if s.Message, err = unread(ctx, l.Store, s, "en"); err != nil {
			return fmt.Errorf("looking what was not read: %w", err)
		}
	}
	s.Message = strings.TrimSpace(s.Message + " " + s.Remarks("en"))
	if err := l.Store.UpdateSource(ctx, s); err != nil {
		return fmt.Errorf("ending a run: %w", err)
	}
	return nil
}

// whyEmpty says why nothing could be read.
func (l *Library) whyEmpty(ctx context.Context, s Source) string {
	if p, ok, err := telling(ctx, l.Store, s); err == nil && ok {
		return p.Reason
	}
	return nothingRead[0]
}
