package personal

import (
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/wordlist"
)

// phoneAt finds a phone number that begins at group i.
func (s *scan) phoneAt(i int) int {
	g := s.groups[i]
	start, plus := s.phoneStart(g.start)
	if start < 0 || !plus && s.newZealand(i) || s.longest >= uuidSize && (uuidAt(s.text, g.start) || uuidAt(s.text, g.start-len("b5619859-3673-febe-"))) || !plus && (s.isDate(i) || s.daysOf(i) || fraction(s.text, g.start)) {
		return 0
	}
	if far, ok := s.clues.before(clueAccount, g.start, 4); ok && !plus && far > 0 {
		return 0
	}
	limit := 15
	if !plus && s.text[g.start] == '0' {
		limit = 17
	}
	digits, upTo := s.join(i, limit)
	n := s.phoneGroups(i, upTo)
	if n == len(upTo) {
		if taken := s.wrappedPhone(i, start, plus); taken > 0 {
			return taken
		}
		digits, upTo = s.join(i, limit)
	}
	for ; n > 0; n-- {
		d := digits[:upTo[n-1]]
		if len(d) < 5 {
			return 0
		}
		if !s.ends(i+n-1) && s.extension(s.groups[i+n-1].end) == s.groups[i+n-1].end || !s.phoneOK(i, n, d, plus, start) {
			continue
		}
		if publicService(d) || len(d) < leastTold && brokenOff(s.text, s.groups[i+n-1].end) {
			return n
		}
		end := s.groups[i+n-1].end
		if open := strings.Count(s.text[start:end], "(") - strings.Count(s.text[start:end], ")"); open > 0 {
			if end < len(s.text) && s.text[end] == ')' {
				end++
			} else if s.text[start] == '(' {
				start++
			}
		}
		s.add(start, s.extension(end), Phone, 0.9, s.dialForm(d, plus))
		return n
	}
	return 0
}

// How long a line is at least that was broken for its length, in bytes, and how many digits the two parts of a number have that
// it was broken in.
const (
	leastWrapped            = 40
	mostFront               = 9
	leastBroken, mostBroken = 10, 13
)

// wrappedPhone takes the number that begins at group i and goes on in the next line of a running text: "call me on +353 (0)86
// 202\n9914 not the old one". It returns how many groups it has, 0 if it is none.
func (s *scan) wrappedPhone(i, start int, plus bool) int {
	d, upTo := s.join(i, mostFront)
	n := len(upTo)
	if j := i + n; n == 0 || j >= len(s.groups) || s.groups[j].linked || !plus && (d[0] != '0' || len(d) > 1 && d[1] == '0') {
		return 0
	}
	end, next := s.groups[i+n-1].end, s.groups[i+n].start
	if gap := s.text[end:next]; len(gap) > 4 || strings.Count(gap, "\n") != 1 || strings.Trim(gap, "\r\n> ") != "" || strings.IndexByte(s.text[max(0, end-leastWrapped):end], '\n') >= 0 || end < leastWrapped {
		return 0
	}
	front := string(d)
	rest, upTo := s.join(i+n, mostBroken-len(front))
	m := len(upTo)
	if m == 0 || len(rest) < 2 || !s.ends(i+n+m-1) || s.isDate(i+n) {
		return 0
	}
	stop := s.groups[i+n+m-1].end
	whole := []byte(front + string(rest))
	goesOn := stop+1 < len(s.text) && s.text[stop] == ' ' && s.text[stop+1] >= 'a' && s.text[stop+1] <= 'z' // and does not count things
	if len(whole) < leastBroken || s.unitAfter(stop) || s.counts(stop) || !goesOn && !s.clauseEnds(stop) || plus && CallingCodeLength(whole) == 0 || !plus && !s.named(cluePhone, start, end, 48) {
		return 0
	}
	s.add(start, stop, Phone, 0.9, s.dialForm(whole, plus))
	return n + m
}

// leastTold is how many digits a number has that is one of somebody even if it is taken back.
const leastTold = 8

// takenBack are words by which somebody begins anew with a number.
var takenBack = wordlist.Set(`ach nein nee ne moment momentchen quatsch halt stopp stop falsch sorry
	no wait oops scratch hang wrong actually vergiss entschuldigung mist äh ähm uh um`)

// brokenOff says whether a number that ends at pos is taken back behind it: "null fünf eins… ach Quatsch".
func brokenOff(text string, pos int) bool {
	at := pos
	for at < len(text) && at-pos < 6 && strings.IndexByte(" ,.-;", text[at]) >= 0 {
		at++
	}
	for _, mark := range [...]string{"…", "–", "—"} {
		if strings.HasPrefix(text[at:], mark) {
			at += len(mark)
		}
	}
	if at == pos || at == pos+1 && text[pos] == ' ' {
		return false
	}
	for at < len(text) && text[at] == ' ' {
		at++
	}
	return takenBack[strings.ToLower(text[at:char.WordEnd(text, at)])]
}

// extensionWords stand before the number of a telephone inside a house.
var extensionWords = [...]string{"extension", "durchwahl", "ext.", "ext", "apparat", "app.", "dw.", "dw", "x", "#"}

