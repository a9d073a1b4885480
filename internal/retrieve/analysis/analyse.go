package analysis

import (
	"encoding/binary"
	"math"
	"net/url"
	"path"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/retrieve/table"
	"github.com/webchatagent/wca/internal/sentence"
	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/internal/wordlist"
)

// Stamp is what every stored analysis begins with that this version of the program made with this table.
func Stamp(t *table.Table) []byte {
	return binary.LittleEndian.AppendUint32([]byte{version}, id(t))
}

// Of does the language work of one passage with a table: it fills Language, where the text shows it. A language given
// beforehand (the page said so) decides only where the text is too short to tell.
func Of(p *passage.Passage, t *table.Table) *Analysis {
	p.Language = passageLanguage(p)
	r := newPassageReader(p.Language, t)
	above, title := p.Headings, p.Title
	// The nearest heading says what the text is about, often in the only words a question has in
	// common with it: "Reverse Proxy", "Rückgabe". It counts as a sentence of the text.
	if n := len(above); n > 0 {
		own := above[n-1]
		above = above[:n-1]
		r.sentence(0, own, word.Tokens(own, r.Lang))
	}
	r.text(p.Text)
	a := &r.analysis
	r.body.groups(a.Grams[:4])
	a.Extra[FieldHeading] = r.field(strings.Join(above, "\n"), &a.Grams[GramHeading], r.mean, 0.5, r.about)
	if !slices.Contains(p.Headings, title) {
		a.Extra[FieldTitle] = r.field(title, &a.Grams[GramTitle], r.mean, 0.3, r.about)
	}
	a.Extra[FieldPath] = r.field(PathWords(p.Address), nil, r.mean, 0, r.about)
	a.Topics = r.about.Found()
	a.Vector, a.Scale = r.mean.vector()
	return a
}

// passageReader fills the analysis of a passage sentence by sentence.
type passageReader struct {
	Analyser
	analysis Analysis
	mean     *mean
	about    *TopicFinder
	body     gramCounter
}

func newPassageReader(lang string, t *table.Table) *passageReader {
	return &passageReader{Analyser: Analyser{Lang: lang, Table: t}, analysis: Analysis{Lang: lang}, mean: newMean(t, lang), about: NewTopicFinder(lang, false)}
}

// text reads all sentences but those that speak to machines, of which only the place is kept.
func (r *passageReader) text(text string) {
	spans := sentence.In(text)
	machine := passage.Addressed(text, spans)
	for i, s := range spans {
		if machine != nil && machine[i] {
			r.sentence(0, "", nil)
			continue
		}
		own := text[s.Start:s.End]
		tokens := word.Tokens(own, r.Lang)
		facts := stated.FactsOf(own, tokens, r.Lang)
		r.analysis.Facts |= facts
		r.sentence(facts, own, tokens)
	}
}

// sentence notes the words of a sentence in their order, and the facts it states.
func (r *passageReader) sentence(facts stated.Facts, text string, tokens []word.Token) {
	a, addGram := &r.analysis, r.body.add
	a.Length += len(tokens)
	feasts := stated.FeastsIn(text, tokens, r.Lang)
	for i, t := range tokens {
		word.Grams(t, addGram)
		term, parts := r.Term(t)
		r.about.Word(t, term, parts)
		if term == 0 {
			if t.Kind == word.Letters {
				a.Words = append(a.Words, FunctionMark, word.Hash(t.Text))
			}
			continue
		}
		if mark := markOf(t, i == 0); mark != 0 {
			a.Words = append(a.Words, mark)
		}
		a.Words = append(a.Words, term)
		for _, feast := range feasts[i] {
			word.Grams(feast, addGram)
			parts = append(parts, word.Hash(word.Stem(r.Lang, feast)))
		}
		if i > 0 {
			if c, ok := Couple(r.Lang, text, tokens[i-1], t); ok {
				CoupleGrams(c, addGram)
				parts = append(parts, coupleTerms(c)...)
			}
		}
		for _, part := range parts {
			a.Words = append(a.Words, PartMark, part)
		}
		r.mean.addWord(term, parts, 1)
	}
	a.Words = append(a.Words, 0)
	r.about.End(facts)
}

