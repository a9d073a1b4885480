package cli

import (
	"bytes"
	"testing"
)

func TestAnswersAreReadAtATerminalWithoutTheLinksOfTelephones(t *testing.T) {
	for text, want := range map[string]string{
		"So erreichen Sie uns: E-Mail: [hallo@werft.example](mailto:hallo@werft.example), [0421 123456](tel:0421123456)": "So erreichen Sie uns: E-Mail: hallo@werft.example, 0421 123456",
		"Mehr im [Preisblatt](https://werft.example/preise) [1]":                                                         "Mehr im [Preisblatt](https://werft.example/preise) [1]",
	} {
		var out bytes.Buffer
		(&command{out: &out}).printAnswer(text)
		if out.String() != want {
			t.Errorf("%q is printed as %q", text, out.String())
		}
	}
}
