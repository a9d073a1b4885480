// Package verify checks an answer against the passages it was written from, sentence by sentence
// and without a model: numbers, dates, times, links and addresses must stand in the passages (or in
// what the visitor said) and belong to what they belong to there, the words must be backed by them, a negation
// must not be turned around, and a condition not be left out.
package verify

import (
	"regexp"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/date"
	"github.com/webchatagent/wca/internal/numeral"
	"github.com/webchatagent/wca/internal/retrieve"
)

// Reason says why a sentence is not supported.
type Reason string

// The reasons.
const (
	Number   Reason = "number"   // a number, day or date that the passages do not have, or for another thing
	Link     Reason = "link"     // a link, mail address or telephone number that they do not have
	Name     Reason = "name"     // a name that they do not have
	Words    Reason = "words"    // they say something else
	Negation Reason = "negation" // they say the opposite
	// Condition is that they say it of one thing only, or under a condition, which the sentence leaves out.
	Condition Reason = "condition"
)

// Verdict is what is known of a sentence.
type Verdict struct {
	// Claim is false for what says nothing that could be wrong: questions, courtesies, lead-ins,
	// "I found nothing about this". Such a sentence is always Supported.
	Claim     bool
	Supported bool
	Reason    Reason // if not Supported
	// Hit is the place of the hit that backs the sentence best, -1 if none does; Others are those
	// that the sentence's numbers come from besides.
	Hit    int
	Others []int
	Share  float64 // of the sentence's words that are backed, 0 to 1
}

// Checker checks the sentences of one answer. It must not be used by several goroutines at once.
type Checker struct {
	index    *retrieve.Index
	hits     []retrieve.Result
	said     Said
	language string

	// What follows is read when it is first needed: most answers state few facts.
	support *retrieve.Support
	sources []*facts            // per hit
	asked   *facts              // what the visitor said
	told    *facts              // what the operator said
	rows    map[string]*facts   // by the text of a table's row
	prose   *facts              // what stands outside of tables
	texts   []string            // of the hits, with titles and headings
	hours   []hours             // what they say of times on days
	dates   map[date.Date]bool  // that they name
	items   []item              // of their lists that state something
	rates   []rate              // that they and the operator give
	towns   []string            // and other places that they name
	clauses map[string][]clause // of their sentences that deny something
	counts  []count             // of things that they and the operator count
	given   []string            // their sentences that say that something costs nothing
}

// enough is the share of a sentence's words that must be backed; certain is that from which on
// sentence and source say so much of the same that a negation in only one of them is a
// contradiction. Both were chosen on the tuning half of parallel texts (see test/eval/support).
const (
	enough        = 0.5
	enoughAbroad  = 0.45 // of a passage in another language
	certain       = 0.7
	certainAbroad = 0.4 // of a source in another language, which shares fewer words
	certainSole   = 0.5 // where no other sentence speaks of the matter
	related       = 0.3 // of another passage that a number may come from
)

// Said is what may be said again without a source.
type Said struct {
	Visitor  []string // the question and those before it
	Operator []string // the operator's notes, today's date, and what was answered before
}

// New makes the checker of an answer in a language ("de" or "en") to hits of a search in index.
func New(index *retrieve.Index, hits []retrieve.Result, said Said, language string) *Checker {
	return &Checker{index: index, hits: hits, said: said, language: language}
}

// source is the facts of a hit.
func (c *Checker) source(i int) *facts {
	if c.sources == nil {
		c.sources = make([]*facts, len(c.hits))
	}
	if c.sources[i] == nil {
		f := &facts{}
		for _, p := range c.hits[i].Passages() {
			text := p.Title + "\n" + strings.Join(p.Headings, "\n") + "\n" + p.Text
			f.read(text + "\n" + p.Address)
			f.words(text)
		}
		c.sources[i] = f
	}
	return c.sources[i]
}

// all are the facts of texts.
func all(texts []string) *facts {
	f := &facts{}
	for _, text := range texts {
		f.read(text)
		f.words(text)
	}
	return f
}

