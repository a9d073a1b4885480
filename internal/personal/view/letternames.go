package view

import (
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/wordlist"
)

// namesOfLetters are the English names of letters as somebody writes what is dictated. The sure ones are no other words.
var (
	namesOfLetters = map[string]byte{
		"ay": 'a', "bee": 'b', "cee": 'c', "see": 'c', "sea": 'c', "dee": 'd', "ee": 'e', "eff": 'f', "ef": 'f', "gee": 'g', "jee": 'g', "aitch": 'h', "haitch": 'h', "eye": 'i', "jay": 'j', "kay": 'k',
		"el": 'l', "ell": 'l', "em": 'm', "en": 'n', "oh": 'o', "pee": 'p', "cue": 'q', "queue": 'q', "ar": 'r', "are": 'r', "ess": 's', "es": 's', "tee": 't', "tea": 't', "you": 'u', "yoo": 'u', "vee": 'v',
		"ex": 'x', "why": 'y', "wye": 'y', "zee": 'z', "zed": 'z',
	}
	sureNames = wordlist.Set("ay cee dee ee eff ef aitch haitch jay kay ell em en ess pee tee vee wye zee zed ar")
)

// toldSigns are the words behind letters of an address of mail, with the spaces around them.
var toldSigns = [...]string{" at ", " dot ", " underscore ", " dash ", " hyphen "}

// longestTold is how many bytes the letters of one part of what is dictated have at most, leastNamed how many there are at least, and
// manyNamed how many are letters though each may be another word.
const (
	longestTold = 96
	leastNamed  = 2
	manyNamed   = 3
)

// letterNames adds to cuts the letters that are told by their English names before the signs of an address of mail: "em ay ar why at gmail
// dot com" becomes "mary at gmail dot com".
func letterNames(text string, cuts []change) []change {
	if !strings.Contains(text, " dot ") {
		return cuts
	}
	for _, sign := range toldSigns {
		for at := 0; ; {
			i := char.IndexSpaced(text[at:], sign)
			if i < 0 {
				break
			}
			i += at
			at = i + 1
			cuts = joinNames(text, namesBefore(text, i), cuts)
		}
	}
	return cuts
}

// namesBefore reads back the names of letters in a row that end at pos.
func namesBefore(text string, pos int) (words []piece) {
	for end := pos; end > 0 && pos-end < longestTold; {
		from := end
		for from > 0 && char.ASCII(text[from-1]) {
			from--
		}
		if _, ok := namesOfLetters[strings.ToLower(text[from:end])]; !ok {
			break
		}
		words = append([]piece{{from, end}}, words...)
		if end = from - 1; end < 1 || strings.IndexByte(" -,", text[end]) < 0 {
			break
		}
	}
	return words
}

// joinNames adds to cuts the letters in place of the words that tell them, if there are enough.
func joinNames(text string, words []piece, cuts []change) []change {
	sure := len(words) >= manyNamed
	for _, w := range words {
		sure = sure || sureNames[strings.ToLower(text[w.start:w.end])]
	}
	if len(words) < leastNamed || !sure {
		return cuts
	}
	from := words[0].start
	for _, w := range words {
		cuts = append(cuts, change{from: from, size: 1, span: w.end - from, letter: namesOfLetters[strings.ToLower(text[w.start:w.end])]})
		from = w.end
	}
	return cuts
}
