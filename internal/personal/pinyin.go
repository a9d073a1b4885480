package personal

import (
	"strings"
	"sync"
)

// Given names of China are one or two syllables, and there are as many of them as pairs of syllables: no list holds them. A word that
// no lexicon has and that is two syllables of Hanyu Pinyin is taken for one of them: "haoran".

// pinyinInitials are how such a syllable begins, pinyinFinals how it goes on, by the system that ISO 7098 describes.
var (
	pinyinInitials = [...]string{"zh", "ch", "sh", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "r", "z", "c", "s", "y", "w"}
	pinyinFinals   = strings.Fields("iang iong uang ang eng ing ong ian iao uai uan ai an ao ei en er ia ie in iu ou ua ue ui un uo a e i o u")
)

// leastPinyin is how long such a word is at least: shorter ones are as often of other languages.
const leastPinyin = 5

// The longest syllable, and the shortest that counts, in bytes.
const shortSyllable, longSyllable = 2, 6

// syllableSet holds syllables and their signs.
type syllableSet struct {
	words map[string]bool
	signs signs
}

// syllables are all that begin with an initial.
var syllables = sync.OnceValue(func() *syllableSet {
	all := &syllableSet{words: map[string]bool{}}
	for _, initial := range pinyinInitials {
		hard := strings.Contains(" zh ch sh r z c s g k h f w ", " "+initial+" ") // no "ia" behind them
		for _, final := range pinyinFinals {
			if !hard || len(final) == 1 || final[0] != 'i' {
				all.words[initial+final] = true
				all.signs.add(signOf(initial + final))
			}
		}
	}
	return all
})

// syllable says whether a text in small letters is one of them.
func syllable(w string) bool {
	all := syllables()
	return all.signs.may(signOf(w)) && all.words[w]
}

// pinyin says whether a word in small letters is two such syllables.
func pinyin(w string) bool {
	if len(w) < leastPinyin || len(w) > 2*longSyllable {
		return false
	}
	for at := max(shortSyllable, len(w)-longSyllable); at <= min(longSyllable, len(w)-shortSyllable); at++ {
		if syllable(w[at:]) && syllable(w[:at]) {
			return true
		}
	}
	return false
}
