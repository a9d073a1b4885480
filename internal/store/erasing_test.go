package store

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/webchatagent/wca/internal/conversation"
	"github.com/webchatagent/wca/internal/egress"
	"github.com/webchatagent/wca/internal/erasure"
	"github.com/webchatagent/wca/internal/journal"
	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/source"
)

// years fills a bot with conversations of ten messages each, of which every other has left for a model.
func years(t testing.TB, db *DB, ws string, messages int, said string) {
	t.Helper()
	ctx := t.Context()
	must(t, db.tx(ctx, func(x transaction) error {
		for n := range messages / 10 {
			session := fmt.Sprint("years", n)
			if err := insertSession(ctx, db, x, &conversation.Session{Workspace: ws, Bot: "bot", ID: session, Hash: []byte(ws + session), CreatedAt: now, LastAt: now}); err != nil {
				return err
			}
			for place := 0; place < 10; place += 2 {
				q := conversation.Message{Workspace: ws, Bot: "bot", Session: session, ID: fmt.Sprint("q", n, "_", place), ClientID: fmt.Sprint(place), Role: conversation.Visitor, State: conversation.Done, Text: said, At: now}
				a := conversation.Message{Workspace: ws, Bot: "bot", Session: session, ID: fmt.Sprint("a", n, "_", place), Role: conversation.Assistant, State: conversation.Done, Text: said, At: now}
				if err := db.insertExchange(ctx, x, int64(place), &q, &a); err != nil {
					return err
				}
				if err := insertTransfer(ctx, db, x, egress.Transfer{ID: "tr" + a.ID, Time: now, Purpose: egress.Model, BytesOut: 9, Body: []byte(said), Attribution: egress.Attribution{Workspace: ws, Bot: "bot", Answer: a.ID}}); err != nil {
					return err
				}
			}
		}
		return nil
	}))
}

func hidden(t *testing.T, db *DB, ws string) {
	t.Helper()
	ctx := t.Context()
	if _, _, err := db.BotByPublicID(ctx, "pub"+ws); !problem.Is(err, problem.NotFound) {
		t.Errorf("visitors find the bot: %v", err)
	}
	for _, find := range []func(context.Context, string, string) error{
		func(ctx context.Context, ws, id string) error { return errOf(db.Bot(ctx, ws, id)) },
		func(ctx context.Context, ws, id string) error {
			return db.tx(ctx, func(x transaction) error { return db.lockBot(ctx, x, ws, id) })
		},
	} {
		if err := find(ctx, ws, "bot"); !problem.Is(err, problem.NotFound) {
			t.Errorf("the bot is found: %v", err)
		}
	}
	if all, err := db.Bots(ctx, ws); err != nil || len(all) != 0 {
		t.Errorf("the bot is listed: %+v, %v", all, err)
	}
	if numbers, err := db.IndexNumbers(ctx); err != nil || len(numbers) != 1 {
		t.Errorf("its index stays in memory: %v, %v", numbers, err)
	}
	if rules, err := db.RetentionRules(ctx); err != nil || len(rules) != 1 {
		t.Errorf("retention works on it: %v, %v", rules, err)
	}
}

// A large bot goes in parts. After a crash in between it is gone for everybody, there is no receipt, and the next
// start goes on; an hour later even one whose journal was lost. The receipt counts all parts.
func TestALargeErasureThatWasCutShortGoesOn_K2(t *testing.T) {
	for _, kind := range []erasure.Kind{erasure.Bot, erasure.Workspace} {
		for _, lost := range []bool{false, true}[:map[erasure.Kind]int{erasure.Bot: 2, erasure.Workspace: 1}[kind]] {
			t.Run(fmt.Sprint(kind, lost), func(t *testing.T) {
				each(t, func(t *testing.T, db *DB) { cutShort(t, db, kind, lost) })
			})
		}
	}
}

