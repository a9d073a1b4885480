package retrieve

import (
	"regexp"
	"strings"
)

// Pages tell from the order to the end how long a piece of work takes, visitors ask "Wie lange dauert es, bis mein Schrank
// fertig ist?"

// UntilDone is a question how long it takes until something is ready, in the words in which pages tell it. The second result is
// false where it is none.
func (q Query) UntilDone() (Query, bool) {
	if m := untilDone.FindStringSubmatch(q.Text); m != nil {
		q.Context, q.Text = nil, "Wie lange dauert "+strings.TrimSpace(m[1])+" vom Auftrag bis zur Fertigstellung?"
		return q, true
	}
	if m := untilReady.FindStringSubmatch(q.Text); m != nil {
		q.Context, q.Text = nil, "How long does "+strings.TrimSpace(m[1])+" take from order to completion?"
		return q, true
	}
	return q, false
}

var (
	untilDone  = regexp.MustCompile(`(?i)\bwie ?lange? (?:dauert|braucht|geht|wird)(?:['’]?s| es| das| ihr)?(?: denn| so| etwa| ungefähr| ca\.?| dauern)*,? bis ((?:\pL+ ){1,4})(?:fertig|gemacht|gebaut|montiert|eingebaut|repariert) (?:ist|sind|wird|werden)\b`)
	untilReady = regexp.MustCompile(`(?i)\bhow long (?:does it take |will it take |will it be |is it )?(?:until|till|before) ((?:\pL+ ){1,4})(?:is|are|will be) (?:ready|done|finished|made|built|repaired|fixed)\b`)
)

// TellsDone says whether the best of what is found speaks of an order or of work that comes to its end: how long a parcel or a
// tour takes tells nothing of it.
func TellsDone(found Results) bool {
	return found.Enough && len(found.Hits) > 0 && speaksOfDone.MatchString(found.Hits[0].Passage.Text)
}

var speaksOfDone = regexp.MustCompile(`(?i)auftrag|fertig|aufma(?:ß|ss)|montage|einbau|reparatur|repari|abhol|\b(?:order(?:ed)?|ready|finish|complet|repair)`)
