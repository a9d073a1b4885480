package personal

import (
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/wordlist"
)

// lastFourWords say that only the end of a number is told.
var lastFourWords = [...]string{"last four", "last 4", "ending", "ends in", "ends with"}

// lastFourReach is how far before the four digits it may be said whose they are, in bytes.
const lastFourReach = 64

// lastFours finds the last four digits of a social security number: "last four of my social: 4417".
func (s *scan) lastFours() {
	if len(s.clues.ends[clueSocial]) == 0 {
		return
	}
	for _, g := range s.groups {
		if g.end-g.start != 4 || char.Glued(s.text, g.start) || char.RunsOn(s.text, g.end) || s.unitAfter(g.end) || s.counts(g.end) {
			continue
		}
		said := s.folded[max(0, g.start-lastFourReach):g.start]
		said = said[strings.LastIndexAny(said, "!?\n;")+1:]
		whose := strings.Contains(said, "ssn") || strings.Contains(said, "social")
		if !whose {
			behind := char.Cut(s.folded, g.end, lastFourReach/2)
			whose = strings.Contains(behind, "ssn") || strings.Contains(behind, "social")
		}
		if whose && slices.ContainsFunc(lastFourWords[:], func(w string) bool {
			at := strings.LastIndex(said, w)
			return at >= 0 && char.CountDigits([]byte(said[at+len(w):])) == 0
		}) {
			s.add(g.start, g.end, SocialID, 0.8, s.text[g.start:g.end])
		}
	}
}

// nationals finds the numbers that other states and insurers give a person. Each builds them in its own
// way, so that the word for one has to stand directly before it: "PESEL: 85021412342".
func (s *scan) nationals(kind clue, t Type) {
	for _, end := range s.clues.ends[kind] {
		if kind == clueNational && s.codeBefore(end, t) {
			continue
		}
		if k := s.tokenAt(end); k < len(s.tokens) && s.notes[k].clue>>clueGoods&1 != 0 && s.lower(k) == "key" { // "licence key"
			continue
		}
		if kind == clueNational && endsIn(s.text[:end], "nie") && s.text[end-1] == 'e' { // the German word
			continue
		}
		i := s.behindWhose(s.namedBy(end))
		if i+1 < len(s.tokens) && s.regionAt(i) && s.text[s.tokens[i].end] == ' ' { // "driver licence NSW 18442907"
			i++
		}
		if i >= len(s.tokens) || s.tokens[i].kind == mark || s.notes[i].clue != 0 {
			continue
		}
		start := s.tokens[i].start
		if _, tax := s.clues.before(clueTaxID, start, announceReach); tax && t == IDCard { // "tax id number"
			continue
		}
		stop, code := nationalCode(s.text, start)
		if last := s.shortCode(kind, start); stop == 0 && last > 0 {
			stop, code = last, s.text[start:last]
		}
		if irish := irishNumber(s.text, start); (stop == 0 || irish > stop) && kind == clueNational && irish > 0 {
			stop, code = irish, strings.ToUpper(s.text[start:irish])
		}
		if stop == 0 && kind == clueInsured { // shorter ones, which those insurers have
			if last, digits := memberCode(s.text, start); last-start >= leastShort && digits >= 4 {
				stop, code = last, s.text[start:last]
			}
		}
		if kind == clueInsured && endsIn(s.text[:end], "social insurance number", "national insurance number", "social insurance no", "national insurance no") {
			continue
		}
		if stop == 0 || s.dateHere(start) && len(code) < leastDated || char.RunsOn(s.text, stop) || s.counts(stop) || t == IDCard && yearsOf(s.text[start:stop]) {
			continue
		}
		if last := behindCode(s.text, stop); last > 0 && (kind == clueInsured || kind == clueNational && last == stop+2 && len(code) == 8) { // also "12 345 678 Z" of Spain
			stop, code = last, code+s.text[stop+1:last]
		}
		s.add(start, stop, t, 0.8, code)
	}
}

