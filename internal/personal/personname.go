package personal

import (
	"strings"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/personal/tagger"
)

// name notes the capitalised words from i on as a name. titled says that a single common word may be
// one, too: "Frau Koch".
func (s *scan) name(i, end int, titled bool) {
	first, last, n := i, i, 0
	for i < end && n < 4 {
		t := s.tokens[i]
		w := s.word(i)
		if t.kind != word || t.line && i > first {
			break
		}
		if next := s.behindParticles(i, end); next > i {
			if i == first && !s.leadsSurname(i, next) {
				break
			}
			i = next
			continue
		}
		if next := s.initial(i); next > 0 && next < end && s.tokens[next].upper && !s.tokens[next].line {
			i = next
			continue
		}
		known := s.known(i)
		takes := t.upper && (known&(tagger.FirstName|tagger.LastName) != 0 || known&tagger.Common == 0 || s.notes[i].family || titled && n == 0)
		if s.small && !t.upper {
			listed := known&(tagger.FirstName|tagger.LastName) != 0 || known&tagger.AnyName != 0 && known&(tagger.Common|tagger.CommonEnglish) == 0
			takes = n == 0 && (titled || listed) && !s.has(i, functionWords) || n > 0 && !s.has(i, functionWords) && (listed || known&(tagger.Common|tagger.CommonEnglish) == 0)
		}
		if !titled && n == 0 && (s.has(i, thingsBefore) || houses.Has(s.lower(i))) && known&(tagger.FirstName|tagger.LastName) == 0 { // "Empfänger: Kirchengemeinde St. Markus"
			break
		}
		if !titled && n == 0 && s.entryThing(i, first) {
			break
		}
		if !takes || utf8.RuneCountInString(w) < 2 || s.has(i, noPerson) {
			break
		}
		i++
		n++
		last = i
	}
	if n == 1 && s.firstBehind(first, last) {
		last += 2
	}
	if n > 0 && !(last < len(s.tokens) && s.has(last, legalForms) && !s.tokens[last].line) && !s.labelledThing(first, last) {
		s.person(first, last, 0.85)
	}
}

// firstBehind says whether a given name stands behind a comma after the surname in the tokens [from, to), to which a label
// leads: "Name: Kahl, Erdmute".
func (s *scan) firstBehind(from, to int) bool {
	i := to + 1
	if from == 0 || !s.is(from-1, ':') || !s.is(to, ',') || !s.upperWord(i) || s.notes[i].clue != 0 || !s.wholeEnd(i+1) {
		return false
	}
	return s.known(i)&tagger.FirstName != 0 || s.known(i)&(tagger.Common|tagger.CommonEnglish|tagger.Place) == 0 && !germanNoun(s.lower(i)) && !s.has(i, titles|functionWords)
}

// initial says whether token i is the initial of a name, and which token follows it; 0 if it is none.
func (s *scan) initial(i int) int {
	if i < 0 || i >= len(s.tokens) || s.tokens[i].end-s.tokens[i].start > utf8.UTFMax || s.tokens[i].kind != word || !s.tokens[i].upper || utf8.RuneCountInString(s.word(i)) != 1 {
		return 0
	}
	if i+1 < len(s.tokens) && s.is(i+1, '.') && !s.tokens[i+1].gap {
		i++
	}
	return i + 1
}

// withInitials widens a name by the initials before it, and by those behind it with the surname that
// follows: "J. F. Kennedy", "Vanessa P. Hertzog".
func (s *scan) withInitials(from, to int) (int, int) {
	for from >= 2 && s.is(from-1, '.') && s.initial(from-2) == from && !s.tokens[from].line {
		from -= 2
	}
	last := to
	if s.initial(to-1) > 0 && to-from > 1 {
		last = to - 1
	}
	for range 2 {
		next := s.initial(last)
		if next == 0 || s.tokens[last].line {
			break
		}
		last = next
		if last < len(s.tokens) && s.tokens[last].kind == word && s.tokens[last].upper && !s.tokens[last].line && utf8.RuneCountInString(s.word(last)) > 1 && !s.common(last) {
			return from, max(to, last+1)
		}
	}
	return from, to
}

func (s *scan) person(from, to int, score float64) {
	if to-from == 1 && s.halfWord(to) {
		return
	}
	start, end := s.tokens[from].start, s.tokens[to-1].end
	if strings.IndexByte(s.text[start:end], ';') >= 0 { // between cells of a table
		return
	}
	if char.CountDigits([]byte(s.text[start:end])) > 1 || s.ofWork(from, to) || s.titledBrand(from) || to-from == 1 && s.modelNamed(from) {
		return
	}
	s.add(start, end, Person, score, fold(s.text[start:end]))
}

// halfWord says whether a hyphen stands before token to that leaves the rest of a word to the next one, "Sonn-
// und Feiertage".
func (s *scan) halfWord(to int) bool {
	if !s.is(to, '-') || s.tokens[to].gap || to+1 >= len(s.tokens) || !s.tokens[to+1].gap {
		return false
	}
	switch s.lower(to + 1) {
	case "und", "oder", "sowie", "and", "or":
		whole := to + 2 // a noun and not another name: "Müller- und Meierhof"
		return whole < len(s.tokens) && (germanNoun(s.lower(whole)) || compoundThing(s.lower(whole)))
	}
	return false
}
