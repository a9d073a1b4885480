package store

import (
	"errors"
	"fmt"
	"io"
	"log/slog"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/conversation"
	"github.com/webchatagent/wca/internal/egress"
	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/retention"
	"github.com/webchatagent/wca/internal/retrieve"
	"github.com/webchatagent/wca/internal/source"
	"github.com/webchatagent/wca/internal/token"
	"github.com/webchatagent/wca/test/postgres"
)

// talk stores a conversation of which every text is the canary.
func talk(t *testing.T, db *DB, ws, session, canary string, at time.Time) {
	t.Helper()
	ctx := t.Context()
	must(t, db.CreateSession(ctx, conversation.Session{Workspace: ws, Bot: "bot", ID: session, Hash: []byte("secret of " + session), CreatedAt: at, LastAt: at}))
	q := conversation.Message{Workspace: ws, Bot: "bot", Session: session, ID: "q" + session, ClientID: "c" + canary, Role: conversation.Visitor, State: conversation.Done, Text: canary, At: at}
	a := conversation.Message{Workspace: ws, Bot: "bot", Session: session, ID: "a" + session, Role: conversation.Assistant, State: conversation.Streaming, At: at}
	_, err := db.BeginAnswer(ctx, nil, &q, &a)
	must(t, err)
	a.State, a.Text, a.Citations = conversation.Done, canary, []conversation.Citation{{N: 1, Document: canary, Passage: canary}}
	a.Trace = conversation.Trace{Provider: "quote", In: 7}
	must(t, db.FinishAnswer(ctx, &a))
	must(t, db.SetFeedback(ctx, ws, "bot", session, a.ID, conversation.Feedback{Value: "down", Text: canary}))
	must(t, db.RecordGap(ctx, conversation.Gap{Workspace: ws, Bot: "bot", ID: "g" + session, Session: session, Message: q.ID, Question: canary, At: at}))
	must(t, db.Record(ctx, egress.Transfer{ID: "tr" + session, Time: at, Purpose: egress.Model, BytesOut: 9, Body: []byte(canary), Attribution: egress.Attribution{Workspace: ws, Bot: "bot", Answer: a.ID}}))
}

func publish(t *testing.T, db *DB, ws string, r bot.Retention) {
	t.Helper()
	s := bot.Default("quote")
	s.Retention = r
	must(t, errOf(bot.Publish(t.Context(), db, bot.Bot{Workspace: ws, ID: "bot"}, s, now)))
}

func keeper(db *DB, at time.Time) *retention.Keeper {
	return &retention.Keeper{Store: db, LedgerYears: 3, Now: func() time.Time { return at }, Log: slog.New(slog.NewTextHandler(io.Discard, nil))}
}

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
		must(t, errOf(db.FinishPage(ctx, at(address), &d, []retrieve.Passage{{Text: text}})))
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

