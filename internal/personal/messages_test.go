package personal

import "testing"

// inPassing are values that stand in a sentence, a file or a table as something else does, and what a machine or a hasty
// hand made of them.
var inPassing = map[Type][]string{
	Email:   {"‹max＠firma。de› bitte", "‹max@firma｡de›", "‹ｍａｘ＠ｆｉｒｍａ．ｄｅ›", "‹mах@firma.dе› mit fremden Buchstaben", "‹m̲a̲x̲@firma.de›", "‹eva.meyer@firma,de› kam zurück", "‹eva.meyer@@firma.de›", "‹eva.meyer@firma›", "root@server neu starten", "3@2,de"},
	IBAN:    {"‹DЕ89370400440532013000›", "‹ⅮЕ89 3704 0044 0532 0130 00›", "‹АТ61 1904 3002 3457 3201› bitte", "‹D̲E̲8̲9̲ 3̲7̲0̲4̲ 0̲0̲4̲4̲ 0̲5̲3̲2̲ 0̲1̲3̲0̲ 0̲0›", "IBAN ‹Ⓓ⃝E89 3704 0044 0532 0130 00›", "Москва, дом 5"},
	BIC:     {"Die Bank sagt, der Code ‹GIBAATWWXXX› fehlt", "Wire instructions: ‹COBADEFFXXX›", "Überweisung an ‹MIDLGB22› und IBAN folgt", "Modell ABCDEFGHXXX"},
	Account: {"he banks with Lloyds, ‹30-94-21› ‹44170926›. Let", "sort code ‹38-25-08› ‹49055554› is where", "termine 30-04-21 bis morgen"},
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

// ofVisitors are values in the ways of visitors, tickets, forms and logs that no other test has.
var ofVisitors = map[Type][]string{
	Person: {
		"Reisende: 1) ‹WEBER/ANJA› MRS 2) ‹WEBER/FINN› MSTR", "Ticket: ‹VAN DIJK/SOFIE› MS", "Passenger list: ‹OKAFOR/CHIDI› MR; ‹OKAFOR/ADAEZE› MRS", "Formular:\nAnrede | Frau\nName | ‹Zschäpitz›\nVorname | ‹Roswitha›",
		"Could someone called ‹Anders› ring me?", "It was issued to ‹Alasdair MacInnes› yesterday.", "Name Vorname Geb.\n‹Abeln Heike›",
	},
	Username: {"my username is ‹pennyLane_1967› and I forgot it", "WARN login fail user=‹hbraun› agent=Firefox"},
	Account:  {"account ‹31926819› sort ‹60-16-13› is the old one"},
	Address:  {"Packstation 118, PostNr. ‹71402993›", "Bitte an Packstation: 142, Postnummer ‹9038817›", "Postnummer 9038817"},
}

// ofFurtherVisitors are values whose neighbours say more of them than their form, and such as look alike and are none.
var ofFurtherVisitors = map[Type][]string{
	VATID:     {"rechnung an die GbR mit ‹DE270800875›", "Kunde ist die Holz KG, ‹DE270800875›, bitte anpassen", "Artikel DE270800875 der Firma GmbH. DE270800876 auch", "Holz GmbH, Bestellnummer DE270800875"},
	Plate:     {"Fahrzeugwechsel in der Garage: alt ‹B:QN 7719›, neu ‹B-EL 204E›.", "Termin A:AB 12", "Raum B:12"},
	Email:     {"meine adresse: ‹s e b i . k o l l e r @ b l u e w i n . c h› (ohne leerzeichen)", "‹e v a @ w e b . d e›", "a b c @ d e", "3 @ 4 , 5", "x @ y . z z z"},
	Phone:     {"Prüfziffer sag ich am Telefon: ‹0621 3385 41›", "Prüfziffer am Telefon: ‹0621 338541›", "Größe: 0160|0170|0180"},
	Secret:    {"Prüfziffer: ‹062›", "Prüfziffer ‹0621›, danke"},
	BirthDate: {"Reisepass CHG9CN6YH, ausgestellt 12.01.2021 in Kassel, Geburtsdatum ‹30.11.1984›", "passport issued 12/01/2011, born ‹30.11.1984›"},
	Person:    {"user.name = \"‹John Doe›\""},
	Username:  {"my username is “‹jdoe_88›”", "Nutzername: «‹lea_k›»", "Feld „Benutzername“: ‹lea.k61› (laut Kunde)", "Mein Instagram: \"‹lea_k92›\"", "Ihr findet mich auf Insta als ‹@lea.k92›, folgt mir", "ich folge euch, und ich heiße auf Insta ‹lea_k92›"},
	BIC:       {"Ist COBADEFFXXX eigentlich die BIC der Commerzbank in Frankfurt?", "Was ist die BIC der Commerzbank, COBADEFFXXX?", "BIC der Commerzbank: ‹COBADEFFXXX›", "Meine BIC ist ‹COBADEFFXXX›, reicht das?"},
	Address:   {"Im Katalog S. 117 steht nur das", "Im Katalog S. 117"},
}

func TestValuesOfFurtherVisitorsAreFound_D3(t *testing.T) {
	checkTyped(t, ofFurtherVisitors, IDCard, Passport)
}

func TestValuesOfVisitorsAreFound_D3(t *testing.T) { checkTyped(t, ofVisitors) }

// inHalves are numbers of telephones whose parts stand in two lines or on both sides of a picture.
var inHalves = map[Type][]string{
	Phone: {"‹0171 😀 234›", "ruf an: ‹0171 😀 2345678›, danke", "‹0171 ➡️ 234 ➡️ 5678›", "‹0171\n2345678›", "Meine Nummer ist ‹0171\n2345678›", "hallo\n‹0151\n23456789›\nlg", "‹0152/😊/3344556›", "Tel.: ‹0172-\n4455667›"},
}

func TestNumbersInHalvesAreFound_D3(t *testing.T) { checkTyped(t, inHalves) }

func TestValuesInPassingAreFound_D3(t *testing.T) { checkTyped(t, inPassing) }

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

// inTurkish are values that a phone set to Turkish has written with its capital İ, composed or not.
var inTurkish = map[Type][]string{
	Secret: {"PIN İst ‹zweİ neun eins vier› danke", "PİN: ‹SİEBEN NEUN EİNS VİER›", "PI\u0307N: ‹SI\u0307EBEN NEUN EINS VIER›"},
	Person: {"Mein Name ist ‹İbrahim Yılmaz›."},
	Email:  {"mail an ‹İbrahim@web.de›"},
}

func TestTurkishCapitalsAreReadAsOthers_D3(t *testing.T) { checkTyped(t, inTurkish) }
