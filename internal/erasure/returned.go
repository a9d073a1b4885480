package erasure

import (
	"context"
	"fmt"
	"hash/maphash"
	"slices"
	"time"

	"github.com/webchatagent/wca/internal/problem"
)

// Returned erases again what stands in the database though a receipt in it says that it was erased, and says how much that
// was: single tables of an older backup have come back, and neither the journal nor the mark of a server tells of that. What
// was made anew since then is left alone. It reads all receipts, and the ids of all that could have one.
func (e *Eraser) Returned(ctx context.Context) (done int, err error) {
	type place struct {
		workspace string
		kind      Kind
	}
	seed, erased := maphash.MakeSeed(), map[place]map[uint64]bool{} // marks of hashes: 30 bytes each, as there may be many
	for r, err := range e.Store.Receipts(ctx) {
		if err != nil {
			return 0, fmt.Errorf("reading what was erased: %w", err)
		}
		at := place{r.Workspace, r.Kind}
		if erased[at] == nil {
			erased[at] = map[uint64]bool{}
		}
		erased[at][maphash.String(seed, r.Subject)] = true
	}
	for at, marks := range erased {
		if !slices.Contains(Kinds, at.kind) {
			continue
		}
		var there []string
		for id, err := range e.Store.IDs(ctx, at.workspace, at.kind) {
			if err != nil {
				return done, fmt.Errorf("looking for what was erased: %w", err)
			}
			if marks[maphash.String(seed, Hash(id))] {
				there = append(there, id)
			}
		}
		for _, id := range there {
			again, err := e.returned(ctx, at.workspace, at.kind, id)
			if err != nil {
				return done, err
			}
			if again {
				done++
			}
		}
	}
	return done, nil
}

// returned erases one of them, if it is.
func (e *Eraser) returned(ctx context.Context, workspace string, kind Kind, id string) (again bool, err error) {
	_, since, err := e.Store.Locate(ctx, workspace, kind, id)
	var r Receipt
	if err == nil {
		r, err = e.Store.ErasureOf(ctx, workspace, kind, Hash(id), time.Time{})
	}
	switch {
	case problem.Is(err, problem.NotFound): // gone meanwhile, or another with the same mark
		return false, nil
	case err != nil:
		return false, fmt.Errorf("looking for what was erased: %w", err)
	case since.After(r.At):
		return false, nil
	}
	if _, err = e.Erase(ctx, workspace, kind, id); problem.Is(err, problem.NotFound) { // another server was faster
		return false, nil
	}
	return err == nil, err
}
