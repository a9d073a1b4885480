package retrieve

import (
	"testing"

	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/word"
)

func TestARowForTheAgeAskedAboutIsQuoted(t *testing.T) {
	ix := Build([]passage.Passage{{ID: "1", Document: "p", Address: "https://g.example/p", Title: "Preise", Language: "de",
		Text: "Wer · Preis\nErwachsene · 9,00 €\nKinder 4 bis 14 Jahre · 4,50 €\nKinder unter 4 Jahren · frei"}}, Options{})
	query := Query{Text: "was zahlt ein 8 jähriger", K: 6}
	if best := ix.Quote(ix.Search(query), 1); len(best) != 1 || best[0].Text != "Kinder 4 bis 14 Jahre · 4,50 €" {
		t.Errorf("quoted %q", texts(best))
	}
}

func TestMonthsIncludeThoseBetween(t *testing.T) {
	for _, c := range []struct {
		text  string
		asked string
		item  bool
		want  float32
	}{
		{"Juli und August · 8–21 Uhr", "im Juli", true, 1},
		{"Mai und Juni · 9–18 Uhr", "im Juli", true, -1},
		{"Vom 1. April bis zum 31. Oktober haben wir offen.", "im Juli", false, 0.5},
		{"Von Juni bis September", "im Juli", false, 1},
		{"Nur von November bis März", "im Juli", false, 0},
		{"Täglich", "im Juli", false, 0},
	} {
		asked := stated.MonthsIn(c.asked, word.Tokens(c.asked, "de"))
		if got := amongMonths(asked, stated.MonthsIn(c.text, word.Tokens(c.text, "de")), c.item); got != c.want {
			t.Errorf("%q is about %q to %v, want %v", c.text, c.asked, got, c.want)
		}
	}
}
