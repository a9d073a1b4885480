package verify

import (
	"regexp"
	"slices"
	"strings"
)

// saying is a way to put a quantity without a number, which the sources must put likewise.
type saying struct {
	hints   []string       // one of them is in what is claimed
	claimed *regexp.Regexp // in an answer
	backed  *regexp.Regexp // in a source
}

var sayings = []saying{
	{[]string{"hälfte", "halbe", "half"}, regexp.MustCompile(`(?i)\b(?:die hälfte|zur hälfte|halbe[nr]? preis|half price|half of|half the)\b|\bby half\s*(?:[,;.!?]|$)`), regexp.MustCompile(`(?i)hälfte|\bhalb|\bhalf\b|\b50\s?(?:%|prozent|percent)`)},
	{[]string{"drittel", "third"}, regexp.MustCompile(`(?i)\b(?:ein drittel|one third|a third of)\b`), regexp.MustCompile(`(?i)drittel|third|\b33\b`)},
	{[]string{"viertel", "quarter"}, regexp.MustCompile(`(?i)\b(?:ein viertel (?:de|weniger|mehr|günst)|a quarter of|one quarter)`), regexp.MustCompile(`(?i)viertel|quarter|\b25\s?(?:%|prozent|percent)`)},
	{[]string{"doppel", "twice", "double"}, regexp.MustCompile(`(?i)\b(?:das doppelte|doppelt so|twice (?:as|the)|double the)\b`), regexp.MustCompile(`(?i)doppel|zweifach|\bdouble|\btwice|100\s?%`)},
	{[]string{"kosten", "gratis", "umsonst", "entgelt", "gebühr", "free", "no "}, regexp.MustCompile(`(?i)\b(?:kostenlos\w*|kostenfrei\w*|gratis|umsonst|unentgeltlich\w*|gebührenfrei\w*|free of charge|for free|at no (?:extra )?(?:cost|charge)|(?:is|are) free)\b`),
		regexp.MustCompile(`(?i)kostenlos|kostenfrei|gratis|umsonst|unentgeltlich|[a-zäöü]frei\b|\bfrei\b|befreit|inbegriffen|inklusiv|enthalten|übern(?:ehmen|immt)|\bkein\w*\b.{0,30}\b(?:kosten|gebühr|euro|zuschlag)|\bnichts\b|(?:kosten|kostet)\w* nicht|\bfree|no (?:extra )?(?:cost|charge|fee)|complimentary|included|\b0,?0?0? ?€|€ ?0\b|£ ?0\b|geschenkt|ohne (?:aufpreis|zuschlag|kosten|gebühr)`)},
	{[]string{"rund um", "24/7", "around", "night", "nacht"}, regexp.MustCompile(`(?i)\b(?:rund um die uhr|24/7|around the clock|day and night|tag und nacht)\b`), regexp.MustCompile(`(?i)rund um die uhr|24/7|24 stunden|24 hours|24-stunden|24-hour|around the clock|day and night|tag und nacht|jederzeit|at any time|any time|immer`)},
	{[]string{"unbegrenzt", "unbefristet", "unlimited", "lebenslang", "lifetime"}, regexp.MustCompile(`(?i)\b(?:unbegrenzt\w*|unbefristet\w*|unlimited|lebenslang\w*|lifetime)\b`), regexp.MustCompile(`(?i)unbegrenzt|unbefristet|unlimited|lebenslang|lifetime|\bohne (?:begrenzung|limit)|no limit|flatrate|beliebig`)},
}

// reaches are how far something goes, and by which ways: the sources must name each.
var reaches = []saying{
	{[]string{"weit", "wide"}, regexp.MustCompile(`(?i)\b(?:deutschlandweit|bundesweit|nationwide)\b`), regexp.MustCompile(`(?i)deutschlandweit|bundesweit|nationwide|(?:in|innerhalb) (?:ganz )?deutschlands?\b|(?:in|within|throughout|across) (?:all of )?(?:germany|the uk|the country|great britain)`)},
	{[]string{"weit", "wide"}, regexp.MustCompile(`(?i)\b(?:weltweit|worldwide|internationally)\b`), regexp.MustCompile(`(?i)welt|world|international|jede\w* land|alle\w* länder|every country|all countries|global`)},
	{[]string{"jahr", "year"}, regexp.MustCompile(`(?i)\b(?:ganzjährig|das ganze jahr|all year|year-round|whole year)\b`), regexp.MustCompile(`(?i)ganzjährig|ganze jahr|all year|year-round|whole year|january to december|januar bis dezember|365`)},
	{[]string{"online"}, regexp.MustCompile(`(?i)\bonline\b`), regexp.MustCompile(`(?i)online|internet|web|portal|formular|\bform\b|https?:|\bapp\b|homepage|seite|\bpage\b|link|klick|click|shop|konto|account`)},
	{[]string{"telefon", "phone"}, regexp.MustCompile(`(?i)\b(?:telefonisch|by (?:tele)?phone|over the phone)\b`), regexp.MustCompile(`(?i)telef|phone|\bcall|anruf|\bruf|hotline|tel\b|\d{4,}`)},
}

