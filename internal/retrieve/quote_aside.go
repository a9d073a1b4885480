package retrieve

import (
	"slices"

	"github.com/webchatagent/wca/internal/date"
	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/word"
)

// asideFrom is how near to the best quote's score one must come that is about the months asked for, that those about others
// go.
const asideFrom = 0.6

// withoutAside takes out of quotes, of which the first is the best, what only stands beside an answer: what is said of
// other months or parts of the year than those asked for, and the foot of a page with the firm's address and numbers, which nobody asked for. It
// never takes all.
func (qu *question) withoutAside(all []Quote) []Quote {
	if len(all) < 2 {
		return all
	}
	if qu.months != 0 && slices.ContainsFunc(all, func(q Quote) bool {
		return q.Score >= asideFrom*all[0].Score && monthsQuoted(&q)&qu.months != 0
	}) {
		all = slices.DeleteFunc(all, func(q Quote) bool {
			months := monthsQuoted(&q)
			return months != 0 && months&qu.months == 0
		})
	}
	if qu.on.Day != 0 {
		if answers := slices.DeleteFunc(slices.Clone(all), qu.outOfSeason); len(answers) > 0 {
			all = answers
		}
	}
	if qu.facts&stated.Contact == 0 && qu.who == whoNot {
		if answers := slices.DeleteFunc(slices.Clone(all), func(q Quote) bool { return isFoot(&q) }); len(answers) > 0 {
			all = answers
		}
	}
	return all
}

func monthsQuoted(q *Quote) date.Months {
	return stated.MonthsIn(q.Text, word.Tokens(q.Text, q.Passage.Language))
}

// isFoot says whether a quote tells all ways to reach somebody: "Salon am Markt · Uferweg 4 · 18375 Born · Tel. 038234 5571 ·
// post@salon.example".
func isFoot(q *Quote) bool {
	return stated.FactsIn(q.Text, word.Tokens(q.Text, q.Passage.Language))&stated.Contact == stated.Contact
}

// outOfSeason says whether a quote is about another part of the year than the question.
func (qu *question) outOfSeason(q Quote) bool {
	holds, told := stated.InSeason(q.Text, word.Tokens(q.Text, q.Passage.Language), qu.on)
	return told && !holds
}
