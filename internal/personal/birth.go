package personal

import (
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/personal/tagger"
)

// birthReach is how far before a date the word may end that says it is one of birth.
const birthReach = 48

// births finds dates near a word about birth.
func (s *scan) births() {
	if len(s.groups) == 0 && len(s.clues.ends[clueBirth]) == 0 {
		return
	}
	s.birthsBeside()
	if len(s.clues.ends[clueBirth]) == 0 && !strings.Contains(s.text, "*") && !strings.Contains(s.text, "b. ") && !strings.Contains(s.text, "(") && indexSpaced(s.text, " J") < 0 && !s.family && !strings.Contains(s.folded, "bin ") && !strings.Contains(s.folded, "he's ") && !strings.Contains(s.folded, "hes ") {
		return
	}
	s.birthsInWords()
	s.birthsBelow()
	s.birthsSpaced()
	end := 0
	var listed []span // behind given names, in brackets
	for i, g := range s.groups {
		if g.start < end || glued(s.text, g.start) {
			continue
		}
		start, stop := s.dateAt(i)
		if stop == 0 {
			start, stop = s.looseDateAt(i)
		}
		if stop > 0 && (untilBefore(s.text[:start]) || s.otherDay(start, stop) || end > 0 && s.otherLabel(start, end)) {
			end = stop
			continue
		}
		elder, given := false, false
		if stop > 0 {
			if elder, given = s.bornBracketed(start, stop); given {
				listed = append(listed, span{start, stop})
			}
			elder = elder || s.agedBefore(start, stop)
		}
		if stop == 0 || runsOn(s.text, stop) || !elder && !s.bornAt(start, stop) && !s.bornInFamily(start, stop) && !s.ownBirth(start, stop) && !s.answersBirth(start, stop) || end > 0 && s.laterDay(start, stop, end) {
			continue
		}
		start = s.withArticle(start)
		s.add(start, stop, BirthDate, 0.9, fold(s.text[start:stop]))
		end = stop
	}
	s.birthsListed(listed)
	s.birthYears()
}

// withArticle gives where a date begins that stands at start with its article, "born the 21st of May": behind "on" or "is" the
// sentence has it.
func (s *scan) withArticle(start int) int {
	const article = "the "
	if at := start - len(article); at >= 0 && s.folded[at:start] == article && !glued(s.text, at) && !endsIn(strings.TrimRight(s.text[max(0, at-4):at], " "), "on", "is", "was") {
		return at
	}
	return start
}

// How long the line is that is the head of a list of births, in bytes, and how many lines of the list are read.
const longestHead, birthLines = 120, 16

// birthsBelow finds dates in lines below one without a number that has a word about birth: the head of a list whose
// columns only spaces part.
func (s *scan) birthsBelow() {
	read := 0
	for _, end := range s.clues.ends[clueBirth] {
		if end < read {
			continue
		}
		stop := strings.IndexByte(cut(s.text, end, longestHead), '\n')
		if stop < 0 {
			continue
		}
		near := s.text[max(0, end-longestHead):end]
		head := near[strings.LastIndexByte(near, '\n')+1:] + s.text[end:end+stop]
		if strings.ContainsAny(head, "0123456789!?") || strings.Contains(head, ". ") {
			continue
		}
		at := end + stop + 1
		for i, lines := sort.Search(len(s.groups), func(i int) bool { return s.groups[i].start >= at }), 0; lines < birthLines && at < len(s.text); lines++ {
			next := len(s.text)
			if n := strings.IndexByte(s.text[at:], '\n'); n >= 0 {
				next = at + n
			}
			took := false
			for ; i < len(s.groups) && s.groups[i].start < next; i++ {
				if took || glued(s.text, s.groups[i].start) || s.clues.cellAt(s.groups[i].start) != nil {
					continue
				}
				from, to := s.dateAt(i)
				if year := s.birthYear(s.text[from:to]); to > 0 && to <= next && !runsOn(s.text, to) && year >= oldestBirth && year <= s.year-recordAge {
					s.add(from, to, BirthDate, 0.7, fold(s.text[from:to]))
					took = true
				}
			}
			if !took {
				break
			}
			at = next + 1
			read = at
		}
	}
}

// bornThings are born in a figure of speech.
var bornThings = set("idea idee ideas concept company firma unternehmen brand marke projekt project band startup start-up verein gedanke business website club product produkt song album")

