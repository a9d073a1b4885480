package cli

import (
	"fmt"
	"io"
	"unicode"
	"unicode/utf8"
)

// visible writes what visitors, websites and models wrote to a terminal: control characters, which would colour, erase
// and rename it, and those that turn the direction of all that follows are shown as in JSON, "\u001b". So JSON says the
// same after it.
type visible struct {
	to   io.Writer
	half []byte // of a character, whose other bytes come with the next call
}

func (v *visible) Write(b []byte) (int, error) {
	text := append(v.half, b...)
	out := make([]byte, 0, len(text))
	for len(text) > 0 && utf8.FullRune(text) {
		r, size := utf8.DecodeRune(text)
		out = appendVisible(out, r, text, size)
		text = text[size:]
	}
	v.half = append([]byte(nil), text...)
	if _, err := v.to.Write(out); err != nil {
		return 0, err
	}
	return len(b), nil
}

// appendVisible appends the character of so many bytes with which a text begins.
func appendVisible(out []byte, r rune, text []byte, size int) []byte {
	switch {
	case r == utf8.RuneError && size == 1:
		return fmt.Appendf(out, `\x%02x`, text[0])
	case r == '\r' && len(text) > 1 && text[1] == '\n':
	case r != '\n' && r != '\t' && unicode.In(r, unicode.Cc, unicode.Zl, unicode.Zp), unicode.Is(turning, r):
		return fmt.Appendf(out, `\u%04x`, r)
	}
	return append(out, text[:size]...)
}

// turning are the characters that embed, override and isolate a direction of writing.
var turning = &unicode.RangeTable{R16: []unicode.Range16{{Lo: 0x202a, Hi: 0x202e, Stride: 1}, {Lo: 0x2066, Hi: 0x2069, Stride: 1}}}

// shown is a text as visible writes it.
func shown(text string) string {
	out := make([]byte, 0, len(text))
	for b := []byte(text); len(b) > 0; {
		r, size := utf8.DecodeRune(b)
		out = appendVisible(out, r, b, size)
		b = b[size:]
	}
	return string(out)
}
