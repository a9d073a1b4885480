package pseudonym

import (
	"strings"
	"unicode"
)

// Shown are values that anybody may read, such as those on a website's imprint. Where a page holds them
// they are replaced before they leave, like all others, and come back in the answer. The zero value shows
// nothing.
type Shown struct {
	values map[string]bool
	names  map[string]bool // words of the names of people among them
	hosts  []string        // letters of the names of websites
}

// shownIn collects the values that f finds in texts, and the names that are part of the names of websites:
// a firm that is called after somebody says so in its address.
func shownIn(f Searcher, texts, hosts []string) Shown {
	s := Shown{values: map[string]bool{}, names: map[string]bool{}}
	for _, text := range texts {
		for _, e := range f.Find(text) {
			s.values[e.owner()] = true
			if e.Type == Person {
				for _, w := range strings.Fields(e.normal(e.Text)) {
					s.names[w] = true
				}
			}
		}
	}
	for _, host := range hosts {
		s.hosts = append(s.hosts, hostLetters(host))
	}
	return s
}

// leastHostName is how many letters of a name must stand in the name of a website.
const leastHostName = 4

// has says whether a value may be shown.
func (s *Shown) has(e Entity) bool {
	if s.values[e.owner()] {
		return true
	}
	if e.Type != Person {
		return false
	}
	known := true
	for _, w := range strings.Fields(e.normal(e.Text)) { // "Kowalczyk" where "Sabine Kowalczyk" is shown
		known = known && s.names[w]
	}
	if known {
		return true
	}
	name := hostLetters(strings.TrimSuffix(strings.TrimSuffix(e.normal(e.Text), "'s"), "’s"))
	if len(name) < leastHostName {
		return false
	}
	for _, host := range s.hosts {
		if strings.Contains(host, name) {
			return true
		}
	}
	return false
}

// hostLetters are the letters and digits of a name as they are written in names of websites: "mueller".
func hostLetters(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, spelt(strings.ToLower(name)))
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
