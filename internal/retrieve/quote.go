package retrieve

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"
	"sync"

	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/retrieve/analysis"
	"github.com/webchatagent/wca/internal/sentence"
	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/word"
)

// Quote is a sentence, list item or table row worth showing as an answer.
type Quote struct {
	// Hit is the place among the hits of the search.
	Hit int
	// Text is the quoted text, a part of Passage.Text.
	Text string
	// Passage is where it stands; Start and End are byte offsets in its Text.
	Passage    *passage.Passage
	Start, End int
	// Score orders quotes, best first; about 0 to 1.
	Score float64
	// Met is how much of the question's words the text says, 0 to 1.
	Met float64
	// Item says that the text is a list item or a table row.
	Item bool
	// Heading is what to show with the text where it does not say itself what it is about; set by Whole.
	Heading string

	// Silent says that a price or a number of things is asked for and neither the text nor what it is
	// shown with states one.
	Silent bool

	number  int // of the passage in the index
	from    int // where the passage's own text begins and ends, without what stands in most documents; 0 and 0: nowhere else
	until   int
	asked   bool         // the heading above it has no word that the question has not
	echo    bool         // an entry of a list with no word that the question has not: what is above it says what is so of it
	part    bool         // a numbered part of a document, asked for as such
	called  bool         // a row about the thing of which the price is asked
	states  bool         // the kind of thing asked for
	factual bool         // it states a fact of any kind: a time, a price, how to reach somebody
	defines bool         // what the question wants explained
	signals quoteSignals // of its first line
	place   int          // of that among those of the passage
	lines   int          // how many the passage has
	day     float32      // 1 where it is about a day asked for, -1 where it is about other days
	lack    float32      // the weight of the weightiest word it lacks of those that say what is asked about
}

// Quote picks at most max sentences, list items or table rows (20, if max is more) from the hits of a
// search, best first, that answer its question. Rows of a table, items of a list and
// lines with the facts asked for that follow each other are quoted together where the
// question does not tell them apart.
func (ix *Index) Quote(found Results, max int) []Quote {
	if max <= 0 || len(found.Hits) == 0 {
		return nil
	}
	if found.part.whole {
		if quotes := ix.partQuotes(&found.part, found.Hits, max); len(quotes) > 0 {
			return quotes
		}
	}
	if found.offered == nil {
		found.offered = ix.offering(found)
	}
	quotes := found.offered()
	return slices.Clone(quotes[:min(max, len(quotes))])
}

// mostQuoted is how many quotes of what was found are kept.
const mostQuoted = 20

// offering gives what the hits of a search offer for quoting. It is looked for once, when it is first asked for: which of
// several readings of a question is taken hangs on the best quote of each, and the one that is taken is quoted.
func (ix *Index) offering(found Results) func() []Quote {
	return sync.OnceValue(func() []Quote {
		qu := found.question
		if qu == nil {
			qu = ix.parse(understood(found.asked))
		}
		return ix.quote(qu, found.Hits, mostQuoted, false)
	})
}

// of are the results with other hits.
func (r Results) of(hits ...Result) Results {
	r.Hits, r.offered = hits, nil
	return r
}

// quote is what hits offer for quoting, the best first, at most max. roughly does not look which everyday topics a line is on,
// which takes most of the time, nor what the heading above it says, as when the trees of the evidence were grown.
func (ix *Index) quote(qu *question, hits []Result, max int, roughly bool) []Quote {
	scratch := ix.scratch.Get().(*scratch)
	defer ix.release(scratch)
	m := newSentenceMatcher(ix, qu, scratch, roughly)
	defer m.leave(scratch)
	all := m.offers(hits)
	if !roughly {
		m.order(all)
		all = m.inOwnLanguage(all)
	}
	if len(all) > 0 && all[0].day > 0 { // the hours of other days confuse
		all = slices.DeleteFunc(all, func(q Quote) bool { return q.day < 0 })
	}
	if !roughly {
		all = qu.withoutAside(all)
	}
	if len(all) > 0 && !all[0].onEachPage() { // what each page says is no more than the page itself does
		all = slices.DeleteFunc(all, func(q Quote) bool { return q.onEachPage() && !q.factual })
	}
	if len(all) > 0 && all[0].onEachPage() && all[0].states { // nor does a page add to it that says nothing of the kind
		all = slices.DeleteFunc(all, func(q Quote) bool { return !q.states })
	}
	if len(all) > 0 && all[0].defines { // what else has the words explains nothing
		all = slices.DeleteFunc(all, func(q Quote) bool { return !q.defines })
	}
	if len(all) > 0 {
		if q, ok := m.pricedPage(hits); ok && (all[0].Silent || all[0].at(&q)) {
			q.Score = all[0].Score
			return []Quote{q}
		}
	}
	if qu.comparing && len(all) > 0 && all[0].Item && strings.Contains(all[0].Text, "\n") {
		max = 1 // who compares wants the table
	}
	return distinct(all, max)
}

