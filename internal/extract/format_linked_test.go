package extract_test

import (
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/extract"
)

// Servers send many a data file as plain text or as octets: then its address says what it is.
func TestDataFilesThatPagesLinkToAreReadAsSuch_C1(t *testing.T) {
	lines := `{"title":"Inspektion","preis":"49 Euro"}` + "\n" + `{"title":"Politur","preis":"89 Euro"}` + "\n"
	for _, kind := range []string{"text/plain", "application/octet-stream", "", "application/jsonl", "application/x-ndjson"} {
		d, err := extract.New(extract.Options{}).Extract(t.Context(), extract.Input{URL: "https://rad.example/preise.jsonl?v=2", ContentType: kind, Body: []byte(lines)})
		if err != nil || len(d.Blocks) == 0 {
			t.Errorf("%q: %+v, %v", kind, d, err)
			continue
		}
		for _, b := range d.Blocks {
			if strings.ContainsAny(b.Text, `{"`) {
				t.Errorf("%q is read raw: %s", kind, b.Text)
			}
		}
	}
	d, err := extract.New(extract.Options{}).Extract(t.Context(), extract.Input{URL: "https://rad.example/preise.csv", ContentType: "text/plain", Body: []byte("Leistung;Preis\nInspektion;49 Euro\nPolitur;89 Euro\n")})
	if err != nil || len(d.Blocks) == 0 || strings.Contains(d.Blocks[0].Text, ";") {
		t.Errorf("a table: %+v, %v", d, err)
	}
	for _, address := range []string{"https://rad.example/preise.php", "https://rad.example/preise.pdf"} {
		if d, err := extract.New(extract.Options{}).Extract(t.Context(), extract.Input{URL: address, ContentType: "text/plain", Body: []byte("Eine Inspektion kostet 49 Euro.")}); err != nil || len(d.Blocks) != 1 {
			t.Errorf("%s as text: %+v, %v", address, d, err)
		}
	}
}
