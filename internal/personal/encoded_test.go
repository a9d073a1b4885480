package personal

import "testing"

// pulledThrough are values with something between their characters that a reader does not see, or that only a program reads.
var pulledThrough = map[Type][]string{
	Phone: {
		"<b>‹0171</b> 2345678›", "Tel: <span style=\"font-size:12px\" class='x'>‹0171</span>&nbsp;<span>2345678›</span>", "Tel: ‹0171<b>234</b>5678›", "<a href=\"tel:‹+491712345678›\">",
		"‹0171~2345678›", "‹0171*234*5678› bitte", "‹0171|2345678›", "‹0171:2345678›", "‹49 171 2345678›", "‹0171 2345678› + ‹0172 3456789›", "Artikel 0171:2345678", "0171: 2345678 Stück", "49 171 Plätze, 2345678",
		"numero di telefono ‹347 1234567›", "mi teléfono es ‹612 34 56 78›",
		"call me on ‹0 double 7 double 0, 900 123›", "double 7 points, double 3", "<p>Tel.</p><p>‹0171 2345678›</p>", "‹0171😀234😀5678› 🎉", "3🍕 und 2🍺", "Zimmer 12🏠3 Personen", "wenn a<b und c>d, dann 5<6",
	},
	Plate:   {"Kennz. ‹M.AB.123›", "Kennz. ‹M/AB 123›", "Auto v. M.AB.123"},
	IBAN:    {"> IBAN: ‹DE89 3704 0044\n> 0532 0130 00›", "‹DE89·3704·0044·0532·0130·00›", "IBAN: ‹DE 89 / 3704 0044 / 0532 0130 00›", "IBAN ‹DE89 <b>3704 0044</b> 0532 0130 00›", "IBAN ‹DE89 3704 0044<wbr>0532 0130 00›"},
	Email:   {"‹erika<span>@</span>firma.de›", "<span title=\"‹erika@firma.de›\">Mail</span>", "Mail: ‹ZXJpa2EubXVzdGVybWFubkBleGFtcGxlLm9yZw==›", "SGFsbG8gV2VsdCwgd2llIGdlaHQncz8=", "InternationalBusinessMachines"},
	Address: {"Adresse: ‹Birkenweg 8<br/>38100 Braunschweig›<br>Danke", "<p>‹Birkenweg 8</p><p>38100 Braunschweig›</p>"},
}

func TestWhatNobodySeesHidesNothing_D3(t *testing.T) { checkTyped(t, pulledThrough) }

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