// newSentenceMatcher begins to match; leave ends it.
func newSentenceMatcher(ix *Index, qu *question, s *scratch, roughly bool) *sentenceMatcher {
	m := &sentenceMatcher{matcher: newMatcher(ix, qu, s), roughly: roughly, week: qu.wantsWeek(), gramAt: make(map[uint32]int, len(qu.grams)), grams: make([]bool, len(qu.grams))}
	if !roughly { // the same lines are looked at several times
		m.known = analysis.Known{}
	}
	for i, g := range qu.grams {
		m.gramAt[g.key] = i
	}
	return m
}

// offers are what the hits offer for quoting, the best first.
func (m *sentenceMatcher) offers(hits []Result) (all []Quote) {
	for i := range hits[:min(len(hits), quoteFrom)] {
		for _, number := range hits[i].numbers() {
			score := hits[i].Score
			if !m.roughly {
				score += besideGives * (bestOf(hits, hits[i].Passage.Document) - score)
			}
			all = m.quotes(all, number, i, score)
		}
	}
	all = m.ofNamed(all)
	m.qu.behindSentences(all)
	m.beforeNameless(all)
	byScore(all)
	return all
}

// at says whether two quotes begin at the same place.
func (q *Quote) at(o *Quote) bool { return q.Passage == o.Passage && q.Start == o.Start }

// besideGives is how much of the lead of its document's best passage another passage makes up where quotes are shown: what a
// long text says once at its beginning it goes on about further down.
const besideGives = 0.5

// bestOf is the score of the best hit of a document.
func bestOf(hits []Result, document string) float64 {
	i := slices.IndexFunc(hits, func(h Result) bool { return h.Passage.Document == document })
	return hits[i].Score
}

// byScore puts quotes in order, the best first.
func byScore(all []Quote) {
	slices.SortStableFunc(all, func(a, b Quote) int { return cmp.Compare(b.Score, a.Score) })
}

// behindSentences puts tables and lists of which no line stands out behind the sentences that say as
// much of the question, unless they state what is asked for or the question compares: its words stand
// in their heads ("Preis pro Nacht"), and the sentence answers.
func (qu *question) behindSentences(all []Quote) {
	if qu.most { // the one is among them
		for i := range all {
			if q := &all[i]; q.Item && q.states && strings.Contains(q.Text, "\n") {
				q.Score += mostGives
			}
		}
	}
	if qu.comparing {
		return
	}
	said := float64(-1)
	for _, q := range all {
		if !q.Item {
			said = max(said, q.Met)
		}
	}
	for i := range all {
		if q := &all[i]; q.Item && !q.states && strings.Contains(q.Text, "\n") && q.Met <= said+metAlike {
			q.Score -= behindCosts
		}
	}
}

// beforeNameless puts the row about the thing that is asked for before what has a word of like meaning only: of "E-Bike"
// before "Die Radwäsche kostet …".
func (m *sentenceMatcher) beforeNameless(all []Quote) {
	if !slices.ContainsFunc(all, func(q Quote) bool { return q.called }) {
		return
	}
	for i := range all {
		q := &all[i]
		an := m.analyser(q.Passage.Language)
		switch {
		case q.called:
			q.Score += calledGives
		case q.Item || !m.names(m.wordsOf(q.Text, &an), nil):
			q.Score -= calledGives
		}
	}
}

// metAlike is how far apart two quotes may be that meet the question alike; behindCosts is what a
// table that says no more than a sentence loses.
const metAlike, behindCosts = 0.02, 0.15

// mostGives is for tables and lists that state what is asked for, of which the one that is the most is wanted.
const mostGives = 0.15

// quoteFrom is how many hits are looked at for quotes.
const quoteFrom = 5

// distinct keeps the first of quotes with the same text.
func distinct(all []Quote, max int) []Quote {
	out := make([]Quote, 0, max)
	for _, q := range all {
		if len(out) == max {
			break
		}
		same := slices.ContainsFunc(out, func(o Quote) bool {
			return o.Passage == q.Passage && q.Start < o.End && o.Start < q.End || strings.EqualFold(o.Text, q.Text)
		})
		if !same {
			out = append(out, q)
		}
	}
	return out
}

