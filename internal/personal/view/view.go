// Package view brings text to the form in which personal data is looked for: what is veiled, dictated, misread or written in
// look-alikes becomes plain, with the way back to the original. It takes time linear in the length of the text.
package view

import (
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/personal/char"
)

// View is a text as the rules read it, with the way back to the original.
type View struct {
	Text    string   // as they read it
	changes []change // in order; none if text is the original
	spelt   []change // made after those, to their result: words that only told a letter
	spoken  []change // made after those, to their result: numbers that were spelled out
}

// Words knows words of places; they are asked for in small letters.
type Words interface {
	// StreetType says whether a word is one for a kind of street, "lane".
	StreetType(word string) bool
	// EndsStreet says whether a word ends as names of streets do, "goethestraße".
	EndsStreet(word string) bool
	// LikeStreet says whether it ends so, although it may be none, "umweg".
	LikeStreet(word string) bool
	// Town says whether a word is the name of a town that needs no postcode beside it.
	Town(word string) bool
}

// change says that size bytes at at of the view stand for span bytes at from of the original.
type change struct {
	at, size, from, span int
	letter               byte // what stands in the view; 0 for the first bytes of the original
}

// New normalises text: characters that are not seen go, look-alikes of digits, letters, spaces and hyphens become the plain ones,
// HTML entities and percent escapes are decoded, tags that only tell how something looks go, letters are composed with their
// marks, words that only tell a letter go, numbers spelled out become digits.
func New(text string, known Words) View {
	v := normalise(text)
	v.Text = reread(unruled(v.Text), known)
	may := hintsOf(v.Text)
	v.Text, v.spelt = respell(v.Text, may)
	if may.numbers || len(v.spelt) > 0 {
		v.Text, v.spoken = unspeak(v.Text, known)
	}
	return v
}

// hints are what the words of a text may tell.
type hints struct {
	letters bool // by a word for each
	numbers bool // in words
	apart   bool // a word whose letters stand apart
}

// hintsOf looks through a text once for all that New has to look for in few of them.
func hintsOf(text string) (may hints) {
	alone := 0 // how many letters stand alone
	for i := 0; i < len(text); {
		c := text[i]
		if c < utf8.RuneSelf && !char.ASCII(c) {
			i++
			continue
		}
		may.letters = may.letters || alphabetInitials.mayBegin(text, i)
		may.numbers = may.numbers || spokenInitials.mayBegin(text, i)
		end := max(i+1, char.WordEnd(text, i))
		if end-i == 1 || c >= utf8.RuneSelf && end-i <= utf8.UTFMax {
			alone++
		}
		i = end
	}
	may.apart = alone >= leastApart
	return may
}

// unruled puts spaces in place of the line of a form that something is written on: "Nr.: __4711__". No place changes by it.
func unruled(text string) string {
	if !strings.Contains(text, "__") {
		return text
	}
	out := []byte(text)
	for i := 0; i < len(text); {
		if text[i] != '_' {
			i++
			continue
		}
		from := i
		for i < len(text) && text[i] == '_' {
			i++
		}
		if i-from > 1 && (from > 0 && char.Alnum(text[from-1])) != (i < len(text) && char.Alnum(text[i])) {
			for k := from; k < i; k++ {
				out[k] = ' '
			}
		}
	}
	return string(out)
}

// Source translates bytes [start, end) of the view into bytes of the original.
func (v *View) Source(start, end int) (int, int) {
	start, end = undo(v.spoken, start, end)
	start, end = undo(v.spelt, start, end)
	return undo(v.changes, start, end)
}

// undo translates bytes [start, end) of a text that changes were made to into those before.
func undo(changes []change, start, end int) (int, int) {
	if len(changes) == 0 || start >= end {
		return start, end
	}
	at := func(p int) change {
		i := sort.Search(len(changes), func(i int) bool { return changes[i].at > p })
		if i == 0 {
			return change{}
		}
		return changes[i-1]
	}
	from, to := start, end
	if c := at(start); start < c.at+c.size {
		from = c.from
	} else {
		from = c.from + c.span + start - c.at - c.size
	}
	if c := at(end - 1); end-1 < c.at+c.size {
		to = c.from + c.span
	} else {
		to = c.from + c.span + end - c.at - c.size
	}
	return from, to
}
