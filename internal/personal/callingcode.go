package personal

import (
	"strings"

	"golang.org/x/text/language"
)

// callingCode lists the country calling codes of ITU-T E.164 (zones with two-digit codes by
// their second digit, all other codes of a zone have three digits).
var callingCode = map[byte]string{'2': "07", '3': "0123469", '4': "013456789", '5': "12345678", '6': "0123456", '8': "1246", '9': "0123458"}

// CallingCodeLength gives how many digits the country code at the beginning of d has, 0 if none.
func CallingCodeLength(d []byte) int {
	if len(d) < 3 || d[0] == '0' {
		return 0
	}
	if d[0] == '1' || d[0] == '7' {
		return 1
	}
	if strings.IndexByte(callingCode[d[0]], d[1]) >= 0 {
		return 2
	}
	return 3
}

// ownCode gives the calling codes of regions whose numbers begin with 0 at home.
var ownCode = map[string]string{"DE": "49", "AT": "43", "CH": "41", "LI": "423", "LU": "352", "GB": "44", "FR": "33", "NL": "31", "BE": "32", "IT": "39", "PL": "48", "US": "1"}

// IsRegion reports whether a code is that of a country in ISO 3166, such as DE.
func IsRegion(code string) bool {
	r, err := language.ParseRegion(code)
	return err == nil && r.IsCountry() && r.String() == code && r.Canonicalize() == r // not UK, which is GB
}

// dialForm gives the number in E.164 digits, so that all notations of one number are equal.
func (s *scan) dialForm(d []byte, plus bool) string {
	switch {
	case plus:
	case d[0] == '0' && d[1] == '0':
		d = d[2:]
	case d[0] == '0' && ownCode[s.region] != "":
		return ownCode[s.region] + string(d[1:])
	default:
		return string(d)
	}
	if cc := CallingCodeLength(d); cc > 0 && len(d) > cc && d[cc] == '0' && string(d[:cc]) != "39" { // +49 (0) 351
		return string(d[:cc]) + string(d[cc+1:])
	}
	return string(d)
}
