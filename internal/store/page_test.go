package store

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/source"
	"github.com/webchatagent/wca/internal/source/crawl"
)

func TestPagesOfParallelWorkersAllArrive(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		fill(t, db, "a")
		ctx := t.Context()
		var added atomic.Int64
		var wg sync.WaitGroup
		for w := range 8 {
			wg.Go(func() {
				for i := range 25 {
					var found []source.Page
					for k := range 4 { // every worker finds each address twice, and others find it, too
						found = append(found, source.Page{Workspace: "a", Bot: "bot", Source: "src", Address: fmt.Sprintf("https://a.test/%d", (i*2+k/2)%50), Depth: 1})
					}
					n, err := db.AddPages(ctx, found)
					if err != nil {
						t.Error(err)
					}
					added.Add(int64(n))
					address := fmt.Sprintf("https://a.test/%d", i)
					doc := document("a", address)
					if _, err := db.FinishPage(ctx, page("a", address, source.PageDone), doc, []passage.Passage{{Text: fmt.Sprint(w)}, {Text: "two"}}); err != nil && !problem.Is(err, problem.NotFound) {
						t.Error(err)
					}
				}
			})
		}
		wg.Wait()
		s, err := db.Source(ctx, "a", "bot", "src")
		must(t, err)
		if added.Load() != 50 || s.Counts.Pending+s.Counts.Done != 51 {
			t.Errorf("added %d, counts %+v; want 50 and 51 pages", added.Load(), s.Counts)
		}
		passages, err := db.Passages(ctx, "a", "bot")
		must(t, err)
		if len(passages) != 2*s.Counts.Documents || s.Counts.Passages != len(passages) {
			t.Errorf("%d passages of %d documents, counted %d: something was indexed twice or lost", len(passages), s.Counts.Documents, s.Counts.Passages)
		}
	})
}

func TestAPageIsReplacedGoneAndRemembered_C2(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		fill(t, db, "a")
		ctx := t.Context()
		address := "https://a.test/"
		first := []passage.Passage{{Text: "eins\x00", Headings: []string{"A", "B"}, Page: 3, Anchor: "x", Analysed: []byte{1, 2}}, {Text: "zwei"}}
		must(t, errOf(db.FinishPage(ctx, page("a", address, source.PageDone), document("a", address), first)))
		got, err := db.Passages(ctx, "a", "bot")
		must(t, err)
		if len(got) != 2 || got[0].Text != "eins" || !slices.Equal(got[0].Headings, first[0].Headings) || got[0].Address != address || got[0].Title != "Title" ||
			got[0].Page != 3 || got[0].Anchor != "x" || !bytes.Equal(got[0].Analysed, []byte{1, 2}) || got[1].Ordinal != 1 {
			t.Errorf("got %+v", got)
		}
		must(t, errOf(db.FinishPage(ctx, page("a", address, source.PageDone), document("a", address), []passage.Passage{{Text: "neu"}})))
		got, err = db.Passages(ctx, "a", "bot")
		must(t, err)
		if len(got) != 1 || got[0].Text != "neu" {
			t.Errorf("replaced by %+v", got)
		}
		must(t, db.StartRun(ctx, "a", "bot", "src", 2))
		pending, err := db.PendingPages(ctx, "a", "bot", "src", 10)
		must(t, err)
		if len(pending) != 1 || pending[0].ETag != "e" || pending[0].ContentHash != "h" {
			t.Errorf("a new run finds %+v", pending)
		}
		must(t, errOf(db.FinishPage(ctx, page("a", address, source.PageFailed), nil, nil)))
		if n := length(db.Documents(ctx, "a", "bot", 10, 0)); n != 1 {
			t.Errorf("a page that failed once lost its document")
		}
		must(t, errOf(db.FinishPage(ctx, page("a", address, source.PageGone), nil, nil)))
		got, err = db.Passages(ctx, "a", "bot")
		must(t, err)
		if len(got) != 0 {
			t.Errorf("a page that is gone is still found: %+v", got)
		}
	})
}

