package retrieve

import (
	_ "embed"
	"math"
	"math/bits"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/forest"
	"github.com/webchatagent/wca/internal/retrieve/analysis"
	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/word"
)

// quoteTrees is made by `make quotes` from the tuning halves of public question sets, from the invented sites for tuning and
// from the web pages of others that are for tuning.
//
//go:embed quotes.bin
var quoteTrees []byte

var quoteForest = sync.OnceValue(func() *forest.Even {
	f, rest, err := forest.Read(quoteTrees, quoteTraitCount)
	if err != nil || len(rest) > 0 {
		panic("retrieve: quotes.bin does not fit the program; run make quotes")
	}
	return f.Even()
})

// quotesOrdered is how many of the best quotes the forest looks at. QuoteSteepness is Steepness for quotes.
const quotesOrdered, QuoteSteepness = 8, 8

// quoteTraits are the numbers by which the forest tells which of the best quotes answers: the grounds of the evidence, read
// of each of them, and what follows.
type quoteTraits [quoteTraitCount]float32

const (
	// quoteBehind is how far the quote is behind the first, in its score, quotePlace its place among them; quoteOfHit the
	// place of its hit, quoteHitBehind how far that is behind.
	quoteBehind = groundCount + iota
	quotePlace
	quoteOfHit
	quoteHitBehind
	// quoteLack is Quote.lack, quoteAsked and quoteCalled are 1 where the fields of these names are true.
	quoteLack
	quoteAsked
	quoteCalled
	// quoteLength is the logarithm of its bytes, quoteTokens how many words it has; of these are not in the question
	// quoteNew, quoteNewNumbers and, with a capital inside the sentence, quoteNewNames.
	quoteLength
	quoteTokens
	quoteNew
	quoteNewNumbers
	quoteNewNames
	quoteYear
	// quoteLine is its place among the quoteLines sentences of the passage; it may end or begin as follows.
	quoteLine
	quoteLines
	quoteAsks
	quoteAnnounces
	quoteRefersBack
	quoteSeveral
	// quoteFewer and quoteFewerGrams are how much less of the question it says than the one that says most.
	quoteFewer
	quoteFewerGrams
	// quoteSameDocument is how many of the quotes are of its document, quoteBeside and quoteBesideNext are the scores of those
	// beside it.
	quoteSameDocument
	quoteBeside
	quoteBesideNext
	// Of the question: what it asks for, and how many words it has.
	quoteAmount
	quoteWhen
	quoteWay
	quoteConcepts
	quoteFactsAsked
	// quoteFactsMet is how many of the kinds of facts asked for it states, quoteFactsStated of all kinds.
	quoteFactsMet
	quoteFactsStated
	// What is asked for, does it state it itself? 1 or -1, 0 where nothing of the kind is asked for.
	quoteTellsAmount
	quoteTellsWhen
	quoteTellsWho
	quoteGerman
	quoteFirstSignal // the signals of its first line
	quoteTraitCount  = quoteFirstSignal + quoteSignalCount
)

// order puts the best quotes in the order that the forest finds. The places keep their scores: how many quotes are shown
// besides the first goes by these.
func (m *sentenceMatcher) order(all []Quote) {
	best := m.undecided(all)
	if len(best) < 2 {
		return
	}
	rows := m.describeQuotes(best)
	var sums [quotesOrdered]float32
	var numbers [quotesOrdered][]float32
	for i := range rows {
		numbers[i] = rows[i][:]
	}
	quoteForest().Scores(sums[:len(best)], numbers[:len(best)]...)
	var scores [quotesOrdered]float64
	for i := range best {
		scores[i] = best[i].Score
		best[i].Score += float64(sums[i]) / QuoteSteepness
	}
	byScore(best)
	for i := range best {
		best[i].Score = scores[i]
	}
}

// undecided are the best quotes, where it is for the forest to order them; none where the question has no words to tell them
// apart by, or the first is for the day, the month or the quantity that it names: then no other one is meant.
func (m *sentenceMatcher) undecided(all []Quote) []Quote {
	if len(all) == 0 || !m.qu.tellsQuotesApart() || all[0].isFor() {
		return nil
	}
	return all[:min(len(all), quotesOrdered)]
}

// tellsQuotesApart says whether a question has words to tell quotes apart by. One for opening hours or a way to get in touch
// has none: what states these comes first.
func (qu *question) tellsQuotesApart() bool {
	wanted, _ := qu.onlyAsksFor()
	return qu.matters() && wanted == 0 && qu.when != stated.WhenOpen && qu.facts&stated.Contact == 0
}

// isFor says whether a quote is for the day, the month or the quantity that the question names.
func (q *Quote) isFor() bool {
	return q.day > 0 || q.signals[quoteMonth] > 0 || q.signals[quoteFit] > 0
}

func (m *sentenceMatcher) describeQuotes(best []Quote) []quoteTraits {
	rows := make([]quoteTraits, len(best))
	for i := range rows {
		var g grounds
		m.qu.put(&g)
		g.quoted(best[i:min(i+2, len(best))])
		m.readClosest(&best[i], &g)
		copy(rows[i][:], g[:])
		copy(rows[i][quoteFirstSignal:], best[i].signals[:])
		rows[i].putAmong(best, i)
		m.describeText(&best[i], &rows[i])
	}
	return rows
}

