package retrieve

import (
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/retrieve/analysis"
	"github.com/webchatagent/wca/internal/retrieve/table"
	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/internal/wordlist"
)

// A word that neither the sites nor the language know is mostly one of theirs with a slip: "Bremsbelgäe", "parknig". It is
// read as that word, never as a name: who asks for Frau Schmitd must not be told of Frau Schmidt, nor about Hamburg who
// asks about Hamberg.

const (
	// shortestMistyped and longestMistyped are how many letters such a word has.
	shortestMistyped, longestMistyped = 5, 24
	// mostMistyped is how many words of a question are read so: one who slips more often writes another language.
	mostMistyped = 5
	// mostTried is for how many words of a question such a word is looked for, which takes about a millisecond each.
	mostTried = 12
	// surelyLong is how long a word is at least that is read as one more than a swapped or doubled letter away, and how long
	// one that the index has and the table lacks: of "Stihl" and "Stuhl" each is a word.
	surelyLong = 7
	// usualWeight is how much a word of the table weighs at most that the index lacks: the table has misspellings, too.
	usualWeight = 0.93
)

// slip is what somebody did to a word, the likelier the greater.
type slip int

const (
	slipNone   slip = iota
	slipNear        // a letter stands for its neighbour on the keyboard, or one that sounds alike
	slipMissed      // a letter is missing or too much
	slipTwice       // one of two alike is, or two are swapped
)

// neighbours are the letters beside each other on the keyboards of both languages, and those that sound alike.
var neighbours = func() map[[2]byte]bool {
	m := map[[2]byte]bool{}
	for _, row := range []string{"qwertzuiop", "asdfghjkl", "yxcvbnm", "qwertyuiop", "zxcvbnm"} {
		for i := 1; i < len(row); i++ {
			m[[2]byte{row[i-1], row[i]}], m[[2]byte{row[i], row[i-1]}] = true, true
		}
	}
	for _, pair := range []string{"dt", "bp", "ck", "iy", "sz", "fv", "gk"} {
		m[[2]byte{pair[0], pair[1]}], m[[2]byte{pair[1], pair[0]}] = true, true
	}
	return m
}()

// beforeNames stand before somebody's name, beforePlaces before that of a place.
var (
	beforeNames  = wordlist.Set("herr herrn frau dr doktor prof professor familie fam mr mrs ms miss")
	beforePlaces = wordlist.Set("nach in aus bei von to from in at near")
)

// meant looks for the word that a mistyped one was meant to be.
type meant struct {
	ix    *Index
	an    analysis.Analyser
	typed word.Token
	place bool // it may name a place
	best  string
	score float64
}

// strange says whether the i-th word of a question is none that is known, and may be mistyped.
func (ix *Index) strange(tokens []word.Token, i int, lang string) bool {
	t := tokens[i]
	if t.Kind != word.Letters || len(t.Text) < shortestMistyped || len(t.Text) > longestMistyped || !plainLetters(t.Text) {
		return false
	}
	if i > 0 && (beforeNames[tokens[i-1].Text] || lang == "en" && t.Capital) {
		return false
	}
	return !ix.isWord(t, lang)
}

// meant is the word that the i-th of a question, a strange one, was meant to be, "" where nobody can tell.
func (ix *Index) meant(tokens []word.Token, i int, lang string) string {
	t := tokens[i]
	m := meant{ix: ix, an: analysis.Analyser{Lang: lang, Table: ix.table}, typed: t, place: i > 0 && beforePlaces[tokens[i-1].Text]}
	m.shifted()
	m.changed()
	if m.best == "" {
		m.apart()
	}
	if m.best != "" && t.Capital {
		return strings.ToUpper(m.best[:1]) + m.best[1:]
	}
	return m.best
}

// mistypedIn are the mistyped words of a question as they were meant, by where they begin.
func (ix *Index) mistypedIn(text, lang string) map[int]string {
	if of, sure := word.Language(text); sure >= 0.3 && tableLanguage(of) < 0 || ix.table.Rows() == 0 {
		return nil // without a table nobody knows what is no word
	}
	read := map[int]string{}
	tokens := word.Tokens(text, lang)
	tried := 0
	for i, t := range tokens {
		if len(read) == mostMistyped || tried == mostTried {
			break
		}
		if !ix.strange(tokens, i, lang) {
			continue
		}
		tried++
		if right := ix.meant(tokens, i, lang); right != "" {
			read[t.Start] = right
		}
	}
	return read
}

// isWord says whether the index or one of the languages of the table knows a word, be it by its parts.
func (ix *Index) isWord(t word.Token, lang string) bool {
	if word.Stop("de", t.Text) || word.Stop("en", t.Text) || ix.has(word.Hash(t.Text)) {
		return true
	}
	for _, l := range tableLanguages {
		if ix.knowsTerm(l, word.Hash(word.Stem(l, t))) {
			return true
		}
	}
	an := analysis.Analyser{Lang: lang, Table: ix.table}
	return len(an.Parts(t.Text)) > 0 || lang == "de" && ix.isForm(t.Text)
}

