package date

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/wordlist"
)

// Named is a date that a text names.
type Named struct {
	Date
	Start, End int  // its bytes, of several with one month the last has the month's, too
	Until      bool // it ends what began with the date before
}

const figures = "0123456789"

// In finds the dates of a text in their order: "24.12.", "2026-12-24", "24. und 31. Dezember", "December 24 to 26".
func In(text string) []Named {
	if !strings.ContainsAny(text, figures) {
		return nil
	}
	r := reader{text: text}
	for at := 0; at < len(text); {
		switch c, size := utf8.DecodeRuneInString(text[at:]); {
		case digit(text, at):
			at = r.number(at)
		case unicode.IsLetter(c):
			at = r.word(at)
		default:
			r.mark(c)
			at += size
		}
	}
	r.drop()
	return r.found
}

// reader reads a text from its beginning to its end.
type reader struct {
	text   string
	found  []Named
	bare   int  // how many of the last ones are still without a month
	behind int  // where the last of those ends, with the stop behind it
	month  int  // the one that was named before the days that follow
	until  bool // a word or a dash behind the last date says that it goes on to the next
}

// drop forgets the days without a month, and the month without days.
func (r *reader) drop() { r.found, r.bare, r.month = r.found[:len(r.found)-r.bare], 0, 0 }

// name gives the days without a month theirs.
func (r *reader) name(month int) {
	for i := len(r.found) - r.bare; i < len(r.found); i++ {
		r.found[i].Month = month
	}
	r.bare, r.month = 0, 0
}

func (r *reader) add(d Date, start, end int) {
	r.found = append(r.found, Named{Date: d, Start: start, End: end, Until: r.until && len(r.found) > 0})
	r.until = false
}

// mark reads a character between words.
func (r *reader) mark(c rune) {
	switch c {
	case '-', '–', '—':
		r.until = true
	case ' ', '\u00a0', '\t', '.', ',', '/', '&', '+', '(', ')':
	default:
		r.drop()
	}
}

// number reads the figures at a place and what belongs to them.
func (r *reader) number(at int) (end int) {
	if d, end := numeric(r.text, at); end > 0 {
		if r.bare > 0 && r.text[r.behind-1] == '.' { // "24./25.12."
			r.name(d.Month)
		}
		r.drop()
		r.add(d, at, end)
		return end
	}
	end = at
	for digit(r.text, end) || end+1 < len(r.text) && strings.IndexByte(".,:/", r.text[end]) >= 0 && digit(r.text, end+1) {
		end++
	}
	day, whole := value(r.text[at:end])
	after := end
	for _, ending := range [...]string{".", "st", "nd", "rd", "th"} {
		if strings.HasPrefix(r.text[end:], ending) {
			after += len(ending)
		}
	}
	before, _ := utf8.DecodeLastRuneInString(r.text[:at])
	switch next, _ := utf8.DecodeRuneInString(r.text[after:]); {
	case !whole, unicode.IsLetter(before), unicode.IsLetter(next) && r.text[after-1] != '.': // "4,50", "A24", "24h"
		r.drop()
	case day >= 1 && day <= 31 && end-at <= 2:
		if r.month == 0 {
			r.bare++
		}
		r.add(Date{day, r.month}, at, after)
		r.behind = after
	case end-at != len("2026") || r.bare > 0:
		r.drop()
	}
	return after
}

// word reads a word.
func (r *reader) word(at int) (end int) {
	end = at
	for end < len(r.text) {
		c, size := utf8.DecodeRuneInString(r.text[end:])
		if !unicode.IsLetter(c) {
			break
		}
		end += size
	}
	w := r.text[at:end]
	small := strings.ToLower(w)
	month := Month(small)
	if w == "may" && r.bare == 0 { // "you may 3 times"
		month = 0
	}
	switch {
	case month != 0 && r.bare > 0 && strings.Trim(strings.TrimSuffix(strings.TrimRight(r.text[r.behind:at], " \u00a0"), "of"), " \u00a0\t") == "":
		r.name(month)
		r.found[len(r.found)-1].End = end
	case month != 0:
		r.drop()
		r.month = month
	case lasting[small]:
		r.until = true
	case small == "of" || tying[small]:
	case beginning[small]:
		if r.bare > 0 && r.text[r.behind-1] != '.' { // "8 to 12 on 24 December"
			r.drop()
		}
	default:
		r.drop()
	}
	return end
}

// What ties dates together: words that say that the days between two count, those that only lead to the next, and
// those that begin anew where hours stood before.
var (
	lasting = wordlist.Set("bis to until till through")
	tying   = wordlist.Set(`und and sowie oder or einschliesslich einschließlich inklusive zum the of den dem der jeweils
		montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun`)
	beginning = wordlist.Set("am vom von on from")
)

// numeric reads a date in figures, "24.12.", "24. 12. 2026" or "2026-12-24"; end is 0 if there is none.
func numeric(text string, at int) (d Date, end int) {
	if at > 1 && text[at-1] == '.' && digit(text, at-2) || at > 0 && text[at-1] == '-' && at > 1 && digit(text, at-2) { // within "1.2.3.4"
		return d, 0
	}
	if at+len("2026-12-24") <= len(text) && text[at+4] == '-' && text[at+7] == '-' {
		month, ok := value(text[at+5 : at+7])
		day, too := value(text[at+8 : at+10])
		if _, year := value(text[at : at+4]); year && ok && too && dated(day, month) && !digit(text, at+10) {
			return Date{day, month}, at + len("2026-12-24")
		}
		return d, 0
	}
	day, next := short(text, at)
	if next == 0 || !strings.HasPrefix(text[next:], ".") {
		return d, 0
	}
	next++
	if strings.HasPrefix(text[next:], " ") {
		next++
	}
	month, end := short(text, next)
	if end == 0 || !strings.HasPrefix(text[end:], ".") || !dated(day, month) {
		return d, 0
	}
	end++
	year := end
	for digit(text, year) {
		year++
	}
	switch year - end {
	case 0, 2, 4:
		return Date{day, month}, year
	}
	return d, 0
}

func dated(day, month int) bool { return day >= 1 && day <= 31 && month >= 1 && month <= 12 }

// short reads a number of at most two figures; end is 0 if there is none.
func short(text string, at int) (n, end int) {
	end = at
	for digit(text, end) {
		end++
	}
	if end == at || end-at > 2 {
		return 0, 0
	}
	n, _ = value(text[at:end])
	return n, end
}

// value is the number that nothing but figures write.
func value(s string) (n int, ok bool) {
	if len(s) > 4 {
		return 0, false
	}
	for i := range len(s) {
		if !digit(s, i) {
			return 0, false
		}
		n = 10*n + int(s[i]-'0')
	}
	return n, len(s) > 0
}

func digit(text string, at int) bool { return at < len(text) && text[at] >= '0' && text[at] <= '9' }
