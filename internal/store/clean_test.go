package store

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/conversation"
	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/source"
	"github.com/webchatagent/wca/internal/token"
	"github.com/webchatagent/wca/test/postgres"
)

// What went because its time was over, and what a visitor, or the customer, has put otherwise or removed, is gone from the
// files of PostgreSQL, too, within the hour; also if the server that did it was killed before it tidied up.
func TestWhatWentLeavesTheFilesOfPostgreSQL_E4_K1(t *testing.T) {
	for _, killed := range []bool{false, true} {
		for _, anonymise := range []bool{false, true} {
			t.Run(fmt.Sprintf("killed %t, anonymise %t", killed, anonymise), func(t *testing.T) {
				dsn := postgres.New(t)
				db := open(t, dsn)
				fill(t, db, "a")
				ctx, days, rule := t.Context(), 30, bot.Retention{}
				rule.Days = &days
				if anonymise {
					rule.Mode = bot.RetentionAnonymise
				}
				publish(t, db, "a", rule)
				must(t, db.Clean(ctx)) // of what a former process left
				talk(t, db, "a", "old", "kanariealt", now.AddDate(0, 0, -31))
				talk(t, db, "a", "new", "kanarieneu", now.AddDate(0, 0, -1))
				contact := conversation.Contact{Workspace: "a", Bot: "bot", ID: "con", Session: "new", Name: "kanariefalsch", At: now}
				must(t, db.PutContact(ctx, contact))
				contact.Name = "kanarierichtig"
				must(t, db.PutContact(ctx, contact))
				pair := conversation.Pair{Workspace: "a", Bot: "bot", ID: "par", Question: "kanariefrage", Answer: "kanarieantwort", Language: "de", CreatedAt: now}
				must(t, db.PutPair(ctx, pair))
				must(t, db.DeletePair(ctx, "a", "bot", "par"))
				gone := []string{"kanariealt", "kanariefalsch", "kanariefrage"}
				if inFiles(t, db, gone[0]) == 0 {
					t.Fatal("the search for bytes finds nothing even before")
				}
				must(t, keeper(db, now).Run(ctx))
				if killed { // what it remembered is lost
					db = open(t, dsn)
				}
				must(t, db.Clean(ctx))
				for _, text := range gone {
					if n := inFiles(t, db, text); n != 0 {
						t.Errorf("%s stands %d times in the files", text, n)
					}
				}
				for _, text := range []string{"kanarieneu", "kanarierichtig"} {
					if inFiles(t, db, text) == 0 {
						t.Errorf("%s is gone", text)
					}
				}
			})
		}
	}
}

// A start of a server writes nothing anew on PostgreSQL of which nothing went since the last time, however that was.
func TestNothingIsWrittenAnewWithoutNeed_K2(t *testing.T) {
	dsn := postgres.New(t)
	db := open(t, dsn)
	pagesChange(t, db)
	talk(t, db, "a", "old", "kanariealt", now)
	must(t, db.PutPair(t.Context(), conversation.Pair{Workspace: "a", Bot: "bot", ID: "pair", Question: "Alt?", Answer: "Ja."}))
	files := func() map[string]string {
		out := map[string]string{}
		for _, table := range []string{"message", "session", "passage", "blob", "contact", "pair", "gap"} {
			var file string
			must(t, db.read.QueryRow("SELECT pg_relation_filenode($1::regclass)::text", table).Scan(&file))
			out[table] = file
		}
		return out
	}
	must(t, db.Clean(t.Context()))
	before := files()
	for range 2 {
		db = open(t, dsn)
		talk(t, db, "a", token.ID("ses"), "kanarieneu", now)
		must(t, db.PutBlob(t.Context(), source.Blob{Workspace: "a", Bot: "bot", Source: "src", Name: "f.txt", ContentType: "text/plain", Body: []byte("leer")})) // as it was
		session := token.ID("ses")
		talk(t, db, "a", session, "kanarienzwei", now)
		must(t, db.PutContact(t.Context(), conversation.Contact{Workspace: "a", Bot: "bot", ID: session, Session: session, Email: "neu@example.com", At: now}))
		must(t, db.PutPair(t.Context(), conversation.Pair{Workspace: "a", Bot: "bot", ID: token.ID("pair"), Question: "Neu?", Answer: "Ja."}))
		must(t, db.DeleteGaps(t.Context(), "a", "bot", nil))
		must(t, db.Clean(t.Context()))
		if after := files(); !maps.Equal(before, after) {
			t.Errorf("written anew: %v, before %v", after, before)
		}
	}
	must(t, db.DeleteBlob(t.Context(), "a", "bot", "src", "f.txt"))
	must(t, db.PutPair(t.Context(), conversation.Pair{Workspace: "a", Bot: "bot", ID: "pair", Question: "Anders?", Answer: "Nein."}))
	must(t, open(t, dsn).Clean(t.Context())) // another server's look
	after := files()
	for _, table := range []string{"blob", "pair"} {
		if after[table] == before[table] {
			t.Errorf("what went from %s was not written over", table)
		}
		after[table] = before[table]
	}
	if !maps.Equal(before, after) {
		t.Errorf("written anew: %v, before %v", after, before)
	}
}

