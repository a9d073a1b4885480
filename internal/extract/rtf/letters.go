package rtf

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"

	"github.com/webchatagent/wca/internal/extract/document"
)

// codepages are the charsets by their numbers on Windows.
var codepages = map[int]encoding.Encoding{
	437: charmap.CodePage437, 850: charmap.CodePage850, 852: charmap.CodePage852, 855: charmap.CodePage855, 858: charmap.CodePage858, 860: charmap.CodePage860,
	862: charmap.CodePage862, 863: charmap.CodePage863, 865: charmap.CodePage865, 866: charmap.CodePage866, 874: charmap.Windows874, 932: japanese.ShiftJIS,
	936: simplifiedchinese.GBK, 949: korean.EUCKR, 950: traditionalchinese.Big5, 1250: charmap.Windows1250, 1251: charmap.Windows1251, 1252: charmap.Windows1252,
	1253: charmap.Windows1253, 1254: charmap.Windows1254, 1255: charmap.Windows1255, 1256: charmap.Windows1256, 1257: charmap.Windows1257, 1258: charmap.Windows1258,
	10000: charmap.Macintosh, 65001: unicode.UTF8,
}

// ofFont are the code pages of the charsets that fonts declare (\fcharset); 0 and 1 are that of the document.
var ofFont = map[int]int{
	77: 10000, 128: 932, 129: 949, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255, 178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250, 255: 437,
}

// pictures is the charset of fonts whose letters are signs, as bullets and ticks.
const pictures = 2

// letters turns the bytes of a text into characters. Those of one charset are turned together, as some need several bytes
// for a character.
type letters struct {
	document encoding.Encoding
	fonts    map[int]int // \fcharset by the number of the font
	bytes    []byte
	font     int // of the bytes
	high     rune
}

// add keeps bytes in a font and gives what was kept in another.
func (l *letters) add(b []byte, font int) string {
	out := ""
	if font != l.font {
		out = l.rest()
		l.font = font
	}
	l.bytes = append(l.bytes, b...)
	return out
}

// rest gives the text of the bytes that were kept.
func (l *letters) rest() string {
	if len(l.bytes) == 0 {
		return ""
	}
	b := l.bytes
	l.bytes = l.bytes[:0]
	if l.fonts[l.font] == pictures {
		var out strings.Builder
		for _, c := range b {
			out.WriteString(document.Symbol(rune(c)))
		}
		return out.String()
	}
	charset := l.document
	if page := ofFont[l.fonts[l.font]]; page != 0 {
		charset = codepages[page]
	}
	out, err := charset.NewDecoder().Bytes(b)
	if err != nil {
		return strings.ToValidUTF8(string(b), "")
	}
	return strings.ToValidUTF8(string(out), "")
}

// character gives what a \u writes, which is a half of one where it needs two.
func (l *letters) character(n int) string {
	r := rune(n & 0xFFFF)
	high := l.high
	l.high = 0
	switch {
	case utf16.IsSurrogate(r):
		if whole := utf16.DecodeRune(high, r); whole != utf8.RuneError {
			return string(whole)
		}
		l.high = r
		return ""
	case r >= 0xE000 && r <= 0xF8FF:
		return document.Symbol(r)
	}
	return string(r)
}
