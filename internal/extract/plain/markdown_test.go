package plain_test

import (
	"slices"
	"testing"

	"github.com/webchatagent/wca/internal/extract/document"
	"github.com/webchatagent/wca/internal/extract/extracttest"
)

func TestMarkdown(t *testing.T) {
	d := extracttest.File(t, "lieferung.md", "---\ntitle: Lieferung\nlang: de\n---\n# Lieferung & Versand\n\nWir liefern **schnell**,\nmeist [am Tag](https://a.example) danach.\n\n"+
		"## Kosten\n\n| Land | Preis |\n|---|---|\n| Deutschland | 4,90 € |\n\n- eins\n  - zwei\n1. drei\n\n```sh\nwca serve\n```\n\n![Bild](x.png)\n\n<details><summary>Frage?</summary>Antwort.</details>\n")
	if d.Title != "Lieferung" || d.Language != "de" {
		t.Errorf("title %q, language %q", d.Title, d.Language)
	}
	want := []document.Block{
		{Kind: document.KindHeading, Level: 1, Text: "Lieferung & Versand", Anchor: "lieferung--versand"},
		{Kind: document.KindParagraph, Text: "Wir liefern schnell, meist am Tag danach."},
		{Kind: document.KindHeading, Level: 2, Text: "Kosten", Anchor: "kosten"},
		{Kind: document.KindRow, Text: "Deutschland\t4,90 €", Header: []string{"Land", "Preis"}},
		{Kind: document.KindItem, Level: 1, Text: "eins"},
		{Kind: document.KindItem, Level: 2, Text: "zwei"},
		{Kind: document.KindItem, Level: 1, Text: "drei"},
		{Kind: document.KindCode, Text: "wca serve"},
		{Kind: document.KindHeading, Level: 2, Text: "Frage?"},
		{Kind: document.KindParagraph, Text: "Antwort."},
	}
	if len(d.Blocks) != len(want) {
		t.Fatalf("%d blocks: %+v", len(d.Blocks), d.Blocks)
	}
	for i, w := range want {
		g := d.Blocks[i]
		if g.Kind != w.Kind || g.Level != w.Level || g.Text != w.Text || !slices.Equal(g.Header, w.Header) || w.Anchor != "" && g.Anchor != w.Anchor {
			t.Errorf("block %d: got %+v, want %+v", i, g, w)
		}
	}
}

// A number that begins an item is none of a list within it.
func TestAnItemInMarkdownKeepsItsNumber(t *testing.T) {
	d := extracttest.File(t, "feiertage.md", "# Besondere Tage\n\n- Heiligabend: geschlossen\n- 1. Weihnachtsfeiertag: 10–14 Uhr\n- 2) Stock\n- Kurse\n  1. Rock\n  2. Walzer\n")
	want := []document.Block{
		{Kind: document.KindHeading, Level: 1, Text: "Besondere Tage"}, {Kind: document.KindItem, Level: 1, Text: "Heiligabend: geschlossen"}, {Kind: document.KindItem, Level: 1, Text: "1. Weihnachtsfeiertag: 10–14 Uhr"},
		{Kind: document.KindItem, Level: 1, Text: "2) Stock"}, {Kind: document.KindItem, Level: 1, Text: "Kurse"}, {Kind: document.KindItem, Level: 2, Text: "Rock"}, {Kind: document.KindItem, Level: 2, Text: "Walzer"},
	}
	for i, w := range want {
		if len(d.Blocks) != len(want) || d.Blocks[i].Kind != w.Kind || d.Blocks[i].Level != w.Level || d.Blocks[i].Text != w.Text {
			t.Fatalf("got %+v, want %+v", d.Blocks, want)
		}
	}
}

// A note is read at the end of the section that refers to it, and its sign is no text.
func TestNotesInMarkdownStandInTheSectionThatRefersToThem(t *testing.T) {
	d := extracttest.File(t, "a.md", "# Gesetz\n\n## § 1 Rücktritt\n\n[^a_1]\n\nDer Käufer kann zurücktreten.[^b]\n\n| Frist |\n|--|\n| zwei Wochen[^c] |\n\n## § 2 Haftung\n\n"+
		"Der Verkäufer haftet [^ohne].\n\n[^a_1]:     **Amtlicher Hinweis:** Diese Vorschrift\n    setzt eine Richtlinie um.\n[^b]: Erster Absatz.\n\n    Zweiter Absatz.\n[^c]: Ab Zugang.\n[^d]: Niemand verweist darauf.\n")
	var got []string
	for _, b := range d.Blocks {
		got = append(got, b.Text)
	}
	want := []string{"Gesetz", "§ 1 Rücktritt", "Der Käufer kann zurücktreten.", "zwei Wochen",
		"Amtlicher Hinweis: Diese Vorschrift setzt eine Richtlinie um.", "Erster Absatz.", "Zweiter Absatz.", "Ab Zugang.", "§ 2 Haftung", "Der Verkäufer haftet [^ohne]."}
	if !slices.Equal(got, want) {
		t.Errorf("read %q, want %q", got, want)
	}
}

func TestLinesOfAnAddressInMarkdownStayLines(t *testing.T) {
	d := extracttest.File(t, "kontakt.md", "# Kontakt\n\nTischlerei Ahorn\nGartenweg 3\n01067 Dresden\nTelefon 0351 5550123\n\nWir beraten Sie gern\nund kommen auf Wunsch\nauch zu Ihnen.\n")
	var texts []string
	for _, b := range d.Blocks {
		texts = append(texts, b.Text)
	}
	want := []string{"Kontakt", "Tischlerei Ahorn\nGartenweg 3\n01067 Dresden\nTelefon 0351 5550123", "Wir beraten Sie gern und kommen auf Wunsch auch zu Ihnen."}
	if !slices.Equal(texts, want) {
		t.Errorf("got %q, want %q", texts, want)
	}
}
