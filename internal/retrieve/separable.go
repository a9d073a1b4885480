package retrieve

import (
	"strings"

	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/internal/wordlist"
)

// particles are the parts of German verbs that stand at the end of a question: "Stellen Sie ein?"
var particles = wordlist.Set("ab an auf aus ein mit nach um vor zu zuruck her hin bei los weg fest")

// rejoined is the verb that a German question has in two parts, with the place of the first: "holt … ab"
// asks about "abholen"; "" if there is none.
func rejoined(tokens []word.Token, lang string) (verb string, at int) {
	if n := len(tokens); lang != "de" || n < 3 || !particles[tokens[n-1].Text] {
		return "", 0
	}
	particle := tokens[len(tokens)-1].Text
	for i, t := range tokens[:min(3, len(tokens)-2)] { // "Wann holen Sie …"
		next := tokens[i+1].Text
		if next != "sie" && next != "ihr" && next != "du" && next != "man" {
			continue
		}
		if stem, ok := strings.CutSuffix(t.Text, "en"); ok && len(stem) > 2 {
			return particle + t.Text, i
		}
		if stem, ok := strings.CutSuffix(t.Text, "t"); ok && len(stem) > 2 {
			return particle + strings.TrimSuffix(stem, "e") + "en", i
		}
	}
	return "", 0
}

// readOpen reads "Wann habt ihr in der Altstadt auf?" as "Wann habt ihr in der Altstadt geöffnet?": beside what is named,
// "auf" and "macht" say nothing. "Wann habt ihr auf?" names nothing, and its topic tells what is asked.
func readOpen(text string, tokens []word.Token) {
	last := len(tokens) - 1
	if last < 0 || tokens[last].Text != "auf" || stated.WhenAsked(tokens) != stated.WhenOpen {
		return
	}
	if own, _ := ownWords(text, tokens, "de"); own == 0 {
		return
	}
	for i, t := range tokens {
		if t.Text == "macht" || t.Text == "machen" {
			tokens[i].Text = "hat"
		}
	}
	tokens[last].Text = "geoffnet"
}
