package personal

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// noun is what a type is called where it is counted: one of it and several.
type noun struct{ one, several string }

// nouns differ from the words that stand within a sentence of an answer ("Das Passwort ist [geheim]").
var nouns = map[string]map[Type]noun{
	"de": {
		Person: {"Name", "Namen"}, Email: {"E-Mail-Adresse", "E-Mail-Adressen"}, Phone: {"Telefonnummer", "Telefonnummern"}, Address: {"Anschrift", "Anschriften"},
		BirthDate: {"Geburtsdatum", "Geburtsdaten"}, IBAN: {"IBAN", "IBANs"}, BIC: {"BIC", "BICs"}, Account: {"Kontonummer", "Kontonummern"},
		Card: {"Kartennummer", "Kartennummern"}, TaxID: {"Steuer-ID", "Steuer-IDs"}, TaxNumber: {"Steuernummer", "Steuernummern"}, VATID: {"USt-IdNr.", "USt-IdNrn."},
		HealthID: {"Krankenversichertennummer", "Krankenversichertennummern"}, SocialID: {"Sozialversicherungsnummer", "Sozialversicherungsnummern"},
		IDCard: {"Ausweisnummer", "Ausweisnummern"}, Passport: {"Passnummer", "Passnummern"}, Plate: {"Kennzeichen", "Kennzeichen"},
		IP: {"IP-Adresse", "IP-Adressen"}, MAC: {"MAC-Adresse", "MAC-Adressen"}, URL: {"persönlicher Link", "persönliche Links"}, Secret: {"Geheimnis", "Geheimnisse"},
		Device: {"Gerätenummer", "Gerätenummern"}, VIN: {"Fahrzeug-Identnummer", "Fahrzeug-Identnummern"}, Wallet: {"Wallet-Adresse", "Wallet-Adressen"},
		Username: {"Benutzername", "Benutzernamen"},
		Private:  {"vertrauliche Angabe", "vertrauliche Angaben"}, Verbatim: {"unechter Platzhalter", "unechte Platzhalter"},
	},
	"en": {
		Person: {"name", "names"}, Email: {"e-mail address", "e-mail addresses"}, Phone: {"phone number", "phone numbers"}, Address: {"postal address", "postal addresses"},
		BirthDate: {"date of birth", "dates of birth"}, IBAN: {"IBAN", "IBANs"}, BIC: {"BIC", "BICs"}, Account: {"account number", "account numbers"},
		Card: {"card number", "card numbers"}, TaxID: {"tax id", "tax ids"}, TaxNumber: {"tax number", "tax numbers"}, VATID: {"VAT id", "VAT ids"},
		HealthID: {"health insurance number", "health insurance numbers"}, SocialID: {"social security number", "social security numbers"},
		IDCard: {"identity card number", "identity card numbers"}, Passport: {"passport number", "passport numbers"}, Plate: {"licence plate", "licence plates"},
		IP: {"IP address", "IP addresses"}, MAC: {"MAC address", "MAC addresses"}, URL: {"personal link", "personal links"}, Secret: {"secret", "secrets"},
		Device: {"device number", "device numbers"}, VIN: {"vehicle identification number", "vehicle identification numbers"}, Wallet: {"wallet address", "wallet addresses"},
		Username: {"user name", "user names"},
		Private:  {"confidential detail", "confidential details"}, Verbatim: {"false placeholder", "false placeholders"},
	},
}

// Noun is what n of the type are called in a language: "E-Mail-Adressen".
func (t Type) Noun(n int, language string) string {
	words, ok := nouns[language]
	if !ok {
		words = nouns["en"]
	}
	word, ok := words[t]
	switch {
	case !ok: // of a type that an earlier version counted
		return string(t)
	case n == 1:
		return word.one
	}
	return word.several
}

// Counted lists counts of personal data by their types: "2 × E-Mail-Adressen, 1 × Name".
func Counted(counts map[string]int, language string) string {
	var out []string
	for _, kind := range slices.Sorted(maps.Keys(counts)) {
		out = append(out, fmt.Sprintf("%d\u00a0×\u00a0%s", counts[kind], Type(kind).Noun(counts[kind], language)))
	}
	return strings.Join(out, ", ")
}