// thingBorn says whether the word about birth that ends at pos speaks of such a thing: "die Idee sei am 12. Juni geboren
// worden".
func (s *scan) thingBorn(pos, date int) bool {
	i := s.tokenAt(max(pos, date)) - 1
	for k := 0; k < 12 && i >= 0; k, i = k+1, i-1 {
		if bornThings[s.lower(i)] {
			return true
		}
		if (s.is(i, '.') && !(i > 0 && s.tokens[i-1].kind == number) || s.is(i, '!') || s.is(i, '?')) && s.tokens[i+1].gap || s.tokens[i].line {
			return false
		}
	}
	return false
}

// otherDays are words for what happens on another day than that of a birth.
var otherDays = set("verstorben gestorben verstarb beerdigt beigesetzt gefeiert getauft died deceased passed funeral buried celebrated baptised eingeschult moved joined married hired umgezogen geheiratet released founded opened launched erschienen gegründet eröffnet")

// otherDay says whether such a word stands beside the date [start, end): "geboren und am 12.02.2026 verstorben".
func (s *scan) otherDay(start, end int) bool {
	i := s.tokenAt(end)
	if i < len(s.tokens) && !s.tokens[i].line && otherDays[s.lower(i)] {
		return true
	}
	for j, k := s.tokenAt(start)-1, 0; j >= 0 && k < 3 && s.tokens[j].kind == word; j, k = j-1, k+1 {
		if s.notes[j].clue>>clueBirth&1 != 0 {
			return false
		}
		if otherDays[s.lower(j)] {
			return true
		}
	}
	return false
}

// otherLabel says whether a label of its own stands before a date at start behind one of birth that ends at born, "Born: 03.11.91 /
// Starts: 06.01.25".
func (s *scan) otherLabel(start, born int) bool {
	i := s.tokenAt(start) - 1
	if i < 1 || !s.is(i, ':') || s.tokens[i-1].kind != word || s.tokens[i-1].start < born {
		return false
	}
	if w := s.lower(i - 1); s.known(i-1)&tagger.FirstName != 0 || s.has(i-1, relatives) || elders[w] || parties[w] {
		return false
	}
	far, ok := s.clues.before(clueBirth, start, birthReach)
	return !ok || start-far < born
}

// laterDay says whether a date without a year stands behind one of birth that ends at born, with no word about
// birth between: "d.o.b. 3-7-31, deceased, funeral 12 June".
func (s *scan) laterDay(start, stop, born int) bool {
	if yearOf(s.text[start:stop]) < 9999 || digitCount([]byte(s.text[start:stop])) > 2 {
		return false
	}
	far, ok := s.clues.before(clueBirth, start, birthReach)
	return ok && start-far < born
}

// familyReach is how far before a date the word for somebody of the family may end, in bytes.
const familyReach = 40

// bornInFamily says whether a date stands behind the name of a child or another of the family: "Tochter Mia
// (12.4.2019)", "Kinder: Lea 4.5.2012, Tom 6.7.2014".
func (s *scan) bornInFamily(start, end int) bool {
	if year := s.birthYear(s.text[start:end]); !s.family || year < oldestBirth || year > 2100 {
		return false
	}
	i := s.tokenAt(start) - 1
	if s.is(i, '(') && i > 0 && s.has(i-1, relatives) && s.is(s.tokenAt(end), ')') { // "meine Tochter (4.2.2015)"
		return true
	}
	if s.is(i, '(') || s.is(i, ',') {
		i--
	}
	if i < 1 || !s.tokens[i].upper || s.tokens[i].kind != word || s.notes[i].clue != 0 || s.known(i)&tagger.Common != 0 && s.known(i)&tagger.FirstName == 0 {
		return false
	}
	for j := i - 1; j >= 0 && s.tokens[i].start-s.tokens[j].end < familyReach; j-- {
		if s.has(j, relatives) {
			return true
		}
		if s.tokens[j].kind == mark && !s.is(j, ',') && !s.is(j, ':') && !s.is(j, '(') && !s.is(j, ')') && s.tokens[j+1].gap {
			return false
		}
	}
	return false
}

// elders are those of a family who are no children, and titles that stand before a name as they do.
var elders = set(`mann frau herr mutter vater mama papa oma opa großmutter großvater schwester bruder schwager schwägerin tante onkel partner partnerin ehemann ehefrau gatte gattin schwiegermutter schwiegervater
	lebensgefährte lebensgefährtin nichte neffe cousin cousine mitbewohner mitbewohnerin patient patientin husband wife mother father mum mom dad grandma grandpa grandmother grandfather gran nan sister brother uncle aunt niece nephew cousin spouse`)