func TestConversationsGoWhenTheirTimeIsOver_E4(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		fill(t, db, "a")
		fill(t, db, "b")
		ctx := t.Context()
		days := 30
		publish(t, db, "a", bot.Retention{Days: &days})
		talk(t, db, "a", "old", "alt", now.AddDate(0, 0, -31))
		talk(t, db, "a", "new", "neu", now.AddDate(0, 0, -29))
		talk(t, db, "b", "old", "fremd", now.AddDate(0, 0, -31)) // its bot keeps 90 days, and the ledger's bodies 30
		must(t, keeper(db, now).Run(ctx))

		if _, err := db.Message(ctx, "a", "bot", "old", "aold"); !problem.Is(err, problem.NotFound) {
			t.Errorf("the old conversation is still there: %v", err)
		}
		if _, err := db.SessionByHash(ctx, "a", "bot", []byte("secret of old")); !problem.Is(err, problem.NotFound) {
			t.Errorf("its session is still there: %v", err)
		}
		if m, err := db.Message(ctx, "a", "bot", "new", "anew"); err != nil || m.Text != "neu" {
			t.Errorf("the new one: %+v, %v", m, err)
		}
		if m, err := db.Message(ctx, "b", "bot", "old", "aold"); err != nil || m.Text != "fremd" {
			t.Errorf("another bot's: %+v, %v", m, err)
		}
		for ws, want := range map[string]retention.Gone{"a": {Sessions: 1, Messages: 2, Gaps: 1, Bodies: 1}, "b": {Bodies: 1}} {
			entries, err := db.Ledger(ctx, ws, egress.Filter{}, 10, 0)
			must(t, err)
			entries = slices.DeleteFunc(entries, func(x egress.Transfer) bool { return x.Answer == "anew" })
			if len(entries) != 1 || entries[0].Body != nil || entries[0].BytesOut != 9 {
				t.Fatalf("%s: the ledger should keep counts without the body: %+v", ws, entries)
			}
			if gone := ws == "a"; gone != (entries[0].Answer == "") || gone != retention.DayOnly(entries[0].Time) {
				t.Errorf("%s: of what is deleted the ledger keeps the day, neither time nor answer: %+v", ws, entries[0])
			}
			runs, err := db.RetentionRuns(ctx, ws, "bot", 10, 0)
			must(t, err)
			if len(runs) != 1 || runs[0].Counts != want || !runs[0].At.Equal(now) || runs[0].Mode != bot.RetentionDelete {
				t.Errorf("%s: it is written down as %+v", ws, runs)
			}
		}
		for i := range 2 { // nothing is due any more: one line says so, with its latest time
			must(t, keeper(db, now.Add(time.Duration(1+i)*time.Hour)).Run(ctx))
		}
		runs, err := db.RetentionRuns(ctx, "a", "bot", 10, 0)
		must(t, err)
		if len(runs) != 2 || runs[0].Counts != (retention.Gone{}) || !runs[0].At.Equal(now.Add(2*time.Hour)) {
			t.Errorf("got %+v", runs)
		}
	})
}

func TestAnonymisedConversationsKeepTheirCountsOnly_E4(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		fill(t, db, "a")
		ctx := t.Context()
		days := 7
		publish(t, db, "a", bot.Retention{Days: &days, Mode: bot.RetentionAnonymise})
		at := now.AddDate(0, 0, -8)
		talk(t, db, "a", "old", "alt", at)
		talk(t, db, "a", "new", "neu", now)
		must(t, keeper(db, now).Run(ctx))
		must(t, keeper(db, now.Add(time.Hour)).Run(ctx))

		messages, err := db.Messages(ctx, "a", "bot", "old")
		must(t, err)
		if len(messages) != 2 {
			t.Fatalf("%d messages are left", len(messages))
		}
		for _, m := range messages {
			if m.Text != "" || m.Citations != nil || m.ClientID != "" || m.Feedback.Text != "" || !m.At.Equal(at.Truncate(24*time.Hour)) {
				t.Errorf("left of a message: %+v", m)
			}
		}
		if messages[1].Feedback.Value != "down" || messages[1].Trace.In != 7 {
			t.Errorf("the counts are gone: %+v", messages[1])
		}
		if _, err := db.SessionByHash(ctx, "a", "bot", []byte("secret of old")); !problem.Is(err, problem.NotFound) {
			t.Errorf("the visitor's secret still opens it: %v", err)
		}
		if n := length(db.Gaps(ctx, "a", "bot", 10, 0)); n != 1 {
			t.Errorf("%d questions are left in the list of gaps", n)
		}
		for session, want := range map[string]bool{"old": true, "new": false} {
			if is, err := db.Anonymised(ctx, "a", "bot", session); err != nil || is != want {
				t.Errorf("%s is anonymised: %v, %v", session, is, err)
			}
		}
		entries, err := db.Ledger(ctx, "a", egress.Filter{}, 10, 0)
		must(t, err)
		if len(entries) != 2 || entries[0].Answer != "anew" || !entries[0].Time.Equal(now) {
			t.Fatalf("the ledger: %+v", entries)
		}
		if x := entries[1]; x.Answer != "" || !x.Time.Equal(at.Truncate(24*time.Hour)) || x.BytesOut != 9 || !retention.DayOnly(x.Time) {
			t.Errorf("the ledger still tells when who was answered: %+v", x)
		}
		runs, err := db.RetentionRuns(ctx, "a", "bot", 10, 0)
		must(t, err)
		if len(runs) != 2 || runs[1].Counts != (retention.Gone{Sessions: 1, Messages: 2, Gaps: 1, Bodies: 1}) || runs[1].Mode != bot.RetentionAnonymise {
			t.Errorf("written down: %+v", runs)
		}
	})
}

