package personal

import (
	"slices"
	"strings"
)

// codeReach is how far behind its beginning the first digit of a code can stand.
const codeReach = 40

// codes finds numbers that contain letters: IBAN, BIC, VAT ids, health and social insurance,
// identity documents. Each can only begin where a word or a number begins.
func (s *scan) codes() {
	end, digits := 0, 0
	for i, t := range s.tokens {
		if t.start < end || t.kind == mark {
			continue
		}
		for digits < len(s.groups) && s.groups[digits].end <= t.start {
			digits++
		}
		near := digits < len(s.groups) && s.groups[digits].start-t.start <= codeReach
		if !near && t.end-t.start < 8 || glued(s.text, t.start) {
			continue
		}
		n := len(s.found)
		switch {
		case near && s.codeAt(i, t):
		case s.medicareAt(t), s.britishDriver(t), s.receiptAt(t), s.americanDriver(t):
		case t.end-t.start == 16 && codiceFiscale(strings.ToUpper(s.text[t.start:t.end])):
			s.add(t.start, t.end, SocialID, 1, strings.ToUpper(s.text[t.start:t.end]))
		case t.end-t.start == 3 && s.spacedFiscal(t.start):
		case s.letteredSerial(t):
		case t.kind == word && s.bicAt(t):
		}
		if len(s.found) > n {
			end = s.found[n].End
		}
	}
	s.machineZones()
	s.nationals(clueNational, SocialID)
	s.checkedNationals()
	s.employers()
	s.employerColumns()
	s.hongKongIDs()
	s.panNumbers()
	s.payrolls()
	s.lastFours()
	s.nationals(clueInsured, HealthID)
	s.insurers()
	s.nationals(clueVATNo, VATID)
	s.nationals(clueIDCard, IDCard)
	s.nationals(cluePassport, Passport)
	s.papers()
	s.furtherPapers()
	s.toldNumbers()
}

// codeAt finds a code with digits that begins at token i.
func (s *scan) codeAt(i int, t token) bool {
	if t.kind == number {
		return s.insuranceAt(t.start) || s.documentAt(i, t) || s.licenceAt(i, t)
	}
	return isASCIILetter(s.text[t.start]) && !s.fourLetters(t) && s.letteredAt(t) || s.documentAt(i, t) || s.licenceAt(i, t)
}

// letteredAt finds a code that begins with a letter or two, by the characters that follow.
func (s *scan) letteredAt(t token) bool {
	if s.ibanAt(t.start) {
		return true
	}
	r := s.read(t.start, 3, 2)
	if r.n < 3 {
		return false
	}
	if isDigit(r.chars[1]) {
		return s.healthAt(t.start)
	}
	nino := isDigit(r.chars[2]) // asked before r is read anew
	return s.vatAt(t.start) || nino && s.ninoAt(t)
}

// fourLetters says whether a word begins with four letters, which no code but the BIC does.
func (s *scan) fourLetters(t token) bool {
	return t.end-t.start > 3 && isASCIILetter(s.text[t.start]) && isASCIILetter(s.text[t.start+1]) && isASCIILetter(s.text[t.start+2]) && isASCIILetter(s.text[t.start+3])
}

// vatShapes gives, after the country letters, how many characters a VAT id has and whether all
// are digits (EU Commission, VIES).
var vatShapes = map[string]struct {
	lengths string
	digits  bool
}{
	"BE": {"\x0a", true}, "BG": {"\x09\x0a", true}, "CY": {"\x09", false}, "CZ": {"\x08\x09\x0a", true}, "DK": {"\x08", true}, "EE": {"\x09", true},
	"EL": {"\x09", true}, "ES": {"\x09", false}, "FI": {"\x08", true}, "FR": {"\x0b", false}, "HR": {"\x0b", true}, "HU": {"\x08", true}, "IE": {"\x08\x09", false},
	"IT": {"\x0b", true}, "LT": {"\x09\x0c", true}, "LU": {"\x08", true}, "LV": {"\x0b", true}, "MT": {"\x08", true}, "NL": {"\x0c", false}, "PL": {"\x0a", true},
	"NO": {"\x09", true}, "PT": {"\x09", true}, "RO": {"\x08\x09\x0a", true}, "SE": {"\x0c", true}, "SI": {"\x08", true}, "SK": {"\x0a", true}, "GB": {"\x09\x0c", true}, "XI": {"\x09", true},
}

// vatReach is how far behind a VAT id a further one may stand, in bytes.
const vatReach = 64

