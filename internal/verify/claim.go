package verify

import (
	"regexp"
	"strings"
	"unicode"

	"github.com/webchatagent/wca/internal/date"
	"github.com/webchatagent/wca/internal/retrieve"
	"github.com/webchatagent/wca/internal/verify/fact"
	"github.com/webchatagent/wca/internal/verify/pattern"
)

// claim is a sentence under judgement: what it says, and what in the hits says most of it.
type claim struct {
	text    string      // without Markdown
	small   string      // the same in small letters
	facts   *fact.Facts // that it states
	denies  bool
	backing retrieve.Backing
	sums    []workedOut // amounts that it has worked out, once summed
	summed  bool
	says    map[string]bool // words of labels, as far as they were asked for
	tells   map[string]bool // what stands in cells, likewise
	named   *namedRows      // once asked for
	inParts map[string]*claim
	laid    *besideSource // once asked for
	known   bool          // backing's sentence is in the claim's language, and the rules know the words of it
}

// near reports whether the sentence of the sources that says most of the claim says enough of it to be compared with it
// word by word.
func (cl *claim) near() bool { return cl.known && cl.backing.Single >= enough }

// has reports whether the claim matches a pattern, hints whether it may.
func (cl *claim) has(p pattern.Pattern) bool { return cl.hints(p) && p.MatchString(cl.text) }

func (cl *claim) hints(p pattern.Pattern) bool { return pattern.HasAny(cl.small, p.Hints) }

// enough is the share of a sentence's words that must be backed; certain is that from which on
// sentence and source say so much of the same that a negation in only one of them is a
// contradiction. Both were chosen on the tuning half of parallel texts (see test/eval/support).
const (
	enough        = 0.5
	enoughAbroad  = 0.45 // of a passage in another language
	certain       = 0.7
	certainAbroad = 0.4 // of a source in another language, which shares fewer words
	certainSole   = 0.5 // where no other sentence speaks of the matter
	related       = 0.3 // of another passage that a number may come from
)

// claim reads a sentence and looks for what backs it. It is nil if the sentence states nothing that could be wrong.
func (c *Checker) claim(text string) *claim {
	text = c.exact(corrected(fact.Seen(text)))
	cl := &claim{text: plainText(text)}
	if led := leadIn.FindString(cl.text); led != "" {
		cl.text = cl.text[len(led):]
	}
	cl.facts = fact.Claimed(text, cl.text)
	if !claims(cl.text, cl.facts) {
		return nil
	}
	cl.small, cl.denies = strings.ToLower(cl.text), negated(cl.text)
	if c.support == nil {
		c.support = c.index.Support(c.hits)
	}
	about := matter(cl.text)
	cl.backing = c.backing(about)
	if cl.backing.Share < enough || cl.backing.Sentence == "" {
		if short := priced(about, cl.facts); short != cl.text {
			if other := c.backing(short); other.Share > cl.backing.Share {
				cl.backing = other
			}
		}
	}
	cl.known = c.ours(cl.backing.Language)
	return cl
}

// leadIn says where what follows is from, as if there could be another source.
var leadIn = regexp.MustCompile(`(?i)^(?:(?:laut|gemäß) (?:der |den |dem |unserer |unseren )?(?:website|webseite|homepage|seite|angaben|unterlagen|informationen|quellen?)\b(?: gilt)?[,:]?|according to (?:the|our|their) (?:website|web site|site|page|sources?|information|documents)\b[,:]?)\s+`)

// correction is an amount that another takes the place of: "nicht 24 €, sondern 34 €".
var correction = regexp.MustCompile(`(?i)\b(?:nicht|not)\s+((?:\pL+\s+){0,2}[€£$]?\d[^;!?]{0,30}?),?\s+(?:sondern|but)\s+((?:\pL+\s+){0,2}[€£$]?\d)`)

// corrected is a sentence without amounts that it takes back.
func corrected(text string) string {
	if !strings.Contains(text, "sondern ") && !strings.Contains(text, " but ") {
		return text
	}
	return correction.ReplaceAllString(text, "$2")
}

var (
	markdownLink = regexp.MustCompile(`!?\[([^\]]*)\]\(([^)\s]*)[^)]*\)`)
	markup       = regexp.MustCompile("[*_`~#>|]+")
	// itemNumber is the number of a list's item, which the writer chose: none of a date follows it.
	itemNumber = regexp.MustCompile(`^\d{1,2}[.)] (\pL{2,})`)
)

