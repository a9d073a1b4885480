package personal

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/personal/tagger"
)

// persons finds names of people: where the text says that a name follows ("Frau …", "ich heiße …"),
// where the tagger sees one, and where a name that was found stands again.
func (s *scan) persons() {
	before := len(s.found)
	s.holdFound()
	mailed := s.holdsAny(Email)
	for start := 0; start < len(s.tokens); {
		end := s.sentenceEnd(start)
		s.announced(start, end)
		if s.initials {
			s.withInitial(start, end)
		}
		s.given(start, end)
		if s.seen.opens&opensSelf != 0 {
			s.introduced(start, end)
		}
		s.nobleNames(start, end)
		s.acting(start, end)
		s.titledNames(start, end)
		s.chineseNames(start, end)
		if s.capital {
			s.capitalNames(start, end)
		}
		s.ticketNames(start, end)
		if s.small {
			s.smallNames(start, end)
		}
		if mailed {
			s.mailed(start, end)
		}
		if s.patronymic {
			s.patronyms(start, end)
		}
		s.tagged(start, end)
		start = end
	}
	s.askedNames()
	s.signature()
	s.fieldNames()
	s.pathNames()
	s.again(s.found[before:])
	s.beside(before)
}

// longest is how many words are looked at together. Longer sentences are cut, so that no text takes
// more than linear time.
const longest = 80

// sentenceEnd is where the sentence that begins at a token ends.
func (s *scan) sentenceEnd(start int) int {
	for i := start + 1; i < len(s.tokens); i++ {
		t := s.tokens[i]
		if t.line || i-start >= longest {
			return i
		}
		if before := s.tokens[i-1]; before.kind == mark && t.gap && strings.IndexByte(".!?", s.text[before.start]) >= 0 {
			if i-start >= 2 && (s.has(i-2, abbreviations) || s.initial(i-2) > 0) {
				continue
			}
			return i
		}
	}
	return len(s.tokens)
}

func (s *scan) word(i int) string {
	if uint(i) >= uint(len(s.tokens)) {
		return ""
	}
	return s.text[s.tokens[i].start:s.tokens[i].end]
}

// knownBefore is what is known of token i if it stands before token end.
func (s *scan) knownBefore(i, end int) uint8 {
	if i >= end {
		return 0
	}
	return s.known(i)
}

func (s *scan) known(i int) uint8 {
	if uint(i) >= uint(len(s.ids)) {
		return 0
	}
	return s.about(s.ids[i]).names
}

func (s *scan) common(i int) bool {
	return s.known(i)&tagger.Common != 0 && s.known(i)&(tagger.FirstName|tagger.LastName) == 0
}

// again finds parts of names that were found elsewhere in the text: "Sabine Kowalczyk … Kowalczyk".
func (s *scan) again(found []Entity) {
	if !slices.ContainsFunc(found, func(e Entity) bool { return e.Type == Person }) {
		return
	}
	parts := map[int32]bool{} // the numbers of the words
	taken := map[int]bool{}
	abroad := s.abroadText()
	for _, e := range found {
		if e.Type != Person {
			continue
		}
		firm := !abroad || e.Score > 0.8 || s.firm(e)
		for i := s.tokenAt(e.Start); i < len(s.tokens) && s.tokens[i].end <= e.End; i++ {
			taken[s.tokens[i].start] = true
			if firm && s.tokens[i].upper && utf8.RuneCountInString(s.word(i)) >= 3 && s.known(i)&tagger.Common == 0 && !(abroad && s.dictionaryWord(i)) && (abroad || !s.thing(i)) {
				parts[s.ids[i]] = true
			}
		}
	}
	if len(parts) == 0 {
		return
	}
	for i, t := range s.tokens {
		if t.kind == word && t.upper && parts[s.ids[i]] && !taken[t.start] && (i+1 == len(s.tokens) || !s.has(i+1, legalForms)) {
			s.person(i, i+1, 0.6)
		}
	}
}

// tokenAt is the first token that begins at pos or later.
func (s *scan) tokenAt(pos int) int {
	i, _ := slices.BinarySearchFunc(s.tokens, pos, func(t token, pos int) int { return t.start - pos })
	return i
}
