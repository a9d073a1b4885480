package view

import (
	"strings"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/personal/checkdigit"
)

// reread gives letters back their digits where a machine that reads paper took one for the other in a date or a
// number: "17.O3.1944", "o171 392oo77", "Schulweg l2". No place changes by it.
func reread(text string, known Words) string {
	signs, misread := 0, false // of all runs
	for i := 0; i < len(text); {
		if !char.Digit(text[i]) { // each run has a digit that was read well
			i++
			continue
		}
		start, end, letters := runAround(text, i)
		signs, misread, i = signs+end-start, misread || letters, end
	}
	var out []byte
	if misread {
		out = rereadRuns(text, known)
	}
	if signs >= leastIBANDigits {
		out = rereadIBANs(text, out)
	}
	if out == nil {
		return text
	}
	return string(out)
}

// rereadRuns gives the letters in dates and numbers back their digits. It is nil if there are none.
func rereadRuns(text string, known Words) (out []byte) {
	dialled := -1 // where a number of a telephone may go on
	for i := 0; i < len(text); {
		if !char.Digit(text[i]) {
			i++
			continue
		}
		start, end, misread := runAround(text, i)
		i = end
		run := text[start:i]
		if char.Glued(text, start) || char.RunsOn(text, i) {
			continue
		}
		goesOn := start == dialled && char.CountDigits([]byte(run)) > 0
		dial := misread && misreadDial(run, text[i:])
		house := misread && !dial && (misreadHouse(text, start, i, known) || misreadPostcode(run, text[i:], known))
		if dial || goesOn || !misread && len(run) > 2 && len(run) < 7 && run[0] == '0' && run[1] != '0' && char.Digits([]byte(run)) {
			dialled = i + 1
		}
		if !misread || !misreadDate(run) && !misreadNumber(run) && !dial && !house && !(goesOn && len(run) > 1 && char.CountDigits([]byte(run))+2 >= len(run)) {
			continue
		}
		if inIBAN(text, start, i) {
			continue
		}
		if out == nil {
			out = []byte(text)
		}
		rereadDigits(out[start:i])
	}
	return out
}

// rereadDigits puts the digits in place of what looks like them.
func rereadDigits(run []byte) {
	for i, c := range run {
		switch c {
		case 'O', 'o':
			run[i] = '0'
		case 'I', 'l':
			run[i] = '1'
		}
	}
}

// likeDigit are the digits and what looks like one.
var likeDigit = func() (m [256]bool) {
	for _, c := range []byte("0123456789OoIl") {
		m[c] = true
	}
	return m
}()

// inRun are those and the marks between the digits of a date or a number.
var inRun = func() (m [256]bool) {
	m = likeDigit
	m['.'], m['/'], m['-'] = true, true, true
	return m
}()

// runAround gives the run of digits, what looks like them and marks that has a digit at i, and whether it has letters: no mark is
// its first.
func runAround(text string, i int) (start, end int, letters bool) {
	for start = i; start > 0 && inRun[text[start-1]]; {
		start--
	}
	for !likeDigit[text[start]] {
		start++
	}
	for end = start; end < len(text) && inRun[text[end]]; end++ {
		letters = letters || char.ASCII(text[end])
	}
	return start, end, letters
}

// misreadDate says whether a run of digits and letters like them has the parts of a date.
func misreadDate(run string) bool {
	run = strings.TrimRight(run, ".")
	at := strings.IndexAny(run, "./-")
	if at < 1 || at > 2 {
		return false
	}
	second, year, ok := strings.Cut(run[at+1:], run[at:at+1])
	return ok && (len(second) == 1 || len(second) == 2) && (len(year) == 2 || len(year) == 4) && !strings.ContainsAny(second+year, "./-") && char.CountDigits([]byte(run)) > 2
}

// misreadNumber says whether a run is a number but for one or two small letters that look like zero, with three
// digits or more: numbers of accounts have capitals.
func misreadNumber(run string) bool {
	zeros, digits := 0, 0
	for i := range len(run) {
		switch c := run[i]; {
		case c == 'o':
			zeros++
		case char.Digit(c):
			digits++
		case char.ASCII(c):
			return false
		}
	}
	return zeros > 0 && zeros < 3 && digits >= 3
}

// misreadDial says whether a run is the dialling code of a number of a telephone whose first zero, or a one, was
// misread, or all of the number: "O176 4482 9317", "0l76/4482931". What goes on behind the run is given.
func misreadDial(run, rest string) bool {
	code, more, _ := strings.Cut(run, "-")
	if at := strings.IndexByte(code, '/'); at >= 0 {
		code, more = code[:at], code[at+1:]+more
	}
	letters := len(code) - char.CountDigits([]byte(code))
	if len(code) < 3 || code[0]|0x20 != 'o' && code[0] != '0' || code[1] == '0' || code[1] == 'O' || letters < 1 || letters > 2 || strings.IndexByte(code, '.') >= 0 || code[0] == '0' && code[1] != 'l' && code[1] != 'I' {
		return false
	}
	digits := []byte(code + more)
	if more == "" && (rest == "" || rest[0] != ' ' && rest[0] != ')') && len(code) < leastWhole {
		return false
	}
	for k := 0; k < len(rest) && k < 16 && (likeDigit[rest[k]] || strings.IndexByte(" -/)", rest[k]) >= 0); k++ {
		if likeDigit[rest[k]] {
			digits = append(digits, rest[k])
		}
	}
	return char.CountDigits(digits) >= leastDialled && !(len(digits) == 10 && checkdigit.HealthID(digits))
}

