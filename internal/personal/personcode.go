package personal

import (
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/personal/checkdigit"
)

// personCodes are the numbers that states give a person, in digits alone, whose check digits and days of birth tell them. Where only
// one digit in ten or eleven checks a number that holds no day, as in the Netherlands or Portugal, the word for it has to stand directly before.
var personCodes = [...]struct {
	size  int
	built func(d []byte) bool
}{
	{11, checkdigit.PESEL}, {11, checkdigit.TurkishID}, {11, checkdigit.BelgianNumber}, {11, checkdigit.NorwegianNumber}, {11, checkdigit.BalticNumber}, {11, checkdigit.AMKA},
	{10, checkdigit.BirthNumber}, {10, checkdigit.SwedishNumber}, {10, checkdigit.EGN}, {12, func(d []byte) bool { return (d[0] == '1' || d[0] == '2') && checkdigit.SwedishNumber(d[2:]) }},
	{13, checkdigit.CNP}, {13, checkdigit.EMSO}, {13, checkdigit.SouthAfricanID}, {13, checkdigit.LuxembourgNumber},
}

// mostPersonGroups is in how many groups such a number is written at most: "85.07.30-033.28".
const mostPersonGroups = 5

// personAt reads a number of a person whose first digits are group i. It returns its end, 0 if there is none.
func (s *scan) personAt(i int) (end int) {
	start := s.groups[i].start
	if char.Glued(s.text, start) || s.groups[i].linked {
		return 0
	}
	if end := finnishCode(s.text, start); end > 0 {
		return end
	}
	var d [13]byte
	n := 0
	for k := i; k < len(s.groups) && k < i+mostPersonGroups; k++ {
		g := s.groups[k]
		if k > i && (g.start-s.groups[k-1].end != 1 || strings.IndexByte(" -./+", s.text[g.start-1]) < 0) || n+g.end-g.start > len(d) {
			break
		}
		n += copy(d[n:], s.text[g.start:g.end])
		if n < 10 || char.RunsOn(s.text, g.end) {
			continue
		}
		for _, c := range personCodes {
			if c.size == n && c.built(d[:n]) {
				end = g.end
			}
		}
	}
	return end
}

// finnishSigns stand behind the day of birth and tell the century (Digital and Population Data Services Agency of Finland, also
// those given since 2023).
const finnishSigns = "-+ABCDEFYXWVU"

// finnishCode reads the number of a person in Finland at pos, "131052-308T": the day of birth, a sign for the century, three digits
// and a character that is the rest of the nine digits by 31. It returns its end, 0 if there is none.
func finnishCode(text string, pos int) int {
	end := pos + len("131052-308T")
	if end > len(text) || digitRun(text, pos) != 6 || strings.IndexByte(finnishSigns, upperByte(text[pos+6])) < 0 || digitRun(text, pos+7) < 3 || char.RunsOn(text, end) {
		return 0
	}
	n := 0
	for _, c := range []byte(text[pos:pos+6] + text[pos+7:pos+10]) {
		n = n*10 + int(c-'0')
	}
	if !checkdigit.DayAndMonth(char.Two([]byte(text[pos:])), char.Two([]byte(text[pos+2:]))) || upperByte(text[end-1]) != "0123456789ABCDEFHJKLMNPRSTUVWXY"[n%31] {
		return 0
	}
	return end
}

func upperByte(c byte) byte {
	if c >= 'a' && c <= 'z' {
		c -= 'a' - 'A'
	}
	return c
}