// plainText looks through Markdown. The target of a link is a fact of its own.
func plainText(text string) string {
	if strings.Contains(text, "[") {
		text = fact.Citation.ReplaceAllString(text, "")
		text = markdownLink.ReplaceAllString(text, "$1")
	}
	if strings.ContainsAny(text, "*_`~#>|") {
		text = markup.ReplaceAllString(text, " ")
	}
	text = strings.Join(strings.Fields(strings.TrimLeft(strings.TrimSpace(text), "-•+ ")), " ")
	if m := itemNumber.FindStringSubmatchIndex(text); m != nil && date.Month(strings.ToLower(text[m[2]:m[3]])) == 0 {
		text = text[m[2]:]
	}
	return text
}

// courtesies begin what is said to be polite or to ask back.
var courtesies = regexp.MustCompile(`(?i)^(?:gern[e ]|hallo|guten (?:tag|morgen|abend)|vielen dank|danke|bitte (?:wenden|kontaktieren|fragen|melden|geben|teilen|nennen|sagen|beachten sie, dass ich)|` +
	`(?:wenn|falls) sie (?:weitere|noch|mehr|möchten|wünschen|fragen)|ich hoffe|haben sie|kann ich|ich helfe|viel (?:spaß|erfolg|freude)|lassen sie|` +
	`hello|hi\b|thank|sure|of course|certainly|please (?:contact|ask|let|tell|reach|feel)|if you (?:have|need|would|want|like)|i hope|let me|feel free|can i|i can help|happy to|have a )`)

// unknowing is what is said to own up to not knowing. Each way of it denies.
var unknowing = regexp.MustCompile(`(?i)(?:dazu|darüber|hierzu|davon) (?:habe|finde|kann|weiß|liegen|gibt)\b.*\b(?:nicht|nichts|kein\w*)|(?:nicht|nichts|keine?\w*) .{0,40}(?:informationen|angaben|unterlagen|quellen|hinweise?)|` +
	`(?:informationen|unterlagen|quellen|passages?|sources?|information) .{0,60}(?:nicht|keine?\b|not|n['’]t|no\b|nothing)|weiß ich (?:leider )?nicht|(?:don['’]t|do not|cannot|can['’]t|could not|couldn['’]t) (?:know|find|answer|say)|no information|not (?:mentioned|stated|specified|provided)`)

// claims says whether a sentence states something that could be wrong.
func claims(plain string, stated *fact.Facts) bool {
	switch {
	case stated.Any(func(x fact.Fact) bool { return x.Kind != fact.Day && x.Kind != fact.Month }):
		return true
	case plain == "", strings.HasSuffix(plain, "?"), strings.HasSuffix(plain, ":"):
		return false
	case courtesies.MatchString(plain), denies(plain) && unknowing.MatchString(plain):
		return false
	}
	return len(strings.FieldsFunc(plain, func(r rune) bool { return !unicode.IsLetter(r) })) > 2
}

// denies says whether a sentence can match unknowing, which takes long to find out.
func denies(plain string) bool {
	plain = strings.ToLower(plain)
	for _, no := range []string{"no", "nicht", "kein", "n't", "n’t"} {
		if strings.Contains(plain, no) {
			return true
		}
	}
	return false
}

// costVerb says of an amount of money what the amount says already.
var costVerb = regexp.MustCompile(`(?i)\b(?:kostet|kosten|costs?|beträgt|betragen|zahlt|zahlen|übernimmt|übernehmen|erstattet|erstatten|covers?|pays?)\b`)

// matter is a sentence without a reply to what was asked, and without words that only deny.
func matter(plain string) string {
	return ever.ReplaceAllString(reply.ReplaceAllString(plain, ""), " ")
}

// figured is an amount with its measure, or a time of day in words.
var figured = regexp.MustCompile(`(?i)(?:\d[\d.,]*\s?(?:euros?|eur|cents?|pounds?|dollars?|pence|franken|uhr|prozent|percent|per cent|am|pm)\b|\b(?:halb|viertel nach|viertel vor|dreiviertel|half past|quarter past|quarter to)\s+\pL+\b|\bin the (?:morning|afternoon|evening)\b)`)

// priced is a sentence that states amounts or times without the words for them, which are facts, without such sayings,
// which the sources must say themselves, and without such a verb if it states money: a price list has none.
func priced(plain string, stated *fact.Facts) string {
	plain = figured.ReplaceAllString(plain, " ")
	for _, s := range sayings {
		if s.claimed.In(plain) {
			plain = s.claimed.ReplaceAllString(plain, " ")
		}
	}
	if stated.Any(fact.IsMoney) {
		plain = costVerb.ReplaceAllString(plain, " ")
	}
	return plain
}
