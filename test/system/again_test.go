package system

import (
	"context"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/webchatagent/wca/internal/app"
	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/conversation"
	"github.com/webchatagent/wca/internal/erasure"
	"github.com/webchatagent/wca/internal/problem"
	llmfake "github.com/webchatagent/wca/test/fake/llm"
)

// sent is what came of a question that is sent under an id of its own.
type sent struct {
	session, answer, text, failure string
	retry                          bool
}

// send sends a question under an id through a server of the instance's database.
func (i *instance) send(through *app.App, session, id, text string) (s sent) {
	i.t.Helper()
	_, err := through.Desk.Answer(i.t.Context(), conversation.Question{Bot: i.bot, Session: session, Text: text, ClientID: id, Language: "de"}, func(e conversation.Event) error {
		switch e.Kind {
		case conversation.Start:
			s.session, s.answer = e.Session, e.Answer
		case conversation.Finished:
			s.text = e.Message.Text
		case conversation.Failure:
			s.failure, s.retry = conversation.Sentence(e.Err, "de"), e.Retry
		}
		return nil
	})
	must(i.t, err)
	return s
}

// A load balancer sends the same question to another server while the first still writes: it gets the same answer.
func TestAnotherServerWaitsForTheAnswer(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		between := make(chan struct{})
		i, model := withModelOn(t, settings, llmfake.Script{Tokens: []string{"Samstags ", "bis 16 Uhr [1]."}, Between: between})
		other := i.beside()
		session := i.send(i.app, "", "hello", "Hallo").session
		first, second := make(chan sent, 1), make(chan sent, 1)
		go func() { first <- i.send(i.app, session, "one", openOnSaturday) }()
		model.Await(1)
		go func() { second <- i.send(other, session, "one", openOnSaturday) }()
		select {
		case got := <-second:
			t.Errorf("the other server does not wait: %+v", got)
		case <-time.After(200 * time.Millisecond):
		}
		close(between)
		a, b := <-first, <-second
		if a != b || !strings.Contains(a.text, "16 Uhr") || len(model.Requests()) != 1 {
			t.Errorf("answered %+v and %+v with %d requests", a, b, len(model.Requests()))
		}
	})
}

// "Try again" tries again where there was no answer, a few times, and keeps the answer once there is one.
func TestAFailedAnswerIsTriedAgain(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		down := llmfake.Script{Status: 500}
		whole := llmfake.Script{Tokens: []string{"Samstags ", "bis 16 Uhr [1]."}}
		i, model := withModelOn(t, settings, llmfake.Script{Tokens: []string{"Samstags "}, CutAfter: 1}, whole, down)
		failed := i.send(i.app, "", "one", openOnSaturday)
		if failed.failure == "" || !failed.retry {
			t.Fatalf("the model answers: %+v", failed)
		}
		i.send(i.app, failed.session, "hello", "Danke")
		asked := len(model.Requests())
		again := i.send(i.beside(), failed.session, "one", openOnSaturday)
		if again.answer != failed.answer || !strings.Contains(again.text, "16 Uhr") || len(model.Requests()) != asked+1 {
			t.Errorf("tried again: %+v after %+v", again, failed)
		}
		if body := string(model.Requests()[asked].Body); strings.Count(body, openOnSaturday) != 1 || strings.Contains(body, "Danke") {
			t.Errorf("the question follows on itself or on what came later: %s", body)
		}
		if kept := i.send(i.app, failed.session, "one", openOnSaturday); kept.text != again.text || len(model.Requests()) != asked+1 {
			t.Errorf("an answer does not stay: %+v", kept)
		}
		_, messages, err := i.app.Desk.History(t.Context(), i.bot, failed.session)
		must(t, err)
		if len(messages) != 4 || messages[1].State != conversation.Done || messages[1].Text != again.text || len(messages[1].Citations) != 1 {
			t.Errorf("the conversation is %+v", messages)
		}

		var last sent
		for range conversation.MaxTries {
			last = i.send(i.app, failed.session, "never", openOnSaturday)
			if last.failure == "" || !last.retry {
				t.Fatalf("%+v", last)
			}
		}
		asked = len(model.Requests())
		last = i.send(i.app, failed.session, "never", openOnSaturday)
		if last.retry || !strings.Contains(last.failure, "später") || len(model.Requests()) != asked {
			t.Errorf("it is tried without end: %+v", last)
		}
	})
}

// Who objects between two tries is still told that a model was asked, and none is asked again; where no text
// is stored, none is after the second try either.
func TestTryingAgainHidesNothing_K1_E4(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		i, model := withModelOn(t, settings, llmfake.Script{Tokens: []string{"Samstags "}, CutAfter: 1})
		i.set(func(s *bot.Settings) { s.Retention.Days = new(0) })
		session := i.send(i.app, "", "one", openOnSaturday).session
		i.wish(session, `{"no_model":true}`, `{"no_model":true,"restricted":false}`)
		asked := len(model.Requests())
		if again := i.send(i.app, session, "one", openOnSaturday); !strings.Contains(again.text, "16 Uhr") || len(model.Requests()) != asked {
			t.Errorf("tried again: %+v", again)
		}
		_, export := i.told("GET", "/session/export", "", session)
		var held struct {
			Stored   bool
			Messages []struct {
				AnsweredBy string `json:"answered_by"`
			}
		}
		must(t, json.Unmarshal([]byte(export), &held))
		if held.Stored || len(held.Messages) != 2 || held.Messages[1].AnsweredBy != "fake/m" {
			t.Errorf("exported %s", export)
		}
		stored, err := i.app.DB.Messages(t.Context(), i.bot.Workspace, i.bot.ID, sessionOf(export))
		must(t, err)
		for _, m := range stored {
			if m.Text != "" {
				t.Errorf("stored %+v", m)
			}
		}
	})
}

func sessionOf(export string) string {
	_, rest, _ := strings.Cut(export, `"session":"`)
	id, _, _ := strings.Cut(rest, `"`)
	return id
}

// meanwhile erases the same through another server, between looking for it and erasing it.
type meanwhile struct {
	erasure.Memory
	erase func()
}

func (m meanwhile) Stop(ctx context.Context, s erasure.Subject) {
	m.erase()
	m.Memory.Stop(ctx, s)
}

// Who presses "delete" in two tabs is told the same twice: it is deleted.
func TestTwoWhoEraseTheSameGetTheSameReceipt_E1_K2(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		i := begin(t, settings).read()
		other := i.beside()
		session := i.ask("", openOnSaturday).Session
		var first erasure.Receipt
		i.app.Eraser.Memory = meanwhile{i.app.Eraser.Memory, func() {
			var err error
			first, err = other.Desk.End(t.Context(), i.bot, session)
			must(t, err)
		}}
		second, err := i.app.Desk.End(t.Context(), i.bot, session)
		must(t, err)
		if second.ID != first.ID || second.Counts["message"] != 2 || !second.Verified() {
			t.Errorf("one receipt is %+v, the other %+v", first, second)
		}
		if _, err := i.app.Desk.End(t.Context(), i.bot, session); !problem.Is(err, problem.Gone) {
			t.Errorf("afterwards: %v", err)
		}
		if err := other.Eraser.Journal.Reconcile(t.Context(), other.Eraser.Journalled()); err != nil {
			t.Error(err)
		}
		if all, err := i.app.DB.Erasures(t.Context(), i.bot.Workspace, 10, 0); err != nil || len(all) != 1 {
			t.Errorf("receipts after the next start: %+v, %v", all, err)
		}
	})
}