// extension takes the extension that stands behind a phone number which ends at pos: " x830",
// ", ext. 12", " Durchwahl 30".
func (s *scan) extension(pos int) int {
	rest := char.Cut(s.text, pos, 24)
	trimmed := strings.TrimLeft(rest, " ,;(")
	if trimmed == rest && !strings.HasPrefix(rest, "x") && !strings.HasPrefix(rest, "#") {
		return pos
	}
	for _, w := range extensionWords {
		if len(trimmed) <= len(w) || !strings.EqualFold(trimmed[:len(w)], w) {
			continue
		}
		digits := strings.TrimLeft(trimmed[len(w):], " :")
		n := 0
		for n < len(digits) && char.Digit(digits[n]) {
			n++
		}
		end := pos + len(rest) - len(digits) + n
		if n == 0 || n > 6 || char.RunsOn(s.text, end) {
			return pos
		}
		return end
	}
	return pos
}

// phoneStart looks at what stands before the first digit: it returns where the number begins and
// whether with a plus, or -1 if no phone number can begin here.
func (s *scan) phoneStart(pos int) (int, bool) {
	p := pos
	for p > 0 && pos-p < 3 && (s.text[p-1] == '(' || s.text[p-1] == ' ') {
		p--
	}
	if p > 0 && s.text[p-1] == '+' && (p < 2 || !char.Digit(s.text[p-2])) && !(p < pos && s.text[pos] == '0' && s.text[p] == ' ') { // "0171 2345678 + 0172 3456789"
		p--
		if p > 0 && s.text[p-1] == '(' {
			p--
		}
		return p, true
	}
	if endsIn(s.text[:pos], "wa.me/") {
		return pos, true
	}
	if pos >= 2 && strings.IndexByte(".,:-/*#=_", s.text[pos-1]) >= 0 && char.Digit(s.text[pos-2]) && !s.cellBegins(pos) {
		return -1, false
	}
	if pos >= 2 && s.text[pos] != '0' && strings.IndexByte("/-", s.text[pos-1]) >= 0 && char.ASCII(s.text[pos-2]) {
		if _, ok := s.clues.before(clueDial, pos, 1); !ok { // "POL/77-204918" is no number of a telephone
			return -1, false
		}
	}
	if pos >= 2 && s.text[pos] == '0' && s.text[pos-1] == '-' && char.Capital(s.text[pos-2]) {
		if _, ok := s.clues.before(clueDial, pos, 1); !ok { // "CHX-0093-447120-7", "V-09572093-4"
			return -1, false
		}
	}
	if pos >= 2 && s.text[pos-1] == '/' && char.ASCII(s.text[pos-2]) {
		if end := pos + digitRun(s.text, pos); strings.HasPrefix(s.text[end:], "/20") && digitRun(s.text, end+1) == 4 { // "ST/0441/2026" of the police
			return -1, false
		}
	}
	if pos > 0 && strings.IndexByte("€$£#=", s.text[pos-1]) >= 0 {
		if _, ok := s.clues.before(clueDial, pos, 1); !ok { // tel=0351…
			return -1, false
		}
	}
	if pos > 0 && s.text[pos-1] == '(' {
		return pos - 1, false
	}
	return pos, false
}

// phoneGroups says how many of the joined groups can belong to one phone number: it stops before
// dates, hours, brackets in the wrong place and what follows a complete number.
func (s *scan) phoneGroups(i int, upTo []int) int {
	singles, enough := 0, 9
	if p := s.groups[i].start; p > 0 && s.text[p-1] == '+' {
		enough = 11
	} else if strings.HasPrefix(s.text[p:], "00") {
		enough = 13
	}
	for n := range upTo {
		g := s.groups[i+n]
		if g.end-g.start == 1 {
			singles++
		}
		if n == 0 {
			continue
		}
		sep := s.text[s.groups[i+n-1].end:g.start]
		before := upTo[n-1]
		switch {
		case strings.ContainsAny(sep, "(["):
			closed := g.end < len(s.text) && (s.text[g.end] == ')' || s.text[g.end] == ']')
			if !closed || n > 1 && s.text[g.start:g.end] != "0" || g.end-g.start > 6 {
				return n
			}
		case strings.Count(sep, " ") > 2 && singles <= n || strings.Count(sep, ".") > 1 || strings.Count(sep, "/") > 1:
			return n
		case (before >= 7 || before < 3 && strings.TrimSpace(sep) == "/") && s.isDate(i+n): // "Kasse 03 / 14.05.25"
			return n
		case before >= 8 && strings.TrimSpace(sep) == "" && g.end-g.start == 1 && singles < n && !s.pairedUp(i+n) && !strings.HasPrefix(s.text[g.end:], " - ") && !(before < 13 && s.lastDigit(i+n)):
			return n // "0351 123456 8-18 Uhr"
		case before >= enough && strings.TrimSpace(sep) == "" && s.text[g.start] == '0' && g.end-g.start >= 3 && singles < n:
			return n // the next number begins
		}
	}
	return len(upTo)
}

// lastDigit says whether group j, one digit, ends a number: neither a range nor a unit follows.
func (s *scan) lastDigit(j int) bool {
	end := s.groups[j].end
	if end == len(s.text) {
		return true
	}
	if strings.IndexByte(".,;:!?)*|<\"\n\r", s.text[end]) >= 0 {
		return end+1 == len(s.text) || !char.Digit(s.text[end+1])
	}
	return s.text[end] == ' ' && end+1 < len(s.text) && (s.text[end+1] >= 'a' && s.text[end+1] <= 'z' && !s.unitAfter(end) || s.text[end+1] == '|')
}

// pairedUp says whether group j is the odd digit behind pairs, as in "54 02 69 9".
func (s *scan) pairedUp(j int) bool {
	if j < 2 || !pairs(s.groups[j-2:j]) || j+1 < len(s.groups) && s.groups[j+1].linked && !char.Space(s.text[s.groups[j].end]) {
		return false
	}
	return !s.unitAfter(s.groups[j].end)
}
