package webpage

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/webchatagent/wca/internal/extract/contact"
	"github.com/webchatagent/wca/internal/extract/document"
	"github.com/webchatagent/wca/internal/sentence"
)

// notices are the elements of a page that ask for consent to cookies: the text with its buttons.
type notices map[*html.Node]bool

const (
	// longestConsent is how many bytes what a button says may have by which a visitor consents, mostConsents how many of
	// them are looked at.
	longestConsent = 60
	mostConsents   = 8
	// longestNotice is how many bytes a notice has at most; policies about cookies are longer.
	longestNotice = 5000
	// noticeUp is how many elements around such a button are looked at for the text that it belongs to.
	noticeUp = 8
	// leastNotice is how many bytes a text has at least that asks for consent, its buttons aside.
	leastNotice = 25
	// shortNotice is up to how many bytes a notice need not speak of consent in most of its words.
	shortNotice = 800
)

var (
	// consents are what buttons and links say by which a visitor consents, or does not.
	consents = whole(`(?:ja, )?(?:ich )?(?:akzeptiere|erlaube|stimme)\b.{0,30}`, `(?:alle[sn]?|ausgewählte|auswahl|alle cookies|cookies)? ?(?:akzeptieren|zulassen|annehmen|erlauben|zustimmen|bestätigen)(?: (?:und|&) (?:weiter|schließen|fortfahren)\w*)?`, `(?:allen?|ausgewählten?) zustimmen`,
		`einverstanden`, `nur (?:notwendige|essenzielle|essentielle|erforderliche|technisch notwendige)\b.{0,30}`, `(?:i )?accept\b.{0,25}`, `allow (?:all|cookies|selection)\b.{0,15}`, `(?:yes,? )?(?:i )?agree\b.{0,25}`, `(?:yes, )?i(?:['’]m| am) (?:happy|ok)\b.{0,20}`, `(?:alle )?ablehnen`, `reject(?: all)?\b.{0,15}`, `decline\b.{0,10}`, `(?:die )?(?:google ?maps?|karten?|inhalte?|videos?|map|content|externen? \w+)(?: von [\w ]{2,20})? (?:jetzt )?(?:immer )?(?:laden|anzeigen|entsperren|freigeben)`, `(?:load|show|unblock) (?:the )?(?:map|video|content)`, `got it`, `verstanden`, `ok(?:ay)?`, `zustimmen`)
	// aboutConsent is what sentences of such a notice speak of.
	aboutConsent = phrases(`cookie`, `consent`, `einwillig`, `zustimm`, `stimmen? (?:\w+ ){1,6}zu\b`, `privatsphäre`, `privacy`, `datenschutz`, `personenbezogen`, `personal(?:ised|ized)? (?:data|ad)`, `tracking`, `werbung`, `anzeigen`, `\bads?\b`, `advertis`, `partner`, `(?:auf|from|on) (?:ihrem|deinem|einem|your|a) (?:gerät|device)`, `widerruf`, `akzeptier`, `ablehn`, `accept all`, `reject`,
		`dienste`, `essenziell`, `statistik`, `marketing`, `einstellungen`, `settings`, `analytics`, `nutzerprofile`, `technische speicherung`, `unsere dienste|our services|site statistics`, `device (?:scanning|characteristics)`)
	// namesConsent is what one of them says at least.
	namesConsent = phrases(`cookie`, `consent`, `einwillig`, `zustimm`, `privatsphäre`, `privacy`, `datenschutz`, `personenbezogen`, `personal data`, `tracking`)
	// policies are the pages whose subject this is.
	policies = phrases(`datenschutz`, `privacy`, `cookie[- ]?(?:richtlinie|policy|erklärung|hinweise)`, `rechtliche`, `legal`, `impressum`)
)

// noticesOf finds the notices of a page, none on a page whose subject they are.
func noticesOf(root *html.Node, s sizes) notices {
	if n := first(root, atom.Title); n != nil && policies.MatchString(upTo(longestTitle, rawText(n))) {
		return nil
	}
	found := notices{}
	if subjectIsConsent(root) {
		return nil
	}
	seen := 0
	for n := range root.Descendants() {
		if seen == mostConsents {
			break
		}
		if !isPressed(n) || s.of(n) > longestConsent || !consents.MatchString(pressedText(n)) {
			continue
		}
		seen++
		if notice := noticeAround(n, s); notice != nil {
			found[notice] = true
		}
	}
	return found
}

