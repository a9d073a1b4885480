package personal

import "testing"

// besideOthers are values that only what stands near them tells, and things that look like them.
var besideOthers = map[Type][]string{
	Account: {
		"Routing ‹122011003›, acct # ‹000448291736›", "Kto. ‹4 820 193›, BLZ ‹700 202 70› – das sind", "s/c ‹090127› acc no ‹4418 2093› cheers", "Bank: Monzo\nSort Code: ‹04 00 04›\nAccount Number: ‹61829304›",
		"Barclays ‹20-68-14› / ‹70114583›", "BSB ‹062-948› Acc ‹1047 7625›", "BLZ 700 202 70 ist die Münchner Bank", "Welche Bank hat die BLZ 25050180?", "sort code 20-00-00 is Barclays", "routing 026009593 is BofA",
	},
	Card:     {"visa ‹4929 1605\n4726 4251›\ncvv sag ich nicht", "meine Kreditkarte\n‹5168 7919\n9180 4858›", "Preise\n4929 1605\n4726 4251", "Karte für 2024 1605\n4726 Leute"},
	Passport: {"Pass Nr ‹U 3815927›, mein Mann hat ‹U 4402716› – bitte", "Pass Nr ‹U 3815927›, Bestellung U 4402716"},
	IP:       {"S/N VNB3K41207. Am Display: ‹192.168.2.104›", "S/N VNB3K41207. Am Display: ‹84.19.201.7›", "Modell ‹192.168.178.1›", "Firmware 84.19.20.7"},
	Phone:    {"Geico claim. Text is fine: ‹(619) 555-0148›", "claim ‹(619) 555-0148›", "claim 619 555 0148"},
	Address: {
		"Packstation geht nicht! Sondern ‹Hinterm Deich 2, 26506 Norden›.", "Aber ‹Am Deich 3, 26506 Norden›", "Neu: ‹Am Deich 3, 26506 Norden›", "Residential: ‹14 Protea Street, Durbanville, 7550›. Thanks", "‹14 Protea Street, Durbanville›, 7550 people",
		"Zählernummer 1 EMH00 0471 8823, Stand HT 20418,7 NT 8812,3",
	},
	Plate: {
		"auto steht noch bei euch aufm hof ‹mswx204›", "auto steht auf dem hof, ‹MSWX204E›", "kennzeichen ‹mswx204›", "Kennzeichen: ‹bab1234›", "Diplomatenkennzeichen ‹0-17-123›", "Auto der Botschaft, ‹0 17-123›, parkt hier",
		"mein auto ist ein bmw x5, ein golf gti230 und ein glc220", "auto steht auf dem hof, ein tdci150", "motorrad gsx750 steht auf dem hof", "Auto 0-17-123",
	},
}

func TestValuesAreFoundByWhatStandsBesideThem_D3(t *testing.T) { checkTyped(t, besideOthers) }
