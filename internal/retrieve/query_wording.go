package retrieve

import (
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/word"
)

// wording is what a question says, in words.
type wording struct {
	text     string
	all      []word.Token // those of the question itself, and behind them those of earlier ones
	own      []word.Token
	earlier  []word.Token
	asked    []word.Token // all, with what other languages ask by in German
	ownAsked []word.Token
}

// maxQuery is how many bytes of a question are looked at.
const maxQuery = 2000

func wordingOf(q Query, lang string) wording {
	t := wording{text: q.Text}
	if len(t.text) > maxQuery {
		t.text = strings.ToValidUTF8(t.text[:maxQuery], "")
	}
	t.all = word.Tokens(t.text, lang)
	t.own = ownTokens(t.all, q.own)
	if lang == "de" {
		readOpen(t.text, t.own)
	}
	t.earlier = t.all[len(t.own):]
	t.asked = stated.AskedInGerman(t.all, lang)
	t.ownAsked = t.asked[:len(t.own)]
	return t
}

// ownTokens are those of the first own bytes of the text, all if own is 0.
func ownTokens(tokens []word.Token, own int) []word.Token {
	n := slices.IndexFunc(tokens, func(t word.Token) bool { return own > 0 && t.Start >= own })
	if n < 0 {
		return tokens
	}
	return tokens[:n]
}