// mayRepeat reports whether a fact was said by the operator, or by the visitor and the sentence's source
// does not say another one of its kind: "Ja, das kostet 10 €" is no answer to "Kostet das 10 €?" where
// it costs 59. Who denies it may repeat it.
func (c *Checker) mayRepeat(x fact, plain string, backing retrieve.Backing) bool {
	if c.told == nil {
		c.told, c.asked = all(c.said.Operator), all(c.said.Visitor)
	}
	if c.told.has(x) {
		return true
	}
	if !c.asked.has(x) {
		return false
	}
	if x.kind == linkFact || x.kind == numberFact && (x.unit == "" || x.unit == things.kind) || negated(plain) || backing.Sentence == "" {
		return true
	}
	own := c.factsOf(backing.Sentence)
	return own.has(x) || !own.some(x)
}

// Sentence checks a sentence, list item or table row. Markdown in it is looked through.
func (c *Checker) Sentence(text string) Verdict {
	plain := plainText(text)
	stated := &facts{}
	stated.read(text)
	stated.spelled(plain, false)
	stated.phrases(plain)
	if !claims(plain, stated) {
		return Verdict{Supported: true, Hit: -1}
	}
	if c.support == nil {
		c.support = c.index.Support(c.hits)
	}
	backing := c.backing(matter(plain))
	if backing.Share < enough {
		if short := priced(matter(plain), stated); short != plain {
			if other := c.backing(short); other.Share > backing.Share {
				backing = other
			}
		}
	}
	v := Verdict{Claim: true, Hit: backing.Hit, Share: backing.Share}
	if missing := c.missing(plain, stated, &v, backing); missing != "" {
		v.Reason = missing
		return v
	}
	switch {
	case c.unsaid(plain), c.beyond(plain), c.outdone(plain, backing.Rows), c.wrongDay(plain, stated), c.swapped(plain, stated, backing),
		c.otherItem(plain, stated), c.wrongDate(plain), c.otherPeriod(plain), c.exchanged(stated, plain, backing), c.miscounted(plain), c.chargedInstead(plain, stated, backing), c.freeInstead(plain, stated, backing), backing.Single >= enough && c.otherRhythm(plain, backing.Sentence):
		v.Reason = Number
	case c.stranger(plain), c.otherTown(plain, backing):
		v.Reason = Name
	case backing.Share < c.enough(backing.Hit) && !onlyLinks(stated) && !c.figuresAgree(plain, stated, backing), c.inventedCause(plain), c.otherSubject(plain, backing), c.added(plain):
		v.Reason = Words
	case (backing.Single >= c.certain(backing.Language) || backing.Single >= certainSole && backing.Sole) && c.denied(plain, backing), c.onlyDenied(plain), c.deniedElsewhere(plain),
		backing.Single >= enough && c.statesException(plain, backing), backing.Single >= certainSole && also.MatchString(plain) && c.denied(plain, backing), backing.Single >= certainSole && c.ours(backing.Language) && opposite(plain, backing.Sentence) && negated(plain) == negated(backing.Sentence):
		v.Reason = Negation
	case c.unconditioned(plain, backing), c.generalised(plain, backing), c.overreaches(plain), c.contrary(plain, backing), c.otherSide(plain, backing), c.narrowed(plain, backing):
		v.Reason = Condition
	default:
		v.Supported = true
		if backing.Share < c.enough(backing.Hit) && !c.backs(v.Hit, stated) {
			v.Hit = -1 // it repeats what the visitor said
		}
	}
	return v
}

// costVerb says of an amount of money what the amount says already.
var costVerb = regexp.MustCompile(`(?i)\b(?:kostet|kosten|costs?|beträgt|betragen|zahlt|zahlen|übernimmt|übernehmen|erstattet|erstatten|covers?|pays?)\b`)

// matter is a sentence without a reply to what was asked, and without words that only deny.
func matter(plain string) string {
	return ever.ReplaceAllString(reply.ReplaceAllString(plain, ""), " ")
}

// figured is an amount with its measure, or a time of day in words.
var figured = regexp.MustCompile(`(?i)(?:\d[\d.,]*\s?(?:euros?|eur|cents?|pounds?|dollars?|pence|franken|uhr|prozent|percent|per cent|am|pm)\b|\b(?:halb|viertel nach|viertel vor|dreiviertel|half past|quarter past|quarter to)\s+\pL+\b|\bin the (?:morning|afternoon|evening)\b)`)

