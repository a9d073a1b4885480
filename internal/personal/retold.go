package personal

import (
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/wordlist"
)

// retoldReach is how far behind a word for a secret it may be told in a further sentence, in bytes.
const retoldReach = 96

// retold finds secrets that a further sentence tells of the word in the one before: "wants a one-time passcode.
// Mine today: K7Q-44P", "Passwort vergessen. Glaub es war schatzi0815", and what a password was changed to.
func (s *scan) retold() {
	if s.seen.class&retelling == 0 {
		return
	}
	for i, t := range s.tokens {
		if !s.has(i, retelling) {
			continue
		}
		next := s.lower(min(i+1, len(s.tokens)-1))
		switch w := s.lower(i); w {
		case "mine", "meiner", "meines", "meins":
			if at := s.ownTold(i); at > 0 && s.secretBefore(t.start) {
				s.codeTold(at)
			}
		case "es", "it":
			switch {
			case (next == "war" || next == "was") && s.secretBefore(t.start):
				s.passwordTold(i+2, mixed)
				s.pinTold(i+2, t.start)
			case i > 0 && (next == "to" || next == "auf" || next == "in") && strings.HasPrefix(s.lower(i-1), "change"):
				s.passwordTold(i+2, signed)
			}
		case "it's", "it’s", "its":
			s.pinNow(i+1, t.start)
		case "das", "des", "dat", "that":
			if w != "that" && next == "war" && s.secretBefore(t.start) {
				s.passwordTold(i+2, mixed)
			}
			if next == "war" || next == "was" {
				s.pinTold(i+2, t.start)
			}
		case "geändert":
			if next == "auf" || next == "in" {
				s.passwordTold(i+2, signed)
			}
		default:
			if w != "question" && w != "answer" || i > 0 && (s.lower(i-1) == "security" || s.lower(i-1) == "secret") {
				s.securityAnswer(t.end)
			}
		}
	}
}

// onceWords may stand before a secret that somebody recalls: "das war mal 4471".
var onceWords = wordlist.Set(`mal früher immer einmal damals glaub glaube ich noch vielleicht irgendwas irgendwie mit bisher zuletzt once always still i think maybe something like`)

// pinTold takes the digits behind token i that somebody recalls of a secret number spoken of before pos.
func (s *scan) pinTold(i, pos int) {
	if far, ok := s.clues.before(cluePIN, pos, retoldReach); !ok || char.CountDigits([]byte(s.text[pos-far:pos])) > 0 {
		return
	}
	from := i
	for i < len(s.tokens) && i-from < 5 && onceWords[s.lower(i)] && !s.tokens[i].line {
		i++
	}
	if i >= len(s.tokens) || s.tokens[i].kind != number || s.tokens[i].line {
		return
	}
	if t := s.tokens[i]; pinDigits(s.text[t.start:t.end]) && !yearAt(s.text[t.start:t.end]) {
		s.codeTold(i)
	}
}

// pinNow takes the digits behind token i that a secret number spoken of before pos has now: "the gate code changed on Monday:
// it's 7031#".
func (s *scan) pinNow(i, pos int) {
	for i < len(s.tokens) && sinceWords[s.lower(i)] {
		i++
	}
	if i >= len(s.tokens) || s.tokens[i].kind != number {
		return
	}
	if end := pinEnd(s.text, s.tokens[i].start, leastPIN); end > 0 && (s.text[end-1] == '#' || s.clauseEnds(end) || i+1 < len(s.tokens) && sinceWords[s.lower(i+1)]) {
		s.pinTold(i, pos)
	}
}

// triedWords stand behind what somebody has typed: "die PIN, ich hab 0852 versucht".
var triedWords = wordlist.Set("versucht probiert ausprobiert eingegeben eingetippt getippt gedrückt genommen verwendet benutzt")

// triedPins finds the digits that somebody has typed for a secret number that they speak of before.
func (s *scan) triedPins() {
	if len(s.clues.ends[cluePIN]) == 0 {
		return
	}
	for i, t := range s.tokens {
		if t.kind == word && triedWords[s.lower(i)] && i > 1 && s.tokens[i-1].kind == number && !t.line && !char.Glued(s.text, s.tokens[i-1].start) && s.notes[i-2].clue&^(1<<cluePIN|1<<clueSecret) == 0 {
			s.pinTold(i-1, s.tokens[i-1].start)
		}
	}
}

// nextPinReach is how far behind a code the next may stand, in bytes.
const nextPinReach = 64

// anothers are words for a code that came after another.
var anothers = wordlist.Set("nächste nächster zweite zweiter dritte neue neuer andere next second third new another other")

// nextPins takes the digits of which somebody says that they came after another code, of which they have the number of digits: "die TAN war
// 804 417, nächste 119382, wieder Fehler".
func (s *scan) nextPins() {
	if len(s.clues.ends[cluePIN]) == 0 {
		return
	}
	for i := 1; i < len(s.tokens); i++ {
		t := s.tokens[i]
		if t.kind != number || t.line || !anothers[s.lower(i-1)] && !(i > 1 && pinVerbs[s.lower(i-1)] && anothers[s.lower(i-2)]) {
			continue
		}
		end := pinEnd(s.text, t.start, leastPIN)
		if end == 0 || char.RunsOn(s.text, end) || !s.clauseEnds(end) || yearAt(s.text[t.start:end]) || !s.foundBefore(Secret, t.start, nextPinReach) {
			continue
		}
		if last := s.lastFound(Secret, t.start); char.CountDigits([]byte(s.text[last.Start:last.End])) == char.CountDigits([]byte(s.text[t.start:end])) {
			s.add(t.start, end, Secret, 0.7, s.text[t.start:end])
		}
	}
}

