package main

import (
	"fmt"
	"strings"
)

// Values as they are written in further countries, and in further ways at home. The halves have
// different notations.

// ofHalf takes what belongs to the generator's half: every second one.
func (g *generator) ofHalf(list []string) string { return list[2*g.n(len(list)/2)+g.half] }

// phoneAbroad fills a pattern of another country: "#" a digit, "N" one from 2 to 9.
func (g *generator) phoneAbroad() string {
	pattern := g.ofHalf([]string{
		"+39 06 N### ####", "+39 3N# ### ####", "+34 9## ### ###", "+34 6########", "+31 6 ########", "+31 (0)20 ### ####", "+48 ## ### ## ##", "+48 5## ### ###", "+46 8 ### ### ##", "+46 (0)70-### ## ##",
		"+45 ## ## ## ##", "+32 4## ## ## ##", "+420 ### ### ###", "+353 87 ### ####", "+61 2 #### ####", "+61 4## ### ###", "+64 21 ### ####", "+27 82 ### ####", "+91 98### #####", "+81 3-####-####",
		"+55 11 9####-####", "+90 532 ### ## ##", "+7 (495) ###-##-##", "+380 44 ### ## ##", "+36 1 ### ####", "+40 21 ### ## ##", "+351 21 ### ####", "+30 21# ### ####", "+47 ## ## ## ##", "+358 40 ### ####",
		"(N##) N##-#### x123", "N##-N##-####x4411", "+1.N##.N##.####", "001-N##-N##-####", "N##/N##-####", "1 (N##) N##-####", "1-800-FLOWERS", "1-888-CALL-NOW", "0 351 - N## ## #", "02 21 - N## ## ##",
		"+49 151 N###### #", "+49 (351) N##-##-##", "+43/1/N######", "01/N## ## ##-##", "(052) N## ## ##", "076.N##.##.##",
	})
	return strings.Map(func(r rune) rune {
		switch r {
		case '#':
			return rune('0' + g.n(10))
		case 'N':
			if strings.Contains(pattern, "-CALL-") {
				return r
			}
			return rune('2' + g.n(8))
		}
		return r
	}, pattern)
}

// ibanAbroad makes an IBAN of a country further away (SWIFT IBAN registry), grouped in unusual ways.
func (g *generator) ibanAbroad() string {
	shape := g.ofHalf([]string{"RO4a16c", "BG4a6n8c", "EE16n", "LV4a13c", "LT16n", "MT4a5n18c", "CY8n16c", "TR5n1n16c", "RS18n", "BA16n", "ME18n", "MK3n10c2n", "AL8n16c", "XK16n", "UA6n19c", "MD2c18c",
		"IL19n", "SA2n18c", "AE19n", "QA4a21c", "JO4a4n18c", "PK4a16c", "BR23n1a1c", "CR18n", "SM1a10n12c", "MC10n11c2n", "IS22n", "GI4a15c", "FO14n", "AD8n12c", "KZ3n13c", "SK20n", "SI15n", "DE18n"})
	iban := ibanOf(shape[:2], g.shaped(shape[2:]))
	switch g.ofHalf([]string{"dots", "slashes", "lines", "apart", "plain", "plain"}) {
	case "dots":
		return inGroups(iban, ".", 4)
	case "slashes":
		return inGroups(iban, "/", 4)
	case "lines":
		return inGroups(iban, "_", 4)
	case "apart":
		return iban[:2] + " " + iban[2:4] + " " + inGroups(iban[4:], " ", 4)
	}
	return iban
}

// licence makes the number of a driving licence of Germany, an American state or Great Britain.
func (g *generator) licence() string {
	return g.ofHalf([]string{
		g.chars("BJKN", 1) + g.digits(3) + g.chars(serials, 5) + g.digits(2), g.chars("BJKN", 1) + g.digits(3) + "RRE2" + g.digits(3), g.chars("ABCDEFGHJKL", 1) + g.digits(7), g.nonZero(8),
		g.chars("ABCDEFGHJKL", 1) + g.digits(3) + "-" + g.digits(4) + "-" + g.digits(4), g.chars("ABCDEFGHJKL", 5) + g.digits(6) + g.chars("ABCDEFGHJKL", 2) + g.digits(1) + "AB", g.nonZero(9), g.chars("ABCDEFGHJKL", 1) + g.digits(12),
	})
}

func (g *generator) macBare() string {
	m := g.chars("0123456789abcdef", 12)
	if n := countDigits(m); n < 3 || n > 9 {
		return g.macBare()
	}
	return g.ofHalf([]string{m, inGroups(m, "-", 6), strings.ToUpper(m), inGroups(m, " ", 2)})
}

