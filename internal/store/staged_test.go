package store

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"github.com/webchatagent/wca/internal/conversation"
	"github.com/webchatagent/wca/internal/embedding"
	"github.com/webchatagent/wca/internal/erasure"
	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/source"
	"github.com/webchatagent/wca/test/postgres"
)

// manual is the document of a source, with so many passages that say something.
type manual struct {
	t  *testing.T
	db *DB
}

func newManual(t *testing.T) manual {
	m := manual{t, open(t, "sqlite:"+filepath.Join(t.TempDir(), "wca.db"))}
	fill(t, m.db, "a")
	return m
}

func (m manual) write(ctx context.Context, passages int, said string) (source.Effect, error) {
	all := make([]passage.Passage, passages)
	for n := range all {
		all[n] = passage.Passage{Text: fmt.Sprint(said, " ", n), Analysed: []byte{1}}
	}
	d := document("a", "https://a.test/")
	d.ContentHash = "hash of " + said
	return m.db.FinishPage(ctx, page("a", "https://a.test/", source.PageDone), d, all)
}

// use puts what was staged of a document in the place of its former passages.
func (m manual) use(d *source.Document, s staging) error {
	return m.db.tx(m.t.Context(), func(x transaction) error { return m.db.useStaged(m.t.Context(), x, *d, s) })
}

// says fails unless the bot knows exactly these passages, however many more there are in the table.
func (m manual) says(passages int, said string, more int) {
	m.t.Helper()
	all, err := m.db.Passages(m.t.Context(), "a", "bot")
	must(m.t, err)
	if len(all) != passages {
		m.t.Fatalf("%d passages are known, want %d that say %q", len(all), passages, said)
	}
	for n, p := range all {
		if p.Text != fmt.Sprint(said, " ", n) || p.Ordinal != n {
			m.t.Fatalf("passage %d of %d says %q, want %q", p.Ordinal, n, p.Text, said)
		}
	}
	without, err := m.db.PassagesWithout(m.t.Context(), "a", "bot", "p/m", 100_000)
	must(m.t, err)
	if len(without) != passages {
		m.t.Errorf("%d passages are without a vector, want %d", len(without), passages)
	}
	if n := m.count("passage"); n != passages+more {
		m.t.Errorf("%d passages are stored, want %d and %d more", n, passages, more)
	}
}

func (m manual) count(of string) (n int) {
	m.t.Helper()
	must(m.t, m.db.read.QueryRow("SELECT COUNT(*) FROM "+of).Scan(&n))
	return n
}

// Others write while a manual of very many passages is stored, and while it is stored anew.
func TestOthersWriteWhileAManualIsStored_C2(t *testing.T) {
	m, size := newManual(t), 20*manyPassages
	if slowly {
		size = 5 * manyPassages
	}
	for _, said := range []string{"first", "second"} {
		done := make(chan error, 1)
		go func() {
			_, err := m.write(t.Context(), size, said)
			done <- err
		}()
		others := 0
		for over := false; !over; others++ {
			select {
			case err := <-done:
				must(t, err)
				over = true
			default:
				must(t, m.db.CreateSession(t.Context(), conversation.Session{Workspace: "a", Bot: "bot", ID: fmt.Sprint(said, others), Hash: fmt.Append(nil, said, others), CreatedAt: now, LastAt: now}))
			}
		}
		if others < 10 {
			t.Errorf("others wrote %d times", others)
		}
		m.says(size, said, 0)
	}
}

// On PostgreSQL a manual comes at once: servers of an earlier version, which run on beside a later one, know nothing of passages
// that are only staged.
func TestAManualOnPostgresComesAtOnce_C2(t *testing.T) {
	m := manual{t, open(t, postgres.New(t))}
	fill(t, m.db, "a")
	must(t, errOf(m.write(t.Context(), 5*manyPassages, "first")))
	done := make(chan error, 1)
	go func() {
		_, err := m.write(t.Context(), 6*manyPassages, "second")
		done <- err
	}()
	for over := false; !over; {
		select {
		case err := <-done:
			must(t, err)
			over = true
		default:
		}
		var first, second int
		must(t, m.db.read.QueryRow("SELECT COUNT(CASE WHEN text LIKE 'first%' THEN 1 END), COUNT(CASE WHEN text LIKE 'second%' THEN 1 END) FROM passage").Scan(&first, &second))
		if before, after := first == 5*manyPassages && second == 0, first == 0 && second == 6*manyPassages; !before && !after || over && !after {
			t.Fatalf("somebody else sees %d passages of before and %d new ones", first, second)
		}
	}
}

