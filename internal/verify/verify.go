package verify

import (
	"strings"

	"github.com/webchatagent/wca/internal/date"
	"github.com/webchatagent/wca/internal/retrieve"
	"github.com/webchatagent/wca/internal/verify/fact"
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
	support   *retrieve.Support
	sources   []*fact.Facts          // per hit
	asked     *fact.Facts            // what the visitor said
	told      *fact.Facts            // what the operator said
	undated   *fact.Facts            // the same without dates
	facts     map[string]*fact.Facts // by sentences, parts and rows
	prose     *fact.Facts            // what stands outside of tables
	texts     []string               // of the hits, with titles and headings
	split     []string               // the same in sentences
	hours     []hours                // what they say of times on days
	dates     map[date.Date]bool     // that they name
	items     []item                 // of their lists that state something
	rates     []rate                 // that they and the operator give
	inColumns map[string][]string    // lengths of time that amounts in columns are for
	towns     []string               // and other places that they name
	clauses   map[string][]clause    // of their sentences that deny something
	counts    []count                // of things that they and the operator count
	given     []string               // their sentences that say that something costs nothing
	prices    []tariff               // that they give
	lines     []priceLine            // that state them
	rows      []tableRow             // of their tables
}

// Said is what may be said again without a source.
type Said struct {
	Visitor  []string // the question and those before it
	Operator []string // the operator's notes, today's date, and what was answered before
}

// New makes the checker of an answer in a language ("de" or "en") to hits of a search in index.
func New(index *retrieve.Index, hits []retrieve.Result, said Said, language string) *Checker {
	return &Checker{index: index, hits: hits, said: said, language: language}
}

// objection is what can be said against a claim, and why it is not supported then.
type objection struct {
	reason Reason
	raised func(*Checker, *claim) bool
}

