package word

import "unicode"

// foldRune gives the lower-case base letter of r, so that "Ö", "ö" and "o" are
// the same letter on both sides of a comparison. Letters that fold to two
// letters (ß, æ, œ, þ) return the second one as well; 0 means there is none. A
// combining mark that only decorates the letter before it returns (0, 0).
func foldRune(r rune) (rune, rune) {
	if r < 0x80 {
		if 'A' <= r && r <= 'Z' {
			return r + 'a' - 'A', 0
		}
		return r, 0
	}
	switch {
	case r >= 0x300 && r <= 0x36f, r >= 0x591 && r <= 0x5c7, r >= 0x64b && r <= 0x652, r == 0xad, r == 0x200c, r == 0x200d:
		return 0, 0
	case r == 0x640, r == 0x670, r == 0x93c: // the stretch of Arabic words, a written vowel, the dot of Hindi loans
		return 0, 0
	case r >= 0xff01 && r <= 0xff5e: // letters and digits as wide as a Chinese character
		return foldRune(r - 0xff01 + '!')
	case r >= 0x660 && unicode.IsDigit(r):
		return digit(r), 0
	}
	r = unicode.ToLower(r)
	switch r {
	case 'ß':
		return 's', 's'
	case 'æ':
		return 'a', 'e'
	case 'œ':
		return 'o', 'e'
	case 'þ':
		return 't', 'h'
	case 'ĳ':
		return 'i', 'j'
	case 'ﬁ':
		return 'f', 'i'
	case 'ﬂ':
		return 'f', 'l'
	case 'ﬀ':
		return 'f', 'f'
	}
	if f, ok := bases[r]; ok {
		return f, 0
	}
	return r, 0
}

// digit is the Arabic digit of the same value; in Unicode the ten of a script stand in a row.
func digit(r rune) rune {
	value := rune(0)
	for value < 9 && unicode.IsDigit(r-value-1) {
		value++
	}
	return '0' + value
}

// bases maps accented lower-case letters to their base letter, for the scripts
// where readers type without accents (Latin, Greek) and the Russian ё, and the letters of Arabic and Hindi that are
// written one for the other.
var bases = func() map[rune]rune {
	m := make(map[rune]rune, 200)
	for base, accented := range map[rune]string{
		'a': "àáâãäåāăąǎạảấầẩẫậắằẳẵặ", 'c': "çćĉċč", 'd': "ďđð", 'e': "èéêëēĕėęěẹẻẽếềểễệ",
		'g': "ĝğġģ", 'h': "ĥħ", 'i': "ìíîïĩīĭįıǐịỉ", 'j': "ĵ", 'k': "ķ", 'l': "ĺļľŀł",
		'n': "ñńņňŉ", 'o': "òóôõöøōŏőǒọỏốồổỗộơớờởỡợ", 'r': "ŕŗř", 's': "śŝşšș", 't': "ţťŧț",
		'u': "ùúûüũūŭůűųǔụủưứừửữự", 'w': "ŵ", 'y': "ýÿŷỳỵỷỹ", 'z': "źżž",
		'α': "ά", 'ε': "έ", 'η': "ή", 'ι': "ίϊΐ", 'ο': "ό", 'υ': "ύϋΰ", 'ω': "ώ", 'σ': "ς", 'е': "ё", 'г': "ґ",
		'כ': "ך", 'מ': "ם", 'נ': "ן", 'פ': "ף", 'צ': "ץ", 'ا': "أإآٱ", 'ي': "ىیئ", 'ه': "ةۀ", 'و': "ؤ", 'ك': "ک", 'ं': "ँ", 'क': "\u0958", 'ख': "\u0959", 'ग': "\u095a", 'ज': "\u095b", 'ड': "\u095c", 'ढ': "\u095d", 'फ': "\u095e",
	} {
		for _, r := range accented {
			m[r] = base
		}
	}
	return m
}()

// germanDigraphs writes the spellings ae, oe and ue, which stand for ä, ö and
// ü where the keyboard lacks them, as the plain vowel the umlaut folds to. It
// changes b in place and returns it shortened. "ue" stays after a, e and q,
// where it is two sounds (Bauer, neue, quer).
func germanDigraphs(b []byte) []byte {
	n := 0
	for i := 0; i < len(b); i++ {
		c := b[i]
		b[n] = c
		n++
		if i+1 >= len(b) || b[i+1] != 'e' {
			continue
		}
		switch c {
		case 'a', 'o':
			i++
		case 'u':
			if i == 0 || (b[i-1] != 'a' && b[i-1] != 'e' && b[i-1] != 'q') {
				i++
			}
		}
	}
	return b[:n]
}
