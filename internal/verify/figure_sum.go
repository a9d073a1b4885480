package verify

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/numeral"
	"github.com/webchatagent/wca/internal/sentence"
	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/verify/fact"
	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/internal/wordlist"
)

// tariff is an amount of money that the sources give for what a row, or part of a sentence, names.
type tariff struct {
	hit   int
	of    string
	own   string // what of it tells this price from the others there: of a row its values, and the head of the column
	unit  string
	value float64 // in whole units of the currency; 0 for what is free
}

// term is so many of something, of whose price a sum is made: "zwei Erwachsene", "3 nights".
type term struct {
	n      int // 0: it is only named
	of     string
	times  bool // a length of time, by which the rest is multiplied
	prices []tariff
}

const (
	mostTerms  = 5
	mostPrices = 4 // that a term may have: more of them, and some sum would always come out
)

// inAll are words of a sentence that adds up, along are those by which it names what else is in a sum.
var (
	inAll = regexp.MustCompile(`(?i)[+=]|\b(?:insgesamt|zusammen|gesamt\w*|summe|macht|zuzüglich|plus|total|altogether|in all|together|comes? to)\b`)
	along = regexp.MustCompile(`(?i)\b(?:inklusive|inkl|einschließlich|mit|samt|including|incl|with)\b`)
)

func addsUp(text string) bool { return inAll.MatchString(text) || along.MatchString(text) }

// workedOut is an amount that is the sum of prices.
type workedOut struct {
	amount fact.Fact
	from   []tariff // none where the sentence itself has the summands
	counts []int    // of what, and by which lengths of time it was multiplied
}

// sums are the amounts of money of a claim that no source has, and that are the sum of what the sources and the
// sentence itself give: "Zwei Erwachsene und ein Kind zahlen zusammen 20 €" of "Erwachsene 8 €, Kinder 4 €".
func (c *Checker) sums(cl *claim) []workedOut {
	if cl.summed {
		return cl.sums
	}
	cl.summed = true
	for _, x := range cl.facts.All() {
		if !fact.IsMoney(x) || c.stated(x) {
			continue
		}
		value, err := strconv.ParseFloat(x.Amount, 64)
		if err != nil {
			continue
		}
		if inAll.MatchString(cl.text) && c.addedUp(cl, x, value) {
			cl.sums = append(cl.sums, workedOut{amount: x})
		} else if sum, ok := c.composed(cl, x, value); ok {
			cl.sums = append(cl.sums, sum)
		}
	}
	return cl.sums
}

// stated reports whether a hit has a fact.
func (c *Checker) stated(x fact.Fact) bool {
	for i := range c.hits {
		if c.source(i).Has(x) {
			return true
		}
	}
	return false
}

// summed reports whether a fact of a claim is the sum of prices, or counts what is added up; it notes the hits that
// have the prices.
func (c *Checker) summed(cl *claim, x fact.Fact, v *Verdict) bool {
	counts := x.Kind == fact.Number && (x.Unit == "" || x.Unit == fact.Things.Kind || slices.Contains(fact.Lasting, x.Unit))
	if !fact.IsMoney(x) && !counts {
		return false
	}
	for _, sum := range c.sums(cl) {
		if counts && slices.ContainsFunc(sum.counts, func(n int) bool { return strconv.Itoa(n) == x.Value }) {
			return true
		}
		if sum.amount != x {
			continue
		}
		for _, p := range sum.from {
			if v.Hit < 0 {
				v.Hit = p.hit
			} else if p.hit != v.Hit && !slices.Contains(v.Others, p.hit) {
				v.Others = append(v.Others, p.hit)
			}
		}
		return true
	}
	return false
}

// timesOf is a factor before an amount, or behind it: "2 × 8 €", "8 € x 2".
var timesOf = regexp.MustCompile(`(\d{1,3})\s*(?:×|x|\*|mal)\s*$|^\s*(?:×|x|\*|mal)\s*(\d{1,3})`)

// addedUp reports whether an amount is the sum of the others of its sentence, each as often as a factor beside it says:
// "2 × 8 € + 4 € = 20 €". These are judged for themselves.
func (c *Checker) addedUp(cl *claim, x fact.Fact, value float64) bool {
	sum, summands := 0.0, 0
	for _, at := range amount.FindAllStringIndex(cl.text, -1) {
		for _, f := range fact.Of(cl.text[at[0]:at[1]]).All() {
			if !fact.IsMoney(f) || f.Unit != x.Unit || f.Amount == x.Amount {
				continue
			}
			one, err := strconv.ParseFloat(f.Amount, 64)
			if err != nil {
				continue
			}
			n := 1.0
			for _, m := range [][]string{timesOf.FindStringSubmatch(cl.text[:at[0]]), timesOf.FindStringSubmatch(cl.text[at[1]:])} {
				if m != nil {
					n, _ = strconv.ParseFloat(m[1]+m[2], 64)
					summands++
				}
			}
			sum, summands = sum+n*one, summands+1
		}
	}
	return summands > 1 && same(sum, value)
}

