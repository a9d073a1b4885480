package personal

import (
	"strings"

	"github.com/webchatagent/wca/internal/personal/tagger"
	"github.com/webchatagent/wca/internal/wordlist"
)

// Whoever calls or writes says their name in few ways, by which any word with a capital is one that is no other: "Ich bin's, Roswitha!", "call
// me Bob", "Brandl am Apparat", "It's Ottilie again".

// selfLeads are words behind which somebody's own name follows, by the last of them, selfTails those behind it.
var (
	selfLeads = func() map[string][][]string {
		by := map[string][][]string{}
		for _, lead := range []string{
			"ich bin's", "ich bins", "ich bin es", "it's me", "its me", "it is me", "call me", "nenn mich", "nennt mich", "nennen sie mich", "i go by", "the name's", "my name's", "sagt einfach", "sag einfach", "sagen sie einfach", "sag ruhig", "sagt ruhig",
			"hier spricht",
		} {
			words := strings.Fields(lead)
			last := words[len(words)-1]
			by[last] = append(by[last], words)
		}
		return by
	}()
	selfLasts = wordlist.Sieved(selfEnds)
)

// selfEnds are the last words of these, selfWords all beside which the name of who speaks is looked for, and ownNames those that say whose
// somebody is.
const (
	selfEnds  = "bin's bin’s bins es me mich by name's name’s einfach ruhig spricht"
	selfWords = selfEnds + " is it's it’s its der die and und am here hier speaking calling nochmal again"
	ownNames  = "my your his her our their mein meinen dein deinen ihr ihren euer euren"
)

// againTails stand behind a name that "it's" or "this is" leads to, hereTails behind one with which a clause begins.
var (
	againTails = wordlist.Sieved("again here calling speaking nochmal wieder")
	hereTails  = wordlist.Sieved("here hier speaking calling")
	behindHere = wordlist.Set("about from again regarding re calling wegen aus von vom nochmal noch wieder bezüglich and und with mit for")
)

// introduced finds the names of those who introduce themselves in the sentence [start, end), and of their own.
func (s *scan) introduced(start, end int) {
	for i := start; i < end; i++ {
		if !s.opens(i, opensSelf) {
			continue
		}
		w := s.lower(i)
		switch {
		case selfLasts.Has(w) && s.ledTo(i):
			s.introducedAt(s.behindComma(i+1), end, w == "einfach" || w == "ruhig")
			if next := s.behindComma(i + 1); next < end {
				s.smallKin(next, end)
			}
		case w == "is" && i > start && (s.lower(i-1) == "this" || s.lower(i-1) == "it"), w == "it's", w == "it’s", w == "its":
			if to := s.selfName(i+1, end); to > i+1 && againTails.Has(s.lower(to)) && s.surelyName(i+1, to) && (to > i+2 || s.notes[i+1].given || s.known(i+1)&tagger.FirstName != 0) && !s.branded(i+1, to) {
				s.person(i+1, to, 0.7)
			}
		case (w == "der" || w == "die") && i > start && (s.lower(i-1) == "bins" || i > start+1 && s.lower(i-1) == "bin" && s.lower(i-2) == "ich"):
			if to := s.selfName(i+1, end); to > i+1 && s.surelyName(i+1, to) && (s.wholeEnd(to) || s.has(to, functionWords)) {
				s.person(i+1, to, 0.7)
			} else if i+1 < end {
				s.smallKin(i+1, end)
			}
		case i+2 < end && (ownWords.Has(w) || isMine.Has(w)) && (germanKin.Has(s.lower(i+1)) || kin.Has(s.lower(i+1))):
			s.smallKin(i+2, end)
		case w == "and" || w == "und":
			s.withMe(i, start, end)
		case w == "am" || w == "mein" || w == "my" || hereTails.Has(w) || w == "nochmal" || w == "again":
			s.introducedFront(i, start, end)
		}
	}
}

// ledTo says whether token i is the last of words behind which somebody's own name follows.
func (s *scan) ledTo(i int) bool {
	for _, words := range selfLeads[strings.ReplaceAll(s.lower(i), "’", "'")] {
		from, same := i+1-len(words), true
		for k := 0; same && from >= 0 && k < len(words); k++ {
			same = strings.ReplaceAll(s.lower(from+k), "’", "'") == words[k]
		}
		if same && from >= 0 {
			return true
		}
	}
	return false
}

// introducedAt takes the name at token i if the clause ends or goes on behind it as it does behind names; toMe says that "zu mir" has to follow.
func (s *scan) introducedAt(i, end int, toMe bool) {
	to := s.selfName(i, end)
	if to == 0 {
		return
	}
	if toMe {
		if s.lower(to) == "zu" && s.lower(to+1) == "mir" && s.tokens[to-1].end-s.tokens[i].start > len("Ja") {
			s.person(i, to, 0.7)
		}
		return
	}
	if s.clauseEndsAt(to) || s.lower(to) == "and" || s.lower(to) == "und" || s.lower(to) == "from" || s.lower(to) == "aus" || s.lower(to) == "please" || s.lower(to) == "bitte" || s.lower(to) == "again" || s.lower(to) == "nochmal" {
		s.person(i, to, 0.7)
	}
}

