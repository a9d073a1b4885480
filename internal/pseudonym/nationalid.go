package pseudonym

import "strings"

// nationals finds the numbers that other states and insurers give a person. Each builds them in its own
// way, so that the word for one has to stand directly before it: "PESEL: 85021412342".
func (s *scan) nationals(kind clue, t Type) {
	for _, end := range s.clues[kind] {
		i := s.tokenAt(end)
		for k := 0; k < 4 && i < len(s.tokens) && s.nationalLink(i); k++ {
			i++
		}
		if i >= len(s.tokens) || s.tokens[i].kind == mark || s.notes[i].clue != 0 || s.dateHere(s.tokens[i].start) {
			continue
		}
		start := s.tokens[i].start
		if stop, code := nationalCode(s.text, start); stop > 0 && !runsOn(s.text, stop) && !s.unitAfter(stop) {
			s.add(start, stop, t, 0.8, code)
		}
	}
}

// nationalLink says whether token i may stand between the word and the number.
func (s *scan) nationalLink(i int) bool {
	switch t := s.tokens[i]; {
	case t.kind == mark:
		return strings.IndexByte(`:#.=)("'-|`, s.text[t.start]) >= 0
	case t.kind == word:
		w := s.lower(i)
		return passwordLinks[w] || w == "number" || w == "nummer" || w == "no" || w == "nr" || w == "card" || w == "id"
	}
	return false
}

// How many letters and digits such a number has.
const leastNational, mostNational = 8, 20

// nationalCode reads a number of digits and capitals at pos. Behind a space only what has digits belongs to it.
func nationalCode(text string, pos int) (end int, code string) {
	var b strings.Builder
	digits := 0
	for i := pos; i < len(text); {
		from, n := i, 0
		for i < len(text) && (isDigit(text[i]) || text[i] >= 'A' && text[i] <= 'Z') {
			if isDigit(text[i]) {
				n++
			}
			i++
		}
		if i == from || b.Len()+i-from > mostNational || n == 0 && from > pos && text[from-1] == ' ' {
			break
		}
		b.WriteString(text[from:i])
		digits += n
		end = i
		if i+1 >= len(text) || strings.IndexByte(" -./", text[i]) < 0 {
			break
		}
		i++
	}
	if b.Len() < leastNational || digits < 5 {
		return 0, ""
	}
	return end, b.String()
}
