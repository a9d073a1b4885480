package main

import (
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
	"unicode"

	"github.com/webchatagent/wca/internal/retrieve/table/gen/gloss"
)

// readMueller reads Mueller's English-Russian dictionary, whose entries are more like those of a book: of their lines
// everything counts that stands between signs and is all Russian.
func readMueller(root string) ([]translation, error) {
	path := filepath.Join(root, "usr/share/dictd/mueller7.dict.dz")
	text, err := unpackedLines(path)
	if err != nil {
		return nil, fmt.Errorf("reading Mueller's dictionary: %w", err)
	}
	entries, err := entriesOf(strings.TrimSuffix(path, ".dict.dz")+".index", text)
	if err != nil {
		return nil, fmt.Errorf("reading the index of Mueller's dictionary: %w", err)
	}
	var out []translation
	for _, entry := range entries {
		head, body, _ := strings.Cut(entry, "\n")
		var to [][]string
		body = abbreviated.ReplaceAllString(gloss.OutsideBrackets(strings.Join(strings.Fields(body), " ")), " ")
		for chunk := range strings.FieldsFuncSeq(counted.ReplaceAllString(body, ";"), func(r rune) bool { return strings.ContainsRune(",;:.!?", r) }) {
			if strings.ContainsFunc(chunk, func(r rune) bool { return unicode.Is(unicode.Latin, r) }) {
				continue
			}
			if words := phrase(chunk, "ru"); len(words) > 0 {
				to = append(to, words)
			}
		}
		out = append(out, translations([][]string{phrase(head, "en")}, to)...)
	}
	return out, nil
}

var (
	abbreviated = regexp.MustCompile(`_\S+`)
	counted     = regexp.MustCompile(`(?:[0-9]+|[а-я])[.)]|[0-9]+>`)
)
