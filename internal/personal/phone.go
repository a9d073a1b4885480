package personal

import (
	"strconv"
	"strings"

	"golang.org/x/text/language"
)

// callingCode lists the country calling codes of ITU-T E.164 (zones with two-digit codes by
// their second digit, all other codes of a zone have three digits).
var callingCode = map[byte]string{'2': "07", '3': "0123469", '4': "013456789", '5': "12345678", '6': "0123456", '8': "1246", '9': "0123458"}

// CallingCodeLength gives how many digits the country code at the beginning of d has, 0 if none.
func CallingCodeLength(d []byte) int {
	if len(d) < 3 || d[0] == '0' {
		return 0
	}
	if d[0] == '1' || d[0] == '7' {
		return 1
	}
	if strings.IndexByte(callingCode[d[0]], d[1]) >= 0 {
		return 2
	}
	return 3
}

// ownCode gives the calling codes of regions whose numbers begin with 0 at home.
var ownCode = map[string]string{"DE": "49", "AT": "43", "CH": "41", "LI": "423", "LU": "352", "GB": "44", "FR": "33", "NL": "31", "BE": "32", "IT": "39", "PL": "48", "US": "1"}

// IsRegion reports whether a code is that of a country in ISO 3166, such as DE.
func IsRegion(code string) bool {
	r, err := language.ParseRegion(code)
	return err == nil && r.IsCountry() && r.String() == code && r.Canonicalize() == r // not UK, which is GB
}

