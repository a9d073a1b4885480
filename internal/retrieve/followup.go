package retrieve

import (
	"strings"

	"github.com/webchatagent/wca/internal/retrieve/word"
)

// ResolveFollowUp makes a query of a question and the questions asked before
// it, oldest first. Only a question that cannot be understood alone takes over
// words from its predecessor: "und am Samstag?", "what about Saturday?", "was
// kostet das?".
func ResolveFollowUp(history []string, text string) Query {
	return Query{Text: text, Context: history}
}

// Standing is the question with the words that it borrows from earlier ones, so
// that it can be understood alone.
func (q Query) Standing() string { return withContext(q).Text }

// withContext adds the words a leaning question borrows to its text.
func withContext(q Query) Query {
	if len(q.Context) == 0 || !leans(q.Text) {
		return q
	}
	// The nearest question that stands on its own, and those between.
	for i := len(q.Context) - 1; i >= 0 && i >= len(q.Context)-3; i-- {
		earlier := q.Context[i]
		q.Text += "\n" + keep(earlier, q.Text)
		if !leans(earlier) {
			break
		}
	}
	q.Context = nil
	return q
}

// keep drops from the earlier question what the new one replaces: the weekday,
// when it names another.
func keep(earlier, text string) string {
	lang, _ := word.Language(earlier + " " + text)
	replaced := false
	for _, t := range word.Tokens(text, lang) {
		replaced = replaced || weekdays[t.Text] && len(t.Text) > 3
	}
	if !replaced {
		return earlier
	}
	var b strings.Builder
	last := 0
	for _, t := range word.Tokens(earlier, lang) {
		if weekdays[t.Text] && len(t.Text) > 3 {
			b.WriteString(earlier[last:t.Start])
			last = t.End
		}
	}
	b.WriteString(earlier[last:])
	return b.String()
}

// openers begin questions that continue the one before.
var openers = []string{
	"und ", "und,", "aber ", "oder ", "auch ", "was ist mit", "wie ist es mit", "wie sieht es", "wie siehts", "gilt das", "gilt dies", "geht das", "dann ",
	"and ", "but ", "or ", "also ", "what about", "how about", "what if", "does that", "is that", "does this", "then ", "same for",
	"warum", "wieso", "weshalb", "why", "sonst noch", "noch etwas", "anything else", "more", "mehr dazu", "genauer", "wirklich", "really",
}

// pronouns stand for something said before.
var pronouns = set(`das es sie er ihn ihm ihnen dies diese dieser dieses diesen diesem dazu davon dafur dabei damit daran darauf daruber darin dort da deren
dessen denen it that this they them those these there he she him her its their ones`)

// articles are pronouns that only lead to the noun behind them: "was kostet das Training".
var articles = set("das")

// demonstratives are articles that stand for a noun where none follows: "Wie lange gelten die?", "Gibt es
// den auch in Blau?".
var demonstratives = set("der die den dem")

// expletives are pronouns that stand for nothing after a word: "gibt es", "is there".
var expletives = map[string]string{"gibt": "es", "is": "there", "are": "there", "was": "there", "were": "there", "will": "there"}

// leans reports whether a question needs an earlier one to be understood: it
// begins with a continuation, or has a pronoun and hardly any words of its own,
// or is one or two words.
func leans(text string) bool {
	lower := strings.ToLower(strings.TrimSpace(text))
	lang, _ := word.Language(text)
	if lang == "" {
		lang = "de"
	}
	tokens := word.Tokens(text, lang)
	own, pronoun := 0, false
	for i, t := range tokens {
		switch {
		case demonstratives[t.Text]:
			pronoun = pronoun || lang == "de" && (i+1 == len(tokens) || word.Stop(lang, tokens[i+1].Text)) &&
				(i == 0 || !strings.Contains(gap(text, tokens[i-1], t), ","))
		case pronouns[t.Text]:
			noun := i+1 < len(tokens) && tokens[i+1].Capital && !word.Stop(lang, tokens[i+1].Text)
			pronoun = pronoun || !(articles[t.Text] && noun) && !(i > 0 && expletives[tokens[i-1].Text] == t.Text)
		case !word.Stop(lang, t.Text):
			own++
		}
	}
	if own == 0 {
		return pronoun || len(tokens) < 4 || !everyday(tokens, lang)
	}
	for _, o := range openers {
		if strings.HasPrefix(lower, o) && own <= 4 {
			return true
		}
	}
	return pronoun && own <= 2
}

// everyday reports whether a question of nothing but function words is about an everyday topic all
// the same: "Wann habt ihr auf?"
func everyday(tokens []word.Token, lang string) bool {
	finder := newTopicFinder(lang, true)
	for _, t := range tokens {
		finder.word(t, topicWord(lang, t), nil)
	}
	finder.end(0)
	return len(finder.found()) > 0
}
