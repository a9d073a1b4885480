package verify

import (
	"regexp"
	"strings"

	"github.com/webchatagent/wca/internal/wordlist"
)

// actor is who does what in a sentence that speaks to its reader: a verb, and whether the firm or the reader does it.
type actor struct {
	verb string
	firm bool
}

var (
	// germanActors are verbs beside who does it, englishActors who does it before the verb.
	germanActors  = regexp.MustCompile(`(\pL{4,})\s+(wir|[Ss]ie)\b|\b([Ww]ir|Sie)\s+(\pL{4,})`)
	englishActors = regexp.MustCompile(`(?i)\b(we|you)\s+(?:(?:will|can|must|should|may|have to|need to)\s+)?(\pL{3,})`)
	// bears are verbs for paying what something costs.
	bears = map[string]bool{"tragen": true, "übernehmen": true, "zahlen": true, "bezahlen": true, "bear": true, "pay": true, "cover": true}
)

// helping are verbs that say nothing of what is done.
var helping = wordlist.Set(`brauchen benötigen haben sind werden können müssen dürfen sollen sollten möchten wollen bitte erhalten bekommen finden
		have are can must may should need will would also get want offer find accept`)

// actors are those of a sentence.
func (c *Checker) actors(text string) []actor {
	var out []actor
	add := func(verb, who string) {
		verb = strings.ToLower(verb)
		switch {
		case helping[verb]:
			return
		case bears[verb]:
			verb = "tragen"
		}
		out = append(out, actor{verb, who == "wir" || who == "we"})
	}
	if c.language == "en" {
		for _, m := range englishActors.FindAllStringSubmatch(text, -1) {
			add(m[2], strings.ToLower(m[1]))
		}
		return out
	}
	for _, m := range germanActors.FindAllStringSubmatch(text, -1) {
		add(m[1]+m[4], strings.ToLower(m[2]+m[3]))
	}
	return out
}

// otherActor reports whether a sentence says of the reader what its source says of the firm, or the other way round:
// "Die Kosten übernehmen wir" of "Die Kosten tragen Sie".
func (c *Checker) otherActor(cl *claim) bool {
	if !cl.near() || !cl.deniesLike(cl.backing.Sentence) {
		return false
	}
	stated := c.actors(cl.text)
	if len(stated) == 0 {
		return false
	}
	there := c.actors(cl.backing.Sentence)
	for _, a := range stated {
		same, other := false, false
		for _, b := range there {
			if a.verb == b.verb {
				same, other = same || a.firm == b.firm, other || a.firm != b.firm
			}
		}
		if other && !same {
			return true
		}
	}
	return false
}
