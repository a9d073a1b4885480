package retrieve

import (
	"cmp"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/stated"
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

// ByItself is a question that only begins as if it went on about the one before and names more than one thing of its own,
// without the earlier ones: "und selber Kuchen mitbringen?"
func (q Query) ByItself() (Query, bool) {
	if len(q.Context) == 0 || len(namedByItself(q.Text)) < 2 {
		return q, false
	}
	q.Context = nil
	return q, true
}

// namedByItself are the stems of the words by which a question that begins with "and" names something; none if it points
// back, or is nothing but another thing, day, place or detail to ask the same of.
func namedByItself(text string) (stems []string) {
	lang, _ := word.Language(text)
	lang = cmp.Or(lang, "de")
	tokens := word.Tokens(text, lang)
	rest := behindGoingOn(tokens)
	if _, pronoun := ownWords(text, tokens, lang); pronoun || len(rest) == 0 || bareThing(tokens) || otherKind(tokens, lang) || len(places(tokens)) > 0 || slices.ContainsFunc(tokens, isDay) {
		return nil
	}
	for _, t := range rest {
		switch {
		case detailing[t.Text] || measures(t) || stated.DayWord(t.Text) != 0:
			return nil
		case !word.Stop(lang, t.Text) && t.Kind == word.Letters:
			stems = append(stems, word.Stem(lang, t))
		}
	}
	return stems
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
