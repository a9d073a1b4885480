package webpage

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/webchatagent/wca/internal/extract/document"
	"github.com/webchatagent/wca/internal/sentence"
)

const (
	// cardsAtLeast is from how many boxes alike on they are entries of a list, fewAtLeast the same of those with a price
	// and of what the page calls a list, and cardsAround how many neighbours on either side are looked at for them.
	cardsAtLeast = 3
	fewAtLeast   = 2
	cardsAround  = 8
	// longestCard and longestPart are up to how many bytes a box is an entry, and each part of it; longestUnder is how
	// much may stand below a heading that is no more than the name of an entry.
	longestCard  = 300
	longestOffer = 1200 // the same of a box in which a price stands by itself, whatever is said about the thing
	longestPart  = 120
	longestUnder = 120
	longestFlag  = 20 // "Sale!"
	mostParts    = 8
	// deepestCard is how many cards may be around one.
	deepestCard = 16
)

// card is a short box among others alike: a thing of a shop with its price, a line of a price list, a day with its
// hours. What it says belongs together, but only the boxes around it show that.
type card struct {
	at    *html.Node
	outer *card // the card around it
	depth int   // how many are around it
}

// isCard says whether an element may be one.
func (w *walker) isCard(n *html.Node) bool {
	if w.card != nil && w.card.depth == deepestCard {
		return false
	}
	if !blocks[n.DataAtom] && n.DataAtom != atom.Li && (n.DataAtom != atom.A || !holdsBlock(n)) {
		return false
	}
	alike := 1 + boxesAlike(n, func(n *html.Node) *html.Node { return n.PrevSibling }) + boxesAlike(n, func(n *html.Node) *html.Node { return n.NextSibling })
	return alike >= fewAtLeast && w.sizes.of(n) <= longestOffer
}

// inCard reads an element as a card.
func (w *walker) inCard(n *html.Node) {
	w.flush()
	around := w.card
	w.card = &card{at: n, outer: around}
	if around != nil {
		w.card.depth = around.depth + 1
	}
	before := len(w.segments)
	w.element(n)
	w.flush()
	w.card = around
	underHeading(w.segments[before:])
}

// longestAbove is how many bytes what stands above the heading of a card may have to be told of it.
const longestAbove = 120

// underHeading puts what stands above the only heading of a card under it, a price or a date: it would belong to the heading
// of the card before. The numbers of steps go into their headings.
func underHeading(parts []segment) {
	isHeading := func(s segment) bool { return s.Kind == document.KindHeading }
	at := slices.IndexFunc(parts, isHeading)
	if at < 1 || slices.ContainsFunc(parts[at+1:], isHeading) {
		return
	}
	above := 0
	for _, s := range parts[:at] {
		if above += len(s.Text); s.Kind != document.KindParagraph || numbersStep(s.Text) || document.EndsSentence(s.Text) {
			return
		}
	}
	if above > longestAbove {
		return
	}
	heading := parts[at]
	heading.Ends = sooner(parts[0].Ends, heading.Ends)
	copy(parts[1:], parts[:at])
	parts[0] = heading
	for i := range parts[1 : at+1] {
		parts[i+1].Anchor, parts[i+1].Ends = heading.Anchor, 0
	}
}

func holdsBlock(n *html.Node) bool {
	for c := range n.ChildNodes() {
		if blocks[c.DataAtom] {
			return true
		}
	}
	return false
}

// boxesAlike counts neighbours of an element in one direction that look like it. Entries of a list need not: they may
// be "odd" and "even".
func boxesAlike(n *html.Node, next func(*html.Node) *html.Node) (alike int) {
	seen, anyClass, class := 0, isEntry(n), firstClass(n)
	for s := next(n); s != nil && seen < cardsAround; s = next(s) {
		if s.Type != html.ElementNode {
			continue
		}
		seen++
		if s.DataAtom == n.DataAtom && (anyClass || firstClass(s) == class) {
			alike++
		}
	}
	return alike
}

// isEntry says whether the page itself calls an element an entry of a list or a row of a table.
func isEntry(n *html.Node) bool {
	role := attr(n, "role")
	return n.DataAtom == atom.Li || role == "listitem" || role == "row"
}

// firstClass is the first class of an element, without the number that tells it from its like.
func firstClass(n *html.Node) string {
	class, _, _ := strings.Cut(strings.TrimSpace(attr(n, "class")), " ")
	return strings.TrimRight(class, "0123456789")
}

