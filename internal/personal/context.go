package personal

import (
	"sort"
	"strings"
)

// clue is what a word near a number says about it.
type clue uint8

const (
	cluePhone  clue = iota
	clueNumber      // "number", "contact": a phone number unless something else has a number here
	clueDial        // directly before a phone number only: "Tel.", "Fax"
	clueBank        // IBAN, account
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
	clueMAC
	clueDriver
	clueNational // a number that another state gives each person
	clueInsured  // that of an insurer
	clueVATNo    // a VAT id that may have no letters of its country
	cluePIN      // a secret number
	clueGoods    // says that a number is no personal data: article, order, norm, version
	clues
)

// clueWords lists the words, lower case, German ß as it is.
var clueWords = map[clue][]string{
	cluePhone: {"meine nr", "meiner nr", "meine nummer", "meiner nummer", "my registered", "meine registrierte", "zelle", "venmo", "rückrufnr", "tel-no", "telno", "rückrufnummern", "hörer", "klingeln", "klingel", "anrufer", "apparat", "zentrale", "phoned", "rang", "please ring", "ring me", "ring us", "ring him", "ring her", "mobilfunk", "telefonat", "reach", "reached", "reachable", "callback", "rückrufbitte", "mobilnr", "handynr", "tel-nr", "telnr", "festnetznr", "notfallnummer", "kontaktnummer", "kontakttelefon", "anrufbeantworter", "threema", "landline", "telephone-number", "telefoniere", "melden", "tel", "telefon", "telefonnummer", "telefonnr", "telefonisch", "fon", "phone", "telephone", "handy", "handynummer",
		"handynr", "mobil", "mobilnummer", "mobilfunknummer", "mobile", "cell", "cellphone", "fax", "telefax", "faxnummer", "ruf", "rufnummer",
		"rufen", "ruft", "anrufen", "anruf", "rückruf", "zurückrufen", "zurückruft", "rückrufnummer", "erreichbar", "erreichen", "erreicht",
		"durchwahl", "hotline", "call", "calls", "called", "calling", "dial", "whatsapp", "sms", "festnetz",
		"festnetznummer", "privatnummer", "dienstnummer", "telefonnummern", "mobiltelefon"},
	clueNumber:    {"nummer", "number", "kontakt", "contact", "text", "signal", "privat", "dienstlich", "geschäftlich"},
	clueDial:      {"handy", "mobil", "festnetz", "mobile", "cell", "tel", "telefon", "telefonnummer", "telefonnr", "fon", "phone", "telephone", "handynummer", "mobilnummer", "fax", "telefax", "rufnummer", "faxnummer"},
	clueBank:      {"bank", "bankkonto", "kontodaten", "bankdaten", "kontonr", "iban", "konto", "kontonummer", "bankverbindung", "überweisung", "lastschrift", "sepa", "account"},
	clueBIC:       {"rtn", "routing", "routing number", "aba", "bsb", "transit", "swift-adresse", "swift adresse", "blz", "sort code", "bank identifier", "bank code", "bankleitzahl", "bic", "swift", "swift-code", "bic-code", "swift-bic"},
	clueCard:      {"kreditkarten", "visakarte", "debitkarte", "girokarte", "bankkarte", "zahlkarte", "prepaid", "belasten", "abgebucht", "karte", "kreditkarte", "kreditkartennummer", "kartennummer", "kreditkartennr", "card", "cc", "visa", "mastercard", "amex", "credit", "debit", "maestro", "diners", "jcb", "discover"},
	clueIP:        {"fritzbox", "fritz!box", "router", "modem", "vpn", "drucker", "printer", "nas", "ping", "subnet", "box", "ip", "ipv4", "ipv6", "ip-adresse", "ip-address", "ip-adressen", "server", "host", "gateway", "client"},
	clueTaxID:     {"steuer id", "tax id", "steuerliche", "taxpayer", "tax identification", "steueridnummer", "steuer-identifikation", "tax-id", "steuer-id", "steuer-idnr", "steueridentifikationsnummer", "steuer-identifikationsnummer", "steuerid", "idnr", "identifikationsnummer", "tin", "steuer-identnummer", "steueridnr"},
	clueTaxNumber: {"tax number", "steuer nummer", "tax no", "tax-number", "st nr", "steuernummer", "steuer-nr", "steuernr", "stnr", "st-nr", "steuer-nummer", "finanzamt"},
	clueVAT:       {"moms nr", "moms no", "y-tunnus", "alv-nro", "alv nro", "pvn", "dič", "ič dph", "adószám", "cui", "nipc", "momsnr", "αφμ", "afm", "kmkr", "za ddv", "btw-id", "btw-nummer", "btw-nr", "mva", "oib", "cvr", "org.nr", "vat reg", "vat-nr", "vat-nummer", "vat-no", "ust-id", "uid", "mwstnr", "mwst nr", "tva", "vat no", "p.iva", "piva", "cif", "nif", "umsatzst-id", "eori", "ust id", "ust idnr", "umsatzsteuer id", "vat number", "ust-nr", "umsatzsteuernummer", "value-added", "btw", "iva", "partita", "nip", "siren", "tva-nr", "uid-nr", "umsatzsteuer", "ust-id", "ust-idnr", "ust-id-nr", "ustid", "ustidnr", "umsatzsteuer-id", "umsatzsteuer-identifikationsnummer", "umsatzsteueridentifikationsnummer", "umsatzsteuer-idnr", "uid", "uid-nummer", "uid-nr", "vat", "vat-id", "vatid", "tva", "mwst", "mwst-nr", "mehrwertsteuernummer"},
	clueHealth:    {"vnr", "vers nr", "krankenversichertennr", "krankenvers-nr", "versicherten-nummer", "vers-nr", "insurance id", "member id", "versichertenkarte", "egk-nr", "egk-nummer", "tk-nummer", "aok-nummer", "barmer", "health insurance", "versichertenkarte", "krankenkassennummer", "insurance card", "insured", "krankenkassenkarte", "versicherten-id", "kv-nummer", "kv-nr", "egk", "krankenversichertennummer", "versichertennummer", "krankenversicherungsnummer", "krankenkasse", "krankenversicherung", "kvnr", "gesundheitskarte", "versicherten-nr", "versichertennr", "health"},
	clueSocial: {"vers nr", "nat ins", "soc sec", "sozialversicherungsnr", "sozialvers", "soz.vers", "vers-nr", "avs", "oasi", "e-card", "ss", "social security", "national insurance", "ni", "n.i", "rentenversicherungs-nr", "pension", "versicherungs-nr", "sozialversicherungsnr", "svn", "sv nummer", "vsnr", "rv-nr", "ahvn", "navs", "sozialversicherungs-nr", "rentennummer", "social insurance", "sozialversicherungsnummer", "rentenversicherungsnummer", "sv", "sv-nummer", "svnr", "rvnr", "versicherungsnummer", "sv-nr", "rv-nummer", "sozialversicherung",
		"ahv", "ahv-nummer", "ahv-nr", "ssn", "social", "insurance", "nino", "rentenversicherung"},
	clueIDCard: {"african id", "sa id", "ghana card", "huduma", "omang", "learner permit", "learner's permit", "cdl", "citizen card", "issued id", "services card", "emirates id", "work permit", "immicard", "age card", "visa grant", "fs-nummer", "fahrerkarte", "fahrerkartennummer", "fahrerkartennr", "ausweis-id", "eid-karte", "blaue karte", "dienstausweis", "legitimation", "brp", "biometric residence", "alien number", "alien no", "alien reg", "uscis", "uci", "pr card", "resident card", "state id", "military id", "dod id", "eid", "niederlassungserlaubnis", "aufenthaltserlaubnis", "lichtbildausweis", "lichtbildausweises", "lichtbildausweisnr", "ausländerausweis", "zemis", "zemis-nr", "zemis-nummer", "fiktionsbescheinigung", "duldung", "schwerbehindertenausweis", "schwerbehindertenausweises", "bpa-nr", "pa-nummer", "ausweiskopie", "ausweiskopien", "ausweisdaten", "führerausweis", "führerausweises", "schweizer id", "swiss id", "polish id", "italian id", "french id", "spanish id", "german id", "drivers", "driver no", "driver number", "driver nr", "fs", "fs-nr", "eat", "eat-nr", "eat-nummer", "eat-karte", "a-number", "green card", "pa-nr", "pa nr", "residence title", "residence permit", "residence card", "d'identità", "identità", "d’identità", "d'identité", "d’identité", "dowód", "identiteitskaart", "perso-nr", "personr", "dokumentennummer", "dokumentennr", "dokument-nr", "dokumentnummer", "ausweisdokumentnummer", "bpa", "national id", "id no", "id number", "id-nr", "id card", "identity card", "personalausweises", "ausweises", "personalausweisnr", "personalausweis-nr", "driving licence", "driver's license", "driver's licence", "führerscheinnr", "führerschein-nr", "führerscheins", "identitätskarte", "aufenthaltskarte", "personal id", "identity document", "identitätsausweis", "identification card", "aufenthaltstitels", "personalausweis", "personalausweisnummer", "ausweisnummer", "ausweis", "ausweis-nr", "ausweisnr", "perso", "id-card", "id-karte", "identity", "führerschein",
		"führerscheinnummer", "aufenthaltstitel", "licence", "license", "driving", "driver's", "id-nummer", "personalausweisnr", "ausweisdokument"},
	cluePassport: {"paszport", "paszportu", "passeport", "pasaporte", "passaporto", "paspoort", "pasaport", "útlevél", "pașaport", "dienstpass", "diplomatenpass", "travel doc", "pp no", "pp nr", "pp number", "reisepassdaten", "passdaten", "reisepässe", "reisepässen", "reisepaesse", "pässe", "pässen", "reisepasses", "reisepass-nr", "passport-number", "travel document", "pass-nummer", "passdokument", "reisedokument", "reisepass", "reisepaß", "pass", "passnummer", "passnr", "pass-nr", "reisepassnummer", "passport", "reisepassnr", "passports"},
	cluePlate: {"keeper", "dvla", "v5c", "sorn", "fiat", "kia", "suzuki", "citroen", "citroën", "jaguar", "vauxhall", "seat leon", "parke", "parken", "parkst", "parkte", "parkten", "zulassungsbescheinigung", "fahrzeugbrief", "schranke", "schrankenanlage", "kurzzeitkennzeichen", "mofa", "ute", "corolla", "camry", "civic", "prius", "tacoma", "silverado", "chevy", "minivan", "hatchback", "touran", "tiguan", "mondeo", "kuga", "qashqai", "duster", "sandero", "zafira", "insignia", "vito", "punto", "motorcycle", "motorbike", "camper", "campervan", "fahrzeuge", "fahrzeugen", "parkberechtigung", "parkgenehmigung", "einfahrtsgenehmigung", "parkplätze", "stellplätze", "pkws", "vehicles", "parkausweis", "bewohnerparkausweis", "anwohnerparkausweis", "zweitwagen", "erstwagen", "privatwagen", "permit", "cab", "tag", "tow", "toll invoice", "plate was", "license tag", "my tag", "toll", "maut", "towed", "abgeschleppt", "dashcam", "octavia", "fabia", "golf", "polo", "passat", "corsa", "astra", "fiesta", "focus", "transit", "sprinter", "twingo", "clio", "yaris", "bmw", "audi", "vw", "mercedes", "opel", "ford", "skoda", "škoda", "toyota", "renault", "peugeot", "hyundai", "volvo", "mazda", "nissan", "honda", "tesla", "dacia", "subaru", "porsche", "halter", "oldtimer", "umweltplakette", "feinstaubplakette", "scooter", "fleet", "plate's", "car's", "van's", "cabrio", "transporter", "limousine", "rego", "vrm", "pcn", "vans", "lorries", "trucks", "cars", "fuhrpark", "motorrad", "moped", "anhänger", "motorhome", "caravan", "kfz-kz", "kfz-kennz", "kennz", "unfallgegner", "unfallgegnerin", "unfallwagen", "unfallfahrzeug", "unfallauto", "geblitzt", "rental", "kz", "zulassung", "reg", "mietwagen", "leihwagen", "plate number", "licence-plate", "license-plate", "stellplatz", "tiefgarage", "blitzer", "strafzettel", "knöllchen", "halterabfrage", "fahrzeugschein", "autokennzeichens", "kennzeichens", "kfz-kennzeichens", "licence plate", "license plate", "number plate", "car registration", "vehicle", "van", "truck", "bike", "lorry", "registration number", "nummernschilds", "fahrzeugs", "wagens", "autos", "kombi", "roller", "firmenwagen", "dienstwagen", "abgeschleppt", "einfahrt", "parkplatz", "towed", "polizeikennzeichen", "kontrollschild", "registered vehicle", "lieferwagen", "bus", "kennzeichen", "kfz-kennzeichen", "autokennzeichen", "nummernschild", "kfz", "pkw", "auto", "wagen", "fahrzeug", "lkw", "motorrad", "anhänger", "transporter",
		"plate", "registration", "car", "plates", "number-plate", "zugelassen", "parkt", "falschparker", "geparkt", "parking", "parked", "wohnmobil"},
	clueBirth: {"gebore", "gebora", "gebuere", "geborn", "geboan", "gebor'n", "g'boren", "wält", "wöid", "dateofbirth", "birth_date", "dayofbirth", "geburtst", "née", "né le", "nato il", "nata il", "nato a", "nata a", "nacido", "nacida", "naissance", "nascita", "nacimiento", "geboortedatum", "urodzenia", "birthday's", "b'day", "dobs", "d.o.b's", "d.0.b", "d0b", "birthdates", "birthdays", "geburtstage", "geb.-daten", "jahrgang", "der geburt", "bday", "gebdat", "geb.dat", "geburts", "geburtsdat", "geb-datum", "geburtstags", "welt", "birth date", "d.o.b", "born", "turned", "geburtstagsdatum", "gebdatum", "geburtsdatums", "born on", "geboren", "geb", "geburtsdatum", "geburtstag", "geborene", "geborener", "born", "birth", "birthday", "dob", "birthdate", "geburtsdaten", "geburtsjahr", "date-of-birth"},
	clueAddress: {"adr", "addr", "zustellung", "wohnadresse", "hausadresse", "firmenadresse", "besuchsadresse", "postadresse", "versandadresse", "zustellanschrift", "home address", "billing address", "shipping address", "delivery address", "abholadresse", "lebt", "lebe", "leben", "gemeldet", "ship", "deliver", "located", "liefern", "deliver to", "moved", "moving", "umziehen", "adresse", "anschrift", "lieferadresse", "rechnungsadresse", "wohne", "wohnt", "wohnhaft", "wohnen", "postanschrift", "privatadresse", "address", "lives", "living",
		"zieht", "umgezogen", "meldeadresse", "straße", "street", "lieferanschrift", "rechnungsanschrift", "wohnort", "wohnsitz", "resides", "hausanschrift", "heimadresse", "umzug", "ziehe", "zustelladresse", "zuhause"},
	clueAccount: {"clabe", "nuban", "sparbuch", "sparbuch-nr", "sparbuchnummer", "depotnummer", "depot-nr", "savings book", "checking", "ktnr", "kt-nr", "postcheckkonto", "postkonto", "pc-konto", "postscheckkonto", "acct", "a/c", "acc no", "account nr", "kto nr", "account number", "account number's", "bank account", "kontonr", "account no", "giro", "girokonto", "sparkonto", "kontonummer", "konto-nr", "kontonr", "kto", "kto-nr", "ktonr", "kontonummern", "konto"},
	clueSecret:  {"x-api-key", "x-auth-token", "x-api-token", "private-token", "passwörter", "passwörtern", "kennwörter", "passwords", "paßwort", "psw", "pswd", "pasword", "passwrd", "kenwort", "kenncode", "wlan schlüssel", "netzwerkschlüssel", "passphrase", "pass phrase", "wifi key", "wpa key", "wpa", "wpa2", "wpa3", "wpa2 key", "wpa3 key", "wpa-schlüssel", "network key", "wlan-code", "wlan-key", "wlan key", "psk", "memorable word", "codewort", "losungswort", "recovery code", "backup code", "secret", "wifi code", "ftp-zugang", "wifi password", "wi-fi password", "pw", "kennworts", "passworts", "api key", "api token", "access token", "secret key", "zugangstoken", "zugangsschlüssel", "api-token", "access-token", "secret-key", "private key", "login-passwort", "zugangspasswort", "wlan-passwort", "wlan-schlüssel", "passcode", "bearer", "authorization", "master-passwort", "einmalpasswort", "otp", "client-secret", "credentials", "zugangsdaten", "entsperrcode", "admin-passwort", "root-passwort", "passworte", "netzwerkschlüssel", "sicherheitscode", "memorable word", "security word", "memorable name", "passwort", "kennwort", "password", "passwd", "pwd", "zugangscode", "passphrase", "api-key", "apikey", "api-schlüssel", "token", "secret"},
	clueMAC:     {"dhcp", "dhcpd", "dhcpack", "dhcpoffer", "dhcprequest", "dhcpdiscover", "wlan0", "eth0", "hostapd", "hardware address", "hardware adresse", "physical address", "ethernet address", "wlan", "gerät", "device", "router", "netzwerkkarte", "mac", "mac-adresse", "mac-address", "mac-adressen", "hwaddr", "bssid", "ether", "hardware-adresse", "hardwareadresse", "physikalische", "wlan-mac", "ethernet-adresse", "wlan-adresse"},
	clueDriver:  {"learner permit", "learner's permit", "learners permit", "cdl", "d.l", "pei licence", "pei license", "nb licence", "nb license", "newfoundland licence", "newfoundland license", "saskatchewan licence", "saskatchewan license", "sgi licence", "sgi license", "ndls licence", "ndls license", "scotia licence", "scotia license", "georgia licence", "georgia license", "illinois licence", "illinois license", "virginia licence", "virginia license", "maryland licence", "maryland license", "colorado licence", "colorado license", "arizona licence", "arizona license", "wisconsin licence", "wisconsin license", "minnesota licence", "minnesota license", "indiana licence", "indiana license", "tennessee licence", "tennessee license", "pennsylvania licence", "pennsylvania license", "massachusetts licence", "massachusetts license", "fs-nummer", "fahrerkarte", "fahrerkartennummer", "fahrerkartennr", "führerausweis", "führerausweises", "führerausweis-nr", "lenkerberechtigung", "lenkberechtigung", "führerscheines", "ersatzführerschein", "fs", "fa-nr", "lappen", "fahrerlaubnisnr", "fahrerlaubnis-nr", "driver no", "driver number", "driver nr", "drivers licences", "driver's licences", "driving licences", "driver licence", "drivers license", "driver licences", "driver licenses", "licence numbers", "license numbers", "licence nr", "license nr", "operator's licence", "operators license", "operator's license", "operators licence", "driving permit", "lic", "master number", "uk licence", "uk license", "irish licence", "irish license", "ontario licence", "ontario license", "bc licence", "bc license", "quebec licence", "quebec license", "alberta licence", "alberta license", "manitoba licence", "manitoba license", "sa licence", "sa license", "nsw licence", "nsw license", "vic licence", "vic license", "victorian licence", "victorian license", "qld licence", "qld license", "queensland licence", "queensland license", "wa licence", "wa license", "act licence", "act license", "nt licence", "nt license", "tassie licence", "tassie license", "tasmanian licence", "tasmanian license", "california licence", "california license", "texas licence", "texas license", "florida licence", "florida license", "ohio licence", "ohio license", "michigan licence", "michigan license", "washington licence", "washington license", "oregon licence", "oregon license", "nevada licence", "nevada license", "nj licence", "nj license", "ny licence", "ny license", "tx licence", "tx license", "fl licence", "fl license", "ca licence", "ca license", "nz licence", "nz license", "aussie licence", "aussie license", "australian licence", "australian license", "canadian licence", "canadian license", "american licence", "american license", "us licence", "us license", "full licence", "full license", "provisional licence", "provisional license", "driver license", "drivers license", "driver's license", "driver's licence", "drivers licence", "driver’s license", "driver’s licence", "driving licence", "driving license", "dl", "führerschein", "führerscheinnummer", "führerscheinnr", "führerschein-nr", "führerscheins", "fs-nr", "fahrerlaubnis", "fahrerlaubnisnummer", "driver-license", "license number", "licence number", "license no", "licence no"},
	clueNational: {"rfc", "sss", "uan", "bvn", "kra pin", "nrc", "tckn", "trn", "qid", "iqama", "identitätsnummer", "fodselsnummer", "egn", "егн", "amka", "αμκα", "isikukood", "personas kods", "asmens kodas", "emso", "rodne cislo", "geburtsnummer", "birth number", "hetu", "personennummer", "personenkennung", "personenkennziffer", "personencode", "personal code", "identity code", "tc kimlik", "kimlik no", "tckn", "teudat zehut", "zehut", "nationalregisternummer", "nationalregister-nr", "nationalnummer", "national register", "service number", "numéro fiscal", "numero fiscal", "spi", "pan-nummer", "contribuinte", "steuerkennzahl", "national insurance", "fødselsnr", "kimlik-nr", "kimlik-nummer", "kimlik numarası", "pesel-nr", "pesel-nummer", "tax file", "self assessment", "social insurance", "s.i.n", "ird", "aadhaar", "aadhar", "curp", "dni", "pesel", "personnummer", "personnumber", "fødselsnummer", "henkilötunnus", "kennitala", "cpr", "cpr-nummer", "cpr-nr", "bsn", "burgerservicenummer", "codice fiscale", "oib", "jmbg", "emšo", "cnp",
		"social security", "sécurité", "nif", "nie", "pps", "ppsn", "pps-nummer", "contribuinte", "rijksregisternummer", "rijksregister", "insz", "rrn", "fiscal code", "utr", "unique taxpayer", "tax payer", "registre national", "numéro national", "tfn", "itin", "sin", "nric", "mykad", "cpf", "rodné číslo", "sécurité sociale", "de sécu", "nir", "niss", "pan card", "pan number", "personal number", "national number", "citizen number"},
	clueVATNo: {"moms nr", "moms no", "y-tunnus", "alv-nro", "alv nro", "pvn", "ust-idnr", "ustidnr", "ust-id", "ustid", "ust-id-nr", "ust id", "ust idnr", "umsatzsteuer-id", "umsatzsteuer-identifikationsnummer", "umsatzsteueridentifikationsnummer", "umsatzsteuer-idnr", "dič", "ič dph", "adószám", "cui", "nipc", "momsnr", "moms-nr", "αφμ", "afm", "kmkr", "orgnr", "org.nr", "za ddv", "tva", "n° tva", "btw-id", "btw-nummer", "siren", "siret", "mva", "vat", "vat-nr", "vat-no", "abn", "a.b.n", "acn", "gst", "gst reg", "gst number", "hst", "p.iva", "piva", "partita iva", "iva", "vat no", "vat number", "vat reg", "vat registration", "tva no", "btw-nummer", "btw-nr", "nip", "cif", "ust-nr", "mwst-nummer", "mwst-nr", "cvr"},
	cluePIN: {"kpn", "einmalpasswort", "einmalkennwort", "einmal-passwort", "backup code", "recovery code", "backup codes", "pin", "pins", "tans", "prüfnr", "prüf-nr", "prüfnummer", "kartenprüfnr", "cvv-nr", "cvc-nr", "cvc-nummer", "csc", "time code", "one-time passcode", "freischaltcodes", "tan", "puk", "otp", "cvc", "cvv", "cvc2", "cvv2", "prüfziffer", "kartenprüfnummer", "card verification", "pin-code", "pincode", "pin-nummer", "geheimzahl", "geheimnummer", "verification code", "bestätigungscode", "sms-code", "smscode", "sms-tan", "türcode", "zugangscode", "sicherheitscode", "entsperrcode",
		"security code", "door code", "gate code", "alarm code", "access code", "passcode", "login code", "confirmation code", "authentication code", "2fa code", "auth code", "unlock code", "lock code", "keypad code", "safe code", "entry code", "reset code", "sms code", "text code", "mtan", "tan-nummer", "transaktionsnummer", "tresorcode", "safecode", "alarmcode", "alarm-code", "aktivierungscode", "anmeldecode", "bestätigungs-code", "sicherheits-code", "tür-code", "schlüsselsafe-code", "online-banking-pin", "one-time code", "einmalcode", "freischaltcode", "code", "puk2", "pin2", "puk1", "pin1", "telefon-pin", "karten-pin", "super-pin"},
	clueInsured: {"tricare id", "phin", "msp number", "health policy", "ppp membership", "versichertennummer", "versicherten-nr", "versichertennr", "krankenversicherungsnummer", "krankenkassennummer", "kv-nummer", "kv-nr", "kvnr", "chi", "chi number", "chi no", "chi", "care number", "care no", "gms number", "gms no", "medical card", "ehic", "ghic", "nhi", "nhi number", "medi-cal", "carte soleil", "ramq", "dva file", "dva number", "mbi", "insurance card", "health plan", "medical record", "mrn", "services card", "carecard", "care card", "nhs nos", "nhs numbers", "ihi", "ihi number", "ohip", "health no", "phn", "kassennummer", "health card", "health number", "nhs", "nhs number", "nhs no", "medicare", "medicaid", "member id", "insurance id", "subscriber id", "membership id", "insurance number"},
	clueGoods: {"cert", "certificate", "zertifikat", "zert", "zert-nr", "prüfzeugnis", "test report", "patent", "modell", "licence key", "license key", "product key", "activation key", "lizenzschlüssel", "produktschlüssel", "aktivierungsschlüssel", "request id", "anfrage-id", "ndc", "vde", "rx", "prescription no", "rezeptnummer", "rezept-nr", "aktenz", "vorgangs-nr", "schaden-nr", "schadens-nr", "schadennummer", "schadensnummer", "schadennr", "buchungsnr", "buchungs-nr", "buchungsnummer", "reservierungsnummer", "reservierungs-nr", "fall-nr", "fallnummer", "ticket-nr", "ticketnummer", "zertifikat-nr", "zertifikats-nr", "zertifikatsnummer", "reg-nr", "register-nr", "registernummer", "protokoll-nr", "reklamationsnummer", "retourennummer", "geräte-nr", "objekt-nr", "objektnummer", "zeichen", "geschäftszeichen", "kassenzeichen", "gz", "notice number", "notice no", "vergleichsnummer", "vergleichsnr", "kassenbon", "bon-nr", "belegnummer", "beleg-nr", "schlüsselnummer", "schlüsselnummern", "hsn", "tsn", "ausschreibung", "vergabe", "vergabenummer", "bekanntmachung", "tender", "inventar", "inventar-nr", "stk", "stck", "art", "artikel", "artikelnummer", "artikelnr", "art-nr", "artnr", "bestellnummer", "bestellnr", "bestellung", "modell", "modellnummer", "sku", "upc", "asin", "ean", "gtin", "isbn", "issn",
		"auftrag", "auftragsnummer", "auftragsnr", "rechnung", "rechnungsnummer", "rechnungsnr", "kundennummer", "kundennr", "iso", "din", "norm", "plz", "postleitzahl", "order",
		"invoice", "item", "ticket", "article", "version", "serie", "seriennummer", "serial", "model", "teilenummer", "ersatzteil", "teilenr", "sendungsnummer", "sendungsverfolgung",
		"tracking", "paketnummer", "vorgangsnummer", "aktenzeichen", "az", "mitgliedsnummer", "vertragsnummer", "hrb", "hra", "handelsregister", "amtsgericht", "registergericht", "kapitel",
		"registered", "company", "claim", "ik", "angebot", "angebotsnummer", "angebots-nr", "firmware", "changelog", "release", "part", "chargennummer", "lot", "batch", "zip", "customer", "pzn", "wkn", "isin", "bestell-nr", "artikel-nr", "auftrags-nr", "rechnungs-nr", "kunden-nr", "teile-nr",
		"modell-nr", "serien-nr", "produktnummer", "produktnr", "produkt", "barcode", "strichcode", "vorgang", "referenz", "reference", "ref", "build",
		"contract", "vertrag", "parcel", "shipment", "sendung", "paket", "regulation", "verordnung", "richtlinie", "case", "seat", "lieferschein", "lieferscheinnummer", "bestellcode", "chargen-nr", "chargennr", "stücknummer",
		"asset tag", "bag tag", "baggage tag", "luggage tag", "price tag", "name tag", "service tag", "smartcard", "smartcard-nummer", "smartcard-nr", "genehmigung", "genehmigungsnummer", "lanr", "bsnr", "listennummer", "katalognummer", "inventarnummer", "zählernummer", "zähler", "gerätenummer", "lizenznummer", "projektnummer", "membership", "shipping"},
}

