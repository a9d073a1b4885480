package view

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/wordlist"
)

// spellings are the words between a letter and the word that says which it is: "P wie Paula", "P as in Papa".
var spellings = [...]string{" wie ", " as in "}

// respell takes the words away by which letters are told, and the commas around the signs of an address of mail
// that is dictated: "w wie wilhelm, punkt, huber, at, web, punkt, de" becomes "w punkt huber at web punkt de".
func respell(text string, may hints) (string, []change) {
	var cuts []change
	for _, words := range spellings {
		for at := 0; ; {
			i := char.IndexSpaced(text[at:], words)
			if i < 0 {
				break
			}
			i += at
			at = i + len(words)
			if end := letterTold(text, i, at); end > 0 {
				cuts = append(cuts, change{from: i, span: end - i})
				at = end
			}
		}
	}
	if strings.Contains(text, ", punkt,") || strings.Contains(text, ", dot,") {
		cuts = dictatedCommas(text, cuts)
	}
	if may.letters {
		cuts = spelledOut(text, cuts)
	}
	cuts = letterNames(text, cuts)
	if may.apart {
		cuts = setApart(text, cuts)
	}
	return cutOut(text, cuts)
}

// letterTold says where the word that begins at pos and tells the letter before i ends, with the comma behind it;
// 0 if it tells none.
func letterTold(text string, i, pos int) int {
	letter, size := utf8.DecodeLastRuneInString(text[:i])
	first, _ := utf8.DecodeRuneInString(text[pos:])
	if !char.Letter(letter) || char.Glued(text, i-size) || unicode.ToLower(letter) != unicode.ToLower(first) {
		return 0
	}
	end := char.WordEnd(text, pos)
	if end-pos < 3 {
		return 0
	}
	if end < len(text) && text[end] == ',' {
		end++
	}
	return thenLetter(text, end)
}

// thenLetter goes on from pos to the next letter that is told by itself or by a word, behind "dann" or a space: "K wie Köln dann Ö L".
func thenLetter(text string, pos int) int {
	at := pos
	for _, w := range [...]string{" und dann", " dann", " and then", " then"} {
		if strings.HasPrefix(text[at:], w) {
			at += len(w)
			break
		}
	}
	if at+2 >= len(text) || text[at] != ' ' {
		return pos
	}
	_, size := utf8.DecodeRuneInString(text[at+1:])
	behind := at + 1 + size
	for _, words := range spellings {
		if strings.HasPrefix(text[behind:], words) {
			return at + 1
		}
	}
	if at > pos && behind < len(text) && text[behind] == ' ' {
		return at
	}
	return pos
}

// dictatedCommas adds to cuts the commas before and behind the words for the signs of an address of mail.
func dictatedCommas(text string, cuts []change) []change {
	for at := 0; ; {
		i := strings.IndexByte(text[at:], ',')
		if i < 0 {
			break
		}
		i += at
		at = i + 1
		before := strings.ToLower(text[max(0, i-len("unterstrich")):i])
		next := ""
		if at < len(text) && text[at] == ' ' {
			next = strings.ToLower(text[at+1 : min(len(text), char.WordEnd(text[:min(len(text), at+16)], at+1))])
		}
		if dictatedSigns.Has(before[strings.LastIndexByte(before, ' ')+1:]) || dictatedSigns.Has(next) {
			cuts = append(cuts, change{from: i, span: 1})
		}
	}
	return cuts
}

// dictatedSigns are words for the signs in an address of mail.
var dictatedSigns = wordlist.Sieved("punkt dot at ät klammeraffe minus unterstrich underscore bindestrich hyphen")

// cutOut takes places out of a text but for as many bytes of each as its change has. They may be in any order and overlap.
func cutOut(text string, cuts []change) (string, []change) {
	if len(cuts) == 0 {
		return text, nil
	}
	slices.SortFunc(cuts, func(a, b change) int { return a.from - b.from })
	out := make([]byte, 0, len(text))
	done, kept := 0, cuts[:0]
	for _, c := range cuts {
		if c.from < done {
			continue
		}
		out = append(out, text[done:c.from]...)
		c.at, done = len(out), c.from+c.span
		if c.letter != 0 {
			out = append(out, c.letter)
		} else {
			out = append(out, text[c.from:c.from+c.size]...)
		}
		kept = append(kept, c)
	}
	return string(append(out, text[done:]...)), kept
}
