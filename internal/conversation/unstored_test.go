package conversation

import (
	"context"
	"testing"
	"time"
)

// blank is a store that keeps what it is given of messages.
type blank struct {
	Store
	messages map[string]Message
}

func (b *blank) BeginAnswer(_ context.Context, _ *Session, q, a *Message) (bool, error) {
	if known, ok := b.messages[q.ID]; ok {
		*q, *a = known, b.messages[a.ID]
		return false, nil
	}
	b.messages[q.ID], b.messages[a.ID] = *q, *a
	return true, nil
}

func (b *blank) FinishAnswer(_ context.Context, m *Message) error { b.messages[m.ID] = *m; return nil }

func (b *blank) Messages(context.Context, string, string, string) ([]Message, error) {
	return []Message{b.messages["q"], b.messages["a"]}, nil
}

func TestTextThatIsNotStoredIsHeldForAnHour_E4(t *testing.T) {
	now := time.Date(2026, 11, 23, 10, 0, 0, 0, time.UTC)
	store := &blank{messages: map[string]Message{}}
	u := &Unstored{Store: store, Now: func() time.Time { return now }}
	begin := func(unstored bool) {
		q := Message{Workspace: "w", Bot: "b", Session: "s", ID: "q", Role: Visitor, State: Done, Text: "Frage", Unstored: unstored}
		a := Message{Workspace: "w", Bot: "b", Session: "s", ID: "a", Role: Assistant, State: Streaming, Unstored: unstored}
		gotQ, gotA := q, a
		_, err := u.BeginAnswer(t.Context(), nil, &gotQ, &gotA)
		if err != nil || gotQ.Text != "Frage" || gotA.Unstored != unstored {
			t.Fatalf("got %+v and %+v, %v", gotQ, gotA, err)
		}
		gotA.State, gotA.Text, gotA.Citations = Done, "Antwort", []Citation{{N: 1, Passage: "Stelle"}}
		if err := u.FinishAnswer(t.Context(), &gotA); err != nil {
			t.Fatal(err)
		}
	}
	read := func() []Message {
		all, err := u.Messages(t.Context(), "w", "b", "s")
		if err != nil {
			t.Fatal(err)
		}
		return all
	}
	begin(true)
	if q, a := store.messages["q"], store.messages["a"]; q.Text != "" || a.Text != "" || a.Citations != nil || a.State != Done {
		t.Errorf("stored: %+v and %+v", q, a)
	}
	begin(true) // sent again, it is the same question
	if all := read(); len(all) != 2 || all[0].Text != "Frage" || all[1].Text != "Antwort" || len(all[1].Citations) != 1 {
		t.Errorf("held: %+v", all)
	}
	now = now.Add(HeldFor + time.Second)
	u.Expire()
	if all := read(); len(all) != 0 {
		t.Errorf("after an hour: %+v", all)
	}
	clear(store.messages)
	begin(true)
	u.Sweep(func(workspace, bot, session string) bool { return workspace+bot+session != "wbs" })
	if all := read(); len(all) != 0 {
		t.Errorf("erased elsewhere: %+v", all)
	}
	clear(store.messages)
	begin(false)
	if store.messages["a"].Text != "Antwort" {
		t.Errorf("another bot's: %+v", store.messages["a"])
	}
}

func TestWhatIsHeldHasBounds(t *testing.T) {
	u := &Unstored{Now: time.Now}
	for i := range maxSessions + 50 {
		u.hold(Message{Session: string(rune(i + 1)), ID: "q", Role: Visitor, State: Done})
	}
	if n := len(u.sessions); n != maxSessions {
		t.Errorf("%d sessions are held", n)
	}
	u.hold(Message{Session: "ended", ID: "a", Role: Assistant, State: Done})
	if len(u.filled(Message{Session: "ended", ID: "a"}).Text) != 0 || u.sessions["ended"] != nil {
		t.Error("an answer to a chat that has ended is held")
	}
}

// An answer that comes late, of a try that has ended, does not take the place of what is held of a newer one.
func TestALateAnswerLeavesWhatIsHeldOfANewerTry(t *testing.T) {
	u := &Unstored{Now: time.Now}
	began := time.Date(2026, 11, 23, 10, 0, 0, 0, time.UTC)
	hold := func(state MessageState, text string, at time.Time) {
		u.hold(Message{Session: "s", ID: "a", Role: Assistant, State: state, Text: text, At: at})
	}
	hold(Streaming, "", began)
	hold(Streaming, "", began.Add(time.Minute))
	hold(Done, "of the second try", began.Add(time.Minute))
	hold(Done, "of the first try", began)
	if text := u.filled(Message{Session: "s", ID: "a"}).Text; text != "of the second try" {
		t.Errorf("held is %q", text)
	}
}
