package verify

import (
	"regexp"
	"slices"
	"strings"
)

// item is an item of a list that states facts.
type item struct {
	list  int // items of one passage share it; 0 for a line outside of lists
	text  string
	facts *facts
}

// otherWords is how much more another item must say of a sentence to be the one that is meant.
const otherWords = 0.1

// readItems reads the lists of the hits.
func (c *Checker) readItems() {
	if c.items != nil {
		return
	}
	c.items = []item{}
	list := 0
	for i := range c.hits {
		for _, p := range c.hits[i].Passages() {
			list++
			for line := range strings.Lines(p.Text) {
				if !strings.ContainsAny(line, digits) {
					continue
				}
				text, ok := strings.CutPrefix(line, "• ")
				in := list
				if !ok {
					in = 0
				}
				c.items = append(c.items, item{in, text, c.factsOf(text)})
			}
		}
	}
}

// otherItem reports whether a fact of a sentence comes from an item of a list while the sentence speaks of
// another item, which has a fact of the kind, too: "Eine Teilzeit-Karte kostet 110 €" of the full one.
func (c *Checker) otherItem(plain string, stated *facts) bool {
	if !slices.ContainsFunc(stated.all, measured) {
		return false
	}
	c.readItems()
	for _, x := range stated.all {
		if !measured(x) || len(c.items) < 2 {
			continue
		}
		lists := map[int]bool{}
		for _, it := range c.items {
			if it.facts.has(x) {
				lists[it.list] = true
			}
		}
		if len(lists) == 0 || lists[0] {
			continue // a sentence states it, too
		}
		said := 0.0
		for _, it := range c.items {
			if it.facts.has(x) {
				said = max(said, c.coverage(plain, it.text))
			}
		}
		for _, it := range c.items {
			if lists[it.list] && !it.facts.has(x) && it.facts.some(x) && !it.facts.sameAmount(stated) &&
				c.coverage(plain, it.text) >= said+otherWords {
				return true
			}
		}
	}
	return false
}

// measured says whether a fact is an amount with its measure, or a time.
func measured(x fact) bool {
	return x.kind == numberFact && x.unit != "" && x.unit != things.kind || x.kind == timeFact
}

// sameAmount reports whether one of the amounts or times stands in both.
func (f *facts) sameAmount(other *facts) bool {
	return slices.ContainsFunc(f.all, func(x fact) bool { return measured(x) && other.has(x) })
}

// perPeriod is an amount of money for a length of time.
var (
	perPeriod = regexp.MustCompile(`(?i)(\d[\d.,]*)\s*(?:€|£|\$|euros?|eur|chf|usd|gbp|pounds?|dollars?)?(?:[,.]?[–-])?\s*(?:/|(?:pro|je|per|a|an|each|every|im|jeden|jedes)\s+)\s?(tag|day|woche|week|monat|month|quartal|quarter|jahr|year|stunde|hour|nacht|night|person|stück|piece|dozen|dutzend)\b` +
		`|(\d[\d.,]*)\s*(?:€|£|\$|euros?|eur|chf|usd|gbp|pounds?|dollars?)?(?:[,.]?[–-])?\s+(each|täglich|daily|wöchentlich|weekly|monatlich|monthly|vierteljährlich|quarterly|jährlich|yearly|annually)\b`)
	periods = map[string]string{"tag": "day", "day": "day", "täglich": "day", "daily": "day", "woche": "week", "week": "week", "wöchentlich": "week", "weekly": "week", "monat": "month", "month": "month", "monatlich": "month", "monthly": "month",
		"quartal": "quarter", "quarter": "quarter", "vierteljährlich": "quarter", "quarterly": "quarter", "jahr": "year", "year": "year", "jährlich": "year", "yearly": "year", "annually": "year", "stunde": "hour", "hour": "hour", "nacht": "night", "night": "night",
		"person": "person", "stück": "piece", "piece": "piece", "each": "piece", "dozen": "dozen", "dutzend": "dozen"}
)

// rate is a number and the length of time that it is for.
type rate struct{ number, period string }

func ratesIn(text string) []rate {
	var out []rate
	if !strings.ContainsAny(text, digits) && !hasAny(text, oftenHints) {
		return nil
	}
	for _, m := range howOft.FindAllStringSubmatch(text, -1) {
		out = append(out, rate{strings.ToLower(strings.TrimSuffix(strings.TrimSuffix(strings.Fields(m[1])[0], "mal"), "s")), periods[strings.ToLower(m[2])]})
	}
	for _, m := range perPeriod.FindAllStringSubmatch(text, -1) {
		out = append(out, rate{sameNumber(strings.TrimRight(m[1]+m[3], ".,")), periods[strings.ToLower(m[2]+m[4])]})
	}
	return out
}

// otherPeriod reports whether a sentence gives an amount for one length of time that the sources give for
// others only: "110 € im Jahr" of what costs as much a month.
func (c *Checker) otherPeriod(plain string) bool {
	given := ratesIn(plain)
	if len(given) == 0 {
		return false
	}
	if c.rates == nil {
		c.rates = []rate{}
		for _, text := range append(c.read(), c.said.Operator...) {
			c.rates = append(c.rates, ratesIn(text)...)
		}
	}
	for _, stated := range given {
		known, right := false, false
		for _, own := range c.rates {
			known = known || own.number == stated.number
			right = right || own == stated
		}
		if known && !right {
			return true
		}
	}
	return false
}