// isForm says whether a German word is a form of one that the table knows, which lacks many a verb: "zieht" of "ziehen",
// "tragen" of "getragen", "aufstellen" of "stellen".
func (ix *Index) isForm(text string) bool {
	known := func(form string) bool {
		return len(form) >= shortestForm && ix.table.Row("de", termOf("de", form)) != table.None
	}
	forms := otherForms(text)
	if base, ok := strings.CutSuffix(text, "en"); ok && len(base) >= shortestBase {
		forms = append(forms, "ge"+text, "ge"+base+"t", base+"er", base+"ung")
	}
	for end := shortestBase - 1; end <= longestPrefix && end < len(text); end++ {
		if analysis.IsPrefix(text[:end]) {
			forms = append(forms, text[end:])
		}
	}
	return slices.ContainsFunc(forms, known)
}

// shortestBase is of how many letters a verb is at least without its ending, shortestForm a form of it.
const shortestBase, shortestForm = 3, 4

// longestPrefix is how many letters the first part of a verb has that is none of a compound.
const longestPrefix = 8

func plainLetters(text string) bool {
	for i := range len(text) {
		if text[i] < 'a' || text[i] > 'z' {
			return false
		}
	}
	return true
}

// shifted tries the word with two letters swapped or one left out.
func (m *meant) shifted() {
	text := m.typed.Text
	b := []byte(text)
	for i := 0; i+1 < len(b); i++ {
		if b[i] == b[i+1] {
			m.consider(text[:i]+text[i+1:], slipTwice)
			continue
		}
		b[i], b[i+1] = b[i+1], b[i]
		m.consider(string(b), slipTwice)
		b[i], b[i+1] = b[i+1], b[i]
		if i > 0 {
			m.consider(text[:i]+text[i+1:], slipMissed)
		}
	}
	m.consider(text[:len(text)-1], slipMissed)
}

// changed tries the words with one letter more or another one than was typed. There are hundreds: the stem is changed
// first, and only what is then known is looked at as a word.
func (m *meant) changed() {
	text := m.typed.Text
	stem := word.Stem(m.an.Lang, m.typed)
	if !strings.HasPrefix(text, stem) {
		stem = text
	}
	var buffer [longestMistyped + 1]byte
	for i := 1; i <= len(stem); i++ {
		for c := byte('a'); c <= 'z'; c++ {
			more := append(append(append(buffer[:0], stem[:i]...), c), stem[i:]...)
			if m.ix.knowsTerm(m.an.Lang, word.Hash(string(more))) {
				kind := slipMissed
				if text[i-1] == c || i < len(text) && text[i] == c {
					kind = slipTwice
				}
				m.consider(text[:i]+string(c)+text[i:], kind)
			}
			if i == len(stem) || !neighbours[[2]byte{stem[i], c}] {
				continue
			}
			other := append(buffer[:0], stem...)
			other[i] = c
			if m.ix.knowsTerm(m.an.Lang, word.Hash(string(other))) {
				m.consider(text[:i]+string(c)+text[i+1:], slipNear)
			}
		}
	}
}

// knowsTerm says whether a term is one of the index or of a language.
func (ix *Index) knowsTerm(lang string, term uint32) bool {
	return ix.has(term) || ix.table.Row(lang, term) != table.None
}

// consider keeps a word if it is the likeliest so far.
func (m *meant) consider(text string, kind slip) {
	if len(text) < shortestSpelt || word.Stop(m.an.Lang, text) {
		return
	}
	term := termOf(m.an.Lang, text)
	row := m.ix.table.Row(m.an.Lang, term)
	here, usual := m.ix.has(term), row != table.None
	if here && !usual {
		usual = len(m.an.Parts(text)) > 0
	}
	switch {
	case !here && !usual,
		kind != slipTwice && len(m.typed.Text) < surelyLong,
		here && !usual && (kind != slipTwice || m.typed.Capital || len(text) < surelyLong), // it may be a name
		kind == slipNear && m.place,
		!here && (kind != slipTwice || len(text) <= shortestMistyped || m.ix.table.Weight(row) > usualWeight):
		return
	}
	score := float64(kind)
	if here {
		score += 10
		if id, ok := m.ix.vocabulary.find(term); ok {
			score += 0.5 * float64(len(m.ix.terms.list(id))) / float64(len(m.ix.passages)+1)
		}
	} else {
		score += 1 - float64(m.ix.table.Weight(row))
	}
	if score > m.score {
		m.best, m.score = text, score
	}
}

// apart reads a word as two between which the space is missing: "kannich", "sonntagsauf", "sundayparking".
func (m *meant) apart() {
	text := m.typed.Text
	for cut := 2; cut <= len(text)-2; cut++ {
		a, b := text[:cut], text[cut:]
		small := word.Stop(m.an.Lang, a) || word.Stop(m.an.Lang, b)
		if !m.whole(a) || !m.whole(b) || m.an.Lang == "de" && !small { // of two nouns it is a compound
			continue
		}
		if score := float64(min(cut, len(text)-cut)); score > m.score {
			m.best, m.score = a+" "+b, score
		}
	}
}

// shortestApart is of how many letters a word is at least that only the language has: "Imodium" is not "im Odium".
const shortestApart = 6

// whole says whether a part of a word is one by itself: a function word, or one that the index or the language has.
func (m *meant) whole(text string) bool {
	if word.Stop(m.an.Lang, text) {
		return true
	}
	term := termOf(m.an.Lang, text)
	return len(text) >= shortestSpelt && m.ix.has(term) || len(text) >= shortestApart && m.ix.knowsTerm(m.an.Lang, term)
}
