package personal

import "strings"

// swapReach is how far behind a verb for changing something the two values may begin, in bytes.
const swapReach = 40

// swapped finds passwords by their shape where somebody says that one took the place of the other, also if no word for a password is near:
// "changed it from Winter2024! to Spring2025!", "von Winter2024! auf Frühling2025! geändert".
func (s *scan) swapped() {
	if !s.holds("chang") && !s.holds("änder") && !s.holds("replac") && !s.holds("reset") && !s.holds("ersetz") {
		return
	}
	for i := range s.tokens {
		w, join := s.lower(i), ""
		switch w {
		case "from":
			join = "to"
		case "von", "vom":
			join = "auf"
		default:
			continue
		}
		if i+1 >= len(s.tokens) || s.tokens[i+1].line {
			continue
		}
		start := s.tokens[i+1].start
		end := passwordEnd(s.text, start)
		k := s.tokenAt(end)
		for k < len(s.tokens) && k-i < 12 && s.tokens[k].kind == mark && s.lower(k) != join {
			k++
		}
		if s.lower(k) != join || k+1 >= len(s.tokens) || s.tokens[k+1].line {
			continue
		}
		next := s.tokens[k+1].start
		stop := passwordEnd(s.text, next)
		if !strings.ContainsAny(s.text[start:end]+s.text[next:stop], "!#$%&?*+=_~^") || !signed(s.text[start:end]) || !signed(s.text[next:stop]) {
			continue
		}
		near := s.folded[max(0, s.tokens[i].start-swapReach):min(len(s.folded), stop+swapReach)]
		if strings.Contains(near, "chang") || strings.Contains(near, "änder") || strings.Contains(near, "replac") || strings.Contains(near, "reset") || strings.Contains(near, "ersetz") {
			s.add(start, end, Secret, 0.7, s.text[start:end])
			s.add(next, stop, Secret, 0.7, s.text[next:stop])
		}
	}
}
