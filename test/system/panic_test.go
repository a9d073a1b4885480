package system

import (
	"context"
	"iter"
	"net/http"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/conversation"
	"github.com/webchatagent/wca/internal/llm"
	"github.com/webchatagent/wca/internal/retrieve"
)

// panicking is a model, or an index, that panics with what it is asked.
type panicking struct{ begun string }

func (p panicking) Open(bot.Model) (llm.Provider, error) { return p, nil }

func (p panicking) Stream(_ context.Context, r llm.Request) iter.Seq2[llm.Chunk, error] {
	return func(yield func(llm.Chunk, error) bool) {
		if p.begun != "" && !yield(llm.Chunk{Text: p.begun}, nil) {
			return
		}
		panic("cannot read " + r.Messages[len(r.Messages)-1].Text)
	}
}

func (p panicking) Index(context.Context, bot.Bot) (*retrieve.Index, error) {
	panic("cannot read Kanarienfrage")
}

// breaking is a store that panics with what it is given, the first time.
type breaking struct {
	conversation.Store
	begins, finishes bool
}

func (b *breaking) BeginAnswer(ctx context.Context, opened *conversation.Session, question, answer *conversation.Message) (bool, error) {
	if b.begins {
		b.begins = false
		panic("cannot store " + question.Text)
	}
	return b.Store.BeginAnswer(ctx, opened, question, answer)
}

func (b *breaking) FinishAnswer(ctx context.Context, answer *conversation.Message) error {
	if b.finishes {
		b.finishes = false
		panic("cannot store " + answer.Text)
	}
	return b.Store.FinishAnswer(ctx, answer)
}

// Where an answer begins nothing is stored by a panic; where it ends the visitor hears that it failed, and what was
// written is stored within a second: it never stands as being written.
func TestAPanicAtTheEndsOfAnAnswer_F36_J1(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		i := begin(t, settings).read()
		intact := i.app.Desk.Store
		question := "Kanarienfrage: Wie lange hat der Laden am Samstag geöffnet?"

		i.app.Desk.Store = &breaking{Store: intact, begins: true}
		got := i.ask("", question)
		if got.Status != http.StatusInternalServerError || got.Answer != "" {
			t.Errorf("at the beginning the visitor got %+v", got)
		}
		if all, err := i.app.DB.Sessions(t.Context(), i.bot.Workspace, i.bot.ID, "", 10, 0); err != nil || len(all) != 0 {
			t.Errorf("stored are %+v, %v", all, err)
		}

		i.app.Desk.Store = &breaking{Store: intact, finishes: true}
		got = i.ask("", question)
		if got.Status != http.StatusOK || !strings.Contains(got.Error, "konnte nicht fertiggestellt werden") {
			t.Errorf("at the end the visitor got %+v", got)
		}
		i.app.Desk.FinishLate(t.Context())
		m, err := i.app.Desk.Message(t.Context(), i.bot, got.Session, got.Answer)
		if err != nil || m.State != conversation.Done || !strings.Contains(m.Text, "16 Uhr") {
			t.Errorf("stored is %+v, %v", m, err)
		}

		i.app.Desk.Store = intact
		_, err = i.app.Desk.Answer(t.Context(), conversation.Question{Bot: i.bot, Text: question, Language: "de", Channel: "api"}, func(e conversation.Event) error {
			panic("cannot send " + question)
		})
		if err == nil {
			t.Error("a listener that breaks down")
		}
		if streaming, err := intact.Streaming(t.Context()); err != nil || len(streaming) != 0 {
			t.Errorf("being written are %v, %v", streaming, err)
		}
		if got := i.ask("", question); !strings.Contains(got.Text, "16 Uhr") {
			t.Errorf("afterwards: %+v", got)
		}
		if log := i.log.String(); strings.Contains(log, "Kanarienfrage") || strings.Contains(log, "16 Uhr") || !strings.Contains(log, "panic_test.go") {
			t.Errorf("the log: %s", log)
		}
	})
}

// A panic on the way to an answer is a failed answer: stored as one at once, so that it can be asked again, told to the
// visitor as every other failure, and logged without what was written.
func TestAPanicIsAFailedAnswer_F36_J1(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		i := begin(t, settings).read()
		i.set(func(s *bot.Settings) { s.Model.Provider, s.Model.Name = "mine", "m" })
		models, indexes := i.app.Desk.Models, i.app.Desk.Indexes
		session := ""
		for name, fails := range map[string]func(){
			"before the first word":    func() { i.app.Desk.Models = panicking{} },
			"in the middle":            func() { i.app.Desk.Models = panicking{begun: "Samstags bis 16 Uhr [1]. Und"} },
			"before a model was asked": func() { i.app.Desk.Indexes = panicking{} },
		} {
			fails()
			got := i.ask(session, "Kanarienfrage: Wie lange hat der Laden am Samstag geöffnet?")
			if session = got.Session; got.Status != http.StatusOK || !strings.Contains(got.Error, "konnte nicht fertiggestellt werden") {
				t.Fatalf("%s: the visitor got %+v", name, got)
			}
			m, err := i.app.Desk.Message(t.Context(), i.bot, got.Session, got.Answer)
			if err != nil || m.State != conversation.Failed || m.Trace.Failure != "internal" {
				t.Errorf("%s: stored is %+v, %v", name, m, err)
			}
			i.app.Desk.Models, i.app.Desk.Indexes = models, indexes
		}
		i.set(func(s *bot.Settings) { s.Model = bot.Model{Provider: "quote"} })
		if got := i.ask(session, "Wie lange hat der Laden am Samstag geöffnet?"); !strings.Contains(got.Text, "16 Uhr") {
			t.Errorf("afterwards: %+v", got)
		}
		if log := i.log.String(); strings.Contains(log, "Kanarienfrage") || !strings.Contains(log, "panic_test.go") {
			t.Errorf("the log: %s", log)
		}
	})
}
