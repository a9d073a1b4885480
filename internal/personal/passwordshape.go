package personal

import (
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
)

func smallLetters(w string) bool {
	for i := range len(w) {
		if w[i] < 'a' || w[i] > 'z' {
			return false
		}
	}
	return w != ""
}

// hyphened says whether a word is made of three or more small words, as people build passwords that can
// be kept in mind: "kipper-on-toast".
func hyphened(w string) bool {
	if strings.Count(w, "-") < 2 || w == "up-to-date" || w == "case-by-case" {
		return false
	}
	for i := range len(w) {
		if c := w[i]; c != '-' && (c < 'a' || c > 'z') {
			return false
		}
	}
	return w[0] != '-' && w[len(w)-1] != '-'
}

// passwordEnd gives the end of a password at pos: before a space, a closing quote or a bracket, and
// without the punctuation of the sentence.
func passwordEnd(text string, pos int) int {
	end := pos
	for end < len(text) && end-pos < 256 {
		c := text[end]
		if endsPassword[c] || c == "“"[0] && (strings.HasPrefix(text[end:], "“") || strings.HasPrefix(text[end:], "”")) {
			break
		}
		end++
	}
	for end > pos && strings.IndexByte(".,;:?)]'*", text[end-1]) >= 0 {
		end--
	}
	return end
}

// endsPassword are the bytes of which each ends a password.
var endsPassword = [256]bool{' ': true, '\t': true, '\n': true, '\r': true, '"': true, '`': true, '<': true, '>': true, '|': true}

// signed says whether letters, digits and signs stand in a word as they do in passwords only.
func signed(w string) bool {
	return mixed(w) && len(w) >= 7 && random(w) && strings.ContainsAny(w, "0123456789") || mixed(w) && strings.ContainsAny(w, "0123456789") && strings.IndexFunc(w, char.Letter) >= 0 && strings.ContainsAny(w[1:], "!#$%&+=?@^_~*")
}

// random says whether small and large letters and digits stand in a word without order, or large letters
// in the middle of small ones: "uuqxmy2rQT7A".
func random(w string) bool {
	large, small, digits := 0, 0, 0
	for i := range len(w) {
		switch c := w[i]; {
		case char.Digit(c):
			digits++
		case c >= 'A' && c <= 'Z' && i > 0:
			large++
		case c >= 'a' && c <= 'z':
			small++
		}
	}
	return large > 1 && small > 1 && (digits > 0 || large > 2) || large > 0 && small > 1 && digits > 1
}

// mixed says whether a word looks like a password: letters and digits, or letters and signs that
// words do not have.
func mixed(w string) bool {
	if len(w) < 6 {
		return false
	}
	letters, digits, signs := 0, 0, 0
	for i := range len(w) {
		switch c := w[i]; {
		case char.Digit(c):
			digits++
		case char.ASCII(c) || c >= 0x80:
			letters++
		case strings.IndexByte("!#$%&+=?@^_~*", c) >= 0:
			signs++
		}
	}
	if digits > 9 && digits+strings.Count(w, "-") == len(w) {
		return true
	}
	return digits > 0 && letters+signs > 0 || letters > 0 && signs > 0 && (w[len(w)-1] != '!' || random(w)) || digits == len(w)
}
