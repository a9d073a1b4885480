package personal

import (
	"strings"
	"unicode"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/wordlist"
)

// dialCodes stand before the code of a town that is told apart from the number.
var dialCodes = wordlist.Set("vorwahl ortsvorwahl vorwahlnummer")

// dialLinks may stand between the code of a town and the number.
var dialLinks = wordlist.Set("dann danach und nummer rufnummer anschluss die")

// dialCodeReach is how many tokens behind the code of a town its number may begin.
const dialCodeReach = 4

// The digits that a number of a mobile telephone has whose parts unusual signs keep apart, and how many bytes of these stand
// between two parts.
const (
	leastMobile, mostMobile = 11, 12
	mostOddSigns            = 3
	leastPictured           = 7 // with a picture between them
	mostPictured            = 16
)

// firstPicture is the first sign that shows something, behind arrows and what is drawn of lines; joiner makes one of two.
const firstPicture, joiner = 0x2600, 0x200d

// oddSigns finds German numbers of mobile telephones whose parts stand between signs that other numbers do not have: "0171~2345678",
// "0171*234*5678", and those with the code of the country and no plus, "49 171 2345678".
func (s *scan) oddSigns() {
	for i := 0; i+1 < len(s.groups); i++ {
		g := s.groups[i]
		first, abroad := s.text[g.start:g.end], false
		if first == "49" && s.groups[i+1].linked {
			first, abroad = "0"+s.text[s.groups[i+1].start:s.groups[i+1].end], true
		}
		if n := len(first); (n != 4 && n != 5) || g.linked && !abroad || first[0] != '0' || first[1] != '1' || first[2] < '5' || first[2] > '7' || char.Glued(s.text, g.start) || s.clues.goods(cluePhone, g.start, 48) {
			continue
		}
		j, digits, odd, least, sizes := i, g.end-g.start, false, leastMobile, true // "0160|0170|0180"
		for j+1 < len(s.groups) && digits < mostMobile {
			gap, ok := s.text[s.groups[j].end:s.groups[j+1].start], s.groups[j+1].linked
			if !ok && (oddGap(gap) || pictured(gap)) {
				ok, odd = true, true
				if pictured(gap) { // nothing else is written so
					least = leastPictured
				}
			}
			if !ok {
				break
			}
			j++
			digits += s.groups[j].end - s.groups[j].start
			sizes = sizes && s.groups[j].end-s.groups[j].start == 4 && s.text[s.groups[j].start:s.groups[j].start+2] == "01"
		}
		goesOn := j+1 < len(s.groups) && oddGap(s.text[s.groups[j].end:s.groups[j+1].start]) // one of a row of sizes: "0150|0160|0170|0180 cm"
		if abroad != odd && digits >= least && digits <= mostMobile && s.ends(j) && !goesOn && !sizes && !s.unitAfter(s.groups[j].end) {
			s.add(g.start, s.groups[j].end, Phone, 0.7, s.text[g.start:s.groups[j].end])
			i = j
		}
	}
}

// oddGap says whether nothing but signs that other numbers do not have stands between two groups of digits.
func oddGap(gap string) bool {
	return len(gap) <= mostOddSigns && strings.Trim(gap, "~*|,:;.+#=\\•") == ""
}

// pictured says whether nothing but a picture stands between two groups of digits: "0171 😀 2345678".
func pictured(gap string) (picture bool) {
	if len(gap) > mostPictured {
		return false
	}
	for _, r := range gap {
		switch {
		case strings.ContainsRune(" /-.", r), r == joiner:
		case r < firstPicture, unicode.IsLetter(r), unicode.IsPunct(r), unicode.IsSpace(r), unicode.IsNumber(r):
			return false
		default:
			picture = true
		}
	}
	return picture
}

// How many digits the two halves of a German mobile number have that stand in two lines.
const (
	leastHalf, mostHalf = 6, 8
)

// halved finds German mobile numbers of which the code fills a line, or stands at the end of one that speaks of a telephone, and the
// rest the next: "0171\n2345678".
func (s *scan) halved() {
	for i := 0; i+1 < len(s.groups); i++ {
		g, next := s.groups[i], s.groups[i+1]
		first := s.text[g.start:g.end]
		if n := len(first); n != 4 && n != 5 || first[0] != '0' || first[1] != '1' || first[2] < '5' || first[2] > '7' || char.Glued(s.text, g.start) || next.end-next.start < leastHalf || next.end-next.start > mostHalf {
			continue
		}
		gap := s.text[g.end:next.start]
		if strings.Count(gap, "\n") != 1 || strings.Trim(gap, " \r\n-/") != "" {
			continue
		}
		line := s.text[max(0, g.start-leastWrapped):g.start]
		whole := line == "" || strings.HasSuffix(line, "\n")
		if _, phone := s.clues.before(cluePhone, g.start, leastWrapped); !whole && !phone || next.end < len(s.text) && !s.clauseEnds(next.end) {
			continue
		}
		if _, column := s.clues.before(clueGoods, g.start, leastWrapped); column || i > 0 && whole && s.groups[i-1].end == g.start-1 || i+2 < len(s.groups) && s.groups[i+2].start == next.end+1 && s.text[next.end] == '\n' {
			continue // one of a column of numbers
		}
		s.add(g.start, next.end, Phone, 0.7, first+s.text[next.start:next.end])
	}
}

// apartCodes finds numbers whose code is told apart: "Vorwahl 0 40, dann 6 69 69 - 5 12".
func (s *scan) apartCodes() {
	if !s.holds("vorwahl") {
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
		if n >= 4 && n <= 9 && !char.RunsOn(s.text, end) {
			s.add(s.tokens[from].start, end, Phone, 0.8, s.text[s.tokens[from].start:end])
		}
	}
}
