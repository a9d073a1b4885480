package personal

import (
	"iter"
	"strings"
)

// sections gives the lines of a text with words, each with the name of the section that it stands in: "= phone". What
// begins with "#" is for readers.
func sections(text string) iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		section := ""
		for line := range strings.Lines(text) {
			line = strings.TrimSpace(line)
			if name, ok := strings.CutPrefix(line, "= "); ok {
				section = name
			} else if line != "" && line[0] != '#' && !yield(section, line) {
				return
			}
		}
	}
}

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
	for name, line := range sections(text) {
		if sets[name] == nil {
			sets[name] = map[string]bool{}
		}
		for e := range entries(line) {
			sets[name][e] = true
		}
	}
	return sets
}
