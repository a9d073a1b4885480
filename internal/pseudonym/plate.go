package pseudonym

import (
	"regexp"
	"strings"
)

var plate = regexp.MustCompile(`\b[A-ZÄÖÜ]{1,3}[- ][A-Z]{1,2}[- ]?\d{1,4}[EH]?\b`)

func (s *scan) plates() {
	for _, m := range plate.FindAllStringIndex(s.text, -1) {
		if s.named(cluePlate, m[0], m[1], 30) {
			s.add(m[0], m[1], Plate, 0.8, strings.ReplaceAll(strings.ReplaceAll(s.text[m[0]:m[1]], " ", ""), "-", ""))
		}
	}
}