// vatAt finds VAT ids: DE, AT and CH by check digit, those of other countries by shape where named.
func (s *scan) vatAt(pos int) bool {
	switch country := string(s.read(pos, 2, 2).chars[:2]); country {
	case "DE", "AT", "CH":
	default:
		if _, ok := vatShapes[country]; !ok {
			return false
		}
	}
	r := s.read(pos, 14, 2)
	if r.n < 10 {
		return false
	}
	named := func(n int) bool { return s.named(clueVAT, pos, r.ends[n-1], 40) }
	take := func(n int) bool {
		end := taxLetters(s.text, r.ends[n-1], string(r.chars[:2]))
		if runsOn(s.text, end) {
			return false
		}
		s.add(pos, end, VATID, 1, string(r.chars[:n]))
		return true
	}
	switch country := string(r.chars[:2]); {
	case country == "DE" && r.n >= 11 && allDigits(r.chars[2:11]):
		return (mod1110(r.chars[2:11]) && !s.clues.goods(clueVAT, pos, 24) || named(11)) && take(11)
	case country == "AT" && r.n >= 11 && r.chars[2] == 'U' && allDigits(r.chars[3:11]):
		return (austrianUID(r.chars[3:11]) || named(11)) && take(11)
	case country == "CH" && r.n >= 12 && r.chars[2] == 'E' && allDigits(r.chars[3:12]):
		return (swissUID(r.chars[3:12]) || named(12)) && take(12)
	default:
		shape, ok := vatShapes[country]
		if !ok {
			return false
		}
		for i := len(shape.lengths) - 1; i >= 0; i-- {
			n := 2 + int(shape.lengths[i])
			if r.n < n || digitCount(r.chars[2:n]) < min(6, n-4) || shape.digits && !allDigits(r.chars[2:n]) {
				continue
			}
			dutch := country == "NL" && r.chars[11] == 'B' && allDigits(r.chars[2:11]) && allDigits(r.chars[12:14])
			if (dutch || s.unnamedVAT(country, pos, n, r) || s.spacedVAT(country, pos, n, r) || named(n) || r.ends[n-1]-pos == n && s.foundBefore(VATID, pos, vatReach)) && take(n) {
				return true
			}
		}
	}
	return false
}

// unnamedVAT says whether the n characters read from pos are a VAT id that nothing names: its check digits are right, and it
// stands in one piece or apart from the letters of its country, in capitals.
func (s *scan) unnamedVAT(country string, pos, n int, r *reading) bool {
	end := r.ends[n-1]
	if size := end - pos; size != n && !(size == n+1 && r.ends[1] == pos+2 && r.ends[2] == pos+4) || !capital(s.text[pos]) || !capital(s.text[pos+1]) {
		return false
	}
	if europeanVAT(country, r.chars[2:n]) {
		return true
	}
	return checkedVAT(country, string(r.chars[2:n])) && (end-pos == n || n > 10) && !s.goodsDirect(pos)
}

// firmReach is how far before a VAT id the name of a firm may end, in bytes.
const firmReach = 24

// firms are the ends of names of firms in small letters, as states have them whose VAT ids have eight digits.
var firms = [...]string{" aps", " a/s", " ivs", " oy", " oyj", " ab", " kft", " kft.", " zrt", " zrt.", " bt.", " sàrl", " s.à r.l.", " sarl", " s.a.", " sa", " d.o.o.", " d.d.", " ltd", " ltd.", " limited", " plc"}

// spacedVAT says whether the n characters read from pos are a VAT id of eight digits in groups behind the name of a firm, whose
// check digit is right: "Hansen ApS, DK 13 58 56 28".
func (s *scan) spacedVAT(country string, pos, n int, r *reading) bool {
	if n != len("DK13585628") || !capital(s.text[pos]) || !capital(s.text[pos+1]) || r.ends[1] != pos+2 || !r.even(n, pos) && !r.evenBehindCountry(n) || !checkedVAT(country, string(r.chars[2:n])) || s.goodsDirect(pos) {
		return false
	}
	near := s.folded[max(0, pos-firmReach):pos]
	return slices.ContainsFunc(firms[:], func(f string) bool {
		at := strings.LastIndex(near, f)
		return at >= 0 && (at+len(f) == len(near) || strings.IndexByte(" ,;:(/-", near[at+len(f)]) >= 0)
	})
}

// vatLetters stand behind the number where it is one for the tax, in Switzerland and in Norway.
var vatLetters = map[string][]string{"CH": {"mwst", "tva", "iva"}, "NO": {"mva"}}