// What else the lexicon says about a word, in bits behind those of the clues.
const (
	headNoun   uint32 = 1 << 30 // what it counts is said by the word before: "number"
	secondWord uint32 = 1 << 31 // may end a clue of two words: "social security"
)

// headNouns mean nothing of their own where a word before them is a clue.
var headNouns = []string{"number's", "number", "numbers", "nummer", "nummern", "nr", "no", "num", "code", "datum", "date", "id"}

// clueIndex is clueWords the other way round, as a set of bits for each word or two words.
func clueIndex() map[string]uint32 {
	index := make(map[string]uint32, 1024)
	for c, words := range clueWords {
		for _, w := range words {
			index[w] |= 1 << c
			index[Spelt(w)] |= 1 << c // "rueckruf", "fuehrerschein"
			if _, second, ok := strings.Cut(w, " "); ok {
				index[second] |= secondWord
			}
		}
	}
	for _, w := range headNouns {
		index[w] |= headNoun
	}
	return index
}

// Spelt is a word as people without umlauts on their keys write it.
func Spelt(w string) string { return umlauts.Replace(w) }

var umlauts = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss")

// stems begin long words that nobody can list, "Krankenversichertenkartennr": what begins so is about
// that kind of number, unless what it ends in says otherwise.
var stems = []struct {
	text string
	clue clue
}{
	{"telefon", cluePhone}, {"handynum", cluePhone}, {"mobilnum", cluePhone}, {"mobilfunk", cluePhone}, {"rückruf", cluePhone}, {"rueckruf", cluePhone}, {"festnetz", cluePhone},
	{"krankenvers", clueHealth}, {"krankenkass", clueHealth}, {"versichertenn", clueHealth}, {"sozialvers", clueSocial}, {"rentenvers", clueSocial}, {"pensionsvers", clueSocial},
	{"steueriden", clueTaxID}, {"steuer-id", clueTaxID}, {"steuernum", clueTaxNumber}, {"umsatzsteuer-i", clueVAT}, {"umsatzsteueri", clueVAT}, {"mehrwertsteuern", clueVAT},
	{"personalausw", clueIDCard}, {"ausweisn", clueIDCard}, {"aufenthaltst", clueIDCard}, {"führersch", clueDriver}, {"fuehrersch", clueDriver}, {"reisepass", cluePassport}, {"passnum", cluePassport},
	{"kennzeichen", cluePlate}, {"autokennz", cluePlate}, {"kfz-kennz", cluePlate}, {"nummernsch", cluePlate}, {"geburts", clueBirth}, {"kreditkart", clueCard}, {"kartennum", clueCard},
	{"bankverb", clueBank}, {"kontoverb", clueBank}, {"kontonum", clueAccount}, {"lieferadr", clueAddress}, {"rechnungsadr", clueAddress}, {"wohnadr", clueAddress}, {"wohnanschr", clueAddress},
	{"postanschr", clueAddress}, {"meldeadr", clueAddress}, {"passwort", clueSecret}, {"kennwort", clueSecret}, {"zugangsdat", clueSecret},
}

