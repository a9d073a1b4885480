package personal

import (
	"sort"
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/wordlist"
)

// againReach is how far from a day of birth another may stand with which somebody corrects or repeats it, in bytes.
const againReach = 40

// againWords stand between a day of birth and the one that it should be, or the same written otherwise: "1967, should be 1976",
// "17.08.1991 nicht 17.08.1919", "der dritte März achtundsiebzig, also 03-03-78".
var againWords = wordlist.Set(`not and nicht und statt sondern instead of rather than but should be is it ist es sollte sein richtig korrekt correct right
	wrong falsch wäre eigentlich actually sorry no nein oh also bzw or oder d h i e that's that’s that das heißt meaning old new alt neu
	in figures zahlen ziffern numbers changed geändert auf to im a the lol ich bin i i'm i’m`)

// birthsAgain finds such days beside those that were found.
func (s *scan) birthsAgain() {
	for _, e := range s.found {
		if e.Type != BirthDate {
			continue
		}
		from := sort.Search(len(s.groups), func(i int) bool { return s.groups[i].start >= e.Start-againReach })
		for i := from; i < len(s.groups) && s.groups[i].start < e.End+againReach; i++ {
			g := s.groups[i]
			if char.Glued(s.text, g.start) || g.start >= e.Start && g.start < e.End {
				continue
			}
			start, stop := s.dateAt(i)
			if year := s.tokenAt(g.start); stop == 0 && g.end-g.start == 4 && e.End-e.Start == 4 && year < len(s.tokens) && s.yearOfBirth(year) {
				start, stop = g.start, g.end
			}
			if stop == 0 || char.RunsOn(s.text, stop) || stop > e.Start && start < e.End {
				continue
			}
			if year := s.birthYear(s.text[start:stop]); year < oldestBirth || year > s.year-kinAge {
				continue
			}
			if bracketed := strings.TrimSpace(s.text[e.End:max(e.End, start)]); start >= e.End && (bracketed == "(" || bracketed == "=" || s.toldAgain(e.End, start)) || stop <= e.Start && s.toldAgain(stop, e.Start) {
				s.add(start, stop, BirthDate, 0.6, fold(s.text[start:stop]))
			}
		}
	}
}

// toldAgain says whether one or more of those words and nothing else stand in [from, to).
func (s *scan) toldAgain(from, to int) bool {
	gap := s.folded[from:to]
	if strings.ContainsAny(gap, "\n") {
		return false
	}
	words := strings.FieldsFunc(gap, func(r rune) bool { return strings.ContainsRune(" ,.;:()-–—!=\"'", r) })
	if wrong := strings.Contains(gap, "wrong") || strings.Contains(gap, "falsch"); wrong && strings.HasSuffix(strings.TrimRight(gap, " "), ":") && len(words) < 8 { // "wrong by ten years: 14.02.1969"
		return true
	}
	if len(words) == 0 || len(words) > 5 || len(words) == 1 && (words[0] == "and" || words[0] == "und" || words[0] == "to" || words[0] == "or" || words[0] == "oder" || words[0] == "is") {
		return false
	}
	for _, w := range words {
		if !againWords[w] {
			return false
		}
	}
	return true
}
