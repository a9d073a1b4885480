package checkdigit

import "github.com/webchatagent/wca/internal/personal/char"

// weighted is the sum of digits, each by its weight, one byte per weight.
func weighted(d []byte, weights string) (sum int) {
	for i := range len(weights) {
		sum += int(d[i]-'0') * int(weights[i])
	}
	return sum
}

// BelgianNumber checks a Rijksregisternummer: day of birth, serial, and 97 less the rest of the nine digits by 97, since 2000 with
// a 2 before them (royal decree of 3 April 1984).
func BelgianNumber(d []byte) bool {
	n := 0
	for _, c := range d[:9] {
		n = n*10 + int(c-'0')
	}
	check := char.Two(d[9:])
	return char.Two(d[2:]) < 13+40 && char.Two(d[4:]) < 32 && (97-n%97 == check || 97-(2_000_000_000+n)%97 == check)
}

// NorwegianNumber checks a fødselsnummer by its two check digits (Skatteetaten); D-numbers have 40 more in the day.
func NorwegianNumber(d []byte) bool {
	return DayAndMonth(char.Two(d)%40, char.Two(d[2:])%40) &&
		weighted(d, "\x03\x07\x06\x01\x08\x09\x04\x05\x02\x01")%11 == 0 && weighted(d, "\x05\x04\x03\x02\x07\x06\x05\x04\x03\x02\x01")%11 == 0
}

// BalticNumber checks an isikukood of Estonia or an asmens kodas of Lithuania, which are built alike: sex and century, day of birth,
// serial, check digit (EVS 585:2007).
func BalticNumber(d []byte) bool {
	check := weighted(d, "\x01\x02\x03\x04\x05\x06\x07\x08\x09\x01") % 11
	if check == 10 {
		check = weighted(d, "\x03\x04\x05\x06\x07\x08\x09\x01\x02\x03") % 11 % 10
	}
	return d[0] > '0' && d[0] < '7' && DayAndMonth(char.Two(d[5:]), char.Two(d[3:])) && check == int(d[10]-'0')
}

// AMKA checks the number of somebody insured in Greece: day of birth, serial, check digit as on cards (IDIKA).
func AMKA(d []byte) bool { return DayAndMonth(char.Two(d), char.Two(d[2:])) && Luhn(d) }

// BirthNumber checks a rodné číslo of ten digits: those of women have 50 more in the month, later ones 20 more, and 11 divides
// it (Act 133/2000 of Czechia).
func BirthNumber(d []byte) bool {
	n := 0
	for _, c := range d[:9] {
		n = n*10 + int(c-'0')
	}
	return DayAndMonth(char.Two(d[4:]), char.Two(d[2:])%50%20) && n%11%10 == int(d[9]-'0')
}

// SwedishNumber checks a personnummer of ten digits: day of birth, serial, check digit as on cards (Skatteverket); a
// samordningsnummer has 60 more in the day.
func SwedishNumber(d []byte) bool { return DayAndMonth(char.Two(d[4:])%60, char.Two(d[2:])) && Luhn(d) }

// EGN checks the number of a person in Bulgaria: day of birth with 20 or 40 more in the month, serial, check digit (GRAO).
func EGN(d []byte) bool {
	return DayAndMonth(char.Two(d[4:]), char.Two(d[2:])%20) && weighted(d, "\x02\x04\x08\x05\x0a\x09\x07\x03\x06")%11%10 == int(d[9]-'0')
}

// CNP checks the number of a person in Romania: sex and century, day of birth, county, serial, check digit (Government decision
// 1375/2006).
func CNP(d []byte) bool {
	check := weighted(d, "\x02\x07\x09\x01\x04\x06\x03\x05\x08\x02\x07\x09") % 11
	if check == 10 {
		check = 1
	}
	return d[0] > '0' && DayAndMonth(char.Two(d[5:]), char.Two(d[3:])) && check == int(d[12]-'0')
}

// EMSO checks an EMŠO of Slovenia, and a JMBG of what was Yugoslavia: day of birth with three digits of the year, region, serial, check
// digit.
func EMSO(d []byte) bool {
	check := 11 - weighted(d, "\x07\x06\x05\x04\x03\x02\x07\x06\x05\x04\x03\x02")%11
	return DayAndMonth(char.Two(d), char.Two(d[2:])) && (d[4] == '9' || d[4] == '0') && check%11 == int(d[12]-'0')
}

// SouthAfricanID checks the number of a person in South Africa: day of birth, serial, citizenship, check digit as on cards.
func SouthAfricanID(d []byte) bool {
	return DayAndMonth(char.Two(d[4:]), char.Two(d[2:])) && d[10] < '3' && Luhn(d)
}

// LuxembourgNumber checks a matricule: day of birth with its whole year, serial, of whose two check digits the first is that of
// cards (grand-ducal regulation of 21 December 2012).
func LuxembourgNumber(d []byte) bool {
	return (d[0] == '1' && d[1] > '7' || d[0] == '2' && d[1] == '0') && DayAndMonth(char.Two(d[6:]), char.Two(d[4:])) && Luhn(d[:12])
}

// DayAndMonth says whether a day and a month can be those of a date.
func DayAndMonth(day, month int) bool { return day > 0 && day < 32 && month > 0 && month < 13 }
