package verify

import (
	"regexp"
	"strings"
	"unicode"
)

var (
	markdownLink = regexp.MustCompile(`!?\[([^\]]*)\]\(([^)\s]*)[^)]*\)`)
	markup       = regexp.MustCompile("[*_`~#>|]+")
)

// plainText looks through Markdown. The target of a link is a fact of its own.
func plainText(text string) string {
	text = marker.ReplaceAllString(text, "")
	text = markdownLink.ReplaceAllString(text, "$1")
	text = markup.ReplaceAllString(text, " ")
	return strings.Join(strings.Fields(strings.TrimLeft(strings.TrimSpace(text), "-•+ ")), " ")
}

// courtesies begin or hold what is said to be polite, to ask back, or to own up to not knowing.
var courtesies = regexp.MustCompile(`(?i)^(?:gern[e ]|hallo|guten (?:tag|morgen|abend)|vielen dank|danke|bitte (?:wenden|kontaktieren|fragen|melden|geben|teilen|nennen|sagen|beachten sie, dass ich)|` +
	`(?:wenn|falls) sie (?:weitere|noch|mehr|möchten|wünschen|fragen)|ich hoffe|haben sie|kann ich|ich helfe|viel (?:spaß|erfolg|freude)|lassen sie|` +
	`hello|hi\b|thank|sure|of course|certainly|please (?:contact|ask|let|tell|reach|feel)|if you (?:have|need|would|want|like)|i hope|let me|feel free|can i|i can help|happy to|have a )` +
	`|(?:dazu|darüber|hierzu|davon) (?:habe|finde|kann|weiß|liegen|gibt)\b.*\b(?:nicht|nichts|kein\w*)|(?:nicht|nichts|keine?\w*) .{0,40}(?:informationen|angaben|unterlagen|quellen|hinweise?)|` +
	`(?:informationen|unterlagen|quellen|passages?|sources?|information) .{0,60}(?:nicht|keine?\b|not|n['’]t|no\b|nothing)|weiß ich (?:leider )?nicht|(?:don['’]t|do not|cannot|can['’]t|could not|couldn['’]t) (?:know|find|answer|say)|no information|not (?:mentioned|stated|specified|provided)`)

// claims says whether a sentence states something that could be wrong.
func claims(plain string, stated facts) bool {
	switch {
	case len(stated) > 0:
		return true
	case plain == "", strings.HasSuffix(plain, "?"), strings.HasSuffix(plain, ":"):
		return false
	case courtesies.MatchString(plain):
		return false
	}
	return len(strings.FieldsFunc(plain, func(r rune) bool { return !unicode.IsLetter(r) })) > 2
}

// negations, and words that deny like one: "geschlossen" says the same as "nicht geöffnet".
var negations = regexp.MustCompile(`(?i)(?:^|[^\pL])(?:nicht|kein\w{0,3}|nie|niemals|ohne|weder|nirgends|niemand|nichts|geschlossen|ausgeschlossen|unmöglich|untersagt|verboten|entfällt|ausgenommen|` +
	`not|no|never|without|neither|nor|none|nobody|nothing|cannot|closed|impossible|excluded|prohibited|forbidden|except|unable)(?:$|[^\pL])|n['’]t(?:$|[^\pL])|(?:^|[^\pL])un(?:möglich|zulässig|gültig|available|able)`)

func negated(text string) bool { return negations.MatchString(text) }
