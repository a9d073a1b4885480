package personal

import (
	"slices"
	"testing"
)

// notations are further ways in which people write what typed holds, and labels nobody can list.
var notations = map[Type][]string{
	Card: {
		"Kreditkarte: ‹4111 1111 1111›", "die ersten Ziffern meiner Kreditkarte sind ‹4111 1111›, ok?", "my card number starts with ‹5500 00›", "Kartennummer ‹4111-1111›-", "Ihre Kreditkartennummer?\n‹4111 1111 1111›",
		"Kreditkarte ab 2500 2000 €", "Kreditkarte 2024 2025", "Kreditkarte: Sperrnotruf 116 116", "Zahlung per Kreditkarte, Artikel 4711 1234", "Karte 4500 Punkte", "Kreditkarte\n4711 1234",
	},
	Passport: {"Passnummer ‹C01X0›", "Pass C5", "passport photos 35 mm"},
	TaxID:    {"Meine Steuer-ID ist ‹86 095 742›", "Steuer-ID beginnt mit ‹86095›", "Steuer-ID: 2024 2025", "Steuer-ID 12345"},
	Email: {
		"‹erika.mustermann@›", "‹erika.mustermann@›...", "‹erika.mustermann@› und dann web.de", "my email is ‹jane_doe@›, rest follows", "Meine Mail ist ‹erika@› hm", "Preis 5 Stück@ 3 €", "je Stück@ 3 €", "@ 3 Stück", "ssh root@ geht nicht", "foo@ oder bar@ schreiben wir so",
		"‹jo_stitches at gmail com› all one word", "look at web com design",
		"schreib an ‹eva klammeraffe firma punkt de›", "Mail: ‹eva @t firma.de›", "‹eva|at|firma|dot|de›", "‹eva (at sign) firma.de›", "‹eva {at} sub {punkt} firma {punkt} de›", "‹eva(at)firma.co.in›", "meine mail ist ‹eva at firma.de›",
		"Wir sind at home punkt", "meet me at 10 dot",
	},
	Phone: {"or just zelle to ‹7735521908›, thanks",
		"telefon ist die ‹null drei vier eins, neun sechs zwei, siebzehn, null fünf›", "call ‹five five five, eight one two, thirty-four, oh nine›", "eins, zwei, drei, vier, fünf Kinder",
		"☎ ‹02 21 - 343 66 76›", "Call ‹1-800-FLOWERS› now", "Rückmeldung an meinen Mann, ‹0 52 31 / 9 44 70 2›, er ist da", "bitte zurückrufen ‹0176 4482 9317› am besten nach 17 uhr", "um 11 am 3. Mai", "{\"ph\":\"‹4185550163›\"}", "Name\tTel\tKd-Nr\nBüro\t‹0351 1234567›\t9983", "re claim 88-20417", "‹902-227-1170x4411›", "Mobil ‹+49 151 2429248 7›", "Work: ‹324/448-1090›", "Rückrufnr.: ‹0351 1234567›", "rueckruf unter ‹0351 1234567›",
		"Women's Work 1300-1600", "0800 Uhr ist zu frueh", "UPC 036000291452",
	},
	IBAN:      {"‹DE89 3700 0440 0532 0130 00› ist mein Konto", "meine IBAN DE89 3700", "meine IBAN fängt an mit ‹DE89 3704›", "my IBAN starts with ‹DE89 3704 0044›, ok", "IBAN ‹DE89370400›", "Die IBAN beginnt mit DE und hat 22 Stellen", "IBAN: ‹DE89 3704 0044 0532 0130 0› ja", "IBAN ‹DE89 3704 0044 0532 0130 001›.", "IBAN ist ‹DE89370400440532013› oder so", "Ersatzteil DE89 3704 0044 0532 passt", "Gutschrift ‹DE89_3704_0044_0532_0130_00›", "‹AL 86 24814886ZOARYRCV1BZJD75B›"},
	BIC:       {"Bank Identifier Code: ‹COBADEFFXXX›"},
	VATID:     {"des Lieferanten aus Rotterdam, haben nur ‹NL004495445B01› gefunden", "P.IVA ‹76408240158›", "Our VAT reg no is ‹494 3271 29›", "MwSt 19 % von 12345678,00"},
	Account:   {"BLZ 700 202 70 ist die Münchner Bank", "sort code 20-00-00 is Barclays, routing 026009593 is BofA", "BACS to ‹40-18-33› / ‹71420958›; overseas", "sort code ‹40-28-06› acc ‹51739206›, which", "Employee\tSort code\tAcc no.\nBirk\t‹20-45-77›\t‹63920418›", "bank a/c ‹40618827› (sort ‹30-98-41›, Lloyds)", "routing ‹026193409›, acct ‹8919816750›", "acct ‹21275278›", "Account number: ‹0965848608›, sort code ‹20-00-00›", "Kto.Nr. ‹3327391515› BLZ ‹850 503 00›"},
	TaxNumber: {"Steuernummer ‹5133/8150/8159›", "St.-Nr. ‹3046/815/08151›"},
	HealthID:  {"card says ‹4TN7-PK6-HD35›, is that it", "Member ID on my card is ‹XEA904417728›", "OHIP ‹7051-348-196 KD›", "Krankenversichertennr. ‹A123456780›", "Auf der Karte steht ‹A123.456.780›", "NHS number ‹485 777 3456›", "insurance member ID: ‹WQD771204653›", "Medicare ‹1EG4-TE5-MK72›", "I am a member since 12345678"},
	SocialID: {"my SSN starts with ‹078-05›", "Sozialversicherungsnummer ‹65 150847›", "sorry, complete: ‹VRDLGU75M08F205G›", "article VRDLGU75M08F205A", "‹6094113T› pps", "PPS No. ‹1863548TB›", "Rijksregisternummer ‹85.07.30-640.03›", "my codice fiscale for the invoice: ‹VRDLGU75M08F205Z›", "nat ins no ‹JP 93 49 57 D›", "N.I. number ‹PE502962C›", "Vers.-Nr. ‹1237/010180›", "National Insurance no: ‹QQ 65 43 21 B›",
		"personnummer ‹811218-9876›", "PESEL: ‹44051401359›", "DNI ‹87654321X›", "meine BSN ist ‹123456782›", "codice fiscale: ‹VRDLGU75M08F205Z›", "Aadhaar number is ‹2341 5678 9012›", "Anzahl dni 12", "CPR 2020 training on 12.03.2024",
	},
	IDCard: {"Personalausweisnummer ‹L01X00›", "Aufenthaltstitel-Nr.: ‹YX93K72P5›", "lic. ‹ASANT912254K99VN›", "my green card number, it's ‹SRC2190417735›", "Driving licence ‹MORGA 657054 SM9IJ›, clean", "ID card ‹CEY588474›", "Identitätskarte Nr. ‹E4471920›",
		"PA-Nr. ‹L3RT6W0PN4›, ausgestellt", "Perso-Nr ‹L01X00T471›", "Dokumentennummer: ‹L01X00T47›", "Perso: ‹LKTW9ZPMC›", "ID card ‹VMFX4NRTH›, valid", "Führerschein ‹V448-9898-9421›", "fuehrerschein ‹B072RRE2I55›", "DL# ‹016381032›", "my driver's license is ‹72116554›",
		"Der Führerschein kostet 2026 mehr", "driver license since 2019",
	},
	Plate: {"ID;Name;Plate\n33;Birk;‹8KJD442›", "Car gift of EUR 120 each", "fits trucks up to 26 feet", "1 bike, up to 4 bags", "the reg of the van, it's ‹191-D-20473›", "Cab was ‹BX70 UMG›.", "Dell Service Tag 7HQ2XN3, BIOS 1.18", "private plate, ‹B16 DVE› I think", "My tag is ‹8VKR294› (California)", "towed (grey Octavia, ‹DD-KX 4127›)", "kennzeichen ‹m ab 220›", "Kennzeichen ist ab 2024 neu", "Auto (‹ZH 482 917›)", "rego ‹482 XKR›", "Halter von ‹TÜ WM 190›", "Kfz-Kz. ‹B-XY 699E›", "Kfz-Kennz.: ‹PF-QU 418›", "Unfallgegner: ‹OG-LT 77›, weiß", "license plate ‹7VHT472›", "Kennzeichen: ‹BE 116 862›", "Kennzeichen beantragen kostet 26 Euro"},
	IP:    {"After going from 10.4.2.1 to 10.4.3.0 it hangs", "Host: [‹2a02:f71b:f05e::60b›]:443"},
	MAC:   {"Konsole ‹98b6e93d11f0› im WLAN", "mac address is ‹629cfbbe90c0›", "WLAN-MAC: ‹09c581-a74ce2›", "Gerät ‹e5 55 b0 da 82 1b› sperren", "Gerät 123456 im WLAN"},
	URL:   {"‹https://portal.example.de/reset-password/pQXDMV25u5Yw9aWuBLAdPczF›", "https://example.org/wiki/List_of_dialects_1960"},
	BirthDate: {"gültig bis 11.01.2031, Inhaberin, geboren am ‹29. Juni 1985›",
		"Kurs;Start;DOB\r\nYoga;01.09.2021;‹17.05.1988›\r\n", "Kurs;Start;Ende\nYoga;01.09.2021;17.05.2024",
		"D.O.B. ‹05-Oct-1989›", "geb. ‹25061979›", "geb ‹250679›", "Bot: Ihr Geburtsdatum?\nKunde: ‹25.06.1979›", "Agent: your date of birth?\nCaller: ‹7 june 79›", "Ihr Geburtsdatum?\nAm Samstag geschlossen: 25.06.2026", "Aktenzeichen 250679", "geboren ‹08 11 2005›", "Geburtsdatum: ‹Juli 1952›", "kam am ‹zehnten November 2001› zur Welt", "geboren am ‹zwölften zehnten neunzehnhundertneunzig›",
		"born on the ‹third of March, nineteen eighty-four›", "Vater (* ‹3. Mai 1950›)", "* 01.02.2024 Neue Version", "my bday is ‹July 1st, 1979›",
	},
	Address: {
		"‹88 boul. Saint-Raymond, app. 402, Gatineau QC J8Y 1S6›",
		"ziehe in die ‹Obere Torstraße 17, 97070 Würzburg› um", "Halter, ‹Kurze Str. 1, 31785 Hameln›, Abbuchung",
		"vor dem ‹Q7, 24› in der Mannheimer Innenstadt", "stehe vor ‹M7 12a in Mannheim›", "Audi Q7, 24 Monate alt",
		"Straße: ‹Birkenpfad\nNr.: 8\nPLZ: 38100\nOrt: Braunschweig›\nTelefon: keins", "Street, house no.: ‹8 Birch Walk; City: Ripon; Postcode: HG4 1AB›; Country known", "Ort: Stadthalle\nBeginn: 19 Uhr", "Straße: siehe Karte\nOrt: Mensa",
		"| Birk, Eva | ‹Birkenpfad 8 | 38100 | Braunschweig› |", "bei ‹Birkenpfad 8 (Hinterhaus, EG), 38100 Braunschweig›", "‹Ringstr. 9 II. rechts, 38100 Braunschweig›", "‹Hinterfeld 4, 6370 Reith bei Kitzbühel›", "‹Birkenpfad 8, 38100 Braunschweig› bei Ihnen",
		"Straße ist der ‹Birkensteig, Hausnummer ist die 11, Postleitzahl 38100 und der Ort ist Braunschweig›. Danke.", "PLZ ‹38100, Ort Braunschweig, und die Straße is Birkensteig 33›.",
		"Ort ‹Braunschweig, Postleitzahl drei acht eins null null›.", "Der Ort ist schön und die Straße ist 5 km lang", "die Nummer ist 11, der Ort ist Rom",
		"an: ‹Straße des 17. Juni Hausnr. 31, 31134 Hildesheim›", "‹Birkenstraße Nummer 4, 38100 Braunschweig›",
		"bitte: ‹4. Stock, Eisenbahnstr 83, 04315 leipzig›, danke", "Nachbar, ‹Birkenstr. 17, 83471 Schönau a. Königssee›, 12:41 Uhr", "Kundenparkplatz 7", "Arbeitsplatz 7, bitte", "‹Birkenstraße zwanzig, Bad Kissingen›",
		"also ‹birkenpfad vierzehn, drei acht eins null null braunschweig›, bei petersen", "wohnt ‹an der alten schule drei in drei acht eins null null braunschweig›", "‹Birkenstraße sechsundzwanzig b, Bad Kissingen›",
		"it's ‹three hundred and twelve birch avenue, takoma park, maryland›", "it's ‹eighty-one Birch Way, Nuneaton›, past the shop", "in vierzehn Tagen, zweihundert Euro, neunzehn Kurse", "three hundred and twelve pages, two of them empty",
		"vor der ‹Hausnummer 7 in der Birkenstraße›", "at ‹14 Priory Walk, Leighton Buzzard, Bedfordshire›", "send it to ‹Brookside, 14 Vicarage Hill, Solihull B94 5EB›", "‹Havikstraat 15-III, 3514TL Utrecht›", "‹Birkenpfad 8, 38100 Braunschweig, Ortsteil Lehndorf›",

		"‹06108 Halle (Saale), Kleine Gasse 12›", "Taxi von ‹Eichensteige 14›", "‹Birkenweg8a, 38100 Braunschweig›", "‹Kirchgasse, 4, 13353 Berlin›", "Wir wohnen ‹Hof Eichen 9 in 72070 Tübingen›.", "‹Lindenallee 41 1/2 • 52062 Aachen›", "Lieferung an ‹Vogelsang 17, 8020 Graz›",
		"ship to ‹5/98 Lakeshore Street, Perth WA 6000›", "‹Ivy House, Mill Lane, Aberdeen AB10 1XG›", "Deliver to: ‹Two Bayview Road, Anchorage, AK, 99501›", "at ‹486 station crescent, anchorage, ak, 99501›",
		"‹Gedimino pr. 26, LT-01103 Vilnius›", "‹Vestergade 19, 2. th, 1456 København K›", "‹Viale Europa n. 17 - 50126 Firenze (FI)›", "‹Calle de Alcalá 60, 3º B, 28014 Madrid›", "‹25, Grand-Rue, L-1661 Luxembourg›", "‹1011 Budapest, Fő utca 79.›",
		"‹176 George Way, Springfield›", "2023-2024 US News", "Im Jahr 1987 wurden 7906 Anträge gestellt", "Kentucky, Tennessee, Missouri", "Premiere 9 4K Laser Projector Tizen OS - 3200 ANSI Lumens", "27001 Audit, CIS 18",
	},
	Secret: {"Ihre Visa, gültig 09/27, Prüfziffer ‹418›, geht nicht", "Schlüssel im Kasten neben der Tür, Code ‹4-0-7-2›. Strom an", "Haustür ‹#2291*›, dann links", "Er hat die Bildschirmzeit-PIN geändert, seine alte war ‹2580›.", "the gate is ‹4417#› dont let the dog out", "door code for the flat is ‹2580*› ok", "the safe in the closet opens with ‹061194›.", "wifi code at the cabin is ‹BlueHeron_1972› and", "Username is eva, memorable word ‹Marmaduke›, thanks", "GET /account/export?session=‹c7e1a94b0f5d4b62› HTTP/1.1", "SSID Casa, WPA2 key ‹maple7canoe39›, rev 1.2", "Die Tür hat 4 Flügel und kostet 2580 Euro", "Tor 2026*", "GET /list?session=2024&page=123456",
		"WLAN heißt 'Gast', Schlüssel ‹7713-kiefer-ROLLE-22›.", "Schlüssel 4711 hängt am Brett", "Meine Pin für die Packstation (‹4417›) geht nicht", "Kenncode ‹hT7pQz›", "2024-11-02T06:55:10Z INFO api key missing", "der code am hintereingang ist ‹4471› und dann raute", "export LEDGER_API_KEY=‹pk7_9fQ2xLr40Z›\nexport LEDGER_TIMEOUT=30", "DB_PASSWORD=‹q7!Rv-pp02Lm›\nDB_HOST=localhost", "DB_PASSWORD set\nSTRIPE_KEY=‹sk_test_51Hx0Qz8LmN4aaBvR7›", "PIN ‹4471›, falsch", "PUK ‹40917723› und PIN ‹0815›", "Die TAN war ‹882 014›.", "Ich habe ‹2580› als PIN", "verification code: ‹G-482913›", "The code I got by text was ‹730 418›.", "the cleaner's code: ‹1187›", "passcode ‹2 9 0 4 1›",
		"The password for the PDF is ‹kipper-on-toast›.", "Das Codewort lautet ‹Rhabarberkuchen›", "Gästepasswort: ‹Sommer24!›",
		"discount code: 2024", "The postal code is 38100", "Ihr Passwort lautet wie folgt", "Stecker mit PIN 8-polig", "The password is wrong", "PIN vergessen seit 2024", "my password is ‹VEyPghvY!›", "pass: ‹gRP4PeKH!›", "curl -u eva:‹n0tSoSecret› https://a.de", "docker run -u 1000:1000 image", "the user password. See OpenSSH#Deny."},
}

