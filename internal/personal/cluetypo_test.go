package personal

import "testing"

// mistypedWords are values behind a word for them that is mistyped, and words that are near to one and are another.
var mistypedWords = map[Type][]string{
	BirthDate: {"Gebrutsdatum ‹11.02.1979›", "Geburtdatum: ‹11.02.1979›", "Gebutsdatum ‹11.02.1979›", "Geburtsdaum: ‹11.02.1979›", "my birhtday ‹11/02/1979›", "brithday is ‹11/02/1979›", "Birthdate / brthdate: ‹11/02/1979›", "Zertifikate 11.02.1979", "Vertrag passte am 11.02.1979"},
	Passport:  {"Reisepas ‹C01X00T47›", "Reispass ‹C01X00T47›", "passprot ‹533401223›", "my pasport is ‹533401223›", "passpoert no. ‹533401223›"},
	IDCard:    {"Personalauweis ‹L01X00T47›", "Peronalausweis ‹L01X00T47›", "Ausweisnumer ‹L01X00T47›"},
	Plate:     {"Kenzeichen ‹MTK-S 7715›", "Kennzeihen: ‹MTK-S 7715›", "Nummernshild ‹MTK-S 7715›"},
	Secret:    {"Passwrot: ‹Qw3rty!9›", "Kennwrot ‹Qw3rty!9›", "passwrod: ‹Qw3rty!9›", "pasphrase ‹Qw3rty!9›"},
	VATID:     {"VAT nubmer ‹476814259›", "VAT numbre ‹476814259›"},
	HealthID:  {"Versichertenumer ‹D133517272›"},
	TaxNumber: {"Steurnummer ‹241/287/60418›", "Steuernumer ‹241/287/60418›"},
	Account:   {"Kontonumer ‹65331742›", "Kontonumemr ‹65331742›"},
}

func TestValuesBehindMistypedWordsAreFound_D3(t *testing.T) { checkTyped(t, mistypedWords) }
