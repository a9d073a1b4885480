package passage

import (
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/extract/document"
)

// A passage with signs of dishes says what they stand for, whichever way the note below the menu is written.
func TestSignsOfDishesAreExplained(t *testing.T) {
	for _, note := range []string{
		"Allergene: a = glutenhaltiges Getreide, c = Eier, d = Fisch, g = Milch. Zusatzstoffe: 1 = mit Farbstoff",
		"Allergene: a) glutenhaltiges Getreide, c) Eier, d) Fisch, g) Milch\nZusatzstoffe: 1) mit Farbstoff",
		"(a) glutenhaltiges Getreide (c) Eier (d) Fisch (g) Milch (1) mit Farbstoff",
		"a: glutenhaltiges Getreide; c: Eier; d: Fisch; g: Milch; 1: mit Farbstoff",
		"a glutenhaltiges Getreide, c Eier, d Fisch, g Milch, 1 = mit Farbstoff",
		"a – glutenhaltiges Getreide | c – Eier | d – Fisch | g – Milch | 1 – mit Farbstoff",
	} {
		got := Split(document.Document{Blocks: []document.Block{
			{Kind: document.KindHeading, Level: 1, Text: "Hauptgerichte"},
			{Kind: document.KindRow, Text: "Schnitzel a,c\t22,90 €"}, {Kind: document.KindRow, Text: "Eis (g)\t4 €"}, {Kind: document.KindRow, Text: "Limonade (1)\t3,20 €"},
			{Kind: document.KindHeading, Level: 1, Text: "Anfahrt"}, {Kind: document.KindParagraph, Text: "Linie 12 (b) hält am Markt."},
			{Kind: document.KindHeading, Level: 1, Text: "Hinweise"}, {Kind: document.KindParagraph, Text: note},
		}}, Options{})
		if len(got) != 3 || !strings.HasSuffix(got[0].Text, "\na = glutenhaltiges Getreide, c = Eier, g = Milch, 1 = mit Farbstoff") || strings.Contains(got[1].Text, "=") || got[2].Text != note {
			t.Errorf("%s:\n%+v", note, got)
		}
	}
	// Other notes are none about dishes, and of two that say different things none counts.
	for _, notes := range [][]string{
		{"a = Erdgeschoss, c = Keller, g = Garten"},
		{"a = Gluten, c = Eier, g = Milch", "a = Eier, c = Milch, g = Gluten"},
	} {
		blocks := []document.Block{{Kind: document.KindRow, Text: "Schnitzel (a,c,g)\t22,90 €"}}
		for _, n := range notes {
			blocks = append(blocks, document.Block{Kind: document.KindHeading, Level: 1, Text: "Hinweis"}, document.Block{Kind: document.KindParagraph, Text: n})
		}
		if got := Split(document.Document{Blocks: blocks}, Options{}); strings.Contains(got[0].Text, "=") {
			t.Errorf("%q:\n%+v", notes, got)
		}
	}
}
