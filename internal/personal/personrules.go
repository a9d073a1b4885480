package personal

import (
	"strings"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/personal/tagger"
)

// lone notes a single letter behind a title as a name, as judgements and shy people write it: "Herr K.".
func (s *scan) lone(i, end int) {
	if i >= end || i == 0 || s.tokens[i].line || s.tokens[i].kind != word || !s.tokens[i].upper || utf8.RuneCountInString(s.word(i)) != 1 {
		return
	}
	to := i + 1
	if s.is(to, '.') && !s.tokens[to].gap {
		to++
	}
	s.person(i, to, 0.7)
}

// greeted says whether the word at token i is a name that is greeted: a mark or the end of the line
// stands behind it, or a second name.
func (s *scan) greeted(i int) bool {
	t := s.tokens[i]
	if t.kind != word || !t.upper || t.line || s.titled(i) {
		return false
	}
	known := s.known(i)
	if known&(tagger.Common|tagger.CommonEnglish) != 0 && known&tagger.FirstName == 0 || known&tagger.Place != 0 && known&tagger.FirstName == 0 {
		return false
	}
	next := i + 1
	for next < len(s.tokens) && next-i < 4 && s.tokens[next].upper && !s.tokens[next].line && s.tokens[next].kind == word {
		next++
	}
	return next >= len(s.tokens) || s.tokens[next].line || s.is(next, ',') || s.is(next, '!') || s.is(next, '.') && known&tagger.FirstName != 0
}

func (s *scan) titled(i int) bool {
	return s.has(i, titles|furtherTitles|callings)
}

// ship says whether "MS" at token i stands before the name of a ship and is no title.
func (s *scan) ship(i int) bool { return s.word(i) == "MS" && !s.abroadText() }

// overLine notes a name whose surname the next line begins with: of [from, end) the first name is all that
// stands on this one.
func (s *scan) overLine(from, end int) {
	if from+1 != end || end >= len(s.tokens) || !s.upperWord(from) || s.known(from)&tagger.FirstName == 0 || s.known(from)&tagger.LastName != 0 && !s.has(from, usualNames) {
		return
	}
	known := s.known(end)
	if strings.Count(s.text[s.tokens[from].end:s.tokens[end].start], "\n") != 1 || !s.tokens[end].upper || known&(tagger.LastName|tagger.AnyName) == 0 || known&tagger.Common != 0 && known&tagger.LastName == 0 || s.notes[end].clue != 0 || s.has(end, functionWords|prepositions|articles|legalForms) {
		return
	}
	s.person(from, end+1, 0.85)
}

// withInitial finds surnames behind an initial: "C. Rüdisser", "K. van Houten".
func (s *scan) withInitial(start, end int) {
	for i := start; i+2 < end; i++ {
		if !s.tokens[i].upper {
			continue
		}
		next := s.initial(i)
		if next != i+2 || !s.tokens[next].gap || s.tokens[next].line || i > start && (s.is(i-1, '.') || s.is(i-1, '/') || s.is(i-1, '-') || s.tokens[i-1].kind == number) && !s.tokens[i].gap || i > start && s.tokens[i-1].kind == word && s.tokens[i-1].upper && strings.Contains("IVX", s.word(i)) || i > start && s.known(i-1)&tagger.FirstName != 0 && s.tokens[i-1].upper || i >= 2 && s.is(i-1, '.') && s.tokens[i-2].end-s.tokens[i-2].start == 1 && !s.tokens[i-2].upper {
			continue // "Ruprecht I. von der Pfalz", "z. B. Müller"
		}
		j := next
		if !s.tokens[j].upper && !s.has(j, articles) {
			j = s.behindParticles(j, end)
		}
		if j >= end || s.tokens[j].kind != word || !s.tokens[j].upper || s.tokens[j].line || utf8.RuneCountInString(s.word(j)) < 3 || s.notes[j].clue != 0 || s.has(j, functionWords) || s.has(j, articles) || s.has(j, prepositions) {
			continue
		}
		known := s.known(j)
		surname := known&tagger.LastName != 0 || known&tagger.AnyName != 0 && known&(tagger.Common|tagger.Place) == 0 || j > next || known == 0 && utf8.RuneCountInString(s.word(j)) > 3 && !s.names.Compound(s.ids[j])
		if !surname || known&(tagger.Place|tagger.LastName) == tagger.Place || j+1 < len(s.tokens) && (s.has(j+1, legalForms) || s.has(j+1, thingsAfter)) || s.has(j, thingsAfter) {
			continue
		}
		from, _ := s.withInitials(i, j+1)
		s.person(from, j+1, 0.7)
		i = j
	}
}

