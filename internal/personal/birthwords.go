package personal

import (
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/wordlist"
)

// Numbers of days and years as they are spoken.
var (
	dayWords = wordlist.Set(`ersten erster zweiten zweiter dritten dritter vierten vierter fünften fünfter
		sechsten sechster siebten siebter siebenten achten achter neunten neunter zehnten zehnter
		elften elfter zwölften zwölfter dreizehnten vierzehnten fünfzehnten sechzehnten siebzehnten
		achtzehnten neunzehnten zwanzigsten einundzwanzigsten zweiundzwanzigsten dreiundzwanzigsten
		vierundzwanzigsten fünfundzwanzigsten sechsundzwanzigsten siebenundzwanzigsten achtundzwanzigsten neunundzwanzigsten dreißigsten einunddreißigsten
		dreizehnter vierzehnter fünfzehnter sechzehnter siebzehnter achtzehnter neunzehnter zwanzigster dreißigster
		first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
		thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
		twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first`)
	yearParts = wordlist.Set(`nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred
		thousand oh ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
		one two three four five six seven eight nine`)
)

// As the subject of a sentence they end otherwise: "das ist der elfte zwölfte".
func init() {
	for w := range dayWords {
		if stem, ok := strings.CutSuffix(w, "ten"); ok {
			dayWords[stem+"te"] = true
		}
	}
}

// leastDay is how long words of days are at least, in bytes.
const leastDay = len("first")

// birthsInWords finds dates of birth whose day or year is written as words: "am zehnten November 2001",
// "the third of March, nineteen eighty-four".
func (s *scan) birthsInWords() {
	for i, t := range s.tokens {
		if t.kind != word {
			continue
		}
		if !s.has(i, months) || !isMonth(s.text[t.start:t.end]) { // "am zwölften zehnten neunzehnhundertneunzig"
			day := s.ofThe(i)
			if i == 0 || t.end-t.start < leastDay || day < 0 || s.tokens[day].end-s.tokens[day].start < leastDay || !dayWords[s.lower(i)] || !dayWords[s.lower(day)] {
				continue
			}
		}
		from := s.dayWordBefore(i)
		day := i + 1
		if from == i && s.lower(min(day, len(s.tokens)-1)) == "the" && !s.tokens[day].line { // "April the twelfth"
			day++
		}
		if from == i && day < len(s.tokens) && dayWords[s.lower(day)] && !s.tokens[day].line { // "July nineteenth, nineteen eighty"
			from, day = i, day+1
		} else if day > i+1 {
			continue
		}
		to := s.yearBehind(day)
		if from == i && day == i+1 && (to == i+1 || s.tokens[to-1].kind == number) || to == i+1 && from > 0 && s.tokens[from].kind == number {
			continue // the year stands in figures: looked for by its digits
		}
		if start, end := s.tokens[from].start, s.tokens[to-1].end; s.bornAt(start, end) || s.answersBirth(start, end) {
			start = s.withArticle(start)
			s.add(start, end, BirthDate, 0.9, fold(s.text[start:end]))
		}
	}
}

// birthsSpaced finds dates of birth whose digits stand apart: "0 1 . 0 9 . 1 9 7 1".
func (s *scan) birthsSpaced() {
	if len(s.clues.ends[clueBirth]) == 0 {
		return
	}
	const digits = len("01091971")
	for i := 0; i+digits <= len(s.groups); i++ {
		end := i
		for end < i+digits && s.groups[end].end-s.groups[end].start == 1 && (end == i || s.groups[end].linked) {
			end++
		}
		if end < i+digits {
			i = end
			continue
		}
		start, stop := s.groups[i].start, s.groups[end-1].end
		written := s.text[start:stop]
		if parts := strings.FieldsFunc(written, func(r rune) bool { return r == '.' || r == '-' || r == '/' }); len(parts) != 3 || char.Glued(s.text, start) || char.RunsOn(s.text, stop) {
			continue
		}
		if compactDate(bare(strings.NewReplacer(".", "", "/", "").Replace(written))) && s.bornAt(start, stop) {
			s.add(start, stop, BirthDate, 0.8, fold(written))
			i = end - 1
		}
	}
}

