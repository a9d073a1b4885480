package personal

import (
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/wordlist"
)

// leastTitled and mostTitled are how many digits a number in a town has that nothing but a person before it tells.
const leastTitled, mostTitled = 5, 7

// personsNumbers finds numbers in a town behind a title and a name, in small groups as they are written down: "Fr. Quandt, 3 94 07 ab
// 18h", "Mrs Quandt, 555-0188, about the glasses".
func (s *scan) personsNumbers() {
	for k := 0; k+1 < len(s.groups); k++ {
		first := k
		for k+1 < len(s.groups) && s.groups[k+1].start-s.groups[k].end == 1 && strings.IndexByte(" -", s.text[s.groups[k].end]) >= 0 && s.text[s.groups[k].end] == s.text[s.groups[first].end] {
			k++
		}
		start, end := s.groups[first].start, s.groups[k].end
		n := end - start - (k - first)
		if k == first || n < leastTitled || n > mostTitled || s.text[start] == '0' || char.Glued(s.text, start) || char.RunsOn(s.text, end) || s.unitAfter(end) || s.counts(end) || s.dateHere(start) || !s.smallParts(first, k) {
			continue
		}
		i := s.tokenAt(start) - 1
		if s.is(i, ',') || s.is(i, ':') {
			i--
		} else {
			continue
		}
		if i < 1 || !s.upperWord(i) || s.notes[i].clue != 0 {
			continue
		}
		i--
		if s.is(i, '.') {
			i--
		}
		if i >= 0 && callers[s.lower(i)] && s.endsOrHours(end) {
			s.add(start, end, Phone, 0.6, s.text[start:end])
		}
	}
}

// callers are the titles before the names of who calls.
var callers = wordlist.Set("fr frau hr herr hrn herrn mr mrs ms miss")

// smallParts says whether the groups [first, last] are those in which a number in a town is written: at most three digits with a space
// between, or three and four with a hyphen.
func (s *scan) smallParts(first, last int) bool {
	if s.text[s.groups[first].end] == '-' {
		return last == first+1 && s.groups[first].end-s.groups[first].start == 3 && s.groups[last].end-s.groups[last].start == 4
	}
	for _, g := range s.groups[first : last+1] {
		if g.end-g.start > 3 {
			return false
		}
	}
	return s.groups[last].end-s.groups[last].start == 2
}
