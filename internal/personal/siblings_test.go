package personal

import "testing"

// besideBanks are numbers of accounts that stand with those of their banks, each in the ways in which people shorten the words.
var besideBanks = map[Type][]string{
	Account: {
		"pls cancel dd, acc ‹27071770› s/c ‹309617›, gym said 30 days", "refund to ac ‹27071770› sc ‹30-96-17› thanks", "accnt no ‹27071770›, sort ‹30 96 17›", "bank acc ‹88213377› srt code ‹204577›",
		"direct debit from ‹88213377›, sort code ‹204577›, first Monday", "the account I pay from is ‹88213377› at Barclays, code ‹20-45-77›", "NZ bank ‹12-3456-0123456-00› for refund", "my passbook ‹00417732›, late mother's",
		"payee,sort,account\nJ Doyle,‹204577›,‹88213377›", "Beneficiary | Sort | Acct | Amt\nN. Threlfall | ‹07-01-16› | ‹33817204› | 412.00\nP. Adeyemi | ‹11-05-90› | ‹00921164› | 98.75",
		"Lastschrift von ‹65331742›, BLZ ‹43060967›, bitte stoppen", "Mein Konto ist ‹65331742› bei der GLS", "vom Konto ‹65331742›, Bankleitzahl ‹43060967›",
		"account ‹88213377›, s/code ‹20-45-77›", "wages go into account ‹88213377› code ‹20-45-77›", "my account is ‹88213377›, sortcode ‹04-00-04›", "NZ account ‹01-0902-0068389-00›",
		"my account is ‹12345678› with Halifax", "my customer account is 88213377 with you", "order 27071770, code 204577", "AC 27071770 unit, model 204577",
	},
}

func TestAccountsBesideTheirBanksAreFound_D3(t *testing.T) { checkTyped(t, besideBanks, Person) }

// apartInLines are values in lists whose columns other signs keep apart than in tables that programs make.
var apartInLines = map[Type][]string{
	BirthDate: {
		"Nr / Geb. / Status\n12 / ‹09.03.74› / neu\n10 / ‹27.11.80› / alt", "Name – Geburtstag – Klasse\nEva – ‹11.02.79› – 3b", "Name · geb. · Gruppe\nEva · ‹11.02.79› · A", "Gast • Geburtsdatum • Zimmer\nEva • ‹11.02.79› • 12", "Pupil / DOB / Class\nJo / ‹11.02.09› / 3b",
		"Name - Born - Team\nJo - ‹11/02/1979› - red", "Guest · DOB · Room\nJo · ‹11/02/1979› · 12", "Name — Birthday — Size\nJo — ‹11/02/1979› — M", "Von / Bis / Preis\n09.03.24 / 27.11.24 / 12 Euro", "Stand / Version / Status\n09.03.24 / 2.4.0 / neu",
	},
	SocialID: {"Name / Start / NI\nJ Doyle / 12 / ‹QQ123456C›"},
}

func TestValuesInListsOfOtherSignsAreFound_D3(t *testing.T) { checkTyped(t, apartInLines, Person) }

