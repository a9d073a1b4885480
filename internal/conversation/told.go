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
	if name := inOrder(history, text); name != "" {
		return name, true
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

// rowsBefore are the names of the rows and items of which the last answer told that told of any, and the addresses of the
// documents from which that is quoted.
func rowsBefore(history []Message) (names, addresses []string) {
	for _, said := range slices.Backward(history) {
		if said.Role != Assistant {
			continue
		}
		if names = rowsIn(said.Text); len(names) > 0 {
			for _, c := range said.Citations {
				addresses = append(addresses, c.Document)
			}
			return names, addresses
		}
	}
	return nil, nil
}

// citedWithRows are the addresses of the documents from which the last answers that told of rows and items are quoted.
func citedWithRows(history []Message) (addresses []string) {
	for len(history) > 0 {
		last := history[len(history)-1]
		history = history[:len(history)-1]
		if last.Role == Assistant && len(rowsIn(last.Text)) > 0 {
			for _, c := range last.Citations {
				addresses = append(addresses, c.Document)
			}
		}
	}
	return addresses
}

// rowsIn are the names of the rows and items of which an answer tells, of those of a table the first cells.
func rowsIn(answer string) (names []string) {
	inTable := false
	for line := range strings.Lines(answer) {
		if m := label.FindStringSubmatch(line); m != nil && m[2] == " –" {
			names = append(names, m[1])
		}
		cell, isRow := strings.CutPrefix(line, "| ")
		switch cell, _, ok := strings.Cut(cell, " |"); {
		case strings.HasPrefix(line, "|---"):
			inTable = true
		case !isRow || !ok:
			inTable = false
		case inTable:
			names = append(names, strings.ReplaceAll(cell, "\\", ""))
		}
	}
	return names
}

// byPlace finds that one of several things is meant by its place, with the word behind it.
var byPlace = regexp.MustCompile(`(?i)(?:^|\s)(?:der|die|das|den|dem|the)\s+(?:(erste[nrs]?|first)|(zweite[nrs]?|second)|(dritte[nrs]?|third)|(vierte[nrs]?|fourth)|(letzte[nrs]?|last))(?:\s+(\pL+)|[\s?.!,]|$)`)

// behindPlace may follow that; a noun, as in "the first floor", says what else is meant.
var behindPlace = wordlist.Set(`one bitte please is are was has have does do can cost costs include includes take takes too also please again instead
	ist sind hat haben kostet kosten dauert dauern geht ware kann denn auch noch dann da buchen nehmen reservieren mit ohne fur aus von`)

// byNumber finds that one of several things is chosen by its number and nothing else is said: "2", "Nr. 2", "option 2".
var byNumber = regexp.MustCompile(`(?i)^\s*(?:(?:die|the)?\s*(?:nr\.?|nummer|number|no\.?|option|variante)\s*)?([1-9])\s*(?:bitte|please)?[.)!\s]*$`)

// choosing finds that one of several things is chosen by its place and nothing else is said.
var choosing = regexp.MustCompile(`(?i)^\s*(?:(?:und|and|dann|then|ja|yes|ok|okay|ich nehme|i'll take|nehme ich|eher|lieber|rather)[\s,]+)*(?:der|die|das|den|dem|the)\s+\pL+(?:\s+(?:one|bitte|please|dann))*[\s.!?]*$`)

// placed is which of several things a text means by its place, from 1 on, -1 for the last one; 0 for none.
func placed(text string) int {
	if m := byNumber.FindStringSubmatch(text); m != nil {
		return int(m[1][0] - '0')
	}
	m := byPlace.FindStringSubmatch(text)
	if m == nil {
		return 0
	}
	places, next := m[1:len(m)-1], m[len(m)-1]
	if next != "" && !slices.ContainsFunc(word.Tokens(next, ""), func(t word.Token) bool { return behindPlace[t.Text] }) {
		return 0
	}
	if at := slices.IndexFunc(places, func(s string) bool { return s != "" }); at < len(places)-1 {
		return at + 1
	}
	return -1
}

// mostRecent is how many answers are looked at for the things of which one is meant.
const mostRecent = 3

// inOrder is the name of the thing that a text means by its place among those that the last answer that told of several
// tells of, "" where it means none.
func inOrder(history []Message, text string) string {
	place, left := placed(text), mostRecent
	if place == 0 {
		return ""
	}
	for _, said := range slices.Backward(history) {
		if said.Role != Assistant {
			continue
		}
		switch names := rowsIn(said.Text); {
		case len(names) > 1 && place < 0:
			return names[len(names)-1]
		case len(names) > 1 && place <= len(names):
			return names[place-1]
		case len(names) > 1:
			return ""
		}
		if left--; left == 0 {
			break
		}
	}
	return ""
}

// chosen is the name of the thing that a message chooses among those that were told, if it says nothing else; else "".
func chosen(history []Message, text string) string {
	if !byNumber.MatchString(text) && !choosing.MatchString(text) {
		return ""
	}
	return inOrder(history, text)
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