// ofThe gives the token before token i, over "of the": "the fourth of the seventh".
func (s *scan) ofThe(i int) int {
	if i > 2 && s.lower(i-1) == "the" && s.lower(i-2) == "of" {
		return i - 3
	}
	return i - 1
}

// dayWordBefore gives the token of the day that stands before the month at token i, i itself if none does.
func (s *scan) dayWordBefore(i int) int {
	j := s.ofThe(i)
	if j > 0 && s.lower(j) == "of" {
		j--
	}
	switch {
	case j >= 0 && dayWords[s.lower(j)] && !s.tokens[j+1].line:
		return j
	case j < i-2:
		return i
	case j == i-1 && j > 0 && s.is(j, '.') && s.tokens[j-1].kind == number && s.tokens[j-1].end-s.tokens[j-1].start <= 2:
		return j - 1
	}
	return i
}

// yearBehind gives the token behind the year that begins at token i, i itself if none does.
func (s *scan) yearBehind(i int) int {
	j := i
	if s.is(j, ',') {
		j++
	}
	if j >= len(s.tokens) {
		return i
	}
	if t := s.tokens[j]; t.kind == number && (t.end-t.start == 4 || t.end-t.start == 2 && s.digitsAt(j) == 2 && j > 0 && (s.tokens[j-1].kind == word || s.is(j-1, ',') && j > 1 && s.tokens[j-2].kind == word) && (s.clauseEndsAt(j+1) || s.notes[j+1].clue>>clueBirth&1 != 0)) { // "november forty-seven"
		return j + 1
	}
	if w := s.lower(j); strings.HasPrefix(w, "neunzehnhundert") || strings.HasPrefix(w, "zweitausend") || strings.Contains(w, "und") && (strings.HasSuffix(w, "zig") || strings.HasSuffix(w, "ßig")) {
		return j + 1
	}
	if w := s.lower(j); w != "nineteen" && w != "two" && w != "twenty" {
		return i
	}
	for n := 0; j < len(s.tokens) && n < 5 && s.tokens[j].kind == word; n++ {
		first, second, _ := strings.Cut(s.lower(j), "-")
		if !yearParts[first] && !(first == "and" && n > 1) || second != "" && !yearParts[second] {
			break
		}
		j++
	}
	return j
}

// directBirth is how far before a date the word about birth may end that makes one of numbers with spaces, in bytes.
const directBirth = 12

// birthdayBefore says whether the word for a birthday, and nothing but what links it, stands before pos: "hat Geburtstag am
// 17.8.".
func (s *scan) birthdayBefore(pos int) bool {
	i := s.tokenAt(pos) - 1
	for k := 0; k < 3 && i > 0; k++ {
		switch s.lower(i) {
		case "am", "ist", "der", "is", "on", "immer", ",", ":":
			i--
		}
	}
	return i >= 0 && (s.lower(i) == "geburtstag" || s.lower(i) == "birthday" || s.lower(i) == "bday") || s.birthdaysBefore(pos)
}

// birthdays are words for the days of several people, birthdaysReach how far behind them the last may stand, in bytes.
var birthdays = wordlist.Set("birthdays bdays dobs geburtstage geburtstagen geburtsdaten")

const birthdaysReach = 96

// birthdaysBefore says whether the nearest word about birth before pos is one of them, in the same line: "birthdays: me 11 Feb, Tom
// 3 Sept".
func (s *scan) birthdaysBefore(pos int) bool {
	far, ok := s.clues.before(clueBirth, pos, birthdaysReach)
	if !ok || strings.ContainsAny(s.text[pos-far:pos], "\n!?;") {
		return false
	}
	i := s.tokenAt(pos-far) - 1
	if i < 0 || !birthdays[s.lower(i)] {
		return false
	}
	return !otherDays[s.lower(s.tokenAt(pos)-1)]
}

