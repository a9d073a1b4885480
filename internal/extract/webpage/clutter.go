package webpage

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/webchatagent/wca/internal/extract/contact"
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
your email address will not be published
nach oben
zurück nach oben
zum seitenanfang
zum inhalt springen
zurück zur übersicht
zur übersicht
back to overview
passwort vergessen?
ich habe mein passwort vergessen
back to top
skip to content
skip to main content
cookie-einstellungen
cookie-einstellungen ändern
cookies verwalten
datenschutzeinstellungen
privatsphäre-einstellungen
cookie settings
privacy settings
manage cookies
newsletter abonnieren
jetzt newsletter abonnieren
zum newsletter anmelden
newsletter anmelden
subscribe to our newsletter
sign up for our newsletter`)
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

const (
	// longestFoot is how many bytes a line at the foot of a page may have, longestCopyright one of its parts that says whose
	// the page is.
	longestFoot      = 200
	longestCopyright = 90
)

var (
	// footLinks are what the foot of a page leads to.
	footLinks = linesOf(`impressum
datenschutz
datenschutzerklärung
datenschutzhinweise
datenschutzbestimmungen
agb
agbs
allgemeine geschäftsbedingungen
nutzungsbedingungen
widerruf
widerrufsrecht
widerrufsbelehrung
sitemap
inhaltsverzeichnis
barrierefreiheit
erklärung zur barrierefreiheit
cookies
cookie-einstellungen
cookie-richtlinie
kontakt
home
startseite
login
anmelden
webmaster
nach oben
newsletter
presse
karriere
imprint
legal notice
legal
privacy
privacy policy
cookie policy
cookie settings
terms
terms of use
terms of service
terms & conditions
terms and conditions
accessibility
contact
careers
alle rechte vorbehalten
all rights reserved`)
	// footParts stand between them.
	footParts = regexp.MustCompile(`\s*[|·•–,/›»\n]\s*|\s+[-*]\s+|\.\s+`)
	// copyright says whose a page is.
	copyright = regexp.MustCompile(`(?i)^(?:copyright\b|©|\(c\) ?(?:19|20)\d\d|&copy;|(?:19|20)\d\d ?©)`)
	// following asks to follow the firm elsewhere; made says what a page was made with, or for what.
	following = regexp.MustCompile(`(?i)^(?:folge?n? (?:sie )?uns|follow us|besuchen sie uns|find us|wir (?:sind )?auf)(?: (?:auch|jetzt))?(?: (?:auf|bei|on))?(?:(?: |, | & | und | and )(?:facebook|instagram|linkedin|xing|youtube|twitter|tiktok|pinterest|social media|x))*[!.:]?$`)
	made      = regexp.MustCompile(`(?i)^(?:(?:proudly )?powered by|(?:diese )?(?:website|webseite|webdesign|homepage) (?:(?:wurde )?erstellt |realisiert |umgesetzt )?(?:by|von|mit|with|durch)|webdesign:|erstellt mit (?:wix|jimdo|wordpress)|created with|built with) ?.{2,50}$|^(?:diese seite (?:ist|wurde) )?optimiert für .{0,30}\d+ ?x ?\d+|^(?:sie sind )?besucher (?:nr\.?|nummer|seit)`)
)

// isFoot says whether a line is one of those at the foot of every page: whose it is and where the imprint is.
func isFoot(line string) bool {
	if len(line) > longestFoot || contact.Told(line) {
		return false
	}
	if following.MatchString(line) {
		return true
	}
	parts, known, owned := 0, 0, false
	for _, part := range footParts.Split(line, -1) {
		part = strings.Trim(part, " .|·•-–")
		if strings.Trim(part, "0123456789") == "" { // the count of visitors
			continue
		}
		parts++
		switch own := copyright.MatchString(part); {
		case own && len(part) > longestCopyright:
			return false
		case own:
			known, owned = known+2, true
		case footLinks[strings.ToLower(part)], made.MatchString(part), following.MatchString(part):
			known++
		case owned && parts <= 3 && isName(part): // © 2024, Muster GmbH
		default:
			return false
		}
	}
	return known >= 2 || known == 1 && made.MatchString(line)
}

// leadsToFoot says whether a text names nothing but what the foot of a page leads to.
func leadsToFoot(text string) bool { return footLinks[strings.ToLower(text)] || isFoot(text) }

// longestFirm is how many bytes the name of a firm behind its copyright may have.
const longestFirm = 40

// statesSmall finds what names of firms do not have: a colon, and words in small letters that say something of them.
var statesSmall = regexp.MustCompile(`:|(?:^|\s)(?:nur|nach|ab|bis|seit|ist|sind|hat|haben|wir|only|by|from|to|until|since|is|are|we|geschlossen|geöffnet|closed|open)(?:$|\s)`)

// isName says whether a part of a line behind a copyright is the name of a firm rather than what it says.
func isName(part string) bool { return len(part) <= longestFirm && !statesSmall.MatchString(part) }

// withoutFoot is a block without the lines that stand at the foot of every page.
func withoutFoot(b document.Block) (left document.Block, whole bool) {
	if b.Kind != document.KindParagraph && b.Kind != document.KindItem && b.Kind != document.KindCaption {
		return b, false
	}
	if isFoot(b.Text) {
		return b, true
	}
	if !strings.Contains(b.Text, "\n") {
		return b, false
	}
	var kept []string
	for line := range strings.SplitSeq(b.Text, "\n") {
		if !isFoot(line) {
			kept = append(kept, line)
		}
	}
	left = b
	left.Text = strings.Join(kept, "\n")
	left.Bold = min(b.Bold, len(left.Text))
	return left, len(kept) == 0
}

// marks are lines that say of what kind the paragraph below them is.
var marks = wordlist.Set("note tip warning important caution info danger attention hint hinweis tipp achtung warnung wichtig vorsicht")

// tidied are blocks without clutter. A heading of text that is none is none: a printer's page has one, "Drucken". What marks a paragraph ("Warning") stands in front of it, in one block.
func tidied(blocks []document.Block) []document.Block {
	out := blocks[:0]
	ends := 0 // of what is left out
	for i := 0; i < len(blocks); i++ {
		b := blocks[i]
		b.Ends = sooner(b.Ends, ends)
		ends = b.Ends
		if isClutter(b) && !(b.Kind == document.KindHeading && i+1 < len(blocks) && blocks[i+1].Kind != document.KindHeading && !isClutter(blocks[i+1])) {
			continue
		}
		var foot bool
		if b, foot = withoutFoot(b); foot {
			continue
		}
		if mark := strings.TrimRight(b.Text, ":!"); b.Kind == document.KindParagraph && marks[strings.ToLower(mark)] && i+1 < len(blocks) && blocks[i+1].Kind == document.KindParagraph {
			i++
			anchor := b.Anchor
			b = blocks[i]
			b.Text, b.Anchor, b.Bold, b.Ends = mark+": "+b.Text, anchor, 0, sooner(b.Ends, ends)
		}
		ends = 0
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
