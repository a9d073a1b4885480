package erasure

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"log/slog"
	"os"
	"path/filepath"
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
	read      int // how often all ids were
	purged    int
}

func (f *fake) Locate(_ context.Context, ws string, kind Kind, id string) (Subject, time.Time, error) {
	if !f.there {
		return Subject{}, time.Time{}, problem.Missing(string(kind))
	}
	return Subject{Workspace: ws, Bot: "bot", Kind: kind, ID: id}, now, nil
}

func (f *fake) Named(_ context.Context, _ string, _ Kind, ids map[string]string) error {
	f.read++
	if _, sought := ids[Hash("ses")]; f.there && sought {
		ids[Hash("ses")] = "ses"
	}
	return nil
}

func (f *fake) IDs(context.Context, string, Kind) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		if f.there {
			yield("ses", nil)
		}
	}
}

func (f *fake) Receipts(context.Context) iter.Seq2[Receipt, error] {
	return func(yield func(Receipt, error) bool) {
		for _, r := range f.receipts {
			if !yield(r, nil) {
				return
			}
		}
	}
}

func (f *fake) NoteErasures(_ context.Context, receipts []Receipt) error {
	for _, r := range receipts {
		if _, there := f.receipts[r.ID]; !there {
			f.receipts[r.ID] = r
		}
	}
	return nil
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

func (f *fake) Begun(context.Context, time.Time) ([]Tombstone, error) { return nil, nil }

func (f *fake) Remaining(context.Context, Subject) (map[string]int, error) { return f.remaining, nil }

func (f *fake) Purge(context.Context, map[string]int) (string, error) {
	f.purged++
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

func (f *fake) ExpireErasures(context.Context, time.Time) (int, error) { return 0, nil }

func (f *fake) ErasureOf(_ context.Context, _ string, _ Kind, hash string, _ time.Time) (Receipt, error) {
	for _, r := range f.receipts {
		if r.Subject == hash {
			return r, nil
		}
	}
	return Receipt{}, problem.Missing("erasure")
}

type nothing struct{ stopped, forgotten int }

func (n *nothing) Stop(context.Context, Subject) { n.stopped++ }
func (n *nothing) Forget(context.Context) error  { n.forgotten++; return nil }

func begin(t *testing.T) (*Eraser, *fake) {
	store := &fake{there: true, receipts: map[string]Receipt{}}
	return &Eraser{
		Store: store, Journal: journal.Journal(filepath.Join(t.TempDir(), "erasures.jsonl")), Memory: &nothing{},
		Now: func() time.Time { return now.Add(time.Minute) }, Log: slog.New(slog.NewTextHandler(io.Discard, nil)),
	}, store
}

// start compares the journal as a start does.
func start(t *testing.T, e *Eraser) (done, renewed int, err error) {
	t.Helper()
	k := e.Journalled()
	err = e.Journal.Reconcile(t.Context(), k)
	return k.Done, k.Renewed, err
}

func TestAnErasureThatACrashCutShortIsDoneAtTheStart_K2(t *testing.T) {
	e, store := begin(t)
	store.breaks = errors.New("the power went")
	if _, err := e.Erase(t.Context(), "ws", Session, "ses"); !errors.Is(err, store.breaks) {
		t.Fatalf("got %v", err)
	}
	store.breaks = nil
	if n, _, err := start(t, e); n != 1 || err != nil || store.there {
		t.Errorf("erased %d, %v, still there: %v", n, err, store.there)
	}
	if n, renewed, err := start(t, e); n+renewed != 0 || err != nil {
		t.Errorf("a second start: %d, %d, %v", n, renewed, err)
	}
}

func TestALostJournalIsWrittenAnewFromTheReceipts_K2(t *testing.T) {
	e, store := begin(t)
	if _, err := e.Erase(t.Context(), "ws", Session, "ses"); err != nil {
		t.Fatal(err)
	}
	if _, n, err := start(t, e); n != 0 || err != nil {
		t.Errorf("nothing was lost: %d, %v", n, err)
	}
	if err := os.WriteFile(string(e.Journal), make([]byte, 200_000), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, n, err := start(t, e); n != 1 || err != nil {
		t.Errorf("a damaged file: %d, %v", n, err)
	}
	if _, n, err := start(t, e); n != 0 || err != nil {
		t.Errorf("a second start: %d, %v", n, err)
	}
	store.there = true // an older backup comes back
	clear(store.receipts)
	if n, _, err := start(t, e); n != 1 || err != nil || store.there {
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
	if n, _, err := start(t, e); n != 0 || err != nil {
		t.Errorf("erased %d, %v", n, err)
	}
}

// After the loss of both the journal and the database a start does once what it can do once: the ids are read
// for all that is named by a hash only, the disk is cleaned for all.
func TestAStartLooksOnceForAll_K2(t *testing.T) {
	e, store := begin(t)
	for n := range 50 {
		if err := e.Journal.Add(Tombstone{Receipt: fmt.Sprint("lost", n), At: now, Subject: Subject{Workspace: "ws", Kind: Session}, Hash: Hash(fmt.Sprint("gone", n))}); err != nil {
			t.Fatal(err)
		}
	}
	if err := e.Journal.Add(Tombstone{Receipt: "there", At: now, Subject: Subject{Workspace: "ws", Kind: Session}, Hash: Hash("ses")}); err != nil {
		t.Fatal(err)
	}
	n, _, err := start(t, e)
	if n != 1 || err != nil || store.there || store.read != 1 || store.purged != 1 {
		t.Errorf("erased %d, %v, still there: %v, ids read %d times, disk cleaned %d times", n, err, store.there, store.read, store.purged)
	}
	if len(store.receipts) != 51 || store.receipts["lost0"].ReplayedAt == nil || store.receipts["lost0"].Subject != Hash("gone0") || store.receipts["there"].Disk != Overwritten {
		t.Errorf("receipts: %+v", store.receipts)
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
