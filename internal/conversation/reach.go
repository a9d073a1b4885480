package conversation

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// Who is told how to reach a firm reads it on a telephone mostly: a tap on a number or an address is enough.

// reaches finds what may be a mail address or a telephone number that begins as one is dialled, with + or 0.
var reaches = regexp.MustCompile(`[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}|(?:\+\d|\(?0\d)[\d ()/–-]{4,22}\d`)

// trunk is the 0 of a number that is not dialled behind the code of the country: "+49 (0)30 …".
const trunk = "(0)"

// tappable is a text that says how somebody is reached, with its mail addresses and telephone numbers as links in Markdown. One
// that has links of its own stays as it is.
func tappable(text string) string {
	if strings.ContainsAny(text, "[]<>`\\") {
		return text
	}
	var b strings.Builder
	last := 0
	for _, at := range reaches.FindAllStringIndex(text, -1) {
		said, href := text[at[0]:at[1]], ""
		switch {
		case strings.Contains(said, "@"):
			said = strings.TrimRight(said, ".-")
			href = "mailto:" + said
		default:
			said = withoutHours(said, text[at[1]:])
			if !partOfMore(text[:at[0]], text[at[0]+len(said):]) && strings.Count(said, "/") < 2 {
				href = telephoneAddress(said)
			}
		}
		if href == "" {
			continue
		}
		b.WriteString(text[last:at[0]] + "[" + said + "](" + href + ")")
		last = at[0] + len(said)
	}
	return b.String() + text[last:]
}

// tapped finds links to telephones and mail addresses. It is made where it is first needed: its bounds take memory.
var tapped = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\[([^\[\]]{1,300})\]\((tel:|mailto:)([^()\s]{1,300})\)`)
})

// WithoutTaps is an answer for whoever reads it where nothing can be tapped, as in a file: of a link to a telephone or a mail
// address its words, with the address behind them where they do not say it.
func WithoutTaps(text string) string {
	links := tapped()
	return links.ReplaceAllStringFunc(text, func(link string) string {
		m := links.FindStringSubmatch(link)
		words, kind, address := m[1], m[2], m[3]
		if words == address || telephoneAddress(words) == kind+address {
			return words
		}
		return words + " (" + address + ")"
	})
}

var (
	// hourBehind finds that what stands before it is, or ends with, a time of day; hoursBefore are those at the end of what
	// looks like a number: "0221 998877 (8–18 Uhr)".
	hourBehind  = regexp.MustCompile(`(?i)^(?::\d\d|(?:\.\d\d)?(?:\s?(?:bis|to|–|-)\s?\d{1,2})?(?:[:.]\d\d)?\s?(?:uhr|h|am|pm|[ap]\.m)\b)`)
	hoursBefore = regexp.MustCompile(`(?:^|[\s(/]+)\d{1,2}(?:\s?[–-]\s?\d{1,2})?$`)
)

// withoutHours is the number at the beginning of what looks like one, without the hours that follow it.
func withoutHours(said, behind string) string {
	if hourBehind.MatchString(behind) {
		said = said[:len(said)-len(hoursBefore.FindString(said))]
	}
	if at := strings.LastIndexByte(said, '('); at > 0 && !strings.Contains(said[at:], ")") {
		said = said[:at]
	}
	return strings.TrimRight(said, " (/–-")
}

// telephoneAddress is the address of a telephone number, "" of what is too short or too long for one.
func telephoneAddress(number string) string {
	digits := strings.Map(func(r rune) rune {
		if r == '+' || r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, strings.Replace(number, trunk, "", 1))
	if n := len(strings.TrimPrefix(digits, "+")); n < shortestDialled || n > longestDialled {
		return ""
	}
	return "tel:" + digits
}

// How many digits a telephone number has, with its area; at most as of E.164.
const shortestDialled, longestDialled = 7, 15

// partOfMore says whether digits between two texts are part of a longer number, of an account or of a name.
func partOfMore(before, behind string) bool {
	prior, _ := utf8.DecodeLastRuneInString(before)
	next, _ := utf8.DecodeRuneInString(behind)
	group, _ := utf8.DecodeLastRuneInString(strings.TrimRight(before, " "))
	return unicode.IsLetter(prior) || unicode.IsDigit(group) || unicode.IsLetter(next) || unicode.IsDigit(next)
}
