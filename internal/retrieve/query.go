package retrieve

import (
	"slices"
	"strings"
	"time"

	"github.com/webchatagent/wca/internal/date"
	"github.com/webchatagent/wca/internal/retrieve/table"
	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/word"
)

// Query is a question to an index.
type Query struct {
	// Text is the question as asked.
	Text string
	// Language is what the caller knows about the question's language; "" is
	// fine. The words of the question count more.
	Language string
	// K is how many hits are wanted; 0 means 10.
	K int
	// Context holds earlier questions of the conversation, oldest first. A
	// question that leans on them ("und am Samstag?") borrows their words; a
	// question that stands alone does not.
	Context []string
	// Now tells which weekdays "today" and "tomorrow" are; zero: they are no days.
	Now time.Time
	// Vector is the question's vector from the embedder the index was built
	// with, or nil: then the static table serves alone.
	Vector []float32

	hours bool      // it asks for nothing but opening hours, see Meant
	on    date.Date // when it must hold, see Meant; zero: at any time
	own   int       // how much of Text was asked; what follows is borrowed from Context. 0: all of it
}

// question is an analysed query.
type question struct {
	lang     string
	concepts []concept
	couples  int // how many of them are two others together; they stand behind these
	grams    []gram
	gramNorm float32
	stemNorm float32
	facts    stated.Facts
	days     date.Days // the weekdays it names
	months   date.Months
	on       date.Date         // the day that what is told of parts of the year must be of; zero: any
	numbers  []string          // that it names, without zeros in front
	counted  []stated.Quantity // the quantities it names
	numbered []numberedName    // the things it names with a number
	spans    uint8             // the lengths of time it names, see spanWords
	vector   []int8
	scale    float32
	topics   []topicWeight
	order    []ordered
	bare     bool // it is in a language of which nothing is known but perhaps words of the table
	remote   bool // it is compared by a remote embedder's vectors
	nouns    []named
	thing    named // what it asks the existence of; its concept is -1 for none

	part  askedPart
	way   way   // how it asks
	focus []int // concepts that say what kind of thing it asks for: "poet" in "Which German poet …"

	amount    stated.Amount // the figure it wants
	when      stated.When   // the kind of time it wants
	who       who           // how much it wants a name
	without   string        // what it wants to do without: "ohne Auto"
	until     bool          // it wants the last moment for something: "bis wann"
	feast     bool          // it names one
	feasts    stated.Feasts // which
	hours     bool          // it is one for opening hours, see Meant
	comparing bool          // it asks which of several: "Welche ist die günstigste?"
	most      bool          // it asks for the one that is the most
	manner    manner        // how it is put
	defines   []int         // the concepts that it wants explained
}

// ordered is a word of the question in its place, function words included.
type ordered struct {
	id       uint32 // term id, or unknownTerm
	weight   float32
	function bool
}

const unknownTerm = 1<<32 - 1

// topicWeight is how much a topic counts in a question.
type topicWeight struct {
	topic  uint8
	weight float32 // the weights of a question add up to at most 1
	sure   float32 // how sure it is that the question is on the topic, whatever others it is on
}

type gram struct {
	key uint32
	idf float32
}

// questionLanguage decides the language of a question by its words, then by the
// caller's hint, then by which language's stems the index knows.
func (ix *Index) questionLanguage(q Query) string {
	hint := strings.ToLower(q.Language)
	if i := strings.IndexAny(hint, "-_"); i >= 0 {
		hint = hint[:i]
	}
	lang, sure := word.Language(q.Text)
	likely := slices.Contains(ix.langs, lang) || tableLanguage(lang) >= 0 && slices.ContainsFunc(ix.langs, func(l string) bool { return tableLanguage(l) >= 0 }) // the only function word of "Ile kosztuje pokój?" is Turkish, too
	if sure >= 0.6 || lang != "" && sure >= 0.3 && hint == "" && likely {
		return lang
	}
	best, most := "", 0
	for _, l := range ix.askedIn(lang, hint) {
		known := ix.knows(q.Text, l)
		if l == hint {
			known++
		}
		if l == lang {
			known++
		}
		if known > most {
			best, most = l, known
		}
	}
	switch {
	case lang != "" && sure >= 0.5 && likely:
		return lang
	case best != "":
		return best
	case hint != "":
		return hint
	}
	return lang
}

