package main

import "testing"

// The examples are those that the bodies in charge publish.
func TestCheckDigitsAreThoseOfPublishedExamples(t *testing.T) {
	austrian, _ := austrianOf("123", "010180")
	swiss, _ := swissVAT("12345678")
	for _, c := range []struct{ what, got, want string }{
		{"IBAN of the SWIFT registry", ibanOf("DE", "370400440532013000"), "DE89370400440532013000"},
		{"British IBAN of the SWIFT registry", ibanOf("GB", "NWBK60161331926819"), "GB29NWBK60161331926819"},
		{"card for tests", withLuhn("411111111111111"), "4111111111111111"},
		{"American Express card for tests", withLuhn("37828224631000"), "378282246310005"},
		{"tax id of the federal tax office", withMod11("8609574271"), "86095742719"},
		{"VAT id of the federal tax office", withMod11("13669597"), "136695976"},
		{"health insurance number", healthOf('A', "12345678"), "A123456780"},
		{"pension insurance number", pensionOf("15", "070649", 'C', "10"), "15070649C103"},
		{"AHV number of the federal office", swissOf("756921707698"), "7569217076985"},
		{"Austrian insurance number", austrian, "1237010180"},
		{"Austrian VAT id", austrianVAT("1358562"), "13585627"},
		{"Swiss VAT id", swiss, "123456788"},
		{"passport of ICAO 9303", "L898902C3" + passportDigit("L898902C3"), "L898902C36"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %s, want %s", c.what, c.got, c.want)
		}
	}
}
