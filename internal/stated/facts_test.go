package stated

import (
	"testing"

	"github.com/webchatagent/wca/internal/word"
)

func TestPostcodesAndStreetsAreNotMissedBeforeTheyAreLookedFor(t *testing.T) {
	for _, text := range []string{"LS5 3BT", "Leeds LS5 3BT, England", "12 Kirkstall Lane, Leeds LS5 3BT", "W1A 1AA"} {
		if britishPostcode.MatchString(text) && !mayHavePostcode(text) || FactsIn(text, nil)&Place == 0 {
			t.Errorf("no postcode in %q", text)
		}
	}
	for _, text := range []string{"Am Güterschuppen 7", "An der alten Mühle 12a", "Im Winkel 3", "Zur Post 1", "Unter den Linden 77", "Hinter der Mauer 5"} {
		if FactsIn(text, nil)&Place == 0 {
			t.Errorf("no street in %q", text)
		}
	}
	for _, text := range []string{"", "A", " 3BT", "Wir liefern 3 BT an", "Am Abend um acht"} {
		if FactsIn(text, nil)&Place != 0 {
			t.Errorf("a place in %q", text)
		}
	}
}

func TestHoursWithAPointAreHoursBesideAWeekday(t *testing.T) {
	for text, want := range map[string]Facts{
		"Tag: Montag · Vormittag: 8.00–12.00":      Time,
		"Samstag 8.30 bis 11.30":                   Time,
		"Menü 8.00–12.00":                          0,
		"Montag: Menü 8.00–12.00 CHF":              0,
		"Montag, 12.10.–14.10.":                    0,
		"Montag · Zelt: 8.00–12.00 €, ab 75.00 €":  0,
		"Dienstag, Version 1.80–2.90 ist erledigt": 0,
	} {
		if got := FactsOf(text, word.Tokens(text, "de"), "de") & Time; got != want {
			t.Errorf("%q states a time: %v", text, got != 0)
		}
	}
}

// "08.05.2027" has as many digits as a telephone number, and is none.
func TestDatesInNumbersAreDates(t *testing.T) {
	for text, date := range map[string]bool{
		"Startdatum: 08.05.2027": true, "Beginn am 18.02.27": true, "am 1.2.2027": true,
		"Tel. 0511.22334455": false, "Version 1.13.2027": false, "Art.-Nr. 41.05.2027": false,
	} {
		tokens := word.Tokens(text, "de")
		facts := FactsIn(text, tokens)
		if facts&Date != 0 != date || date && facts&Phone != 0 || AmountWhen.StatedIn(text, tokens) != date {
			t.Errorf("%q: facts %b, when: %v", text, facts, AmountWhen.StatedIn(text, tokens))
		}
	}
}