// markOf tells before a word what it looks like, 0: like any other. Every first word of a sentence has a capital.
func markOf(t word.Token, first bool) uint32 {
	switch {
	case t.IsYear():
		return YearMark
	case t.Kind == word.Number:
		return NumberMark
	case t.Capital && !first:
		return CapitalMark
	}
	return 0
}

// passageLanguage decides by the words of the text where there are enough of
// them, then by what the document said, then by the headings.
func passageLanguage(p *passage.Passage) string {
	given := strings.ToLower(p.Language)
	if i := strings.IndexAny(given, "-_"); i >= 0 {
		given = given[:i]
	}
	lang, sure := word.Language(p.Text)
	if sure >= 0.6 || lang != "" && given == "" && sure > 0.3 {
		return lang
	}
	if given != "" {
		return given
	}
	lang, _ = word.Language(p.Title + "\n" + strings.Join(p.Headings, "\n") + "\n" + p.Text)
	return lang
}

// PathWords are the words of an address that may describe the page: the path
// without its ending, "index" and the like.
func PathWords(address string) string {
	if address == "" {
		return ""
	}
	p := address
	if u, err := url.Parse(address); err == nil && u.Host != "" {
		p = u.Path
	} else {
		p = path.Base(strings.ReplaceAll(p, "\\", "/"))
	}
	if ext := path.Ext(p); len(ext) <= 6 {
		p = strings.TrimSuffix(p, ext)
	}
	words := strings.FieldsFunc(p, func(r rune) bool { return r == '/' || r == '-' || r == '_' || r == '.' || r == '+' || r == ' ' })
	words = slices.DeleteFunc(words, func(w string) bool {
		return len(w) < 3 || len(w) > 40 || strings.ContainsAny(w, "0123456789%") || pathNoise[strings.ToLower(w)]
	})
	return strings.Join(words, " ")
}

var pathNoise = wordlist.Set("index html htm php home www default page pages node wiki docs doc article articles content category blog news")

// Analyser turns tokens of one language into terms.
type Analyser struct {
	Lang  string
	Table *table.Table
	Known Known // what was looked at before; nil where few words come again
}

// Known are the terms of the words that were looked at.
type Known map[wordIn]term

// wordIn is a folded word in a language.
type wordIn struct{ lang, text string }

// term is what a word is known by: the hash of its stem, and those of its parts.
type term struct {
	stem  uint32
	parts []uint32
}

// tonal is the language whose words keep their accents. What they are without is a part of them.
const tonal = "vi"

// Stem is the hash of a token's stem, 0 for words that carry no meaning of their own.
func (an *Analyser) Stem(t word.Token) uint32 {
	if word.Stop(an.Lang, t.Text) || t.Kind == word.Letters && len(t.Text) < 2 {
		return 0
	}
	return word.Hash(word.Stem(an.Lang, t))
}

// Term gives a token's stem and the hashes of the parts of a compound or, in other languages, of what may be one. They must
// not be changed.
func (an *Analyser) Term(t word.Token) (uint32, []uint32) {
	key := wordIn{an.Lang, t.Text}
	one, ok := an.Known[key]
	if !ok {
		one.stem = an.Stem(t)
		if one.stem != 0 && t.Kind == word.Letters {
			one.parts = an.hashedParts(t)
		}
		if an.Known != nil {
			an.Known[key] = one
		}
	}
	return one.stem, one.parts
}

// Strange says whether a word is in no dictionary, nor made of words that are.
func (an *Analyser) Strange(t word.Token) bool {
	term, parts := an.Term(t)
	return term != 0 && len(parts) == 0 && an.Table != nil && an.Table.Row(an.Lang, term) == table.None
}

// hashedParts are the hashes of the parts of a word.
func (an *Analyser) hashedParts(t word.Token) (parts []uint32) {
	for _, part := range an.Parts(t.Text) {
		parts = append(parts, word.Hash(part))
	}
	if b := word.Beginning(an.Lang, t.Text); b != "" {
		parts = append(parts, word.Hash(b))
	}
	if v := word.Verb(an.Lang, t.Text); v != "" {
		parts = append(parts, word.Hash(v))
	}
	for last := range word.Lasts(an.Lang, t.Text) {
		parts = append(parts, word.Hash(last))
	}
	if an.Lang == tonal {
		if bare := word.Bare(t.Text); bare != t.Text {
			parts = append(parts, word.Hash(bare))
		}
	}
	return parts
}

