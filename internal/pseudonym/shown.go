package pseudonym

import "strings"

// Shown is a set of values that anybody may read, such as those on a website's imprint. Where a page
// holds them they are replaced before they leave, like all others, and come back in the answer.
type Shown map[string]bool

// ShownIn collects the values that f finds in texts.
func ShownIn(f Searcher, texts []string) Shown {
	s := Shown{}
	for _, text := range texts {
		for _, e := range f.Find(text) {
			s[e.owner()] = true
		}
	}
	return s
}

// owner is what a placeholder stands for: a type and a normalised value.
func (e Entity) owner() string { return string(e.Type) + "\x00" + e.normal(e.Text) }

// roles are mailboxes of a company's tasks, not of a person.
var roles = func() map[string]bool {
	m := map[string]bool{}
	for _, name := range strings.Fields(`info kontakt contact mail email post office service support hilfe help verkauf vertrieb sales shop bestellung bestellungen order orders
		retoure rücksendung returns reservierung reservation booking buchung termin termine anfrage anfragen empfang rezeption praxis werkstatt kundenservice kundendienst
		kundenbetreuung hotline datenschutz privacy dsgvo gdpr impressum presse press marketing jobs job karriere career careers bewerbung bewerbungen personal hr buchhaltung
		rechnung rechnungen billing invoice hallo hello moin team zentrale sekretariat verwaltung redaktion webmaster admin noreply abuse security partner newsletter`) {
		m[name] = true
	}
	return m
}()

// impersonal says that a value is a company's, not a person's.
func impersonal(e Entity) bool {
	if e.Type != Email {
		return false
	}
	name, _, _ := strings.Cut(strings.ToLower(e.Text), "@")
	return roles[name]
}

// unshown is what a visitor reads in place of a value that must not be shown.
var unshown = map[string]map[Type]string{
	"de": {
		Person: "[Name]", Email: "[E-Mail-Adresse]", Phone: "[Telefonnummer]", Address: "[Anschrift]", BirthDate: "[Geburtsdatum]", IBAN: "[IBAN]", BIC: "[BIC]",
		Account: "[Kontonummer]", Card: "[Kartennummer]", TaxID: "[Steuer-ID]", TaxNumber: "[Steuernummer]", VATID: "[USt-IdNr.]", HealthID: "[Versichertennummer]",
		SocialID: "[Versicherungsnummer]", IDCard: "[Ausweisnummer]", Passport: "[Passnummer]", Plate: "[Kennzeichen]", IP: "[IP-Adresse]", MAC: "[MAC-Adresse]",
		URL: "[Adresse]", Secret: "[geheim]", Private: "[nicht angezeigt]",
	},
	"en": {
		Person: "[name]", Email: "[e-mail address]", Phone: "[phone number]", Address: "[address]", BirthDate: "[date of birth]", IBAN: "[IBAN]", BIC: "[BIC]",
		Account: "[account number]", Card: "[card number]", TaxID: "[tax id]", TaxNumber: "[tax number]", VATID: "[VAT id]", HealthID: "[insurance number]",
		SocialID: "[social security number]", IDCard: "[identity card number]", Passport: "[passport number]", Plate: "[licence plate]", IP: "[IP address]",
		MAC: "[MAC address]", URL: "[address]", Secret: "[secret]", Private: "[not shown]",
	},
}

func substitute(t Type, language string) string {
	words, ok := unshown[language]
	if !ok {
		words = unshown["en"]
	}
	return words[t]
}

// In is the type in a word of a language: "E-Mail-Adresse".
func (t Type) In(language string) string {
	if word := strings.Trim(substitute(t, language), "[]"); word != "" {
		return word
	}
	return string(t)
}
