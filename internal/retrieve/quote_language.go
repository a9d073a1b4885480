package retrieve

import "slices"

// ownLanguage is how far a quote in another language may be ahead of one in the question's that says as much: the words of the
// question tell the two apart by what the table has of them, which says nothing of the firm.
const ownLanguage = 0.15

// inOwnLanguage puts before the hours of the day asked for in another language those in the question's, and leaves the others
// out: a website of two languages says them in both.
func (m *sentenceMatcher) inOwnLanguage(all []Quote) []Quote {
	if len(all) == 0 || all[0].day <= 0 || all[0].Passage.Language == m.qu.lang {
		return all
	}
	first := all[0].Score
	own := slices.IndexFunc(all, func(q Quote) bool {
		return q.day > 0 && q.Passage.Language == m.qu.lang && first-q.Score < ownLanguage && siteOf(q.Passage.Address) == siteOf(all[0].Passage.Address)
	})
	if own < 0 {
		return all
	}
	all[0], all[own] = all[own], all[0]
	all[0].Score = first
	return append(all[:1], slices.DeleteFunc(all[1:], func(q Quote) bool { return q.day > 0 && q.Passage.Language != m.qu.lang })...)
}
