package verify

import (
	"regexp"
	"strings"

	"github.com/webchatagent/wca/internal/verify/pattern"
)

var (
	// universal says that something holds of all there is, limited that it holds of some.
	universal = pattern.New([]string{"all", "sämtlich", "jed", "immer", "stets", "überall", "täglich", "ganz", "every", "always", "any", "daily", "whole", "entire"}, regexp.MustCompile(`(?i)\b(?:alle[nrsm]?|sämtliche[nrs]?|jede[nrsm]?|jederzeit|immer|stets|überall|täglich|ganzjährig|ganze[nrsm]?|all|every|everyone|everybody|always|any|anyone|anytime|everywhere|daily|whole|entire)\b`))
	limited   = regexp.MustCompile(`(?i)\b(?:viele[nr]?|manche[nr]?|einige[nr]?|mehrere[nr]?|meisten|meist|teilweise|ausgewählte[nr]?|nur|ausschließlich|wenn|sofern|falls|ersten?|zweiten?|dritten?|letzten?|sonst|ab (?:€|eine[mr]? )?\d*|unter \d+|über \d+|bis \d+|otherwise|` +
		`many|some|several|most|selected|only|if|when|unless|during|first|second|third|last|(?:over|under|above|from) [€£$]?\d+)\b`)
	// each says what an amount is for and not of what all it holds.
	each = regexp.MustCompile(`(?i)\b(?:everyone else|alle (?:anderen|übrigen))\b|\b(?:je|pro|per|jede[nrsm]?|alle|every|each|any) (?:zwei|drei|vier|fünf|sechs|two|three|four|five|six|halbe|half|quarter|few|other|ersten?|dritten?|letzten?|first|third|last|weitere[nrsm]?|additional|further|extra|\d+|tag|nacht|woche|monat|jahr|stunde|person|day|night|week|month|year|hour|second|other|zweite[nrs]?)\b`)
)

// generalised reports whether a sentence says of all what its source says of some: "jede Reparatur" of "Reparaturen
// ab 500 Euro".
func (c *Checker) generalised(cl *claim) bool {
	if !cl.hints(universal) || !cl.near() || cl.denies {
		return false
	}
	claimed := each.ReplaceAllString(inEach.ReplaceAllString(cl.text, "sämtliche "), " ")
	if !universal.In(claimed) {
		return false
	}
	if exceptionIn(cl.backing.Sentence) != nil && exceptionIn(" "+cl.text) == nil && !cl.has(restricts) {
		return true
	}
	if universal.MatchString(each.ReplaceAllString(cl.backing.Sentence, " ")) {
		return c.ofSuch(cl)
	}
	if c.someOf(cl) {
		return true
	}
	for _, m := range limited.FindAllString(cl.backing.Sentence, -1) {
		if !strings.Contains(cl.small, strings.ToLower(m)) {
			return true
		}
	}
	return false
}

// inEach puts something into each of several times and not so much for each: "in jeder Woche".
var inEach = regexp.MustCompile(`(?i)\b(?:in|an|during|on) (?:jede[rmn]?|every|each) `)

// allSuch is what a source says something of all of, up to what is said of it.
var allSuch = regexp.MustCompile(`(?i)\b(?:all|every|any)\s+((?:\pL+\s+){1,3}?)(\pL{4,})\s*(?:$|[.,;:!?)–]|\s(?:and|or|in|on|at|for|with|from|is|are|get|gets|of|to|by|during|until|which|that)\b)`)

// ofSuch reports whether a sentence says of all of a kind what its source says of all of one that it tells apart: "all
// books" of "all new hardbacks".
func (c *Checker) ofSuch(cl *claim) bool {
	if c.language != "en" {
		return false
	}
	theirs := allSuch.FindAllStringSubmatch(cl.backing.Sentence, -1)
	for _, m := range allOfThem.FindAllStringSubmatch(cl.text, -1) {
		if len(theirs) != 1 || strings.Contains(allSuch.FindString(cl.text), " "+m[1]+" ") {
			continue
		}
		told := c.content(theirs[0][1])
		if len(told) > 0 && c.share(told, cl.text, likeWord) == 0 && c.coverage(m[1], theirs[0][0]) < sameWord {
			return true
		}
	}
	return false
}

// allOfThem is what a sentence says something of all of.
var allOfThem = regexp.MustCompile(`(?i)\b(?:alle[nr]?|sämtliche[nr]?|jede[rsnm]?|all|every|any)\s+(\pL{4,})`)

// someOf reports whether a sentence says of all of a kind what its source says of those told apart: "All dogs" of
// "Nervous dogs", "Alle Kunden" of "Stammkunden".
func (c *Checker) someOf(cl *claim) bool {
	source := writtenWords(cl.backing.Sentence)
	for _, m := range allOfThem.FindAllStringSubmatch(cl.text, -1) {
		told, plain := false, false
		kind := strings.ToLower(m[1])
		for i, w := range source {
			switch small := strings.ToLower(w.text); {
			case strings.HasSuffix(small, kind) && small != kind:
				told = true
			case small == kind:
				apart := i > 0 && w.beside && c.tellsApart(source[i-1].text, cl.text)
				told, plain = told || apart, plain || !apart
			}
		}
		if told && !plain {
			return true
		}
	}
	return false
}

// tellsApart reports whether a word tells what stands behind it from others, and a text does not say it.
func (c *Checker) tellsApart(w, text string) bool {
	return len(c.content(w)) > 0 && c.coverage(w, text) < likeWord && (c.language != "de" || strings.ToLower(w) == w)
}
