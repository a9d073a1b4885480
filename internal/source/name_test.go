package source

import "testing"

func TestDocumentsWithoutATitleHaveAName(t *testing.T) {
	for address, want := range map[string]string{
		"/home/maria.huber/Kunden/Preise 2026.csv":              "Preise 2026.csv",
		`C:\Users\Maria Huber\Kunden\preise.csv`:                "preise.csv",
		"/srv/Rechnung\u202efdp\u2066.csv":                      "Rechnungfdp.csv",
		"preise.csv":                                            "preise.csv",
		"https://www.example.de/files/Gr%C3%B6%C3%9Fen.pdf?v=2": "Größen.pdf",
		"https://www.example.de/":                               "www.example.de",
		"https://www.example.de/produkte/123/":                  "www.example.de/produkte/123",
		"https://www.example.de/kontakt.html#anfahrt":           "www.example.de/kontakt.html",
	} {
		if got := Called(address, address); got != want {
			t.Errorf("%s is called %q, not %q", address, got, want)
		}
	}
	if got := Called("Preise", "/srv/preise.csv"); got != "Preise" {
		t.Errorf("a title is made %q", got)
	}
}