// mostHouse is how many signs the number of a house has at most that is read again.
const mostHouse = 4

// misreadHouse says whether text[start:end] is the number of a house with letters that look like digits: behind a word that ends as
// streets do, "Schulweg l2", or before the name of an English one, "I4 Church Road".
func misreadHouse(text string, start, end int, known Words) bool {
	if end-start > mostHouse || end-start < 2 || start > 0 && text[start-1] != ' ' && text[start-1] != '\n' {
		return false
	}
	for _, c := range []byte(text[start:end]) {
		if !likeDigit[c] {
			return false
		}
	}
	if text[start]|0x20 != 'o' && streetFollows(text, end, known) {
		return true
	}
	stop := start
	for stop > 0 && start-stop < 2 && (text[stop-1] == ' ' || text[stop-1] == '.') {
		stop--
	}
	if stop == start || text[start-1] != ' ' {
		return false
	}
	return known.LikeStreet(strings.ToLower(wordBefore(text, stop)))
}

// wordBefore is the word of letters that ends at pos.
func wordBefore(text string, pos int) string {
	start := pos
	for start > 0 {
		r, size := utf8.DecodeLastRuneInString(text[:start])
		if !char.Letter(r) {
			break
		}
		start -= size
	}
	return text[start:pos]
}

// misreadPostcode says whether a run is a German postcode with one or two letters that look like digits before a town that is known: "5O667
// Köln". What stands behind the run is given.
func misreadPostcode(run, rest string, known Words) bool {
	if len(run) != len("12345") || len(rest) < 2 || rest[0] != ' ' {
		return false
	}
	for _, c := range []byte(run) {
		if !likeDigit[c] {
			return false
		}
	}
	return char.CountDigits([]byte(run)) > 2 && known.Town(strings.ToLower(rest[1:char.WordEnd(rest, 1)]))
}

// leastWhole is how many signs such a number has at least that has no gap: one fewer are those of health insurers,
// which begin with a letter.
const leastWhole = 11

// leastDialled is how many digits a number with its code has at least, but for the one that was misread.
const leastDialled = 7

// longestIBAN is how many signs the longest IBAN has, with a space behind each fourth.
const longestIBAN = 42

// inIBAN says whether text[start:end] lies in an IBAN whose sum is right as it stands: its letters are its own.
func inIBAN(text string, start, end int) bool {
	for at := start; at >= 0 && start-at <= longestIBAN; at-- {
		if !char.Digit(text[at]) || at < 2 || !char.Capital(text[at-1]) || !char.Capital(text[at-2]) || char.Glued(text, at-2) {
			continue
		}
		size := checkdigit.IBANLength[text[at-2:at]]
		var code [longestIBAN]byte
		n, stop := 0, at-2
		for stop < len(text) && n < size && (char.Digit(text[stop]) || char.Capital(text[stop]) || text[stop] == ' ') {
			if text[stop] != ' ' {
				code[n] = text[stop]
				n++
			}
			stop++
		}
		if size > 0 && n == size && stop >= end && checkdigit.Mod97(code[:n]) {
			return true
		}
	}
	return false
}

// leastIBANDigits is how many digits such an IBAN has at least that were read well.
const leastIBANDigits = 14

// rereadIBANs gives the letters that stand for digits in a German or Austrian IBAN, which has none behind its
// country, back their digits. It changes out, or a copy of the text if that is nil.
func rereadIBANs(text string, out []byte) []byte {
	for at := len("DE"); at < len(text); at++ {
		if !likeDigit[text[at]] {
			continue
		}
		wanted := digitsBehind(text[at-len("DE") : at])
		if wanted == 0 || char.Glued(text, at-len("DE")) || text[at-1] >= 'a' && !char.Digit(text[at]) {
			continue
		}
		end, n, letters := at, 0, 0
		for end < len(text) && n < wanted && (likeDigit[text[end]] || text[end] == ' ') {
			if text[end] != ' ' {
				n++
				if !char.Digit(text[end]) {
					letters++
				}
			}
			end++
		}
		if n < wanted || letters == 0 || letters > 4 || char.RunsOn(text, end) || inIBAN(text, at, end) {
			continue
		}
		if out == nil {
			out = []byte(text)
		}
		rereadDigits(out[at:end])
		at = end
	}
	return out
}

// digitsBehind is how many digits an IBAN has behind the letters of its country, in capital or in small letters; 0 where others
// follow, too, and behind what is no country.
func digitsBehind(country string) int {
	switch country {
	case "DE", "de":
		return 20
	case "AT", "at":
		return 18
	}
	return 0
}