// objections are looked at in their order; the first that is raised is the reason.
var objections = []objection{
	// The figures stand in the sources, but for something else.
	{Number, (*Checker).unbackedQuantity}, // "kostenlos", "die Hälfte", "rund um die Uhr", which no source says
	{Number, (*Checker).otherBound},       // "mehr als 14" of "höchstens 14"
	{Number, (*Checker).otherDeadline},    // "up to 24 hours ahead costs £40" of "less than 24 hours ahead"
	{Number, (*Checker).otherRank},        // "the cheapest" of what is not
	{Number, (*Checker).otherHours},       // the hours of another day, branch or department
	{Number, (*Checker).otherItem},        // the price of another item of a list
	{Number, (*Checker).otherPriced},      // the price of another row or item, of which the sentence says nothing
	{Number, (*Checker).otherCellFigure},  // the hours of another row, of which the sentence says nothing
	{Number, (*Checker).otherDate},        // "22. September" of "10. bis 22. August"
	{Number, (*Checker).otherRate},        // "110 € im Jahr" of so much a month
	{Number, (*Checker).otherCount},       // "acht Abende" of six
	{Number, (*Checker).miscounted},       // "zwei Tarife: Basis, Plus und Premium"
	{Number, (*Checker).otherDay},         // "Thursdays" of what is on Wednesdays
	{Number, (*Checker).otherClause},      // the day or time of what the source's next clause speaks of
	{Number, (*Checker).otherWeekday},     // "jeden Donnerstag" of "jeden Freitag"
	{Number, (*Checker).otherAmount},      // "£65 at weekends" of "£65 on weekdays and £95 at weekends"
	{Number, (*Checker).otherSentence},    // "Erwachsene 5 €" of "Erwachsene 8 €. Kinder 5 €."
	{Number, (*Checker).otherCharge},      // "free" of what has a price, a price of what is free
	{Number, (*Checker).depositInstead},   // a deposit for what has none
	{Number, (*Checker).otherFigure},      // "90 Minuten" of what takes 60

	{Number, (*Checker).otherHalf}, // "2 am" of "2 pm"

	// Names.
	{Name, (*Checker).strangeName}, // a name that no source has and nobody said
	{Name, (*Checker).otherPerson}, // the one who runs the workshop is somebody else
	{Name, (*Checker).besideOther}, // "Dr Hart looks after children" of "Dr Hart treats adults, Dr Rao children"
	{Name, (*Checker).otherName},   // "Frau Berger" in a sentence that the source has of Frau Wolf
	{Name, (*Checker).otherPlace},  // "in Göttingen" of "in Kassel"

	// The words say something else.
	{Words, (*Checker).unbacked},       // too few of them are said by any passage
	{Words, (*Checker).addedCause},     // "weil …", of which no source speaks
	{Words, (*Checker).turnedCause},    // "Wir sind krank, weil geschlossen ist"
	{Words, (*Checker).otherSubject},   // "Businesses pay no VAT" of "Private households pay no VAT"
	{Words, (*Checker).otherCellWords}, // the place in another row
	{Words, (*Checker).addedThing},     // "… and a whirlpool", which no source has

	// The sources say the opposite.
	{Negation, (*Checker).contradicted},     // one of claim and source denies what the other states
	{Negation, (*Checker).deniedCell},       // "with a sauna" of a row with "no" under "sauna"
	{Negation, (*Checker).onlyDenied},       // "PayPal" of what says nothing of it but "PayPal nehmen wir nicht"
	{Negation, (*Checker).deniedElsewhere},  // denied of one place, of another in the sources
	{Negation, (*Checker).statedException},  // "auch Tesla" of "alle Marken außer Tesla"
	{Negation, (*Checker).soldOut},          // "noch Plätze frei" of "ausgebucht"
	{Negation, (*Checker).onlyExcepted},     // "nur für Franzensbad" of "Nicht auf Franzensbad."
	{Negation, (*Checker).contradictedWord}, // "benutzte" of "unbenutzte"

	// The sources say it under a condition, or of something less.
	{Condition, (*Checker).droppedLimit},  // "Dogs" of "only assistance dogs"
	{Condition, (*Checker).addedLimit},    // "nur an der Kasse" of "an der Kasse und online"
	{Condition, (*Checker).unbackedLimit}, // "nur mit Gutschein", of which no source speaks
	{Condition, (*Checker).generalised},   // "jede Reparatur" of "ab 500 Euro"
	{Condition, (*Checker).unbackedReach}, // "weltweit", "online", which no source says
	{Condition, (*Checker).givenFreely},   // "is free" of "is free if you spend £40"
	{Condition, (*Checker).otherKind},     // "Adults" of "Children"
	{Condition, (*Checker).otherSide},     // "nach Beginn" of "vor Beginn"
	{Condition, (*Checker).otherWay},      // "von November bis März" of "von März bis November"

	{Number, (*Checker).otherSpan}, // "montags bis samstags" of "montags bis freitags"

	// The sources say it of something else.
	{Words, (*Checker).exchanged},  // "per UPS" of "per GLS"
	{Words, (*Checker).otherActor}, // "übernehmen wir" of "tragen Sie"
	{Words, (*Checker).otherParty}, // "your" of "our"

	// It is written like them but for one side of a matter.
	{Condition, (*Checker).turned}, // "müssen" of "können"
}

// Sentence checks a sentence, list item or table row. Markdown in it is looked through.
func (c *Checker) Sentence(text string) Verdict {
	v := c.judge(text)
	if !v.Supported && c.sayApart(text) {
		v.Supported, v.Reason = true, ""
	}
	return v
}

// sayApart reports whether a sentence is several, set apart by semicolons, each of which is supported: they may be about
// different things.
func (c *Checker) sayApart(text string) bool {
	const fewest = 3 // words
	if !strings.Contains(text, "; ") {
		return false
	}
	for part := range strings.SplitSeq(text, "; ") {
		if len(strings.Fields(part)) < fewest || !c.judge(part).Supported {
			return false
		}
	}
	return true
}

func (c *Checker) judge(text string) Verdict {
	cl := c.claim(text)
	if cl == nil {
		return Verdict{Supported: true, Hit: -1}
	}
	v := Verdict{Claim: true, Hit: cl.backing.Hit, Share: cl.backing.Share}
	if v.Reason = c.missing(cl, &v); v.Reason != "" {
		return v
	}
	for _, o := range objections {
		if o.raised(c, cl) {
			v.Reason = o.reason
			return v
		}
	}
	v.Supported = true
	if cl.backing.Share < c.enough(cl.backing.Hit) && !c.backs(v.Hit, cl.facts) {
		v.Hit = -1 // it repeats what the visitor said
	}
	return v
}
