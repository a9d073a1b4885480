package personal

import (
	"bytes"
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
)

// plateShapes are those of plates of Europe that hardly anything else has: 9 is a digit, A a letter.
var plateShapes = []string{
	"9999 AAA", "9999-AAA", "9999AAA", // Spain
	"9A9 9999", "9AA 9999", "9A99999", // Czech Republic
	"99-AAA-9", "9-AAA-99", "AA-999-A", "A-999-AA", "99-AA-AA", "AA-AA-99", "AA-99-AA", // Netherlands, Portugal
	"9-AAA-999", "9 AAA 999", // Belgium
	"AA999AA", "AA 999 AA", "AA 999AA", "AA-999-AA", // Italy, France
	"9999 AA 99",                                        // France until 2009
	"99 AA 999", "99 AA 9999", "99 AAA 99", "99 A 9999", // Turkey
	"AA 99 999",                         // Denmark
	"AAA 99A",                           // Sweden
	"AA AA-999",                         // Hungary
	"AAA 99A99", "AA 9999A", "AA 999AA", // Poland
	"AA AA-999", "AA 99-9AA", // Slovenia
	"AA-9999-AA", "AA-999-AA", "AA 9999 AA", // Croatia, Bulgaria, Ukraine
	"A-999-AAA", "A 999 AAA", "AA 99 AAA", "AA-99-AAA", // Romania
}

// shapesBy lists them by their first character.
var shapesBy = func() (m map[byte][]string) {
	m = map[byte][]string{}
	for _, shape := range plateShapes {
		m[shape[0]] = append(m[shape[0]], shape)
	}
	return m
}()

// The lengths of the shortest and of the longest of them, in bytes.
const shortestPlate, longestPlate = len("AA999AA"), len("9999 AA 99")

// shapedPlate gives the end of what has the shape of a plate at pos, 0 if nothing has.
func shapedPlate(text string, pos int) int {
	var room [longestPlate]byte
	seen := shapeAt(text, pos, room[:0])
	if len(seen) < shortestPlate { // nearly every word
		return 0
	}
	if front := seen[:shortestPlate]; bytes.IndexByte(front, 'A') < 0 || bytes.IndexByte(front, '9') < 0 { // plain numbers, words in capitals
		return 0
	}
	end := 0
	for _, shape := range shapesBy[seen[0]] {
		if stop := pos + len(shape); stop > end && len(shape) <= len(seen) && string(seen[:len(shape)]) == shape && !char.RunsOn(text, stop) {
			end = stop
		}
	}
	return end
}

// shapeAt appends the shape of the digits, capitals, spaces and hyphens that stand at pos, as many as there is room for.
func shapeAt(text string, pos int, room []byte) []byte {
	for len(room) < cap(room) && pos < len(text) {
		c := text[pos]
		switch {
		case char.Digit(c):
			c = '9'
		case char.Capital(c):
			c = 'A'
		case c != ' ' && c != '-':
			return room
		}
		room = append(room, c)
		pos++
	}
	return room
}

// foreignPlate gives the end of a plate of Europe at token i in a text about cars, 0 if there is none.
func (s *scan) foreignPlate(i int) int {
	t := s.tokens[i]
	if !char.Digit(s.text[t.start]) && !t.upper {
		return 0
	}
	end := shapedPlate(s.text, t.start)
	if end == 0 || s.dateTail(end) || s.clues.goods(cluePlate, t.start, plateReach) || end < len(s.text) && s.text[end] == '-' || t.start > 0 && s.text[t.start-1] == '-' {
		return 0
	}
	if s.behindCapitals(i) {
		return 0
	}
	for _, word := range strings.FieldsFunc(s.text[t.start:end], func(r rune) bool { return r == ' ' || r == '-' }) {
		if currencies[word] || engines[word] {
			return 0
		}
	}
	if !s.named(cluePlate, t.start, end, plateReach) && !s.onTheRoad(t.start, end) {
		return 0
	}
	return end
}

// behindCapitals says whether capitals stand directly before token i, so that it is part of a longer code: "DE BY 718 EG" on food.
func (s *scan) behindCapitals(i int) bool {
	if i == 0 || s.tokens[i-1].kind != word || s.notes[i-1].clue != 0 {
		return false
	}
	t := s.tokens[i-1]
	return s.capitals(i-1) == t.end-t.start && t.end+1 == s.tokens[i].start
}

// toldPlate gives the end of letters and digits at token i that the sentence calls a plate behind them, "WQP 692 is my license
// plate", or that stand in brackets behind a car: "mein Golf (AEW-281)". It is 0 if there are none.
func (s *scan) toldPlate(i int) int {
	start := s.tokens[i].start
	end, chars, digits := paperRun(s.text, start, true)
	if chars < 5 || chars > 8 || digits == 0 || digits == chars || char.RunsOn(s.text, end) || s.notes[i].clue != 0 || s.tokens[i].kind == word && engines[s.text[start:s.tokens[i].end]] {
		return 0
	}
	if s.saysWhose(end) && s.named(cluePlate, start, end, 0) {
		return end
	}
	if far, ok := s.clues.before(cluePlate, start, len(" 1.4 TSI (")); ok && far > 1 && s.text[start-1] == '(' && end < len(s.text) && s.text[end] == ')' {
		return end
	}
	return 0
}