// whoseWords stand between the word for a number and whose it is.
var whoseWords = wordlist.Set("of for from von vom für meiner meines meinem deiner deines ihrer ihres seiner seines unserer unseres")

// longestWhose is how many tokens may say whose number it is and what for.
const longestWhose = 8

// behindWhose gives the token of a number behind whose it is, "DNI of my husband if needed 31891242V", where the words for that
// begin at token i; i itself if there are none.
func (s *scan) behindWhose(i int) int {
	if i >= len(s.tokens) || !whoseWords[s.lower(i)] && !(i > 1 && (whoseWords[s.lower(i-1)] || whoseWords[s.lower(i-2)])) {
		return i
	}
	for k := i + 1; k < len(s.tokens) && k-i <= longestWhose && !s.tokens[k].line; k++ {
		switch {
		case s.tokens[k].kind != mark && char.CountDigits([]byte(s.word(k))) > 3:
			return k
		case s.notes[k].clue&^(1<<clueNumber) != 0, s.tokens[k].kind == number, s.tokens[k].kind == mark && !s.is(k, ':') && !s.is(k, '(') && !s.is(k, ')') && !s.is(k, ','):
			return i
		}
	}
	return i
}

// checkedReach is how far from the word for a number its digits may stand whose check digits say what it is, in bytes.
const checkedReach = 64

// checkedNationals finds numbers of persons whose check digits tell them at some distance from the word for them, over the end of a
// question: "PESEL brauchen sie auch? 87041659468".
func (s *scan) checkedNationals() {
	if len(s.clues.ends[clueNational]) == 0 {
		return
	}
	for i, g := range s.groups {
		if end := s.personAt(i); end > 0 && s.named(clueNational, g.start, end, checkedReach) && !s.dialled(g.start) {
			s.add(g.start, end, SocialID, 0.9, bare(s.text[g.start:end]))
		} else if from, end := spanishAt(s.text, g.start, g.end); end > 0 && s.named(clueNational, from, end, checkedReach) {
			s.add(from, end, SocialID, 0.9, s.text[from:end])
		}
	}
}

// spanishAt reads the number of somebody in Spain whose digits are text[start:end], with the letter that checks them: "31891242V",
// of foreigners "X1234567L". Its end is 0 if it is none.
func spanishAt(text string, start, end int) (from, stop int) {
	value, from := 0, start
	for _, c := range []byte(text[start:end]) {
		value = (value*10 + int(c-'0')) % 23
	}
	switch {
	case end-start == 8:
	case end-start == 7 && start > 0 && text[start-1] >= 'X' && text[start-1] <= 'Z':
		from--
		value += int(text[from]-'X') * (10_000_000 % 23)
	default:
		return 0, 0
	}
	if stop = end; stop < len(text) && (text[stop] == '-' || text[stop] == ' ') {
		stop++
	}
	if stop >= len(text) || char.Glued(text, from) || text[stop] != "TRWAGMYFPDXBNJZSQVHLCKE"[value%23] || char.RunsOn(text, stop+1) {
		return 0, 0
	}
	return from, stop + 1
}

// irishNumber reads an Irish number in small letters, seven digits and one or two letters. It returns its end, 0 if
// there is none.
func irishNumber(text string, pos int) int {
	end := pos + 7
	if digitRun(text, pos) != 7 {
		return 0
	}
	for end < len(text) && end-pos < 9 && char.ASCII(text[end]) {
		end++
	}
	if end == pos+7 && end < len(text) && text[end] == ' ' { // "1234567 FA"
		if n, stop := letterRun(text, end+1, true); n == 1 || n == 2 {
			end = stop
		}
	}
	if end == pos+7 || char.RunsOn(text, end) {
		return 0
	}
	return end
}

