package stated

import (
	"strings"

	"github.com/webchatagent/wca/internal/date"
	"github.com/webchatagent/wca/internal/word"
)

// MonthsIn are the months that a text in German or English names, with those between: "1. April bis 31. Oktober".
func MonthsIn(text string, tokens []word.Token) (all date.Months) {
	var last date.Months
	until := false
	for i, t := range tokens {
		named := date.MonthSet(date.Month(t.Text))
		if t.Text == "may" && !t.Capital || t.Text == "may" && i == 0 || len(t.Text) == 3 && !t.Capital && t.Text != "mai" {
			named = 0
		}
		switch {
		case named == 0:
			if rangeWords[t.Text] {
				until = last != 0
			} else if t.Kind == word.Letters && t.Text != "zum" {
				last, until = 0, false
			}
			continue
		case last != 0 && (until || strings.ContainsAny(text[tokens[i-1].Start:t.Start], "-–—")):
			all |= last.To(named)
		}
		all, last, until = all|named, named, false
	}
	return all
}

// Months are MonthsIn of a text alone.
func Months(text string) date.Months {
	var room [32]word.Token // enough for most sentences
	tokens := room[:0]
	word.Each(text, "", func(t word.Token) { tokens = append(tokens, t) })
	return MonthsIn(text, tokens)
}
