package personal

import (
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/personal/tagger"
	"github.com/webchatagent/wca/internal/wordlist"
)

// Endings of German street names; what stands before them makes them a name. Those of neighbouring
// languages are there because people write them without translating.
var (
	streetEndings = strings.Fields(`straße strasse str gasse allee chaussee platz weg ufer
		damm steig stieg steige pfad promenade twiete ring landstr brücke gässchen gässle stiege
		straat laan gracht plein gade vej gatan gaten gata vegur vägen veien vegen katu utca`)
	// They end other words as often: they need the town behind them or a word about addresses before.
	looseEndings = strings.Fields(`wall graben markt hof berg feld park garten gärten winkel kamp
		steg zeile siedlung anger höhe hang tor bogen terrasse redder leite halde rain wiese wiesen
		insel kai quai lände gürtel bahn grund tal pl campus bach bruch busch eck ecke heide horst kehre koppel see wald aue brink dorf deich stadt burg hausen heim`)
)

// streetEnding is the end of a street's name.
type streetEnding struct {
	text string
	what class // endsStreet, endsLoose, streetWords for one of another country
}

// endings lists all by their last two bytes, which few words share.
var endings = func() (m [1 << 10][]streetEnding) {
	add := func(list []string, what class) {
		for _, e := range list {
			last := lastTwo(e)
			m[last] = append(m[last], streetEnding{e, what})
		}
	}
	add(streetEndings, endsStreet)
	add(looseEndings, endsLoose)
	add(farEndings, streetWords)
	return m
}()

// lastTwo packs the lower five bits of the last two bytes of a word, which has as many.
func lastTwo(w string) int { return int(w[len(w)-2]&31)<<5 | int(w[len(w)-1]&31) }

// ending says how a word in small letters ends, known being what else it is.
func ending(w string, known class) (c class) {
	var candidates []streetEnding
	if len(w) > 1 {
		candidates = endings[lastTwo(w)]
	}
	german := false
	for _, e := range candidates {
		if at := len(w) - len(e.text); at < 0 || w[at] != e.text[0] || w[at:] != e.text {
			continue
		}
		switch {
		case e.what == streetWords:
			if len(w) > len(e.text)+2 {
				c |= streetWords
			}
		case !german: // the first that fits
			german = true
			if len(w) == len(e.text) {
				c |= wholeEnding
			}
			if known&noStreets == 0 && (len(w) != len(e.text)+1 || e.what != endsLoose) { // "WPL 15"
				c |= e.what
			}
		}
	}
	if strings.HasSuffix(w, "code") && len(w) > len("code") && (opensDoor(w) || strings.HasPrefix(w, "tor")) { // "Torcode", not "Motorcode"
		c |= locks | lockCodes
	}
	if known&(streetTypes|looseTypes|typesBefore|typesBehind) != 0 || c&endsStreet != 0 && (c&wholeEnding != 0 || !strings.HasSuffix(w, "ring")) { // "engineering"
		c |= streetWords
	}
	return c
}

// possessive are words before a noun that name no street: "laut Ihrem Bogen 26".
var possessive = wordlist.Sieved("ihr ihre ihrem ihren ihrer ihres mein meine meinem meinen meiner dein deinem deinen sein seinem seinen unserem unseren eurem euren")

