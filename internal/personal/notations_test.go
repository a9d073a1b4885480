package personal

import "testing"

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

// inEveryNotation are values in the notations of their countries and services, behind the labels and in the sentences in which
// anybody writes them.
var inEveryNotation = map[Type][]string{
	Secret: {"what is wrong? ‹xai-cIW8L0mc4BNoIlEV4I7C6cznBIPKnRGQveJ6RgtQAjZYaAgTK5o4v9I5Y5NcEspB› is rejected", "‹figd_9xT2mQv7LpZk4RwYb8NcJ3sHgF6dAeXu1VoKtMiP›", "geht nicht: ‹dckr_pat_a8Xk2mQv7LpZk4RwYb8NcJ3sHg›", "‹GOCSPX-gh47JvrUo63pAUfg5rKURho4mf1›", "‹AC4f0ba990af2b6d77c2b8a1ede10189f0›", "bot ‹1475871305:AAz2o1HKwlKA2InZuGyESAJo4WVpuKb5u7a›, tot", "‹b5619859-3673-febe-dbd7-d0994459bdaf:fx›",
		"curl -H 'X-Api-Key: ‹24b8c5999ca19f53dbfc2078d1a0c82e›'", "client_secret: \"‹Zk4RwYb8NcJ3sHgF6dAe›\"", "-H \"Authorization: Bearer ‹9xT2mQv7LpZk4RwYb8Nc›\" https://api.example.com/v1", "request b5619859-3673-febe-dbd7-d0994459bdaf failed", "SK Gaming, AC Milan", "live_demo_of_the_day"},
	SocialID: {"Bitte ändern Sie die PESEL in meinem Kundenkonto auf ‹70021434682›.", "Nr;CNP;Stand\n33;‹1850214401233›;neu", "Kunde\tBSN\n33\t‹320586455›", "Bot: What is your PPS number?\nCustomer: ‹5359481Q›", "‹65.07.30-640.03› ist meine Nationalregisternummer", "DNI-Nummer: ‹15474141V›", "hallo, meine DNI-Nummer ist ‹31518674 A›, danke", "NIE-Nummer ‹X-6181401-J›", "meine NI-Nummer ist ‹NP 00 84 37 A›",
		"EGN: ‹7523169263›", "isikukood ‹37605030299›", "{\"rodné číslo\": \"‹690501/7438›\"}", "codice fiscale ‹VRD LGU 75M08 F205G›", "HETU ist ‹131052-308T›", "AMKA ‹08027456913›", "türkische Identitätsnummer: ‹18703353224›", "the fodselsnummer should be ‹200910 81653›", "‹70021434682› (PESEL)", "Huber / CPR-Nr. / ‹131052-3081›", "Die PESEL meiner Frau, ‹70021434682›, war falsch", "BSN lt. Bescheid ‹320586455›", "OIB: __‹33392005961›__",
		"nie auf 12345678 kommen", "Die Personennummer steht auf Seite 4711", "PESEL hat 11 Ziffern, in 2026-001234"},
	IDCard:    {"Bot: What is your ID card?\nCustomer: ‹CEY588474›", "‹592-1234567-89› ist meine Ausweisnummer, bitte eintragen", "Please change the driving licence in my account to ‹70713/34/0863›.", "Kundennummer 9729671, es geht um Führerausweis.", "Führerschein, Ticket 6563667, offen", "Führerschein: 08/2016-01/2020"},
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

// inShort are values as people in a hurry put them, with their opposites.
var inShort = map[Type][]string{
	BirthDate: {"Alter 45 (‹12.3.1980›)", "45 J., ‹12.3.80›", "aged 78 (‹2.11.47›)", "seit 45 Jahren (12.3.2010)", "Garantie 2 Jahre, 12.3.2024", "25 Jahre verheiratet (12.3.2001)", "Geburtst. ‹12.03.80›", "D/O/B ‹02/11/47›", "dob ‹second of november forty-seven›", "my date of birth is ‹3 4 79›", "dob ‹3 4 1979›", "we need 3 4 79 of them", "Oma hat am Sonntag Geburtstag, ‹17.08›., wird", "Mein Geburtstag ist am ‹17.8›. und", "Zum Geburtstag bis 17.8. bestellen", "Rechnung (*1980)"},
	Phone:     {"call ‹(555) 010-4477›", "call me on ‹07700 900 one two three›", "WhatsApp: wa.me/‹4917644829317›", "Artikel wa.me 1234567"},
	Secret:    {"gültig 12/27, KPN ‹123›", "Meine PIN? ‹4711›!", "network \"Harbour_Guest2\", key \"‹seabird2019!›\"", "Your code is ‹482 913›", "Ihr Code lautet ‹482913›.", "your code is 4711 lines long", "Welche PIN? 2024 gab es eine neue", "key safe number ‹4711›", "Schlüsselbox Nr ‹4711›", "Einmalpasswort ‹483 920›"},
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

// inPassingNotations are values in notations that people and programs make without thinking of it.
var inPassingNotations = map[Type][]string{
	MAC:      {"MAC-Adresse:‹ef:94:29:63:09:69›", "MAC address:‹1E:4E:7D:9A:85:7D›", "wifi: ‹a0cec8d1427f› (phone), ‹88:66:5A:2E:B0:13› (laptop)", "commit a0cec8d1427f"},
	IP:       {"IP-Adresse:‹2001:db8:7cfa::71›", "Uhrzeit:12:30:45"},
	SocialID: {"SSN: ‹482—52—6074›", "Nat ins. no. ‹LZ.36.15.21.D› on the payslip seems to be someone else's? Mine is ‹SG550978B›.", "Seriennummer SG550978B"},
	Plate:    {"Kennzeichen: ‹W—15660X›", "the permit reg is now ‹hx70 bvl›", "Kennzeichen: ‹hs61 jul›", "Kenteken: ‹12-ABC-3›", "immatriculation ‹AB-123-CD›", "Porsche 911 Targa 4S 2019", "von 2019—2023"},
	Phone:    {"pass to service dept - tel‹01273 90 44 18›, oil leak"},
	Passport: {"pass ‹C01X00T47›"},
	Address:  {"dob soon, ‹apt 14, 60 watling st, dublin 8›. is that", "‹12 Elm St, Dublin 8›", "round the back pls, ‹The Old Forge, 2 Mill Lane, Ludlow, SY8 1EN›. Dog is friendly."},
}

func TestValuesInNotationsMadeInPassingAreFound_D3(t *testing.T) {
	checkTyped(t, inPassingNotations, Person)
}
