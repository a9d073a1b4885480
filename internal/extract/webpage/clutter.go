package webpage

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/webchatagent/wca/internal/extract/document"
	"github.com/webchatagent/wca/internal/wordlist"
)

// longestClutter is how many bytes a block may have that says nothing about what the page is about.
const longestClutter = 90

var (
	// clutter are whole blocks that pages have for handling them, and what labels their advertisements: "Anzeige", "Show more".
	clutter = linesOf(`anzeige
advertisement
advertorial
sponsored
teilen
beitrag teilen
artikel teilen
share
share this
share this post
share this article
tweet
drucken
mehr anzeigen
weniger anzeigen
mehr laden
show more
show less
load more
click to expand
click to collapse
kommentar verfassen
kommentar schreiben
kommentar hinterlassen
kommentar abschicken
schreibe einen kommentar
hinterlasse einen kommentar
antwort hinterlassen
leave a comment
leave a reply
post a comment
add a comment
deine e-mail-adresse wird nicht veröffentlicht
e-mail-adresse wird nicht veröffentlicht
e-mail adresse wird nicht veröffentlicht
your email address will not be published`)
	// loading stands where a script puts something; credit names who made a picture; sectioned is what a generator of manuals
	// says of a link beside a heading.
	loading   = regexp.MustCompile(`(?i)^(?:loading(?: [\w-]+)?|(?:(?:die )?(?:seite|inhalte?) )?(?:wird|werden) geladen) ?(?:\.{2,3}|…)$`)
	credit    = regexp.MustCompile(`(?i)^(?:fotos?|bild|bildquelle|bildnachweis|photo|photo credit|image|image credit)\s?: ?(?:[^.!?\d]+|[^.!?]*©[^.!?]*)$`)
	sectioned = regexp.MustCompile(`^Section titled “.+”$`)
)

func linesOf(list string) map[string]bool {
	m := map[string]bool{}
	for _, line := range wordlist.Lines(list) {
		m[line] = true
	}
	return m
}

// isClutter says whether a block is of no use to who asks something of the page.
func isClutter(b document.Block) bool {
	if len(b.Text) > longestClutter || b.Kind == document.KindCode || b.Kind == document.KindRow {
		return false
	}
	text := strings.ToLower(strings.Trim(b.Text, " .…:*-–|"))
	return clutter[text] || loading.MatchString(b.Text) || credit.MatchString(b.Text) || sectioned.MatchString(b.Text)
}

// marks are lines that say of what kind the paragraph below them is.
var marks = wordlist.Set("note tip warning important caution info danger attention hint hinweis tipp achtung warnung wichtig vorsicht")

// tidied are blocks without clutter. A heading of text that is none is none: a printer's page has one, "Drucken". What marks a paragraph ("Warning") stands in front of it, in one block.
func tidied(blocks []document.Block) []document.Block {
	out := blocks[:0]
	for i := 0; i < len(blocks); i++ {
		b := blocks[i]
		if isClutter(b) && !(b.Kind == document.KindHeading && i+1 < len(blocks) && blocks[i+1].Kind != document.KindHeading && !isClutter(blocks[i+1])) {
			continue
		}
		if mark := strings.TrimRight(b.Text, ":!"); b.Kind == document.KindParagraph && marks[strings.ToLower(mark)] && i+1 < len(blocks) && blocks[i+1].Kind == document.KindParagraph {
			i++
			anchor := b.Anchor
			b = blocks[i]
			b.Text, b.Anchor, b.Bold = mark+": "+b.Text, anchor, 0
		}
		out = append(out, b)
	}
	return out
}

// hints notes the elements that tell what is to be written into a field, and nothing about the firm.
func (h *hider) hints(n *html.Node) {
	if n.DataAtom != atom.Input && n.DataAtom != atom.Textarea || !isWritten(n) {
		return
	}
	for id := range strings.FieldsSeq(attr(n, "aria-describedby")) {
		h.hinting[id] = true
	}
}