// lastFound gives what was found last of a type before pos, of the latest finds; an empty one if there is none.
func (s *scan) lastFound(t Type, pos int) (last Entity) {
	for _, e := range s.found[max(0, len(s.found)-8):] {
		if e.Type == t && e.End <= pos && e.End > last.End {
			last = e
		}
	}
	return last
}

// secretBefore says whether a word for a secret stands before pos.
func (s *scan) secretBefore(pos int) bool {
	for _, kind := range [...]clue{clueSecret, cluePIN} {
		if _, ok := s.clues.before(kind, pos, retoldReach); ok {
			return true
		}
	}
	return false
}

// ownTold gives the token behind "mine says" or "mine today:", where token i is "mine", 0 if something else
// follows.
func (s *scan) ownTold(i int) int {
	for j := i + 1; j+1 < len(s.tokens) && j-i < 4; j++ {
		switch w := s.lower(j); {
		case s.tokens[j].line:
			return 0
		case s.is(j, ':'), w == "is", w == "says", w == "was", w == "ist", w == "lautet", w == "war":
			return j + 1
		case s.tokens[j].kind != word:
			return 0
		}
	}
	return 0
}

// codeTold takes the code at token i: digits, or capitals and digits.
func (s *scan) codeTold(i int) {
	start := s.tokens[i].start
	end := pinEnd(s.text, start, leastPIN)
	if end == 0 || char.RunsOn(s.text, end) {
		end = passwordEnd(s.text, start)
		code := strings.ReplaceAll(s.text[start:end], "-", "")
		digits := char.CountDigits([]byte(code))
		if len(code) < leastPIN || len(code) > 2*mostPIN || digits == 0 || digits == len(code) || !allAlnum(code) || !char.InCapitals(code) {
			return
		}
	}
	if s.unitAfter(end) || s.counts(end) || s.dateHere(start) || s.inSocialID(start) { // "personal code, mine is 131052-308T"
		return
	}
	s.add(start, end, Secret, 0.7, s.text[start:end])
}

// inSocialID says whether pos lies in one of the numbers of persons that were found before secrets are looked for.
func (s *scan) inSocialID(pos int) bool {
	if s.socialIDs == nil {
		s.socialIDs = places{}
		for _, e := range s.found {
			if e.Type == SocialID {
				s.socialIDs = append(s.socialIDs, [2]int{e.Start, e.End})
			}
		}
		s.socialIDs.sort()
	}
	return s.socialIDs.at(pos)
}

func allAlnum(w string) bool {
	for i := range len(w) {
		if !char.Alnum(w[i]) {
			return false
		}
	}
	return true
}

// passwordTold takes what stands at token i if it looks like a password.
func (s *scan) passwordTold(i int, looks func(string) bool) {
	if i >= len(s.tokens) || s.tokens[i].line || s.dateHere(s.tokens[i].start) {
		return
	}
	start := s.tokens[i].start
	end := passwordEnd(s.text, start)
	if value := s.text[start:end]; looks(value) && char.CountDigits([]byte(value)) < len(value) {
		s.add(start, end, Secret, 0.7, value)
	}
}

// answerNamed says how far behind the question the word for its answer ends, with a colon behind it; 0 if it does not stand there.
func answerNamed(text string) int {
	for _, w := range [...]string{" answer:", " antwort:", "\nanswer:", "\nantwort:"} {
		if at := strings.Index(text, w); at > 0 && !strings.Contains(text[:at], "\n\n") {
			return at + len(w) - 1
		}
	}
	return 0
}

// questionReach is how far behind the question whose answer stands in for a password that answer begins, in bytes.
const questionReach = 48

// securityAnswer finds that answer behind the last colon of the label whose question ends at pos: "Antwort auf
// Sicherheitsfrage (Haustier): Bello".
func (s *scan) securityAnswer(pos int) {
	label := char.Cut(s.text, pos, questionReach)
	if at := answerNamed(char.Cut(s.folded, pos, 2*questionReach)); at > 0 { // "Secret question: first pet. Answer: Biscuit"
		pos, label = pos+at, char.Cut(s.text, pos+at, questionReach)
	}
	if stop := strings.IndexAny(label, ".!\n"); stop >= 0 {
		label = label[:stop]
	}
	colon := strings.LastIndexByte(label, ':')
	if colon < 0 {
		return
	}
	start := pos + colon + 1
	for start < len(s.text) && s.text[start] == ' ' {
		start++
	}
	value := char.Cut(s.text, start, questionReach)
	stop := strings.IndexAny(value, ".,;!?\n|")
	if stop < 0 && len(value) == questionReach || stop >= 0 && value[stop] == '?' { // too long, or the question itself
		return
	}
	if stop >= 0 {
		value = value[:stop]
	}
	if value = strings.TrimRight(value, " "); value != "" && len(strings.Fields(value)) < 4 && !notPasswords[strings.ToLower(value)] && !denied(value) {
		s.add(start, start+len(value), Secret, 0.7, value)
	}
}

// denied says whether a text begins as one that says what is not: "not recognised", "nicht erkannt".
func denied(text string) bool {
	first, _, _ := strings.Cut(strings.ToLower(text), " ")
	return first == "not" || first == "nicht" || first == "never" || first == "nie" || first == "no" || first == "kein" || first == "keine"
}
