package verify

import (
	"iter"
	"regexp"
	"strings"
)

var (
	// choices stand between things of which each will do.
	choices = regexp.MustCompile(`(?i)\s*,\s*|\s+(?:und|and|oder|or|sowie)\s+`)
	// joins stand before the last of several things; itemEnd ends it.
	joins   = regexp.MustCompile(`(?i)\s(?:und|and|oder|or|sowie|inklusive|including|plus)\s`)
	itemEnd = regexp.MustCompile(`[,;.!?:()–]|\s(?:und|and|sowie|oder|or|aber|but)\s`)
)

// clauses cuts a sentence into clauses. What is too short to be one ("Montags, dienstags und …") belongs
// to the next.
func clauses(sentence string) []string {
	var out []string
	first := 0
	for at := range breaks(sentence, "aber", "sondern", "jedoch", "but", "–", "—") {
		if len(strings.Fields(sentence[first:at[0]])) >= 3 {
			out = append(out, sentence[first:at[0]])
			first = at[1]
		}
	}
	rest := sentence[first:]
	if at := alsoDenied.FindStringIndex(rest); at != nil && len(strings.Fields(rest[:at[0]])) >= 3 {
		return append(out, rest[:at[0]], rest[at[0]:])
	}
	return append(out, rest)
}

// alsoDenied begins a second thing that is said of the same, and denied: "are valid for a year and cannot be refunded".
var alsoDenied = regexp.MustCompile(`(?i)\s(?:und|and)\s+(?:cannot\b|(?:\pL+\s+)(?:not|nicht|never|nie)\b)`)

// breaks gives where parts of a sentence are set apart: by a comma or semicolon, or by one of the words
// between them.
func breaks(sentence string, between ...string) iter.Seq[[2]int] {
	const spaces = "\t\n\f\r "
	behind := func(at int) int { // the spaces from at on
		return len(sentence) - len(strings.TrimLeft(sentence[at:], spaces))
	}
	return func(yield func([2]int) bool) {
		for at := 0; at < len(sentence); {
			end, next := 0, at+1
			switch sentence[at] {
			case ',', ';':
				end = behind(at + 1)
				if end == at+1 {
					end = 0
				}
			case ' ', '\t', '\n', '\f', '\r':
				next = behind(at)
				for _, w := range between {
					if strings.HasPrefix(sentence[next:], w) && behind(next+len(w)) > next+len(w) {
						end = behind(next + len(w))
					}
				}
			}
			if end == 0 {
				at = next
				continue
			}
			if !yield([2]int{at, end}) {
				return
			}
			at = end
		}
	}
}

// parts cuts a sentence into what it says of one thing each.
func parts(sentence string) []string {
	var out []string
	first := 0
	for at := range breaks(sentence, "und", "and", "aber", "but", "sowie", "while", "während") {
		out = append(out, sentence[first:at[0]])
		first = at[1]
	}
	return append(out, sentence[first:])
}
