package personal

import (
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/personal/checkdigit"
)

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
		if char.RunsOn(s.text, end) {
			return false
		}
		s.add(pos, end, VATID, 1, string(r.chars[:n]))
		return true
	}
	switch country := string(r.chars[:2]); {
	case country == "DE" && r.n >= 11 && char.Digits(r.chars[2:11]):
		return (checkdigit.Mod1110(r.chars[2:11]) && !s.clues.goods(clueVAT, pos, 24) || named(11) || r.ends[10]-pos == 11 && s.behindFirm(pos)) && take(11)
	case country == "AT" && r.n >= 11 && r.chars[2] == 'U' && char.Digits(r.chars[3:11]):
		return (checkdigit.AustrianUID(r.chars[3:11]) || named(11)) && take(11)
	case country == "CH" && r.n >= 12 && r.chars[2] == 'E' && char.Digits(r.chars[3:12]):
		return (checkdigit.SwissUID(r.chars[3:12]) || named(12)) && take(12)
	default:
		shape, ok := vatShapes[country]
		if !ok {
			return false
		}
		for i := len(shape.lengths) - 1; i >= 0; i-- {
			n := 2 + int(shape.lengths[i])
			if r.n < n || char.CountDigits(r.chars[2:n]) < min(6, n-4) || shape.digits && !char.Digits(r.chars[2:n]) {
				continue
			}
			dutch := country == "NL" && r.chars[11] == 'B' && char.Digits(r.chars[2:11]) && char.Digits(r.chars[12:14])
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
	if size := end - pos; size != n && !(size == n+1 && r.ends[1] == pos+2 && r.ends[2] == pos+4) || !char.Capital(s.text[pos]) || !char.Capital(s.text[pos+1]) {
		return false
	}
	if checkdigit.EuropeanVAT(country, r.chars[2:n]) {
		return true
	}
	return checkdigit.VAT(country, string(r.chars[2:n])) && (end-pos == n || n > 10) && !s.goodsDirect(pos)
}

// firmTokens is how many tokens may stand between the form of a firm and its VAT id.
const firmTokens = 2

// behindFirm says whether the form of a firm stands before a word at pos in its sentence: "Rechnung an die GbR mit DE270800875".
func (s *scan) behindFirm(pos int) bool {
	i := s.tokenAt(pos)
	for k := i - 1; k >= 0 && i-k <= firmTokens+1 && !s.tokens[k+1].line && !s.is(k, '.'); k-- {
		if s.tokens[k].upper && s.has(k, legalForms) {
			return !s.goodsDirect(pos)
		}
	}
	return false
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
		if stop := at + len(tax); stop <= len(text) && strings.EqualFold(text[at:stop], tax) && !char.RunsOn(text, stop) {
			return stop
		}
	}
	return end
}
