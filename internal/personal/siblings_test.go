package personal

import "testing"

// besideBanks are numbers of accounts that stand with those of their banks, each in the ways in which people shorten the words.
var besideBanks = map[Type][]string{
	Account: {
		"pls cancel dd, acc ‹27071770› s/c ‹309617›, gym said 30 days", "refund to ac ‹27071770› sc ‹30-96-17› thanks", "accnt no ‹27071770›, sort ‹30 96 17›", "bank acc ‹88213377› srt code ‹204577›",
		"direct debit from ‹88213377›, sort code ‹204577›, first Monday", "the account I pay from is ‹88213377› at Barclays, code ‹20-45-77›", "NZ bank ‹12-3456-0123456-00› for refund", "my passbook ‹00417732›, late mother's",
		"payee,sort,account\nJ Doyle,‹204577›,‹88213377›", "Beneficiary | Sort | Acct | Amt\nN. Threlfall | ‹07-01-16› | ‹33817204› | 412.00\nP. Adeyemi | ‹11-05-90› | ‹00921164› | 98.75",
		"Lastschrift von ‹65331742›, BLZ ‹43060967›, bitte stoppen", "Mein Konto ist ‹65331742› bei der GLS", "vom Konto ‹65331742›, Bankleitzahl ‹43060967›",
		"my customer account is 88213377 with you", "order 27071770, code 204577", "AC 27071770 unit, model 204577",
	},
}

func TestAccountsBesideTheirBanksAreFound_D3(t *testing.T) { checkTyped(t, besideBanks, Person) }

// apartInLines are values in lists whose columns other signs keep apart than in tables that programs make.
var apartInLines = map[Type][]string{
	BirthDate: {
		"Nr / Geb. / Status\n12 / ‹09.03.74› / neu\n10 / ‹27.11.80› / alt", "Name – Geburtstag – Klasse\nEva – ‹11.02.79› – 3b", "Name · geb. · Gruppe\nEva · ‹11.02.79› · A", "Gast • Geburtsdatum • Zimmer\nEva • ‹11.02.79› • 12", "Pupil / DOB / Class\nJo / ‹11.02.09› / 3b",
		"Name - Born - Team\nJo - ‹11/02/1979› - red", "Guest · DOB · Room\nJo · ‹11/02/1979› · 12", "Name — Birthday — Size\nJo — ‹11/02/1979› — M", "Von / Bis / Preis\n09.03.24 / 27.11.24 / 12 Euro", "Stand / Version / Status\n09.03.24 / 2.4.0 / neu",
	},
	SocialID: {"Name / Start / NI\nJ Doyle / 12 / ‹QQ123456C›"},
}

func TestValuesInListsOfOtherSignsAreFound_D3(t *testing.T) { checkTyped(t, apartInLines, Person) }
