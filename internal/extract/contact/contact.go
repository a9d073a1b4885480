// Package contact says whether a text tells how to reach somebody.
package contact

import (
	"regexp"
	"strings"

	"github.com/webchatagent/wca/internal/extract/document"
)

// contact matches how to reach somebody and when. Each part has a sign without which it cannot match, because most texts
// have none and matching all parts takes a quarter of the time that a page takes.
var contact = newParts([]part{
	{signMail, `[\w.+-]@[\w-]+\.\w`},
	{signWord, `\b(?:tel|telefon|fon|phone|fax|mobil|call us)\b\.?:?\s*[+(\d]`},
	{signWord, `öffnungszeit|opening hours|business hours|ruhetag`},
	{signWord, `\b\d{1,2}\s*(?:[–-]|bis)\s*\d{1,2}\s*uhr`},
	{signClock, `\b\d{1,2}[:.]\d{2}\s*(?:uhr|h\b|[–-]\s*\d{1,2}[:.]\d{2})`},
	{signHalf, `\b\d{1,2}(?:[:.]\d{2})?\s?[ap]\.?m\b\.?\s*(?:[–-]|to|until)\s*\d`}, // 10am – 5pm
	{signFive, `\b\d{5}\s+[A-ZÄÖÜ][a-zäöü]+`},
	{signPlus, `\+\d{2}[\s\d()/-]{7,}`},
	// Numbers without a word before them.
	{signZero, `(?:^|[^\w.,/-])\(?0[1-9]\d{1,4}(?:\)\s?|\s?[/–-]\s?)\d[\d\s/-]{2,}\d|(?:^|[^\w.,/-])0\d(?:[ .]\d\d){4}\b|(?:^|[^\w.,/-])0[1-9]\d{1,4} \d[\d ]{3,9}\d\b`},
	{signTen, `(?:^|[^\w.,/-])(?:\(\d{3}\)\s?|\d{3}[-.])\d{3}[-.]\d{4}\b`},
	// Houses and towns.
	{signHouse, `[\p{L}-]{2,}(?:str\.|straße|strasse|gasse|weg|allee|platz|straat|laan) \d{1,3} ?[a-z]?\b`},
	{signStreet, `\b\d{1,4}[a-z]?\s(?:[A-Z][\w'’.-]*\s){1,3}(?-i:Street|St|Road|Rd|Lane|Avenue|Ave|Row|Way|Drive|Square|Boulevard|Blvd|Terrace|Wharf|Mews|Parade|Yard|Quay)\b`},
	{signCode, `(?-i:\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b)`}, // of Britain
	{signFive, `(?-i:\b[A-Z]{2} \d{5}(?:-\d{4})?\b)`},       // of America
})

// closedOn matches days on which nobody is there.
var closedOn = regexp.MustCompile(`(?i)(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b[^.!?]{0,30}\bclosed\b|(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)s?\b[^.!?]{0,30}\bgeschlossen\b`)

// sign is what a text must have for a part of a pattern to match.
type sign uint16

const (
	signMail   sign = 1 << iota // @
	signWord                    // a word about numbers or hours
	signClock                   // 12:30
	signHalf                    // a figure before am or pm
	signFive                    // five digits together
	signPlus                    // +
	signZero                    // a nought before a digit, and five digits in all
	signTen                     // ten digits in all
	signHouse                   // a digit behind the name of a street
	signStreet                  // a word for a street behind the number of a house
	signCode                    // a digit and two capitals behind a space
)

// part is an alternative of a pattern in which case does not matter.
type part struct {
	sign    sign
	pattern string
}

// parts are a pattern of alternatives of which only those are tried whose sign a text has.
type parts []compiledPart

type compiledPart struct {
	sign    sign
	pattern *regexp.Regexp
}

func newParts(alternatives []part) (p parts) {
	for _, a := range alternatives {
		p = append(p, compiledPart{a.sign, regexp.MustCompile("(?i)" + a.pattern)})
	}
	return p
}

// match says whether one of the parts matches.
func (p parts) match(text string) bool {
	signs := signsOf(text)
	for _, a := range p {
		if signs&a.sign != 0 && a.pattern.MatchString(text) {
			return true
		}
	}
	return false
}

func signsOf(text string) sign {
	signs, digits := figureSigns(text)
	low := lowered(text)
	if document.Mentions(low, hoursWords) || document.Mentions(low, numberWords) {
		signs |= signWord
	}
	if signs&signHouse != 0 && !document.Mentions(low, houseWords) {
		signs &^= signHouse
	}
	if digits > 0 && document.Mentions(text, streetWords) {
		signs |= signStreet
	}
	return signs
}

var (
	awayWords   = []string{"closed", "geschlossen"}
	hoursWords  = []string{"öffnungszeit", "ruhetag", "opening hours", "business hours"}
	numberWords = []string{"tel", "fon", "phone", "fax", "mobil", "call us", "uhr"}
	houseWords  = []string{"str. ", "straße ", "strasse ", "gasse ", "weg ", "allee ", "platz ", "straat ", "laan "}
	streetWords = []string{"St", "Road", "Rd", "Lane", "Ave", "Row", "Way", "Drive", "Square", "Boulevard", "Blvd", "Terrace", "Wharf", "Mews", "Parade", "Yard", "Quay"}
)

// lowered is a text in small letters, with an s for what patterns without case take for one, too.
func lowered(text string) string { return strings.ReplaceAll(strings.ToLower(text), "ſ", "s") }

// figureSigns are the signs that figures and marks give, and how many digits a text has. signHouse only means a digit
// behind a space here.
func figureSigns(text string) (signs sign, digits int) {
	zero, together := false, 0
	at := func(i int) byte {
		if i < 0 || i >= len(text) {
			return 0
		}
		return text[i]
	}
	for i := range len(text) {
		c := text[i]
		if !isDigit(c) {
			together = 0
			switch c {
			case '@':
				signs |= signMail
			case '+':
				signs |= signPlus
			}
			continue
		}
		digits++
		if together++; together == 5 {
			signs |= signFive
		}
		zero = zero || c == '0' && isDigit(at(i+1))
		if at(i-1) == ' ' {
			signs |= signHouse
			if isCapital(at(i+1)) && isCapital(at(i+2)) {
				signs |= signCode
			}
		}
		if next := at(i + 1); (next == ':' || next == '.') && isDigit(at(i+2)) && isDigit(at(i+3)) {
			signs |= signClock
		}
		if beforeHalf(text[i+1:]) {
			signs |= signHalf
		}
	}
	if zero && digits >= 5 {
		signs |= signZero
	}
	if digits >= 10 {
		signs |= signTen
	}
	return signs, digits
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isCapital(c byte) bool { return c >= 'A' && c <= 'Z' }

// beforeHalf says whether what stands behind a digit begins as "am" or "p.m." do.
func beforeHalf(s string) bool {
	if s != "" && strings.IndexByte(" \t\n\f\r", s[0]) >= 0 {
		s = s[1:]
	}
	if s == "" || s[0]|0x20 != 'a' && s[0]|0x20 != 'p' {
		return false
	}
	s = strings.TrimPrefix(s[1:], ".")
	return s != "" && s[0]|0x20 == 'm'
}

// HasData says whether a text holds contact data or hours.
func HasData(text string) bool { return contact.match(text) }

// Told says whether a text tells how to reach somebody or when, the days on which nobody is there included.
func Told(text string) bool {
	if strings.ContainsAny(text, "@0123456789") {
		return contact.match(text)
	}
	low := lowered(text)
	return document.Mentions(low, hoursWords) || document.Mentions(low, awayWords) && closedOn.MatchString(low)
}
