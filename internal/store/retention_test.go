package store

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/conversation"
	"github.com/webchatagent/wca/internal/egress"
	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/retention"
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

// Bodies go by the hundred: whoever asks meanwhile waits for some of them only, not for a ledger of years.
func TestBodiesGoInParts_E4(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		fill(t, db, "a")
		ctx := t.Context()
		publish(t, db, "a", bot.Retention{})
		const many = 1003
		record := func(id string) {
			must(t, db.Record(ctx, egress.Transfer{ID: id, Time: now.AddDate(0, 0, -31), Purpose: egress.Model, Body: []byte("body"), Attribution: egress.Attribution{Workspace: "a", Bot: "bot"}}))
		}
		for n := range 3 {
			record(fmt.Sprint("few", n))
		}
		run := retention.Run{Workspace: "a", Bot: "bot", ID: "run", Counts: retention.Gone{Messages: 6}}
		for _, want := range []int{2, 1, 0} {
			n, err := db.ExpireBodies(ctx, run, now.AddDate(0, 0, -30), 2)
			if err != nil || n != want {
				t.Errorf("%d bodies went instead of %d, %v", n, want, err)
			}
			run.Counts.Bodies += n
			told, err := db.RetentionRuns(ctx, "a", "bot", 10, 0) // a kill may come now
			if must(t, err); len(told) != 1 || told[0].Counts != run.Counts {
				t.Errorf("the account has %+v, not %+v", told, run.Counts)
			}
		}
		for n := range many {
			record(fmt.Sprint("many", n))
		}
		must(t, keeper(db, now).Run(ctx))
		runs, err := db.RetentionRuns(ctx, "a", "bot", 1, 0)
		if must(t, err); len(runs) != 1 || runs[0].Counts.Bodies != many {
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

// Who was let in to a conversation just before it was anonymised leaves nothing in it: retention does not come back to it.
func TestNothingComesIntoAnAnonymisedConversation_E4(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		fill(t, db, "a")
		ctx := t.Context()
		talk(t, db, "a", "old", "alt", now.AddDate(-1, 0, 0))
		publish(t, db, "a", bot.Retention{Mode: bot.RetentionAnonymise})
		must(t, keeper(db, now).Run(ctx))
		q := conversation.Message{Workspace: "a", Bot: "bot", Session: "old", ID: "q2", ClientID: "c2", Role: conversation.Visitor, State: conversation.Done, Text: "neu", At: now}
		a := conversation.Message{Workspace: "a", Bot: "bot", Session: "old", ID: "a2", Role: conversation.Assistant, State: conversation.Streaming, At: now}
		_, asked := db.BeginAnswer(ctx, nil, &q, &a)
		yes := true
		for what, err := range map[string]error{
			"question": asked,
			"contact":  db.PutContact(ctx, contact("a", "old", "erika")),
			"feedback": db.SetFeedback(ctx, "a", "bot", "old", "aold", conversation.Feedback{Value: "down", Text: "neu"}),
			"wish":     db.Wish(ctx, conversation.Wished{Workspace: "a", Bot: "bot", Session: "old", At: now, Wish: conversation.Wish{Restricted: &yes}}),
		} {
			if !problem.Is(err, problem.NotFound) {
				t.Errorf("%s: %v", what, err)
			}
		}
		if n := length(db.Messages(ctx, "a", "bot", "old")); n != 2 {
			t.Errorf("%d messages", n)
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
				must(t, insertTransfer(ctx, db, db.write, egress.Transfer{ID: id + ws, Time: one.at, Purpose: egress.Model, Recipient: "model.test", BytesOut: 4, Attribution: egress.Attribution{Workspace: ws, Bot: one.bot}}))
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

// What is left of a conversation whose text is not stored goes an hour after its last message, in which the visitor may still
// go on talking.
func TestWhatIsLeftOfUnstoredConversationsGoesAfterAnHour_E4(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		fill(t, db, "a")
		none := 0
		publish(t, db, "a", bot.Retention{Days: &none})
		talk(t, db, "a", "quiet", "", now.Add(-61*time.Minute))
		talk(t, db, "a", "lively", "", now.Add(-59*time.Minute))
		must(t, keeper(db, now).Run(t.Context()))
		for session, there := range map[string]bool{"quiet": false, "lively": true} {
			if _, err := db.SessionByHash(t.Context(), "a", "bot", []byte("secret of "+session)); (err == nil) != there {
				t.Errorf("%s: %v", session, err)
			}
		}
	})
}

// looked counts at how many bots retention has looked closely, and names a bot that was erased since it began.
type looked struct {
	*DB
	closely int
}

func (l *looked) RetentionRules(ctx context.Context) ([]retention.Rule, error) {
	rules, err := l.DB.RetentionRules(ctx)
	gone := rules[0]
	gone.Bot = "gone"
	return append(rules, gone), err
}

func (l *looked) ExpireSessions(ctx context.Context, r retention.Run, before time.Time, anonymise bool, n int) (retention.Gone, error) {
	l.closely++
	return l.DB.ExpireSessions(ctx, r, before, anonymise, n)
}

// Of thousands of bots retention looks closely at those only at which something is over: a start waits for it. It writes down that
// it has looked at all of them, though one was erased meanwhile.
func TestRetentionPassesBotsWithNothingToDo_E4(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		ctx := t.Context()
		fill(t, db, "a")
		for n := range 20 {
			must(t, db.CreateBot(ctx, bot.Bot{Workspace: "a", ID: fmt.Sprint("bot", n), PublicID: fmt.Sprint("pub", n), Name: fmt.Sprint(n), CreatedAt: now}, bot.Default("quote")))
		}
		l, at := &looked{DB: db}, now
		keeper := retention.Keeper{Store: l, LedgerYears: 3, Now: func() time.Time { return at }, Log: slog.New(slog.DiscardHandler)}
		run := func(closely, recorded int) {
			t.Helper()
			l.closely = 0
			if err := keeper.Run(ctx); err == nil || !strings.Contains(err.Error(), "bot gone") || strings.Count(err.Error(), "retention of bot") != 1 {
				t.Errorf("it says %v", err)
			}
			var runs int
			must(t, db.read.QueryRow(db.q("SELECT COUNT(*) FROM retention_run WHERE at = ?"), micros(at)).Scan(&runs))
			if l.closely != closely || runs != recorded {
				t.Errorf("it looked closely at %d bots, and wrote down %d", l.closely, runs)
			}
		}
		run(0, 21)
		at = now.AddDate(1, 0, 0) // the conversation of fill is over
		run(1, 21)
		at = at.Add(time.Hour)
		run(0, 21)
	})
}

