package retrieve

import (
	"slices"
	"strings"
	"sync"

	"github.com/webchatagent/wca/internal/date"
	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/retrieve/analysis"
	"github.com/webchatagent/wca/internal/retrieve/table"
	"github.com/webchatagent/wca/internal/sentence"
	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/word"
)

// Support finds where passages say what a statement says, word by word: the same stem, a part of a
// compound, a translation, or a word of like meaning. It knows nothing of numbers and negations.
// Make one per answer; it must not be used by several goroutines at once.
type Support struct {
	reader    supportReader
	hits      int
	sentences []supportSentence
	texts     map[spelling][]supportWord // that were asked about
}

type supportSentence struct {
	hit     int
	passage *supportPassage
	place   int // among the sentences of the passage
	words   []supportWord
	heading bool   // counts for the sentences below it, not by itself
	row     string // the text, if it is a row of a table
	named   dates  // that it names, once known
	known   bool   // named was read
}

// dates are weekdays and months that a text names, with those between.
type dates struct {
	days   date.Days
	months date.Months
}

// supportPassage is a passage with where its sentences are, once one was asked for.
type supportPassage struct {
	*passage.Passage
	table bool // it has rows of one
	spans []sentence.Span
}

// Backing is the sentence of a hit that says most of a statement.
type Backing struct {
	// Hit is the place among the hits, -1 where nothing is alike.
	Hit int
	// Share is how much of the statement the hit says in some sentences that stand together, 0 to 1.
	Share float64
	// Shares is the same for each hit.
	Shares []float64
	// Sentence is the single sentence, of any hit, that says most of the statement, Single how much,
	// and Language its language.
	Sentence string
	Single   float64
	Language string
	// Rows are the rows of tables in the hits, with how much of the statement each says alone.
	Rows []Row
	// Sole says that no other sentence has the word of the statement that says most.
	Sole bool
}

// Row is a row of a table, "Tag: Samstag · Laden: 10–16 Uhr".
type Row struct {
	Text  string
	Share float64
}

// Support reads the hits of a search in this index, from what the index knows of their words.
func (ix *Index) Support(hits []Result) *Support {
	s := &Support{reader: newSupportReader(), hits: len(hits)}
	for i := range hits {
		for _, number := range hits[i].numbers() {
			s.read(ix, i, number)
		}
	}
	return s
}

// read takes the sentences of a passage.
func (s *Support) read(ix *Index, hit, number int) {
	p := &supportPassage{Passage: &ix.passages[number]}
	p.table = strings.Contains(p.Text, stated.CellBreak)
	place := 0
	switch {
	case len(p.Headings) > 0:
		place = -1 // the nearest heading was read as a sentence
	case p.Title != "":
		s.add(hit, p, -1, s.reader.words(p.Title, p.Language, false))
	}
	entries := ix.sequence[ix.sequenceAt[number]:ix.sequenceAt[number+1]]
	words, parts := countEntries(entries)
	rows, first := ix.rowsOf(number), 0
	all, terms := make([]supportWord, 0, words), make([]uint32, 0, parts)
	for _, entry := range entries {
		id := entry & termOnly
		switch {
		case entry&(isPart|endsSentence) == endsSentence:
			words := all[first:]
			s.finish(words, p.Language)
			s.add(hit, p, place, words)
			first = len(all)
			place++
		case entry&isFunction != 0:
		case entry&isPart != 0:
			if len(all) > first {
				w := &all[len(all)-1]
				terms = append(terms, ix.vocabulary.hashes[id])
				w.parts = terms[len(terms)-1-len(w.parts):]
			}
		default:
			w := supportWord{term: ix.vocabulary.hashes[id]}
			if rows != nil && rows[id] >= 0 {
				w.vector, w.scale = s.reader.vector(analysis.RowOf(s.reader.table, ix.langs[ix.language[number]], w.term))
			}
			all = append(all, w)
		}
	}
}

// countEntries counts the words, and parts of words, in a sequence.
func countEntries(entries []uint32) (words, parts int) {
	for _, entry := range entries {
		switch {
		case entry&(isPart|endsSentence) == endsSentence, entry&isFunction != 0:
		case entry&isPart != 0:
			parts++
		default:
			words++
		}
	}
	return words, parts
}

