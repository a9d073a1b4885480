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

func two(d []byte) int { return int(d[0]-'0')*10 + int(d[1]-'0') }

func allDigits(b []byte) bool {
	for _, c := range b {
		if !isDigit(c) {
			return false
		}
	}
	return len(b) > 0
}
