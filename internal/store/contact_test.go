package store

import (
	"slices"
	"testing"
	"time"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/conversation"
	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/retention"
)

func contact(ws, session, name string) conversation.Contact {
	return conversation.Contact{Workspace: ws, Bot: "bot", ID: "con" + session, Session: session, Name: name, Email: name + "@example.org", Phone: "0511 98765", At: now}
}

// Contact data stands in a row of its own and is corrected in place; another workspace knows nothing
// of it.
func TestContactData_E2_K1(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		fill(t, db, "a")
		fill(t, db, "b")
		ctx := t.Context()
		if _, err := db.Contact(ctx, "a", "bot", "ses"); !problem.Is(err, problem.NotFound) {
			t.Errorf("without any: %v", err)
		}
		must(t, db.PutContact(ctx, contact("a", "ses", "erika")))
		again := contact("a", "ses", "maria")
		again.ID = "other"
		must(t, db.PutContact(ctx, again))
		got, err := db.Contact(ctx, "a", "bot", "ses")
		must(t, err)
		if got != again {
			t.Errorf("got %+v, want %+v", got, again)
		}
		if _, err := db.Contact(ctx, "b", "bot", "ses"); !problem.Is(err, problem.NotFound) {
			t.Errorf("another workspace's: %v", err)
		}
		for said, want := range map[string]int{"MARIA@example": 1, "0511": 1, "erika": 0} {
			all, err := db.Sessions(ctx, "a", "bot", said, 10, 0)
			must(t, err)
			if len(all) != want {
				t.Errorf("%q: found %d", said, len(all))
			}
		}
	})
}

// Who asks by phone is found however they or the operator write the number (K1).
func TestAPhoneNumberIsFoundInEveryNotation_K1(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		fill(t, db, "a")
		fill(t, db, "b")
		ctx := t.Context()
		for n, one := range []struct{ session, phone, text string }{
			{"mobile", "+49 170 1234567", "Guten Tag"},
			{"home", "0049 (0)511 / 98-76.5", "Guten Tag"},
			{"typed", "", "Am 3. bitte unter 0170\u00a0/ 123 45\u201167 anrufen"},
			{"other", "+49 171 1234567", "Bestellung 170 123 456 vom 1.7.2026"},
		} {
			talk(t, db, "a", one.session, one.text, now.Add(time.Duration(-n)*time.Minute))
			if one.phone != "" {
				c := contact("a", one.session, one.session)
				c.Phone = one.phone
				must(t, db.PutContact(ctx, c))
			}
		}
		elsewhere := contact("b", "ses", "elsewhere")
		elsewhere.Phone = "0170 1234567"
		must(t, db.PutContact(ctx, elsewhere))
		find := func(said string) (ids []string) {
			all, err := db.Sessions(ctx, "a", "bot", said, 10, 0)
			must(t, err)
			for _, s := range all {
				ids = append(ids, s.ID)
			}
			return ids
		}
		for said, want := range map[string][]string{
			"+49 170 1234567": {"mobile", "typed"}, "0170 1234567": {"mobile", "typed"}, "+491701234567": {"mobile", "typed"}, "0170-1234567": {"mobile", "typed"},
			"0049 170 1234567": {"mobile", "typed"}, "491701234567": {"mobile", "typed"}, "0170/1234567": {"mobile", "typed"},
			"051198765": {"home"}, "+49 511 98765": {"home"}, "0511 / 98-76.5": {"home"},
			"0171 1234567": {"other"}, "170 123 456": {"mobile", "typed", "other"}, "0170 7654321": nil, "Guten Tag": {"mobile", "home"}, "0179 (0)": nil,
		} {
			if got := find(said); !slices.Equal(got, want) {
				t.Errorf("%q finds %q, want %q", said, got, want)
			}
		}
		must(t, db.Wish(ctx, wish("mobile", now, conversation.Wish{Restricted: new(true)})))
		if got := find("0170 1234567"); !slices.Equal(got, []string{"typed"}) {
			t.Errorf("with a restricted one it finds %q", got)
		}
	})
}

func wish(session string, at time.Time, w conversation.Wish) conversation.Wished {
	return conversation.Wished{Workspace: "a", Bot: "bot", Session: session, At: at, Wish: w}
}

