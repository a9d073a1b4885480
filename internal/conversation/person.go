package conversation

import (
	"regexp"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/personal"
	"github.com/webchatagent/wca/internal/retrieve"
	"github.com/webchatagent/wca/internal/sentence"
)

// "Wer ist die Kinderärztin?", and then: "Ist sie freitags da?" The name is in the answer, and with it is looked for what
// is said of her.

var (
	// asksPerson finds that a question asks for somebody.
	asksPerson = regexp.MustCompile(`(?i)\b(?:wer|wen|wem|jemand|jemanden|who|whom|who's|anyone|anybody|someone|somebody)\b`)
	// ofPerson finds that a question goes on about somebody; a German "sie" behind a verb that is said of one person.
	ofPerson = regexp.MustCompile(`(?:^|\P{L})(?:(?i:er|ihn|ihm|he|she|him)|(?i:\p{L}+t|kann|darf|muss|wird|ich) sie|(?i:(?:to|for|with|ask|see|reach|call) her)|bei ihr)(?:$|\P{L})`)
)

// personBefore is the name of whom a question goes on about, as an answer before it says it; "" if it does not, or if
// nobody or several people may be meant.
func personBefore(history []Message, text string, finder personal.Searcher) string {
	if !ofPerson.MatchString(text) || !retrieve.PointsBack(text) {
		return ""
	}
	answer := ""
	for i := len(history) - 1; i >= 0; i-- {
		switch m := &history[i]; {
		case m.Role == Assistant:
			answer = m.Text
		case asksPerson.MatchString(m.Text):
			return whoAnswersTo(m.Text, answer, finder)
		case !ofPerson.MatchString(m.Text):
			return ""
		}
	}
	return ""
}

// shortestTold is how many letters a word has at least by which a sentence is known to answer a question.
const shortestTold = 4

// whoAnswersTo is the only person that the line, or else the sentence, of an answer names that has most words of a question.
func whoAnswersTo(question, answer string, finder personal.Searcher) string {
	var asked []string
	for w := range strings.FieldsSeq(bareWords(question)) {
		if len(w) >= shortestTold {
			asked = append(asked, w)
		}
	}
	best, name := -1, ""
	for line := range strings.Lines(answer) {
		texts := []string{line}
		if len(people(line, finder)) > 1 {
			texts = nil
			for _, s := range sentence.In(line) {
				texts = append(texts, line[s.Start:s.End])
			}
		}
		for _, text := range texts {
			met, named := 0, people(text, finder)
			for w := range strings.FieldsSeq(bareWords(text)) {
				if slices.Contains(asked, w) {
					met++
				}
			}
			switch {
			case len(named) != 1 || met < best:
			case met > best:
				best, name = met, named[0]
			case name != named[0]:
				name = ""
			}
		}
	}
	return name
}

// people are the names of people in a text, each once.
func people(text string, finder personal.Searcher) (names []string) {
	for _, e := range finder.Find(text) {
		if name := text[e.Start:e.End]; e.Type == personal.Person && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}
