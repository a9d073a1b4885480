package pseudonym

import "sort"

// clue is what a word near a number says about it.
type clue uint8

const (
	cluePhone clue = iota
	clueDial       // directly before a phone number only: "Tel.", "Fax"
	clueBank       // IBAN, account
	clueBIC
	clueCard
	clueIP
	clueTaxID
	clueTaxNumber
	clueVAT
	clueHealth
	clueSocial
	clueIDCard
	cluePassport
	cluePlate
	clueBirth
	clueAddress
	clueAccount
	clueSecret
	clueGoods // says that a number is no personal data: article, order, norm, version
	clues
)

// clueWords lists the words, lower case, German ß as it is.
var clueWords = map[clue][]string{
	cluePhone: {"tel", "telefon", "telefonnummer", "telefonnr", "telefonisch", "fon", "phone", "telephone", "handy", "handynummer",
		"handynr", "mobil", "mobilnummer", "mobilfunknummer", "mobile", "cell", "cellphone", "fax", "telefax", "faxnummer", "ruf", "rufnummer",
		"rufen", "ruft", "anrufen", "anruf", "rückruf", "zurückrufen", "zurückruft", "rückrufnummer", "erreichbar", "erreichen", "erreicht",
		"durchwahl", "hotline", "call", "calls", "called", "calling", "dial", "whatsapp", "sms", "signal", "registered", "festnetz",
		"festnetznummer", "privatnummer", "dienstnummer", "telefonnummern", "contact", "text", "nummer", "number", "kontakt", "mobiltelefon"},
	clueDial:      {"tel", "telefon", "telefonnummer", "telefonnr", "fon", "phone", "telephone", "handynummer", "mobilnummer", "fax", "telefax", "rufnummer", "faxnummer"},
	clueBank:      {"iban", "konto", "kontonummer", "bankverbindung", "überweisung", "lastschrift", "sepa", "account"},
	clueBIC:       {"bic", "swift", "swift-code", "bic-code", "swift-bic"},
	clueCard:      {"karte", "kreditkarte", "kreditkartennummer", "kartennummer", "kreditkartennr", "card", "cc", "visa", "mastercard", "amex", "credit", "debit", "maestro", "diners", "jcb", "discover"},
	clueIP:        {"ip", "ipv4", "ipv6", "ip-adresse", "ip-address", "ip-adressen", "server", "host", "gateway", "client"},
	clueTaxID:     {"steuer-id", "steuer-idnr", "steueridentifikationsnummer", "steuer-identifikationsnummer", "steuerid", "idnr", "identifikationsnummer", "tin", "steuer-identnummer", "steueridnr"},
	clueTaxNumber: {"steuernummer", "steuer-nr", "steuernr", "stnr", "st-nr", "steuer-nummer", "finanzamt"},
	clueVAT:       {"ust-id", "ust-idnr", "ust-id-nr", "ustid", "ustidnr", "umsatzsteuer-id", "umsatzsteuer-identifikationsnummer", "umsatzsteueridentifikationsnummer", "umsatzsteuer-idnr", "uid", "uid-nummer", "uid-nr", "vat", "vat-id", "vatid", "tva", "mwst", "mwst-nr", "mehrwertsteuernummer"},
	clueHealth:    {"krankenversichertennummer", "versichertennummer", "krankenversicherungsnummer", "krankenkasse", "krankenversicherung", "kvnr", "gesundheitskarte", "versicherten-nr", "versichertennr", "health"},
	clueSocial: {"sozialversicherungsnummer", "rentenversicherungsnummer", "sv-nummer", "svnr", "rvnr", "versicherungsnummer", "sv-nr", "rv-nummer", "sozialversicherung",
		"ahv", "ahv-nummer", "ahv-nr", "ssn", "social", "insurance", "nino", "rentenversicherung"},
	clueIDCard: {"personalausweis", "personalausweisnummer", "ausweisnummer", "ausweis", "ausweis-nr", "ausweisnr", "perso", "id-card", "id-karte", "identity", "führerschein",
		"führerscheinnummer", "aufenthaltstitel", "licence", "license", "driving", "driver's", "id-nummer", "personalausweisnr", "ausweisdokument"},
	cluePassport: {"reisepass", "reisepaß", "pass", "passnummer", "passnr", "pass-nr", "reisepassnummer", "passport", "reisepassnr", "passports"},
	cluePlate: {"kennzeichen", "kfz-kennzeichen", "autokennzeichen", "nummernschild", "kfz", "pkw", "auto", "wagen", "fahrzeug", "lkw", "motorrad", "anhänger", "transporter",
		"plate", "registration", "car", "plates", "number-plate", "zugelassen", "parkt", "falschparker", "geparkt", "parking", "parked", "wohnmobil"},
	clueBirth: {"geboren", "geb", "geburtsdatum", "geburtstag", "geborene", "geborener", "born", "birth", "birthday", "dob", "birthdate", "geburtsdaten", "geburtsjahr", "date-of-birth"},
	clueAddress: {"adresse", "anschrift", "lieferadresse", "rechnungsadresse", "wohne", "wohnt", "wohnhaft", "wohnen", "postanschrift", "privatadresse", "address", "live", "lives", "living",
		"zieht", "umgezogen", "meldeadresse", "straße", "street", "lieferanschrift", "rechnungsanschrift", "wohnort", "wohnsitz", "resides", "hausanschrift", "heimadresse", "umzug", "ziehe", "zustelladresse", "zuhause"},
	clueAccount: {"kontonummer", "konto-nr", "kontonr", "kto", "kto-nr", "ktonr", "kontonummern", "konto"},
	clueSecret:  {"passwort", "kennwort", "password", "passwd", "pwd", "zugangscode", "passphrase", "api-key", "apikey", "api-schlüssel", "token", "secret"},
	clueGoods: {"art", "artikel", "artikelnummer", "artikelnr", "art-nr", "artnr", "bestellnummer", "bestellnr", "bestellung", "modell", "modellnummer", "sku", "ean", "gtin", "isbn", "issn",
		"auftrag", "auftragsnummer", "auftragsnr", "rechnung", "rechnungsnummer", "rechnungsnr", "kundennummer", "kundennr", "iso", "din", "norm", "plz", "postleitzahl", "order",
		"invoice", "item", "ticket", "article", "version", "serie", "seriennummer", "serial", "model", "teilenummer", "ersatzteil", "teilenr", "sendungsnummer", "sendungsverfolgung",
		"tracking", "paketnummer", "vorgangsnummer", "aktenzeichen", "az", "mitgliedsnummer", "vertragsnummer", "hrb", "hra", "handelsregister", "amtsgericht", "registergericht", "kapitel",
		"firmware", "release", "part", "chargennummer", "charge", "lot", "batch", "zip", "customer", "pzn", "wkn", "isin", "bestell-nr", "artikel-nr", "auftrags-nr", "rechnungs-nr", "kunden-nr", "teile-nr",
		"modell-nr", "serien-nr", "produktnummer", "produktnr", "produkt", "barcode", "strichcode", "vorgang", "referenz", "reference", "ref", "build"},
}

