package view

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/personal/char"
	"golang.org/x/text/unicode/norm"
)

// longDash says of a dash that it is one of those that stand between sentences, and that some programs write for a hyphen.
func longDash(r rune) bool { return r == 0x2014 || r == 0x2015 }

// insideNumber says whether the character at i stands without spaces between letters or digits, of which one is a digit: "482—52—6074".
func (n *normaliser) insideNumber(i, size int) bool {
	k, next := len(n.buf), i+size
	if k == 0 || next >= len(n.in) || !char.Alnum(n.buf[k-1]) || !char.Alnum(n.in[next]) {
		return false
	}
	return char.Digit(n.buf[k-1]) || char.Digit(n.in[next])
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
	if k := len(n.buf); k > 0 && char.Alnum(n.buf[k-1]) {
		return true
	}
	for k := 0; k < longestAlike && i+size < len(n.in); k++ {
		i += size
		if n.in[i] < utf8.RuneSelf {
			return char.Alnum(n.in[i])
		}
		var r rune
		if r, size = utf8.DecodeRuneInString(n.in[i:]); lookAlikes[r] == 0 && !char.Mark(r) {
			return false
		}
	}
	return false
}

// dottedI is the capital of the Turkish i, whose small form is that of I: phones set so write "PİN" and "DREİ".
const dottedI = 'İ'

// isPlain says of the letters of most languages of Europe that they are their own plain form.
func isPlain(r rune) bool { return r > 0xbf && r < 0x2b0 && r != dottedI }

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
	case r == dottedI:
		return "I"
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

func plainText(s string) string {
	var b strings.Builder
	for _, r := range s {
		b.WriteString(plain(r))
	}
	return b.String()
}
