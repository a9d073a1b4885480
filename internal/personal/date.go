package personal

import (
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/wordlist"
)

// dateHere reports whether a date begins at pos.
func (s *scan) dateHere(pos int) bool {
	i := sort.Search(len(s.groups), func(i int) bool { return s.groups[i].start >= pos })
	if i == len(s.groups) || s.groups[i].start != pos {
		return false
	}
	_, end := s.dateAt(i)
	return end > 0
}

// dateAt reads a date whose first digits are group i. It returns its place, end 0 if there is none:
// "1.2.1980", "1. Februar 1980", "1980-02-01", "1/2/80", "February 1st, 1980", "1 Feb 1980".
func (s *scan) dateAt(i int) (start, end int) {
	d := s.allDates()[i]
	return d.start, d.end
}

// allDates are the dates that begin with each group, made when they are first asked for. Where none does, its end is 0.
func (s *scan) allDates() []span {
	if s.dates == nil {
		s.dates = s.room.dates[:0]
		for i := range s.groups {
			start, end := s.readDate(i)
			s.dates = append(s.dates, span{start, end})
		}
	}
	return s.dates
}

// readDate reads the date of dateAt.
func (s *scan) readDate(i int) (start, end int) {
	g := s.groups[i]
	if s.isDate(i) {
		return g.start, s.groups[i+2].end
	}
	day := s.value(g)
	if g.end-g.start > 2 || day < 1 || day > 31 {
		return 0, 0
	}
	if start := s.monthBefore(g.start); start >= 0 { // "March 12, 1980"
		if end := s.yearAfter(ordinal(s.text, g.end), i+1); end > 0 {
			return start, end
		}
		return start, ordinal(s.text, g.end) // in a sentence about birth
	}
	pos := skipGap(s.text, ordinal(s.text, g.end), 4)
	if strings.HasPrefix(s.text[pos:], "day of ") { // "the 15th day of May"
		pos += len("day ")
	}
	if strings.HasPrefix(s.text[pos:], "of the ") && i+1 < len(s.groups) && s.groups[i+1].start == pos+len("of the ") && s.value(s.groups[i+1]) > 0 && s.value(s.groups[i+1]) < 13 { // "1st of the 4th 1992"
		if end := s.yearAfter(ordinal(s.text, s.groups[i+1].end), i+2); end > 0 {
			return g.start, end
		}
	}
	if w := wordHere(s.text, pos); len(w) == 2 && (strings.EqualFold(w, "of") || w == "de") {
		pos = skipGap(s.text, pos+2, 2)
	}
	w := wordHere(s.text, pos)
	if pos == g.end+1 && s.text[g.end] != ' ' && pos+len(w) < len(s.text) && s.text[pos+len(w)] == s.text[g.end] && romanMonths.Has(strings.ToUpper(w)) {
		if end := s.yearAfter(pos+len(w), i+1); end > 0 {
			return g.start, end
		}
	}
	if !isMonth(w) {
		return 0, 0
	}
	if end := s.yearAfter(pos+len(w), i+1); end > 0 {
		return g.start, end
	}
	return g.start, pos + len(w) // day and month alone, in a sentence about birth
}

// yearAfter gives the end of the year that is group j, if it stands at pos but for a gap.
func (s *scan) yearAfter(pos, j int) int {
	if j >= len(s.groups) {
		return 0
	}
	g := s.groups[j]
	if pos < g.start && strings.HasPrefix(s.text[pos:], " de ") { // "12 de junio de 1980"
		pos += len(" de")
	}
	if g.start < pos || g.start-pos > 4 || strings.Trim(s.text[pos:g.start], " .,'-/") != "" {
		return 0
	}
	if n := g.end - g.start; n == 2 || n == 4 && s.value(g) >= 1850 && s.value(g) < 2200 {
		return g.end
	}
	return 0
}

// monthBefore gives where the month begins that stands directly before pos, -1 if none does.
func (s *scan) monthBefore(pos int) int {
	if the := pos - len(" the "); the > 0 && s.folded[the:pos] == " the " { // "April the 12th"
		pos = the + 1
	}
	end := pos
	for end > 0 && pos-end < 3 && (s.text[end-1] == ' ' || s.text[end-1] == '.' || s.text[end-1] == '-' && pos-end == 0) {
		end--
	}
	start := end
	for start > 0 && end-start < 12 {
		r, size := utf8.DecodeLastRuneInString(s.text[:start])
		if !char.Letter(r) {
			break
		}
		start -= size
	}
	if start == end || end == pos || char.Glued(s.text, start) || !isMonth(s.text[start:end]) {
		return -1
	}
	return start
}

// ordinal skips "st", "nd", "rd" or "th" behind a day.
func ordinal(text string, i int) int {
	if i+1 >= len(text) {
		return i
	}
	switch [2]byte{text[i] | 0x20, text[i+1] | 0x20} { // in small letters
	case [2]byte{'s', 't'}, [2]byte{'n', 'd'}, [2]byte{'r', 'd'}, [2]byte{'t', 'h'}:
		return i + 2
	case [2]byte{'t', 'e'}, [2]byte{'e', 'r'}: // "18te", "18ten", "18ter", "1er"
		if end := i + len(wordHere(text, i)); end-i < 4 {
			return end
		}
	}
	return i
}

// skipGap skips at most n spaces, dots, hyphens and slashes.
func skipGap(text string, i, n int) int {
	for k := 0; k < n && i < len(text) && strings.IndexByte(" .-/", text[i]) >= 0; k++ {
		i++
	}
	return i
}

func wordHere(text string, i int) string {
	from := i
	for i < len(text) && i-from < 12 && (char.ASCII(text[i]) || text[i] >= utf8.RuneSelf) {
		i++
	}
	return text[from:i]
}

var monthNames = func() map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(`januar jänner februar feber märz maerz april mai juni juno juli august september oktober november dezember jan feb mär mrz apr jun jul aug sep sept okt nov dez
		january february march may june july october december mar oct dec
		janvier février fevrier mars avril mai juin juillet août aout septembre octobre novembre décembre decembre gennaio febbraio marzo aprile maggio giugno luglio settembre ottobre dicembre
		enero febrero abril junio septiembre octubre noviembre diciembre fevereiro março junho julho setembro outubro novembro dezembro januari februari maart augustus
		stycznia lutego kwietnia czerwca lipca sierpnia września października listopada grudnia şubat nisan mayıs haziran temmuz ağustos eylül kasım aralık`) {
		m[w] = true
	}
	return m
}()

// romanMonths are months as they stand between the day and the year in many countries: "6.IX.1979".
var romanMonths = wordlist.Sieved("I II III IV V VI VII VIII IX X XI XII")

func isMonth(w string) bool {
	return len(w) >= 3 && len(w) < 12 && (w[0] >= utf8.RuneSelf || w[1] >= utf8.RuneSelf || monthSeconds[w[0]&31]>>(w[1]&31)&1 != 0) && monthNames[strings.ToLower(w)]
}

// monthSeconds are the lower five bits of the second letters of the months that begin with a letter, as a set: a test that most
// words fail.
var monthSeconds = func() (seconds [32]uint32) {
	for w := range monthNames {
		seconds[w[0]&31] |= 1 << (w[1] & 31)
	}
	return seconds
}()
