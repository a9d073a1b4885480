package verify

import (
	"iter"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/retrieve"
)

var (
	markdownLink = regexp.MustCompile(`!?\[([^\]]*)\]\(([^)\s]*)[^)]*\)`)
	markup       = regexp.MustCompile("[*_`~#>|]+")
)

// plainText looks through Markdown. The target of a link is a fact of its own.
func plainText(text string) string {
	if strings.Contains(text, "[") {
		text = marker.ReplaceAllString(text, "")
		text = markdownLink.ReplaceAllString(text, "$1")
	}
	if strings.ContainsAny(text, "*_`~#>|") {
		text = markup.ReplaceAllString(text, " ")
	}
	return strings.Join(strings.Fields(strings.TrimLeft(strings.TrimSpace(text), "-•+ ")), " ")
}

// courtesies begin what is said to be polite or to ask back.
var courtesies = regexp.MustCompile(`(?i)^(?:gern[e ]|hallo|guten (?:tag|morgen|abend)|vielen dank|danke|bitte (?:wenden|kontaktieren|fragen|melden|geben|teilen|nennen|sagen|beachten sie, dass ich)|` +
	`(?:wenn|falls) sie (?:weitere|noch|mehr|möchten|wünschen|fragen)|ich hoffe|haben sie|kann ich|ich helfe|viel (?:spaß|erfolg|freude)|lassen sie|` +
	`hello|hi\b|thank|sure|of course|certainly|please (?:contact|ask|let|tell|reach|feel)|if you (?:have|need|would|want|like)|i hope|let me|feel free|can i|i can help|happy to|have a )`)

// unknowing is what is said to own up to not knowing. Each way of it denies.
var unknowing = regexp.MustCompile(`(?i)(?:dazu|darüber|hierzu|davon) (?:habe|finde|kann|weiß|liegen|gibt)\b.*\b(?:nicht|nichts|kein\w*)|(?:nicht|nichts|keine?\w*) .{0,40}(?:informationen|angaben|unterlagen|quellen|hinweise?)|` +
	`(?:informationen|unterlagen|quellen|passages?|sources?|information) .{0,60}(?:nicht|keine?\b|not|n['’]t|no\b|nothing)|weiß ich (?:leider )?nicht|(?:don['’]t|do not|cannot|can['’]t|could not|couldn['’]t) (?:know|find|answer|say)|no information|not (?:mentioned|stated|specified|provided)`)

