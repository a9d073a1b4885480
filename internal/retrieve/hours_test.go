package retrieve

import (
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/passage"
)

// The hours of a weekday may be told without its word, and what takes place on it is not when there is open.
func TestTheHoursOfAWeekdayAreThoseOfTheWeek(t *testing.T) {
	page := func(document, text string) passage.Passage {
		return passage.Passage{ID: document, Document: document, Address: "https://c.example/" + document, Title: document, Headings: []string{document}, Text: text, Language: "de"}
	}
	ix := Build([]passage.Passage{
		page("Laden", "Lange Straße 22, Bamberg. Unter der Woche ist von 9:30 bis 18:30 Uhr geöffnet, samstags von 9:30 bis 16 Uhr."),
		page("Vorlesen", "Jeden Dienstag um 16 Uhr liest Hanne vor, für Kinder von drei bis sechs."),
	}, Options{})
	q := Query{Text: "habt ihr morgen offen", Language: "de", Now: aMonday, K: 3}.Meant()
	anyDay, ok := q.OnAnyDay()
	if !ok || ix.TellsOpening(ix.Search(q)) {
		t.Errorf("%q asks for a weekday: %v", q.Text, ok)
	}
	if found := ix.Search(anyDay); !ix.TellsOpening(found) || !strings.Contains(texts(ix.Quote(found, 1))[0], "Unter der Woche") {
		t.Errorf("is answered %q", texts(ix.Quote(found, 1)))
	}
	for _, text := range []string{"Wann liest Hanne am Dienstag?", "habt ihr an Weihnachten offen", "habt ihr offen"} {
		if _, ok := (Query{Text: text, Language: "de", Now: aMonday}).Meant().OnAnyDay(); ok {
			t.Errorf("%q asks for the hours of a weekday", text)
		}
	}
}
