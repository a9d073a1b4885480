package pseudonym

import (
	"regexp"
	"strings"
)

// Names are found where the text says that a name follows.
var (
	nameWord   = `\p{Lu}[\p{L}'’\-]+`
	fullName   = `(` + nameWord + `(?:\s+(?:von|van|de|der|den|zu|zur|vom|el|al|da|di)\b)?(?:\s+` + nameWord + `){0,2})`
	introduced = regexp.MustCompile(`(?:[Ii]ch heiße|[Mm]ein Name (?:ist|lautet)|[Nn]ame\s*:|[Mm]y name is|[Ii]'m called|[Mm]it freundlichen Grüßen,?|[Vv]iele Grüße,?|[Ll]iebe Grüße,?|[Bb]este Grüße,?|[Kk]ind regards,?|[Bb]est regards,?|[Ss]incerely,?)\s+` + fullName)
	titled     = regexp.MustCompile(`\b(?:Herrn?|Frau|Hr\.|Fr\.|Dr\.|Prof\.|Mr\.?|Mrs\.?|Ms\.?|Miss)\s+(?:(?:Dr\.|Prof\.|med\.|h\.c\.)\s+)*` + fullName)
	street     = regexp.MustCompile(`\b\p{Lu}[\p{L}\-]*(?:straße|strasse|str\.|weg|platz|allee|gasse|ring|ufer|damm|chaussee)\s+\d{1,4}\s?[a-z]?\b(?:\s*,?\s*(?:D-)?\d{5}\s+\p{Lu}[\p{L}\-]+)?`)
	birth      = regexp.MustCompile(`\b\d{1,2}\.\s?(?:\d{1,2}\.|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\s?\d{4}\b|\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}/\d{1,2}/\d{4}\b`)
	secretURL  = regexp.MustCompile(`\bhttps?://(?:[^\s/@]+:[^\s/@]+@\S+|[^\s?#]+[?&#]\S*(?i:token|key|session|sid|sig|signature|code|password|auth|secret|email|mail)=\S+)`)
	plate      = regexp.MustCompile(`\b[A-ZÄÖÜ]{1,3}[- ][A-Z]{1,2}[- ]?\d{1,4}[EH]?\b`)
)

// notNames follow a title without being a name.
var notNames = map[string]bool{"Doktor": true, "Kollege": true, "Kollegin": true, "Präsident": true, "Ministerin": true, "Professor": true, "Dr": true}

func (s *scan) persons() {
	for _, re := range []*regexp.Regexp{introduced, titled} {
		for _, m := range re.FindAllStringSubmatchIndex(s.text, -1) {
			start, end := m[2], m[3]
			if notNames[s.text[start:end]] {
				continue
			}
			s.add(start, end, Person, 0.8, fold(s.text[start:end]))
		}
	}
}

func (s *scan) addresses() {
	for _, m := range street.FindAllStringIndex(s.text, -1) {
		s.add(m[0], m[1], Address, 0.7, fold(s.text[m[0]:m[1]]))
	}
}

func (s *scan) births() {
	for _, m := range birth.FindAllStringIndex(s.text, -1) {
		if s.clues.near(clueBirth, m[0], m[1], 24) {
			s.add(m[0], m[1], BirthDate, 0.9, fold(s.text[m[0]:m[1]]))
		}
	}
}

func (s *scan) urls() {
	for _, m := range secretURL.FindAllStringIndex(s.text, -1) {
		end := m[0] + len(strings.TrimRight(s.text[m[0]:m[1]], ".,;:!?)\"'>"))
		s.add(m[0], end, URL, 0.9, s.text[m[0]:end])
	}
}

func (s *scan) plates() {
	for _, m := range plate.FindAllStringIndex(s.text, -1) {
		if s.clues.near(cluePlate, m[0], m[1], 30) {
			s.add(m[0], m[1], Plate, 0.8, strings.ReplaceAll(strings.ReplaceAll(s.text[m[0]:m[1]], " ", ""), "-", ""))
		}
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

// dateHere reports whether a date begins at pos.
func (s *scan) dateHere(pos int) bool {
	m := birth.FindStringIndex(s.text[pos:min(len(s.text), pos+24)])
	return m != nil && m[0] == 0
}
