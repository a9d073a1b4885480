package personal

import (
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/wordlist"
)

// vinSize is how long the number of a vehicle is (ISO 3779).
const vinSize = 17

// vinReach is how far behind the word for it, or for a vehicle, that number may begin, in bytes.
const vinReach = 60

// vehicles finds the numbers of vehicles, "WVWZZZ1KZ6W386752", and those of chassis and frames that are told as one's own.
func (s *scan) vehicles() {
	for i := 0; s.long && i < len(s.tokens); i++ {
		t := s.tokens[i]
		if t.kind != mark && t.end-t.start == vinSize && !char.Glued(s.text, t.start) && !char.RunsOn(s.text, t.end) {
			s.vinAt(t.start, t.end)
		}
	}
	for _, end := range s.clues.ends[clueDevice] {
		s.spacedVIN(end)
		s.chassis(end)
	}
}

// vinAt takes the word [start, end) if it is the number of a vehicle: named or behind the word for a vehicle, or made as such
// numbers are.
func (s *scan) vinAt(start, end int) {
	written := s.text[start:end]
	code := []byte(strings.ToUpper(written))
	if !vinShape(code) {
		return
	}
	capitals := string(code) == written
	switch {
	case s.inRange(start, end):
		return
	case s.named(clueDevice, start, end, vinReach):
	case !capitals || s.goodsDirect(start):
		return
	case vinChecked(code), vinOfGermany(code):
	default:
		if _, vehicle := s.clues.before(cluePlate, start, vinReach); !vehicle {
			return
		}
	}
	s.add(start, end, VIN, 1, string(code))
}

// rangeJoints stand between the first and the last number of vehicles that something fits.
var rangeJoints = [...]string{" bis ", " to ", " - ", "-", " – "}

// inRange says whether the word [start, end) is the first or the last of a range of numbers, "Fahrgestellnummern WDB2020001A123456 bis
// WDB2020001A223456".
func (s *scan) inRange(start, end int) bool {
	for _, w := range rangeJoints {
		if next := end + len(w); next+vinSize <= len(s.text) && s.text[end:next] == w && vinShape([]byte(strings.ToUpper(s.text[next:next+vinSize]))) {
			return true
		}
		if last := start - len(w); last >= vinSize && s.text[last:start] == w && vinShape([]byte(strings.ToUpper(s.text[last-vinSize:last]))) {
			return true
		}
	}
	return false
}

// spacedVIN takes the number of a vehicle in groups that stands behind the word for it, which ends at end: "WVW ZZZ 1KZ 6W 386752".
func (s *scan) spacedVIN(end int) {
	start := end
	for start < len(s.text) && start-end < len(" : ist ") && !char.Digit(s.text[start]) && !char.Capital(s.text[start]) {
		start++
	}
	if start == len(s.text) || char.Glued(s.text, start) {
		return
	}
	r := s.read(start, vinSize, 1)
	if r.n < vinSize || !vinShape(r.chars[:vinSize]) || char.RunsOn(s.text, r.ends[vinSize-1]) {
		return
	}
	if stop := r.ends[vinSize-1]; stop-start > vinSize && char.InCapitals(s.text[start:stop]) {
		s.add(start, stop, VIN, 1, string(r.chars[:vinSize]))
	}
}

// chassisWords are the words for numbers of vehicles that are shorter than they are today, or of bicycles.
var chassisWords = [...]string{
	"fahrgestellnummer", "fahrgestellnr", "fahrgestell-nr", "fahrgestell-nummer", "rahmennummer", "rahmennr", "rahmen-nr",
	"rahmen-nummer", "chassis number", "chassis no", "frame number", "frame no",
}

// leastChassis and mostChassis are how many characters such a number has, leastChassisDigits how many of them are digits.
const leastChassis, mostChassis, leastChassisDigits = 6, 16, 4

// chassisLinks may stand between such a word and the number, chassisLimits before that word in lists of parts, which say from or
// up to which number they fit.
var (
	chassisLinks  = wordlist.Set("ist lautet is die the no nr nummer number")
	chassisLimits = wordlist.Set("ab bis von from to until before after since range")
)

// chassis takes such a number behind the word for it, which ends at end.
func (s *scan) chassis(end int) {
	if !endsIn(s.folded[:end], chassisWords[:]...) {
		return
	}
	i := s.tokenAt(end)
	for k := max(0, i-4); k < i; k++ {
		if chassisLimits[s.lower(k)] {
			return
		}
	}
	from := i
	for i < len(s.tokens) && i-from < mostChassis*2 && !s.tokens[i].line && (chassisLinks[s.lower(i)] || s.is(i, ':') || s.is(i, '.') || s.is(i, '#')) {
		i++
	}
	if i == len(s.tokens) || s.tokens[i].line {
		return
	}
	start := s.tokens[i].start
	stop, chars, digits := paperRun(s.text, start, true)
	for stop > 0 && stop+1 < len(s.text) && s.text[stop] == ' ' && char.Capital(s.text[stop+1]) && !char.RunsOn(s.text, stop+2) { // "WTU 188 K 2271 R"
		end, more, n := stop+2, 1, 0
		if end+1 < len(s.text) && char.Digit(s.text[end+1]) {
			end, more, n = paperRun(s.text, end+1, true)
			more++
		}
		stop, chars, digits = end, chars+more, digits+n
	}
	if chars < leastChassis || chars > mostChassis || digits < leastChassisDigits || s.dateHere(start) || s.unitAfter(stop) {
		return
	}
	s.add(start, stop, VIN, 0.7, bare(s.text[start:stop]))
}

// vinShape says whether characters may be the number of a vehicle: digits and capitals without those that are taken for digits,
// with digits at the end and with letters before.
func vinShape(c []byte) bool {
	if len(c) != vinSize || !char.Digits(c[vinSize-4:]) {
		return false
	}
	letters := 0
	for _, x := range c {
		switch {
		case char.Digit(x):
		case !char.Capital(x), x == 'I', x == 'O', x == 'Q':
			return false
		default:
			letters++
		}
	}
	return letters > 2
}

// vinValues are the values of the letters A to Z in the sum of the check digit, vinWeights the weights of the places (49 CFR
// 565.15).
const (
	vinValues  = "12345678012345070923456789"
	vinWeights = "\x08\x07\x06\x05\x04\x03\x02\x0a\x00\x09\x08\x07\x06\x05\x04\x03\x02"
)

// vinChecked checks the check digit in the ninth place, which vehicles for North America and China have.
func vinChecked(c []byte) bool {
	sum := 0
	for i, x := range c {
		value := x
		if !char.Digit(x) {
			value = vinValues[x-'A']
		}
		sum += int(value-'0') * int(vinWeights[i])
	}
	if rest := sum % 11; rest < 10 {
		return c[8] == '0'+byte(rest)
	}
	return c[8] == 'X'
}

// vinOfGermany says whether a number is filled up as German makers do: "WVWZZZ1KZ6W386752".
func vinOfGermany(c []byte) bool {
	return string(c[3:6]) == "ZZZ" && (c[0] == 'W' || c[0] == 'T' || c[0] == 'V')
}