// What is cut short of a manual's writing is not known to anybody, and is written over or deleted later.
func TestAManualThatWasCutShortIsAsBefore_C2_K2(t *testing.T) {
	m := newManual(t)
	stop := func(said string, n int) (let func()) {
		must(t, errOf(m.db.write.ExecContext(t.Context(), fmt.Sprintf("CREATE TRIGGER stopped BEFORE INSERT ON passage WHEN NEW.text = '%s %d' BEGIN SELECT RAISE(ABORT, 'stopped'); END", said, n))))
		return func() { must(t, errOf(m.db.write.ExecContext(t.Context(), "DROP TRIGGER stopped"))) }
	}
	settle := func() {
		t.Helper()
		must(t, m.db.Settle(t.Context(), time.Now().Add(-time.Hour))) // others may be at it
	}
	const size = 3 * manyPassages

	let := stop("first", size-1)
	if _, err := m.write(t.Context(), size, "first"); err == nil {
		t.Fatal("nothing stopped it")
	}
	begun := m.count("passage")
	if m.says(0, "", begun); begun == 0 || m.count("document") != 1 {
		t.Errorf("%d passages of it are stored, %d documents", begun, m.count("document"))
	}
	if all, err := m.db.Documents(t.Context(), "a", "bot", 10, 0); err != nil || len(all) != 0 {
		t.Errorf("the document is listed: %+v, %v", all, err)
	}
	if _, err := m.db.Document(t.Context(), "a", "bot", "dochttps://a.test/"); !problem.Is(err, problem.NotFound) {
		t.Errorf("the document is found: %v", err)
	}
	if s, err := m.db.Source(t.Context(), "a", "bot", "src"); err != nil || s.Counts.Documents != 0 {
		t.Errorf("the source counts %d documents, %v", s.Counts.Documents, err)
	}
	settle()
	m.says(0, "", begun)
	must(t, m.db.Settle(t.Context(), time.Now().Add(time.Second)))
	if m.says(0, "", 0); m.count("document") != 0 {
		t.Error("the document stays")
	}
	if _, err := m.write(t.Context(), size, "first"); err == nil {
		t.Fatal("nothing stopped it")
	}
	let()
	if effect, err := m.write(t.Context(), size, "first"); err != nil || effect != source.New {
		t.Errorf("%s, %v", effect, err)
	}
	m.says(size, "first", 0)

	let = stop("second", size/2)
	if _, err := m.write(t.Context(), size, "second"); err == nil {
		t.Fatal("nothing stopped it")
	}
	m.says(size, "first", m.count("passage")-size)
	if hash, err := m.db.DocumentHash(t.Context(), "a", "bot", "dochttps://a.test/"); err != nil || hash != "hash of first" {
		t.Errorf("it is taken for %q, %v", hash, err)
	}
	let()
	if effect, err := m.write(t.Context(), size+7, "third"); err != nil || effect != source.Changed {
		t.Errorf("%s, %v", effect, err)
	}
	m.says(size+7, "third", 0)

	free := heldOn(t, m.db, "passage", "workspace TEXT, bot TEXT, document TEXT, ordinal BIGINT", "text = 'third 5'")
	must(t, errOf(m.write(t.Context(), 5, "fourth"))) // the former passages can't be deleted
	m.says(5, "fourth", m.count("passage")-5)
	if m.count("passage") == 5 {
		t.Fatal("nothing held on to them: the test proves nothing")
	}
	free()
	settle()
	must(t, m.db.Settle(t.Context(), time.Now().Add(time.Second)))
	m.says(5, "fourth", 0)
	if m.count("document WHERE staged_at > 0") != 0 {
		t.Error("it is taken for underway")
	}
}

// leave takes the manual's page away, as a reading does that does not find it any more: at once, or when the operator accepts it.
func (m manual) leave(ctx context.Context, kept bool) error {
	p := page("a", "https://a.test/", source.PageGone)
	p.Keep = kept
	_, err := m.db.FinishPage(ctx, p, nil, nil)
	if err == nil && kept {
		_, err = m.db.RemoveKept(ctx, "a", "bot", "src")
	}
	return err
}

