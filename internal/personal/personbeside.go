package personal

import (
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/personal/tagger"
)

// beside finds the names that stand beside others in a row, "Vizirov, Barrett and Jones", where found[from:] has one of them.
func (s *scan) beside(from int) {
	var taken map[int]bool                 // the words of names, asked for where a row is
	for k := from; k < len(s.found); k++ { // what is added is looked at, too
		e := s.found[k]
		if e.Type != Person {
			continue
		}
		if i := s.tokenAt(e.End); i < len(s.tokens) && i > 0 && s.tokens[i-1].end == e.End {
			taken = s.besideAt(i, i+1, from, taken)
		}
		if i := s.tokenAt(e.Start); i > 1 && i < len(s.tokens) && s.tokens[i].start == e.Start && !s.tokens[i].line && s.and(i-1) {
			taken = s.besideAt(i-1, i-2, from, taken)
		}
	}
}

// and says whether token i joins two names.
func (s *scan) and(i int) bool {
	w := s.lower(i)
	return w == "and" || w == "und" || w == "&"
}

// besideAt takes the word at token i for a name where what stands at token joint joins it with one. It gives the words of the names
// in found[from:], taken if they are known already.
func (s *scan) besideAt(joint, i, from int, taken map[int]bool) map[int]bool {
	if i >= len(s.tokens) || !s.and(joint) && !s.is(joint, ',') || s.tokens[i].line || s.tokens[joint].line || !s.upperWord(i) || s.tokens[i].held {
		return taken
	}
	if more := i+1 < len(s.tokens) && (s.is(i+1, ',') || s.and(i+1)); !more && !s.and(joint) {
		return taken
	}
	known := s.known(i)
	if known&(tagger.FirstName|tagger.LastName) == 0 || known&anyWords != 0 || !s.surname(i) || s.isThing(i, i+1) {
		return taken
	}
	if next := i + 1; next < len(s.tokens) && i > joint && s.upperWord(next) && !s.tokens[next].line { // a longer name, or that of something
		return taken
	}
	if taken == nil {
		taken = s.wordsOfNames(from)
	}
	if !taken[i] {
		taken[i] = true
		s.person(i, i+1, 0.6)
	}
	return taken
}

// wordsOfNames gives the tokens of the names in found[from:].
func (s *scan) wordsOfNames(from int) map[int]bool {
	taken := map[int]bool{}
	for _, e := range s.found[from:] {
		for i := s.tokenAt(e.Start); i < len(s.tokens) && s.tokens[i].start < e.End && e.Type == Person; i++ {
			taken[i] = true
		}
	}
	return taken
}

// patronymEndings end surnames of the north and the east of Europe and no word of German or English.
var patronymEndings = [...]string{"dóttir", "dottir", "sson", "ić", "wicz", "ovich", "evich", "czyk", "oğlu", "enko", "shvili", "escu", "ström", "qvist"}

// patronymTails are the last two bytes of such names, and of what else is "'s" behind one: a test that most words fail.
var patronymTails = func() (tails [2][256]bool) {
	for _, e := range append(patronymEndings[:], "'s", "’s") {
		tails[0][e[len(e)-2]], tails[1][e[len(e)-1]] = true, true
	}
	return tails
}()

// leastPatronym is how long such a name is at least, in bytes.
const leastPatronym = 7

func (s *scan) patronymTail(t token) bool {
	return t.end-t.start >= leastPatronym && patronymTails[1][s.folded[t.end-1]] && patronymTails[0][s.folded[t.end-2]]
}

// patronyms finds those surnames with what stands before them: "Guðmundsdóttir", "Edi Živković", "Kristíana R Valbergsdóttir".
func (s *scan) patronyms(start, end int) {
	for i := start; i < end; i++ {
		t := s.tokens[i]
		if !t.upper || !s.patronymTail(t) || t.held || t.kind != word || s.known(i)&anyWords != 0 {
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