// bornBracketed says whether a date [start, end) stands in brackets behind somebody, "Mein Mann (22.04.48)", "Frau Roth
// (3.5.1941)", and is old enough to be that of a birth, and whether somebody's given name alone stands before it.
func (s *scan) bornBracketed(start, end int) (elder, given bool) {
	i := s.tokenAt(start) - 1
	if i < 1 || !s.is(i, '(') || !s.is(s.tokenAt(end), ')') {
		return false, false
	}
	if year := s.birthYear(s.text[start:end]); year < oldestBirth || year > s.year-recordAge {
		return false, false
	}
	i--
	if elders[s.lower(i)] && s.lower(i) != "frau" && s.lower(i) != "herr" || i > 0 && elders[s.lower(i-1)] && s.upperWord(i) && s.notes[i].clue == 0 && !s.common(i) {
		return true, false
	}
	return s.lower(i) == "frau", s.tokens[i].upper && s.known(i)&tagger.FirstName != 0 && s.known(i)&tagger.Place == 0 && s.notes[i].clue == 0
}

// ageWords say that a number is an age.
var ageWords = set("alter j jahre jährig jährige jähriger jhr age aged yrs years yo yr old")

// maxAgeTokens is how many tokens before a date an age may stand.
const maxAgeTokens = 5

// agedBefore says whether an age stands before the date [start, end) that somebody has who was born then: "45 J., 12.3.80", "aged
// 78 (2.11.47)".
func (s *scan) agedBefore(start, end int) bool {
	year, told := s.birthYear(s.text[start:end]), false
	if year < oldestBirth || year > s.year-recordAge {
		return false
	}
	age := 0
	for i, k := s.tokenAt(start)-1, 0; i >= 0 && k < maxAgeTokens && !s.tokens[i+1].line; i, k = i-1, k+1 {
		switch n := s.digitsAt(i); {
		case n > 0 && age == 0:
			if age, _ = s.numberToken(i); n > 2 {
				return false
			}
		case ageWords[s.lower(i)]:
			told = true
		case s.tokens[i].kind == word: // "25 Jahre verheiratet (12.3.2001)"
			k = maxAgeTokens
		}
	}
	turned := s.year - year - age
	return told && age > 0 && turned >= 0 && turned < 3
}

// birthsListed takes the dates behind given names if there are at least two: "Luca (14.02.2013), Bilal (03-08-2012)".
func (s *scan) birthsListed(days []span) {
	if len(days) < 2 {
		return
	}
	for _, d := range days {
		s.add(d.start, d.end, BirthDate, 0.7, fold(s.text[d.start:d.end]))
	}
}

// heIs stand before the day of a birth.
var heIs = set("hes he's he’s shes she's she’s")

// ownBirth says whether somebody says of which day they are: "ich bin doch vom 18. 1. 2004".
func (s *scan) ownBirth(start, stop int) bool {
	i := s.tokenAt(start) - 1
	if i < 1 {
		return false
	}
	if w := s.lower(i); heIs[w] && s.birthYear(s.text[start:stop]) >= oldestBirth { // "his name is arlo, hes oct 12 2018"
		return true
	}
	if w := s.lower(i); (w == "ist" || w == "is" || w == "war" || w == "be") && s.foundBefore(BirthDate, start, birthReach*2) { // "das ist die vom Mann, der ist 19.7.54"
		switch s.lower(i - 1) {
		case "der", "die", "er", "sie", "he", "she", "mann", "frau", "husband", "wife", "sohn", "tochter", "son", "daughter", "mine", "meiner", "meins", "richtig", "korrekt", "correct", "right", "should":
			return true
		}
	}
	if s.lower(i) != "vom" {
		return false
	}
	for j := i - 1; j >= 0 && i-j < 4 && s.tokens[j].kind == word; j-- {
		if s.lower(j) == "bin" {
			return true
		}
	}
	return false
}

// bornAt says whether a word about birth speaks of the date [start, end): in the same line, or as
// the label in the line above.
func (s *scan) bornAt(start, end int) bool {
	if s.birthSign(start, end) {
		return true
	}
	far, before := s.clues.before(clueBirth, start, birthReach)
	if s.thingBorn(start-far, start) {
		return false
	}
	if !before || strings.Contains(s.text[start-far:start], "\n") && far > 4 && !answers(s.text[start-far:start]) {
		return s.named(clueBirth, start, end, 0)
	}
	return true
}