// entries gives for each segment the card in which it is part of an entry of a list, nil for none, and what the cards
// say in one line: "Stadtrad: 499 €". calls are left out of it.
func entries(segments []segment, calls map[string]bool) (of []*html.Node, says map[*html.Node]string) {
	parts := map[*html.Node][]*segment{}
	for i := range segments {
		for c := segments[i].card; c != nil; c = c.outer {
			parts[c.at] = append(parts[c.at], &segments[i])
		}
	}
	says, together, all := map[*html.Node]string{}, map[*html.Node]int{}, map[*html.Node]int{}
	headed := map[*html.Node]bool{}
	for at, p := range parts {
		text := entry(p, calls)
		if text != "" {
			says[at] = text
			together[at.Parent]++
		}
		if len(p) > 1 {
			all[at.Parent]++
		}
		headed[at.Parent] = headed[at.Parent] || slices.ContainsFunc(p, func(s *segment) bool { return s.Kind == document.KindHeading })
	}
	listed := func(at *html.Node) bool {
		n := together[at.Parent]
		if says[at] == "" || headed[at.Parent] && 3*n < 2*all[at.Parent] { // their headings are headings
			return false
		}
		return n >= cardsAtLeast || n >= fewAtLeast && (isEntry(at) || hasPrice(says[at]))
	}
	of = make([]*html.Node, len(segments))
	for i := range segments {
		s := &segments[i]
		if i > 0 && s.isIn(of[i-1]) {
			of[i] = of[i-1]
			continue
		}
		// A box whose first part is an entry by itself is no entry, or that would be told twice.
		for c := s.card; c != nil && of[i] == nil; c = c.outer {
			if parts[c.at][0] == s && listed(c.at) {
				of[i] = c.at
			}
		}
	}
	return of, says
}

// isIn says whether a segment is a part of a card.
func (s *segment) isIn(card *html.Node) bool {
	for c := s.card; c != nil; c = c.outer {
		if c.at == card {
			return true
		}
	}
	return false
}

// entry is what the parts of a card say in one line, "" where they are no entry of a list.
func entry(parts []*segment, calls map[string]bool) string {
	var e entryParts
	for i, s := range parts {
		if s.control || i > 0 && calls[s.Text] {
			continue // "Add to cart"
		}
		if s.Kind == document.KindRow || s.Kind == document.KindCode {
			return ""
		}
		e.add(s)
	}
	for e.priced && len(e.texts) > 2 && !hasPrice(e.texts[0]) && placeAmong.MatchString(e.texts[0]) {
		e.texts = e.texts[1:]
	}
	return e.line()
}

// placeAmong is the place of a thing among the others of a list, or how many like it there are: "3.", "(12)". A date
// has more than one number.
var placeAmong = regexp.MustCompile(`^[^\p{L}\d]*\d*[^\p{L}\d]*$`)

// entryParts are what is known of the parts of a card.
type entryParts struct {
	texts  []string
	linked int // how many parts are links
	all    int // bytes of all parts
	under  int // bytes of those that are no headings
	parts  int
	prices int  // how often a price follows something else
	priced bool // a part tells a price
	last   bool // the last one does

	headed, ended, said, long, offered bool
}

func (e *entryParts) add(s *segment) {
	e.parts++
	e.all += len(s.Text)
	e.long = e.long || len(s.Text) > longestPart
	isPrice := hasPrice(s.Text)
	e.offered = e.offered || isPrice && onlyPrice(s.Text)
	if isPrice && !e.last && e.parts > 1 {
		e.prices++
	}
	e.last, e.priced = isPrice, e.priced || isPrice
	if s.linkChars > 0 {
		e.linked++
	}
	e.ended = e.ended || strings.ContainsAny(s.Text, "!?") || strings.HasSuffix(s.Text, ".")
	e.said = e.said || len(e.texts) > 0 && saysSentence(s.Text)
	if s.Kind == document.KindHeading {
		e.headed = true
	} else {
		e.under += len(s.Text)
	}
	text := strings.Trim(strings.ReplaceAll(s.Text, "\n", ", "), ".,; ")
	switch n := len(e.texts); {
	case n > 0 && strings.HasSuffix(e.texts[n-1], ":"): // "Item number:"
		e.texts[n-1] += " " + text
	case n > 0 && !slices.Contains(e.texts, text):
		e.texts = append(e.texts, oneSentence(text))
	case n == 0:
		e.texts = append(e.texts, text)
	}
}

