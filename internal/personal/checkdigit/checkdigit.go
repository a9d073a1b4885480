// Package checkdigit checks numbers and codes that tell by themselves whether they are right: by check digits, checksums, or a
// day of birth within them. Each takes a whole one of the length that it has, without separators: digits as ASCII, letters as
// capitals. The sources of the formulas stand with them.
package checkdigit

import "github.com/webchatagent/wca/internal/personal/char"

// Luhn checks a number with the check digit of ISO/IEC 7812-1 (cards).
func Luhn(digits []byte) bool {
	sum := 0
	for i, c := range digits {
		d := int(c - '0')
		if (len(digits)-i)%2 == 0 {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return sum%10 == 0
}

// Mod97 checks an IBAN (ISO 13616): four characters moved to the end, letters as 10…35, rest 1.
func Mod97(code []byte) bool {
	rest := 0
	feed := func(c byte) {
		if char.Digit(c) {
			rest = (rest*10 + int(c-'0')) % 97
		} else {
			rest = (rest*100 + int(c-'A') + 10) % 97
		}
	}
	for _, c := range code[4:] {
		feed(c)
	}
	for _, c := range code[:4] {
		feed(c)
	}
	return rest == 1
}

// Mod1110 checks the last digit by ISO/IEC 7064 MOD 11,10 (German tax id and VAT id).
func Mod1110(digits []byte) bool {
	product := 10
	for _, c := range digits[:len(digits)-1] {
		sum := (int(c-'0') + product) % 10
		if sum == 0 {
			sum = 10
		}
		product = sum * 2 % 11
	}
	return (11-product)%10 == int(digits[len(digits)-1]-'0')
}

// EAN13 checks a 13-digit EAN (GTIN-13), also the Swiss AHV number, which begins with 756.
func EAN13(d []byte) bool {
	if len(d) != 13 {
		return false
	}
	sum := 0
	for i, c := range d {
		sum += int(c-'0') * (1 + 2*(i%2))
	}
	return sum%10 == 0
}

// ICAO checks a document number with its check digit (ICAO 9303: weights 7, 3, 1).
func ICAO(c []byte) bool {
	sum := 0
	for i, x := range c[:len(c)-1] {
		v := int(x - '0')
		if !char.Digit(x) {
			v = int(x-'A') + 10
		}
		sum += v * [3]int{7, 3, 1}[i%3]
	}
	return char.Digit(c[len(c)-1]) && sum%10 == int(c[len(c)-1]-'0')
}

// SpanishAccount checks the two check digits in the 20 digits of a Spanish account (Código Cuenta Cliente).
func SpanishAccount(d []byte) bool {
	check := func(d []byte) byte {
		sum := 0
		for i, weight := range []int{1, 2, 4, 8, 5, 10, 9, 7, 3, 6}[10-len(d):] {
			sum += weight * int(d[i]-'0')
		}
		switch c := 11 - sum%11; c {
		case 10:
			return '1'
		case 11:
			return '0'
		default:
			return '0' + byte(c)
		}
	}
	return d[8] == check(d[:8]) && d[9] == check(d[10:])
}

// IBANLength lists the IBAN lengths of the SWIFT registry.
var IBANLength = map[string]int{
	"AD": 24, "AE": 23, "AL": 28, "AT": 20, "AZ": 28, "BA": 20, "BE": 16, "BG": 22, "BH": 22, "BI": 27, "BR": 29, "BY": 28, "CH": 21, "CR": 22, "CY": 28,
	"CZ": 24, "DE": 22, "DJ": 27, "DK": 18, "DO": 28, "EE": 20, "EG": 29, "ES": 24, "FI": 18, "FK": 18, "FO": 18, "FR": 27, "GB": 22, "GE": 22, "GI": 23,
	"GL": 18, "GR": 27, "GT": 28, "HN": 28, "HR": 21, "HU": 28, "IE": 22, "IL": 23, "IQ": 23, "IS": 26, "IT": 27, "JO": 30, "KW": 30, "KZ": 20, "LB": 28,
	"LC": 32, "LI": 21, "LT": 20, "LU": 20, "LV": 21, "LY": 25, "MC": 27, "MD": 24, "ME": 22, "MK": 19, "MN": 20, "MR": 27, "MT": 31, "MU": 30, "NI": 28,
	"NL": 18, "NO": 15, "OM": 23, "PK": 24, "PL": 28, "PS": 29, "PT": 25, "QA": 29, "RO": 24, "RS": 22, "RU": 33, "SA": 24, "SC": 31, "SD": 18, "SE": 24,
	"SI": 19, "SK": 24, "SM": 27, "SO": 23, "ST": 25, "SV": 28, "TL": 23, "TN": 24, "TR": 26, "UA": 29, "VA": 22, "VG": 24, "XK": 20, "YE": 30,
}
