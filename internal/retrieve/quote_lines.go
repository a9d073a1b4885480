package retrieve

import (
	"math/bits"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/date"
	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/retrieve/analysis"
	"github.com/webchatagent/wca/internal/sentence"
	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/word"
)

// line is a sentence, list item or table row that may be quoted.
type line struct {
	item    bool
	called  bool // a row of a table about what the question names
	machine bool // it speaks to machines, and stands for itself
	facts   stated.Facts
	days    date.Days
	signals quoteSignals
	lack    float32
	said    float32 // how much of the question's words it says itself
	tokens  []word.Token
}

// factMet is how well a word for a kind of fact is met by such a fact.
const factMet = 0.85

// lines reads the sentences of a passage, of which all have the common signals; nil if they are not those of its
// analysis.
func (m *sentenceMatcher) lines(number int, spans []sentence.Span, machine []bool, common quoteSignals) []line {
	p := &m.ix.passages[number]
	sequence := m.ix.sequence[m.ix.sequenceAt[number]:m.ix.sequenceAt[number+1]]
	rows := m.ix.rowsOf(number)
	ends := sentenceEnds(sequence)
	before, above := make([]float32, len(m.met)), make([]float32, len(m.met))
	if len(p.Headings) > 0 && len(ends) > 0 { // the nearest heading was read as a sentence
		m.read(sequence[:ends[0]], rows, new(signals))
		copy(above, m.met)
		sequence, ends = sequence[ends[0]:], lessFirst(ends)
	}
	if len(ends) != len(spans) {
		return nil
	}
	an := m.analyser(p.Language)
	lines := make([]line, len(spans))
	first := 0
	for i, s := range spans {
		text := p.Text[s.Start:s.End]
		tokens := word.Tokens(text, p.Language)
		l := line{item: passage.IsItem(text), machine: machine != nil && machine[i], facts: stated.FactsOf(text, tokens, p.Language), days: stated.DaysIn(text, tokens), signals: common, tokens: tokens}
		if m.qu.facts&stated.Price != 0 && costsNothing(text, tokens) {
			l.facts |= stated.Price
		}
		var f signals
		m.read(sequence[first:ends[i]], rows, &f)
		first = ends[i]
		l.signals[quoteFunction] = f[signalFunction]
		for i, met := range m.met {
			if fact := m.qu.concepts[i].fact; fact&l.facts != 0 || !m.roughly && l.item && l.days&stated.DayWord(m.qu.concepts[i].word) != 0 { // "Mo–Do" tells of Tuesday
				met = max(met, factMet)
			}
			l.said += m.weights[i] * met
			told := met
			if !m.roughly {
				told = max(met, underHeading*above[i])
			}
			l.signals[quoteWords] += m.weights[i] * told
			l.signals[quoteEven] += m.even[i] * told
			l.signals[quoteBefore] += m.weights[i] * max(0, before[i]-told)
			l.signals[quoteAbove] += m.weights[i] * max(0, above[i]-told)
			m.met[i] = met
			if c := &m.qu.concepts[i]; !c.part && !c.asking && !(m.week && stated.IsOpening(c.word)) {
				l.lack = max(l.lack, m.weights[i]*(1-max(met, above[i])))
			}
		}
		copy(before, m.met)
		if m.qu.feast {
			for _, names := range stated.FeastsIn(text, tokens, p.Language) {
				tokens = append(tokens[:len(tokens):len(tokens)], names...)
			}
		}
		m.rest(text, tokens, p.Language, &l)
		if named := stated.FeastsNamed(tokens); !m.roughly && named != 0 && m.qu.feasts != 0 { // the hours of New Year's Eve are none of Christmas
			l.signals[quoteDay] = agreement(named&m.qu.feasts != 0, true)
		}
		if !m.qu.matters() { // "wie lange" need not stand in the answer
			l.signals[quoteWords], l.signals[quoteEven], l.signals[quoteGram] = 0, 0, 0
		}
		l.called = l.item && m.qu.amount == stated.AmountPrice && m.called(text, &an)
		own := m.lineTopic(&an, tokens, l.facts)
		if l.item { // on what its table or list is on, and more so if it says so itself
			l.signals[quoteTopic] = 2*l.signals[quoteTopic] + own/4
		} else {
			l.signals[quoteTopic] += own / 2
		}
		lines[i] = l
	}
	m.tiers(p, spans, lines)
	return lines
}

