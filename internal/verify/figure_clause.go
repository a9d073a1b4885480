package verify

import (
	"regexp"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/numeral"
	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/verify/fact"
	"github.com/webchatagent/wca/internal/word"
)

const (
	// foreign and at home are how much the sentence says of the clause that its fact stands in, and of
	// one that has another fact of the kind, where it mixes them up.
	foreign = 0.25
	atHome  = 0.4
)

// counting are words that belong to a number or an hour and not to what a clause is about.
const counting = " Uhr Minuten Stunden Tage Euro Prozent hours minutes days euros percent geöffnet offen öffnet schließt open opens closes täglich daily Wochenende weekend weekends"

// otherClause reports whether a fact stands in a clause of its source that speaks of something else than
// the sentence, which another clause with another such fact speaks of.
func (c *Checker) otherClause(cl *claim) bool {
	source := cl.backing.Sentence
	if source == "" || strings.Contains(source, stated.CellBreak) || cl.backing.Language != c.language { // too little is alike in another language
		return false
	}
	own := names(cl.text)
	if len(own) == 0 && !cl.facts.Any(fact.IsPlaced) {
		return false
	}
	var clauses []statedClause
	for _, text := range parts(source) {
		clauses = append(clauses, statedClause{text, c.factsOf(text)})
	}
	if len(clauses) < 2 || len(clauses) > 8 {
		return false
	}
	if len(own) > 0 {
		for i := range clauses {
			clauses[i].facts = fact.Of(clauses[i].text)
			for _, n := range names(clauses[i].text) {
				clauses[i].facts.Add(n)
			}
		}
	}
	for _, x := range slices.Concat(cl.facts.All(), own) {
		if !fact.IsPlaced(x) {
			continue
		}
		home := onlyOne(clauses, x)
		if home < 0 || x.Kind == fact.Number && clauses[home].facts.Any(func(y fact.Fact) bool { return otherMeasure(y, x) && cl.facts.Has(y) }) {
			continue
		}
		if c.support.Matter(cl.text, c.language, clauses[home].text, cl.backing.Language, x.Value+counting) > foreign {
			continue
		}
		for i, other := range clauses {
			if i != home && other.facts.Another(x) && c.speaksOf(other, cl, x, own) {
				return true
			}
		}
	}
	return false
}

// statedClause is a clause of a source with its facts.
type statedClause struct {
	text  string
	facts *fact.Facts
}

// onlyOne is the only clause that states a fact, -1 if none or several do.
func onlyOne(clauses []statedClause, x fact.Fact) int {
	states := func(s statedClause) bool { return s.facts.Has(x) }
	home := slices.IndexFunc(clauses, states)
	if home >= 0 && slices.ContainsFunc(clauses[home+1:], states) {
		return -1
	}
	return home
}

// speaksOf reports whether a clause speaks of what the claim does, and states another fact like x for it that the claim
// leaves out. own are the names in the claim.
func (c *Checker) speaksOf(s statedClause, cl *claim, x fact.Fact, own []fact.Fact) bool {
	told := s.facts.Any(func(y fact.Fact) bool { return y.Kind == x.Kind && cl.facts.Has(y) })
	if x.Kind == fact.Name {
		told = !s.facts.Any(func(y fact.Fact) bool { return y.Kind == fact.Name && !slices.Contains(own, y) })
	}
	if told {
		return false
	}
	if c.support.Matter("", c.language, s.text, cl.backing.Language, counting) == 1 && !s.facts.Any(func(y fact.Fact) bool { return fact.IsPlaced(y) && cl.facts.Has(y) }) {
		return false // it is about nothing but other days
	}
	return c.support.Matter(cl.text, c.language, s.text, cl.backing.Language, counting) >= atHome
}

// otherMeasure reports whether a fact is a number of another measure than x, or a month.
func otherMeasure(y, x fact.Fact) bool {
	return y.Kind == fact.Number && y.Unit != x.Unit || y.Kind == fact.Month
}

// priceTag is an amount in a sentence with the words that tell what it is for.
type priceTag struct {
	facts *fact.Facts
	words []string
	some  bool // it is for some of what the first is for: "Eintritt 12 Euro, für Kinder 6 Euro"
}

// forSome begins what an amount beside another is for.
var forSome = regexp.MustCompile(`(?i)^\s*(?:für|for|bei|am|im|on|in|at)\s`)

// veryLike is how much a word must be like one to be said by it beside the one it is told from.
const veryLike = 0.75

// otherAmount reports whether a sentence gives an amount for what its source has another for, side by side: "£65 at
// weekends" of "£65 on weekdays and £95 at weekends". Where it gives several, each part is looked at: "Erwachsene 5 €,
// Kinder 8 €".
func (c *Checker) otherAmount(cl *claim) bool {
	if !cl.known || strings.Contains(cl.backing.Sentence, stated.CellBreak) || !cl.facts.Any(fact.IsMeasured) {
		return false
	}
	tags := c.priceTags(cl.backing.Sentence)
	if len(tags) < 2 {
		return false
	}
	if c.mispriced(cl.text, cl.facts, tags) {
		return true
	}
	return slices.ContainsFunc(c.amountParts(cl), func(part string) bool {
		return c.mispriced(part, c.factsOf(part), tags) || c.takesTag(part, tags)
	})
}

