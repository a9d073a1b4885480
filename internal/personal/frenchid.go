package personal

import (
	"slices"

	"github.com/webchatagent/wca/internal/personal/char"
)

// The number by which France knows everybody who is insured has so many digits, and two more for its check; Corsica has
// a letter in it: "2 84 05 67 482 096 63", "1 84 05 2A 482 096 14".
const (
	frenchDigits = 13
	frenchCheck  = 15
)

// frenchGroups are the groups in which it is written.
var frenchGroups = []int{1, 2, 2, 2, 3, 3, 2}

// frenchNumber finds such numbers: in their groups, or together where a word for them stands near or the check digits
// are right.
func (s *scan) frenchNumber(i int) int {
	g := s.groups[i]
	if c := s.text[g.start]; c != '1' && c != '2' || g.end-g.start != 1 && g.end-g.start < len("18405")+1 || i > 0 && g.linked {
		return 0
	}
	var digits []byte
	var sizes []int
	corsica, end := byte(0), g.start
	for at := g.start; at < len(s.text) && len(digits) < frenchCheck; {
		size := 0
		for at < len(s.text) && len(digits) < frenchCheck && (char.Digit(s.text[at]) || len(digits) == 6 && digits[5] == '2' && (s.text[at] == 'A' || s.text[at] == 'B')) {
			c := s.text[at]
			if !char.Digit(c) {
				corsica, c = c, '0'
			}
			digits = append(digits, c)
			at, size = at+1, size+1
		}
		if size == 0 {
			break
		}
		sizes, end = append(sizes, size), at
		if at >= len(s.text) || s.text[at] != ' ' && s.text[at] != '.' && s.text[at] != '-' {
			break
		}
		at++
	}
	if len(digits) != frenchCheck && len(digits) != frenchDigits || char.RunsOn(s.text, end) {
		return 0
	}
	month := char.Two(digits[3:])
	if !(month >= 1 && month <= 12) && !(month >= 20 && month <= 42) && month < 50 {
		return 0
	}
	grouped := slices.Equal(sizes, frenchGroups[:min(len(sizes), len(frenchGroups))]) && len(sizes) >= len(frenchGroups)-1
	whole := len(digits) == frenchCheck
	named := s.named(clueSocial, g.start, end, 60) || s.named(clueNational, g.start, end, 60)
	if !(grouped && whole) && !(whole && frenchKey(digits, corsica) && !s.dialled(g.start) && !s.clues.goods(clueSocial, g.start, 30)) && !(named && (grouped || len(sizes) == 1)) {
		return 0
	}
	s.add(g.start, end, SocialID, 0.9, bare(s.text[g.start:end]))
	n := 1
	for i+n < len(s.groups) && s.groups[i+n].start < end {
		n++
	}
	return n
}

// frenchKey says whether the last two of fifteen digits are the check of the others. The departments of Corsica count as
// 19 and 18.
func frenchKey(digits []byte, corsica byte) bool {
	n := 0
	for _, c := range digits[:frenchDigits] {
		n = 10*n + int(c-'0')
	}
	switch corsica {
	case 'A':
		n -= 1_000_000
	case 'B':
		n -= 2_000_000
	}
	return 97-n%97 == char.Two(digits[frenchDigits:])
}
