package verify

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/webchatagent/wca/internal/numeral"
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
	pairs := strings.Split(list, ", ") // "Yoga und Pilates, Zumba und Step" are two
	for _, p := range pairs {
		if !joins.MatchString(p) {
			pairs = nil
			break
		}
	}
	return n != len(choices.Split(list, -1)) && (pairs == nil || n != len(pairs))
}

// countedBefore is the number that a text ends with, with one to three words behind it, 0 if there is none.
func countedBefore(text string) int {
	const near = 4 // words
	fields := strings.Fields(text)
	for i := max(0, len(fields)-near); i < len(fields)-1; i++ {
		n, ok := numeral.Parse(strings.ToLower(fields[i]))
		if figures, err := strconv.Atoi(fields[i]); err == nil {
			n, ok = figures, true
		}
		if ok && measures[strings.ToLower(fields[i+1])].kind == "" {
			return n
		}
	}
	return 0
}