// Earlier versions left the second and the answer in the ledger of what they anonymised.
func TestTheLedgerOfEarlierAnonymisedConversationsForgetsTheSecond_E4(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		fill(t, db, "a")
		ctx := t.Context()
		talk(t, db, "a", "old", "alt", now)
		talk(t, db, "a", "new", "neu", now)
		must(t, errOf(db.write.Exec("UPDATE session SET anonymised_at = 1 WHERE id = 'old'")))
		migration, err := migrations.ReadFile("migrations/0010_anonymised.sql") // as it runs on the database of an earlier version
		must(t, err)
		up, _, _ := strings.Cut(string(migration), "-- +goose Down")
		must(t, errOf(db.write.Exec(up)))
		entries, err := db.Ledger(ctx, "a", egress.Filter{}, 10, 0)
		must(t, err)
		if len(entries) != 2 || entries[0].Answer != "anew" || !entries[0].Time.Equal(now) || entries[1].Answer != "" || !entries[1].Time.Equal(now.Truncate(24*time.Hour)) {
			t.Errorf("the ledger: %+v", entries)
		}
	})
}

func TestManyConversationsGoInBatches(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		fill(t, db, "a")
		old := now.AddDate(-1, 0, 0)
		const n = 1201
		for i := range n {
			id := fmt.Sprint("s", i)
			must(t, db.CreateSession(t.Context(), conversation.Session{Workspace: "a", Bot: "bot", ID: id, Hash: []byte(id), CreatedAt: old, LastAt: old}))
		}
		counts, err := keeper(db, now).Apply(t.Context(), retention.Rule{Workspace: "a", Bot: "bot"})
		if err != nil || counts.Sessions != n {
			t.Errorf("%d went, %v", counts.Sessions, err)
		}
	})
}

func TestWhatRetentionDeletedIsGoneFromTheDisk_E4_K2(t *testing.T) {
	for _, mode := range []bot.RetentionMode{bot.RetentionDelete, bot.RetentionAnonymise} {
		path := filepath.Join(t.TempDir(), "wca.db")
		db := open(t, path)
		fill(t, db, "a")
		publish(t, db, "a", bot.Retention{Mode: mode})
		const canary = "Kanarienvogel-2209"
		talk(t, db, "a", "old", canary, now.AddDate(-1, 0, 0))
		if count(t, path, canary) == 0 {
			t.Fatal("the search for bytes finds nothing even before")
		}
		must(t, keeper(db, now).Run(t.Context()))
		if n := count(t, path, canary); n != 0 {
			t.Errorf("%s: the text stands %d times in the database's files", mode, n)
		}
	}
}

