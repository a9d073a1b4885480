package pseudonym

import "regexp"

// Names are found where the text says that a name follows.
var (
	nameWord   = `\p{Lu}[\p{L}'’\-]+`
	fullName   = `(` + nameWord + `(?:\s+(?:von|van|de|der|den|zu|zur|vom|el|al|da|di)\b)?(?:\s+` + nameWord + `){0,2})`
	introduced = regexp.MustCompile(`(?:[Ii]ch heiße|[Mm]ein Name (?:ist|lautet)|[Nn]ame\s*:|[Mm]y name is|[Ii]'m called|[Mm]it freundlichen Grüßen,?|[Vv]iele Grüße,?|[Ll]iebe Grüße,?|[Bb]este Grüße,?|[Kk]ind regards,?|[Bb]est regards,?|[Ss]incerely,?)\s+` + fullName)
	titled     = regexp.MustCompile(`\b(?:Herrn?|Frau|Hr\.|Fr\.|Dr\.|Prof\.|Mr\.?|Mrs\.?|Ms\.?|Miss)\s+(?:(?:Dr\.|Prof\.|med\.|h\.c\.)\s+)*` + fullName)
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
