package gloss

import (
	"strings"
	"testing"
)

func TestOnlyWhatStandsOutsideOfBracketsIsRead(t *testing.T) {
	for text, want := range map[string]string{
		"Bank {f} [fin.]":         "Bank",
		"to run (a (small) shop)": "to run",
		"odd) end <obs.> word":    "odd end word",
		"never (closed":           "never",
	} {
		if got := strings.Join(strings.Fields(OutsideBrackets(text)), " "); got != want {
			t.Errorf("%q: %q", text, got)
		}
	}
}
