package webpage

import (
	"math"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"github.com/webchatagent/wca/internal/extract/contact"
	"github.com/webchatagent/wca/internal/extract/document"
	"github.com/webchatagent/wca/internal/word"
)

// pageEvidence is what is known of the page as a whole and of each segment alone.
type pageEvidence struct {
	around   *surroundings
	kind     pageKind
	segments []segment
	own      []ownEvidence
	title    string
	same     map[string]int // how often a text stands on the page

	chars, linkChars, sentences, headings int
	firstHeading, lastSentence            int
	before                                []int // letters before each segment
	mainChars, articleChars               int
	articles                              int
	prices, dates, replies, carts         int
	sections                              []section
}

// section is what the headings above a segment say.
type section struct {
	topic topic
	since int         // segments since that heading
	first [topics]int // how many segments ago a topic was first announced
}

// ownEvidence is what the text of a segment says.
type ownEvidence struct {
	chars, words, linkChars        int
	sentence, boiler, date         bool
	price, contact, question       bool
	reply, cart                    bool
	commas, digits, capitals, stop float32
}

// boilerPhrases stand in controls and notices rather than in content.
var boilerPhrases = []string{
	"©", "cookie", "all rights reserved", "alle rechte", "privacy policy", "datenschutz", "terms of", "terms and", "impressum", "newsletter",
	"subscribe", "abonnieren", "sign in", "sign up", "log in", "login", "anmelden", "registrieren", "share this", "share on", "teilen", "follow us",
	"folgen sie", "read more", "weiterlesen", "mehr lesen", "learn more", "mehr erfahren", "view all", "alle anzeigen", "add to cart", "add to bag",
	"add to wishlist", "in den warenkorb", "advertisement", "anzeige", "skip to", "related posts", "related articles", "related products", "you may also",
	"you might also", "powered by", "reply", "antworten", "report", "javascript", "browser", "click here", "load more", "back to top", "nach oben",
	"copy link", "table of contents", "leave a comment", "previous", "vorherige",
}

var (
	replyPhrases = []string{"reply", "antworten", "quote", "zitieren", "like", "upvote", "permalink", "répondre"}
	cartPhrases  = []string{"add to cart", "add to bag", "add to basket", "warenkorb", "buy now", "quick view", "choose options", "select options", "quick add", "quick shop", "sold out", "ausverkauft", "in stock", "out of stock"}
)

var (
	dateWords  = regexp.MustCompile(`(?:19|20)\d\d|\d[./]\d{1,2}[./]\d\d|(?i:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)\w*\.? \d|\d (?i:minute|hour|day|week|month|year)s? ago`)
	priceWords = regexp.MustCompile(`[€$£¥]\s?\d|\d\s?(?:€|EUR\b|CHF\b|USD\b)`)
)

func ownOf(s *segment) ownEvidence {
	text := s.Text
	e := ownEvidence{chars: utf8.RuneCountInString(text), linkChars: s.linkChars}
	words, commas, digits, capitals, stops := 0, 0, 0, 0, 0
	for w := range strings.FieldsSeq(text[:min(len(text), 2000)]) {
		words++
		r, _ := utf8.DecodeRuneInString(w)
		switch {
		case unicode.IsUpper(r):
			capitals++
		case unicode.IsDigit(r):
			digits++
		}
		if strings.HasSuffix(w, ",") {
			commas++
		}
		if len(w) < 12 && functionWord(strings.ToLower(strings.Trim(w, ".,;:!?\"'()"))) {
			stops++
		}
	}
	e.words = words
	n := float32(max(1, words))
	e.commas, e.digits, e.capitals, e.stop = float32(commas), float32(digits)/n, float32(capitals)/n, float32(stops)/n
	end, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text, `"'”“»)] `))
	e.sentence = strings.ContainsRune(".!?…:", end) && words > 5
	e.question = end == '?'
	if len(text) < 400 {
		low := strings.ToLower(text)
		e.boiler = document.Mentions(low, boilerPhrases)
		e.reply = len(text) < 40 && document.Mentions(low, replyPhrases)
		e.cart = len(text) < 40 && document.Mentions(low, cartPhrases)
		if strings.ContainsAny(text, "0123456789") {
			e.date = dateWords.MatchString(text)
			e.price = strings.ContainsAny(text, "€$£¥RFD") && priceWords.MatchString(text)
		}
		e.contact = contact.Told(text)
	}
	return e
}