// partyDays tell of the day on which a birthday is celebrated and what that takes.
var partyDays = wordlist.Set("party parties feier feiern kostet kosten cost costs buchen book booking free frei gratis")

// partyOn says whether such a word stands between the tokens that end at born and a date at start: "birthday party on 3 May".
func (s *scan) partyOn(born, start int) bool {
	for k := s.tokenAt(born); k < len(s.tokens) && s.tokens[k].start < start; k++ {
		if partyDays[s.lower(k)] {
			return true
		}
	}
	return false
}

// looseDateAt reads what is a date only near a word about birth: "25061979", "Juli 1952".
func (s *scan) looseDateAt(i int) (start, end int) {
	g := s.groups[i]
	switch size := g.end - g.start; {
	case size == 8:
		if compactDate(s.text[g.start:g.end]) && s.named(clueBirth, g.start, g.end, 24) {
			return g.start, g.end
		}
	case size == 6: // 080841
		d := s.text[g.start:g.end]
		if far, ok := s.clues.before(clueBirth, g.start, 8); ok && !strings.Contains(s.text[g.start-far:g.start], "\n") && (compactDate(d[:4]+"19"+d[4:]) || compactDate("19"+d)) {
			return g.start, g.end
		}
	case size == 2 && i+2 < len(s.groups) && s.groups[i+2].end-g.start == 10 && s.text[g.start+2] == ' ' && s.text[g.start+5] == ' ': // 08 11 2005
		end := s.groups[i+2].end
		if s.groups[i+2].end-s.groups[i+2].start == 4 && compactDate(strings.ReplaceAll(s.text[g.start:end], " ", "")) && s.named(clueBirth, g.start, end, 24) {
			return g.start, end
		}
	case size <= 2 && i+2 < len(s.groups) && s.text[g.end] == ' ' && s.groups[i+1].start == g.end+1 && s.groups[i+2].start == s.groups[i+1].end+1 && s.text[s.groups[i+1].end] == ' ': // 3 4 79
		month, year := s.groups[i+1], s.groups[i+2]
		if n := year.end - year.start; month.end-month.start > 2 || n != 2 && n != 4 || s.birthYear(s.text[g.start:year.end]) < oldestBirth {
			break
		}
		day, second := s.value(g), s.value(month)
		if _, ok := s.clues.before(clueBirth, g.start-s.formatBefore(g.start), directBirth); (ok || s.answersBirth(g.start, year.end)) && min(day, second) > 0 && min(day, second) < 13 && max(day, second) < 32 {
			return g.start, year.end
		}
	case size <= 2 && i+1 < len(s.groups) && s.groups[i+1].start == g.end+1 && s.text[g.end] == '.' && s.groups[i+1].end < len(s.text) && s.text[s.groups[i+1].end] == '.': // 17.8.
		if month := s.groups[i+1]; month.end-month.start <= 2 && s.value(g) > 0 && s.value(g) < 32 && s.value(month) > 0 && s.value(month) < 13 && !(month.end+1 < len(s.text) && char.Digit(s.text[month.end+1])) && s.birthdayBefore(g.start) {
			return g.start, month.end
		}
	case size == 2 && g.start > 1 && s.text[g.start-1] == '\'' && s.text[g.start-2] == ' ' && s.clauseEnds(g.end): // "born March '80", "birth year '80"
		if start := s.monthBefore(g.start - 1); start >= 0 {
			return start, g.end
		}
		if _, ok := s.clues.before(clueBirth, g.start, directBirth); ok {
			return g.start, g.end
		}
	case size <= 2 && i+1 < len(s.groups) && s.text[g.end] == '/' && s.groups[i+1].start == g.end+1 && s.groups[i+1].end-g.end < 4 && s.clauseEnds(s.groups[i+1].end) && s.value(g) > 0 && s.value(s.groups[i+1]) > 0 && min(s.value(g), s.value(s.groups[i+1])) < 13 && max(s.value(g), s.value(s.groups[i+1])) < 32 && s.birthdayBefore(g.start): // "my birthday is 12/03"
		return g.start, s.groups[i+1].end
	case size == 2 && i+1 < len(s.groups) && s.groups[i+1].start-g.end < 4 && s.monthOfBirth(i): // 05/88
		return g.start, s.groups[i+1].end
	case size == 4 && s.value(g) >= 1900 && s.value(g) <= 2030:
		if start := s.monthBefore(g.start); start >= 0 {
			return start, g.end
		}
	}
	return 0, 0
}

