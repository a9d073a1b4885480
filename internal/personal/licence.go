package personal

import (
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
)

// britishDriver finds numbers of British driving licences, whose shape says enough: five letters of the
// surname, filled with 9, six digits of the birth, two initials or 9, a digit and two letters.
func (s *scan) britishDriver(t token) bool {
	if n := t.end - t.start; n != len("NNNNN") && n != len("NNNNN999999NN9AA") { // of one written with gaps, or without
		return false
	}
	end := britishLicence(s.text, t.start)
	if end == 0 {
		end = t.end
	}
	const shape = "NNNNN999999NN9AA"
	if end == t.end && end-t.start != len(shape) {
		return false
	}
	code := strings.ToUpper(bare(s.text[t.start:end]))
	if end == t.end && code != s.text[t.start:end] {
		return false
	}
	if len(code) != len(shape) || !(code[0] >= 'A' && code[0] <= 'Z') {
		return false
	}
	for i := range len(code) {
		letter := code[i] >= 'A' && code[i] <= 'Z'
		switch shape[i] {
		case 'N':
			if !letter && code[i] != '9' {
				return false
			}
		case 'A':
			if !letter {
				return false
			}
		default:
			if !char.Digit(code[i]) {
				return false
			}
		}
	}
	s.add(t.start, end, IDCard, 0.9, code)
	return true
}

// americanDriver finds numbers of driving licences that several of the United States build from the sound of the
// surname, the birth and the sex: a letter and groups of digits, of which Florida has 3-3-2-3-1, Illinois and
// Michigan 3-3-3-3, Illinois also 3-4-4, Wisconsin 3-4-4-2.
func (s *scan) americanDriver(t token) bool {
	if t.kind != word || t.end-t.start != 4 || s.text[t.start] < 'A' || s.text[t.start] > 'Z' || digitRun(s.text, t.start+1) != 3 {
		return false
	}
	var shape [4]byte
	end, groups := t.end, 0
	for end+1 < len(s.text) && (s.text[end] == '-' || s.text[end] == ' ') && s.text[end] == s.text[t.end] && groups < len(shape) {
		n := digitRun(s.text, end+1)
		if n == 0 || n > 4 {
			break
		}
		shape[groups] = '0' + byte(n)
		groups, end = groups+1, end+1+n
	}
	switch string(shape[:groups]) {
	case "3231", "333", "44", "442":
	default:
		return false
	}
	if string(shape[:groups]) != "3231" && !s.named(clueDriver, t.start, end, 32) && !s.named(clueIDCard, t.start, end, 32) || char.RunsOn(s.text, end) {
		return false
	}
	s.add(t.start, end, IDCard, 0.9, s.text[t.start:end])
	return true
}

// licenceAt finds numbers of driving licences, which every country builds in its own way, directly
// behind the word for one.
func (s *scan) licenceAt(i int, t token) bool {
	if len(s.clues.ends[clueDriver]) == 0 || partOfCode(s.text, t.start) || !s.named(clueDriver, t.start, t.end, 20) || s.notes[i].clue != 0 || s.dateHere(t.start) || s.goodsDirect(t.start) {
		return false
	}
	end := t.end
	for end+1 < len(s.text) && s.text[end] == '-' && char.Alnum(s.text[end+1]) {
		for end++; end < len(s.text) && char.Alnum(s.text[end]); end++ {
		}
	}
	if more := britishLicence(s.text, t.start); more > 0 {
		end = more
	}
	r := s.read(t.start, 20, 1)
	n := 0
	for n < r.n && r.ends[n] <= end {
		n++
	}
	if n < 7 || n > 19 || r.ends[n-1] != end || char.CountDigits(r.chars[:n]) < 4 || char.RunsOn(s.text, end) || s.unitAfter(end) || yearsOf(s.text[t.start:end]) {
		return false
	}
	s.add(t.start, end, IDCard, 0.8, string(r.chars[:n]))
	return true
}

// britishLicence reads the number of a British driving licence in its three parts, "WHITC 858143 HR9KX", at
// pos. It returns its end, 0 if there is none.
func britishLicence(text string, pos int) int {
	const size = len("WHITC 858143 HR9KX")
	end := pos + size
	if end > len(text) || text[pos+5] != ' ' && text[pos+5] != '-' || text[pos+12] != text[pos+5] || digitRun(text, pos+6) != 6 || !char.Digit(text[pos+15]) || char.RunsOn(text, end) {
		return 0
	}
	upper := char.ASCII(text[pos]) && text[pos] < 'a'
	for k := pos; k < end; k++ {
		letter := char.ASCII(text[k]) && (text[k] < 'a') == upper
		switch at := k - pos; {
		case at < 5 || at == 13 || at == 14:
			if !letter && text[k] != '9' {
				return 0
			}
		case at > 15:
			if !letter && (!upper || !char.Digit(text[k])) {
				return 0
			}
		}
	}
	return end
}