// What finishing a page did to its document is told and remembered until the next run.
func TestWhatARunDidToDocuments(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		fill(t, db, "a")
		fill(t, db, "b")
		ctx, address := t.Context(), "https://a.test/"
		finish := func(ws string, state source.PageState, doc *source.Document, keep bool) source.Effect {
			p := page(ws, address, state)
			p.Keep = keep
			effect, err := db.FinishPage(ctx, p, doc, nil)
			must(t, err)
			return effect
		}
		for _, ws := range []string{"a", "b"} {
			for i, c := range []struct {
				got, want source.Effect
			}{
				{finish(ws, source.PageFailed, nil, false), ""},
				{finish(ws, source.PageDone, document(ws, address), false), source.New},
				{finish(ws, source.PageDone, document(ws, address), false), source.Changed},
				{finish(ws, source.PageUnchanged, nil, false), source.Unchanged},
				{finish(ws, source.PageGone, nil, true), source.Kept},
			} {
				if c.got != c.want {
					t.Errorf("%d: %q, want %q", i, c.got, c.want)
				}
			}
		}
		s, err := db.Source(ctx, "a", "bot", "src")
		must(t, err)
		if s.Counts.Kept != 1 || s.Counts.Documents != 1 {
			t.Errorf("kept: %+v", s.Counts)
		}
		if n, err := db.RemoveKept(ctx, "a", "bot", "src"); n != 1 || err != nil {
			t.Errorf("removed %d, %v", n, err)
		}
		gone, err := db.Pages(ctx, "a", "bot", "src", source.Some{Effect: source.Removed, Limit: 10})
		must(t, err)
		if len(gone) != 1 || gone[0].Address != address || gone[0].Effect != source.Removed || length(db.Documents(ctx, "a", "bot", 10, 0)) != 0 {
			t.Errorf("removed: %+v", gone)
		}
		if n := length(db.Documents(ctx, "b", "bot", 10, 0)); n != 1 {
			t.Errorf("%d documents are left of another workspace", n)
		}
		if got := finish("a", source.PageFailed, nil, false); got != source.Removed {
			t.Errorf("finished anew in the run that removed its document: %q", got)
		}
		must(t, db.StartRun(ctx, "b", "bot", "src", 2))
		s, err = db.Source(ctx, "b", "bot", "src")
		must(t, err)
		if s.Counts.Kept != 0 || s.Counts.Documents != 1 {
			t.Errorf("a new run begins with %+v", s.Counts)
		}
	})
}

func TestWhatIsLeftOutIsKeptUntilPagesAreForgotten(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		fill(t, db, "a")
		fill(t, db, "b")
		ctx := t.Context()
		addresses := []string{"https://a.test/"}
		for i := range 250 {
			addresses = append(addresses, fmt.Sprintf("https://a.test/%d", i))
		}
		must(t, errOf(db.AddPages(ctx, []source.Page{{Workspace: "a", Bot: "bot", Source: "src", Address: addresses[200]}, {Workspace: "b", Bot: "bot", Source: "src", Address: addresses[7]}})))
		unknown, err := db.UnknownAddresses(ctx, "a", "bot", "src", addresses)
		must(t, err)
		if want := slices.Concat(addresses[1:200], addresses[201:]); !slices.Equal(unknown, want) {
			t.Errorf("%d addresses are unknown, want %d", len(unknown), len(want))
		}
		for _, n := range []crawl.LeftOut{{Pages: 5, Depth: 1}, {Pages: 3, Depth: 2}} {
			must(t, db.LeaveOut(ctx, "a", "bot", "src", n))
		}
		s, err := db.Source(ctx, "a", "bot", "src")
		must(t, err)
		if want := (crawl.LeftOut{Pages: 5, Depth: 2}); s.LeftOut != want {
			t.Errorf("left out %+v, want %+v", s.LeftOut, want)
		}
		must(t, db.ForgetPages(ctx, "b", "bot", "src"))
		must(t, db.UpdateSource(ctx, s))
		if s, err = db.Source(ctx, "a", "bot", "src"); err != nil || s.LeftOut.Pages != 5 {
			t.Errorf("an update or another workspace changed it: %+v, %v", s.LeftOut, err)
		}
		must(t, db.ForgetPages(ctx, "a", "bot", "src"))
		if s, err = db.Source(ctx, "a", "bot", "src"); err != nil || (s.LeftOut != crawl.LeftOut{}) {
			t.Errorf("after the pages were forgotten: %+v, %v", s.LeftOut, err)
		}
	})
}

