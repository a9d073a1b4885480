package retrieve

import (
	"fmt"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/retrieve/word"
)

func TestDatesAreRead(t *testing.T) {
	for text, want := range map[string]string{
		"Am 24. und 31. Dezember haben wir von 8 bis 12 Uhr geöffnet.": "24.12. 31.12.",
		"Vom 27. Dezember bis 5. Januar sind Betriebsferien.":          "27.12. –5.1.",
		"24.–26. Dezember geschlossen":                                 "24.12. –26.12.",
		"Geschlossen: 24.12.2026 bis 6.1.2027":                         "24.12. –6.1.",
		"Am 24.12., 25.12. und 1.1. ist zu.":                           "24.12. 25.12. 1.1.",
		"Am Donnerstag, dem 24. Dezember 2026, schließen wir um 12.":   "24.12.",
		"We are closed from December 24 to 26.":                        "24.12. –26.12.",
		"Closed on 24th and 25th December, open on the 27th.":          "24.12. 25.12.",
		"24 Gäste kamen im Dezember.":                                  "",
		"In December 24 people came, may 3 more come.":                 "24.12.",
		"Sie kostet 24,12 Euro und wiegt 24.12 kg.":                    "",
		"Montag bis Freitag 8 bis 18 Uhr":                              "",
	} {
		lang, _ := word.Language(text)
		var got []string
		for _, d := range datesIn(text, word.Tokens(text, lang)) {
			one := fmt.Sprintf("%d.%d.", d.day, d.month)
			if d.until {
				one = "–" + one
			}
			got = append(got, one)
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q has the dates %q, want %q", text, s, want)
		}
	}
}

func TestWhoAsksForAFeastFindsItsDate(t *testing.T) {
	passage := func(id, text string) Passage {
		p := Passage{ID: id, Document: id, Text: text}
		Analyse(&p)
		return p
	}
	for _, c := range []struct{ question, want string }{
		{"Haben Sie Heiligabend offen?", "Am 24."},
		{"Habt ihr an Weihnachten auf?", "Am 24."},
		{"Wie ist an Silvester geöffnet?", "Am 24."},
		{"Ist an Neujahr jemand da?", "Vom 27."},
	} {
		ix := Build([]Passage{
			passage("a", "Montag bis Freitag 8 bis 18 Uhr, Samstag 9 bis 13 Uhr."),
			passage("b", "Am 24. und 31. Dezember haben wir von 8 bis 12 Uhr geöffnet."),
			passage("c", "Vom 27. Dezember bis 5. Januar machen wir Betriebsferien."),
			passage("d", "Unsere Weihnachtsfeier war ein Erfolg. Wir danken allen Gästen."),
			passage("e", "Geöffnet ist der Garten vom 1. Oktober bis 31. März."),
		}, Options{})
		q := Query{Text: c.question, K: 3}
		if best := ix.Quote(ix.Search(q), 1); len(best) != 1 || !strings.HasPrefix(best[0].Text, c.want) {
			t.Errorf("%q is answered %q", c.question, texts(best))
		}
	}
	english := Build([]Passage{
		passage("a", "We are open Monday to Friday from 8 to 6."),
		passage("b", "On 24 and 31 December the practice closes at noon."),
		passage("c", "Our new carpets arrive every week."),
	}, Options{})
	for _, question := range []string{"Are you open on Christmas Eve?", "Is the practice open on New Year's Eve?"} {
		q := Query{Text: question, K: 3}
		if best := english.Quote(english.Search(q), 1); len(best) != 1 || !strings.HasPrefix(best[0].Text, "On 24") {
			t.Errorf("%q is answered %q", question, texts(best))
		}
	}
}
