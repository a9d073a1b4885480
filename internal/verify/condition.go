package verify

import (
	"regexp"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/retrieve"
)

var (
	// onlyFor is what a sentence holds for and for nothing else, onlyBehind the same with the word behind it.
	onlyFor    = regexp.MustCompile(`(?i)\b(?:nur|lediglich|ausschließlich|only|solely|exclusively)\s+([^,;.!?:–]+)`)
	onlyBehind = regexp.MustCompile(`(?i)\b(?:on|for|by|at|in|to|with|from|per)\s+([^,;.!?:–]+?)\s+only\s*[,;.!?]`)
	// choices stand between things of which each will do.
	choices = regexp.MustCompile(`(?i)\s*,\s*|\s+(?:und|and|oder|or|sowie)\s+`)
)

// unconditioned reports whether a sentence leaves out that its source says it of one thing only, or under one
// condition: "Dogs are allowed." of "Only assistance dogs are allowed."
func (c *Checker) unconditioned(plain string, backing retrieve.Backing) bool {
	if !c.ours(backing.Language) || negated(plain) || restricts.MatchString(plain) {
		return false
	}
	if backing.Single >= enough && c.leavesOut(plain, backing.Sentence) {
		return true
	}
	for _, named := range c.support.Named(plain, c.language, specific, limits) {
		if slices.ContainsFunc(named.Sentences, func(s string) bool { return c.leavesOut(plain, s) }) {
			return true
		}
	}
	return false
}

// limits reports whether a text says of something that it holds of nothing else.
func limits(text string) bool {
	return hasAny(strings.ToLower(text), limiting) && !noDenial.MatchString(text)
}

// limiting is what such words have in them.
var limiting = []string{"nur", "lediglich", "ausschließlich", "only", "solely", "exclusively"}

// leavesOut reports whether a sentence says something of what a source says, and not of what thing only.
func (c *Checker) leavesOut(plain, source string) bool {
	if !limits(source) {
		return false
	}
	for _, clause := range parts(source) {
		for _, p := range []*regexp.Regexp{onlyFor, onlyBehind} {
			m := p.FindStringSubmatch(clause + ".")
			if m == nil {
				continue
			}
			rest := strings.Replace(source, m[0], " ", 1)
			if about := c.content(rest); len(about) > 0 && c.share(about, plain, sameWord) == 0 {
				continue
			}
			at := strings.Index(source, m[1])
			if !c.saysChoice(plain, source[max(at, 0):]) {
				return true
			}
		}
	}
	return false
}

// saysChoice reports whether a sentence says one of the things that a text begins with.
func (c *Checker) saysChoice(plain, text string) bool {
	if end := strings.IndexAny(text, ";.!?:–"); end >= 0 {
		text = text[:end]
	}
	for _, choice := range choices.Split(text, -1) {
		words := c.content(choice)
		if len(words) > 0 && c.coverage(words[0], plain) >= likeWord || len(words) == 0 && choice != "" {
			return true
		}
	}
	return false
}

var (
	// universal says that something holds of all there is, limited that it holds of some.
	universal = regexp.MustCompile(`(?i)\b(?:alle[nrsm]?|sämtliche[nrs]?|jede[nrsm]?|jederzeit|immer|stets|überall|täglich|ganzjährig|ganze[nrsm]?|all|every|everyone|everybody|always|any|anyone|anytime|everywhere|daily|whole|entire)\b`)
	limited   = regexp.MustCompile(`(?i)\b(?:viele[nr]?|manche[nr]?|einige[nr]?|mehrere[nr]?|meisten|meist|teilweise|ausgewählte[nr]?|nur|ausschließlich|wenn|sofern|falls|ersten?|zweiten?|dritten?|letzten?|sonst|ab (?:€|eine[mr]? )?\d*|unter \d+|über \d+|bis \d+|otherwise|` +
		`many|some|several|most|selected|only|if|when|unless|during|first|second|third|last|(?:over|under|above|from) [€£$]?\d+)\b`)
	// each says what an amount is for and not of what all it holds.
	each   = regexp.MustCompile(`(?i)\b(?:je|pro|per|jede[nrsm]?|alle|every|each|any) (?:zwei|drei|vier|fünf|sechs|two|three|four|five|six|halbe|half|quarter|few|other|ersten?|dritten?|letzten?|first|third|last|weitere[nrsm]?|additional|further|extra|\d+|tag|nacht|woche|monat|jahr|stunde|person|day|night|week|month|year|hour|second|other|zweite[nrs]?)\b`)
	wholes = []string{"all", "sämtlich", "jed", "immer", "stets", "überall", "täglich", "ganz", "every", "always", "any", "daily", "whole", "entire"}
)

// generalised reports whether a sentence says of all what its source says of some: "jede Reparatur" of "Reparaturen
// ab 500 Euro".
func (c *Checker) generalised(plain string, backing retrieve.Backing) bool {
	if !hasAny(strings.ToLower(plain), wholes) || !c.ours(backing.Language) || backing.Single < enough || negated(plain) {
		return false
	}
	claimed := each.ReplaceAllString(plain, " ")
	if !universal.MatchString(claimed) {
		return false
	}
	if exceptionIn(backing.Sentence) != nil && exceptionIn(" "+plain) == nil && !restricts.MatchString(plain) {
		return true
	}
	if universal.MatchString(each.ReplaceAllString(backing.Sentence, " ")) {
		return false
	}
	small := strings.ToLower(plain)
	for _, m := range limited.FindAllString(backing.Sentence, -1) {
		if !strings.Contains(small, strings.ToLower(m)) {
			return true
		}
	}
	return false
}
