package personal

import (
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/personal/checkdigit"
)

// healthAt finds Krankenversichertennummern.
func (s *scan) healthAt(pos int) bool {
	r := s.read(pos, 10, 2)
	if r.n < 10 || !char.Digits(r.chars[1:10]) || char.RunsOn(s.text, r.ends[9]) {
		return false
	}
	// "A 123 456 780" is a usual notation, other gaps may be chance.
	usual := r.ends[9]-pos == 10 || r.ends[9]-pos == 13 && r.ends[0]+2 == r.ends[1] && r.ends[3]+2 == r.ends[4] && r.ends[6]+2 == r.ends[7] ||
		r.ends[9]-pos == 11 && r.ends[0]+2 == r.ends[1] || r.ends[9]-pos == 12 && r.ends[3]+2 == r.ends[4] && r.ends[6]+2 == r.ends[7]
	if named := s.named(clueHealth, pos, r.ends[9], 60); !named && (!checkdigit.HealthID(r.chars[:10]) || !usual || s.clues.goods(clueHealth, pos, 30)) {
		return false
	}
	s.add(pos, r.ends[9], HealthID, 1, string(r.chars[:10]))
	return true
}

// medicareShape is that of the identifier of Medicare in the United States: 9 is a digit, A a letter that is
// none of S, L, O, I, B and Z, X either (Centers for Medicare and Medicaid Services, 2018).
const medicareShape = "9AX9AX9AA99"

// medicareAt finds such an identifier, in its usual groups or where it is named.
func (s *scan) medicareAt(t token) bool {
	if !char.Digit(s.text[t.start]) || s.text[t.start] == '0' {
		return false
	}
	if r := s.read(t.start, 2, 1); r.n < 2 || char.Digit(r.chars[1]) {
		return false
	}
	r := s.read(t.start, 11, 1)
	if r.n < 11 || char.RunsOn(s.text, r.ends[10]) {
		return false
	}
	for i, c := range r.chars[:11] {
		letter := c >= 'A' && c <= 'Z' && strings.IndexByte("SLOIBZ", c) < 0
		switch medicareShape[i] {
		case '9':
			if !char.Digit(c) {
				return false
			}
		case 'A':
			if !letter {
				return false
			}
		default:
			if !letter && !char.Digit(c) {
				return false
			}
		}
	}
	if whole := t.end == r.ends[10]; !whole && !(s.text[t.start+4] == '-' && s.text[t.start+8] == '-') && !s.named(clueInsured, t.start, r.ends[10], 48) {
		return false
	}
	s.add(t.start, r.ends[10], HealthID, 0.9, string(r.chars[:11]))
	return true
}

// insuranceAt finds Rentenversicherungsnummern.
func (s *scan) insuranceAt(pos int) bool {
	for digits, i := 0, pos; digits < 8; i++ { // most numbers are shorter
		if i == len(s.text) || char.ASCII(s.text[i]) {
			return false
		}
		if char.Digit(s.text[i]) {
			digits++
		}
	}
	r := s.read(pos, 12, 2)
	if r.n < 12 || r.chars[8] < 'A' || !char.Digits(r.chars[:8]) || !char.Digits(r.chars[9:12]) || char.RunsOn(s.text, r.ends[11]) {
		return false
	}
	if !checkdigit.SocialID(r.chars[:12]) && !s.named(clueSocial, pos, r.ends[11], 48) { // who mistypes is a person, too
		return false
	}
	s.add(pos, r.ends[11], SocialID, 1, string(r.chars[:12]))
	return true
}

// ninoAt finds British National Insurance numbers: two letters, six digits, A to D.
func (s *scan) ninoAt(t token) bool {
	r := s.read(t.start, 9, 2)
	if r.n < 9 || char.Digit(r.chars[0]) || char.Digit(r.chars[1]) || !char.Digits(r.chars[2:8]) || r.chars[8] < 'A' || r.chars[8] > 'D' || char.RunsOn(s.text, r.ends[8]) {
		return false
	}
	_, direct := s.clues.before(clueSocial, t.start, 16)
	if !direct && (strings.IndexByte("DFIQUV", r.chars[0]) >= 0 || strings.IndexByte("DFIQUVO", r.chars[1]) >= 0) { // who mistypes is a person, too
		return false
	}
	const beside = 120 // bytes behind another
	if !s.named(clueSocial, t.start, r.ends[8], 60) && !(t.upper && r.ends[8]-t.start == 9 && s.foundBefore(SocialID, t.start, beside)) {
		return false
	}
	s.add(t.start, r.ends[8], SocialID, 0.9, string(r.chars[:9]))
	return true
}