// add takes a sentence that has words, at its place in the passage; -1 is the heading.
func (s *Support) add(hit int, p *supportPassage, place int, words []supportWord) {
	if len(words) == 0 {
		return
	}
	one := supportSentence{hit: hit, passage: p, place: place, words: words, heading: place < 0}
	if p.table && place >= 0 {
		if text := one.text(); strings.Contains(text, stated.CellBreak) {
			one.row = text
		}
	}
	s.sentences = append(s.sentences, one)
}

// finish completes the words of a sentence with what the index does not hold of them.
func (s *Support) finish(words []supportWord, lang string) {
	fixed := fixedTerms()
	for i := range words {
		w := &words[i]
		w.fixed = fixed[w.term]
		if w.vector == nil && len(w.parts) > 0 {
			w.vector, w.scale = s.reader.partsVector(lang, w.parts)
		}
	}
}

// fixedTerms are the terms of weekdays and months.
var fixedTerms = sync.OnceValue(func() map[uint32]bool {
	out := map[uint32]bool{}
	for name := range stated.CalendarWords {
		for _, lang := range tableLanguages {
			for _, t := range word.Tokens(name, lang) {
				out[word.Hash(word.Stem(lang, t))] = true
			}
		}
	}
	return out
})

// Find looks for the hit that says most of a statement.
func (s *Support) Find(statement, lang string) Backing {
	best := Backing{Hit: -1, Shares: make([]float64, s.hits)}
	words := s.reader.words(statement, lang, true)
	var all float64
	for _, w := range words {
		all += float64(w.weight)
	}
	if all == 0 {
		return best
	}
	met := s.meet(words)
	single := -1
	for i, sentence := range s.sentences {
		if sentence.heading {
			continue
		}
		var alone, around float64
		for j, w := range words {
			alone += float64(w.weight * met[i][j])
			around += float64(w.weight * s.near(met, i, j))
			if w.fixed && met[i][j] < 0.9 {
				alone -= 0.5 * all // about another day
			}
		}
		alone, around = alone/all, around/all
		if sentence.row != "" {
			best.Rows = append(best.Rows, Row{sentence.row, alone})
		}
		best.Shares[sentence.hit] = max(best.Shares[sentence.hit], around)
		if around > best.Share+1e-9 {
			best.Hit, best.Share = sentence.hit, around
		}
		if alone > best.Single {
			single, best.Single = i, alone
		}
	}
	if single >= 0 {
		best.Sentence, best.Language = s.sentences[single].text(), s.sentences[single].passage.Language
		best.Sole = s.sole(words, met, single)
	}
	return best
}

// meet gives for each sentence how well each of the words is met in it.
func (s *Support) meet(words []supportWord) [][]float32 {
	dated := func(w supportWord) bool { return w.day != 0 || w.month != 0 }
	named := slices.ContainsFunc(words, dated)
	nothingElse := named && !slices.ContainsFunc(words, func(w supportWord) bool { return !dated(w) })
	met, cells := make([][]float32, len(s.sentences)), make([]float32, len(s.sentences)*len(words))
	for i := range s.sentences {
		met[i] = cells[i*len(words) : (i+1)*len(words)]
		for j := range words {
			met[i][j] = words[j].metIn(s.sentences[i].words)
		}
		if nothingElse || named && slices.ContainsFunc(met[i], func(m float32) bool { return m >= relatedAtMost }) {
			for j := range words {
				if w := &words[j]; dated(*w) && met[i][j] < 0.9 && s.sentences[i].dates().have(w) {
					met[i][j] = 1 // "Mittwoch" of "Montag bis Freitag"
				}
			}
		}
	}
	return met
}

// sole reports whether the sentence at i, and no other, has the word that says most.
func (s *Support) sole(words []supportWord, met [][]float32, i int) bool {
	most := 0
	for j := range words {
		if words[j].weight > words[most].weight {
			most = j
		}
	}
	for k := range met {
		if has := met[k][most] == 1; has != (k == i) && !s.sentences[k].heading {
			return false
		}
	}
	return true
}

// Said is how much of a statement a text says, 0 to 1.
func (s *Support) Said(statement, lang, text, textLang string) float64 {
	words, in := s.reader.words(statement, lang, true), s.wordsOf(text, textLang)
	var met, all float64
	for i := range words {
		met += float64(words[i].weight * words[i].metIn(in))
		all += float64(words[i].weight)
	}
	if all == 0 {
		return 0
	}
	return met / all
}

// mostTexts is how many texts are kept as words, each a sentence or a row long.
const mostTexts = 2000