func cutShort(t *testing.T, db *DB, kind erasure.Kind, lost bool) {
	ctx := t.Context()
	p, q := plant(t, db, "a"), plant(t, db, "b")
	years(t, db, "a", many(3_000), p.string(erasure.Bot))
	must(t, db.Flush(ctx))
	total := map[string]int{}
	for _, table := range []string{"message", "session", "transfer"} {
		var n int
		must(t, db.read.QueryRow("SELECT COUNT(*) FROM "+table+" WHERE workspace = 'a'").Scan(&n))
		total[table] = n
	}
	id := map[erasure.Kind]string{erasure.Bot: "bot", erasure.Workspace: "a"}[kind]
	s, _, err := db.Locate(ctx, "a", kind, id)
	must(t, err)
	if large, err := db.isLarge(ctx, s); err != nil || !large {
		t.Fatalf("it is not large: %v", err)
	}

	// What a crash leaves: the tombstone, the mark, some parts.
	e := eraser(t, db)
	stone := erasure.Tombstone{Receipt: "era_cut", At: now.Add(time.Minute), Subject: s}
	if !lost {
		must(t, e.Journal.Add(stone))
	}
	must(t, db.mark(ctx, s, erasure.Receipt{ID: stone.Receipt, At: stone.At}))
	places, err := db.places(ctx, db.read, s)
	must(t, err)
	for _, one := range places {
		if one.table == "message" {
			onePart(t, db, 700, func(x transaction, n int) (int, error) { return db.erasePart(ctx, x, s, one, n) })
		}
	}
	if kind == erasure.Bot {
		onePart(t, db, 300, func(x transaction, n int) (int, error) { return db.anonymisePart(ctx, x, s, n) })
	}
	hidden(t, db, "a")
	if all, err := db.Erasures(ctx, "a", 10, 0); err != nil || len(all) != 0 {
		t.Errorf("there is a receipt already: %+v, %v", all, err)
	}

	if lost {
		e.Now = func() time.Time { return now.Add(2 * time.Hour) }
		must(t, e.Finish(ctx))
	} else if n, err := again(t, e.Journal, e.Journalled()); n != 1 || err != nil {
		t.Errorf("the start went on with %d, %v", n, err)
	}
	for of, texts := range p.strings {
		if !slices.Contains(belongs[kind], of) {
			continue
		}
		for i, s := range texts {
			if n := countRows(t, db, s); n != 0 {
				t.Errorf("string %d of the %s still stands %d times", i, of, n)
			}
		}
	}
	for of, texts := range q.strings {
		for _, s := range texts {
			if countRows(t, db, s) == 0 {
				t.Errorf("a string of another workspace's %s is gone", of)
			}
		}
	}
	all, err := db.Erasures(ctx, "a", 10, 0)
	must(t, err)
	if len(all) != 1 || all[0].ID != stone.Receipt || !all[0].At.Equal(stone.At) || !all[0].Verified() {
		t.Fatalf("receipts: %+v", all)
	}
	got := all[0].Counts
	for table, n := range total {
		if sent := got["transfer.answer"]; table == "transfer" && got[table]+sent != n || table != "transfer" && got[table] != n {
			t.Errorf("the receipt counts %v, there were %v", got, total)
		}
	}
	if kind == erasure.Bot && got["transfer.body"] < many(3_000)/2 {
		t.Errorf("the receipt counts %v", got)
	}
	if begun, err := db.Begun(ctx, now.AddDate(1, 0, 0)); err != nil || len(begun) != 0 {
		t.Errorf("marks stay: %+v, %v", begun, err)
	}
}

// The clock that an erasure was begun by may have been ahead, or what it erases is: it does not wait for that time.
func TestAnErasureBegunByAClockAheadIsBroughtToItsEnd_K2(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		plant(t, db, "a")
		s, _, err := db.Locate(t.Context(), "a", erasure.Bot, "bot")
		must(t, err)
		must(t, db.mark(t.Context(), s, erasure.Receipt{ID: "era_ahead", At: now.AddDate(1, 0, 0)}))
		e := eraser(t, db)
		e.Now = func() time.Time { return now.Add(time.Hour) }
		must(t, e.Finish(t.Context()))
		all, err := db.Erasures(t.Context(), "a", 10, 0)
		if err != nil || len(all) != 1 || all[0].ID != "era_ahead" {
			t.Errorf("receipts: %+v, %v", all, err)
		}
		must(t, db.mark(t.Context(), erasure.Subject{Kind: erasure.Workspace, Workspace: "a", ID: "a"}, erasure.Receipt{ID: "era_now", At: now.Add(time.Hour)}))
		if begun, err := db.Begun(t.Context(), e.Now().Add(-10*time.Minute)); err != nil || len(begun) != 0 {
			t.Errorf("what was begun a moment ago is not left to who began it: %+v, %v", begun, err)
		}
	})
}

