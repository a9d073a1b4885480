// Package charset turns bytes into text.
package charset

import (
	"bytes"
	"fmt"
	"io"
	"mime"
	"regexp"
	"strings"
	letters "unicode"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"github.com/webchatagent/wca/internal/extract/document"
	"github.com/webchatagent/wca/internal/extract/refusal"
)

var (
	metaCharset = regexp.MustCompile(`(?i)<meta[^>]{0,200}?charset\s*=\s*["']?\s*([a-z0-9_:.-]+)`)
	xmlCharset  = regexp.MustCompile(`(?i)^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([a-z0-9_:.-]+)`)
)

// Decode turns the bytes of a text format into UTF-8. Bytes decide before
// declarations, because declarations are often wrong: a byte order mark, then
// valid UTF-8, then what the type header or the text itself declares, and
// windows-1252 for the rest. Text that says it is UTF-8 but has other bytes in
// it keeps its valid characters; the others are read as windows-1252.
func Decode(body []byte, contentType string) string {
	if e := ByteOrder(body); e != nil {
		if out, err := e.NewDecoder().Bytes(body); err == nil {
			return clean(out)
		}
	}
	label := declared(body, contentType)
	e, name := charset.Lookup(label)
	sevenBit := name == "iso-2022-jp" || name == "hz-gb-2312"
	if utf8.Valid(body) && !sevenBit {
		return clean(body)
	}
	// "replacement" is what the standard says for charsets used in attacks.
	if e == nil || name == "utf-8" || name == "replacement" || strings.HasPrefix(name, "utf-16") {
		return clean(mixed(body))
	}
	out, err := e.NewDecoder().Bytes(body)
	if err != nil {
		return clean(mixed(body))
	}
	return clean(out)
}

// ByteOrder recognises UTF-16 by its mark or, without one, by the zero bytes of
// Latin letters, and a marked UTF-8.
func ByteOrder(body []byte) encoding.Encoding {
	switch {
	case bytes.HasPrefix(body, []byte{0xEF, 0xBB, 0xBF}):
		if utf8.Valid(body) {
			return unicode.UTF8BOM
		}
	case bytes.HasPrefix(body, []byte{0xFF, 0xFE}):
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case bytes.HasPrefix(body, []byte{0xFE, 0xFF}):
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	}
	head := body[:min(len(body), 512)]
	if len(head) < 4 {
		return nil
	}
	even, odd := 0, 0
	for i, b := range head {
		if b == 0 && i%2 == 0 {
			even++
		} else if b == 0 {
			odd++
		}
	}
	switch half := len(head) / 2; {
	case odd > half*7/10 && even == 0:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case even > half*7/10 && odd == 0:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	}
	return nil
}

// declared gives the charset named by the header, or inside by a meta element or
// an XML declaration.
func declared(body []byte, contentType string) string {
	if _, params, err := mime.ParseMediaType(contentType); err == nil && params["charset"] != "" {
		return params["charset"]
	}
	head := body[:min(len(body), 4096)]
	if m := metaCharset.FindSubmatch(head); m != nil {
		return string(m[1])
	}
	if m := xmlCharset.FindSubmatch(head); m != nil {
		return string(m[1])
	}
	return ""
}

// mixed keeps valid UTF-8 and reads every other byte as windows-1252.
func mixed(body []byte) []byte {
	out := make([]byte, 0, len(body)+len(body)/8)
	for len(body) > 0 {
		r, size := utf8.DecodeRune(body)
		if r == utf8.RuneError && size == 1 {
			out = utf8.AppendRune(out, charmap.Windows1252.DecodeByte(body[0]))
		} else {
			out = append(out, body[:size]...)
		}
		body = body[size:]
	}
	return out
}

// clean makes line ends uniform and drops characters that no reader sees: NUL
// and other controls, and the tag characters U+E0000 to U+E007F, with which
// orders to a model can be hidden in a text.
func clean(b []byte) string {
	s := string(b)
	if strings.Contains(s, "\r") {
		s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	}
	return document.Visible(decodedOnceMore(s))
}

// decodedOnceMore puts right what was read as windows-1252 or Latin-1 and written as UTF-8 again: "geÃ¶ffnet", "5 â‚¬", "donâ€™t".
// Where Ã may be a letter before a mark, as in “AMANHÃ”, the rest of the text decides.
func decodedOnceMore(s string) string {
	out := encodedTwice.Replace(s)
	if !strings.Contains(out, "Ã") {
		return out
	}
	sure := out != s
	var told strings.Builder
	before := ' '
	for i := 0; i < len(out); {
		r, size := utf8.DecodeRuneInString(out[i:])
		mark, markSize := utf8.DecodeRuneInString(out[i+size:])
		if letter, is := marksBehindA[mark]; is && r == 'Ã' {
			after, _ := utf8.DecodeRuneInString(out[i+size+markSize:])
			if sure || !letters.IsLetter(before) && letters.IsLetter(after) {
				r, size = letter, size+markSize
			}
			told.WriteRune(r)
		} else {
			told.WriteString(out[i : i+size])
		}
		before = r
		i += size
	}
	return told.String()
}

// marksBehindA are the marks that may stand behind a word that ends with Ã, and what both are if they were encoded twice.
var marksBehindA = func() map[rune]rune {
	marks := map[rune]rune{}
	for b := byte(0x80); b < 0xC0; b++ {
		if r := charmap.Windows1252.DecodeByte(b); strings.ContainsRune("‚„…‹‘’“”•–—›™«»®°·\u00a0", r) {
			marks[r] = rune(b) + 0x40
		}
	}
	return marks
}()

// encodedTwice are only sequences that no text has otherwise: "groß“" is ß and a quotation mark.
var encodedTwice = func() *strings.Replacer {
	var pairs []string
	for _, r := range "–—‘’‚“”„•…‰‹›€™←↑→↓✓✔✗✘★☆−≤≥" {
		var windows, latin []rune
		for _, b := range []byte(string(r)) {
			windows, latin = append(windows, charmap.Windows1252.DecodeByte(b)), append(latin, rune(b))
		}
		pairs = append(pairs, string(windows), string(r), string(latin), string(r))
	}
	for b := byte(0x80); b < 0xC0; b++ {
		for _, second := range []rune{charmap.Windows1252.DecodeByte(b), rune(b)} {
			if _, mark := marksBehindA[second]; !mark {
				pairs = append(pairs, "Ã"+string(second), string(rune(b)+0x40))
			}
			if b >= 0xA0 {
				pairs = append(pairs, "Â"+string(second), string(rune(b)))
			}
		}
	}
	return strings.NewReplacer(pairs...)
}()

// Reader decodes XML that declares a charset other than UTF-8.
func Reader(label string, r io.Reader) (io.Reader, error) {
	e, name := charset.Lookup(label)
	if e == nil || name == "replacement" {
		return nil, refusal.Damaged.Because(fmt.Errorf("unknown charset %q", label))
	}
	return e.NewDecoder().Reader(r), nil
}
