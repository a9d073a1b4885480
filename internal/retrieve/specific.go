package retrieve

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/webchatagent/wca/internal/retrieve/word"
)

// specifics are what a question names that nothing like it may stand for: numbers, months and weekdays.
// "Haben Sie am 1. Mai geöffnet?" does not ask what "Haben Sie am 2. Mai geöffnet?" does.
type specifics struct {
	numbers []string // in order, without zeros in front
	months  uint16   // January is 1
	days    days
}

// monthNumbers say which month a folded word names.
var monthNumbers = func() map[string]uint16 {
	m := map[string]uint16{}
	for i, names := range []string{
		"januar janner january jan", "februar february feb", "marz march", "april", "mai may", "juni june", "juli july", "august",
		"september sept", "oktober october okt", "november nov", "dezember december dez",
	} {
		for _, name := range strings.Fields(names) {
			m[name] = 1 << i
		}
	}
	return m
}()

// ordinals are the numbers of days in words, as they stand before a month: "am ersten Mai".
var ordinals = map[string]string{
	"erste": "1", "ersten": "1", "erster": "1", "first": "1", "zweite": "2", "zweiten": "2", "zweiter": "2", "second": "2",
	"dritte": "3", "dritten": "3", "dritter": "3", "third": "3",
}

// numericDate is a date in numbers: "1.5." or "01.05.2027".
var numericDate = regexp.MustCompile(`\b(0?[1-9]|[12]\d|3[01])\.\s?(0?[1-9]|1[0-2])\.`)

func specificsOf(text string, tokens []word.Token) specifics {
	s := specifics{days: daysIn(text, tokens)}
	dates := numericDate.FindAllStringSubmatchIndex(text, -1)
	for _, at := range dates {
		month, _ := strconv.Atoi(text[at[4]:at[5]])
		s.months |= 1 << (month - 1)
		s.numbers = append(s.numbers, strings.TrimLeft(text[at[2]:at[3]], "0"))
	}
	for i, t := range tokens {
		next := ""
		if i+1 < len(tokens) {
			next = tokens[i+1].Text
		}
		switch {
		case slices.ContainsFunc(dates, func(at []int) bool { return at[0] <= t.Start && t.Start < at[1] }):
		case t.Kind == word.Number:
			s.numbers = append(s.numbers, strings.TrimLeft(t.Text, "0"))
		case ordinals[t.Text] != "" && monthNumbers[next] != 0:
			s.numbers = append(s.numbers, ordinals[t.Text])
		case monthNumbers[t.Text] != 0 && t.Capital && (i > 0 || t.Text != "may"): // "May I …"
			s.months |= monthNumbers[t.Text]
		}
	}
	slices.Sort(s.numbers)
	return s
}

func (s *specifics) equal(o *specifics) bool {
	return slices.Equal(s.numbers, o.numbers) && s.months == o.months && s.days == o.days
}

// others says whether both name specifics of a kind, and the one quite others than the other.
func (s *specifics) others(o *specifics) bool {
	numbers := len(s.numbers) > 0 && len(o.numbers) > 0 && !slices.ContainsFunc(s.numbers, func(n string) bool { return slices.Contains(o.numbers, n) })
	return numbers || s.months != 0 && o.months != 0 && s.months&o.months == 0 || s.days != 0 && o.days != 0 && s.days&o.days == 0
}

// leaveOthers drops from the candidates the answers to questions that name other specifics than the one
// asked.
func (ix *Index) leaveOthers(asked string, lang string, s *scratch) {
	var own *specifics
	s.candidates = slices.DeleteFunc(s.candidates, func(c candidate) bool {
		question := ix.passages[c.doc].Asked
		if question == "" {
			return false
		}
		if own == nil {
			read := specificsOf(asked, word.Tokens(asked, lang))
			own = &read
		}
		theirs := specificsOf(question, word.Tokens(question, ix.langs[ix.language[c.doc]]))
		return own.others(&theirs)
	})
}