// formatBefore is how many bytes before a date say in brackets how it is to be written: "(DD MM YY): ".
func (s *scan) formatBefore(pos int) int {
	at := len(strings.TrimRight(s.text[:pos], " :"))
	if at == 0 || s.text[at-1] != ')' {
		return 0
	}
	open := strings.LastIndexByte(s.text[max(0, at-len("(dd / mm / yyyy)")):at], '(')
	if open < 0 {
		return 0
	}
	open += max(0, at-len("(dd / mm / yyyy)"))
	if strings.Trim(s.folded[open:at], "(dmyjt ./-)") != "" {
		return 0
	}
	return pos - open
}

// monthOfBirth says whether groups i and i+1 are a month and a year directly behind a word about birth: "born 05/88".
func (s *scan) monthOfBirth(i int) bool {
	month, year := s.groups[i], s.groups[i+1]
	if gap := s.text[month.end:year.start]; gap != " / " && gap != "/" && gap != "." && gap != "-" || s.value(month) < 1 || s.value(month) > 12 || !s.clauseEnds(year.end) || year.end+1 < len(s.text) && strings.IndexByte("./-", s.text[year.end]) >= 0 && char.Digit(s.text[year.end+1]) {
		return false
	}
	if _, ok := s.clues.before(clueBirth, month.start, directBirth); !ok {
		return false
	}
	switch n := s.value(year); year.end - year.start {
	case 2:
		return n > s.year%100
	case 4:
		return n >= oldestBirth && n <= s.year
	}
	return false
}

// compactDate says whether eight digits are a day, in any of the usual orders.
func compactDate(d string) bool {
	n := func(i int) int { return int(d[i]-'0')*10 + int(d[i+1]-'0') }
	day := func(d, m int) bool { return d >= 1 && d <= 31 && m >= 1 && m <= 12 }
	century := func(i int) bool { return n(i) == 19 || n(i) == 20 }
	return century(4) && (day(n(0), n(2)) || day(n(2), n(0))) || century(0) && day(n(6), n(4))
}

// birthSign says whether the sign or the letter that stands for "born" is directly before a date:
// "Erika Muster, * 3.5.1980", "(b. 1997-12-25". A star at the beginning of a line begins an item of a
// list, too: the year decides.
func (s *scan) birthSign(start, end int) bool {
	before := strings.TrimRight(s.text[max(0, start-8):start], " ")
	switch {
	case strings.HasSuffix(before, "*") && !strings.HasSuffix(before, "**"):
		at := start - (min(start, 8) - len(before)) - 1
		first := at == 0 || strings.TrimRight(s.text[max(0, at-8):at], " \t") == "" || strings.HasSuffix(strings.TrimRight(s.text[max(0, at-8):at], " \t"), "\n")
		return !first || yearOf(s.text[start:end]) < s.year-paperAge
	case strings.HasSuffix(before, "b."):
		return len(before) == 2 || !char.ASCII(before[len(before)-3]) && before[len(before)-3] < 0x80
	}
	return false
}

// yearOf is the year of four digits in a date, 9999 without one.
func yearOf(date string) int {
	for i := 0; i+4 <= len(date); i++ {
		if char.Digits([]byte(date[i:i+4])) && (i == 0 || !char.Digit(date[i-1])) && (i+4 == len(date) || !char.Digit(date[i+4])) {
			return int(date[i]-'0')*1000 + int(date[i+1]-'0')*100 + int(date[i+2]-'0')*10 + int(date[i+3]-'0')
		}
	}
	return 9999
}
