package verify

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/webchatagent/wca/internal/numeral"
	"github.com/webchatagent/wca/internal/verify/fact"
)

// listOnly is a list of things up to the end of a sentence, and nothing else.
var listOnly = regexp.MustCompile(`(?i)^(?:[^,.;:()\d]+, )*[^,.;:()\d]+ (?:und|and|sowie) [^,.;:()\d]+[.!]?$`)

// miscounted reports whether a sentence lists more or fewer things than it says there are: "zwei Tarife: Basis, Plus und
// Premium".
func (c *Checker) miscounted(cl *claim) bool {
	head, list, ok := strings.Cut(cl.text, ": ")
	if !ok || !listOnly.MatchString(list) {
		return false
	}
	n := countedBefore(head)
	if n < 2 {
		return false
	}
	few, all := len(strings.Split(list, ", ")), len(choices.Split(list, -1))
	if all == few+1 { // one "und": no thing has one in it
		few = all
	}
	return (n < few || n > all) && !countsTo(head, few)
}

// countsTo reports whether a text has a number somewhere: "drei Häuser in zwei Städten: Köln, Bonn und Kiel".
func countsTo(text string, number int) bool {
	return slices.ContainsFunc(strings.Fields(text), func(w string) bool {
		n, ok := readNumber(w)
		return ok && n == number
	})
}

// readNumber reads a number in letters or figures.
func readNumber(w string) (int, bool) {
	if n, err := strconv.Atoi(w); err == nil {
		return n, true
	}
	return numeral.Parse(strings.ToLower(w))
}

// countedBefore is the number that a text ends with, with one to three words behind it, 0 if there is none.
func countedBefore(text string) int {
	const near = 4 // words
	fields := strings.Fields(text)
	for i := max(0, len(fields)-near); i < len(fields)-1; i++ {
		if n, ok := readNumber(fields[i]); ok && fact.MeasureOf(strings.ToLower(fields[i+1])).Kind == "" {
			return n
		}
	}
	return 0
}
