package personal

import "testing"

// Days of birth that are told by the age that somebody reaches or has to prove, in fields of their own, in words, and corrected; and days
// of other things beside them.
func TestDaysOfBirthToldByAgeAreFound_D3(t *testing.T) {
	checkTyped(t, map[Type][]string{BirthDate: {
		"I'll be 65 on ‹3 September 2026›, when do I get my bus pass?", "I turn 18 on ‹20/11/2026›", "My daughter will be 8 on ‹12 June 2026›.", "am ‹3. September 2026› werde ich 65", "am ‹20.11.2026› werd ich 18", "am ‹9. Mai 2026› wird meine Oma 80, gibt es Torten?",
		"for the age check, it's ‹1979-12-01›", "Zur Altersprüfung: ‹01.12.1979›", "Day: ‹14› Month: ‹06› Year: ‹1977›", "Tag: ‹14›, Monat: ‹Juni›, Jahr: ‹1977›", "d-o-b: ‹04/07/86›", "her b-day is ‹December 24, 1958›", "Gebtag ‹03.03.1978›",
		"They've got my year of birth as ‹1967›, should be ‹1976›", "Sie haben als Geburtsjahr ‹1967› statt ‹1976›", "Sorry, ‹17.08.1991› nicht ‹17.08.1919› als Geburtsdatum", "geboren am ‹dritten März achtundsiebzig›, also ‹03-03-78›", "Ich bin am ‹vierten Juli einundsiebzig› geboren, gilt das?",
		"born on the ‹15th day of May 1949›", "I'm a ‹1988› baby", "Ich bin Baujahr ‹1974›", "Mein Mann: ‹19.11.1964›",
		"The museum will be 100 on 12 June 2026", "I will be 20 minutes late on 12 June 2026", "Ich werde am 12.03.2026 50 Stück abholen", "am 3. September 2026 werde ich 2 Kartons schicken", "We will be 8 on 12 June 2026, is there a table?", "Altersprüfung am 12.03.2026 fehlgeschlagen", "Age check failed on 12 March 2026",
		"Day: 14 Month: 06 Year: 2025", "Tag: 3 Monat: 6 Rate: 240", "Das Auto ist Baujahr 1974", "a 1988 baby blue Corsa", "Mein Mann: 12.03.2026 bestellt",
	}})
	checkTyped(t, map[Type][]string{BirthDate: {"Fahrer 2: Lea, ‹30.01.2003›, Führerschein seit 2021"}}, Person)
}

// Codes that are told by what they open, keys of programs, and passwords by how they are told; and numbers of the same things that are none.
func TestSecretsToldByWhatTheyAreForAreFound_D3(t *testing.T) {
	checkTyped(t, map[Type][]string{Secret: {
		"unlock code for the tablet ‹2846›", "Code fürs Tor ‹4471›", "Spind ‹3319› Code", "key safe ‹1973›, please don't ring", "Schlüsseltresor ‹2580›, links neben der Tür", "luggage lock is ‹007›", "Zahlenschloss ‹447›", "Klingelcode ‹1107›", "fob code ‹A77120›", "Zugangscode zum Gebäude: ‹B4471›",
		"auth code is ‹TR44-XQ91›", "Wiederherstellungscode ‹4829-1334-2231›", "Tablet entsperren mit ‹2846›", "sim pin ‹0000› changed to ‹4471›", "three digits on the back ‹447›", "Prüfziffer auf der Rückseite ‹447›", "exp 04/28 code ‹447›", "gültig bis 04/28, ‹447›",
		"licence key ‹9F4K2-77XQP-L0M3D-88RTZ-4471A›", "Lizenzschlüssel: ‹ABCD-EFGH-1234-5678›", "licence key: ‹8286K-SZPHD-AI9D8›", "mysql -u root -p‹S3cretPw› shop", "changed it from ‹Winter2024!› to ‹Spring2025!›", "von ‹Winter2024!› auf ‹Frühling2025!› geändert",
		"recovery phrase: ‹ocean lamp tiger river stone cloud apple mirror forest candle bridge storm›", "seed phrase is ‹1. ocean 2. lamp 3. tiger 4. river 5. stone 6. cloud 7. apple 8. mirror 9. forest 10. candle 11. bridge 12. storm›",
		"security word ‹kittiwake›", "Hotspot-Passwort ist ‹handyvonuwe›", "memorable info ‹Marmalade1›",
		"Garage door 4471, white, 2.4 m", "Code for order 4471", "Is the code for room 4021?", "Code fürs Tor 2024 bestellt", "Schlüsseltresor 2019 gekauft", "Tor 4471 codieren", "we changed from 10.2.1 to 10.3.0", "von Modell A2024 auf B2025 geändert", "The exp 04/28 batch 447", "mysql -u root -p", "licence key missing, order 1234-5678-9012", "Lizenzschlüssel AB-12 fehlt?",
		"security word missing", "security word please", "Hotspot-Passwort ist unauffindbar", "recovery phrase has twelve words in a row and you must keep them very safe", "Which digits on the back of the watch, 447 or 448?", "discount code for the gate 4471",
	}})
}

