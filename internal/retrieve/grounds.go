package retrieve

import (
	_ "embed"
	"math"
	"sync"

	"github.com/webchatagent/wca/internal/forest"
)

// evidenceTrees is made by `make evidence` from the tuning halves of public question sets and from the
// invented sites for tuning. bareEvidenceTrees are for questions in other languages than German and
// English: they were grown from some of these, and from German and English ones read as if the table knew none, for
// without what is known of a language the other numbers mean something else.
var (
	//go:embed evidence.bin
	evidenceTrees []byte
	//go:embed evidence_bare.bin
	bareEvidenceTrees []byte
	// heldTrees tell answers from what stands beside them, see held.
	//go:embed evidence_held.bin
	heldTrees []byte
)

var (
	evidenceForest     = sync.OnceValue(func() *forest.Even { return evidenceGrown(evidenceTrees) })
	bareEvidenceForest = sync.OnceValue(func() *forest.Even { return evidenceGrown(bareEvidenceTrees) })
	heldForest         = sync.OnceValue(func() *forest.Even { return evidenceGrown(heldTrees) })
)

func evidenceGrown(packed []byte) *forest.Even {
	f, rest, err := forest.Read(packed, groundCount)
	if err != nil || len(rest) > 0 {
		panic("retrieve: the trees of the evidence do not fit the program; run make evidence")
	}
	return f.Even()
}

// grounds are the numbers by which the forest tells whether the sources answer a question: the traits of the best
// candidate, how the others and the best quotes stand to it, what the question knows and names, and the log-odds of
// evidence.go.
type grounds [groundCount]float32

const (
	// groundOdds are the log-odds without the forest; groundUnknown, groundThing and groundNouns what the
	// sources or the best candidate lack of the question.
	groundOdds = int(traitCount) + iota
	groundUnknown
	groundThing
	groundNouns
	// groundAhead is how far the best candidate is ahead of the second without the ranking's forest,
	// groundAheadNow with it; what follows are the second's signals.
	groundAhead
	groundAheadNow
	groundSecondWords
	groundSecondGram
	groundSecondSentence
	// Of the first candidates the best of each signal, and how many are close to the first.
	groundMostWords
	groundMostGram
	groundMostSentence
	groundMostCosine
	groundClose
	// How many of these others are of the best one's document, and how many have the weightiest word of the
	// question.
	groundSameDocument
	groundHave
	// Of the question: whether it has words of a matter, how many nouns, whether it asks for the existence
	// of a thing, how it asks, which figure it wants, its topics; the share of its words that the
	// sources know, and of the weightiest one that they do not.
	groundMatters
	groundNounCount
	groundThingAsked
	groundWay
	groundAmount
	groundTopics
	groundKnown
	groundStrange
	// Of the best quote of the best hit: how much of the question it says, its score, whether it lacks the
	// figure wanted, is a row or an item, states the kind of fact asked for, its length, how far it is
	// ahead of the next, and the weight of the weightiest word it lacks.
	groundQuoteMet
	groundQuoteScore
	groundQuoteSilent
	groundQuoteItem
	groundQuoteStates
	groundQuoteLength
	groundQuoteMetAhead
	groundQuoteAhead
	groundQuoteLack
	// Of reading the best quote, with what stands above it, word by word: how many words of a matter the question
	// has and how many of them the quote lacks; the weight of the weightiest one it lacks; the shares of those it
	// lacks, has in the very word, and has only in what stands above it.
	groundContent
	groundAbsent
	groundLack
	groundMissing
	groundExact
	groundHeaded
	// Of the word it lacks most: whether the sources have it or its topic, how usual it is, and how far the best
	// other candidate that has it is behind.
	groundLackKnown
	groundLackUsual
	groundLackElsewhere
	// How the question is put: see manner; how much it wants a name, and whether the next of several dates.
	groundForm
	groundWho
	groundMust
	groundMay
	groundHas
	groundIs
	groundNext
	// How the best quote stands to the thing asked for: the weight of the second weightiest word it lacks, of the
	// weightiest noun and of the weightiest other word; what share of what its row or item is called by the question
	// names, and the weight of the weightiest word of it that the question does not have; the same of all its words;
	// what share of the thing asked for the line names that has the figure wanted. See holding.
	groundLackSecond
	groundLackNoun
	groundLackOther
	groundLabelMet
	groundLabelStrange
	groundSaidMet
	groundSaidStrange
	groundFigureNear
	// Whether the best quote names the day, the month and the numbers that the question names, see agreement.
	groundDay
	groundMonth
	groundNumbers
	// In how many lines it states the figure wanted, and what share of the thing asked for the clause names that has it.
	groundFigures
	groundClause
	// Whether it states a price, a time or weekday, a date, a name, or a number; how many words deny, how many allow
	// something; whether it says where something is.
	groundTellsPrice
	groundTellsTime
	groundTellsDate
	groundTellsName
	groundTellsNumber
	groundDenies
	groundAllows
	groundPlaced
	// The logarithm of how many lines it has; how far its line that says most of the question is ahead of the rows and
	// items beside it, and the logarithm of how many these are.
	groundLines
	groundLineAhead
	groundSiblings
	// The weight of the weightiest proper name of the question that the best quote has, that it lacks, and that its
	// document lacks; how much it lacks of what the interrogative asks for, and how well its line that says most of the
	// question does. See particularise.
	groundNameMet
	groundNameLack
	groundNameAway
	groundFocusLack
	groundLineMet
	// How well a number of it counts what is to be counted, whether it tells a size where one is wanted, whether it names
	// the length of time that the question names, see agreement, and whether it names a thing that only its number
	// tells from the one asked for.
	groundCounted
	groundSized
	groundSpan
	groundOtherNumber
	groundCount
)

