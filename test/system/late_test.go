package system

import (
	"context"
	"encoding/json"
	"errors"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/webchatagent/wca/internal/conversation"
)

// away is a store whose database cannot be reached when answers are to be stored.
type away struct {
	conversation.Store
	down atomic.Bool
}

func (a *away) FinishAnswer(ctx context.Context, m *conversation.Message) error {
	if a.down.Load() {
		return errors.New("connection refused")
	}
	return a.Store.FinishAnswer(ctx, m)
}

// An answer that came out while the database was away is there as soon as the database is: for who sends
// the question again, and for who does not.
func TestAnswersOutliveADatabaseThatIsAway(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		i := begin(t, settings).read()
		store := &away{Store: i.app.Desk.Store}
		i.app.Desk.Store = store
		session := i.ask("", openOnSaturday).Session
		send := func(id string) (streamed string, answer string) {
			t.Helper()
			body := `{"text":"` + openOnSaturday + `","client_id":"` + id + `","language":"de"}`
			events(t, i.do("POST", i.chat("/messages"), body, "WCA-Session", session).Body, func(name string, data []byte) {
				streamed += name + " " + string(data) + "\n"
				var e struct{ Answer string }
				if must(t, json.Unmarshal(data, &e)); name == "start" {
					answer = e.Answer
				}
			})
			return streamed, answer
		}
		state := func(answer string) string {
			t.Helper()
			m, err := i.app.Desk.Message(t.Context(), i.bot, session, answer)
			must(t, err)
			if m.State == conversation.Done && !strings.Contains(m.Text, "16 Uhr") {
				t.Errorf("what was written is lost: %+v", m)
			}
			return string(m.State)
		}

		store.down.Store(true)
		streamed, again := send("again")
		if !strings.Contains(streamed, "answer_failed") || state(again) != "streaming" {
			t.Fatalf("the database was there: %s", streamed)
		}
		if streamed, _ := send("again"); !strings.Contains(streamed, "answer_failed") {
			t.Errorf("sent again while the database is away: %s", streamed)
		}
		_, left := send("left")
		i.app.Desk.FinishLate(t.Context())
		if state(left) != "streaming" {
			t.Error("an answer is stored while the database is away")
		}
		store.down.Store(false)
		if streamed, same := send("again"); !strings.Contains(streamed, "done {") || !strings.Contains(streamed, "16 Uhr") || same != again {
			t.Errorf("sent again when the database is back: %s", streamed)
		}
		i.app.Desk.FinishLate(t.Context())
		if state(again) != "done" || state(left) != "done" {
			t.Errorf("stored as %s and %s", state(again), state(left))
		}

		// Of a chat that was erased meanwhile nothing comes back.
		erased, err := i.app.Desk.Session(t.Context(), i.bot, session)
		must(t, err)
		store.down.Store(true)
		send("erased")
		store.down.Store(false)
		_, err = i.app.Desk.End(t.Context(), i.bot, session)
		must(t, err)
		i.app.Desk.FinishLate(t.Context())
		if messages, err := store.Messages(t.Context(), erased.Workspace, erased.Bot, erased.ID); err != nil || len(messages) > 0 {
			t.Errorf("an erased chat: %+v, %v", messages, err)
		}
	})
}
