package personal

import "slices"

// Type is a kind of personal data. It is also the first half of a placeholder, so it is a word
// that reads well in a German and in an English sentence ("Frau PERSON_K7QXD").
type Type string

// The kinds that a Finder knows. Each can be switched off with Options.Off.
const (
	Person    Type = "PERSON"
	Email     Type = "EMAIL"
	Phone     Type = "PHONE"
	Address   Type = "ADDRESS"
	BirthDate Type = "BIRTHDATE"
	IBAN      Type = "IBAN"
	BIC       Type = "BIC"
	Account   Type = "ACCOUNT" // national account number, in context
	Card      Type = "CARD"
	TaxID     Type = "TAXID"    // German Steuer-Identifikationsnummer
	TaxNumber Type = "TAXNO"    // German Steuernummer
	VATID     Type = "VATID"    // USt-IdNr., UID
	HealthID  Type = "HEALTHID" // German Krankenversichertennummer
	SocialID  Type = "SOCIALID" // social security number: DE, AT, CH, US, UK
	IDCard    Type = "IDCARD"   // identity card, driving licence, machine-readable zone
	Passport  Type = "PASSPORT"
	Plate     Type = "PLATE" // licence plate
	IP        Type = "IP"
	MAC       Type = "MAC"
	Device    Type = "DEVICE"   // number that one telephone or SIM card has: IMEI, IMSI, ICCID
	VIN       Type = "VIN"      // number of one vehicle: FIN, chassis and frame numbers
	Wallet    Type = "WALLET"   // address to which cryptocurrency is paid
	Username  Type = "USERNAME" // under which somebody logs in, or is found in a social network, in context
	URL       Type = "URL"      // an address that carries credentials, a token or personal data
	Secret    Type = "SECRET"   // password, API key
	Private   Type = "PRIVATE"
	// Verbatim marks text that looks like a placeholder and was typed by somebody: no Finder looks for it,
	// it is replaced so that it comes back as typed and never as another's data.
	Verbatim Type = "TEXT"
)

// Entity is one place in a text that holds personal data.
type Entity struct {
	Start, End int     // bytes in the original text
	Type       Type    // what it is
	Text       string  // the original text between Start and End
	Score      float64 // 0…1: 1 for a valid check digit, less for shape or context alone

	value string // the normalised value: equal for two spellings of the same thing
}

// Value is what the entity says: equal for two spellings of the same thing.
func (e Entity) Value() string { return e.normal(e.Text) }

// Options says what a Finder looks for. The zero value looks for everything, in Germany.
type Options struct {
	Off    []Type   // types that are not looked for
	Public []string // values that are never replaced: the company's own contact data, its staff; "@firma.de" stands for all its addresses
	Always []string // values that are always replaced, wherever they stand as whole words, also if they are public
	Region string   // ISO 3166 country whose phone numbers are written without country code; default "DE"
	Year   int      // in which texts are written: how old somebody may be decides what is a day of birth; default the year in which the Finder is made
}

var knownTypes = map[Type]bool{
	Person: true, Email: true, Phone: true, Address: true, BirthDate: true, IBAN: true, BIC: true, Account: true, Card: true, TaxID: true,
	TaxNumber: true, VATID: true, HealthID: true, SocialID: true, IDCard: true, Passport: true, Plate: true, IP: true, MAC: true, URL: true,
	Device: true, VIN: true, Wallet: true, Username: true, Secret: true, Private: true, Verbatim: true,
}

// Known reports whether there is such a type.
func (t Type) Known() bool { return knownTypes[t] }

// Types lists all kinds that can be found and switched off.
func Types() []Type {
	var out []Type
	for t := range knownTypes {
		if t != Verbatim && t != Private {
			out = append(out, t)
		}
	}
	slices.Sort(out)
	return out
}
