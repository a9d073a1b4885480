package retrieve

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/retrieve/analysis"
	"github.com/webchatagent/wca/internal/word"
)

// Many documents have a "§ 5": which is meant is said by the name of one, "§ 5 der Hausordnung", "§ 5 AGB".

// ofNamedDocument leaves of a part's passages those of the document that the question names, by the word behind the
// number or any other, and of the question's words those that name none; none of the passages where that word is an
// abbreviation of something else. named is false where the question names none of their documents.
func (ix *Index) ofNamedDocument(passages []int32, of string, words []word.Token, lang string) (left []int32, rest []word.Token, named bool) {
	behind := word.Tokens(of, lang)
	documents := ix.documentsOf(passages)
	if found := called(documents, behind); len(found) > 0 {
		return found, words, true
	}
	if found := abbreviated(documents, of); len(found) > 0 {
		return found, words, true
	}
	says := func(t word.Token) bool { return word.Stop(lang, t.Text) || saying[t.Text] }
	if isAbbreviation(of) && !slices.ContainsFunc(behind, says) { // "§ 242 StGB", where nobody has read the StGB
		return nil, words, false
	}
	rest = slices.Concat(words, behind)
	for i, t := range rest {
		if says(t) {
			continue
		}
		if found := called(documents, rest[i:i+1]); len(found) > 0 {
			return found, slices.Delete(rest, i, i+1), true
		}
	}
	return passages, rest, false
}

// partDocument is a document, or what stands under one of its headings, with the passages of a part.
type partDocument struct {
	names    []string // its title and the headings above the part
	words    map[string]bool
	passages []int32
}

// documentsOf are the documents of a part's passages.
func (ix *Index) documentsOf(passages []int32) (out []partDocument) {
	var before *passage.Passage
	for _, i := range passages {
		p := &ix.passages[i]
		above := p.Headings[:max(len(p.Headings)-1, 0)]
		if before == nil || before.Document != p.Document || !slices.Equal(above, before.Headings[:max(len(before.Headings)-1, 0)]) {
			d := partDocument{names: append([]string{p.Title}, above...), words: map[string]bool{}}
			for _, t := range word.Tokens(analysis.PathWords(p.Address)+" "+strings.Join(d.names, " "), p.Language) {
				d.words[t.Text] = true
			}
			out = append(out, d)
		}
		d := &out[len(out)-1]
		d.passages, before = append(d.passages, i), p
	}
	return out
}

// called are the passages of documents of which the address, the title or a heading further up has all of the words.
func called(documents []partDocument, words []word.Token) (out []int32) {
	if len(words) == 0 {
		return nil
	}
	for i := range documents {
		if d := &documents[i]; !slices.ContainsFunc(words, func(t word.Token) bool { return !d.words[t.Text] }) {
			out = append(out, d.passages...)
		}
	}
	return out
}

// abbreviated are the passages of documents whose names a word shortens.
func abbreviated(documents []partDocument, short string) (out []int32) {
	for i := range documents {
		if d := &documents[i]; slices.ContainsFunc(d.names, func(name string) bool { return shortens(short, name) }) {
			out = append(out, d.passages...)
		}
	}
	return out
}

// shortestShort and longestShort are of how many letters a short name is, mostShortened of how many words what it shortens is
// at most.
const shortestShort, longestShort, mostShortened = 3, 8, 10

// shortens says whether a word is made of letters of a name, the first of each of its words with a capital among them: "AGB"
// of "Allgemeine Geschäftsbedingungen". What stands behind a line, as in "… | Shop", is none of the name.
func shortens(short, name string) bool {
	if at := strings.IndexAny(name, "|–"); at >= 0 {
		name = name[:at]
	}
	letters, words := []rune(strings.ToLower(short)), strings.Fields(name)
	return len(letters) >= shortestShort && len(letters) <= longestShort && len(words) <= mostShortened && madeOf(letters, words)
}

// madeOf says whether letters are some of each of the words, in order.
func madeOf(letters []rune, words []string) bool {
	if len(letters) == 0 || len(words) == 0 {
		return len(letters) == len(words)
	}
	first, size := utf8.DecodeRuneInString(words[0])
	if unicode.IsLower(first) && madeOf(letters, words[1:]) { // "für", "über"
		return true
	}
	if unicode.ToLower(first) != letters[0] {
		return false
	}
	if madeOf(letters[1:], words[1:]) {
		return true
	}
	n := 1
	for _, r := range words[0][size:] {
		if n < len(letters) && unicode.ToLower(r) == letters[n] {
			if n++; madeOf(letters[n:], words[1:]) {
				return true
			}
		}
	}
	return false
}

// isAbbreviation says whether a word has several capitals, as the short names of laws have.
func isAbbreviation(w string) bool {
	capitals := 0
	for _, r := range w {
		if unicode.IsUpper(r) {
			capitals++
		}
	}
	return capitals > 1
}