// Plates without a word for one, and numbers of banks and accounts side by side.
func TestPlatesAndAccountsToldInPassingAreFound_D3(t *testing.T) {
	checkTyped(t, map[Type][]string{
		Plate: {
			"ULEZ charge for ‹KP06 ZTM› wrong", "MOT due on ‹AE08RRU›", "Can ‹KP06 ZTM› use the lane?", "Is the MX20 PRO in stock?", "GT25 MAX or GT35 MAX?", "article KP06 ZTM", "Code KP99 ZTM", "the ABC KP06 ZTM",
		},
		Account: {
			"bank: Barclays ‹204577› / ‹44712098›", "Bankverbindung: ‹44712098›, ‹70020270›", "bank details: ‹20-45-77› ‹44712098›", "CLABE ‹032180000118359719›", "IFSC HDFC0000447, account ‹50100447120983›",
			"Bank 123456, 20260401 gebucht", "Bestellung bei der Bank: Artikel 447120, 44712098", "my account 50100447120983 with your shop",
		},
		Passport: {"pp: ‹H44712098›", "pp: 45, breakfast included", "for APIS: ‹LB4471209› (IRL), exp 12 Mar 2030", "the APIs: v2 and v3"},
		Phone:    {"ph# ‹5035550146›"},
		Secret:   {"temp password you gave me ‹xK4-pLm› has expired", "my password is my dog's name ‹Biscuit99›", "my password is in the name field"},
	})
}

// What a second hand told otherwise: a postcode with its house, codes that a message tells or that somebody types for something, references of
// payers of taxes, letters that are spelled with their sign.
func TestNumbersToldInOtherOrderAreFound_D3(t *testing.T) {
	checkTyped(t, map[Type][]string{
		Address: {
			"postcode ‹SW1A 2AA›, number ‹10›", "my postcode is ‹BS8 4TL› and house number ‹22›", "house number ‹22, postcode BS8 4TL›", "PLZ ‹01067, Lindenstraße 5›", "‹8 Strand Road, Sandymount, Dublin 4›", "Is postcode SW1A 2AA in zone 1? It costs £10", "which postcode, number or street?", "Im Jahr 2019, Lindenstraße gesperrt",
		},
		BirthDate: {"you have me down as born in ‹1958› lol", "date of birth (DD MM YY): ‹07 11 68›", "DoB ‹1.9.44›, DoD 3.2.26", "dependents: Lily (‹2016-04-18›)"},
		Secret: {
			"‹G-204417› is your Google verification code", "‹551 209› ist Ihr Bestätigungscode", "my pin? ‹two two one nine›", "backup code ‹7741-0922› works but ‹1182-3390› doesn't", "alarm code: ‹4471› to set, ‹9920› to unset", "44712 is your order number", "2026 is your year, code word or not",
		},
		TaxNumber: {"tax ref ‹447/AB12345›", "ref 447/AB12345"},
		Account:   {"RIB ‹30002 00550 0000157841Z 25›", "the rib 30002 roast"},
		Plate:     {"Der Wagen hat ‹Ida Nordpol strich Anton Berta vier vier sieben›", "Auto: ‹Berta strich Xaver Ypsilon vier vier sieben eins›"},
	}, Person)
}

