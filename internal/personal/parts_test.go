package personal

import "testing"

// numbersInParts are numbers of which both parts are told, with words between.
var numbersInParts = map[Type][]string{
	IBAN: {
		"die IBAN hab ich gestern nur halb geschickt, sorry. Erster Teil war ‹DE83 1005 0000› und hier kommt der Rest: ‹4850 1731 60›", "Meine IBAN beginnt mit ‹DE83 1005 0000› und dann ‹4850 1731 60›", "iban teil 1: ‹DE83 1005 0000›\nteil 2: ‹4850 1731 60›", "IBAN: ‹DE83 1005 0000› - Fortsetzung ‹4850 1731 60›",
		"the IBAN, first part was ‹GB29 NWBK 6016› and here comes the rest: ‹1331 9268 19›", "IBAN first half ‹GB29 NWBK›, second half ‹6016 1331 9268 19›", "IBAN beginnt mit ‹DE83 1005 0000›, dann 45 Euro", "IBAN ‹DE83 1005 0000› und der Rest der Rechnung: 4711",
		"Die IBAN folgt, erster Teil 2024, zweiter 2025",
	},
	Card: {
		"die Karte ist eine Maestro ‹67597440› und dann weiter ‹45904250› so steht das drauf", "Kartennummer ‹5191 3296›, weiter mit ‹6473 6163›", "the first 8 digits of my card are ‹5191 3296› and the rest ‹6473 6163›", "card is a maestro ‹67597440› and then ‹45904250›", "Karte ‹5191 3296›, Rest kommt 2026",
	},
	Phone: {
		"\"Fr. Quandt, ‹3 94 07› ab 18h, wg. Brille\". Vorwahl 05251 nehm ich an", "‹39407› ab 18 Uhr, Vorwahl ist 05251", "landline ‹482913›, area code 01752", "\"Mrs Quandt, ‹39407› after 6pm\". dialling code 01752 I think",
		"it's ‹0161 and then 496 0738›", "‹05251 und dann die 39407›", "‹(05251) und dahinter 3 94 07›", "Taste 012 und dann 4960 drücken", "Art. 0161 dann 4960711", "Kundennummer 0161 und dann 4960738",
		"Fr. Quandt, ‹3 94 07› ab 18h, wg. Brille", "Herr Schulz: ‹4 55 12›, bitte zurückrufen", "Mrs Quandt, ‹555-0188›, about the glasses", "Herr Schulz, 12 34 56 nur Testnummer", "Frau Meier, 39 407 Artikel bestellt", "Herr Maier, 10 12 14 Uhr", "ph ‹9555 0123›", "pH 7.2, ph 7 in the pool", "my work line, ‹496 0738›, rings out",
		"Bestellung 39407, Vorwahl 05251 wie bisher", "150 000 Einwohner hat Paderborn, Vorwahl 05251", "order 48 29 13, area code 01752", "In 2024 12 000 people came, area code 512 grew", "Die Vorwahl 05251 gehört zu Paderborn, 150 000 Einwohner",
	},
}

func TestNumbersInPartsAreFoundWhole_D3(t *testing.T) {
	checkTyped(t, numbersInParts, Person)
}

// dictated are numbers that are told in words with a letter between, and postcodes told as one number.
var dictated = map[Type][]string{
	SocialID: {
		"Versichertennummer der Rente: ‹null acht eins eins null vier fünf fünf S wie Siegfried sechs fünf vier›", "Rentenversicherungsnummer ‹zwölf einundzwanzig null zwei siebenundfünfzig K wie Kaufmann null eins vier›",
	},
	Address: {
		"ich wohne in der ‹lerchenfeldstraße siebzehn in achtzigtausendfünfhundertachtunddreißig münchen› und mein müll", "‹Hauptstraße fünf in zehntausendeinhundertfünfzehn Berlin›", "wohnhaft ‹Gartenweg drei, neunundachtzigtausenddreiundsiebzig Ulm›", "Kosten waren achtzigtausendfünfhundert Euro in der Hauptstraße",
	},
}

func TestDictatedNumbersWithLettersAreFound_D3(t *testing.T) {
	checkTyped(t, dictated)
}

// familyRows are rows in which forms and messages list a family, and ages that somebody reaches.
var familyRows = map[Type][]string{
	BirthDate: {
		"Familienversicherung:\nEhemann ‹14.02.1983›\nTochter ‹29.06.2014›", "Ehemann: ‹14.02.1983›\nKind 1: ‹29.06.2014›", "Partner ‹3.4.1981›, Tochter ‹4.5.2015›", "Family cover:\nHusband ‹14/02/1983›\nDaughter ‹29/06/2014›",
		"Meine Tochter Luisa wird am 9.12. neun, also ‹9.12.2017›, zählt da der Kindertarif?", "Oma wird am 5.6. 80 (‹5.6.1946›)", "My daughter Lucy turns nine on 9 Dec, so ‹9/12/2017›, does the child fare apply?", "my son will be six on April 3, so ‹04/03/2020›",
		"Hochzeit meiner Tochter 12.05.2018", "Besuch bei Mutter 14.02.2019, Abreise 20.02.2019", "Der Preis wird am 9.12. neun Euro, Stand 9.12.2017", "Meine Tochter wird am Montag abgeholt, wie am 9.12.2017",
	},
}

func TestDaysOfBirthOfAFamilyAreFound_D3(t *testing.T) {
	checkTyped(t, familyRows, Person)
	const text = "Ehefrau A123456780 14.02.1983"
	if found := New(Options{Year: 2026}).Find(text); len(found) != 2 || found[1].Type != BirthDate {
		t.Errorf("%q: found %+v", text, found)
	}
}

// A Swiss plate is one in a list of plates whose heading stands too far above.
func TestPlatesInListsAreFound_D3(t *testing.T) {
	checkTyped(t, map[Type][]string{Plate: {"Kennzeichen der Lieferanten für die Einfahrt Tor 3:\n- ‹UN AB 1190›\n- ‹COE-LH 45›\n- ‹W 58213 L› (Wien)\n- ‹ZH 704 318›"}}, Person)
}