// Others write while a large bot is being erased, and nobody finds it from the first moment on.
func TestOthersWriteWhileALargeBotIsErased_K2(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		fill(t, db, "a")
		fill(t, db, "b")
		years(t, db, "a", many(8_000), "said for years")
		_, seen := erasedMeanwhile(t, db, erasure.Bot, "bot", func() {
			if _, _, err := db.BotByPublicID(t.Context(), "pub_a"); !problem.Is(err, problem.NotFound) {
				t.Fatalf("visitors find a bot that is being erased: %v", err)
			}
		})
		if seen < 5 {
			t.Errorf("others wrote %d times while the bot was being erased", seen)
		}
		if n := countIn(t, db, "message", "said for years") + countIn(t, db, "transfer", "said for years"); n != 0 {
			t.Errorf("it stands there %d times", n)
		}
	})
}

// Nothing of a large document or source is found or sent to anybody from the moment on in which its erasure begins, also after a
// crash in between, until the next start goes on. The receipt counts all of it.
func TestALargeDocumentIsGoneFromTheFirstMomentOn_C2_K2(t *testing.T) {
	for _, subject := range []erasure.Subject{{Kind: erasure.Document, ID: "dochttps://a.test/"}, {Kind: erasure.Source, ID: "src"}} {
		t.Run(string(subject.Kind), func(t *testing.T) {
			each(t, func(t *testing.T, db *DB) {
				ctx := t.Context()
				m, size := manual{t, db}, 3*manyRows
				fill(t, db, "a")
				must(t, errOf(m.write(ctx, size, "said")))
				b, err := db.Bot(ctx, "a", "bot")
				must(t, err)
				s, _, err := db.Locate(ctx, "a", subject.Kind, subject.ID)
				must(t, err)
				if large, err := db.isLarge(ctx, s); err != nil || !large {
					t.Fatalf("it is not large: %v", err)
				}
				e := eraser(t, db)
				stone := erasure.Tombstone{Receipt: "era_cut", At: now.Add(time.Minute), Subject: s}
				must(t, e.Journal.Add(stone))
				must(t, db.mark(ctx, s, erasure.Receipt{ID: stone.Receipt, At: stone.At}))

				m.says(0, "", size)
				if later, err := db.Bot(ctx, "a", "bot"); err != nil || later.Index <= b.Index {
					t.Errorf("the index of before serves on: %v", err)
				}
				if all, err := db.Documents(ctx, "a", "bot", 10, 0); err != nil || len(all) != 0 {
					t.Errorf("the document is listed: %+v, %v", all, err)
				}
				all, err := db.Sources(ctx, "a", "bot")
				must(t, err)
				due, err := db.DueSources(ctx, now.Add(time.Hour), 10)
				must(t, err)
				if gone := subject.Kind == erasure.Source; gone != (len(all) == 0) || gone != (len(due) == 0) || !gone && all[0].Counts.Documents+all[0].Counts.Passages != 0 {
					t.Errorf("sources: %+v, due: %+v", all, due)
				}

				if n, err := again(t, e.Journal, e.Journalled()); n != 1 || err != nil {
					t.Errorf("the start went on with %d, %v", n, err)
				}
				receipts, err := db.Erasures(ctx, "a", 10, 0)
				must(t, err)
				if len(receipts) != 1 || receipts[0].Counts["passage"] != size || !receipts[0].Verified() {
					t.Errorf("receipts: %+v", receipts)
				}
				m.says(0, "", 0)
			})
		})
	}
}

// erasedMeanwhile erases something of the workspace a while another one goes on writing. It calls look each time that
// something has been written and the erasure is still going on, and says how often that was.
func erasedMeanwhile(t *testing.T, db *DB, kind erasure.Kind, id string, look func()) (receipt erasure.Receipt, seen int) {
	t.Helper()
	e := eraser(t, db)
	done := make(chan error, 1)
	go func() {
		var err error
		receipt, err = e.Erase(t.Context(), "a", kind, id)
		done <- err
	}()
	for n := 0; ; n++ {
		select {
		case err := <-done:
			must(t, err)
			return receipt, seen
		default:
		}
		must(t, db.CreateSession(t.Context(), conversation.Session{Workspace: "b", Bot: "bot", ID: fmt.Sprint("new", n), Hash: fmt.Append(nil, "new", n), CreatedAt: now, LastAt: now}))
		var marks int
		if must(t, db.read.QueryRow("SELECT COUNT(*) FROM erasing").Scan(&marks)); marks > 0 {
			seen++
			look()
		}
	}
}

