package stated

import (
	"strings"

	"github.com/webchatagent/wca/internal/word"
)

// glued is what is written together with a number: "pm" of "6pm", "min" of "45min", "" where nothing is.
func glued(t word.Token) string {
	if t.Kind != word.Number {
		return ""
	}
	rest := strings.TrimLeft(t.Text, "0123456789")
	if rest == t.Text || word.AllDigits(rest) || strings.ContainsAny(rest, "0123456789") {
		return ""
	}
	return rest
}

// gluedFacts are the facts that a number states by what is written together with it.
func gluedFacts(t word.Token) Facts {
	switch unit := glued(t); {
	case unit == "":
		return 0
	case unit == "am" || unit == "pm" || unit == "uhr":
		return Time
	case unit == "h" && len(t.Text) <= 3:
		return Time
	case units[unit] || unit == "min":
		return Measure
	}
	return 0
}
