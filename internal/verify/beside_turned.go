package verify

import (
	"regexp"
	"strings"

	"github.com/webchatagent/wca/internal/verify/pattern"
	"github.com/webchatagent/wca/internal/wordlist"
)

// mostInPlace is how many words may stand between those that two sentences share where one is said in the place of another.
const mostInPlace = 4

// turns are words for the sides of one matter, by the line and the side: where a sentence is written like its source but
// for the side, it says something else. Most are function words, which say nothing of what a sentence is about.
var turns = withContraries(turnsOf(`ab from seit since|bis until till up
mindestens wenigstens least minimum|höchstens maximal most maximum up
spätestens latest|frühestens earliest
vor before prior vorher vorab davor beforehand voraus advance|nach after danach nachher hinterher nachhinein afterwards
innerhalb within binnen|nach after erst
über over above mehr more|unter under below weniger less fewer
rund etwa circa ca ungefähr zirka about around roughly approximately approx|genau exakt exactly precisely
nur only ausschließlich solely lediglich|auch also sogar even
immer always stets jederzeit anytime|manchmal sometimes gelegentlich occasionally
immer always stets|oft often meist meistens usually normalerweise normally mostly regel
alle all sämtliche jeder jede every each|einige some manche mancher many viele meisten teilweise partly
muss müssen must müsst need require required vorgeschrieben verpflichtend verpflichtet compulsory mandatory|kann können darf dürfen can may könnt dürft optional freiwillig voluntary
muss müssen must müsst vorgeschrieben verlangen require required|sollte sollten should recommend recommended empfehlen empfohlen
person head|gruppe group familie family team
brutto gross|netto net
free gratis kostenlos kostenfrei|chargeable paid kostenpflichtig
included inclusive inklusive inkl enthalten inbegriffen|extra zuzüglich zzgl additional
erste erster erstes ersten erstem first 1st|zweite zweiter zweites zweiten zweitem second 2nd|dritte dritter drittes dritten drittem third 3rd|vierte vierter viertes vierten viertem fourth 4th|fünfte fünfter fünften fifth 5th|sechste sechster sechsten sixth 6th|siebte siebten seventh|achte achten eighth|neunte neunten ninth|zehnte zehnten tenth|letzte letzter letztes letzten last|ground
erdgeschoss|obergeschoss|untergeschoss|dachgeschoss
größte größter größten größtes largest biggest|kleinste kleinster kleinsten kleinstes smallest
älteste ältester ältesten ältestes oldest|neueste neuester neuesten neuestes jüngste jüngster jüngsten newest youngest
beste bester besten bestes best|schlechteste schlechtesten worst
höchste höchster höchsten höchstes highest|niedrigste niedrigsten lowest
kürzeste kürzester kürzesten shortest|längste längster längsten longest
günstigste günstigster günstigsten billigste billigsten cheapest|teuerste teuerster teuersten dearest
nächste nächster nächsten nearest next|übernächste übernächster übernächsten farthest
früheste frühester frühesten earliest|späteste spätester spätesten latest
nord norden north|süd süden south|ost osten east|west westen
täglich daily tag day|wöchentlich weekly woche week|monatlich monthly monat month|jährlich yearly annually jahr year|stunde hour|nacht night`))

// parties are words for the firm and its reader.
var parties = turnsOf(`wir we us uns|Sie you Ihnen
our unser unsere unserer unserem unseren|your Ihr Ihre Ihrer Ihrem Ihren`)

// firstContrary is from which number on the matters are those of contraries.
const firstContrary = 2000

// withContraries adds the words for several kinds of the same.
func withContraries(m map[string][]kind) map[string][]kind {
	for w, k := range contraries {
		m[w] = append(m[w], kind{firstContrary + k.of, k.which})
	}
	return m
}

// turnsOf reads words for sides, "|" between the sides, of one matter a line.
func turnsOf(lines string) map[string][]kind {
	m := map[string][]kind{}
	for of, line := range strings.Split(lines, "\n") {
		for which, words := range strings.Split(line, "|") {
			for w := range strings.FieldsSeq(words) {
				m[w] = append(m[w], kind{of, which})
			}
		}
	}
	return m
}

// polite are the words for the reader, which are others in small letters.
var polite = wordlist.Set("Sie Ihnen Ihr Ihre Ihrer Ihrem Ihren")

// sidesIn are the sides that some words name.
func sidesIn(words []frameWord, of map[string][]kind) (out []kind) {
	for _, w := range words {
		text := w.text
		if !polite[text] {
			text = strings.ToLower(text)
		}
		out = append(out, of[text]...)
	}
	return out
}

// turned reports whether a sentence is written like its source but has the other side of a matter in the same place:
// "ab 21 Uhr" of "bis 21 Uhr", "müssen" of "können".
func (c *Checker) turned(cl *claim) bool { return c.turnedIn(cl, turns) }

// otherParty reports whether a sentence is written like its source but for who of the firm and its reader does it.
func (c *Checker) otherParty(cl *claim) bool {
	return !cl.has(needs) && c.turnedIn(cl, parties) && !converse(cl.text, c.beside(cl).source)
}

// gives are verbs for what a firm does for its reader, takes those for what its reader has of it.
var (
	gives = regexp.MustCompile(`(?i)\b(?:verleih|vermiet|berechn|verlang|erheb|verkauf|biet|gewähr|liefer|schick|geben|gebe|lend|let\b|rent out|hire out|charge|sell|offer|give|send|provide|supply|take\b)`)
	takes = regexp.MustCompile(`(?i)\b(?:leih|ausleih|miet|zahl|bezahl|kauf|erhalt|erhält|bekomm|borrow|rent\b|hire\b|pay\b|buy\b|get\b|receive|save\b)`)
)

// converse reports whether one of two texts says of the firm what the other says of its reader, so that it is the same:
// "Sie zahlen" of "Wir berechnen".
func converse(a, b string) bool {
	only := func(p *regexp.Regexp, in, not string) bool { return p.MatchString(in) && !p.MatchString(not) }
	return only(takes, a, b) && only(gives, b, a) || only(takes, b, a) && only(gives, a, b)
}

// needs says that something is needed: what the firm needs of its reader, the reader needs.
var needs = pattern.New([]string{"brauch", "benötig", "need", "requir"}, regexp.MustCompile(`(?i)\b(?:brauch|benötig|need|requir)`))

func (c *Checker) turnedIn(cl *claim, of map[string][]kind) bool {
	b := c.beside(cl)
	if !b.like || !cl.deniesLike(b.source) {
		return false
	}
	for _, g := range b.gaps {
		own, other := b.mine[g.claim[0]:g.claim[1]], b.theirs[g.source[0]:g.source[1]]
		if len(own) == 0 || len(other) == 0 || len(own) > mostInPlace || len(other) > mostInPlace {
			continue
		}
		if otherTurn(sidesIn(own, of), sidesIn(other, of)) {
			return true
		}
	}
	return false
}

// otherTurn reports whether of one matter two texts name sides, and none that both do.
func otherTurn(own, other []kind) bool {
	for _, k := range own {
		same, differs := false, false
		for _, o := range other {
			if o.of == k.of {
				same, differs = same || o.which == k.which, differs || o.which != k.which
			}
		}
		if differs && !same {
			return true
		}
	}
	return false
}
