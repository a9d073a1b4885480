package main

import (
	"fmt"
	"strings"
)

// Values of which rules say how they are built. Each maker picks a usual notation, too.

func (g *generator) iban() string {
	// How the account part is built: n digits, a letters, c either (SWIFT IBAN registry).
	shapes := []string{"DE18n", "DE18n", "DE18n", "DE18n", "AT16n", "CH17n", "FR10n11c2n", "GB4a14n", "NL4a10n", "BE12n", "IT1a10n12c", "ES20n", "PL24n",
		"LU3n13c", "LI5n12c", "DK14n", "SE20n", "FI14n", "NO11n", "CZ20n", "HU24n", "PT21n", "IE4a14n", "GR7n16c", "HR17n"}
	shape := g.pick(shapes)
	iban := ibanOf(shape[:2], g.shaped(shape[2:]))
	switch g.n(6) {
	case 0, 1, 2:
		return inGroups(iban, " ", 4)
	case 3:
		return strings.ToLower(iban)
	case 4:
		return inGroups(iban, "-", 4)
	}
	return iban
}

// shaped reads "4a14n": four letters, fourteen digits.
func (g *generator) shaped(shape string) string {
	var b strings.Builder
	n := 0
	for _, c := range shape {
		switch c {
		case 'n':
			b.WriteString(g.digits(n))
			n = 0
		case 'a':
			b.WriteString(g.chars("ABCDEFGHIJKLMNOPQRSTUVWXYZ", n))
			n = 0
		case 'c':
			b.WriteString(g.chars("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", n))
			n = 0
		default:
			n = 10*n + int(c-'0')
		}
	}
	return b.String()
}

func (g *generator) bic() string {
	return g.chars("ABCDEFGHJKLMNPRSTUVWXYZ", 4) + g.pick([]string{"DE", "DE", "AT", "CH", "FR", "GB", "NL", "LU"}) + g.pick([]string{"FF", "MM", "2H", "HH", "WW", "22", "21", "PP"}) +
		g.pick([]string{"", "XXX", "380", "500", "HAN"})
}

func (g *generator) card() string {
	var number string
	switch g.n(5) {
	case 0, 1:
		number = withLuhn("4" + g.digits(14))
	case 2:
		number = withLuhn("5" + g.chars("12345", 1) + g.digits(13))
	case 3:
		number = withLuhn("2" + fmt.Sprint(300+g.n(300)) + g.digits(11))
	default:
		number = withLuhn("3" + g.chars("47", 1) + g.digits(12))
		return g.pick([]string{number, number[:4] + " " + number[4:10] + " " + number[10:], number[:4] + "-" + number[4:10] + "-" + number[10:]})
	}
	return g.pick([]string{number, inGroups(number, " ", 4), inGroups(number, " ", 4), inGroups(number, "-", 4)})
}

// taxID makes a Steuer-Identifikationsnummer: of ten digits exactly one occurs twice or three times.
func (g *generator) taxID() string {
	for {
		d := []byte("0123456789")
		g.r.Shuffle(10, func(i, j int) { d[i], d[j] = d[j], d[i] })
		d[g.n(9)+1] = d[0]
		g.r.Shuffle(10, func(i, j int) { d[i], d[j] = d[j], d[i] })
		if d[0] == '0' || strings.Contains(string(d), strings.Repeat(string(d[0]), 3)) {
			continue
		}
		id := withMod11(string(d))
		return g.pick([]string{id, id[:2] + " " + id[2:5] + " " + id[5:8] + " " + id[8:], id})
	}
}

func (g *generator) taxNumber() string {
	switch g.n(5) {
	case 0, 1:
		return g.nonZero(2) + "/" + g.digits(3) + "/" + g.digits(5)
	case 2, 3:
		return g.nonZero(3) + "/" + g.digits(3) + "/" + g.digits(5)
	}
	return g.pick([]string{"51", "31", "91", "22", "28"}) + g.digits(2) + "0" + g.digits(8)
}

