package conversation

import (
	"regexp"
	"strings"

	"github.com/webchatagent/wca/internal/retrieve"
	"github.com/webchatagent/wca/internal/sentence"
)

// Many tell what happened before they ask, and dictate it without a full stop: "… und sie kann nicht so gut laufen kommt
// ihr auch nach Hause".

const (
	// told is how many words a message has at least that may tell a story.
	told = 35
	// shortestAsked and longestAsked are how many words its question has.
	shortestAsked, longestAsked = 4, 15
)

var (
	wayWords   = words(`wann wo was wie wieviel welche welcher welches welchen wer wohin wofür what when where how who which`)
	askedVerbs = words(`kommt kommen habt haben könnt können macht machen bietet bieten nehmt nehmen seid sind verkauft verkaufen repariert reparieren gebt geben bekommt behandelt behandeln liefert liefern
		verleiht verleihen braucht brauchen do can could would will are have did`)
	askedOf  = words(`ihr sie you`)
	ownVerbs = words(`kann muss darf soll brauche bekomme müssen dürfen können can do should must could`)
	oneself  = words(`ich man wir i we`)
	// inverts stand before a verb in a statement: "dann muss ich …".
	inverts = words(`dann jetzt da deshalb deswegen daher so nun also trotzdem leider danach dass weil ob than that because if`)
)

// behindFew parts a message of a few sentences of which only the last one asks, and the others tell of who writes.
func behindFew(text string, spans []sentence.Span) (story, asked string) {
	if len(spans) < 2 {
		return "", ""
	}
	at := spans[len(spans)-1].Start
	story, asked = strings.TrimSpace(text[:at]), strings.TrimSpace(text[at:])
	n := len(strings.Fields(asked))
	if strings.Contains(story, "?") || !ofOneself.MatchString(story) || n < shortestAsked || n > longestAsked ||
		len(strings.Fields(story)) < fewestTold || !strings.HasSuffix(asked, "?") && !retrieve.BeginsAsking(asked) {
		return "", ""
	}
	for _, s := range spans[:len(spans)-1] {
		if retrieve.BeginsAsking(text[s.Start:s.End]) {
			return "", ""
		}
	}
	return story, asked
}

// fewestTold is how many words tell something at least.
const fewestTold = 5

// ofOneself finds that somebody tells of themselves.
var ofOneself = regexp.MustCompile(`(?i)\b(?:ich|wir|uns|mir|mich|mein(?:e[mnrs]?)?|unser(?:e[mnrs]?)?|i|i'm|i've|we|we're|we've|my|our|us|me)\b`)

// behindStory parts a long message into what is told and what is asked at its end; asked is "" of any other.
func behindStory(text string) (story, asked string) {
	spans := sentence.In(text)
	if len(strings.Fields(text)) < told {
		return behindFew(text, spans)
	}
	if len(spans) == 0 {
		return "", ""
	}
	at := spans[len(spans)-1].Start
	if last := strings.TrimSpace(text[at:]); !strings.HasSuffix(last, "?") || len(strings.Fields(last)) > longestAsked {
		at += lastOpener(text[at:])
	}
	story, asked = strings.TrimSpace(text[:at]), strings.TrimSpace(text[at:])
	n := len(strings.Fields(asked))
	if n < shortestAsked || n > longestAsked || strings.Contains(story, "?") || len(strings.Fields(story)) < n {
		return "", ""
	}
	return story, asked
}

// lastOpener is where in a text the last part begins as a question does, its length if none does.
func lastOpener(text string) int {
	list := strings.Fields(text)
	end := len(text)
	for i := len(list) - 1; i >= 0; i-- {
		end = strings.LastIndex(text[:end], list[i])
		if len(list)-i < shortestAsked {
			continue
		}
		next, before := bareWords(list[i+1]), ""
		if i > 0 {
			before = bareWords(list[i-1])
		}
		switch word := bareWords(list[i]); {
		case wayWords[word],
			askedVerbs[word] && askedOf[next] && !inverts[before],
			ownVerbs[word] && oneself[next] && !inverts[before],
			word == "gibt" && next == "es" && !inverts[before]:
			return end
		}
	}
	return len(text)
}