// What a visitor has restricted is stored, and shown, found and deleted by nobody else.
func TestARestrictedConversationIsOnlyStored_K1(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		fill(t, db, "a")
		ctx := t.Context()
		days := 30
		publish(t, db, "a", bot.Retention{Days: &days})
		talk(t, db, "a", "old", "kanarienvogel", now.AddDate(0, 0, -31))
		must(t, db.PutContact(ctx, contact("a", "old", "erika")))
		must(t, db.Wish(ctx, wish("old", now, conversation.Wish{Restricted: new(true)})))
		must(t, db.Flush(ctx))
		must(t, keeper(db, now).Run(ctx))

		s, err := db.SessionByHash(ctx, "a", "bot", []byte("secret of old"))
		must(t, err)
		messages, err := db.Messages(ctx, "a", "bot", "old")
		must(t, err)
		if _, err := db.Contact(ctx, "a", "bot", "old"); err != nil || !s.Restricted || s.NoModel || len(messages) != 2 || messages[0].Text != "kanarienvogel" {
			t.Errorf("it is not stored as it was: %+v, %+v, %v", s, messages, err)
		}
		for _, said := range []string{"kanarienvogel", "erika", "0511"} {
			if n := length(db.Sessions(ctx, "a", "bot", said, 10, 0)); n != 0 {
				t.Errorf("%q finds it", said)
			}
		}
		all, err := db.Sessions(ctx, "a", "bot", "", 10, 0)
		must(t, err)
		if len(all) != 2 || !all[1].Restricted || all[1].Contact != (conversation.Contact{}) {
			t.Errorf("the list: %+v", all)
		}
		if n := length(db.Gaps(ctx, "a", "bot", 10, 0)); n != 0 {
			t.Errorf("%d gaps are listed", n)
		}
		if _, said, err := db.Exchange(ctx, "a", "bot", "aold"); !problem.Is(err, problem.Forbidden) || said.Text != "" {
			t.Errorf("its account: %+v, %v", said, err)
		}
		sent, err := db.Transfers(ctx, "a", "bot", "aold")
		must(t, err)
		if len(sent) != 1 || sent[0].Body != nil || sent[0].BytesOut != 9 {
			t.Errorf("the ledger shows %+v", sent)
		}

		must(t, db.Wish(ctx, wish("old", now, conversation.Wish{NoModel: new(true), Restricted: new(false)})))
		if s, err = db.SessionByHash(ctx, "a", "bot", []byte("secret of old")); err != nil || s.Wishes != (conversation.Wishes{NoModel: true}) {
			t.Errorf("after lifting it: %+v, %v", s, err)
		}
		if n := length(db.Gaps(ctx, "a", "bot", 10, 0)); n != 1 {
			t.Errorf("after lifting it %d gaps are listed", n)
		}
		if sent, err = db.Transfers(ctx, "a", "bot", "aold"); err != nil || len(sent) != 1 || string(sent[0].Body) != "kanarienvogel" {
			t.Errorf("the ledger's body did not stay: %+v, %v", sent, err)
		}
		counts, err := keeper(db, now.Add(time.Hour)).Apply(ctx, retention.Rule{Workspace: "a", Bot: "bot", Retention: bot.Retention{Days: &days}})
		must(t, err)
		if counts != (retention.Gone{Sessions: 1, Messages: 2, Gaps: 1, Contacts: 1, Bodies: 1}) {
			t.Errorf("after lifting it went %+v", counts)
		}
		runs, err := db.RetentionRuns(ctx, "a", "bot", 1, 0)
		must(t, err)
		if len(runs) != 1 || runs[0].Counts != counts {
			t.Errorf("written down: %+v", runs)
		}
	})
}

func TestContactDataGoesWhenAConversationIsAnonymised_E4(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		fill(t, db, "a")
		ctx := t.Context()
		talk(t, db, "a", "old", "alt", now.AddDate(-1, 0, 0))
		must(t, db.PutContact(ctx, contact("a", "old", "erika")))
		publish(t, db, "a", bot.Retention{Mode: bot.RetentionAnonymise})
		must(t, keeper(db, now).Run(ctx))
		if _, err := db.Contact(ctx, "a", "bot", "old"); !problem.Is(err, problem.NotFound) || length(db.Messages(ctx, "a", "bot", "old")) != 2 {
			t.Errorf("got %v", err)
		}
	})
}