func (g *generator) vatID() string {
	switch g.n(4) {
	case 0, 1:
		n := withMod11(g.nonZero(8))
		return g.pick([]string{"DE" + n, "DE" + n, "DE " + n, "DE " + inGroups(n, " ", 3)})
	case 2:
		return "ATU" + austrianVAT(g.digits(7))
	}
	if n, ok := swissVAT("1" + g.digits(7)); ok {
		return g.pick([]string{"CHE-" + inGroups(n, ".", 3), "CHE" + n, "CHE-" + inGroups(n, ".", 3)})
	}
	return g.vatID()
}

func (g *generator) vatAbroad() string {
	return g.pick([]string{"FR" + g.digits(11), "NL" + g.digits(9) + "B" + g.digits(2), "IT" + g.digits(11), "ESB" + g.digits(8), "PL" + g.digits(10), "BE0" + g.digits(9),
		"GB" + g.digits(9), "GB " + inGroups(g.digits(9), " ", 3), "LU" + g.digits(8), "DK" + g.digits(8), "SE" + g.digits(10) + "01", "CZ" + g.digits(8), "FI" + g.digits(8), "IE" + g.digits(7) + "W"})
}

func (g *generator) health() string {
	h := healthOf(g.chars("ABCDEFGHIJKLMNOPQRSTUVWXYZ", 1)[0], g.digits(8))
	return g.pick([]string{h, h, h, h[:1] + " " + inGroups(h[1:], " ", 3)})
}

func (g *generator) pension() string {
	p := pensionOf(g.pick([]string{"12", "13", "65", "53", "02", "20"}), g.born(), g.chars("ABDEFGHKLMNPRSTW", 1)[0], g.digits(2))
	return g.pick([]string{p, p[:2] + " " + p[2:8] + " " + p[8:9] + " " + p[9:], p[:8] + " " + p[8:9] + " " + p[9:], p})
}

// born is a day as six digits: 120380.
func (g *generator) born() string {
	return fmt.Sprintf("%02d%02d%02d", 1+g.n(28), 1+g.n(12), 40+g.n(60)%100)
}

func (g *generator) austrian() string {
	for {
		if n, ok := austrianOf(g.nonZero(3), g.born()); ok {
			return g.pick([]string{n, n[:4] + " " + n[4:], n[:4] + " " + n[4:6] + " " + n[6:8] + " " + n[8:]})
		}
	}
}

func (g *generator) swiss() string {
	n := swissOf("756" + g.digits(9))
	return g.pick([]string{n[:3] + "." + n[3:7] + "." + n[7:11] + "." + n[11:], n[:3] + "." + n[3:7] + "." + n[7:11] + "." + n[11:], n})
}

func (g *generator) ssn() string {
	return fmt.Sprintf("%03d-%02d-%04d", 101+g.n(500), 1+g.n(98), 1+g.n(9998))
}

func (g *generator) nino() string {
	n := g.chars("ABCEGHJKLMNPRSTWXYZ", 1) + g.chars("ABCEGHJKLMNPRSTWXYZ", 1) + g.digits(6) + g.chars("ABCD", 1)
	if strings.Contains("BG GB NK KN TN NT ZZ", n[:2]) {
		return g.nino()
	}
	return g.pick([]string{n, inGroups(n, " ", 2)})
}

const serials = "CFGHJKLMNPRTVWXYZ0123456789"

func (g *generator) identityCard() string {
	n := "L" + g.chars(serials, 8)
	if countDigits(n) < 4 {
		return g.identityCard()
	}
	return g.pick([]string{n, n + passportDigit(n)})
}

func (g *generator) passport() string {
	n := "C" + g.chars(serials, 8)
	if countDigits(n) < 4 {
		return g.passport()
	}
	return g.pick([]string{n, n, n + passportDigit(n)})
}

func (g *generator) passportAbroad() string { return g.nonZero(9) }

func (g *generator) account() string { return g.nonZero(7 + g.n(4)) }

func countDigits(s string) int {
	n := 0
	for _, c := range s {
		if c >= '0' && c <= '9' {
			n++
		}
	}
	return n
}

// inGroups writes sep after each n characters.
func inGroups(s, sep string, n int) string {
	var b strings.Builder
	for i := range len(s) {
		if i > 0 && i%n == 0 {
			b.WriteString(sep)
		}
		b.WriteByte(s[i])
	}
	return b.String()
}