func TestFurtherNotationsAreFoundWhole_D3(t *testing.T) { checkTyped(t, notations) }

// toldByPlace are values that no shape tells, or that look like others, and what the words around them say.
var toldByPlace = map[Type][]string{
	Email:     {"Mail: ‹k wie konrad, punkt, huber, at, web, punkt, de›", "Note a wie aufgeregt, am Ende"},
	IP:        {"VPN report, client 4.2.1.38, retried", "VPN report, client ‹84.19.201.7›, retried"},
	TaxNumber: {"Steuernummer fürs Formular wäre ‹52 118/4406›."},
	Address: {"I'm out at ‹N3907 County Road B, Viroqua, Wisconsin›, call first", "from ‹2180 Farm to Market Road 1488, Magnolia, TX›.", "‹HC 33 Box 9, Challis, ID›. no power", "the farm, ‹Hen Felin, Llanrwst, Conwy LL26 0BB›, gets", "of ‹\"Rosmore\", Glounthaune, Cork, T45 K2X7› by post", "‹The Anchorage, 9 Strand Road, Portmarnock, Co. Dublin, D13 F2W9›. Thanks",
		"Eircode is ‹H91 T3K8›, the red one", "Samsung, Evo, Pro, M2 2TB", "für HNO · ‹Ludwigstraße 9 · 38100 Braunschweig›", "vgl. NJW 2018, 1604 Rn. 12", "at ‹218 W 4TH AVE LOT 9 MADISON SD 57042›", "neu ‹Quartier 12, Friedrichstraße 9, 38100 Braunschweig›", "laut Ihrem Bogen 26 Punkte", "lebt in Bamberg, ‹Obere Mühlstraße 8, 96049 Bamberg›", "‹Birkenpfad 8, 38100 Braunschweig› (Mieterin)", "‹Birkenpfad 8, 06108 Halle (Saale)›"},
	Phone: {"Tel. beim Amt, Praktikum 03/2019-11/2021", "bag tag 0318 220 954 for hold", "Box says P/N 0718-2201-00 Rev B", "S/N 0718-2201-00", "my number is ‹two oh six 448 1090›, ask for me", "zwei drei vier 123456 Stück",
		"T ‹414/448-1090›", "Mesa, AZ 85201\nOffice ‹520-448-1090›", "Void cheque: transit 03112-004"},
	Account:   {"a cheque drawn on account ‹6200 3317 45› bounced", "my customer account 6200331745 with you is locked", "bsb ‹033-112› ‹2204 8816› for the bond", "Kontonr. (alt, vor 2020): ‹1104-0297.331›", "CCC: ‹2085 0103 92 0300731702›"},
	VATID:     {"suppliers ‹BE0403019261› and others", "part BE0403019262", "Lieferant ‹FR40303265045› neu"},
	TaxID:     {"the EIN of the club is ‹36-5120983›."},
	IDCard:    {"driver lic. ‹K320-114-72-305-0›, she brings it", "Personalausweis, Seriennummer: ‹L01X 00T4 71›"},
	Plate:     {"Unfallgegnerin fährt ‹OL KM 7›, blauer Kombi", "Visitors at the gate: ‹LD21 PXV› on Monday", "LED lamp GU10 LED", "REG NO ‹M318 TBK› parked in the bay", "laptop asset tag LT-00412, retry with MTU 1492"},
	SocialID:  {"LANR 417220318 liegt bei, Vers.-Nr fehlt"},
	HealthID:  {"Kassennummer: ‹A wie Anton, 123 456 780›", "Manitoba Health no. ‹511 308 724› is on file"},
	URL:       {"‹https://bank.example/k/ja?kunde=eva.birk&t=Qk71›"},
	BirthDate: {"Since ‹14.XI.1968› is my birthday", "Kapitel 14.XI.3", "she was born ‹june twelfth nineteen seventy›"},
	Secret: {"Visa, the three digits on the back are ‹271›, thanks", "Bei meiner Karte ist die Zahl auf der Rückseite ‹604›.", "my Amex, the 4-digit code on the front says ‹3318›", "the card in the back row 613", "der tor code ist ‹2214B›, frag nach", "error code E404 on the gate", "neue pin ‹Ra7kQ›. geht nicht",
		"connect Pin GPIO23 to ground", "asks for my pin, is it still ‹8824› or not", "Der Schlüsselkasten geht mit ‹3391› nicht auf", "needs a one-time passcode. Mine today: ‹R4T-88K›. Thanks", "Passwort weg. Ich glaub es war ‹mausi4711› oder so", "i changed it to ‹Gr4nd_Oak› last night",
		"Antwort auf Sicherheitsfrage (Haustier): ‹Minka›", "Sicherheitsfrage: Ihr erstes Haustier?", "user ops / pass ‹gr4vel#Path› for the box", "WLAN-Gäste:\nNetz: Haus_Lerche\nSchlüssel: ‹Amsel-2210-Kiesel›\nAbreise", "the pass is valid today", "Benutzername: team_west // Passwort vergessen", "WLAN heißt Haus_Lerche, Kennwort: ‹moos-ufer-2031›"},
}

func TestValuesAreFoundByWhatIsSaidOfThem_D3(t *testing.T) { checkTyped(t, toldByPlace) }

// In records of people a date behind a name is that of the birth, with another number of the person behind it.
func TestDatesInRecordsArePersonal_D3(t *testing.T) {
	f := New(Options{})
	for text, want := range map[string]string{
		"4 Oliver Bennett 03/11/2012 mum 07700 900318":                                            "03/11/2012",
		"Mrs. Erika Mustermann, 7 June 1941, NI number AB123456C":                                 "7 June 1941",
		"row 3;Wechselberg;1971-04-30;460-96-1192;active":                                         "1971-04-30",
		"FRAU ZWICKELBART 02.03.71. AU BIS MONTAG. KV A123456780":                                 "02.03.71",
		"Re: Bennett, Oliver - 11-23-1979":                                                        "11-23-1979",
		"Termin für Frau Müller, 12.05.2025, Tel. 0351 1234567":                                   "",
		"Termin für Frau Müller 12.05.25, Tel. 0351 1234567":                                      "",
		"Oliver Bennett, 12.05.2009: the update works for me":                                     "",
		"| Name | Start | Tel |\n|---|---|---|\n| Erika Mustermann | 01.09.2011 | 0351 1234567 |": "",
	} {
		got := ""
		for _, e := range f.Find(text) {
			if e.Type == BirthDate {
				got += e.Text
			}
		}
		if got != want {
			t.Errorf("%q: found %q, want %q", text, got, want)
		}
	}
}

