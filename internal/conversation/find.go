package conversation

import (
	"strings"

	"github.com/webchatagent/wca/internal/pseudonym"
	"github.com/webchatagent/wca/internal/retrieve"
)

// find searches for what the visitor asks. Who they are and how to reach them says nothing about
// that and is left out. Where a story comes before the question ("Guten Tag, mein Name ist …, ich
// war gestern bei Ihnen. Wann …?") and the whole finds too little, the question alone is tried.
func find(index *retrieve.Index, finder *pseudonym.Finder, history []Message, text, language string, k int) (retrieve.Query, retrieve.Results) {
	var earlier []string
	for _, m := range history {
		if m.Role == Visitor {
			earlier = append(earlier, impersonal(finder, m.Text))
		}
	}
	text = impersonal(finder, text)
	query := retrieve.ResolveFollowUp(earlier, text)
	query.Language, query.K = language, k
	found := index.Search(query)
	if alone := asking(text); !found.Enough && alone != "" && alone != text {
		again := query
		again.Text = alone
		if better := index.Search(again); better.Enough {
			return again, better
		}
	}
	return query, found
}

// impersonal is a text without the personal data in it.
func impersonal(finder *pseudonym.Finder, text string) string {
	found := finder.Find(text)
	if len(found) == 0 {
		return text
	}
	var b strings.Builder
	last := 0
	for _, e := range found {
		b.WriteString(text[last:e.Start])
		b.WriteByte(' ')
		last = e.End
	}
	b.WriteString(text[last:])
	return strings.TrimSpace(b.String())
}

// asking is the sentences of a text that end in a question mark.
func asking(text string) string {
	var questions []string
	for _, s := range retrieve.Sentences(text) {
		if one := strings.TrimSpace(text[s[0]:s[1]]); strings.HasSuffix(one, "?") {
			questions = append(questions, one)
		}
	}
	return strings.Join(questions, " ")
}