// Who has slept while another took its source writes nothing any more.
func TestAPageIsFinishedByTheHolderOnly(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		fill(t, db, "a")
		ctx := t.Context()
		other := source.Lease{Workspace: "a", Bot: "bot", Source: "src", Holder: "other", For: time.Minute}
		must(t, errOf(db.Lease(ctx, other)))
		for _, passages := range []int{1, manyPassages + 1} { // written at once, and in parts
			p := source.Page{Workspace: "a", Bot: "bot", Source: "src", Address: "https://a.test/", State: source.PageDone, Holder: "slept", At: now}
			doc := &source.Document{Workspace: "a", Bot: "bot", Source: "src", ID: "late", Address: p.Address, UpdatedAt: now, Passages: passages, ContentHash: "x"}
			if _, err := db.FinishPage(ctx, p, doc, make([]passage.Passage, passages)); !errors.Is(err, source.ErrLost) {
				t.Errorf("%d passages: %v", passages, err)
			}
			var documents int
			must(t, db.read.QueryRowContext(ctx, "SELECT COUNT(*) FROM document WHERE id = 'late'").Scan(&documents))
			if documents != 0 {
				t.Errorf("%d passages: %d documents", passages, documents)
			}
		}
		p := source.Page{Workspace: "a", Bot: "bot", Source: "src", Address: "https://a.test/", State: source.PageFailed, Holder: "other", At: now}
		must(t, errOf(db.FinishPage(ctx, p, nil, nil)))
	})
}

func TestALeaseHasOneHolder(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		fill(t, db, "a")
		ctx := t.Context()
		var held atomic.Int32
		var wg sync.WaitGroup
		for i := range 8 {
			wg.Go(func() {
				ok, err := db.Lease(ctx, source.Lease{Workspace: "a", Bot: "bot", Source: "src", Holder: fmt.Sprint(i), For: time.Minute})
				if err != nil {
					t.Error(err)
				}
				if ok {
					held.Add(1)
				}
			})
		}
		wg.Wait()
		if held.Load() != 1 {
			t.Errorf("%d workers hold it", held.Load())
		}
		late := source.Lease{Workspace: "a", Bot: "bot", Source: "src", Holder: "late", For: time.Minute}
		for _, server := range []time.Time{now, time.Now().Add(10 * time.Minute)} { // whatever the clock of a server says
			if due, err := db.DueSources(ctx, server, 10); err != nil || len(due) != 0 {
				t.Errorf("a held source is due: %v, %v", due, err)
			}
		}
		if ok, err := db.Lease(ctx, late); ok || err != nil {
			t.Errorf("another one has it, too: %v", err)
		}
		must(t, errOf(db.write.ExecContext(ctx, db.q("UPDATE source SET held_until = held_until - ?"), (2*time.Minute).Microseconds())))
		if ok, err := db.Lease(ctx, late); !ok || err != nil {
			t.Errorf("an abandoned source was not given on: %v", err)
		}
		due, err := db.DueSources(ctx, now.Add(time.Minute), 10)
		must(t, err)
		if len(due) != 0 {
			t.Error("a held source is due")
		}
		must(t, db.Release(ctx, late))
		if due, err = db.DueSources(ctx, now.Add(time.Minute), 10); err != nil || len(due) != 1 {
			t.Errorf("a queued source is not due: %v, %v", due, err)
		}
	})
}