// toldByThings are values that the thing says what they are that they open, pay or belong to, and notations that machines and
// hasty people make.
var toldByThings = map[Type][]string{
	Email:     {"‹hans.peter@web,de› hat nicht geklappt", "‹hanspeter@gmail›"},
	Phone:     {"Mein alter Vertrag lief auf ‹01573.4455.129›, die Nummer nehme ich mit", "Vorwahl ist ‹0221, Nummer 3436676›", "Vorwahl ‹0 40, dann 6 69 69 - 5 12›", "anrufen: ‹o171 392oo77›", "Ausschreibung 2025/S 014-039912", "Inventar 0800-33010", "NHS prescriptions cost 9.90 each; call 111 for advice. CQC ID 1-101728310.", "Schlüsselnummern 0588 / 442 stehen im Fahrzeugschein."},
	VATID:     {"A.B.N. ‹85661250090›", "ABN ‹496 245 957 11›", "GST/HST ‹123456789RT0001›", "VAT ‹368599579›", "VAT-Nr. des Lieferanten: ‹PL5252248481›", "our GST reg. is ‹84712 0393 RT0001›"},
	Account:   {"should be ‹60-64-82› / ‹54243620› not my husbands", "BSB ‹062-004› acc ‹1048 2917›", "PC ‹30-38151-2›", "a/c no ‹63920418› sc ‹204577›"},
	TaxID:     {"FEIN: ‹471203984›"},
	HealthID:  {"AXA Health membership number ‹7741209A›", "Aetna member # ‹W884120973›", "BUPA membership ‹9208814471›", "Barmenia Krankenversicherung Mitglied Nr. ‹8841209-3›", "Blue Cross ID ‹XJB882019347›", "Debeka Mitgliedsnummer ‹7319024.6›", "Debeka Versicherungsnr. ‹6610934.2›, Rechnung vom 3.4. über 212,80 EUR anbei", "IHI ‹8003608833357361›", "PKV HUK-Coburg, Vers.-Nr. ‹812/340912-K›", "Private KV: Allianz, Versicherungsnummer ‹KV 4471 2098›", "Signal Iduna Krankenversicherung, Vertragsnummer ‹44 871 209›", "The NHS number on the letter is wrong. Mine is ‹689 332 9768›.", "VHI policy no ‹8812094›", "meine private Krankenversicherung (Hallesche) hat die Nummer ‹5530912.4›", "my Cigna ID is ‹U4471902301›", "patient ‹905 182 1565› (NHS), seen Tuesday", "privat versichert bei der DKV, Nr. ‹KV123409871›", "the nurse said my hospital no is fine but nhs no wrong, it's ‹4841485252›"},
	SocialID:  {"my pps number ‹8182469t›"},
	IDCard:    {"ausweisnummer ‹w5cvrz2pz›", "eAT-Nummer ‹YX93K72P5›"},
	Passport:  {"Kinderreisepass ‹E1234567›"},
	Plate:     {"Bewohnerparkausweis: ‹MZ KL 771›", "Parkausweis für ‹HD:LM 3321›", "permit for ‹SA14 WKT› please"},
	IP:        {"Client version: 5.0.2.44"},
	URL:       {"link: ‹https://app.example.com/invite/Zx81kQpL09vTrr3›", "‹https://drive.example.com/file/d/1a2B3c4D5e6F7g8H9i0J/view?usp=sharing›", "‹https://pay.example/checkout/sess_9s8d7f6g5h4j3k2l›", "‹www.example.com/confirm?uid=4471&hash=9f3c7a12d4e8›"},
	BirthDate: {"Alter stimmt nicht, bin doch vom ‹18. 1. 2004›", "D.0.B. ‹17.O3.1944›", "D0B: ‹O3/11/1978›", "Geburtsdatum ‹I7.O3.I944›", "Geburtsdatum: ‹O3.11.1978›", "Mother's d.o.b. ‹3-7-31›, deceased, funeral 12 June", "geb.: ‹03.1l.1978›", "Children born after 1 September 2019 start in Reception. Kids eat free until 31.08.2026."},
	Address:   {"The promo code is SPRING24", "ich bin Mieter im Studentenwohnheim ‹Ginsterweg 2, Haus D, App. 417, 28359 Bremen›. Mein", "im Kleingarten, im Winter ‹Grüner Weg 70, 15711 Königs Wusterhausen›. Wo", "laut Marktplatz\n‹Bgm.-Smidt-Str. 129\n27568 Bremerhaven›\nBestellung", "neue Anschrift ‹Hof Grünebaum 1, 35110 Frankenau›", "Adr. ‹Große Bockenheimer 33, 60313 Frankfurt›", "ausgebucht, Warteliste Platz 4. Alternativ", "‹Steinstr. 22, Hinterhaus, bei Krause, 34117 Kassel›", "soll zum ‹Fasanenhof 6›, steht aber nicht im Navi", "ihr seid doch jetzt ‹Lange Reihe 51› und nicht mehr am Steindamm", "Große Pizza 33, Kleine Pizza 26", "mein anschluß ist in der ‹Gartenstr.5,72764Reutlingen›, geht", "an: ‹Industriestr. 12, 88400 Biberach an der Riß›, bald", "an:\n‹Flat 9, Hanover Court\n27 Nantwich Road\nCrewe\nCW2 6AD›", "billing: ‹77 King St W, Suite 400, Toronto ON M5K 0A1›", "the flat at ‹45b Holloway Road, London N7›", "Street: ‹P.O. Box 1187, Truth or Consequences, NM 87901›", "I live in ‹1 Weavers Cottages›, next to the pub", "find us at ‹18 Mount Sion Mews, Tunbridge Wells›. Park in the road", "in ‹4009 SE Division St #6, Portland OR›", "4 Luxury Villas with pool, 12 Holiday Cottages"},
	Secret:    {"- db user is \"reporting\" / ‹Lq7-harbor-22›", "Alarm panel by the fridge: ‹5583› then OFF", "Alarm scharf/unscharf mit ‹7391›", "Anmeldung im Portal mit m.huber und ‹Edelweiss!5› ging gestern noch", "Buzz in with ‹2208#›, lift to 4", "Der Code fürs Fahrradschloss ist ‹3-1-9›, hängt hinten", "Der Code zum Müllraum: ‹C1450B›", "Der Pförtner sagt der Schrankencode lautet ‹*5588#›", "Die Kombination vom Aktenschrank ist ‹18-42-07›, bitte nach Gebrauch verdrehen", "Door entry: ‹C24Y›", "Eingang hinten, Tastenfeld ‹5820E›", "Front door sticks: push, then ‹4418Y›. Spare key under pot.", "Guest WiFi is Harbour_Guest, password ‹seagull42›", "Hallo, hier ist die Mama von Finn. Der Code für unser Garagentor hat sich geändert, jetzt ‹5519›, der Pool-Service soll bitte den nehmen. Alarmanlage ist aus bis 17 Uhr.", "Im Tresor (Code ‹88 41 20›) liegt der Zweitschlüssel", "Just type ‹2244› at the gate and it opens", "Könnt ihr mal prüfen warum ich nicht reinkomm? Kennung ist rbeyer, als Passwort nehm ich ‹Zwiebelkuchen3› wie immer", "Login: mwegner / ‹Fruehling!23›", "Paßwort lautet ‹Schl0ssgarten›", "Router-Kennwort steht auf dem Aufkleber: ‹29071844›", "Schlüssel: Safe neben Briefkasten, ‹2-0-4-8› einstellen und Hebel runter. Hund ist bei den Nachbarn.", "Schlüsselbox hängt links am Zaun, Zahlenkombi ‹0815›", "Schlüsseltresor neben der Haustür, Kombination ‹4-7-1-1›", "Storage unit 14B, padlock ‹27-3-19›", "Telefonbanking-PIN ‹58213› funktioniert nicht mehr", "Telephone banking password is ‹tangerine›", "The alarm's ‹2719› by the way", "The passphrase is ‹correct horse battery staple›, don't share", "Tiefgarage: ‹7723› eintippen, dann Sterntaste", "WLAN: FRITZ!Box 7590 XY / ‹48213377190264518823›", "Zahlenschloss am Schuppen: ‹6620›", "Zugang NAS: admin / ‹Kastanie-55-grün›", "Zutritt zum Lager mit Code ‹3391A›", "bike lock is ‹4-0-9› if you need it", "creds: svc_backup / ‹9xTq!mmR2›", "der freischaltcode aus dem brief: ‹8H2K-PQ71-ZZ40›", "der zahlencode der garage ist ‹9174›, danach kurz warten", "gate code ‹#4410› for the driver", "keypad on the garage takes ‹3806›", "my passphrase was ‹quiet cactus moonlit ferry›, it no longer unlocks the vault", "one time code ‹884120›, can't use it", "passphrase: ‹velvet otter drives north›", "punch in ‹90210*› at the keypad", "recovery phrase \"‹maple ridge copper lantern›\" was on the card", "router admin page login admin and ‹T@ngerine9›", "safe combination ‹32-14-7›", "the house key is in the lockbox (‹1180›)", "the key box code is ‹1966›, key's for the front door", "use ‹B7719› on the keypad of the side entrance", "wifi: TheBurrow / ‹fishfinger7›", "your code ‹339201› it says, where do i enter that", "Passwort vergessen! Früher hatte ich immer ‹Bello1966›, jetzt nicht", "mein Kundenkennwort ist ‹blaue Giraffe›.", "hab mein passwort vergessen bzw das neue geht nicht, ich tippe ‹Sonnenblume#77› ein", "Der Türcode vom Hintereingang ist jetzt ‹4471›, bitte", "Keysafe by the back door is ‹6042›, carer comes at 8", "admin login is \"shopadmin\" / ‹Pelican!Brick_204›", "has a new keypad, use ‹C3917Y› and wait for the green light", "Die Garage ist 2580 mm hoch", "the alarm is £1299", "Log in / Sign up, then choose Basic24 / Premium36.", "WLAN 6E / Bluetooth5 / USB-C sind Standard", "The passphrase is too short", "Mein Passwort ist abgelaufen", "Das Passwort ist Pflicht, Benutzername ist optional", "Use WD40 on the door hinge", "2 x keg lager 50 l      code 11310", "Smart lock SL-200 stores 100 codes, weighs 1200 g", "Parkhaus Mitte: Einfahrt 2,00 m, 412 Plätze", "Eingang B, 2. Stock, Raum 2041"},
}

func TestValuesAreFoundByTheThingsTheyBelongTo_D3(t *testing.T) { checkTyped(t, toldByThings) }

