package checkdigit

import "github.com/webchatagent/wca/internal/personal/char"

// TaxID checks a German tax id: check digit, no leading zero, and exactly one digit occurring
// two or three times among the first ten (§ 139b AO, rules of the federal tax office).
func TaxID(d []byte) bool {
	if len(d) != 11 || d[0] == '0' || !Mod1110(d) {
		return false
	}
	var seen [10]int
	for _, c := range d[:10] {
		seen[c-'0']++
	}
	repeated := 0
	for _, n := range seen {
		if n > 3 {
			return false
		}
		if n > 1 {
			repeated++
		}
	}
	return repeated == 1
}

// HealthID checks a German Krankenversichertennummer: a letter, eight digits, check digit.
// The letter counts as two digits, weights are 1 and 2 in turn, cross sums are added.
func HealthID(c []byte) bool {
	if len(c) != 10 || !char.Digits(c[1:]) {
		return false
	}
	letter := int(c[0]-'A') + 1
	d := append([]byte{byte('0' + letter/10), byte('0' + letter%10)}, c[1:9]...)
	sum := 0
	for i, x := range d {
		p := int(x-'0') * (1 + i%2)
		sum += p/10 + p%10
	}
	return sum%10 == int(c[9]-'0')
}

// SocialID checks a German Rentenversicherungsnummer (VKVV § 2): area, date of birth, letter,
// serial, check digit.
func SocialID(c []byte) bool {
	if len(c) != 12 || !char.Digits(c[:8]) || !char.Digits(c[9:]) {
		return false
	}
	day, month := char.Two(c[2:]), char.Two(c[4:])
	if day == 0 || day > 31+50 || month > 12 { // serial days above 50 are given when a day is used up
		return false
	}
	letter := int(c[8]-'A') + 1
	d := append([]byte{}, c[:8]...)
	d = append(d, byte('0'+letter/10), byte('0'+letter%10), c[9], c[10])
	sum := 0
	for i, w := range [12]int{2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1} {
		p := int(d[i]-'0') * w
		sum += p/10 + p%10
	}
	return sum%10 == int(c[11]-'0')
}

// AustrianSocialID checks an Austrian social insurance number: three digits, check digit, date.
func AustrianSocialID(d []byte) bool {
	if len(d) != 10 || d[0] == '0' || char.Two(d[4:]) == 0 || char.Two(d[4:]) > 31 || char.Two(d[6:]) == 0 || char.Two(d[6:]) > 15 {
		return false
	}
	sum := 0
	for i, w := range [10]int{3, 7, 9, 0, 5, 8, 4, 2, 1, 6} {
		sum += int(d[i]-'0') * w
	}
	return sum%11 == int(d[3]-'0')
}

// NHSNumber checks a number of the British health service: ten digits, the last by their sum modulo 11.
func NHSNumber(d []byte) bool {
	sum := 0
	for i, c := range d[:9] {
		sum += int(c-'0') * (10 - i)
	}
	return (11-sum%11)%11 == int(d[9]-'0')
}

// PESEL checks the number of a person in Poland (weights 1, 3, 7 and 9).
func PESEL(d []byte) bool {
	sum := 0
	for i, w := range "1379137913" {
		sum += int(w-'0') * int(d[i]-'0')
	}
	return (10-sum%10)%10 == int(d[10]-'0')
}

// TurkishID checks the number of a person in Turkey, which has two check digits.
func TurkishID(d []byte) bool {
	odd, even, all := 0, 0, 0
	for i, c := range d[:10] {
		n := int(c - '0')
		all += n
		switch {
		case i == 9:
		case i%2 == 0:
			odd += n
		default:
			even += n
		}
	}
	return d[0] != '0' && (7*odd-even+100)%10 == int(d[9]-'0') && all%10 == int(d[10]-'0')
}

// Of the Italian codice fiscale, sixteen characters: where its letters stand, and what a character at an
// odd place counts (decree of 23 December 1976).
var (
	fiscalShape = "AAAAAA00A00A000A"
	fiscalOdd   = [...]int{1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23}
)

// CodiceFiscale checks the tax code that Italy gives a person, in capitals.
func CodiceFiscale(code string) bool {
	sum := 0
	for i := range len(code) {
		n := int(code[i]) - 'A'
		if char.Digit(code[i]) {
			n = int(code[i] - '0')
		}
		if len(code) != len(fiscalShape) || char.Digit(code[i]) != char.Digit(fiscalShape[i]) || n < 0 || n > 25 {
			return false
		}
		switch {
		case i == len(code)-1:
			return sum%26 == n
		case i%2 == 0:
			n = fiscalOdd[n]
		}
		sum += n
	}
	return false
}
