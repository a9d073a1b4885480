package extract

import (
	"math"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"github.com/webchatagent/wca/internal/retrieve/word"
)

// pageEvidence is what is known of the page as a whole and of each segment alone.
type pageEvidence struct {
	around   *surroundings
	segments []segment
	own      []ownEvidence
	title    string
	same     map[string]int // how often a text stands on the page

	chars, linkChars, sentences, headings int
	firstHeading, lastSentence            int
	before                                []int // letters before each segment
	mainChars, articleChars               int
	articles                              int
}

// ownEvidence is what the text of a segment says.
type ownEvidence struct {
	chars, words, linkChars        int
	sentence, boiler, date         bool
	price, contact, question       bool
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
	dateWords  = regexp.MustCompile(`(?:19|20)\d\d|\d[./]\d{1,2}[./]\d\d|(?i:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)\w*\.? \d|\d (?i:minute|hour|day|week|month|year)s? ago`)
	priceWords = regexp.MustCompile(`[€$£¥]\s?\d|\d\s?(?:€|EUR\b|CHF\b|USD\b)`)
)

// says finds a phrase in a short text.
func says(lower string, phrases []string) bool {
	for _, p := range phrases {
		if strings.Contains(lower, p) {
			return true
		}
	}
	return false
}

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
		e.boiler = says(strings.ToLower(text), boilerPhrases)
		if strings.ContainsAny(text, "0123456789") {
			e.date = dateWords.MatchString(text)
			e.price = strings.ContainsAny(text, "€$£¥RFD") && priceWords.MatchString(text)
		}
		e.contact = tellsContact(text)
	}
	return e
}

// functionWord knows the small words that make sentences of words.
func functionWord(w string) bool {
	return word.Stop("en", w) || word.Stop("de", w) || word.Stop("fr", w) || word.Stop("es", w)
}

func newPageEvidence(root *html.Node, segments []segment, around *surroundings) *pageEvidence {
	p := &pageEvidence{around: around, segments: segments, same: map[string]int{}, firstHeading: -1, lastSentence: -1}
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
		if own.sentence {
			p.sentences++
			p.lastSentence = i
		}
		if s.Kind == KindHeading {
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
			if c.own&roleArticle != 0 && !seenArticles[c] {
				seenArticles[c] = true
				p.articles++
			}
		}
	}
	return p
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
	out := make([]float32, 0, 110)
	add := func(v ...float32) { out = append(out, v...) }

	// The text.
	add(logOf(own.chars), logOf(own.words), ratio(own.linkChars, own.chars), float32(min(s.links, 20)), own.commas, own.digits, own.capitals, own.stop,
		bit(own.sentence), bit(own.question), bit(own.boiler), bit(own.date), bit(own.price), bit(own.contact), bit(s.control))
	kind := map[Kind]float32{KindParagraph: 0, KindHeading: 1, KindItem: 2, KindRow: 3, KindCode: 4, KindCaption: 5}[s.Kind]
	add(kind, float32(s.Level), float32(min(p.same[s.Text], 5)))
	folded := fold(s.Text[:min(len(s.Text), 300)])
	add(bit(p.title != "" && folded == p.title))

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

	// What else is in the elements around it.
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
	best, repeated := 0, float32(0)
	for c := x; c != nil && c.parent != nil; c = c.parent {
		if c.repeats > best {
			best, repeated = c.repeats, ratio(c.parent.chars, p.chars)
		}
	}
	add(float32(min(best, 60)), repeated)

	// Its neighbours.
	for _, d := range [...]int{-2, -1, 1, 2} {
		if j := i + d; j >= 0 && j < n {
			add(logOf(p.own[j].chars), ratio(p.own[j].linkChars, p.own[j].chars), bit(p.segments[j].Kind == KindHeading))
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

	// The page.
	add(logOf(p.chars), logOf(n), ratio(p.linkChars, p.chars), ratio(p.sentences, n), ratio(p.mainChars, p.chars), ratio(p.articleChars, p.chars), float32(min(p.articles, 30)), float32(min(p.headings, 60)))
	return out
}
