package word

import (
	"slices"
	"strings"
)

// Verb is what the forms of a Dutch verb have in common, written so that no word is: of "werkt", "werken", "gewerkt" and
// "werkte", which Snowball's stemmer leaves apart and which are too short for a common beginning. Nouns that end as verbs do
// have one as well. "" for other languages and for what is too short.
func Verb(lang, folded string) string {
	if lang != "nl" || len(folded) < leastVerb {
		return ""
	}
	particle, rest := separated(folded)
	if participle, ok := strings.CutPrefix(rest, "ge"); ok && len(participle) >= leastVerb && endsParticiple(participle) {
		rest = participle
	}
	for _, ending := range verbEndings {
		if s, ok := strings.CutSuffix(rest, ending); ok && len(s) >= leastVerb-1 {
			rest = s
			break
		}
	}
	return particle + plainRoot(rest) + "~"
}

// leastVerb is how many letters a form has at least; a root may have one less.
const leastVerb = 4

// verbEndings are those of forms and of their diminutives, the longest first.
var verbEndings = []string{"tjes", "tje", "jes", "den", "ten", "je", "de", "te", "en", "d", "t"}

// particles stand before verbs that are written in two words elsewhere: "opgebeld", "ophalen".
var particles = []string{"binnen", "achter", "terug", "aan", "door", "mee", "toe", "uit", "weg", "vast", "los", "neer", "af", "op", "in", "om"}

// separated cuts off the particle of a participle: "op" and "gebeld".
func separated(folded string) (particle, rest string) {
	for _, p := range particles {
		if rest, ok := strings.CutPrefix(folded, p); ok && strings.HasPrefix(rest, "ge") && len(rest) >= leastVerb+2 && endsParticiple(rest) {
			return p, rest
		}
	}
	return "", folded
}

func endsParticiple(w string) bool {
	return strings.HasSuffix(w, "d") || strings.HasSuffix(w, "t") || strings.HasSuffix(w, "en")
}

// plainRoot writes a root as it is before any ending: of "koop" and "kop-en", "zwemm-en" and "zwem", "gev-en" and "geef" the
// same.
func plainRoot(root string) string {
	b := []byte(root)
	n := len(b)
	switch last := b[n-1]; {
	case n > 2 && last == b[n-2] && !strings.ContainsRune("aeiou", rune(last)):
		b = b[:n-1]
	case n > 2 && b[n-2] == b[n-3] && strings.ContainsRune("aeou", rune(b[n-2])):
		b = slices.Delete(b, n-2, n-1)
	}
	switch n = len(b); b[n-1] {
	case 'v':
		b[n-1] = 'f'
	case 'z':
		b[n-1] = 's'
	}
	return string(b)
}
