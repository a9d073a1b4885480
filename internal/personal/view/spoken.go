package view

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/numeral"
	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/wordlist"
)

// minSpoken is how many digits in a row, told in words, are a number that is dictated.
const minSpoken = 5

// mixedSpoken is how many single digits in words are the beginning of a number that goes on in figures: "four one
// five 382 9014".
const mixedSpoken = 3

// figuresFollow says whether figures go on behind a number in words that ends at pos, or did: at least as many as a
// telephone has in a town.
func figuresFollow(text string, pos int) bool {
	rest := char.Cut(text, pos, 16)
	digits := 0
	for i := range len(rest) {
		switch c := rest[i]; {
		case char.Digit(c):
			digits++
		case c != ' ' && c != '-' && c != ',' && c != '/' && c != '.':
			return digits > 5
		}
	}
	return digits > 5
}

// figuresBefore says whether figures stand directly before a number in words that begins at pos: "07700 900 one two three".
func figuresBefore(text string, pos int) bool {
	digits := 0
	for i := pos - 1; i >= 0 && pos-i < 16; i-- {
		switch c := text[i]; {
		case char.Digit(c):
			digits++
		case c != ' ' && c != '-' && c != '/':
			return digits > 5
		}
	}
	return digits > 5
}

// announcedReach is how far before a number in words the word for a code may stand, in bytes.
const announcedReach = 24

// codeBefore says whether a word for a secret number stands before pos: 'the door PIN was "two nine one four"'.
func codeBefore(text string, pos int) bool {
	said := strings.ToLower(text[max(0, pos-announcedReach):pos])
	for _, w := range [...]string{"pin", "code", "tan ", "puk", "geheimzahl", "kombination", "combination", "cvv", "cvc", "prüfziffer", "prüfnummer"} {
		if at := strings.LastIndex(said, w); at >= 0 && !strings.ContainsAny(strings.Replace(said[at:], w+"? ", w+" ", 1), ".!?\n;") && !char.ASCII(char.Cut(said+" ", at+len(w), 1)[0]) {
			return true
		}
	}
	return false
}

// unspeak replaces numbers that are dictated in words, "null eins sieben, zwölf" or "Hausnummer drei",
// by digits.
func unspeak(text string, known Words) (string, []change) {
	var buf []byte
	var changes []change
	done := 0
	put := func(run []spokenNumber) {
		if buf == nil {
			buf = make([]byte, 0, len(text))
		}
		for _, c := range run {
			buf = append(buf, text[done:c.from]...)
			changes = append(changes, change{at: len(buf), size: len(c.digits), from: c.from, span: c.span})
			buf = append(buf, c.digits...)
			done = c.from + c.span
		}
	}
	var small spokenNumber // a small number that is one if another follows: "Weg drei in vier acht …"
	last := piece{}
	for i := 0; i < len(text); {
		if !char.ASCII(text[i]) {
			i++
			continue
		}
		if !spokenInitials.mayBegin(text, i) || char.Glued(text, i) {
			last = piece{i, char.WordEnd(text, i)}
			i = last.end
			continue
		}
		run, digits, end := spokenRun(text, i)
		if len(run) == 0 {
			last = piece{i, max(end, char.WordEnd(text, i))}
			i = last.end
			continue
		}
		switch {
		case digits >= minSpoken, digits >= mixedSpoken && codeBefore(text, i), plateBefore(text, i), digits >= mixedSpoken && digitByDigit(run) && (figuresFollow(text, run[len(run)-1].from+run[len(run)-1].span) || figuresBefore(text, i) || done > 0 && letterBetween(text[done:i])):
			if small.span > 0 && i <= small.from+small.span+len(" in ") && small.from >= done {
				put([]spokenNumber{small})
			}
			put(run)
		case len(run) > 1 && len(run) < 4 && streetFollows(text, end, known):
			put(run)
		case len(run) == 1 && (run[0].number > 12 || numberAnnounced.Has(strings.ToLower(text[last.start:last.end])) || houseEnds(text, end) && known.EndsStreet(strings.ToLower(text[last.start:last.end]))):
			put(run)
		case len(run) == 1:
			small = run[0]
		}
		last = piece{i, end}
		i = end
	}
	if changes == nil {
		return text, nil
	}
	return string(append(buf, text[done:]...)), changes
}

// plateBefore says whether capitals stand directly before a number in words that begins at pos, and a word for plates before them.
func plateBefore(text string, pos int) bool {
	at := pos
	for at > 0 && pos-at < 2 && strings.IndexByte(" ,-", text[at-1]) >= 0 {
		at--
	}
	from := at
	for from > 0 && at-from < 6 && (char.Capital(text[from-1]) || text[from-1] >= utf8.RuneSelf) {
		from--
	}
	if from == at || at == pos || char.Glued(text, from) {
		return false
	}
	near := " " + strings.ToLower(text[max(0, from-spelledReach):from])
	for _, w := range toldThings[:toldPlates] {
		if strings.Contains(near, w) {
			return true
		}
	}
	return false
}

