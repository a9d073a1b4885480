// Package wordlist reads the lists of words that stand beside the code in files of their own.
package wordlist

import (
	"iter"
	"strings"
)

// Lines gives the lines of a list, each behind the name of the section that it stands in: "= en" begins one. What
// begins with "#" is for readers.
func Lines(list string) iter.Seq2[string, string] {
	return func(yield func(section, line string) bool) {
		section := ""
		for line := range strings.Lines(list) {
			line = strings.TrimSpace(line)
			if name, ok := strings.CutPrefix(line, "= "); ok {
				section = name
			} else if line != "" && line[0] != '#' && !yield(section, line) {
				return
			}
		}
	}
}

// Set holds the words of a text.
func Set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}
