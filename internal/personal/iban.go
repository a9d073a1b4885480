package personal

import (
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/personal/checkdigit"
)

// reading is a code read from text: its characters without separators, upper case.
type reading struct {
	chars [36]byte
	ends  [36]int // where each character ends in the text
	n     int
}

// read collects up to n letters and digits from pos, skipping at most gaps separators between
// two of them. It is valid until the next call.
func (s *scan) read(pos, n, gaps int) *reading {
	r := &s.code
	r.n = 0
	skipped := 0
	for i := pos; i < len(s.text) && r.n < n; i++ {
		c := s.text[i]
		switch {
		case char.AlnumTable[c]:
			if c >= 'a' {
				c -= 'a' - 'A'
			}
			r.chars[r.n], r.ends[r.n] = c, i+1
			r.n++
			skipped = 0
		case (c == ' ' || c == '-' || c == '.' || c == '/' || c == '_' || c == '\n' || c == '\r' || c == '\t') && skipped < gaps:
			skipped++
		case c == '>' && skipped > 0 && s.text[i-1] == '\n', c == 0xb7 && s.text[i-1] == 0xc2: // a quoted line; the second byte of "·"
		case c == 0xc2 && skipped < gaps && strings.HasPrefix(s.text[i:], "·"):
			skipped++
		default:
			return r
		}
	}
	return r
}

// even says whether the first n characters, which begin at pos, stand in groups of one size but for
// the last, or together.
func (r *reading) even(n, pos int) bool {
	size, group := 0, 0
	last := pos
	for i := range n {
		if i > 0 && r.ends[i]-last > 1 { // a gap before this one
			if size == 0 {
				size = group
			}
			if group != size {
				return false
			}
			group = 0
		}
		group++
		last = r.ends[i]
	}
	return size == 0 || group <= size
}

// evenBehind says whether the characters behind country and check digits, which stand apart, are in even
// groups: "QA 41 LWAS 180O 6B1M".
func (r *reading) evenBehind(n int) bool {
	rest := reading{n: n - 4}
	copy(rest.chars[:], r.chars[4:])
	copy(rest.ends[:], r.ends[4:])
	return r.ends[2]-r.ends[1] == 2 && r.ends[4]-r.ends[3] == 2 && rest.even(n-4, r.ends[4]-1)
}

// evenBehindCountry says whether the characters behind the letters of a country are in even groups: "DK 13 58 56 28".
func (r *reading) evenBehindCountry(n int) bool {
	rest := reading{n: n - 2}
	copy(rest.chars[:], r.chars[2:])
	copy(rest.ends[:], r.ends[2:])
	return rest.even(n-2, r.ends[2]-1)
}

// ibanAt finds an IBAN that begins at pos, in groups, broken over lines or with each character
// on its own.
func (s *scan) ibanAt(pos int) bool {
	if r := s.read(pos, 4, 4); r.n < 4 || !char.Digit(r.chars[2]) || !char.Digit(r.chars[3]) {
		return false
	}
	size := checkdigit.IBANLength[string(s.code.chars[:2])]
	if size == 0 {
		return false
	}
	r := s.read(pos, 34, 4)
	if r.n < leastMistyped {
		return false
	}
	if r.n < size {
		return s.mistypedIBAN(pos, r)
	}
	code := r.chars[:size]
	end := r.ends[size-1]
	if strings.HasPrefix(s.text[pos:], "no. ") { // "order no. 954-6156024-1766036"
		return false
	}
	if strings.Contains(s.text[pos:end], " / ") && !(checkdigit.Mod97(code) && strings.Contains(s.folded[max(0, pos-ibanWordReach):pos], "iban")) { // "should be 60-64-82 / 54243620"
		return false
	}
	named, valid := s.named(clueBank, pos, end, 30), checkdigit.Mod97(code)
	if !char.Digits(code[4:]) && !r.even(size, pos) && !r.evenBehind(size) && !(valid && r.ends[3] == pos+4 && end-pos == size+1 && char.InCapitals(s.text[pos:end])) && !(char.CountDigits(code) > size/3 && char.InCapitals(s.text[pos:end])) {
		return s.mistypedIBAN(pos, r) // or words that happen to have the right sum
	}
	if !valid && (char.RunsOn(s.text, end) || !char.Digits(code[4:]) || !named && !s.ibanShape(pos, r, size)) {
		return s.mistypedIBAN(pos, r)
	}
	if char.RunsOn(s.text, end) && s.mistypedIBAN(pos, r) {
		return true
	}
	s.add(pos, end, IBAN, 1, string(code))
	return true
}