// letterBetween says whether one letter stands between two parts of a number that is dictated, "vier fünf fünf S sechs fünf vier".
func letterBetween(gap string) bool {
	if len(gap) > len(", S, ") {
		return false
	}
	letter := strings.Trim(gap, " ,")
	return len(letter) == 1 && char.Capital(letter[0])
}

// piece is where a word stands.
type piece struct{ start, end int }

// digitByDigit says whether each of the numbers is one digit, or one twice: "one, double two".
func digitByDigit(run []spokenNumber) bool {
	for _, n := range run {
		d := strings.TrimSpace(n.digits)
		if len(d) > 2 || len(d) == 2 && (d[0] != d[1] || n.number > 9) {
			return false
		}
	}
	return true
}

// houseEnds says whether an address may end or go on with its town behind the number of a house that ends at pos: "in der
// Goethestraße fünf in Berlin", and not "Goethestraße zwei Häuser weiter".
func houseEnds(text string, pos int) bool {
	rest := strings.TrimLeft(char.Cut(text, pos, len(" in 12345")), " ")
	return rest == "" || strings.IndexByte(".,;!?)\n", rest[0]) >= 0 || strings.HasPrefix(rest, "in ") || strings.HasPrefix(rest, "bei ")
}

// streetFollows says whether one or two words with capitals and a word for a street stand behind a number in words that ends
// at pos, "Four-twelve Persimmon Street".
func streetFollows(text string, pos int, known Words) bool {
	for n := 0; n < 4 && pos+1 < len(text) && text[pos] == ' ' && char.Capital(text[pos+1]); n++ {
		end := char.WordEnd(text, pos+1)
		if n > 0 && known.StreetType(strings.ToLower(text[pos+1:end])) {
			return true
		}
		pos = end
	}
	return false
}

// numberAnnounced are the words after which a single small number is one.
var numberAnnounced = wordlist.Sieved("nummer nr hausnummer hausnr number no")

// initials are how words begin, by the lower five bits of each of their first four bytes, so that a capital counts as the small
// letter: sets by which most other words are told to be none of them.
type initials struct {
	three [32][32]uint32 // of the first three bytes
	next  [32][32]uint32 // of the second to the fourth
}

func (m *initials) add(w string) {
	m.three[w[0]&31][w[1]&31] |= 1 << (w[2] & 31)
	if len(w) == 3 {
		m.next[w[1]&31][w[2]&31] = ^uint32(0)
	} else {
		m.next[w[1]&31][w[2]&31] |= 1 << (w[3] & 31)
	}
}

// mayBegin says whether one of the words may stand at i.
func (m *initials) mayBegin(text string, i int) bool {
	return i+2 < len(text) && m.three[text[i]&31][text[i+1]&31]>>(text[i+2]&31)&1 != 0 &&
		(i+3 == len(text) || m.next[text[i+1]&31][text[i+2]&31]>>(text[i+3]&31)&1 != 0)
}

// spokenInitials are how words for numbers begin.
var spokenInitials = func() (m initials) {
	for w := range numeral.Words() {
		m.add(w)
	}
	m.add("plus")
	m.add("doppel")
	m.add("double")
	m.three['o'&31]['h'&31] = ^uint32(0) // and whatever stands behind "oh"
	for third := range m.next['h'&31] {
		m.next['h'&31][third] = ^uint32(0)
	}
	return m
}()

// spokenNumber is a number in words and the bytes that it takes the place of.
type spokenNumber struct {
	digits     string
	number     int
	from, span int
}

// longestSpoken is the length in bytes of the longest word that is read as a number.
const longestSpoken = len("siebenundsiebzigtausendsiebenhundertsiebenundsiebzig")

// spokenRun reads numbers in words from i. It returns them with how many digits they are, and where it
// stopped.
func spokenRun(text string, i int) (run []spokenNumber, digits, end int) {
	end = i
	for times, from := 1, i; ; {
		if times == 1 {
			from = i
		}
		stop := char.WordEnd(text, i)
		if stop == i || stop-i > longestSpoken {
			break
		}
		w := strings.ToLower(text[i:stop])
		n, ok := spokenWord(w)
		switch {
		case ok:
			n, stop = compose(text, n, stop)
			s := strings.Repeat(strconv.Itoa(n), times)
			if day, to := ordinalBehind(text, n, stop); to > 0 && len(run) == 0 && times == 1 {
				s, stop = day, to
			}
			run = append(run, follow(end, from, stop, s, len(run) > 0))
			run[len(run)-1].number = n
			digits, times, end = digits+len(s), 1, stop
		case w == "plus" && len(run) == 0:
			if stop >= len(text) || text[stop] != ' ' {
				return nil, 0, stop
			}
			run = append(run, spokenNumber{digits: "+", from: i, span: stop + 1 - i})
			end = stop + 1
		case w == "doppel" || w == "double" || w == "doppelt":
			times = 2
		case char.Digit(w[0]) && len(w) == 1 && times == 2: // "0 double 7"
			run = append(run, follow(end, from, stop, w+w, len(run) > 0))
			digits, times, end = digits+len(w+w), 1, stop
		case char.Digit(w[0]) && digits > 0 && times == 1: // digits go on in figures
			if text[end] == ',' && i == end+len(", ") { // "neunhundertneunzig, 44 17"
				run = append(run, spokenNumber{digits: " ", from: end, span: i - end})
			}
			end = stop
		default:
			return run, digits, end
		}
		i = stop
		for i < len(text) && i-stop < 3 && strings.IndexByte(" ,.-/", text[i]) >= 0 {
			i++
		}
		if i == stop {
			break
		}
	}
	return run, digits, end
}

