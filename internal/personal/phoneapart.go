package personal

import "strings"

// dialCodes stand before the code of a town that is told apart from the number.
var dialCodes = set("vorwahl ortsvorwahl vorwahlnummer")

// dialLinks may stand between the code of a town and the number.
var dialLinks = set("dann danach und nummer rufnummer anschluss die")

// dialCodeReach is how many tokens behind the code of a town its number may begin.
const dialCodeReach = 4

// apartCodes finds numbers whose code is told apart: "Vorwahl 0 40, dann 6 69 69 - 5 12".
func (s *scan) apartCodes() {
	if !strings.Contains(s.folded, "vorwahl") {
		return
	}
	for i := range s.tokens {
		if !dialCodes[s.lower(i)] {
			continue
		}
		j := s.namedBy(s.tokens[i].end)
		if j >= len(s.tokens) || s.text[s.tokens[j].start] != '0' {
			continue
		}
		from := j
		digits := 0
		for j < len(s.tokens) && s.tokens[j].kind == number && !(j > from && s.tokens[j].line) && digits < 6 {
			digits += s.tokens[j].end - s.tokens[j].start
			j++
		}
		for k := 0; k < dialCodeReach && j < len(s.tokens) && !s.tokens[j].line && (dialLinks[s.lower(j)] || s.is(j, ',') || s.is(j, ':') || s.is(j, '/') || s.is(j, '-') || s.is(j, '.')); k++ {
			j++
		}
		if j >= len(s.tokens) || s.tokens[j].kind != number || digits < 3 {
			continue
		}
		end, n := spacedDigits(s.text, s.tokens[j].start)
		if n >= 4 && n <= 9 && !runsOn(s.text, end) {
			s.add(s.tokens[from].start, end, Phone, 0.8, s.text[s.tokens[from].start:end])
		}
	}
}
