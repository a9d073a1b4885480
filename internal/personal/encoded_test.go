package personal

import "testing"

// pulledThrough are values with something between their characters that a reader does not see, or that only a program reads.
var pulledThrough = map[Type][]string{
	Phone: {
		"<b>‹0171</b> 2345678›", "Tel: <span style=\"font-size:12px\" class='x'>‹0171</span>&nbsp;<span>2345678›</span>", "Tel: ‹0171<b>234</b>5678›", "<a href=\"tel:‹+491712345678›\">",
		"<p>Tel.</p><p>‹0171 2345678›</p>", "‹0171😀234😀5678› 🎉", "3🍕 und 2🍺", "Zimmer 12🏠3 Personen", "wenn a<b und c>d, dann 5<6",
	},
	IBAN:    {"IBAN ‹DE89 <b>3704 0044</b> 0532 0130 00›", "IBAN ‹DE89 3704 0044<wbr>0532 0130 00›"},
	Email:   {"‹erika<span>@</span>firma.de›", "<span title=\"‹erika@firma.de›\">Mail</span>", "Mail: ‹ZXJpa2EubXVzdGVybWFubkBleGFtcGxlLm9yZw==›", "SGFsbG8gV2VsdCwgd2llIGdlaHQncz8=", "InternationalBusinessMachines"},
	Address: {"Adresse: ‹Birkenweg 8<br/>38100 Braunschweig›<br>Danke", "<p>‹Birkenweg 8</p><p>38100 Braunschweig›</p>"},
}

func TestWhatNobodySeesHidesNothing_D3(t *testing.T) { checkTyped(t, pulledThrough) }