// introducedFront takes the name with which a clause begins and behind which the word at token to says that it is who speaks: "Brandl am
// Apparat".
func (s *scan) introducedFront(to, start, end int) {
	i := to - 1
	for ; i > start && to-i < 6 && !s.is(i-1, ',') && !s.has(i-1, greetings); i-- {
		if t := s.tokens[i]; t.kind != word || !t.upper && !s.has(i, particles) || s.tokens[i+1].line {
			return
		}
	}
	if i < start || s.selfName(i, end) != to {
		return
	}
	switch w := s.lower(to); {
	case w == "am" && s.lower(to+1) == "apparat", (w == "mein" || w == "my") && s.lower(to+1) == "name":
		s.person(i, to, 0.7)
	case hereTails.Has(w) && !s.tokens[to].line && (s.clauseEndsAt(to+1) || behindHere[s.lower(to+1)]) && !s.is(to+1, '?') && (s.surelyName(i, to) || s.greetedBefore(i) && s.known(i)&(tagger.FirstName|tagger.LastName|tagger.AnyName) != 0):
		s.person(i, to, 0.7)
	case (w == "nochmal" || w == "again") && i > 0 && s.has(i-1, greetings) && s.surelyName(i, to):
		s.person(i, to, 0.7)
	}
}

// greetedBefore says whether a greeting ends before token i: "Guten Tag, Harker hier".
func (s *scan) greetedBefore(i int) bool {
	if s.is(i-1, ',') {
		i--
	}
	switch s.lower(i - 1) {
	case "tag", "morgen", "abend", "gott", "mittag", "morning", "afternoon", "evening":
		return true
	}
	return i > 0 && s.has(i-1, greetings)
}

// withMe takes the given name beside "me" or "ich" that the word at token i joins: "me and Clemens want two", "Clemens und ich".
func (s *scan) withMe(i, start, end int) {
	self := func(w string) bool { return w == "me" || w == "ich" || w == "i" || w == "mich" || w == "mir" }
	if i > start && self(s.lower(i-1)) && i+1 < end && s.upperWord(i+1) && s.selfWord(i+1) && s.surelyName(i+1, i+2) && s.known(i+1)&tagger.LastName == 0 && (s.wholeEnd(i+2) || s.selfWord(i+2)) {
		to := i + 2
		if s.upperWord(to) && s.selfWord(to) {
			to++
		}
		s.person(i+1, to, 0.6)
	}
	if i > start && i+1 < end && self(s.lower(i+1)) && s.selfWord(i-1) && s.surelyName(i-1, i) && (i-1 == start || !s.upperWord(i-2)) {
		s.person(i-1, i, 0.6)
	}
}

// selfName reads up to four words of a name at token i, and returns the token behind it, 0 if none is there: words with a capital that are no
// others, particles between them.
func (s *scan) selfName(i, end int) int {
	j, words := i, 0
	for j < end && words < 4 && !(j > i && s.tokens[j].line) {
		if next := s.behindParticles(j, end); next > j {
			if words == 0 && (!s.leadsSurname(j, next) || !s.selfWord(next) && s.known(next)&tagger.Place == 0) || s.notes[next].clue != 0 || s.has(next, functionWords|weekdays|months) {
				break
			}
			j, words = next+1, words+1
			continue
		}
		if words > 0 && noble[s.lower(j)] && s.tokens[j].upper {
			j++
			continue
		}
		if !s.selfWord(j) {
			break
		}
		j, words = j+1, words+1
	}
	if words == 0 || j > i && (s.has(j-1, particles) || noble[s.lower(j-1)]) {
		return 0
	}
	return j
}

// selfWord says whether token i may be a word of the name with which somebody introduces themselves: somebody's name, or no word of a dictionary.
func (s *scan) selfWord(i int) bool {
	if i >= len(s.tokens) || s.tokens[i].kind != word || !s.tokens[i].upper || s.notes[i].clue != 0 || s.has(i, functionWords|weekdays|months|noPerson|greetings|signOffs|leading|titles|callings|countries|knownTown) {
		return false
	}
	known := s.known(i)
	if s.notes[i].given || s.notes[i].family || known&(tagger.FirstName|tagger.LastName) != 0 || s.has(i, usualNames) {
		return !brandLike(s.word(i)) && !s.everydayThing(i)
	}
	w := s.lower(i)
	return len(w) > 1 && known&anyWords == 0 && !brandLike(s.word(i)) && !s.everydayThing(i) && !s.branded(i, i+1) && !germanNoun(w) && !compoundThing(w) && !thingEnding(w) && !s.names.Compound(s.ids[i])
}

// surelyName says whether one of the words [from, to) is known as a name and as no other word, or all but one of several are.
func (s *scan) surelyName(from, to int) bool {
	for i := from; i < to; i++ {
		known := s.known(i)
		if s.tokens[i].upper && (s.notes[i].given || s.has(i, usualNames) || known&(tagger.FirstName|tagger.LastName|tagger.AnyName) != 0 && known&anyWords == 0) && !s.everydayThing(i) {
			return true
		}
	}
	return to-from > 1
}

// smallKin takes a given name in small letters behind the word for somebody's own: "mein sohn levin".
func (s *scan) smallKin(i, end int) {
	t := s.tokens[i]
	if t.kind != word || t.upper || t.line || s.has(i, functionWords|articles|prepositions|particles) || s.notes[i].clue != 0 {
		return
	}
	known := s.known(i)
	if known&anyWords != 0 || !s.notes[i].given && known&tagger.FirstName == 0 {
		return
	}
	to := i + 1
	if to < end && s.tokens[to].kind == word && !s.tokens[to].line && !s.has(to, functionWords) && s.known(to)&tagger.LastName != 0 && s.known(to)&anyWords == 0 {
		to++
	}
	s.person(i, to, 0.6)
}
