package personal

import (
	"sort"
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/wordlist"
)

// codeWords are the words for the code of a town that tell one behind its number.
var codeWords = [...]string{"vorwahl", "area code", "dialling code", "dialing code"}

// hoursBehind are words that lead to the time at which somebody answers: "3 94 07 ab 18h".
var hoursBehind = wordlist.Set("ab bis nach vor tagsüber abends after from until till before evenings")

// How far before the word for its code a number may end, in bytes, and how many digits it has.
const (
	codeBehindReach       = 64
	leastLocal, mostLocal = 4, 8
)

// codesBehind finds numbers whose code is told behind them: "Fr. Quandt, 3 94 07 ab 18h. Vorwahl 05251".
func (s *scan) codesBehind() {
	for _, w := range codeWords {
		for at := 0; s.letters.mayHold(w); {
			i := strings.Index(s.folded[at:], w)
			if i < 0 {
				break
			}
			pos := at + i
			at = pos + len(w)
			code := s.namedBy(at)
			if char.Glued(s.folded, pos) || code >= len(s.tokens) || s.tokens[code].kind != number || s.tokens[code].end-s.tokens[code].start < 3 || s.tokens[code].start-at > codeBehindReach {
				continue
			}
			s.localBefore(pos)
		}
	}
}

// localBefore takes the last number before pos that may be one of a telephone in a town.
func (s *scan) localBefore(pos int) {
	k := sort.Search(len(s.groups), func(k int) bool { return s.groups[k].start >= pos }) - 1
	for k >= 0 && pos-s.groups[k].end <= codeBehindReach {
		from := k
		for from > 0 && s.groups[from].start-s.groups[from-1].end == 1 && strings.IndexByte(" -/", s.text[s.groups[from-1].end]) >= 0 {
			from--
		}
		start, end := s.groups[from].start, s.groups[k].end
		n := char.CountDigits([]byte(s.text[start:end]))
		if n < leastLocal || char.Glued(s.text, start) || char.RunsOn(s.text, end) || s.unitAfter(end) || s.counts(end) || s.dateHere(start) {
			k = from - 1
			continue
		}
		_, goods := s.clues.before(clueGoods, start, 30)
		if lead := s.tokenAt(start) - 1; n <= mostLocal && !goods && s.endsOrHours(end) && s.text[start] != '0' && !yearAt(s.text[start:end]) && (from < k || lead < 0 || s.is(lead, ',') || s.is(lead, ':') || s.tokens[lead+1].line || s.notes[lead].clue>>cluePhone&1 != 0) {
			s.add(start, end, Phone, 0.6, s.text[start:end])
		}
		return
	}
}

// endsOrHours says whether a clause ends at a place in the text, or goes on with when somebody answers.
func (s *scan) endsOrHours(at int) bool {
	return s.clauseEnds(at) || hoursBehind[s.lower(min(s.tokenAt(at), len(s.tokens)-1))]
}

// joins stand between the code of a town and the number behind it, joiners say that it goes on: "05251 und dann die 39407".
var (
	joins   = wordlist.Set("und and die der the")
	joiners = wordlist.Set("dann danach dahinter then")
)

// joinReach is how many tokens may stand between them, and leastJoined how many digits both have.
const joinReach, leastJoined = 5, 8

// joinedCodes finds numbers behind whose code words say that they go on.
func (s *scan) joinedCodes() {
	for _, g := range s.groups {
		if n := g.end - g.start; n < 3 || n > 6 || s.text[g.start] != '0' || g.end >= len(s.text) || strings.IndexByte(" ,)", s.text[g.end]) < 0 || char.Glued(s.text, g.start) {
			continue
		}
		i, told := s.tokenAt(g.end), false
		for from := i; i < len(s.tokens) && i-from < joinReach && !s.tokens[i].line && (s.is(i, ',') || s.is(i, ')') || joins[s.lower(i)] || joiners[s.lower(i)]); i++ {
			told = told || joiners[s.lower(i)]
		}
		if !told || i >= len(s.tokens) || s.tokens[i].kind != number || s.tokens[i].line {
			continue
		}
		end, n := spacedDigits(s.text, s.tokens[i].start)
		if n+g.end-g.start < leastMobile-1 && mobileCode(s.text[g.start:g.end]) { // "Parts 01714 then 448"
			continue
		}
		_, secret := s.clues.before(cluePIN, g.start, codeBehindReach)
		_, goods := s.clues.before(clueGoods, g.start, 30)
		start := g.start
		if start > 0 && s.text[start-1] == '(' {
			start--
		}
		if n <= mostLocal && n+g.end-g.start >= leastJoined && !secret && !goods && !char.RunsOn(s.text, end) && !s.unitAfter(end) && !s.counts(end) && !s.dateHere(s.tokens[i].start) {
			s.add(start, end, Phone, 0.7, s.text[start:end])
		}
	}
}
