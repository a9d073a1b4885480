package extract

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestSmallSites reads pages as the site builders of small firms write them. What
// visitors ask for must not be lost, wherever it stands: prices, opening hours,
// address and phone, questions that open by a click. "!" marks what must not stay.
func TestSmallSites(t *testing.T) {
	for name, facts := range map[string]string{
		"wix.html":       "52 €|Strähnen ab 65|Trockenschnitt 24|Bart 12|Di – Fr: 9|Montag Ruhetag|Termin buchen|nur dienstags|50672 Köln|98 76 54|hallo@haarwerk|!Cookies|!Kontakt",
		"elementor.html": "0761 123|Mo–Do 8–18|Angstpatienten|3D-Planung|95 €|Kassenpatienten?|alle Kassen|vier Plätze|geschlossen|79098 Freiburg|Kaiser-Joseph|!optimales|!Datenschutz",
		"jimdo.html":     "Küche bis 21|Flädlesuppe 5,80|6,50|24,90|14,50|8,90|11:30|Ruhetag|4711|!Sitemap|!Anmelden",
		"shopify.html":   "11,90|23,80|Brandenburg|Omega 3|8 Wochen|4,90 €|15913|14–18|Versandkostenfrei|!Newsletter",
		"typo3.html":     "Bürgerbüro|22,80|37,00|10 Jahre|mitbringen?|Passbild|Petra Klein|555-12|8 bis 12|14 bis 18|72469|!Impressum",
	} {
		body, err := os.ReadFile(filepath.Join("testdata", "sites", name))
		if err != nil {
			t.Fatal(err)
		}
		d, err := readHTML(Input{ContentType: "text/html; charset=utf-8", URL: "https://www.example.de/", Body: body})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		text := d.Text()
		for fact := range strings.SplitSeq(facts, "|") {
			unwanted, bad := strings.CutPrefix(fact, "!")
			if bad && strings.Contains(text, unwanted) {
				t.Errorf("%s: %q is content", name, unwanted)
			} else if !bad && !strings.Contains(text, fact) {
				t.Errorf("%s: %q is lost", name, fact)
			}
		}
	}
}
