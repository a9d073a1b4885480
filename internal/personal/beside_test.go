package personal

import "testing"

// besideOthers are values that only what stands near them tells, and things that look like them.
var besideOthers = map[Type][]string{
	Account: {
		"Routing ‹122011003›, acct # ‹000448291736›", "Kto. ‹4 820 193›, BLZ ‹700 202 70› – das sind", "s/c ‹090127› acc no ‹4418 2093› cheers", "Bank: Monzo\nSort Code: ‹04 00 04›\nAccount Number: ‹61829304›",
		"Barclays ‹20-68-14› / ‹70114583›", "BSB ‹062-948› Acc ‹1047 7625›", "BLZ 700 202 70 ist die Münchner Bank", "Welche Bank hat die BLZ 25050180?", "sort code 20-00-00 is Barclays", "routing 026009593 is BofA",
	},
	Secret:   {"backup codes ‹4829-1334› ‹2231-9982›\n‹1180-4432› thanks", "pin ‹4711›\n2024-11 Termin"},
	Card:     {"visa ‹4929 1605\n4726 4251›\ncvv sag ich nicht", "meine Kreditkarte\n‹5168 7919\n9180 4858›", "Preise\n4929 1605\n4726 4251", "Karte für 2024 1605\n4726 Leute"},
	Passport: {"Pass Nr ‹U 3815927›, mein Mann hat ‹U 4402716› – bitte", "Pass Nr ‹U 3815927›, Bestellung U 4402716"},
	IP:       {"S/N VNB3K41207. Am Display: ‹192.168.2.104›", "S/N VNB3K41207. Am Display: ‹84.19.201.7›", "Modell ‹192.168.178.1›", "Firmware 84.19.20.7"},
	Phone:    {"Geico claim. Text is fine: ‹(619) 555-0148›", "claim ‹(619) 555-0148›", "claim 619 555 0148"},
	Address: {
		"Packstation geht nicht! Sondern ‹Hinterm Deich 2, 26506 Norden›.", "Aber ‹Am Deich 3, 26506 Norden›", "Neu: ‹Am Deich 3, 26506 Norden›", "Residential: ‹14 Protea Street, Durbanville, 7550›. Thanks", "‹14 Protea Street, Durbanville›, 7550 people",
		"Zählernummer 1 EMH00 0471 8823, Stand HT 20418,7 NT 8812,3",
	},
	Plate: {
		"auto steht noch bei euch aufm hof ‹mswx204›", "auto steht auf dem hof, ‹MSWX204E›", "kennzeichen ‹mswx204›", "Kennzeichen: ‹bab1234›", "Diplomatenkennzeichen ‹0-17-123›", "Auto der Botschaft, ‹0 17-123›, parkt hier",
		"mein auto ist ein bmw x5, ein golf gti230 und ein glc220", "auto steht auf dem hof, ein tdci150", "motorrad gsx750 steht auf dem hof", "Auto 0-17-123",
	},
}

func TestValuesAreFoundByWhatStandsBesideThem_D3(t *testing.T) { checkTyped(t, besideOthers) }

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
		"Antwort auf Sicherheitsfrage (Haustier): ‹Minka›", "Sicherheitsfrage: Ihr erstes Haustier?", "user ops / pass ‹gr4vel#Path› for the box", "WLAN-Gäste:\nNetz: Haus_Lerche\nSchlüssel: ‹Amsel-2210-Kiesel›\nAbreise", "the pass is valid today", "Nutzer können ihr Passwort hier neu setzen", "WLAN heißt Haus_Lerche, Kennwort: ‹moos-ufer-2031›"},
}

func TestValuesAreFoundByWhatIsSaidOfThem_D3(t *testing.T) { checkTyped(t, toldByPlace, Username) }

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

func TestValuesAreFoundByTheThingsTheyBelongTo_D3(t *testing.T) {
	checkTyped(t, toldByThings, Username)
}

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
