package main

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// replacement puts words in the place of others, which a text has as whole words.
type replacement struct {
	from *regexp.Regexp
	to   string
}

// replacing reads "from > to" from lines, several to a line with "|" between, by the language that each line begins with.
// A "#" stands for a figure that follows and is kept.
func replacing(lists ...string) func(prose) []string {
	by := map[string][]replacement{}
	for _, list := range lists {
		language, pairs, _ := strings.Cut(list, ": ")
		for pair := range strings.SplitSeq(pairs, "|") {
			from, to, _ := strings.Cut(pair, ">")
			from, to = strings.TrimSpace(from), strings.TrimSpace(to)
			figure := ""
			if strings.HasSuffix(from, "#") {
				from, figure = strings.TrimSpace(strings.TrimSuffix(from, "#")), `(\s[€£]?\d)`
			} else {
				figure = `([^\pL\pN-]|$)`
			}
			by[language] = append(by[language], replacement{regexp.MustCompile(`(^|[^\pL-])((?i:` + regexp.QuoteMeta(from) + `))` + figure), to})
		}
	}
	return func(p prose) (out []string) {
		for _, r := range by[p.language] {
			if text, ok := r.in(p.text); ok {
				out = append(out, text)
			}
		}
		return out
	}
}

// in is a text with the first of the words replaced.
func (r replacement) in(text string) (string, bool) {
	at := r.from.FindStringSubmatchIndex(text)
	if at == nil {
		return "", false
	}
	to := r.to
	if first, n := utf8.DecodeRuneInString(to); n > 0 && at[4] == 0 {
		to = string(unicode.ToUpper(first)) + to[n:]
	}
	before := text[:at[4]]
	if to == "" {
		before = strings.TrimSuffix(before, " ")
	}
	text = before + to + text[at[5]:]
	if at[4] == 0 {
		text = capital(strings.TrimSpace(text))
	}
	return text, true
}

// capital is a text that begins with a capital.
func capital(text string) string {
	first, n := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[n:]
}
