package pseudonym

import "strings"

// retoldReach is how far behind a word for a secret it may be told in a further sentence, in bytes.
const retoldReach = 96

// retold finds secrets that a further sentence tells of the word in the one before: "wants a one-time passcode.
// Mine today: K7Q-44P", "Passwort vergessen. Glaub es war schatzi0815", and what a password was changed to.
func (s *scan) retold() {
	for i, t := range s.tokens {
		if t.kind != word {
			continue
		}
		switch s.lower(i) {
		case "mine", "meiner", "meines", "meins":
			if at := s.ownTold(i); at > 0 && s.secretBefore(t.start) {
				s.codeTold(at)
			}
		case "war", "was":
			if i > 0 && (s.lower(i-1) == "es" || s.lower(i-1) == "it") && s.secretBefore(t.start) {
				s.passwordTold(i+1, mixed)
			}
		case "to", "auf", "in":
			if i > 1 && (s.lower(i-1) == "it" || s.lower(i-1) == "es") && strings.HasPrefix(s.lower(i-2), "change") || i > 0 && s.lower(i-1) == "geändert" {
				s.passwordTold(i+1, signed)
			}
		}
	}
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
	if end == 0 || runsOn(s.text, end) {
		end = passwordEnd(s.text, start)
		code := strings.ReplaceAll(s.text[start:end], "-", "")
		digits := digitCount([]byte(code))
		if len(code) < leastPIN || len(code) > 2*mostPIN || digits == 0 || digits == len(code) || !allAlnum(code) || code != strings.ToUpper(code) {
			return
		}
	}
	if s.unitAfter(end) || s.counts(end) || s.dateHere(start) {
		return
	}
	s.add(start, end, Secret, 0.7, s.text[start:end])
}

func allAlnum(w string) bool {
	for i := range len(w) {
		if !isAlnum(w[i]) {
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
	if value := s.text[start:end]; looks(value) && digitCount([]byte(value)) < len(value) {
		s.add(start, end, Secret, 0.7, value)
	}
}

// securityQuestions name the question whose answer stands in for a password.
var securityQuestions = [...]string{"sicherheitsfrage", "geheimfrage", "security question", "secret question", "sicherheitsantwort", "security answer"}

// questionReach is how far behind it the answer begins, in bytes: "Antwort auf Sicherheitsfrage (Haustier): Bello".
const questionReach = 48

// securityAnswers finds the answers to such questions behind the colon that ends their label.
func (s *scan) securityAnswers() {
	for _, question := range securityQuestions {
		for at := 0; ; {
			i := strings.Index(s.folded[at:], question)
			if i < 0 {
				break
			}
			at += i + len(question)
			label := cut(s.text, at, questionReach)
			if stop := strings.IndexAny(label, ".!\n"); stop >= 0 {
				label = label[:stop]
			}
			colon := strings.LastIndexByte(label, ':')
			if colon < 0 {
				continue
			}
			start := at + colon + 1
			for start < len(s.text) && s.text[start] == ' ' {
				start++
			}
			end := start + len(cut(s.text, start, questionReach))
			if stop := strings.IndexAny(s.text[start:end], ".,;!?\n|"); stop >= 0 {
				if end = start + stop; s.text[end] == '?' { // the question itself
					continue
				}
			}
			if value := strings.TrimRight(s.text[start:end], " "); value != "" && len(strings.Fields(value)) < 4 && end < start+questionReach && !notPasswords[strings.ToLower(value)] {
				s.add(start, start+len(value), Secret, 0.7, value)
			}
		}
	}
}
