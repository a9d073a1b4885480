package retrieve

import (
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/internal/wordlist"
)

// What only begins as if it went on may ask something of its own: "und wie ist die Telefonnummer?"

// Alone is a question without the earlier ones, if it begins with "and" or points back with a word like
// "dafür", and asks something of its own: "und wie ist die Telefonnummer?", "Brauche ich dafür einen Termin?"
func (q Query) Alone() (Query, bool) {
	if text, ok := unpointed(q.Text); ok && len(q.Context) > 0 && !leans(text) {
		q.Text, q.Context = text, nil
		return q, true
	}
	if lang, _ := word.Language(q.Text); len(q.Context) > 0 && onlyDetail(word.Tokens(q.Text, lang)) {
		q.Context = nil
		return q, true
	}
	first, rest, _ := strings.Cut(strings.TrimSpace(q.Text), " ")
	first = strings.ToLower(strings.TrimRight(first, ","))
	if len(q.Context) == 0 || first != "und" && first != "aber" && first != "and" && first != "but" || leans(rest) {
		return q, false
	}
	lang, _ := word.Language(rest)
	if !slices.ContainsFunc(word.Tokens(rest, lang), func(t word.Token) bool { return ways[t.Text] != wayOther }) {
		return q, false
	}
	q.Text, q.Context = rest, nil
	return q, true
}

// pointing are words by which a question goes on about what was said and that it can do without.
var pointing = wordlist.Set("dafur dazu dabei")

// unpointed is a question without such a word, if it has one.
func unpointed(text string) (string, bool) {
	for _, t := range word.Tokens(text, "de") {
		if pointing[t.Text] {
			return text[:t.Start] + strings.TrimLeft(text[t.End:], " "), true
		}
	}
	return text, false
}
