package conversation

import (
	"regexp"
	"strings"

	"github.com/webchatagent/wca/internal/retrieve"
)

// "Have you got anything without caffeine?", and then: "How much is that one?" What it is called stands in the answer.

// label is what a row of a table or an item of a list is told under in an answer.
var label = regexp.MustCompile(`(?m)^(?:- )?\*\*([^*\n]{2,60}?):?\*\*( –|:|\s|$)`)

// thingBefore is the name of the only thing that the answer before tells of, where a question points back, and whether that
// is a row of a table or an item of a list, not a heading; else "".
func thingBefore(history []Message, text string) (name string, row bool) {
	if !retrieve.PointsBack(text) {
		return "", false
	}
	for i := len(history) - 1; i >= 0; i-- {
		if history[i].Role != Assistant {
			continue
		}
		for _, m := range label.FindAllStringSubmatch(history[i].Text, -1) {
			if name != "" && name != m[1] {
				return "", false
			}
			name, row = m[1], m[2] == " –"
		}
		return name, row
	}
	return "", false
}

// ofThing is a question, of several clauses the last that asks, with the name of a thing in place of what was asked before it.
func ofThing(query retrieve.Query, name string) retrieve.Query {
	query = lastClause(query)
	query.Context = []string{name}
	return query
}

// lastClause is a question with nothing but the last of its clauses that asks.
func lastClause(query retrieve.Query) retrieve.Query {
	query.Text = lastAsked(query.Text)
	return query
}

// presence finds that somebody asks whether a person, named with a title, is there on a day.
var presence = regexp.MustCompile(`(?i)^(?:(?:und|and|aber|but)\s+)?(ist|sind|arbeitet|is|does)\s+((?:frau|herrn?|dr|prof|mr|mrs|ms|miss)\b.*?)` +
	`(?:\s+(?:denn|auch|noch|am|an|on|in|there|work|da|available))*\s+(?:\pL+tags?|mittwochs?|sonnabends?|\pL+days?)(?:\s+(?:da|dort|there|in|erreichbar|anwesend))?[\s?]*$`)

// whenThere asks when the person is there, which answers whether it is on a certain day; "" of any other question.
func whenThere(text string) string {
	m := presence.FindStringSubmatch(strings.TrimSpace(text))
	if m == nil {
		return ""
	}
	if verb := strings.ToLower(m[1]); verb == "is" || verb == "does" {
		return "When is " + m[2] + " there?"
	}
	return "Wann ist " + m[2] + " da?"
}
