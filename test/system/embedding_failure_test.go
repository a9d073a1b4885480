package system

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/egress"
	"github.com/webchatagent/wca/internal/source/crawl"
	llmfake "github.com/webchatagent/wca/test/fake/llm"
)

// listed is an answer of /v1/embeddings with these vectors, written as JSON, and their indexes.
func listed(vectors []string, at func(i int) int) string {
	parts := make([]string, len(vectors))
	for i, v := range vectors {
		parts[i] = fmt.Sprintf(`{"object":"embedding","index":%d,"embedding":%s}`, at(i), v)
	}
	return `{"object":"list","data":[` + strings.Join(parts, ",") + `]}`
}

func inOrder(i int) int { return i }

// alike answers every text with the same vector of n numbers.
func alike(number string, n int) llmfake.Script {
	return llmfake.Script{Vectors: func(texts int, _ [][]float32) string {
		return listed(slices.Repeat([]string{"[" + strings.Repeat(number+",", n-1) + number + "]"}, texts), inOrder)
	}}
}

// changed answers with the vectors made, after change.
func changed(change func(made [][]float32) [][]float32, at func(i int) int) llmfake.Script {
	return llmfake.Script{Vectors: func(_ int, made [][]float32) string {
		var written []string
		for _, v := range change(made) {
			text, _ := json.Marshal(v) // floats
			written = append(written, string(text))
		}
		return listed(written, at)
	}}
}

func halved(made [][]float32) [][]float32 {
	for i := range made {
		made[i] = made[i][:llmfake.Dimensions/2]
	}
	return made
}

// misbehaviours are ways in which a provider of vectors fails.
var misbehaviours = []struct {
	name   string
	script llmfake.Script
	wait   time.Duration // for which it asks to be left alone
}{
	{"busy", llmfake.Script{Status: http.StatusTooManyRequests, Headers: map[string]string{"Retry-After": "120"}}, 2 * time.Minute},
	{"broken", llmfake.Script{Status: http.StatusInternalServerError}, 0},
	{"slow behind a proxy", llmfake.Script{Status: http.StatusGatewayTimeout}, 0},
	{"refuses everything", llmfake.Script{Status: http.StatusBadRequest}, 0},
	{"cut at once", llmfake.Script{CutBefore: true}, 0},
	{"cut in the middle", llmfake.Script{CutAfter: 1}, 0},
	{"other JSON", llmfake.Script{Garbage: true}, 0},
	{"no JSON", llmfake.Script{Vectors: func(int, [][]float32) string { return "<html>502 Bad Gateway" }}, 0},
	{"one too few", changed(func(made [][]float32) [][]float32 { return made[1:] }, inOrder), 0},
	{"one too many", changed(func(made [][]float32) [][]float32 { return append(made, made[0]) }, inOrder), 0},
	{"of two lengths", changed(func(made [][]float32) [][]float32 { return append(made[:len(made)-1], made[len(made)-1][1:]) }, inOrder), 0},
	{"indexes out of range", changed(slices.Clone[[][]float32], func(i int) int { return i + 1 }), 0},
	{"negative indexes", changed(slices.Clone[[][]float32], func(i int) int { return -i - 1 }), 0},
	{"NaN", alike("NaN", llmfake.Dimensions), 0},
	{"Infinity", alike("1e999", llmfake.Dimensions), 0},
	{"null", alike("null", llmfake.Dimensions), 0},
	{"zero", alike("0", llmfake.Dimensions), 0},
	{"empty", llmfake.Script{Vectors: func(texts int, _ [][]float32) string { return listed(slices.Repeat([]string{"[]"}, texts), inOrder) }}, 0},
	{"very long", alike("0.5", 9000), 0},
}

// watched is a reading whose vectors are made by a provider that may fail, by a clock of its own.
type watched struct {
	*reading
	server *llmfake.Server
	now    time.Time
}

func watch(t *testing.T, settings map[string]string) *watched {
	site := aShop()
	site.pages["/helm"] = "Ein Helm mit einem Knubbel daran schützt den Kopf auf langen Wegen." // what the letters find
	site.pages["/kontakt"] = "Ihre Ansprechpartnerin ist Frau Sabine Kowalczyk, sabine.kowalczyk@laden.example."
	r, server := embedding(t, settings, site)
	w := &watched{r, server, time.Now()}
	w.app.Vectors.Now = func() time.Time { return w.now }
	return w
}