// firstBefore gives where a name begins that has a further first name before token from, which the tagger
// left: "Rosalinde Anna Nowotny".
func (s *scan) firstBefore(from, start int) int {
	if from <= start || s.tokens[from].line || s.tokens[from-1].kind != word || !s.tokens[from-1].upper || s.notes[from-1].clue != 0 {
		return from
	}
	known := s.known(from - 1)
	if known&(tagger.Common|tagger.CommonEnglish|tagger.Place) != 0 || known&tagger.FirstName == 0 {
		return from
	}
	return from - 1
}

// widen takes the surname behind a first name that the tagger left alone: "Rosalinde Anna Nowotny",
// "Luca von der Heydt".
func (s *scan) widen(from, to int) int {
	if to-from > 3 || s.known(to-1)&tagger.FirstName == 0 && !strings.Contains(s.word(to-1), "-") {
		return to
	}
	j := to
	if j < len(s.tokens) && !s.tokens[j].upper && !s.tokens[j].line && !s.has(j, articles) {
		j = s.behindParticles(j, len(s.tokens))
	}
	if j > to && s.known(to-1)&tagger.LastName != 0 && to-from > 1 {
		return to // "Mike Jackson von der Bank"
	}
	if !s.upperWord(j) || s.notes[j].clue != 0 || s.has(j, functionWords) || s.has(j, thingsAfter) || s.has(j, legalForms) || j+1 < len(s.tokens) && (s.has(j+1, legalForms) || s.has(j+1, thingsAfter)) {
		return to
	}
	if j > to && s.afterParticles(j, j-to) {
		return j + 1
	}
	known := s.known(j)
	if stem, owned := genitive(s.word(j)); owned && j == to { // "the verses of Alice Goldberg's"
		if of := tagger.Default().Known(stem); of&tagger.LastName != 0 || of&anyWords == 0 {
			return j + 1
		}
		return to
	}
	if j > to && known&(tagger.LastName|tagger.AnyName) == 0 && !s.wholeEnd(j+1) || known&tagger.Place != 0 && known&tagger.LastName == 0 || known&(tagger.Common|tagger.CommonEnglish) != 0 && known&tagger.LastName == 0 || s.names.Compound(s.ids[j]) || j == to && known == 0 && !s.wholeEnd(j+1) {
		return to
	}
	return j + 1
}

// genitive takes "'s" from the end of a word.
func genitive(w string) (stem string, owned bool) {
	if stem, owned = strings.CutSuffix(w, "'s"); owned {
		return stem, true
	}
	return strings.CutSuffix(w, "’s")
}

// cited says whether the name that ends before token i is that of an author in a reference to literature
// or to a law: names, numbers and abbreviations lead on to a margin number or an edition. Such names are
// part of a source and nobody's data.
func (s *scan) cited(i int) bool {
	for j := i; j < len(s.tokens) && j-i < 18; j++ {
		t := s.tokens[j]
		if t.kind != word {
			if s.is(j, '!') || s.is(j, '?') || s.is(j, ';') && j-i > 12 {
				return false
			}
			continue
		}
		switch {
		case s.has(j, citationMarks):
			return true
		case !t.upper && !s.has(j, inCitations):
			return false
		}
	}
	return false
}
