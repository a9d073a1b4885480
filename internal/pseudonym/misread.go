package pseudonym

import "strings"

// reread gives letters back their digits where a machine that reads paper took one for the other in a date or a
// number: "17.O3.1944", "o171 392oo77". No place changes by it.
func reread(text string) string {
	var out []byte
	for i := 0; i < len(text); {
		if !likeDigit[text[i]] {
			i++
			continue
		}
		start, misread := i, false
		for i < len(text) && (likeDigit[text[i]] || strings.IndexByte("./-", text[i]) >= 0) {
			misread = misread || isASCIILetter(text[i])
			i++
		}
		if !misread || glued(text, start) || runsOn(text, i) {
			continue
		}
		run := text[start:i]
		if !misreadDate(run) && !misreadNumber(run) {
			continue
		}
		if out == nil {
			out = []byte(text)
		}
		for k := start; k < i; k++ {
			switch text[k] {
			case 'O', 'o':
				out[k] = '0'
			case 'I', 'l':
				out[k] = '1'
			}
		}
	}
	if out == nil {
		return text
	}
	return string(out)
}

// likeDigit are the digits and what looks like one.
var likeDigit = func() (m [256]bool) {
	for _, c := range []byte("0123456789OoIl") {
		m[c] = true
	}
	return m
}()

// misreadDate says whether a run of digits and letters like them has the parts of a date.
func misreadDate(run string) bool {
	run = strings.TrimRight(run, ".")
	at := strings.IndexAny(run, "./-")
	if at < 1 || at > 2 {
		return false
	}
	second, year, ok := strings.Cut(run[at+1:], run[at:at+1])
	return ok && (len(second) == 1 || len(second) == 2) && (len(year) == 2 || len(year) == 4) && !strings.ContainsAny(second+year, "./-") && digitCount([]byte(run)) > 2
}

// misreadNumber says whether a run is a number but for one or two small letters that look like zero, with three
// digits or more: numbers of accounts have capitals.
func misreadNumber(run string) bool {
	zeros, digits := 0, 0
	for i := range len(run) {
		switch c := run[i]; {
		case c == 'o':
			zeros++
		case isDigit(c):
			digits++
		case isASCIILetter(c):
			return false
		}
	}
	return zeros > 0 && zeros < 3 && digits >= 3
}