// putAmong notes how the i-th quote stands to the others.
func (t *quoteTraits) putAmong(best []Quote, i int) {
	q := &best[i]
	t[quoteBehind], t[quotePlace] = float32(best[0].Score-q.Score), float32(i)
	t[quoteOfHit], t[quoteHitBehind] = float32(q.Hit), best[0].signals[quoteHit]-q.signals[quoteHit]
	var words, grams float32
	for k := range best {
		o := &best[k]
		words, grams = max(words, o.signals[quoteWords]), max(grams, o.signals[quoteGram])
		if o.Passage.Document == q.Passage.Document {
			t[quoteSameDocument]++
		}
		if o.Passage == q.Passage {
			switch o.place - q.place {
			case 1:
				t[quoteBesideNext] = float32(o.Score)
			case -1:
				t[quoteBeside] = float32(o.Score)
			}
		}
	}
	t[quoteFewer], t[quoteFewerGrams] = words-q.signals[quoteWords], grams-q.signals[quoteGram]
}

// describeText notes what a quote says, and what the question wants.
func (m *sentenceMatcher) describeText(q *Quote, t *quoteTraits) {
	tokens := word.Tokens(q.Text, q.Passage.Language)
	facts := stated.FactsOf(q.Text, tokens, q.Passage.Language)
	t[quoteLack], t[quoteLine], t[quoteLines] = q.lack, float32(q.place), float32(q.lines)
	t[quoteLength], t[quoteTokens] = float32(math.Log(1+float64(len(q.Text)))), float32(len(tokens))
	t[quoteAmount], t[quoteWhen], t[quoteWay], t[quoteConcepts] = float32(m.qu.amount), float32(m.qu.when), float32(m.qu.way), float32(len(m.qu.concepts))
	t[quoteFactsAsked], t[quoteFactsMet], t[quoteFactsStated] = float32(m.qu.facts), ones(facts&m.qu.facts), ones(facts)
	for _, trait := range [...]struct {
		at int
		is bool
	}{
		{quoteAsked, q.asked}, {quoteCalled, q.called}, {quoteGerman, q.Passage.Language == "de"}, {quoteSeveral, strings.Contains(q.Text, "\n")},
		{quoteAsks, strings.HasSuffix(q.Text, "?")}, {quoteAnnounces, strings.HasSuffix(q.Text, ":")}, {quoteRefersBack, refersBack(q.Text)},
	} {
		if trait.is {
			t[trait.at] = 1
		}
	}
	an := m.analyser(q.Passage.Language)
	own := stated.SaidInGerman(q.Text, tokens, an.Lang)
	t[quoteTellsAmount] = tells(m.qu.amount != stated.AmountNone, m.qu.amount.StatedIn(q.Text, own))
	t[quoteTellsWhen] = tells(m.qu.when != stated.WhenAny, m.qu.when.StatedIn(q.Text, own))
	t[quoteTellsWho] = tells(m.qu.who != whoNot, names(q.Text, tokens, &an))
	m.countNew(q.Text, tokens, &an, t)
}

// tells is 1 where what is asked is told, -1 where it is not, 0 where it is not asked.
func tells(asked, told bool) float32 {
	switch {
	case !asked:
		return 0
	case told:
		return 1
	}
	return -1
}

func ones(facts stated.Facts) float32 { return float32(bits.OnesCount16(uint16(facts))) }

// countNew counts the words of a quote that the question has not.
func (m *sentenceMatcher) countNew(text string, tokens []word.Token, an *analysis.Analyser, t *quoteTraits) {
	for i, w := range tokens {
		if w.Kind == word.Number {
			t[quoteNewNumbers]++
			if len(w.Text) == 4 && (w.Text[0] == '1' || w.Text[0] == '2') {
				t[quoteYear] = 1
			}
			continue
		}
		term := an.Stem(w)
		if term == 0 || m.qu.names(term) {
			continue
		}
		t[quoteNew]++
		if first, _ := utf8.DecodeRuneInString(text[w.Start:]); i > 0 && unicode.IsUpper(first) {
			t[quoteNewNames]++
		}
	}
}

// QuoteExample is what the forest sees of a quote. It exists for the program that grows the forest.
type QuoteExample struct {
	Quote Quote
	// Traits are the numbers that the forest looks at.
	Traits []float32
}

// QuoteExamples are the quotes of a search that the forest looks at, in the order they have without it; none where it is not
// asked.
func (ix *Index) QuoteExamples(found Results) []QuoteExample {
	qu := found.question
	if qu == nil {
		qu = ix.parse(understood(found.asked))
	}
	if found.part.whole || len(found.Hits) == 0 {
		return nil
	}
	scratch := ix.scratch.Get().(*scratch)
	defer ix.release(scratch)
	m := newSentenceMatcher(ix, qu, scratch, false)
	defer m.leave(scratch)
	best := m.undecided(m.offers(found.Hits))
	out := make([]QuoteExample, len(best))
	for i, row := range m.describeQuotes(best) {
		out[i] = QuoteExample{best[i], row[:]}
	}
	return out
}