// germanStreet reads a street with its number from token i and returns the token behind, 0 if none.
func (s *scan) germanStreet(i int) int {
	t := s.tokens[i]
	if t.kind != word || !t.upper && !s.small && !s.has(i, prepositions|endsStreet|endsLoose) || possessive.Has(s.lower(i)) {
		return 0
	}
	if s.has(i, prepositions) {
		if next := s.byPreposition(i); next > 0 {
			return next
		}
		if t.upper && s.upperWord(i+1) { // "Im Großen Weg 5" was tried, "Zum Weg" is no name
			return 0
		}
	}
	// Up to three words before the one that ends as a street does.
	for j, names := i, 0; j < len(s.tokens) && names < 4; j, names = j+1, names+1 {
		if s.tokens[j].kind != word || j > i && (s.tokens[j].line || !s.tokens[j].gap) {
			return 0
		}
		w := s.lower(j)
		street, loose, whole := s.has(j, endsStreet), s.has(j, endsLoose) && s.known(j)&(tagger.Common|tagger.SmallEnglish) != tagger.SmallEnglish, s.has(j, wholeEnding)
		if street && s.tokens[j].upper && (j == i) {
			if next := s.streetOf(j); next > 0 {
				return next
			}
		}
		if (street || loose) && !(whole && j == i) {
			next, year := s.houseNumber(s.skipDot(j + 1))
			if next == 0 || j == i && j+1 < len(s.tokens) && !s.tokens[j+1].gap && s.capitals(j) == len(w) && !s.townFollows(next) { // "SPRING24"
				return 0
			}
			if !street && !s.placed(i, next) && !(names > 0 && adjective(s.lower(i))) || year && !s.townFollows(next) {
				return 0
			}
			if whole && j > i && s.tokens[j-1].end-s.tokens[j-1].start == 1 { // "Steg C Platz 41"
				return 0
			}
			// "auf Anhieb Platz 1" is a rank; "Willy Brandt Platz 1" is not.
			if whole && names == 1 && !adjective(s.lower(i)) && !strings.HasPrefix(w, "str") && w != "allee" && w != "gasse" && !s.placed(i, next) {
				return 0
			}
			// "goethestr 5": in small letters only what cannot be another word.
			if !s.tokens[j].upper && !(s.small && s.strange(j) && s.fiveDigitsFollow(next)) && !strings.HasSuffix(w, "straße") && !strings.HasSuffix(w, "strasse") && !strings.HasSuffix(w, "str") && !strings.HasSuffix(w, "allee") &&
				!strings.HasSuffix(w, "gasse") && !(street && (s.placed(i, next) || i > 0 && s.toldPlace(i-1) || s.small && s.strange(j) && s.alone(next))) {
				return 0
			}
			return next
		}
		if !(s.tokens[j].upper || s.small && adjective(w)) || !s.namesStreet(j) {
			return 0
		}
		// Any name will do where a postcode of five digits follows: "Sandtorpark 50, 20457 Hamburg".
		if next, _ := s.houseNumber(s.skipDot(j + 1)); next > 0 && s.tokens[j].upper && (s.fiveDigitTown(next) || s.strange(j) && s.farTown(next) > 0) {
			return next
		}
		// What is no adjective can only stand before "Straße" or "Platz" alone: "Willy Brandt Allee".
		if !adjective(w) && !s.wholeEnding(j+1) && !s.wholeEnding(j+2) && !(s.upperWord(j+1) && strings.Contains(s.lower(j+1), "-") && s.known(j)&tagger.FirstName != 0) { // "Karl Kraft-Straße 4"
			return 0
		}
	}
	return 0
}

// fiveDigitTown says whether a comma or a new line and then "20457 Hamburg" stand at token i.
func (s *scan) fiveDigitTown(i int) bool {
	j := s.separator(i)
	return j < len(s.tokens) && (j > i || s.tokens[j].line) && s.tokens[j].end-s.tokens[j].start == 5 && s.postcodeTown(j) > 0
}

// fiveDigitsFollow says whether "48249 dülmen" stands at token i, with or without a comma before it.
func (s *scan) fiveDigitsFollow(i int) bool {
	j := s.separator(i)
	return j < len(s.tokens) && s.digitsAt(j) == 5 && s.smallTown(j) > 0
}

func (s *scan) wholeEnding(j int) bool {
	if !s.upperWord(j) {
		return false
	}
	return s.has(j, endsStreet|endsLoose) && s.has(j, wholeEnding)
}

func (s *scan) skipDot(i int) int {
	if s.is(i, '.') && !s.tokens[i].gap {
		return i + 1
	}
	return i
}