// askedIn are the languages of the index and behind them those of others that the table leads from to these.
func (ix *Index) askedIn(others ...string) []string {
	langs := ix.langs
	for _, l := range others {
		if ix.table.Knows(l) && !slices.Contains(langs, l) && slices.ContainsFunc(ix.langs, ix.table.Knows) {
			langs = append(slices.Clip(langs), l)
		}
	}
	return langs
}

// knows counts what of a text the index, or at least the table, knows to be words of a language.
func (ix *Index) knows(text, lang string) int {
	an := analyser{lang: lang, table: ix.table}
	known, own := 0, slices.Contains(ix.langs, lang)
	for _, t := range word.Tokens(text, lang) {
		term := an.stem(t)
		switch {
		case word.Stop(lang, t.Text): // the others take it for a word of a matter
			known += 2
		case term == 0:
		case own && ix.has(term):
			known += 2
		case ix.table.Row(lang, term) != table.None:
			known++
		}
	}
	return known
}

// parse analyses a query against the index: what it names, and what kind of answer it wants.
func (ix *Index) parse(q Query) *question {
	qu := &question{lang: ix.questionLanguage(q)}
	qu.bare = ix.dim == 0 || tableLanguage(qu.lang) < 0
	an := analyser{lang: qu.lang, table: ix.table}
	t := wordingOf(q, qu.lang)
	qu.readStated(t, q.Now)
	qu.on, qu.hours = q.on, q.hours
	ix.addWords(qu, &an, t.own, 1)
	ix.addWords(qu, &an, t.earlier, borrowed)
	ix.addCouples(qu, t.text, t.own, 1)
	ix.addCouples(qu, t.text, t.earlier, borrowed)
	ix.addGrams(qu, t.own, 1, t.text)
	ix.addGrams(qu, t.earlier, borrowed, t.text)
	for i := range qu.concepts {
		c := &qu.concepts[i]
		qu.stemNorm += c.idf * c.weight
	}
	ix.questionVector(qu)
	all := t.all
	if verb, at := rejoined(t.own, qu.lang); verb != "" {
		whole := word.Token{Text: verb, Kind: word.Letters, Start: t.own[at].Start, End: t.own[at].End}
		ix.addVerb(qu, &an, t.own[at], whole)
		all = append(slices.Clone(all), whole)
	}
	ix.questionTopics(qu, &an, all)
	ix.questionOrder(qu, &an, all)
	qu.readWanted(t)
	qu.defines = qu.toDefine(t.own)
	ix.addThings(qu, &an, t)
	return qu
}

// wording is what a question says, in words.
type wording struct {
	text     string
	all      []word.Token // those of the question itself, and behind them those of earlier ones
	own      []word.Token
	earlier  []word.Token
	asked    []word.Token // all, with what other languages ask by in German
	ownAsked []word.Token
}

func wordingOf(q Query, lang string) wording {
	t := wording{text: q.Text}
	if len(t.text) > maxQuery {
		t.text = strings.ToValidUTF8(t.text[:maxQuery], "")
	}
	t.all = word.Tokens(t.text, lang)
	t.own = ownTokens(t.all, q.own)
	if lang == "de" {
		readOpen(t.text, t.own)
	}
	t.earlier = t.all[len(t.own):]
	t.asked = stated.AskedInGerman(t.all, lang)
	t.ownAsked = t.asked[:len(t.own)]
	return t
}

// readStated notes what days, figures and facts a question names.
func (qu *question) readStated(t wording, now time.Time) {
	if qu.facts = factsAsked(t.ownAsked); qu.facts == 0 { // else what is asked now, of the things named before
		qu.facts = factsAsked(t.asked)
	}
	if qu.days = daysAsked(t.text, t.ownAsked, now); qu.days == 0 && len(whereabouts(t.own)) > 0 { // "und in der Filiale?" is about the same day
		qu.days = daysAsked(t.text, t.asked, now)
	}
	named := specificsOf(t.text, t.own)
	qu.numbers, qu.spans = named.numbers, named.spans
	qu.numbered = numberedNames(t.text, t.own)
	qu.months, qu.counted = stated.MonthsIn(t.text, t.own), stated.QuantitiesAsked(t.text, t.own, qu.lang)
	qu.feast = slices.ContainsFunc(t.own, func(t word.Token) bool { return stated.IsFeast(t.Text) })
	qu.feasts = stated.FeastsAsked(t.own)
}

