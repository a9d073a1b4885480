package pseudonym

// plurals are the kinds that can be switched off, as people are told of them.
var plurals = map[string]map[Type]string{
	"de": {
		Person: "Namen von Personen", Email: "E-Mail-Adressen", Phone: "Telefonnummern", Address: "Anschriften", BirthDate: "Geburtsdaten", IBAN: "IBANs", BIC: "BICs",
		Account: "Kontonummern", Card: "Kartennummern", TaxID: "Steuer-Identifikationsnummern", TaxNumber: "Steuernummern", VATID: "Umsatzsteuer-Identifikationsnummern",
		HealthID: "Krankenversichertennummern", SocialID: "Sozialversicherungsnummern", IDCard: "Ausweis- und Führerscheinnummern", Passport: "Passnummern",
		Plate: "Kfz-Kennzeichen", IP: "IP-Adressen", MAC: "MAC-Adressen", URL: "Links mit persönlichen Angaben", Secret: "Passwörter und Zugangsschlüssel",
	},
	"en": {
		Person: "names of people", Email: "e-mail addresses", Phone: "phone numbers", Address: "postal addresses", BirthDate: "dates of birth", IBAN: "IBANs", BIC: "BICs",
		Account: "account numbers", Card: "card numbers", TaxID: "tax ids", TaxNumber: "tax numbers", VATID: "VAT ids",
		HealthID: "health insurance numbers", SocialID: "social security numbers", IDCard: "numbers of identity cards and driving licences", Passport: "passport numbers",
		Plate: "licence plates", IP: "IP addresses", MAC: "MAC addresses", URL: "links with personal details", Secret: "passwords and access keys",
	},
}

// Plural names all of the type in a language: "E-Mail-Adressen".
func (t Type) Plural(language string) string {
	words, ok := plurals[language]
	if !ok {
		words = plurals["en"]
	}
	if word := words[t]; word != "" {
		return word
	}
	return string(t)
}
