package plain_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/extract/document"
	"github.com/webchatagent/wca/internal/extract/extracttest"
)

// The values of a product stay together and keep their names, in feeds as shops export them.
func TestProductFeeds(t *testing.T) {
	for name, body := range map[string]string{
		"feed.json": `{"products":[{"title":"Mäher","price":{"value":"199.00","currency":"EUR"},"tags":["Garten","Motor"]},{"title":"Harke","price":{"value":"19.00","currency":"EUR"},"tags":[]}]}`,
		"feed.xml": `<?xml version="1.0"?><shop><name>Hof</name><products><product><title>Mäher</title><price><value>199.00</value><currency>EUR</currency></price><tags>Garten</tags><tags>Motor</tags></product>` +
			`<product><title>Harke</title><price><value>19.00</value><currency>EUR</currency></price></product></products><note>Ende</note></shop>`,
	} {
		d := extracttest.File(t, name, body)
		var rows []string
		for _, b := range d.Blocks {
			if b.Kind == document.KindRow {
				rows = append(rows, strings.TrimRight(b.Text, "\t"))
				if !slices.Equal(b.Header, []string{"title", "price value", "price currency", "tags"}) {
					t.Errorf("%s: names %q", name, b.Header)
				}
			}
		}
		if !slices.Equal(rows, []string{"Mäher\t199.00\tEUR\tGarten, Motor", "Harke\t19.00\tEUR"}) {
			t.Errorf("%s: %q of %+v", name, rows, d.Blocks)
		}
	}
}

// Sections of text and lists of lists are no rows.
func TestXMLThatIsNoFeed(t *testing.T) {
	d := extracttest.File(t, "a.xml", `<?xml version="1.0"?><buch><kapitel><titel>Eins</titel>Text davor<p>Erster</p></kapitel><kapitel><titel>Zwei</titel>Noch Text<p>Zweiter</p></kapitel><ende>Schluss</ende></buch>`)
	extracttest.BlocksAre(t, d, "paragraph:Eins", "paragraph:Text davor", "paragraph:Erster", "paragraph:Zwei", "paragraph:Noch Text", "paragraph:Zweiter", "paragraph:Schluss")
	d = extracttest.File(t, "b.xml", `<?xml version="1.0"?><shop><gruppe><name>Garten</name><artikel><name>Harke</name><preis>19</preis></artikel><artikel><name>Rechen</name><preis>12</preis></artikel></gruppe>`+
		`<gruppe><name>Küche</name><artikel><name>Topf</name><preis>30</preis></artikel><artikel><name>Sieb</name><preis>8</preis></artikel></gruppe></shop>`)
	extracttest.BlocksAre(t, d, "paragraph:Garten", "row:Harke\t19", "row:Rechen\t12", "paragraph:Küche", "row:Topf\t30", "row:Sieb\t8")
}