// agreedOn are words by which a bank, a school or an alarm company knows somebody, codes told with what people say in passing, and
// the second halves of keys.
var agreedOn = map[Type][]string{
	Secret: {
		"memorable word is ‹kittiwake›, and the balance please", "memorable word: ‹kittiwake›. Thanks", "my security word is ‹tangerine›", "the secret word is ‹otter›, if they ask", "codeword ‹heron›. please tell the driver",
		"safe word for pickup is ‹marmalade›", "the password for collecting Ella is ‹marmalade›", "memorable place is ‹Whitby›", "secret question: first pet. Answer: ‹Biscuit›", "our security word: ‹Biscuit›, as agreed", "security question answer is ‹Whiskers›", "network: Harbour, key: ‹sunnyday9›",
		"mein Telefon-Kennwort: ‹Haselmaus›. Depot gehört dazu", "Kennwort ‹Haselmaus›, bitte", "Kennwort: ‹Haselmaus›, danke", "das Codewort lautet ‹ankerplatz›", "Passwort: ‹Ankerplatz›. Danke", "Sicherheitswort ‹Kolibri›", "Geheimwort: ‹Kolibri›", "Merkwort ‹Kolibri›", "Abholwort: ‹Ankerplatz›", "Parole ‹Kolibri›, dann machen sie auf",
		"memorable word - ‹kittiwake›", "My memorable word's ‹kittiwake›", "the security word we agreed is ‹tangerine›", "PIN müsste ‹7741› sein", "the security word we agreed is wrong", "memorable word - optional", "the memorable word's missing",
		"CAN low and CAN high swapped, 500000 baud", "I CAN see 571906 views", "Secret answer: not recognised", "Sicherheitsfrage: Antwort: nicht erkannt", "The pickup answer was rude", "Netzwerk: Gast, Schlüssel: keiner",
		"CAN adapter item 571906 does not fit", "CAN YOU DELIVER 571906 TODAY", "CAN-Adapter Art. 571906 passt nicht",
		"Server-Raum PIN ist übrigens ‹5829#› falls jemand rein muss", "PIN wäre dann ‹7741›", "Meine PIN, glaube ich, ‹7741›", "die PIN ist halt immer noch ‹7741›", "the pin is btw ‹5829›", "my pin, i think, ‹5829›", "the pin is actually still ‹5829›", "our wifi password is currently ‹Seagull-42-blue›", "new password will be ‹Spring2026›", "Der Code aus der Mail ist ‹882014›",
		"The lockbox code is ‹4471› and alarm ‹0926*›, cat is called Biscuit", "Türcode ‹1908› und Tresor ‹77 41 20›", "combo is ‹12 34 08›", "alarm PIN ‹0926›, panic ‹0927›",
		"‹AKIAVXQ2UZBWZJNUNBUQ› / ‹G35HcMhPQH51qwwQsi54eRcEBVu5tzWxCaSD4AkM› rotate", "Schlüssel: ‹AKIAVXQ2UZBWZJNUNBUQ› und ‹G35HcMhPQH51qwwQsi54eRcEBVu5tzWxCaSD4AkM›", "‹AC0123456789abcdef0123456789abcdef› : ‹9f8e7d6c5b4a39281706f5e4d3c2b1a0›",
		"db:\n  password: \"‹n8!TqLz_fuchsbau›\"\n  schema: v2_4_0\n  pool: max_10", "db_password: ‹n8TqLz99›\nimage: app_v2_4\ntag: release_2026_1",
		"Memorable word: Optional", "What is a memorable word?", "the memorable word is missing on the form", "the secret word is not accepted", "my security answer is wrong", "Password: Required. Please fill in", "Kennwort: Pflichtfeld. Bitte ausfüllen", "Passwort: Mindestens acht Zeichen. Danke",
		"Kennwort vergessen, bitte helfen", "Kennwort: Groß- und Kleinschreibung beachten", "Passwort: Sicherheit. Was Sie wissen müssen", "the word of the day is otter", "commit 9f8e7d6c5b4a39281706f5e4d3c2b1a0 broke the build",
	},
	Email: {"https://shop.example/mail/‹jo.doyle@x.example›/x", "https://shop.example/konto/‹jo.doyle@x.example›"},
	URL: {
		"‹https://members.gym.example/login?magic=cwrkIF35ndsIw9eKai6LVWDbhv91oVd6›", "‹https://kasse.example.de/anmelden?einmal=Qp7LmX2vTz81KdRw›", "‹https://billing.example.com/i/acct_1Nk2Lm/live_YWNjdF8xTmsyTG0sX1A›", "‹https://b.example/x?r=Zx81kQpLm20VbTt7RsWn›", "‹https://b.example/go/Zx81kQpLm20VbTt7RsWn›",
		"‹https://cal.example.com/ical/jo.doyle%40x.example/basic.ics›", "‹https://cal.example.com/feed/jo.doyle@x.example.ics›", "https://b.example/de/produkte/IPhone15Pro256GBBlau", "https://b.example/?gclid=Zx81kQpLm20VbTt7RsWn", "https://www.youtube.com/watch?v=dQw4w9WgXcQ", "https://de.example.org/wiki/Liste_der_Olympiasieger_2024_Teil2", "https://b.example/p/blue-widget-2000?color=red&size=XL", "https://cdn.example/app.Zx81kQpLm20VbTt7RsWn.js",
	},
}

