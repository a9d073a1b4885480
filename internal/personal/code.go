package personal

import (
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/personal/checkdigit"
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
		if !near && t.end-t.start < 8 || char.Glued(s.text, t.start) {
			continue
		}
		n := len(s.found)
		switch {
		case near && s.codeAt(i, t):
		case t.kind == number && s.medicareAt(t), s.britishDriver(t), s.receiptAt(t), s.americanDriver(t):
		case t.end-t.start == 16 && checkdigit.CodiceFiscale(strings.ToUpper(s.text[t.start:t.end])):
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
	return char.ASCII(s.text[t.start]) && !s.fourLetters(t) && s.letteredAt(t) || s.documentAt(i, t) || s.licenceAt(i, t)
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
	if char.Digit(r.chars[1]) {
		return s.healthAt(t.start)
	}
	nino := char.Digit(r.chars[2]) // asked before r is read anew
	return s.vatAt(t.start) || nino && s.ninoAt(t)
}

// fourLetters says whether a word begins with four letters, which no code but the BIC does.
func (s *scan) fourLetters(t token) bool {
	return t.end-t.start > 3 && char.ASCII(s.text[t.start]) && char.ASCII(s.text[t.start+1]) && char.ASCII(s.text[t.start+2]) && char.ASCII(s.text[t.start+3])
}

// firmReach is how far before a VAT id the name of a firm may end, in bytes.
const firmReach = 24

// firms are the ends of names of firms in small letters, as states have them whose VAT ids have eight digits.
var firms = [...]string{
	" aps", " a/s", " ivs", " oy", " oyj", " ab", " kft", " kft.", " zrt", " zrt.", " bt.", " sàrl",
	" s.à r.l.", " sarl", " s.a.", " sa", " d.o.o.", " d.d.", " ltd", " ltd.", " limited", " plc",
}

// spacedVAT says whether the n characters read from pos are a VAT id of eight digits in groups behind the name of a firm, whose
// check digit is right: "Hansen ApS, DK 13 58 56 28".
func (s *scan) spacedVAT(country string, pos, n int, r *reading) bool {
	if n != len("DK13585628") || !char.Capital(s.text[pos]) || !char.Capital(s.text[pos+1]) || r.ends[1] != pos+2 || !r.even(n, pos) && !r.evenBehindCountry(n) || !checkdigit.VAT(country, string(r.chars[2:n])) || s.goodsDirect(pos) {
		return false
	}
	near := s.folded[max(0, pos-firmReach):pos]
	return slices.ContainsFunc(firms[:], func(f string) bool {
		at := strings.LastIndex(near, f)
		return at >= 0 && (at+len(f) == len(near) || strings.IndexByte(" ,;:(/-", near[at+len(f)]) >= 0)
	})
}
