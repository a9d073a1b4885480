package retrieve

import (
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/passage"
)

func TestWhoAsksForAFeastFindsItsDate(t *testing.T) {
	piece := func(id, text string) passage.Passage {
		p := passage.Passage{ID: id, Document: id, Text: text}
		Analyse(&p)
		return p
	}
	for _, c := range []struct{ question, want string }{
		{"Haben Sie Heiligabend offen?", "Am 24."},
		{"Habt ihr an Weihnachten auf?", "Am 24."},
		{"Wie ist an Silvester geöffnet?", "Am 24."},
		{"Ist an Neujahr jemand da?", "Vom 27."},
	} {
		ix := Build([]passage.Passage{
			piece("a", "Montag bis Freitag 8 bis 18 Uhr, Samstag 9 bis 13 Uhr."),
			piece("b", "Am 24. und 31. Dezember haben wir von 8 bis 12 Uhr geöffnet."),
			piece("c", "Vom 27. Dezember bis 5. Januar machen wir Betriebsferien."),
			piece("d", "Unsere Weihnachtsfeier war ein Erfolg. Wir danken allen Gästen."),
			piece("e", "Geöffnet ist der Garten vom 1. Oktober bis 31. März."),
		}, Options{})
		q := Query{Text: c.question, K: 3}
		if best := ix.Quote(ix.Search(q), 1); len(best) != 1 || !strings.HasPrefix(best[0].Text, c.want) {
			t.Errorf("%q is answered %q", c.question, texts(best))
		}
	}
	english := Build([]passage.Passage{
		piece("a", "We are open Monday to Friday from 8 to 6."),
		piece("b", "On 24 and 31 December the practice closes at noon."),
		piece("c", "Our new carpets arrive every week."),
	}, Options{})
	for _, question := range []string{"Are you open on Christmas Eve?", "Is the practice open on New Year's Eve?"} {
		q := Query{Text: question, K: 3}
		if best := english.Quote(english.Search(q), 1); len(best) != 1 || !strings.HasPrefix(best[0].Text, "On 24") {
			t.Errorf("%q is answered %q", question, texts(best))
		}
	}
}