// stemsBy lists them by their first two bytes.
var stemsBy = func() (m [1 << 10][]int) {
	for i, s := range stems {
		m[lastTwo(s.text[:2])] = append(m[lastTwo(s.text[:2])], i)
	}
	return m
}()

// tails end such words: "Gästepasswort", "Firmenkennzeichen".
var tails = []struct {
	text string
	clue clue
}{
	{"kennzeichen", cluePlate}, {"passwort", clueSecret}, {"kennwort", clueSecret}, {"password", clueSecret}, {"geheimzahl", cluePIN}, {"telefonnummer", cluePhone}, {"handynummer", cluePhone},
	{"mobilnummer", cluePhone}, {"rufnummer", cluePhone}, {"kontonummer", clueAccount}, {"personalausweis", clueIDCard}, {"ausweisnummer", clueIDCard}, {"reisepass", cluePassport}, {"reisepaß", cluePassport}, {"führerscheinnummer", clueDriver}, {"geburtsdatum", clueBirth},
	{"versicherungsnummer", clueSocial}, {"versichertennummer", clueHealth}, {"steuernummer", clueTaxNumber},
}

// tailsBy lists them by their last two bytes.
var tailsBy = func() (m [1 << 10][]int) {
	for i, e := range tails {
		m[lastTwo(e.text)] = append(m[lastTwo(e.text)], i)
	}
	return m
}()

