package personal

import (
	"slices"
	"sort"
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/personal/tagger"
	"github.com/webchatagent/wca/internal/wordlist"
)

// birthReach is how far before a date the word may end that says it is one of birth.
const birthReach = 48

// span is where something stands.
type span struct{ start, end int }

// births finds dates near a word about birth.
func (s *scan) births() {
	if len(s.groups) == 0 && len(s.clues.ends[clueBirth]) == 0 {
		return
	}
	if slices.ContainsFunc(s.allDates(), func(d span) bool { return d.end > 0 }) {
		s.birthsBeside()
		s.birthsOfKin()
		s.birthsByAge()
	}
	s.birthsInFields()
	s.birthsNamed()
	s.birthsAgain()
}

// birthsNamed finds dates near a word or a sign about birth, or somebody of a family.
func (s *scan) birthsNamed() {
	if len(s.clues.ends[clueBirth]) == 0 && !s.letters.has('*') && s.seen.class&relatives == 0 && !s.letters.has('(') && !strings.Contains(s.text, "b. ") && char.IndexSpaced(s.text, " J") < 0 && !s.holds("bin ") && !s.holds("he's ") && !s.holds("hes ") {
		return
	}
	s.birthsInWords()
	s.birthsBelow()
	s.birthsSpaced()
	end := 0
	var listed []span // behind given names, in brackets
	for i, g := range s.groups {
		if g.start < end || char.Glued(s.text, g.start) {
			continue
		}
		start, stop := s.dateAt(i)
		if stop == 0 {
			start, stop = s.looseDateAt(i)
		}
		if stop > 0 && (untilBefore(s.text[:start]) || s.otherDay(start, stop) || end > 0 && s.otherLabel(start, end)) {
			end = stop
			continue
		}
		elder, given := false, false
		if stop > 0 {
			if elder, given = s.bornBracketed(start, stop); given {
				listed = append(listed, span{start, stop})
			}
			elder = elder || s.agedBefore(start, stop)
		}
		if stop == 0 || char.RunsOn(s.text, stop) && !timeBehind(s.text, stop) || !elder && !s.bornAt(start, stop) && !s.bornInFamily(start, stop) && !s.ownBirth(start, stop) && !s.answersBirth(start, stop) || end > 0 && s.laterDay(start, stop, end) {
			continue
		}
		start = s.withArticle(start)
		s.add(start, stop, BirthDate, 0.9, fold(s.text[start:stop]))
		end = stop
	}
	s.birthsListed(listed)
	s.birthYears()
}

// timeBehind says whether the time of day follows a date as programs write it: "1985-03-12T00:00:00Z".
func timeBehind(text string, pos int) bool {
	return strings.HasPrefix(text[pos:], "T") && digitRun(text, pos+1) == 2 && strings.HasPrefix(text[pos+3:], ":")
}

// withArticle gives where a date begins that stands at start with its article, "born the 21st of May": behind "on" or "is" the
// sentence has it.
func (s *scan) withArticle(start int) int {
	const article = "the "
	if at := start - len(article); at >= 0 && s.folded[at:start] == article && !char.Glued(s.text, at) && !endsIn(strings.TrimRight(s.text[max(0, at-4):at], " "), "on", "is", "was", "'s", "’s") {
		return at
	}
	return start
}

// How long the line is that is the head of a list of births, in bytes, and how many lines of the list are read.
const longestHead, birthLines = 120, 16

// birthsBelow finds dates in lines below one without a number that has a word about birth: the head of a list whose
// columns only spaces part.
func (s *scan) birthsBelow() {
	read := 0
	for _, end := range s.clues.ends[clueBirth] {
		if end < read {
			continue
		}
		stop := strings.IndexByte(char.Cut(s.text, end, longestHead), '\n')
		if stop < 0 {
			continue
		}
		near := s.text[max(0, end-longestHead):end]
		head := near[strings.LastIndexByte(near, '\n')+1:] + s.text[end:end+stop]
		if strings.ContainsAny(head, "0123456789!?") || strings.Contains(head, ". ") {
			continue
		}
		at := end + stop + 1
		for i, lines := sort.Search(len(s.groups), func(i int) bool { return s.groups[i].start >= at }), 0; lines < birthLines && at < len(s.text); lines++ {
			next := len(s.text)
			if n := strings.IndexByte(s.text[at:], '\n'); n >= 0 {
				next = at + n
			}
			took := false
			for ; i < len(s.groups) && s.groups[i].start < next; i++ {
				if took || char.Glued(s.text, s.groups[i].start) || s.clues.cellAt(s.groups[i].start) != nil {
					continue
				}
				from, to := s.dateAt(i)
				if year := s.birthYear(s.text[from:to]); to > 0 && to <= next && !char.RunsOn(s.text, to) && year >= oldestBirth && year <= s.year-recordAge {
					s.add(from, to, BirthDate, 0.7, fold(s.text[from:to]))
					took = true
				}
			}
			if !took {
				break
			}
			at = next + 1
			read = at
		}
	}
}

