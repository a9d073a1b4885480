package retrieve

import (
	"testing"

	"github.com/webchatagent/wca/internal/passage"
)

// Words that are alike in kind have their strongest components in common, whatever they mean: by vectors
// alone, questions are to find their texts among many of the same kind.
func TestVectorsTellTextsOfOneKindApart(t *testing.T) {
	asked := [][2]string{
		{"Wird die Ware zu mir nach Hause gebracht?", "Wir liefern Möbel mit eigenem Lastwagen bis in die Wohnung, auch in obere Stockwerke."},
		{"Kann ich in Raten bezahlen?", "Den Kaufpreis können Sie über zwölf Monate verteilt überweisen, Zinsen verlangen wir dafür nicht."},
		{"Darf ich meinen Hund mitbringen?", "Tiere sind in unseren Verkaufsräumen willkommen, solange sie an der Leine bleiben."},
		{"Gibt es Arbeit bei euch?", "Wir suchen Verstärkung im Verkauf, Bewerbungen richten Sie an unsere Personalabteilung."},
		{"Repariert ihr kaputte Stühle?", "In der Werkstatt leimen wir lose Beine und erneuern gerissene Polster."},
		{"Wo kann ich mein Auto abstellen?", "Parkplätze stehen hinter dem Haus kostenlos zur Verfügung, die Einfahrt liegt an der Rückseite."},
		{"Was, wenn mir das Sofa nicht gefällt?", "Innerhalb von vierzehn Tagen nehmen wir Möbel unbeschädigt zurück und erstatten den Betrag."},
		{"How long is the guarantee?", "Our furniture comes with a warranty of five years that covers defects in materials and workmanship."},
		{"Can I get something to eat?", "The restaurant on the second floor serves breakfast, soups and homemade cakes."},
		{"Do you offer vouchers?", "Gift cards are sold at the counter for any amount and remain valid for three years."},
		{"Is there anything for kids?", "Children play in the supervised corner next to the beds while parents look around."},
		{"Do you help with planning a kitchen?", "Our advisers draw your new cooking space with you, measure the room and order the appliances."},
	}
	var passages []passage.Passage
	for _, a := range asked {
		passages = append(passages, passage.Passage{ID: a[1], Document: a[1], Text: a[1]})
	}
	ix := Build(passages, Options{})
	right := 0
	for i, a := range asked {
		qu, s := ix.parse(Query{Text: a[0]}), newScratch(ix)
		ix.cosines(qu, s)
		best := 0
		for k, c := range s.cosine {
			if c > s.cosine[best] {
				best = k
			}
		}
		if best == i {
			right++
		} else {
			t.Logf("%q leads to %q", a[0], asked[best][1])
		}
	}
	if right < 8 {
		t.Errorf("%d of %d questions find their text by vectors", right, len(asked))
	}
}