func TestWordsThatSomebodyAgreedOnAreFound_D3(t *testing.T) { checkTyped(t, agreedOn, Person) }

// ofRecords are days of birth in records of clubs, schools and doctors, of several people, spoken and of children.
var ofRecords = map[Type][]string{
	BirthDate: {
		"Rugby club membership: junior, ‹11 Dec 2013›, parent Fergal", "swim class: beginner, ‹4 Mar 2016›, mum Jo", "New pupil: Tom Ashe, ‹14.02.2015›, allergic to nuts", "Patient: M, ‹22/07/1961›, ref'd by Dr Osei", "Pt F ‹14/03/1952› c/o chest pain", "passenger 2: child, ‹09 Jul 2017›", "my twins, ‹12/03/2018›, start school",
		"kids: Ella ‹2/4/15›, Max ‹9/9/17›", "birthdays: me ‹11 Feb›, Tom ‹3 Sept›", "YOB: ‹1979›", "birthday is ‹february the eleventh, seventy nine›", "My birthday's the ‹4th of August, 1959›, so I turn 67",
		"Anmeldung Schwimmkurs: Anfänger, ‹04.03.2016›, Mutter Jo", "Kita-Platz für Kind, ‹12.11.2022›, ab August", "Jugendspieler, ‹11.12.2013›, Vater Fergal", "Pat. w, ‹22.07.1961›, überwiesen von Dr. Osei", "Meine Tochter, ‹3.5.2015›, braucht eine Karte", "Geburtstage: ich ‹11.2›., Tom ‹3.9›.",
		"Mein Geburtstag, das ist der ‹elfte Zwölfte achtundfünfzig›", "geboren am ‹elften zwölften neunzehnhundertachtundfünfzig›", "Geburtstag ist der ‹dritte fünfte einundachtzig›", "Jg. ‹1981›", "Ich bin am ‹3. Mai› geboren, Jahrgang ‹1981›",
		"he was born ‹05/88›", "geb. ‹05/1988›", "born ‹11/1979›, lives here", "Geburtsmonat und -jahr: geb. ‹03.81›", "born 05/26 or later", "geb. ‹03.05.81›",
		"meine Söhne, ‹3.5.2012› und ‹4.6.2014›", "my daughters, ‹3/5/2012› and ‹4/6/2014›", "meine Söhne, ‹3.5.2012› und 4.6.2027", "infant, ‹03/05/2025›, vaccination", "Säugling, ‹03.05.2026›, U3", "football club: U9 player, ‹11 Dec 2016›, dad Fergal", "Ich bin vom Jahrgang ‹1981›", "birthday party for Tom, born ‹3 May 2016›",
		"Birthdays: how much is a party on 11 Feb for eight kids?", "Geburtstage: was kostet die Feier am 11.2. für acht Kinder?", "birthday party on 3 May, how much?", "Born in 1998 as a market stall, your site says", "Wein vom Jahrgang 1981",
		"Die Tochter des Regiments, 12.06.2026, 19:30 Uhr", "Bdays are free on 3 May at your park", "meine Tochter Mia, ‹12.04.2026›",
		"Born in the USA tour, 12 June 2026", "junior tickets from 11 Dec 2025", "junior, from 11 Dec 2026", "Mitglied seit 11.12.2013", "members: 11 Dec 2025 is the meeting", "Ausbildung: Azubi, 01.09.2026, Köln", "die dritte fünfte Runde",
	},
}

