package personal

import (
	"strconv"
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
)

// daysOf says whether group i is the first of two days of which the second has its month and year: "02.-09.06.2025".
func (s *scan) daysOf(i int) bool {
	g := s.groups[i]
	return g.end-g.start <= 2 && i+1 < len(s.groups) && strings.HasPrefix(s.text[g.end:], ".") && strings.Trim(s.text[g.end:s.groups[i+1].start], ". ") == "-" && s.isDate(i+1)
}

// dayMonth says whether "02.02. – …" begins at group i, the first half of a range of days.
func (s *scan) dayMonth(i int) bool {
	if i+1 >= len(s.groups) {
		return false
	}
	a, b := s.groups[i], s.groups[i+1]
	return a.end-a.start <= 2 && b.end-b.start <= 2 && s.text[a.end:b.start] == "." && s.value(a) <= 31 && s.value(b) <= 12 && s.value(b) > 0 &&
		b.end < len(s.text) && s.text[b.end] == '.' && (b.end+1 == len(s.text) || !char.Digit(s.text[b.end+1]))
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
	if c.end < len(s.text)-1 && sep == s.text[c.end:c.end+1] && char.Digit(s.text[c.end+1]) {
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
