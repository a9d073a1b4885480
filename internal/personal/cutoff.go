package personal

import (
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/personal/checkdigit"
	"github.com/webchatagent/wca/internal/wordlist"
)

// cutOff is how much there must be of a number whose rest comes by the next message, or never, behind a clue.
type cutOff struct {
	clue   clue
	is     Type
	letter int // letters before its digits
	begun  int // the fewest digits where a word says that it begins with them
	fewest int // and where none does
	most   int // with more it is another number
}

// cutOffs are the numbers of which a part is personal data: it tells the bank, the day of birth or the place.
var cutOffs = [...]cutOff{
	{clueCard, Card, 0, 6, 8, 15}, {clueBank, IBAN, 2, 6, 8, 18}, {clueTaxID, TaxID, 0, 5, 6, 9}, {clueSocial, SocialID, 0, 5, 5, 9},
	{clueHealth, HealthID, 1, 4, 4, 9}, {clueIDCard, IDCard, 1, 3, 3, 8}, {cluePassport, Passport, 1, 3, 3, 8},
}

// cutOffLinks stand between the clue and the number, beginnings among them say that it goes on.
var (
	cutOffLinks = wordlist.Sieved(`nr no nummer number ist sind lautet lauten is are an mit so with id hat has bitte please`)
	beginnings  = wordlist.Set(`beginnt beginnen fängt faengt fangen startet starten starts start begins begin`)
)

// cutOffNumbers finds numbers that are named and lack their end: "IBAN fängt an mit DE89 3704".
func (s *scan) cutOffNumbers() {
	for _, c := range cutOffs {
		for _, end := range s.clues.ends[c.clue] {
			i, fewest := s.tokenAt(end), c.fewest
			for k := 0; k < 8 && i < len(s.tokens); k++ {
				if s.tokens[i].line && !(s.is(i-1, '?') || s.is(i-1, '.') || s.is(i-1, ':')) {
					break
				}
				if begins := s.tokens[i].kind == word && beginnings[s.lower(i)]; begins {
					fewest = c.begun
				} else if !(s.tokens[i].kind == mark && strings.IndexByte(":=.,?", s.text[s.tokens[i].start]) >= 0) && !(s.tokens[i].kind == word && cutOffLinks.Has(s.lower(i))) {
					break
				}
				i++
			}
			if i < len(s.tokens) && i > 0 && (!s.tokens[i].line || s.tokens[i-1].kind == mark) {
				s.cutOffAt(c, s.tokens[i].start, fewest, false)
			}
		}
	}
}

// firstWords stand before or behind a word for a part of a number and say that it is the first.
var firstWords = wordlist.Sieved("erster erste ersten 1 eins first one")

// firstParts finds the beginning of the number of an account or a card behind a word for the first part of it, wherever in the text
// the number is named: "die IBAN hab ich nur halb geschickt. Erster Teil war DE83 1005 0000".
func (s *scan) firstParts() {
	if len(s.clues.ends[clueBank]) == 0 && len(s.clues.ends[clueCard]) == 0 {
		return
	}
	for i := range s.tokens {
		if !partWords.Has(s.lower(i)) || !(i > 0 && firstWords.Has(s.lower(i-1))) && !(i+1 < len(s.tokens) && firstWords.Has(s.lower(i+1))) {
			continue
		}
		j := i + 1
		for k := 0; k < 4 && j < len(s.tokens) && (firstWords.Has(s.lower(j)) || cutOffLinks.Has(s.lower(j)) || s.is(j, ':') || s.lower(j) == "war" || s.lower(j) == "was"); k++ {
			j++
		}
		for _, c := range cutOffs[:2] {
			if j < len(s.tokens) && len(s.clues.ends[c.clue]) > 0 {
				s.cutOffAt(c, s.tokens[j].start, c.begun, true)
			}
		}
	}
}

// partWords are words for a part of a number, and restWords those and others that stand before the rest of one.
var (
	partWords = wordlist.Sieved("teil hälfte haelfte block part half")
	restWords = wordlist.Set(`teil hälfte haelfte block part half rest restliche restlichen weiter dann danach fortsetzung zweite zweiter folgt
		then second remaining remainder continues followed`)
)

// restReach is how far behind the first part of a number its rest may begin, in tokens.
const restReach = 14