// shownTo makes all answers of a bot ones that a model gave without citations when it was shown a document.
func shownTo(t *testing.T, db *DB, document string) {
	t.Helper()
	d := source.Document{Workspace: "a", Bot: "bot", Source: "src", ID: document, Address: "https://a.test/", UpdatedAt: now}
	must(t, errOf(db.FinishPage(t.Context(), source.Page{Workspace: "a", Bot: "bot", Source: "src", Address: d.Address, State: source.PageDone, At: now}, &d, nil)))
	must(t, errOf(db.write.ExecContext(t.Context(), db.q("UPDATE message SET trace = ? WHERE workspace = 'a' AND role = 'assistant'"), `{"provider":"fake","documents":["`+document+`"]}`)))
}

// Others write while all conversations of a large bot are looked through for what rests on a document.
func TestOthersWriteWhileAnswersAreLookedThrough_C2_K2(t *testing.T) {
	for _, subject := range []erasure.Subject{{Kind: erasure.Document, ID: "doc"}, {Kind: erasure.Source, ID: "src"}} {
		t.Run(string(subject.Kind), func(t *testing.T) {
			each(t, func(t *testing.T, db *DB) {
				fill(t, db, "a")
				fill(t, db, "b")
				years(t, db, "a", many(5_000), "said for years")
				shownTo(t, db, "doc")
				receipt, seen := erasedMeanwhile(t, db, subject.Kind, subject.ID, func() {})
				if seen < 5 {
					t.Errorf("others wrote %d times meanwhile", seen)
				}
				var left int
				must(t, db.read.QueryRow("SELECT COUNT(*) FROM message WHERE workspace = 'a' AND role = 'assistant' AND text LIKE 'said%'").Scan(&left))
				if bodies := countIn(t, db, "transfer", "said for years"); left != 0 || bodies != 0 || receipt.Counts["message.text"] != many(5_000)/2 || receipt.Counts["transfer.body"] != many(5_000)/2 || !receipt.Verified() {
					t.Errorf("%d answers and %d bodies stay; the receipt: %+v", left, bodies, receipt)
				}
			})
		})
	}
}

// An answer that comes between the parts and the last transaction goes as well: here one that only builds on an earlier
// answer, which was taken out before.
func TestWhatComesWhileAnswersAreLookedThroughGoesToo_C2_K2(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		ctx := t.Context()
		fill(t, db, "a")
		years(t, db, "a", many(3_000), "said for years")
		shownTo(t, db, "doc")
		s, _, err := db.Locate(ctx, "a", erasure.Document, "doc")
		must(t, err)
		if large, err := db.isLarge(ctx, s); err != nil || !large {
			t.Fatalf("it is not large: %v", err)
		}
		r := erasure.Receipt{ID: "era", At: now.Add(time.Hour), Kind: s.Kind, Workspace: "a", Subject: erasure.Hash("doc"), Counts: map[string]int{}, Remaining: map[string]int{}}
		since, err := db.eraseParts(ctx, s, r)
		must(t, err)
		later := now.Add(time.Hour)
		for _, session := range []string{"years7", "ses"} { // the second has never heard of the document
			q := conversation.Message{Workspace: "a", Bot: "bot", Session: session, ID: "q" + session, ClientID: "later", Role: conversation.Visitor, State: conversation.Done, Text: "And then?", At: later}
			a := conversation.Message{Workspace: "a", Bot: "bot", Session: session, ID: "a" + session, Role: conversation.Assistant, State: conversation.Streaming, At: later}
			must(t, errOf(db.BeginAnswer(ctx, nil, &q, &a)))
			a.State, a.Text, a.Trace = conversation.Done, "said later", conversation.Trace{Provider: "fake"}
			must(t, db.FinishAnswer(ctx, &a))
		}
		counts, err := db.eraseRest(ctx, s, r, since)
		must(t, err)
		if n := countIn(t, db, "message", "said later"); n != 1 || counts["message.text"] != many(3_000)/2+1 {
			t.Errorf("it stands there %d times; counted are %v", n, counts)
		}
	})
}