// Values behind questions, arrows, leaders and corrections, and before their name.
func TestValuesAreFoundHoweverTheyAreJoinedToTheirName_D3(t *testing.T) {
	checkTyped(t, map[Type][]string{
		SocialID: {"PESEL? ‹87041659468›", "PPSN -> ‹1521006LA› <-", "sorry the SIN is actually ‹046 454 286›", "BSN „‹129263071›“", "Do you need my NIE? 12345678 was my order"},
		HealthID: {"Agent: your NHS number?\nCustomer: it's ‹943 476 5919›", "medicare card........ ‹5473 16154 3›"},
		TaxID:    {"‹11-9163104› is the FEIN"},
		Secret: {
			"Agent: your PIN?\nCustomer: ‹7101›", "PIN........ ‹9981›", "PIN -> ‹6647› <-", "‹7995› is the PIN", "it's ‹1329› (PIN)", "the door code on file is wrong, it should be ‹1889›", "CVV -> ‹209›", "‹483› is the CVV", "Geheimzahl „‹9648›“",
			"password? ‹hund-7453›", "Agent: Passwort?\nKunde: ‹Geheim#0817›", "PW........ ‹hund-8640›", "Kennwort ist falsch, richtig ist ‹Geheim-7642›", "pass -> ‹Sommer!5497› <-", "it's ‹L19GX-NW195-JJ9P9-LSQBO› (licence key)", "‹9S3QQ-MS722-63ZJP-CRM4T› is the licence key",
			"Welche PIN? 4471 Stück haben wir", "Which password? windows11 or windows10 users get one", "is it a PIN?\nOrder 4471 is late", "2026 is the code year", "the order on file is wrong, it should be 4471", "4471 is the order (code)",
		},
		Account: {"savings account: ‹90530987›", "the acct # on file is wrong, it should be ‹4109126›", "savings account rates 2026"},
	}, Person)
}

// Names of those who introduce themselves, and names of China.
func TestNamesOfWhoSpeaksAreFound_D3(t *testing.T) {
	checkTyped(t, map[Type][]string{Person: {
		"Ich bin's, ‹Roswitha›!", "call me ‹Bob›", "Call me ‹Bob›, please", "Nenn mich ‹Siegrun›", "sagt einfach ‹Uschi› zu mir", "It's ‹Ottilie› again", "I go by ‹Roswitha›", "ich bin die ‹Siegrun›", "Also ich bin der ‹Clemens› aus Köln", "mein sohn ‹levin› hat fieber", "my son ‹levin› has a fever",
		"‹Rafael Adomeit› am Apparat", "Grüß Gott, ‹Wu Ting› mein Name", "Guten Tag, ‹Harker› hier, wegen der Heizung", "‹Zhao Lei› here, hello", "Termin für ‹Qian Min› am Montag", "the parcel is for ‹Wu Ting›", "Termin für ‹Leopold zu Löwenstein› am Montag", "me and ‹Clemens› want two tickets", "Hi ‹Roswitha› nochmal",
		"Call me Monday", "call me back", "Call me May 5", "It's Christmas again", "It's Summer again", "ich bin die Neue", "ich bin der Hausmeister", "Paket hier, wohin damit?", "Link hier, bitte prüfen", "Question here, how long?", "mein sohn hat fieber", "sag einfach Bescheid", "This is Spam again", "Feng Shui", "Kung Pao", "sag einfach Ja zu mir", "Da Hong Pao 50 g",
		"Der Jack Russell braucht viel Auslauf", "Tai Chi dienstags 18:30", "Qi Gong im Park", "Lamp Freya, 40W", "King Charles spaniel puppies", "Theater Abo C, Rang links", "Rose David Austin, bare root",
	}})
}

