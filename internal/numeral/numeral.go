// Package numeral reads numbers that are written in letters, German and English.
package numeral

import (
	"iter"
	"maps"
	"strings"
)

// words are the numbers that are written in one word.
var words = func() map[string]int {
	m := map[string]int{}
	for n, forms := range map[int]string{
		0: "null zero", 1: "ein eine einen einem einer eines eins one", 2: "zwei zwo two twice", 3: "drei three", 4: "vier four", 5: "fünf fuenf five", 6: "sechs six", 7: "sieben seven", 8: "acht eight", 9: "neun nine",
		10: "zehn ten", 11: "elf eleven", 12: "zwölf zwoelf twelve dutzend dozen", 13: "dreizehn thirteen", 14: "vierzehn fourteen", 15: "fünfzehn fuenfzehn fifteen", 16: "sechzehn sixteen", 17: "siebzehn seventeen", 18: "achtzehn eighteen",
		19: "neunzehn nineteen", 20: "zwanzig twenty", 30: "dreißig dreissig thirty", 40: "vierzig forty", 50: "fünfzig fuenfzig fifty", 60: "sechzig sixty", 70: "siebzig seventy", 80: "achtzig eighty", 90: "neunzig ninety",
		100: "hundert einhundert hundred", 1000: "tausend eintausend thousand",
	} {
		for _, w := range strings.Fields(forms) {
			m[w] = n
		}
	}
	return m
}()

// Words are the words that Simple reads, in no order.
func Words() iter.Seq[string] { return maps.Keys(words) }

// Simple reads a number that is one word of its own in small letters: "zwölf", "twenty", "dozen".
func Simple(w string) (int, bool) {
	n, ok := words[w]
	return n, ok
}

// Parse reads a number in small letters, also one put together or told with "mal": "zwölf",
// "fünfundzwanzig", "dreimal", "zweihundert". English numbers of two words are left to the caller.
func Parse(w string) (int, bool) {
	if n, ok := words[w]; ok {
		return n, true
	}
	if many, ok := strings.CutSuffix(w, "mal"); ok && words[many] > 1 {
		return words[many], true
	}
	if before, after, ok := strings.Cut(w, "hundert"); ok && len(w) > len("hundert") {
		n, rest := 1, 0
		if before != "" {
			n, ok = words[before]
		}
		if after != "" && ok {
			rest, ok = Parse(strings.TrimPrefix(after, "und"))
		}
		return 100*n + rest, ok && n < 10
	}
	if one, ten, ok := strings.Cut(w, "und"); ok {
		n, ok := words[one]
		tens, too := words[ten]
		return n + tens, ok && too && n > 0 && n < 10 && tens >= 20 && tens < 100
	}
	return 0, false
}
