package retrieve

import (
	"slices"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/stated"
)

// wines is a shop in which the title of a page names the wine and a line of its own says the price.
func wines() *Index {
	piece := func(document, title, text string, ordinal int) passage.Passage {
		return passage.Passage{ID: document + text[:4], Document: document, Ordinal: ordinal, Address: "https://w.example/" + document, Title: title, Text: text, Language: "de"}
	}
	return Build([]passage.Passage{
		piece("zinfandel", "Brennerhof Zinfandel Rosé", "Inhalt: 0,75 l\nstatt 8,99 € jetzt 7,49 €\nArtikel-Nr. 4711", 0),
		piece("zinfandel", "Brennerhof Zinfandel Rosé", "Der Zinfandel Rosé vom Brennerhof ist ein ausgewogener Wein für den Sommer. Er passt zu Fisch und zu Gemüse.", 1),
		piece("riesling", "Brennerhof Riesling", "Der Riesling vom Brennerhof ist trocken und passt zu Geflügel.", 0),
		piece("riesling", "Brennerhof Riesling", "Inhalt: 0,75 l\n6,20 €", 1),
		piece("keller", "Unser Keller", "Der Zinfandel reift bei uns acht Monate lang in Fässern aus Holz.", 0),
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
	ix := Build([]passage.Passage{{
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
	ix := Build([]passage.Passage{{
		ID: "preise", Document: "preise", Title: "Preise", Headings: []string{"Preise", "Leistungen"}, Language: "de",
		Text: "Leistung: Hörtest für Erwachsene · Preis: kostenlos\nLeistung: Großer Hörtest mit Sprache · Preis: 49 €\nLeistung: Hörtest für den Bootsführerschein · Preis: 12 €\nLeistung: Filter wechseln · Preis: 5 €",
	}}, Options{})
	q := Query{Text: "Kostet der Hörtest etwas?", K: 6}
	best := ix.Quote(ix.Search(q), 3)
	if !slices.ContainsFunc(best, func(q Quote) bool { return strings.Contains(q.Text, "kostenlos") && q.Score >= 0.9*best[0].Score }) {
		t.Errorf("what is free is missing in %q", texts(best))
	}
}

// A row about the thing that is asked for is quoted alone, also where the head of its column is a word of like meaning,
// which all rows stand under.
func TestTheRowOfAThingIsToldFromTheHeadOfItsColumn(t *testing.T) {
	page := func(id, heading, text string) passage.Passage {
		return passage.Passage{ID: id, Document: id, Title: heading, Headings: []string{heading}, Language: "de", Text: text}
	}
	ix := Build([]passage.Passage{
		page("preise", "Preise", "Rad: Tourenrad · 4 Stunden: 12 € · 1 Tag: 18 € · 1 Woche: 80 €\nRad: E-Bike · 4 Stunden: 25 € · 1 Tag: 39 € · 1 Woche: 190 €\nRad: Lastenrad · 4 Stunden: 30 € · 1 Tag: 45 € · 1 Woche: 220 €\nRad: Tandem · 4 Stunden: 22 € · 1 Tag: 34 € · 1 Woche: 150 €"),
		page("wäsche", "Radwäsche", "Die Radwäsche kostet 12 Euro und dauert 20 Minuten."),
		page("start", "Fahrräder mieten", "Seit 1998 verleihen wir Tourenräder, E-Bikes, Lastenräder und Tandems."),
	}, Options{})
	for question, want := range map[string]string{
		"Was kostet ein E-Bike am Tag?": "Rad: E-Bike · 4 Stunden: 25 € · 1 Tag: 39 € · 1 Woche: 190 €",
		"Was kostet ein E-Bike?":        "Rad: E-Bike · 4 Stunden: 25 € · 1 Tag: 39 € · 1 Woche: 190 €",
		"Was kostet ein Tandem?":        "Rad: Tandem · 4 Stunden: 22 € · 1 Tag: 34 € · 1 Woche: 150 €",
	} {
		q := Query{Text: question, K: 6}
		if best := ix.Quote(ix.Search(q), 3); len(best) == 0 || best[0].Text != want || slices.ContainsFunc(best[1:], func(b Quote) bool { return b.Score > best[0].Score-0.1 }) {
			t.Errorf("%q is answered %q, want %s well before all else", question, texts(best), want)
		}
	}
}

// The cells of a spreadsheet are often mere numbers: what they are is said by the head of the column.
func TestANumberUnderPriceIsAPrice(t *testing.T) {
	ix := Build([]passage.Passage{
		{ID: "teile", Document: "teile", Title: "teile.xlsx", Language: "de", Text: "Teil: Bremsbelag · Preis: 8.5 · Montage: 15 Minuten\nTeil: Schlauch 28 Zoll · Preis: 7 · Montage: 20 Minuten\nTeil: Kette · Preis: 24.9 · Montage: 30 Minuten"},
	}, Options{})
	best := ix.Quote(ix.Search(Query{Text: "Was kostet eine neue Kette?", K: 6}), 3)
	if len(best) == 0 || best[0].Silent || !strings.Contains(best[0].Text, "24.9") {
		t.Errorf("answered %q", texts(best))
	}
}

// A word of the row that is put together of words of the question names the thing as they do.
func TestACompoundOfTheQuestionsWordsNamesTheThing(t *testing.T) {
	ix := Build([]passage.Passage{{
		ID: "bilder", Document: "bilder", Title: "Passbilder", Headings: []string{"Passbilder"}, Language: "de",
		Text: "Was: Digitales Passbild mit Code · Preis: 16,90 €\nWas: Vier Abzüge dazu · Preis: 5,00 €\nWas: Babypassbild · Preis: 19,90 €\nBabys fotografieren wir liegend, das Passbild ist gleich fertig.",
	}, {ID: "über", Document: "über", Title: "Über uns", Language: "de", Text: "Wir machen jedes Passbild selbst, auch vom Baby."}}, Options{})
	q := Query{Text: "Was kostet ein Passbild für mein Baby?", K: 6}
	if best := ix.Quote(ix.Search(q), 3); len(best) == 0 || !strings.Contains(best[0].Text, "19,90") {
		t.Errorf("answered %q", texts(best))
	}
}

// An entry of a list is named by what stands before its colon, whatever more it says of it.
func TestAnEntryIsNamedBeforeItsColon(t *testing.T) {
	ix := Build([]passage.Passage{{
		ID: "torten", Document: "torten", Title: "Torten", Headings: []string{"Torten", "Fristen"}, Language: "de",
		Text: "• Obsttorten: drei Werktage vorher\n• Motivtorten: zehn Tage vorher\n• Hochzeitstorten: mindestens acht Wochen vorher\nDie Lieferung mit Aufbau ist bei Hochzeitstorten ab 60 Portionen enthalten, sonst berechnen wir 40 €. Ein Probeessen ist für zwei Personen.",
	}}, Options{})
	q := Query{Text: "Wie lange im Voraus muss ich eine Hochzeitstorte bestellen?", K: 6}
	if best := ix.Quote(ix.Search(q), 3); len(best) == 0 || !strings.Contains(best[0].Text, "acht Wochen") {
		t.Errorf("answered %q", texts(best))
	}
}

// Who asks what is taken for something wants a price, though no word of the question says so.
func TestWhatIsTakenForSomethingIsItsPrice(t *testing.T) {
	ix := Build([]passage.Passage{{
		ID: "verleih", Document: "verleih", Title: "Verleih", Headings: []string{"Verleih", "Maschinen"}, Language: "de",
		Text: "Unsere Maschine für dicke Baumstümpfe nehmen nur Leute, die eingewiesen sind. Die Wurzelfräse: 135 € am Tag.",
	}, {ID: "über", Document: "über", Title: "Über uns", Language: "de", Text: "Für die Maschine nehmt ihr am besten einen Anhänger mit."}}, Options{})
	for question, wants := range map[string]bool{"Was nehmt ihr für die Maschine am Tag?": true, "Was nehmen wir mit?": false, "Was verdient man an der Maschine?": false} {
		if qu := ix.parse(Query{Text: question}); (qu.facts&stated.Price != 0) != wants {
			t.Errorf("%q wants %b", question, qu.facts)
		}
	}
}
