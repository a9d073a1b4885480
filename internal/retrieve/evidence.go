package retrieve

import (
	"math"
	"slices"

	"github.com/webchatagent/wca/internal/stated"
)

// enough is the Evidence from which on an answer is given. It is set where about
// one in ten questions without any answer in the sources would still be
// answered.
const enough = 0.42

// evidenceWeights weigh the signals of the best passage in a logistic
// regression of "the sources answer this", fitted on the tuning halves of the
// sets in test/eval/retrieval. The sum begins at evidenceBase.
var evidenceWeights = signals{
	signalGram: 14.55, signalCosine: 3.28, signalWords: 1.73, signalEven: 2.25, signalSentence: 1.16, signalNear: 0.99, signalPairs: 6.45,
}

const (
	evidenceBase = -6.85
	// unknownCosts is what it costs if the sources have none of the question's
	// words, and shortCosts what it costs besides where these are few: "Nehmen
	// Sie Bitcoin?" is about the one word that no page has.
	unknownCosts, shortCosts, short = 1.38, 3, 3
	// apartCosts is what it costs if of the question's couples the sources have none: its words stand there
	// in pieces only.
	apartCosts = 1
	// missingCosts is what it costs if a question asks whether there is a thing
	// and the sources have no word for it: "Gibt es auf dem Hof ein Restaurant?"
	missingCosts = 4
	// nounsGive is for a question whose nouns are known, nounsCost what it costs
	// if the best passage lacks them all: "Darf ich meinen Hund mitbringen?" on a
	// page about what to bring along.
	nounsGive, nounsCost = 0.5, 5
	// foreignGives makes up, by the likeness of vectors, for what a passage in
	// another language than the question's cannot share with it: letters and
	// neighbours.
	foreignGives = 6.6
	// aheadCosts discounts a passage that is far ahead of the next: of pages
	// that treat a matter, more than one mentions it.
	aheadCosts = 3.31
	// inTouchProves is for an address or a number where the question is after
	// nothing else.
	inTouchProves = 8
	// topicGives is for who asks about an everyday topic in quite other words
	// than the page ("Wann habt ihr auf?"), which covers little of it.
	topicGives, topicFrom = 24, 0.2
	// outsideGives is for the similarity by a remote embedder's vectors.
	outsideGives, outsideFrom = 6, 0.3
)

// odds are the log-odds that the best candidate answers the question, from how well it covers it.
// unknown is what it costs that the sources lack words of the question; thing and nouns are what the candidate
// lacks of what the question names, see missing.
func (ix *Index) odds(qu *question, s *scratch, unknown float64) (x float64, thing, nouns float32) {
	best := s.candidates
	top := &best[0].signals
	x = evidenceBase - unknown
	if qu.apart() && !qu.remote {
		x -= apartCosts
	}
	if qu.matters() {
		x += float64(top.weighed(&evidenceWeights))
		if top[signalLanguage] == 0 {
			x += foreignGives * float64(top[signalCosine])
		}
	}
	if !qu.matters() && qu.facts&stated.Contact&ix.facts[best[0].doc] != 0 {
		x += inTouchProves
	}
	if !qu.remote {
		thing, nouns = ix.missing(qu, int(best[0].doc), s)
		x -= max((missingCosts+nounsGive)*float64(thing), nounsCost*float64(nouns*nouns))
		if len(qu.nouns) > 0 {
			x += nounsGive
		}
	}
	if len(best) > 1 {
		x -= aheadCosts * float64(best[0].plain-best[1].plain)
	}
	x += topicGives * math.Max(0, float64(top[signalTopic])-topicFrom)
	if qu.remote {
		x += outsideGives * (float64(top[signalOutside]) - outsideFrom)
	}
	return x, thing, nouns
}

// missing is how much the best passage lacks what the question names: the thing whose existence is
// asked, and the share of its nouns.
func (ix *Index) missing(qu *question, doc int, s *scratch) (thing, nouns float32) {
	if qu.thing.concept < 0 && len(qu.nouns) == 0 {
		return 0, 0
	}
	m := newMatcher(ix, qu, s)
	defer m.leave(s)
	m.passage(doc, new(signals))
	if qu.thing.concept >= 0 {
		thing = ix.lacks(qu, qu.thing, m.met, doc)
	}
	var sum float32
	for _, n := range qu.nouns {
		idf := qu.concepts[n.concept].idf
		nouns += idf * ix.lacks(qu, n, m.met, doc)
		sum += idf
	}
	if sum > 0 {
		nouns /= sum
	}
	if nouns > 0 && m.headed(doc) {
		nouns /= 2
	}
	return thing, nouns
}

// headed says whether the heading of a passage names a noun of the question: then the passage is about
// it, whatever else the question names ("Nehmen Sie Kryptowährungen wie Bitcoin?").
func (m *matcher) headed(doc int) bool {
	ix := m.ix
	sequence := ix.sequence[ix.sequenceAt[doc]:ix.sequenceAt[doc+1]]
	ends := sentenceEnds(sequence)
	if len(ix.passages[doc].Headings) == 0 || len(ends) == 0 {
		return false
	}
	m.read(sequence[:ends[0]], ix.rowsOf(doc), new(signals))
	return slices.ContainsFunc(m.qu.nouns, func(n named) bool { return m.qu.concepts[n.concept].known && m.met[n.concept] >= 0.9 })
}

// topicOf is how much a passage is on a topic.
func (ix *Index) topicOf(topic uint8, doc int) float32 {
	list := ix.topics.list(uint32(topic))
	i, found := slices.BinarySearchFunc(list, uint32(doc), func(entry, doc uint32) int { return int(entry>>8) - int(doc) })
	if !found {
		return 0
	}
	return ix.topics.impact * float32(list[i]&255)
}

// matters reports whether the question has a word of a matter, and not only of asking.
func (qu *question) matters() bool {
	return slices.ContainsFunc(qu.concepts, func(c concept) bool { return !c.asking && c.word != "" })
}

// unknown is what it costs that words of the question stand nowhere in the index. Those that say how
// a question is asked need not, and "Telefonnummer" is there where a number is.
func (ix *Index) unknown(qu *question) float64 {
	var unknown, all float32
	words := 0
	for i := range qu.concepts {
		c := &qu.concepts[i]
		if c.part {
			continue
		}
		if !c.couple {
			words++
		}
		all += c.idf * c.lacked
		if !c.known && !c.spoken && !c.asking && (c.fact == 0 || !ix.states(c.fact)) {
			unknown += c.idf * c.lacked
		}
	}
	if all == 0 {
		return 0
	}
	costs := unknownCosts
	if words <= short && !qu.remote && len(qu.topics) == 0 { // else it may be understood all the same
		costs += shortCosts
	}
	return costs * float64(unknown/all)
}

// states reports whether some passage states a fact of the kind.
func (ix *Index) states(kind stated.Facts) bool {
	return slices.ContainsFunc(ix.facts, func(f stated.Facts) bool { return f&kind != 0 })
}