// codeBefore takes the number that stands before the word for it, which ends at end: "6094113T pps",
// "85021412342 ist meine PESEL".
func (s *scan) codeBefore(end int, t Type) bool {
	j := s.tokenAt(end) - 2
	for k := 0; k < 3 && j > 0 && s.tokens[j].kind == word && passwordLinks[s.lower(j)]; k++ {
		j--
	}
	if j < 0 || s.tokens[j].kind != number || s.notes[j].clue != 0 || char.Glued(s.text, s.tokens[j].start) || s.dateHere(s.tokens[j].start) {
		return false
	}
	if j > 1 && s.is(j-1, ':') || j > 0 && s.notes[j-1].clue != 0 { // another word names it
		return false
	}
	stop, code := nationalCode(s.text, s.tokens[j].start)
	if stop != s.tokens[j].end {
		return false
	}
	s.add(s.tokens[j].start, stop, t, 0.8, code)
	return true
}

// announceReach is how far behind a word the "is" or the colon may stand that says what it names, in bytes:
// "the code I got by text was 730 418".
const announceReach = 48

// namedBy gives the token of what is named behind a word that ends at end: behind words that link, or
// behind the first "is" or colon of the sentence.
func (s *scan) namedBy(end int) int {
	i := s.tokenAt(end)
	for k := 0; k < 4 && i < len(s.tokens) && s.nationalLink(i); k++ {
		if i++; s.is(i-1, '.') { // leaders: "PIN ........ 4471"
			for s.is(i, '.') && !s.tokens[i].gap {
				i++
			}
		}
	}
	if s.is(i, '?') {
		if k := s.answerBehind(i); k > 0 {
			return k
		}
	}
	if i >= len(s.tokens) || char.CountDigits([]byte(s.text[s.tokens[i].start:s.tokens[i].end])) > 0 {
		return i
	}
	for j := i; j+1 < len(s.tokens) && s.tokens[j].start-end <= announceReach; j++ {
		switch t := s.tokens[j]; {
		case t.kind == number, t.line, s.is(j, '.') && s.tokens[j+1].gap, s.is(j, '!'), s.is(j, '?'), s.is(j, '|'):
			return i
		case s.is(j, ':'):
			return j + 1
		case t.kind == word:
			switch s.lower(j) {
			case "is", "was", "ist", "war", "lautet":
				for j++; j+1 < len(s.tokens) && s.tokens[j].kind == word && !s.tokens[j].line && passwordLinks[s.lower(j)]; j++ { // "ist jetzt"
				}
				return j
			}
		}
	}
	return i
}

// answerBehind gives the token of what answers the question that ends with token i, in the same line or behind who speaks in the next, where it
// is all of the answer: "PESEL? 87041659468", "your PIN?\nCustomer: it's 4471". It is 0 if nothing with digits is.
func (s *scan) answerBehind(i int) int {
	k := i + 1
	if k < len(s.tokens) && s.tokens[k].line {
		for k < len(s.tokens) && (s.is(k, '>') || s.is(k, '-')) {
			k++
		}
		if k+1 < len(s.tokens) && s.is(k+1, ':') && s.tokens[k].kind == word {
			k += 2
		}
	}
	for n := 0; n < 4 && k < len(s.tokens) && !(n > 0 && s.tokens[k].line) && (answerWords[s.lower(k)] || s.is(k, ',') || s.is(k, '-') || s.is(k, ':') || s.is(k, '"')); n++ {
		k++
	}
	if k >= len(s.tokens) || s.tokens[k].kind == mark || char.CountDigits([]byte(s.word(k))) == 0 {
		return 0
	}
	_, _, n := toldCode(s.text, s.tokens[k].start)
	end := s.tokens[k].end
	if n > 0 {
		end, _, _ = toldCode(s.text, s.tokens[k].start)
	}
	if !s.clauseEnds(end) || s.dateHere(s.tokens[k].start) {
		return 0
	}
	return k
}

