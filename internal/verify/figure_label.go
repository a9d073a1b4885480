package verify

import (
	"regexp"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/sentence"
	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/verify/fact"
	"github.com/webchatagent/wca/internal/wordlist"
)

// label is what a row or an item is about.
type label struct {
	text  string
	words []string // but for those of a price
	codes []string // its numbers and single letters: "Typ G", "bis 100 cm"
	short []string // the words before brackets: "Hauptsaison (Juli, August)"
}

func (c *Checker) labelOf(text string) label {
	l := label{text: text, words: withoutPriceWords(c.content(text)), codes: code.FindAllString(text, -1)}
	if before, _, ok := strings.Cut(text, " ("); ok && !code.MatchString(before) {
		l.short = withoutPriceWords(c.content(before))
	}
	return l
}

// priceLine is a row, an item or a sentence of the hits that states amounts of money.
type priceLine struct {
	label         // what a row or an item says the amounts are of, empty of other sentences
	told   string // what it says besides: the cells of a row without what the columns are called
	under  string // the same with what stands above it
	stated *fact.Facts
	ours   bool // in the language of the answer
	hit    int
}

// How exactly a text names what a line is about.
const (
	unnamed = iota
	inShort // all words before its brackets
	named   // all words of the label
	asItIs  // the label letter by letter
)

// code is a number or a single letter of its own.
var code = regexp.MustCompile(`\b(?:\d+(?:[.,]\d+)*|[A-Z])\b`)

// priceWords say that something has a price, and nothing of what has it.
var priceWords = wordlist.Set(`preis preise preisen kosten kostet gebühr gebühren betrag beträgt summe entgelt tarif pauschale zahlen zahlt gezahlt bezahlen bezahlt
	price prices priced cost costs costing fee fees charge charges charged rate amount pay pays paid`)

// otherPriced reports whether a claim names what a row or an item of the hits is about, which has its own price, and
// gives the price of another, of which it says nothing: "Korsage kostet 95 €" of "Korsage: 130 €, Schleppe: 95 €".
func (c *Checker) otherPriced(cl *claim) bool {
	return (c.language == "de" || c.language == "en") && cl.facts.Any(func(x fact.Fact) bool {
		return fact.IsMoney(x) && !c.mayRepeat(cl, x) && !c.workedOut(cl, x) && c.ofAnother(cl, x)
	})
}

// workedOut reports whether an amount of a claim is the sum of prices, or the difference of two.
func (c *Checker) workedOut(cl *claim, x fact.Fact) bool {
	return c.reckoned(cl, x) || slices.ContainsFunc(c.sums(cl), func(sum workedOut) bool { return sum.amount == x })
}

func (c *Checker) ofAnother(cl *claim, x fact.Fact) bool {
	var homes []*priceLine
	var own *priceLine
	most := unnamed
	for i := range c.priceLines() {
		line := &c.lines[i]
		switch {
		case line.stated.Has(x):
			homes = append(homes, line)
		case line.ours && line.stated.Another(x) && !sameMoney(line.stated, cl.facts):
			if level := c.namedBy(cl, line.label); level > most {
				own, most = line, level
			}
		}
	}
	return own != nil && len(homes) > 0 && !slices.ContainsFunc(homes, func(home *priceLine) bool {
		return !home.ours || c.namedBy(cl, home.label) >= most && !namedWithin(cl.text, home.label, own.label) || c.mayBeOf(home, own, cl.text)
	})
}

// sameMoney reports whether one of the amounts of money of a claim is among others.
func sameMoney(others, claim *fact.Facts) bool {
	return claim.Any(func(x fact.Fact) bool { return fact.IsMoney(x) && others.Has(x) })
}

// howNamed says how exactly a text names what a row or an item is about.
func (c *Checker) howNamed(text string, l label) int {
	return l.namedIn(text, func(w string) bool { return c.coverage(w, text) >= sameWord })
}

// namedBy is howNamed of a claim, which is asked for each row.
func (c *Checker) namedBy(cl *claim, l label) int {
	return l.namedIn(cl.text, func(w string) bool { return c.claimSays(cl, w) })
}