// overreaches reports whether a sentence names a reach that no source has, nor the operator.
func (c *Checker) overreaches(plain string) bool { return c.known() && c.unbacked(reaches, plain) }

// unsaid reports whether a sentence says such a thing and no source does, nor the operator.
func (c *Checker) unsaid(plain string) bool { return c.unbacked(sayings, plain) }

// unbacked reports whether a sentence says one of some things and no source does, nor the operator.
func (c *Checker) unbacked(sayings []saying, plain string) bool {
	small := strings.ToLower(plain)
next:
	for _, s := range sayings {
		if !hasAny(small, s.hints) || !s.claimed.MatchString(plain) || negated(plain) {
			continue
		}
		for _, text := range append(c.read(), c.said.Operator...) {
			if s.backed.MatchString(text) {
				continue next
			}
		}
		return true
	}
	return false
}

func hasAny(text string, parts []string) bool {
	for _, p := range parts {
		if strings.Contains(text, p) {
			return true
		}
	}
	return false
}

// read are the texts of the hits, with their titles and headings.
func (c *Checker) read() []string {
	if c.texts == nil {
		for i := range c.hits {
			for _, p := range c.hits[i].Passages() {
				text := p.Title
				for _, h := range p.Headings {
					text += "\n" + h
				}
				c.texts = append(c.texts, text+"\n"+p.Text)
			}
		}
	}
	return c.texts
}

// bound is words before a number that say on which side of it something lies.
var bound = regexp.MustCompile(`(?i)\b(?:((?:mehr|länger|älter|größer|höher|more|longer|older|larger|greater|higher) (?:als|than)|über|over|above)|((?:weniger|kürzer|jünger|kleiner|less|fewer|shorter|younger|smaller) (?:als|than)|unter|under|below)|(mindestens|wenigstens|ab|at least|from|(?:minimum|mindest)[^.;,\d]{0,30}|mind\.)|(höchstens|maximal|bis zu|at most|up to|no more than|(?:maximum|höchst)[^.;,\d]{0,30}|max\.))\s+(?:(?:€|£|\$|EUR)\s?)?(\d+(?:[.,]\d+)*)`)

// bounding is what such words have in them.
var bounding = []string{"als", "über", "than", "over", "above", "unter", "under", "below", "mind", "wenigstens", "ab", "at least", "from", "minimum", "höchstens", "max", "bis zu", "at most", "up to"}

// sides are the sides of its numbers that a text names: 1 above, -1 below, 2 above without being one, -2
// below likewise.
func sides(text string) map[string]int {
	if !hasAny(strings.ToLower(text), bounding) {
		return nil
	}
	var out map[string]int
	for _, m := range bound.FindAllStringSubmatch(text, -1) {
		if out == nil {
			out = map[string]int{}
		}
		for i, side := range []int{2, -2, 1, -1} {
			if m[i+1] != "" {
				out[sameNumber(m[5])] = side
			}
		}
	}
	return out
}

// deadline is a length of time that parts what holds before from what holds after: "bis 24 Stunden vorher".
var deadline = regexp.MustCompile(`(?i)\b(\d+)\s+\pL+\s+(?:vorher|vor\b|im voraus|before|prior|in advance|ahead)`)

// parting reports whether a number parts what holds on its one side from what holds on its other.
func parting(text, number string) bool {
	return slices.ContainsFunc(deadline.FindAllStringSubmatch(text, -1), func(m []string) bool { return sameNumber(m[1]) == number })
}

// beyond reports whether a sentence puts something on a side of a number where its sources do not:
// "mehr als 14" of 14, "höchstens 14" of "mindestens 14".
func (c *Checker) beyond(plain string) bool {
	if !strings.ContainsAny(plain, digits) {
		return false
	}
	for number, side := range sides(plain) {
		known, agrees := false, false
		for i := range c.hits {
			if own := c.source(i); !own.holds(fact{kind: numberFact, value: number}) && !own.holds(fact{kind: bareFact, value: number}) {
				continue
			}
			known = true
			text := c.hits[i].Text()
			there := sides(text)[number]
			agrees = agrees || there*side > 0 || there == 0 && (side == 1 || side == -1) || parting(text, number)
		}
		if known && !agrees {
			return true
		}
	}
	return false
}