// restOf finds the rest of the number [start, end) if both have as many digits and letters as the whole: "Der Rest ist 4850 1731 60".
func (s *scan) restOf(c cutOff, start, end int) {
	whole := cardSize
	if c.is == IBAN {
		whole = checkdigit.IBANLength[strings.ToUpper(s.text[start:start+c.letter])]
	}
	told, from := false, s.tokenAt(end)
	for i := from; i < len(s.tokens) && i-from < restReach; i++ {
		w := s.lower(i)
		told = told || restWords[w]
		if s.tokens[i].kind != number || s.digitsAt(i) == 1 && i > from && partWords.Has(s.lower(i-1)) { // "Teil 2: …"
			continue
		}
		at := s.tokens[i].start
		if stop, n := spacedDigits(s.text, at); told && len(bare(s.text[start:end]))+n == whole && !char.Glued(s.text, at) && !char.RunsOn(s.text, stop) {
			s.add(at, stop, c.is, 0.6, s.text[at:stop])
		}
		return
	}
}

// cardSize is how many digits most payment cards have.
const cardSize = 16

// cutOffAt finds such a number where it begins. parted says that a word says so of it, "first part", which is none about goods.
func (s *scan) cutOffAt(c cutOff, start, fewest int, parted bool) {
	at := start
	for at < len(s.text) && at-start < c.letter && char.ASCII(s.text[at]) {
		at++
	}
	if at-start != c.letter || c.is == IBAN && checkdigit.IBANLength[strings.ToUpper(s.text[start:at])] == 0 || c.letter == 1 && s.text[start] >= 'a' {
		return
	}
	digits, end, years, group := 0, at, true, at
	for ; at < len(s.text); at++ {
		switch b := s.text[at]; {
		case char.Digit(b):
			digits, end = digits+1, at+1
			continue
		case c.letter == 1 && b >= 'A' && b <= 'Z' && at+1 < len(s.text) && char.Digit(s.text[at+1]):
			continue // "L01X00"
		case b == ' ' || b == '-':
			years = years && year(s.text[group:at])
			if group = at + 1; group < len(s.text) && char.Digit(s.text[group]) {
				continue
			}
			if letters, to := letterRun(s.text, group, true); c.is == IBAN && digits == 2 && letters == 4 && !(to < len(s.text) && char.Alnum(s.text[to])) { // "GB29 NWBK 6016"
				at, end, fewest = to-1, to, fewest-letters
				continue
			}
		}
		break
	}
	years = years && (end < group || year(s.text[group:end]))
	if digits < fewest || digits > c.most || years || char.RunsOn(s.text, end) || s.counts(end) || !parted && s.clues.goods(c.clue, start, 30) {
		return
	}
	if c.is == Card && (s.text[start] < '2' || s.text[start] > '6' || !fours(s.text[start:end])) {
		return
	}
	s.add(start, end, c.is, 0.6, s.text[start:end])
	if c.is == IBAN || c.is == Card {
		s.restOf(c, start, end)
	}
}

// year reports whether a group of digits is a year of these times.
func year(group string) bool {
	return len(group) == 4 && (strings.HasPrefix(group, "19") || strings.HasPrefix(group, "20"))
}

// fours reports whether digits stand together or in groups of four, but for the last.
func fours(text string) bool {
	groups := strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == '-' })
	for _, g := range groups[:len(groups)-1] {
		if len(g) != 4 {
			return false
		}
	}
	return len(groups) == 1 || len(groups[len(groups)-1]) <= 4
}

// cutOffMail finds an address of mail that ends with its sign: what has it, has a person's name.
func (s *scan) cutOffMail(at int) {
	start, behind := s.localStart(at), at+1
	for behind < len(s.text) && strings.IndexByte(".,;", s.text[behind]) >= 0 {
		behind++
	}
	if at-start < 3 || !char.ASCII(s.text[start]) || behind < len(s.text) && !char.Space(s.text[behind]) {
		return
	}
	ends := strings.TrimSpace(s.text[behind:]) == ""
	if next := skipGap(s.text, behind, 1); !s.dottedName(at) && !s.mailNamed(start) && !ends || next < len(s.text) && char.Digit(s.text[next]) {
		return
	}
	s.add(start, at+1, Email, 0.7, strings.ToLower(s.text[start:at+1]))
}