func TestDaysOfBirthInRecordsAreFound_D3(t *testing.T) { checkTyped(t, ofRecords, Person) }

// inStages are numbers of telephones that are told part by part, in fields of programs, and ranges that look like them.
var inStages = map[Type][]string{
	Phone: {
		"Type in stages: phone starts ‹07700›\nthen ‹900›\nthen ‹552›\nsorry", "my mobile starts with ‹07700› and ends ‹900552›", "my number, first half ‹07700›, second half ‹900552›", "mobile in bits: ‹07700›\n‹900›\n‹552›", "my phone, in parts: ‹07700›\n‹900›\n‹552›", "my phone: first ‹0151› then ‹496› then ‹0331›",
		"Meine Nummer fängt mit ‹0171› an, dann ‹448›, dann ‹2931›", "Die Nummer beginnt mit ‹0171› und geht weiter mit ‹4482931›", "Handynummer in Teilen: ‹0171›\n‹448›\n‹2931›", "Handy zuerst ‹0171› danach ‹448› und zum Schluss ‹2931›",
		"{\"lead\":{\"fn\":\"M\",\"p\":\"‹8025550163›\",\"zip\":\"05401\"}}", "{\"m\":\"‹+447700900318›\",\"n\":3}", "{\"msisdn\":\"‹353862204471›\"}", "{\"t\": \"‹01724482931›\"}",
		"my number starts with ‹0171›, goes on ‹448› and ends in ‹2931›", "Meine Handynummer beginnt mit ‹0171›, danach ‹448›, am Ende ‹2931›",
		"my phone shows error 0441 followed by 900552", "Das Telefon zeigt Fehler 0441 und danach 900552", "Handy startet nicht: erst 0100, dann 300, dann 552 mAh", "{\"t\":\"1735689600\"}",
		"Job 0171/4482 is still open", "Zählerstand 02341 885 am 31.12.", "Bauteil 01714 und dann 448 bestellt", "Parts 01714 then 448 ordered, only one came",
		"phone,dob,x\n‹+1-415-555-0172›,n,a", "{\"id\":\"8025550163\",\"sku\":\"8025550164\"}", "{\"p\":\"12345\",\"t\":\"20260102\"}",
		"Raffle tickets 0441–0480 are missing from the book", "seats 0101-0140 are gone", "Lose 0441-0480 fehlen", "Losnummer 0441-0480", "quote 0441/0480", "meter reading 02341 885", "call about parts 07700\nthen 12 more", "Nummer 0171 der Liste, dann 448",
	},
}

func TestNumbersInStagesAreFound_D3(t *testing.T) { checkTyped(t, inStages, Person) }

// betweenOthers are addresses of flats in houses that have names, and such that stand between words and numbers that are none of them.
var betweenOthers = map[Type][]string{
	Address: {
		"I'm at ‹Apartment 12, The Maltings, Dundalk› and pay weekly", "we're in ‹Unit 4, Millfield Business Park, Naas›", "deliver to ‹Apt 9, The Granary, Sligo› please", "come to ‹Flat 3, Harbour Court, Wexford›, ring the bell", "Address: ‹Suite 5, Corn Exchange, Leeds›. Thanks",
		"I moved from the ‹14 Pentland View, Biggar ML12 6GA› address in April", "the ‹22 Acacia Avenue, Leeds LS6 2AB› house",
		"RECHNUNG Nr. RE-2026-00418\nSchreinerei Vogelsang, ‹Am Mühlgraben 7, 91126 Schwabach›", "Angebot AN-4711\nMalerbetrieb Kunz, ‹Hauptstr. 5, 50667 Köln›", "Invoice INV-2026-118\n‹12 Baker Street, London NW1 6XE›",
		"Wärmepumpe WPL 15 ACS, Schallpegel 48 dB(A), Abstand 3 m", "Lieferung 24 to Rollsplitt 4/8, LS 44018", "Apartment 12 is bigger than 13, says Dundalk", "Unit 7, The Romans, Bath: which page?", "Suite 12, The Musical, London", "Unit 4, Chapter Two, Reading Test", "12 t Splitt 8/16, LS 44019",
	},
}