// BenchmarkErasingALargeBot measures how long others wait at most to write to SQLite while a bot of 200,000 messages is
// being erased, in parts and in one transaction. (PostgreSQL has more than one writer.)
func BenchmarkErasingALargeBot(b *testing.B) {
	for _, parts := range []bool{true, false} {
		b.Run(fmt.Sprint("parts=", parts), func(b *testing.B) {
			for b.Loop() {
				b.StopTimer()
				db := open(b, filepath.Join(b.TempDir(), "wca.db"))
				fill(b, db, "a")
				fill(b, db, "b")
				years(b, db, "a", 200_000, "What somebody wrote to a bot, and what it answered, is some hundred bytes long; this sentence stands for both of them, in the conversation and in the ledger.")
				must(b, errOf(db.Purge(b.Context(), nil)))
				e := eraserOf(db, journal.Journal(filepath.Join(b.TempDir(), "erasures.jsonl")))
				var erased error
				done := make(chan struct{})
				b.StartTimer()
				go func() {
					defer close(done)
					if parts {
						_, erased = e.Erase(b.Context(), "a", erasure.Bot, "bot")
						return
					}
					s := erasure.Subject{Workspace: "a", Bot: "bot", Kind: erasure.Bot, ID: "bot"}
					_, erased = db.eraseRest(b.Context(), s, erasure.Receipt{ID: "one", At: now, Kind: s.Kind, Workspace: "a"}, time.Time{})
				}()
				b.ReportMetric(float64(longestWait(b, db, done).Milliseconds()), "ms-wait")
				must(b, erased)
			}
		})
	}
}

// longestWait is how long a writer waits at most until done.
func longestWait(b *testing.B, db *DB, done <-chan struct{}) (longest time.Duration) {
	for n := 0; ; n++ {
		select {
		case <-done:
			return longest
		case <-time.After(5 * time.Millisecond):
		}
		began := time.Now()
		must(b, db.CreateSession(b.Context(), conversation.Session{Workspace: "b", Bot: "bot", ID: fmt.Sprint("new", n), Hash: fmt.Append(nil, "new", n), CreatedAt: now, LastAt: now}))
		longest = max(longest, time.Since(began))
	}
}

// onePart has as much of a workspace's rows go as was asked for.
func onePart(t *testing.T, db *DB, rows int, part func(x transaction, rows int) (int, error)) {
	t.Helper()
	must(t, db.txAlone(t.Context(), "a", func(x transaction) error {
		n, err := part(x, rows)
		if n != rows {
			t.Errorf("a part of %d", n)
		}
		return err
	}))
}

// Who waits for others does not take less because of that: there would be the more to wait for. A busy machine may make a
// part slow, but not each time.
func TestWaitingForOthersMakesPartsNoSmaller_K2(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		for range 10 {
			if waitingForOthers(t, db) >= 32 {
				return
			}
		}
		t.Error("parts that took no time, and waited long, have never grown as they should")
	})
}

// waitingForOthers is how many rows parts of 8 have become that take no time and wait for others.
func waitingForOthers(t *testing.T, db *DB) int {
	t.Helper()
	var others sync.WaitGroup
	p, turns := pace{rows: 8}, 0
	must(t, p.each(t.Context(), db, "a", func(_ transaction, rows int) (int, error) {
		if turns++; turns > 3 {
			return 0, nil
		}
		asking := make(chan struct{})
		others.Go(func() { // gets the lock after this part, and keeps the next one waiting
			close(asking)
			if err := db.txAlone(t.Context(), "a", func(transaction) error { time.Sleep(4 * short); return nil }); err != nil {
				t.Error(err)
			}
		})
		<-asking
		time.Sleep(short / 10)
		return rows, nil
	}))
	others.Wait()
	return p.rows
}

// Parts grow while they are quick and shrink while that makes them quicker. What a part takes however few its rows are is not
// spent on each row by itself.
func TestPartsAreAsLargeAsOthersCanWait_K2(t *testing.T) {
	for _, c := range []struct {
		name            string
		fixed, each     time.Duration
		fewest, most, n int
	}{
		{"quick", 0, time.Microsecond, 12_000, 30_000, 200},
		{"heavy", 0, 10 * time.Millisecond, 1, 2, 1},
		{"too heavy", 0, time.Second, 1, 2, 1},
		{"slow by itself", 2 * short, 0, 50, 100, 100},
		{"both", short, 100 * time.Microsecond, 30, 250, 2000},
	} {
		p := pace{rows: c.n}
		for range 50 {
			p.after(c.fixed + time.Duration(p.rows)*c.each)
		}
		for range 10 {
			if p.rows < c.fewest || p.rows > c.most {
				t.Errorf("%s: %d rows", c.name, p.rows)
			}
			p.after(c.fixed + time.Duration(p.rows)*c.each)
		}
	}
}
