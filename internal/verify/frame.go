package verify

import (
	"strings"

	"github.com/webchatagent/wca/internal/retrieve/word"
)

// frameWord is a word or number of a sentence that is laid beside another one.
type frameWord struct {
	text    string // as written
	root    string
	content bool // it says what the sentence is about
	number  bool
}

// mostFramed is how many words two sentences have at most that are laid beside each other.
const mostFramed = 60

// framed are the words of a sentence. Parts joined by a hyphen are one.
func (c *Checker) framed(sentence string) []frameWord {
	out := make([]frameWord, 0, 24)
	end := -1
	word.Each(sentence, c.language, func(t word.Token) {
		text := sentence[t.Start:t.End]
		if len(out) > 0 && t.Start == end+1 && sentence[end] == '-' {
			last := &out[len(out)-1]
			last.text += "-" + text
			last.root += "-" + word.Stem(c.language, t)
			last.content, end = true, t.End
			return
		}
		w := frameWord{text: text, root: word.Stem(c.language, t), number: t.Kind == word.Number}
		w.content = t.Kind == word.Letters && len(t.Text) > 1 && !stopWord(t.Text) && !fillers[strings.ToLower(text)]
		out, end = append(out, w), t.End
	})
	return out
}

// gap is where a sentence and the source that it is laid beside differ, between words that they share: in[from:to] of
// each.
type gap struct{ claim, source [2]int }

// layBeside lays two sentences beside each other, word by word, and gives where they differ, and where the second has
// each word of the first, -1 if it does not.
func layBeside(claim, source []frameWord) (out []gap, place []int) {
	n, m := len(claim), len(source)
	// most[i][j] is how many words claim[i:] and source[j:] share at most in their order.
	var most [mostFramed + 1][mostFramed + 1]uint8
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			if claim[i].root == source[j].root {
				most[i][j] = most[i+1][j+1] + 1
			} else {
				most[i][j] = max(most[i+1][j], most[i][j+1])
			}
		}
	}
	place = make([]int, n)
	for i := range place {
		place[i] = -1
	}
	from := gap{}
	i, j := 0, 0
	for i < n && j < m {
		switch {
		case claim[i].root == source[j].root:
			out = append(out, gap{[2]int{from.claim[0], i}, [2]int{from.source[0], j}})
			place[i] = j
			i, j = i+1, j+1
			from = gap{claim: [2]int{i}, source: [2]int{j}}
		case most[i+1][j] >= most[i][j+1]:
			i++
		default:
			j++
		}
	}
	return append(out, gap{[2]int{from.claim[0], n}, [2]int{from.source[0], m}}), place
}

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
	if !cl.near() || strings.Contains(source, cellBreak) || !cl.deniesLike(source) {
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
			if c.besides(mine, at, other, theirs, i) || g.source[1]-g.source[0] <= mostBetween && c.inPlace(mine, at, other, theirs) {
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

// soleContent is where the only word among some stands that says what the sentence is about, -1 if there are others.
func soleContent(words []frameWord, among [2]int) int {
	at := -1
	for i := among[0]; i < among[1]; i++ {
		if words[i].content {
			if at >= 0 {
				return -1
			}
			at = i
		}
	}
	return at
}

// contents are those of the words that say what a sentence is about.
func contents(words []frameWord) []frameWord {
	var out []frameWord
	for _, w := range words {
		if w.content {
			out = append(out, w)
		}
	}
	return out
}

// besides reports whether another part of the source than the one at i says something else of the word of a claim.
func (c *Checker) besides(claim []frameWord, at int, other []frameWord, parts [][]frameWord, i int) bool {
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
	if small := strings.ToLower(w.text); titles[small] || measures[small].kind != "" || c.language == "en" && at > 0 && !leadsThing(claim[at-1]) {
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

func has(words []frameWord, root string) bool {
	for _, w := range words {
		if w.root == root {
			return true
		}
	}
	return false
}

// leadsThing says whether a thing may follow a word in English: an article, a preposition or the like, and nothing that
// a verb follows.
func leadsThing(w frameWord) bool {
	small := strings.ToLower(w.text)
	return stopWord(small) && !leadsVerb[small]
}

// leadsVerb are the function words that verbs follow.
var leadsVerb = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields("i you he she it we they who which is are was were be been being am do does did has have had can could may might must shall should will would not t to also only") {
		m[w] = true
	}
	return m
}()

// alike reports whether one word may stand for another: it is like it, a part of it, or has a translation in common.
func (c *Checker) alike(a, b string) bool {
	one, other := strings.ToLower(a), strings.ToLower(b)
	if k, ok := contraries[one]; ok {
		if o, ok := contraries[other]; ok && o.of == k.of {
			return o == k
		}
	}
	switch {
	case strings.Contains(one, other), strings.Contains(other, one):
		return true
	case strings.Contains(one, "-"): // "E-Bikes" are some of the bikes
		return false
	}
	return c.support.Synonyms(a, b, c.language) || !sameHead(one, other) && c.coverage(a, b) >= likeWord
}

// sameHead reports whether two compounds are of the same thing and tell it apart: "sommerferien" and "osterferien".
func sameHead(a, b string) bool {
	const head = 4 // letters
	n := 0
	for n < len(a) && n < len(b) && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	return n >= head && n < len(a) && n < len(b)
}
