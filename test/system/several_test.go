package system

import (
	"net/http"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/erasure"
	llmfake "github.com/webchatagent/wca/test/fake/llm"
)

func aSalon() *shelf {
	return &shelf{pages: map[string]string{
		"/":        `Willkommen im Salon. <a href="/zeiten">Zeiten</a> <a href="/preise">Preise</a> <a href="/hunde">Hunde</a>`,
		"/zeiten":  "Öffnungszeiten: Dienstag bis Freitag von 9 bis 18 Uhr, Samstag von 8 bis 14 Uhr, Montag geschlossen.",
		"/preise":  "Ein Haarschnitt kostet 29 Euro, eine Dauerwelle 75 Euro.",
		"/hunde":   "Hunde dürfen gern mit in den Salon, bitte angeleint.",
		"/kontakt": "Telefon 05121 440 118",
	}}
}

// gaps are the questions that were noted as unanswered.
func (i *instance) gaps() string {
	var gaps []struct{ Question string }
	i.manage("GET", "/v1/bots/"+i.bot.ID+"/gaps", "", &gaps)
	var all []string
	for _, g := range gaps {
		all = append(all, g.Question)
	}
	return strings.Join(all, "|")
}

// Each question of a message gets its answer with its sources; the numbers are those of the whole answer.
func TestSeveralQuestionsAreAnsweredEach_C3(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		i := begin(t, settings).reads(aSalon())
		got := i.ask("", "Wann habt ihr am Samstag auf und was kostet ein Haarschnitt? Darf mein Hund mit?")
		at := 0
		for _, want := range []string{"### Wann habt ihr am Samstag auf?", "8 bis 14 Uhr", "[1]", "### Was kostet ein Haarschnitt?", "29 Euro", "[2]", "### Darf mein Hund mit?", "angeleint", "[3]"} {
			next := strings.Index(got.Text[at:], want)
			if next < 0 {
				t.Fatalf("%q is missing behind %q in:\n%s", want, got.Text[:at], got.Text)
			}
			at += next
		}
		if strings.Contains(got.Text, "dazu gefunden") {
			t.Errorf("each answer is led in beneath its question:\n%s", got.Text)
		}
		if len(got.Citations) != 3 || got.Refused || got.Streamed != got.Text {
			t.Errorf("got %+v", got)
		}
		for n, end := range []string{"/zeiten", "/preise", "/hunde"} {
			if n < len(got.Citations) && !strings.HasSuffix(got.Citations[n].URL, end) {
				t.Errorf("source %d is %s, want %s", n+1, got.Citations[n].URL, end)
			}
		}
		m, err := i.app.Desk.Message(t.Context(), i.bot, got.Session, got.Answer)
		must(t, err)
		if m.Text != got.Text || len(m.Trace.Documents) < 3 || m.Trace.Provider != bot.Quote || m.Trace.Evidence == 0 {
			t.Errorf("stored %+v", m)
		}
	})
}

// Which of several questions the sources do not answer is said, and noted.
func TestTheUnansweredOfSeveralQuestionsIsToldAndNoted(t *testing.T) {
	i := begin(t, nil).reads(aSalon())
	got := i.ask("", "Was kostet ein Haarschnitt? Und gibt es einen Hubschrauberlandeplatz?")
	if got.Refused || !strings.Contains(got.Text, "29 Euro") || !strings.Contains(got.Text, "### Gibt es einen Hubschrauberlandeplatz?\n\nDazu habe ich in unseren Informationen leider nichts gefunden") {
		t.Errorf("got %+v", got)
	}
	if noted := i.gaps(); noted != "gibt es einen Hubschrauberlandeplatz?" {
		t.Errorf("noted %q", noted)
	}
	// None of them is answered: both are noted.
	got = i.ask("", "Verkauft ihr Alpakas und habt ihr ein Schwimmbad?")
	if noted := i.gaps(); !got.Refused || strings.Count(noted, "|") != 2 || !strings.Contains(noted, "habt ihr ein Schwimmbad?") {
		t.Errorf("got %+v, noted %q", got, noted)
	}
	// The customer's own answer counts for a part of a message, too.
	i.manage("POST", "/v1/bots/"+i.bot.ID+"/pairs", `{"question":"Gibt es einen Hubschrauberlandeplatz?","answer":"Ja, auf dem Dach."}`, nil)
	if got = i.ask("", "Was kostet ein Haarschnitt? Und gibt es einen Hubschrauberlandeplatz?"); !strings.Contains(got.Text, "29 Euro") || !strings.Contains(got.Text, "Ja, auf dem Dach.") {
		t.Errorf("got %+v", got)
	}
}

