package retrieve

import (
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/internal/wordlist"
)

// tier is a row of a table, or an item of a list, that holds from one bound to another: "bis 10 km · 19 €". Its
// neighbours hold for what is less or more.
type tier struct {
	line int
	extent
	before bool // it counts back from a day: "bis 60 Tage vorher" is 60 days or more
}

// beforeDay are words by which a tier counts back from a day.
var beforeDay = wordlist.Set("vor vorher zuvor before prior ahead advance")

// tiers looks for rows and items among the lines that divide between them what the question counts, and marks the one
// that holds for it: of "bis 60 Tage vorher", "59 bis 30 Tage" and "29 bis 8 Tage" the last for "20 Tage". It has
// as many of the question's words as any of them, the others are not meant.
func (m *sentenceMatcher) tiers(p *Passage, spans []span, lines []line) {
	if len(m.qu.counted) == 0 {
		return
	}
	var group []tier
	for i := range lines {
		t, ok := tierIn(p.Text[spans[i].start:spans[i].end], p.Language)
		t.line = i
		if ok && lines[i].item && (len(group) == 0 || group[0].same(t.quantity)) {
			group = append(group, t)
			continue
		}
		m.divide(group, lines)
		group = group[:0]
		if ok && lines[i].item {
			group = append(group, t)
		}
	}
	m.divide(group, lines)
}

// divide marks the one of neighbouring tiers that holds for what the question counts.
func (m *sentenceMatcher) divide(group []tier, lines []line) {
	if len(group) < 2 {
		return
	}
	i := slices.IndexFunc(m.qu.counted, group[0].same)
	if i < 0 {
		return
	}
	settle(group)
	best := -1
	for k := range group {
		if t := &group[k]; t.holds(m.qu.counted[i]) && (best < 0 || t.to-t.value < group[best].to-group[best].value) {
			best = k
		}
	}
	if best < 0 {
		return
	}
	meant := &lines[group[best].line].signals
	for k := range group {
		other := &lines[group[k].line].signals
		for n := range meant {
			meant[n] = max(meant[n], other[n])
		}
		other[quoteFit] = -1
	}
	meant[quoteFit] = 1
}

// settle turns round the open tiers that count back: "bis 60 Tage vorher", or "bis 60 Tage" beside "59 bis 30 Tage".
func settle(group []tier) {
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

// same says whether a quantity is of the kind that a tier divides.
func (t *tier) same(q quantity) bool { return t.kind == q.kind && t.noun == q.noun }

// tierIn reads the extent with which a row or item begins, "bis 25 km: 35 €". What a number counts, its column says if
// it does not itself: "Personen: 8–14 · Nachlass: 8 %".
func tierIn(text, lang string) (t tier, ok bool) {
	cell, _, row := strings.Cut(strings.TrimPrefix(text, "• "), cellBreak)
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
			t.extent = e
			return t, true
		}
	}
	return t, false
}

// headed is so many of what the head of a column names: "Personen", "Entfernung in km", "Anzahl Flaschen".
func headed(head, lang string, v float64) (quantity, bool) {
	tokens := word.Tokens(head, lang)
	for i := len(tokens) - 1; i >= 0; i-- {
		if u, ok := unitsOf[tokens[i].Text]; ok {
			return quantity{kind: u.kind, value: v * u.size}, true
		}
	}
	if len(tokens) == 0 {
		return quantity{}, false
	}
	return quantity{noun: word.Stem(lang, tokens[len(tokens)-1]), value: v}, true
}
