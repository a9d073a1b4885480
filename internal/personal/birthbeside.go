package personal

import (
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/personal/tagger"
	"github.com/webchatagent/wca/internal/wordlist"
)

// Days of birth are told without a word for them, too: behind the number of an identity card or of somebody insured, behind the name that a form
// asks for, and with the weight and the length of a child.

// paperAge is how old who has an identity card or a passport is at least; of later years are the days on which it was
// issued and ends.
const paperAge = 18

// birthsBeside finds such dates.
func (s *scan) birthsBeside() {
	papers := s.foundPapers()
	label, weighed := s.partyNamed(), s.holds(" cm") || s.holds(" zentimeter")
	if len(papers) == 0 && !label && !weighed {
		return
	}
	end := 0
	for i, g := range s.groups {
		if g.start < end || char.Glued(s.text, g.start) {
			continue
		}
		start, stop := s.dateAt(i)
		if stop == 0 || char.RunsOn(s.text, stop) {
			continue
		}
		end = stop
		year := s.birthYear(s.text[start:stop])
		if year < oldestBirth || untilBefore(s.text[:start]) || s.otherDay(start, stop) {
			continue
		}
		if year <= s.year-paperAge && (behindPaper(s.text, papers, start) || s.behindHolder(papers, start)) || label && s.behindParty(start, stop, year) || weighed && s.newborn(stop) {
			s.add(start, stop, BirthDate, 0.7, fold(s.text[start:stop]))
		}
	}
}

// foundPapers lists where the numbers of identity cards, passports and insured people end that were found, in order.
func (s *scan) foundPapers() []int {
	var out []int
	for _, e := range s.found {
		if e.Type == Passport || e.Type == HealthID || e.Type == SocialID || e.Type == IDCard && !s.clues.nearer(clueDriver, cluePassport, e.Start, paperReach) {
			out = append(out, e.End)
		}
	}
	slices.Sort(out)
	return out
}

// behindPaper says whether one of the papers ends before pos with nothing but spaces and a mark between.
func behindPaper(text string, papers []int, pos int) bool {
	i, _ := slices.BinarySearch(papers, pos)
	return i > 0 && pos-papers[i-1] < 6 && strings.Trim(text[papers[i-1]:pos], " ,;/|\t-*") == ""
}

// behindHolder says whether the name of who has the last of the papers before pos stands between, in brackets: "C79064KVG (Lukas Winter,
// 23.11.1999)".
func (s *scan) behindHolder(papers []int, pos int) bool {
	i, _ := slices.BinarySearch(papers, pos)
	return i > 0 && s.holderEnd(papers[i-1]) == pos
}

// parties are the labels behind which a form has the name of somebody.
var parties = wordlist.Sieved(`person personen gast gäste mieter mieterin hauptmieter untermieter bewohner bewohnerin
	patient patientin versicherter versicherte teilnehmer teilnehmerin antragsteller antragstellerin kind kinder
	schüler schülerin mitglied besucher besucherin fahrer fahrerin reisender reisende mitreisende mitreisender
	begleitung begleitperson passagier passagiere ehepartner ehegatte bewerber bewerberin klient klientin
	pupil pupils player players member pax learner rider spieler spielerin kunde kundin halter inhaber inhaberin name guest guests tenant tenants passenger
	passengers applicant participant student child children insured client traveller travellers`)

// youngParties are those of them that may be children.
var youngParties = wordlist.Set("kind kinder schüler schülerin teilnehmer teilnehmerin spieler spielerin pupil pupils player players student child children participant rider learner")

// patients are those of them behind whose label nothing but a name stands, also without a colon.
const patients = "patient patientin pat pt pte versicherter versicherte mitglied klient klientin client insured"

// partyNamed says whether such a label stands in the text.
func (s *scan) partyNamed() bool {
	if s.seen.opens&opensParty == 0 && !s.letters.has(':') {
		return false
	}
	for i := range s.tokens {
		if s.opens(i, opensParty) || s.is(i, ':') && i > 0 && parties.Has(s.lower(s.partyBefore(i))) {
			return true
		}
	}
	return false
}

