package system

import (
	"bytes"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"testing"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/conversation"
	"github.com/webchatagent/wca/internal/erasure"
	"github.com/webchatagent/wca/internal/source"
	llmfake "github.com/webchatagent/wca/test/fake/llm"
)

// hidden is a text as it stands nowhere in the test's own memory.
type hidden []byte

func hide(s string) hidden {
	h := []byte(s)
	for n := range h {
		h[n] ^= 0x55
	}
	return h
}

func (h hidden) text() string {
	b := bytes.Clone(h)
	for n := range b {
		b[n] ^= 0x55
	}
	return string(b)
}

// inMemory counts how often texts stand in what this program's heap holds.
func inMemory(t *testing.T, texts map[string]hidden) map[string]int {
	t.Helper()
	for range 4 { // pools are emptied by the second
		runtime.GC()
	}
	path := filepath.Join(t.TempDir(), "heap")
	f, err := os.Create(path)
	must(t, err)
	debug.WriteHeapDump(f.Fd())
	must(t, f.Close())
	dump, err := os.ReadFile(path)
	must(t, err)
	found := map[string]int{}
	for name, h := range texts {
		found[name] = bytes.Count(dump, []byte(h.text()))
	}
	return found
}

// aside runs f on a stack of its own, which goes with what stood on it.
func aside(f func()) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		f()
	}()
	<-done
}

// What is erased is not held in memory either: neither the index, nor what was found in passages for a model, nor written
// answers, nor what was said in a conversation whose text is not stored.
func TestWhatIsErasedLeavesMemory_K2(t *testing.T) {
	for _, c := range []struct {
		name  string
		model bool // it would hold the words of the question and of the document
		texts map[string]hidden
	}{
		{"quotes", false, map[string]hidden{"document": hide("dokuwortkanarienfeld"), "person": hide("Kunigunde Kanarienberg"), "pair": hide("paarwortkanarienfeld"), "question": hide("sagwortkanarienfeld")}},
		{"model", true, map[string]hidden{"document": hide("offen"), "person": hide("Adelgunde Spatzenberg"), "pair": hide("spatzenwort"), "question": hide("offen")}},
	} {
		t.Run(c.name, func(t *testing.T) {
			i := begin(t, nil)
			if c.model {
				i, _ = withModel(t, llmfake.Script{Tokens: []string{"Samstags bis 16 Uhr [1]."}})
			}
			none := 0
			i.set(func(s *bot.Settings) { s.Retention.Days = &none })
			aside(func() { i.fillMemory(c.texts) })
			if c.model {
				delete(c.texts, "document")
				delete(c.texts, "question")
			}
			for name, n := range inMemory(t, c.texts) {
				if n == 0 {
					t.Errorf("the %s does not stand in memory before: the test proves nothing", name)
				}
			}
			aside(func() {
				_, err := i.app.Eraser.Erase(t.Context(), i.bot.Workspace, erasure.Bot, i.bot.ID)
				must(t, err)
			})
			i.log.Reset()
			for name, n := range inMemory(t, c.texts) {
				if n != 0 {
					t.Errorf("the %s stands in memory %d times", name, n)
				}
			}
		})
	}
}

// fillMemory has the bot read a document and a pair, and answer a question.
func (i *instance) fillMemory(texts map[string]hidden) {
	said := "# Laden am See\n\nAm Samstag hat der Laden am See, " + texts["document"].text() + ", bis 16 Uhr geöffnet. Es fragt Frau " + texts["person"].text() + ".\n"
	s, err := i.app.Library.AddFiles(i.t.Context(), i.bot.Workspace, i.bot.ID, "a.md", func(yield func(source.Upload) bool) {
		yield(source.Upload{Name: "a.md", ContentType: "text/markdown", Body: []byte(said)})
	})
	must(i.t, err)
	i.ingest(s.ID)
	_, _, err = i.app.Desk.Teach(i.t.Context(), i.bot.Workspace, i.bot.ID, conversation.Pair{Question: "Was ist ein " + texts["pair"].text() + "?", Answer: "Ein Wort."}, "")
	must(i.t, err)
	for _, question := range []string{"Wann hat der Laden am See am Samstag geöffnet? Ich suche " + texts["question"].text() + ".", "Was ist ein Wort?"} {
		_, err = i.app.Desk.Answer(i.t.Context(), conversation.Question{Bot: i.refreshed(), Text: question, Language: "de"}, func(conversation.Event) error { return nil })
		must(i.t, err)
	}
}
