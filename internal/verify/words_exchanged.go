package verify

import (
	"strings"

	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/verify/fact"
	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/internal/wordlist"
)

const (
	// verbatim is how many of the other words of a sentence a clause of its source must have, in their order, for a word
	// that differs to stand in the place of the source's.
	verbatim = 0.7
	// mostBetween is how many words may stand between those that both share.
	mostBetween = 3
)

// exchanged reports whether a sentence is written like a part of its source but for one thing, and has another thing in
// its place ("per UPS" of "per GLS"), what the source says something else of beside it ("Matratzen" of "Auf Polstermöbel
// geben wir fünf Jahre Garantie, auf Matratzen zehn"), or a thing that no source knows beside it.
func (c *Checker) exchanged(cl *claim) bool {
	source := cl.backing.Sentence
	if !cl.near() || strings.Contains(source, stated.CellBreak) || !cl.deniesLike(source) {
		return false
	}
	mine := c.framed(cl.text)
	if len(mine) > mostFramed {
		return false
	}
	var theirs [][]frameWord
	for _, part := range parts(source) {
		if words := c.framed(part); len(words) <= mostFramed {
			theirs = append(theirs, words)
		}
	}
	if len(theirs) > 1 {
		if words := c.framed(source); len(words) <= mostFramed {
			theirs = append(theirs, words)
		}
	}
	for i := range theirs {
		found, place := layBeside(mine, theirs[i])
		if !framedIn(mine, place) {
			continue
		}
		for _, g := range found {
			at, other := soleContent(mine, g.claim), contents(theirs[i][g.source[0]:g.source[1]])
			if at < 0 || g.claim[1]-g.claim[0] > mostBetween {
				continue
			}
			if len(other) == 0 {
				if g.source[0] == g.source[1] && c.put(mine, at, g.claim) {
					return true
				}
				continue
			}
			if besides(mine, at, other, theirs, i) || g.source[1]-g.source[0] <= mostBetween && c.inPlace(mine, at, other, theirs) {
				return true
			}
		}
	}
	return false
}

// framedIn reports whether a part of a source has all numbers of a claim and enough of its words, in their order: place
// is where it has them.
func framedIn(mine []frameWord, place []int) bool {
	all, both := 0, 0
	for i, w := range mine {
		if w.number && place[i] < 0 {
			return false
		}
		if w.content {
			all++
			if place[i] >= 0 {
				both++
			}
		}
	}
	return both > 0 && float64(both) >= verbatim*float64(all-1)
}

// besides reports whether another part of the source than the one at i says something else of the word of a claim.
func besides(claim []frameWord, at int, other []frameWord, parts [][]frameWord, i int) bool {
	w, there := claim[at], other[len(other)-1]
	if has(claim, there.root) || has(parts[i], w.root) {
		return false
	}
	for k, part := range parts {
		if k == i || !has(part, w.root) {
			continue
		}
		more := 0 // that it says of it
		for _, o := range part {
			if (o.content || o.number) && !has(claim, o.root) {
				more++
			}
		}
		return more > 0
	}
	return false
}

// inPlace reports whether a thing that its source does not have stands in a claim in the place of another.
func (c *Checker) inPlace(claim []frameWord, at int, other []frameWord, parts [][]frameWord) bool {
	w, there := claim[at], other[0]
	if small := strings.ToLower(w.text); titles[small] || fact.MeasureOf(small).Kind != "" || c.language == "en" && at > 0 && !leadsThing(claim[at-1]) {
		return false
	}
	if len(other) > 1 || !(c.names(w.text) && c.names(there.text)) && !(c.language == "de" && qualifies(claim, at)) {
		return false
	}
	for _, part := range parts {
		if has(part, w.root) {
			return false
		}
	}
	return !has(claim, there.root) && !dated(w.text) && !c.said.has(w.text) && !c.alike(w.text, there.text)
}

// qualifies says whether a word stands where an adjective does in German, before a thing: "alle deutschen Netze".
func qualifies(words []frameWord, at int) bool {
	if at == 0 || at+1 == len(words) {
		return false
	}
	small := func(w frameWord) bool { return strings.ToLower(w.text) == w.text }
	before := strings.ToLower(words[at-1].text)
	return small(words[at]) && !small(words[at+1]) && (articles[before] || beforePlaces[before] || strings.HasPrefix(before, "alle"))
}

// put reports whether a claim puts a thing beside one that its source has, which no source knows: "Helme und Handschuhe".
func (c *Checker) put(claim []frameWord, at int, between [2]int) bool {
	w := claim[at]
	joined := false
	for _, o := range claim[between[0]:at] {
		joined = joined || adds[strings.ToLower(o.text)]
	}
	if !joined || !c.names(w.text) || dated(w.text) || c.said.has(w.text) || c.held(w.text) >= sameWord {
		return false
	}
	if c.language != "en" {
		return true
	}
	if before := strings.ToLower(claim[at-1].text); !adds[before] {
		return leadsThing(claim[at-1])
	}
	return at+1 < len(claim) && leadsVerb[strings.ToLower(claim[at+1].text)] // the second of two things that do something
}

// adds are the words that put one thing beside another.
var adds = map[string]bool{"und": true, "and": true, "oder": true, "or": true, "sowie": true}

// leadsThing says whether a thing may follow a word in English: an article, a preposition or the like, and nothing that
// a verb follows.
func leadsThing(w frameWord) bool {
	small := strings.ToLower(w.text)
	return word.StopEither(small) && !leadsVerb[small]
}

// leadsVerb are the function words that verbs follow.
var leadsVerb = wordlist.Set("i you he she it we they who which is are was were be been being am do does did has have had can could may might must shall should will would not t to also only")
