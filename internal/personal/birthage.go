package personal

import (
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/personal/tagger"
	"github.com/webchatagent/wca/internal/wordlist"
)

// The day on which somebody will be as old as told is that of a birth: "I'll be 65 on 3 September", "am 20.11. werde ich 18". So is a day
// far enough back where somebody has to prove an age.

// ageVerbs stand with an age that somebody reaches.
var ageVerbs = wordlist.Set("be turn turns turning hit hits reach reaches werde werd wird wirst")

// agedSubjects are who reaches it.
var agedSubjects = wordlist.Set("i i'll i’ll i'm i’m ich er sie he he'll he’ll she she'll she’ll he's he’s she's she’s")

// oldWords may stand behind an age.
var oldWords = wordlist.Set("years year old yrs jahre jahr alt")

// leastTurned and mostTurned are the ages that people tell the day of.
const leastTurned, mostTurned = 2, 105

// agePhrases say that somebody has to be old enough, ageReach how far before the day of birth they may end, in bytes.
var agePhrases = [...]string{"age check", "age verif", "age proof", "proof of age", "verify my age", "altersprüf", "altersnachweis", "altersverif", "alterskontrolle", "volljährigkeit"}

const ageReach = 56

// birthsByAge finds such days.
func (s *scan) birthsByAge() {
	if len(s.groups) == 0 {
		return
	}
	turning, proved := (s.holds(" on ") || s.holds("am ")) && s.agesTold(), false
	for _, w := range agePhrases {
		proved = proved || s.holds(w)
	}
	if !turning && !proved {
		return
	}
	for i, g := range s.groups {
		if char.Glued(s.text, g.start) || !proved && (g.start < 3 || s.text[g.start-1] != ' ' || !char.ASCII(s.text[g.start-2])) { // neither "on" nor a month stands before it
			continue
		}
		start, stop := s.dateAt(i)
		if stop == 0 || char.RunsOn(s.text, stop) || untilBefore(s.text[:start]) {
			continue
		}
		year := yearOf(s.text[start:stop])
		if turning && (year == 9999 || year >= s.year-1 && year <= s.year+1) && s.turnsOn(start, stop) || proved && s.provesAge(start, stop) {
			s.add(start, stop, BirthDate, 0.7, fold(s.text[start:stop]))
		}
	}
}

// agesTold says whether the text has a verb with which an age is told.
func (s *scan) agesTold() bool {
	for _, w := range [...]string{" turn", " be ", " hit", " reach", " werde", " werd ", " wird "} {
		if s.holds(w) {
			return true
		}
	}
	return false
}

// provesAge says whether a phrase about an age to be proved stands before the date [start, end) of somebody old enough.
func (s *scan) provesAge(start, end int) bool {
	if year := s.birthYear(s.text[start:end]); year < oldestBirth || year > s.year-writingAge {
		return false
	}
	said := s.folded[max(0, start-ageReach):start]
	for _, w := range agePhrases {
		if at := strings.LastIndex(said, w); at >= 0 && char.CountDigits([]byte(said[at:])) == 0 {
			return true
		}
	}
	return false
}

// turnsOn says whether somebody reaches an age on the day [start, end).
func (s *scan) turnsOn(start, end int) bool {
	i, j := s.tokenAt(start)-1, s.tokenAt(end)
	if i > 0 && s.lower(i) == "the" {
		i--
	}
	if i > 1 && (s.lower(i) == "on" || s.lower(i) == "am") {
		k := i - 1
		for k > 1 && oldWords[s.lower(k)] {
			k--
		}
		if s.turnedAge(k) && ageVerbs[s.lower(k-1)] { // "I turn 18 on …"
			return s.ageSubject(k-2, -1)
		}
		if s.agedEnd(j) { // "meine Schwester wird am 9. September 50"
			for ; k > 0 && i-k < 3 && s.tokens[k].kind == word; k-- {
				if ageVerbs[s.lower(k)] {
					return s.ageSubject(k-1, -1) || s.ageSubject(k+1, 1)
				}
			}
		}
	}
	if j+2 >= len(s.tokens) || !ageVerbs[s.lower(j)] || s.tokens[j].line {
		return false
	}
	for k := j + 1; k < len(s.tokens) && k-j < 5; k++ { // "am 3. September werde ich 65"
		if s.turnedAge(k) {
			return k > j+1 && s.agedEnd(k) && s.ageSubject(j+1, 1)
		}
		if s.tokens[k].kind != word {
			return false
		}
	}
	return false
}

// turnedAge says whether token i is an age.
func (s *scan) turnedAge(i int) bool {
	if i < 1 || i >= len(s.tokens) || s.tokens[i].kind != number {
		return false
	}
	n, letters := s.numberToken(i)
	return letters == 0 && n >= leastTurned && n <= mostTurned
}

// agedEnd says whether token i is an age with which the clause ends.
func (s *scan) agedEnd(i int) bool {
	if !s.turnedAge(i) || s.tokens[i].line {
		return false
	}
	return s.clauseEnds(s.tokens[i].end) || i+1 < len(s.tokens) && oldWords[s.lower(i+1)]
}

// ageSubject says whether one of the three words from token i on, in a direction, is somebody who grows older.
func (s *scan) ageSubject(i, direction int) bool {
	for k := 0; k < 3 && i >= 0 && i < len(s.tokens) && s.tokens[i].kind == word; k, i = k+1, i+direction {
		if w := s.lower(i); agedSubjects[w] || elders.Has(w) || s.has(i, relatives) || s.tokens[i].upper && s.known(i)&tagger.FirstName != 0 {
			return true
		}
	}
	return false
}