// What leans on an answer that is missing is asked as one.
func TestQuestionsThatLeanOnEachOtherStayTogether(t *testing.T) {
	i := begin(t, nil).reads(aSalon())
	got := i.ask("", "Habt ihr Elektrorasenmäher und was kosten die?")
	if strings.Contains(got.Text, "###") || strings.Contains(got.Text, "29 Euro") && !got.Refused {
		t.Errorf("got %+v", got)
	}
	if noted := i.gaps(); got.Refused && noted != "Habt ihr Elektrorasenmäher und was kosten die?" {
		t.Errorf("noted %q", noted)
	}
}

// A model gets the passages of all questions at once. It is not asked what nothing was found for: that is said behind its
// answer.
func TestAModelAnswersSeveralQuestionsInOne_C3_L14(t *testing.T) {
	i, model := beginModel(t, llmfake.Script{Tokens: []string{"Am Samstag ist von 8 bis 14 Uhr geöffnet. ", "Ein Haarschnitt kostet 29 Euro."}}, llmfake.Script{Tokens: []string{"Ein Haarschnitt kostet 29 Euro."}})
	got := i.ask("", "Wann habt ihr am Samstag auf und was kostet ein Haarschnitt?")
	if len(model.Requests()) != 1 || got.Text != "Am Samstag ist von 8 bis 14 Uhr geöffnet [1]. Ein Haarschnitt kostet 29 Euro [2]." || got.Streamed != got.Text || len(got.Citations) != 2 {
		t.Errorf("got %+v", got)
	}
	if body := string(model.Requests()[0].Body); !strings.Contains(body, "Montag geschlossen") || !strings.Contains(body, "Dauerwelle") || !strings.Contains(body, "Wann habt ihr am Samstag auf und was kostet ein Haarschnitt?") {
		t.Errorf("sent %s", body)
	}
	got = i.ask("", "Was kostet ein Haarschnitt? Und gibt es einen Hubschrauberlandeplatz?")
	if !strings.HasPrefix(got.Text, "Ein Haarschnitt kostet 29 Euro [1].\n\n### Gibt es einen Hubschrauberlandeplatz?\n\nDazu habe ich") || got.Streamed != got.Text || got.Refused {
		t.Errorf("got %+v", got)
	}
	if body := string(model.Requests()[1].Body); strings.Contains(body, "Hubschrauber") || !strings.Contains(body, "Was kostet ein Haarschnitt?") {
		t.Errorf("sent %s", body)
	}
	if noted := i.gaps(); noted != "gibt es einen Hubschrauberlandeplatz?" {
		t.Errorf("noted %q", noted)
	}
}

func beginModel(t *testing.T, scripts ...llmfake.Script) (*reading, *llmfake.Server) {
	t.Helper()
	model := llmfake.New(t, "openai", scripts...)
	return beginWith(t, nil, model, "WCA_PROVIDERS_FAKE_REGION=EU").reads(aSalon()), model
}

// The vectors of all questions are asked for.
func TestEachOfSeveralQuestionsGetsItsVector(t *testing.T) {
	site := aSalon()
	i, server := embedding(t, nil, site)
	i.set(func(s *bot.Settings) { s.Embedding = &bot.Embedding{Provider: "near", Name: "text-3"} })
	i.embed()
	before := len(server.Requests())
	if got := i.ask("", "Wann habt ihr auf und was kostet ein Haarschnitt?"); !strings.Contains(got.Text, "29 Euro") {
		t.Errorf("got %+v", got)
	}
	if n := len(server.Requests()) - before; n != 2 {
		t.Errorf("%d requests for vectors, want 2", n)
	}
}

// A model tells of what it was shown without a source; of another question of the message the nearest place would be
// cited. That citation must not hide that the answer may rest on what was shown: it goes with it.
func TestAnAnswerToSeveralQuestionsGoesWithWhatItsModelWasShown_C2_K2(t *testing.T) {
	i, _ := beginModel(t, llmfake.Script{Tokens: []string{"Der Kanarienhund hat im Keller 7 Körbe."}})
	got := i.ask("", "Darf mein Hund mit? Und bietet ihr am Samstag Kinderbetreuung?")
	if !strings.Contains(got.Text, "Kanarienhund") || !strings.Contains(got.Text, "### Bietet ihr am Samstag Kinderbetreuung?") {
		t.Fatalf("got %+v", got)
	}
	if s := i.manage("DELETE", "/v1/bots/"+i.bot.ID+"/documents/"+i.document("/hunde"), "", nil); s != http.StatusOK {
		t.Fatalf("erasing: %d", s)
	}
	if m, err := i.app.Desk.Message(t.Context(), i.bot, got.Session, got.Answer); err != nil || m.Text != erasure.Withdrawn("de") {
		t.Errorf("the answer says %q, %v", m.Text, err)
	}
}