// bornThings are born in a figure of speech.
var bornThings = wordlist.Set(`idea idee ideas concept company firma unternehmen brand marke projekt
	project band startup start-up verein gedanke business website club product produkt song album`)

// thingBorn says whether the word about birth that ends at pos speaks of such a thing: "die Idee sei am 12. Juni geboren
// worden".
func (s *scan) thingBorn(pos, date int) bool {
	i := s.tokenAt(max(pos, date)) - 1
	for k := 0; k < 12 && i >= 0; k, i = k+1, i-1 {
		if bornThings[s.lower(i)] {
			return true
		}
		if (s.is(i, '.') && !(i > 0 && s.tokens[i-1].kind == number) || s.is(i, '!') || s.is(i, '?')) && s.tokens[i+1].gap || s.tokens[i].line {
			return false
		}
	}
	return false
}

// otherDays are words for what happens on another day than that of a birth.
var otherDays = wordlist.Set(`verstorben gestorben verstarb beerdigt beigesetzt gefeiert getauft died deceased passed funeral buried celebrated
	baptised eingeschult moved joined married hired umgezogen geheiratet released founded opened launched erschienen gegründet eröffnet ausgestellt issued dod d.o.d`)

// otherDay says whether such a word stands beside the date [start, end): "geboren und am 12.02.2026 verstorben".
func (s *scan) otherDay(start, end int) bool {
	i := s.tokenAt(end)
	if i < len(s.tokens) && !s.tokens[i].line && otherDays[s.lower(i)] {
		return true
	}
	for j, k := s.tokenAt(start)-1, 0; j >= 0 && k < 3 && s.tokens[j].kind == word; j, k = j-1, k+1 {
		if s.notes[j].clue>>clueBirth&1 != 0 {
			return false
		}
		if otherDays[s.lower(j)] {
			return true
		}
	}
	return false
}

// otherLabel says whether a label of its own stands before a date at start behind one of birth that ends at born, "Born: 03.11.91 /
// Starts: 06.01.25".
func (s *scan) otherLabel(start, born int) bool {
	i := s.tokenAt(start) - 1
	if s.quoteAt(i) { // "created":"2026-03-12"
		i--
	}
	if i > 1 && s.quoteAt(i-1) && s.is(i, ':') {
		i--
	} else if i >= 0 && !s.is(i, ':') {
		return false
	}
	if i < 1 || s.tokens[i-1].kind != word || s.tokens[i-1].start < born {
		return false
	}
	if w := s.lower(i - 1); s.known(i-1)&tagger.FirstName != 0 || s.has(i-1, relatives) || elders.Has(w) || parties.Has(w) {
		return false
	}
	far, ok := s.clues.before(clueBirth, start, birthReach)
	return !ok || start-far < born
}

// laterDay says whether a date without a year stands behind one of birth that ends at born, with no word about
// birth between: "d.o.b. 3-7-31, deceased, funeral 12 June".
func (s *scan) laterDay(start, stop, born int) bool {
	if yearOf(s.text[start:stop]) < 9999 || char.CountDigits([]byte(s.text[start:stop])) > 2 {
		return false
	}
	far, ok := s.clues.before(clueBirth, start, birthReach)
	return ok && start-far < born && !s.birthdaysBefore(start)
}

// heIs stand before the day of a birth.
var heIs = wordlist.Set("hes he's he’s shes she's she’s")

