package erasure

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/webchatagent/wca/internal/journal"
	"github.com/webchatagent/wca/internal/problem"
)

var now = time.Date(2026, 11, 23, 10, 0, 0, 0, time.UTC)

// fake is a store of one subject that fails on command.
type fake struct {
	there     bool
	breaks    error // Erase fails
	busy      bool  // Purge fails
	remaining map[string]int
	receipts  map[string]Receipt
}

func (f *fake) Locate(_ context.Context, ws string, kind Kind, id string) (Subject, time.Time, error) {
	if !f.there {
		return Subject{}, time.Time{}, problem.Missing(string(kind))
	}
	return Subject{Workspace: ws, Bot: "bot", Kind: kind, ID: id}, now, nil
}

func (f *fake) Named(_ context.Context, _ string, kind Kind, hash string) (string, error) {
	if !f.there || hash != Hash("ses") {
		return "", problem.Missing(string(kind))
	}
	return "ses", nil
}

func (f *fake) AllErasures(context.Context) (all []Receipt, err error) {
	return slices.Collect(maps.Values(f.receipts)), nil
}

func (f *fake) Erase(_ context.Context, _ Subject, r Receipt) (map[string]int, error) {
	if f.breaks != nil {
		return nil, f.breaks
	}
	f.there = false
	r.Counts = map[string]int{"message": 3}
	f.receipts[r.ID] = r
	return r.Counts, nil
}

func (f *fake) Remaining(context.Context, Subject) (map[string]int, error) { return f.remaining, nil }

func (f *fake) Purge(context.Context, map[string]int) (string, error) {
	if f.busy {
		return "", errors.New("a reader held it")
	}
	return Overwritten, nil
}

func (f *fake) Rewrite(ctx context.Context, counts map[string]int) (string, error) {
	return f.Purge(ctx, counts)
}

func (f *fake) Unfinished(context.Context, time.Time) (open []Receipt, err error) {
	for _, r := range f.receipts {
		if r.Disk == "" {
			open = append(open, r)
		}
	}
	return open, nil
}

func (f *fake) PutErasure(_ context.Context, r Receipt) error { f.receipts[r.ID] = r; return nil }

func (f *fake) Erasures(context.Context, string, int, int) ([]Receipt, error) { return nil, nil }

func (f *fake) ErasureOf(_ context.Context, _ string, _ Kind, hash string, _ time.Time) (Receipt, error) {
	for _, r := range f.receipts {
		if r.Subject == hash {
			return r, nil
		}
	}
	return Receipt{}, problem.Missing("erasure")
}

func (f *fake) Erased(_ context.Context, receipt string) (bool, error) {
	_, ok := f.receipts[receipt]
	return ok, nil
}

type nothing struct{ stopped, forgotten int }

func (n *nothing) Stop(context.Context, Subject)         { n.stopped++ }
func (n *nothing) Forget(context.Context, Subject) error { n.forgotten++; return nil }

func begin(t *testing.T) (*Eraser, *fake) {
	store := &fake{there: true, receipts: map[string]Receipt{}}
	return &Eraser{
		Store: store, Journal: journal.Journal(filepath.Join(t.TempDir(), "erasures.jsonl")), Memory: &nothing{},
		Now: func() time.Time { return now.Add(time.Minute) }, Log: slog.New(slog.NewTextHandler(io.Discard, nil)),
	}, store
}

func TestAnErasureThatACrashCutShortIsDoneAtTheStart_K2(t *testing.T) {
	e, store := begin(t)
	store.breaks = errors.New("the power went")
	if _, err := e.Erase(t.Context(), "ws", Session, "ses"); !errors.Is(err, store.breaks) {
		t.Fatalf("got %v", err)
	}
	store.breaks = nil
	if n, err := e.Replay(t.Context()); n != 1 || err != nil || store.there {
		t.Errorf("erased %d, %v, still there: %v", n, err, store.there)
	}
	if n, err := e.Replay(t.Context()); n != 0 || err != nil {
		t.Errorf("a second start: %d, %v", n, err)
	}
}

func TestALostJournalIsWrittenAnewFromTheReceipts_K2(t *testing.T) {
	e, store := begin(t)
	if _, err := e.Erase(t.Context(), "ws", Session, "ses"); err != nil {
		t.Fatal(err)
	}
	if n, err := e.Renew(t.Context()); n != 0 || err != nil {
		t.Errorf("nothing was lost: %d, %v", n, err)
	}
	if err := os.WriteFile(string(e.Journal), make([]byte, 200_000), 0o600); err != nil {
		t.Fatal(err)
	}
	if n, err := e.Renew(t.Context()); n != 1 || err != nil {
		t.Errorf("a damaged file: %d, %v", n, err)
	}
	if n, err := e.Renew(t.Context()); n != 0 || err != nil {
		t.Errorf("a second start: %d, %v", n, err)
	}
	store.there = true // an older backup comes back
	clear(store.receipts)
	if n, err := e.Replay(t.Context()); n != 1 || err != nil || store.there {
		t.Errorf("erased again %d, %v, still there: %v", n, err, store.there)
	}
}

// Two servers start at the same time after a backup was restored: what the other one has erased is done.
func TestWhatAnotherServerErasesMeanwhileIsDone_K2(t *testing.T) {
	e, store := begin(t)
	store.breaks = errors.New("the power went")
	if _, err := e.Erase(t.Context(), "ws", Session, "ses"); err == nil {
		t.Fatal("it was erased")
	}
	store.breaks = fmt.Errorf("erasing: %w", problem.Missing("session"))
	if n, err := e.Replay(t.Context()); n != 0 || err != nil {
		t.Errorf("erased %d, %v", n, err)
	}
}

func TestNothingIsErasedThatCannotBeNoted_K2(t *testing.T) {
	e, store := begin(t)
	e.Journal = journal.Journal(filepath.Join(t.TempDir(), "no", "such", "folder"))
	if _, err := e.Erase(t.Context(), "ws", Session, "ses"); err == nil || !store.there {
		t.Errorf("got %v, still there: %v", err, store.there)
	}
}

func TestAReceiptSaysWhatIsNotDone_K2(t *testing.T) {
	e, store := begin(t)
	store.busy, store.remaining = true, map[string]int{"message": 1}
	r, err := e.Erase(t.Context(), "ws", Session, "ses")
	if err != nil || r.Verified() || r.Disk != "" || r.Remaining["message"] != 1 || r.Subject != Hash("ses") {
		t.Errorf("got %+v, %v", r, err)
	}
	if err := e.Finish(t.Context()); err == nil {
		t.Error("the disk can't be cleaned and nobody says so")
	}
	store.busy = false
	if err := e.Finish(t.Context()); err != nil || store.receipts[r.ID].Disk != Overwritten {
		t.Errorf("later: %+v, %v", store.receipts[r.ID], err)
	}
	if m := e.Memory.(*nothing); m.stopped != 1 || m.forgotten != 1 {
		t.Errorf("memory: %+v", m)
	}
}
