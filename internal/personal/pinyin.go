package personal

import "strings"

// Given names of China are one or two syllables, and there are as many of them as pairs of syllables: no list holds them. A word that
// no lexicon has and that is two syllables of Hanyu Pinyin is taken for one of them: "haoran".

// pinyinInitials are how such a syllable begins, pinyinFinals how it goes on, by the system that ISO 7098 describes; the longer first.
var (
	pinyinInitials = [...]string{"zh", "ch", "sh", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "r", "z", "c", "s", "y", "w"}
	pinyinFinals   = strings.Fields("iang iong uang ang eng ing ong ian iao uai uan ai an ao ei en er ia ie in iu ou ua ue ui un uo a e i o u")
)

// leastPinyin is how long such a word is at least: shorter ones are as often of other languages.
const leastPinyin = 5

// pinyin says whether a word in small letters is two such syllables.
func pinyin(w string) bool {
	const longest = 12
	if len(w) < leastPinyin || len(w) > longest {
		return false
	}
	for at := 2; at <= len(w)-2; at++ {
		if syllable(w[:at]) && syllable(w[at:]) {
			return true
		}
	}
	return false
}

// syllable says whether w is one of them, with an initial.
func syllable(w string) bool {
	for _, initial := range pinyinInitials {
		final, ok := strings.CutPrefix(w, initial)
		if !ok {
			continue
		}
		for _, f := range pinyinFinals {
			if final == f {
				return !(strings.HasPrefix(f, "i") && len(f) > 1 && strings.Contains(" zh ch sh r z c s g k h f w ", " "+initial+" "))
			}
		}
		return false
	}
	return false
}
