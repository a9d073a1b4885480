package retrieve

import (
	"strings"

	"github.com/webchatagent/wca/internal/retrieve/word"
)

// days is a set of weekdays, Monday first.
type days uint8

const (
	everyDay days = 1<<7 - 1
	weekend  days = 1<<5 | 1<<6
	workdays days = 1<<5 - 1
)

// dayWords say which days a folded word names. The short ones are also other words ("so", "mon") and
// count in lists and before times only, see dayRange.
var dayWords = func() map[string]days {
	m := map[string]days{
		"wochenende": weekend, "wochenenden": weekend, "weekend": weekend, "weekends": weekend,
		"wochentags": workdays, "werktags": workdays | 1<<5, "weekday": workdays, "weekdays": workdays, "taglich": everyDay, "daily": everyDay,
	}
	for i, names := range []string{
		"montag montags mo monday mondays mon", "dienstag dienstags di tuesday tuesdays tue", "mittwoch mittwochs mi wednesday wednesdays wed",
		"donnerstag donnerstags do thursday thursdays thu", "freitag freitags fr friday fridays fri",
		"samstag samstags sonnabend sonnabends sa saturday saturdays sat", "sonntag sonntags so sunday sundays sun",
	} {
		for _, name := range strings.Fields(names) {
			m[name] = 1 << i
		}
	}
	return m
}()

// daysIn are the weekdays that a text names, with those between: "Mo–Fr", "Montag bis Freitag".
func daysIn(text string, tokens []word.Token) days {
	var all, last days
	until := false // "bis" was read after last
	for i, t := range tokens {
		named := dayWords[t.Text]
		if named != 0 && len(t.Text) <= 3 && !dayRange(text, tokens, i) {
			named = 0
		}
		switch {
		case named == 0:
			until = last != 0 && (t.Text == "bis" || t.Text == "to" || t.Text == "through" || t.Text == "till" || t.Text == "until")
			if !until {
				last = 0
			}
			continue
		case last != 0 && (until || strings.ContainsAny(gap(text, tokens[i-1], t), "-–—")):
			all |= between(last, named)
		}
		all, last, until = all|named, named, false
	}
	return all
}

// Weekdays are the weekdays that a text in German or English names, with those between: Monday is 1,
// Sunday 64.
func Weekdays(text string) uint8 {
	var room [32]word.Token // enough for most sentences
	tokens := room[:0]
	word.Each(text, "", func(t word.Token) { tokens = append(tokens, t) })
	return uint8(daysIn(text, tokens))
}

// between are the days from one to another, over the weekend if need be.
func between(from, to days) days {
	var out days
	for d := from; d != to && out != everyDay; {
		out |= d
		if d <<= 1; d > 1<<6 {
			d = 1
		}
	}
	return out | to
}
