package verify

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/webchatagent/wca/internal/numeral"
)

// every says how often something is: "every 30 minutes", "alle zwei Wochen", "jeden Tag".
var (
	every   = regexp.MustCompile(`(?i)\b(?:every|each|alle|jede[nrs]?)\s+(?:(\d+|\pL+)\s+)?(minuten?|minutes?|stunden?|hours?|tage?|days?|wochen?|weeks?|monate?|months?|quartale?|quarters?|jahre?|years?)\b`)
	howOft  = regexp.MustCompile(`(?i)\b(once|twice|\pL+(?:mal)|(?:\pL+|\d+)(?: mal| times?))\s+(?:a|per|each|every|im|pro|am|in der|je)\s+(tag|day|woche|week|monat|month|quartal|quarter|jahr|year|stunde|hour)\b`)
	oftHint = []string{"every", "each", "alle ", "jede"}
	// oftenHints is what howOft has in it.
	oftenHints = []string{"mal ", "times", "once", "twice"}
)

// rhythms are how often a text says that something is, as lengths of time in the notation of amounts.
func rhythms(text string) []string {
	var out []string
	if !hasAny(strings.ToLower(text), oftHint) {
		return nil
	}
	for _, m := range every.FindAllStringSubmatch(text, -1) {
		n := 1.0
		switch w := strings.ToLower(m[1]); w {
		case "":
		case "half", "halbe":
			n = 0.5
		case "second", "other", "zweite", "zweiten":
			n = 2
		default:
			if number, ok := numeral.Parse(w); ok {
				n = float64(number)
			} else if number, err := strconv.Atoi(w); err == nil {
				n = float64(number)
			} else {
				continue
			}
		}
		u := measures[strings.ToLower(m[2])]
		out = append(out, u.of(strconv.FormatFloat(n, 'g', -1, 64)).amount+u.kind)
	}
	return out
}

// otherRhythm reports whether a sentence says that something is as often as its source says of nothing: "every 40
// minutes" of "every 30 minutes".
func (c *Checker) otherRhythm(plain, source string) bool {
	stated := rhythms(plain)
	if len(stated) == 0 {
		return false
	}
	own := rhythms(source)
	for _, x := range stated {
		right := len(own) == 0
		for _, y := range own {
			right = right || x == y
		}
		if !right {
			return true
		}
	}
	return false
}
