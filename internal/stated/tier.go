package stated

import (
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/internal/wordlist"
)

// CellBreak stands between the cells of a row.
const CellBreak = " · "

// Tier is a row of a table, or an item of a list, that holds from one bound to another: "bis 10 km · 19 €". Its
// neighbours hold for what is less or more.
type Tier struct {
	Extent
	before bool // it counts back from a day: "bis 60 Tage vorher" is 60 days or more
}

// beforeDay are words by which a tier counts back from a day.
var beforeDay = wordlist.Set("vor vorher zuvor before prior ahead advance")

// Same says whether a quantity is of the kind that a tier divides.
func (t *Tier) Same(q Quantity) bool { return t.kind == q.kind && t.noun == q.noun }

// TierFor is the place of the one of neighbouring tiers, which divide the same, that holds for the first of the
// quantities asked about that is of their kind; of several it is the narrowest. It is -1 where none does.
func TierFor(group []Tier, asked []Quantity) int {
	i := slices.IndexFunc(asked, group[0].Same)
	if i < 0 {
		return -1
	}
	settle(group)
	best := -1
	for k := range group {
		if t := &group[k]; t.holds(asked[i]) && (best < 0 || t.to-t.value < group[best].to-group[best].value) {
			best = k
		}
	}
	return best
}

// settle turns round the open tiers that count back: "bis 60 Tage vorher", or "bis 60 Tage" beside "59 bis 30 Tage".
func settle(group []Tier) {
	least, most, closed := endless, 0.0, false
	before := false
	for k := range group {
		t := &group[k]
		before = before || t.before
		if t.value > 0 && t.to < endless {
			least, most, closed = min(least, t.value), max(most, t.to), true
		}
	}
	for k := range group {
		switch t := &group[k]; {
		case t.fromOver, t.toUnder: // "weniger als 7 Tage vorher" is what it says
		case t.value == 0 && t.to < endless && (closed && t.to > most || !closed && before):
			t.value, t.to = t.to, endless
		case t.value > 0 && t.to == endless && (closed && t.value < least || !closed && before):
			t.value, t.to = 0, t.value
		}
	}
}

// TierIn reads the extent with which a row or item begins, "bis 25 km: 35 €". What a number counts, its column says if
// it does not itself: "Personen: 8–14 · Nachlass: 8 %".
func TierIn(text, lang string) (t Tier, ok bool) {
	cell, _, row := strings.Cut(strings.TrimPrefix(text, "• "), CellBreak)
	head, name, labelled := strings.Cut(cell, ": ")
	switch {
	case row && labelled:
		cell = name
	case labelled: // an item
		cell, head = head, ""
	default:
		head = ""
	}
	tokens := word.Tokens(cell, lang)
	for _, w := range tokens {
		t.before = t.before || beforeDay[w.Text]
	}
	for i := range tokens {
		q, end, counts := counted(cell, tokens, i, lang)
		if !counts {
			q, counts = moneyAt(cell, tokens, i)
		}
		if v, isNumber := number(tokens[i]); !counts && isNumber {
			q, counts = headed(head, lang, v)
		}
		if !counts {
			continue
		}
		if e, ok := bounded(cell, tokens, i, end, q); ok {
			t.Extent = e
			return t, true
		}
	}
	return t, false
}

// headed is so many of what the head of a column names: "Personen", "Entfernung in km", "Anzahl Flaschen".
func headed(head, lang string, v float64) (Quantity, bool) {
	tokens := word.Tokens(head, lang)
	for i := len(tokens) - 1; i >= 0; i-- {
		if u, ok := unitsOf[tokens[i].Text]; ok {
			return Quantity{kind: u.kind, value: v * u.size}, true
		}
	}
	if len(tokens) == 0 {
		return Quantity{}, false
	}
	return Quantity{noun: word.Stem(lang, tokens[len(tokens)-1]), value: v}, true
}