// Others write while a manual whose page is gone is removed, or one that is short now takes its place, and nothing of it is known
// from the first moment on.
func TestOthersWriteWhileAManualIsRemoved_C2(t *testing.T) {
	for name, remove := range map[string]func(m manual) error{
		"gone":  func(m manual) error { return m.leave(t.Context(), false) },
		"kept":  func(m manual) error { return m.leave(t.Context(), true) },
		"short": func(m manual) error { return errOf(m.write(t.Context(), 7, "short")) },
	} {
		t.Run(name, func(t *testing.T) {
			m := newManual(t)
			must(t, errOf(m.write(t.Context(), many(10*manyPassages), "first")))
			done := make(chan error, 1)
			go func() { done <- remove(m) }()
			between := 0
			for n, over := 0, false; !over; n++ {
				select {
				case err := <-done:
					must(t, err)
					over = true
				default:
					must(t, m.db.CreateSession(t.Context(), conversation.Session{Workspace: "a", Bot: "bot", ID: fmt.Sprint(n), Hash: fmt.Append(nil, n), CreatedAt: now, LastAt: now}))
					var left, known int
					must(t, m.db.read.QueryRow("SELECT COUNT(*), (SELECT COALESCE(MAX(passages), 0) FROM document) FROM passage WHERE text LIKE 'first%'").Scan(&left, &known))
					if left > 0 && known <= 7 {
						between++
						if all, err := m.db.Passages(t.Context(), "a", "bot"); err != nil || len(all) != known {
							t.Fatalf("%d passages are known: %v", len(all), err)
						}
					}
				}
			}
			if between < 5 {
				t.Errorf("others wrote %d times while it went", between)
			}
			if name == "short" {
				m.says(7, "short", 0)
				return
			}
			if m.says(0, "", 0); m.count("document") != 0 {
				t.Error("the document stays")
			}
		})
	}
}

// A manual whose removal is cut short is not known to anybody. What is left of it goes later, or when the page is back.
func TestAManualWhoseRemovalWasCutShortIsGone_C2_K2(t *testing.T) {
	const size = 3 * manyPassages
	for name, mend := range map[string]func(m manual) int{
		"later": func(m manual) int { must(t, m.db.Settle(t.Context(), time.Now().Add(time.Second))); return 0 },
		"short": func(m manual) int { must(t, errOf(m.write(t.Context(), 7, "back"))); return 7 },
		"long":  func(m manual) int { must(t, errOf(m.write(t.Context(), size, "back"))); return size },
		"gone":  func(m manual) int { must(t, m.leave(t.Context(), false)); return 0 },
		"erased": func(m manual) int {
			erase(t, m.db, "a", erasure.Document, "dochttps://a.test/")
			return 0
		},
	} {
		t.Run(name, func(t *testing.T) {
			m := newManual(t)
			must(t, errOf(m.write(t.Context(), size, "first")))
			free := heldOn(t, m.db, "passage", "workspace TEXT, bot TEXT, document TEXT, ordinal BIGINT", "text = 'first 5'")
			must(t, m.leave(t.Context(), false)) // the passages can't be deleted
			left := m.count("passage")
			if m.says(0, "", left); left == 0 {
				t.Fatal("nothing held on to them: the test proves nothing")
			}
			if all, err := m.db.Documents(t.Context(), "a", "bot", 10, 0); err != nil || len(all) != 0 {
				t.Errorf("the document is listed: %+v, %v", all, err)
			}
			free()
			n := mend(m)
			if m.says(n, "back", 0); m.count("document") != min(n, 1) || m.count("document WHERE staged_at > 0") != 0 {
				t.Error("the document stays, or is taken for underway")
			}
		})
	}
}

