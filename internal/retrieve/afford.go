package retrieve

import (
	"cmp"
	"regexp"
	"strings"

	"github.com/webchatagent/wca/internal/word"
)

// "Ich habe 80 € dabei, reicht das?" asks for the price of what was spoken of.

const anAmount = `(?:[€£$]\s?)?\d+(?:[.,]\d+)?\s?(?:€|euros?|eur|franken|chf|pounds?|quid|bucks|dollars?)?`

// affords finds such a question, with what the money is for.
var affords = regexp.MustCompile(`(?i)^\s*(?:(?:und|and|ok|okay|so|hallo|hi)[\s,]+)*(?:` +
	`(?:(?:ich|wir|i|we)(?:['’]ve got| have got| got| have| habe?n?| hätten?)?|habe?n?) (?:(?:nur|noch|etwa|so|ca\.?|ungefähr|insgesamt|only|about|just|a budget of|ein budget von)\s)*` + anAmount + `(?:\s(?:dabei|da|budget|on me|with me|to spend|zur verfügung|übrig|in bar|in cash))*[\s,.;–—-]+(?:und |and )?` +
	`(?:(?:reicht|langt|genügt) (?:mir |uns )?(?:das|es)|(?:is|would|will) (?:that|it)(?: be)? (?:enough|sufficient)|will that do)` +
	`|(?:reichen|langen|genügen|reicht|langt) ` + anAmount + `|(?:is|are|would|will) ` + anAmount + `(?: be)? enough` +
	`)(?:\s(?:da|dafür|dann|aus|denn))*(?:\s(?:für|for|zum|zur|to)\s(.*?))?[\s?.!]*$`)

// forPeople finds that the money is for people, not for a thing.
var forPeople = regexp.MustCompile(`(?i)^(?:uns|mich|meine?n?|unsere?n?|alle|beide|zwei|drei|vier|fünf|sechs|us|me|my|our|all|both|two|three|four|five|six|the (?:two|three|four|five|six|both)|everyone|\d+)\b`)

// Afford is a question whether money is enough as one for the price, of what it names or else of what the ones before it are
// about.
func (q Query) Afford() (Query, bool) {
	m := affords.FindStringSubmatch(q.Text)
	if m == nil {
		return q, false
	}
	lang, _ := word.Language(q.Text)
	german := cmp.Or(lang, q.Language) != "en"
	thing := strings.TrimSpace(m[1])
	switch {
	case thing != "" && !forPeople.MatchString(thing) && german:
		q.Text = "Was kostet " + thing + "?"
	case thing != "" && !forPeople.MatchString(thing):
		q.Text = "How much is " + thing + "?"
	case len(q.Context) == 0:
		return q, false
	case german:
		q.Text = "Was kostet das?"
	default:
		q.Text = "How much is that?"
	}
	return q, true
}
