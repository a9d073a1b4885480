package retrieve

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/date"
	"github.com/webchatagent/wca/internal/word"
)

// Anybody writes pages and questions: no text, cut off wherever it may be, may be one that cannot be read.
func TestAnyTextIsRead(t *testing.T) {
	pieces := strings.Fields("30kg 5 1. 24.12. 2026 bis – Jahre ab unter 45min m² % € Mai und Uhr 18:30 ist Sohn Frau Zobel ohne Auto . , wie lange dauert alt ( +49 0351 km Silvester may of th 2nd · ½ 日 2026-12-24 10- x5 \xff ß zwei oder mehr als")
	random := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		var b strings.Builder
		for range 1 + random.IntN(8) {
			b.WriteString(pieces[random.IntN(len(pieces))])
			b.WriteString([]string{"", " ", " ", "\n"}[random.IntN(4)])
		}
		readAll(t, b.String())
	}
}

func readAll(t *testing.T, text string) {
	t.Helper()
	defer func() {
		if failed := recover(); failed != nil {
			t.Fatalf("%q: %v", text, failed)
		}
	}()
	for _, d := range date.In(text) {
		if d.Start < 0 || d.End <= d.Start || d.End > len(text) || d.Month < 1 || d.Month > 12 || d.Day < 1 || d.Day > 31 {
			t.Errorf("%q has the date %+v", text, d)
		}
	}
	for _, lang := range tableLanguages {
		tokens := word.Tokens(text, lang)
		specificsOf(text, tokens)
		factsAsked(tokens)
		whoAsked(tokens)
		names(text, tokens, &analyser{lang: lang})
		goesWith(text, tokens, without(text, tokens, lang), lang)
		thing(tokens, lang)
	}
}
