package verify

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/webchatagent/wca/internal/numeral"
	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/verify/fact"
	"github.com/webchatagent/wca/internal/verify/pattern"
	"github.com/webchatagent/wca/internal/wordlist"
)

// otherRate reports whether a sentence gives an amount for another length of time than the sources, or says that
// something is more or less often than its source.
func (c *Checker) otherRate(cl *claim) bool {
	return c.otherPeriod(cl.text) || cl.backing.Single >= enough && otherRhythm(cl.text, cl.backing.Sentence)
}

// price is a number with the currency behind it, if it has one.
const price = `(\d[\d.,]*)\s*(?:€|£|\$|euros?|eur|chf|usd|gbp|pounds?|dollars?)?(?:[,.]?[–-])?`

var (
	// perPeriod is an amount of money for a length of time, or a thing.
	perPeriod = regexp.MustCompile(`(?i)` + price + `\s*(?:/|(?:pro|je|per|a|an|each|every|im|in der|jeden|jedes)\s+)\s?(tag|day|woche|week|monat|month|saison|season|quartal|quarter|jahr|year|stunde|hour|nacht|night|person|stück|piece|dozen|dutzend)\b` +
		`|` + price + `\s+(each|täglich|daily|wöchentlich|weekly|monatlich|monthly|vierteljährlich|quarterly|jährlich|yearly|annually)\b`)
	// perPersonAnd is an amount for a person, or a thing, and a length of time: "£94 per person per month".
	perPersonAnd = regexp.MustCompile(`(?i)` + price + `\s*(?:pro|je|per|a)\s+(?:person|kopf|head|kind|child|gast|guest|room|zimmer|student)\s+(?:und |and )?(?:/|(?:pro|je|per|a|an|im)\s+)\s?(tag|day|woche|week|monat|month|jahr|year|stunde|hour|nacht|night)\b`)
	// headPeriod is the length of time that the amounts of a column are for, in what it is called.
	headPeriod = regexp.MustCompile(`(?i)(?:/|\b(?:pro|je|per|a|im)\s+)\s?(tag|day|woche|week|monat|month|jahr|year|stunde|hour|nacht|night)\b|\b(täglich|wöchentlich|weekly|monatlich|monthly|jährlich|yearly)|\b(?:pp?)(pw|pn|pcm)\b`)
	periods    = map[string]string{"tag": "day", "day": "day", "täglich": "day", "daily": "day", "woche": "week", "week": "week", "wöchentlich": "week", "weekly": "week", "monat": "month", "month": "month", "monatlich": "month", "monthly": "month",
		"saison": "season", "season": "season", "quartal": "quarter", "quarter": "quarter", "vierteljährlich": "quarter", "quarterly": "quarter", "jahr": "year", "year": "year", "jährlich": "year", "yearly": "year", "annually": "year", "stunde": "hour", "hour": "hour", "nacht": "night", "night": "night",
		"person": "person", "stück": "piece", "piece": "piece", "each": "piece", "pw": "week", "pn": "night", "pcm": "month", "dozen": "dozen", "dutzend": "dozen"}
)

// rate is a number and the length of time, or the thing, that it is for.
type rate struct{ number, period string }

func ratesIn(text string) []rate {
	var out []rate
	if !strings.ContainsAny(text, fact.Digits) && !pattern.HasAny(strings.ToLower(text), oftenHints) {
		return nil
	}
	for _, m := range howOft.FindAllStringSubmatch(text, -1) {
		out = append(out, rate{strings.ToLower(strings.TrimSuffix(strings.TrimSuffix(strings.Fields(m[1])[0], "mal"), "s")), periods[strings.ToLower(m[2])]})
	}
	for _, m := range perPersonAnd.FindAllStringSubmatch(text, -1) {
		out = append(out, rate{fact.SameNumber(strings.TrimRight(m[1], ".,")), periods[strings.ToLower(m[2])]})
	}
	for _, m := range perPeriod.FindAllStringSubmatch(text, -1) {
		out = append(out, rate{fact.SameNumber(strings.TrimRight(m[1]+m[3], ".,")), periods[strings.ToLower(m[2]+m[4])]})
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
		for _, text := range c.backers() {
			c.rates = append(c.rates, ratesIn(text)...)
		}
	}
	if c.inColumns == nil {
		c.inColumns = c.columnRates()
	}
	for _, told := range given {
		if own := c.inColumns[told.number]; lasting[told.period] && len(own) > 0 && !slices.Contains(own, told.period) && !slices.Contains(c.rates, told) {
			return true
		}
		known, right := false, false
		for _, own := range c.rates {
			known = known || own.number == told.number
			right = right || own == told
		}
		if known && !right {
			return true
		}
	}
	return false
}

// lasting are the periods that are lengths of time.
var lasting = wordlist.Set("day week month season quarter year hour night")

// columnRates are the lengths of time that the hits' tables give amounts of money for by what their columns are called, by
// the number; none for a number that stands in other columns, too.
func (c *Checker) columnRates() map[string][]string {
	rates, others := map[string][]string{}, map[string]bool{}
	for _, row := range c.tableRows() {
		for cell := range strings.SplitSeq(row.text, stated.CellBreak) {
			head, value, named := strings.Cut(cell, ": ")
			if !named {
				value = cell
			}
			m := headPeriod.FindStringSubmatch(head)
			for _, x := range c.factsOf(value).All() {
				switch {
				case !fact.IsMoney(x):
				case named && m != nil:
					rates[x.Value] = append(rates[x.Value], periods[strings.ToLower(m[1]+m[2]+m[3])])
				default:
					others[x.Value] = true
				}
			}
		}
	}
	for number := range others {
		delete(rates, number)
	}
	return rates
}

// every says how often something is: "every 30 minutes", "alle zwei Wochen", "jeden Tag".
var (
	every  = pattern.New([]string{"every", "each", "alle ", "jede"}, regexp.MustCompile(`(?i)\b(?:every|each|alle|jede[nrs]?)\s+(?:(\d+|\pL+)\s+)?(minuten?|minutes?|stunden?|hours?|tage?|days?|wochen?|weeks?|monate?|months?|quartale?|quarters?|jahre?|years?)\b`))
	howOft = regexp.MustCompile(`(?i)\b(once|twice|\pL+(?:mal)|(?:\pL+|\d+)(?: mal| times?))\s+(?:a|per|each|every|im|pro|am|in der|je)\s+(tag|day|woche|week|monat|month|quartal|quarter|jahr|year|stunde|hour)\b`)
	// oftenHints is what howOft has in it.
	oftenHints = []string{"mal ", "times", "once", "twice"}
)

// rhythms are how often a text says that something is, as lengths of time in the notation of amounts.
func rhythms(text string) []string {
	var out []string
	if !every.Hinted(text) {
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
		u := fact.MeasureOf(strings.ToLower(m[2]))
		out = append(out, u.Of(strconv.FormatFloat(n, 'g', -1, 64)).Amount+u.Kind)
	}
	return out
}

// otherRhythm reports whether a sentence says that something is as often as its source says of nothing: "every 40
// minutes" of "every 30 minutes".
func otherRhythm(plain, source string) bool {
	stated, own := rhythms(plain), rhythms(source)
	return len(own) > 0 && slices.ContainsFunc(stated, func(x string) bool { return !slices.Contains(own, x) })
}
