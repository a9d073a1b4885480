package extract_test

import (
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/extract/document"
	"github.com/webchatagent/wca/internal/extract/extracttest"
)

// What customers said is no heading, and their names no text of their own.
func TestQuotationsAreText(t *testing.T) {
	d := extracttest.File(t, "said.html", `<main><h1>„Wie neu geboren“</h1><p>So schlafen unsere Gäste.</p>
		<h2>„Nie besser geschlafen!“</h2><p>Erika M., Bremen</p><h2>"The best bed ever."</h2><p>Tom, Leeds</p>
		<h2>„Die Natur ist kein Parkplatz“</h2><p>Das sagt unser Förster, wenn er durch den Wald geht und die Autos sieht, die dort am Sonntag stehen.</p>
		<h2>„Der zerbrochne Krug“</h2><p>Samstag, 20 Uhr</p><h2>„Nathan der Weise“</h2><p>Eintritt 12 €</p>
		<h2>Zimmer „Elbe“</h2><p>ab 90 €</p></main>`)
	var headings []string
	for _, b := range d.Blocks {
		if b.Kind == document.KindHeading {
			headings = append(headings, b.Text)
		}
	}
	if got := strings.Join(headings, "|"); got != "„Wie neu geboren“|„Die Natur ist kein Parkplatz“|„Der zerbrochne Krug“|„Nathan der Weise“|Zimmer „Elbe“" {
		t.Errorf("headings %s", got)
	}
	if !strings.Contains(d.Text(), "„Nie besser geschlafen!“") {
		t.Errorf("lost: %s", d.Text())
	}
}
