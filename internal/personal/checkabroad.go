package personal

// weighted is the sum of digits, each by its weight, one byte per weight.
func weighted(d []byte, weights string) (sum int) {
	for i := range len(weights) {
		sum += int(d[i]-'0') * int(weights[i])
	}
	return sum
}

// belgianNumber checks a Rijksregisternummer: day of birth, serial, and 97 less the rest of the nine digits by 97, since 2000 with
// a 2 before them (royal decree of 3 April 1984).
func belgianNumber(d []byte) bool {
	n := 0
	for _, c := range d[:9] {
		n = n*10 + int(c-'0')
	}
	check := two(d[9:])
	return two(d[2:]) < 13+40 && two(d[4:]) < 32 && (97-n%97 == check || 97-(2_000_000_000+n)%97 == check)
}

// norwegianNumber checks a fødselsnummer by its two check digits (Skatteetaten); D-numbers have 40 more in the day.
func norwegianNumber(d []byte) bool {
	return dayAndMonth(two(d)%40, two(d[2:])%40) &&
		weighted(d, "\x03\x07\x06\x01\x08\x09\x04\x05\x02\x01")%11 == 0 && weighted(d, "\x05\x04\x03\x02\x07\x06\x05\x04\x03\x02\x01")%11 == 0
}

// balticNumber checks an isikukood of Estonia or an asmens kodas of Lithuania, which are built alike: sex and century, day of birth,
// serial, check digit (EVS 585:2007).
func balticNumber(d []byte) bool {
	check := weighted(d, "\x01\x02\x03\x04\x05\x06\x07\x08\x09\x01") % 11
	if check == 10 {
		check = weighted(d, "\x03\x04\x05\x06\x07\x08\x09\x01\x02\x03") % 11 % 10
	}
	return d[0] > '0' && d[0] < '7' && dayAndMonth(two(d[5:]), two(d[3:])) && check == int(d[10]-'0')
}

// amka checks the number of somebody insured in Greece: day of birth, serial, check digit as on cards (IDIKA).
func amka(d []byte) bool { return dayAndMonth(two(d), two(d[2:])) && luhn(d) }

// birthNumber checks a rodné číslo of ten digits: those of women have 50 more in the month, later ones 20 more, and 11 divides
// it (Act 133/2000 of Czechia).
func birthNumber(d []byte) bool {
	n := 0
	for _, c := range d[:9] {
		n = n*10 + int(c-'0')
	}
	return dayAndMonth(two(d[4:]), two(d[2:])%50%20) && n%11%10 == int(d[9]-'0')
}

// swedishNumber checks a personnummer of ten digits: day of birth, serial, check digit as on cards (Skatteverket); a
// samordningsnummer has 60 more in the day.
func swedishNumber(d []byte) bool { return dayAndMonth(two(d[4:])%60, two(d[2:])) && luhn(d) }

// egn checks the number of a person in Bulgaria: day of birth with 20 or 40 more in the month, serial, check digit (GRAO).
func egn(d []byte) bool {
	return dayAndMonth(two(d[4:]), two(d[2:])%20) && weighted(d, "\x02\x04\x08\x05\x0a\x09\x07\x03\x06")%11%10 == int(d[9]-'0')
}

// cnp checks the number of a person in Romania: sex and century, day of birth, county, serial, check digit (Government decision
// 1375/2006).
func cnp(d []byte) bool {
	check := weighted(d, "\x02\x07\x09\x01\x04\x06\x03\x05\x08\x02\x07\x09") % 11
	if check == 10 {
		check = 1
	}
	return d[0] > '0' && dayAndMonth(two(d[5:]), two(d[3:])) && check == int(d[12]-'0')
}

// emso checks an EMŠO of Slovenia, and a JMBG of what was Yugoslavia: day of birth with three digits of the year, region, serial, check
// digit.
func emso(d []byte) bool {
	check := 11 - weighted(d, "\x07\x06\x05\x04\x03\x02\x07\x06\x05\x04\x03\x02")%11
	return dayAndMonth(two(d), two(d[2:])) && (d[4] == '9' || d[4] == '0') && check%11 == int(d[12]-'0')
}

// southAfricanID checks the number of a person in South Africa: day of birth, serial, citizenship, check digit as on cards.
func southAfricanID(d []byte) bool {
	return dayAndMonth(two(d[4:]), two(d[2:])) && d[10] < '3' && luhn(d)
}

// luxembourgNumber checks a matricule: day of birth with its whole year, serial, of whose two check digits the first is that of
// cards (grand-ducal regulation of 21 December 2012).
func luxembourgNumber(d []byte) bool {
	return (d[0] == '1' && d[1] > '7' || d[0] == '2' && d[1] == '0') && dayAndMonth(two(d[6:]), two(d[4:])) && luhn(d[:12])
}