// phoneAt finds a phone number that begins at group i.
func (s *scan) phoneAt(i int) int {
	g := s.groups[i]
	start, plus := s.phoneStart(g.start)
	if start < 0 || uuidAt(s.text, g.start) || uuidAt(s.text, g.start-len("b5619859-3673-febe-")) || !plus && (s.isDate(i) || s.daysOf(i) || fraction(s.text, g.start)) {
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
var takenBack = set("ach nein nee ne moment momentchen quatsch halt stopp stop falsch sorry no wait oops scratch hang wrong actually vergiss entschuldigung mist äh ähm uh um")

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
	return takenBack[strings.ToLower(text[at:skipWord(text, at)])]
}

// publicService says whether d is one of the numbers of social services that are the same in all of Europe (116000 to
// 116999), as that of the doctors on call.
func publicService(d []byte) bool {
	return len(d) == len("116117") && string(d[:3]) == "116" || len(d) == len("49116117") && string(d[:5]) == "49116"
}

// fraction says whether the number at pos is less than one and written with many places: "0.07356202".
func fraction(text string, pos int) bool {
	return strings.HasPrefix(text[pos:], "0.") && digitRun(text, pos+2) > 8
}

// daysOf says whether group i is the first of two days of which the second has its month and year: "02.-09.06.2025".
func (s *scan) daysOf(i int) bool {
	g := s.groups[i]
	return g.end-g.start <= 2 && i+1 < len(s.groups) && strings.HasPrefix(s.text[g.end:], ".") && strings.Trim(s.text[g.end:s.groups[i+1].start], ". ") == "-" && s.isDate(i+1)
}

// dialCodes stand before the code of a town that is told apart from the number.
var dialCodes = set("vorwahl ortsvorwahl vorwahlnummer")

// dialLinks may stand between the code of a town and the number.
var dialLinks = set("dann danach und nummer rufnummer anschluss die")

// dialCodeReach is how many tokens behind the code of a town its number may begin.
const dialCodeReach = 4

// apartCodes finds numbers whose code is told apart: "Vorwahl 0 40, dann 6 69 69 - 5 12".
func (s *scan) apartCodes() {
	if !strings.Contains(s.folded, "vorwahl") {
		return
	}
	for i := range s.tokens {
		if !dialCodes[s.lower(i)] {
			continue
		}
		j := s.namedBy(s.tokens[i].end)
		if j >= len(s.tokens) || s.text[s.tokens[j].start] != '0' {
			continue
		}
		from := j
		digits := 0
		for j < len(s.tokens) && s.tokens[j].kind == number && !(j > from && s.tokens[j].line) && digits < 6 {
			digits += s.tokens[j].end - s.tokens[j].start
			j++
		}
		for k := 0; k < dialCodeReach && j < len(s.tokens) && !s.tokens[j].line && (dialLinks[s.lower(j)] || s.is(j, ',') || s.is(j, ':') || s.is(j, '/') || s.is(j, '-') || s.is(j, '.')); k++ {
			j++
		}
		if j >= len(s.tokens) || s.tokens[j].kind != number || digits < 3 {
			continue
		}
		end, n := spacedDigits(s.text, s.tokens[j].start)
		if n >= 4 && n <= 9 && !runsOn(s.text, end) {
			s.add(s.tokens[from].start, end, Phone, 0.8, s.text[s.tokens[from].start:end])
		}
	}
}

// namedFiles finds numbers of mobile telephones in the names of files, where they are glued to a word: "IMG_01714482931.jpg",
// "Scan_0171-4482931.pdf".
func (s *scan) namedFiles() {
	for _, g := range s.groups {
		if g.start < 2 || g.end-g.start < 4 || s.text[g.start] != '0' || s.text[g.start+1] != '1' || s.text[g.start-1] != '_' || isDigit(s.text[g.start-2]) {
			continue // most numbers
		}
		end, digits := g.start, 0
		for i := g.start; i < len(s.text) && i-end < 2; i++ {
			if isDigit(s.text[i]) {
				digits, end = digits+1, i+1
			} else if strings.IndexByte("-_ ", s.text[i]) < 0 {
				break
			}
			if digits > len("017644829317") {
				break
			}
		}
		number := bare(s.text[g.start:end])
		if digits < len("01714482931")-1 || digits > len("017644829317") || number[2] < '5' || number[2] > '7' || end < len(s.text) && (isASCIILetter(s.text[end]) || isDigit(s.text[end])) {
			continue
		}
		s.add(g.start, end, Phone, 0.8, s.dialForm([]byte(number), false))
	}
}

// spacedDigits reads digits in groups with spaces and hyphens between at pos. It returns their end and how many they are.
func spacedDigits(text string, pos int) (end, n int) {
	end = pos
	for i := pos; i < len(text) && i-end < 4; i++ {
		switch {
		case isDigit(text[i]):
			n, end = n+1, i+1
		case strings.IndexByte(" -/", text[i]) < 0:
			return end, n
		}
	}
	return end, n
}

// extensionWords stand before the number of a telephone inside a house.
var extensionWords = [...]string{"extension", "durchwahl", "ext.", "ext", "apparat", "app.", "dw.", "dw", "x", "#"}

// extension takes the extension that stands behind a phone number which ends at pos: " x830",
// ", ext. 12", " Durchwahl 30".
func (s *scan) extension(pos int) int {
	rest := cut(s.text, pos, 24)
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
		for n < len(digits) && isDigit(digits[n]) {
			n++
		}
		end := pos + len(rest) - len(digits) + n
		if n == 0 || n > 6 || runsOn(s.text, end) {
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
	if p > 0 && s.text[p-1] == '+' && (p < 2 || !isDigit(s.text[p-2])) {
		p--
		if p > 0 && s.text[p-1] == '(' {
			p--
		}
		return p, true
	}
	if endsIn(s.text[:pos], "wa.me/") {
		return pos, true
	}
	if pos >= 2 && strings.IndexByte(".,:-/*#=_", s.text[pos-1]) >= 0 && isDigit(s.text[pos-2]) && !s.cellBegins(pos) {
		return -1, false
	}
	if pos >= 2 && s.text[pos] != '0' && strings.IndexByte("/-", s.text[pos-1]) >= 0 && isASCIILetter(s.text[pos-2]) {
		if _, ok := s.clues.before(clueDial, pos, 1); !ok { // "POL/77-204918" is no number of a telephone
			return -1, false
		}
	}
	if pos >= 2 && s.text[pos] == '0' && s.text[pos-1] == '-' && capital(s.text[pos-2]) {
		if _, ok := s.clues.before(clueDial, pos, 1); !ok { // "CHX-0093-447120-7", "V-09572093-4"
			return -1, false
		}
	}
	if pos >= 2 && s.text[pos-1] == '/' && isASCIILetter(s.text[pos-2]) {
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

func capital(c byte) bool { return c >= 'A' && c <= 'Z' }

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
		return end+1 == len(s.text) || !isDigit(s.text[end+1])
	}
	return s.text[end] == ' ' && end+1 < len(s.text) && (s.text[end+1] >= 'a' && s.text[end+1] <= 'z' && !s.unitAfter(end) || s.text[end+1] == '|')
}

// pairedUp says whether group j is the odd digit behind pairs, as in "54 02 69 9".
func (s *scan) pairedUp(j int) bool {
	if j < 2 || !pairs(s.groups[j-2:j]) || j+1 < len(s.groups) && s.groups[j+1].linked && !isSpace(s.text[s.groups[j].end]) {
		return false
	}
	return !s.unitAfter(s.groups[j].end)
}

// phoneOK decides whether n groups from i with digits d are a phone number.
func (s *scan) phoneOK(i, n int, d []byte, plus bool, start int) bool {
	first := s.groups[i]
	end := s.groups[i+n-1].end
	raw := s.text[first.start:end]
	if plus {
		cc := CallingCodeLength(d)
		return cc > 0 && len(d) >= 8 && len(d) <= 15
	}
	_, direct := s.clues.before(clueDial, start, 6)
	direct = direct || len(d) >= 6 && s.calledAt(start)
	named := s.named(cluePhone, start, end, 48)
	if _, goods := s.clues.before(clueGoods, start, 60); !named && !goods {
		named = s.named(clueNumber, start, end, 40)
	}
	named = named && !s.clues.goods(cluePhone, start, 48)
	if d[0] != '0' && !named && !direct && !northAmerican(s, i, n, d) {
		return false
	}
	if s.months(i) || s.bankNumber(start) || n == 2 && first.end-first.start == 1 && end-s.groups[i+1].start == 9 && !direct { // "1-101728310"

		return false
	}
	reach := 24
	if n > 1 && mobileNumber(d) && first.end-first.start > 3 {
		reach = 8
	}
	if s.clues.goods(cluePhone, start, reach) && !direct && !(s.text[start] == '(' && s.goodsTold(start, reach)) || s.isDate(i) && n == 3 || s.dayMonth(i) || s.isHours(raw) {
		return false
	}
	if !direct && s.unitAfter(end) || n == 2 && !direct && s.years(i) {
		return false
	}
	switch {
	case d[0] == '0' && d[1] == '0':
		cc := CallingCodeLength(d[2:])
		return cc > 0 && len(d) >= 10 && len(d) <= 17 && (n > 1 || named || len(d) >= 12 && (ownNeighbour(d[2:]) || len(d) < 15 && !s.clues.goods(cluePhone, start, 40)))
	case d[0] == '0':
		return s.nationalOK(i, n, d, raw, named || direct)
	case northAmerican(s, i, n, d):
		return named || direct || n >= 3 && !strings.Contains(strings.Trim(raw, " "), "/")
	case direct:
		return len(d) >= 5 && len(d) <= 15
	}
	return named && len(d) >= 7 && len(d) <= 13 && (n > 1 || len(d) >= 8) && s.phoneLike(raw)
}

// goodsTold says whether the word about goods before pos has its number in an earlier sentence: "ref 7714402. He'll be at".
func (s *scan) goodsTold(pos, reach int) bool {
	far, _ := s.clues.before(clueGoods, pos, reach)
	said := s.text[pos-far : pos]
	stop := strings.LastIndex(said, ". ")
	return stop > 0 && isDigit(said[stop-1])
}

// mobileNumber says whether d is a German number of a mobile telephone, whose groups hardly another number has.
func mobileNumber(d []byte) bool {
	return len(d) >= 11 && len(d) <= 12 && d[0] == '0' && d[1] == '1' && d[2] >= '5' && d[2] <= '7'
}

// calledAt says whether the words before pos are those for calling somebody at a number: "call us on",
// "erreichbar unter".
func (s *scan) calledAt(pos int) bool {
	before := strings.TrimSuffix(strings.ToLower(s.text[max(0, pos-8):pos]), " ")
	if !strings.HasSuffix(before, " at") && !strings.HasSuffix(before, " on") && !strings.HasSuffix(before, " unter") {
		return false
	}
	_, ok := s.clues.before(cluePhone, pos, 16)
	return ok && !s.clues.goods(cluePhone, pos, 24)
}

// nationalOK judges a number that begins with a single 0.
func (s *scan) nationalOK(i, n int, d []byte, raw string, named bool) bool {
	if d[1] == '0' || len(d) > 14 {
		return false
	}
	if named {
		return len(d) >= 6
	}
	g := s.groups[i]
	area := g.end - g.start
	if n == 2 && raw[area:area+1] == "/" && yearAt(raw[area+1:]) { // "Aktenz. 0418/2024"
		return false
	}
	switch {
	case n == 1:
		return len(d) >= 10 && len(d) <= 13 && (d[1] != '1' || d[2] >= '5' && d[2] <= '8')
	case area >= 3 && area <= 6:
		return len(d) >= 7 && !strings.Contains(raw, ".") || len(d) >= 9
	case area == 2 && n == 5 && len(d) == 10: // 01 84 17 61 18
		return true
	case area == 2:
		return len(d) >= 9 && (n <= 4 || n == 5 && strings.ContainsAny(raw, "/-")) && !pairs(s.groups[i:i+n]) // 030 as "0 30", London, Paris
	case area == 1:
		return len(d) >= 9 && !(n == 4 && len(d) == 10 && triples(s.groups[i+1:i+n])) && (n >= len(d)-2 || s.text[g.end] == ' ' && (n <= 5 || n <= 8 && strings.ContainsAny(raw, "/)")))
	case area >= 7:
		return len(d) >= 9 && n <= 3
	}
	return false
}

// northAmerican recognises 555-123-4567 and 1 (555) 123-4567.
func northAmerican(s *scan, i, n int, d []byte) bool {
	if len(d) == 11 && d[0] == '1' && n == 4 {
		i, n, d = i+1, 3, d[1:]
	}
	if len(d) != 10 || n < 2 || n > 3 || d[0] < '2' {
		return false
	}
	g := s.groups[i]
	if bracketed := g.start > 0 && s.text[g.start-1] == '(' && s.text[g.end] == ')' && n == 3; d[3] < '2' && !bracketed { // invented ones begin so
		return false
	}
	if g.end-g.start != 3 || n == 3 && s.groups[i+1].end-s.groups[i+1].start != 3 {
		return false
	}
	sep := s.text[g.end:s.groups[i+1].start]
	return sep != " " || s.region == "US"
}

// phoneLike rejects ranges and sums: "199 - 299".
func (s *scan) phoneLike(raw string) bool {
	return !strings.Contains(raw, " - ") && !strings.Contains(raw, "./")
}

func pairs(groups []group) bool {
	for _, g := range groups {
		if g.end-g.start != 2 {
			return false
		}
	}
	return true
}

// triples says whether all groups have three digits, as in the numbers of spare parts: "0 986 494 524".
func triples(groups []group) bool {
	for _, g := range groups {
		if g.end-g.start != 3 {
			return false
		}
	}
	return true
}

func ownNeighbour(d []byte) bool {
	return len(d) > 2 && (string(d[:2]) == "49" || string(d[:2]) == "43" || string(d[:2]) == "41")
}

// dayMonth says whether "02.02. – …" begins at group i, the first half of a range of days.
func (s *scan) dayMonth(i int) bool {
	if i+1 >= len(s.groups) {
		return false
	}
	a, b := s.groups[i], s.groups[i+1]
	return a.end-a.start <= 2 && b.end-b.start <= 2 && s.text[a.end:b.start] == "." && s.value(a) <= 31 && s.value(b) <= 12 && s.value(b) > 0 &&
		b.end < len(s.text) && s.text[b.end] == '.' && (b.end+1 == len(s.text) || !isDigit(s.text[b.end+1]))
}

// isDate says whether a date begins at group i: 1.2.2024, 01.02.24, 2024-02-01, 1/2/2024.
func (s *scan) isDate(i int) bool {
	if i+2 >= len(s.groups) || !s.groups[i+1].linked || !s.groups[i+2].linked {
		return false
	}
	a, b, c := s.groups[i], s.groups[i+1], s.groups[i+2]
	sep := strings.TrimSpace(s.text[a.end:b.start])
	if sep != strings.TrimSpace(s.text[b.end:c.start]) || sep != "." && sep != "-" && sep != "/" {
		return false
	}
	if sep != "." && s.text[a.end:b.start] != s.text[b.end:c.start] {
		return false // "6-8 - 1070 Wien"
	}
	if c.end < len(s.text)-1 && sep == s.text[c.end:c.end+1] && isDigit(s.text[c.end+1]) {
		return false
	}
	x, y, z := s.value(a), s.value(b), s.value(c)
	la, lb, lc := a.end-a.start, b.end-b.start, c.end-c.start
	if la == 4 && lb <= 2 && lc <= 2 {
		return x >= 1000 && x < 2200 && y >= 1 && y <= 12 && z >= 1 && z <= 31
	}
	return la <= 2 && lb <= 2 && (lc == 4 && z >= 1000 && z < 2200 || lc == 2) && x >= 1 && y >= 1 && min(x, y) <= 12 && max(x, y) <= 31
}

func (s *scan) value(g group) int {
	n, _ := strconv.Atoi(s.text[g.start:min(g.end, g.start+9)])
	return n
}

// years says whether groups i and i+1 are a span of years: "1300-1600".
func (s *scan) years(i int) bool {
	a, b := s.groups[i], s.groups[i+1]
	return a.end-a.start == 4 && b.end-b.start == 4 && s.value(a) >= 1000 && s.value(a) < s.value(b) && s.value(b) < 2100
}

// months says whether groups i to i+3 are a span of months, "08/2016-01/2020", or i and i+1 one of them.
func (s *scan) months(i int) bool {
	if i+1 >= len(s.groups) {
		return false
	}
	a, b := s.groups[i], s.groups[i+1]
	return a.end-a.start == 2 && b.end-b.start == 4 && s.text[a.end:b.start] == "/" && s.value(a) >= 1 && s.value(a) <= 12 && s.value(b) >= 1900 && s.value(b) < 2100
}

// bankReach is how far before a number the word for the number of a bank may end.
const bankReach = 12

// bankNumber says whether the nearest word before pos names the number of a bank, not a telephone.
func (s *scan) bankNumber(pos int) bool { return s.clues.nearer(clueBIC, cluePhone, pos, bankReach) }

// isHours recognises opening hours such as "08.00-18.00" and "09.30 - 12.00".
func (s *scan) isHours(raw string) bool {
	from, to, ok := strings.Cut(raw, "-")
	return ok && isHour(strings.TrimSpace(from)) && isHour(strings.TrimSpace(to))
}

func isHour(t string) bool {
	h, m, _ := strings.Cut(t, ".")
	hour, err := strconv.Atoi(h)
	return err == nil && len(h) <= 2 && hour <= 24 && (m == "" || len(m) == 2 && m[0] <= '5')
}

// units stand behind numbers that count something.
var units = set(`uhr € eur euro $ usd chf % prozent stück stk kg g km m cm mm gb mb tb kwh watt w volt v
	liter l ml tage tagen jahre jahren monate stunden std sek min minuten personen mal pm am px dpi hz mhz ghz bar days years pieces people ps hp bhp kw ccm hm höhenmeter höhenmetern`)

// longestUnit is how long the longest of them is, in bytes.
const longestUnit = len("höhenmetern")

func (s *scan) unitAfter(end int) bool {
	rest := strings.TrimLeft(s.text[end:min(len(s.text), end+12)], " ")
	stop := 0
	for stop < len(rest) && rest[stop] != ' ' && rest[stop] != '.' && rest[stop] != ',' && rest[stop] != '\n' && rest[stop] != ')' {
		stop++
	}
	if stop == 0 || stop > longestUnit {
		return false
	}
	unit := strings.ToLower(rest[:stop])
	if unit == "am" || unit == "pm" { // of an hour; else a German preposition: "0176 4482 9317 am besten"
		from := end
		for from > 0 && end-from < 3 && isDigit(s.text[from-1]) {
			from--
		}
		return end-from < 3
	}
	return units[unit]
}

// dialForm gives the number in E.164 digits, so that all notations of one number are equal.
func (s *scan) dialForm(d []byte, plus bool) string {
	switch {
	case plus:
	case d[0] == '0' && d[1] == '0':
		d = d[2:]
	case d[0] == '0' && ownCode[s.region] != "":
		return ownCode[s.region] + string(d[1:])
	default:
		return string(d)
	}
	if cc := CallingCodeLength(d); cc > 0 && len(d) > cc && d[cc] == '0' && string(d[:cc]) != "39" { // +49 (0) 351
		return string(d[:cc]) + string(d[cc+1:])
	}
	return string(d)
}
