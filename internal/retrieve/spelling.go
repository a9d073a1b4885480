package retrieve

import "strings"

// otherSpellingCounts is what a word in the other spelling of English counts, where the word itself
// counts 1.
const otherSpellingCounts = 0.95

// spellings are endings that British and American English spell differently: "organise" and "organize",
// "colour" and "color", "centre" and "center", "catalogue" and "catalog", "defence" and "defense".
var spellings = func() [][2]string {
	var out [][2]string
	for _, pair := range [][2]string{{"ise", "ize"}, {"ising", "izing"}, {"isation", "ization"}, {"yse", "yze"}, {"ysing", "yzing"}, {"our", "or"}, {"oured", "ored"}, {"ouring", "oring"}, {"ourite", "orite"},
		{"tre", "ter"}, {"ogue", "og"}, {"ence", "ense"}, {"elled", "eled"}, {"elling", "eling"}, {"eller", "eler"}} {
		out = append(out, pair, [2]string{pair[1], pair[0]})
	}
	return out
}()

// otherSpellings are further spellings that an English word may have; many are no words.
func otherSpellings(text string) []string {
	if len(text) < 5 {
		return nil
	}
	bare := strings.TrimSuffix(strings.TrimSuffix(text, "s"), "d") // organises, organised; colours
	ending := text[len(bare):]
	var out []string
	for _, pair := range spellings {
		for _, end := range []string{"", ending} {
			if base, ok := strings.CutSuffix(text, pair[0]+end); ok && len(base) >= 3 {
				out = append(out, base+pair[1]+end)
				break
			}
		}
	}
	return out
}
