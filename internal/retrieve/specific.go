package retrieve

import (
	"slices"
	"strconv"
	"strings"

	"github.com/webchatagent/wca/internal/date"
	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/word"
)

// specifics are what a question names that nothing like it may stand for: numbers, months, weekdays and lengths of time.
// "Haben Sie am 1. Mai geöffnet?" does not ask what "Haben Sie am 2. Mai geöffnet?" does, nor does "Was kostet das am
// Tag?" what "Was kostet das in der Woche?" does.
type specifics struct {
	numbers []string // in order, without zeros in front
	months  date.Months
	days    date.Days
	spans   uint8
}

// spanWords are the lengths of time that prices and durations are said for.
var spanWords = func() map[string]uint8 {
	m := map[string]uint8{}
	for i, words := range []string{
		"minute minuten minutes", "stunde stunden stundlich hour hours hourly", "tag tage tagen taglich day days daily", "nacht nachte nachten night nights nightly",
		"wochenende wochenenden weekend weekends", "woche wochen wochentlich week weeks weekly", "monat monate monaten monatlich month months monthly", "jahr jahre jahren jahrlich year years yearly annually",
	} {
		for w := range strings.FieldsSeq(words) {
			m[w] = 1 << i
		}
	}
	return m
}()

// ordinals are the numbers of days in words, as they stand before a month: "am ersten Mai".
var ordinals = map[string]string{
	"erste": "1", "ersten": "1", "erster": "1", "first": "1", "zweite": "2", "zweiten": "2", "zweiter": "2", "second": "2",
	"dritte": "3", "dritten": "3", "dritter": "3", "third": "3",
}

func specificsOf(text string, tokens []word.Token) specifics {
	s := specifics{days: stated.DaysIn(text, tokens)}
	dates := date.In(text)
	for _, d := range dates {
		s.months |= date.MonthSet(d.Month)
		s.numbers = append(s.numbers, strconv.Itoa(d.Day))
	}
	for i, t := range tokens {
		next := ""
		if i+1 < len(tokens) {
			next = tokens[i+1].Text
		}
		for len(dates) > 0 && dates[0].End <= t.Start {
			dates = dates[1:]
		}
		s.spans |= spanWords[t.Text]
		switch {
		case len(dates) > 0 && dates[0].Start <= t.Start: // it was read with the date
		case t.Kind == word.Number:
			s.numbers = append(s.numbers, strings.TrimLeft(t.Text, "0"))
		case ordinals[t.Text] != "" && date.Month(next) > 0:
			s.numbers = append(s.numbers, ordinals[t.Text])
		case date.Month(t.Text) > 0 && t.Capital && (i > 0 || t.Text != "may"): // "May I …"
			s.months |= date.MonthSet(date.Month(t.Text))
		}
	}
	slices.Sort(s.numbers)
	return s
}

func (s *specifics) equal(o *specifics) bool {
	return slices.Equal(s.numbers, o.numbers) && s.months == o.months && s.days == o.days && s.spans == o.spans
}

// others says whether both name specifics of a kind, and the one quite others than the other.
func (s *specifics) others(o *specifics) bool {
	numbers := len(s.numbers) > 0 && len(o.numbers) > 0 && !slices.ContainsFunc(s.numbers, func(n string) bool { return slices.Contains(o.numbers, n) })
	return numbers || s.months != 0 && o.months != 0 && s.months&o.months == 0 || s.days != 0 && o.days != 0 && s.days&o.days == 0 || s.spans != 0 && o.spans != 0 && s.spans&o.spans == 0
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