// What a third hand told otherwise, in German.
func TestGermanMessagesOfAThirdHand_D3(t *testing.T) {
	checkTyped(t, map[Type][]string{
		BirthDate: {"Patient Huber, Karl, ‹03.02.1944›, Zi. 214", "Pt Karl Huber, ‹03.02.1944›", "ich bin 67, also Jahrgang ‹1959›, gilt das?", "G-Datum: ‹17.05.1988›", "Der Wein ist also Jahrgang 1998", "Patient Karl Huber, Termin 03.02.2026"},
		Secret: {
			"Codewort für die Kita: ‹Regenbogenfisch›", "Schranke ‹0815*› dann Enter", "Alarm scharf mit ‹4471›, unscharf mit ‹1744›", "Codewort für die Kita", "Lizenzschlüssel für Version 2024-SP3-FIX nötig?", "Passwort ist handschriftlich vermerkt",
		},
		URL: {"invite ‹https://chat.example.com/join/s3cr3tT0k3nABC›", "‹https://cloud.firma.de/s/Xk93jLmQ2?pw=sonne22›", "https://shop.example.com/join/newsletter", "https://shop.example.com/redeem?code=", "https://firma.de/sso/login"},
	}, Person)
}

// What a fourth hand told otherwise, in English.
func TestEnglishMessagesOfAFourthHand_D3(t *testing.T) {
	checkTyped(t, map[Type][]string{
		BirthDate: {"I'm 29 (‹4.4.1997›)", "dob ‹Oct-2018›", "D.O.B - ‹11 / 1961›", "b. ‹1948›, retired", "Oona Ray (b. ‹1948›)", "I'm 29 (since 4.4.2025)", "vol. b. 1948 of 2000", "size 11 / 1961"},
		Secret:    {"the alarm engineer needs ‹5590› (user code)", "key safe: ‹C 2468 Y›", "id_rsa passphrase \"‹three blind mice 7›\"", "class C 2468 Y"},
		URL:       {"‹https://app.example.io/auth/magic?t=8f3kd93kd02kd93jf›", "https://app.example.io/auth/login?lang=english"},
		Account:   {"we pay by DD from ‹404784› ‹70872490›", "from 404784 70872490 units"},
		HealthID:  {"Hosp no ‹K447192›, ward 12"},
		Address:   {"Eir code ‹D04 C5Y6›, apt ‹12›"},
		Plate:     {"Insurance claim: third party ‹YG68 LMO›", "regn ‹05 D 44719›"},
	}, Person)
}

// What a fifth hand told otherwise, in English.
func TestEnglishMessagesOfAFifthHand_D3(t *testing.T) {
	checkTyped(t, map[Type][]string{
		BirthDate: {"Policy says born ‹14.02.1979›, wrong by ten years: ‹14.02.1969›", "born ‹12/viii/1980›", "my birthday is ‹12/03›, turning 46", "born ‹March '80›", "birth year '‹80›", "my birthday voucher is 10/12", "the summer of '80", "date of birth is the ‹fourth of the seventh nineteen seventy›", "date of birth ‹1st of the 4th 1992›", "the first of the seventh"},
		Secret: {
			"burglar alarm: ‹2803› then ENT", "Combination for the bike shed? ‹7-4-1-9›", "front gate ‹3345›, side gate ‹5543›", "it says enter the 6-digit code, I got ‹620914›", "Gate 3345 closes at 9", "front gate 3345 mm wide", "wifi password (all lower case) is ‹bluebadger›", "the wifi password is all one word ‹bluebadgerfield›", "my password, ‹Bluebadger1›, is not accepted", "the password, windows10 and office", "wifi password is all gone", "I got 620914 points",
		},
		HealthID: {"HICN ‹509334471A›"},
		VATID:    {"V.A.T. number ‹123456782›"},
		IDCard:   {"citizen ID ‹8447192-X›"},
		Account:  {"Ac/No ‹44719208›", "deposit to ‹4471920883› at Wells Fargo, routing ‹121000248›", "deposit 4471920883 points at Wells Fargo, branch 121000248"},
	}, Person)
}