// priced is a sentence that states amounts or times without the words for them, which are facts, and without such a
// verb if it states money: a price list has none.
func priced(plain string, stated *facts) string {
	plain = figured.ReplaceAllString(plain, " ")
	if slices.ContainsFunc(stated.all, func(x fact) bool { return slices.Contains(money, x.unit) }) {
		plain = costVerb.ReplaceAllString(plain, " ")
	}
	return plain
}

// Risky reports whether a word of an answer can be wrong by itself: a number, in figures or letters, a
// link or an address.
func Risky(w string) bool {
	if strings.ContainsAny(w, "0123456789@/[<%€$£") || strings.Contains(strings.ToLower(w), "www.") || dotted(w) {
		return true
	}
	for at := range words(w) {
		if n, ok := numeral.Parse(strings.ToLower(w[at[0]:at[1]])); ok && n != 1 {
			return true
		}
	}
	return false
}

// missing looks for facts of the sentence that nothing backs, and notes which passages have the
// others. A number from a passage that speaks of other things does not count.
func (c *Checker) missing(plain string, stated *facts, v *Verdict, backing retrieve.Backing) Reason {
	shares := backing.Shares
	has := func(i int, f fact) bool { return i >= 0 && c.source(i).has(f) }
	for _, f := range stated.all {
		if c.mayRepeat(f, plain, backing) {
			continue
		}
		if f.kind != linkFact && c.misplaced(plain, f, stated, backing.Rows) {
			return Number
		}
		if has(v.Hit, f) {
			continue
		}
		found := -1
		for i := range c.hits {
			if has(i, f) && (f.kind == linkFact || shares[i] >= related) && (found < 0 || shares[i] > shares[found]) {
				found = i
			}
		}
		switch {
		case found >= 0 && v.Hit < 0:
			v.Hit = found
		case found >= 0:
			v.Others = appendNew(v.Others, found)
		case f.kind == linkFact:
			return Link
		default:
			return Number
		}
	}
	return ""
}

// enoughFigures is how much of a sentence must be backed if one sentence of the sources has all its figures.
const enoughFigures = 0.25

// figuresAgree reports whether one sentence of the hits has all figures of a sentence and one of its words: few of the
// others need to be alike then. "Maximal acht Personen nehmen teil." of "Die Gruppe hat höchstens 8 Teilnehmende."
func (c *Checker) figuresAgree(plain string, stated *facts, backing retrieve.Backing) bool {
	if !c.ours(backing.Language) || backing.Share < enoughFigures || !slices.ContainsFunc(stated.all, figure) {
		return false
	}
	words := c.content(plain)
	for _, text := range c.read() {
		for _, at := range retrieve.Sentences(text) {
			sentence := text[at[0]:at[1]]
			own := c.factsOf(sentence)
			if !slices.ContainsFunc(stated.all, func(x fact) bool { return !own.has(x) }) && c.share(words, sentence, sameWord) > 0 {
				return true
			}
		}
	}
	return false
}

// figure says whether a fact is an amount, a time, or a number of few digits of what is counted: none of a postcode.
func figure(x fact) bool {
	return measured(x) || x.kind == spokenFact || x.kind == numberFact && (len(x.value) < 3 || x.unit == things.kind && len(x.value) < 4)
}

// backs reports whether a hit has any of the facts.
func (c *Checker) backs(hit int, stated *facts) bool {
	for _, f := range stated.all {
		if hit >= 0 && c.source(hit).has(f) {
			return true
		}
	}
	return false
}

func (c *Checker) enough(hit int) float64 {
	if hit >= 0 {
		if own := c.hits[hit].Passage.Language; own != "" && own != c.language {
			return enoughAbroad
		}
	}
	return enough
}

// certain is how much of a sentence a source in the language must say so that a negation counts.
func (c *Checker) certain(language string) float64 {
	if language != "" && language != c.language {
		return certainAbroad
	}
	return certain
}

// onlyLinks says whether a sentence states where to turn to and nothing else: then the words around
// it are the writer's.
func onlyLinks(stated *facts) bool {
	for _, f := range stated.all {
		if f.kind != linkFact {
			return false
		}
	}
	return len(stated.all) > 0
}

func appendNew(list []int, n int) []int {
	for _, x := range list {
		if x == n {
			return list
		}
	}
	return append(list, n)
}
