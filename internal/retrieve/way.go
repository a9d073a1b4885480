package retrieve

import (
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/internal/wordlist"
)

// way is how a question asks, by its interrogative.
type way uint8

const (
	wayOther way = iota
	wayWho
	wayWhere
	wayWhen
	wayAmount // how many, how much
	wayWhat   // what, which
	wayWhy
	wayHow
)

var ways = map[string]way{
	"wer": wayWho, "wem": wayWho, "wen": wayWho, "wessen": wayWho, "who": wayWho, "whom": wayWho, "whose": wayWho,
	"wo": wayWhere, "woher": wayWhere, "wohin": wayWhere, "where": wayWhere,
	"wann": wayWhen, "when": wayWhen,
	"wieviel": wayAmount, "wieviele": wayAmount,
	"was": wayWhat, "what": wayWhat, "which": wayWhat, "welche": wayWhat, "welcher": wayWhat, "welches": wayWhat, "welchen": wayWhat, "welchem": wayWhat,
	"warum": wayWhy, "weshalb": wayWhy, "wieso": wayWhy, "why": wayWhy,
	"wie": wayHow, "how": wayHow,
}

// BeginsAsking reports whether a text begins as a question does: with an interrogative or the verb.
func BeginsAsking(text string) bool {
	first, rest, _ := strings.Cut(strings.ToLower(text), " ")
	if first == "und" || first == "and" {
		first, _, _ = strings.Cut(rest, " ")
	}
	first = strings.TrimRight(first, "?,")
	return ways[first] != wayOther || beginning[first]
}

// beginning are further words that questions begin with.
var beginning = wordlist.Set(`womit ab bis um haben habt hat gibt gibts ist sind seid kann können könnte könnten könnt darf dürfen muss müssen bieten bietet verkaufen verkauft
	machen macht nehmen nehmt liefern liefert brauche brauchen do does did are is can could may have has will would should`)

// amounts follow "how" where a number is asked for.
var amounts = wordlist.Set("viel viele vielen hoch gross alt weit schwer oft lange lang many much old far tall big large high often long fast schnell")

// askedFor finds how a question asks, and the words behind the interrogative that say what kind of
// thing is wanted.
func (qu *question) askedFor(tokens []word.Token) {
	at := -1
	for i, t := range tokens {
		if w := ways[t.Text]; w != wayOther {
			qu.way, at = w, i
			break
		}
	}
	if at < 0 {
		return
	}
	next := at + 1
	if qu.way == wayHow && next < len(tokens) && amounts[tokens[next].Text] {
		qu.way = wayAmount
		next++
	}
	if qu.way != wayWhat && qu.way != wayAmount {
		return
	}
	for _, t := range tokens[next:min(len(tokens), next+4)] {
		i := slices.IndexFunc(qu.concepts, func(c concept) bool { return c.word == t.Text })
		if i < 0 {
			if len(qu.focus) > 0 {
				return
			}
			continue
		}
		qu.focus = append(qu.focus, i)
	}
}
