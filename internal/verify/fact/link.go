package fact

import (
	"regexp"
	"strings"
)

var (
	linkPattern = regexp.MustCompile(`(?i)\bhttps?://[^\s<>"'` + "`" + `\])]+|\bwww\.[^\s<>"'\])]+|[\pL\pN_.+-]+@[\pL\pN_-]+(?:\.[\pL\pN_-]+)+`)
	// targetPattern is the target of a Markdown link.
	targetPattern = regexp.MustCompile(`\]\(\s*<?([^)\s>]+)|^\s*\[[^\]]+\]:\s*<?(\S+?)>?\s*$`)
	// phonePattern is what can only be a telephone number.
	phonePattern = regexp.MustCompile(`(?:\+\d{1,3}|(?:^|[^\d.,])\(?0\d{2,5}\)?)[\s\x{a0}\x{202f}/().\x{2013}-]*\d[\d\s\x{a0}\x{202f}/().\x{2013}-]{4,}\d`)
)

// links takes links and mail addresses, which have no space in them, out of the words of a text.
func (f *Facts) links(text string) string {
	return wordByWord(text, linked, func(piece string) string {
		return f.take(linkPattern, piece, func(m []string) {
			f.Add(Fact{Kind: Link, Value: sameLink(m[0])})
		})
	})
}

// wordByWord has each word of a text replaced that may hold something, with the space behind it.
func wordByWord(text string, may func(string) bool, replace func(word string) string) string {
	if !may(text) {
		return text
	}
	var rest strings.Builder
	rest.Grow(len(text))
	for word := range strings.SplitAfterSeq(text, " ") {
		if may(word) {
			word = replace(word)
		}
		rest.WriteString(word)
	}
	return rest.String()
}

// linked reports whether a text has what links and mail addresses have.
func linked(text string) bool {
	if strings.IndexByte(text, '@') >= 0 || strings.Contains(text, "://") {
		return true
	}
	for at := range len(text) - 3 {
		if text[at+3] == '.' && strings.EqualFold(text[at:at+3], "www") {
			return true
		}
	}
	return false
}

// mayBePhone reports whether a text has what telephone numbers begin with.
func mayBePhone(text string) bool {
	for i := range len(text) {
		if text[i] == '+' || text[i] == '0' && i+2 < len(text) && IsDigit(text[i+1]) && IsDigit(text[i+2]) {
			return true
		}
	}
	return false
}

// target adds where a link leads.
func (f *Facts) target(to string) {
	lower := strings.ToLower(to)
	switch {
	case strings.HasPrefix(lower, phoneMark):
		f.Add(Fact{Kind: Link, Value: samePhone(to)})
	case strings.HasPrefix(lower, "mailto:"):
		address, _, _ := strings.Cut(to[len("mailto:"):], "?")
		f.Add(Fact{Kind: Link, Value: sameLink(address)})
	default:
		f.Add(Fact{Kind: Link, Value: sameLink(to)})
	}
}

func sameLink(s string) string {
	s = strings.ToLower(strings.TrimRight(s, ".,;:!?*_~"))
	s = strings.TrimPrefix(strings.TrimPrefix(s, "https://"), "http://")
	return strings.TrimSuffix(strings.TrimPrefix(s, "www."), "/")
}

// phoneMark begins a telephone number as a fact.
const phoneMark = "tel:"

// samePhone keeps the digits of a telephone number that notations share, which may have the code of a country before
// them: none of what is dialled within it only.
func samePhone(s string) string {
	var digits []byte
	for i := range len(s) {
		if IsDigit(s[i]) && (s[i] != '0' || len(digits) > 0 && !(s[i-1] == '(' && i+1 < len(s) && s[i+1] == ')')) {
			digits = append(digits, s[i])
		}
	}
	return phoneMark + string(digits)
}

// dialsAlike reports whether two telephone numbers are one, of which one may lack the code of the country, or of the town
// where enough is left.
func dialsAlike(a, b string) bool {
	const enoughDigits = 8
	a, b = strings.TrimPrefix(a, phoneMark), strings.TrimPrefix(b, phoneMark)
	if len(a) > len(b) {
		a, b = b, a
	}
	return len(a) >= enoughDigits && strings.HasSuffix(b, a)
}
