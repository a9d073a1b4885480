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

// addressWorld is an address of which only the words around it say that it is one: in notations of Asia, the
// Gulf, the Americas, without a postcode, by house, block and lane.
func (g *generator) addressWorld() string {
	return strings.ReplaceAll(g.ofHalf([]string{
		"Menekşe Cad. # D:5, Üsküdar, Istanbul", "Gül Mah. Çınar Sok. No:# Daire 3, Çankaya, Ankara 06420", "Al Nahda Road, P.O. Box 25#, Dubai", "King Faisal Road, P.O. Box 87#, Riyadh 11492, Saudi Arabia",
		"Block 4, Street #, House 9, Salmiya, Kuwait", "Villa #, Street 22B, Al Barsha, Dubai, United Arab Emirates", "2-#-3 Meguro, Meguro-ku, Tokyo", "3-#-1 Higashi-Ikebukuro, Toshima-ku, Tokyo 170-0013, Japan",
		"#, Sejong-daero 23-gil, Jongno-gu, Seoul, South Korea", "Apt 12#, 25 Gangnam-daero 8-gil, Seocho-gu, Seoul", "Room 12#, No. 88 Lotus Avenue, Pudong, Shanghai 200120", "No. #, Lane 45, Jianguo Road, Chaoyang District, Beijing 100025, China",
		"Flat B, #/F, Tower 3, 88 Nathan Road, Kowloon, Hong Kong", "No. #, Section 5, Xinyi Road, Xinyi District, Taipei 110", "Plot No. #, Sector 18, Gurgaon, Haryana 122015", "Flat No. #, Rose Residency, MG Road, Pune 411001",
		"H. No. 8-2-#/82, Road No. 36, Jubilee Hills, Hyderabad - 500033", "##, 4th Cross, 2nd Main, Indiranagar, Bangalore 560038", "House No. #, Street 4, F-7/2, Islamabad, Pakistan", "No. #/1, Galle Road, Colombo 03, Sri Lanka",
		"Jl. Melati No. #, Jakarta Selatan 12190", "Jalan Raya Ubud No. #, Gianyar, Bali 80571, Indonesia", "Blk # Ang Mo Kio Ave 3 #05-678, Singapore 560123", "No. #, Jalan Ampang, 50450 Kuala Lumpur, Malaysia",
		"99/# Soi Sukhumvit 23, Khlong Toei, Watthana, Bangkok 10110", "# Ngo Quyen, Hoan Kiem, Hanoi, Vietnam", "Calle 72 No. #-34, Bogotá, Colombia", "Carrera 7 # #-21, Torre B, Bogotá",
		"Av. Corrientes 12#, Piso 5, Depto B, Buenos Aires", "Insurgentes Sur 16#, Col. Centro, 03940 Ciudad de México", "Av. Paulista, 15#, Bela Vista, São Paulo - SP, 01310-200", "Rua das Flores #, apto 45, Rio de Janeiro, RJ 22041-001, Brazil",
		"Mannheimer Straße #/3. Stock/Tür 12, 8010 Graz", "Wiesengasse #, Stiege 2, Top 14, 1060 Wien", "# Adeola Street, Victoria Island, Lagos, Nigeria", "# El Tahrir Street, Dokki, Giza, Egypt", "# Long Lane, Dublin", "Karl Johans gate #, Oslo",
		"PSC 14#, Box 3833, APO AA 34034", "Unit 450# Box 2666, APO AP 96338", "Fő út #., Budapest", "Kossuth utca # II. em. 4., Szeged", "Rose Cottage, Mill Lane, Little Bowden", "The Old Rectory, Church Street, Great Bowden",
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
