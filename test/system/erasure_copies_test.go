package system

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/bot"
	llmfake "github.com/webchatagent/wca/test/fake/llm"
)

// nowhereAtAll is nowhere, and looks through the tables of PostgreSQL, too.
func (i *instance) nowhereAtAll(text string) {
	i.t.Helper()
	i.nowhere(text)
	held, err := i.app.DB.Holding(i.t.Context(), text)
	must(i.t, err)
	for _, where := range held[text] {
		i.t.Errorf("%q stands in %s", text, where)
	}
}

// An erased document leaves no copy in what later questions of the conversation sent along as history,
// nor in an answer of a model that did not say what it rests on.
func TestCopiesOfADocumentInConversationsGo_C2_K2(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		first := llmfake.Script{Tokens: []string{"Das Kanarienlager ist samstags bis 16 Uhr geöffnet [1]."}}
		model := llmfake.New(t, "openai", first, llmfake.Script{Tokens: []string{"Eine Inspektion kostet 59 Euro [1]."}},
			llmfake.Script{Tokens: []string{"Das Kanarienlager hat samstags bis 16 Uhr auf."}})
		site := &shelf{pages: map[string]string{
			"/": "Wir verkaufen Fahrräder und Zubehör in Hannover.", "/lager": "Das Kanarienlager ist am Samstag von 10 bis 16 Uhr geöffnet.",
			"/preise": "Eine Inspektion kostet 59 Euro. Die Inspektion dauert zwei Tage.",
		}}
		for n := range 9 {
			site.pages[fmt.Sprint("/preise", n)] = fmt.Sprintf("Eine Inspektion der Klasse %d kostet %d Euro. Die Inspektion dauert %d Tage.", n, 60+n, n+3)
		}
		r := beginWith(t, settings, model).reads(site)
		one := r.ask("", "Wann ist das Kanarienlager am Samstag geöffnet?")
		if two := r.ask(one.Session, "Was kostet eine Inspektion?"); !strings.Contains(two.Text, "59 Euro") || !strings.Contains(string(model.Requests()[1].Body), "Kanarienlager ist samstags") {
			t.Fatalf("the history did not go along: %+v", two)
		}
		r.set(func(s *bot.Settings) { s.Check = bot.CheckOff })
		if three := r.ask("", "Wann ist das Kanarienlager am Samstag geöffnet?"); len(three.Citations) != 0 || three.Refused {
			t.Fatalf("got %+v", three)
		}
		var documents []struct{ ID, Address string }
		r.manage("GET", "/v1/bots/"+r.bot.ID+"/documents", "", &documents)
		for _, d := range documents {
			if strings.HasSuffix(d.Address, "/lager") {
				if s := r.manage("DELETE", "/v1/bots/"+r.bot.ID+"/documents/"+d.ID, "", nil); s != http.StatusOK {
					t.Errorf("status %d", s)
				}
			}
		}
		for _, text := range []string{"Kanarienlager ist", "Kanarienlager hat"} {
			r.nowhereAtAll(text)
		}
		if shown := r.text(r.do("GET", r.chat("/messages"), "", "WCA-Session", one.Session)); !strings.Contains(shown, "59 Euro") {
			t.Errorf("an answer from another document went, too: %s", shown)
		}
	})
}

// A question that the customer answers stays when the conversation is erased. What the visitor said
// about themselves with it does not.
func TestATaughtQuestionHoldsNothingOfTheVisitor_E4_K2(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		i := begin(t, settings).read()
		asked := i.ask("", "Ich bin Max Kanarienfeld, max@kanarienfeld.example. Nehmen Sie auch Bitcoin?")
		personal := i.ask("", "Bitcoin 0171 2345678 max@kanarienfeld.example")
		if !asked.Refused || !personal.Refused {
			t.Fatalf("no gaps: %+v, %+v", asked, personal)
		}
		var gaps []struct{ ID, Question string }
		i.manage("GET", "/v1/bots/"+i.bot.ID+"/gaps", "", &gaps)
		if len(gaps) != 2 {
			t.Fatalf("gaps: %+v", gaps)
		}
		var made struct{ Question string }
		if s := i.manage("POST", "/v1/bots/"+i.bot.ID+"/pairs", `{"gap":"`+gaps[1].ID+`","answer":"Nein, nur Euro."}`, &made); s != http.StatusOK || made.Question != "Nehmen Sie auch Bitcoin?" {
			t.Errorf("%d, %+v", s, made)
		}
		i.do("DELETE", i.chat("/session"), "", "WCA-Session", asked.Session)
		i.do("DELETE", i.chat("/session"), "", "WCA-Session", personal.Session)
		i.nowhereAtAll("Kanarienfeld")
		i.nowhereAtAll("kanarienfeld.example")
		if again := i.ask("", "Nehmen Sie auch Bitcoin?"); again.Text != "Nein, nur Euro." {
			t.Errorf("answered %+v", again)
		}
	})
}
