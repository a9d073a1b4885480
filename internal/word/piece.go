package word

import (
	"iter"
	"strings"
	"unicode/utf8"
)

// Words of other languages than German and English are known by pieces, too: by their beginnings, for endings that no
// stemmer here takes off, by what may be the last part of a compound, and Hebrew ones without the letters that are written
// onto them. Which pieces mean something only the words of a question and a text together can tell.

// begun is how many letters make a beginning. Words cut off behind five of them are found in languages of Europe about as
// well as by their stems (McNamee, Nicholas, Mayfield: Addressing morphological variation in alphabetic languages, 2009).
// Of Korean syllables two do, as of the pairs by which Korean is often searched.
const begun, begunSyllables = 5, 2

// Beginning is what a folded word has in common with others that begin as it does, written so that no word is; "" if it is
// too short, or of a script whose words are no rows of letters.
func Beginning(lang, folded string) string {
	if wholeWords[lang] {
		return ""
	}
	n := begun
	switch r, _ := utf8.DecodeRuneInString(folded); {
	case hangul(r):
		n = begunSyllables
	case r >= firstSemitic:
		return ""
	}
	b := firstLetters(folded, n)
	if utf8.RuneCountInString(b) < n {
		return ""
	}
	return b + "-"
}

// wholeWords are languages whose words are known by other means, by the table of word vectors or without tones.
var wholeWords = map[string]bool{"": true, "de": true, "en": true, "vi": true}

// firstSemitic is where the scripts begin in which a word does not begin as it does in another form.
const firstSemitic = 0x590

func hangul(r rune) bool { return 0xac00 <= r && r < 0xd7b0 }

// compounding are languages that write compounds in one word, whose last part says what the thing is.
var compounding = map[string]bool{"nl": true, "sv": true, "da": true, "no": true, "fi": true}

// A compound has a first part and a last one of so many bytes at least, and a Hebrew word so many letters behind prefixes.
const shortestFirst, shortestLast, shortestRest = 3, 5, 3

// Lasts yields the stems of what may be the last part of a compound, longest first, and of the rests of a Hebrew word
// behind letters that may be prefixes.
func Lasts(lang, folded string) iter.Seq[string] {
	return func(yield func(string) bool) {
		switch {
		case lang == "he":
			rest := folded
			for range mostPrefixes {
				r, n := utf8.DecodeRuneInString(rest)
				if rest = rest[n:]; !strings.ContainsRune(prefixes, r) || utf8.RuneCountInString(rest) < shortestRest || !yield(Stem(lang, Token{Text: rest})) {
					return
				}
			}
		case compounding[lang]:
			for cut := shortestFirst; cut <= len(folded)-shortestLast; cut++ {
				if utf8.RuneStart(folded[cut]) && !unstressed[folded[:cut]] && !yield(Stem(lang, Token{Text: folded[cut:]})) {
					return
				}
			}
		}
	}
}

// unstressed begin verbs, and make no compound: "verkopen" is not "kopen".
var unstressed = map[string]bool{"ver": true, "ont": true, "her": true, "for": true}

// prefixes are the Hebrew letters that are written onto a word: and, the, in, to, from, that, as. Nothing tells them from
// letters of its own.
const prefixes, mostPrefixes = "והבלמשכ", 2