// asksAnew says whether a question that leans on others wants no figure though they did: one of yes or no, and who somebody is
// or on what condition, which a discount answers as well as a price.
func asksAnew(t wording) bool {
	own := t.text[:t.earlier[0].Start]
	return BeginsAsking(own) || saysWho(own, t.own) || supposes(t.own)
}

// readWanted notes how a question asks, and what kind of answer it wants.
func (qu *question) readWanted(t wording) {
	qu.comparing, qu.most = compares(t.ownAsked), asksMost(t.ownAsked)
	qu.amount, qu.when = stated.AmountAsked(t.ownAsked), stated.WhenAsked(t.ownAsked)
	if len(t.earlier) > 0 && qu.amount == stated.AmountNone && !asksAnew(t) && !slices.ContainsFunc(t.ownAsked, func(t word.Token) bool { return ways[t.Text] != wayOther }) {
		for _, line := range strings.Split(t.text, "\n")[1:] { // "und Kaffee?" wants what was asked before
			earlier := stated.AskedInGerman(word.Tokens(line, qu.lang), qu.lang)
			if qu.amount, qu.when = stated.AmountAsked(earlier), stated.WhenAsked(earlier); qu.amount != stated.AmountNone {
				break
			}
		}
	}
	if qu.amount == stated.AmountPrice && !stated.AsksPay(t.ownAsked) { // "Was nehmt ihr für …?" has no word for one
		qu.facts |= stated.Price
	}
	if qu.when == stated.WhenOpen { // "9–5" beside a day tells it, however it is asked
		qu.amount = stated.AmountWhen
	}
	if tableLanguage(qu.lang) < 0 && stated.BeginningAsked(t.ownAsked) {
		qu.when = stated.WhenFounded
	}
	qu.until, qu.who = stated.UntilAsked(t.own), whoAsked(t.ownAsked)
	qu.without = without(t.text, t.own, qu.lang)
	qu.askedFor(t.ownAsked)
}

// addWords adds what the words of a question ask about.
func (ix *Index) addWords(qu *question, an *analyser, tokens []word.Token, weight float32) {
	for i, t := range tokens {
		if len(qu.concepts) >= maxConcepts {
			return
		}
		asking := qu.asking(tokens, i)
		first := len(qu.concepts)
		capital := t.Capital && i > 0 && t.Kind == word.Letters && (qu.lang != "de" || !qu.bare)
		ix.addConcept(qu, an, t, weight*wordWeight(tokens, i, asking, qu.lang), asking, capital)
		if first < len(qu.concepts) {
			c := &qu.concepts[first]
			c.name = capital && (qu.lang != "de" || ix.table.Row("de", c.term) == table.None)
		}
	}
}

// addThings notes how a question is put, and adds its nouns and the thing of which it asks whether there is one.
func (ix *Index) addThings(qu *question, an *analyser, t wording) {
	qu.thing.concept = -1
	qu.manner = mannerOf(t.text, t.ownAsked, qu.way)
	if qu.bare {
		qu.thing = ix.strangest(qu, an, t.own)
		return
	}
	qu.nouns = ix.nouns(qu, an, t.own, t.text)
	if i := thing(t.own, qu.lang); i >= 0 {
		qu.thing = ix.named(qu, an, t.own[i])
	}
}

const (
	maxQuery    = 2000 // bytes of a question that are looked at
	maxConcepts = 48
	// borrowed is what a word of an earlier question counts, where one of the question itself counts 1.
	borrowed = 0.7
	// strangePair is what two neighbouring characters count that the index does not have.
	strangePair = 0.7
)

// ownTokens are those of the first own bytes of the text, all if own is 0.
func ownTokens(tokens []word.Token, own int) []word.Token {
	n := slices.IndexFunc(tokens, func(t word.Token) bool { return own > 0 && t.Start >= own })
	if n < 0 {
		return tokens
	}
	return tokens[:n]
}

