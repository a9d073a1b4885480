package webpage_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/extract/charset"
	"github.com/webchatagent/wca/internal/extract/webpage"
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
		"praxis.html":    "Wurzelbehandlung|Bleaching|Kieferorthopädie|Kinderbehandlung|Parodontitis|Schnarchschiene|Füllungen|Zahnersatz|Unter dem Mikroskop entfernen wir entzündetes Gewebe und erhalten den Zahn oft über viele Jahre.|Wir hellen Ihre Zähne schonend in einer Sitzung von rund einer Stunde auf.|Unsichtbare Schienen richten schiefe Zähne, ohne dass es jemand bemerkt.|Kinder ab drei Jahren lernen bei uns spielerisch den Behandlungsstuhl kennen.|Wir behandeln Zahnfleischentzündungen mit Laser und regelmäßiger Nachsorge.|Eine individuell gefertigte Schiene hält die Atemwege nachts frei.|Wir verwenden ausschließlich Keramik und Komposit, kein Amalgam.|Kronen und Brücken kommen aus unserem eigenen Labor im Haus.|Dr. Eva Sommer|Dr. Jan Peters|Mara Lind|Tim Brandt|Sina Kurz|Oya Demir|Zahnärztin, Implantologie|Oralchirurg|Prophylaxe|Empfang|Zahntechnikerin|Auszubildende|Professionelle Zahnreinigung|Bleaching pro Kiefer|Kunststofffüllung ab|Sportmundschutz|Schnarchschiene|Zahnschmuck|Lachgas je Sitzung|Schienenset|Fluoridierung|Ersttermin Beratung|95 €|249 €|60 €|85 €|590 €|30 €|70 €|1.890 €|25 €|kostenlos|Wie bekomme ich einen Termin?|Was mache ich bei Schmerzen?|Kann ich in Raten zahlen?|Sprechen Sie Englisch?|Ist die Praxis barrierefrei?|Gibt es Parkplätze?|Telefonisch oder über das Formular, meist innerhalb von drei Tagen.|Kommen Sie morgens um acht, wir schieben Sie dazwischen.|Ja, ab 200 Euro in bis zu zwölf Raten.|Englisch, Türkisch und Französisch.|Aufzug und breite Türen sind vorhanden.|Im Hof stehen vier Plätze.|Mo 8–18|Mi 8–12|79098 Freiburg|12 34 56|Rathausgasse 4|strahlungsarmen|!Cookies|!Datenschutz",
		"typo3.html":     "Bürgerbüro|22,80|37,00|10 Jahre|mitbringen?|Passbild|Petra Klein|555-12|8 bis 12|14 bis 18|72469|!Impressum",
	} {
		body, err := os.ReadFile(filepath.Join("testdata", "sites", name))
		if err != nil {
			t.Fatal(err)
		}
		d, err := webpage.Read(charset.Decode(body, "text/html; charset=utf-8"), "https://www.example.de/")
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