// namesStreet says whether a word may be part of a street's name: no label and no article.
func (s *scan) namesStreet(i int) bool {
	if s.notes[i].clue != 0 {
		return false
	}
	switch w := s.lower(i); {
	case s.has(i, articles|notStreetWords):
		return false
	default:
		switch w {
		case "mein", "meine", "unser", "unsere", "diese", "dieser", "eine", "einer", "jede", "jeder", "keine", "welche", "welcher", "herr", "frau", "straße", "liebe", "lieber", "sehr", "ihre", "seine", "wohnung", "bisher", "ehepaar", "tante", "onkel", "oma", "opa", "mieter", "mieterin", "kundin", "kunde", "zeugin", "zeuge":
			return false
		}
	}
	return true
}

// adjective says whether a word ends as those do that stand before "Straße" and "Gasse".
func adjective(w string) bool {
	if n := len(w); n > 3 && w[n-1] == 'e' {
		for _, e := range [...]string{"lage", "stätte", "stelle", "iale", "adresse", "familie", "liste", "reihe", "runde", "stufe", "klasse"} { // nouns that lead to an address
			if strings.HasSuffix(w, e) {
				return false
			}
		}
		return true
	} else if n > 4 && w[n-2] == 'e' && strings.IndexByte("rnsm", w[n-1]) >= 0 {
		return true
	}
	return w == "alt" || w == "neu" || w == "groß" || w == "klein" || w == "st" || w == "dr" || w == "sankt"
}

// streetOf reads "Straße des 17. Juni 135", "Platz der Republik 1".
func (s *scan) streetOf(i int) int {
	j := i + 1
	if j >= len(s.tokens) || s.tokens[j].line {
		return 0
	}
	if w := s.lower(j); !s.has(j, articles) && w != "von" && w != "vom" && w != "am" && w != "an" && w != "im" && w != "zum" && w != "zur" {
		return 0
	}
	j++
	if n, letters := s.numberToken(j); n > 0 && n < 32 && letters == 0 && s.is(j+1, '.') {
		j += 2
	}
	from := j
	for j-from < 3 && s.upperWord(j) && !beforeHouse.Has(s.lower(j)) {
		j++
	}
	if j == from {
		return 0
	}
	next, year := s.houseNumber(j)
	if next == 0 || year && !s.townFollows(next) {
		return 0
	}
	return next
}

// byPreposition reads "Am Alten Markt 5", "In der Au 12". Such words begin sentences, too, so that
// something has to speak for an address.
func (s *scan) byPreposition(i int) int {
	t := s.tokens[i]
	if next := s.answeredStreet(i); next > 0 {
		return next
	}
	j := i + 1
	if j < len(s.tokens) && !s.tokens[j].line && s.has(j, articles) {
		j++
	}
	from := j
	if s.lower(i) == "in" && j < len(s.tokens) {
		if w := s.lower(j); w == "a" || w == "the" || s.known(j)&(tagger.Common|tagger.SmallEnglish) == tagger.SmallEnglish { // "In A Charming 73"
			return 0
		}
	}
	bent := false // an adjective in small letters stands in the name: "An der alten Mühle 3a"
	for j-from < 3 && j < len(s.tokens) && s.tokens[j].kind == word && !s.tokens[j].line && s.tokens[j].gap {
		if s.tokens[j].upper != t.upper {
			if !t.upper || !adjective(s.lower(j)) || !s.upperWord(j+1) || s.has(j, functionWords|articles) {
				break
			}
			bent = true
		}
		if s.has(j, notStreetWords|months) || brandLike(s.word(j)) || s.notes[j].clue != 0 && !s.has(j, endsStreet|endsLoose) || s.has(j, placeWords) { // "in front of 12"
			return 0
		}
		j++
	}
	if j == from {
		return 0
	}
	j = s.skipDot(j)
	next, year := s.houseNumber(j)
	if next == 0 || (year || bent && !s.placed(i, next) || s.text[s.tokens[j].start] == '0') && !s.townFollows(next) { // "Im Datenblatt Rev. 07"
		return 0
	}
	if !t.upper { // "ich wohne am alten markt 5", but "in der goethestraße 5" begins later
		street := s.has(j-1, endsStreet)
		if (street && !s.has(j-1, wholeEnding) || !s.has(j-1, endsStreet|endsLoose) && !s.townFollows(next)) && !s.wholeField(i, next) {
			if far, ok := s.clues.before(clueAddress, t.start, 3); !ok || far == 0 || street {
				return 0
			}
		}
		far, ok := s.clues.before(clueAddress, t.start, 24)
		if ok && far > 0 && s.alone(next) || s.townFollows(next) || s.wholeField(i, next) {
			return next
		}
		return 0
	}
	if s.placed(i, next) || s.insideSentence(i) || s.alone(next) && s.notCapital(next) {
		return next
	}
	return 0
}

