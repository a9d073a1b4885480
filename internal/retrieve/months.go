package retrieve

import (
	"math/bits"
	"strings"

	"github.com/webchatagent/wca/internal/date"
	"github.com/webchatagent/wca/internal/retrieve/word"
)

// monthSet is a set of months, January first.
type monthSet uint16

// monthsIn are the months that a text names, with those between: "1. April bis 31. Oktober".
func monthsIn(text string, tokens []word.Token) (all monthSet) {
	var last monthSet
	until := false
	for i, t := range tokens {
		var named monthSet
		if month := date.Month(t.Text); month > 0 {
			named = 1 << (month - 1)
		}
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
			for m := last; m != named; {
				all |= m
				if m <<= 1; m > 1<<11 {
					m = 1
				}
			}
		}
		all, last, until = all|named, named, false
	}
	return all
}

// among is 1 where a text that is about the months stated is about those asked for, a little less where it is
// about half the year. A row or item that is about others is not the one, -1; a sentence may say that it is so in
// others only.
func (asked monthSet) among(stated monthSet, item bool) float32 {
	switch {
	case stated == 0 || asked&stated == 0 && !item:
		return 0
	case asked&stated == 0:
		return -1
	case bits.OnesCount16(uint16(stated)) > 4:
		return 0.5
	}
	return 1
}
