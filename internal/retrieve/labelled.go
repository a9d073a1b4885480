package retrieve

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/webchatagent/wca/internal/retrieve/analysis"
	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/internal/wordlist"
)

// Lists of courses and tours have for each a name, and behind or below it what everybody asks, without the words in which they
// ask: "Alpenüberquerung: 4 bis 6 Stunden", "Junghundekurs … Leitung: Ole Martens".

// SaysUnderName says whether what was found for a question is an item that is called all that the question names and states the
// figure wanted, or a passage under such a heading that says who heads or teaches it.
func (ix *Index) SaysUnderName(found Results, q Query) bool {
	lang := q.namedIn()
	tokens := word.Tokens(q.Text, lang)
	amount := stated.AmountNone
	if found.question != nil {
		amount = found.question.amount
	}
	led := asksLeader(tokens)
	if amount == stated.AmountNone && !led {
		return false
	}
	quotes := ix.Quote(found, mostLines)
	if len(quotes) == 0 || quotes[0].Passage.Language != lang {
		return false
	}
	best := &quotes[0]
	if led {
		return namesAll(best.Passage.Heading(), tokens, lang) && slices.ContainsFunc(quotes, func(one Quote) bool {
			return one.number == best.number && saysLeader(one.Text, lang, ix)
		})
	}
	at := behindName.FindStringIndex(best.Text)
	if !best.Item || at == nil || strings.Contains(best.Text, "\n") || strings.Contains(best.Text, stated.CellBreak) {
		return false
	}
	said := best.Text[at[1]:]
	return amount.StatedIn(said, word.Tokens(said, lang)) && namesAll(best.Text[:at[0]], tokens, lang)
}

// mostLines is how many lines are shown of what is found.
const mostLines = 3

var behindName = regexp.MustCompile(`: | – `)

// namesAll says whether a name has all words of a question but those that say how it asks, and at least one.
func namesAll(name string, question []word.Token, lang string) bool {
	named := word.Tokens(name, lang)
	any := false
	for _, t := range question {
		if word.Stop(lang, t.Text) || namedBy[t.Text] || perhapsBy[t.Text] || askingWords[lang][t.Text] || ways[t.Text] != wayOther || lasts[t.Text] {
			continue
		}
		stem := word.Stem(lang, t)
		if !slices.ContainsFunc(named, func(n word.Token) bool { return word.Stem(lang, n) == stem }) {
			return false
		}
		any = true
	}
	return any
}

// lasts are verbs with which the length of something is asked for; leadsWho are those with which "who" asks for its head.
var (
	lasts    = wordlist.Set("dauert dauern lang lange geht last lasts take takes long")
	leadsWho = wordlist.Set("leitet leiten unterrichtet trainiert begleitet betreut macht gibt leads runs teaches coaches")
)

// asksLeader says whether a question wants to know who heads or teaches something.
func asksLeader(tokens []word.Token) bool {
	for i := 0; i+2 < len(tokens); i++ {
		if (tokens[i].Text == "wer" || tokens[i].Text == "who") && leadsWho[tokens[i+1].Text] {
			return true
		}
	}
	return false
}

// leader finds the name behind the word for who heads something.
var leader = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?:^|[.,;·•\n(] ?)(?:\pL*[Ll]eitung|\pL*[Ll]eiter(?:in)?|\pL*[Tt]rainer(?:in)?|\pL*[Ll]ehrer(?:in)?|Dozent(?:in)?|Referent(?:in)?|(?:[Cc]ourse )?[Ll]eader|Instructor|Teacher|Tutor|Coach|(?:Led|Taught|Run) by)(?::| –)? (\pL[^.,;·\n|)]*)`)
})

// saysLeader says whether a text names who heads what it is about.
func saysLeader(text, lang string, ix *Index) bool {
	an := analysis.Analyser{Lang: lang, Table: ix.table}
	for _, m := range leader().FindAllStringSubmatch(text, -1) {
		if called := word.Tokens(m[1], lang); len(called) > 1 && len(called) <= longestName && names(m[1], called, &an) {
			return true
		}
	}
	return false
}
