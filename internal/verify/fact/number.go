package fact

import "strings"

// Digits are those that numbers in figures are written with.
const Digits = "0123456789"

// numbers gives where the numbers of a text are, with thousands and decimals in German and English notation.
func numbers(text string) [][2]int {
	var out [][2]int
	for at := 0; at < len(text); at++ {
		if !IsDigit(text[at]) {
			continue
		}
		from := at
		for at < len(text) && IsDigit(text[at]) {
			at++
			if n := separator(text[at:]); at+n < len(text) && IsDigit(text[at+n]) {
				at += n
			}
		}
		out = append(out, [2]int{from, at})
	}
	return out
}

// separator is how long what text begins with is, if it may stand within a number.
func separator(text string) int {
	for _, s := range []string{".", ",", "'", "\u00a0", "\u202f"} {
		if strings.HasPrefix(text, s) {
			return len(s)
		}
	}
	return 0
}

// IsDigit reports whether a byte is one of Digits.
func IsDigit(b byte) bool { return b >= '0' && b <= '9' }

// gaps and marks stand between thousands.
var (
	gaps  = strings.NewReplacer("\u00a0", "", "\u202f", "", "'", "")
	marks = strings.NewReplacer(".", "", ",", "")
)

// SameNumber writes a number with a point and without thousands: "1.299,00" and "1,299" are 1299.
func SameNumber(n string) string {
	n = gaps.Replace(n)
	last := strings.LastIndexAny(n, ".,")
	if last >= 0 {
		decimals := n[last+1:]
		whole := marks.Replace(n[:last])
		many := strings.Count(n, n[last:last+1]) > 1
		switch {
		case many, len(decimals) == 3 && len(whole) <= 3 && whole != "0":
			n = whole + decimals // thousands
		default:
			n = whole + "." + decimals
		}
	}
	if strings.Contains(n, ".") {
		n = strings.TrimRight(strings.TrimRight(n, "0"), ".")
	}
	if trimmed := strings.TrimLeft(n, "0"); trimmed != "" && !strings.HasPrefix(trimmed, ".") {
		n = trimmed
	} else if trimmed == "" {
		n = "0"
	}
	return n
}