// namedIn says how exactly a text names what the label does; says is whether it has a word, in whatever form.
func (l label) namedIn(text string, says func(w string) bool) int {
	lacks := func(w string) bool { return !says(w) }
	switch {
	case l.text == "":
		return unnamed
	case namesLabel(text, l.text):
		return asItIs
	case len(l.words) > 0 && !slices.ContainsFunc(l.words, lacks) && !slices.ContainsFunc(l.codes, func(code string) bool { return !namesLabel(text, code) }):
		return named
	case len(l.short) > 0 && !slices.ContainsFunc(l.short, lacks):
		return inShort
	}
	return unnamed
}

func (c *Checker) claimSays(cl *claim, w string) bool {
	said, known := cl.says[w]
	if !known {
		if cl.says == nil {
			cl.says = map[string]bool{}
		}
		said = c.coverage(w, cl.text) >= sameWord
		cl.says[w] = said
	}
	return said
}

// mayBeOf reports whether a line with the amount of a claim may be about what the claim names: it says so, or it says
// something else of the claim.
func (c *Checker) mayBeOf(home, own *priceLine, claim string) bool {
	if c.howNamed(home.under, own.label) >= named {
		return true
	}
	besides := c.distinct(withoutPriceWords(c.content(home.told)), own.words)
	rest := c.distinct(withoutPriceWords(c.content(strings.Replace(claim, own.text, " ", 1))), own.words)
	return len(besides) > 0 && len(rest) > 0 && (c.share(besides, strings.Join(rest, " "), likeWord) > 0 || c.share(rest, home.told, likeWord) > 0)
}

func withoutPriceWords(words []string) []string {
	return slices.DeleteFunc(words, func(w string) bool { return priceWords[strings.ToLower(w)] })
}

// toldBy is the row or item that tells all prices of a claim, of what it calls the same letter by letter, where the claim
// says no more than that: codes ("A2 kostet 12 €") are no words that could be backed. nil if there is none.
func (c *Checker) toldBy(cl *claim) *priceLine {
	if !cl.facts.Any(fact.IsMoney) {
		return nil
	}
	for i := range c.priceLines() {
		line := &c.lines[i]
		if c.namedBy(cl, line.label) != asItIs || cl.facts.Any(func(x fact.Fact) bool { return !line.stated.Has(x) }) {
			continue
		}
		if rest := withoutPriceWords(c.content(strings.Replace(cl.text, line.text, " ", 1))); len(rest) == 0 || c.share(rest, line.told, sameWord) == 1 {
			return line
		}
	}
	return nil
}

// priceLines are the rows, items and sentences of the hits that state amounts of money.
func (c *Checker) priceLines() []priceLine {
	if c.lines != nil {
		return c.lines
	}
	c.lines = []priceLine{}
	for hit := range c.hits {
		for _, p := range c.hits[hit].Passages() {
			for line := range strings.Lines(p.Text) {
				if strings.ContainsAny(line, fact.Digits) {
					c.addLines(p, strings.TrimSpace(line), hit)
				}
			}
		}
	}
	return c.lines
}

func (c *Checker) addLines(p *passage.Passage, line string, hit int) {
	if about, told := labelled(line); about != "" {
		c.addLine(p, about, told, line, hit)
		return
	}
	for _, at := range sentence.In(line) {
		c.addLine(p, "", line[at.Start:at.End], line[at.Start:at.End], hit)
	}
}

func (c *Checker) addLine(p *passage.Passage, about, told, text string, hit int) {
	own := c.factsOf(text)
	if !own.Any(fact.IsMoney) {
		return
	}
	c.lines = append(c.lines, priceLine{label: c.labelOf(about), told: told, under: above(p) + "\n" + told, stated: own, ours: c.ours(p.Language), hit: hit})
}

// longestLabel is how many bytes what stands before the colon of an item may have to be what it is about.
const longestLabel = 60

// labelled is what a row or an item of a list is about, and its text without what columns are called; about is "" of
// other lines.
func labelled(line string) (about, told string) {
	if strings.Contains(line, stated.CellBreak) {
		var values []string
		for cell := range strings.SplitSeq(line, stated.CellBreak) {
			if _, value, ok := strings.Cut(cell, ": "); ok {
				cell = value
			}
			values = append(values, cell)
		}
		return rowLabel(line), strings.Join(values, stated.CellBreak)
	}
	line = strings.TrimPrefix(line, "• ")
	about, _, ok := strings.Cut(line, ": ")
	if !ok || len(about) > longestLabel || strings.ContainsAny(about, ".!?") {
		return "", line
	}
	return about, line
}
