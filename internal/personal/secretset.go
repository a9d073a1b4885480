package personal

import "strings"

// setReach is how far before "set it as" the word for what is set may stand, in bytes.
const setReach = 64

// setSecrets finds words that somebody says they made their password: "the alarm company want a keyword, we've set it as marmalade",
// "das Kennwort haben wir auf Marmelade gesetzt".
func (s *scan) setSecrets() {
	if len(s.clues.ends[clueSecret]) == 0 && s.seen.class&(doors|locks) == 0 {
		return
	}
	for _, verb := range [...]string{" set it as ", " set it to ", " made it ", " gesetzt", " festgelegt"} {
		for from := 0; s.letters.mayHold(verb); {
			at := strings.Index(s.folded[from:], verb)
			if at < 0 {
				break
			}
			at += from
			from = at + len(verb)
			said := s.folded[max(0, at-setReach):at]
			said = said[strings.LastIndexAny(said, ".!?\n;")+1:]
			if !setsPassword(said) {
				continue
			}
			if i := s.tokenAt(from); verb[1] != 'g' && verb[1] != 'f' {
				s.setTo(i)
			} else if i > 2 && s.lower(i-3) == "auf" {
				s.setTo(i - 2)
			}
		}
	}
}

// setsPassword says whether a clause speaks of a password, or of a keyword for an alarm or a bank.
func setsPassword(said string) bool {
	for _, w := range [...]string{"password", "passwort", "kennwort", "codeword", "codewort", "code word", "losungswort", "safe word"} {
		if strings.Contains(said, w) {
			return true
		}
	}
	return strings.Contains(said, "keyword") && (strings.Contains(said, "alarm") || strings.Contains(said, "bank") || strings.Contains(said, "security"))
}

// setTo takes the word at token i, behind which the clause or the verb ends, if it does not say something about passwords.
func (s *scan) setTo(i int) {
	if i >= len(s.tokens) || s.tokens[i].kind != word || s.tokens[i].line || s.has(i, functionWords) {
		return
	}
	t := s.tokens[i]
	w := s.lower(i)
	if len(w) < 5 || speaksOfPasswords(w) || passwordLinks[w] || !s.clauseEndsAt(i+1) && s.lower(i+1) != "gesetzt" && s.lower(i+1) != "festgelegt" || s.notes[i].clue != 0 {
		return
	}
	if !t.upper && describing(w) {
		return
	}
	s.add(t.start, t.end, Secret, 0.6, s.text[t.start:t.end])
}
