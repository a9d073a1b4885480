package stated

import "testing"

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
