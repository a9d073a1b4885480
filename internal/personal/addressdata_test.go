package personal

import "testing"

// inData are addresses in the fields of data for programs, and fields with the same names that hold none.
var inData = map[Type][]string{
	Address: {
		"<strasse>‹Am Ziegelteich 8b›</strasse><plz>‹24103›</plz><ort>‹Kiel›</ort><artnr>24103-8</artnr>",
		"<ns:Street>‹Am Ziegelteich›</ns:Street>\n<ns:HouseNo>‹8b›</ns:HouseNo>\n<ns:PostalCode>‹24103›</ns:PostalCode><ns:City>‹Kiel›</ns:City>",
		`{"strasse":"‹Am Ziegelteich›","hausnr":"‹8b›","plz":"‹24103›","ort":"‹Kiel›"}`,
		`{"strasse": "‹Am Ziegelteich›", "nr": "‹8b›", "plz": ‹24103›, "ort": "‹Kiel›", "preis": 24103}`,
		`{"addressLine1": "‹22 Chapel Row›", "town": "‹Wells›", "postcode": "‹BA5 3QT›"}`,
		`{"billing_street":"‹118 Main St›","billing_city":"‹Plano›","billing_state":"‹TX›","billing_zip":"‹75074›"}`,
		"strasse=‹Am+Ziegelteich+8b›&plz=‹24103›&ort=‹Kiel›&artikel=24103",
		`{"city":"Kiel","temp":12}`, `{"code":"404","city":"Kiel"}`, `{"ort":"Kiel","titel":"Konzert","preis":12}`, "https://shop.de/suche?ort=Kiel&kategorie=12", `<a href="/x">Kiel</a> <b>24103</b>`,
	},
}

func TestAddressesInDataAreFound_D3(t *testing.T) { checkTyped(t, inData) }
