package personal

import (
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
)

// namedFiles finds numbers of mobile telephones in the names of files, where they are glued to a word: "IMG_01714482931.jpg",
// "Scan_0171-4482931.pdf".
func (s *scan) namedFiles() {
	for _, g := range s.groups {
		if g.start < 2 || g.end-g.start < 4 || s.text[g.start] != '0' || s.text[g.start+1] != '1' || s.text[g.start-1] != '_' || char.Digit(s.text[g.start-2]) {
			continue // most numbers
		}
		end, digits := g.start, 0
		for i := g.start; i < len(s.text) && i-end < 2; i++ {
			if char.Digit(s.text[i]) {
				digits, end = digits+1, i+1
			} else if strings.IndexByte("-_ ", s.text[i]) < 0 {
				break
			}
			if digits > len("017644829317") {
				break
			}
		}
		number := bare(s.text[g.start:end])
		if digits < len("01714482931")-1 || digits > len("017644829317") || number[2] < '5' || number[2] > '7' || end < len(s.text) && (char.ASCII(s.text[end]) || char.Digit(s.text[end])) {
			continue
		}
		s.add(g.start, end, Phone, 0.8, s.dialForm([]byte(number), false))
	}
}

// spacedDigits reads digits in groups with spaces and hyphens between at pos. It returns their end and how many they are.
func spacedDigits(text string, pos int) (end, n int) {
	end = pos
	for i := pos; i < len(text) && i-end < 4; i++ {
		switch {
		case char.Digit(text[i]):
			n, end = n+1, i+1
		case strings.IndexByte(" -/", text[i]) < 0:
			return end, n
		}
	}
	return end, n
}
