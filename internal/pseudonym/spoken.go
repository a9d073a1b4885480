package pseudonym

import (
	"strings"
	"unicode/utf8"
)

// spokenDigits are the words that stand for a digit when a number is spelled out.
var spokenDigits = map[string]byte{
	"null": '0', "eins": '1', "ein": '1', "zwei": '2', "zwo": '2', "drei": '3', "vier": '4', "fünf": '5', "fuenf": '5', "sechs": '6', "sieben": '7', "acht": '8', "neun": '9',
	"zero": '0', "oh": '0', "one": '1', "two": '2', "three": '3', "four": '4', "five": '5', "six": '6', "seven": '7', "eight": '8', "nine": '9',
}

// minSpoken is how many digit words in a row are a number that is spelled out.
const minSpoken = 5

// unspeak replaces numbers spelled out digit by digit, "null eins sieben", by digits.
func unspeak(text string) (string, []change) {
	var buf []byte
	var changes []change
	done := 0
	for i := 0; i < len(text); {
		if !isASCIILetter(text[i]) {
			i++
			continue
		}
		if i+1 == len(text) || spokenInitials[text[i]|0x20]>>(text[i+1]&31)&1 == 0 || glued(text, i) {
			i = skipWord(text, i)
			continue
		}
		run, end := spokenRun(text, i)
		if run == nil {
			i = max(end, skipWord(text, i))
			continue
		}
		for _, c := range run {
			buf = append(buf, text[done:c.from]...)
			at := len(buf)
			buf = append(buf, c.digits...)
			changes = append(changes, change{at, len(c.digits), c.from, c.span})
			done = c.from + c.span
		}
		i = end
	}
	if changes == nil {
		return text, nil
	}
	return string(append(buf, text[done:]...)), changes
}

// spokenInitials says with which letters digit words begin, a set of the lower five bits of the second
// byte for each first one: a test that most words fail.
var spokenInitials = func() (m [256]uint32) {
	add := func(w string) { m[w[0]] |= 1 << (w[1] & 31) }
	for w := range spokenDigits {
		add(w)
	}
	add("plus")
	add("doppel")
	return m
}()

func skipWord(text string, i int) int {
	for i < len(text) && (isAlnum(text[i]) || text[i] >= utf8.RuneSelf) {
		i++
	}
	return i
}

type spokenDigit struct {
	digits     string
	from, span int
}

// spokenRun reads digit words from i. It returns nil if they are too few, and where it stopped.
func spokenRun(text string, i int) ([]spokenDigit, int) {
	var run []spokenDigit
	words, end, times := 0, i, 0
	from := i
	for {
		stop := skipWord(text, i)
		if stop == i || stop-i > 7 {
			break
		}
		w := strings.ToLower(text[i:stop])
		switch d, ok := spokenDigits[w]; {
		case ok && times > 0:
			run = append(run, after(end, from, stop, strings.Repeat(string(d), times)))
			words, times, end = words+1, 0, stop
		case ok:
			run = append(run, after(end, i, stop, string(d)))
			words, end = words+1, stop
		case w == "plus" && len(run) == 0:
			if stop >= len(text) || text[stop] != ' ' {
				return nil, stop
			}
			run = append(run, spokenDigit{"+", i, stop + 1 - i})
			end = stop + 1
		case w == "doppel" || w == "double" || w == "doppelt":
			times, from = 2, i
		case isDigit(w[0]) && words > 0 && times == 0: // digits go on in figures
			end = stop
		default:
			return enough(run, words), end
		}
		i = stop
		for i < len(text) && i-stop < 3 && strings.IndexByte(" ,.-/", text[i]) >= 0 {
			i++
		}
		if i == stop {
			break
		}
	}
	return enough(run, words), end
}

// after makes the digits of the word [from, stop), with what separates it from the one that ended
// at end written as a space: "sechs, eins".
func after(end, from, stop int, digits string) spokenDigit {
	if from > end {
		return spokenDigit{" " + digits, end, stop - end}
	}
	return spokenDigit{digits, from, stop - from}
}

func enough(run []spokenDigit, words int) []spokenDigit {
	if words < minSpoken {
		return nil
	}
	return run
}