// field gives the terms of a short text, parts of compounds included, adds its
// distinct grams to grams where that is not nil, its words to m and its topics
// to about.
func (an *Analyser) field(text string, grams *[]uint32, m *mean, weight float32, about *TopicFinder) []uint32 {
	if text == "" {
		return nil
	}
	var terms []uint32
	counter := gramCounter{}
	for _, t := range word.Tokens(text, an.Lang) {
		word.Grams(t, counter.add)
		term, parts := an.Term(t)
		about.Word(t, term, parts)
		if term != 0 {
			terms = append(terms, term)
			terms = append(terms, parts...)
			m.addWord(term, parts, weight)
		}
	}
	about.End(0)
	if grams != nil {
		slices.Sort(counter.all)
		*grams = slices.Compact(counter.all)
	}
	return terms
}

// PieceCounts is what a piece of a word counts that stands for it, where the word itself counts 1.
const PieceCounts = 0.6

// mean adds up word vectors.
type mean struct {
	table *table.Table
	lang  string
	row   []int8
	sum   []float32
	known bool
}

func newMean(t *table.Table, lang string) *mean {
	return &mean{table: t, lang: lang, row: make([]int8, t.Dim()), sum: make([]float32, t.Dim())}
}

// addWord adds a word, or its parts where the table lacks the whole.
func (m *mean) addWord(term uint32, parts []uint32, weight float32) {
	if weight == 0 || m.add(term, weight) {
		return
	}
	for _, part := range parts {
		if m.lang != "de" {
			if m.add(part, weight*PieceCounts) { // the others may be no words
				return
			}
			continue
		}
		m.add(part, weight/float32(len(parts)))
	}
}

func (m *mean) add(term uint32, weight float32) bool {
	row := RowOf(m.table, m.lang, term)
	if row == table.None {
		return false
	}
	m.known = true
	weight *= m.table.Weight(row)
	m.table.Vector(row, m.row)
	for i, v := range m.row {
		m.sum[i] += weight * float32(v)
	}
	return true
}

// RowOf finds the row of a term. Names and loan words in a German text that the
// German half lacks are looked up in the English one.
func RowOf(t *table.Table, lang string, term uint32) int32 {
	row := t.Row(lang, term)
	if row == table.None && lang == "de" {
		row = t.Row("en", term)
	}
	return row
}

// vector quantises the sum to int8 and returns the factor that gives the bytes
// length one, or nil when no word was known.
func (m *mean) vector() ([]int8, float32) {
	if !m.known {
		return nil, 0
	}
	return Quantise(m.sum)
}

// Quantise scales v to int8 with its largest component at ±127. The returned
// scale makes the result a unit vector.
func Quantise(v []float32) ([]int8, float32) {
	var most float32
	for _, x := range v {
		most = max(most, float32(math.Abs(float64(x))))
	}
	if most == 0 {
		return nil, 0
	}
	out := make([]int8, len(v))
	var norm float64
	for i, x := range v {
		q := math.Round(float64(x / most * 127))
		out[i] = int8(q)
		norm += q * q
	}
	return out, float32(1 / math.Sqrt(norm))
}

// gramCounter collects the grams of a text.
type gramCounter struct{ all []uint32 }

// add keeps the upper 24 bits, which is what is stored.
func (g *gramCounter) add(hash uint32) { g.all = append(g.all, hash>>8) }

// groups sorts the distinct grams into out by how often they occur: out[i]
// takes those occurring i+1 times, the last also those occurring more often.
func (g *gramCounter) groups(out [][]uint32) {
	slices.Sort(g.all)
	for i := 0; i < len(g.all); {
		j := i + 1
		for j < len(g.all) && g.all[j] == g.all[i] {
			j++
		}
		k := min(j-i, len(out)) - 1
		out[k] = append(out[k], g.all[i])
		i = j
	}
}
