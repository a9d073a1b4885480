package pseudonym

import "testing"

// notations are further ways in which people write what typed holds, and labels nobody can list.
var notations = map[Type][]string{
	Email: {
		"‹jo_stitches at gmail com› all one word", "look at web com design",
		"schreib an ‹eva klammeraffe firma punkt de›", "Mail: ‹eva @t firma.de›", "‹eva|at|firma|dot|de›", "‹eva (at sign) firma.de›", "‹eva {at} sub {punkt} firma {punkt} de›", "‹eva(at)firma.co.in›", "meine mail ist ‹eva at firma.de›",
		"Wir sind at home punkt", "meet me at 10 dot",
	},
	Phone: {"or just zelle to ‹7735521908›, thanks",
		"telefon ist die ‹null drei vier eins, neun sechs zwei, siebzehn, null fünf›", "call ‹five five five, eight one two, thirty-four, oh nine›", "eins, zwei, drei, vier, fünf Kinder",
		"☎ ‹02 21 - 343 66 76›", "Call ‹1-800-FLOWERS› now", "Rückmeldung an meinen Mann, ‹0 52 31 / 9 44 70 2›, er ist da", "bitte zurückrufen ‹0176 4482 9317› am besten nach 17 uhr", "um 11 am 3. Mai", "{\"ph\":\"‹4185550163›\"}", "Name\tTel\tKd-Nr\nBüro\t‹0351 1234567›\t9983", "re claim 88-20417", "‹902-227-1170x4411›", "Mobil ‹+49 151 2429248 7›", "Work: ‹324/448-1090›", "Rückrufnr.: ‹0351 1234567›", "rueckruf unter ‹0351 1234567›",
		"Women's Work 1300-1600", "0800 Uhr ist zu frueh", "UPC 036000291452",
	},
	IBAN:      {"‹DE89 3700 0440 0532 0130 00› ist mein Konto", "meine IBAN DE89 3700", "IBAN: ‹DE89 3704 0044 0532 0130 0› ja", "IBAN ‹DE89 3704 0044 0532 0130 001›.", "IBAN ist ‹DE89370400440532013› oder so", "Ersatzteil DE89 3704 0044 0532 passt", "Gutschrift ‹DE89_3704_0044_0532_0130_00›", "‹AL 86 24814886ZOARYRCV1BZJD75B›"},
	BIC:       {"Bank Identifier Code: ‹COBADEFFXXX›"},
	VATID:     {"des Lieferanten aus Rotterdam, haben nur ‹NL004495445B01› gefunden", "P.IVA ‹76408240158›", "Our VAT reg no is ‹494 3271 29›", "MwSt 19 % von 12345678,00"},
	Account:   {"BACS to 40-18-33 / ‹71420958›; overseas", "sort code 40-28-06 acc ‹51739206›, which", "Employee\tSort code\tAcc no.\nBirk\t20-45-77\t‹63920418›", "bank a/c ‹40618827› (sort 30-98-41, Lloyds)", "routing 026193409, acct ‹8919816750›", "acct ‹21275278›", "Account number: ‹0965848608›, sort code 20-00-00", "Kto.Nr. ‹3327391515› BLZ 850 503 00"},
	TaxNumber: {"Steuernummer ‹5133/8150/8159›", "St.-Nr. ‹3046/815/08151›"},
	HealthID:  {"card says ‹4TN7-PK6-HD35›, is that it", "Member ID on my card is ‹XEA904417728›", "OHIP ‹7051-348-196 KD›", "Krankenversichertennr. ‹A123456780›", "Auf der Karte steht ‹A123.456.780›", "NHS number ‹485 777 3456›", "insurance member ID: ‹WQD771204653›", "Medicare ‹1EG4-TE5-MK72›", "I am a member since 12345678"},
	SocialID: {"sorry, complete: ‹VRDLGU75M08F205G›", "article VRDLGU75M08F205A", "‹6094113T› pps", "PPS No. ‹1863548TB›", "Rijksregisternummer ‹85.07.30-640.03›", "my codice fiscale for the invoice: ‹VRDLGU75M08F205Z›", "nat ins no ‹JP 93 49 57 D›", "N.I. number ‹PE502962C›", "Vers.-Nr. ‹1237/010180›", "National Insurance no: ‹QQ 65 43 21 B›",
		"personnummer ‹811218-9876›", "PESEL: ‹44051401359›", "DNI ‹87654321X›", "meine BSN ist ‹123456782›", "codice fiscale: ‹VRDLGU75M08F205Z›", "Aadhaar number is ‹2341 5678 9012›", "Anzahl dni 12", "CPR 2020 training on 12.03.2024",
	},
	IDCard: {"Aufenthaltstitel-Nr.: ‹YX93K72P5›", "lic. ‹ASANT912254K99VN›", "my green card number, it's ‹SRC2190417735›", "Driving licence ‹MORGA 657054 SM9IJ›, clean", "ID card ‹CEY588474›", "Identitätskarte Nr. ‹E4471920›",
		"PA-Nr. ‹L3RT6W0PN4›, ausgestellt", "Perso-Nr ‹L01X00T471›", "Dokumentennummer: ‹L01X00T47›", "Perso: ‹LKTW9ZPMC›", "ID card ‹VMFX4NRTH›, valid", "Führerschein ‹V448-9898-9421›", "fuehrerschein ‹B072RRE2I55›", "DL# ‹016381032›", "my driver's license is ‹72116554›",
		"Der Führerschein kostet 2026 mehr", "driver license since 2019",
	},
	Plate: {"ID;Name;Plate\n33;Birk;‹8KJD442›", "Car gift of EUR 120 each", "fits trucks up to 26 feet", "1 bike, up to 4 bags", "the reg of the van, it's ‹191-D-20473›", "Cab was ‹BX70 UMG›.", "Dell Service Tag 7HQ2XN3, BIOS 1.18", "private plate, ‹B16 DVE› I think", "My tag is ‹8VKR294› (California)", "towed (grey Octavia, ‹DD-KX 4127›)", "kennzeichen ‹m ab 220›", "Kennzeichen ist ab 2024 neu", "Auto (‹ZH 482 917›)", "rego ‹482 XKR›", "Halter von ‹TÜ WM 190›", "Kfz-Kz. ‹B-XY 699E›", "Kfz-Kennz.: ‹PF-QU 418›", "Unfallgegner: ‹OG-LT 77›, weiß", "license plate ‹7VHT472›", "Kennzeichen: ‹BE 116 862›", "Kennzeichen beantragen kostet 26 Euro"},
	IP:    {"After going from 10.4.2.1 to 10.4.3.0 it hangs", "Host: [‹2a02:f71b:f05e::60b›]:443"},
	MAC:   {"Konsole ‹98b6e93d11f0› im WLAN", "mac address is ‹629cfbbe90c0›", "WLAN-MAC: ‹09c581-a74ce2›", "Gerät ‹e5 55 b0 da 82 1b› sperren", "Gerät 123456 im WLAN"},
	URL:   {"‹https://portal.example.de/reset-password/pQXDMV25u5Yw9aWuBLAdPczF›", "https://example.org/wiki/List_of_dialects_1960"},
	BirthDate: {"gültig bis 11.01.2031, Inhaberin, geboren am ‹29. Juni 1985›",
		"| Name | Start | DOB |\n|---|---|---|\n| Birk | 01.09.2021 | ‹17.05.1988› |", "Kurs;Start;DOB\r\nYoga;01.09.2021;‹17.05.1988›\r\n", "Kurs;Start;Ende\nYoga;01.09.2021;17.05.2024",
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
	Account:   {"a cheque drawn on account ‹6200 3317 45› bounced", "my customer account 6200331745 with you is locked", "bsb 033-112 ‹2204 8816› for the bond", "Kontonr. (alt, vor 2020): ‹1104-0297.331›", "CCC: ‹2085 0103 92 0300731702›"},
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
