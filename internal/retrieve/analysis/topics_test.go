package analysis

import (
	"slices"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/wordlist"
)

// Every line of the list for other languages is of a language and says something.
func TestTopicsInOtherLanguagesAreRead(t *testing.T) {
	known := knownTopics()
	for lang, line := range wordlist.Lines(topicsElsewhere) {
		if known.byWord[lang] == nil || !stated.Foreign(lang) && lang != "th" {
			t.Errorf("nothing is known of %s", lang)
		}
		if !slices.ContainsFunc(known.names, func(name string) bool {
			rest, ok := strings.CutPrefix(line, name)
			return ok && strings.ContainsAny(rest[:1], "!? ")
		}) {
			t.Errorf("no topic: %s", line)
		}
	}
}
