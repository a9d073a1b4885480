package pseudonym

import (
	"strings"
	"unicode"

	"github.com/webchatagent/wca/internal/personal"
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
func shownIn(f personal.Searcher, texts, hosts []string) Shown {
	s := Shown{values: map[string]bool{}, names: map[string]bool{}}
	for _, text := range texts {
		for _, e := range f.Find(text) {
			s.values[owner(e)] = true
			if e.Type == personal.Person {
				for _, w := range strings.Fields(e.Value()) {
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
func (s *Shown) has(e personal.Entity) bool {
	if s.values[owner(e)] {
		return true
	}
	if e.Type != personal.Person {
		return false
	}
	known := true
	for _, w := range strings.Fields(e.Value()) { // "Kowalczyk" where "Sabine Kowalczyk" is shown
		known = known && s.names[w]
	}
	if known {
		return true
	}
	name := hostLetters(strings.TrimSuffix(strings.TrimSuffix(e.Value(), "'s"), "’s"))
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
	}, personal.Spelt(strings.ToLower(name)))
}

// owner is what a placeholder stands for: a type and a normalised value.
func owner(e personal.Entity) string {
	value := e.Value()
	if e.Type == personal.Verbatim {
		value = e.Text
	}
	return string(e.Type) + "\x00" + value
}

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
func impersonal(e personal.Entity) bool {
	if e.Type != personal.Email {
		return false
	}
	name, _, _ := strings.Cut(strings.ToLower(e.Text), "@")
	return roles[name]
}

// unshown is what a visitor reads in place of a value that must not be shown.
var unshown = map[string]map[personal.Type]string{
	"de": {
		personal.Person: "[Name]", personal.Email: "[E-Mail-Adresse]", personal.Phone: "[Telefonnummer]", personal.Address: "[Anschrift]", personal.BirthDate: "[Geburtsdatum]", personal.IBAN: "[IBAN]", personal.BIC: "[BIC]",
		personal.Account: "[Kontonummer]", personal.Card: "[Kartennummer]", personal.TaxID: "[Steuer-ID]", personal.TaxNumber: "[Steuernummer]", personal.VATID: "[USt-IdNr.]", personal.HealthID: "[Versichertennummer]",
		personal.SocialID: "[Versicherungsnummer]", personal.IDCard: "[Ausweisnummer]", personal.Passport: "[Passnummer]", personal.Plate: "[Kennzeichen]", personal.IP: "[IP-Adresse]", personal.MAC: "[MAC-Adresse]",
		personal.URL: "[Adresse]", personal.Secret: "[geheim]", personal.Private: "[nicht angezeigt]",
	},
	"en": {
		personal.Person: "[name]", personal.Email: "[e-mail address]", personal.Phone: "[phone number]", personal.Address: "[address]", personal.BirthDate: "[date of birth]", personal.IBAN: "[IBAN]", personal.BIC: "[BIC]",
		personal.Account: "[account number]", personal.Card: "[card number]", personal.TaxID: "[tax id]", personal.TaxNumber: "[tax number]", personal.VATID: "[VAT id]", personal.HealthID: "[insurance number]",
		personal.SocialID: "[social security number]", personal.IDCard: "[identity card number]", personal.Passport: "[passport number]", personal.Plate: "[licence plate]", personal.IP: "[IP address]",
		personal.MAC: "[MAC address]", personal.URL: "[address]", personal.Secret: "[secret]", personal.Private: "[not shown]",
	},
}

func substitute(t personal.Type, language string) string {
	words, ok := unshown[language]
	if !ok {
		words = unshown["en"]
	}
	return words[t]
}