// askedReach is how far before a date somebody may have asked for that of a birth, in bytes.
const askedReach = 200

// answerWords may stand before a date that answers a question.
var answerWords = set("its it's it’s it is that's that’s that this es ist das der am the mine meins meines meiner my mein dob sure yes yep ja klar ok okay gern gerne natürlich hi hello hallo also so right")

// answersBirth says whether the date [start, end) is all of an answer in a line below one that asks for a birth: "Please confirm your
// date of birth so that we can find you.\n> its 9.6.82".
func (s *scan) answersBirth(start, end int) bool {
	if year := s.birthYear(s.text[start:end]); year < oldestBirth || year > s.year-writingAge || !s.clauseEnds(end) {
		return false
	}
	far, ok := s.clues.before(clueBirth, start, askedReach)
	if !ok || digitCount([]byte(s.text[start-far:start])) > 0 {
		return false
	}
	line := strings.LastIndexByte(s.folded[start-far:start], '\n')
	if line < 0 || !endsIn(strings.TrimRight(s.text[start-far:start-far+line], " \r\n>"), ".", "?", "!", ")") { // the request goes on
		return false
	}
	for _, w := range strings.Fields(s.folded[start-far+line : start]) {
		if w = strings.Trim(w, ">,.:!-–"); w != "" && !answerWords[w] {
			return false
		}
	}
	return true
}

// untilBefore says whether a text ends in a word that a date follows until which something holds: "gültig bis".
func untilBefore(text string) bool {
	words := strings.Fields(strings.TrimRight(text[max(0, len(text)-24):], " :"))
	if len(words) == 0 {
		return false
	}
	switch strings.ToLower(words[len(words)-1]) {
	case "after", "before", "nach", "vor", "ab", "bis", "seit", "stand", "until", "till", "expires", "expiry", "exp", "exp.", "valid", "gültig", "ablaufdatum":
		return true
	case "dem", "of": // "seit dem", "as of"
		if len(words) > 1 {
			switch strings.ToLower(words[len(words)-2]) {
			case "seit", "ab", "bis", "vor", "nach", "as":
				return true
			}
		}
	}
	return false
}

// answers says whether what stands between a word and a value ends the question and names who answers:
// "date of birth?\nCustomer: ".
func answers(gap string) bool {
	question, speaker, _ := strings.Cut(gap, "\n")
	question, speaker = strings.TrimSpace(question), strings.TrimSpace(speaker)
	return strings.HasSuffix(question, "?") && len(question) <= 24 && (speaker == "" || strings.Index(speaker, ":") == len(speaker)-1 && strings.Count(speaker, " ") < 2 && !strings.Contains(speaker, "\n"))
}

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
	if w := wordHere(s.text, pos); len(w) == 2 && (strings.EqualFold(w, "of") || w == "de") {
		pos = skipGap(s.text, pos+2, 2)
	}
	w := wordHere(s.text, pos)
	if romanMonths[w] && pos == g.end+1 && s.text[g.end] != ' ' && pos+len(w) < len(s.text) && s.text[pos+len(w)] == s.text[g.end] {
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
	for end > 0 && pos-end < 3 && (s.text[end-1] == ' ' || s.text[end-1] == '.') {
		end--
	}
	start := end
	for start > 0 && end-start < 12 {
		r, size := utf8.DecodeLastRuneInString(s.text[:start])
		if !isLetter(r) {
			break
		}
		start -= size
	}
	if start == end || end == pos || glued(s.text, start) || !isMonth(s.text[start:end]) {
		return -1
	}
	return start
}

// ordinal skips "st", "nd", "rd" or "th" behind a day.
func ordinal(text string, i int) int {
	switch strings.ToLower(cut(text, i, 2)) {
	case "st", "nd", "rd", "th":
		return i + 2
	case "te", "er": // "18te", "18ten", "18ter", "1er"
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
	for i < len(text) && i-from < 12 && (isASCIILetter(text[i]) || text[i] >= utf8.RuneSelf) {
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
var romanMonths = set("I II III IV V VI VII VIII IX X XI XII")

func isMonth(w string) bool {
	return len(w) >= 3 && len(w) < 12 && monthNames[strings.ToLower(w)]
}
