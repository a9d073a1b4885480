package view

import (
	"strings"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/wordlist"
)

// alphabetWords are the words by which letters are told one by one: of the German table that most still use, and of radio.
const alphabetWords = `anton ärger berta bertha cäsar caesar charlotte dora emil friedrich gustav heinrich ida julius kaufmann konrad ludwig martha marta nordpol
	otto ökonom paula quelle richard samuel siegfried theodor ulrich übermut viktor wilhelm xanthippe xaver ypsilon zacharias zeppelin
	alpha alfa bravo charlie delta echo foxtrot golf hotel india juliet juliett kilo lima mike november oscar papa quebec romeo sierra
	tango uniform victor whiskey whisky xray yankee zulu`

var alphabet = wordlist.Sieved(alphabetWords)

// alphabetInitials are how these words begin, and "x-ray".
var alphabetInitials = func() (m initials) {
	for w := range strings.FieldsSeq(alphabetWords) {
		m.add(w)
	}
	m.add("x-r")
	return m
}()

// strokes stand between such words for the sign between letters.
var strokes = wordlist.Sieved("strich bindestrich dash hyphen leerzeichen space trennstrich")

// spelledReach is how far before letters that are told so what they belong to may be named, in bytes.
const spelledReach = 72

// toldThings are what is told letter by letter.
var toldThings = [...]string{"kennz", "nummernsch", "plate", " reg ", " reg,", " reg:", "registration", "wagen", " auto ", " auto: ", "pkw", " kfz", "vehicle", "buchstab", "spell", "ausweis", "passnum", "passport", "code"}

// toldPlates is how many of them, from the first on, have plates.
const toldPlates = 13

// spelledOut adds to cuts what stands behind the first letter of words that tell letters, where at least two do and a number follows:
// "Nummernschild Ludwig Berta Xanthippe vier vier eins" becomes "Nummernschild LBX vier vier eins".
func spelledOut(text string, cuts []change) []change {
	told := false
	for i := 0; i < len(text); {
		if !char.ASCII(text[i]) && text[i] < utf8.RuneSelf {
			i++
			continue
		}
		if !alphabetInitials.mayBegin(text, i) {
			i = max(i+1, char.WordEnd(text, i))
			continue
		}
		words, end := alphabetRun(text, i)
		if len(words) > 0 && (len(words) > 1 || told) && (told && words[0].start-i < spelledReach || thingTold(text, i) && (len(words) > 2 || numberFollows(text, end))) {
			told = true
			for k, w := range words {
				_, size := utf8.DecodeRuneInString(text[w.start:])
				stop := w.end
				if k+1 < len(words) {
					stop = words[k+1].start
					if strings.IndexFunc(text[w.end:stop], char.Letter) >= 0 { // a sign between is told, too: "Ida Nordpol Strich Anton Berta"
						stop--
					}
				}
				cuts = append(cuts, change{from: w.start, size: size, span: stop - w.start})
			}
		}
		i = max(end, char.WordEnd(text, i), i+1)
	}
	return cuts
}

// alphabetRun reads words that tell letters from i on, and where the last ends. There are none if the word at i is another.
func alphabetRun(text string, i int) (words []piece, end int) {
	for end = i; i < len(text); {
		stop := char.WordEnd(text, i)
		w := text[i:stop]
		switch {
		case stop == i || stop-i > len("bindestrich"):
			return words, end
		case strings.EqualFold(w, "x") && len(text) > stop+4 && strings.EqualFold(text[stop:stop+4], "-ray"):
			stop += len("-ray")
			words = append(words, piece{i, stop})
		case alphabet.Has(strings.ToLower(w)):
			words = append(words, piece{i, stop})
		case len(words) == 0 || !strokes.Has(strings.ToLower(w)):
			return words, end
		}
		end, i = stop, stop
		for i < len(text) && i-stop < 2 && strings.IndexByte(" ,-", text[i]) >= 0 {
			i++
		}
		if i == stop {
			break
		}
	}
	return words, end
}

// thingTold says whether what is told letter by letter is named before pos.
func thingTold(text string, pos int) bool {
	near := " " + strings.ToLower(text[max(0, pos-spelledReach):pos])
	for _, w := range toldThings {
		if strings.Contains(near, w) {
			return true
		}
	}
	return false
}

// numberFollows says whether a number stands behind pos, in digits or in words.
func numberFollows(text string, pos int) bool {
	for pos < len(text) && strings.IndexByte(" ,-", text[pos]) >= 0 {
		pos++
	}
	if pos < len(text) && char.Digit(text[pos]) {
		return true
	}
	_, digits, _ := spokenRun(text, pos)
	return digits > 0
}

// The least letters of a word whose letters a program that reads pictures set apart, and of the other runs in such a text.
const leastApart, leastApartOther = 6, 5

// setApart adds to cuts the spaces between letters and digits that such a program set apart: "V e r s i c h e r t e n n r\nD 1 3 3 …".
// Behind a word that is long enough the one before a digit stays: "T e l e f o n 0 1 7 1".
func setApart(text string, cuts []change) []change {
	word, at := false, len(cuts)
	for i := 0; i < len(text); {
		run := runApart(text, i)
		if run.signs >= leastApartOther {
			word = word || run.word
			for _, space := range run.spaces {
				cuts = append(cuts, change{from: space, span: 1})
			}
		}
		for i = max(i, run.end); i < len(text) && !char.Space(text[i]); {
			i++
		}
		for i < len(text) && char.Space(text[i]) {
			i++
		}
	}
	if !word {
		return cuts[:at]
	}
	return cuts
}

// apartRun are signs of which each stands alone, with one space between two.
type apartRun struct {
	end, signs int
	spaces     []int // those to take out
	word       bool  // some letters in a row make a word
}

// runApart reads such signs from i on.
func runApart(text string, i int) (run apartRun) {
	const signs = "-.:/@_"
	letters := 0
	for run.end = i; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		digit := size == 1 && char.Digit(text[i])
		if !char.Letter(r) && !digit && (size > 1 || strings.IndexByte(signs, text[i]) < 0) || i+size < len(text) && !char.Space(text[i+size]) {
			break
		}
		if run.signs > 0 && !(digit && letters >= leastApart) {
			run.spaces = append(run.spaces, i-1)
		}
		if letters++; !char.Letter(r) {
			letters = 0
		}
		run.word = run.word || letters >= leastApart
		run.signs++
		i += size
		run.end = i
		if i+1 >= len(text) || text[i] != ' ' || char.Space(text[i+1]) {
			break
		}
		i++
	}
	return run
}
