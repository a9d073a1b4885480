package retrieve

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/retrieve/analysis"
	"github.com/webchatagent/wca/internal/retrieve/table"
	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/internal/wordlist"
)

// Visitors mistype: "am Sammstag offen?", "wan habt ihr geöfnet?". A page's own words are found by their
// letters all the same, if not surely (mistyped.go); those that say what kind of thing is asked for must be read.

// spelt are such words: weekdays, words for facts, prices and times, and "wann".
var spelt = func() (out []string) {
	known := wordlist.Set("wann wieviel welche heute morgen wochenende when which today tomorrow")
	for w := range stated.AskedWords {
		known[w] = true
	}
	for w := range ownPlaces {
		known[w] = true
	}
	for w := range factWords {
		known[w] = true
	}
	for w := range known {
		if len(w) >= shortestSpelt {
			out = append(out, w)
		}
	}
	slices.Sort(out) // the same answer on every machine, found by halving
	return out
}()

// shortestSpelt is how long such a word is at least.
const shortestSpelt = 4

// respelt is a question in which words that nobody knows are put right if they are one slip away from
// such a word.
func (ix *Index) respelt(q Query) Query {
	q.Text = ix.sized(Written(q.Text))
	lang := ""
	var b strings.Builder
	var meant map[int]string
	last := 0
	for _, t := range word.Tokens(q.Text, "de") {
		if t.Kind != word.Letters || len(t.Text) < shortestSpelt-1 {
			continue
		}
		if _, right := slices.BinarySearch(spelt, t.Text); right {
			continue
		}
		if lang == "" {
			if lang = ix.questionLanguage(q); stated.Foreign(lang) {
				return q // the words are German and English
			}
			meant = ix.mistypedIn(q.Text, lang)
		}
		if right := cmp.Or(ix.slip(t, lang), meant[t.Start]); right != "" {
			b.WriteString(q.Text[last:t.Start])
			b.WriteString(right)
			last = t.End
		}
	}
	if last > 0 {
		q.Text = b.String() + q.Text[last:]
	}
	return q
}

// aSize finds a size in one word: "5x10", "2x3m".
var aSize = regexp.MustCompile(`(?i)\b(\d+)x(\d+)(\pL*)\b`)

// sized is a text in which sizes that the sources do not write in one word are written in several: "5 × 10".
func (ix *Index) sized(text string) string {
	return aSize.ReplaceAllStringFunc(text, func(size string) string {
		if ix.has(word.Hash(strings.ToLower(size))) {
			return size
		}
		return strings.TrimRight(aSize.ReplaceAllString(size, "$1 × $2 $3"), " ")
	})
}

// slip is the word that an unknown one was meant to be, "" for none.
func (ix *Index) slip(t word.Token, lang string) string {
	if word.Stop("de", t.Text) || word.Stop("en", t.Text) {
		return ""
	}
	right := ""
	for _, w := range spelt {
		if w[0] == t.Text[0] && oneSlip(t.Text, w) {
			right = w
			break
		}
	}
	if right == "" {
		return ""
	}
	an := analysis.Analyser{Lang: lang, Table: ix.table}
	term, parts := an.Term(t)
	if len(parts) > 0 || ix.has(term) || ix.table.Row(lang, term) != table.None || ix.has(word.Hash(t.Text)) {
		return ""
	}
	return right
}

// oneSlip says whether a is b with one letter left out, doubled, changed or swapped with the next. In
// short words only a letter of two alike may be left out or one be doubled.
func oneSlip(a, b string) bool {
	if len(a) > len(b)+1 || len(b) > len(a)+1 {
		return false
	}
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	ra, rb := a[i:], b[i:]
	switch {
	case len(a)+1 == len(b):
		return ra == rb[1:] && (len(b) > shortestSpelt+1 || i > 0 && rb[0] == b[i-1])
	case len(a) == len(b)+1:
		return ra[1:] == rb && (len(b) > shortestSpelt+1 || i > 0 && ra[0] == a[i-1])
	case len(b) <= shortestSpelt+1 || len(ra) == 0:
		return false
	}
	return ra[1:] == rb[1:] || len(ra) > 1 && ra[0] == rb[1] && ra[1] == rb[0] && ra[2:] == rb[2:]
}
