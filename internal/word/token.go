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
	var buffer [64]byte
	folded, w := buffer[:0], unfinished{at: -1}
	end := func(end int) {
		if w.at >= 0 && len(folded) > 0 {
			own := text[w.at:end]
			if w.letters {
				folded = foldLanguage(folded, own, lang)
			}
			if own != string(folded) {
				own = string(folded)
			}
			yield(Token{Text: own, Start: w.at, End: end, Kind: w.kind(), Capital: w.capital})
		}
		folded, w = folded[:0], unfinished{at: -1}
	}
	for i := 0; i < len(text); {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		at := i
		i += size
		switch {
		case r < utf8.RuneSelf && asciiWord[r]:
			folded = w.take(folded, r, at)
		case lang == "uk" && w.at >= 0 && (r == '\'' || r == '’' || r == 'ʼ') && letterAt(text, i): // п'ять
		case r < utf8.RuneSelf && !w.countsOn(r, text[i:]):
			end(at)
		case r < utf8.RuneSelf: // of 2.5 the point is kept, of 1.000 not
			if !thousands(text, i) {
				folded = append(folded, '.')
			}
		case spaceless(r):
			end(at)
			i = denseEnd(text, i)
			eachDense(text, at, i, lang, yield)
		case unicode.IsLetter(r) || unicode.IsDigit(r) || w.at >= 0 && silent(r):
			folded = w.take(folded, r, at)
		case !silent(r):
			end(at)
		}
	}
	end(len(text))
}

// unfinished is what is known of a word that is being read.
type unfinished struct {
	at      int // where it begins, -1 between words
	digits  bool
	letters bool
	capital bool
}

// take adds a character to the folded word, or begins one with it.
func (w *unfinished) take(folded []byte, r rune, at int) []byte {
	if w.at < 0 {
		w.at, w.capital = at, unicode.IsUpper(r)
	}
	if unicode.IsDigit(r) {
		w.digits = true
	} else {
		w.letters = true
	}
	a, b := foldRune(r)
	if a != 0 {
		folded = utf8.AppendRune(folded, a)
	}
	if b != 0 {
		folded = utf8.AppendRune(folded, b)
	}
	return folded
}

// countsOn says whether a number goes on behind a sign: 1.000 and 2,5 stay one, 8:30 and 2020-05-01 are several.
func (w *unfinished) countsOn(sign rune, behind string) bool {
	return (sign == '.' || sign == ',') && w.digits && !w.letters && behind != "" && behind[0] >= '0' && behind[0] <= '9'
}

func (w *unfinished) kind() Kind {
	if w.digits {
		return Number
	}
	return Letters
}

// foldLanguage folds what only one language writes so.
func foldLanguage(folded []byte, spelt, lang string) []byte {
	switch lang {
	case "de":
		return germanDigraphs(folded)
	case "vi":
		return accented(folded, spelt)
	}
	return folded
}

// silent says whether a sign belongs to the character before it, as accents and joiners do; alone it begins no word.
func silent(r rune) bool {
	return unicode.IsMark(r) || r == 0xad || r == 0x200c || r == 0x200d
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