// functionWord knows the small words that make sentences of words.
func functionWord(w string) bool {
	return word.Stop("en", w) || word.Stop("de", w) || word.Stop("fr", w) || word.Stop("es", w)
}

func newPageEvidence(root *html.Node, address string, segments []segment, around *surroundings) *pageEvidence {
	p := &pageEvidence{around: around, kind: kindOf(root, address), segments: segments, same: map[string]int{}, firstHeading: -1, lastSentence: -1}
	p.title = fold(title(root, nil))
	seenArticles := map[*surrounding]bool{}
	for i := range segments {
		s := &segments[i]
		own := ownOf(s)
		p.own = append(p.own, own)
		p.before = append(p.before, p.chars)
		p.chars += own.chars
		p.linkChars += own.linkChars
		p.same[s.Text]++
		p.prices += int(bit(own.price))
		p.dates += int(bit(own.date))
		p.replies += int(bit(own.reply))
		p.carts += int(bit(own.cart))
		p.section(s)
		if own.sentence {
			p.sentences++
			p.lastSentence = i
		}
		if s.Kind == document.KindHeading {
			p.headings++
			if s.Level == 1 && p.firstHeading < 0 {
				p.firstHeading = i
			}
		}
		x := p.around.of(s.at)
		if x.roles&roleMain != 0 {
			p.mainChars += own.chars
		}
		if x.roles&roleArticle != 0 {
			p.articleChars += own.chars
		}
		for c := x; c != nil; c = c.parent {
			c.segments++
			c.chars += own.chars
			c.linkChars += own.linkChars
			if own.sentence {
				c.sentences++
			}
			c.prices += int(bit(own.price))
			c.dates += int(bit(own.date))
			c.replies += int(bit(own.reply))
			if c.own&roleArticle != 0 && !seenArticles[c] {
				seenArticles[c] = true
				p.articles++
			}
		}
	}
	return p
}

// section notes what the headings up to a segment say.
func (p *pageEvidence) section(s *segment) {
	x := section{topic: topicNone, since: 200}
	for t := range x.first {
		x.first[t] = -1
	}
	if n := len(p.sections); n > 0 {
		x = p.sections[n-1]
		x.since = min(200, x.since+1)
		for t := range x.first {
			if x.first[t] >= 0 {
				x.first[t]++
			}
		}
	}
	if s.Kind == document.KindHeading || len(s.Text) < 60 && s.Kind == document.KindParagraph && strings.HasSuffix(s.Text, ":") {
		x.topic, x.since = topicOf(s.Text[:min(len(s.Text), 200)]), 0
		if x.first[x.topic] < 0 {
			x.first[x.topic] = 0
		}
	}
	p.sections = append(p.sections, x)
}

func bit(b bool) float32 {
	if b {
		return 1
	}
	return 0
}

func logOf(n int) float32 { return float32(math.Log1p(float64(n))) }

func ratio(a, b int) float32 {
	if b <= 0 {
		return 0
	}
	return float32(a) / float32(b)
}

