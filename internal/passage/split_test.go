package passage

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/extract/document"
)

// A value that is cut in two is recognised as personal data in neither half: what leaves the server for vectors
// would have it.
func TestALongSentenceIsCutBetweenValues_D2(t *testing.T) {
	for name, made := range map[string]struct{ value, between string }{
		"with commas":    {"+49 511 10%05d", ", "},
		"without commas": {"+49 511 10%05d", " oder "},
		"without spaces": {"0511/10%05d", ","},
		"as one word":    {"0511-10%05d", "_"},
		"in Japanese":    {"0511-10%05d", "です電話番号"},
	} {
		var values []string
		for n := range 400 {
			values = append(values, fmt.Sprintf(made.value, n))
		}
		text := strings.Join(values, made.between)
		for limit := 20; limit < 60; limit++ {
			pieces := cutLong(text, limit)
			if got := strings.Join(strings.Fields(strings.Join(pieces, " ")), ""); len(pieces) < 3 || len(got) != len(strings.Join(strings.Fields(text), "")) {
				t.Fatalf("%s, limit %d: %d pieces of %d bytes", name, limit, len(pieces), len(got))
			}
			whole := 0
			for _, piece := range pieces {
				for _, value := range values {
					whole += strings.Count(piece, value)
				}
				if n := countWords(piece); strings.Contains(piece, " ") && n > limit {
					t.Errorf("%s, limit %d: a piece of %d words", name, limit, n)
				}
			}
			if whole != len(values) {
				t.Errorf("%s, limit %d: %d of %d values are whole", name, limit, whole, len(values))
			}
		}
	}
}

// Whatever a document is like, what is read closely for one answer is bounded: no passage is longer than a few pages, and
// nothing is lost.
func TestNoPassageIsEndless(t *testing.T) {
	words := func(word, between string) string { return strings.Repeat(word+between, 200_000/len(word+between)) }
	for name, b := range map[string]document.Block{
		"a row":                  {Kind: document.KindRow, Text: words("Schraube", ", ") + "\t" + words("5", " "), Header: []string{"Artikel", "Preise"}},
		"an item":                {Kind: document.KindItem, Text: words("Schraube", " ")},
		"code":                   {Kind: document.KindCode, Text: words("let a = b", "\n")},
		"code in one line":       {Kind: document.KindCode, Text: words("a=b", ";")},
		"a paragraph":            {Text: words("Schraube", " ")},
		"a paragraph of figures": {Text: words("5", " ")},
		"one word":               {Text: words("Schraube", "")},
		"one Japanese word":      {Text: words("ねじ", "")},
		"a heading":              {Kind: document.KindHeading, Text: words("Schraube", " ")},
	} {
		got, want := 0, 0
		for _, p := range Split(document.Document{Title: "Katalog", Blocks: []document.Block{b}}, Options{}) {
			if len(p.Text) > longestPiece {
				t.Errorf("%s: a passage has %d bytes", name, len(p.Text))
			}
			if !utf8.ValidString(p.Text) {
				t.Errorf("%s: a letter is cut in two", name)
			}
			got += strings.Count(p.Text, "S") + strings.Count(p.Text, "5") + strings.Count(p.Text, "=") + strings.Count(p.Text, "じ")
		}
		want = strings.Count(b.Text, "S") + strings.Count(b.Text, "5") + strings.Count(b.Text, "=") + strings.Count(b.Text, "じ")
		if got != want {
			t.Errorf("%s: %d of %d are left", name, got, want)
		}
	}
	var lines []document.Block
	for range 100 {
		lines = append(lines, document.Block{Kind: document.KindItem, Text: words("Schraube", "")[:3_000]})
	}
	for _, p := range Split(document.Document{Blocks: lines}, Options{}) {
		if len(p.Text) > longestPiece {
			t.Errorf("words without spaces: a passage has %d bytes", len(p.Text))
		}
	}
}

func TestSplitKeepsStructure(t *testing.T) {
	long := strings.Repeat("Dies ist ein Satz mit genau acht Wörtern. ", 40)
	out := Split(document.Document{Title: "Preise", Language: "de", Blocks: []document.Block{
		{Kind: document.KindHeading, Level: 1, Text: "Preise"},
		{Kind: document.KindHeading, Level: 2, Text: "Zimmer", Anchor: "zimmer"},
		{Kind: document.KindRow, Text: "Einzelzimmer\t80 €", Header: []string{"Art", "Preis"}},
		{Kind: document.KindHeading, Level: 2, Text: "Bedingungen"},
		{Kind: document.KindParagraph, Text: long, Page: 1},
		{Kind: document.KindParagraph, Text: "Auf Seite zwei.", Page: 2},
	}}, Options{Document: "d"})
	if got := out[0]; got.Text != "Art: Einzelzimmer · Preis: 80 €" || strings.Join(got.Headings, ">") != "Preise>Zimmer" || got.Anchor != "zimmer" || got.ID != "d#0" {
		t.Errorf("row passage: %+v", got)
	}
	for i, p := range out {
		if n := countWords(p.Text); n > 120 {
			t.Errorf("passage %d has %d words", i, n)
		}
		if p.Ordinal != i {
			t.Errorf("passage %d has ordinal %d", i, p.Ordinal)
		}
	}
	if last := out[len(out)-1]; last.Page != 2 || last.Text != "Auf Seite zwei." {
		t.Errorf("last passage: %+v", last)
	}
	if len(Split(document.Document{}, Options{})) != 0 {
		t.Error("an empty document has passages")
	}
}

// Thai writes no full stops, and no spaces between words: its paragraphs are cut at the spaces between phrases.
func TestParagraphsWithoutSentencesAreCut(t *testing.T) {
	text := strings.Repeat("ร้านเปิดทุกวันตั้งแต่เช้าถึงเย็น ", 60)
	for _, p := range Split(document.Document{Blocks: []document.Block{{Text: text}}}, Options{}) {
		if n := countWords(p.Text); n > 300 {
			t.Errorf("a passage of %d words", n)
		}
	}
}
