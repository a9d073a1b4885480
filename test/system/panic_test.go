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
