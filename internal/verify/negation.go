package verify

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/verify/fact"
	"github.com/webchatagent/wca/internal/verify/pattern"
	"github.com/webchatagent/wca/internal/wordlist"
)

// negations, and words that deny like one: "geschlossen" says the same as "nicht geöffnet".
var negations = wordlist.Set(`nicht nie niemals ohne weder nirgends niemand nichts geschlossen ausgeschlossen ruhetag ruhetage schließtag unmöglich unzulässig ungültig untersagt verboten entfällt ausgenommen
		fehlt fehlen mangelt unzureichend disqualifiziert
		not no never without neither nor none nobody nothing cannot closed shut impossible excluded prohibited forbidden except unable unavailable
		fail fails failed lack lacks lacking insufficient disqualified`)

// notWithout denies that something goes without a thing, which states that it goes with it only: "nicht ohne Helm";
// withoutNot says so the other way round.
const (
	notWithout = `(?:\b(?:nicht|nie|niemals|kein\w*|not|never|cannot|no)|n['’]t)\s(?:\pL+\s){0,3}(?:ohne|without)\s+([^,;.!?:–]+)`
	withoutNot = `\b(?:ohne|without)\s+([^,;.!?:–]+?)\s(?:\pL+\s){0,4}(?:nicht|kein\w*|not|cannot)\b`
)

// noDenial are words with a negation in them that deny nothing: "not only", "spätestens".
var noDenial = regexp.MustCompile(`(?i)` + notWithout + `|` + withoutNot + `|\bno\.:|\b(?:noch nicht \d+|not yet \d+|nicht (?:nur|mehr als|später als|selten|zuletzt)|not (?:only|more than|later than|less than)|no (?:later|more|less|fewer|sooner) than|(?:or|oder|ob|if) (?:not|nicht)|if not|wenn nicht)\b|(?:nicht|not) (?:\pL+ ){0,2}(?:verboten|ausgeschlossen|unmöglich|untersagt|forbidden|prohibited|excluded|impossible)\b|["„“”‘'](?:nein|no|nicht|not)["“”’']`)

// undenied is what such words have in them.
var undenied = []string{"no.:", "nicht nur", "nicht mehr", "nicht später", "nicht selten", "nicht zuletzt", "not only", "not more", "not later", "not less", "no later", "no more", "no less", "no fewer", "no sooner",
	"or n", "oder n", "ob n", "if n", "wenn n", "ohne", "without", "noch nicht", "not yet", "verboten", "ausgeschlossen", "unmöglich", "untersagt", "forbidden", "prohibited", "excluded", "impossible", `"n`, "„n", "“n", "”n", "‘n", "'n"}

// negated says whether a text denies something.
func negated(text string) bool {
	return hasNegation(text) && (!pattern.HasAny(strings.ToLower(text), undenied) || hasNegation(noDenial.ReplaceAllString(text, " ")))
}

// shutting is the German for being closed, as it is said: "Am Montag haben wir zu."
var shutting = regexp.MustCompile(`(?i)\b(?:ist|sind|bleibt|bleiben|hat|haben)\b[^,;!?]*\szu\s*(?:[,;.!?]|$)`)

// apartFrom excepts what follows it, which "apart" alone does not: "20 minutes apart".
var apartFrom = regexp.MustCompile(`(?i)\bapart from\s`)

func hasNegation(text string) bool {
	if strings.Contains(text, " zu") && shutting.MatchString(text) || strings.Contains(text, "part from ") && apartFrom.MatchString(text) {
		return true
	}
	between := func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' && r != '-' }
	for w := range strings.FieldsFuncSeq(strings.ToLower(text), between) {
		w = strings.Trim(w, "'’-")
		if negations[w] || strings.HasPrefix(w, "kein") && utf8.RuneCountInString(w) <= len("keinerl") || strings.HasSuffix(w, "n't") || strings.HasSuffix(w, "n’t") {
			return true
		}
	}
	return false
}

// reply is a "no" or "yes" to what was asked. What follows a "no" may well state something: "No, both kilns
// are electric."
var reply = regexp.MustCompile(`(?i)^(?:no|nein|nee|nope|yes|ja|doch|yep)\s*[,.;:!–—-]+\s+`)

// ever are words that only deny: they say nothing of what a sentence is about.
var ever = regexp.MustCompile(`(?i)\b(?:never|nie|niemals|none|nobody|niemand|nowhere|nirgends)\b`)

// conditional begins what something depends on, and ifNot denies that: "wenn er nicht gekündigt wird".
var (
	conditional = regexp.MustCompile(`(?i)\b(?:wenn|falls|sofern|if|unless)\b`)
	ifNot       = regexp.MustCompile(`(?i)\b(?:wenn|falls|sofern) (?:\pL+ ){1,2}nicht\b`)
)

// deniesLike reports whether a claim denies something where a source does, but for what they say something goes without.
func (cl *claim) deniesLike(source string) bool {
	if cl.denies == negated(source) {
		return true
	}
	return negated(lacking.ReplaceAllString(cl.text, " ")) == negated(lacking.ReplaceAllString(source, " "))
}

// lacking are the words that deny what follows them and not what is said: "jederzeit ohne Termin".
var lacking = regexp.MustCompile(`(?i)\b(?:ohne|without)\b`)

// statedElsewhere reports whether a sentence of the hits that denies nothing states an amount that a
// sentence gives, of the same subject: "Businesses are charged 20%." beside "Private households pay no VAT."
func (c *Checker) statedElsewhere(plain, denying string) bool {
	stated := c.factsOf(plain)
	if !stated.Any(fact.IsMeasured) || c.beginsAlike(denying, plain) {
		return false
	}
	return slices.ContainsFunc(c.sentences(), func(s string) bool {
		return strings.ContainsAny(s, fact.Digits) && !negated(s) && stated.SameAmount(c.factsOf(s)) && c.beginsAlike(s, plain)
	})
}

// beginsAlike reports whether a sentence has the first word that says what a source is about.
func (c *Checker) beginsAlike(source, plain string) bool {
	words := c.content(source)
	return len(words) > 0 && c.coverage(words[0], plain) >= sameWord
}