func TestConversationsAreFoundByWhatWasSaid_E4_K1(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		fill(t, db, "a")
		fill(t, db, "b")
		talk(t, db, "a", "one", "Ich bin Max@Example.org, 100% sicher", now.Add(time.Minute))
		talk(t, db, "a", "two", "Ich bin erika@example.org", now.Add(2*time.Minute))
		talk(t, db, "b", "three", "Ich bin max@example.org", now)
		for said, want := range map[string]string{
			"": "two one ses", "max@example.ORG": "one", "100%": "one", "1%": "", "Ich_bin": "", "ich bin": "two one", "!": "",
		} {
			all, err := db.Sessions(t.Context(), "a", "bot", said, 10, 0)
			must(t, err)
			var ids []string
			for _, s := range all {
				ids = append(ids, s.ID)
			}
			if got := strings.Join(ids, " "); got != want {
				t.Errorf("%q: found %q, want %q", said, got, want)
			}
		}
		all, err := db.Sessions(t.Context(), "a", "bot", "", 1, 1)
		must(t, err)
		if len(all) != 1 || all[0].ID != "one" || all[0].Messages != 2 || !all[0].LastAt.Equal(now.Add(time.Minute)) {
			t.Errorf("the second page: %+v", all)
		}
	})
}

// The ledger's entries go with the third year after theirs, those of bots that are gone, too; never before the
// conversation that they tell of.
func TestTheLedgersEntriesGoWhenTheirYearsAreOver_E4(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		fill(t, db, "a")
		fill(t, db, "b")
		ctx := t.Context()
		years := time.Date(2023, 1, 1, 0, 0, 0, 0, time.UTC)
		talk(t, db, "a", "stored", "said", now)
		for _, ws := range []string{"a", "b"} {
			for id, one := range map[string]struct {
				at  time.Time
				bot string
			}{"young": {years, "bot"}, "old": {years.Add(-time.Microsecond), "bot"}, "erased": {years.Add(-time.Hour), ""}, "another": {years.Add(-time.Hour), "gone"}} {
				must(t, db.Record(ctx, egress.Transfer{ID: id + ws, Time: one.at, Purpose: egress.Model, Recipient: "model.test", BytesOut: 4, Attribution: egress.Attribution{Workspace: ws, Bot: one.bot}}))
			}
		}
		must(t, db.Record(ctx, egress.Transfer{ID: "told", Time: years.AddDate(-1, 0, 0), Purpose: egress.Model, Attribution: egress.Attribution{Workspace: "a", Bot: "bot", Answer: "astored"}}))
		must(t, db.Record(ctx, egress.Transfer{ID: "unstored", Time: years.AddDate(-1, 0, 0), Purpose: egress.Model, Attribution: egress.Attribution{Workspace: "a", Bot: "bot", Answer: "nowhere"}}))
		for n := range 1_100 { // more than go at once
			must(t, db.Record(ctx, egress.Transfer{ID: fmt.Sprint("page", n), Time: years.AddDate(0, -1, 0), Purpose: egress.Crawl, Attribution: egress.Attribution{Workspace: "a", Bot: "bot", Source: "src"}}))
		}
		must(t, db.Flush(ctx))
		must(t, keeper(db, time.Date(2026, 12, 31, 23, 59, 0, 0, time.UTC)).Run(ctx))
		for ws, want := range map[string]string{"a": "told trstored younga", "b": "youngb"} {
			all, err := db.Ledger(ctx, ws, egress.Filter{}, 2_000, 0)
			must(t, err)
			var ids []string
			for _, one := range all {
				ids = append(ids, one.ID)
			}
			if slices.Sort(ids); strings.Join(ids, " ") != want {
				t.Errorf("%s: there are %q instead of %q", ws, ids, want)
			}
			runs, err := db.RetentionRuns(ctx, ws, "bot", 10, 0)
			must(t, err)
			if n := map[string]int{"a": 1_102, "b": 1}[ws]; len(runs) != 1 || runs[0].Counts.Entries != n {
				t.Errorf("%s: the report says %+v", ws, runs)
			}
		}
		must(t, keeper(db, time.Date(2027, 1, 1, 0, 0, 0, 0, time.UTC)).Run(ctx))
		if all, err := db.Ledger(ctx, "b", egress.Filter{}, 10, 0); err != nil || len(all) != 0 {
			t.Errorf("a year later: %+v, %v", all, err)
		}
	})
}
