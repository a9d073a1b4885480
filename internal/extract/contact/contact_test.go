package contact

import (
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
)

// whole is the pattern of all parts without looking for their signs.
func whole(p parts) *regexp.Regexp {
	var all []string
	for _, a := range p {
		all = append(all, a.pattern.String())
	}
	return regexp.MustCompile(strings.Join(all, "|"))
}

// No part matches a text that does not have its sign.
func TestSignsOfContactHideNoMatch(t *testing.T) {
	fragments := strings.Fields(`a m am pm a.m. p.m. 1 12 030 0 05 7 123 1234 12345 555-0123 (030) (555) 10 17 8:30 09.15 Uhr uhr h – - bis 9-12Uhr to until + +49 @ . : , / ( )
		info@x.de Tel. TELEFON Fon: Phone fax Mobil Call us Öffnungszeiten ÖFFNUNGSZEIT Opening hours buſineſs Ruhetag Ruhetage Hauptstr. Hauptstraße HAUPTSTRASSE ſtraße
		Am Weg Ringallee Marktplatz Dorpsstraat laan Gasse Baker Street St Rd Kings Row SW1A 1AA B1 2AB NY 10001-1234 Berlin 10115 Ä`)
	all := whole(contact)
	random := rand.New(rand.NewPCG(1, 2))
	matches := map[string]int{}
	for range 150_000 {
		var text strings.Builder
		for range 1 + random.IntN(5) {
			f := fragments[random.IntN(len(fragments))]
			switch random.IntN(8) {
			case 0:
				f = strings.ToUpper(f)
			case 1:
				f = strings.ToLower(f)
			}
			text.WriteString(f + []string{"", " ", " ", "\t", "\u00a0"}[random.IntN(5)])
		}
		want := all.MatchString(text.String())
		if got := contact.match(text.String()); got != want {
			t.Fatalf("%q: %v", text.String(), got)
		}
		for _, a := range contact {
			if want && a.pattern.MatchString(text.String()) {
				matches[a.pattern.String()]++
			}
		}
	}
	for _, a := range contact {
		if matches[a.pattern.String()] == 0 {
			t.Errorf("no text was tried that matches %s", a.pattern)
		}
	}
}
