package retrieve

import (
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/passage"
)

// What is said of other months, and the foot of a page, do not stand beside the answer.
func TestWhatOnlyStandsBesideAnAnswerIsNotQuoted(t *testing.T) {
	page := func(text string) passage.Passage {
		p := passage.Passage{ID: text, Document: "https://s.example/" + text[:6], Address: "https://s.example/" + text[:6], Title: "Kontakt", Language: "de", Text: text}
		Analyse(&p)
		return p
	}
	const foot = "Segelschule Hafen · Uferweg 4 · 18375 Born am Darß · Tel. 038234 / 55 71-0 · moin@segelschule.example"
	ix := Build([]passage.Passage{
		page("Öffnungszeiten des Büros\nZeitraum: April · Mo–Fr: 10–16 Uhr · So und Feiertage: geschlossen\nZeitraum: Mai bis September · Mo–Fr: 8.30–19 Uhr · So und Feiertage: 9–17 Uhr\nZeitraum: November bis März · Mo–Fr, Sa, So und Feiertage: nur telefonisch, Di und Do 10–12 Uhr\nAm 3. Oktober ist das Büro von 10 bis 13 Uhr besetzt. Karfreitag und Ostermontag haben wir zu."),
		page("Hunde sind im Kielboot mit Schwimmweste willkommen. Auf den Jollen geht das leider nicht.\n" + foot),
	}, Options{})
	for _, c := range []struct{ question, has, not string }{
		{"Habt ihr am Sonntag im Juli offen?", "9–17 Uhr", "Oktober"}, {"Habt ihr am Sonntag im Juli offen?", "9–17 Uhr", "telefonisch"},
		{"Hat das Büro im Oktober offen?", "3. Oktober", "April"},
		{"Darf mein Hund mit aufs Kielboot der Segelschule?", "willkommen", "038234"},
		{"Wie ist die Adresse der Segelschule?", "Uferweg 4", "willkommen"},
	} {
		query := Query{Text: c.question, K: 4}
		said := strings.Join(texts(ix.Quote(ix.Search(query), 6)), "\n")
		if c.not == "willkommen" {
			said = texts(ix.Quote(ix.Search(query), 1))[0]
		}
		if !strings.Contains(said, c.has) || strings.Contains(said, c.not) {
			t.Errorf("%q is answered %q", c.question, said)
		}
	}
}
