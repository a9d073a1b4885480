package personal

import (
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/wordlist"
)

// Private health insurers number whom they insure each in their own way, "Debeka Mitgliedsnummer 7319024.6", "Aetna
// member # W884120973": the insurer or the word for such an insurance says whose number it is.

// insurerReach is how many tokens behind the insurer the number may stand.
const insurerReach = 12

// insurers finds such numbers.
func (s *scan) insurers() {
	if s.seen.class&healthInsurers == 0 {
		return
	}
	for i := range s.tokens {
		if s.has(i, healthInsurers) && s.insuresHealth(i) {
			s.insuredNumber(i)
		}
	}
}

// insuresHealth says whether the word at token i names a health insurance: some insurers insure houses and cars, too.
func (s *scan) insuresHealth(i int) bool {
	next := ""
	if i+1 < len(s.tokens) {
		next = s.lower(i + 1)
	}
	switch s.lower(i) {
	case "blue":
		return next == "cross" || next == "shield"
	case "united":
		return next == "healthcare"
	case "privat", "privatversichert":
		return next == "versichert" || next == "krankenversichert" || s.lower(i) == "privatversichert"
	case "allianz", "axa", "huk", "huk-coburg", "signal", "gothaer", "arag", "generali", "ergo", "continentale", "nürnberger", "r+v", "lvm", "inter", "concordia", "württembergische", "aviva", "nib", "laya":
		near := s.folded[max(0, s.tokens[i].start-insuranceReach):min(len(s.folded), s.tokens[i].end+insuranceReach)]
		return strings.Contains(near, "kranken") || strings.Contains(near, "pkv") || strings.Contains(near, "privat") || strings.Contains(near, "health")
	}
	return true
}

// insuranceReach is how far from an insurer it may be said that it insures health, in bytes.
const insuranceReach = 48

// insuredNumber takes the number that is told behind the insurer at token i, if a word for a number stands before it.
func (s *scan) insuredNumber(i int) {
	told := false
	for j := i - 1; j >= 0 && i-j < 6 && s.tokens[j].kind == word && !s.tokens[j+1].line; j-- {
		told = told || memberWord(s.lower(j))
	}
	for j := i + 1; j < len(s.tokens) && j-i <= insurerReach; j++ {
		t := s.tokens[j]
		w := s.lower(j)
		switch {
		case t.line, s.is(j, '!'), s.is(j, '?'), s.is(j, ';'), s.is(j, '.') && j+1 < len(s.tokens) && s.tokens[j+1].gap && !memberWord(s.lower(j-1)) && s.lower(j-1) != "vers":
			return
		case s.is(j, ':') && j == i+1 && j+1 < len(s.tokens) && s.tokens[j+1].upper && digitRun(s.text, s.tokens[j+1].start+1) >= leastMember: // "Cigna: U12345678"
			told = true
		case s.is(j, '#'), t.kind == word && memberWord(w):
			told = true
		case t.kind != mark && char.CountDigits([]byte(s.text[t.start:t.end])) > 0 || w == "kv" && t.upper && s.digitsAt(j+1) > 0:
			end, digits := memberCode(s.text, t.start)
			if told && digits >= leastMember && !char.RunsOn(s.text, end) && !s.counts(end) && (!s.dateHere(t.start) || end-t.start > len("01.01.2000")) {
				s.add(t.start, end, HealthID, 0.8, s.text[t.start:end])
			}
			return
		case t.kind == word && s.notes[j].clue&(1<<cluePhone|1<<clueBirth|1<<clueBank) != 0:
			return
		}
	}
}

// leastMember is how many digits such a number has at least.
const leastMember = 6

// memberWords name the number of somebody who is insured.
var memberWords = wordlist.Set(`mitglied vers-nr versnr versicherungsscheinnummer versicherungsschein nr
	nummer number no id member membership subscriber policy personennummer kundennummer kv-nummer`)

// memberWord says whether a word names such a number.
func memberWord(w string) bool {
	if memberWords[w] {
		return true
	}
	for _, stem := range [...]string{"versicherungsn", "versicherungs-n", "versichertenn", "versicherten-n", "mitgliedsn", "mitglieds-n", "vertragsn", "vertrags-n"} {
		if strings.HasPrefix(w, stem) {
			return true
		}
	}
	return false
}

// memberCode reads digits and capitals at pos, in groups with signs or a space between, and says how many digits they
// have.
func memberCode(text string, pos int) (end, digits int) {
	for i := pos; i < len(text) && i-pos < 24; {
		from, n := i, 0
		for i < len(text) && (char.Digit(text[i]) || text[i] >= 'A' && text[i] <= 'Z') {
			if char.Digit(text[i]) {
				n++
			}
			i++
		}
		if i == from || n == 0 && from > pos && text[from-1] == ' ' {
			break
		}
		digits, end = digits+n, i
		if i+1 >= len(text) || strings.IndexByte(" -./", text[i]) < 0 {
			break
		}
		i++
	}
	return end, digits
}
