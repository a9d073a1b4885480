package personal

import "testing"

// codesTold are codes that people tell in passing: where a parcel waits, how many digits a PIN has, on the back of a card, of a second
// thing that opens, and keys of programs. Codes of goods are none.
var codesTold = map[Type][]string{
	Secret: {
		"abholcode war ‹739 204›, geht aber nicht!!!", "Mein Abholcode: ‹4471›", "pickup code was ‹739 204› but the locker won't open", "my collection code is ‹739204› and it fails",
		"PIN 5-stellig war ‹60318› jetzt will er eine 6-stellige", "PIN (6-stellig): ‹482913›", "PIN, vierstellig, ‹4471›", "die neue TAN sechsstellig ‹882014›", "PIN 5-digit was ‹60318› now it wants 6 digits", "PIN (6 digits): ‹482913›",
		"PIN 5-stellig oder 6-stellig?", "Is the PIN 4 digits or 6?", "Muss die PIN vierstellig sein?",
		"die pin vom tor: ‹2580#› und alarmanlage ‹991463›, bitte nur an den Hausmeister", "gate pin: ‹2580#› and burglar alarm ‹991463›, only for the caretaker", "Alarmanlage 4471, weiß, mit Sirene", "Die PIN ist ‹2580›, die Alarmanlage 2019 gekauft",
		"exp 09/28, security code ‹418›", "Sicherheitscode ist ‹418›", "Sicherheitscode fehlt seit 14 Tagen", "The security code has 3 digits", "activation code ‹482913›", "delivery code ‹4471›", "cvv is ‹four one eight›", "Prüfziffer ist ‹vier eins acht›", "four one eight people came",
		"HS-Code 84813099, Gewicht 12 kg", "Zolltarif-Code 84813099", "QR-Code 4711 scannen", "Fehler-Code 1234", "Farb-Code 4711", "SIC-Code 62020",
		"Lizenz ‹VK7JG-NPHTM-C97JM-9MPGT-3V66T› geht nicht", "serial for Office: ‹NRG8B-VKK3Q-CXVCJ-9G2XF-6Q84J›, says already activated", "Modell ABCDE-FGHIJ-KLMNO-PQRST-UVWXY", "SKU 12345-67890-12345-67890-12345",
	},
	Card: {"Karte ‹5191 3296 6473 6163›, gültig 09/28"},
}

func TestCodesToldInPassingAreSecrets_D3(t *testing.T) {
	checkTyped(t, codesTold)
	f := New(Options{})
	for _, text := range []string{
		"Karte 5191 3296 6473 6163, gültig 09/28, Prüfziffer steht hinten 418", "card 5191 3296 6473 6163, exp 09/28, check digits at the back 418", "Karte 5191 3296 6473 6163, hinten steht die 418",
	} {
		if found := f.Find(text); len(found) != 2 || found[1].Type != Secret || found[1].Text != "418" {
			t.Errorf("%q: found %+v", text, found)
		}
	}
}

// A number behind the short word for a case or a parcel is none of a telephone; a Swiss telephone is no part of the address before it.
func TestNumbersOfCasesAreNoPhones_D3(t *testing.T) {
	checkTyped(t, map[Type][]string{Phone: {
		"Bonitätsanfrage vom 03.11., Vorgangsnr. 00 7741 2285 19, Rate 189 mtl.", "Sendungsnr. 00 34 0434 1612 3456 fehlt", "Vertragsnr. 0049 7741 2285 19", "Seestrasse 219, 8810 Horgen, Natel ‹079 614 28 03›",
	}}, Address)
}

// Places in a harbour, in a hall and on a camping site, and numbers of cases with those of taxpayers behind them are no addresses.
func TestPlacesWithLettersAreNoAddresses_D3(t *testing.T) {
	checkTyped(t, map[Type][]string{Address: {
		"Boot liegt an Steg C Platz 41, Länge 9,20 m", "Wohnwagen: Reihe C Platz 41", "Halle B Platz 12, zweite Reihe", "wohnt ‹Willy-Brandt-Platz 12, 89073 Ulm›",
		"Az. 38 C 1142/25, Steuernummer 53756/64673, Frist läuft", "Az. 12 O 45/24, Steuernummer 21815/08150",
	}}, TaxNumber)
}

func TestEveryKeyIsAsLongAsTheShortest(t *testing.T) {
	for _, k := range keyPrefixes {
		if len(k.prefix)+k.length < leastKey {
			t.Errorf("keys that begin with %q may be shorter than %d bytes", k.prefix, leastKey)
		}
	}
}
