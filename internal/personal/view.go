package personal

import (
	"html"
	"sort"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// view is a text as the scanners read it, with the way back to the original.
type view struct {
	text    string
	changes []change // in order; none if text is the original
	spelt   []change // made after those, to their result: words that only told a letter
	spoken  []change // made after those, to their result: numbers that were spelled out
}

// change says that size bytes at at of the view stand for span bytes at from of the original.
type change struct{ at, size, from, span int }

// newView normalises text: characters that are not seen go, look-alikes of digits, letters,
// spaces and hyphens become the plain ones, HTML entities and percent escapes are decoded, tags that only tell how
// something looks go,
// letters are composed with their marks, words that only tell a letter go, numbers spelled out become digits.
func newView(text string) view {
	v := normalise(text)
	v.text = reread(unruled(v.text))
	v.text, v.spelt = respell(v.text)
	v.text, v.spoken = unspeak(v.text)
	return v
}

// unruled puts spaces in place of the line of a form that something is written on: "Nr.: __4711__". No place changes by it.
func unruled(text string) string {
	if !strings.Contains(text, "__") {
		return text
	}
	out := []byte(text)
	for i := 0; i < len(text); {
		if text[i] != '_' {
			i++
			continue
		}
		from := i
		for i < len(text) && text[i] == '_' {
			i++
		}
		if i-from > 1 && (from > 0 && isAlnum(text[from-1])) != (i < len(text) && isAlnum(text[i])) {
			for k := from; k < i; k++ {
				out[k] = ' '
			}
		}
	}
	return string(out)
}

func normalise(text string) view {
	first := firstOdd(text)
	if first == len(text) {
		return view{text: text}
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
	return view{text: string(n.buf), changes: n.changes}
}

// indexSpaced is strings.Index for words behind a space, which is so common that what stands behind it is looked for.
func indexSpaced(text, words string) int {
	for at := 0; ; at++ {
		i := strings.Index(text[at:], words[1:])
		if i < 0 {
			return -1
		}
		if at += i; at > 0 && text[at-1] == ' ' {
			return at - 1
		}
	}
}

// odd are the bytes that normalising may change, or with which a character begins that it may change.
var odd = func() (m [256]bool) {
	for c := range m {
		m[c] = c == '&' || c == '%' || c == '\\' || c == '*' || c == '<' || unseen(byte(c)) || c >= utf8.RuneSelf
	}
	return m
}()

// unseen says of a byte that it is a control character that no reader shows and no line ends with.
func unseen(c byte) bool { return c < ' ' && (c < '\t' || c > '\r') || c == 0x7f }

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
		if isMark(r) || !isPlain(r) && (plain(r) != string(r) || lookAlikes[r] != 0 || emoji(r) && i > 0 && isDigit(text[i-1]) || longDash(r)) && r != utf8.RuneError {
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
	case unseen(c):
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
	if isMark(r) {
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

// longDash says of a dash that it is one of those that stand between sentences, and that some programs write for a hyphen.
func longDash(r rune) bool { return r == 0x2014 || r == 0x2015 }

// insideNumber says whether the character at i stands without spaces between letters or digits, of which one is a digit: "482—52—6074".
func (n *normaliser) insideNumber(i, size int) bool {
	k, next := len(n.buf), i+size
	if k == 0 || next >= len(n.in) || !isAlnum(n.buf[k-1]) || !isAlnum(n.in[next]) {
		return false
	}
	return isDigit(n.buf[k-1]) || isDigit(n.in[next])
}

// lookAlikes are letters of other scripts that look like a Latin one.
var lookAlikes = func() map[rune]byte {
	m := map[rune]byte{}
	for _, row := range [...][2]string{
		{"АВЕЅІЈКМНОРСТУХԚԜ", "ABESIJKMHOPCTYXQW"}, {"аеѕіјорсухԛԝһԁ", "aesijopcyxqwhd"}, {"ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX"}, {"ονϲ", "ovc"},
	} {
		at := 0
		for _, r := range row[0] {
			m[r] = row[1][at]
			at++
		}
	}
	return m
}()

// longestAlike is how many look-alikes in a row are read for Latin letters before one.
const longestAlike = 8

// besidePlain says whether the look-alike at i stands in one word with Latin letters or with digits: in a word of its own
// script it is itself.
func (n *normaliser) besidePlain(i, size int) bool {
	if k := len(n.buf); k > 0 && isAlnum(n.buf[k-1]) {
		return true
	}
	for k := 0; k < longestAlike && i+size < len(n.in); k++ {
		i += size
		if n.in[i] < utf8.RuneSelf {
			return isAlnum(n.in[i])
		}
		var r rune
		if r, size = utf8.DecodeRuneInString(n.in[i:]); lookAlikes[r] == 0 && !isMark(r) {
			return false
		}
	}
	return false
}

func (n *normaliser) put(s string, from, span int) {
	n.changes = append(n.changes, change{len(n.buf), len(s), from, span})
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
	if utf8.RuneCountInString(joined) != 1 {
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

// source translates bytes [start, end) of the view into bytes of the original.
func (v *view) source(start, end int) (int, int) {
	start, end = undo(v.spoken, start, end)
	start, end = undo(v.spelt, start, end)
	return undo(v.changes, start, end)
}

// undo translates bytes [start, end) of a text that changes were made to into those before.
func undo(changes []change, start, end int) (int, int) {
	if len(changes) == 0 || start >= end {
		return start, end
	}
	at := func(p int) change {
		i := sort.Search(len(changes), func(i int) bool { return changes[i].at > p })
		if i == 0 {
			return change{}
		}
		return changes[i-1]
	}
	from, to := start, end
	if c := at(start); start < c.at+c.size {
		from = c.from
	} else {
		from = c.from + c.span + start - c.at - c.size
	}
	if c := at(end - 1); end-1 < c.at+c.size {
		to = c.from + c.span
	} else {
		to = c.from + c.span + end - c.at - c.size
	}
	return from, to
}

func isMark(r rune) bool { return r >= 0x300 && r <= 0x36f }

// isPlain says of the letters of most languages of Europe that they are their own plain form.
func isPlain(r rune) bool { return r > 0xbf && r < 0x2b0 }

// plain gives the plain form of a character, "" for one that is not seen.
func plain(r rune) string {
	switch {
	case r >= 0x80 && r < 0xa0 && r != 0x85:
		return ""
	case r < 0xa0 || isPlain(r):
		return string(r)
	case r == 0xa0, r == 0x1680, r == 0x2800, r >= 0x2000 && r <= 0x200a, r == 0x202f, r == 0x205f, r == 0x3000:
		return " "
	case r == 0xad, r == 0x34f, r == 0x61c, r == 0x180e, r >= 0x200b && r <= 0x200f, r >= 0x202a && r <= 0x202e,
		r >= 0x2060 && r <= 0x206f, r == 0xfeff, r >= 0xfe00 && r <= 0xfe0f, r >= 0xe0000 && r <= 0xe0fff,
		r == 0x115f, r == 0x1160, r == 0x17b4, r == 0x17b5, r >= 0x180b && r <= 0x180f, r == 0x3164, r == 0xffa0, r >= 0xfff0 && r <= 0xfffc,
		r >= 0x1bca0 && r <= 0x1bca3, r >= 0x1d173 && r <= 0x1d17a:
		return ""
	case r == 0x24ff, r >= 0x24f5 && r <= 0x24fd, r >= 0x2776 && r <= 0x277e, r >= 0x2780 && r <= 0x2788, r >= 0x278a && r <= 0x2792: // "❶", and "⓿" alone
		return string('0' + inCircle(r))
	case r >= 0x2010 && r <= 0x2013, r == 0x2212, r == 0xfe58, r == 0xfe63:
		return "-"
	case r == 0x20e3: // the frame of a key: "1️⃣"
		return ""
	case r == 0x2070, r >= 0x2074 && r <= 0x2079, r >= 0x2080 && r <= 0x2089:
		return string('0' + r&0xf)
	case r == 0x2206: // the sign for a difference, which looks like the letter
		return "Δ"
	case r == 0x2024, r == 0x3002, r == 0xfe52, r == 0xff61:
		return "."
	case r >= 0x20d0 && r <= 0x20f0: // circles and strokes over a character
		return ""
	case r == 0xfe6b:
		return "@"
	case r >= 0xff01 && r <= 0xff5e:
		return string(r - 0xfee0)
	case r >= 0x1d400 && r <= 0x1d7ff, r >= 0x2160 && r <= 0x217f, r >= 0x2460 && r <= 0x24ea:
		return norm.NFKC.String(string(r))
	case r > 0x2ff && unicode.Is(unicode.Nd, r):
		// Digits of other scripts stand in runs of ten that begin at a multiple of their run.
		zero := r
		for zero > 0 && unicode.Is(unicode.Nd, zero-1) && r-zero < 9 {
			zero--
		}
		return string('0' + r - zero)
	}
	return string(r)
}

// inCircle is the digit in a circle of one of the runs from 1 to 9; the 0 stands apart.
func inCircle(r rune) rune {
	for _, one := range []rune{0x278a, 0x2780, 0x2776, 0x24f5} {
		if r >= one && r < one+9 {
			return r - one + 1
		}
	}
	return 0
}

// boldWithin says whether a number goes on behind the mark between two texts: beside one of them there is what stands in numbers.
func boldWithin(before, behind string) bool {
	const signs = " /-.()"
	front, back := strings.TrimRight(before, signs), strings.TrimLeft(behind, signs)
	apart := len(before) - len(front) + len(behind) - len(back)
	return 0 < apart && apart <= 3 && front != "" && back != "" && isDigit(front[len(front)-1]) && isDigit(back[0])
}

func plainText(s string) string {
	var b strings.Builder
	for _, r := range s {
		b.WriteString(plain(r))
	}
	return b.String()
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
	hi, lo := hexDigit(s[1]), hexDigit(s[2])
	if hi < 0 || lo < 0 {
		return 0, false
	}
	return byte(hi<<4 | lo), true
}

func hexDigit(c byte) int {
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
