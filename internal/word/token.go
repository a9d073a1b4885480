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
	// Ideographs is a function word, or a pair of neighbouring characters
	// between such words, of a script that is written without spaces (Han,
	// Kana, Thai, Lao, Khmer, Burmese); see dense.go.
	Ideographs
)

// Token is one word of a text.
type Token struct {
	// Text is the word in lower case without accents; German ae, oe, ue are
	// written a, o, u like the folded umlauts. Vietnamese keeps its tones.
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
	)
	flush := func(end int) {
		if start >= 0 && len(folded) > 0 {
			switch {
			case lang == "de" && letters:
				folded = germanDigraphs(folded)
			case lang == "vi" && letters:
				folded = accented(folded, text[start:end])
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
	for i := 0; i < len(text); {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		at := i
		i += size
		switch {
		case (r == '\'' || r == '’' || r == 'ʼ') && lang == "uk" && start >= 0 && letterAt(text, i): // п'ять
			continue
		case r < utf8.RuneSelf && !asciiWord[r]:
			// 1.000 and 2,5 stay one number; 8:30 and 2020-05-01 are several.
			if (r == '.' || r == ',') && digits && !letters && i < len(text) && text[i] >= '0' && text[i] <= '9' {
				if !thousands(text, i) {
					folded = append(folded, '.')
				}
				continue
			}
			flush(at)
			continue
		case r >= utf8.RuneSelf && spaceless(r):
			flush(at)
			i = denseEnd(text, i)
			eachDense(text, at, i, lang, yield)
			continue
		case r >= utf8.RuneSelf && !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && r != 0xad && r != 0x200c && r != 0x200d:
			flush(at)
			continue
		}
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
}

// Gap is what stands in a text between two neighbouring tokens of it, the first one first. The pairs of scripts without
// spaces overlap and have nothing in between.
func Gap(text string, a, b Token) string {
	if b.Start < a.End {
		return ""
	}
	return text[a.End:b.Start]
}

// Before is what stands in a text between the token at i and the one before it, "" for the first.
func Before(text string, tokens []Token, i int) string {
	if i == 0 {
		return ""
	}
	return Gap(text, tokens[i-1], tokens[i])
}

// IsYear reports whether a number looks like a year.
func (t Token) IsYear() bool {
	return t.Kind == Number && len(t.Text) == 4 && (t.Text[0] == '1' || t.Text[:2] == "20") && AllDigits(t.Text)
}

// AllDigits reports whether a word is made of nothing but the digits 0 to 9.
func AllDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return len(s) > 0
}

// letterAt reports whether a letter stands at i.
func letterAt(text string, i int) bool {
	r, _ := utf8.DecodeRuneInString(text[i:])
	return unicode.IsLetter(r)
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
