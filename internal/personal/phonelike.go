package personal

import (
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
)

// publicService says whether d is one of the numbers of social services that are the same in all of Europe (116000 to
// 116999), as that of the doctors on call.
func publicService(d []byte) bool {
	return len(d) == len("116117") && string(d[:3]) == "116" || len(d) == len("49116117") && string(d[:5]) == "49116"
}

// fraction says whether the number at pos is less than one and written with many places: "0.07356202".
func fraction(text string, pos int) bool {
	return strings.HasPrefix(text[pos:], "0.") && digitRun(text, pos+2) > 8
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
	if s.clues.goods(cluePhone, start, reach) && !direct && !(s.text[start] == '(' && (s.goodsTold(start, reach) || northAmerican(s, i, n, d))) || s.isDate(i) && n == 3 || s.dayMonth(i) || s.isHours(raw) {
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
	return stop > 0 && char.Digit(said[stop-1])
}

// mobileNumber says whether d is a German number of a mobile telephone, whose groups hardly another number has.
func mobileNumber(d []byte) bool {
	return len(d) >= leastMobile && len(d) <= mostMobile && mobileCode(string(d[:3]))
}

// mobileCode says whether digits begin as German numbers of mobile telephones do.
func mobileCode(d string) bool {
	return len(d) > 2 && d[0] == '0' && d[1] == '1' && d[2] >= '5' && d[2] <= '7'
}

// calledAt says whether the words before pos are those for calling somebody at a number: "call us on",
// "erreichbar unter".
func (s *scan) calledAt(pos int) bool {
	before := strings.TrimSuffix(s.folded[max(0, pos-8):pos], " ")
	if s.text[pos] == '0' && strings.HasSuffix(before, "ring") && digitRun(s.text, pos) > 9 && !char.Glued(s.folded, pos-len("ring ")) { // "or ring 01914420611"
		return true
	}
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
	if n == 2 && area == 4 && len(d) == 8 && d[4] == '0' { // of tickets or of seats, from one to another: no number behind the code of a town begins so
		return false
	}
	if area == 4 && len(d) < leastMobile-1 && mobileCode(string(d)) { // "Job 0171/4482"
		return false
	}
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

// bankReach is how far before a number the word for the number of a bank may end.
const bankReach = 12

// bankNumber says whether the nearest word before pos names the number of a bank, not a telephone.
func (s *scan) bankNumber(pos int) bool { return s.clues.nearer(clueBIC, cluePhone, pos, bankReach) }