// Of several that give other contact data at once each but the first has overwritten some.
func TestWhatOthersOverwriteMeanwhileIsNoted_K2(t *testing.T) {
	db := open(t, postgres.New(t))
	fill(t, db, "a")
	const rounds, once = 10, 4
	for round := range rounds {
		session := fmt.Sprint("ses", round)
		talk(t, db, "a", session, "kanarie", now)
		must(t, errOf(db.write.Exec("DELETE FROM contact")))
		must(t, errOf(db.write.Exec("DELETE FROM stain")))
		var all sync.WaitGroup
		failed := make([]error, once)
		for i := range once {
			all.Go(func() {
				failed[i] = db.PutContact(t.Context(), conversation.Contact{Workspace: "a", Bot: "bot", ID: fmt.Sprint(session, i), Session: session, Email: fmt.Sprint(i, "@example.com"), At: now})
			})
		}
		all.Wait()
		must(t, errors.Join(failed...))
		var noted int
		must(t, db.read.QueryRow("SELECT COUNT(*) FROM stain").Scan(&noted))
		if noted != once-1 {
			t.Errorf("%d of %d were noted", noted, once-1)
		}
	}
}

// So is what pages said before a reading has changed or removed them, and what a file held before. SQLite overwrites it.
func TestWhatPagesSaidBeforeLeavesTheFiles_C2_K2(t *testing.T) {
	for _, killed := range []bool{false, true} {
		t.Run(fmt.Sprintf("killed %t", killed), func(t *testing.T) {
			dsn := postgres.New(t)
			db := open(t, dsn)
			pagesChange(t, db)
			if inFiles(t, db, "kanariealt") == 0 {
				t.Fatal("the search for bytes finds nothing even before")
			}
			if killed { // what it remembered is lost
				db = open(t, dsn)
			}
			must(t, db.Clean(t.Context()))
			for text, stays := range map[string]bool{"kanariealt": false, "kanarieweg": false, "kanariedatei": false, "kanarieneu": true} {
				if n := inFiles(t, db, text); n > 0 != stays {
					t.Errorf("%s stands %d times in the files", text, n)
				}
			}
		})
	}
	t.Run("sqlite", func(t *testing.T) {
		dir := t.TempDir()
		db := open(t, "sqlite:"+filepath.Join(dir, "wca.db"))
		pagesChange(t, db)
		must(t, db.Compact(t.Context()))
		content, err := os.ReadFile(filepath.Join(dir, "wca.db"))
		must(t, err)
		for text, stays := range map[string]bool{"kanariealt": false, "kanarieweg": false, "kanariedatei": false, "kanarieneu": true} {
			if strings.Contains(string(content), text) != stays {
				t.Errorf("%s: want %t", text, stays)
			}
		}
	})
}

// pagesChange has two pages and a file read, and one page changed, one gone and the file replaced after that.
func pagesChange(t *testing.T, db *DB) {
	t.Helper()
	ctx := t.Context()
	fill(t, db, "a")
	at := func(address string) source.Page {
		return source.Page{Workspace: "a", Bot: "bot", Source: "src", Address: address, State: source.PageDone, At: now}
	}
	read := func(address, text string) {
		d := source.Document{Workspace: "a", Bot: "bot", Source: "src", ID: "doc" + address, Address: address, Title: text, UpdatedAt: now}
		must(t, errOf(db.FinishPage(ctx, at(address), &d, []passage.Passage{{Text: text}})))
	}
	must(t, errOf(db.AddPages(ctx, []source.Page{at("https://a.test/weg")})))
	read("https://a.test/", "kanariealt")
	read("https://a.test/weg", "kanarieweg")
	file := source.Blob{Workspace: "a", Bot: "bot", Source: "src", Name: "f.txt", ContentType: "text/plain", Body: []byte("kanariedatei")}
	must(t, db.PutBlob(ctx, file))
	must(t, db.Clean(ctx)) // of what a former process left
	read("https://a.test/", "kanarieneu")
	gone := at("https://a.test/weg")
	gone.State = source.PageGone
	must(t, errOf(db.FinishPage(ctx, gone, nil, nil)))
	file.Body = []byte("leer")
	must(t, db.PutBlob(ctx, file))
}