// background does what the background work would do now, and says whether it was due.
func (w *watched) background() (due bool) {
	w.t.Helper()
	must(w.t, w.app.Vectors.Due(w.t.Context(), func(ctx context.Context, workspace, id string) error {
		due = true
		for again := true; again; {
			var err error
			if again, err = w.app.Vectors.Work(ctx, workspace, id); err != nil {
				w.t.Log(err)
			}
		}
		return nil
	}))
	w.bot = w.refreshed()
	return due
}

// answers fails unless a visitor is answered in time, without an error.
func (w *watched) answers() string {
	w.t.Helper()
	began := time.Now()
	got := w.ask("", "Was kostet eine Inspektion? Antwort an erika@example.org.")
	if took := time.Since(began); !strings.Contains(got.Text, "49 Euro") || got.Error != "" || took > 5*time.Second {
		w.t.Errorf("after %v: %+v", took, got)
	}
	return got.Answer
}

// booked fails unless the ledger has each request that arrived, and none of them personal data.
func (w *watched) booked() {
	w.t.Helper()
	for _, r := range w.server.Requests() {
		if body := strings.ToLower(string(r.Body)); strings.Contains(body, "kowalczyk") || strings.Contains(body, "erika") {
			w.t.Errorf("sent: %s", r.Body)
		}
	}
	must(w.t, w.app.DB.Flush(w.t.Context()))
	all, err := w.app.DB.Ledger(w.t.Context(), w.bot.Workspace, egress.Filter{Bot: w.bot.ID, Purpose: egress.Embedding}, 10_000, 0)
	must(w.t, err)
	if arrived := len(w.server.Requests()); len(all) != arrived {
		w.t.Errorf("the ledger has %d of %d transfers", len(all), arrived)
	}
}

const byMeaning = "Gnubbelfix?" // found by the model's vectors only

// Whatever the provider sends while passages are embedded: nothing of it is put to use, visitors
// are answered by the built-in vectors, and the work is completed when the provider recovers.
func TestAFailingProviderSpoilsNoIndex_D3_D4(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		w := watch(t, settings)
		for _, m := range misbehaviours {
			before := w.bot.Index
			w.server.Behave(m.script)
			w.set(func(s *bot.Settings) { s.Embedding = &bot.Embedding{Provider: "near", Name: "text-3"} })
			w.background()
			if w.bot.Embedder != "" || w.bot.Index != before || !strings.HasSuffix(w.best(byMeaning), "/helm") {
				t.Errorf("%s: in use: %q, index %d after %d, found %s", m.name, w.bot.Embedder, w.bot.Index, before, w.best(byMeaning))
			}
			asked := len(w.server.Requests())
			if w.answers(); w.background() || len(w.server.Requests()) != asked {
				t.Errorf("%s: it is not left alone", m.name)
			}
			w.now = w.now.Add(max(m.wait-time.Second, 4*time.Second))
			if w.background() {
				t.Errorf("%s: it is asked too early", m.name)
			}
			w.now = w.now.Add(2 * time.Second)
			if !w.background() || w.background() {
				t.Errorf("%s: the second failure is no longer wait", m.name)
			}
			w.server.Behave(llmfake.Script{})
			w.now = w.now.Add(max(m.wait, 10*time.Second))
			for w.background() {
			}
			if w.bot.Embedder != "near/text-3" || !strings.HasSuffix(w.best(byMeaning), "/preise") {
				t.Errorf("%s: after it recovered: %q in use, found %s", m.name, w.bot.Embedder, w.best(byMeaning))
			}
			w.set(func(s *bot.Settings) { s.Embedding = nil })
			w.embed()
		}
		w.booked()
	})
}

// Whatever the provider sends for a visitor's question: it is answered by the built-in vectors in
// time, and by the model's again when the provider recovers.
func TestAFailingProviderSpoilsNoAnswer_D4(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		w := watch(t, settings)
		w.set(func(s *bot.Settings) { s.Embedding = &bot.Embedding{Provider: "near", Name: "text-3"} })
		w.embed()
		never := make(chan struct{})
		all := append(slices.Clone(misbehaviours), struct {
			name   string
			script llmfake.Script
			wait   time.Duration
		}{"silent", llmfake.Script{Before: never}, 0}, struct {
			name   string
			script llmfake.Script
			wait   time.Duration
		}{"of another length", changed(halved, inOrder), 0})
		for _, m := range all {
			w.server.Behave(m.script)
			asked := len(w.server.Requests())
			w.answers()
			if len(w.server.Requests()) != asked+1 {
				t.Errorf("%s: %d requests: the test proves nothing", m.name, len(w.server.Requests())-asked)
			}
			if w.now = w.now.Add(m.wait); m.wait > 0 {
				w.now = w.now.Add(-time.Second)
				if w.answers(); len(w.server.Requests()) != asked+1 {
					t.Errorf("%s: it is asked again too early", m.name)
				}
			}
			w.server.Behave(llmfake.Script{})
			w.now = w.now.Add(10*time.Minute + time.Second)
			w.background()
			if got := w.best(byMeaning); w.bot.Embedder != "near/text-3" || !strings.HasSuffix(got, "/preise") {
				t.Errorf("%s: after it recovered: %q in use, found %s", m.name, w.bot.Embedder, got)
			}
		}
		w.booked()
	})
}