// amount is an amount of money as a text writes it.
var amount = regexp.MustCompile(`(?i)(?:[€£$]|EUR|CHF)\s?\d[\d.,]*\d|(?:[€£$]|EUR|CHF)\s?\d|\d(?:[\d.,]*\d)?\s?(?:€|euro?s?\b|chf\b|franken\b|pounds?\b|dollars?\b|£|\$)`)

func same(a, b float64) bool { return math.Abs(a-b) < 0.005 }

// composed is an amount worked out from prices of what the claim, the part of it around the amount, or question and
// claim together count and name.
func (c *Checker) composed(cl *claim, x fact.Fact, value float64) (workedOut, bool) {
	texts := []string{cl.text}
	for _, part := range parts(cl.text) {
		if part != cl.text && c.factsOf(part).Holds(x) {
			texts = append(texts, part)
		}
	}
	if len(c.said.Visitor) > 0 && addsUp(cl.text) { // "Zusammen macht das 20 €"
		texts = append(texts, c.said.Visitor[0]+" "+cl.text)
	}
	for _, text := range texts {
		if sum, ok := c.sumOf(text, x.Unit, value); ok {
			sum.amount = x
			return sum, true
		}
	}
	return workedOut{}, false
}

// sumOf looks for prices whose sum is an amount, each as often as a text counts what it is for. What is counted must be
// in it, what is only named may be where the text adds up.
func (c *Checker) sumOf(text, unit string, value float64) (out workedOut, ok bool) {
	s := sum{value: value, times: 1}
	var counted, named []term
	for _, t := range termsIn(text, c.language) {
		if t.times {
			s.times *= float64(t.n)
			out.counts = append(out.counts, t.n)
			continue
		}
		t.prices = c.pricesOf(t.of, unit)
		switch {
		case len(t.prices) == 0:
		case len(t.prices) > mostPrices && t.n > 0:
			return workedOut{}, false
		case len(t.prices) > mostPrices: // it is in much of what has a price
		case t.n > 0:
			counted = append(counted, t)
			out.counts = append(out.counts, t.n)
			s.many = s.many || t.n > 1
		default:
			named = append(named, t)
		}
	}
	s.told = func(p tariff) bool {
		var names []string
		for _, t := range termsIn(p.own, c.language) {
			names = append(names, t.of)
		}
		return c.share(names, text, sameWord) == 1
	}
	if s.times == 1 && !addsUp(text) {
		s.without, named = named, nil
	}
	if terms := append(counted, named...); len(terms) > mostTerms || !s.of(terms, 0) {
		return workedOut{}, false
	}
	out.from = s.used
	return out, true
}

// sum looks for the prices that make an amount.
type sum struct {
	value, times float64 // times: by which all may be multiplied
	many         bool    // there are several of something
	told         func(tariff) bool
	used         []tariff
	without      []term // is named, and not in it
}

// of reports whether prices of the terms, with what has been added up so far, make the amount.
func (s *sum) of(terms []term, so float64) bool {
	if len(terms) == 0 {
		return (len(s.used) > 1 || len(s.used) == 1 && (s.many || s.times > 1)) && (same(so, s.value) || same(so*s.times, s.value)) &&
			!slices.ContainsFunc(s.without, s.lacks)
	}
	t := terms[0]
	for _, p := range t.prices {
		if t.n == 0 && slices.Contains(s.used, p) {
			continue // it is what something else was counted by
		}
		s.used = append(s.used, p)
		if s.of(terms[1:], so+float64(max(t.n, 1))*p.value) {
			return true
		}
		s.used = s.used[:len(s.used)-1]
	}
	if t.n > 0 {
		return false
	}
	s.without = append(s.without, t)
	if s.of(terms[1:], so) {
		return true
	}
	s.without = s.without[:len(s.without)-1]
	return false
}

// lacks reports whether a price for just what the text says is not in the sum: of "in der Nebensaison 90 €, in der
// Hauptsaison 120 €" the latter in two nights "in der Hauptsaison" for 180 €.
func (s *sum) lacks(t term) bool {
	return slices.ContainsFunc(t.prices, func(p tariff) bool {
		return !slices.ContainsFunc(s.used, func(u tariff) bool { return same(u.value, p.value) }) && s.told(p)
	})
}

