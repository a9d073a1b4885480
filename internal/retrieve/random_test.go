package retrieve

import (
	"testing"

	"github.com/webchatagent/wca/internal/date"
	"github.com/webchatagent/wca/internal/retrieve/analysis"
	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/test/anytext"
)

// Anybody writes pages and questions: no text, cut off wherever it may be, may be one that cannot be read.
func TestAnyTextIsRead(t *testing.T) {
	anytext.Read(t, func(text string) {
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
			names(text, tokens, &analysis.Analyser{Lang: lang})
			goesWith(text, tokens, without(text, tokens, lang), lang)
			thing(tokens, lang)
		}
	})
}
