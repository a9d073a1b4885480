package system

import (
	"context"
	"net/http"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/bot"
	llmfake "github.com/webchatagent/wca/test/fake/llm"
)

// Providers repeat in the words of an error what they were sent. Who asks at the command line or with a key reads
// them; the log of the program, which nothing erases, holds none of it.
func TestAnErrorThatRepeatsTheRequestIsNotLogged_D3_J1_K2(t *testing.T) {
	for _, kind := range []string{"openai", "gemini", "ollama", "anthropic"} {
		model := llmfake.New(t, kind, llmfake.Script{Tokens: []string{"-"}})
		i := beginWith(t, nil, model)
		s, err := i.file("laden.md", "# Laden\n\nDer Laden hat am Samstag von 10 bis 16 Uhr geöffnet.\n")()
		must(t, err)
		i.ingest(s.ID)
		for _, status := range []int{http.StatusBadRequest, http.StatusTooManyRequests, http.StatusInternalServerError} {
			model.Behave(llmfake.Script{Status: status, Echo: true})
			before := len(model.Requests())
			i.ask("", "Wann öffnet der Laden am Samstag, und was ist mit Gnubbelfix?")
			if asked := model.Requests(); len(asked) == before || !strings.Contains(string(asked[before].Body), "Gnubbelfix") {
				t.Fatalf("%s: the model was not asked", kind)
			}
			if log := i.log.String(); strings.Contains(log, "Gnubbelfix") || strings.Contains(log, "Samstag") || !strings.Contains(log, "answer failed") {
				t.Errorf("%s, status %d, in the log: %s", kind, status, log)
			}
		}
	}
	w := watch(t, nil)
	w.server.Behave(llmfake.Script{Status: http.StatusInternalServerError, Echo: true})
	w.set(func(s *bot.Settings) { s.Embedding = &bot.Embedding{Provider: "near", Name: "text-3"} })
	must(t, w.app.Vectors.Due(t.Context(), func(ctx context.Context, workspace, id string) error {
		_, err := w.app.Vectors.Work(ctx, workspace, id)
		if err == nil || strings.Contains(err.Error(), "Knubbel") {
			t.Errorf("the job queue keeps %v", err)
		}
		return nil
	}))
}