// leastStem is how long a word must be to be looked at by its stem.
const leastStem = 9

// stemClue says what a long word that is in no list is about, by how it begins or ends.
func stemClue(w string) uint32 {
	if len(w) < leastStem {
		return 0
	}
	for _, i := range stemsBy[lastTwo(w[:2])] {
		if s := stems[i]; len(w) > len(s.text) && strings.HasPrefix(w, s.text) {
			return 1 << s.clue
		}
	}
	if strings.HasSuffix(w, "anschrift") || strings.HasSuffix(w, "adresse") && !strings.Contains(w, "ail") && !strings.Contains(w, "web") && !strings.Contains(w, "ip-") && !strings.Contains(w, "mac") {
		return 1 << clueAddress
	}
	for _, i := range tailsBy[lastTwo(w)] {
		if e := tails[i]; strings.HasSuffix(w, e.text) {
			return 1 << e.clue
		}
	}
	return 0
}

// clueing remembers where in a text clues stand.
type clueing struct {
	ends  [clues][]int // of the words, in order
	cells []cell       // of tables, in order
}

// before says how many bytes before pos the nearest such clue ends, if within reach.
func (c *clueing) before(kind clue, pos, reach int) (distance int, ok bool) {
	ends := c.ends[kind]
	i := sort.SearchInts(ends, pos+1)
	if cell := c.cellAt(pos); cell != nil {
		switch {
		case cell.clues>>kind&1 != 0:
			return 1, true
		case cell.apart && (i == 0 || ends[i-1] <= cell.start):
			return 0, false
		}
	}
	if i == 0 || pos-ends[i-1] > reach {
		return 0, false
	}
	return pos - ends[i-1], true
}

