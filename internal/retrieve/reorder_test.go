package retrieve

import (
	"fmt"
	"testing"

	"github.com/webchatagent/wca/internal/forest"
	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/word"
)

func TestWayOfAsking(t *testing.T) {
	ix := Build([]passage.Passage{{ID: "1", Document: "1", Text: "Der Dichter Theodor Fontane lebte in Berlin.", Language: "de"}}, Options{})
	for _, c := range []struct {
		question, lang string
		way            way
		focus          string
	}{
		{"Welcher Dichter lebte in Berlin?", "de", wayWhat, "dichter"},
		{"Wie viele Zimmer haben Sie?", "de", wayAmount, "zimmer"},
		{"Wann öffnet ihr?", "de", wayWhen, ""},
		{"Who was the poet?", "en", wayWho, ""},
		{"How far is the station?", "en", wayAmount, "station"},
		{"Do you sell bread?", "en", wayOther, ""},
	} {
		qu := ix.parse(Query{Text: c.question, Language: c.lang})
		focus := ""
		if len(qu.focus) > 0 {
			focus = qu.concepts[qu.focus[0]].word
		}
		if qu.way != c.way || focus != c.focus {
			t.Errorf("%q asks in way %d for %q, want %d for %q", c.question, qu.way, focus, c.way, c.focus)
		}
	}
}

func TestAnalysisKeepsCapitalsNumbersAndYears(t *testing.T) {
	ix := Build([]passage.Passage{{ID: "1", Document: "1", Text: "The old mill was built by Anna Weber in 1912 with 3 floors.", Language: "en"}}, Options{})
	want := map[string]uint32{"mill": 0, "anna": isCapital, "weber": isCapital, "1912": isNumber | isCapital, "3": isNumber}
	for _, w := range ix.sequence {
		for text, flags := range want {
			hash := word.Hash(word.Stem("en", word.Token{Text: text}))
			if w&(isFunction|endsSentence|isPart) == 0 && ix.vocabulary.hashes[w&termOnly] == hash {
				if w&^termOnly != flags {
					t.Errorf("%q has marks %x, want %x", text, w&^termOnly, flags)
				}
				delete(want, text)
			}
		}
	}
	if len(want) > 0 {
		t.Errorf("not in the sequence: %v", want)
	}
}

// What the forest does not look at must not pass what it looked at, whatever it thinks of that.
func TestReorderKeepsTheRestBehind(t *testing.T) {
	var passages []passage.Passage
	for i := range 3 * reordered {
		passages = append(passages, passage.Passage{ID: fmt.Sprint(i), Document: fmt.Sprint(i), Language: "en",
			Text: fmt.Sprintf("Mill number %d stands by the river and grinds corn for village %d.", i, i)})
	}
	ix := Build(passages, Options{})
	qu := ix.parse(Query{Text: "Which mill grinds corn by the river?"})
	s := ix.scratch.Get().(*scratch)
	ix.rankAll(qu, Query{}, s, len(passages))
	seen := map[int32]bool{}
	for _, c := range s.candidates[:reordered] {
		seen[c.doc] = true
	}
	ix.reorder(qu, s)
	for i, c := range s.candidates[:reordered] {
		if !seen[c.doc] {
			t.Fatalf("passage %d, which the forest does not look at, is in place %d", c.doc, i)
		}
	}
}

