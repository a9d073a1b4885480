package verify

import (
	"regexp"
	"slices"

	"github.com/webchatagent/wca/internal/verify/fact"
	"github.com/webchatagent/wca/internal/verify/pattern"
)

// saying is a way to put a quantity without a number, which the sources must put likewise.
type saying struct {
	claimed pattern.Pattern // in an answer
	backed  *regexp.Regexp  // in a source
}

var sayings = []saying{
	{pattern.New([]string{"hälfte", "halbe", "half"}, regexp.MustCompile(`(?i)\b(?:die hälfte|zur hälfte|halbe[nr]? preis|half price|half of|half the)\b|\bby half\s*(?:[,;.!?]|$)`)), regexp.MustCompile(`(?i)hälfte|\bhalb|\bhalf\b|\b50\s?(?:%|prozent|percent)`)},
	{pattern.New([]string{"drittel", "third"}, regexp.MustCompile(`(?i)\b(?:ein drittel|one third|a third of)\b`)), regexp.MustCompile(`(?i)drittel|third|\b33\b`)},
	{pattern.New([]string{"viertel", "quarter"}, regexp.MustCompile(`(?i)\b(?:ein viertel (?:de|weniger|mehr|günst)|a quarter of|one quarter)`)), regexp.MustCompile(`(?i)viertel|quarter|\b25\s?(?:%|prozent|percent)`)},
	{pattern.New([]string{"doppel", "twice", "double"}, regexp.MustCompile(`(?i)\b(?:das doppelte|doppelt so|twice (?:as|the)|double the)\b`)), regexp.MustCompile(`(?i)doppel|zweifach|\bdouble|\btwice|100\s?%`)},
	{pattern.New([]string{"kosten", "gratis", "umsonst", "entgelt", "gebühr", "free", "no "}, regexp.MustCompile(`(?i)\b(?:kostenlos\w*|kostenfrei\w*|gratis|umsonst|unentgeltlich\w*|gebührenfrei\w*|free of charge|for free|at no (?:extra )?(?:cost|charge)|(?:is|are) free)\b`)),
		regexp.MustCompile(`(?i)kostenlos|kostenfrei|gratis|umsonst|unentgeltlich|[a-zäöü]frei\b|\bfrei\b|befreit|inbegriffen|inklusiv|enthalten|übern(?:ehmen|immt)|\bkein\w*\b.{0,30}\b(?:kosten|gebühr|euro|zuschlag)|\bnichts\b|\bnothing\b|(?:kosten|kostet)\w* nicht|\bfree|no (?:extra )?(?:cost|charge|fee)|complimentary|included|\b0,?0?0? ?€|€ ?0\b|£ ?0\b|geschenkt|ohne (?:aufpreis|zuschlag|kosten|gebühr)`)},
	{pattern.New([]string{"inklusive", "inbegriffen", "im preis", "included"}, regexp.MustCompile(`(?i)\b(?:inklusive|inbegriffen|im preis enthalten|included(?: in the price)?)\b`)), regexp.MustCompile(`(?i)inklusiv|inbegriffen|enthalten|enthält|einschließlich|\binkl\.|mit frühstück|includ|covers?\b|kostenlos|kostenfrei|gratis|aufpreis|\bfree`)},
	{pattern.New([]string{"netto", "net ", "zzgl", "zuzüglich", "plus", "excl", "vat"}, regexp.MustCompile(`(?i)\bnetto\b|\bnet (?:of|price)\b|(?:zzgl\.?|zuzüglich|plus|excluding|excl\.?) (?:\d+ ?% )?(?:der )?(?:gesetzlichen )?(?:mwst|mehrwertsteuer|umsatzsteuer|ust|vat)\b`)),
		regexp.MustCompile(`(?i)\bnetto|\bnet\b|(?:zzgl\.?|zuzüglich|exkl\.?|exklusive|plus|\+|ex|excl\.?|excluding|ohne) ?(?:\d+ ?% )?(?:der )?(?:gesetzl\pL*\.? )?(?:mwst|mehrwertsteuer|umsatzsteuer|ust|vat)|(?:mwst|mehrwertsteuer|umsatzsteuer|vat) (?:kommt|kommen|is added)`)},
	{fact.AroundTheClock, regexp.MustCompile(`(?i)rund um die uhr|24/7|24 stunden|24 hours|24-stunden|24-hour|around the clock|day and night|tag und nacht|jederzeit|at any time|any time|immer`)},
	{pattern.New([]string{"unbegrenzt", "unbefristet", "unlimited", "lebenslang", "lifetime"}, regexp.MustCompile(`(?i)\b(?:unbegrenzt\w*|unbefristet\w*|unlimited|lebenslang\w*|lifetime)\b`)), regexp.MustCompile(`(?i)unbegrenzt|unbefristet|unlimited|lebenslang|lifetime|\bohne (?:begrenzung|limit)|no limit|flatrate|beliebig`)},
}

// reaches are how far something goes, and by which ways: the sources must name each.
var reaches = []saying{
	{pattern.New([]string{"weit", "wide"}, regexp.MustCompile(`(?i)\b(?:deutschlandweit|bundesweit|nationwide)\b`)), regexp.MustCompile(`(?i)deutschlandweit|bundesweit|nationwide|(?:in|innerhalb) (?:ganz )?deutschlands?\b|(?:in|within|throughout|across) (?:all of )?(?:germany|the uk|the country|great britain)`)},
	{pattern.New([]string{"weit", "wide", "international"}, regexp.MustCompile(`(?i)\b(?:weltweit|worldwide|internationally)\b`)), regexp.MustCompile(`(?i)welt|world|international|jede\w* land|alle\w* länder|every country|all countries|global`)},
	{pattern.New([]string{"jahr", "jährig", "year"}, regexp.MustCompile(`(?i)\b(?:ganzjährig|das ganze jahr|all year|year-round|whole year)\b`)), regexp.MustCompile(`(?i)ganzjährig|ganze jahr|all year|year-round|whole year|january to december|januar bis dezember|365`)},
	{pattern.New([]string{"online"}, regexp.MustCompile(`(?i)\bonline\b`)), regexp.MustCompile(`(?i)online|internet|web|portal|formular|\bform\b|https?:|\bapp\b|homepage|seite|\bpage\b|link|klick|click|shop|konto|account`)},
	{pattern.New([]string{"telefon", "phone"}, regexp.MustCompile(`(?i)\b(?:telefonisch|by (?:tele)?phone|over the phone)\b`)), regexp.MustCompile(`(?i)telef|phone|\bcall|anruf|\bruf|hotline|tel\b|\d{4,}`)},
}

// unbackedReach reports whether a sentence names a reach that no source has, nor the operator.
func (c *Checker) unbackedReach(cl *claim) bool { return c.known() && c.unbackedSaying(cl, reaches) }

// unbackedQuantity reports whether a sentence says such a thing and no source does, nor the operator.
func (c *Checker) unbackedQuantity(cl *claim) bool { return c.unbackedSaying(cl, sayings) }

// unbackedSaying reports whether a sentence says one of some things and no source does, nor the operator.
func (c *Checker) unbackedSaying(cl *claim, sayings []saying) bool {
	return !cl.denies && slices.ContainsFunc(sayings, func(s saying) bool {
		return cl.has(s.claimed) && !slices.ContainsFunc(c.backers(), s.backed.MatchString)
	})
}