// sentenceEnds are the places behind the ends of sentences.
func sentenceEnds(sequence []uint32) []int {
	var out []int
	for i, w := range sequence {
		if w&(isPart|endsSentence) == endsSentence {
			out = append(out, i+1)
		}
	}
	return out
}

// lessFirst are the ends as they are without the first sentence.
func lessFirst(ends []int) []int {
	out := make([]int, len(ends)-1)
	for i := range out {
		out[i] = ends[i+1] - ends[0]
	}
	return out
}

// Lines of which the question's words are met to shares no further apart than linesAlike are quoted
// together, up to linesTogether bytes; text must be in lines of lineShort for that.
const (
	linesAlike    = 0.08
	linesTogether = 900
	lineShort     = 120
)

// unit are lines that answer together, by the numbers of the first and the last.
type unit struct{ first, last int }

// units joins neighbouring lines that answer together: the rows of a table or items of a list if the
// question tells none of them apart, and short lines with the opening hours or contact data it asks
// for. Who asks for the one that is the most wants to see them all.
func (m *sentenceMatcher) units(spans []sentence.Span, lines []line) []unit {
	wanted := m.qu.facts & (stated.Time | stated.Weekday | stated.Contact)
	var out []unit
	for i := 0; i < len(lines); {
		end, alike := i+1, true
		for end < len(lines) && !lines[i].machine && !lines[end].machine && lines[i].item == lines[end].item && spans[end].End-spans[i].Start <= linesTogether {
			if !lines[i].item && (!lines[i].states(wanted, spans[i]) || !lines[end].states(wanted, spans[end])) {
				break
			}
			if !lines[i].alike(&lines[end]) && !(m.week && lines[i].daysAlike(&lines[end])) {
				if alike = false; !lines[i].item {
					break // lines of text stand for themselves, a table for itself
				}
			}
			end++
		}
		if !lines[i].item || alike || m.qu.most {
			out = append(out, unit{i, end - 1})
			i = end
			continue
		}
		for ; i < end; i++ {
			out = append(out, unit{i, i})
		}
	}
	return out
}

// wantsWeek says whether a question is for the opening hours of a branch, and of no certain day: a day that has a word of the
// question in its row ("geschlossen") does not stand out.
func (qu *question) wantsWeek() bool {
	wanted, others := qu.onlyAsksFor()
	return qu.when == stated.WhenOpen && qu.days == 0 && wanted == stated.OpeningHours && len(others) > 0
}

// daysAlike says whether two lines are of days and lack as much of what is asked about: "Templin, donnerstags" stands out
// where the market of Templin is.
func (l *line) daysAlike(o *line) bool {
	return l.days != 0 && o.days != 0 && max(l.lack-o.lack, o.lack-l.lack) <= linesAlike
}

// factAlone is what the fact asked for counts where the question has no other words to go by, or wants
// to know how to get in touch: an address repeats no word of "Where is your shop?".
const factAlone = 4

// states says whether a line is a short one with such facts.
func (l *line) states(wanted stated.Facts, s sentence.Span) bool {
	return s.End-s.Start <= lineShort && l.facts&wanted != 0
}

// alike says whether the question tells two lines apart.
func (l *line) alike(o *line) bool {
	return max(l.said-o.said, o.said-l.said) <= linesAlike && l.called == o.called && l.signals[quoteDay] == o.signals[quoteDay] &&
		l.signals[quoteMonth] == o.signals[quoteMonth] && l.signals[quoteFit] == o.signals[quoteFit]
}

// called says whether a row of a table names a thing of the question first, and not just in the head of the column:
// of "Rad: E-Bike" and "Rad: Tandem" it is the first that "E-Bike" is in, although a bike is a Rad.
func (m *sentenceMatcher) called(row string, an *analysis.Analyser) bool {
	name, _, ok := strings.Cut(row, stated.CellBreak)
	if !ok {
		return false
	}
	head, name, ok := strings.Cut(name, ": ")
	if !ok {
		return false
	}
	return m.names(m.wordsOf(name, an), m.wordsOf(head, an)) ||
		slices.ContainsFunc(word.Tokens(name, an.Lang), func(t word.Token) bool { return m.namesParts(t, an) })
}

