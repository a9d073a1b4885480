package main

import (
	"fmt"
	"net/netip"
	"strings"
)

// Values that follow habits more than rules.

func (g *generator) email() string {
	local := g.pick([]string{"max.mustermann", "m.huber", "eva_klein", "j-p.wagner", "sabine.koch+rechnung", "info.privat", "thomas1984", "a.b.c", "o'neil", "kontakt2", "buero", "lena"})
	host := g.pick([]string{"firma", "beispiel", "mail.uni-musterstadt", "web-post", "müller-bau", "stadtwerke", "gmx", "posteo", "shop24", "a1b"})
	top := g.pick([]string{"de", "de", "com", "net", "at", "ch", "org", "co.uk", "eu", "info", "io"})
	mail := local + "@" + host + "." + top
	return g.pick([]string{mail, mail, mail, strings.ToUpper(mail), strings.ToUpper(mail[:1]) + mail[1:]})
}

// phone writes a number of one of six countries as people there do.
func (g *generator) phone() string {
	switch g.n(10) {
	case 0, 1, 2:
		return g.germanLine()
	case 3, 4, 5:
		return g.germanMobile()
	case 6:
		return g.austrianPhone()
	case 7:
		return g.swissPhone()
	case 8:
		return g.frenchPhone()
	}
	return g.britishPhone()
}

func (g *generator) germanLine() string {
	area := g.pick([]string{"351", "30", "89", "221", "5121", "7041", "40", "35204", "6131", "711"})
	n := g.nonZero(10 - len(area))
	return g.notation(area, n, "+49 A N", "+49 (0)A N", "+49 (0) A / N", "+49(A)N", "+49AN", "+49-A-N", "0049 A N", "0049AN", "0A/N", "0A / N", "0A N", "0A-N", "0A - P", "(0A) N", "(0A) P",
		"0A P", "0A.N", "0AN", "0A/X", "0A X", "+49 A X", "+49 A P")
}

func (g *generator) germanMobile() string {
	area := g.pick([]string{"171", "151", "176", "160", "179", "1522", "157"})
	n := g.nonZero(11 - len(area))
	return g.notation(area, n, "+49 A N", "+49 (0)A N", "+49A N", "+49AN", "0049 A N", "0A N", "0A/N", "0A-N", "0AN", "0A P", "0A - N", "0A/P", "(0A) N", "0A.N")
}

func (g *generator) austrianPhone() string {
	area := g.pick([]string{"1", "664", "676", "316", "662"})
	n := g.nonZero(7)
	return g.notation(area, n, "+43 A N", "+43 A P", "+43 (0) A N", "+43 (0)A/N", "+43AN", "0043 A P", "0A/P", "0A P", "+43-A-N")
}

func (g *generator) swissPhone() string {
	area := g.pick([]string{"44", "79", "31", "78", "61"})
	n := g.nonZero(7)
	n = n[:3] + " " + n[3:5] + " " + n[5:]
	return g.notation(area, n, "+41 A N", "+41 (0)A N", "0041 A N", "0A N", "0A/N", "+41 (0) A N")
}

func (g *generator) frenchPhone() string {
	n := inGroups(g.digits(8), " ", 2)
	area := g.pick([]string{"1", "6", "4", "7"})
	return g.pick([]string{"0" + area + " " + n, "+33 " + area + " " + n, "0" + area + "." + strings.ReplaceAll(n, " ", "."), "+33 (0)" + area + " " + n, "0033 " + area + " " + n, "+33" + area + strings.ReplaceAll(n, " ", "")})
}

func (g *generator) britishPhone() string {
	switch g.n(3) {
	case 0:
		n := g.nonZero(8)
		return g.notation("20", n[:4]+" "+n[4:], "0A N", "+44 A N", "+44 (0)A N", "(0A) N", "0044 A N")
	case 1:
		n := g.nonZero(7)
		return g.notation("161", n[:3]+" "+n[3:], "0A N", "+44 A N", "(0A) N", "+44 (0)A N")
	}
	return g.notation("7"+g.digits(3), g.nonZero(6), "0A N", "+44 A N", "0AN", "+44AN")
}

func (g *generator) americanPhone() string {
	area := g.chars("23456789", 1) + g.chars("023456789", 2)
	middle, last := g.chars("23456789", 1)+g.digits(2), g.digits(4)
	return g.pick([]string{"(" + area + ") " + middle + "-" + last, area + "-" + middle + "-" + last, "+1 " + area + " " + middle + " " + last, "+1-" + area + "-" + middle + "-" + last,
		area + "." + middle + "." + last, "1-" + area + "-" + middle + "-" + last, "+1 (" + area + ") " + middle + "-" + last, "+1" + area + middle + last, "(" + area + ")" + middle + "-" + last})
}

// notation fills a pattern: A the area, N the number, P the number in pairs, X with an extension.
func (g *generator) notation(area, n string, patterns ...string) string {
	flat := strings.ReplaceAll(n, " ", "")
	extension := flat[:len(flat)-2] + "-" + flat[len(flat)-2:]
	return strings.NewReplacer("A", area, "N", n, "P", inGroups(flat, " ", 2), "X", extension).Replace(g.pick(patterns))
}

