// Package char tells what kind a character is, and what stands at a place of a text. Bytes are those of UTF-8; what is told
// of a byte holds for ASCII alone.
package char

import (
	"unicode"
	"unicode/utf8"
)

// Two is the number of two digits.
func Two(d []byte) int { return int(d[0]-'0')*10 + int(d[1]-'0') }

// Digits says whether there is nothing but digits, and at least one.
func Digits(b []byte) bool {
	for _, c := range b {
		if !Digit(c) {
			return false
		}
	}
	return len(b) > 0
}

// CountDigits is how many digits there are.
func CountDigits(c []byte) int {
	n := 0
	for _, x := range c {
		if Digit(x) {
			n++
		}
	}
	return n
}

// Capital says whether a byte is a letter from A to Z.
func Capital(c byte) bool { return c >= 'A' && c <= 'Z' }

// AlnumTable are the bytes that are ASCII letters or digits.
var AlnumTable = func() (m [256]bool) {
	for c := range m {
		m[c] = Alnum(byte(c))
	}
	return m
}()

// Digit says whether a byte is a digit.
func Digit(c byte) bool { return c >= '0' && c <= '9' }

// ASCII says whether a byte is a letter.
func ASCII(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// Alnum says whether a byte is a letter or a digit.
func Alnum(c byte) bool { return Digit(c) || ASCII(c) }

// Small says whether a byte is a letter from a to z.
func Small(c byte) bool { return c >= 'a' && c <= 'z' }

// Space says whether a byte is a space, a tabulator or the end of a line.
func Space(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

// Letter says whether a character is a letter of any script. What is no UTF-8 is none.
func Letter(r rune) bool {
	if r < utf8.RuneSelf {
		return ASCII(byte(r))
	}
	return r != utf8.RuneError && unicode.IsLetter(r)
}

// Upper says whether a character is a capital of any script.
func Upper(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'A' && r <= 'Z'
	}
	return unicode.IsUpper(r)
}

// Hex is the value of a hexadecimal digit, -1 for any other byte.
func Hex(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}

// Unseen says of a byte that it is a control character that no reader shows and no line ends with.
func Unseen(c byte) bool { return c < ' ' && (c < '\t' || c > '\r') || c == 0x7f }

// Mark says whether a character is a mark that stands over or under the letter before it.
func Mark(r rune) bool { return r >= 0x300 && r <= 0x36f }
