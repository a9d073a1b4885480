package view

import (
	"strings"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/personal/char"
)

// boldWithin says whether a number goes on behind the mark between two texts: beside one of them there is what stands in numbers.
func boldWithin(before, behind string) bool {
	const signs = " /-.()"
	front, back := strings.TrimRight(before, signs), strings.TrimLeft(behind, signs)
	apart := len(before) - len(front) + len(behind) - len(back)
	return 0 < apart && apart <= 3 && front != "" && back != "" && char.Digit(front[len(front)-1]) && char.Digit(back[0])
}

// percent decodes one percent-encoded character at the beginning of s.
func percent(s string) (string, int) {
	b, ok := hexByte(s)
	if !ok {
		return "", 0
	}
	if again, ok := hexByte("%" + s[3:min(len(s), 5)]); ok && b == '%' && again >= ' ' && again < 0x7f { // encoded twice
		return string(rune(again)), 5
	}
	if b < utf8.RuneSelf {
		if b < ' ' || b == 0x7f {
			return "", 0
		}
		return string(rune(b)), 3
	}
	var raw [4]byte
	n := 0
	for n < 4 && 3*n < len(s) {
		b, ok := hexByte(s[3*n:])
		if !ok {
			break
		}
		raw[n] = b
		n++
		if r, size := utf8.DecodeRune(raw[:n]); r != utf8.RuneError && size == n {
			return string(r), 3 * n
		}
	}
	return "", 0
}

func hexByte(s string) (byte, bool) {
	if len(s) < 3 || s[0] != '%' {
		return 0, false
	}
	hi, lo := char.Hex(s[1]), char.Hex(s[2])
	if hi < 0 || lo < 0 {
		return 0, false
	}
	return byte(hi<<4 | lo), true
}
