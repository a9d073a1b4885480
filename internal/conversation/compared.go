package conversation

import (
	"regexp"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/llm"
	"github.com/webchatagent/wca/internal/retrieve"
)

// "Was ist günstiger, die Tageskarte oder die Abendkarte?" is answered by what the sources say of each, side by side.

const (
	costing = `günstiger|billiger|preiswerter|teurer|cheaper|dearer|more expensive|less expensive|better value`
	lasting = `kürzer|länger|schneller|shorter|longer|quicker|faster`
)

var (
	// either finds which of two things is more or less, than that one is more or less than the other.
	either = regexp.MustCompile(`(?i)^\s*(?:(?:und|aber|and|but|ok|okay|so)[\s,]+)*(?:was|welche[rs]?|what|which(?: one)?)(?: ist|['’]s| is| kommt| dauert| takes| wäre| would be)(?:\s(?:denn|eigentlich|für mich|mich|da|dann|insgesamt|pro person))*\s` +
		`(?:(` + costing + `)|(` + lasting + `))\s*[,:–-]?\s+(.+?)\s+(?:oder|or)\s+([^?]+?)[\s?.!]*$`)
	than = regexp.MustCompile(`(?i)^\s*(?:(?:und|aber|and|but|ok|okay|so)[\s,]+)*(?:ist|sind|dauert|is|are)\s([^,?]+?)\s(?:(?:denn|eigentlich|wirklich|viel|much|any|a lot|really)\s)*(?:(` + costing + `)|(` + lasting + `))\s(?:als|wie|than)\s([^,?]+?)[\s?.!]*$`)
)

// longestCompared is how many words each of them has at most.
const longestCompared = 6

// compared are the questions for each of two things that a message compares by price or time, nil for any other.
func compared(text, language string) []string {
	var price bool
	var things []string
	if m := either.FindStringSubmatch(text); m != nil {
		price, things = m[1] != "", m[3:5]
	} else if m := than.FindStringSubmatch(text); m != nil {
		price, things = m[2] != "", []string{m[1], m[4]}
	}
	if things == nil {
		return nil
	}
	ask := [2]string{"Wie lange dauert ", ""}
	switch {
	case price && language == "de":
		ask[0] = "Was kostet "
	case price:
		ask[0] = "How much is "
	case language != "de":
		ask = [2]string{"How long does ", " take"}
	}
	var out []string
	for _, thing := range things {
		if len(strings.Fields(thing)) > longestCompared {
			return nil
		}
		out = append(out, ask[0]+thing+ask[1]+"?")
	}
	return out
}

// both finds what the sources say of each of two things that are compared; places is nil where they do not say it of both, or
// nothing is compared.
func both(index *retrieve.Index, query retrieve.Query, language string) (each []retrieve.Results, all retrieve.Results, places [][]int) {
	for _, question := range compared(query.Text, language) {
		one := query
		one.Text, one.Context, one.Vector = question, nil, nil
		found := find(index, one)
		if !found.Enough || len(quotes(index, found, language, 1, false)) == 0 {
			return nil, all, nil
		}
		each = append(each, found)
	}
	if each == nil {
		return nil, all, nil
	}
	all, places = retrieve.Together(each, query.K)
	return each, all, places
}

// sideBySide are the best quotes of what was found for each of several, each once.
func sideBySide(index *retrieve.Index, language string, each []retrieve.Results, places [][]int) (out []llm.Quote) {
	for _, q := range quotesForAll(index, language, each, places, quotesShown) {
		if !slices.ContainsFunc(out, func(o llm.Quote) bool { return o.Text == q.Text && o.N == q.N }) {
			out = append(out, q)
		}
	}
	return out
}
