package retrieve

import (
	"testing"

	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/word"
)

func TestWhoMustRingFirstDoesNotAskForTheNumber(t *testing.T) {
	for text, want := range map[string]bool{
		"Muss ich vorher anrufen oder kann ich einfach kommen?": false, "Do I have to call first?": false,
		"Wo kann ich anrufen?": true, "Wen muss ich anrufen?": true, "What number should I call?": true,
	} {
		lang, _ := word.Language(text)
		if got := factsAsked(word.Tokens(text, lang))&stated.Phone != 0; got != want {
			t.Errorf("%q asks for a number: %v", text, got)
		}
	}
}
