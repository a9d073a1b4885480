package fact

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/webchatagent/wca/internal/numeral"
	"github.com/webchatagent/wca/internal/word"
)

// counted begin the words for what is counted in a way that is right or wrong; other things a writer
// may count himself ("zwei Möglichkeiten").
var counted = strings.Fields(`person gast gäste plätze platz zimmer termin kind teilnehm bett räume stück mal mitglied lektion doppelstunde übungsstunde fahrstunde punkte sitz
	people guest seat bedroom child participant bed piece time member lesson ticket place person`)

// spelled adds the numbers that a text writes out. In a source all count; in an answer those with a
// measure, those that are larger than what a writer counts himself, and those of what is counted.
func (f *Facts) spelled(text string, source bool) {
	if !spells(text) {
		return
	}
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && r != '%' && r != '€' && r != '²' })
	var before []int // numbers before "bis" and in lists, which have the measure of the next
	for i := 0; i < len(words); i++ {
		n, ok := numeral.Parse(words[i])
		if !ok {
			continue
		}
		at := i
		n, i = withNext(n, words, i)
		next := ""
		if i+1 < len(words) {
			next = words[i+1]
		}
		if numberFollows(words[i+1:]) {
			before = append(before, n)
			if source {
				f.key(Fact{Kind: bare, Value: strconv.Itoa(n)})
			}
			continue
		}
		if next == "quarters" && i+2 < len(words) && words[i+2] == "of" { // "three quarters of an hour"
			continue
		}
		u := measureInWords(words[i+1:])
		number := strconv.Itoa(n)
		switch {
		case next == "uhr" || next == "o" && n > 0 && n < 25: // o'clock
			f.Add(Fact{Kind: Spoken, Value: number + ":00"})
		case u.Kind != "" && n == 1 && !source && (u.Kind != "time" && u.Kind != "months" || at > 0 && (words[at-1] == "pro" || words[at-1] == "per")):
		case u.Kind != "":
			f.Add(u.Of(number))
			for _, n := range before {
				f.Add(u.Of(strconv.Itoa(n)))
			}
		case source, n > 12 && next != "mal" || n > 1 && isCounted(next) || n > 1 && words[at] != "twice" && strings.HasSuffix(words[at], "mal"):
			f.Add(Things.Of(number))
		}
		before = nil
	}
}

// withNext is the number n, which ends with the word at i, with the words that go on with it ("twenty-five", "two hundred"),
// and where it ends then.
func withNext(n int, words []string, i int) (number, end int) {
	if n >= 20 && n < 100 && n%10 == 0 && i+1 < len(words) {
		if one, _ := numeral.Simple(words[i+1]); one > 0 && one < 10 {
			n, i = n+one, i+1
		}
	}
	if i+1 < len(words) && (words[i+1] == "hundred" || words[i+1] == "hundert") {
		n, i = n*100, i+1
	}
	return n, i
}

// measureInWords is the measure that words behind a number begin with: a word of one letter is none.
func measureInWords(words []string) Measure {
	if len(words) == 0 || len(words[0]) == 1 && words[0] != "€" && words[0] != "%" {
		return Measure{}
	}
	if len(words) > 1 {
		switch {
		case words[0] == "working" || words[0] == "business":
			return measures[words[1]]
		case words[0] == "per" && words[1] == "cent":
			return measures["per cent"]
		}
	}
	return measures[words[0]]
}

// numberFollows reports whether words begin with a number, or with what joins it to one before: "drei, sechs oder zwölf".
func numberFollows(words []string) bool {
	if len(words) > 1 && (words[0] == "bis" || words[0] == "to" || words[0] == "oder" || words[0] == "or") {
		words = words[1:]
	}
	if len(words) == 0 {
		return false
	}
	_, ok := numeral.Parse(words[0])
	return ok
}

func isCounted(w string) bool {
	return slices.ContainsFunc(counted, func(begin string) bool { return strings.HasPrefix(w, begin) })
}

// spells reports whether a text has a number in letters at all.
func spells(text string) bool {
	var letters smallLetters
	for at := range word.Runs(text) {
		w := letters.lower(text[at[0]:at[1]])
		_, ok := numeral.Simple(string(w))
		if !ok && (bytes.HasSuffix(w, []byte("mal")) || bytes.Contains(w, []byte("und"))) { // "hundert", too
			_, ok = numeral.Parse(string(w))
		}
		if ok {
			return true
		}
	}
	return false
}
