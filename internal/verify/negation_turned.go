package verify

import (
	"regexp"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/retrieve"
	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/verify/fact"
	"github.com/webchatagent/wca/internal/verify/pattern"
)

// contradicted reports whether one of a claim and the source that says most of it denies what the other states: they must
// say so much of the same that it is about the same.
func (c *Checker) contradicted(cl *claim) bool {
	b := cl.backing
	near := b.Single >= c.certain(b.Language) || b.Single >= certainSole && (b.Sole || also.MatchString(cl.text))
	return near && c.contradicts(cl.text, b) && !cl.facts.Any(func(x fact.Fact) bool { return c.outOfHours(cl, x) })
}

// certain is how much of a sentence a source in the language must say so that a negation counts.
func (c *Checker) certain(language string) float64 {
	if language != "" && language != c.language {
		return certainAbroad
	}
	return certain
}

// also puts something beside what is said to hold: "auch im Restaurant".
var also = regexp.MustCompile(`(?i)(?:,|^|\s)\s*(?:auch|sogar|also|even|including|inklusive)\s`)

// contradicts says whether a sentence and the source that says most of it contradict each other: in the
// clauses that say the same, one denies what the other states. "Sonntags geschlossen" behind the
// hours of Saturday denies nothing about Saturday.
func (c *Checker) contradicts(plain string, source retrieve.Backing) bool {
	if c.onlyException(plain, source.Sentence, source.Language) {
		return true
	}
	if negated(plain) && c.lacksSaid(plain, c.tableRow(source.Sentence)) {
		return false
	}
	from := c.cellsOf(plain, source.Sentence)
	if rest := reply.ReplaceAllString(plain, ""); rest != plain { // it denies what was asked, not what follows
		plain, from = rest, reply.ReplaceAllString(from, "")
	}
	here, there := negated(plain), negated(from)
	if there && !here && !conditional.MatchString(plain) {
		there = negated(ifNot.ReplaceAllString(from, " "))
	}
	differ := here != there
	if differ && c.ours(source.Language) && c.statedElsewhere(plain, from) || !here && !there || c.deniesException(plain, from, source.Language) || c.sameOnly(plain, c.language, from, source.Language) || c.sameOnly(from, source.Language, plain, c.language) {
		return false
	}
	if differ && (otherCase(plain, from) || c.sameCharge(plain, from) || c.bothShut(plain, from)) {
		return false
	}
	said, backed := clauses(plain), clauses(from)
	if len(said) == 1 && len(backed) == 1 || !differ && source.Language != c.language {
		return differ && !c.saysBetter(plain, from, 1, nil, source)
	}
	least := certain
	if differ { // something was turned around: where, if not in what is nearest?
		least = 0
	}
	for _, s := range said {
		nearest, most := "", least
		for _, b := range c.sameFigures(s, backed) {
			if share := c.support.Said(s, c.language, b, source.Language); share > most {
				nearest, most = b, share
			}
		}
		if no := negated(s); nearest != "" && no != negated(nearest) && no != negated(reply.ReplaceAllString(nearest, "")) && !c.saysBetter(s, nearest, most, backed, source) {
			return true
		}
	}
	return false
}

// cellsOf are the cells of a row that a sentence speaks of: its first, those with an amount of the sentence, those whose
// column it names, and those of which it has a word. That another has "no" under "sauna" denies no price, and "closed"
// under "Wed" no Tuesday. All of what is no row, or of which it tells no cell: neither such an amount, nor anything of such
// a day, nor all words of one, nor what its column is called.
func (c *Checker) cellsOf(plain, row string) string {
	if !strings.Contains(row, stated.CellBreak) || negated(plain) {
		return row
	}
	said, days, found := c.factsOf(plain), stated.Weekdays(plain), false
	var kept []string
	for i, cell := range strings.Split(row, stated.CellBreak) {
		head, value, named := strings.Cut(cell, ": ")
		switch {
		case i > 0 && said.SameAmount(c.factsOf(cell)):
			found = true
			if !named {
				value = cell
			}
			kept = append(kept, value) // "Preis ohne Material: 32 €" denies nothing
		case i > 0 && days != 0 && dayColumn(cell):
			if stated.Weekdays(head+stated.CellBreak)&days != 0 {
				found, kept = true, append(kept, cell)
			}
		case i == 0:
			kept = append(kept, cell)
		default:
			column, words := c.content(head), c.content(value)
			found = found || named && (c.share(column, plain, sameWord) == 1 || c.share(words, plain, sameWord) == 1)
			if named && c.share(column, plain, likeWord) > 0 || c.share(words, plain, likeWord) > 0 {
				kept = append(kept, cell)
			}
		}
	}
	if !found {
		return row
	}
	return strings.Join(kept, stated.CellBreak)
}

