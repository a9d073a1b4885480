package personal

import (
	"iter"
	"strings"

	"github.com/webchatagent/wca/internal/wordlist"
)

// entries gives the parts of a line that commas separate.
func entries(line string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for e := range strings.SplitSeq(line, ",") {
			if !yield(strings.TrimSpace(e)) {
				return
			}
		}
	}
}

// readSets gives the sets of entries in the sections of a text.
func readSets(text string) map[string]map[string]bool {
	sets := map[string]map[string]bool{}
	for name, line := range wordlist.Lines(text) {
		if sets[name] == nil {
			sets[name] = map[string]bool{}
		}
		for e := range entries(line) {
			sets[name][e] = true
		}
	}
	return sets
}