// ownBirth says whether somebody says of which day they are: "ich bin doch vom 18. 1. 2004".
func (s *scan) ownBirth(start, stop int) bool {
	i := s.tokenAt(start) - 1
	if i < 1 {
		return false
	}
	if w := s.lower(i); heIs[w] && s.birthYear(s.text[start:stop]) >= oldestBirth { // "his name is arlo, hes oct 12 2018"
		return true
	}
	if w := s.lower(i); (w == "ist" || w == "is" || w == "war" || w == "be") && s.foundBefore(BirthDate, start, birthReach*2) { // "das ist die vom Mann, der ist 19.7.54"
		switch s.lower(i - 1) {
		case "der", "die", "er", "sie", "he", "she", "mann", "frau", "husband", "wife", "sohn", "tochter", "son", "daughter", "mine", "meiner", "meins", "richtig", "korrekt", "correct", "right", "should":
			return true
		}
	}
	if s.lower(i) != "vom" {
		return false
	}
	for j := i - 1; j >= 0 && i-j < 4 && s.tokens[j].kind == word; j-- {
		if s.lower(j) == "bin" {
			return true
		}
	}
	return false
}

// farBorn is how far behind a word about birth a date of this year stands that is one of something else, in bytes.
const farBorn = 12

// bornAt says whether a word about birth speaks of the date [start, end): in the same line, or as
// the label in the line above.
func (s *scan) bornAt(start, end int) bool {
	if s.birthSign(start, end) {
		return true
	}
	far, before := s.clues.before(clueBirth, start, birthReach)
	if before && s.partyOn(start-far, start) && s.birthYear(s.text[start:end]) == 0 {
		return false
	}
	if s.birthdaysBefore(start) {
		return true
	}
	if s.thingBorn(start-far, start) || before && far > farBorn && yearOf(s.text[start:end]) >= s.year && yearOf(s.text[start:end]) < 9999 && strings.Contains(s.text[start-far:start], ",") {
		return false // "Born in the USA tour, 12 June 2026"
	}
	if !before || strings.Contains(s.text[start-far:start], "\n") && far > 4 && !answers(s.text[start-far:start]) {
		return s.named(clueBirth, start, end, 0)
	}
	return true
}

// askedReach is how far before a date somebody may have asked for that of a birth, in bytes.
const askedReach = 200

// answerWords may stand before a date that answers a question.
var answerWords = wordlist.Set(`its it's it’s it is that's that’s that this es ist das der am the mine meins meines
	meiner my mein dob sure yes yep ja klar ok okay gern gerne natürlich hi hello hallo also so right`)

// answersBirth says whether the date [start, end) is all of an answer in a line below one that asks for a birth: "Please confirm your
// date of birth so that we can find you.\n> its 9.6.82".
func (s *scan) answersBirth(start, end int) bool {
	if year := s.birthYear(s.text[start:end]); year < oldestBirth || year > s.year-writingAge || !s.clauseEnds(end) {
		return false
	}
	far, ok := s.clues.before(clueBirth, start, askedReach)
	if !ok || char.CountDigits([]byte(s.text[start-far:start])) > 0 {
		return false
	}
	line := strings.LastIndexByte(s.folded[start-far:start], '\n')
	if line < 0 || !endsIn(strings.TrimRight(s.text[start-far:start-far+line], " \r\n>"), ".", "?", "!", ")") { // the request goes on
		return false
	}
	for _, w := range strings.Fields(s.folded[start-far+line : start]) {
		if w = strings.Trim(w, ">,.:!-–"); w != "" && !answerWords[w] && !speakers[w] {
			return false
		}
	}
	return true
}

// untilBefore says whether a text ends in a word that a date follows until which something holds: "gültig bis".
func untilBefore(text string) bool {
	words := strings.Fields(strings.TrimRight(text[max(0, len(text)-24):], " :"))
	if len(words) == 0 {
		return false
	}
	switch strings.ToLower(words[len(words)-1]) {
	case "after", "before", "nach", "vor", "ab", "bis", "seit", "stand", "until", "till", "expires", "expiry", "exp", "exp.", "valid", "gültig", "ablaufdatum":
		return true
	case "dem", "of": // "seit dem", "as of"
		if len(words) > 1 {
			switch strings.ToLower(words[len(words)-2]) {
			case "seit", "ab", "bis", "vor", "nach", "as":
				return true
			}
		}
	}
	return false
}

// answers says whether what stands between a word and a value ends the question and names who answers:
// "date of birth?\nCustomer: ".
func answers(gap string) bool {
	question, speaker, _ := strings.Cut(gap, "\n")
	question, speaker = strings.TrimSpace(question), strings.TrimSpace(speaker)
	return strings.HasSuffix(question, "?") && len(question) <= 24 && (speaker == "" || strings.Index(speaker, ":") == len(speaker)-1 && strings.Count(speaker, " ") < 2 && !strings.Contains(speaker, "\n"))
}