// taxLetters gives the end of a VAT id that ends at end with the letters that belong to it: "CHE-… MWST", "NO… MVA".
func taxLetters(text string, end int, country string) int {
	for _, tax := range vatLetters[country] {
		at := end
		if at < len(text) && (text[at] == ' ' || text[at] == '-') {
			at++
		}
		if stop := at + len(tax); stop <= len(text) && strings.EqualFold(text[at:stop], tax) && !runsOn(text, stop) {
			return stop
		}
	}
	return end
}

// healthAt finds Krankenversichertennummern.
func (s *scan) healthAt(pos int) bool {
	r := s.read(pos, 10, 2)
	if r.n < 10 || !allDigits(r.chars[1:10]) || runsOn(s.text, r.ends[9]) {
		return false
	}
	// "A 123 456 780" is a usual notation, other gaps may be chance.
	usual := r.ends[9]-pos == 10 || r.ends[9]-pos == 13 && r.ends[0]+2 == r.ends[1] && r.ends[3]+2 == r.ends[4] && r.ends[6]+2 == r.ends[7] ||
		r.ends[9]-pos == 11 && r.ends[0]+2 == r.ends[1] || r.ends[9]-pos == 12 && r.ends[3]+2 == r.ends[4] && r.ends[6]+2 == r.ends[7]
	if named := s.named(clueHealth, pos, r.ends[9], 60); !named && (!healthID(r.chars[:10]) || !usual || s.clues.goods(clueHealth, pos, 30)) {
		return false
	}
	s.add(pos, r.ends[9], HealthID, 1, string(r.chars[:10]))
	return true
}

// medicareShape is that of the identifier of Medicare in the United States: 9 is a digit, A a letter that is
// none of S, L, O, I, B and Z, X either (Centers for Medicare and Medicaid Services, 2018).
const medicareShape = "9AX9AX9AA99"

// medicareAt finds such an identifier, in its usual groups or where it is named.
func (s *scan) medicareAt(t token) bool {
	if !isDigit(s.text[t.start]) || s.text[t.start] == '0' {
		return false
	}
	if r := s.read(t.start, 2, 1); r.n < 2 || isDigit(r.chars[1]) {
		return false
	}
	r := s.read(t.start, 11, 1)
	if r.n < 11 || runsOn(s.text, r.ends[10]) {
		return false
	}
	for i, c := range r.chars[:11] {
		letter := c >= 'A' && c <= 'Z' && strings.IndexByte("SLOIBZ", c) < 0
		switch medicareShape[i] {
		case '9':
			if !isDigit(c) {
				return false
			}
		case 'A':
			if !letter {
				return false
			}
		default:
			if !letter && !isDigit(c) {
				return false
			}
		}
	}
	if whole := t.end == r.ends[10]; !whole && !(s.text[t.start+4] == '-' && s.text[t.start+8] == '-') && !s.named(clueInsured, t.start, r.ends[10], 48) {
		return false
	}
	s.add(t.start, r.ends[10], HealthID, 0.9, string(r.chars[:11]))
	return true
}

// britishDriver finds numbers of British driving licences, whose shape says enough: five letters of the
// surname, filled with 9, six digits of the birth, two initials or 9, a digit and two letters.
func (s *scan) britishDriver(t token) bool {
	end := britishLicence(s.text, t.start)
	if end == 0 {
		end = t.end
	}
	const shape = "NNNNN999999NN9AA"
	if end == t.end && end-t.start != len(shape) {
		return false
	}
	code := strings.ToUpper(bare(s.text[t.start:end]))
	if end == t.end && code != s.text[t.start:end] {
		return false
	}
	if len(code) != len(shape) || !(code[0] >= 'A' && code[0] <= 'Z') {
		return false
	}
	for i := range len(code) {
		letter := code[i] >= 'A' && code[i] <= 'Z'
		switch shape[i] {
		case 'N':
			if !letter && code[i] != '9' {
				return false
			}
		case 'A':
			if !letter {
				return false
			}
		default:
			if !isDigit(code[i]) {
				return false
			}
		}
	}
	s.add(t.start, end, IDCard, 0.9, code)
	return true
}

