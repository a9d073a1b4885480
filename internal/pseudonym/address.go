package pseudonym

import "regexp"

var street = regexp.MustCompile(`\b\p{Lu}[\p{L}\-]*(?:straße|strasse|str\.|weg|platz|allee|gasse|ring|ufer|damm|chaussee)\s+\d{1,4}\s?[a-z]?\b(?:\s*,?\s*(?:D-)?\d{5}\s+\p{Lu}[\p{L}\-]+)?`)

func (s *scan) addresses() {
	for _, m := range street.FindAllStringIndex(s.text, -1) {
		s.add(m[0], m[1], Address, 0.7, fold(s.text[m[0]:m[1]]))
	}
}
