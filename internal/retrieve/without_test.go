package retrieve

import (
	"testing"

	"github.com/webchatagent/wca/internal/passage"
)

func TestHowItGoesWithIsNoAnswerToHowItGoesWithout(t *testing.T) {
	ix := Build([]passage.Passage{{ID: "1", Document: "p", Address: "https://g.example/p", Title: "Anreise", Language: "de",
		Text: "Mit dem Auto kommen Sie über die Abfahrt Süd zu uns, folgen Sie dort dem braunen Schild bis zum Parkplatz hinter dem Haus, von dem ein Fußweg an die Kasse geht. Wer mit der Bahn kommt, fährt bis Wendorf und nimmt dort den Bus 418, der alle halbe Stunde vor dem Bahnhof abfährt und direkt bei uns hält. Für den Rückweg gilt dasselbe in der anderen Richtung."}}, Options{})
	query := Query{Text: "Wie komme ich ohne Auto zu Ihnen?", K: 6}
	best := ix.Quote(ix.Search(query), 1)
	if len(best) != 1 || best[0].Text[:3] != "Wer" {
		t.Errorf("quoted %q", texts(best))
	}
}

func TestAHeadingTellsWithWhatItGoes(t *testing.T) {
	piece := func(id, heading, text string) passage.Passage {
		return passage.Passage{ID: id, Document: "p", Ordinal: int(id[0] - '1'), Address: "https://g.example/p", Title: "Anreise", Headings: []string{"Anreise", heading}, Language: "de", Text: text}
	}
	ix := Build([]passage.Passage{
		piece("1", "Mit dem Auto", "Von der Abfahrt Süd sind es noch neun Kilometer. Parkplätze gibt es kostenlos auf dem Hof."),
		piece("2", "Mit Bus und Bahn", "Vom Bahnhof Wendorf fährt der Bus 418 bis vor unsere Tür."),
	}, Options{})
	query := Query{Text: "Wie komme ich ohne Auto zu Ihnen?", K: 6}
	best := ix.Quote(ix.Search(query), 1)
	if len(best) != 1 || best[0].Passage.ID != "2" {
		t.Errorf("quoted %q", texts(best))
	}
}

func TestACompoundIsWhatItsLastWordSays(t *testing.T) {
	ix := Build([]passage.Passage{{ID: "1", Document: "p", Address: "https://g.example/p", Title: "Nova", Language: "de",
		Text: "Vertrieben werden soll das Nova zusammen mit einem Genion-L-Vertrag zum Preis von rund 49 Euro.\nOhne Vertrag schlägt es mit 449 Euro zu Buche."}}, Options{})
	if best := ix.Quote(ix.Search(Query{Text: "Preis Nova ohne Vertrag"}), 1); len(best) != 1 || best[0].Text[:4] != "Ohne" {
		t.Errorf("quoted %q", texts(best))
	}
}