// americanDriver finds numbers of driving licences that several of the United States build from the sound of the
// surname, the birth and the sex: a letter and groups of digits, of which Florida has 3-3-2-3-1, Illinois and
// Michigan 3-3-3-3, Illinois also 3-4-4, Wisconsin 3-4-4-2.
func (s *scan) americanDriver(t token) bool {
	if t.kind != word || t.end-t.start != 4 || s.text[t.start] < 'A' || s.text[t.start] > 'Z' || digitRun(s.text, t.start+1) != 3 {
		return false
	}
	var shape [4]byte
	end, groups := t.end, 0
	for end+1 < len(s.text) && (s.text[end] == '-' || s.text[end] == ' ') && s.text[end] == s.text[t.end] && groups < len(shape) {
		n := digitRun(s.text, end+1)
		if n == 0 || n > 4 {
			break
		}
		shape[groups] = '0' + byte(n)
		groups, end = groups+1, end+1+n
	}
	switch string(shape[:groups]) {
	case "3231", "333", "44", "442":
	default:
		return false
	}
	if string(shape[:groups]) != "3231" && !s.named(clueDriver, t.start, end, 32) && !s.named(clueIDCard, t.start, end, 32) || runsOn(s.text, end) {
		return false
	}
	s.add(t.start, end, IDCard, 0.9, s.text[t.start:end])
	return true
}

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

// insuranceAt finds Rentenversicherungsnummern.
func (s *scan) insuranceAt(pos int) bool {
	r := s.read(pos, 12, 2)
	if r.n < 12 || r.chars[8] < 'A' || !allDigits(r.chars[:8]) || !allDigits(r.chars[9:12]) || runsOn(s.text, r.ends[11]) {
		return false
	}
	if !socialID(r.chars[:12]) && !s.named(clueSocial, pos, r.ends[11], 48) { // who mistypes is a person, too
		return false
	}
	s.add(pos, r.ends[11], SocialID, 1, string(r.chars[:12]))
	return true
}

// ninoAt finds British National Insurance numbers: two letters, six digits, A to D.
func (s *scan) ninoAt(t token) bool {
	r := s.read(t.start, 9, 2)
	if r.n < 9 || isDigit(r.chars[0]) || isDigit(r.chars[1]) || !allDigits(r.chars[2:8]) || r.chars[8] < 'A' || r.chars[8] > 'D' || runsOn(s.text, r.ends[8]) {
		return false
	}
	_, direct := s.clues.before(clueSocial, t.start, 16)
	if !direct && (strings.IndexByte("DFIQUV", r.chars[0]) >= 0 || strings.IndexByte("DFIQUVO", r.chars[1]) >= 0) { // who mistypes is a person, too
		return false
	}
	if !s.named(clueSocial, t.start, r.ends[8], 60) {
		return false
	}
	s.add(t.start, r.ends[8], SocialID, 0.9, string(r.chars[:9]))
	return true
}