// amountParts are the parts of a claim if it has several, each of which gives an amount and says of what.
func (c *Checker) amountParts(cl *claim) []string {
	all := c.withAmounts(parts(cl.text))
	if len(all) < 2 || slices.ContainsFunc(all, func(p string) bool { return !c.factsOf(p).Any(fact.IsMeasured) || len(c.content(p)) == 0 }) {
		return nil
	}
	return all
}

// withAmounts are the parts of a text, those without an amount put before the next: "Kaffee und Tee 1 €".
func (c *Checker) withAmounts(all []string) (out []string) {
	before := ""
	for _, part := range all {
		part = strings.TrimSpace(before + " " + part)
		if before = part; c.factsOf(part).Any(fact.IsMeasured) {
			out, before = append(out, part), ""
		}
	}
	if before != "" {
		return nil
	}
	return out
}

// takesTag reports whether a part of a claim that has an amount of its own gives one for what has another in its source,
// where the source says of its own nothing but for how long it is: "10 € Kaution" of "10 € pro Woche und 50 € Kaution".
func (c *Checker) takesTag(part string, tags []priceTag) bool {
	stated := c.factsOf(part)
	return stated.Any(func(x fact.Fact) bool {
		if !fact.IsMoney(x) {
			return false
		}
		home := slices.IndexFunc(tags, func(t priceTag) bool { return t.facts.Has(x) })
		return home >= 0 && len(tags[home].words) == 0 && slices.ContainsFunc(tags, func(t priceTag) bool {
			return len(t.words) > 0 && !t.facts.Has(x) && t.facts.Any(func(y fact.Fact) bool { return y.Unit == x.Unit && !stated.Has(y) }) && c.share(t.words, part, sameWord) == 1
		})
	})
}

// mispriced reports whether a text gives an amount that stands beside other words in a sentence than those of the text,
// beside which another amount of the kind stands.
func (c *Checker) mispriced(text string, stated *fact.Facts, tags []priceTag) bool {
	var words []string
	for _, x := range stated.All() {
		if !fact.IsMeasured(x) {
			continue
		}
		home := -1
		for i, t := range tags {
			switch {
			case !t.facts.Has(x):
			case home >= 0:
				return false
			default:
				home = i
			}
		}
		if home < 0 {
			continue
		}
		for i, t := range tags {
			alike := func(y fact.Fact) bool { return y.Kind == x.Kind && y.Unit == x.Unit }
			if i == home || !t.facts.Any(alike) || t.facts.Has(x) || t.facts.Any(func(y fact.Fact) bool { return alike(y) && stated.Has(y) }) {
				continue
			}
			if stated.Any(func(y fact.Fact) bool {
				return otherMeasure(y, x) && t.facts.Has(y) && !tags[home].facts.Has(y) && tags[home].facts.Another(y)
			}) {
				return true // "250 pieces" beside "500 pieces", "July" beside "October to March"
			}
			if stated.Any(func(y fact.Fact) bool {
				return (y.Kind == fact.Day || y.Kind == fact.Month) && tags[home].facts.Has(y) && !t.facts.Has(y)
			}) {
				continue // "sonntags" beside "am Wochenende"
			}
			own, other := c.distinct(tags[home].words, t.words), c.distinct(t.words, tags[home].words)
			if len(other) == 0 || c.share(other, text, sameWord) < 1 {
				continue
			}
			if home < i && t.some && len(parts(text)) == 1 {
				return true // "for theft" beside what holds for all
			}
			if words == nil {
				words = c.content(text)
			}
			rest := c.distinct(words, other) // "bikes" is not said by "Bicycles", which the other is for
			if len(own) == 0 && len(tags[home].words) > 0 || len(own) > 0 && c.coverage(own[0], strings.Join(rest, " ")) < veryLike {
				return true
			}
		}
	}
	return false
}

// priceTags are the amounts of a sentence that has several. The words for an amount stand before or behind it, which
// those after the first tell: before the first there is also what all share.
func (c *Checker) priceTags(sentence string) []priceTag {
	const near = 3 // words
	var out []priceTag
	var around [][2]string
	for _, p := range parts(sentence) {
		f := c.factsOf(p)
		if !f.Any(fact.IsMeasured) {
			continue
		}
		at := lastAmount(p)
		before := p[:at[0]]
		before = before[strings.LastIndexAny(before, ":(")+1:]
		out, around = append(out, priceTag{facts: f, some: forSome.MatchString(p)}), append(around, [2]string{before, p[at[1]:]})
	}
	if len(out) < 2 {
		return nil
	}
	behind := len(c.content(around[1][0])) == 0
	for i := range out {
		if behind {
			words := c.content(around[i][1])
			out[i].words = words[:min(near, len(words))]
		} else {
			words := c.content(around[i][0])
			out[i].words = words[max(0, len(words)-near):]
		}
	}
	return out
}

// lastAmount is where the number of the last amount of a text stands, or its last number if none has a measure: in
// figures or letters.
func lastAmount(text string) (at [2]int) {
	measured := false
	word.Each(text, "", func(t word.Token) {
		n, ok := numeral.Parse(strings.ToLower(text[t.Start:t.End]))
		if !(ok && n > 1 || fact.IsDigit(t.Text[0])) {
			return
		}
		u, _ := fact.UnitAhead(text[t.End:])
		has := u.Kind != "" && u != fact.Things || fact.UnitBehind(text[:t.Start]).Kind != "" || fact.MayBeTime(text[t.Start:min(len(text), t.End+3)])
		if has || !measured {
			at, measured = [2]int{t.Start, t.End}, measured || has
		}
	})
	return at
}
