package personal

import "strings"

// personCodes are the numbers that states give a person, in digits alone, whose check digits and days of birth tell them. Where only
// one digit in ten or eleven checks a number that holds no day, as in the Netherlands or Portugal, the word for it has to stand directly before.
var personCodes = [...]struct {
	size  int
	built func(d []byte) bool
}{
	{11, pesel}, {11, turkishID}, {11, belgianNumber}, {11, norwegianNumber}, {11, balticNumber}, {11, amka},
	{10, birthNumber}, {10, swedishNumber}, {10, egn}, {12, func(d []byte) bool { return (d[0] == '1' || d[0] == '2') && swedishNumber(d[2:]) }},
	{13, cnp}, {13, emso}, {13, southAfricanID}, {13, luxembourgNumber},
}

// mostPersonGroups is in how many groups such a number is written at most: "85.07.30-033.28".
const mostPersonGroups = 5

// personAt reads a number of a person whose first digits are group i. It returns its end, 0 if there is none.
func (s *scan) personAt(i int) (end int) {
	start := s.groups[i].start
	if glued(s.text, start) || s.groups[i].linked {
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
		if n < 10 || runsOn(s.text, g.end) {
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
	if end > len(text) || digitRun(text, pos) != 6 || strings.IndexByte(finnishSigns, upperByte(text[pos+6])) < 0 || digitRun(text, pos+7) < 3 || runsOn(text, end) {
		return 0
	}
	n := 0
	for _, c := range []byte(text[pos:pos+6] + text[pos+7:pos+10]) {
		n = n*10 + int(c-'0')
	}
	if !dayAndMonth(two([]byte(text[pos:])), two([]byte(text[pos+2:]))) || upperByte(text[end-1]) != "0123456789ABCDEFHJKLMNPRSTUVWXY"[n%31] {
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

func dayAndMonth(day, month int) bool { return day > 0 && day < 32 && month > 0 && month < 13 }