// subjectIsConsent says whether the first heading of a page names cookies or data, and so does its title: it explains them, or
// sells what has to do with them.
func subjectIsConsent(root *html.Node) bool {
	title, heading := first(root, atom.Title), first(root, atom.H1)
	if title == nil || heading == nil {
		return false
	}
	said := textOf(heading, longestTitle)
	return namesConsent.MatchString(said) && strings.Contains(fold(rawText(title)), fold(said))
}

// isPressed says whether an element is a button, or a link.
func isPressed(n *html.Node) bool {
	if n.Type != html.ElementNode {
		return false
	}
	kind := strings.ToLower(attr(n, "type"))
	return n.DataAtom == atom.Button || n.DataAtom == atom.A || n.DataAtom == atom.Input && (kind == "submit" || kind == "button") || attr(n, "role") == "button"
}

func pressedText(n *html.Node) string {
	if n.DataAtom == atom.Input {
		return document.OneLine(upTo(longestConsent, attr(n, "value")))
	}
	return textOf(n, longestConsent)
}

// noticeAround is the innermost element around a button that holds a text about consent, nil where that is no notice.
func noticeAround(button *html.Node, s sizes) *html.Node {
	n := button.Parent
	for range noticeUp {
		if n == nil || n.Type != html.ElementNode || s.of(n) > longestNotice {
			return nil
		}
		if s.of(n)-pressedBytes(n, s) >= leastNotice {
			if text := textOf(n, longestNotice); namesConsent.MatchString(text) {
				if speaksOfConsent(text, leastShare(n, len(text))) {
					return n
				}
				return nil
			}
		}
		n = n.Parent
	}
	return nil
}

// pressedBytes is how many bytes of the text in an element are in its buttons and links.
func pressedBytes(n *html.Node, s sizes) (sum int) {
	for c := range n.ChildNodes() {
		switch {
		case isPressed(c):
			sum += s.of(c)
		case c.Type == html.ElementNode:
			sum += pressedBytes(c, s)
		}
	}
	return sum
}

// leastShare is what share of a text in an element must be about consent for the element to be a notice: what may hold
// the whole page has to speak of hardly anything else.
func leastShare(n *html.Node, length int) float64 {
	switch {
	case n.DataAtom == atom.Body || n.DataAtom == atom.Main || n.DataAtom == atom.Article:
		return 0.8
	case length > shortNotice:
		return 0.5
	}
	return 1. / 3
}

// speaksOfConsent says whether at least a share of the words of a text is about consent, and none of it is what a visitor
// asks a firm.
func speaksOfConsent(text string, share float64) bool {
	of, all := 0, 0
	for _, at := range sentence.In(text) {
		said := text[at.Start:at.End]
		if states(said) {
			return false
		}
		words := len(strings.Fields(said))
		all += words
		if aboutConsent.MatchString(said) {
			of += words
		}
	}
	return float64(of) >= share*float64(all)
}

// around says whether an element is a notice or in one.
func (f notices) around(n *html.Node) bool {
	for ; len(f) > 0 && n != nil; n = n.Parent {
		if f[n] {
			return true
		}
	}
	return false
}

// only says whether a page says nothing beside a notice but its name and where its imprint is.
func (f notices) only(segments []segment, blocks []document.Block, title string) bool {
	if len(f) == 0 {
		return false
	}
	inside, aside := map[string]bool{}, map[string]bool{} // aside is what stands in a menu or foot and is no sentence
	around := newSurroundings()
	for i := range segments {
		s := &segments[i]
		if s.Kind == document.KindHeading && s.Level == 1 && policies.MatchString(s.Text) && !f.around(s.at) {
			return false
		}
		if s.linkChars*10 >= len(s.Text)*9 && !s.control && !f.around(s.at) && !around.of(s.at).around && !leadsToFoot(s.Text) {
			return false // a list of links is what some pages are there for
		}
		furniture := around.of(s.at).around && (contact.Told(s.Text) || len(strings.Fields(s.Text)) < ownSentence)
		inside[s.Text] = inside[s.Text] || f.around(s.at)
		aside[s.Text] = aside[s.Text] || furniture || s.control || leadsToFoot(s.Text)
	}
	words := 0
	for _, b := range blocks {
		switch {
		case inside[b.Text] || strings.Contains(fold(title), fold(b.Text)):
		case !aside[b.Text]:
			return false
		case !contact.Told(b.Text):
			words += len(strings.Fields(b.Text))
		}
	}
	return words <= mostLinks
}
