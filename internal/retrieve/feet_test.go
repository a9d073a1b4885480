package retrieve

import (
	"fmt"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/extract/document"
	"github.com/webchatagent/wca/internal/passage"
)

// alikeAtTheFoot are the pages of a website that all end alike.
func alikeAtTheFoot(pages ...string) *Index {
	const foot = "Bleiben Sie auf dem Laufenden: In unserem Rundbrief erfahren Sie als Erste von Aktionen rund um Pflanzen und Garten.\n" +
		"Wir sind Mitglied im Verband der Friedhofsgärtner.\nGärtnerei Grün, Hauptstraße 5, 50667 Köln, Telefon 0221 123456"
	var all []passage.Passage
	for i, text := range pages {
		d := document.Document{Title: fmt.Sprintf("Seite %d", i), Language: "de"}
		for line := range strings.SplitSeq(text+"\n"+foot, "\n") {
			d.Blocks = append(d.Blocks, document.Block{Kind: document.KindParagraph, Text: line})
		}
		all = append(all, passage.Split(d, passage.Options{Document: fmt.Sprintf("d%d", i), Address: fmt.Sprintf("https://gruen.example/%d", i)})...)
	}
	return Build(all, Options{})
}

func shownFor(ix *Index, asked string, most int) string {
	var said []string
	for _, q := range Whole(ix.Quote(ix.Search(Query{Text: asked}), most)) {
		said = append(said, q.Text)
	}
	return strings.Join(said, "\n")
}

// The foot of every page is quoted with nothing else, but for what it tells itself.
func TestWhatEveryPageSaysIsNotQuotedBesideOthers(t *testing.T) {
	pages := []string{"Grabpflege kostet ab 180 Euro im Jahr.\nWir gießen zweimal in der Woche.", "Stiefmütterchen gibt es ab März.", "Apfelbäume haben wir als Hochstamm.", "Unsere Meisterin Anna Grün leitet die Gärtnerei.", "Gutscheine verkaufen wir an der Kasse."}
	ix := alikeAtTheFoot(pages...)
	for asked, want := range map[string]string{
		"Was kostet Grabpflege?":              "Grabpflege kostet ab 180 Euro im Jahr.\nWir gießen zweimal in der Woche.",
		"Welche Blumen gibt es ab März?":      "Stiefmütterchen gibt es ab März.",
		"Verkauft ihr Garten-Gutscheine?":     "Gutscheine verkaufen wir an der Kasse.",
		"Seid ihr Mitglied in einem Verband?": "Wir sind Mitglied im Verband der Friedhofsgärtner.",
	} {
		if got := shownFor(ix, asked, 1); got != want {
			t.Errorf("%s\n%q, want\n%q", asked, got, want)
		}
	}
	if got := shownFor(ix, "Wie ist eure Adresse?", 1); !strings.Contains(got, "Hauptstraße 5") {
		t.Errorf("the address: %q", got)
	}
	if got := shownFor(ix, "Verkauft ihr Garten-Gutscheine?", 3); strings.Contains(got, "Rundbrief") {
		t.Errorf("beside a page's own words: %q", got)
	}
	// Of few pages nobody can tell what is on each.
	if got := shownFor(alikeAtTheFoot(pages[:3]...), "Welche Blumen gibt es ab März?", 1); !strings.Contains(got, "Friedhofsgärtner") {
		t.Errorf("of three pages: %q", got)
	}
}

// The heading that stands above the foot of a page is about what the page says before it.
func TestTheFootStandsUnderNoHeading(t *testing.T) {
	var all []passage.Passage
	for i, heading := range []string{"Grabpflege", "Stauden", "Obstbäume", "Gutscheine", "Lieferung"} {
		d := document.Document{Title: fmt.Sprintf("Seite %d", i), Language: "de", Blocks: []document.Block{
			{Kind: document.KindHeading, Level: 2, Text: heading}, {Kind: document.KindParagraph, Text: heading + " gibt es bei uns das ganze Jahr."},
			{Kind: document.KindParagraph, Text: "Gärtnerei Grün · Hauptstraße 5 · 50667 Köln"}, {Kind: document.KindParagraph, Text: "Telefon: 0221 / 12 34 56 · info@gruen.example"},
		}}
		all = append(all, passage.Split(d, passage.Options{Document: fmt.Sprintf("d%d", i), Address: fmt.Sprintf("https://gruen.example/%d", i)})...)
	}
	ix := Build(all, Options{})
	for _, asked := range []string{"Wie ist die Telefonnummer?", "Wie kann ich euch erreichen?"} {
		found := Whole(ix.Quote(ix.Search(Query{Text: asked}), 2))
		if len(found) == 0 {
			t.Errorf("%s: nothing", asked)
		}
		for _, q := range found {
			if strings.Contains(q.Text, "0221") && q.Heading != "" {
				t.Errorf("%s: %q stands under %q", asked, q.Text, q.Heading)
			}
		}
	}
}

// Hours that every page tells at its foot are quoted alone, whatever the page has that they were found on.
func TestHoursAtTheFootAreQuotedAlone(t *testing.T) {
	var all []passage.Passage
	for i, text := range []string{"Leistung: Tür aus Buche · Preis: 489 €\nLeistung: Tür aus Eiche · Preis: 649 €\nLeistung: Aufmaß · Preis: kostenlos", "Treppen bauen wir aus Esche.", "Wir suchen eine Auszubildende.", "Hunde sind willkommen.", "Wir planen Küchen."} {
		all = append(all, passage.Passage{ID: fmt.Sprint(i), Document: fmt.Sprint(i), Address: fmt.Sprintf("https://h.example/%d", i), Title: "Seite", Language: "de",
			Text: text + "\nTischlerei Hallerbach · Lindenweg 12 · 53604 Bad Honnef\nÖffnungszeiten: Mo–Fr 8–17 Uhr, Sa 9–12 Uhr"})
	}
	ix := Build(all, Options{})
	for _, asked := range []string{"Wann habt ihr am Samstag offen?", "Habt ihr sonntags auf?", "Wann habt ihr geöffnet?"} {
		if got := shownFor(ix, asked, 3); got != "Öffnungszeiten: Mo–Fr 8–17 Uhr, Sa 9–12 Uhr" {
			t.Errorf("%s %q", asked, got)
		}
	}
}

func TestOwnTextOfAPassage(t *testing.T) {
	ix := alikeAtTheFoot("Eins.", "Zwei.", "Drei.", "Vier.")
	for text, want := range map[string]string{
		"Fünf.\nWir sind Mitglied im Verband der Friedhofsgärtner.":      "Fünf.",
		"Wir sind Mitglied im Verband der Friedhofsgärtner.\nFünf.":      "Fünf.",
		"Fünf.\nWir sind Mitglied im Verband der Friedhofsgärtner.\nUnd": "Fünf.\nWir sind Mitglied im Verband der Friedhofsgärtner.\nUnd",
		"Wir sind Mitglied im Verband der Friedhofsgärtner.":             "Wir sind Mitglied im Verband der Friedhofsgärtner.",
		"": "",
	} {
		if from, until := ix.feet.own(text); text[from:until] != want {
			t.Errorf("%q: %q", text, text[from:until])
		}
	}
}