// Of a website in two languages the pages in the question's come first, unless only the others answer. That does not
// hang on what the forest thinks of languages.
func TestAPageInTheQuestionsLanguageComesFirst(t *testing.T) {
	piece := func(id, lang, heading, text string) passage.Passage {
		return passage.Passage{ID: id, Document: id, Address: "https://m.example/" + id, Title: heading, Headings: []string{heading}, Text: text, Language: lang}
	}
	passages := []passage.Passage{
		piece("en/proxy", "en", "Reverse Proxy", "Reverse Proxy Guide: this page explains how a reverse proxy is set up and which modules a reverse proxy needs."),
		piece("de/glossar", "de", "Glossar", "Reverse Proxy: ein Server, der den Clients gegenüber als ursprünglicher Server erscheint."),
		piece("de/neustart", "de", "Neustart", "Der Server wird mit einem Signal beendet oder neu gestartet."),
		piece("en/cache", "en", "Caching", "Responses are cached on disk for one hour."),
	}
	foreignGains := func(gain float32) *forest.Forest {
		return &forest.Forest{Trees: []forest.Tree{{{Feature: int16(traitForeign), Left: 1, Right: 2, Threshold: 0.5}, {Feature: -1}, {Feature: -1, Threshold: gain}}}}
	}
	for name, trees := range map[string]*forest.Forest{"built in": nil, "for the others": foreignGains(8), "against the others": foreignGains(-8)} {
		ix := Build(passages, Options{Trees: trees})
		for question, want := range map[string]string{
			"Was bedeutet der Begriff Reverse Proxy?":      "de/glossar",
			"How do I set up a reverse proxy?":             "en/proxy",
			"Wie lange bleiben Antworten im Cache liegen?": "en/cache",
		} {
			if found := ix.Search(Query{Text: question}); len(found.Hits) == 0 || found.Hits[0].Passage.ID != want {
				t.Errorf("forest %s, %q: %+v, want %s", name, question, found.Hits, want)
			}
		}
	}
}

// Of a website in two languages a visitor is shown what it says in his, though the other's words are nearer.
func TestAPassageComesBeforeItsTranslation(t *testing.T) {
	piece := func(id, lang, text string) passage.Passage {
		return passage.Passage{ID: id, Document: id, Address: "https://g.example/" + id, Title: id, Language: lang, Text: text}
	}
	ix := Build([]passage.Passage{
		piece("termin", "de", "Bis 24 Stunden vor dem Termin können Sie kostenlos absagen oder verschieben. Danach berechnen wir eine Ausfallpauschale von 20 €."),
		piece("appointment", "en", "You can cancel or reschedule free of charge up to 24 hours before the appointment. After that we charge a no-show fee of €20."),
		piece("preise", "de", "Eine kleine Inspektion kostet 59 €, eine große 119 €. Ersatzteile kommen dazu."),
		piece("prices", "en", "A small service is €59, a full one €119. Parts are extra."),
		piece("team", "de", "In der Werkstatt arbeiten drei Meisterinnen und zwei Auszubildende."),
		piece("crew", "en", "Three master mechanics and two apprentices work in the workshop."),
	}, Options{})
	for question, want := range map[string]string{
		"Wie kann ich stornieren?": "termin", "How can I cancel?": "appointment", "Was kostet eine Inspektion?": "preise", "How much is a service?": "prices",
		"Wer arbeitet in der Werkstatt?": "team", "Who works in the workshop?": "crew",
	} {
		if hits := ix.Search(Query{Text: question, K: 3}).Hits; hits[0].Passage.ID != want {
			t.Errorf("%s: %s comes first", question, hits[0].Passage.ID)
		}
	}
}

// Hours without "am" and "pm" in a table are those that are asked for, not every day with a time beside it.
func TestTheHoursOfTheWeekComeFirst(t *testing.T) {
	piece := func(id, heading, text string) passage.Passage {
		return passage.Passage{ID: id, Document: id, Address: "https://g.example/" + id, Title: id, Headings: []string{id, heading}, Language: "en", Text: text}
	}
	ix := Build([]passage.Passage{
		piece("appointment", "What if I'm scared of needles?", "Tell us. We are open about it. Quiet appointments with no waiting are kept for Wednesday after 5pm."),
		piece("branches", "Brackley Wells", "Monday · Pharmacy: 8.30–6.30 · Clinic: 10–6\nTuesday · Pharmacy: 8.30–6.30 · Clinic: 10–6\nThursday · Pharmacy: 9–5 · Clinic: closed\nSaturday · Pharmacy: 9–1 · Clinic: closed"),
		piece("prices", "Vaccines", "Typhoid is £41, cholera £38. Please open an account first."),
	}, Options{})
	found := ix.Search(Query{Text: "when are you open", K: 3})
	if !found.Enough || found.Hits[0].Passage.ID != "branches" {
		t.Errorf("found %s first, evidence %.2f", found.Hits[0].Passage.ID, found.Evidence)
	}
}
