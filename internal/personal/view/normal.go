package view

import (
	"html"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/personal/char"
	"golang.org/x/text/unicode/norm"
)

func normalise(text string) View {
	first := firstOdd(text)
	if first == len(text) {
		return View{Text: text}
	}
	n := normaliser{in: text, buf: make([]byte, 0, len(text))}
	n.buf = append(n.buf, text[:first]...)
	for i := first; i < len(text); {
		from := i
		for i < len(text) && !odd[text[i]] {
			i++
		}
		n.buf = append(n.buf, text[from:i]...)
		if i < len(text) {
			i = n.step(i)
		}
	}
	return View{Text: string(n.buf), changes: n.changes}
}

// odd are the bytes that normalising may change, or with which a character begins that it may change.
var odd = func() (m [256]bool) {
	for c := range m {
		m[c] = c == '&' || c == '%' || c == '\\' || c == '*' || c == '<' || char.Unseen(byte(c)) || c >= utf8.RuneSelf
	}
	return m
}()

// firstOdd gives the place of the first byte that normalising may change.
func firstOdd(text string) int {
	for i := 0; i < len(text); {
		if !odd[text[i]] {
			i++
			continue
		}
		if text[i] < utf8.RuneSelf {
			return i
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if char.Mark(r) || !isPlain(r) && (plain(r) != string(r) || lookAlikes[r] != 0 || emoji(r) && i > 0 && char.Digit(text[i-1]) || longDash(r)) && r != utf8.RuneError {
			return i
		}
		i += size
	}
	return len(text)
}

type normaliser struct {
	in      string
	buf     []byte
	changes []change
}

// step takes what stands at i and returns where the next begins.
func (n *normaliser) step(i int) int {
	c := n.in[i]
	switch {
	case c == '&':
		if end := strings.IndexByte(n.in[i:min(len(n.in), i+12)], ';'); end > 1 {
			raw := n.in[i : i+end+1]
			if decoded := html.UnescapeString(raw); decoded != raw {
				n.put(plainText(decoded), i, len(raw))
				return i + len(raw)
			}
		}
	case c == '%':
		if decoded, size := percent(n.in[i:]); size > 0 {
			n.put(plainText(decoded), i, size)
			return i + size
		}
	case c == '<':
		if end := n.tag(i); end > i {
			return end
		}
	case char.Unseen(c):
		n.put("", i, 1)
		return i + 1
	case c == '*': // Markdown: "**0171** 2345678"
		if strings.HasPrefix(n.in[i:], "**") && boldWithin(n.in[:i], n.in[i+2:]) {
			n.put("", i, 2)
			return i + 2
		}
	case c == '\\' && strings.HasPrefix(n.in[i:], `\u`): // JSON: "max\u0040firma.de"
		if code, err := strconv.ParseUint(n.in[i+2:min(len(n.in), i+6)], 16, 16); err == nil && i+6 <= len(n.in) && code >= ' ' && utf8.ValidRune(rune(code)) {
			n.put(plain(rune(code)), i, 6)
			return i + 6
		}
	case c == '\\': // Markdown: "max\_muster@firma.de"
		if i+1 < len(n.in) && strings.IndexByte("_*-+.@()[]~#", n.in[i+1]) >= 0 {
			n.put("", i, 1)
			return i + 1
		}
	case c >= utf8.RuneSelf:
		return n.letter(i)
	}
	n.buf = append(n.buf, c)
	return i + 1
}

// letter takes a character beyond ASCII at i and returns where the next begins.
func (n *normaliser) letter(i int) int {
	r, size := utf8.DecodeRuneInString(n.in[i:])
	if isPlain(r) {
		n.buf = append(n.buf, n.in[i:i+size]...)
		return i + size
	}
	if r == utf8.RuneError { // a broken byte or U+FFFD itself: kept
		n.buf = append(n.buf, n.in[i])
		return i + 1
	}
	if emoji(r) {
		if end := n.pictured(i); end > i {
			return end
		}
	}
	if char.Mark(r) {
		if !n.compose(r, i, size) { // a stroke or a line: "D̲E̲8̲9̲"
			n.put("", i, size)
		}
		return i + size
	}
	if letter := lookAlikes[r]; letter != 0 && n.besidePlain(i, size) {
		n.put(string(letter), i, size)
		return i + size
	}
	if p := plain(r); p != string(r) {
		n.put(p, i, size)
	} else if longDash(r) && n.insideNumber(i, size) {
		n.put("-", i, size)
	} else {
		n.buf = append(n.buf, n.in[i:i+size]...)
	}
	return i + size
}

func (n *normaliser) put(s string, from, span int) {
	n.changes = append(n.changes, change{at: len(n.buf), size: len(s), from: from, span: span})
	n.buf = append(n.buf, s...)
}

// compose joins a combining mark with the letter before it, as in "u" + U+0308. It answers false
// if there is no such letter.
func (n *normaliser) compose(mark rune, at, size int) bool {
	base, width := utf8.DecodeLastRune(n.buf)
	if width == 0 || !unicode.IsLetter(base) {
		return false
	}
	joined := norm.NFC.String(string(base) + string(mark))
	if utf8.RuneCountInString(joined) != 1 || strings.HasPrefix(joined, string(dottedI)) {
		return false
	}
	start := len(n.buf) - width
	from := at - width
	if k := len(n.changes); k > 0 {
		last := n.changes[k-1]
		switch {
		case last.at >= start && last.size > 0: // the letter itself came from a change
			from = last.from
			n.changes = n.changes[:k-1]
		case last.at >= start: // something unseen between letter and mark
			from = last.from - width
			n.changes = n.changes[:k-1]
		}
	}
	n.buf = n.buf[:start]
	n.put(joined, from, at+size-from)
	return true
}