// spokenWord reads a word in small letters that is dictated as a number.
func spokenWord(w string) (int, bool) {
	switch w {
	case "oh":
		return 0, true
	case "eine", "einen", "einem", "einer", "eines", "dutzend", "dozen", "twice", "hundert", "hundred", "tausend", "thousand":
		return 0, false
	}
	if strings.HasSuffix(w, "mal") {
		return 0, false
	}
	if front, back, ok := strings.Cut(w, "tausend"); ok {
		return spokenPostcode(front, back)
	}
	return numeral.Parse(w)
}

// spokenPostcode reads a postcode of Germany that is told as one number, "achtzigtausend|fünfhundertachtunddreißig".
func spokenPostcode(front, back string) (int, bool) {
	thousands, ok := numeral.Parse(front)
	if !ok || thousands < 10 || thousands > 99 || back == "" {
		return 0, false
	}
	n, ok := numeral.Parse(strings.TrimPrefix(back, "und"))
	return 1000*thousands + n, ok && n > 0 && n < 1000
}

// compose adds the words that make one English number with n, which ends at end: "eighty-one", "three
// hundred and twelve", and years, "nineteen eighty-four".
func compose(text string, n, end int) (int, int) {
	next := func(end int) (int, string, int) {
		if end >= len(text) || text[end] != ' ' && text[end] != '-' || !spokenInitials.mayBegin(text, end+1) && char.Cut(text, end+1, 1) != "a" && char.Cut(text, end+1, 1) != "A" {
			return 0, "", end
		}
		stop := char.WordEnd(text, end+1)
		if stop-end > len(" seventeen") {
			return 0, "", end
		}
		w := strings.ToLower(text[end+1 : stop])
		m, _ := numeral.Simple(w)
		return m, w, stop
	}
	m, w, stop := next(end)
	switch {
	case n >= 1 && n < 10 && w == "hundred":
		n, end = n*100, stop
		if _, w, stop := next(end); w == "and" {
			if m, _, stop := next(stop); m > 0 && m < 100 {
				m, stop = compose(text, m, stop)
				return n + m, stop
			}
		}
	case n >= 20 && n < 100 && n%10 == 0 && m >= 1 && m < 10:
		return n + m, stop
	case (n == 19 || n == 20) && m >= 10 && m < 100:
		m, stop = compose(text, m, stop)
		return n*100 + m, stop
	}
	return n, end
}

// ordinalUnits end the numbers of days that are two words in English, with the value and the ending of each in digits.
var ordinalUnits = map[string]struct {
	value  int
	ending string
}{
	"first": {1, "st"}, "second": {2, "nd"}, "third": {3, "rd"}, "fourth": {4, "th"}, "fifth": {5, "th"}, "sixth": {6, "th"}, "seventh": {7, "th"}, "eighth": {8, "th"}, "ninth": {9, "th"},
}

// ordinalBehind reads the rest of an ordinal whose first word, n, ends at end: "twenty-first" is "21st". It returns its end, 0
// if there is none.
func ordinalBehind(text string, n, end int) (day string, to int) {
	if n < 20 || n > 90 || n%10 > 0 || end >= len(text) || text[end] != '-' && text[end] != ' ' {
		return "", 0
	}
	to = char.WordEnd(text, end+1)
	if to-end > len(" seventh") {
		return "", 0
	}
	unit, ok := ordinalUnits[strings.ToLower(text[end+1:to])]
	if !ok {
		return "", 0
	}
	return strconv.Itoa(n+unit.value) + unit.ending, to
}

// follow makes the digits of the words [from, stop) that come behind the number that ended at end: next
// to it after a space, with a space after another mark, "sechs, eins".
func follow(end, from, stop int, digits string, behind bool) spokenNumber {
	switch {
	case !behind || from <= end:
		return spokenNumber{digits: digits, from: from, span: stop - from}
	case from == end+1:
		return spokenNumber{digits: digits, from: end, span: stop - end}
	}
	return spokenNumber{digits: " " + digits, from: end, span: stop - end}
}
