package main

import (
	"math/big"
	"strconv"
	"strings"
)

// The check digits here follow the published rules and share no code with what is measured.

// ibanOf puts country, check digits and account together (ISO 13616): 98 less the rest of the
// number, letters counted from A = 10, divided by 97.
func ibanOf(country, bban string) string {
	var digits strings.Builder
	for _, c := range bban + country + "00" {
		if c >= 'A' {
			digits.WriteString(strconv.Itoa(int(c) - 55))
		} else {
			digits.WriteRune(c)
		}
	}
	n, _ := new(big.Int).SetString(digits.String(), 10)
	check := 98 - int(n.Mod(n, big.NewInt(97)).Int64())
	return country + twoDigits(check) + bban
}

func twoDigits(n int) string { return string([]byte{byte('0' + n/10), byte('0' + n%10)}) }

// withLuhn appends the check digit of payment cards.
func withLuhn(body string) string {
	doubled := [10]int{0, 2, 4, 6, 8, 1, 3, 5, 7, 9}
	sum, double := 0, true
	for i := len(body) - 1; i >= 0; i-- {
		if d := int(body[i] - '0'); double {
			sum += doubled[d]
		} else {
			sum += d
		}
		double = !double
	}
	return body + strconv.Itoa((10-sum%10)%10)
}

// withMod11 appends the check digit of ISO/IEC 7064 MOD 11,10: German tax ids and VAT ids.
func withMod11(body string) string {
	p := 10
	for _, c := range body {
		s := (p + int(c-'0')) % 10
		if s == 0 {
			s = 10
		}
		p = 2 * s % 11
	}
	check := 11 - p
	if check == 10 {
		check = 0
	}
	return body + strconv.Itoa(check)
}

// crossSum weighs digits and adds up the digits of the products.
func crossSum(digits string, weights ...int) int {
	sum := 0
	for i, c := range digits {
		for _, d := range strconv.Itoa(int(c-'0') * weights[i%len(weights)]) {
			sum += int(d - '0')
		}
	}
	return sum
}

func letterNumber(letter byte) string { return twoDigits(int(letter-'A') + 1) }

// healthOf makes a Krankenversichertennummer.
func healthOf(letter byte, digits string) string {
	return string(letter) + digits + strconv.Itoa(crossSum(letterNumber(letter)+digits, 1, 2)%10)
}

// pensionOf makes a Rentenversicherungsnummer.
func pensionOf(area, born string, letter byte, serial string) string {
	sum := crossSum(area+born+letterNumber(letter)+serial, 2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1)
	return area + born + string(letter) + serial + strconv.Itoa(sum%10)
}

// weighed adds up the products of digits and weights.
func weighed(digits string, weights ...int) int {
	sum := 0
	for i, c := range digits {
		sum += int(c-'0') * weights[i%len(weights)]
	}
	return sum
}

// austrianOf makes an Austrian insurance number; false if that serial is never given out.
func austrianOf(serial, born string) (string, bool) {
	check := weighed(serial+born, 3, 7, 9, 5, 8, 4, 2, 1, 6) % 11
	return serial + strconv.Itoa(check) + born, check < 10
}

// swissOf makes an AHV number.
func swissOf(body string) string {
	return body + strconv.Itoa((10-weighed(body, 1, 3)%10)%10)
}

// passportDigit is the check digit of ICAO 9303.
func passportDigit(code string) string {
	sum := 0
	for i, c := range code {
		v := int(c - '0')
		if c >= 'A' {
			v = int(c-'A') + 10
		}
		sum += v * []int{7, 3, 1}[i%3]
	}
	return strconv.Itoa(sum % 10)
}

// austrianVAT makes the number behind ATU.
func austrianVAT(body string) string {
	return body + strconv.Itoa((10-(crossSum(body, 1, 2)+4)%10)%10)
}

// swissVAT makes the number behind CHE; false if that body is never given out.
func swissVAT(body string) (string, bool) {
	check := (11 - weighed(body, 5, 4, 3, 2, 7, 6, 5, 4)%11) % 11
	return body + strconv.Itoa(check), check < 10
}