// A text that says nothing to the model keeps the others from nothing.
func TestATextWithoutMeaningToAModel(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		w := watch(t, settings)
		w.server.Behave(changed(func(made [][]float32) [][]float32 {
			if len(made) > 1 {
				clear(made[0])
			}
			return made
		}, inOrder))
		w.set(func(s *bot.Settings) { s.Embedding = &bot.Embedding{Provider: "near", Name: "text-3"} })
		for w.background() {
		}
		if n := len(w.server.Requests()); w.bot.Embedder != "near/text-3" || n != 1 {
			t.Errorf("after %d requests %q is in use", n, w.bot.Embedder)
		}
		w.answers()
	})
}

// Vectors of two lengths never stand side by side: a single slip is asked for again, a model that
// was exchanged behind its name makes all vectors anew.
func TestAModelExchangedBehindItsName(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		w := watch(t, settings)
		w.set(func(s *bot.Settings) { s.Embedding = &bot.Embedding{Provider: "near", Name: "text-3"} })
		w.embed()
		length := func() int {
			n, err := w.app.DB.VectorLength(t.Context(), w.bot.Workspace, w.bot.ID, "near/text-3")
			must(t, err)
			return n
		}

		// A slip while a new page gets its vectors.
		slips := 1
		w.server.Behave(changed(func(made [][]float32) [][]float32 {
			if slips--; slips >= 0 {
				return halved(made)
			}
			return made
		}, inOrder))
		w.change(func() { w.site.pages["/neu"] = "Ein Ersatzrad für Ihren Anhänger leihen wir kostenlos." })
		w.again(crawl.Rules{})
		w.background()
		if length() != llmfake.Dimensions || !strings.HasSuffix(w.best(byMeaning), "/preise") {
			t.Errorf("a slip: vectors of %d numbers", length())
		}
		w.now = w.now.Add(time.Minute)
		if !w.background() || w.background() || length() != llmfake.Dimensions {
			t.Error("after a slip the new page has no vector")
		}

		// Another model, noticed by a question, while nothing is to be embedded.
		w.server.Behave(changed(halved, inOrder))
		w.answers()
		asked := len(w.server.Requests())
		w.answers()
		if len(w.server.Requests()) != asked {
			t.Error("a model whose vectors do not fit is asked for each question")
		}
		for w.background() {
		}
		w.now = w.now.Add(11 * time.Minute)
		if length() != llmfake.Dimensions/2 || w.bot.Embedder != "near/text-3" || !strings.HasSuffix(w.best(byMeaning), "/preise") {
			t.Errorf("another model: vectors of %d numbers, %q in use, found %s", length(), w.bot.Embedder, w.best(byMeaning))
		}

		// And back, noticed when a page is new.
		w.server.Behave(llmfake.Script{})
		w.change(func() { w.site.pages["/alt"] = "Das alte Ersatzrad nehmen wir in Zahlung." })
		w.again(crawl.Rules{})
		for w.background() {
		}
		if length() != llmfake.Dimensions || w.bot.Embedder != "near/text-3" || !strings.HasSuffix(w.best(byMeaning), "/preise") {
			t.Errorf("back: vectors of %d numbers, %q in use, found %s", length(), w.bot.Embedder, w.best(byMeaning))
		}
		w.booked()
	})
}

// While an index rises again and again, as in a reading, a model whose vectors are complete is asked once how long they
// are, not each time.
func TestAModelIsAskedOnceHowLongItsVectorsAre(t *testing.T) {
	r, model := embedding(t, nil, aShop())
	r.set(func(s *bot.Settings) { s.Embedding = &bot.Embedding{Provider: "near", Name: "m"} })
	r.embed()
	before := len(model.Requests())
	for range 10 {
		must(t, r.app.DB.RaiseIndex(t.Context(), r.bot.Workspace, r.bot.ID))
		_, err := r.app.Vectors.Update(t.Context(), r.bot.Workspace, r.bot.ID)
		must(t, err)
	}
	if asked := len(model.Requests()) - before; asked > 1 {
		t.Errorf("it was asked %d times", asked)
	}
}