// statedProves is the log-odds where nothing but the opening hours or a way to get in touch is asked for and the best
// passage states it: "Wann habt ihr auf?" has no word of a page that the forest could go by.
const statedProves = 3

// refusedProves is the log-odds where the best passage says that there is no thing of the kind asked for.
const refusedProves = 0.4

// surveyed is how many candidates the grounds look at, nearby how close to the best one counts as close, and
// partlyMet how well a word is met by one that is somewhat like it.
const surveyed, nearby, partlyMet = 8, 0.1, 0.8

// evidence estimates how likely it is that the hits answer the question, and that the best quote is the answer: see
// Results.Certainty. The forests have seen no question that leans on an earlier one, and no vectors of embedders: of these
// the log-odds without them tell.
func (g *grounds) evidence(alone, bare bool) (evidence, certainty float64) {
	x := float64(g[groundOdds])
	switch {
	case alone && bare:
		x = OddsCount*x + g.ask(bareEvidenceForest())
	case alone:
		held := HeldOddsCount*x + g.ask(heldForest())
		x = OddsCount*x + g.ask(evidenceForest()) - otherNumberCosts*float64(g[groundOtherNumber])
		return chance(x), chance(x + held - heldFrom)
	case bare:
		x += bareGives
	}
	return chance(x), chance(x)
}

// otherNumberCosts is the log-odds that it costs if the best quote names another thing that only its number tells from the
// one asked for: of "Discofox 1" nothing holds for "Discofox 2".
const otherNumberCosts = 4

// ask gives what a forest says.
func (g *grounds) ask(trees *forest.Even) float64 {
	var sum [1]float32
	trees.Scores(sum[:], g[:])
	return float64(sum[0])
}

// HeldOddsCount is OddsCount for the forest that tells answers from what stands beside them. heldFrom takes from the
// log-odds of both forests together so much that about as many right answers count as certain as by the first alone.
const HeldOddsCount, heldFrom = 0.3, 0.55

// chance is the probability of log-odds.
func chance(odds float64) float64 { return 1 / (1 + math.Exp(-odds)) }

// bareGives makes up in the log-odds for what is not known of other languages than German and English.
const bareGives = 1.4