// answeredStreet reads a street that begins with a preposition in small letters where a line or what somebody says begins, and
// behind which a postcode stands: "Kunde: im Winkel 6, 88212 ravensburg". It returns the token behind the number, 0 if there is none.
func (s *scan) answeredStreet(i int) int {
	if s.tokens[i].upper || !s.tokens[i].line && !(i > 0 && s.is(i-1, ':')) || !nearPlaces[s.lower(i)] || !s.upperWord(i+1) || !s.has(i+1, endsStreet|endsLoose) || !s.has(i+1, wholeEnding) {
		return 0
	}
	if next, _ := s.houseNumber(i + 2); next > 0 && (s.fiveDigitsFollow(next) || s.townFollows(next)) {
		return next
	}
	return 0
}

// insideSentence says whether a word stands before token i that does not end a sentence: a capital
// there is one of a name.
func (s *scan) insideSentence(i int) bool {
	if i == 0 || s.tokens[i].line {
		return false
	}
	for j := i - 1; j >= 0 && j >= i-2; j-- {
		if s.tokens[j].kind != mark {
			return true
		}
		switch s.text[s.tokens[j].start] {
		case '.', '!', '?', ':', '|', '*', '-', '>':
			return false
		}
		if s.tokens[j].line {
			return false
		}
	}
	return false
}

// placed says whether a town follows or a word about addresses stands before.
func (s *scan) placed(i, next int) bool {
	if s.townFollows(next) {
		return true
	}
	_, ok := s.clues.before(clueAddress, s.tokens[i].start, 40)
	return ok
}

// wholeField says whether the tokens [i, next) are all of a line, a cell or a field.
func (s *scan) wholeField(i, next int) bool {
	border := func(j int) bool {
		return s.is(j, ';') || s.is(j, '|') || s.is(j, '"') || s.is(j, '>') || s.is(j, '<')
	}
	return (s.tokens[i].line || border(i-1)) && (next >= len(s.tokens) || s.tokens[next].line || border(next))
}

// alone says whether nothing that could be counted stands behind: the line ends, a mark or a word in
// small letters follows.
func (s *scan) alone(next int) bool {
	return next >= len(s.tokens) || s.tokens[next].line || s.tokens[next].kind == mark || !s.tokens[next].upper && s.tokens[next].kind == word
}

// notCapital says whether no noun follows that the number could count.
func (s *scan) notCapital(next int) bool {
	return next >= len(s.tokens) || s.tokens[next].line || !s.tokens[next].upper
}

// squareReach is how far from a square the name of Mannheim may stand, in bytes.
const squareReach = 40

// square reads an address of the centre of Mannheim, whose blocks have a letter and a digit for a name, from
// token i: "Q7, 24", "M7 12a", "C 4, 8". It returns the token behind it, 0 if there is none.
func (s *scan) square(i int) int {
	t := s.tokens[i]
	if c := s.text[t.start]; c < 'A' || c > 'U' || t.end-t.start > 2 {
		return 0
	}
	j := i + 1
	switch {
	case t.end-t.start == 2 && char.Digit(s.text[t.start+1]):
	case t.end-t.start == 1 && s.digitsAt(j) == 1 && !s.tokens[j].line:
		j++
	default:
		return 0
	}
	next, year := s.houseNumber(s.separator(j))
	if next == 0 || year {
		return 0
	}
	near := s.text[max(0, t.start-squareReach):min(len(s.text), s.tokens[next-1].end+squareReach)]
	if !strings.Contains(near, "Mannheim") && !strings.Contains(near, "mannheim") {
		return 0
	}
	return next
}
