package retrieve

import (
	"slices"
	"strings"
	"testing"
)

// wines is a shop in which the title of a page names the wine and a line of its own says the price.
func wines() *Index {
	passage := func(document, title, text string, ordinal int) Passage {
		return Passage{ID: document + text[:4], Document: document, Ordinal: ordinal, Address: "https://w.example/" + document, Title: title, Text: text, Language: "de"}
	}
	return Build([]Passage{
		passage("zinfandel", "Brennerhof Zinfandel Rosé", "Inhalt: 0,75 l\nstatt 8,99 € jetzt 7,49 €\nArtikel-Nr. 4711", 0),
		passage("zinfandel", "Brennerhof Zinfandel Rosé", "Der Zinfandel Rosé vom Brennerhof ist ein ausgewogener Wein für den Sommer. Er passt zu Fisch und zu Gemüse.", 1),
		passage("riesling", "Brennerhof Riesling", "Der Riesling vom Brennerhof ist trocken und passt zu Geflügel.", 0),
		passage("riesling", "Brennerhof Riesling", "Inhalt: 0,75 l\n6,20 €", 1),
		passage("keller", "Unser Keller", "Der Zinfandel reift bei uns acht Monate lang in Fässern aus Holz.", 0),
	}, Options{})
}

func TestThePriceOnThePageThatSellsIt(t *testing.T) {
	ix := wines()
	for question, want := range map[string]string{
		"Was kostet der Zinfandel?":              "statt 8,99 € jetzt 7,49 €",
		"Wie teuer ist der Brennerhof Riesling?": "6,20 €",
	} {
		q := Query{Text: question, K: 6}
		best := ix.Quote(ix.Search(q), 3)
		if len(best) != 1 || best[0].Silent || best[0].Text != want {
			t.Errorf("%q is answered %+v, want %q", question, texts(best), want)
		}
	}
}

// The row about the thing itself comes before rows that merely have its word in their name.
func TestTheRowOfTheThingComesFirst(t *testing.T) {
	ix := Build([]Passage{{
		ID: "preise", Document: "preise", Title: "Sortiment und Preise", Headings: []string{"Sortiment und Preise"}, Language: "de",
		Text: "Artikel: Butterbreze · Preis: 1,60 €\nArtikel: Brezenknödel, 2 Stück · Preis: 3,40 €\nArtikel: Belegte Breze mit Käse · Preis: 2,90 €\nArtikel: Breze · Preis: 0,95 €\nArtikel: Kaffee mit Kuchen · Preis: 4,90 €\nArtikel: Milchkaffee · Preis: 3,30 €\nArtikel: Tasse Kaffee · Preis: 2,40 €\nArtikel: Semmel · Preis: 0,50 €",
	}, {ID: "über", Document: "über", Title: "Über uns", Language: "de", Text: "Frische Brezen und guten Kaffee gibt es jeden Morgen."}}, Options{})
	for question, want := range map[string]string{
		"Was kostet eine Breze?": "0,95", "was kosten brezen": "0,95", "Preis Breze": "0,95", "Was kostet ein Kaffee?": "2,40", "Was kostet eine Butterbreze?": "1,60",
		"Was kostet eine belegte Breze?": "2,90", "Was kostet Kaffee mit Kuchen?": "4,90", "Was kostet ein Milchkaffee?": "3,30",
	} {
		q := Query{Text: question, K: 6}
		if best := ix.Quote(ix.Search(q), 3); len(best) == 0 || !strings.Contains(best[0].Text, want) {
			t.Errorf("%q is answered %q, want %s", question, texts(best), want)
		}
	}
}

// What costs nothing has a price, too, which its row says in a word.
func TestARowThatCostsNothingStatesItsPrice(t *testing.T) {
	ix := Build([]Passage{{
		ID: "preise", Document: "preise", Title: "Preise", Headings: []string{"Preise", "Leistungen"}, Language: "de",
		Text: "Leistung: Hörtest für Erwachsene · Preis: kostenlos\nLeistung: Großer Hörtest mit Sprache · Preis: 49 €\nLeistung: Hörtest für den Bootsführerschein · Preis: 12 €\nLeistung: Filter wechseln · Preis: 5 €",
	}}, Options{})
	q := Query{Text: "Kostet der Hörtest etwas?", K: 6}
	best := ix.Quote(ix.Search(q), 3)
	if !slices.ContainsFunc(best, func(q Quote) bool { return strings.Contains(q.Text, "kostenlos") && q.Score >= 0.9*best[0].Score }) {
		t.Errorf("what is free is missing in %q", texts(best))
	}
}
