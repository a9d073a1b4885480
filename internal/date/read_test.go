package date

import (
	"fmt"
	"strings"
	"testing"
)

func TestDatesAreRead(t *testing.T) {
	for text, want := range map[string]string{
		"Am 24. und 31. Dezember haben wir von 8 bis 12 Uhr geöffnet.": "24.12. 31.12.",
		"Vom 27. Dezember bis 5. Januar sind Betriebsferien.":          "27.12. –5.1.",
		"24.–26. Dezember geschlossen":                                 "24.12. –26.12.",
		"Geschlossen: 24.12.2026 bis 6.1.2027":                         "24.12. –6.1.",
		"Am 24.12., 25.12. und 1.1. ist zu.":                           "24.12. 25.12. 1.1.",
		"Am Donnerstag, dem 24. Dezember 2026, schließen wir um 12.":   "24.12.",
		"We are closed from December 24 to 26.":                        "24.12. –26.12.",
		"Closed on 24th and 25th December, open on the 27th.":          "24.12. 25.12.",
		"24 Gäste kamen im Dezember.":                                  "",
		"In December 24 people came, may 3 more come.":                 "24.12.",
		"Sie kostet 24,12 Euro und wiegt 24.12 kg.":                    "",
		"Montag bis Freitag 8 bis 18 Uhr":                              "",
		"Offen 8 bis 12 am 24. Dezember, am 24./25.12. und ab 2. 1.":   "24.12. 24.12. 25.12. 2.1.",
		"Anmeldeschluss 30.09.":                                        "30.9.",
		"am 1. mai und im juni, january 6th or 7th":                    "1.5. 6.1. 7.1.",
		"the 3rd of March, due 2027-02-21T10:00":                       "3.3. 21.2.",
		"Kapitel 2.1.3, Version 7.2.0.3, Rechner 172.16.8.52, § 31.12": "",
		"You may 3 times, A24 Dezember, 24h Juni":                      "",
	} {
		var got []string
		for _, d := range In(text) {
			one := fmt.Sprintf("%d.%d.", d.Day, d.Month)
			if d.Until {
				one = "–" + one
			}
			got = append(got, one)
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q has the dates %q, want %q", text, s, want)
		}
	}
}