// termsIn reads what a text counts, "zwei Erwachsene", and what else it names, n being 0.
func termsIn(text, language string) []term {
	var out []term
	n, phrase := 0, ""
	left := false // the next is not in it: "ohne Frühstück"
	end := func(w string) {
		defer func() { n, phrase, left = 0, "", false }()
		if left {
			return
		}
		of := strings.TrimSpace(phrase + " " + w)
		if !slices.ContainsFunc(out, func(t term) bool { return t.of == of }) {
			out = append(out, term{n: n, of: of})
		}
	}
	word.Each(text, language, func(t word.Token) {
		w := text[t.Start:t.End]
		small := strings.ToLower(w)
		number, isNumber := numeral.Simple(small)
		if figures, err := strconv.Atoi(t.Text); err == nil {
			number, isNumber = figures, true
		}
		switch {
		case small == "ohne", small == "without":
			n, phrase, left = 0, "", true
		case both[small]:
			n, phrase = 2, ""
		case (isNumber || small == "a" || small == "an") && t.Kind != word.Number || isNumber && !paid(text[:t.Start], text[t.End:]):
			n, phrase = max(number, 1), ""
		case t.Kind == word.Number, word.Stop(language, t.Text):
			n, phrase = 0, ""
		case slices.Contains(fact.Lasting, fact.MeasureOf(small).Kind):
			if n > 0 {
				out = append(out, term{n: n, of: w, times: true})
			}
			n, phrase = 0, ""
		case fact.MeasureOf(small).Kind != "" || dated(w) || utf8.RuneCountInString(w) < 3:
			n, phrase = 0, ""
		case language == "de" && !startsCapital(w) && phrase == "":
			phrase = w // an adjective
		case language == "de" && !startsCapital(w):
			n, phrase = 0, ""
		default:
			end(w)
		}
	})
	return out
}

var both = wordlist.Set("beide beiden beider both")

// paid reports whether a number between two texts is an amount of money.
func paid(before, after string) bool {
	u, _ := fact.UnitAhead(after)
	return slices.Contains(fact.Money, u.Kind) || fact.UnitBehind(before).Kind != ""
}

// gratis says of something that it is free.
var gratis = regexp.MustCompile(`(?i)\b(?:frei|freie[nrm]? eintritt|kostenlos|gratis|umsonst|free|complimentary)\b`)

// pricesOf are the different prices that the sources give for a thing: those where most of its words stand.
func (c *Checker) pricesOf(thing, unit string) []tariff {
	most := sameWord
	var out []tariff
	for _, p := range c.priceList() {
		if p.unit != unit && p.unit != "" {
			continue
		}
		said := c.coverage(thing, p.of)
		if said < most {
			continue
		}
		if said > most+1e-9 {
			most, out = said, out[:0]
		}
		if !slices.ContainsFunc(out, func(o tariff) bool { return same(o.value, p.value) }) {
			out = append(out, p)
		}
	}
	return out
}

// priceList is all that the sources give a price for.
func (c *Checker) priceList() []tariff {
	if c.prices != nil {
		return c.prices
	}
	c.prices = []tariff{}
	for i := range c.hits {
		for _, p := range c.hits[i].Passages() {
			for _, at := range sentence.In(p.Text) {
				sentence := p.Text[at.Start:at.End]
				if strings.Contains(sentence, stated.CellBreak) {
					c.addRow(i, sentence)
					continue
				}
				for _, part := range c.pricedParts(sentence) {
					about := part
					if len(c.content(part)) == 0 {
						about = sentence
					}
					c.addPrices(part, tariff{hit: i, of: about, own: about})
				}
			}
		}
	}
	return c.prices
}

// pricedParts are the parts of a sentence, each of which may have a price; an item with one price is whole, also where a
// comma stands in what it is about.
func (c *Checker) pricedParts(sentence string) []string {
	if about, told := labelled(sentence); strings.Contains(about, ",") && len(slices.DeleteFunc(slices.Clone(c.factsOf(told).All()), func(x fact.Fact) bool { return !fact.IsMoney(x) })) == 1 {
		return []string{sentence}
	}
	return parts(sentence)
}

// addRow notes the prices of a row, each with the head of its column: "Zimmer: Doppel · Nebensaison: 90 € · Hauptsaison: 120 €".
func (c *Checker) addRow(hit int, row string) {
	var names, values, priced []string
	for cell := range strings.SplitSeq(row, stated.CellBreak) {
		head, value, labelled := strings.Cut(cell, ": ")
		if !labelled {
			value = head
		}
		if c.factsOf(value).Any(fact.IsMoney) || gratis.MatchString(value) {
			priced = append(priced, cell)
		} else {
			names, values = append(names, cell), append(values, value)
		}
	}
	for _, cell := range priced {
		head, _, _ := strings.Cut(cell, ": ")
		c.addPrices(cell, tariff{hit: hit, of: strings.Join(append(names[:len(names):len(names)], cell), stated.CellBreak), own: strings.Join(append(values[:len(values):len(values)], head), stated.CellBreak)})
	}
}

// addPrices notes the amounts of a text as prices of what another names.
func (c *Checker) addPrices(text string, of tariff) {
	stated := false
	for _, f := range c.factsOf(text).All() {
		if value, err := strconv.ParseFloat(f.Amount, 64); err == nil && fact.IsMoney(f) {
			of.unit, of.value = f.Unit, value
			c.prices = append(c.prices, of)
			stated = true
		}
	}
	if !stated && gratis.MatchString(text) && !negated(text) {
		c.prices = append(c.prices, of)
	}
}
