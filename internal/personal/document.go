package personal

import (
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/personal/tagger"
	"github.com/webchatagent/wca/internal/wordlist"
)

// How far behind the word for a document its number may begin, in tokens and in bytes, and in how many lines of a
// list below it there may be one each.
const (
	paperTokens = 12
	paperReach  = 72
	paperLines  = 16
)

// paperClues are the bits of the clues that words for documents have.
const paperClues = 1<<clueDriver | 1<<clueIDCard | 1<<cluePassport | 1<<clueNumber

// papers finds numbers of documents that stand at some distance behind the word for one, "Driver licence (NSW?) he
// gave me: 18442907", and those in a list below it, one in a line: "Passport details:\nIsla – 538204917".
func (s *scan) papers() {
	for _, kind := range [...]clue{clueDriver, clueIDCard, cluePassport} {
		read := 0 // up to which token lists are
		for _, end := range s.clues.ends[kind] {
			i := s.tokenAt(end)
			if end < len(s.text) && s.text[end] == '-' || i > 0 && s.notes[i-1].clue&^paperClues != 0 { // "Vertrag FS-20-11873", "tax id number"
				continue
			}
			if below := s.listBelow(i); below > read && kind != clueIDCard {
				if last := s.papersBelow(below, kind); last > below {
					read = last
					continue
				}
			}
			s.paperIn(i, kind, end)
		}
	}
}

// furtherReach is how far behind the number of a document that of another may stand that no word names, in bytes.
const furtherReach = 160

// furtherPapers finds serial numbers of German documents behind that of another: "L2YXXPKXY5, bei Mareike ist es ein alter mit
// W3RHXZNXK".
func (s *scan) furtherPapers() {
	if !s.holdsAny(IDCard, Passport) {
		return
	}
	for _, t := range s.tokens {
		if t.kind != word || !t.upper || t.end-t.start != 9 && t.end-t.start != 8 || char.Glued(s.text, t.start) || t.end < len(s.text) && s.text[t.end] == '-' {
			continue
		}
		if code := s.text[t.start:t.end]; t.end-t.start == 8 && !s.holderBehind(t.end) || t.end-t.start == 9 && (!germanDocument([]byte(code)) || char.CountDigits([]byte(code)) == 0) && !s.holderBehind(t.end) || char.CountDigits([]byte(code)) == 0 || !char.InCapitals(code) {
			continue
		}
		for _, kind := range [...]Type{IDCard, Passport} {
			if s.foundBefore(kind, t.start, furtherReach) && !s.clues.goods(clueIDCard, t.start, furtherReach) {
				s.add(t.start, t.end, kind, 0.8, s.text[t.start:t.end])
				break
			}
		}
	}
}

// holderBehind says whether the name of who has a document follows its number, which ends at pos, in brackets and with a comma: "U2257296
// (Magdalena Hölzl, 11. Juli 1990)".
func (s *scan) holderBehind(pos int) bool {
	end := s.holderEnd(pos)
	return end > 0 && s.dateHere(end)
}

// holderEnd gives the place behind the name of who has a document, "(Magdalena Hölzl, ", that stands behind its number, which ends at
// pos. It is 0 if none does.
func (s *scan) holderEnd(pos int) int {
	i := s.tokenAt(pos)
	if !s.is(i, '(') || s.tokens[i].start > pos+1 {
		return 0
	}
	given := false
	for k := i + 1; k+1 < len(s.tokens) && k-i < 6; k++ {
		switch {
		case s.is(k, ',') && k > i+1:
			if !given || s.tokens[k+1].line {
				return 0
			}
			return s.tokens[k+1].start
		case s.is(k, '-'):
		case s.tokens[k].kind != word || !s.tokens[k].upper || s.tokens[k].line:
			return 0
		}
		given = given || s.known(k)&tagger.FirstName != 0
	}
	return 0
}

// papersBelow takes one number in each of the lines from token i, as long as each has one. It returns the token behind
// those lines, i if the first has none.
func (s *scan) papersBelow(i int, kind clue) int {
	for lines := 0; i < len(s.tokens) && lines < paperLines; lines++ {
		next := i + 1
		for next < len(s.tokens) && !s.tokens[next].line {
			next++
		}
		took := false
		for k := i; k < next && !took; k++ {
			if s.notes[k].clue&^paperClues != 0 { // another word names what stands behind it
				break
			}
			took = (k == i || s.tokens[k].gap) && s.paperAt(k, kind, true)
		}
		if !took {
			break
		}
		i = next
	}
	return i
}

// listBelow gives the token with which the line below begins, where the line that goes on at token i ends in a
// colon or is the head of a list of short lines. It is 0 if no list follows.
func (s *scan) listBelow(i int) int {
	for k := i; k < len(s.tokens) && k-i < paperTokens; k++ {
		switch {
		case s.tokens[k].line:
			return k
		case s.is(k, '.'), s.is(k, '?'), s.is(k, '!'), char.CountDigits([]byte(s.word(k))) > 0:
			return 0
		}
	}
	return 0
}

