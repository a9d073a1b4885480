package personal

import (
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/personal/checkdigit"
)

// cardAt finds payment cards: prefix and length of a brand, Luhn check digit.
func (s *scan) cardAt(i int) int {
	digits, upTo := s.join(i, 19)
	start := s.groups[i].start
	for n := len(upTo); n > 0; n-- {
		d := digits[:upTo[n-1]]
		if len(d) < 12 || !s.ends(i+n-1) || n > 1 && strings.IndexByte(s.text[start:s.groups[i+n-1].end], '/') >= 0 {
			continue
		}
		named := s.named(clueCard, start, s.groups[i+n-1].end, 60)
		if !brand(d) && !(named && len(d) == 16 && d[0] >= '2' && d[0] <= '6') { // issuers are given new ranges
			continue
		}
		if !checkdigit.Luhn(d) && !(named && len(d) >= 15 && !s.clues.goods(clueCard, start, 30)) {
			continue
		}
		if !named && (s.dialled(start) || len(d) == 13 && checkdigit.EAN13(d) || len(d) == 12 || s.clues.goods(clueCard, start, 30)) {
			continue // barcodes have 13 digits too
		}
		s.add(start, s.groups[i+n-1].end, Card, 1, string(d))
		return n
	}
	return s.wrappedCard(i)
}

// wrappedCard takes the number of a card that goes on in the next line, "4929 1605\n4726 4251", and returns how many groups it
// has, 0 if there is none.
func (s *scan) wrappedCard(i int) int {
	d, upTo := s.join(i, 12)
	n := len(upTo)
	if n == 0 || len(d) < 4 || i+n >= len(s.groups) || s.groups[i+n].linked || s.groups[i].end-s.groups[i].start < 4 {
		return 0
	}
	start, end := s.groups[i].start, s.groups[i+n-1].end
	if gap := s.text[end:s.groups[i+n].start]; len(gap) > 4 || strings.Count(gap, "\n") != 1 || strings.Trim(gap, "\r\n> -") != "" {
		return 0
	}
	whole := append(make([]byte, 0, maxGroups), d...)
	rest, upTo := s.join(i+n, 16-len(whole))
	whole = append(whole, rest...)
	stop := i + n + len(upTo)
	if len(whole) < 15 || !brand(whole) || !checkdigit.Luhn(whole) || !s.ends(stop-1) || !s.named(clueCard, start, s.groups[stop-1].end, 60) {
		return 0
	}
	s.add(start, s.groups[stop-1].end, Card, 0.9, string(whole))
	return stop - i
}

// brand says whether a number has the prefix and length of a card that is in use (ISO/IEC 7812,
// ranges as published by the brands).
func brand(d []byte) bool {
	n := len(d)
	p2, p3, p4 := char.Two(d), char.Two(d)*10+int(d[2]-'0'), char.Two(d)*100+char.Two(d[2:])
	switch {
	case d[0] == '4':
		return n == 13 || n == 16 || n == 19
	case p2 >= 51 && p2 <= 55, p4 >= 2221 && p4 <= 2720:
		return n == 16
	case p2 == 34, p2 == 37:
		return n == 15
	case p3 >= 300 && p3 <= 305, p3 == 309, p2 == 36, p2 == 38, p2 == 39:
		return n == 14 || n == 16
	case p4 >= 3528 && p4 <= 3589:
		return n >= 16
	case p4 == 2131, p4 == 1800:
		return n == 15
	case p4 == 6011, p3 >= 644 && p3 <= 649, p2 == 65, p2 == 62, p2 == 60, p2 == 81:
		return n >= 16
	case p2 == 50, p2 >= 56 && p2 <= 58, p2 == 63, p2 == 67:
		return n >= 12
	}
	return false
}
