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
	"github.com/webchatagent/wca/internal/extract/document"
	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/retrieve"
	"github.com/webchatagent/wca/internal/token"
)

// slice is how long one call of Ingest works before it lets others have a turn.
const slice = time.Minute

// Ingest is the first journey: it reads a source and makes what it says searchable. It works for
// about a minute and reports again=true if there is more to do; a call after a kill goes on where
// the killed one stopped. While another worker has the source it does nothing, and it leaves the rest to one who takes it.
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
	lease := newLease(s)
	held, lose := context.WithCancelCause(ctx)
	defer lose(nil)
	release, ok, err := l.reserve(ctx, lease, func() { lose(ErrLost) })
	if err != nil || !ok {
		return false, err
	}
	defer release()
	goesOn := s.State == Running
	if s, err = l.begin(ctx, s); err != nil {
		return false, err
	}
	attribution := egress.Attribution{Workspace: s.Workspace, Bot: s.Bot, Source: s.ID, LegalBasis: "GDPR Art. 6(1)(b)"}
	pages := newPages(l, s, lease, progress)
	pages.unseen = goesOn // a kill may have come between storing a page and making the index new
	work, stop := context.WithTimeout(egress.Attribute(held, attribution), slice)
	defer stop()
	err = problem.Guarded(l.Log, "panic while a source was read", func() error { return l.readSource(work, s, pages) }, "source", s.ID)
	if raised := pages.raise(context.WithoutCancel(ctx)); err == nil {
		err = raised
	}
	switch {
	case errors.Is(err, ErrLost), errors.Is(context.Cause(held), ErrLost):
		if _, gone := l.Store.Source(ctx, workspace, bot, id); !problem.Is(gone, problem.NotFound) { // else it was erased
			l.Log.Warn("reading a source was left to another worker, as this one gave no sign of life in time", "source", s.ID)
		}
		return false, nil
	case ctx.Err() != nil:
		return true, ctx.Err()
	case work.Err() != nil:
		return true, nil // the slice is over
	}
	if err := l.end(ctx, s, lease, err); !errors.Is(err, ErrLost) {
		return false, err
	}
	return false, nil // by the other
}

func (l *Library) readSource(ctx context.Context, s Source, pages *pages) error {
	if s.Kind == Site {
		return l.readSite(ctx, s, pages)
	}
	return l.readFiles(ctx, s, pages)
}

// reading stands before the hash of a page's or file's bytes and changes whenever the same bytes would become another document
// or other passages (extract, passage.Split): what was read by another one is read once more although it did not change.
const reading = "7:"

// readAlike reports whether a page's or file's bytes, if they are the same, would be read as they were.
func (p Page) readAlike() bool { return strings.HasPrefix(p.ContentHash, reading) }

// document turns the bytes of a page or file into a document and its passages, which prepare
// makes searchable, or says why it can't.
func (l *Library) document(ctx context.Context, s Source, in extract.Input) (*Document, []passage.Passage, document.Document, error) {
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
	passages := passage.Split(said, passage.Options{Document: doc.ID, Address: address})
	doc.Passages, doc.ContentHash = len(passages), hashOf(doc.Title, passages)
	return &doc, passages, said, nil
}

// documentID is the id of the document of an address.
func (s Source) documentID(address string) string {
	return token.Derived("doc", s.Workspace, s.Bot, s.ID, address)
}

// hashOf changes with what a document says, not with the menus and dates around it.
func hashOf(title string, passages []passage.Passage) string {
	h := sha256.New()
	h.Write([]byte(title))
	for _, p := range passages {
		h.Write([]byte("\x00" + p.Address + "\x00" + p.Anchor + "\x00" + strings.Join(p.Headings, "\x01") + "\x00" + p.Text))
	}
	return hex.EncodeToString(h.Sum(nil))
}

// prepare does the language work of a document's passages, unless it says what the stored one
// says: then known is true and there is nothing to store.
func (l *Library) prepare(ctx context.Context, doc *Document, passages []passage.Passage) (known bool, err error) {
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