// partyBefore gives the token of the label before the colon at token i, which may have a number: "Fahrer 2:".
func (s *scan) partyBefore(i int) int {
	if i > 1 && s.digitsAt(i-1) == 1 {
		return i - 2
	}
	return i - 1
}

// behindParty says whether nothing but such a label and the words of a name stand before the date [start, end) of a year in its
// line, and nothing behind it: "Eingezogene Person: Cho Min-seo, 1998.07.15".
func (s *scan) behindParty(start, end, year int) bool {
	i, names := s.tokenAt(start)-1, 0
	if !s.clauseEnds(end) || s.is(s.tokenAt(end), '-') {
		return false
	}
	comma, given := false, false
	if s.is(i, ',') || s.is(i, '(') || s.is(i, '/') || s.is(i, ';') {
		i, comma = i-1, true
	}
	for ; i >= 0 && names < 6; i-- {
		t := s.tokens[i]
		switch {
		case s.is(i, ':'):
			w := s.lower(s.partyBefore(i))
			return parties.Has(w) && (names > 1 && (given || w != "name" && w != "kunde" && w != "client") || names == 1 && given && w != "name") && (year <= s.year-writingAge || year < s.year-kinAge && youngParties[w])
		case s.tokens[i+1].line, t.kind == number, s.notes[i].clue != 0:
			return false
		case s.is(i, ',') && comma && names == 1: // "Etzel, Korbinian, 7.12.1990"
		case s.is(i, '-') && !t.gap, s.is(i, '.') && !t.gap:
		case s.opens(i, opensParty) && names > 1 && given: // "Patient Huber, Karl, 03.02.1944"
			return year <= s.year-writingAge
		case t.kind == word && (t.upper || s.has(i, particles) || i > 0 && s.is(i-1, '-')):
			if s.common(i) {
				return false
			}
			names++
			given = given || s.known(i)&tagger.FirstName != 0
		default:
			return false
		}
	}
	return false
}

// newbornReach is how far behind a day of birth the weight and the length of the child may stand, in bytes.
const newbornReach = 72

// What a child weighs and measures at birth, in grams and centimetres.
const (
	lightest, heaviest = 500, 6500
	smallest, tallest  = 28, 62
)

// newborn says whether the weight and the length of a child stand behind a date that ends at pos: "kam am 4. Februar um
// 3:12 Uhr, 3.480 g und 52 cm".
func (s *scan) newborn(pos int) bool {
	weight, length := false, false
	for i := s.tokenAt(pos); i+1 < len(s.tokens) && s.tokens[i].start-pos < newbornReach; i++ {
		if s.tokens[i].kind != number {
			continue
		}
		n, letters := s.numberToken(i)
		unit := s.lower(i + 1)
		switch {
		case letters > 0:
		case unit == "cm" || unit == "zentimeter":
			length = length || n >= smallest && n <= tallest
		case unit == "g" || unit == "gramm" || unit == "gr" || unit == "gram" || unit == "grams":
			if k := i - 2; k >= 0 && s.digitsAt(i) == 3 && s.digitsAt(k) == 1 && (s.is(i-1, '.') || s.is(i-1, ',')) { // "3.480 g"
				whole, _ := s.numberToken(k)
				n += 1000 * whole
			}
			weight = weight || n >= lightest && n <= heaviest
		case unit == "kg" || unit == "kilo":
			weight = weight || i > 1 && s.is(i-1, ',') && s.digitsAt(i-2) == 1
		}
	}
	if !weight || !length {
		return false
	}
	said := s.folded[max(0, pos-2*newbornReach):min(len(s.folded), pos+newbornReach)]
	return slices.ContainsFunc([]string{" kam ", " da!", " ist da", "welt", "gebor", "baby", "mama", "eltern", "schwester", "bruder", "enkel", "sohn", "tochter", " boy", " girl", "born", "arrived"}, func(w string) bool { return strings.Contains(said, w) })
}
