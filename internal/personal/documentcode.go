package personal

import (
	"strings"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/personal/checkdigit"
	"github.com/webchatagent/wca/internal/wordlist"
)

// receiptAt finds numbers of the immigration service of the United States, "SRC2190417735".
func (s *scan) receiptAt(t token) bool {
	if t.end-t.start != 13 || digitRun(s.text, t.start+3) != 10 {
		return false
	}
	switch s.text[t.start : t.start+3] {
	case "SRC", "LIN", "EAC", "WAC", "MSC", "IOE", "NBC", "YSC":
		s.add(t.start, t.end, IDCard, 0.9, s.text[t.start:t.end])
		return true
	}
	return false
}

// documentAt finds numbers of identity cards, passports and driving licences that are named.
func (s *scan) documentAt(i int, t token) bool {
	if len(s.clues.ends[clueIDCard]) == 0 && len(s.clues.ends[cluePassport]) == 0 || partOfCode(s.text, t.start) || s.dialGlued(t) {
		return false
	}
	kind := IDCard
	card, ok := s.clues.before(clueIDCard, t.start, 48)
	pass, isPass := s.clues.before(cluePassport, t.start, 48)
	if !ok && !isPass { // "… is my passport number"
		ok, isPass = s.named(clueIDCard, t.start, t.end, 0), s.named(cluePassport, t.start, t.end, 0)
	}
	if isPass && (!ok || pass < card) {
		kind, ok = Passport, true
	}
	if !ok || s.goodsDirect(t.start) && !s.serialNamed(t.start) || s.clues.goods(clueIDCard, t.start, 12) && s.clues.goods(cluePassport, t.start, 12) && !s.serialNamed(t.start) {
		return false
	}
	if s.clues.nearer(clueBIC, clueIDCard, t.start, 16) && s.clues.nearer(clueBIC, cluePassport, t.start, 16) {
		return false // the number of a bank
	}
	if end := s.groupedSerial(t.start); end > 0 {
		s.add(t.start, end, kind, 0.8, strings.ReplaceAll(s.text[t.start:end], " ", ""))
		return true
	}
	_, near := s.clues.before(clueIDCard, t.start, 8)
	if end := s.spacedDocument(i); end > 0 && (near || isPass && pass <= 8) {
		s.add(t.start, end, kind, 0.8, strings.ReplaceAll(s.text[t.start:end], " ", ""))
		return true
	}
	if s.notes[i].clue != 0 {
		return false
	}
	r := s.read(t.start, 12, 1)
	for _, n := range [...]int{11, 10, 9, 8} {
		if r.n < n || char.RunsOn(s.text, r.ends[n-1]) || char.CountDigits(r.chars[:n]) == 0 {
			continue
		}
		written := s.text[t.start:r.ends[n-1]]
		if strings.ContainsAny(written, "\n") || !char.InCapitals(written) && strings.ContainsAny(written, " ") || s.dateHere(t.start) {
			continue
		}
		code := r.chars[:n]
		short := n == 9 && near && kind == IDCard && len(written) == n && char.CountDigits(code) > 1 && char.InCapitals(written) // "X4RTBPFW4" of France
		if char.CountDigits(code) < 3 && !short && !(len(written) == n && (char.InCapitals(written) || near) && germanDocument(code[:min(9, n)])) {
			continue // a German serial may have one digit only: no word is made of its letters
		}
		good := n == 10 && germanDocument(code[:9]) && checkdigit.ICAO(code) || n == 9 && (germanDocument(code) || char.Digits(code) || isPass) ||
			n == 11 && kind == IDCard && char.CountDigits(code) >= 4 && !char.Digits(code) || n == 10 && char.Digits(code) && checkdigit.ICAO(code) ||
			short || n == 8 && (isPass || near && !char.Digit(code[0]) && char.Digits(code[1:])) || n == 9 && near && char.CountDigits(code) >= 4
		// Words must not be read into a number: what is spaced out has to be a German serial.
		if !good || len(written) > n && !(germanDocument(code[:min(9, n)]) && char.CountDigits(code) >= 3) {
			continue
		}
		s.add(t.start, r.ends[n-1], kind, 0.9, string(code[:min(n, 11)]))
		return true
	}
	return false
}

// spacedFiscal finds the tax code of a person in Italy at pos in its usual groups: "VRD LGU 75M08 F205Z".
func (s *scan) spacedFiscal(pos int) bool {
	end := pos + len("VRD LGU 75M08 F205Z")
	if end > len(s.text) || s.text[pos+3] != ' ' || s.text[pos+7] != ' ' || s.text[pos+13] != ' ' || char.RunsOn(s.text, end) {
		return false
	}
	code := strings.ToUpper(strings.ReplaceAll(s.text[pos:end], " ", ""))
	if !checkdigit.CodiceFiscale(code) {
		return false
	}
	s.add(pos, end, SocialID, 1, code)
	return true
}