// line is what the parts say in one line, "" where they are no entry of a list.
func (e *entryParts) line() string {
	much := e.long || e.all > longestCard
	switch {
	case len(e.texts) < 2 || len(e.texts) > mostParts || e.prices > 1: // a list itself
		return ""
	case much && (e.headed || !e.offered): // a text
		return ""
	}
	texts := nameFirst(e.texts, much)
	switch {
	case len(texts[0]) > longestPart && !e.tellsThing(texts), hasPrice(texts[0]): // it does not say of what
		return ""
	case e.headed && (e.under > longestUnder || !e.priced || e.said), !e.priced && (e.linked == e.parts || e.ended):
		return ""
	}
	return strings.TrimRight(oneSentence(texts[0]), ":! ") + ": " + strings.Join(texts[1:], ", ")
}

// tellsThing says whether a box has no name for a thing, but one text about it and its price.
func (e *entryParts) tellsThing(texts []string) bool {
	return len(texts) == 2 && !e.headed && e.prices == 1 && onlyPrice(texts[1]) && len(texts[0]) <= longestCard
}

// nameFirst puts what a box offers before its price, and the price before all that is said about it, if that is much.
func nameFirst(texts []string, much bool) []string {
	name := slices.IndexFunc(texts, func(t string) bool { return !onlyPrice(t) })
	if name < 0 {
		return texts
	}
	var prices, rest []string
	for i, t := range texts {
		switch {
		case i < name, much && onlyPrice(t):
			prices = append(prices, t)
		case i > name:
			rest = append(rest, t)
		}
	}
	return slices.Concat(texts[name:name+1], prices, rest)
}

// oneSentence makes one sentence of several, so that one line is one.
func oneSentence(text string) string {
	var out strings.Builder
	done := 0
	for _, s := range sentence.In(text) {
		if last := text[s.End-1]; s.End < len(text) && (last == '.' || last == '!') {
			out.WriteString(text[done:s.End-1] + ",")
			done = s.End
		}
	}
	return out.String() + text[done:]
}

// saysSentence says whether a part of a card is a sentence, or begins with one, and not just a price or a word or two.
func saysSentence(text string) bool {
	first, _, more := strings.Cut(text, ". ")
	return len(first) > longestFlag && (more || document.EndsSentence(text)) && !labelledPrice.MatchString(first)
}

// labelledPrice is what shops say to those who do not see that a price is crossed out: "Original price was: £48.00."
var labelledPrice = regexp.MustCompile(`(?i)(?:price|preis)[^.]{0,20}\d`)

// callsIn are the texts of links that a page repeats, each time to another place: "Read more", "Add to cart". They call
// for a click and tell nothing.
func callsIn(segments []segment) map[string]bool {
	type text struct {
		said string
		in   *html.Node // what is around the cards, nil for the page
	}
	places := map[text]map[string]bool{}
	calls := map[string]bool{}
	note := func(t text, place string, least int) {
		if places[t] == nil {
			places[t] = map[string]bool{}
		}
		places[t][place] = true
		calls[t.said] = calls[t.said] || len(places[t]) >= least
	}
	priced := pricedCards(segments)
	for i := range segments {
		s := &segments[i]
		a := s.link()
		if a == nil || s.Kind == document.KindHeading {
			continue
		}
		note(text{s.Text, nil}, attr(a, "href"), cardsAtLeast)
		for c := s.card; c != nil; c = c.outer {
			if priced[c.at] { // of things with a price two are enough
				note(text{s.Text, c.at.Parent}, attr(a, "href"), fewAtLeast)
			}
		}
	}
	return calls
}

// pricedCards are the cards in which a price stands by itself.
func pricedCards(segments []segment) map[*html.Node]bool {
	priced := map[*html.Node]bool{}
	for i := range segments {
		if s := &segments[i]; s.card != nil && onlyPrice(s.Text) {
			for c := s.card; c != nil; c = c.outer {
				priced[c.at] = true
			}
		}
	}
	return priced
}

// link is the element of a segment that is a link and no more, nil for others.
func (s *segment) link() *html.Node {
	if s.links != 1 || s.linkChars < len(s.Text) || s.cut {
		return nil
	}
	return s.linked
}
