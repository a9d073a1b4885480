package personal

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// typed lists texts with the value in ‹ ›, or with none where nothing may be found.
var typed = map[Type][]string{
	Email: {
		"Schreiben Sie an ‹max.mustermann@firma.de›.", "An: ‹O'Neil@sub.firma.co.uk›; Kopie", "<‹eva+rechnung@müller-bau.de›>", "‹max (at) firma.de› bitte", "‹max [ät] firma punkt de›", "‹max.muster(at)firma(dot)de›",
		"mail=‹a@b.io›", "‹eva@ firma.de›", "‹m&#64;firma.de›", "‹max%40firma.de›", "'‹eva@firma.de›'", `‹max\_muster@firma.de›`, "‹max@\nfirma.de› und", "‹max[bei]firma.de›",
		"Wir treffen uns at home", "look at example.com today", "3 Stück @ 5 Euro", "@handle", "Preis 5@10",
	},
	Phone: {
		"Tel. ‹0351 1234567›", "‹+49 (0)351 123 45-67›", "‹0049 171 1234567›", "ruf an ‹0171/1234567›", "‹(0351) 12 34 56 7›", "‹+43 664 1234567›", "‹044 123 45 67›", "‹+41 79 123 45 67›", "‹020 7946 0958›", "‹+1-212-555-0123›",
		"‹(212) 555-0123›", "‹06 12 34 56 78›", "‹+33 1 42 68 53 00›", "Tel.: ‹0 3 5 1 1 2 3 4 5 6 7›", "Handy: ‹０１７１ １２３４５６７›", "‹0️⃣3️⃣5️⃣1️⃣ 1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7›️⃣", `\‹+49 351 1234567›`, "‹null eins sieben eins zwei drei vier fünf sechs sieben›",
		"Fax ‹+49 30 212341 410›", "Montag 08.00-18.00 Uhr", "Seminar 02.02. - 23.02.23", "am 01.02.2024", "Bestellung 0815-4711", "1.234.567 Euro", "ISBN 978-3-16-148410-0", "Tracking number 766459847012", "0,50 Euro", "10 000 000 Menschen",
	},
	IBAN: {
		"IBAN ‹DE89 3704 0044 0532 0130 00›", "‹de89370400440532013000›", "‹AT61 1904 3002 3457 3201›", "‹CH93-0076-2011-6238-5295-7›", "‹GB29 NWBK 6016 1331 9268 19›", "‹NL91ABNA0417164300›",
		"‹D E 8 9 3 7 0 4 0 0 4 4 0 5 3 2 0 1 3 0 0 0›", "Ersatzteil DE89370400440532013001 passt", "DE12 Modelle",
	},
	BIC:  {"BIC: ‹COBADEFFXXX›", "‹COBADEFF› ist meine BIC", "das Wort STANDARD allein"},
	Card: {"Kreditkarte ‹4111 1111 1111 1111›", "‹378282246310005›", "‹5555-5555-5555-4444›, gültig bis 09/29", "4111 1111 1111 1112", "EAN 4006381333931"},
	TaxID: {
		"Steuer-ID ‹86 095 742 719›", "‹86095742719› ist meine Steuer-ID", "Steuer-ID 8609574271", "Artikel 86095742719 ist da",
	},
	TaxNumber: {"Steuernummer ‹93/815/08152›", "St.-Nr. ‹201/123/12340›", "Steuernummer: ‹5133081508159›", "3/4 der 100"},
	VATID:     {"‹DE136695976›", "USt-IdNr. ‹DE 136 695 976›", "UID ‹ATU13585627›", "‹CHE-123.456.788 MWST›", "VAT number ‹FR40303265045›", "‹NL123456789B01› is my VAT ID", "Modell DE123456789"},
	HealthID:  {"Versichertennummer ‹A123456780›", "‹A 123 456 780›", "A123456781"},
	SocialID: {
		"Sozialversicherungsnummer ‹15 070649 C 103›", "‹15070649C103›", "SV-Nummer ‹1237 010180›", "AHV ‹756.9217.0769.85›", "SSN: ‹460-89-9847›", "NI number: ‹AB 12 34 56 C›", "Ref 460-89-98470",
	},
	IDCard:   {"Personalausweis ‹L01X00T471›", "Ausweisnummer: ‹LZ6311T47›", "‹LZ6311T47› is my ID card", "Der Personalausweis ist abgelaufen"},
	Passport: {"Reisepass ‹C01X00T47›", "passport number ‹C01X00T478›", "‹512345678› is my passport number", "Ihr Pass wird bearbeitet"},
	Plate: {
		"Kennzeichen ‹DD-AB 1234›", "Mein Auto ‹M:XY 12E› ist weg", "plate ‹AB12 CDE›", "kennzeichen ‹dd-ab 123›", "Nummernschild ‹TÖL-A 7›", "Fahrzeug ‹W-12345X›", "Kontrollschild ‹ZH 123456›",
		"Das Auto kostet AB 1234 Euro", "Modell XR-1200 ist da", "Das Auto mit 200 PS", "das neue Auto VW ID.5",
	},
	IP:  {"von ‹84.16.3.200›", "‹2001:db8::1›", "IP ‹10.20.30[.]40›", "Version 1.2.3.4", "Kapitel 4.3.2.1", "um 12:30 Uhr", "127.0.0.1"},
	MAC: {"‹00:1b:44:11:3a:b7›", "‹00-1B-44-11-3A-B7›", "‹001b.4411.3ab7›", "12:30:45"},
	Device: {
		"IMEI ‹352099001761481›", "IMEI: ‹35-209900-176148-1›, gestern gestohlen", "Mein iPhone ‹352099001761481› ist weg", "my phone is gone (‹35 209900 176148 1›)", "IMEI: ‹352099001761482›",
		"SIM-Karte ‹8949 0200 0012 3456 789›", "ICCID: ‹89490200001234567890›", "IMSI ‹262011234567890›", "Device;IMEI;Use\nPixel;‹352099001761481›;no",
		"Auftrag 352099001761481", "Artikel 352099001761482", "Serial 8949020000123456789",
	},
	VIN: {
		"FIN: ‹WVWZZZ1JZXW000001›", "Fahrgestellnummer ‹WVW ZZZ 1KZ 6W 386752›", "VIN ‹1M8GDM9AXKP042788› please", "the car ‹1HGCM82633A004352›", "meine FIN ‹wvwzzz1kz6w386752›",
		"Rahmennummer: ‹WTU 188 K 2271 R›", "frame no. ‹WBK0481X22F›, blue", "Fahrgestellnummer ist ‹200345›", "mein Golf ‹VF1BB05CF12345678› steht bei euch", "VIN ‹WVWZZZ3CZEE123456›",
		"ab Fahrgestellnummer 200345", "bis Fahrgestell-Nr. WDB123456", "Seriennummer 1HGCM82633A004352", "Lizenz 1HGCM82633A004351", "Fin Schmidtke", "VIN range up to 8K-E-200000",
		"Teil ABCDE-FGH-JKL1234", "Teil BLAU-GRÜN-AB1234", // words as long as such a number, and with its digits
	},
	Wallet: {
		"BTC: ‹1BoatSLRHtKNngkdXEeobR76b53LETtpyT›", "zahlt an ‹bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq›", "‹0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed›", "meine ETH-Adresse ist ‹0xde709f2102306220921060314715629080e2fb77›",
		"‹bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0›", "my Bitcoin wallet ‹1BoatSLRHtKNngkdXEeobR76b53LETtpyU› was emptied",
		"Hash 0xde709f2102306220921060314715629080e2fb77", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD", "Code 1BoatSLRHtKNngkdXEeobR76b53LETtpyU", "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdr",
	},
	Username: {
		"mein Instagram ist ‹@lea.k92›", "Benutzername: ‹mmuster77›", "my username is ‹jdoe_88›", "Kundenlogin ‹lea_k›", "Benutzername: ‹sonnenblume›", "User name: ‹jdoe›", "Mein Benutzername ist ‹wollmaus›, ich komme nicht rein",
		"mein Login ist ‹mmuster77›", "Ich bin eingeloggt als ‹mmuster77› und sehe nichts", "I'm logged in as ‹jdoe› and it fails", "Auf insta findet ihr mich unter ‹lea_k›", "ich bin ‹@lea.k92› auf Instagram", "My Discord is ‹lea#1234›",
		"find me on tiktok: ‹@jo.smith›", `{"username":"‹lea›","id":4}`, "login failed user=‹mmuster77› pid=4", "Wie lautet Ihr Benutzername?\n‹mmuster77›", "Login;Datum;Rolle\n‹lkurz›;heute;Chef", "mein Profil: https://instagram.com/‹lea.k92›",
		"Der Login-Name lautet: ‹lea.kurz›", "Gamertag: ‹xXSniperXx›", "Mein Steam-Name ist ‹darklord99›", "mein Benutzername bei euch ist ‹KarlHeinz1958›", "Ihr Nutzername: ‹k.meier›", "Username is ‹gwilkes›, it keeps saying no", "Benutzername: ‹team_west› // Passwort vergessen",
		"Mein Account heißt ‹sunny.lea›", "My Insta handle used to be ‹jo_smith88› but changed", "my login name is ‹lea27›", "my insta ‹lea.k92›", "my Xbox One_S is broken", "Mein Youtube-Link: https://youtube.com/watch?v=abc_123", "my steam deck_64 case", "Discord: discord.gg/abc123", "GitHub Issue #1234 in user_settings.go", "Unser Benutzer demo01 steht zum Testen bereit", "‹tim.moos› is my login name", "‹xxsven72› ist mein Benutzername", "‹tim24› is my username", "Nutzername\n‹tim81›", "Please enter \"‹omar.k48›\" as user name", "Benutzername\nAnmelden",
		"Login ‹fkessler›, Startpasswort folgt", "failed for invalid user ‹kmueller› from 7 places",
		"Folgt uns auf Instagram @cafe_mueller", "Unser Instagram: @cafe_mueller", "Instagram: @cafe_mueller", "@handle", "Benutzername vergessen?", "Benutzername: Ihre E-Mail-Adresse", "Username or password wrong", "Der Benutzername ist erforderlich",
		"user=www-data pid=3", "The user interface 2.0 is new. User story12 done. Login Office365", "Nutzer können sich mit Benutzername und Passwort anmelden.", "Username: admin", "Die Kollegen sind auf Xing", "Ich habe euch bei Facebook gefunden", "username: your_username",
		"Ihr Login befindet sich oben rechts", "Mein Twitter funktioniert nicht", "Der Benutzername ist case-sensitive.",
	},
	URL: {
		"‹https://max:geheim@firma.de/x›", "‹https://a.de/reset?token=abcdef123›.", "(‹https://a.de/cb#access_token=abc123›)", "‹hxxps://a.de/?api_key=abc123›", "‹postgres://u:p#w@db:5432/x›", "‹https://a.de/?userEmail=eva›",
		"https://www.firma.de/produkte?seite=2&sortierung=preis", "https://firma.de/a@b", "http://",
	},
	BirthDate: {
		"geboren am ‹12.03.1980›", "Geb. ‹1.2.80›", "Geburtsdatum: ‹12. März 1980›", "DOB: ‹03/12/1980›", "born on ‹March 12, 1980›", "bin am ‹12.3.1980› geboren", "Geburtsdatum ‹1980-03-12›", "born ‹12th of March 1980›", "‹12 . 3 . 1980› ist mein Geburtsdatum",
		"Das Konzert ist am 12.03.2026", "bestellt am 1. Mai 2024", "Tipps zur Geburt\n07.02.2022",
	},
	Address: {
		"Ich wohne ‹Am Alten Markt 5›.", "‹Unter den Linden 77, 10117 Berlin›", "‹Hauptstr. 12a›", "‹Straße des 17. Juni 135, 10623 Berlin›", "Adresse: ‹Karl-Marx-Allee 3 b, 10243 Berlin›", "‹Lange Gasse 5›", "‹Kurfürstendamm 14-16›",
		"‹Königsbrücker Landstraße 8›", "‹Postfach 12 34 56, 01001 Dresden›", "‹Dr.-Külz-Ring 12, D-01067 Dresden›", "‹Musterweg 3, 60311 Frankfurt am Main›", "‹Goethestr. 5, 15230 Frankfurt (Oder)›", "wohne in der ‹goethestraße 12›",
		"at ‹221B Baker Street, London NW1 6XE›", "‹12 W 42nd Street, New York, NY 10036›", "‹Flat 2, 10 High Street, Leeds LS1 4DY›", "‹742 Evergreen Terrace, Apt 4B, Springfield, IL 62704-1234›", "‹12 rue du Lac, 1003 Lausanne›", "‹Via Roma 12›", "‹W.-C.-Röntgen-Str. 2, 04509 Delitzsch›", "an der ‹Altendorfer Str. 129›. Hier", "‹Sandtorpark 50\n20457 Hamburg›", "‹Vorwerks Hof 9, 32130 Enger›", "‹Lindenstraße 5, 3. OG, 10115 Berlin›",
		"‹Lindenstraße, Hausnummer 5›", "anschrift ‹unter den linden 5 in 01067 dresden›", "‹12 baker street, london nw1 6xe› thanks", "‹4 Grand Canal Square, Dublin 2, Ireland›", "‹P.O. Box 123›",
		"Am Montag 12 Uhr", "Im Jahr 2023 und 2024", "Am Markt 2023 nahmen viele teil", "Auf dem Weg 3 Pausen", "Der Ring 925 Silber", "Parkplatz 12 ist frei", "20 Years Later", "Die Straße ist gesperrt", "In Halle 4 steht es", "Nürnberg 2024 war gut",
		"Im Kapitel 3 und 4", "5 miles north of the road", "Umweg 5 km", "12 Monkeys", "Am 12. Mai", "Tabellenplatz 5",
		"wohne ‹Birkenweg8a›", "zur Reihe wc69ck5p4b54gmbd1yw5str015m",
	},
	Secret: {
		"Passwort: ‹geheim›", "mein passwort ist ‹Hund#1234›", "API-Key ‹sk-abcdefghijklmnopqrstuvwxyz0123›", "‹ghp_0123456789abcdefghijABCDEFGHIJ012345›", "‹eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.abc›", "WLAN-Passwort „‹Sommer2024!x›“",
		"‹-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----› Ende", "Passwort vergessen", "Wie ändere ich mein Passwort?", "Das Passwort ist falsch", "Passwort: vergessen", "Passwort: bitte neu setzen",
	},
}

func TestEachTypeIsFoundWholeAndNothingElse_D3(t *testing.T) { checkTyped(t, typed) }

// marks stand around what is to be found.
var marks = strings.NewReplacer("‹", "", "›", "")

// checkTyped finds what is marked in each text, as its type, and nothing else but values of types that are off.
func checkTyped(t *testing.T, typed map[Type][]string, off ...Type) {
	t.Helper()
	f := New(Options{Year: 2026, Off: off})
	for typ, cases := range typed {
		for _, marked := range cases {
			got, want := []string{}, []string{}
			for _, e := range f.Find(marks.Replace(marked)) {
				got = append(got, fmt.Sprintf("%s %q", e.Type, e.Text))
			}
			for part := range strings.SplitSeq(marked, "‹") {
				if value, _, ok := strings.Cut(part, "›"); ok {
					want = append(want, fmt.Sprintf("%s %q", typ, value))
				}
			}
			if !slices.Equal(got, want) {
				t.Errorf("%s: found %v in %q", typ, got, marked)
			}
		}
	}
}
