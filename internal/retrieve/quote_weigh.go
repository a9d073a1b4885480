package retrieve

import (
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/retrieve/analysis"
	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/internal/wordlist"
)

// quoteSignals are what a quote's score is made of.
type quoteSignals [quoteSignalCount]float32

const (
	// quoteHit is the score of the passage.
	quoteHit = iota
	// quoteWords to quoteGram are the signals of these names, of the sentence; for the first two what the heading above
	// it says counts nearly as much.
	quoteWords
	quoteEven
	quoteFunction
	quoteGram
	// quoteFact says that it states the kind of thing asked for.
	quoteFact
	// quoteBefore is how much more of the question is met by it and the sentence before together:
	// "It is open until …" says what only its predecessor names.
	quoteBefore
	// quoteAbove is how much more of the question is met by it and the heading above it together.
	quoteAbove
	// quoteTopic is how much it and its passage are on the everyday topics of the question.
	quoteTopic
	// quoteDay is 1 where it is about a day asked for, -1 where it is about other days.
	quoteDay
	// quoteMonth is the same of months, quoteFit of quantities: whether it is for groups or ages as asked.
	quoteMonth
	quoteFit
	quoteSignalCount
)

// wholeGives is for a table or list that answers as a whole, addressGives besides for the lines of an
// address where one is asked for, footerCosts for a page's last line, which names the firm and much else.
// silentCosts is for text without the figure that is asked for, silentBesides what it costs besides where quotes are
// shown, as the trees of the evidence were grown without it; otherKindCosts for text without the kind
// of time that is, beginningGives for text that tells of a beginning where one is asked for.
const (
	wholeGives, addressGives, footerCosts = 0.06, 0.4, 0.3
	silentCosts, silentBesides            = 0.05, 0.1
	otherKindCosts, beginningGives        = 0.2, 0.15
)

// weekGives is for the rows of a week where opening hours are asked for, with the heading above them of whatever the
// question names besides: lacksLittle is what they may lack of it.
const weekGives, lacksLittle = 0.2, 0.1

// placeGives is for a line that a label says to tell a place, where one is asked for: "Ort: Kasberg".
const placeGives = 0.2

// placeLabels are such labels.
var placeLabels = wordlist.Set("ort standort lage treffpunkt veranstaltungsort aufnahmeort anschrift adresse place location venue address where")

// aloneGives is for a line that is nothing but the price asked for, where what stands above it says of what: aloneMet is how
// much of the question that must say. shortest is of how many words the line is at most.
const aloneGives, aloneMet, shortest = 0.2, 0.5, 4

// figureAlone says whether words are figures and units and nothing else: "$699".
func figureAlone(said []word.Token, an *analysis.Analyser) bool {
	return len(said) <= shortest && !slices.ContainsFunc(said, func(t word.Token) bool {
		return t.Kind != word.Number && an.Stem(t) != 0 && !stated.IsUnit(t.Text)
	})
}

// labelsPlace says whether a line begins with a label for a place.
func labelsPlace(line string) bool {
	label, _, ok := strings.Cut(strings.TrimPrefix(line, "• "), ": ")
	return ok && placeLabels[strings.ToLower(label)]
}

// namelessCosts is for text that names nobody where a name is asked for.
const namelessCosts = 0.15

// feastCosts is for opening hours of feasts and holidays where none is named.
const feastCosts = 0.15

// dayRowGives is for a row of the days asked for where the hours are: text beside the table tells of hours for some.
const dayRowGives = 0.1

// seasonGives is for text that says that it is open or closed in the part of the year that is, where the hours are asked for.
const seasonGives = 0.4

// muchGives is for an amount of money or a share where "how much?" is all that is asked, untilGives for text
// that tells of a last moment where that is asked for.
const muchGives, untilGives = 0.2, 0.1

// pays says whether a text states a price or a share.
func pays(text string, tokens []word.Token) bool {
	return stated.AmountPrice.StatedIn(text, tokens) || strings.ContainsRune(text, '%')
}

