package retrieve

import (
	"strings"

	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/internal/wordlist"
)

// manner is how a question is put: what visitors must or may do is told on most sites, whether there is this or that and
// what it is like on fewer. The forest of the evidence learns how much that says. Whether it speaks of who asks is left out:
// that tells invented questions apart by the habits of who invented them.
type manner struct {
	form      form
	must, may bool // what somebody has to do; what is allowed or possible
	has, is   bool // whether there is something; what something is or is like
}

// form is how a question begins.
type form uint8

const (
	formWords  form = iota // "Preise Sauna"
	formVerb               // "Habt ihr …"
	formAsking             // with an interrogative, be it behind other words
)

// mannerShown is within how many words a verb tells it.
const mannerShown = 4

var (
	mayWords = wordlist.Set("kann kannst konnen konnt konnte konnten darf durfen can could may")
	hasWords = wordlist.Set("gibt gibts habt hat haben bietet bieten verkauft macht has have there any")
	// isWords have "was" of both languages: of what was, and what.
	isWords = wordlist.Set("ist sind seid war is are was were does do")
)

// subjects stand behind the verb that a question begins with.
var subjects = wordlist.Set("ich du ihr sie man wir es i you we they it")

// mannerOf finds how a question in German or English is put, whose way of asking is known.
func mannerOf(text string, tokens []word.Token, asks way) manner {
	m := manner{must: must(tokens)}
	for _, t := range tokens[:min(len(tokens), mannerShown)] {
		m.may, m.has, m.is = m.may || mayWords[t.Text], m.has || hasWords[t.Text], m.is || isWords[t.Text]
	}
	switch {
	case asks != wayOther:
		m.form = formAsking
	case len(tokens) > 1 && (subjects[tokens[1].Text] || beginning[strings.ToLower(text[tokens[0].Start:tokens[0].End])]):
		m.form = formVerb
	}
	return m
}
