package retrieve

import (
	"strings"
	"testing"
)

// Of two branches beside each other the hours of the one that is named are told, also where only the other one has any on
// the day asked for.
func TestTheNamedBranchIsTold(t *testing.T) {
	branch := func(n int, name, text string) Passage {
		return Passage{ID: name, Document: "filialen", Ordinal: n, Title: "Filialen", Headings: []string{"Filialen", name}, Text: text, Language: "de"}
	}
	ix := Build([]Passage{
		branch(0, "Filiale Nord", "Nordring 12, 23552 Lübeck. Mit einem kleinen Café und Kuchen vom Blech.\nMontag bis Freitag 6 bis 18 Uhr, Samstag 6 bis 13 Uhr"),
		branch(1, "Filiale Süd", "Südallee 3, 23560 Lübeck. Die größte unserer Filialen, mit Parkplätzen vor dem Haus.\nMontag bis Freitag 7 bis 19 Uhr, Samstag 7 bis 14 Uhr, Sonntag 8 bis 11 Uhr"),
		branch(2, "Filiale Travemünde", "Vorderreihe 8, 23570 Travemünde\nTäglich 6.30 bis 17 Uhr"),
	}, Options{})
	for question, want := range map[string]string{
		"Wann hat die Filiale Nord offen?":                      "6 bis 18 Uhr",
		"Hat die Filiale Nord sonntags offen?":                  "6 bis 18 Uhr",
		"Wann hat die Filiale Travemünde am Samstag geöffnet?":  "Täglich 6.30 bis 17 Uhr",
		"Wo ist die Filiale Süd?":                               "Südallee 3",
		"Öffnungszeiten Travemünde":                             "Täglich 6.30 bis 17 Uhr",
		"Welche von Nord und Süd hat am Samstag länger offen?":  "",
		"Wann habt ihr am Sonntag geöffnet, gern irgendwo hin?": "",
	} {
		query := Query{Text: question, Language: "de"}
		headings := map[string]bool{}
		var text strings.Builder
		for _, q := range Whole(ix.Quote(ix.Search(query), 3)) {
			headings[q.Passage.Heading()] = true
			text.WriteString(q.Text + "\n")
		}
		if want != "" && (len(headings) != 1 || !strings.Contains(text.String(), want)) || want == "" && len(headings) == 0 {
			t.Errorf("%q is answered from %v:\n%s", question, headings, text.String())
		}
	}
}