// weigh adds and takes away what the kind of the question makes of a quote, whose words are said. grown gives what it
// grows to when it is shown.
func (m *sentenceMatcher) weigh(q *Quote, said []word.Token, grown func() Quote, an *analysis.Analyser) {
	lang := q.Passage.Language
	if m.qu.amount == stated.AmountMuch && pays(q.Text, said) {
		q.Score += muchGives
	}
	if m.qu.when == stated.WhenOpen && !m.qu.feast && stated.SpeaksOfFeasts(said) { // those of every day are asked for
		q.Score -= feastCosts
	}
	if !m.roughly && m.qu.when == stated.WhenOpen && q.Item && m.qu.days&stated.DaysIn(q.Text, said) != 0 {
		q.Score += dayRowGives
	}
	if !m.roughly && m.qu.on.Day != 0 && m.qu.when == stated.WhenOpen && slices.ContainsFunc(said, stated.AsksOpening) && inSeason(q.Text, said, m.qu.on) > 0 {
		q.Score += seasonGives
		return
	}
	if !m.roughly && m.qu.amount == stated.AmountPrice && q.Met >= aloneMet && figureAlone(said, an) && m.qu.amount.StatedIn(q.Text, said) {
		q.Score += aloneGives
	}
	if m.qu.way == wayWhere && labelsPlace(q.Text) {
		q.Score += placeGives
	}
	if len(m.qu.defines) > 0 && m.ix.defines(m.qu, q.Text, an) {
		q.defines = true
		q.Score += lineDefinesGives
		return
	}
	if m.qu.until && stated.TellsUntil(said) {
		q.Score += untilGives
	}
	if m.qu.without != "" && m.goesWith(q) {
		q.Score -= withCosts
	}
	if strings.HasPrefix(q.Text, "©") || strings.Contains(q.Text, "://") && m.qu.facts&stated.Contact == 0 { // a reference says where else to read
		q.Score -= footerCosts
	}
	if strings.HasSuffix(q.Text, "?") && strings.HasSuffix(grown().Text, "?") { // another question is no answer
		q.Score -= footerCosts
	}
	if m.qu.who == whoNot && m.qu.amount == stated.AmountNone && m.qu.when == stated.WhenAny {
		return
	}
	whole, tokens := grown().announced().Text, said
	if whole != q.Text {
		tokens = word.Tokens(whole, lang)
	}
	if m.qu.who != whoNot && !names(whole, tokens, an) && !underName(q.Passage) {
		q.Silent = m.qu.who == whoNamed
		q.Score -= namelessCosts
	}
	tokens = stated.SaidInGerman(whole, tokens, lang)
	if m.qu.amount != stated.AmountNone && !m.qu.amount.StatedIn(whole, tokens) {
		q.Silent = true
		q.Score -= silentCosts
		if !m.roughly {
			q.Score -= silentBesides
		}
	}
	switch {
	case !m.qu.when.StatedIn(whole, tokens):
		q.Silent = true
		q.Score -= otherKindCosts
	case underName(q.Passage) && (m.qu.when == stated.WhenFounded || m.qu.amount == stated.AmountOld && !stated.TellsAge(tokens)): // since when somebody has been there
		q.Silent = true
		q.Score -= otherKindCosts
	case (m.qu.when == stated.WhenFounded || m.qu.amount == stated.AmountOld) && stated.TellsBeginning(tokens):
		q.Score += beginningGives
	case m.qu.when == stated.WhoFounded: // whatever else has the question's words names nobody
		q.Score += 2 * beginningGives
	}
}

// goesWith says whether a quote, or the heading above it, tells how it goes with what the question wants to do without.
func (m *sentenceMatcher) goesWith(q *Quote) bool {
	text := q.Passage.Heading() + "\n" + q.Text
	return goesWith(text, word.Tokens(text, q.Passage.Language), m.qu.without, q.Passage.Language)
}

// quoteWeights were chosen on the tuning half of test/eval/retrieval's questions.
var quoteWeights = quoteSignals{
	quoteHit: 0.5, quoteWords: 0.15, quoteEven: 0.1, quoteFunction: 0.05, quoteGram: 0.2, quoteFact: 0.05, quoteBefore: 0.15,
	quoteAbove: 0.15, quoteTopic: 0.2, quoteDay: 0.15, quoteMonth: 0.1, quoteFit: 0.15,
}

func (s *quoteSignals) weighed() float32 {
	var sum float32
	for i, w := range quoteWeights {
		sum += w * s[i]
	}
	return sum
}
