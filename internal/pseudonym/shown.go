package pseudonym

import (
	"strings"
	"unicode"

	"github.com/webchatagent/wca/internal/bilingual"
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
var unshown = map[personal.Type]bilingual.Text{
	personal.Person:    bilingual.Of("[Name]", "[name]"),
	personal.Email:     bilingual.Of("[E-Mail-Adresse]", "[e-mail address]"),
	personal.Phone:     bilingual.Of("[Telefonnummer]", "[phone number]"),
	personal.Address:   bilingual.Of("[Anschrift]", "[address]"),
	personal.BirthDate: bilingual.Of("[Geburtsdatum]", "[date of birth]"),
	personal.IBAN:      bilingual.Of("[IBAN]", "[IBAN]"),
	personal.BIC:       bilingual.Of("[BIC]", "[BIC]"),
	personal.Account:   bilingual.Of("[Kontonummer]", "[account number]"),
	personal.Card:      bilingual.Of("[Kartennummer]", "[card number]"),
	personal.TaxID:     bilingual.Of("[Steuer-ID]", "[tax id]"),
	personal.TaxNumber: bilingual.Of("[Steuernummer]", "[tax number]"),
	personal.VATID:     bilingual.Of("[USt-IdNr.]", "[VAT id]"),
	personal.HealthID:  bilingual.Of("[Versichertennummer]", "[insurance number]"),
	personal.SocialID:  bilingual.Of("[Versicherungsnummer]", "[social security number]"),
	personal.IDCard:    bilingual.Of("[Ausweisnummer]", "[identity card number]"),
	personal.Passport:  bilingual.Of("[Passnummer]", "[passport number]"),
	personal.Plate:     bilingual.Of("[Kennzeichen]", "[licence plate]"),
	personal.IP:        bilingual.Of("[IP-Adresse]", "[IP address]"),
	personal.MAC:       bilingual.Of("[MAC-Adresse]", "[MAC address]"),
	personal.Device:    bilingual.Of("[Gerätenummer]", "[device number]"),
	personal.VIN:       bilingual.Of("[Fahrzeug-Identnummer]", "[vehicle identification number]"),
	personal.Wallet:    bilingual.Of("[Wallet-Adresse]", "[wallet address]"),
	personal.Username:  bilingual.Of("[Benutzername]", "[user name]"),
	personal.URL:       bilingual.Of("[Adresse]", "[address]"),
	personal.Secret:    bilingual.Of("[geheim]", "[secret]"),
	personal.Private:   bilingual.Of("[nicht angezeigt]", "[not shown]"),
}

func substitute(t personal.Type, language string) string { return unshown[t].In(language) }
