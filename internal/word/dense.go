package word

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Scripts without spaces between words are read by pairs of neighbouring characters, which needs no dictionary. But a
// pair of the end of one word with the beginning of the next says nothing, and of short function words most pairs are
// such. So text is cut at these first, longest first, and at some words that would otherwise fall apart into them.
// Words that Japanese has from abroad are told by their script, and its endings, too: ト and ー are in most of the first,
// and かった is one of many.

// whole are words of a matter that contain function words: Thai "ที่อยู่", an address, is "that" and "be".
var whole = map[string]string{
	"zh": `目的 和平 共和国 现在 存在 正在 地址 被子 因此 关于 由于 位于 在线 首都 都市 对面 为主 几乎 之前 之后 之间 之一 其中 其他 其它 这样 那样 了解 为了`,
	"ja": `もの こと ところ とき もし もっと`,
	"th": `ที่อยู่ ที่ตั้ง ที่จอดรถ ที่พัก ที่นั่ง ที่ดิน สถานที่ หน้าที่ เจ้าหน้าที่ พื้นที่ ความรู้ การบ้าน อาการ บริการ รายการ ราชการ กรรมการ ผู้จัดการ ให้บริการ เวลาทำการ ทำการ เปิดทำการ
		วันที่ เดือน ปีที่ ครั้งที่ อันที่ แม่น้ำ น้ำมัน ใจกลาง ในหลวง ของขวัญ ของฝาก สิ่งของ มือถือ ต้องการ การเงิน ประกาศ จากนั้น ประกอบการ`,
}

// dense holds the function words of each such language and its whole words.
var dense = func() map[string]map[string]bool {
	m := map[string]map[string]bool{}
	for _, lang := range []string{"zh", "ja", "th"} {
		m[lang] = map[string]bool{}
		for w := range strings.FieldsSeq(stopWords[lang] + " " + whole[lang]) {
			m[lang][w] = true
		}
	}
	return m
}()

// longestDense is how many characters such a word has at most.
const longestDense = 8

// denseEnd is where the characters without spaces end that go on at i.
func denseEnd(text string, i int) int {
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !spaceless(r) {
			break
		}
		i += size
	}
	return i
}

// eachDense yields the tokens of text[start:end], which is all of characters without spaces.
func eachDense(text string, start, end int, lang string, yield func(Token)) {
	var buffer [128]int
	bounds := append(buffer[:0], start)
	for i := start; i < end; {
		i = characterEnd(text, i, end)
		bounds = append(bounds, i)
	}
	words, last := dense[lang], len(bounds)-1
	first := 0 // of those that no word has taken
	piece := func(a, b int) {
		yield(Token{Text: text[bounds[a]:bounds[b]], Start: bounds[a], End: bounds[b], Kind: Ideographs})
	}
	pairs := func(to int) {
		ending := false // behind a character that has one
		said := first   // up to where
		for k := first; k < to; {
			end := k
			for end < to && katakana(text[bounds[end]:]) {
				end++
			}
			if end > k {
				piece(k, end)
				k, said, ending = end, end, false
				continue
			}
			kana, next := hiragana(text[bounds[k]:]), k+1 < to && !katakana(text[bounds[k+1]:])
			switch {
			case ending && kana:
			case next:
				piece(k, k+2)
				said = k + 2
			case said <= k:
				piece(k, k+1)
			}
			ending = ending || !kana
			k++
		}
	}
next:
	for k := 0; k < last; {
		for n := min(longestDense, last-k); n > 0 && words != nil; n-- {
			if w := text[bounds[k]:bounds[k+n]]; words[w] {
				pairs(k)
				yield(Token{Text: w, Start: bounds[k], End: bounds[k+n], Kind: Ideographs})
				k += n
				first = k
				continue next
			}
		}
		k++
	}
	pairs(last)
}

// katakana and hiragana say of which of the scripts of Japanese a text begins with a character.
func katakana(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return 0x30a1 <= r && r <= 0x30ff
}

func hiragana(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return 0x3041 <= r && r <= 0x309f
}

// characterEnd is the end of the character at i with what is written around it, vowels and tones.
func characterEnd(text string, i, end int) int {
	leads := false
	for first := true; i < end; first = false {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !first && !leads && !unicode.IsMark(r) && !trailing(r) {
			break
		}
		leads = leading(r)
		i += size
	}
	return i
}

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
	case r < 0x0e00, r == 0x0e2f, r == 0x0e46, r == 0x30fb: // signs of abbreviation and repetition, the dot in foreign names
		return false
	case unicode.IsDigit(r):
		return false
	case r <= 0x0eff: // Thai, Lao
		return true
	case r >= 0x1000 && r <= 0x109f, r >= 0x1780 && r <= 0x17ff: // Burmese, Khmer
		return true
	case r == 0x3005, r >= 0x3040 && r <= 0x30ff, r >= 0x3400 && r <= 0x4dbf, r >= 0x4e00 && r <= 0x9fff,
		r >= 0xf900 && r <= 0xfaff, r >= 0x20000 && r <= 0x2ffff:
		return true
	}
	return false
}