// names says whether words but those of without are, in whatever form, such as the question names its thing by.
func (m *sentenceMatcher) names(words, without map[uint32]bool) bool {
	for id := range words {
		if !without[id] && slices.ContainsFunc(m.qu.concepts, func(c concept) bool {
			return !c.part && !c.asking && c.fact == 0 && c.word != "" && c.is(id)
		}) {
			return true
		}
	}
	return false
}

// wordsOf are the words of a text that the index knows.
func (m *sentenceMatcher) wordsOf(text string, an *analysis.Analyser) map[uint32]bool {
	ids := map[uint32]bool{}
	for _, t := range word.Tokens(text, an.Lang) {
		if id, ok := m.ix.wordID(an, t); ok {
			ids[id] = true
		}
	}
	return ids
}

// rest fills in the signals of a line that come from the text itself.
func (m *sentenceMatcher) rest(text string, tokens []word.Token, lang string, l *line) {
	clear(m.grams)
	have := func(h uint32) {
		if i, asked := m.gramAt[h>>8>>m.ix.gramShift]; asked {
			m.grams[i] = true
		}
	}
	for i, t := range tokens {
		word.Grams(t, have)
		if i > 0 {
			if c, ok := analysis.Couple(lang, text, tokens[i-1], t); ok {
				analysis.CoupleGrams(c, have)
			}
		}
	}
	var gram float32
	for i, g := range m.qu.grams {
		if m.grams[i] {
			gram += g.idf
		}
	}
	if m.qu.gramNorm > 0 {
		l.signals[quoteGram] = gram / m.qu.gramNorm
	}
	if l.facts&m.qu.facts != 0 {
		l.signals[quoteFact] = 1
		if !m.qu.matters() || l.facts&m.qu.facts&stated.Contact != 0 {
			l.signals[quoteFact] = factAlone
		}
	}
	switch {
	case m.qu.days == 0 || l.days == 0:
	case m.qu.days&l.days != 0:
		l.signals[quoteDay] = 1
	default:
		l.signals[quoteDay] = -1
	}
	if m.qu.months != 0 {
		l.signals[quoteMonth] = amongMonths(m.qu.months, stated.MonthsIn(text, tokens), l.item)
	}
	if m.qu.on.Day != 0 {
		l.signals[quoteMonth] = inSeason(text, tokens, m.qu.on)
		if l.item && l.signals[quoteMonth] > 0 { // the days of the part of the year that is, be it that the one asked for is none of them
			l.signals[quoteDay] = 1
		}
	}
	if len(m.qu.counted) > 0 {
		l.signals[quoteFit] = stated.Fit(m.qu.counted, stated.ExtentsIn(text, tokens, lang), l.item)
	}
}

// topic is how much a passage is on the topics of the question.
func (m *sentenceMatcher) topic(number int) float32 {
	var sum float32
	for _, t := range m.qu.topics {
		sum += t.weight * m.ix.topicOf(t.topic, number)
	}
	return sum
}

// lineTopic is how much one line is on them.
func (m *sentenceMatcher) lineTopic(an *analysis.Analyser, tokens []word.Token, facts stated.Facts) float32 {
	if len(m.qu.topics) == 0 || m.roughly {
		return 0
	}
	finder := analysis.NewTopicFinder(an.Lang, false)
	for _, t := range tokens {
		term, parts := an.Term(t)
		finder.Word(t, term, parts)
	}
	finder.End(facts)
	var sum float32
	for _, f := range finder.Found() {
		for _, t := range m.qu.topics {
			if t.topic == f.Topic {
				sum += t.weight * float32(f.Strength) / 255
			}
		}
	}
	return sum
}

// amongMonths is 1 where a text that is about the months named is about those asked for, a little less where it is
// about half the year. A row or item that is about others is not the one, -1; a sentence may say that it is so in
// others only.
func amongMonths(asked, named date.Months, item bool) float32 {
	switch {
	case named == 0 || asked&named == 0 && !item:
		return 0
	case asked&named == 0:
		return -1
	case bits.OnesCount16(uint16(named)) > 4:
		return 0.5
	}
	return 1
}

// seasonCounts is how much more it counts whether a text is about the part of the year that is, than whether it is about a
// month that is named: the hours of a Monday in summer are none of one in winter.
const seasonCounts = 2

func inSeason(text string, tokens []word.Token, on date.Date) float32 {
	switch holds, told := stated.InSeason(text, tokens, on); {
	case !told:
		return 0
	case holds:
		return seasonCounts
	}
	return -seasonCounts
}
