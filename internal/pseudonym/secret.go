package pseudonym

import (
	"regexp"
	"strings"
)

var secretURL = regexp.MustCompile(`\bhttps?://(?:[^\s/@]+:[^\s/@]+@\S+|[^\s?#]+[?&#]\S*(?i:token|key|session|sid|sig|signature|code|password|auth|secret|email|mail)=\S+)`)

func (s *scan) urls() {
	for _, m := range secretURL.FindAllStringIndex(s.text, -1) {
		end := m[0] + len(strings.TrimRight(s.text[m[0]:m[1]], ".,;:!?)\"'>"))
		s.add(m[0], end, URL, 0.9, s.text[m[0]:end])
	}
}

func (s *scan) secrets() {
	for i, t := range s.tokens {
		if t.kind == mark || i < 1 {
			continue
		}
		distance, ok := s.clues.before(clueSecret, t.start, 8)
		if !ok || distance == 0 {
			continue
		}
		end := t.start
		for end < len(s.text) && !isSpace(s.text[end]) {
			end++
		}
		value := s.text[t.start:end]
		if len(value) >= 6 && strings.ContainsAny(value, "0123456789") {
			s.add(t.start, end, Secret, 0.8, value)
		}
	}
}
