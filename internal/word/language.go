package word

import (
	"math/bits"
	"slices"
	"strings"
	"unicode"
)

// Languages are those that Language tells apart by their words first, in the
// order that breaks ties.
var Languages = []string{"de", "en", "fr", "es", "it", "nl", "pt", "ro", "tr"}

// further are languages that share many short words with these. A text is in
// one of them only if it has clearly more of its function words, or letters
// that the others lack.
var further = []string{"pl", "cs", "sv", "da", "no", "hu", "fi", "vi"}

// scripted are languages told by their letters, whose function words only say
// nothing of a matter. Those of ru and uk also tell the two apart.
var scripted = []string{"ru", "uk", "el", "ar", "hi", "zh", "ja", "ko", "th", "he"}

// spoken are all of them; a language's place is its bit in stops.
var spoken = slices.Concat(Languages, further, scripted)

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
	if lang, sure := otherLanguage(text); lang != "" {
		return lang, sure
	}
	var votes [16]float64
	voteByWords(text, &votes)
	voteBySigns(text, &votes)
	return winner(&votes)
}

// voteByWords counts for each of Languages its function words in text, and words with letters that only it has. A word
// of several languages is a vote divided among them.
func voteByWords(text string, votes *[16]float64) {
	eachVote(text, func(t Token, languages uint32, vote float64) {
		if languages == 0 {
			languages = asking[t.Text]
		}
		if !t.Capital && t.End-t.Start > len(t.Text) { // "São Paulo" has no say
			for l, lang := range Languages {
				if own := ownLetters[lang]; own != "" && strings.ContainsAny(text[t.Start:t.End], own) {
					votes[l] += ownLetterCounts
				}
			}
		}
		sharing := bits.OnesCount32(languages & (1<<len(Languages) - 1))
		for l := range Languages {
			if languages&(1<<l) != 0 {
				votes[l] += vote / float64(sharing)
			}
		}
	})
}

// voteBySigns counts what a whole text shows once: ß is written in German only, umlauts mostly, and in Turkish.
func voteBySigns(text string, votes *[16]float64) {
	de, tr, es := slices.Index(Languages, "de"), slices.Index(Languages, "tr"), slices.Index(Languages, "es")
	if strings.ContainsRune(text, 'ß') {
		votes[de] += 1.5
	} else if strings.ContainsAny(text, "äöüÄÖÜ") {
		votes[de] += 0.6
		votes[tr] += 0.3
	}
	if strings.ContainsAny(text, "¿¡") {
		votes[es] += 1.5
	}
}

// winner is the first of Languages with the most votes, and its share of all.
func winner(votes *[16]float64) (string, float64) {
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
		sure = min(0.5, sure*votes[best]/2)
	}
	return Languages[best], sure
}

// eachVote calls yield for each word of a text with the languages of which it is a function word, one bit each in the order
// of spoken, and what it counts.
func eachVote(text string, yield func(t Token, languages uint32, vote float64)) {
	end := 0
	Each(text, "", func(t Token) {
		languages, vote := stops[t.Text], 1.0
		if beginsCompound(text, t) || t.Capital && standsAlone(text, t) {
			languages = 0
		}
		if t.Capital && inSentence(text, end, t.Start) {
			vote = capitalCounts
		}
		end = t.End
		yield(t, languages, vote)
	})
}

// capitalCounts is what a function word with a capital inside a sentence counts: it may well be part of a name, "Los
// Angeles", but "Sie" is none.
const capitalCounts = 0.25

// ownLetters are those that of Languages only one has, and ownLetterCounts what a word with one counts.
var ownLetters = map[string]string{"tr": "ğı", "pt": "ãõ", "es": "ñ", "ro": "țșă"}

const ownLetterCounts = 0.7

// inSentence says whether a word that begins at next stands in one sentence with the one that ends at end; 0: there is
// none.
func inSentence(text string, end, next int) bool {
	return end > 0 && !strings.ContainsAny(text[end:next], ".!?:;¿¡\n\t|\"„“”«»")
}

// standsAlone says whether a word is all that a cell of a row holds, or what it or a line is called: "Do: 9–12 Uhr" is a
// Thursday and no Polish.
func standsAlone(text string, t Token) bool {
	before, after := strings.TrimRight(text[:t.Start], " "), strings.TrimPrefix(text[t.End:], ".")
	begins := before == "" || strings.HasSuffix(before, "·") || strings.HasSuffix(before, "•") || strings.HasSuffix(before, ":") || strings.HasSuffix(before, "\n")
	return begins && (strings.HasPrefix(after, ":") || strings.HasPrefix(after, " ·"))
}

// beginsCompound says whether a token is a letter before a hyphen, "E-Bike", and no "e" of Italian or Hungarian.
func beginsCompound(text string, t Token) bool {
	if t.End-t.Start != 1 || t.End+1 >= len(text) || text[t.End] != '-' {
		return false
	}
	next := text[t.End+1]
	return 'a' <= next && next <= 'z' || 'A' <= next && next <= 'Z'
}

// letters are those of further languages that the first ones lack.
var letters = map[string]string{
	"pl": "ąęłńśźż", "cs": "ěřůčďťň", "sv": "å", "da": "æøå", "no": "æøå", "hu": "őű",
	"vi": "ơưđạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
}