// paperIn takes the number that stands behind the word for a document, which ends at end before token i.
func (s *scan) paperIn(i int, kind clue, end int) {
	told := true // nothing stands between, or a word or a mark says directly before that a number follows
	for k := i; k < len(s.tokens) && k-i < paperTokens && s.tokens[k].start-end < paperReach; k++ {
		t := s.tokens[k]
		if t.line && !(k > 0 && s.is(k-1, ':')) {
			return
		}
		switch {
		case t.kind == mark:
			c := s.text[t.start]
			if (c == '.' || c == '!' || c == ';') && !told && k+1 < len(s.tokens) && s.tokens[k+1].gap || c == '|' {
				return
			}
			told = told && (c == '.' || c == '(' || c == ')' || c == ',') || c == ':' || c == '#' || c == '=' || c == '-' && t.gap
			continue
		case t.kind == number && s.dateHere(t.start):
			return
		case s.notes[k].clue&^paperClues != 0 && !s.regionAt(k):
			return
		case s.notes[k].clue&^(1<<clueNumber) != 0 && k > i: // that word is looked at for itself
			return
		case s.notes[k].clue != 0 && !s.regionAt(k):
			continue
		}
		if !char.Glued(s.text, t.start) && s.paperAt(k, kind, told) {
			return
		}
		if t.kind == number && t.end-t.start > 3 {
			return
		}
		told = numberWords[s.lower(k)] || told && (s.regionAt(k) || s.is(k-1, '('))
	}
}

// numberWords stand before a number.
var numberWords = wordlist.Set("no nr nummer number num is ist lautet was war hat has nos nummern numbers")

// regionAt says whether token i is the short name of a state or a province in capitals: "NSW", "BC", "CH".
func (s *scan) regionAt(i int) bool {
	t := s.tokens[i]
	return t.kind == word && t.end-t.start < 4 && regions[s.text[t.start:t.end]]
}

// regions are short names of states that give papers.
var regions = wordlist.Set(`AT CH DE UK GB NI IE IRL USA US NZ NSW VIC QLD SA WA TAS ACT NT BC AB ON QC MB SK NS NB
	NL PEI CA NY TX FL IL PA OH MI NJ NC VA MA WI MN CO AZ OR NV MD TN GA IN KS MO CT IA KY AL LA OK UT`)

// paperAt takes the number of a document of a kind that begins at token i. What is nothing but digits has to be
// told.
func (s *scan) paperAt(i int, kind clue, told bool) bool {
	start := s.tokens[i].start
	if s.tokens[i].kind == mark || char.Glued(s.text, start) || s.regionAt(i) && s.tokens[i].end < len(s.text) && s.text[s.tokens[i].end] != '-' {
		return false
	}
	end, chars, digits := paperRun(s.text, start, true)
	if chars == 0 || char.RunsOn(s.text, end) || s.unitAfter(end) || s.counts(end) || s.dateHere(start) && chars < leastDated || s.dialled(start) || monthOf(s.text[start:end]) || yearsOf(s.text[start:end]) {
		return false
	}
	fits := false
	switch bare := digits == chars; {
	case kind == cluePassport:
		fits = (chars == 8 || chars == 9) && digits >= 6 && (!bare || told)
	case bare:
		fits = told && chars >= 7 && chars <= 13
	case kind == clueDriver:
		fits = chars >= 8 && chars <= 19 && digits >= 4 || told && chars >= 5 && digits >= 4
	default:
		fits = chars >= 8 && chars <= 14 && digits >= 4 || told && chars == 9 && digits >= 2
	}
	if !fits {
		return false
	}
	t := IDCard
	if kind == cluePassport {
		t = Passport
	}
	s.add(start, end, t, 0.7, bare(s.text[start:end]))
	return true
}

// monthOf says whether a number ends in a year behind a slash: "08/2016".
func monthOf(number string) bool {
	at := strings.LastIndexByte(number, '/')
	return at > 0 && len(number)-at == len("/2016") && (number[at+1] == '1' || number[at+1] == '2')
}

// yearsOf says whether a number has a month with its year in it: "08/2016-01/2020".
func yearsOf(number string) bool {
	return strings.Contains(number, "/20") || strings.Contains(number, "/19")
}

// paperRun reads groups of capitals and digits from pos, as papers have them: with single spaces, hyphens, full stops
// or slashes between. Behind a space only what has digits belongs to it, and where whole is set nothing that goes on in
// other letters. It returns the end, how many letters and digits there are, and how many of them are digits.
func paperRun(text string, pos int, whole bool) (end, chars, digits int) {
	for i := pos; i < len(text); {
		from, n := i, 0
		for i < len(text) && (char.Digit(text[i]) || text[i] >= 'A' && text[i] <= 'Z') {
			if char.Digit(text[i]) {
				n++
			}
			i++
		}
		if i == from || chars+i-from > mostNational || n == 0 && from > pos && text[from-1] == ' ' || whole && i < len(text) && char.Alnum(text[i]) {
			break
		}
		chars, digits, end = chars+i-from, digits+n, i
		if i+1 >= len(text) || strings.IndexByte(" -./", text[i]) < 0 {
			break
		}
		i++
	}
	return end, chars, digits
}