func TestAddressesBetweenOtherThingsAreFoundWhole_D3(t *testing.T) {
	checkTyped(t, betweenOthers, Person)
}

// letterByLetter are values of which the letters are told by words, or set apart by a program that reads pictures, and numbers on cards.
var letterByLetter = map[Type][]string{
	Plate: {
		"Nummernschild war ‹Ludwig Berta Xanthippe vier vier eins› glaub ich", "Kennzeichen ‹Martha Otto Strich Anton Berta eins zwei drei›", "Kennzeichen: ‹H wie Hannover, A wie Anton, B wie Berta, vier vier eins›", "mein Kennzeichen ist ‹K wie Köln dann Ö L dreihunderteinundsiebzig›, danke", "Kennzeichen: ‹Heinrich Anton Xaver 4417›", "Nummernschild ‹Berta-Nordpol-Emil 77›",
		"reg is ‹Lima Delta two one Papa X-ray Victor›", "the plate is ‹Kilo Lima Mike four four seven one›", "license plate ‹Kilo Lima Mike 4471›", "plate ‹Romeo Tango Bravo 221›", "my reg, ‹Lima Romeo seven zero Oscar Papa Tango›",
	},
	HealthID:  {"OCR Seite 1\nK r a n k e n v e r s i c h e r t e n - N r\n‹D 1 3 3 5 1 7 2 7 2›\nName", "V e r s i c h e r t e n n u m m e r : ‹D 1 3 3 5 1 7 2 7 2›"},
	IDCard:    {"dl ‹D12345678›", "https://dl.example.com/Setup64BitV2R3.exe", "P e r s o n a l a u s w e i s\n‹L 0 1 X 0 0 T 4 7›"},
	BirthDate: {"G e b u r t s d a t u m : ‹0 3 . 0 5 . 1 9 8 1›", "D a t e  o f  b i r t h\nb i r t h d a y : ‹0 3 . 0 5 . 1 9 8 1›"},
	IBAN:      {"K o n t o v e r b i n d u n g\n‹D E 7 4 4 3 0 6 0 9 6 7 9 5 8 3 5 8 9 4 9 5›"},
	Email:     {"E - M a i l\nK o n t a k t : ‹e v a @ b i r k . e x a m p l e›"},
	Phone:     {"T e l e f o n\n‹0 1 7 1 4 4 8 2 9 3 1›", "T e l e f o n n u m m e r ‹0 1 7 1 4 4 8 2 9 3 1›", "P h o n e n u m b e r : ‹0 1 8 6 5 5 5 8 8 1 2›"},
	Passport:  {"P a s s p o r t\n‹C 0 1 X 0 0 T 4 7›"},
	Secret:    {"Zugangsnummer CAN vorne rechts ‹571 906›, die PIN kommt", "CAN ‹571906›", "die CAN auf dem Perso ist ‹571 906›", "Die Zugangsnummer auf der Karte lautet ‹571906›", "the card access number is ‹571906›", "Can 571906 be delivered?", "CAN bus at 500000 baud"},
	SocialID:  {"die Versicherungsnummer kenne ich auswendig, erst die vier Ziffern und dann halt der Tag, also ‹2766 31 12 58›."},
	Address:   {"Golf Hotel India has 441 rooms", "Charlotte Emil wohnt hier 441"},
}

func TestLettersToldOneByOneAreRead_D3(t *testing.T) { checkTyped(t, letterByLetter, Person) }
