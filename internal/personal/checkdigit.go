package personal

// luhn checks a number with the check digit of ISO/IEC 7812-1 (cards).
func luhn(digits []byte) bool {
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

// mod97 checks an IBAN (ISO 13616): four characters moved to the end, letters as 10…35, rest 1.
func mod97(code []byte) bool {
	rest := 0
	feed := func(c byte) {
		if isDigit(c) {
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

// mod1110 checks the last digit by ISO/IEC 7064 MOD 11,10 (German tax id and VAT id).
func mod1110(digits []byte) bool {
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

// taxID checks a German tax id: check digit, no leading zero, and exactly one digit occurring
// two or three times among the first ten (§ 139b AO, rules of the federal tax office).
func taxID(d []byte) bool {
	if len(d) != 11 || d[0] == '0' || !mod1110(d) {
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

// healthID checks a German Krankenversichertennummer: a letter, eight digits, check digit.
// The letter counts as two digits, weights are 1 and 2 in turn, cross sums are added.
func healthID(c []byte) bool {
	if len(c) != 10 || !allDigits(c[1:]) {
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

// socialID checks a German Rentenversicherungsnummer (VKVV § 2): area, date of birth, letter,
// serial, check digit.
func socialID(c []byte) bool {
	if len(c) != 12 || !allDigits(c[:8]) || !allDigits(c[9:]) {
		return false
	}
	day, month := two(c[2:]), two(c[4:])
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

// austrianSocialID checks an Austrian social insurance number: three digits, check digit, date.
func austrianSocialID(d []byte) bool {
	if len(d) != 10 || d[0] == '0' || two(d[4:]) == 0 || two(d[4:]) > 31 || two(d[6:]) == 0 || two(d[6:]) > 15 {
		return false
	}
	sum := 0
	for i, w := range [10]int{3, 7, 9, 0, 5, 8, 4, 2, 1, 6} {
		sum += int(d[i]-'0') * w
	}
	return sum%11 == int(d[3]-'0')
}

// ean13 checks a 13-digit EAN (GTIN-13), also the Swiss AHV number, which begins with 756.
func ean13(d []byte) bool {
	if len(d) != 13 {
		return false
	}
	sum := 0
	for i, c := range d {
		sum += int(c-'0') * (1 + 2*(i%2))
	}
	return sum%10 == 0
}

// icao checks a document number with its check digit (ICAO 9303: weights 7, 3, 1).
func icao(c []byte) bool {
	sum := 0
	for i, x := range c[:len(c)-1] {
		v := int(x - '0')
		if !isDigit(x) {
			v = int(x-'A') + 10
		}
		sum += v * [3]int{7, 3, 1}[i%3]
	}
	return isDigit(c[len(c)-1]) && sum%10 == int(c[len(c)-1]-'0')
}

// austrianUID checks the eight digits after ATU.
func austrianUID(d []byte) bool {
	sum := 4
	for i, c := range d[:7] {
		p := int(c-'0') * (1 + i%2)
		sum += p/10 + p%10
	}
	return (10-sum%10)%10 == int(d[7]-'0')
}

// spanishAccount checks the two check digits in the 20 digits of a Spanish account (Código Cuenta Cliente).
func spanishAccount(d []byte) bool {
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

// britishVAT checks the digits of a British VAT id: the weighted sum of the first seven and the last two, and 55 more
// since 2010, is a multiple of 97.
func britishVAT(d []byte) bool {
	sum := two(d[7:])
	for i, c := range d[:7] {
		sum += int(c-'0') * (8 - i)
	}
	return sum%97 == 0 || (sum+55)%97 == 0
}

// nhsNumber checks a number of the British health service: ten digits, the last by their sum modulo 11.
func nhsNumber(d []byte) bool {
	sum := 0
	for i, c := range d[:9] {
		sum += int(c-'0') * (10 - i)
	}
	return (11-sum%11)%11 == int(d[9]-'0')
}

// europeanVAT checks the digits of VAT ids of countries whose check has two digits, so that hardly anything
// passes by chance: Belgium, France and Luxembourg.
func europeanVAT(country string, d []byte) bool {
	if !allDigits(d) {
		return false
	}
	n := 0
	for _, c := range d {
		n = n*10 + int(c-'0')
	}
	switch {
	case country == "BE" && len(d) == 10:
		return d[0] <= '1' && 97-n/100%97 == n%100
	case country == "FR" && len(d) == 11:
		siren := n % 1_000_000_000
		return (12+3*(siren%97))%97 == n/1_000_000_000
	case (country == "GB" || country == "XI") && len(d) == 9:
		return britishVAT(d)
	case country == "LU" && len(d) == 8:
		return n/100%89 == n%100
	}
	return false
}

// vatWeights are those of the digits of VAT ids before the check digit, for countries that take the rest of their sum by 11, or
// by 10, from that number.
var vatWeights = map[string]struct {
	weights string // one byte each
	by      int
}{
	"CZ": {"\x08\x07\x06\x05\x04\x03\x02", 11}, "DK": {"\x02\x07\x06\x05\x04\x03\x02", 11}, "FI": {"\x07\x09\x0a\x05\x08\x04\x02", 11}, "HU": {"\x09\x07\x03\x01\x09\x07\x03", 10}, "SI": {"\x08\x07\x06\x05\x04\x03\x02", 11},
	"EE": {"\x03\x07\x01\x03\x07\x01\x03\x07", 10}, "PT": {"\x09\x08\x07\x06\x05\x04\x03\x02", 11}, "NO": {"\x03\x02\x07\x06\x05\x04\x03\x02", 11},
}

// checkedVAT checks the digits of VAT ids of countries whose check is one digit, or one letter: one in ten of others passes.
func checkedVAT(country, d string) bool {
	last := len(d) - 1
	sum := func(weights string) (n int) {
		for i := range len(weights) {
			n += int(weights[i]) * int(d[i]-'0')
		}
		return n
	}
	switch country {
	case "HR":
		return mod1110([]byte(d))
	case "IT":
		return luhn([]byte(d))
	case "SE":
		return luhn([]byte(d[:10])) && d[10:] == "01"
	case "SK":
		n := 0
		for i := range len(d) {
			n = (n*10 + int(d[i]-'0')) % 11
		}
		return n == 0
	case "EL":
		n := 0
		for i := range last {
			n = (n + int(d[i]-'0')) * 2
		}
		return n%11%10 == int(d[last]-'0')
	case "PL":
		return sum("\x06\x05\x07\x02\x03\x04\x05\x06\x07")%11 == int(d[last]-'0')
	case "LV":
		return d[0] > '3' && (14-sum("\x09\x01\x04\x08\x03\x0a\x02\x05\x07\x06")%11)%11 == int(d[last]-'0')
	case "LT":
		return len(d) == 9 && sum("\x01\x02\x03\x04\x05\x06\x07\x08")%11 == int(d[last]-'0')
	case "BG":
		return len(d) == 9 && sum("\x01\x02\x03\x04\x05\x06\x07\x08")%11 == int(d[last]-'0')
	case "MT":
		return 37-sum("\x03\x04\x06\x07\x08\x09")%37 == two([]byte(d[6:]))
	case "RO":
		weights := "\x07\x05\x03\x02\x01\x07\x05\x03\x02"
		return sum(weights[len(weights)-last:])*10%11%10 == int(d[last]-'0')
	case "CY":
		return !isDigit(d[last]) && allDigits([]byte(d[:last]))
	case "IE":
		return allDigits([]byte(d[:7])) && !isDigit(d[7]) && (len(d) == 8 || !isDigit(d[8]))
	case "ES":
		return allDigits([]byte(d[1:last])) && (!isDigit(d[0]) || !isDigit(d[last]))
	}
	w, ok := vatWeights[country]
	if !ok || last != len(w.weights) || !allDigits([]byte(d)) {
		return false
	}
	check := w.by - sum(w.weights)%w.by
	if check > 9 {
		return d[last] == '0' || country == "CZ" && check == 11 && d[last] == '1'
	}
	return check == int(d[last]-'0')
}

// swissUID checks the nine digits after CHE.
func swissUID(d []byte) bool {
	sum := 0
	for i, w := range [8]int{5, 4, 3, 2, 7, 6, 5, 4} {
		sum += int(d[i]-'0') * w
	}
	return (11-sum%11)%11 == int(d[8]-'0')
}

// pesel checks the number of a person in Poland (weights 1, 3, 7 and 9).
func pesel(d []byte) bool {
	sum := 0
	for i, w := range "1379137913" {
		sum += int(w-'0') * int(d[i]-'0')
	}
	return (10-sum%10)%10 == int(d[10]-'0')
}

// turkishID checks the number of a person in Turkey, which has two check digits.
func turkishID(d []byte) bool {
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

func two(d []byte) int { return int(d[0]-'0')*10 + int(d[1]-'0') }

func allDigits(b []byte) bool {
	for _, c := range b {
		if !isDigit(c) {
			return false
		}
	}
	return len(b) > 0
}

// Of the Italian codice fiscale, sixteen characters: where its letters stand, and what a character at an
// odd place counts (decree of 23 December 1976).
var (
	fiscalShape = "AAAAAA00A00A000A"
	fiscalOdd   = [...]int{1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23}
)

// codiceFiscale checks the tax code that Italy gives a person, in capitals.
func codiceFiscale(code string) bool {
	sum := 0
	for i := range len(code) {
		n := int(code[i]) - 'A'
		if isDigit(code[i]) {
			n = int(code[i] - '0')
		}
		if len(code) != len(fiscalShape) || isDigit(code[i]) != isDigit(fiscalShape[i]) || n < 0 || n > 25 {
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
