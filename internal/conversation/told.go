package conversation

import (
	"regexp"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/retrieve"
	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/internal/wordlist"
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
		if name := inOrder(history[i].Text, text); name != "" {
			return name, true
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

// rowsBefore are the names of the rows and items of which the last answer told that told of any, and the addresses of the
// documents from which that is quoted.
func rowsBefore(history []Message) (names, addresses []string) {
	for _, said := range slices.Backward(history) {
		if said.Role != Assistant {
			continue
		}
		for _, m := range label.FindAllStringSubmatch(said.Text, -1) {
			if m[2] == " –" {
				names = append(names, m[1])
			}
		}
		if len(names) > 0 {
			for _, c := range said.Citations {
				addresses = append(addresses, c.Document)
			}
			return names, addresses
		}
	}
	return nil, nil
}

// byPlace finds that one of several things is meant by its place, with the word behind it.
var byPlace = regexp.MustCompile(`(?i)(?:^|\s)(?:der|die|das|den|dem|the)\s+(?:(erste[nrs]?|first)|(zweite[nrs]?|second)|(dritte[nrs]?|third)|(vierte[nrs]?|fourth)|(letzte[nrs]?|last))(?:\s+(\pL+)|[\s?.!,]|$)`)

// behindPlace may follow that; a noun, as in "the first floor", says what else is meant.
var behindPlace = wordlist.Set(`one is are was has have does do can cost costs include includes take takes too also please again instead
	ist sind hat haben kostet kosten dauert dauern geht ware kann denn auch noch dann da buchen nehmen reservieren mit ohne fur aus von`)

// inOrder is the name of the thing that a text means by its place among those that an answer tells of, "" where it means none.
func inOrder(answer, text string) string {
	m := byPlace.FindStringSubmatch(text)
	if m == nil {
		return ""
	}
	places, next := m[1:len(m)-1], m[len(m)-1]
	if next != "" && !slices.ContainsFunc(word.Tokens(next, ""), func(t word.Token) bool { return behindPlace[t.Text] }) {
		return ""
	}
	var names []string
	for _, l := range label.FindAllStringSubmatch(answer, -1) {
		if l[2] == " –" {
			names = append(names, l[1])
		}
	}
	at := slices.IndexFunc(places, func(s string) bool { return s != "" })
	switch n := len(names); {
	case n < 2:
		return ""
	case at == len(places)-1:
		return names[n-1]
	case at < n:
		return names[at]
	}
	return ""
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
