package material

import (
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/extract/document"
)

func TestAnAnswerIsTakenOutWhereverItStands(t *testing.T) {
	site := Site{pages: []page{
		{path: "prices", document: document.Document{Blocks: []document.Block{
			{Kind: document.KindHeading, Level: 1, Text: "Preise"},
			{Kind: document.KindRow, Text: "Hose\t17,50 €", Header: []string{"Was", "Preis"}},
			{Kind: document.KindRow, Text: "Rock\t32 €", Header: []string{"Was", "Preis"}},
			{Kind: document.KindParagraph, Text: "Wir nähen selbst. Eine Hose kürzen wir für 17.50 Euro. Abholen können Sie abends."},
		}}},
		{path: "payment", document: document.Document{Blocks: []document.Block{
			{Kind: document.KindItem, Text: "Karten nehmen wir im Laden leider nicht"},
			{Kind: document.KindItem, Text: "Im Laden nehmen wir Karten noch nicht, nur Geld."},
			{Kind: document.KindItem, Text: "Geld wechseln wir gern"},
		}}},
	}}
	for i := range site.pages {
		site.pages[i].split()
	}
	for _, c := range []struct{ answer, gone, kept string }{
		{"Hose | 17,50 €", "17", "Wir nähen selbst. Abholen können Sie abends."},
		{"Karten nehmen wir im Laden leider nicht", "Karten", "Geld wechseln wir gern"},
	} {
		passages, ok := site.Without(c.answer)
		var all strings.Builder
		for _, p := range passages {
			all.WriteString(p.Text + "\n")
		}
		if !ok || strings.Contains(all.String(), c.gone) || !strings.Contains(all.String(), c.kept) || !strings.Contains(all.String(), "32 €") {
			t.Errorf("without %q, %v: %s", c.answer, ok, all.String())
		}
	}
	if _, ok := site.Without("Samstags geschlossen"); ok {
		t.Error("what nobody says is taken out")
	}
}