// birthTold writes a day in ways that are one of birth only beside a word that says so.
func (g *generator) birthTold() string {
	d, m, y := 1+g.n(28), 1+g.n(12), 1935+g.n(73)
	month := months[g.language][m-1]
	if g.language == "en" {
		th := map[int]string{1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd"}[d]
		if th == "" {
			th = "th"
		}
		return g.ofHalf([]string{fmt.Sprintf("%02d-%s-%d", d, month[:3], y), fmt.Sprintf("%s %d%s, %d", month, d, th, y), fmt.Sprintf("%02d%02d%d", m, d, y), fmt.Sprintf("%d/%02d/%02d", y, m, d),
			fmt.Sprintf("%s. %d, %d", month[:3], d, y), fmt.Sprintf("%s %d %d", strings.ToLower(month), d, y), "third of " + month + ", nineteen eighty-four", "twelfth of " + month + ", nineteen seventy"})
	}
	return g.ofHalf([]string{fmt.Sprintf("%02d%02d%d", d, m, y), fmt.Sprintf("%02d %02d %d", d, m, y), fmt.Sprintf("%s %d", month, y), fmt.Sprintf("%d %s %d", d, strings.ToLower(month), y),
		"zehnten " + month + fmt.Sprintf(" %d", y), "dritten " + month + " neunzehnhundertachtzig", "zwölften elften neunzehnhundertneunzig", fmt.Sprintf("%02d-%02d-%d", d, m, y)})
}

// addressAbroad is one of another country of Europe or the world.
func (g *generator) addressAbroad() string {
	return strings.ReplaceAll(g.ofHalf([]string{
		"# rue de la République, 69002 Lyon", "# bis avenue Victor Hugo, 75016 Paris", "Via Garibaldi #, 20121 Milano (MI)", "Viale Europa n. # - 50126 Firenze (FI)", "Calle de Alcalá #, 3º B, 28014 Madrid", "C/ Mayor, #, 2ºA\n08001 Barcelona",
		"Keizersgracht #, 1015 CX Amsterdam", "Coolsingel #-A, 3011 AD Rotterdam, Nederland", "Stationsstraat # bus 3, 3000 Leuven", "ul. Marszałkowska #/12, 00-590 Warszawa", "al. Jerozolimskie # m. 4, 02-001 Warszawa", "Drottninggatan #, 111 51 Stockholm",
		"Vestergade #, 2. th, 1456 København K", "Karl Johans gate #, 0162 Oslo", "Mannerheimintie # A 5, 00100 Helsinki", "Na Příkopě #, 110 00 Praha 1", "Andrássy út #, 1061 Budapest", "1011 Budapest, Fő utca #.",
		"Av. da Liberdade #, 4º Esq., 1250-096 Lisboa", "Rua Augusta, #, 1100-053 Lisboa", "Ilica #, 10000 Zagreb", "Čopova ulica #, 1000 Ljubljana", "Bd. Unirii nr. #, bl. A3, ap. 12, 030823 București", "Flat #, Block B, Nehru Nagar, Mumbai 400024",
		"Atatürk Caddesi No: #, 34710 Kadıköy/İstanbul", "# O'Connell Street, Dublin 1, D01 F5P2", "# Queen Street, Auckland 1010, New Zealand", "# Long Street, Cape Town 8001, South Africa", "Rue du Rhône #, 1204 Genève", "Via Nassa #, 6900 Lugano",
		"#, rue de la Loi, 1040 Bruxelles", "#, Grand-Rue, L-1661 Luxembourg", "Gedimino pr. #, LT-01103 Vilnius", "Brīvības iela #-4, LV-1010 Rīga", "Tartu mnt #, 10115 Tallinn", "Knez Mihailova #, 11000 Beograd",
		"# Lakeshore Street, Perth WA 6000", "5/# River Road, Brisbane, QLD 4000", "# Pine Hill Ln, Toronto, ON M5V 2T6", "# George Street, Calgary, Alberta T2P 1J9", "# Old Mill Rd, Salem, Oregon", "Two Bayview Road, Anchorage, AK, 99501",
		"Ivy House, # Mill Lane, Aberdeen AB10 1XG", "Rose Cottage, Church Lane, Cardiff, CF10 1EP",
	}), "#", g.nonZero(2))
}

// addressTold is a German, Austrian or Swiss address in a notation of forms, chats and signatures.
func (g *generator) addressTold() string {
	street := g.pick(germanStreets[g.half])
	town := g.pick(germanTowns[g.half])
	number := g.pick([]string{"4", "17", "8a"})
	if g.language == "en" {
		return g.englishAddress()
	}
	return g.ofHalf([]string{town + ", " + street + " " + number, street + number + ", " + town, street + ", " + number + ", " + town, street + " " + number + " | " + town, street + " " + number + " - " + town, street + " " + number + "; " + town,
		street + " " + number + " • " + town, street + " 41 1/2, " + town, strings.ToUpper(street) + " 17, " + strings.ToUpper(town), street + " " + number + ", 2. OG, " + town, street + " Hausnr. 31, " + town, street + " 12/1/5, " + town,
		"Packstation " + g.nonZero(3) + ", " + town, "Postfach " + g.nonZero(2) + " " + g.digits(2) + ", " + town})
}