func (g *generator) plate() string {
	town := g.pick([]string{"DD", "M", "HH", "B", "K", "FFB", "WÜ", "TÖL", "S", "LDK", "OPR", "F"})
	letters := g.chars("ABCDEFGHJKLMNPRSTUVWXYZ", 1+g.n(2))
	n := g.nonZero(1 + g.n(4))
	tail := g.pick([]string{"", "", "", "E", "H"})
	if len(n) == 4 && len(town) > 1 {
		tail = ""
	}
	return g.pick([]string{town + "-" + letters + " " + n, town + " " + letters + " " + n, town + "-" + letters + n, town + "-" + letters + "-" + n, town + ":" + letters + " " + n}) + tail
}

func (g *generator) plateAbroad() string {
	return g.pick([]string{"W-" + g.nonZero(5) + "X", "GU-" + g.nonZero(3) + "AB", "ZH " + g.nonZero(6), "BE " + g.nonZero(5), g.chars("ABCDEFGHKLMNPRSTVWXY", 2) + "6" + g.digits(1) + " " + g.chars("ABCDEFGHJKLMNPRSTUVWXYZ", 3)})
}

func (g *generator) ip() string {
	switch g.n(5) {
	case 0:
		return netip.AddrFrom16([16]byte{0x20, 0x01, 0x0d, 0xb8, byte(g.n(256)), byte(g.n(256)), 15: byte(1 + g.n(255))}).String()
	case 1:
		var a [16]byte
		for i := range a {
			a[i] = byte(g.n(256))
		}
		a[0] = 0x2a
		return g.pick([]string{netip.AddrFrom16(a).String(), netip.AddrFrom16(a).StringExpanded(), strings.ToUpper(netip.AddrFrom16(a).String())})
	}
	return fmt.Sprintf("%d.%d.%d.%d", pickFrom(g, []int{192, 10, 84, 91, 172, 217, 46}), 16+g.n(200), g.n(256), 1+g.n(254))
}

func (g *generator) mac() string {
	m := g.chars("0123456789abcdef", 12)
	if countDigits(m) == 12 {
		return g.mac()
	}
	return g.pick([]string{inGroups(m, ":", 2), strings.ToUpper(inGroups(m, "-", 2)), inGroups(m, ".", 4), strings.ToUpper(inGroups(m, ":", 2))})
}

func (g *generator) url() string {
	token := g.chars("abcdefghijklmnopqrstuvwxyzABCDEFGHIJ0123456789", 24)
	return g.pick([]string{"https://admin:" + g.password() + "@intern.firma.de/backup", "https://shop.firma.de/reset?token=" + token, "https://konto.firma.de/login?email=eva.klein%40web.de&next=1",
		"https://app.firma.de/cb#access_token=" + token + "&state=3", "ftp://benutzer:" + g.password() + "@ftp.firma.de/", "https://api.firma.de/v1/daten?api_key=" + token,
		"postgres://shop:" + g.password() + "@db.intern:5432/kunden", "https://s3.firma.de/datei.pdf?X-Amz-Signature=" + token, "https://meet.firma.de/j/8123?pwd=" + token,
		"http://firma.de/abmelden?sid=" + token})
}

func (g *generator) password() string {
	return g.pick([]string{"Sommer", "hund", "Geheim", "qwert", "Tisch"}) + g.pick([]string{"!", "#", "-", "_", "$"}) + g.digits(4)
}

func (g *generator) key() string {
	const all = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
	return g.pick([]string{"sk-" + g.chars(all, 40), "ghp_" + g.chars(all, 36), "AKIA" + g.chars("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 16), "xoxb-" + g.digits(12) + "-" + g.chars(all, 24),
		"eyJhbGciOiJIUzI1NiJ9." + g.chars(all, 30) + "." + g.chars(all, 43), "glpat-" + g.chars(all, 20), "sk_live_" + g.chars(all, 24), "AIza" + g.chars(all, 35)})
}

var months = map[string][]string{
	"de": {"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"},
	"en": {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
}

func (g *generator) day(language string, year int) string {
	d, m := 1+g.n(28), 1+g.n(12)
	name := months[language][m-1]
	if language == "en" {
		return g.pick([]string{fmt.Sprintf("%s %d, %d", name, d, year), fmt.Sprintf("%d %s %d", d, name, year), fmt.Sprintf("%02d/%02d/%d", d, m, year), fmt.Sprintf("%d-%02d-%02d", year, m, d),
			fmt.Sprintf("%d %s %d", d, name[:3], year), fmt.Sprintf("%dth of %s %d", d, name, year), fmt.Sprintf("%d/%d/%02d", m, d, year%100)})
	}
	return g.pick([]string{fmt.Sprintf("%02d.%02d.%d", d, m, year), fmt.Sprintf("%d.%d.%d", d, m, year), fmt.Sprintf("%d. %s %d", d, name, year), fmt.Sprintf("%d-%02d-%02d", year, m, d),
		fmt.Sprintf("%d.%d.%02d", d, m, year%100), fmt.Sprintf("%02d. %02d. %d", d, m, year), fmt.Sprintf("%02d/%02d/%d", d, m, year)})
}

func (g *generator) birth() string { return g.day(g.language, 1935+g.n(73)) }
