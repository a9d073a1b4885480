package word

import "testing"

func TestFormsOfDutchVerbsHaveOneRoot(t *testing.T) {
	for _, forms := range [][]string{
		{"werken", "werkt", "gewerkt", "werkte", "werkten"}, {"bouwen", "bouwt", "gebouwd", "bouwde"}, {"kopen", "koopt"}, {"betalen", "betaalt", "betaald", "betaalde"},
		{"malen", "maalt", "gemalen"}, {"zwemmen", "zwemt"}, {"geven", "geeft", "gegeven"}, {"lezen", "leest", "gelezen"}, {"opbellen", "opgebeld"}, {"openen", "geopend", "opent"}, {"boot", "bootje"},
	} {
		want := Verb("nl", forms[0])
		for _, form := range forms[1:] {
			if got := Verb("nl", form); got != want {
				t.Errorf("%s: %s, but %s of %s", form, got, want, forms[0])
			}
		}
	}
	for _, c := range [][3]string{{"de", "werkt", ""}, {"nl", "op", ""}, {"nl", "geld", "gel~"}, {"nl", "kopen", "kop~"}} {
		if got := Verb(c[0], c[1]); got != c[2] {
			t.Errorf("%s, %s: %q", c[0], c[1], got)
		}
	}
}