// sentenceMatcher scores single sentences against a question.
type sentenceMatcher struct {
	*matcher
	roughly bool           // as the trees of the evidence know quotes, see quote
	week    bool           // the hours of a branch are asked for, of all days
	gramAt  map[uint32]int // by key: its place among the question's
	grams   []bool         // which of these the sentence has
}

// calledGives is for a row about the thing of which the price is asked, and against what does not name the thing.
const calledGives = 0.15

// quotes adds what a passage offers for quoting: its sentences, items and rows, and tables that answer as a whole.
func (m *sentenceMatcher) quotes(all []Quote, number, hit int, score float64) []Quote {
	p := &m.ix.passages[number]
	spans := sentence.In(p.Text)
	machine := passage.Addressed(p.Text, spans)
	lines := m.lines(number, spans, machine, quoteSignals{quoteHit: float32(score), quoteTopic: m.topic(number) / 2})
	if lines == nil {
		return all
	}
	an := m.analyser(p.Language)
	from, until := m.ix.feet.own(p.Text)
	asked := len(p.Headings) > 0 && m.has(word.Tokens(p.Heading(), p.Language), &an)
	for _, u := range m.units(spans, lines) {
		if lines[u.first].machine {
			continue
		}
		q := Quote{Hit: hit, Passage: p, number: number, from: from, until: until, Start: spans[u.first].Start, End: spans[u.last].End, asked: asked}
		q.Text = p.Text[q.Start:q.End]
		said := lines[u.first].tokens
		if u.last > u.first {
			said = word.Tokens(q.Text, p.Language)
		}
		if m.echoes(q.Text, said, &an) {
			if q.echo = m.answersAsEntry(&q); !q.echo {
				continue
			}
		}
		q.lack, q.day = lines[u.first].lack, lines[u.first].signals[quoteDay]
		q.signals, q.place, q.lines = lines[u.first].signals, u.first, len(lines)
		for _, l := range lines[u.first : u.last+1] {
			q.Score, q.Met = max(q.Score, float64(l.signals.weighed())), max(q.Met, float64(l.signals[quoteWords]))
			q.lack = min(q.lack, l.lack)
			q.Item = q.Item || l.item
			q.states, q.factual = q.states || l.facts&m.qu.facts != 0, q.factual || l.facts != 0
		}
		if u.last > u.first {
			q.Score += wholeGives
			if m.week && q.lack < lacksLittle && bits.OnesCount8(uint8(stated.DaysIn(q.Text, said))) >= manyDays {
				q.Score += weekGives
			}
			if m.qu.facts&lines[u.first].facts&lines[u.last].facts&stated.Place != 0 {
				q.Score += addressGives
			}
		}
		m.weigh(&q, said, func() Quote { return q.grown(spans, machine, judgedWhole) }, &an)
		if q.Item && u.first == u.last && m.qu.amount != stated.AmountNone {
			q.Score -= otherThingCosts * float64(m.furtherNouns(q.Text, &an))
			q.called = lines[u.first].called
		}
		all = append(all, q)
	}
	return all
}

// echoes says whether a short text has no word that the question has not. A whole sentence that has none
// still answers whether something is so: "Hunde dürfen Sie mitbringen."
func (m *sentenceMatcher) echoes(text string, tokens []word.Token, an *analysis.Analyser) bool {
	return len(text) <= echoShort && (m.qu.way != wayOther || !strings.HasSuffix(text, ".")) && m.has(tokens, an)
}

// answersAsEntry says whether one item of a list answers by standing under what is above it: "Parking" under "Not
// included", where it is asked whether something is so.
func (m *sentenceMatcher) answersAsEntry(q *Quote) bool {
	return m.qu.way == wayOther && m.qu.amount == stated.AmountNone && m.qu.when == stated.WhenAny &&
		strings.HasPrefix(q.Text, "• ") && !strings.Contains(q.Text, "\n") && q.above() != ""
}

// has says whether the question has all of these words.
func (m *sentenceMatcher) has(tokens []word.Token, an *analysis.Analyser) bool {
	for _, t := range tokens {
		term := an.Stem(t)
		if t.Kind == word.Number || term != 0 && !m.qu.names(term) {
			return false
		}
	}
	return true
}

// names reports whether a question has a word with the term.
func (qu *question) names(term uint32) bool {
	for i := range qu.concepts {
		if qu.concepts[i].term == term {
			return true
		}
	}
	return false
}

// echoShort is up to how many bytes of text may be no more than an echo of the question.
const echoShort = 60