// A manual that is erased while it is stored is not stored.
func TestAManualThatIsErasedMeanwhileIsNotStored_C2_K2(t *testing.T) {
	m := newManual(t)
	const size = 3 * manyPassages
	must(t, errOf(m.write(t.Context(), size, "first")))
	d := document("a", "https://a.test/")
	s, err := m.db.stage(t.Context(), source.Page{}, d, make([]passage.Passage, size))
	must(t, err)
	erase(t, m.db, "a", erasure.Document, d.ID)
	if m.count("passage") != 0 {
		t.Errorf("%d passages are left", m.count("passage"))
	}
	err = m.use(d, s)
	if !problem.Is(err, problem.Gone) {
		t.Errorf("using what was staged: %v", err)
	}
	must(t, m.db.PutVectors(t.Context(), "a", "bot", "p/m", []embedding.Vector{{Passage: passage.Passage{Document: d.ID}}}))
	if m.count("vector") != 0 {
		t.Error("a vector of it is stored")
	}
}

// A writer that was taken for cut short, as after a machine slept, uses nothing of what it staged: part of that is gone.
func TestAManualWhoseWriterSleptIsAsBefore(t *testing.T) {
	m := newManual(t)
	const size = 3 * manyPassages
	must(t, errOf(m.write(t.Context(), size, "first")))
	d := document("a", "https://a.test/")
	s, err := m.db.stage(t.Context(), source.Page{}, d, make([]passage.Passage, size))
	must(t, err)
	must(t, m.db.Settle(t.Context(), time.Now().Add(time.Second)))
	if err := m.use(d, s); err == nil {
		t.Error("it uses what is deleted")
	}
	m.says(size, "first", 0)
}

// Who ends what was cut short leaves a document alone that somebody writes anew meanwhile.
func TestAManualThatIsWrittenAnewIsNotSettled(t *testing.T) {
	m := newManual(t)
	const size = 3 * manyPassages
	must(t, errOf(m.write(t.Context(), size, "first")))
	d := document("a", "https://a.test/")
	former, err := m.db.stage(t.Context(), source.Page{}, d, make([]passage.Passage, size))
	must(t, err)
	must(t, errOf(m.write(t.Context(), size, "second")))
	must(t, m.db.settle(t.Context(), "a", "bot", d.ID, former.at, former.former))
	m.says(size, "second", 0)

	former, err = m.db.stage(t.Context(), source.Page{}, d, make([]passage.Passage, size))
	must(t, err)
	next, err := m.db.stage(t.Context(), source.Page{}, d, make([]passage.Passage, size))
	must(t, err)
	must(t, m.db.takeOver(t.Context(), "a", "bot", d.ID, former.at))
	if n := m.count("passage"); n != 2*size {
		t.Errorf("%d passages are left of %d", n, 2*size)
	}
	use := func(s staging) error {
		return m.use(d, s)
	}
	if err := use(former); err == nil {
		t.Error("the first of two that write it uses what the second has staged")
	}
	must(t, use(next))
}

// Of a manual that was read a second time passages are what they were after the first: each takes its vector and its analysis,
// and is as far down as it stands.
func TestAManualThatIsReadAgainTakesVectors(t *testing.T) {
	m := newManual(t)
	const size = 2 * manyPassages
	for _, said := range []string{"first", "second"} {
		must(t, errOf(m.write(t.Context(), size, said)))
		m.says(size, said, 0)
	}
	without, err := m.db.PassagesWithout(t.Context(), "a", "bot", "p/m", 3)
	must(t, err)
	var vectors []embedding.Vector
	for _, p := range without {
		vectors = append(vectors, embedding.Vector{Passage: p, Body: []byte(p.Text)})
	}
	must(t, m.db.PutVectors(t.Context(), "a", "bot", "p/m", vectors))
	must(t, errOf(m.db.write.ExecContext(t.Context(), "UPDATE bot SET embedder = 'p/m'")))
	all, err := m.db.Passages(t.Context(), "a", "bot")
	must(t, err)
	all[1].Analysed = []byte("anew")
	must(t, m.db.PutAnalyses(t.Context(), "a", "bot", all[1:2], true))
	all, err = m.db.Passages(t.Context(), "a", "bot")
	must(t, err)
	for n, p := range all[:3] {
		if string(p.Embedded) != fmt.Sprint("second ", n) {
			t.Errorf("passage %d has the vector %q", n, p.Embedded)
		}
	}
	if len(all) != size || all[3].Embedded != nil || string(all[1].Analysed) != "anew" {
		t.Errorf("%d passages; %q, %q", len(all), all[3].Embedded, all[1].Analysed)
	}
}
