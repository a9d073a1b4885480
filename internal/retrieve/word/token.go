package word

import (
	"unicode"
	"unicode/utf8"
)

// Kind tells what a token is made of.
type Kind uint8

const (
	// Letters is an ordinary word.
	Letters Kind = iota
	// Number holds at least one digit and no separator inside.
	Number
	// Ideographs is a pair of neighbouring characters of a script that is
	// written without spaces (Han, Kana, Thai, Lao, Khmer, Burmese). What is
	// written around a letter, vowels and tones, counts as one with it.
	Ideographs
)

// Token is one word of a text.
type Token struct {
	// Text is the word in lower case without accents; German ae, oe, ue are
	// written a, o, u like the folded umlauts.
	Text string
	// Start and End are the byte offsets of the word in the text it came from.
	Start, End int
	Kind       Kind
	// Capital says that the word begins with a capital letter.
	Capital bool
}

// Tokens cuts text into folded words in reading order. lang decides about
// foldings that hold in one language only ("de": ue = ü); "" applies none.
func Tokens(text, lang string) []Token {
	tokens := make([]Token, 0, len(text)/6+4)
	Each(text, lang, func(t Token) { tokens = append(tokens, t) })
	return tokens
}

// Each calls yield for every token of text, as Tokens returns them.
func Each(text, lang string, yield func(Token)) {
	var (
		buffer  [64]byte
		folded  = buffer[:0]
		start   = -1
		digits  bool
		letters bool
		capital bool
		dense   = -1 // where the spaceless character before this one begins
		before  = -1 // and the one before that
		leads   bool // dense so far is a vowel that is written before its consonant
	)
	flush := func(end int) {
		if start >= 0 && len(folded) > 0 {
			if lang == "de" && letters {
				folded = germanDigraphs(folded)
			}
			kind := Letters
			if digits {
				kind = Number
			}
			own := text[start:end]
			if own != string(folded) {
				own = string(folded)
			}
			yield(Token{Text: own, Start: start, End: end, Kind: kind, Capital: capital})
		}
		folded, start, digits, letters, capital = folded[:0], -1, false, false, false
	}
	// unit ends the spaceless character at dense, last says that no other follows.
	unit := func(end int, last bool) {
		switch {
		case dense < 0:
		case before >= 0:
			yield(Token{Text: text[before:end], Start: before, End: end, Kind: Ideographs})
		case last:
			yield(Token{Text: text[dense:end], Start: dense, End: end, Kind: Ideographs})
		}
		if before = dense; last {
			before = -1
		}
		dense, leads = -1, false
	}
	for i := 0; i < len(text); {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		at := i
		i += size
		switch {
		case r < utf8.RuneSelf && !asciiWord[r]:
			// 1.000 and 2,5 stay one number; 8:30 and 2020-05-01 are several.
			if (r == '.' || r == ',') && digits && !letters && i < len(text) && text[i] >= '0' && text[i] <= '9' {
				if !thousands(text, i) {
					folded = append(folded, '.')
				}
				continue
			}
			flush(at)
			unit(at, true)
			continue
		case dense >= 0 && (leads || unicode.IsMark(r) || trailing(r)) && spaceless(r):
			leads = leading(r)
			continue
		case r >= utf8.RuneSelf && spaceless(r):
			flush(at)
			unit(at, false)
			dense, leads = at, leading(r)
			continue
		case r >= utf8.RuneSelf && !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && r != 0xad && r != 0x200c && r != 0x200d:
			flush(at)
			unit(at, true)
			continue
		}
		unit(at, true)
		if start < 0 {
			if unicode.IsMark(r) || r == 0xad || r == 0x200c || r == 0x200d {
				continue
			}
			start = at
			capital = unicode.IsUpper(r)
		}
		if unicode.IsDigit(r) {
			digits = true
		} else {
			letters = true
		}
		a, b := foldRune(r)
		if a != 0 {
			folded = utf8.AppendRune(folded, a)
		}
		if b != 0 {
			folded = utf8.AppendRune(folded, b)
		}
	}
	flush(len(text))
	unit(len(text), true)
}

// thousands reports whether exactly three digits follow at i, as in 1.190.
func thousands(text string, i int) bool {
	n := 0
	for i < len(text) && text[i] >= '0' && text[i] <= '9' {
		i++
		n++
	}
	return n == 3
}

var asciiWord = func() (t [utf8.RuneSelf]bool) {
	for c := range t {
		t[c] = '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
	}
	return t
}()

// leading and trailing are Thai and Lao vowels that are written before and behind their consonant.
func leading(r rune) bool { return 0x0e40 <= r && r <= 0x0e44 || 0x0ec0 <= r && r <= 0x0ec4 }

func trailing(r rune) bool {
	switch r {
	case 0x0e30, 0x0e32, 0x0e33, 0x0e45, 0x0eb0, 0x0eb2, 0x0eb3:
		return true
	}
	return false
}

// spaceless reports whether r belongs to a script written without spaces
// between words.
func spaceless(r rune) bool {
	switch {
	case r < 0x0e00:
		return false
	case r <= 0x0eff: // Thai, Lao
		return true
	case r >= 0x1000 && r <= 0x109f, r >= 0x1780 && r <= 0x17ff: // Burmese, Khmer
		return true
	case r >= 0x3040 && r <= 0x30ff, r >= 0x3400 && r <= 0x4dbf, r >= 0x4e00 && r <= 0x9fff,
		r >= 0xf900 && r <= 0xfaff, r >= 0x20000 && r <= 0x2ffff:
		return true
	}
	return false
}