// otherLanguage is one of the further languages where text is in one, and how sure that is; "" else.
func otherLanguage(text string) (string, float64) {
	var has [32]float64 // in the order of spoken
	finnish := slices.Index(spoken, "fi")
	eachVote(text, func(t Token, languages uint32, vote float64) {
		if !t.Capital && finnishEnding(text[t.Start:t.End]) {
			has[finnish] += ownLetterCounts
		}
		for l := range len(Languages) + len(further) {
			if languages&(1<<l) != 0 {
				has[l] += vote
			}
		}
	})
	lower := strings.ToLower(text)
	for i, lang := range further {
		if n := ownLettersIn(lower, lang); n > 0 {
			has[len(Languages)+i] += 0.5 + min(float64(n), 20)/4
		}
	}
	most := slices.Max(has[:len(Languages)])
	best, second := len(Languages), 0.0
	for l := len(Languages) + 1; l < len(Languages)+len(further); l++ {
		if has[l] > has[best] {
			best, second = l, has[best]
		} else {
			second = max(second, has[l])
		}
	}
	if has[best] < 1 || has[best] <= 1.2*most {
		return "", 0
	}
	sure := has[best] / (has[best] + max(most, second))
	switch {
	case spoken[best] == "vi" && !strings.ContainsAny(lower, letters["vi"]): // without tones its words are those of many
		sure = 0.29
	case has[best] == second: // as Danish and Norwegian: the caller may know
		sure = 0.29
	case has[best] < 2:
		sure = min(sure, 0.5)
	}
	return spoken[best], sure
}

// ownLettersIn counts in a text in lower case the letters of a further language that the first ones lack.
func ownLettersIn(lower, lang string) int {
	n := 0
	for _, r := range lower {
		if r >= 0x80 && strings.ContainsRune(letters[lang], r) {
			n++
		}
	}
	return n
}

// finnishEnding says whether a word ends as those of Finnish do, whose letters others have, too, and whose function words are
// few.
func finnishEnding(spelt string) bool {
	return strings.HasSuffix(spelt, "uun") || strings.HasSuffix(spelt, "ään") || strings.HasSuffix(spelt, "iin") || strings.HasSuffix(spelt, "ssä") || strings.HasSuffix(spelt, "stä") ||
		strings.HasSuffix(spelt, "llä") || strings.HasSuffix(spelt, "ttä") || strings.HasSuffix(spelt, "uussa") || strings.HasSuffix(spelt, "issa") || strings.HasSuffix(spelt, "eella")
}

// asking are words of short questions that are no function words and tell German from English: "Was
// kostet der Stone Cellars Zinfandel?"
var asking = func() map[string]uint32 {
	m := map[string]uint32{}
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

// byScript is the language whose own script most letters of text are of, and how much of them; "" where that is Latin.
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
		if lang := ofScript(r); lang != "" {
			counts[lang]++
			total++
		}
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
	sure := float64(most) / float64(total)
	if best == "ru" {
		return cyrillic(text, sure)
	}
	return best, sure
}

// ofScript is the language that a script beyond Latin stands for, "" for none: "ru" for all that is Cyrillic.
func ofScript(r rune) string {
	switch {
	case r >= 0x370 && r < 0x400:
		return "el"
	case r >= 0x400 && r < 0x530:
		return "ru"
	case r >= 0x590 && r < 0x600:
		return "he"
	case r >= 0x600 && r < 0x700:
		return "ar"
	case r >= 0x900 && r < 0x980:
		return "hi"
	case r >= 0xe00 && r < 0xe80:
		return "th"
	case r >= 0x3040 && r < 0x3100:
		return "ja"
	case r >= 0xac00 && r < 0xd7b0:
		return "ko"
	case r >= 0x4e00 && r < 0xa000:
		return "zh"
	}
	return ""
}

// cyrillic tells Ukrainian from Russian by the letters that only one of them has, and by words.
func cyrillic(text string, sure float64) (string, float64) {
	russian, ukrainian := 0, 0
	for _, r := range text {
		switch {
		case strings.ContainsRune("іїєґІЇЄҐ", r):
			ukrainian++
		case strings.ContainsRune("ыэъёЫЭЪЁ", r):
			russian++
		}
	}
	if russian == ukrainian {
		ru, uk := slices.Index(spoken, "ru"), slices.Index(spoken, "uk")
		Each(text, "", func(t Token) {
			mask := stops[t.Text]
			russian += int(mask >> ru & 1)
			ukrainian += int(mask >> uk & 1)
		})
	}
	switch {
	case ukrainian > russian:
		return "uk", sure
	case ukrainian == russian:
		return "ru", min(sure, 0.29)
	}
	return "ru", sure
}

// StopEither reports whether a folded word is a function word of German or of English.
func StopEither(folded string) bool { return Stop("de", folded) || Stop("en", folded) }

// Stop reports whether a folded word is a function word of lang, which says
// nothing about what a text is about. Unknown languages have none.
func Stop(lang, folded string) bool {
	l := slices.Index(spoken, lang)
	if lang == "vi" {
		l = toned
	}
	return l >= 0 && stops[folded]&(1<<l) != 0
}

// toned is the bit of Vietnamese function words with their tones; by that of their language they stand without, as text
// is read whose language is not known yet.
var toned = len(spoken)

// stops maps folded function words to the languages they belong to, one bit
// each in the order of spoken.
var stops = func() map[string]uint32 {
	m := make(map[string]uint32, 3000)
	for l, name := range spoken {
		read := name
		if name == "vi" {
			Each(stopWords[name], name, func(t Token) { m[t.Text] |= 1 << toned })
			read = ""
		}
		Each(stopWords[name], read, func(t Token) { m[t.Text] |= 1 << l })
	}
	return m
}()
