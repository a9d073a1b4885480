package checkdigit

import "github.com/webchatagent/wca/internal/personal/char"

// AustrianUID checks the eight digits after ATU.
func AustrianUID(d []byte) bool {
	sum := 4
	for i, c := range d[:7] {
		p := int(c-'0') * (1 + i%2)
		sum += p/10 + p%10
	}
	return (10-sum%10)%10 == int(d[7]-'0')
}

// britishVAT checks the digits of a British VAT id: the weighted sum of the first seven and the last two, and 55 more
// since 2010, is a multiple of 97.
func britishVAT(d []byte) bool {
	sum := char.Two(d[7:])
	for i, c := range d[:7] {
		sum += int(c-'0') * (8 - i)
	}
	return sum%97 == 0 || (sum+55)%97 == 0
}

// EuropeanVAT checks the digits of VAT ids of countries whose check has two digits, so that hardly anything
// passes by chance: Belgium, France and Luxembourg.
func EuropeanVAT(country string, d []byte) bool {
	if !char.Digits(d) {
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

// VAT checks the digits of VAT ids of countries whose check is one digit, or one letter: one in ten of others passes.
func VAT(country, d string) bool {
	last := len(d) - 1
	sum := func(weights string) (n int) {
		for i := range len(weights) {
			n += int(weights[i]) * int(d[i]-'0')
		}
		return n
	}
	switch country {
	case "HR":
		return Mod1110([]byte(d))
	case "IT":
		return Luhn([]byte(d))
	case "SE":
		return Luhn([]byte(d[:10])) && d[10:] == "01"
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
		return 37-sum("\x03\x04\x06\x07\x08\x09")%37 == char.Two([]byte(d[6:]))
	case "RO":
		weights := "\x07\x05\x03\x02\x01\x07\x05\x03\x02"
		return sum(weights[len(weights)-last:])*10%11%10 == int(d[last]-'0')
	case "CY":
		return !char.Digit(d[last]) && char.Digits([]byte(d[:last]))
	case "IE":
		return char.Digits([]byte(d[:7])) && !char.Digit(d[7]) && (len(d) == 8 || !char.Digit(d[8]))
	case "ES":
		return char.Digits([]byte(d[1:last])) && (!char.Digit(d[0]) || !char.Digit(d[last]))
	}
	w, ok := vatWeights[country]
	if !ok || last != len(w.weights) || !char.Digits([]byte(d)) {
		return false
	}
	check := w.by - sum(w.weights)%w.by
	if check > 9 {
		return d[last] == '0' || country == "CZ" && check == 11 && d[last] == '1'
	}
	return check == int(d[last]-'0')
}

// SwissUID checks the nine digits after CHE.
func SwissUID(d []byte) bool {
	sum := 0
	for i, w := range [8]int{5, 4, 3, 2, 7, 6, 5, 4} {
		sum += int(d[i]-'0') * w
	}
	return (11-sum%11)%11 == int(d[8]-'0')
}