// questionOrder notes the words of the question in reading order.
func (ix *Index) questionOrder(qu *question, an *analyser, tokens []word.Token) {
	for _, t := range tokens[:min(len(tokens), maxConcepts)] {
		o := ordered{id: unknownTerm, weight: 1}
		term := an.stem(t)
		if o.function = term == 0; o.function {
			term = word.Hash(t.Text)
		}
		if id, ok := ix.vocabulary.find(term); ok {
			o.id = id
			if !o.function {
				o.weight = ix.rareness[id]
			}
		} else if !o.function && !passes(t.Text, qu.lang) {
			o.weight = ix.rarity(0, 0)
		}
		qu.order = append(qu.order, o)
	}
}

func (ix *Index) addGrams(qu *question, tokens []word.Token, weight float32, text string) {
	for i, t := range tokens {
		w := weight * wordWeight(tokens, i, qu.asking(tokens, i), qu.lang)
		add := func(h uint32) {
			key := h >> 8 >> ix.gramShift
			for k := range qu.grams {
				if qu.grams[k].key == key {
					return
				}
			}
			df := len(ix.grams.list(key))
			g := gram{key: key, idf: ix.rarity(df, 0) * w}
			qu.gramNorm += g.idf
			qu.grams = append(qu.grams, g)
		}
		if qu.lang != "ja" || !word.Stop("ja", t.Text) { // most characters of "はどこにありますか" are in every text
			word.Grams(t, add)
		}
		if i > 0 {
			if c, ok := couple(qu.lang, text, tokens[i-1], t); ok {
				coupleGrams(c, add)
			}
		}
	}
}

// questionVector computes the vectors of the concepts and of the question.
func (ix *Index) questionVector(qu *question) {
	if ix.dim == 0 || !ix.table.Knows(qu.lang) {
		return
	}
	m := newMean(ix.table, qu.lang)
	sum := make([]float32, ix.dim)
	for i := range qu.concepts {
		c := &qu.concepts[i]
		if len(c.rows) == 0 {
			continue
		}
		clear(sum)
		for _, r := range c.rows {
			ix.table.Vector(r, m.row)
			w := ix.table.Weight(r) / float32(len(c.rows))
			for k, v := range m.row {
				sum[k] += w * float32(v)
			}
		}
		c.vector, c.scale = quantise(sum)
		if c.part {
			continue
		}
		for k, v := range sum {
			m.sum[k] += c.weight * v * c.idf
		}
		m.known = true
	}
	qu.vector, qu.scale = m.vector()
}

// questionTopics finds what a question is about. Topics that few passages of
// the index are on count more.
func (ix *Index) questionTopics(qu *question, an *analyser, tokens []word.Token) {
	finder := newTopicFinder(qu.lang, true)
	for _, t := range tokens {
		term, parts := an.term(t)
		finder.word(t, term, parts)
	}
	finder.end(0)
	if finder == nil {
		return
	}
	// A question that is mostly about something else (names, rare words) only
	// brushes the topic.
	var own, all float32
	var stands []int // concepts
	for i := range qu.concepts {
		c := &qu.concepts[i]
		if c.part {
			continue
		}
		all += c.idf * c.lacked
		if slices.Contains(finder.used, c.term) || c.whole != 0 && slices.Contains(finder.used, c.whole) {
			own += c.idf * c.lacked
			stands = append(stands, i)
		}
	}
	share := float32(1)
	if all > 0 {
		share = own / all
	}
	speaks := false
	var sum, most float32
	for _, t := range finder.found() {
		df := 0
		for _, e := range ix.topics.list(uint32(t.topic)) {
			if e&255 >= 128 {
				df++
			}
		}
		strength := float32(t.strength) / 255
		w := strength * strength * strength * ix.idf(df)
		qu.topics = append(qu.topics, topicWeight{t.topic, w, strength})
		speaks = speaks || df > 0
		sum += w
		most = max(most, strength)
	}
	for i := range qu.topics {
		qu.topics[i].weight *= most * share / sum
		qu.topics[i].sure *= share
	}
	for _, i := range stands {
		qu.concepts[i].spoken = speaks
	}
}
