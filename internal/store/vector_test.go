package store

import (
	"fmt"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/source"
)

// embedded is a bot whose many passages have vectors of two models, of which the first are in use.
func embedded(t *testing.T, db *DB, passages int) {
	t.Helper()
	fill(t, db, "a")
	all := make([]passage.Passage, passages)
	for n := range all {
		all[n].Text = fmt.Sprint("passage ", n)
	}
	must(t, errOf(db.FinishPage(t.Context(), page("a", "https://a.test/", source.PageDone), document("a", "https://a.test/"), all)))
	for _, embedder := range []string{"p/old", "p/new"} {
		must(t, errOf(db.write.ExecContext(t.Context(), db.q("INSERT INTO vector (workspace, bot, document, ordinal, embedder, body) SELECT workspace, bot, document, ordinal, ?, CAST('x' AS BYTEA) FROM passage"), embedder)))
	}
	must(t, errOf(db.write.ExecContext(t.Context(), "UPDATE bot SET embedder = 'p/old', embedded_index = index_number")))
}

// heldOn keeps a row from being deleted until the returned function is called. columns are those of its table's key with
// their types.
func heldOn(t *testing.T, db *DB, table, columns, which string) (let func()) {
	t.Helper()
	run := func(statement string) { must(t, errOf(db.write.ExecContext(t.Context(), statement))) }
	key := strings.NewReplacer(" TEXT", "", " BIGINT", "").Replace(columns)
	run("CREATE TABLE held_on (" + columns + ", FOREIGN KEY (" + key + ") REFERENCES " + table + " (" + key + "))")
	run("INSERT INTO held_on SELECT " + key + " FROM " + table + " WHERE " + which)
	return func() { run("DROP TABLE held_on") }
}

// Vectors that are not wanted any more go in parts. Cut short, it is known that there is more to do.
func TestVectorsGoInParts_C2_K2(t *testing.T) {
	const size = 2_000
	for _, wanted := range []string{"p/new", ""} {
		t.Run("wanted "+wanted, func(t *testing.T) {
			each(t, func(t *testing.T, db *DB) {
				ctx := t.Context()
				embedded(t, db, size)
				must(t, errOf(db.write.ExecContext(ctx, db.q("UPDATE bot_settings SET embedder = ?"), wanted)))
				others := func() (n int) {
					must(t, db.read.QueryRow(db.q("SELECT COUNT(*) FROM vector WHERE embedder <> ?"), wanted).Scan(&n))
					return n
				}
				listed := func() bool {
					all, err := db.Unembedded(ctx)
					must(t, err)
					return len(all) == 1
				}
				use := func() (bool, error) {
					b, err := db.Bot(ctx, "a", "bot")
					must(t, err)
					return db.UseVectors(ctx, "a", "bot", wanted, b.Index)
				}
				before := others()
				let := heldOn(t, db, "vector", "workspace TEXT, bot TEXT, document TEXT, ordinal BIGINT, embedder TEXT", fmt.Sprint("ordinal = ", size-1, " AND embedder = 'p/old'"))
				if _, err := use(); err == nil {
					t.Fatal("nothing kept it from its end: the test proves nothing")
				}
				if n := others(); n == 0 || n == before || !listed() {
					t.Errorf("%d of %d vectors are left; there is more to do: %t", n, before, listed())
				}
				if wanted == "" { // somebody wants them all the same
					must(t, errOf(db.write.ExecContext(ctx, "UPDATE bot_settings SET embedder = 'p/old'")))
					if !listed() {
						t.Error("vectors that went are not made anew")
					}
					must(t, errOf(db.write.ExecContext(ctx, "UPDATE bot_settings SET embedder = ''")))
				}
				let()
				used, err := use()
				if n := others(); !used || err != nil || n != 0 || listed() {
					t.Errorf("used %t, %v; %d vectors are left; there is more to do: %t", used, err, n, listed())
				}
				if b, err := db.Bot(ctx, "a", "bot"); err != nil || b.Embedder != wanted {
					t.Errorf("in use are those of %q, %v", b.Embedder, err)
				}
			})
		})
	}
}

// Vectors that turned out to be others go in parts, too, and are not in use from the first on.
func TestVectorsAreDroppedInParts(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		const size = 2_000
		embedded(t, db, size)
		let := heldOn(t, db, "vector", "workspace TEXT, bot TEXT, document TEXT, ordinal BIGINT, embedder TEXT", fmt.Sprint("ordinal = ", size-1, " AND embedder = 'p/old'"))
		left := func() (n int) {
			must(t, db.read.QueryRow("SELECT COUNT(*) FROM vector WHERE embedder = 'p/old'").Scan(&n))
			return n
		}
		if err := db.DropVectors(t.Context(), "a", "bot", "p/old"); err == nil || left() == 0 || left() == size {
			t.Errorf("%v, %d are left", err, left())
		}
		if b, err := db.Bot(t.Context(), "a", "bot"); err != nil || b.Embedder != "" {
			t.Errorf("in use are those of %q, %v", b.Embedder, err)
		}
		let()
		if err := db.DropVectors(t.Context(), "a", "bot", "p/old"); err != nil || left() != 0 {
			t.Errorf("%v, %d are left", err, left())
		}
	})
}

// Documents that were kept after all go some at a time, each with its mark.
func TestKeptDocumentsGoInParts_C2(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		ctx := t.Context()
		fill(t, db, "a")
		const size = 60
		for n := range size {
			address := fmt.Sprintf("https://a.test/%02d", n)
			p := page("a", address, source.PageDone)
			must(t, errOf(db.AddPages(ctx, []source.Page{p})))
			must(t, errOf(db.FinishPage(ctx, p, document("a", address), []passage.Passage{{Text: address}})))
			p.State, p.Keep = source.PageGone, true
			must(t, errOf(db.FinishPage(ctx, p, nil, nil)))
		}
		count := func(what string) (n int) {
			must(t, db.read.QueryRow("SELECT COUNT(*) FROM "+what).Scan(&n))
			return n
		}
		let := heldOn(t, db, "document", "workspace TEXT, bot TEXT, id TEXT", "address = 'https://a.test/59'")
		first, err := db.RemoveKept(ctx, "a", "bot", "src")
		if err == nil || first == 0 || count("document") != size-first || count("page WHERE effect = 'kept'") != size-first {
			t.Errorf("%v: %d went, %d documents and %d marks are left", err, first, count("document"), count("page WHERE effect = 'kept'"))
		}
		let()
		rest, err := db.RemoveKept(ctx, "a", "bot", "src")
		if err != nil || first+rest != size || count("document") != 0 || count("page WHERE effect = 'removed'") != size {
			t.Errorf("%v: %d and %d went, %d documents are left", err, first, rest, count("document"))
		}
	})
}
