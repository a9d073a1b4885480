package personal

import (
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/wordlist"
)

// plateMarks separate the parts of a plate.
var plateMarks = strings.NewReplacer(" ", "", "-", "", ":", "", "·", "")

// plateSign skips one hyphen or space.
func plateSign(text string, i int) int {
	if i < len(text) && (text[i] == '-' || text[i] == ' ') {
		i++
	}
	return i
}

var cantons = wordlist.Set(`AG AI AR BE BL BS FR GE GL GR JU LU NE NW OW SG SH SO SZ TG TI UR VD VS ZG ZH FL`)

// plateEnd gives the end of a licence plate that begins at i, 0 if there is none.
func plateEnd(text string, i int) int {
	upper := text[i] < 'a' || text[i] > 'z'
	town, after := letterRun(text, i, upper)
	if town == 0 {
		return 0
	}
	if n := digitRun(text, after); town == 1 && upper && n > 0 && n <= 3 { // Great Britain until 2001: B16 DVE
		if letters, stop := letterRun(text, plateGap(text, after+n), upper); letters == 3 && !char.RunsOn(text, stop) {
			return stop
		}
		return 0
	}
	gap := plateGap(text, after)
	// Great Britain: AB12 CDE.
	if town == 2 && gap == after {
		if n := digitRun(text, after); n == 2 {
			behind := plateGap(text, after+2)
			if letters, stop := letterRun(text, behind, upper); letters == 3 && !char.RunsOn(text, stop) {
				return stop
			}
		}
		return 0
	}
	if gap == after || town > 3 {
		return 0
	}
	if n := digitRun(text, gap); n > 0 {
		stop := gap + n
		// Austria: W-12345 X, GU-123 AB. Switzerland: ZH 123456.
		behind := stop
		if letters, last := letterRun(text, stop, upper); letters > 0 {
			if letters <= 3 && n >= 1 && !char.RunsOn(text, last) {
				return last
			}
			return 0
		}
		behind = plateGap(text, stop)
		if letters, last := letterRun(text, behind, upper); behind > stop && upper && letters > 0 && letters <= 3 && town <= 2 && n <= 5 && !char.RunsOn(text, last) {
			return last
		}
		if cantons[strings.ToUpper(text[i:after])] {
			if stop < len(text) && text[stop] == '\'' {
				behind = stop + 1
			}
			if more := digitRun(text, behind); upper && behind == stop+1 && n <= 3 && more == 3 { // "ZH 482 917"
				return behind + more
			}
			if n >= 3 && n <= 6 {
				return stop
			}
		}
		return 0
	}
	// Germany: DD-AB 1234 E.
	letters, after := letterRun(text, gap, upper)
	if letters < 1 || letters > 2 {
		return 0
	}
	at := plateGap(text, after)
	n := digitRun(text, at)
	if n < 1 || n > 4 {
		return 0
	}
	stop := at + n
	if stop < len(text) && strings.IndexByte("EHeh", text[stop]) >= 0 && !char.RunsOn(text, stop+1) {
		return stop + 1
	}
	if stop+1 < len(text) && text[stop] == ' ' && (text[stop+1] == 'E' || text[stop+1] == 'H') && !char.RunsOn(text, stop+2) {
		return stop + 2
	}
	return stop
}

// letterRun counts letters from i, Ä, Ö and Ü included, and says where they end.
func letterRun(text string, i int, upper bool) (n, end int) {
	for i < len(text) && n < 4 {
		c := text[i]
		switch {
		case upper && c >= 'A' && c <= 'Z', !upper && c >= 'a' && c <= 'z':
			i++
		case upper && c == 0xc3 && i+1 < len(text) && strings.IndexByte("\x84\x96\x9c", text[i+1]) >= 0,
			!upper && c == 0xc3 && i+1 < len(text) && strings.IndexByte("\xa4\xb6\xbc", text[i+1]) >= 0:
			i += 2
		default:
			return n, i
		}
		n++
	}
	return n, i
}

func digitRun(text string, i int) int {
	n := 0
	for i+n < len(text) && char.Digit(text[i+n]) {
		n++
	}
	return n
}

// plateGap skips what may separate the parts of a plate.
func plateGap(text string, i int) int {
	for k := 0; k < 3 && i < len(text); k++ {
		switch {
		case text[i] == ' ' || text[i] == '-' || text[i] == ':':
			i++
		case strings.HasPrefix(text[i:], "·") || strings.HasPrefix(text[i:], "•"):
			i += len("·")
			if text[i-1] == 0x80 {
				i++
			}
		default:
			return i
		}
	}
	return i
}