// afterReach is how far behind a value the word may end that says what it is: "… is my account number".
const afterReach = 56

// named says whether such a clue ends at most reach bytes before start, or stands behind end in the
// same sentence with no other number between.
func (s *scan) named(kind clue, start, end, reach int) bool {
	if _, ok := s.clues.before(kind, start, reach); ok {
		return true
	}
	ends := s.clues.ends[kind]
	i := sort.SearchInts(ends, end)
	if i == len(ends) || ends[i]-end > afterReach {
		return false
	}
	for j := end; j < ends[i]; j++ {
		switch c := s.text[j]; {
		case isDigit(c), c == '\n', c == '|', c == ';', c == '.' && j+1 < len(s.text) && s.text[j+1] == ' ', c == ':':
			return false
		}
	}
	return true
}

// nearer says whether a clue of one kind before pos is nearer than any of another.
func (c *clueing) nearer(kind, than clue, pos, reach int) bool {
	far, ok := c.before(kind, pos, reach)
	if !ok {
		return false
	}
	other, named := c.before(than, pos, reach)
	return !named || other > far
}

// goodsReach is how far before a number the word for what it counts stands at most that names it directly, in bytes.
const goodsReach = len(": #")

// goodsDirect says whether a word about goods stands directly before the number at pos: "Ticket 6563667", "Seriennummer: XR41".
func (s *scan) goodsDirect(pos int) bool {
	far, ok := s.clues.before(clueGoods, pos, goodsReach)
	return ok && s.clues.cellAt(pos) == nil && strings.Trim(s.text[pos-far:pos], " :#.") == ""
}

// goods says whether the nearest word about a number before pos is one about goods, not of kind.
func (c *clueing) goods(kind clue, pos, reach int) bool { return c.nearer(clueGoods, kind, pos, reach) }