// OddsCount is how much the log-odds without the forest count, which corrects them so. The forest alone would
// tell a little better on the sites of firms, which are asked in other words than theirs, and worse on texts
// that are asked in theirs. It exists for the program that grows the forest.
const OddsCount = 0.5

// survey fills in the grounds that come from the candidates, which must be in order. ok is false where
// nothing can be evidence.
func (ix *Index) survey(qu *question, s *scratch, g *grounds) (ok bool) {
	best := s.candidates
	if len(best) == 0 || len(qu.concepts) == 0 && len(qu.topics) == 0 {
		return false
	}
	described := len(best) >= 2 && qu.matters() // else reorder has not looked at them
	if described {
		copy(g[:], s.traits[best[0].row][:])
	}
	unknown := ix.unknown(qu)
	x, thing, nouns := ix.odds(qu, s, unknown)
	g[groundOdds], g[groundThing], g[groundNouns], g[groundUnknown] = float32(x), thing, nouns, float32(unknown)
	if len(best) > 1 {
		second := &best[1]
		g[groundAhead], g[groundAheadNow] = best[0].plain-second.plain, best[0].score-second.score
		g[groundSecondWords], g[groundSecondGram], g[groundSecondSentence] = second.signals[signalWords], second.signals[signalGram], second.signals[signalSentence]
	}
	for i := range best[:min(surveyed, len(best))] {
		f := &best[i].signals
		for k, signal := range [...]int{signalWords, signalGram, signalSentence, signalCosine} {
			g[groundMostWords+k] = max(g[groundMostWords+k], f[signal])
		}
		if best[i].score > best[0].score-nearby {
			g[groundClose]++
		}
		if i > 0 && ix.passages[best[i].doc].Document == ix.passages[best[0].doc].Document {
			g[groundSameDocument]++
		}
		if described && s.traits[best[i].row][traitRarest] > partlyMet {
			g[groundHave]++
		}
	}
	qu.survey(g)
	return true
}

// survey fills in the grounds that lie in the question.
func (qu *question) survey(g *grounds) {
	if qu.matters() {
		g[groundMatters] = 1
	}
	if qu.thing.concept >= 0 {
		g[groundThingAsked] = 1
	}
	g[groundNounCount], g[groundTopics], g[groundWay], g[groundAmount] = float32(len(qu.nouns)), float32(len(qu.topics)), float32(qu.way), float32(qu.amount)
	var known, all, strange float32
	for i := range qu.concepts {
		c := &qu.concepts[i]
		if c.part || c.asking {
			continue
		}
		all += c.idf * c.weight
		if c.known || c.spoken {
			known += c.idf * c.weight
		} else {
			strange = max(strange, c.idf*c.weight)
		}
	}
	if all > 0 {
		g[groundKnown], g[groundStrange] = known/all, strange/all
	}
}

// quoted fills in the grounds that come from the best quotes.
func (g *grounds) quoted(quotes []Quote) {
	if len(quotes) == 0 {
		return
	}
	q := &quotes[0]
	g[groundQuoteLack] = q.lack
	g[groundQuoteMet], g[groundQuoteScore], g[groundQuoteLength] = float32(q.Met), float32(q.Score), float32(math.Log(1+float64(len(q.Text))))
	for k, is := range [...]bool{q.Silent, q.Item, q.states} {
		if is {
			g[groundQuoteSilent+k] = 1
		}
	}
	if len(quotes) > 1 {
		g[groundQuoteMetAhead], g[groundQuoteAhead] = float32(q.Met-quotes[1].Met), float32(q.Score-quotes[1].Score)
	}
}

// Ground is what the forest sees of whether the hits answer a question, and the log-odds without it. It
// exists for the program that grows the forest.
type Ground struct {
	Row  []float32
	Odds float64
	Hits []Result
}

// Ground searches without a judgement; ok is false where nothing can be evidence.
func (ix *Index) Ground(q Query) (ground Ground, ok bool) {
	found, g, ok := ix.search(q)
	return Ground{Row: g[:], Odds: float64(g[groundOdds]), Hits: found.Hits}, ok
}