// clueIndex is clueWords the other way round, as a set of bits for each word.
func clueIndex() map[string]uint32 {
	index := make(map[string]uint32, 512)
	for c, words := range clueWords {
		for _, w := range words {
			index[w] |= 1 << c
		}
	}
	return index
}

// clueing remembers where in a text clues stand.
type clueing [clues][]int // ends of the words, in order

// before says how many bytes before pos the nearest such clue ends, if within reach.
func (c *clueing) before(kind clue, pos, reach int) (distance int, ok bool) {
	ends := c[kind]
	i := sort.SearchInts(ends, pos+1)
	if i == 0 || pos-ends[i-1] > reach {
		return 0, false
	}
	return pos - ends[i-1], true
}

// near says whether such a clue ends at most reach bytes before start or after end.
func (c *clueing) near(kind clue, start, end, reach int) bool {
	if _, ok := c.before(kind, start, reach); ok {
		return true
	}
	ends := c[kind]
	i := sort.SearchInts(ends, end)
	return i < len(ends) && ends[i]-end <= reach
}

// goods says whether the nearest word about a number before pos is one about goods, not of kind.
func (c *clueing) goods(kind clue, pos, reach int) bool {
	far, ok := c.before(clueGoods, pos, reach)
	if !ok {
		return false
	}
	near, ok := c.before(kind, pos, reach)
	return !ok || near > far
}
