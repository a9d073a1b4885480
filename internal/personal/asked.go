package personal

import (
	"regexp"
	"strings"

	"github.com/webchatagent/wca/internal/personal/tagger"
	"github.com/webchatagent/wca/internal/wordlist"
)

var (
	// asksName is how somebody is asked for their name.
	asksName = regexp.MustCompile(`(?:\bihr|\bihre[nmrs]?|\bdein|\bdeine[nmr]?|\beuer|\beuren|\bauf welche[nm]|\bunter welche[nm]|\bvollständige[nr]?|\bvolle[nr]?)(?: vollständige[nr]?| volle[nr]?| ganze[nr]?)?(?: vor-? ?und)? (?:namen?|vornamen?|nachnamen?|zunamen?|familiennamen?)\b|` +
		`\bwie hei(?:ß|ss)(?:en sie|t du)\b|\bwie hei(?:ß|ss)t ihr[?!]|\bwer (?:sind sie|bist du|spricht|ist da)\b|\bmit wem (?:spreche|habe|chatte|schreibe)|\b(?:your|what|which)(?: full| first| last| family| complete)? (?:sur)?name\b|\bwho(?:m)? (?:am i|is this|is calling)\b`)
	// ofOther is what makes it the name of something.
	ofOther = regexp.MustCompile(`^ (?:ihre|ihres|deine|deines|of|des|der)\b`)
	// nameStated is what follows where nobody is asked: it is said what becomes of the name, "Ihr Name wird nicht gespeichert."
	nameStated = regexp.MustCompile(`^(?: und [^.,;:!?]{1,40})? (?:wird|werden|würde|bleibt|bleiben|erscheint|taucht|darf|is not|isn't|is never|is only|won't|will not|will never|will be|stays|remains|appears)\b`)
	// nameLead may stand before somebody's name where it was asked for, or instead of it if it is about an order, nameTail
	// behind it.
	nameLead = wordlist.Sieved(`ja gern gerne klar natürlich also hallo hi hey guten tag yes sure ok okay ich bin heiße heisse mein name ist lautet das frau herr herrn dr i am i'm is it's my name's called hier this
	kunde kundin neukunde neukundin stammkunde gast retoure retouren storno stornierung login chat bot`)
	nameTail = wordlist.Set(`bitte please danke thanks und and hier here`)
)

// askReach is how much of a line is looked at for the question, in bytes.
const askReach = 200

// askedNames finds names where somebody was asked for theirs in the line before, or says that it follows, however they
// are written: "Wie ist Ihr Name?", "erika mustermann".
func (s *scan) askedNames() {
	if s.lines < 2 && !s.small {
		return
	}
	for i, t := range s.tokens {
		switch {
		case i > 0 && t.line && s.tokens[i-1].kind == mark && s.asksName(s.tokens[i-1].end):
			for k := 0; k < 8 && i < len(s.tokens) && (s.tokens[i].kind == mark || nameLead.Has(s.lower(i))); k++ {
				i++
			}
			s.nameHere(i)
		case s.small && t.kind == word && s.has(i, introducing):
			if n := s.introduction(i, len(s.tokens)); n > 1 && (s.lower(i) == "ich" || s.lower(i) == "my" || s.lower(i) == "mein") {
				s.nameHere(i + n)
			}
		}
	}
}

// asksName reports whether the line that ends at end asks for a name.
func (s *scan) asksName(end int) bool {
	line := s.folded[max(0, end-askReach):end]
	line = line[strings.LastIndexByte(line, '\n')+1:]
	if !strings.Contains(line, "nam") && !strings.Contains(line, "hei") && !strings.Contains(line, "we") && !strings.Contains(line, "who") {
		return false
	}
	at := asksName.FindStringIndex(line)
	return at != nil && !ofOther.MatchString(line[at[1]:]) && (strings.Contains(line, "?") || !nameStated.MatchString(line[at[1]:]))
}

// nameHere takes up to four words from token i on for a name if nothing but its end follows; a comma may stand behind the
// surname. Beside somebody's given name any other word is a surname: "doe", "mustermann".
func (s *scan) nameHere(from int) {
	i, given := from, false
	for i < len(s.tokens) && i-from < 4 && (i == from || !s.tokens[i].line) && (s.mayBeName(i) || given && s.mayBeSurname(i) || i > from && s.has(i-1, particles) && s.has(i, articles)) {
		given = given || s.known(i)&tagger.FirstName != 0
		i++
	}
	if from < len(s.tokens) && i-from < 2 && s.is(from+1, ',') && s.mayBeSurname(from) && from+2 < len(s.tokens) && !s.tokens[from+2].line && s.known(from+2)&tagger.FirstName != 0 && s.endsName(from+3) {
		i = from + 3
	}
	if i > from && s.endsName(i) && !s.has(i-1, particles) && !(s.lower(from) == "zu" && s.known(from+1)&anyWords != 0) { // "mein Name ist zu lang"
		s.person(from, i, 0.7)
	}
}

// endsName reports whether somebody's name may end before token i: there is nothing more, a mark, a number or thanks.
func (s *scan) endsName(i int) bool {
	return i >= len(s.tokens) || s.tokens[i].line || s.tokens[i].kind == mark && !s.is(i, '@') || s.tokens[i].kind == number || nameTail[s.lower(i)]
}

// anyWords are what the lexicon says of words that are no names, or names besides.
const anyWords = tagger.Common | tagger.CommonEnglish | tagger.SmallEnglish | tagger.Place

// mayBeName reports whether token i may be part of somebody's name: it is no other word, or a usual name besides.
func (s *scan) mayBeName(i int) bool {
	if s.tokens[i].kind == word && s.has(i, particles) {
		return true
	}
	known := s.known(i)
	return s.mayBeSurname(i) && (known&anyWords == 0 && !compoundThing(s.lower(i)) || known&(tagger.FirstName|tagger.LastName) != 0)
}

// mayBeSurname reports whether token i may be a surname, as nearly every word may.
func (s *scan) mayBeSurname(i int) bool {
	return s.tokens[i].kind == word && !nameTail[s.lower(i)] && !s.has(i, functionWords|prepositions|articles|weekdays|months|noPerson) && s.notes[i].clue == 0 && s.tokens[i].end-s.tokens[i].start > 1
}
