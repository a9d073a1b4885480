package source

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"

	"golang.org/x/sync/errgroup"

	"github.com/webchatagent/wca/internal/extract"
	"github.com/webchatagent/wca/internal/extract/refusal"
	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/source/crawl"
)

// readFiles reads the pending files of a source, two at a time: a file is work for the
// processor, not for the network.
func (l *Library) readFiles(ctx context.Context, s Source, pages *pages) error {
	for ctx.Err() == nil {
		batch, err := l.Store.PendingPages(ctx, s.Workspace, s.Bot, s.ID, 16)
		if err != nil {
			return fmt.Errorf("looking for files to read: %w", err)
		}
		if len(batch) == 0 {
			return nil
		}
		work, ctx := errgroup.WithContext(ctx)
		work.SetLimit(2)
		for _, p := range batch {
			work.Go(func() error { return l.tryFile(ctx, s, p, pages) })
		}
		if err := work.Wait(); err != nil {
			return err
		}
	}
	return ctx.Err()
}

// tryFile reads one file. One over which the program breaks down has failed; the others are read.
func (l *Library) tryFile(ctx context.Context, s Source, p Page, pages *pages) error {
	guarded := func(do func() error) error {
		return problem.Guarded(l.Log, "panic while a file was read", do, "source", s.ID)
	}
	err := guarded(func() error { return l.readFile(ctx, s, p, pages) })
	var broken *problem.Panic
	if !errors.As(err, &broken) {
		return err
	}
	p.State, p.Code, p.Said, p.Reason = PageFailed, string(crawl.GaveUp), nil, crawl.GaveUp.Sentence("en")
	return guarded(func() error { return pages.finish(ctx, p, nil, nil) })
}

// readFile reads one file, or leaves it pending if ctx ends.
func (l *Library) readFile(ctx context.Context, s Source, p Page, pages *pages) error {
	p.Code, p.Said, p.Reason = "", nil, ""
	blob, err := l.Store.Blob(ctx, s.Workspace, s.Bot, s.ID, p.Address)
	if problem.Is(err, problem.NotFound) {
		p.State, p.Code, p.Reason = PageGone, "gone", "The file was removed."
		return pages.finish(ctx, p, nil, nil)
	}
	if err != nil {
		return fmt.Errorf("reading %s: %w", p.Address, err)
	}
	sum := sha256.Sum256(blob.Body)
	hash := hex.EncodeToString(sum[:])
	if p.readAlike() && hash == p.ContentHash[len(reading):] {
		p.State = PageUnchanged
		return pages.finish(ctx, p, nil, nil)
	}
	doc, passages, read, err := l.document(ctx, s, extract.Input{Name: p.Address, ContentType: blob.ContentType, Body: blob.Body})
	if ctx.Err() != nil {
		return ctx.Err()
	}
	var refused *refusal.Error
	switch {
	case errors.As(err, &refused):
		p.State, p.Code, p.Said, p.Reason = PageFailed, refused.Code, refused.Said, refused.Message
		return pages.finish(ctx, p, nil, nil)
	case err != nil:
		return fmt.Errorf("extracting %s: %w", p.Address, err)
	}
	p.State, p.ContentHash = PageDone, reading+hash
	p.hardly(read)
	known, err := l.prepare(ctx, doc, passages)
	if err != nil {
		return err
	}
	if known {
		p.State, doc, passages = PageUnchanged, nil, nil
	}
	if s.Address != p.Address { // given by itself it is read all the same
		p.Unerased = s.CreatedAt
	}
	err = pages.finish(ctx, p, doc, passages)
	if problem.Is(err, problem.Gone) { // its document was erased after the file had been taken in again
		return l.dropErased(ctx, s, p, pages)
	}
	return err
}

// dropErased removes a file of a folder whose document was erased meanwhile.
func (l *Library) dropErased(ctx context.Context, s Source, p Page, pages *pages) error {
	if err := l.Store.DeleteBlob(ctx, s.Workspace, s.Bot, s.ID, p.Address); err != nil {
		return fmt.Errorf("removing %s: %w", p.Address, err)
	}
	p.State, p.ContentHash, p.Code, p.Reason = PageSkipped, "", codeErased, erasedFile.En
	return pages.finish(ctx, p, nil, nil)
}