// claims says whether a sentence states something that could be wrong.
func claims(plain string, stated *facts) bool {
	switch {
	case slices.ContainsFunc(stated.all, func(x fact) bool { return x.kind != dayFact && x.kind != monthFact }):
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

// negations, and words that deny like one: "geschlossen" says the same as "nicht geöffnet".
var negations = func() map[string]bool {
	words := map[string]bool{}
	for _, w := range strings.Fields(`nicht nie niemals ohne weder nirgends niemand nichts geschlossen ausgeschlossen ruhetag ruhetage schließtag unmöglich unzulässig ungültig untersagt verboten entfällt ausgenommen
		fehlt fehlen mangelt unzureichend disqualifiziert
		not no never without neither nor none nobody nothing cannot closed shut impossible excluded prohibited forbidden except unable unavailable
		fail fails failed lack lacks lacking insufficient disqualified`) {
		words[w] = true
	}
	return words
}()

// noDenial are words with a negation in them that deny nothing: "not only", "spätestens".
var noDenial = regexp.MustCompile(`(?i)\b(?:nicht (?:nur|mehr als|später als|selten|zuletzt)|not (?:only|more than|later than|less than)|no (?:later|more|less|fewer|sooner) than|(?:or|oder|ob|if) (?:not|nicht)|if not|wenn nicht)\b|["„“”‘'](?:nein|no|nicht|not)["“”’']`)

// undenied is what such words have in them.
var undenied = []string{"nicht nur", "nicht mehr", "nicht später", "nicht selten", "nicht zuletzt", "not only", "not more", "not later", "not less", "no later", "no more", "no less", "no fewer", "no sooner",
	"or n", "oder n", "ob n", "if n", "wenn n", `"n`, "„n", "“n", "”n", "‘n", "'n"}

// negated says whether a text denies something.
func negated(text string) bool {
	return hasNegation(text) && (!hasAny(strings.ToLower(text), undenied) || hasNegation(noDenial.ReplaceAllString(text, " ")))
}

// shutting is the German for being closed, as it is said: "Am Montag haben wir zu."
var shutting = regexp.MustCompile(`(?i)\b(?:ist|sind|bleibt|bleiben|hat|haben)\b[^,;!?]*\szu\s*(?:[,;.!?]|$)`)

func hasNegation(text string) bool {
	if strings.Contains(text, " zu") && shutting.MatchString(text) {
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

// denied says whether a sentence and the source that says most of it contradict each other: in the
// clauses that say the same, one denies what the other states. "Sonntags geschlossen" behind the
// hours of Saturday denies nothing about Saturday.
func (c *Checker) denied(plain string, source retrieve.Backing) bool {
	if c.onlyException(plain, source.Sentence, source.Language) {
		return true
	}
	from := source.Sentence
	if rest := reply.ReplaceAllString(plain, ""); rest != plain { // it denies what was asked, not what follows
		plain, from = rest, reply.ReplaceAllString(from, "")
	}
	here, there := negated(plain), negated(from)
	if there && !here && !conditional.MatchString(plain) {
		there = negated(ifNot.ReplaceAllString(from, " "))
	}
	differ := here != there
	if differ && c.ours(source.Language) && c.statedElsewhere(plain, from, c.factsOf(plain)) || !here && !there || c.deniesException(plain, from, source.Language) || c.sameOnly(plain, c.language, from, source.Language) || c.sameOnly(from, source.Language, plain, c.language) {
		return false
	}
	said, backed := clauses(plain), clauses(from)
	if len(said) == 1 && len(backed) == 1 || !differ && source.Language != c.language {
		return differ && !c.otherCase(plain, from) && !(here && free.MatchString(from) && !negated(freeDenial.ReplaceAllString(plain, "$1"))) && !c.saysBetter(plain, from, 1, nil, source)
	}
	if differ && (c.otherCase(plain, from) || here && free.MatchString(from) && !negated(freeDenial.ReplaceAllString(plain, "$1"))) {
		return false
	}
	least := certain
	if differ { // something was turned around: where, if not in what is nearest?
		least = 0
	}
	for _, s := range said {
		nearest, most := "", least
		for _, b := range c.sameFigures(s, backed) {
			if share := c.support.Said(s, c.language, b, source.Language); share > most {
				nearest, most = b, share
			}
		}
		if no := negated(s); nearest != "" && no != negated(nearest) && no != negated(reply.ReplaceAllString(nearest, "")) && !c.saysBetter(s, nearest, most, backed, source) {
			return true
		}
	}
	return false
}

// saysBetter reports whether another clause of the source, or another sentence of the hits, denies or states what a
// clause does, and is nearer to it in its own words: "keine Kreditkarten" than "EC-Karte und Barzahlung".
func (c *Checker) saysBetter(clause, nearest string, most float64, backed []string, source retrieve.Backing) bool {
	if !c.ours(source.Language) {
		return false
	}
	no := negated(clause)
	own := c.content(clause)
	if no && backed != nil && c.deniesUnknown(own) {
		return true
	}
	words := c.share(own, nearest, sameWord)
	for _, b := range backed {
		if negated(b) == no && c.share(own, b, sameWord) > words {
			return true
		}
	}
	for _, text := range c.read() {
		for _, at := range retrieve.Sentences(text) {
			if s := text[at[0]:at[1]]; s != source.Sentence && negated(s) == no && c.share(own, s, sameWord) > words {
				return true
			}
		}
	}
	other := c.backing(clause)
	return other.Sentence != source.Sentence && other.Single > most && negated(other.Sentence) == no
}

// deniesUnknown reports whether one of the words of a clause that denies is known to no source: then none says the
// opposite. "No gas kilns, both are electric."
func (c *Checker) deniesUnknown(words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return !negations[strings.ToLower(w)] && c.held(w) < likeWord })
}

// conditional begins what something depends on, and ifNot denies that: "wenn er nicht gekündigt wird".
var (
	conditional = regexp.MustCompile(`(?i)\b(?:wenn|falls|sofern|if|unless)\b`)
	ifNot       = regexp.MustCompile(`(?i)\b(?:wenn|falls|sofern) (?:\pL+ ){1,2}nicht\b`)
)

// otherwise begins what holds in the other case.
var otherwise = regexp.MustCompile(`(?i)\b(?:sonst|ansonsten|andernfalls|otherwise)\b`)

// otherCase reports whether a sentence denies nothing but the case of which the source says what holds otherwise:
// "Ohne Kauf kostet er 20 €." of "Beim Kauf kostenlos, sonst 20 €."
func (c *Checker) otherCase(plain, source string) bool {
	return otherwise.MatchString(source) && negated(plain) && !negated(lacking.ReplaceAllString(plain, " "))
}

// sameFigures are the clauses that state an amount which a clause states, all if none does: "ohne Rezept
// zahlt die Kasse nichts, mit Rezept 785 €" says two things of the same.
func (c *Checker) sameFigures(clause string, backed []string) []string {
	if !strings.ContainsAny(clause, digits) {
		return backed
	}
	stated := c.factsOf(clause)
	var out []string
	for _, b := range backed {
		if stated.sameAmount(c.factsOf(b)) {
			out = append(out, b)
		}
	}
	if out == nil {
		return backed
	}
	return out
}

// clauses cuts a sentence into clauses. What is too short to be one ("Montags, dienstags und …") belongs
// to the next.
func clauses(sentence string) []string {
	var out []string
	first := 0
	for at := range breaks(sentence, "aber", "sondern", "jedoch", "but", "–", "—") {
		if len(strings.Fields(sentence[first:at[0]])) >= 3 {
			out = append(out, sentence[first:at[0]])
			first = at[1]
		}
	}
	return append(out, sentence[first:])
}

// breaks gives where parts of a sentence are set apart: by a comma or semicolon, or by one of the words
// between them.
func breaks(sentence string, between ...string) iter.Seq[[2]int] {
	const spaces = "\t\n\f\r "
	behind := func(at int) int { // the spaces from at on
		return len(sentence) - len(strings.TrimLeft(sentence[at:], spaces))
	}
	return func(yield func([2]int) bool) {
		for at := 0; at < len(sentence); {
			end, next := 0, at+1
			switch sentence[at] {
			case ',', ';':
				end = behind(at + 1)
				if end == at+1 {
					end = 0
				}
			case ' ', '\t', '\n', '\f', '\r':
				next = behind(at)
				for _, w := range between {
					if strings.HasPrefix(sentence[next:], w) && behind(next+len(w)) > next+len(w) {
						end = behind(next + len(w))
					}
				}
			}
			if end == 0 {
				at = next
				continue
			}
			if !yield([2]int{at, end}) {
				return
			}
			at = end
		}
	}
}
