package pseudonym

import "regexp"

var birth = regexp.MustCompile(`\b\d{1,2}\.\s?(?:\d{1,2}\.|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\s?\d{4}\b|\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}/\d{1,2}/\d{4}\b`)

func (s *scan) births() {
	for _, m := range birth.FindAllStringIndex(s.text, -1) {
		if s.named(clueBirth, m[0], m[1], 24) {
			s.add(m[0], m[1], BirthDate, 0.9, fold(s.text[m[0]:m[1]]))
		}
	}
}

// dateHere reports whether a date begins at pos.
func (s *scan) dateHere(pos int) bool {
	m := birth.FindStringIndex(s.text[pos:min(len(s.text), pos+24)])
	return m != nil && m[0] == 0
}
