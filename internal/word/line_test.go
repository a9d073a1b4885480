package word

import (
	"strings"
	"testing"
)

func TestOneLineIsSeenAndStaysInItsPlace(t *testing.T) {
	for text, want := range map[string]bool{
		"Radladen Nord":         true,
		"Ü":                     true,
		"👩\u200d🔧 Werkstatt":    true, // joined to one sign
		"Cafe\u0301":            true,
		"حجز\u200f":             true,
		strings.Repeat("ü", 20): true,
		strings.Repeat("ü", 21): false,
		"":                      false,
		" \u00a0":               false,
		"\u200b":                false,
		"\ufeff\u00ad":          false,
		"\u2800":                false,
		"\u3164\ufe0f":          false,
		"a\nb":                  false,
		"a\u2028b":              false,
		"a\u2029b":              false,
		"\u202egnp.exe":         false,
		"\u2066a":               false,
		"a\xff":                 false,
	} {
		if got := OneLine(text, 20); got != want {
			t.Errorf("OneLine(%+q) is %v", text, got)
		}
	}
}