// wordsOf are the words of a text, which is asked for again and again: the claim for each row of a table, each row for
// each claim. They must not be changed.
func (s *Support) wordsOf(text, lang string) []supportWord {
	key := spelling{lang, text}
	words, ok := s.texts[key]
	if !ok {
		if s.texts == nil || len(s.texts) >= mostTexts {
			s.texts = map[spelling][]supportWord{}
		}
		words = s.reader.words(text, lang, false)
		s.texts[key] = words
	}
	return words
}

// Matter is how much of what a text is about a statement says, 0 to 1: weekdays, months and the words
// of besides are left out. It is 1 where the text is about nothing else.
func (s *Support) Matter(statement, lang, text, textLang, besides string) float64 {
	words, in := s.reader.words(text, textLang, true), s.reader.words(statement, lang, false)
	for _, w := range s.reader.words(besides, textLang, false) {
		words = slices.DeleteFunc(words, func(o supportWord) bool { return o.term == w.term })
	}
	var met, all float64
	for i := range words {
		if !words[i].fixed {
			met += float64(words[i].weight * words[i].metIn(in))
			all += float64(words[i].weight)
		}
	}
	if all == 0 {
		return 1
	}
	return met / all
}

// Holds is how well the hits have a word, 0 to 1.
func (s *Support) Holds(w, lang string) float64 {
	best := float32(1)
	for _, one := range s.reader.words(w, lang, true) {
		most := float32(0)
		for i := range s.sentences {
			most = max(most, one.metIn(s.sentences[i].words))
		}
		best = min(best, most)
	}
	return float64(best)
}

// Synonyms reports whether two words have a translation in common, or one has a word that the other's begins or ends
// with.
func (s *Support) Synonyms(a, b, lang string) bool {
	other := s.meanings(b, lang)
	return slices.ContainsFunc(s.meanings(a, lang), func(m string) bool {
		return slices.ContainsFunc(other, func(o string) bool { return m == o || within(m, o) || within(o, m) })
	})
}

// within reports whether a word begins or ends a phrase.
func within(w, phrase string) bool {
	return !strings.Contains(w, " ") && (strings.HasPrefix(phrase, w+" ") || strings.HasSuffix(phrase, " "+w))
}

// meanings are the translations of a word.
func (s *Support) meanings(w, lang string) []string {
	words := s.reader.words(w, lang, false)
	if len(words) != 1 {
		return nil
	}
	row := analysis.RowOf(s.reader.table, lang, words[0].term)
	if row == table.None {
		return nil
	}
	return s.reader.table.Translations(row)
}

// Dictionary reports whether a word, or the parts of a compound, are words of German or English.
func (s *Support) Dictionary(w string) bool {
	for _, lang := range tableLanguages {
		known := true
		for _, one := range s.reader.words(w, lang, false) {
			known = known && one.vector != nil
		}
		if known {
			return true
		}
	}
	return false
}

// text is the sentence as it stands in its passage.
func (s *supportSentence) text() string {
	p := s.passage
	if p.spans == nil {
		p.spans = sentence.In(p.Text)
	}
	if s.place >= len(p.spans) {
		return ""
	}
	return p.Text[p.spans[s.place].Start:p.spans[s.place].End]
}

// dates are those that the sentence names.
func (s *supportSentence) dates() dates {
	if !s.known && !s.heading {
		text := s.text()
		s.named, s.known = dates{stated.Weekdays(text), stated.Months(text)}, true
	}
	return s.named
}

// have reports whether the day, or month, that a word names is among them.
func (d dates) have(w *supportWord) bool {
	day := w.day
	if day == date.Workdays|date.Saturday {
		day = date.Workdays // "werktags" may leave out the Saturday
	}
	return d.days&day == day && d.months&w.month == w.month
}

// near is how well a word is met in a sentence, its neighbours, or its heading; what stands beside
// counts a little less.
func (s *Support) near(met [][]float32, i, j int) float32 {
	const beside = 0.9
	best := met[i][j]
	for k := i - 1; k >= 0 && s.sentences[k].hit == s.sentences[i].hit; k-- {
		if k >= i-2 || s.sentences[k].heading {
			best = max(best, beside*met[k][j])
		}
	}
	for k := i + 1; k <= i+2 && k < len(s.sentences) && s.sentences[k].hit == s.sentences[i].hit; k++ {
		best = max(best, beside*met[k][j])
	}
	return best
}
