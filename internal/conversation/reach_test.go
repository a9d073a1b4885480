package conversation

import (
	"strings"
	"testing"
)

func TestHowAFirmIsReachedCanBeTapped(t *testing.T) {
	for text, want := range map[string]string{
		"Telefon: 08049 91 20-0, E-Mail: a@b.example":     "Telefon: [08049 91 20-0](tel:0804991200), E-Mail: [a@b.example](mailto:a@b.example)",
		"Laden (Phone: +49 (0)30 23125 140); info@c.org.": "Laden (Phone: [+49 (0)30 23125 140](tel:+493023125140)); [info@c.org](mailto:info@c.org).",
		"Tel. 0511/123456 (Mo–Fr 08–12 Uhr)":              "Tel. [0511/123456](tel:0511123456) (Mo–Fr 08–12 Uhr)",
		"über die Seite „Kontakt“, 01277 Dresden":         "über die Seite „Kontakt“, 01277 Dresden",
		"IBAN DE02 1203 0000 0000 2020 51":                "IBAN DE02 1203 0000 0000 2020 51",
		"[Rufen Sie an](tel:0511123456), 0511 123456":     "[Rufen Sie an](tel:0511123456), 0511 123456",
		"USt 012/345/67890":                               "USt 012/345/67890",
	} {
		if got := tappable(text); got != want {
			t.Errorf("%q is told as %q, want %q", text, got, want)
		}
		if got := WithoutTaps(want); !strings.Contains(text, "[") && got != text {
			t.Errorf("%q is read as %q, want %q", want, got, text)
		}
	}
}

func TestWhatCannotBeTappedIsReadAsText(t *testing.T) {
	for text, want := range map[string]string{
		"[Rufen Sie an](tel:+49511123456) oder [schreiben Sie](mailto:a@b.example).": "Rufen Sie an (+49511123456) oder schreiben Sie (a@b.example).",
		"Samstags [1], [Zeiten](https://b.example/zeiten)":                           "Samstags [1], [Zeiten](https://b.example/zeiten)",
	} {
		if got := WithoutTaps(text); got != want {
			t.Errorf("%q is read as %q, want %q", text, got, want)
		}
	}
}

// Hours beside a number are not dialled.
func TestHoursAreNoPartOfANumber(t *testing.T) {
	const number = "[0221 998877](tel:0221998877)"
	for text, want := range map[string]string{
		"0221 998877 (8–18 Uhr)":               number + " (8–18 Uhr)",
		"0221 998877 8–18 Uhr":                 number + " 8–18 Uhr",
		"0221 998877 8 bis 18 Uhr":             number + " 8 bis 18 Uhr",
		"0221 998877 8:00–18:00":               number + " 8:00–18:00",
		"0221 998877 8.30–12.30 Uhr":           number + " 8.30–12.30 Uhr",
		"0221 998877 9am to 5pm":               number + " 9am to 5pm",
		"08–12 / 13–17 Uhr":                    "08–12 / 13–17 Uhr",
		"Tel. 0221 998877, Mo–Fr 08–12 13 Uhr": "Tel. " + number + ", Mo–Fr 08–12 13 Uhr",
		"0221 998877 12":                       "[0221 998877 12](tel:022199887712)",
	} {
		if got := tappable(text); got != want {
			t.Errorf("%q is told as %q, want %q", text, got, want)
		}
	}
}