// behindCode takes one or two capitals that stand apart at the end of a number, as those of Ontario do:
// "7051-348-196 KD". It returns 0 if there are none.
func behindCode(text string, pos int) int {
	n := 0
	for pos+1+n < len(text) && text[pos+1+n] >= 'A' && text[pos+1+n] <= 'Z' {
		n++
	}
	if n < 1 || n > 2 || text[pos] != ' ' || char.RunsOn(text, pos+1+n) {
		return 0
	}
	return pos + 1 + n
}

// nationalLink says whether token i may stand between the word and the number.
func (s *scan) nationalLink(i int) bool {
	switch t := s.tokens[i]; {
	case t.kind == mark:
		return strings.IndexByte(`:#*.=)("'-|>~`, s.text[t.start]) >= 0 || s.text[t.start:t.end] == "„" || s.text[t.start:t.end] == "“" || s.text[t.start:t.end] == "‚" || s.text[t.start:t.end] == "№" || s.text[t.start:t.end] == "°"
	case t.kind == word:
		w := s.lower(i)
		return passwordLinks[w] || nationalLinks[w]
	}
	return false
}

// nationalLinks may stand between the word for the number of a person, in any language, and the number.
var nationalLinks = wordlist.Set(`number nummer no nr card id reg code ref reference kods
	nº n numero número numéro numer nro broj szám száma es è je jest este är ue eu
	belge suisse français française português portuguesa española español italiana`)

// shortCode reads what is shorter than most of its kind at pos: a passport of Liechtenstein, a letter and five digits, and the
// number of a patient in New Zealand, "ZZZ00AX" (Health New Zealand, HISO 10046). It returns its end, 0 if there is none.
func (s *scan) shortCode(kind clue, pos int) int {
	switch {
	case kind == cluePassport && char.Capital(s.text[pos]) && digitRun(s.text, pos+1) == 5 && strings.Contains(s.folded[max(0, pos-checkedReach):pos], "liechtenstein"):
		return pos + 6
	case kind == clueInsured && endsIn(s.folded[:pos], "nhi ", "nhi: ", "nhi number ", "nhi number: ", "nhi no ", "nhi no. ", "nhi no.: ", "nhi is "):
		letters, at := letterRun(s.text, pos, true)
		if behind, end := letterRun(s.text, at+2, true); letters == 3 && digitRun(s.text, at) == 2 && behind == 2 {
			return end
		}
	}
	return 0
}

// How many letters and digits such a number has.
const leastNational, mostNational = 8, 20

// leastShort is how many some of those of insurers have.
const leastShort = 7

// leastDated is how many such a number has that begins as a date does.
const leastDated = 10

// nationalCode reads a number of digits and capitals at pos. Behind a space only what has digits belongs to it.
func nationalCode(text string, pos int) (end int, code string) {
	end, chars, digits := paperRun(text, pos, false)
	if chars < leastNational || digits < 5 {
		return 0, ""
	}
	return end, bare(text[pos:end])
}

// hongKongIDs finds numbers of identity cards of Hong Kong, whose last sign checks them and stands in brackets: "A123456(3)".
func (s *scan) hongKongIDs() {
	for _, g := range s.groups {
		end := g.end + len("(3)")
		if g.end-g.start != 6 || end > len(s.text) || s.text[g.end] != '(' || s.text[end-1] != ')' || g.start == 0 || !char.Capital(s.text[g.start-1]) {
			continue
		}
		from, sum := g.start-1, 36*9
		if from > 0 && char.Capital(s.text[from-1]) {
			from--
			sum = (int(s.text[from]-'A') + 10) * 9
		}
		sum += (int(s.text[g.start-1]-'A') + 10) * 8
		for k := range 6 {
			sum += int(s.text[g.start+k]-'0') * (7 - k)
		}
		check := byte('0' + (11-sum%11)%11)
		if check > '9' {
			check = 'A'
		}
		if s.text[g.end+1] == check && !char.Glued(s.text, from) {
			s.add(from, end, SocialID, 0.9, s.text[from:g.end])
		}
	}
}