// letteredSerial finds serial numbers of German documents that have no digit at all: "ausgewiesen durch BPA
// LPKFJRVWF".
func (s *scan) letteredSerial(t token) bool {
	if t.end-t.start != 9 || !germanDocument([]byte(s.text[t.start:t.end])) {
		return false
	}
	kind := IDCard
	_, ok := s.clues.before(clueIDCard, t.start, 12)
	if _, pass := s.clues.before(cluePassport, t.start, 12); pass && !ok {
		kind, ok = Passport, true
	}
	if ok {
		s.add(t.start, t.end, kind, 0.8, s.text[t.start:t.end])
	}
	return ok
}

// partOfCode says whether letters with a hyphen stand directly before pos: "Vertrag FS-20-11873".
func partOfCode(text string, pos int) bool {
	return pos > 1 && text[pos-1] == '-' && text[pos-2] >= 'A' && text[pos-2] <= 'Z'
}

// serialNamed says whether the word for a serial number stands before pos: identity documents have one, too.
func (s *scan) serialNamed(pos int) bool {
	return endsIn(strings.TrimRight(s.text[:pos], ": ."), "seriennummer", "serien-nr", "serial number", "serial no")
}

// groupedSerial reads the nine characters of a German document in groups of four at pos, "L950 ZG6C Z", with
// the check digit or without. It returns their end, 0 if they are not there.
func (s *scan) groupedSerial(pos int) int {
	end := pos + len("L950 ZG6C Z")
	if end > len(s.text) || s.text[pos+4] != ' ' || s.text[pos+9] != ' ' {
		return 0
	}
	if digits := digitRun(s.text, end); digits == 1 {
		end++
	}
	code := strings.ReplaceAll(s.text[pos:end], " ", "")
	if char.RunsOn(s.text, end) || len(code) < 9 || !germanDocument([]byte(code[:9])) || char.CountDigits([]byte(code)) < 2 {
		return 0
	}
	return end
}

// spacedDocument reads up to three capitals and six or seven digits apart from them, "P 4418290", "AB 12 34 567", "ABA 300000",
// "ΑΚ 123456", at token i, and those of Italy and Hungary that end in two capitals, "CA 58213 HX", "123456 AB". It returns their
// end, 0 if they are not there.
func (s *scan) spacedDocument(i int) int {
	if s.digitsAt(i) == 6 && s.twoCapitals(i+1) {
		return s.tokens[i+1].end
	}
	w := s.word(i)
	if s.tokens[i].kind != word || len(w) > len("ΑΚΜ") || utf8.RuneCountInString(w) > 3 || !s.tokens[i].upper || !char.InCapitals(w) || currencies[w] {
		return 0
	}
	if s.digitsAt(i+1) == 5 && len(w) == 2 && s.tokens[i+1].gap && s.twoCapitals(i+2) {
		return s.tokens[i+2].end
	}
	digits := 0
	for i++; digits < 7 && s.digitsAt(i) > 0 && !s.tokens[i].line && s.tokens[i].gap; i++ {
		if digits += s.digitsAt(i); digits > 5 && digits < 8 && !char.RunsOn(s.text, s.tokens[i].end) && s.digitsAt(i+1) == 0 {
			return s.tokens[i].end
		}
	}
	return 0
}

// twoCapitals says whether token i is two capitals behind a space, and not the short name of a state.
func (s *scan) twoCapitals(i int) bool {
	return i < len(s.tokens) && s.tokens[i].end-s.tokens[i].start == 2 && char.Capital(s.text[s.tokens[i].start]) && char.Capital(s.text[s.tokens[i].start+1]) && s.tokens[i].gap && !s.tokens[i].line && !s.regionAt(i)
}

// germanDocument says whether c uses only what German serial numbers use: digits and consonants
// that cannot be misread.
func germanDocument(c []byte) bool {
	for _, x := range c {
		if !char.Digit(x) && strings.IndexByte("CFGHJKLMNPRTVWXYZ", x) < 0 {
			return false
		}
	}
	return len(c) == 9 && !char.Digit(c[0])
}

// machineZones finds lines of a machine-readable zone (ICAO 9303): "P<D<<MUSTERMANN<<ERIKA<<<".
func (s *scan) machineZones() {
	if !s.letters.mayHold("<<") {
		return
	}
	for at := 0; ; {
		i := strings.Index(s.text[at:], "<<")
		if i < 0 {
			return
		}
		i += at
		zone := func(c byte) bool { return c == '<' || char.Digit(c) || c >= 'A' && c <= 'Z' }
		from, to := i, i
		for from > at && zone(s.text[from-1]) {
			from--
		}
		for to < len(s.text) && zone(s.text[to]) {
			to++
		}
		if n := to - from; n >= 28 && n <= 50 {
			s.add(from, to, IDCard, 0.9, s.text[from:to])
		}
		at = to
	}
}

// dialWords stand before telephone numbers, and in haste are written in one with them.
var dialWords = wordlist.Set("tel telefon fon phone ph mob mobile mobil handy fax")

// dialGlued says whether token t is such a word and the begin of a number: "tel01273 90 44 18".
func (s *scan) dialGlued(t token) bool {
	w := s.folded[t.start:t.end]
	at := strings.IndexByte(w, '0')
	return at > 1 && dialWords[w[:at]]
}
