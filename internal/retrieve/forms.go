package retrieve

import (
	"strings"

	"github.com/webchatagent/wca/internal/word"
)

// Visitors ask "liefert ihr?" and "wird geliefert?" where the page says "wir liefern" or "Lieferung":
// forms of one German verb that have different stems. Likewise for "der Inhaber" where it is a woman.

// otherFormCounts is what such a form counts, where the word itself counts 1.
const otherFormCounts = 0.85

// otherForms are further forms that a folded German word may have if it is a verb or names
// who does something; many are no words.
func otherForms(text string) []string {
	if len(text) < 5 {
		return nil
	}
	var base string
	switch {
	case strings.HasSuffix(text, "er"):
		return []string{text + "in", text + "innen"}
	case strings.HasSuffix(text, "erin"):
		return []string{strings.TrimSuffix(text, "in")}
	case strings.HasSuffix(text, "erinnen"):
		return []string{strings.TrimSuffix(text, "innen")}
	case strings.HasSuffix(text, "ieren"):
		base = strings.TrimSuffix(text, "en")
		return []string{base + "t", base + "ung"}
	case strings.HasSuffix(text, "ierung"):
		base = strings.TrimSuffix(text, "ung")
		return []string{base + "t", base + "en"}
	case strings.HasPrefix(text, "ge") && strings.HasSuffix(text, "t") && len(text) > 6:
		base = text[2 : len(text)-1]
	case strings.HasSuffix(text, "t"):
		base = text[:len(text)-1]
	default:
		return nil
	}
	ending := "en"
	if strings.HasSuffix(base, "er") || strings.HasSuffix(base, "el") {
		ending = "n"
	}
	return []string{base + ending, base + "t", "ge" + base + "t", base + "ung", base + "et", strings.TrimSuffix(base, "e") + "en"}
}

// addForms adds the other forms of a German word of the question that the index has.
func (ix *Index) addForms(t word.Token, alt func(term uint32, weight float32)) {
	for _, form := range otherForms(t.Text) {
		if form != t.Text {
			alt(termOf("de", form), otherFormCounts)
		}
	}
}
