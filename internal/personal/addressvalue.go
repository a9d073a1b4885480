package personal

import (
	"slices"
	"strings"
	"unicode"

	"github.com/webchatagent/wca/internal/personal/char"
)

// addressValue brings an address to the form in which equal ones are equal: its parts in order, whatever stands between them, with "str."
// written out. Within a part nothing changes places: "3/4" and "4/3" are two flats.
func addressValue(written string) string {
	var parts, part []string
	var word []rune
	endPart := func() {
		if len(part) > 0 {
			parts = append(parts, strings.Join(part, " "))
		}
		part = nil
	}
	endWord := func() {
		w := strings.ReplaceAll(string(word), "ß", "ss")
		word = word[:0]
		if len(w) == len("12345") && char.Digits([]byte(w)) {
			endPart()
		}
		if strings.HasSuffix(w, "str") {
			w += "asse"
		}
		if w != "" && !(len(part) == 0 && (w == "d" || w == "de")) { // "D-01067"
			part = append(part, w)
		}
	}
	for _, r := range written {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			word = append(word, unicode.ToLower(r))
		case strings.ContainsRune(",;|\n", r):
			endWord()
			endPart()
		default:
			endWord()
		}
	}
	endWord()
	endPart()
	slices.Sort(parts)
	return strings.Join(parts, ",")
}
