package stated

import (
	"regexp"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/internal/wordlist"
)

// measured is the kind of measure that a word behind "how many" asks for: "Minuten", "Quadratmeter".
func measured(w string) (kind, bool) {
	u, ok := unitsOf[w]
	switch {
	case w == "zeit":
		return kindTime, true
	case !ok || u.kind == kindPeople || u.kind == kindAge: // "ab wie viel Jahren"
		return kindThing, false
	}
	return u.kind, true
}

// howLong tell how long something takes or holds without a number.
const howLong = `sofort gleich umgehend dauerhaft unbegrenzt lebenslang ganzjahrig ganztagig solange halbjahr quartal
	immediately permanently unlimited lifetime overnight`

var lastingWords = wordlist.Set(howLong + " unbegrenzte beliebig")

// measuredIn says whether a text states a measure of the kind: its number stands before the unit, or elsewhere
// where the head of a column names the unit ("Tiefe (cm): 40").
func (k kind) measuredIn(text string, tokens []word.Token) bool {
	if k == kindShare && strings.Contains(text, "%") || k == kindArea && strings.Contains(text, "m²") || k == kindWarmth && degrees.MatchString(text) {
		return true
	}
	figure, named := false, false
	for i, t := range tokens {
		figure = figure || t.Kind == word.Number
		switch {
		case k.is(glued(t)):
			return true
		case k == kindTime && (lastingWords[t.Text] || len(t.Text) > 7 && (strings.HasSuffix(t.Text, "stunde") || strings.HasSuffix(t.Text, "stunden"))):
			return true // "eine Dreiviertelstunde"
		case k == kindTime && i > 0 && clock(tokens, i) && (rangeWords[tokens[i-1].Text] || strings.ContainsAny(word.Gap(text, tokens[i-1], t), "-–")):
			return true // "von 9 bis 13 Uhr"
		case t.Kind == word.Number || oneWords[t.Text] || countingNoFigure[t.Text] && !often[t.Text]:
			for _, next := range tokens[i+1 : min(len(tokens), i+3)] {
				if k.is(next.Text) {
					return true
				}
			}
		case len(t.Text) > 1 && k.is(t.Text):
			named = true
		}
	}
	return figure && named
}

// Sized says whether a text states how big something is: a length, an area, a volume or how many people it holds.
func Sized(text string, tokens []word.Token) bool {
	return slices.ContainsFunc([]kind{kindLength, kindArea, kindVolume, kindPeople, kindBytes}, func(k kind) bool { return k.measuredIn(text, tokens) })
}

// degrees are those of a temperature or an angle, as a sign.
var degrees = regexp.MustCompile(`\d ?°`)

// is says whether a word is a unit of the kind; years are also time.
func (k kind) is(unit string) bool {
	u, ok := unitsOf[unit]
	return ok && (u.kind == k || k == kindTime && u.kind == kindAge || k == kindLength && u.kind == kindArea)
}

// clock says whether the number at i is one of a clock: "18 Uhr", "6 pm", "18:30".
func clock(tokens []word.Token, i int) bool {
	if tokens[i].Kind != word.Number {
		return false
	}
	if gluedFacts(tokens[i])&Time != 0 {
		return true
	}
	for _, next := range tokens[i+1 : min(len(tokens), i+3)] {
		if next.Text == "uhr" || next.Text == "am" || next.Text == "pm" {
			return true
		}
	}
	return false
}

// lengthOrTime says whether the unit behind the number at i is one of time or of length, as "wie lange" may ask.
func lengthOrTime(tokens []word.Token, i int) bool {
	unit := unitName(tokens, i)
	return kindTime.is(unit) || kindLength.is(unit)
}

// unitName is the word that would be the unit of the number at i: written together with it or behind it.
func unitName(tokens []word.Token, i int) string {
	if unit := glued(tokens[i]); unit != "" || i+1 == len(tokens) {
		return unit
	}
	return tokens[i+1].Text
}