// row turns what is known about a segment into numbers. Their order is part of the
// learned weights: a change here needs them to be learned anew.
func (p *pageEvidence) row(i int) []float32 {
	s, own := &p.segments[i], p.own[i]
	x := p.around.of(s.at)
	out := make([]float32, 0, 180)
	add := func(v ...float32) { out = append(out, v...) }

	// The text.
	add(logOf(own.chars), logOf(own.words), ratio(own.linkChars, own.chars), float32(min(s.links, 20)), own.commas, own.digits, own.capitals, own.stop,
		bit(own.sentence), bit(own.question), bit(own.boiler), bit(own.date), bit(own.price), bit(own.contact), bit(s.control))
	kind := map[document.Kind]float32{document.KindParagraph: 0, document.KindHeading: 1, document.KindItem: 2, document.KindRow: 3, document.KindCode: 4, document.KindCaption: 5}[s.Kind]
	add(kind, float32(s.Level), float32(min(p.same[s.Text], 5)))
	folded := fold(s.Text[:min(len(s.Text), 300)])
	add(bit(p.title != "" && folded == p.title))

	words := plainWords(s.Text[:min(len(s.Text), 300)])
	add(shareOf(p.kind.titled, words, 2), shareOf(p.kind.described, words, 3), bit(own.reply), bit(own.cart))

	// What the headings above it say.
	sec := p.sections[i]
	for t := topicRelated; t < topics; t++ {
		add(bit(sec.topic == t))
	}
	add(float32(min(sec.since, 60)))
	for _, t := range [...]topic{topicRelated, topicComments, topicNews, topicText} {
		add(float32(min(sec.first[t], 100)))
	}

	// Where it stands.
	n := len(p.segments)
	add(ratio(i, n), ratio(p.before[i], p.chars), logOf(i), logOf(n-1-i))
	if p.firstHeading >= 0 {
		add(float32(max(-20, min(60, i-p.firstHeading))))
	} else {
		add(-30)
	}
	add(float32(max(-30, min(60, p.lastSentence-i))))

	// What is around it.
	for k := range roles {
		add(float32(x.near[k]))
	}
	add(float32(min(x.depth, 40)), bit(x.around), bit(x.roles&(roleMain|roleArticle) != 0), bit(i < p.firstHeading), bit(i > p.lastSentence))

	out = p.enclosing(out, x)
	out = p.neighbours(out, i)

	// The page.
	add(logOf(p.chars), logOf(n), ratio(p.linkChars, p.chars), ratio(p.sentences, n), ratio(p.mainChars, p.chars), ratio(p.articleChars, p.chars), float32(min(p.articles, 30)), float32(min(p.headings, 60)))
	add(p.kind.numbers()...)
	add(ratio(p.prices, n), ratio(p.dates, n), float32(min(p.replies, 40)), float32(min(p.carts, 40)), logOf(p.kind.script), ratio(p.chars, p.kind.script+p.chars))
	return out
}

// enclosing adds what else is in the elements around a segment, and in that of them which repeats.
func (p *pageEvidence) enclosing(out []float32, x *surrounding) []float32 {
	add := func(v ...float32) { out = append(out, v...) }
	up := x
	for level := range 6 {
		if up.parent != nil {
			add(logOf(up.chars), ratio(up.linkChars, up.chars), ratio(up.chars, p.chars), ratio(up.sentences, up.segments))
			if level > 0 {
				add(ratio(up.chars, up.segments))
			} else {
				add(float32(min(up.repeats, 50)))
			}
		} else {
			add(-1, -1, -1, -1, -1)
		}
		// The next element that holds more than this one.
		next := up
		for next.parent != nil && (next.segments == up.segments || next == up) && next.parent.parent != nil {
			next = next.parent
			if next.segments > up.segments {
				break
			}
		}
		if next != up {
			up = next
		} else if up.parent != nil {
			up = up.parent
		}
	}
	unit := x.repeated()
	if unit.repeats > 0 {
		add(float32(min(unit.repeats, 60)), ratio(unit.parent.chars, p.chars))
	} else {
		add(0, 0)
	}
	// One of those that repeat: a card, a post, a row.
	add(logOf(unit.chars), ratio(unit.linkChars, unit.chars), float32(min(unit.sentences, 20)), float32(min(unit.segments, 40)),
		float32(min(unit.prices, 4)), float32(min(unit.dates, 4)), float32(min(unit.replies, 4)))
	return out
}

// neighbours adds what stands before and behind a segment.
func (p *pageEvidence) neighbours(out []float32, i int) []float32 {
	add := func(v ...float32) { out = append(out, v...) }
	n := len(p.segments)
	for _, d := range [...]int{-2, -1, 1, 2} {
		if j := i + d; j >= 0 && j < n {
			add(logOf(p.own[j].chars), ratio(p.own[j].linkChars, p.own[j].chars), bit(p.segments[j].Kind == document.KindHeading))
		} else {
			add(-1, -1, -1)
		}
	}
	for _, d := range [...]int{5, 15} {
		chars, links, sentences, count := 0, 0, 0, 0
		for j := max(0, i-d); j <= min(n-1, i+d); j++ {
			chars += p.own[j].chars
			links += p.own[j].linkChars
			count++
			if p.own[j].sentence {
				sentences++
			}
		}
		add(ratio(chars, count), ratio(links, chars), ratio(sentences, count))
	}
	return out
}