// What a shorter period lets go is what the next look takes, and no more.
func TestWhatAShorterPeriodLetsGoIsCounted_E4(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		fill(t, db, "a")
		for session, days := range map[string]int{"gone": 100, "old": 60, "kept": 20, "restricted": 61} {
			talk(t, db, "a", session, session, now.AddDate(0, 0, -days))
		}
		must(t, errOf(db.write.ExecContext(t.Context(), "UPDATE session SET restricted = 1 WHERE id = 'restricted'")))
		rule := func(days, ledger int) retention.Rule {
			return retention.Rule{Workspace: "a", Bot: "bot", Retention: bot.Retention{Days: &days, Ledger: &ledger}}
		}
		k := keeper(db, now)
		for _, c := range []struct {
			now, then        retention.Rule
			sessions, bodies int
		}{
			{rule(90, 90), rule(30, 30), 1, 1}, {rule(90, 90), rule(90, 10), 0, 2}, {rule(30, 30), rule(90, 90), 0, 0}, {rule(90, 30), rule(0, 0), 2, 1},
		} {
			got, err := k.Goes(t.Context(), c.now, c.then)
			if must(t, err); got != (retention.Gone{Sessions: c.sessions, Bodies: c.bodies}) {
				t.Errorf("%+v", got)
			}
		}
	})
}

// Where retention has not looked is counted over all customers; the checks' own workspaces are none.
func TestBotsAtWhichRetentionHasNotLookedAreCounted_E4(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		ctx := t.Context()
		for _, ws := range []string{"looked", "never", "before", "ahead", "wsproof_1"} {
			fill(t, db, ws)
		}
		must(t, db.RecordRetention(ctx,
			retention.Run{Workspace: "looked", Bot: "bot", ID: "idle", At: now.Add(time.Hour)},
			retention.Run{Workspace: "before", Bot: "bot", ID: "idle", At: now.Add(-time.Hour)},
			retention.Run{Workspace: "ahead", Bot: "bot", ID: "idle", At: now.AddDate(1, 0, 0)})) // by a clock that was
		for since, want := range map[time.Time]int{now.Add(time.Minute): 3, now.Add(-2 * time.Hour): 0} { // there are none since before that
			if n, err := db.Unlooked(ctx, retention.Span{From: since, To: since.Add(24 * time.Hour)}); err != nil || n != want {
				t.Errorf("since %s: %d, %v, want %d", since, n, err, want)
			}
		}
		if last, err := db.LastKept(ctx, now.Add(-2*time.Hour)); err != nil || !last.Equal(now.Add(time.Hour)) {
			t.Errorf("retention looked last at %s, %v", last, err)
		}
		of := map[string]int{}
		for version, err := range db.AllPublished(ctx) {
			must(t, err)
			of[version.Workspace+"/"+version.Bot] = version.Number
		}
		if len(of) != 5 || of["never/bot"] != 1 {
			t.Errorf("published: %v", of)
		}
	})
}