// saysBetter reports whether another clause of the source, or another sentence of the hits, denies or states what a
// clause does, and is nearer to it in its own words: "keine Kreditkarten" than "EC-Karte und Barzahlung".
func (c *Checker) saysBetter(clause, nearest string, most float64, backed []string, source retrieve.Backing) bool {
	if !c.ours(source.Language) {
		return false
	}
	no := negated(clause)
	own := c.content(clause)
	if no && backed != nil && c.deniesUnknown(own) {
		return true
	}
	words := c.share(own, nearest, sameWord)
	for _, b := range backed {
		if negated(b) == no && c.share(own, b, sameWord) > words {
			return true
		}
	}
	if slices.ContainsFunc(c.sentences(), func(s string) bool {
		return s != source.Sentence && negated(s) == no && c.share(own, s, sameWord) > words
	}) {
		return true
	}
	other := c.backing(clause)
	return other.Sentence != source.Sentence && other.Single > most && negated(other.Sentence) == no
}

// deniesUnknown reports whether one of the words of a clause that denies is known to no source: then none says the
// opposite. "No gas kilns, both are electric."
func (c *Checker) deniesUnknown(words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return !negations[strings.ToLower(w)] && c.held(w) < likeWord })
}

// shuts says of a place that it closes, for some time or at a time of day; shut that it is closed.
var (
	shuts = pattern.New([]string{"schließ", "clos"}, regexp.MustCompile(`(?i)\b(?:schließ(?:t|en)|closes?|closing)\b`))
	shut  = pattern.New([]string{"geschlossen", "closed"}, regexp.MustCompile(`(?i)\b(?:geschlossen|closed)\b`))
)

// bothShut reports whether one of a sentence and its source says that something closes for a time and the other that it
// is closed then.
func (c *Checker) bothShut(plain, source string) bool {
	clock := func(text string) bool {
		return c.factsOf(text).AnyKind(fact.Time) || c.factsOf(text).AnyKind(fact.Spoken)
	}
	return shuts.In(plain) && shut.In(source) && !clock(plain) || shut.In(plain) && shuts.In(source) && !clock(source)
}

// otherwise begins what holds in the other case.
var otherwise = regexp.MustCompile(`(?i)\b(?:sonst|ansonsten|andernfalls|otherwise)\b`)

// otherCase reports whether a sentence denies nothing but the case of which the source says what holds otherwise:
// "Ohne Kauf kostet er 20 €." of "Beim Kauf kostenlos, sonst 20 €."
func otherCase(plain, source string) bool {
	return otherwise.MatchString(source) && negated(plain) && !negated(lacking.ReplaceAllString(plain, " "))
}

// sameFigures are the clauses that state an amount which a clause states, all if none does: "ohne Rezept
// zahlt die Kasse nichts, mit Rezept 785 €" says two things of the same.
func (c *Checker) sameFigures(clause string, backed []string) []string {
	if !strings.ContainsAny(clause, fact.Digits) {
		return backed
	}
	stated := c.factsOf(clause)
	var out []string
	for _, b := range backed {
		if stated.SameAmount(c.factsOf(b)) {
			out = append(out, b)
		}
	}
	if out == nil {
		return backed
	}
	return out
}