// The word that names a number stands before the first of several only.
func TestNumbersInARowAreFoundBehindTheFirst_D3(t *testing.T) {
	f := New(Options{})
	for text, want := range map[string][]string{
		"PIN für die Girocard hab ich dreimal falsch: 4021, 4012, 4102":                               {"4021", "4012", "4102"},
		"Passports for the group: GTPM3NG4F9 (Ulrike), HKJKCV2TK6 (Stefan), J0WTLKKN9 (Nils). Ferry":  {"GTPM3NG4F9", "HKJKCV2TK6", "J0WTLKKN9"},
		"wrong NHS number on the label, 2 samples. Should read 9437761647 and 943 018 4091.":          {"9437761647", "943 018 4091"},
		"Französisch: FR87479839722, niederländisch: NL862779121B01, der Brite hat jetzt GB286733226": {"FR87479839722", "NL862779121B01", "GB286733226"},
		"canadian passport HK482917 renewed in june, nexus still shows the old one GA771043":          {"HK482917", "GA771043"},
		"Passwörter: ERP Linde#2291, Mail Buche#1182":                                                 {"Linde#2291", "Buche#1182"},
		"card declined: 5359 5711 7777 4128 03/28 661; try another":                                   {"5359 5711 7777 4128", "661"},
		"Kinder: Lea (4.5.2012) und Tom (6.7.2014)":                                                   {"4.5.2012", "6.7.2014"},
		"change the front door pin from 1199 to 4407 before friday":                                   {"1199", "4407"},
		"alarm code is 5521, panic code 5522, pls dont mix up":                                        {"5521", "5522"},
		"die Haustür geht mit Code (3862) und oben die 9917#.":                                        {"3862", "9917#"},
		"Geburtsdatum falsch hinterlegt: steht 12.03.1965, richtig ist 21.03.1965":                    {"12.03.1965", "21.03.1965"},
		"Mein Vater ist am 04.07.1941 geboren und am 12.02.2026 verstorben.":                          {"04.07.1941"},
		"mein Nickname war sonne77 und das Passwort Sonne77!, hilft das?":                             {"Sonne77!"},
		"Passport details for the manifest:\nIsla – 538204917 – 30.04.1987\nJory – 541177082":         {"538204917", "30.04.1987", "541177082"},
		"Ward list, Bay C\nC1  Oduya, Femi        30/01/1966   927 081 9612   home":                   {"30/01/1966", "927 081 9612"},
		"Name       DOB      Bay\nHale, Ann  12/04/1990  3\nMoll, Eva  07/08/1951  4":                 {"12/04/1990", "07/08/1951"},
		"neu Hr. Ganter, Auto FR AG 1903E, bisher Fr. Moll, EM-ZU 55. Handsender":                     {"FR AG 1903E", "EM-ZU 55"},
		"Driver license: F4417290 (CA)\nBank routing: 121042882":                                      {"F4417290"},
		"Vertrag Nr. FS-20-11873, Führerschein 08/2016":                                               {},
		"Tel 0921 · 507 88 41 · Fax 0921 · 507 88 42":                                                 {"0921 · 507 88 41", "0921 · 507 88 42"},
		"Marktweg · 06108 · 0345 123456 · 0171 4482931":                                               {"0345 123456", "0171 4482931"},
		"Gast: Korbinian Etzel\nPerso XWHXMZ87J2  7/12/1990":                                          {"XWHXMZ87J2", "7/12/1990"},
		"Reisepass C01X0006H, 12.03.1985":                                                             {"C01X0006H", "12.03.1985"},
		"Perso L01X00T471 / 7.12.90":                                                                  {"L01X00T471", "7.12.90"},
		"Perso L01X00T471, 12.03.2031":                                                                {"L01X00T471"},
		"Reisepass C01X0006H, ausgestellt 12.03.2005":                                                 {"C01X0006H"},
		"Führerschein B072RRE2I55, 12.03.2006":                                                        {"B072RRE2I55"},
		"Patient: Sørensen, Jörg (03.11.1956)":                                                        {"03.11.1956"},
		"Mieterin: Hannah van de Loo, 3.4.1991\nab sofort":                                            {"3.4.1991"},
		"Teilnehmer: Anna Brandl, 12.03.2025":                                                         {},
		"Fahrer Gegner:     Pieter van der Laan, Kastanjelaan 41, 6828 GH Arnhem":                     {"Kastanjelaan 41, 6828 GH Arnhem"},
		"Fahrer: Pieter de Weg, Kastanjelaan 41, 6828 GH Arnhem":                                      {"Kastanjelaan 41, 6828 GH Arnhem"},
		"PIN 4021, Bestellung 4012":                                                                   {"4021"},
	} {
		var got []string
		for _, e := range f.Find(text) {
			if e.Type != Person {
				got = append(got, e.Text)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: found %q, want %q", text, got, want)
		}
	}
}

// ofManyStates are notations of the papers and numbers that the states of our users give, of what is told beside them, and
// of addresses as people shorten them.
var ofManyStates = map[Type][]string{
	IDCard:    {"BRP: ‹ZR8820447›, expires 31/12/2024", "ImmiCard ‹EIS882044›", "visa grant number ‹0088204471203›", "work permit no ‹U880 447 201›", "Emirates ID ‹784-1990-8820447-1›", "Citizen card ‹XK884 2017›", "CDL ‹N8820447› class A", "learner's permit ‹N8820447›", "Northern Territory licence ‹1204482›", "drivers licence (Vic) ‹044 882 017› expires 3/28", "NDLS driver number ‹118 204 993›", "Learner permit no. ‹902 114 773› (NDLS)", "My driving licence says ‹OKEXX 902149 SA9FJ 18›", "D.L. No. ‹S18220774›", "DVLA number ‹EVANS-806122-JD9KR› on the photocard", "hirer shows UK licence ‹patel 802156 rk8tz›", "Driver number (4d): ‹731 002 485›", "BC licence ‹7184023›, class 5", "Nova Scotia master number ‹HANSE120492004›", "driver licence NSW ‹18442907›", "SA licence ‹S81204›", "SA driver licence ‹BK4471›", "Tassie licence: ‹B402917›", "Tennessee state ID ‹084411702›", "operators license (Ohio) ‹RX204418›", "My Polish ID is ‹ABA300000›", "Belgian eID ‹592-4482017-39›", "BRP number: ‹RX8820417›", "BRP no ‹ZWX442018›", "alien number ‹A 204 418 773›", "USCIS # ‹088-204-417›", "PR card number ‹RA0302123456›", "UCI ‹11-0420-8837›", "military ID ‹1204488371›", "state id # ‹D120-4418-8820›", "Lenkerberechtigung Nr. ‹18220417›, BH Kufstein", "FA-Nr. ‹004412077003› (Führerausweis)", "Führerausweis Nr. ‹008 412 077 003›", "Schweizer Führerausweis ‹004877120004›", "BPA-Nr. ‹L8ZV4Y2K1›, gültig bis 2031", "Ausweis: ‹LPKFJRVWF›", "LichtbildausweisNr ‹9914207›", "österr. Personalausweis ‹8842017›", "Personalausweis Österreich, Nr. ‹PA4420188›", "Schweizer ID ‹E1234567›", "Aufenthaltserlaubnis Nr. ‹Y48TVX210›", "Niederlassungserlaubnis ‹AA1234567›", "Ausländerausweis B Nr. ‹012345678›", "ZEMIS ‹012.345.678-9›", "Fiktionsbescheinigung Nr. ‹D1234567›", "Duldung ‹Y4420188›", "Schwerbehindertenausweis Nr. ‹44/120/8831›", "Ersatzführerschein ‹B072RRE2I56›", "mein lappen hat die nummer ‹B072RRE2I55›", "Ausweiskopie: ‹L9VK3TX40›, ausgestellt 2021", "FS-Nummer: ‹J41000ZK551›, Ausstellung 12.03.2019", "Fahrerkarte ‹DF000044120188›", "Fahrerkartennummer: ‹D000004412018800›", "Ausweis-ID ‹L9VK3TX40›", "Legitimation: PA ‹L9VK3TX40›", "eID-Karte ‹L9VK3TX40›", "Blaue Karte EU Nr. ‹YX93K72P5›", "Identitätskarte (CH) ‹S0A00A00›", "türkischer Ausweis (Kimlik) ‹A12B34567›", "Dienstausweis Nr. ‹44120188›", "ausgewiesen durch: BPA ‹LPKFJRVWF›\nerreichbar: 0"},
	Passport:  {"Pass CH ‹F4820177›", "passport (UK) ‹120 448 817›", "PP no ‹533401372› exp 04/31", "Travel doc ‹C01X0006H› issued in Bonn", "Reisepass CH ‹X1234567›", "Dienstpass ‹D4VK93PLT›"},
	HealthID:  {"Tricare ID ‹882044717›", "Irish Life Health policy ‹IL882044›", "AXA PPP membership ‹88204471›", "Manitoba Health PHIN ‹882 044 717›", "MSP number ‹9882 044 717›", "patient no ‹943 476 5919› with my GP", "‹943 476 5919› is on my GP letter", "CHI number ‹0101401234›", "CHI ‹010140 1234›, Glasgow", "GMS number ‹A123456B› medical card", "medical card no. ‹4482017A›", "DVA file ‹NX123456›", "RAMQ ‹TREM 8551 2018›", "carte soleil ‹BOUF94032816›", "MRN ‹00448213›", "medical record no. ‹4482-0177›", "Cigna: ‹U12345678 01›", "EHIC number: ‹80826001234567890123›", "insurance card: ID ‹ABC123456789›, group 1042", "Medi-Cal ‹91234567A›", "NHI ‹ZAC5361›", "EHIC ‹80276881234567890123›", "Kenn-Nr. der Karte ‹80276881234567890123›", "ÖGK, e-card ‹80040000001234567890›", "Versichertenkarte Schweiz ‹80756012345678901234›", "Swica Versichertennummer ‹12345678›"},
	TaxID:     {"Our Tax ID is ‹88-2044717›, 501(c)(3)", "W9: ‹88-2044717›", "IRS number ‹88-2044717›", "fed tax id# ‹88-2044717›", "our employer ID is ‹84-2917735›", "federal tax ID ‹61-4482903›", "taxpayer no. ‹61-4482903›", "TIN ‹61-4482903›", "my tax id? its ‹61-4482903›", "W-9 attached, EIN ‹88 1200344›", "employer identification number is ‹881200344›", "‹61-4482903› is our EIN"},
	SocialID:  {"Self Assessment ref ‹1979268248›", "tax file number ‹865 414 088›", "Tax file no. is ‹459599230›", "social insurance number ‹130-692-544›", "S.I.N. ‹193456787›", "last four of my social are ‹6789›", "last 4 of SSN: ‹4417›", "SSN ending ‹4417›", "the last four digits of my Social Security number, ‹4417›", "pps no ‹1234567 FA›", "IRD ‹49-091-850›"},
	TaxNumber: {"PAYE ref ‹123/AB456›", "employer PAYE reference: ‹120/BA72941›"},
	BirthDate: {"born ‹the 21st of May 1979›, and", "my date of birth? ‹the third of august nineteen sixty-four›", "my birthday's ‹April 12th›", "The idea was born on 12 June 2009 in a coffee shop", "born and raised in Ohio, moved 12 June 2009", "In eurem Blog steht, die Idee sei am 12. Juni 2009 bei einem Kaffee geboren worden.", "born to run, released 25 August 1975", "Product born in Berlin on 12 May 2019."},
	Plate:     {"my ute is ‹CX-48-LT›", "registration number ‹ab12 cde›", "reg is ‹08 KY 1234›", "car reg: ‹181D12345›", "Zulassungsbescheinigung Teil I\nA  ‹B-KR 5504›\nB  11.03.2017\nD.3 GOLF", "E-Scooter ‹482-KLM›", "Roller ‹482 KLM›", "Bitte ‹FR-AG 1903› freischalten für die Schranke", "Parkschein für ‹K-LM 209›", "Ladesäule blockiert von ‹B-EV 12E›", "Waschanlage, ‹B-EV 12›", "Unfall mit ‹M-TS 300›", "Zeuge notierte ‹M-TS 300›", "Traktor ‹FFB-LW 12›"},
	Secret:    {"Türtelefon-PIN neu ‹0852›. Alte gilt bis Freitag.", "Passwort neu ‹Kastanie77›", "Bitlocker ‹482017-110022-483920-119283-884201-330192-773811-209384›", "my pin used to be ‹4471›", "security word: ‹marmalade›", "backup code ‹4471-8820›"},
	Phone:     {"Dienstreise Reise 02.–09.06.2025 nach Porto. ", "Handy ‹O176 4482 9317›", "Mobil: ‹0l76 44829317›", "Tel ‹O89/4482931›", "phone ‹O7700 900 461›", "02.–09.06.2025 Dienstreise, KV-Nr. steht auf der Karte"},
	IBAN:      {"IBAN ‹DE89 37O4 0044 0532 0130 00›", "IBAN: ‹DE89 3704 0044 0532 0130 OO›", "IBAN ‹DE62 4306 0967 8O39 5034 56›"},
	Email:     {"my email's ‹big underscore reg at example dot net›, all lower", "ich buchstabiere: ‹b wie berta unterstrich voss at example punkt net› … genau", "write to me at ‹nora dot fitch at example dot com› (without", "it's ‹anna minus bell at example dot org›"},
	Account:   {"my NI no. is NB 95 03 28 and the account you hold (‹06614473›) is the closed one", "the account you hold for me, ‹06614473›, is closed", "please pay into account ‹31926819›, sort code ", "account (‹31926819›) at Lloyds was closed"},
	Address:   {"ship it to my P.O. box, ‹PO Box 52, Ely, MN 55731›", "job at ‹41 Hawthorn Gdns, Whitstable›, ring first", "‹3 Chapel Row, Kilrush, Co. Clare›", "‹Hof Tannenkamp, 27404 Zeven›", "A  \nB  11.03.2017\nD.3 GOLF\nF.1 1840  P.1 1395  V.7 119", "Ship to:\n‹c/o Brandt Hardware\n4417 Quillfeather Ave, Unit 6\nDuluth, MN 55807›\nLeave w/ front desk.", "Uber eats driver couldn't find me lol. its ‹1603 e juniper hollow rd apt 2c, tempe az 85282›. gate stays", "deliver to ‹14 station rd, ashford›", "my address is ‹31 victoria avenue, southend›", "I'm at ‹8 mill lane, dunmow›", "‹112 Kenilworth Ave N, Hamilton, ON›", "‹18-220 Main St W, Hamilton, Ontario›", "‹Rosebank, Main Street, Ballinamore, Co. Leitrim›", "I live at ‹Rose Cottage, Mill Lane, Little Bowden›", "post it to ‹Hillcrest, Church Road, Wickham›", "I'm from Budapest. Address: ‹1052 Budapest, Váci utca 47. II/5.›, please", "The new starter lives in ‹Ravenhurst Lane 4, Flat C, Grimsargh› and her", "Flat's ‹Flat 2/1, 39 Dumbarton Road, Glasgow G11 6AA›, use", "need a quote for moving 2 bed flat, 3rd floor no lift, approx 35 boxes", "moved to Room 3.114, 14:15 (Bldg. C, 2nd floor). Resit", "‹1600 S 4th St #12 Louisville KY›", "send it to ‹742 evergreen terrace, springfield›", "Wir sind in der ‹Boxhagener 44› zu finden", "‹6020 Innsbruck, Höttinger Au 34/7›", "Adresse: ‹1052 Budapest, Váci utca 47. II/5.›, bitte", "‹Am Anger 11\nOrtsteil Bischleben\n99094 Erfurt›", "Lieferadresse bitte ändern auf: ‹c/o Familie Anger, Brunnengasse 7, 97070 Würzburg›. Danke", "‹c/o Müller\nBrunnengasse 7\n97070 Würzburg›", "Zur Fahrt am Samstag: Abfahrt 05:45 Bahnsteig 9, Umstieg in Göttingen (8 Minuten!), Ankunft 09:58.", "Abfahrt Bahnsteig 4, Halle 7, Hannover"},
}

func TestNotationsOfManyStatesAreFound_D3(t *testing.T) { checkTyped(t, ofManyStates) }

// inPassing are values that stand in a sentence, a file or a table as something else does, and what a machine or a hasty
// hand made of them.
var inPassing = map[Type][]string{
	Email:   {"‹max＠firma。de› bitte", "‹max@firma｡de›", "‹ｍａｘ＠ｆｉｒｍａ．ｄｅ›", "‹mах@firma.dе› mit fremden Buchstaben", "‹m̲a̲x̲@firma.de›", "‹eva.meyer@firma,de› kam zurück", "‹eva.meyer@@firma.de›", "‹eva.meyer@firma›", "root@server neu starten", "3@2,de"},
	IBAN:    {"‹DЕ89370400440532013000›", "‹ⅮЕ89 3704 0044 0532 0130 00›", "‹АТ61 1904 3002 3457 3201› bitte", "‹D̲E̲8̲9̲ 3̲7̲0̲4̲ 0̲0̲4̲4̲ 0̲5̲3̲2̲ 0̲1̲3̲0̲ 0̲0›", "IBAN ‹Ⓓ⃝E89 3704 0044 0532 0130 00›", "Москва, дом 5"},
	BIC:     {"Die Bank sagt, der Code ‹GIBAATWWXXX› fehlt", "Wire instructions: ‹COBADEFFXXX›", "Überweisung an ‹MIDLGB22› und IBAN folgt", "Modell ABCDEFGHXXX"},
	Account: {"he banks with Lloyds, ‹30-94-21 44170926›. Let", "sort code ‹38-25-08› ‹49055554› is where", "termine 30-04-21 bis morgen"},
	Plate:   {"‹B-XY 1234›", "‹DD-AB 123E›\n", "Da steht ‹B-XY 1234› im Weg", "Einfahrt versperrt: ‹M-AB 77›", "Fahrer kommt mit ‹ZH 482 915›.", "Besuch mit ‹BE 116862› da", "Artikel ZH 482 915", "Art. B-XY 1234", "Firma in Zürich, ZH 8001"},
	Phone: {
		"‹O351 l23 45 67›", "Telef0n ‹O171 448293l›", "Fax ‹0351 l234567› ab", "‹0171 448293l›", "Artikel 0815 10l Eimer", "Scan_‹0171-4482931›.pdf", "IMG_‹01714482931›.jpg", "Foto_‹0171_4482931›_neu.png", "Backup_20240101_0171.zip", "rechnung_01712024.pdf",
		"Clamping ref 7714402. He'll be at ‹(020) 910 0846› all day.", "Rechnung 88120. Erreichbar ‹(0351) 910 0846› ganztags", "message on my registered ‹0351 7596216›",
		"neu,‹0171 4482931›,12345 Stück", "kd,tel,menge\n10442,‹01714482931›,614\n",
		"Kasse 03 / 14.05.25 18:22:07", "Bremsbeläge 0 986 494 524 auch", "T: unten\nRegistered in England no. 08841772.", "my toll notice number 5510 2287 01 and best to get me on a Monday.",
	},
	SocialID: {"emp_id,ssn,dept\n10442,‹845-02-6617›,614\n", "emp;ssn;dept\n10442;‹845-02-6617›;614"},
	TaxID:    {"EIN on our 2848 was typed wrong, should be ‹84-7102953›. Fax"},
	BirthDate: {
		"Ich bin Jahrgang ‹1978›", "geboren ‹1978› in Köln", "Geburtsjahr: ‹1978›", "bin ‹1978› in Köln geboren", "I was born in ‹1962›.", "year of birth: ‹1962›", "Baujahr 1978", "Jahrgang 2011 Rotwein", "Kinder geboren 2011 zahlen nichts", "babies born in 2012 get one free", "Jahrgang 1981, genauer ‹5.5.1981›", "eine Idee, geboren 1978",
		"insert into k (id, dob, ort) values (7, '‹1975-10-19›', 'Ulm')", "INSERT INTO kunden (name, beginn, ort) VALUES ('Ilka', '2021-10-19', 'Ulm')",
		"about the kid, hes ‹oct 12 2018›, had the mmr", "her son, he's ‹12 Oct 2018›", "he's 12 Oct 2018 older",
	},
	Secret: {
		"Die PIN für das Tor ist ab sofort ‹7730›, bitte", "Torcode lautet seit Montag ‹7730›", "the gate code is from today ‹7730›", "Gate code for the car park changed to ‹C4471X› — please", "Der Türcode vom Lager ist jetzt ‹K2290B›.",
		"geben Sie den Code ‹418 229› NICHT weiter", "code ‹418229›, do not share it with anyone", "Der Code 418 229 passt nicht.", "Mein Kennwort: \"‹Blume 77›\"", "the door PIN was \"‹two nine one four›\" but", "PIN ist ‹zwei neun eins vier› danke", "Tür-Code: ‹zwei-neun-eins-vier›", "eins zwei drei vier Eckstein",
		"The guest wifi is \"Harbour_Guest\" and the password is ‹cockles&mussels7›.",
	},
	Address: {
		"‹Höfen 27, A-6600›", "‹Oberdorf 3a, CH-8712›, danke", "‹6020 IBK, Höttinger Au 34/7›", "‹01067 Dresden Hauptstr. 12›", "‹hauptstr 12 dresden›", "‹An der alten Mühle 3a | 99084 Erfurt›", "In der nächsten Folge 5 kommt mehr", "Raum 27, A-6600 Gerät", "adress to ‹4417 - 128A street surrey bc V3X 1Z9› and",
		"‹Stresemannplatz 2\nc/o Family Office\n90489 Nürnberg›\nBitte", "180 °C Umluft, 35–40 min.", "nur über ‹Tor 3, Industriestr. 60, 67063 Ludwigshafen›", "‹Halle 7, Industriestr. 60-64›",
		"post to ‹Rose Cottage, 3 Back Lane, Hebden Bridge, West Yorkshire HX7 6QQ›", "x\n‹Rose Cottage, 3 Back Lane, Hebden Bridge, West Yorkshire HX7 6QQ›", "adress to ‹4417 - 128A Street, Surrey BC V3X 1Z9›",
	},
}

func TestValuesInPassingAreFound_D3(t *testing.T) { checkTyped(t, inPassing) }

// byTheirSurroundings are values without the word that names them, told by what stands around them, and neighbours of
// theirs that are none.
var byTheirSurroundings = map[Type][]string{
	BirthDate: {
		"Der Kleine kam am ‹4. Februar 2025› um 3:12 Uhr, 3.480 g und 52 cm!", "Unsere Tochter ist da! ‹12.03.2025›, 4:05 Uhr, 3250 Gramm, 51 cm", "Willkommen im Leben! ‹3.1.2026›, 3,4 kg, 50 cm, die stolzen Eltern", "Paket am 12.03.2025 versendet, 3250 g, 51 cm lang",
		"Eingezogene Person: Cho Min-seo, ‹1998.07.15›", "Name: Sommerfest Nord, 12.03.2011", "Kunde: Stadtwerke Ulm, Beginn 12.03.2001", "Meine Tochter (‹4.2.2015›) kommt mit", "Meine Tochter kommt (ab 4.2.2015) mit", "Fahrer: nach Absprache, 12.03.2009",
	},
	Secret: {
		"Die PIN zur Karte weiß ich doch nicht mehr, das war mal ‹4471› oder so", "PIN vergessen! Es war immer ‹0815›", "Can't recall the PIN for the card we share, I tried twice, that was ‹4471›", "PIN vergessen, das war 2019 im Urlaub", "Wir haben drei PINs und ein Konto. Das war früher 1200 Euro wert",
		"mein pw ist immer noch ‹hasi1234› falls du ins konto musst", "Passwort ist weiterhin ‹blume77x›", "mein Passwort ist immer noch falsch",
		"das wlan daheim heisst FRITZ!Box 7590 und da steht hinten ein schlüssel drauf, ‹5812 7740 3391 0264 8857›. ist das", "Router neu gestartet. Aufkleber sagt ‹58127740339102648857›", "Repeater: ‹5812-7740-3391-0264-8857›", "Zähler 5812 7740 3391 0264 8857 abgelesen",
		"Schlüsseltresor Code ‹0815#7›", "Tresor-Code ‹47*11#›, dann Griff drehen", "Haustür Code ‹12#34#›",
		"Meine PIN war früher mal die ‹4471›, jetzt geht die nicht mehr", "das Handy will eine PIN, ich hab ‹0852› versucht", "PIN nie benutzt, Konto 4471 verwendet", "Wir haben 2500 Pins verwendet", "Internetkennwort ‹5812 7740 3391 0264›", "Alarmanlage mit ‹2719› ausschalten",
	},
	IBAN:     {"Im Netzwerk die Rechnung an ‹ES91 2100 0418 4502 0005 1332›"},
	SocialID: {"französische Sozialversicherung ‹2 84 05 67 482 096 63›, deutsche", "Grenzgänger, ‹1 84 05 2A 482 096 14›", "NIR ‹284056748209663›", "N° sécu: ‹1.85.12.75.116.001.42›", "numéro de sécurité sociale ‹1 85 12 75 116 001›", "Bestellung 1 84 05 67 482 096", "1 84 95 2 Stück"},
	Phone: {
		"Tel ‹0921 · 507 88 41› · Montag bis Freitag", "Fon ‹(0921) · 5078841›, nur abends", "mobil ‹+49 171 • 448 29 31›", "06108 · ‹0345 123456›", "Aufguss 08 · 10 · 12 Uhr",
		"Ärztlicher Bereitschaftsdienst unter 116 117.", "Sperr-Notruf Tel. 116116, aus dem Ausland +49 116 116", "Tel. ‹11611722›",
		"Fax/Tel. ‹04791 - 5 72 06›\nSeiten: 3\nBetr.: Ihr Zeichen 0418/24-oe", "Rückruf erbeten, Geschäftszeichen 0211/44812", "Aktenz.: 0418/2024", "Vorgangs-Nr. 0418 24 117", "Buchungsnummer 0418 24 1170",
	},
	Plate: {"‹KA-LF 5107› hat noch Licht an!", "Durchsage bitte: ‹KA-LF 5107› steht vor der Rampe", "Am ‹M-TS 300› sind die Scheinwerfer an", "Norm DIN-EN 5107 steht vor der Einführung", "Wem gehört ‹KA-LF-5107›?", "Achtung, ‹KA-LF 5107›, Ihr Kofferraum ist offen", "Artikel B-XY-1234 lieferbar"},
	Address: {
		"Holzbau GmbH\n‹Sägewerkstraße 2\nA-4232 Hagenberg im Mühlkreis›\nTel.", "‹Dorfstraße 9, 6280 Zell im Zillertal›, danke", "‹Hauptstr. 4, 3550 Langnau im Emmental›", "wohne ‹An der Laan, Haus 5, 38100 Braunschweig›",
		"Mo bis Fr von 8 bis 18 Uhr. Falls die Karte weg ist", "Nur 12 Std. Place order", "Zertifikat-Reg.-Nr. 12 100 48113 TMS. Ansprechpartner", "HRB 20418 AG Bielefeld, Gefahrtarifstelle 510, WZ-Code",
		"‹5020 Salzburg-Aigen, Aigner Straße 8›", "‹CH-3550 Langnau i. E., Dorfstr. 3›", "12045 Anträge gestellt, ‹Hauptstraße 5› war dabei", "Im Jahr 1999 Umzug, ‹Hauptstraße 5›",
	},
}

func TestValuesAreFoundByTheirSurroundings_D3(t *testing.T) { checkTyped(t, byTheirSurroundings) }

// byFurtherHands are values as people from further countries write them, and numbers in words that begin what goes on in
// another way.
var byFurtherHands = map[Type][]string{
	BirthDate: {
		"date of birth. It is the ‹twenty-first of June, nineteen forty-four›. And", "born on the ‹thirty-first of May 1950›", "born on the ‹twenty first of June 1950›", "born on ‹April the 12th, 1978›", "born on ‹April the twelfth, 1978›", "born ‹April the twenty-second, nineteen eighty›",
		"on the twenty-first of June we met", "twenty-second delay, then April the 12th",
	},
	Phone: {
		"meine nummer ist null fünf eins eins zwei drei… ach Quatsch, Moment. Also: ‹null fünf eins eins, drei acht null, vier vier sieben eins›.", "my number is five five five one two... no wait, it's ‹five five five, eight one two, thirty-four oh nine›", "Tel. 0511 12 – nein, ‹0511 380 4471›", "Tel. ‹0511 380447›, nein danke",
		"NDC 0093-7214-98, metformin ER", "Your policy CHX-0093-447120-7 renews", "call FAX-‹0351-447120›", "PZN 0093721498 ist nicht lieferbar", "Rezept ist fertig, ‹0171 4482931›",
	},
	TaxID: {"the PAN of our proprietor as requested: ‹CHGPA4430P›. Please", "PAN: ‹ABCPD1234F›", "my pan card no ‹ABCPD1234F›", "‹ABCPD1234F› is our PAN", "TDS certificate for ‹ABCPD1234F›", "article ABCPD1234F in the pan section", "we bought a PAN: it is ABCXD1234F"},
	Plate: {"plate ‹KA 05 MN 4471› / host", "reg ‹KA05MN4471›", "car ‹MH-12-AB-1234›", "my car is ‹DL 3C AB 1234›"},
	Secret: {
		"The gate code changed on Monday: it's ‹7031#› now. Tell", "The gate code changed, it's ‹7031› now.", "My PIN changed: it’s ‹4471›.", "The PIN pad is broken. It's 1500 euros to repair", "The gate code changed in 2019: it's 2020 now",
		"wifi \"Puffin_5G\" pass ‹seabird2019!›, bins", "WLAN: „Puffin_5G“, Kennwort ‹seabird2019!›",
	},
	Address: {
		"Lives ‹The Old Forge, 3 Back Lane, Otley LS21 1QN›. Wants", "Address: ‹The Old Coach House, 3 Back Lane, Otley LS21 1QN›", "over on ‹Four-twelve Persimmon Street›, uh", "I live at ‹seven forty-two Evergreen Terrace›", "at ‹one oh five Elm Street›, ring first", "She has four twelve year old friends on Main Street",
		"| Addr. | ‹4471, rue Fabre, app. 6, Montréal (Québec) H2J 3V3› |",
		"Rentenversicherung Bund, ‹10704 Berlin›\nDatum", "‹10704 Berlin›", "‹6020 IBK›", "‹6020 Innsbruck›\n", "2020 Berlin", "12045 Anträge", "Im Jahr 2023 kamen 10704 Berlin-Besucher",
		"‹12 Baker St London›", "I live at ‹12 Baker St London›", "send to ‹45 Maple Ave Toronto› please", "‹apt 4b 742 evergreen terrace›", "‹flat 3 12 high street›", "two bed flat 3 rooms high street location",
	},
}

func TestValuesOfFurtherHandsAreFound_D3(t *testing.T) { checkTyped(t, byFurtherHands) }

// inHomeMadeForms are values in lists and forms that somebody made for himself, in dialect, and behind a question.
var inHomeMadeForms = map[Type][]string{
	Secret:   {"Meine ist die fünfstellige, gültig bis 09/28, hinten steht 418", "hob i des Passwort wieder verlegt, i glaub des war ‹Zwetschgndatschi1958›, und", "Passwort vergessen, ich glaub dat war ‹Hasi1958›", "Das Passwort ist sicher. Das war Hasi sein Einfall"},
	SocialID: {"pesel brauchen sie auch? ‹87041659468›", "Ihre Kimlik-Nr wollte die Bank auch, ‹35099055556›. Ruf", "Kimlik-Nr fehlt, Bestellung 35099055555"},
	IDCard:   {"Kiste L2YXXPKXY5 und W3RHXZNXK im Lager"},
	BirthDate: {
		"Mein Mann (‹22.04.48›) ist gestern verstorben", "meine Schwester (‹3.5.1961›) kommt mit", "my husband (‹03/05/1961›) will", "Mein Mann (3.5.2024 operiert) will", "meine Schwester (3.5.2024) kommt mit",
		"Kommentare: Berlin (14.02.2013), Hamburg (03.08.2012)", "am ‹27 juin 1992› geboren", "née le ‹3 mars 1978›", "nacido el ‹12 de junio de 1980›, geboren", "geb. ‹1 2 . 0 3 . 1 9 8 0›", "geboren am ‹18ter Juni 1954›, Kasse", "geboren den ‹18ten Juni 1954›", "Reihe 1 2 . 0 3 . 1 9 8 0",
	},
	Phone: {"nach VDE 0701-0702 geprüft", "Prüfprotokoll VDE 0100-600, RCD", "Anruf genügt – ‹Null dreißig, neunhundertneunzig, 44 17›.", "Aufstieg 940 Hm, 11,2 km"},
	Address: {
		"‹Am Markt 3 (Eingang Hofseite), 32657 Lemgo›", "‹Hauptstr. 5 (gegenüber der Kirche), 32657 Lemgo›", "‹Hauptstr. 5› (gegenüber der Kirche) ist", "Zeitraum 08.12.–19.12., Einsatzort ‹Tegernseer Landstr. 139, 81539 München›.",
		"Straße/Nr. ........ ‹Am Sonnenhang 12\nPLZ/Ort ........... 97318 Kitzingen›\nKaufpreis ....... 12,00", "Name ______ W\nStraße ____ ‹Am Sonnenhang 12\nPLZ ____ 97318\nOrt ____ Kitzingen›", "Im Datenblatt Rev. 07 steht Da = 110", "Aufstieg 940 Höhenmeter",
	},
}

func TestValuesInHomeMadeFormsAreFound_D3(t *testing.T) { checkTyped(t, inHomeMadeForms) }

// A list of children has days of birth, one of comments has none; a document is followed by that of another.
func TestFurtherValuesOfAListAreFound_D3(t *testing.T) {
	for text, want := range map[string][]string{
		"Wer noch fehlt: Luca (14.02.2013), Bilal (03-08-2012), Mats (weiß ich nicht).":                     {"14.02.2013", "03-08-2012"},
		"Kommentare von Anna (12.03.2024), Tom (13.03.2024)":                                                nil,
		"Im Ausweis steht L2YXXPKXY5, gültig bis 14.02.2031, bei der anderen ist es W3RHXZNXK. Reicht das?": {"L2YXXPKXY5", "W3RHXZNXK"},
		"Karte 5412 2419 7550 3385 gültig bis 09/28, hinten steht 418":                                      {"5412 2419 7550 3385", "418"},
	} {
		var got []string
		for _, e := range New(Options{Year: 2026, Off: []Type{Person}}).Find(text) {
			got = append(got, e.Text)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: found %q", text, got)
		}
	}
}

// The paper of somebody who may have one in the year of the text is followed by their day of birth, else by that of its issue.
func TestAgesAreThoseOfTheYear_D3(t *testing.T) {
	const text = "Personalausweis L01X00T471, 12.03.2009, danke"
	for year, want := range map[int]int{2026: 1, 2030: 2} {
		if found := New(Options{Year: year}).Find(text); len(found) != want {
			t.Errorf("%d: %+v", year, found)
		}
	}
}

// inShort are values as people in a hurry put them, with their opposites.
var inShort = map[Type][]string{
	BirthDate: {"Alter 45 (‹12.3.1980›)", "45 J., ‹12.3.80›", "aged 78 (‹2.11.47›)", "seit 45 Jahren (12.3.2010)", "Garantie 2 Jahre, 12.3.2024", "25 Jahre verheiratet (12.3.2001)", "Geburtst. ‹12.03.80›", "D/O/B ‹02/11/47›", "dob ‹second of november forty-seven›", "my date of birth is ‹3 4 79›", "dob ‹3 4 1979›", "we need 3 4 79 of them", "Oma hat am Sonntag Geburtstag, ‹17.08›., wird", "Mein Geburtstag ist am ‹17.8›. und", "Zum Geburtstag bis 17.8. bestellen", "Rechnung (*1980)"},
	Phone:     {"call ‹(555) 010-4477›", "call me on ‹07700 900 one two three›", "WhatsApp: wa.me/‹4917644829317›", "Artikel wa.me 1234567"},
	Secret:    {"gültig 12/27, KPN ‹123›", "Meine PIN? ‹4711›!", "network \"Harbour_Guest2\", key \"‹seabird2019!›\"", "Your code is ‹482 913›", "Ihr Code lautet ‹482913›.", "your code is 4711 lines long", "Welche PIN? 2024 gab es eine neue", "key safe number ‹4711›", "Schlüsselbox Nr ‹4711›", "Einmalpasswort ‹483 920›", "VIN WVWZZZ3CZEE123456"},
	TaxID:     {"PAN card: ‹ABCDE1234F›"},
	SocialID:  {"fødselsnr ‹01019012345›"},
	HealthID:  {"IK 108018007, VNr ‹A123456780›"},
	Account:   {"Sparbuch Nr. ‹71304588›", "a/c ‹12345678› s/c ‹204577›"},
	Address: {
		"‹Flat 2/1, 39 Dumbarton Rd, Glasgow›", "‹Level 3, 200 Queen Street, Auckland 1010›", "‹12/3 Smith Street, Fitzroy 3065›", "Rear of ‹14 Mill Rd, Bath›", "Handyman needed in Fitzroy, ‹2/419 Napier Street, Fitzroy VIC 3065›, flyscreen", "‹5 Park Road, Auckland› 2025", "‹2900 Shipyard Rd (behind the bank), Norfolk, VA 23510›", "Level 3, 20 questions about Road Safety",
		"‹Goethestr. 5, PLZ 10115›", "‹Goethestr. 5\nBerlin›", "‹Goethestr. 5›\nBerlin ist schön", "‹Dorfstraße o. Nr., 17309 Jatznick›", "‹Goethestr. fünf in 10115 Berlin›", "ich wohne in der ‹Goethestraße fünf›.", "in der Goethestraße zwei Häuser weiter", "‹P O Box 123›",
	},
}

func TestValuesInShortAreFound_D3(t *testing.T) { checkTyped(t, inShort) }

// inEveryNotation are values in the notations of their countries and services, behind the labels and in the sentences in which
// anybody writes them.
var inEveryNotation = map[Type][]string{
	Secret: {"what is wrong? ‹xai-cIW8L0mc4BNoIlEV4I7C6cznBIPKnRGQveJ6RgtQAjZYaAgTK5o4v9I5Y5NcEspB› is rejected", "‹figd_9xT2mQv7LpZk4RwYb8NcJ3sHgF6dAeXu1VoKtMiP›", "geht nicht: ‹dckr_pat_a8Xk2mQv7LpZk4RwYb8NcJ3sHg›", "‹GOCSPX-gh47JvrUo63pAUfg5rKURho4mf1›", "‹AC4f0ba990af2b6d77c2b8a1ede10189f0›", "bot ‹1475871305:AAz2o1HKwlKA2InZuGyESAJo4WVpuKb5u7a›, tot", "‹b5619859-3673-febe-dbd7-d0994459bdaf:fx›",
		"curl -H 'X-Api-Key: ‹24b8c5999ca19f53dbfc2078d1a0c82e›'", "client_secret: \"‹Zk4RwYb8NcJ3sHgF6dAe›\"", "-H \"Authorization: Bearer ‹9xT2mQv7LpZk4RwYb8Nc›\" https://api.example.com/v1", "request b5619859-3673-febe-dbd7-d0994459bdaf failed", "SK Gaming, AC Milan", "live_demo_of_the_day"},
	SocialID: {"Bitte ändern Sie die PESEL in meinem Kundenkonto auf ‹70021434682›.", "Nr;CNP;Stand\n33;‹1850214401233›;neu", "Kunde\tBSN\n33\t‹320586455›", "Bot: What is your PPS number?\nCustomer: ‹5359481Q›", "‹65.07.30-640.03› ist meine Nationalregisternummer", "DNI-Nummer: ‹15474141V›", "hallo, meine DNI-Nummer ist ‹31518674 A›, danke", "NIE-Nummer ‹X-6181401-J›", "meine NI-Nummer ist ‹NP 00 84 37 A›",
		"EGN: ‹7523169263›", "isikukood ‹37605030299›", "{\"rodné číslo\": \"‹690501/7438›\"}", "codice fiscale ‹VRD LGU 75M08 F205G›", "HETU ist ‹131052-308T›", "AMKA ‹08027456913›", "türkische Identitätsnummer: ‹18703353224›", "the fodselsnummer should be ‹200910 81653›", "‹70021434682› (PESEL)", "Huber / CPR-Nr. / ‹131052-3081›", "Die PESEL meiner Frau, ‹70021434682›, war falsch", "BSN lt. Bescheid ‹320586455›", "OIB: __‹33392005961›__",
		"nie auf 12345678 kommen", "Die Personennummer steht auf Seite 4711", "PESEL hat 11 Ziffern, in 2026-001234"},
	IDCard:    {"Bot: What is your ID card?\nCustomer: ‹CEY588474›", "‹592-1234567-89› ist meine Ausweisnummer, bitte eintragen", "Please change the driving licence in my account to ‹70713/34/0863›.", "licence key: 8286K-SZPHD-AI9D8", "Kundennummer 9729671, es geht um Führerausweis.", "Führerschein, Ticket 6563667, offen", "Führerschein: 08/2016-01/2020"},
	Passport:  {"Bot: What is your passport number?\nCustomer: ‹AB1234567›", "‹AA123456› is my passport, please add it", "Reisepassnummer: ‹c4yxk8tz2›", "No\tpassport\n33\t‹512345678›"},
	VATID:     {"‹PL8567346215›", "‹SE123456789701›", "Hill Ltd, reg. in Leeds, ‹HU12892312›", "‹IT00743110157› is ours", "‹CHE107787577MWST›", "UID ‹CHE-107.787.577 IVA›", "VAT no. ‹NO 995525828 MVA›", "USt-IdNr. ‹136695976›", "DIČ: ‹CZ25123891›", "NIPC ‹501964843›", "Huber GmbH, HRB 1234, ‹PL8567346215›", "Artikel PL8567346216 fehlt", "btw order 12345678 is here", "Zur USt-IdNr. gibt es seit dem 01.05.2026 neue Regeln"},
	BIC:       {"Bitte ändern Sie die BIC auf ‹cobadeff›.", "Bot: Ihre BIC?\nKunde: ‹marcdeff›", "Bot: What is your SWIFT?\nCustomer: ‹MARKDEFF›", "BIC known, holder same as customer"},
	IBAN:      {"‹RO49 AAAA1B31007593840000›", "order no. 954-6156024-1766036"},
	Plate:     {"mein Golf (‹AEW-281›) wurde abgeschleppt", "‹WQP 692› is my license plate", "Ich fahre einen blauen Skoda, ‹5AB 1234›.", "Unfall gestern mit ‹W-20669 R›, bitte aufnehmen", "Unfall gestern mit ‹1234 BCD›", "Kennzeichen ‹ZH 123'456›", "Registration ‹AB123CD›", "mein Auto (BMW 320) steht da", "Das Auto, 2000 EUR wert, steht da", "Was steht auf meinem Joghurt, DE BY 718 EG?"},
	Phone:     {"‹0048127703596›", "meine nr ‹231/5744› lg", "V-09572093-4 ist der Vertrag", "Anfrage-ID 03538001-8792-4172-8088-259324554553"},
	MAC:       {"dhcpd: DHCPACK to ‹3c1fd4f4fe22› via br0"},
	BirthDate: {"{\"dateOfBirth\": \"‹1964-06-17›\"}", "Zum Geburtsdatum gibt es seit dem 01.05.2026 neue Regeln", "Geburtsdatum vergessen: Stand 2026-03-14"},
	Account:   {"Zum Konto gibt es seit dem 01.05.2026 neue Regeln"},
	Address:   {"‹Luegstraße 21/18/4, 3830 Waidhofen an der Thaya›", "‹Kerpelystraße 8, Aigen im Mühlkreis›", "‹Torrogasse 176/11/5, 7083 Purbach am Neusiedler See›", "‹Birkenweg 8, 5400 Baden AG›", "‹Karl Kraft-Straße 4, 8020 Graz›", "‹28 bis Voie de Seine, 67000 Strasbourg›", "‹Dauguļu bulvāris 152, Rīga, LV-1629›", "ob ‹Birkengasse 5, 6300 Zug› im Versorgungsgebiet liegt"},
}

func TestValuesAreFoundInEveryNotation_D3(t *testing.T) { checkTyped(t, inEveryNotation) }

// whoLivesThere are addresses with the name of who lives there before them, which is no part of them.
var whoLivesThere = map[Type][]string{
	Address: {
		"Owner: Mrs J. Whitlow-Lane, ‹The Old Forge, Main Street, Cropwell Bishop, NG12 3BN›\nTel", "to Mr and Mrs Amory, ‹Rose Cottage, Otley, LS21 1QN›", "Owner: Dr Rao, ‹Flat 2, 14 Mill Lane, Leeds LS6 3AB›",
		"Deliver to: ‹St Mary's Vicarage, Church Road, Otley LS21 1QN›", "The Amory Family\n‹14 Kestrel Close\nLeeds LS6 3AB›", "Attn: P. Amory\n‹Hillcrest\nChurch Road\nWickham\nPO17 5AB›",
	},
}

func TestWhoLivesAtAnAddressIsNoPartOfIt_D3(t *testing.T) {
	checkTyped(t, whoLivesThere, Person)
}

// byTheNextHand are values that are told of somebody else, that answer or ask in another line, and what only looks like them.
var byTheNextHand = map[Type][]string{
	SocialID: {
		"DNI of my husband if needed ‹31518674A›.", "the NIE comes later. Here it is, ‹X6181401J› ok", "DNI meines Mannes, falls nötig: ‹31518674A›", "BSN for my wife ‹320586455›", "PESEL von meiner Mutter ‹70021434682›",
		"DNI 2024 in Spain 31518674B",
	},
	BirthDate: {
		"Born: ‹03.11.91› / Starts: 06.01.25 / Shoe size: 39", "geb.: ‹03.11.91›, Eintritt: 06.01.2005",
		"Please confirm your date of birth so that we can find you on the system.\n>\n> its ‹9.6.82›\n\nThanks!", "Bitte nennen Sie uns noch Ihr Geburtsdatum, damit wir Sie finden.\n\nDas ist der ‹9.6.82›, danke", "Zum Geburtstag alles Gute. Foto:\n9.6.02",
		"er isch am ‹3. April 1980› gebore.", "i bi am ‹3.4.1980› geborn", "bi am ‹3.4.80› z'Bern uf d Wält cho",
	},
	Secret:  {"the code you sent doesn't work, is it ‹4471K›? ring me", "The gate code you sent doesn't work, is it ‹4471›?", "Der Code, den du mir gegeben hast, geht nicht, ist der ‹1985X›?", "The discount code doesnt work, is it SAVE20?", "The error code doesn't go away, is it 4711?", "The code you gave me is wrong, is it 2024?"},
	IDCard:  {"Cert. no. FS 608 1124, valid until", "Zert.-Nr. FS 6081124", "FS ‹6081124› (Führerschein)"},
	Address: {"Im Notfall 112, dann 110", "Im Brandfall 112 rufen", "Am Notausgang 3 warten", "‹Im Grund 112, 38100 Braunschweig›"},
	BIC:     {"SWIFT ‹GOPLPL3W›", "BIC ‹INGBPL2W›"},
	IBAN:    {"‹LV70 BANK O171 4482 9311 2›", "‹MT48 MALT 0110 0O17 1448 2931 12O7 777›", "‹DE89 37O4 0044 0532 0130 00›"},
}

func TestValuesOfTheNextHandAreFound_D3(t *testing.T) { checkTyped(t, byTheNextHand, Person) }

// What is told of somebody of the family stands in a row with what is told of oneself.
func TestFurtherValuesOfAFamilyAreFound_D3(t *testing.T) {
	for text, want := range map[string][]string{
		"Meine Passnummer: F7L2P0XN8 und die von meinem Mann (Schweizer) X8240199":   {"F7L2P0XN8", "X8240199"},
		"The club's UTR is 1536236982 and the partnership's is 2194482046; the rest": {"1536236982", "2194482046"},
		"My BSN is 527195613 and hers is 123456782":                                  {"527195613", "123456782"},
		"The club's UTR is 1536236982 and we are 2194482 people":                     {"1536236982"},
	} {
		var got []string
		for _, e := range New(Options{Year: 2026, Off: []Type{Person}}).Find(text) {
			got = append(got, e.Text)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: found %q", text, got)
		}
	}
}

// inFurtherLines are values that a line break, wide gaps or small letters pull apart, or that the head of a column names.
var inFurtherLines = map[Type][]string{
	Phone: {
		"‹0 1 7 1   4 4 8 2 9 3 1› ist meine Nummer, langsam geschrieben", "‹5 5 5   0 1 0   4 4 7 7› is my number",
		"so would you ask has the hotel a lift, I'm on the ‹+353 (0)86 202\n9914› not the old one", "Bitte rufen Sie mich am besten abends zurück unter ‹0171 448\n2931›, danke", "Die Nummer vom Amt für die Rückfragen ist die ‹+49 351 44\n829 31›, aber nur vormittags",
		"Tel ‹+49 171 4482931›\n12 Stück bitte", "Die Nummer vom Amt für die Rückfragen ist die ‹+49 351 448›\n2931 Stück liegen bereit",
	},
	Plate:    {"Ich parke mit ‹ZH 482 917› auf Feld 3", "Ich parke mit ‹ZH 482 917› auf Feld 3, und gegen Abend kommt vielleicht noch ein zweites Auto", "stehe mit ‹BE 116862› vor dem Haus"},
	IP:       {"Update auf 10.3.2.117 eingespielt, vorher lief 10.3.1.96. Danach Fehler", "Upgraded to 10.3.2.117, before it was 10.3.1.96", "Nach dem Update ist ‹10.3.2.117› nicht erreichbar", "Nach dem Update auf 7.2 ist der Server ‹10.3.2.117› weg", "Patch 10.14.2.118 installed"},
	Address:  {"Meine Tochter wohnt in Leeds, ‹Flat 6, 27 Mill Lane, Leeds LS6 3AB›, und", "Er wohnt in London, ‹12 Baker Street, London NW1 6XE›", "‹Zürich, Langstrasse 120›"},
	TaxID:    {"Company;EIN;State\nHill LLC;‹84-2917735›;TX", "Vendor,EIN,Since\nHill,‹842917735›,2019", "EIN\n‹84-2917735›", "What is your EIN?\n‹84-2917735›", "Company;EIN;State\nHill LLC;84-29177;TX", "my pan is ‹abcpd1234f›", "PAN: ‹Abcpd1234f›", "pan no - ‹abcpd1234f›", "the frying pan abcde1234f"},
	Passport: {"my passport: ‹AB 12 34 567›", "Passnummer: ‹AB 123 4567›", "paszport: ‹AA 123 4567›", "passport is at AB 12 34 street"},
	VATID:    {"Moms nr ‹13 58 56 28›", "Y-tunnus ‹2077474-0›", "Rechnung an Falk ApS, ‹DK 13 58 56 28›, bitte", "Falk Oy (‹FI 2077 4740›)", "Artikel DK 13 58 56 28", "Falk ApS, DK 13 58 56 27"},
}

func TestValuesPulledApartAreFound_D3(t *testing.T) { checkTyped(t, inFurtherLines, Person) }

// ofFurtherCountries are addresses in the order of Hungary, Turkey, Romania and Mexico, and those of towns that no list holds.
var ofFurtherCountries = map[Type][]string{
	Address: {
		"Wir wohnen in ‹Budapest, Váci utca 31. II/5, 1052›", "‹6720 Szeged, Kárász u. 8. fszt. 2›.", "‹6720 Szeged, Kárász utca 8, 2. em. 5›.", "‹Budapest XI. kerület, Bartók Béla út 14. 3/4›", "‹1114 Budapest, XI. ker., Bartók Béla út 14. 3/4›", "Anschrift: ‹Debrecen 4024, Piac u. 18.›", "‹6720 Szeged, Kárász u. 8›",
		"‹Caferağa Mah. Moda Cad. No:14 D:5 Kadıköy İstanbul›", "‹Caferağa Mahallesi Moda Caddesi No: 14 Daire 5, Kadıköy, İstanbul 34710›", "‹Cumhuriyet Mah. 1412. Sok. No: 8/4 Çankaya/Ankara›", "‹Barbaros Bulvarı No 14 Kat 3 Daire 9, Beşiktaş, İstanbul›", "‹Lale Sokak No: 6, Kat: 2, Konak, İzmir, 35220›",
		"‹Str. Mihai Eminescu nr. 28, bl. A3, sc. 2, et. 4, ap. 17, sector 2, București 020083›", "‹Aleea Trandafirilor nr. 9, bl. C4, sc. A, ap. 9, Cluj-Napoca, jud. Cluj, 400123›", "‹Jud. Timiș, Timișoara, str. Lunga nr. 18, ap. 3, cod poștal 300041›", "‹București, sector 2, str. Lunga nr. 18, bl. 3, ap. 3›", "‹Șos. Pantelimon nr. 241, bl. 43, ap. 12, București›",
		"‹Calle Durango 241, Int. 3, Col. Roma Norte, C.P. 06700, Cuauhtémoc, CDMX›", "‹Calle Durango 241 int. 3, Col. Roma Norte, 06700 CDMX›", "‹Privada de las Flores #14, Fracc. Los Pinos, CP 45050 Zapopan›", "‹Priv. Las Flores No. 14, Col. Centro, CP 45050, Zapopan, Jalisco›", "‹Col. Roma Norte, Calle Durango 241, 06700 Ciudad de México›",
		"It's ‹9 Amberly Court in Wombleham›, the green door.", "‹14 Kestrel Close - Wombleham›", "‹14 Kestrel Close (Wombleham)›", "‹14 Kestrel Close\nWombleham›\n", "‹14 Kestrel Close›\nThanks", "my address is ‹9 amberly court wombleham›",
		"‹Schulstraße 12a, Obergünzbach›", "‹Schulstraße 12a - Obergünzbach›", "‹Schulstr. 12, Klein Wansdorf›, bitte klingeln", "wohne ‹Lindenweg 4 (Hintertupfing)›", "‹Lindenweg 4, Hintertupfing›, zweiter Stock",
		"‹Schulstraße 12›, Turnhalle", "‹Schulstraße 12›, Montag ab 10 Uhr", "‹Schulstraße 12›, Krause", "‹Hauptstr. 5›, Sprechstunde nach Vereinbarung", "‹Hauptstr. 5›, Kartoffelsalat", "Kat 3 Daire 9 Col. 2", "Sonata nr. 14, ap. 3",
	},
}

func TestAddressesOfFurtherCountriesAreFoundWhole_D3(t *testing.T) {
	checkTyped(t, ofFurtherCountries, Person)
}

// ofFurtherStates are plates and numbers of persons of further states, and codes in three pairs.
var ofFurtherStates = map[Type][]string{
	Plate:    {"a red Mini, ‹BD18 SMR›, has been there all week", "rego ‹123 ABC› QLD", "reg ‹ND 482-118›", "DVLA: ‹LX22VBM› SORN", "Registered keeper of ‹M5 XYZ›", "The parked trailer ‹BD18SMR› is in my way", "ISO BS12 345"},
	SocialID: {"HKID ‹A123456(3)›", "HKID A123456(7)", "RFC ‹LOHM800101AB1›", "SSS ‹34-1234567-8›", "UAN ‹100123456789›", "see RFC 8259 and RFC 2822"},
	IDCard:   {"South African ID ‹8001015009087›", "Ghana card ‹GHA-123456789-0›"},
	Secret:   {"one time code ‹44 92 01›", "the code is 44 92 or more"},
}

func TestValuesOfFurtherStatesAreFound_D3(t *testing.T) { checkTyped(t, ofFurtherStates, Person) }

// between are values with what nobody sees between their signs, what other programs have made of these, and marks of Markdown.
var between = map[Type][]string{
	Email: {"‹max@\u3164firma.de›", "‹max\u115f@firma.de›", "‹max\U000e0100@firma.de›", "‹max\u180b@firma.de›", "‹max\x00@firma.de›", "‹m\x7fax@firma.de›", "‹max\u0099@firma.de›", "‹max\ufffc@firma.de›",
		`{"k":"‹max\u0040firma.de›"}`, `‹max\u0040firma\u002ede›`, "mail=‹max%2540firma.de›", `C:\users\u12`, "100%25 sicher"},
	IBAN: {"‹DE89\u31643704 0044 0532 0130 00›", "‹DE89\u17b43704 0044 0532 0130 00›", "‹DE89\U0001d1733704 0044 0532 0130 00›", "‹DE89\x1b3704 0044 0532 0130 00›", "‹DE89\u28003704\u28000044\u28000532\u28000130\u280000›",
		"‹DE❽❾ ❸❼⓿❹ ⓿⓿❹❹ ⓿❺❸❷ ⓿❶❸⓿ ⓿⓿›", "‹DE89 **3704** 0044 0532 0130 00›", "**‹DE89** 3704 0044 0532 0130 00›", "5**4 und 2 ** 3 sind 633"},
	Phone: {"‹0171\u3164 2345678›", "‹0171 23\x0145678›", "**‹0171** 2345678›", "Tel. ‹0171 **2345678›**", "Telefon **‹0511** / 98 76 54 30›", "**19,90** 12 Stück", "**12** 34 56"},
	Card:  {"‹4111 1111 **1111** 1111›", "‹4111\u180b 1111 1111 1111›"},
}

func TestWhatStandsBetweenSignsHidesNothing_D3(t *testing.T) { checkTyped(t, between) }

// ofAllStates are the numbers that states give their people, in the words of their languages, at some distance from them where
// check digits tell them, and what is built alike and is none.
var ofAllStates = map[Type][]string{
	SocialID: {
		"agency ask for Finnish personal code, mine is ‹140487-377V›, and phone", "Finnish personal code: ‹140487-377V›", "henkilötunnukseni on ‹131052A308T›", "hetu? is that needed as well? ‹010594Y9032›", "hetu? please for order 010594Y9031",
		"rodné číslo? Das brauchen Sie auch, oder? ‹710319/2745›", "mein rodného čísla ‹736028/5163›", "r. 710319/2745 Teile", "personnummer, if you need it as well: ‹811218+9876›", "samordningsnummer ‹811278-9873›",
		"fødselsnummer brauchen Sie auch? ‹151086 95088›", "numéro national (Belgique) je vous donne ‹85.07.30-033.28› merci", "Mein CNP aus Rumänien, falls nötig: ‹1800101221144›.", "isikukood falls Sie den brauchen ‹37605030299›",
		"EGN falls Sie den noch brauchen ‹6101057509›", "EMŠO falls Sie die brauchen ‹0101006500006›", "AMKA falls Sie die brauchen: ‹010130 99997›", "A.M.K.A. ‹01013099997›", "RSA ID ‹8001015009087›", "matricule (Luxembourg) si utile ‹1893120105732›",
		"TAJ szám ‹111 111 110›", "adóazonosító jel: ‹8071592153›", "személyi szám ‹1-850101-0012›", "sofinummer ‹111222333›", "mi DNI es ‹12.345.678-Z›", "mi DNI es ‹12 345 678 Z›", "DNI nº ‹12.345.678-Z›", "numéro d'assurance sociale ‹046454286›",
		"единен граждански номер ‹6101057509›", "personas kods: ‹161175-19997›", "matična številka ‹0101006500006›",
		"BSN? Bestellung 4711-850730", "EGN Kabel, Artikel 6101057508 bitte",
	},
	HealthID: {"Kennnummer ‹8027 6881 0944 0017 3825›, Ablauf 31.12.2027", "EHIC ‹80 276 88123 456789 0123›", "NHI ‹ZZZ00AX›", "Sendung 8127 6881 0944 0017 3825"},
	IDCard: {
		"Carta d'identità / Id.-Karte Nr. ‹CA58213HX›, ausgestellt", "carta d'identità ‹CA 58213 HX›", "dowód osobisty ‹ABA 300000›", "rumänischer Personalausweis ‹RX 123456›", "személyi igazolvány száma: ‹123456 AB›", "ΑΔΤ ‹ΑΚ 123456›", "cartão de cidadão ‹12345678 9 ZZ1›",
		"občanský průkaz ‹123456789›", "občiansky preukaz ‹EA 123456›", "osobna iskaznica: ‹123456789›", "French ID card ‹X4RTBPFW4›", "лична карта ‹123456789›", "ID-kaart: ‹IWR4BH2K6›",
		"Ausweis bis 123456 Stück",
	},
	Passport: {
		"Reisepass meines Sohnes is abgelaufen, der neue hat die Nr. ‹CFH2TT1L73›. Bitte", "Passkopie kommt per Post, Nummer vorab: ‹X3381407› (Schweiz)", "Liechtensteiner Reisepass Nr. ‹R12345›", "cestovní pas ‹12345678›", "útlevélszám: ‹BA123456›", "putovnica ‹123456789›",
		"potni list ‹PB1234567›", "διαβατήριο ‹AE1234567›", "паспорт ‹381234567›", "passaporte n.º ‹CA123456›", "Passport/ID ‹12345678›",
	},
	VATID: {"ДДС № ‹BG7523169263›", "ondernemingsnummer ‹0428759497›", "omzetbelastingnummer: ‹004495445B01›", "NIP UE ‹PL8567346215›", "PVM mokėtojo kodas: ‹119511515›", "ID za DDV: ‹50223054›", "cod fiscal: ‹18547290›", "Org.nr ‹995525828›"},
	Plate: {"dumped outside the hut, reg ‹ls07 ckd›, been there", "kennzeichen ‹reg ab 123›"},
	Phone: {"MPAN 18 0014 8291 037. Please call ‹0141 496 0355› after six.", "Zählpunkt 0014 8291 037", "MPRN 8812 4417 03"},
	Secret: {
		"The alarm company want a keyword, we've set it as ‹marmalade›, and", "Das Passwort haben wir auf ‹Marmelade› gesetzt, bitte", "our codeword, I've set it to ‹marmalade›.",
		"Our SEO keyword, we've set it as marmalade", "The password, I have set it as required.", "Das Passwort wurde auf Standard gesetzt.", "The bank asks for a keyword, I've set it to private.",
	},
	Address: {
		"backed into my mailbox at ‹604 Live Oak Trl›, didn't", "my mailbox at ‹9 Deer Xing› got hit", "parked in front of ‹77 Old Mill Ter›.", "the key is with Gaétan, ‹418 chemin du Lac-Brûlé, Sainte-Agathe-des-Monts, QC J8C 1R2›, call", "Strata notice: lot 18, ‹5/212 Beaufort Street, Perth WA 6000›. Plumber",
		"Bitte Busplatz 12 reservieren.", "Bitte Bootsplatz 12 reservieren.",
	},
}

func TestNumbersOfAllStatesAreFound_D3(t *testing.T) { checkTyped(t, ofAllStates, Person) }

func TestPlatesOfSeveralStatesInARowAreFound_D3(t *testing.T) {
	var got []string
	for _, e := range New(Options{Year: 2026, Region: "US"}).Find("plates for the depot gate this week: WGM 5784K, B-TX 9034, GJ-354-KT. All artics") {
		got = append(got, e.Text)
	}
	if want := []string{"WGM 5784K", "B-TX 9034", "GJ-354-KT"}; !slices.Equal(got, want) {
		t.Errorf("found %q, not %q", got, want)
	}
}
