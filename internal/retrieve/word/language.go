package word

import (
	"strings"
	"unicode"
)

// Languages are those that Language can tell apart by their words, in the
// order that breaks ties.
var Languages = []string{"de", "en", "fr", "es", "it", "nl", "pt", "ro", "tr"}

// Language names the language most of text's function words belong to as an
// ISO 639-1 code, and how sure that is: the share of the winner's votes, 0 to
// 1, where under two votes is never above 0.5. Scripts that belong to one
// language (Cyrillic: ru, Greek: el, Arabic: ar, Devanagari: hi, Thai: th, Han:
// zh, Kana: ja, Hangul: ko) are recognised by their letters. Text without any
// hint returns "", 0.
func Language(text string) (string, float64) {
	// Ten thousand bytes decide as well as a whole book.
	if len(text) > 10000 {
		text = text[:10000]
	}
	if lang, sure := byScript(text); lang != "" {
		return lang, sure
	}
	var votes [16]float64
	Each(text, "", func(t Token) {
		mask := stops[t.Text]
		if mask == 0 {
			mask = asking[t.Text]
		}
		if mask == 0 {
			return
		}
		n := 0
		for l := range Languages {
			if mask&(1<<l) != 0 {
				n++
			}
		}
		for l := range Languages {
			if mask&(1<<l) != 0 {
				votes[l] += 1 / float64(n)
			}
		}
	})
	// ß is written in German only; umlauts mostly.
	if strings.ContainsRune(text, 'ß') {
		votes[0] += 1.5
	} else if strings.ContainsAny(text, "äöüÄÖÜ") {
		votes[0] += 0.6
		votes[8] += 0.3
	}
	best, sum := 0, 0.0
	for l := range Languages {
		sum += votes[l]
		if votes[l] > votes[best] {
			best = l
		}
	}
	if sum == 0 {
		return "", 0
	}
	sure := votes[best] / sum
	if votes[best] < 2 {
		sure *= 0.5 * votes[best] / 2 * 2
		sure = min(sure, 0.5)
	}
	return Languages[best], sure
}

// asking are words of short questions that are no function words and tell German from English: "Was
// kostet der Stone Cellars Zinfandel?"
var asking = func() map[string]uint16 {
	m := map[string]uint16{}
	for l, words := range []string{
		"kostet kosten koste kostete bietet macht machen verkauft repariert findet finde gibts liegt dauert geoffnet offnet heisst bekomme bekommt brauche bestellen buchen mieten kaufen",
		"cost costs offer sell repair find located last opening called need order book rent buy",
	} {
		for w := range strings.FieldsSeq(words) {
			m[w] = 1 << l
		}
	}
	return m
}()

func byScript(text string) (string, float64) {
	counts := map[string]int{}
	latin, total := 0, 0
	for _, r := range text {
		if r < 0x250 {
			if unicode.IsLetter(r) {
				latin++
				total++
			}
			continue
		}
		lang := ""
		switch {
		case r >= 0x370 && r < 0x400:
			lang = "el"
		case r >= 0x400 && r < 0x530:
			lang = "ru"
		case r >= 0x590 && r < 0x600:
			lang = "he"
		case r >= 0x600 && r < 0x700:
			lang = "ar"
		case r >= 0x900 && r < 0x980:
			lang = "hi"
		case r >= 0xe00 && r < 0xe80:
			lang = "th"
		case r >= 0x3040 && r < 0x3100:
			lang = "ja"
		case r >= 0xac00 && r < 0xd7b0:
			lang = "ko"
		case r >= 0x4e00 && r < 0xa000:
			lang = "zh"
		default:
			continue
		}
		counts[lang]++
		total++
	}
	if len(counts) == 0 || latin*2 > total {
		return "", 0
	}
	if counts["ja"] > 0 { // Japanese mixes Kana with Han.
		counts["ja"] += counts["zh"]
		delete(counts, "zh")
	}
	best, most := "", 0
	for lang, n := range counts {
		if n > most || n == most && lang < best {
			best, most = lang, n
		}
	}
	return best, float64(most) / float64(total)
}

// Stop reports whether a folded word is a function word of lang, which says
// nothing about what a text is about. Unknown languages have none.
func Stop(lang, folded string) bool {
	for l, name := range Languages {
		if name == lang {
			return stops[folded]&(1<<l) != 0
		}
	}
	return false
}

// stops maps folded function words to the languages they belong to, one bit
// each in the order of Languages.
var stops = func() map[string]uint16 {
	m := make(map[string]uint16, 2000)
	for l, name := range Languages {
		Each(stopWords[name], name, func(t Token) { m[t.Text] |= 1 << l })
	}
	return m
}()
