package retrieve

import "testing"

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
		best := ix.Quote(q, ix.Search(q).Hits, 3)
		if len(best) != 1 || best[0].Silent || best[0].Text != want {
			t.Errorf("%q is answered %+v, want %q", question, texts(best), want)
		}
	}
}
