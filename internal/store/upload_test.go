package store

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/webchatagent/wca/internal/erasure"
	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/source"
)

// A large file that arrives for seconds keeps no erasure waiting, and so nobody who writes an answer behind one.
func TestAFileThatArrivesKeepsNobodyWaiting(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		if db.pool == nil { // there is one writer only
			return
		}
		fill(t, db, "a")
		ctx, put, others := context.WithoutCancel(t.Context()), make(chan error, 1), make(chan error, 2)
		must(t, db.tx(ctx, func(arriving transaction) error {
			if err := db.hold(ctx, arriving, exclusive, fmt.Sprint("blob", []any{"a", "bot"})); err != nil {
				return err
			}
			go func() {
				put <- db.PutBlob(ctx, source.Blob{Workspace: "a", Bot: "bot", Source: "src", Name: "large", Body: []byte("planted file")})
			}()
			waits(t, db, 1, put)
			go func() {
				_, err := eraser(t, db).Erase(ctx, "a", erasure.Session, "ses")
				others <- err
			}()
			go func() { others <- db.txBeside(ctx, "a", func(transaction) error { return nil }) }()
			for range 2 {
				select {
				case err := <-others:
					must(t, err)
				case <-time.After(10 * time.Second):
					t.Error("somebody waits for the file")
					return nil
				}
			}
			return nil
		}))
		must(t, <-put)
	})
}

// Files that arrive while what they belong to is erased leave nothing behind, and none of them fails the erasure.
func TestFilesThatArriveDuringAnErasureStayNowhere_K2(t *testing.T) {
	for _, kind := range []erasure.Kind{erasure.Source, erasure.Bot, erasure.Workspace} {
		t.Run(string(kind), func(t *testing.T) {
			each(t, func(t *testing.T, db *DB) {
				fill(t, db, "a")
				ctx, done := context.WithoutCancel(t.Context()), make(chan error, 8)
				for n := range cap(done) {
					go func() {
						for round := range 40 {
							body := strings.Repeat(fmt.Sprintf("planted file %d %d ", n, round), 2000)
							err := db.PutBlob(ctx, source.Blob{Workspace: "a", Bot: "bot", Source: "src", Name: fmt.Sprint("file", (n+round)%3), Body: []byte(body)})
							if err != nil {
								if !problem.Is(err, problem.NotFound) {
									t.Errorf("a file: %v", err)
								}
								break
							}
						}
						done <- nil
					}()
				}
				time.Sleep(50 * time.Millisecond)
				erase(t, db, "a", kind, map[erasure.Kind]string{erasure.Source: "src", erasure.Bot: "bot", erasure.Workspace: "a"}[kind])
				for range cap(done) {
					<-done
				}
				if n := countIn(t, db, "blob", "planted file"); n != 0 {
					t.Errorf("%d files are left", n)
				}
			})
		})
	}
}

// A file that has just arrived when its source is erased is counted by the receipt, so that its table is cleaned; of one that
// comes a moment later nothing stays in the files of PostgreSQL either.
func TestAFileThatArrivesBesideAnErasureIsCleanedAway_K2(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		if db.pool == nil { // there is one writer only
			return
		}
		fill(t, db, "a")
		ctx, receipts := context.WithoutCancel(t.Context()), make(chan erasure.Receipt, 1)
		must(t, errOf(db.write.Exec("DELETE FROM blob")))
		must(t, db.tx(ctx, func(arriving transaction) error {
			if err := db.insertBlob(ctx, arriving, source.Blob{Workspace: "a", Bot: "bot", Source: "src", Name: "new", Body: []byte("planted file")}); err != nil {
				return err
			}
			go func() {
				r, err := eraser(t, db).Erase(ctx, "a", erasure.Source, "src")
				if err != nil {
					t.Error(err)
				}
				receipts <- r
			}()
			time.Sleep(300 * time.Millisecond)
			return nil
		}))
		if r := <-receipts; r.Counts["blob"] != 1 || !r.Verified() {
			t.Errorf("the receipt: %+v", r)
		}
		must(t, errOf(db.write.Exec("DELETE FROM stain")))
		if err := db.PutBlob(ctx, source.Blob{Workspace: "a", Bot: "bot", Source: "src", Name: "late", Body: []byte("planted file")}); !problem.Is(err, problem.NotFound) {
			t.Errorf("a file without a source: %v", err)
		}
		var noted int
		must(t, db.read.QueryRow("SELECT COUNT(*) FROM stain WHERE tables = 'blob'").Scan(&noted))
		if noted != 1 {
			t.Errorf("%d notes of what has to be cleaned", noted)
		}
	})
}

// The passages of a manual stand in the database as they were given, however many there are.
func TestManyPassagesOfADocumentAreWritten_C2(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		fill(t, db, "a")
		var given []passage.Passage
		for n := range 1203 {
			given = append(given, passage.Passage{Headings: []string{fmt.Sprint("Kapitel ", n), `"\`}, Text: fmt.Sprint("Öffnungszeit, {NULL} \"", n), Language: "de", Page: n, Anchor: fmt.Sprint("a", n), Analysed: []byte{0, byte(n), 0xff}})
		}
		given[7].Headings, given[7].Analysed, given[7].Anchor = nil, nil, ""
		must(t, db.txBeside(t.Context(), "a", func(x transaction) error {
			return db.replaceDocument(t.Context(), x, source.Document{Workspace: "a", Bot: "bot", Source: "src", ID: "zz", Address: "zz", Title: "Handbuch"}, given)
		}))
		all, err := db.Passages(t.Context(), "a", "bot")
		must(t, err)
		all = all[len(all)-len(given):]
		for n, p := range all {
			want := given[n]
			want.ID, want.Document, want.Ordinal, want.Address, want.Title = fmt.Sprint("zz#", n), "zz", n, "zz", "Handbuch"
			if fmt.Sprintf("%+v", p) != fmt.Sprintf("%+v", want) {
				t.Fatalf("got %+v instead of %+v", p, want)
			}
		}
	})
}