// leastShape is how long an IBAN is at least that its shape alone tells, in characters.
const leastShape = 18

// ibanShape says whether what was read from pos can be nothing but an IBAN, though its sum is wrong: the country
// in capitals and digits, in groups of four. Without them it may be the number of an article.
func (s *scan) ibanShape(pos int, r *reading, size int) bool {
	return size >= leastShape && s.text[pos:pos+2] == string(r.chars[:2]) && r.even(size, pos) && r.ends[3] == pos+4 && r.ends[4] == pos+6 && r.ends[7] == pos+9
}

// ibanWordReach is how far before a mistyped IBAN the word itself may begin, in bytes.
const ibanWordReach = 24

// leastMistyped is how many characters of a mistyped IBAN are there at least.
const leastMistyped = 12

// mistypedIBAN takes what was read from pos for an IBAN with a digit too many or too few if the text calls it one.
func (s *scan) mistypedIBAN(pos int, r *reading) bool {
	if !strings.Contains(s.folded[max(0, pos-ibanWordReach):pos], "iban") {
		return false
	}
	n := 4
	for n < r.n && char.Digit(r.chars[n]) {
		n++
	}
	if n < leastMistyped || char.RunsOn(s.text, r.ends[n-1]) {
		return false
	}
	s.add(pos, r.ends[n-1], IBAN, 0.9, string(r.chars[:n]))
	return true
}

// bicReach is how far behind an IBAN a BIC of the same country stands without a word for it.
const bicReach = 60

// ofBank are words that lead from a BIC on to the bank that has it.
var ofBank = [...]string{"bic der ", "bic von ", "bic vom ", "bic of ", "bic for ", "swift code of ", "swift code for "}

// bicOfBank says whether a sentence asks which bank has the BIC at t, behind no number of an account: "Ist COBADEFFXXX die BIC der
// Commerzbank?"
func (s *scan) bicOfBank(t token) bool {
	from, to := max(0, t.start-afterReach), min(len(s.folded), t.end+2*afterReach)
	from += strings.LastIndexAny(s.folded[from:t.start], ".!?\n") + 1
	if n := strings.IndexAny(s.folded[t.end:to], ".!?\n"); n >= 0 {
		to = t.end + n
	}
	return to < len(s.folded) && s.folded[to] == '?' && !s.foundBefore(IBAN, t.start, bicReach) && slices.ContainsFunc(ofBank[:], func(w string) bool { return strings.Contains(s.folded[from:to], w) })
}

// bicAt finds a BIC (ISO 9362) that is named or stands behind an IBAN.
func (s *scan) bicAt(t token) bool {
	raw := s.text[t.start:t.end]
	if len(raw) != 8 && len(raw) != 11 {
		return false
	}
	if _, direct := s.clues.before(clueBIC, t.start, 5); direct && s.strange(s.tokenAt(t.start)) && (raw == strings.ToLower(raw) || !strings.HasPrefix(s.text[t.end:], ":")) || len(s.clues.ends[clueBIC]) > 0 && raw == strings.ToLower(raw) && s.strange(s.tokenAt(t.start)) && s.toldAs(clueBIC, s.tokenAt(t.start), t.end) >= 0 { // "bic cobadeffxxx"
		raw = strings.ToUpper(raw)
	}
	for i := range len(raw) {
		c := raw[i]
		if !(c >= 'A' && c <= 'Z' || i >= 6 && char.Digit(c)) {
			return false
		}
	}
	if checkdigit.IBANLength[raw[4:6]] == 0 && raw[4:6] != "US" && raw[4:6] != "JP" && raw[4:6] != "CN" && raw[4:6] != "CA" && raw[4:6] != "AU" {
		return false
	}
	named := s.named(clueBIC, t.start, t.end, 32)
	if !named {
		n := len(s.found)
		named = n > 0 && s.found[n-1].Type == IBAN && (t.start-s.found[n-1].End < 12 || t.start-s.found[n-1].End < bicReach && strings.HasPrefix(s.found[n-1].value, raw[4:6]))
	}
	if !named { // of a head office, or with a digit in a text about a transfer
		named = len(raw) == 11 && strings.HasSuffix(raw, "XXX") || strings.ContainsAny(raw, "0123456789") && s.named(clueBank, t.start, t.end, 32)
	}
	if named && !s.bicOfBank(t) {
		s.add(t.start, t.end, BIC, 0.9, raw)
	}
	return named
}
