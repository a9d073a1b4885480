package personal

import (
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/personal/tagger"
)

// beside finds the names that stand beside others in a row, "Vizirov, Barrett and Jones", where found[from:] has one of them.
func (s *scan) beside(from int) {
	taken := map[int]bool{} // the words of names
	for _, e := range s.found[from:] {
		for i := s.tokenAt(e.Start); i < len(s.tokens) && s.tokens[i].start < e.End && e.Type == Person; i++ {
			taken[i] = true
		}
	}
	if len(taken) == 0 {
		return
	}
	for k := from; k < len(s.found); k++ { // what is added is looked at, too
		e := s.found[k]
		if e.Type != Person {
			continue
		}
		if i := s.tokenAt(e.End); i < len(s.tokens) && i > 0 && s.tokens[i-1].end == e.End {
			s.besideAt(i, i+1, taken)
		}
		if i := s.tokenAt(e.Start); i > 1 && i < len(s.tokens) && s.tokens[i].start == e.Start && !s.tokens[i].line && s.and(i-1) {
			s.besideAt(i-1, i-2, taken)
		}
	}
}

// and says whether token i joins two names.
func (s *scan) and(i int) bool {
	w := s.lower(i)
	return w == "and" || w == "und" || w == "&"
}

// besideAt takes the word at token i for a name where what stands at token joint joins it with one.
func (s *scan) besideAt(joint, i int, taken map[int]bool) {
	if i >= len(s.tokens) || s.tokens[i].line || s.tokens[joint].line || !s.upperWord(i) || s.tokens[i].held || taken[i] {
		return
	}
	more := i+1 < len(s.tokens) && (s.is(i+1, ',') || s.and(i+1))
	if !s.and(joint) && !(s.is(joint, ',') && more) {
		return
	}
	known := s.known(i)
	if known&(tagger.FirstName|tagger.LastName) == 0 || known&anyWords != 0 || !s.surname(i) || s.isThing(i, i+1) {
		return
	}
	if next := i + 1; next < len(s.tokens) && i > joint && s.upperWord(next) && !s.tokens[next].line { // a longer name, or that of something
		return
	}
	taken[i] = true
	s.person(i, i+1, 0.6)
}

// patronymEndings end surnames of the north and the east of Europe and no word of German or English.
var patronymEndings = [...]string{"dóttir", "dottir", "sson", "ić", "wicz", "ovich", "evich", "czyk", "oğlu", "enko", "shvili", "escu", "ström", "qvist"}

// leastPatronym is how long such a name is at least, in bytes.
const leastPatronym = 7

// patronyms finds those surnames with what stands before them: "Guðmundsdóttir", "Edi Živković", "Kristíana R Valbergsdóttir".
func (s *scan) patronyms(start, end int) {
	for i := start; i < end; i++ {
		t := s.tokens[i]
		if t.end-t.start < leastPatronym || !t.upper || t.held || t.kind != word || s.known(i)&anyWords != 0 {
			continue
		}
		w, _ := genitive(s.lower(i))
		if !slices.ContainsFunc(patronymEndings[:], func(e string) bool { return strings.HasSuffix(w, e) }) || !s.surname(i) {
			continue
		}
		if i+1 < end && s.upperWord(i+1) && !s.tokens[i+1].line && !strings.HasSuffix(s.word(i), "s") { // "the corner of Sigurmundsson Greens"
			continue
		}
		from := i
		given := false // what stands before somebody's given name is none in no list
		for from > start && i-from < 3 && !s.tokens[from].line && s.beforePatronym(from-1, given) {
			from--
			given = given || s.tokens[from].end-s.tokens[from].start > 1
		}
		s.person(from, i+1, 0.7)
	}
}

// beforePatronym says whether token i may be a given name, a letter of one or its full stop; a known one where one stands behind it.
func (s *scan) beforePatronym(i int, given bool) bool {
	if s.is(i, '.') {
		return i > 0 && s.initial(i-1) > 0
	}
	if !s.upperWord(i) || s.tokens[i].held || s.beginsName(i) && s.known(i)&tagger.FirstName == 0 && s.dictionaryWord(i) || s.has(i, titles|functionWords|articles|prepositions|greetings) {
		return false
	}
	return s.known(i)&tagger.FirstName != 0 || !given && s.known(i)&anyWords == 0
}
