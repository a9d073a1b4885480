package verify

import (
	"bytes"
	"strconv"
	"strings"
	"unicode"
)

// numerals are the numbers that are written in one word.
var numerals = func() map[string]int {
	m := map[string]int{}
	for n, words := range map[int]string{
		0: "null zero", 1: "ein eine einen einem einer eines eins one", 2: "zwei two twice", 3: "drei three", 4: "vier four", 5: "fünf fuenf five", 6: "sechs six", 7: "sieben seven", 8: "acht eight", 9: "neun nine",
		10: "zehn ten", 11: "elf eleven", 12: "zwölf zwoelf twelve dutzend dozen", 13: "dreizehn thirteen", 14: "vierzehn fourteen", 15: "fünfzehn fifteen", 16: "sechzehn sixteen", 17: "siebzehn seventeen", 18: "achtzehn eighteen",
		19: "neunzehn nineteen", 20: "zwanzig twenty", 30: "dreißig dreissig thirty", 40: "vierzig forty", 50: "fünfzig fifty", 60: "sechzig sixty", 70: "siebzig seventy", 80: "achtzig eighty", 90: "neunzig ninety",
		100: "hundert einhundert hundred", 1000: "tausend eintausend thousand",
	} {
		for _, w := range strings.Fields(words) {
			m[w] = n
		}
	}
	return m
}()

// numeral reads a number in letters: "zwölf", "fünfundzwanzig", "dreimal", "zweihundert".
func numeral(w string) (int, bool) {
	if n, ok := numerals[w]; ok {
		return n, true
	}
	if many, ok := strings.CutSuffix(w, "mal"); ok && numerals[many] > 1 {
		return numerals[many], true
	}
	if before, after, ok := strings.Cut(w, "hundert"); ok && len(w) > len("hundert") {
		n, rest := 1, 0
		if before != "" {
			n, ok = numerals[before]
		}
		if after != "" && ok {
			rest, ok = numeral(strings.TrimPrefix(after, "und"))
		}
		return 100*n + rest, ok && n < 10
	}
	if one, ten, ok := strings.Cut(w, "und"); ok {
		n, ok := numerals[one]
		tens, too := numerals[ten]
		return n + tens, ok && too && n > 0 && n < 10 && tens >= 20 && tens < 100
	}
	return 0, false
}

// counted begin the words for what is counted in a way that is right or wrong; other things a writer
// may count himself ("zwei Möglichkeiten").
var counted = strings.Fields(`person gast gäste plätze platz zimmer termin kind teilnehm bett räume stück mal mitglied lektion doppelstunde übungsstunde fahrstunde punkte sitz
	people guest seat bedroom child participant bed piece time member lesson ticket place person`)

// spelled adds the numbers that a text writes out. In a source all count; in an answer those with a
// measure, those that are larger than what a writer counts himself, and those of what is counted.
func (f *facts) spelled(text string, source bool) {
	if !spells(text) {
		return
	}
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && r != '%' && r != '€' && r != '²' })
	last := -1 // the number before "bis", which has the measure of the next
	for i := 0; i < len(words); i++ {
		n, ok := numeral(words[i])
		if !ok {
			continue
		}
		at := i
		if n >= 20 && n < 100 && n%10 == 0 && i+1 < len(words) { // twenty-five
			if one := numerals[words[i+1]]; one > 0 && one < 10 {
				n, i = n+one, i+1
			}
		}
		if i+1 < len(words) && (words[i+1] == "hundred" || words[i+1] == "hundert") {
			n, i = n*100, i+1
		}
		next := ""
		if i+1 < len(words) {
			next = words[i+1]
		}
		if (next == "bis" || next == "to" || next == "oder" || next == "or") && i+2 < len(words) {
			if _, too := numeral(words[i+2]); too {
				last = n
				if source {
					f.key(fact{kind: bareFact, value: strconv.Itoa(n)})
				}
				continue
			}
		}
		u := measures[next]
		if len(next) == 1 && next != "€" && next != "%" {
			u = measure{}
		}
		number := strconv.Itoa(n)
		switch {
		case next == "uhr" || next == "o" && n > 0 && n < 25: // o'clock
			f.add(fact{kind: spokenFact, value: number + ":00"})
		case u.kind != "" && n == 1 && !source && (u.kind != "time" && u.kind != "months" || at > 0 && (words[at-1] == "pro" || words[at-1] == "per")):
		case u.kind != "":
			f.add(u.of(number))
			if last >= 0 {
				f.add(u.of(strconv.Itoa(last)))
			}
		case source, n > 12 && next != "mal" || n > 1 && isCounted(next) || n > 1 && words[at] != "twice" && strings.HasSuffix(words[at], "mal"):
			f.add(things.of(number))
		}
		last = -1
	}
}

func isCounted(w string) bool {
	for _, begin := range counted {
		if strings.HasPrefix(w, begin) {
			return true
		}
	}
	return false
}

// spells reports whether a text has a number in letters at all.
func spells(text string) bool {
	var letters smallLetters
	for at := range words(text) {
		w := letters.lower(text[at[0]:at[1]])
		_, ok := numerals[string(w)]
		if !ok && (bytes.HasSuffix(w, []byte("mal")) || bytes.Contains(w, []byte("und"))) { // "hundert", too
			_, ok = numeral(string(w))
		}
		if ok {
			return true
		}
	}
	return false
}
