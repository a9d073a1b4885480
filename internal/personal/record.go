package personal

import (
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/personal/tagger"
)

// Dates of birth that no word announces are those in records of people, behind a name: "Callum Reid 12/05/2011 dad
// 07700 900318", "Stonebridge, 5 May 1938, NI number …".
const (
	oldestBirth = 1915
	recordAge   = 10   // somebody younger has no record, and a later year may be that of an appointment
	longBefore  = 1990 // hardly any date behind a name is one of anything else
	beforePosts = 1995 // before this year no post or message on the web has its date behind who wrote it
)

// nameReach is how far before the first digit of a date the name may end, in bytes: a month may stand between.
const nameReach = 24

// How far behind the date of a record the number of a person may begin, in bytes: one that only the state or an
// insurer gives, or one to reach somebody.
const (
	givenReach = 48
	reachReach = 24
)

// records finds such dates. Names and numbers have to be found already.
func (s *scan) records() {
	if len(s.groups) < 2 {
		return
	}
	var names, given, reach []int // ends of names, beginnings of numbers
	for _, e := range s.found {
		switch e.Type {
		case Person:
			names = append(names, e.End)
		case SocialID, HealthID, TaxID, IDCard, Passport:
			given = append(given, e.Start)
		case Phone, Email:
			reach = append(reach, e.Start)
		}
	}
	if len(names)+len(given) == 0 {
		return
	}
	slices.Sort(names)
	slices.Sort(given)
	slices.Sort(reach)
	for i, g := range s.groups {
		if !within(names, g.start-nameReach, g.start+1) && !within(given, g.end, g.end+givenReach+nameReach) || char.Glued(s.text, g.start) {
			continue // most numbers
		}
		start, end := s.dateAt(i)
		if end == 0 || char.RunsOn(s.text, end) {
			continue
		}
		year := s.birthYear(s.text[start:end])
		if year < oldestBirth || year > s.year-recordAge {
			continue
		}
		if s.clues.cellAt(start) != nil {
			continue // the head of its column says what it is
		}
		part := partBefore(s.text, start)
		named := within(names, part, part+1)
		switch {
		case s.besideNumber(given, end, givenReach) && (named || s.strangeWord(part)):
		case named && s.besideNumber(reach, end, reachReach):
		case named && year < beforePosts && year > 999 && (year < longBefore || strings.ContainsAny(s.text[part:start], ",-|;(–")):
		default:
			continue
		}
		s.add(start, end, BirthDate, 0.7, fold(s.text[start:end]))
	}
}

// partBefore gives the end of what stands before pos but for marks that separate the parts of a record.
func partBefore(text string, pos int) int {
	end := pos
	for range 2 {
		for end > 0 && pos-end < 16 && strings.IndexByte(" ,;|-/(\t", text[end-1]) >= 0 {
			end--
		}
		if end > 1 && end < pos && strings.IndexByte("FMWDfmwdX", text[end-1]) >= 0 && strings.IndexByte(" ,;|/\t", text[end-2]) >= 0 { // "Saoirse Kinsella / F / 19 AUG 2003"
			end--
			continue
		}
		break
	}
	return end
}

// within says whether one of the places, in order, lies in [from, to).
func within(places []int, from, to int) bool {
	i, _ := slices.BinarySearch(places, from)
	return i < len(places) && places[i] < to
}

// besideNumber says whether one of the numbers begins at most reach bytes behind end, in the same line.
func (s *scan) besideNumber(numbers []int, end, reach int) bool {
	line := char.Cut(s.text, end, reach)
	if i := strings.IndexByte(line, '\n'); i >= 0 {
		line = line[:i]
	}
	return within(numbers, end, end+len(line)+1)
}

// strangeWord says whether a capitalised word that is none of the language ends at pos.
func (s *scan) strangeWord(pos int) bool {
	i := s.tokenAt(pos) - 1
	return i >= 0 && s.tokens[i].end == pos && s.upperWord(i) && s.notes[i].clue == 0 && s.known(i)&(tagger.Common|tagger.CommonEnglish) == 0
}

// birthYear is the year of a date, 0 if it has none or two digits that may be those of this century as well.
func (s *scan) birthYear(date string) int {
	if year := yearOf(date); year < 9999 {
		return year
	}
	if n := len(date); n > 3 && char.Digit(date[n-1]) && char.Digit(date[n-2]) && !char.Digit(date[n-3]) {
		switch year := char.Two([]byte(date[n-2:])); {
		case year > 35:
			return 1900 + year
		case year <= (s.year-recordAge)%100:
			return 2000 + year
		}
	}
	return 0
}
