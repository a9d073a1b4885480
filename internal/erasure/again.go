package erasure

import (
	"context"
	"fmt"
	"iter"
	"time"

	"github.com/webchatagent/wca/internal/journal"
	"github.com/webchatagent/wca/internal/problem"
)

// Tombstone is what is kept of an erasure outside the database. One that was written anew from a receipt
// names its subject by the hash only.
type Tombstone struct {
	Receipt string    `json:"receipt"`
	At      time.Time `json:"at"`
	Subject Subject   `json:"subject"`
	Hash    string    `json:"hash,omitempty"` // of the subject's id, if that is ""
}

func (t Tombstone) receipt() Receipt {
	hash := t.Hash
	if t.Subject.ID != "" {
		hash = Hash(t.Subject.ID)
	}
	return Receipt{ID: t.Receipt, At: t.At, Kind: t.Subject.Kind, Workspace: t.Subject.Workspace, Subject: hash, Counts: map[string]int{}, Remaining: map[string]int{}}
}

// Journalled are the erasures of the journal, to be compared with the receipts. An erasure without a
// receipt is done again: an older backup of the database has come back, or a crash came between.
func (e *Eraser) Journalled() *journal.Kind[Tombstone] {
	return &journal.Kind[Tombstone]{
		ID: func(t Tombstone) string { return t.Receipt }, Known: e.known, Again: e.again,
		At: func(t Tombstone) time.Time { return t.At }, Since: e.Since(),
	}
}

func (e *Eraser) known(ctx context.Context) iter.Seq2[Tombstone, error] {
	return func(yield func(Tombstone, error) bool) {
		for r, err := range e.Store.Receipts(ctx) {
			if !yield(Tombstone{Receipt: r.ID, At: r.At, Subject: Subject{Workspace: r.Workspace, Kind: r.Kind}, Hash: r.Subject}, err) {
				return
			}
		}
	}
}

// again erases what is still there, or there again, as it was when it was erased. What was made anew since
// then is left alone. Of all others the receipts are written.
func (e *Eraser) again(ctx context.Context, stones []Tombstone) (done int, err error) {
	if err := e.name(ctx, stones); err != nil {
		return 0, err
	}
	now := e.Now().UTC()
	var there []Tombstone
	var gone []Receipt
	for _, t := range stones {
		var found Subject
		var since time.Time
		var err error
		if t.Subject.ID != "" {
			found, since, err = e.Store.Locate(ctx, t.Subject.Workspace, t.Subject.Kind, t.Subject.ID)
		}
		switch {
		case t.Subject.ID == "", problem.Is(err, problem.NotFound), err == nil && since.After(t.At):
			if _, err := e.sameOf(ctx, t); err == nil {
				continue
			} else if !problem.Is(err, problem.NotFound) {
				return 0, fmt.Errorf("looking for the same erasure: %w", err)
			}
			r := t.receipt()
			r.ReplayedAt, r.Disk = &now, Overwritten
			gone = append(gone, r)
		case err != nil:
			return 0, fmt.Errorf("looking for what was erased: %w", err)
		default:
			t.Subject = found
			there = append(there, t)
		}
	}
	if err := e.Store.NoteErasures(ctx, gone); err != nil {
		return 0, err
	}
	receipts, err := e.erase(ctx, there, &now)
	return len(receipts), err
}

// name completes those that name their subject by its hash only, if that is there.
func (e *Eraser) name(ctx context.Context, stones []Tombstone) error {
	type place struct {
		workspace string
		kind      Kind
	}
	sought := map[place]map[string]string{} // ids by their hashes
	for _, t := range stones {
		if t.Subject.ID != "" {
			continue
		}
		at := place{t.Subject.Workspace, t.Subject.Kind}
		if sought[at] == nil {
			sought[at] = map[string]string{}
		}
		sought[at][t.Hash] = ""
	}
	for at, ids := range sought {
		if err := e.Store.Named(ctx, at.workspace, at.kind, ids); err != nil {
			return fmt.Errorf("looking for what was erased: %w", err)
		}
	}
	for i, t := range stones {
		if t.Subject.ID == "" {
			stones[i].Subject.ID = sought[place{t.Subject.Workspace, t.Subject.Kind}][t.Hash]
		}
	}
	return nil
}
