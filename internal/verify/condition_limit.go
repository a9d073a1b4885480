package verify

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/verify/fact"
	"github.com/webchatagent/wca/internal/verify/pattern"
)

// only are the words that say that something holds for nothing else, limiting what they have in them.
const only = `(?:nur|lediglich|ausschließlich|only|solely|exclusively)`

var limiting = []string{"nur", "lediglich", "ausschließlich", "only", "solely", "exclusively"}

// restricts says that a sentence leaves something out itself.
var restricts = pattern.New(append([]string{"außer", "bis auf", "vorbehalten", "ohne", "reserved", "reserviert", "except", "unless", "apart", "other than", "without"}, limiting...),
	regexp.MustCompile(`(?i)\b(?:`+only+`|außer|bis auf|vorbehalten|reserved for|reserviert|except|unless|apart from|other than)\b|`+notWithout+`|`+withoutNot))

var (
	// onlyFor is what a sentence holds for and for nothing else, onlyBehind the same with the word behind it.
	onlyFor    = regexp.MustCompile(`(?i)\b` + only + `\s+([^,;.!?:–]+)`)
	onlyBehind = regexp.MustCompile(`(?i)\b(?:on|for|by|at|in|to|with|from|per)\s+([^,;.!?:–]+?)\s+only\s*[,;.!?]`)
	// onlyWith is what something does not go without, onlyWithIt the same with the denial behind it.
	onlyWith   = regexp.MustCompile(`(?i)` + notWithout)
	onlyWithIt = regexp.MustCompile(`(?i)` + withoutNot)
	// alone is what is said of the only thing for which something holds, up to the end of its clause. Behind a comma it
	// says something of its own: "Hunde sind willkommen, nur die Küche ist tabu."
	alone = regexp.MustCompile(`(?i)(?:^|[\pL\pN]\s+)` + only + `\s+([^,;.!?]+)`)
)

// droppedLimit reports whether a sentence leaves out that its source says it of one thing only, or under one
// condition: "Dogs are allowed." of "Only assistance dogs are allowed."
func (c *Checker) droppedLimit(cl *claim) bool {
	if !cl.known || cl.denies || cl.has(restricts) {
		return false
	}
	if cl.near() && c.leavesOut(cl.text, cl.backing.Sentence) {
		return true
	}
	for _, named := range c.support.Named(cl.text, c.language, specific, limits) {
		if slices.ContainsFunc(named.Sentences, func(s string) bool { return c.leavesOut(cl.text, s) }) {
			return true
		}
	}
	return false
}

// limits reports whether a text says of something that it holds of nothing else.
func limits(text string) bool {
	small := strings.ToLower(text)
	if pattern.HasAny(small, limiting) && !pattern.HasAny(small, []string{"nicht nur", "not only"}) {
		return true
	}
	return pattern.HasAny(small, []string{"ohne", "without"}) && (onlyWith.MatchString(text) || onlyWithIt.MatchString(text))
}

// leavesOut reports whether a sentence says something of what a source says, and not of what thing only.
func (c *Checker) leavesOut(plain, source string) bool {
	if !limits(source) {
		return false
	}
	if source = c.nearestApart(plain, source); !limits(source) {
		return false
	}
	stated := c.factsOf(plain)
	for _, clause := range parts(source) {
		if apart(stated, c.factsOf(segment(source, clause))) {
			continue
		}
		for _, p := range []*regexp.Regexp{onlyFor, onlyBehind, onlyWith, onlyWithIt} {
			m := p.FindStringSubmatch(clause + ".")
			if m == nil {
				continue
			}
			rest := strings.Replace(source, m[0], " ", 1)
			if about := c.content(costVerb.ReplaceAllString(rest, " ")); len(about) > 0 && c.share(about, plain, sameWord) == 0 {
				continue
			}
			at := strings.Index(source, m[1])
			if !c.saysChoice(plain, beforeVerb(source[max(at, 0):])) {
				return true
			}
		}
	}
	return false
}

// nearestApart is the part of a source, between semicolons, that says all that the source does of a sentence, where no
// other has any of its facts: "daily from May to September; in May only at weekends" says something of May twice.
func (c *Checker) nearestApart(plain, source string) string {
	if !strings.Contains(source, "; ") {
		return source
	}
	said, all, nearest := c.factsOf(plain), c.coverage(plain, source), ""
	for part := range strings.SplitSeq(source, "; ") {
		switch {
		case nearest == "" && c.coverage(plain, part) >= all:
			nearest = part
		case said.Any(c.factsOf(part).Has):
			return source
		}
	}
	return cmp.Or(nearest, source)
}

// apart reports whether two texts name months, and none in common.
func apart(a, b *fact.Facts) bool {
	month := func(x fact.Fact) bool { return x.Kind == fact.Month }
	return a.Any(month) && b.Any(month) && !a.Any(func(x fact.Fact) bool { return month(x) && b.Has(x) })
}

// segment is what stands around a part of a sentence, from one comma or the like to the next.
func segment(sentence, part string) string {
	at := strings.Index(sentence, part)
	from := strings.LastIndexAny(sentence[:at], ",;:") + 1
	end := strings.IndexAny(sentence[at+len(part):], ",;:")
	if end < 0 {
		return sentence[from:]
	}
	return sentence[from : at+len(part)+end]
}

// may stands behind what may do something, or is something.
var may = regexp.MustCompile(`(?i)\s(?:dürfen|darf|können|kann|müssen|muss|sind|ist|werden|wird|haben|hat|may|can|must|should|will|are|is|have|has)\s`)

// beforeVerb is what a text begins with up to the verb that is said of it.
func beforeVerb(text string) string {
	if at := may.FindStringIndex(text); at != nil && len(strings.Fields(text[:at[0]])) > 0 {
		return text[:at[0]]
	}
	return text
}

// saysChoice reports whether a sentence says one of the things that a text begins with, or it names none.
func (c *Checker) saysChoice(plain, text string) bool {
	if end := strings.IndexAny(text, ";.!?:–"); end >= 0 {
		text = text[:end]
	}
	named := false
	for _, choice := range choices.Split(text, -1) {
		words := c.content(choice)
		if len(words) > 0 && c.coverage(words[0], plain) >= likeWord {
			return true
		}
		named = named || len(words) > 0
	}
	return !named && text != ""
}

// addedLimit reports whether a sentence says that something holds of nothing but one of the things that its source
// says it of: "nur an der Kasse" of "an der Kasse und online".
func (c *Checker) addedLimit(cl *claim) bool {
	source := cl.backing.Sentence
	if !cl.near() || cl.denies || !limits(cl.text) || limits(source) || negated(source) {
		return false
	}
	for _, m := range alone.FindAllStringSubmatch(cl.text, -1) {
		words := c.content(m[1])
		if len(words) == 0 {
			continue
		}
		for _, at := range joins.FindAllStringIndex(source, -1) {
			before, behind := c.content(source[:at[0]]), c.content(source[at[1]:])
			if len(before) == 0 || len(behind) == 0 {
				continue
			}
			one, two := before[len(before)-1], behind[0]
			said := func(w, in string) bool { return c.coverage(w, in) >= sameWord }
			if said(one, m[1]) && !said(two, cl.text) || said(two, m[1]) && !said(one, cl.text) {
				return true
			}
		}
	}
	return false
}
