package retrieve

import (
	"fmt"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/passage"
)

// A website that tells its hours in two languages is quoted in that of the question; what only the other language tells stays.
func TestHoursAreQuotedInTheLanguageOfTheQuestion(t *testing.T) {
	const foot = "\nTischlerei Hallerbach GmbH · Lindenweg 12 · 53604 Bad Honnef\nTelefon: 02224 / 98 76 54 · info@h.example\nÖffnungszeiten: Mo–Fr 8–17 Uhr, Sa 9–12 Uhr"
	var all []passage.Passage
	for i, text := range []string{"Treppen bauen wir aus Eiche und Esche.", "Willkommen in der Tischlerei Hallerbach. Seit 1987 bauen wir Möbel.", "Wir suchen zum 1. August eine Auszubildende.", "Wir planen Küchen mit Fronten aus Linoleum.", "Hunde sind im Ausstellungsraum willkommen."} {
		all = append(all, passage.Passage{ID: fmt.Sprint(i), Document: fmt.Sprint(i), Address: fmt.Sprintf("https://h.example/%d", i), Title: "Seite", Text: text + foot, Language: "de"})
	}
	all = append(all,
		passage.Passage{ID: "en", Document: "en", Address: "https://h.example/en", Title: "Hallerbach Joinery", Headings: []string{"Hallerbach Joinery", "Getting here"}, Language: "en", Text: "Take the tram line 66 to Bad Honnef Stadtbahn, then walk five minutes along Lindenweg.\nHallerbach Joinery · Lindenweg 12 · 53604 Bad Honnef, Germany\nPhone: +49 2224 987654 · info@h.example\nOpening hours: Mon–Fri 8am–5pm, Sat 9am–noon"},
		passage.Passage{ID: "cafe", Document: "cafe", Address: "https://h.example/en/cafe", Title: "Our café", Headings: []string{"Our café"}, Language: "en", Text: "The café serves cakes.\nThe café is open on Saturday from 10am to 4pm."})
	ix := Build(all, Options{})
	for asked, want := range map[string]string{
		"Wann habt ihr am Samstag offen?":           "Sa 9–12 Uhr",
		"Seid ihr samstags da?":                     "Sa 9–12 Uhr",
		"When are you open on Saturday?":            "Sat 9am–noon",
		"Wann hat das Café am Samstag geöffnet?":    "from 10am to 4pm",
		"When is the café open on Saturday?":        "from 10am to 4pm",
		"Wie lange ist das Café am Samstag offen?":  "from 10am to 4pm",
		"Hat die Tischlerei am Samstag auch offen?": "Sa 9–12 Uhr",
	} {
		got := ix.Quote(ix.Search(Query{Text: asked}), 3)
		if len(got) == 0 || !strings.Contains(got[0].Text, want) {
			t.Errorf("%s is answered by %+v, want %q", asked, texts(got), want)
		}
	}
}