// documentAt finds numbers of identity cards, passports and driving licences that are named.
func (s *scan) documentAt(i int, t token) bool {
	if len(s.clues.ends[clueIDCard]) == 0 && len(s.clues.ends[cluePassport]) == 0 || partOfCode(s.text, t.start) {
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
	if !ok || s.goodsDirect(t.start) && !s.serialNamed(t.start) || s.clues.goods(clueIDCard, t.start, 12) && s.clues.goods(cluePassport, t.start, 12) && !s.serialNamed(t.start) || s.notes[i].clue != 0 {
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
	r := s.read(t.start, 12, 1)
	for _, n := range [...]int{11, 10, 9, 8} {
		if r.n < n || runsOn(s.text, r.ends[n-1]) || digitCount(r.chars[:n]) == 0 {
			continue
		}
		written := s.text[t.start:r.ends[n-1]]
		if strings.ContainsAny(written, "\n") || written != strings.ToUpper(written) && strings.ContainsAny(written, " ") || s.dateHere(t.start) {
			continue
		}
		code := r.chars[:n]
		if digitCount(code) < 3 && !(len(written) == n && (written == strings.ToUpper(written) || near) && germanDocument(code[:min(9, n)])) {
			continue // a German serial may have one digit only: no word is made of its letters
		}
		good := n == 10 && germanDocument(code[:9]) && icao(code) || n == 9 && (germanDocument(code) || allDigits(code) || isPass) ||
			n == 11 && kind == IDCard && digitCount(code) >= 4 && !allDigits(code) || n == 10 && allDigits(code) && icao(code) ||
			n == 8 && (isPass || near && !isDigit(code[0]) && allDigits(code[1:])) || n == 9 && near && digitCount(code) >= 4
		// Words must not be read into a number: what is spaced out has to be a German serial.
		if !good || len(written) > n && !(germanDocument(code[:min(9, n)]) && digitCount(code) >= 3) {
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
	if end > len(s.text) || s.text[pos+3] != ' ' || s.text[pos+7] != ' ' || s.text[pos+13] != ' ' || runsOn(s.text, end) {
		return false
	}
	code := strings.ToUpper(strings.ReplaceAll(s.text[pos:end], " ", ""))
	if !codiceFiscale(code) {
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
	if runsOn(s.text, end) || len(code) < 9 || !germanDocument([]byte(code[:9])) || digitCount([]byte(code)) < 2 {
		return 0
	}
	return end
}

// spacedDocument reads one or two capitals and seven digits apart from them, "P 4418290", "AB 12 34 567", at token i. It
// returns their end, 0 if they are not there.
func (s *scan) spacedDocument(i int) int {
	t := s.tokens[i]
	if t.kind != word || t.end-t.start > 2 || !t.upper || strings.ToUpper(s.word(i)) != s.word(i) {
		return 0
	}
	digits := 0
	for i++; digits < 7 && s.digitsAt(i) > 0 && !s.tokens[i].line && s.tokens[i].gap; i++ {
		if digits += s.digitsAt(i); digits == 7 && !runsOn(s.text, s.tokens[i].end) && s.digitsAt(i+1) == 0 {
			return s.tokens[i].end
		}
	}
	return 0
}

// licenceAt finds numbers of driving licences, which every country builds in its own way, directly
// behind the word for one.
func (s *scan) licenceAt(i int, t token) bool {
	if len(s.clues.ends[clueDriver]) == 0 || partOfCode(s.text, t.start) || !s.named(clueDriver, t.start, t.end, 20) || s.notes[i].clue != 0 || s.dateHere(t.start) || s.goodsDirect(t.start) {
		return false
	}
	end := t.end
	for end+1 < len(s.text) && s.text[end] == '-' && isAlnum(s.text[end+1]) {
		for end++; end < len(s.text) && isAlnum(s.text[end]); end++ {
		}
	}
	if more := britishLicence(s.text, t.start); more > 0 {
		end = more
	}
	r := s.read(t.start, 20, 1)
	n := 0
	for n < r.n && r.ends[n] <= end {
		n++
	}
	if n < 7 || n > 19 || r.ends[n-1] != end || digitCount(r.chars[:n]) < 4 || runsOn(s.text, end) || s.unitAfter(end) || yearsOf(s.text[t.start:end]) {
		return false
	}
	s.add(t.start, end, IDCard, 0.8, string(r.chars[:n]))
	return true
}

// britishLicence reads the number of a British driving licence in its three parts, "WHITC 858143 HR9KX", at
// pos. It returns its end, 0 if there is none.
func britishLicence(text string, pos int) int {
	const size = len("WHITC 858143 HR9KX")
	end := pos + size
	if end > len(text) || text[pos+5] != ' ' && text[pos+5] != '-' || text[pos+12] != text[pos+5] || digitRun(text, pos+6) != 6 || !isDigit(text[pos+15]) || runsOn(text, end) {
		return 0
	}
	upper := isASCIILetter(text[pos]) && text[pos] < 'a'
	for k := pos; k < end; k++ {
		letter := isASCIILetter(text[k]) && (text[k] < 'a') == upper
		switch at := k - pos; {
		case at < 5 || at == 13 || at == 14:
			if !letter && text[k] != '9' {
				return 0
			}
		case at > 15:
			if !letter && (!upper || !isDigit(text[k])) {
				return 0
			}
		}
	}
	return end
}

// germanDocument says whether c uses only what German serial numbers use: digits and consonants
// that cannot be misread.
func germanDocument(c []byte) bool {
	for _, x := range c {
		if !isDigit(x) && strings.IndexByte("CFGHJKLMNPRTVWXYZ", x) < 0 {
			return false
		}
	}
	return len(c) == 9 && !isDigit(c[0])
}

func digitCount(c []byte) int {
	n := 0
	for _, x := range c {
		if isDigit(x) {
			n++
		}
	}
	return n
}

// machineZones finds lines of a machine-readable zone (ICAO 9303): "P<D<<MUSTERMANN<<ERIKA<<<".
func (s *scan) machineZones() {
	for at := 0; ; {
		i := strings.Index(s.text[at:], "<<")
		if i < 0 {
			return
		}
		i += at
		zone := func(c byte) bool { return c == '<' || isDigit(c) || c >= 'A' && c <= 'Z' }
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
