package personal

import (
	"slices"
	"strings"
	"testing"
)

func typesIn(found []Entity) []Type {
	var out []Type
	for _, e := range found {
		out = append(out, e.Type)
	}
	return out
}

func TestEachTypeCanBeSwitchedOff_D3(t *testing.T) {
	for typ, cases := range typed {
		text := strings.NewReplacer("‹", "", "›", "").Replace(cases[0])
		if on := typesIn(New(Options{}).Find(text)); !slices.Contains(on, typ) {
			t.Errorf("%s: %v in %q", typ, on, text)
		}
		if off := typesIn(New(Options{Off: []Type{typ}}).Find(text)); slices.Contains(off, typ) {
			t.Errorf("%s is off and found in %q", typ, text)
		}
	}
}

// A name inside another value is part of it, and a name again where such values are not asked for.
func TestANameInsideAValueThatIsOffIsFound_D3(t *testing.T) {
	const text = "kontakt: Sabine.Kowalczyk@firma.de"
	if found := New(Options{}).Find(text); len(found) != 1 || found[0].Type != Email {
		t.Errorf("found %+v", found)
	}
	if found := New(Options{Off: []Type{Email}}).Find(text); len(found) != 1 || found[0].Text != "Sabine.Kowalczyk" {
		t.Errorf("without addresses of mail found %+v", found)
	}
}

func TestPublicValuesStayInEverySpelling_D3(t *testing.T) {
	f := New(Options{Public: []string{"0351 1234567", "Info@Firma.example", "DE89 3704 0044 0532 0130 00", "Hauptstraße 5, 01067 Dresden", "@shop.example", " "}})
	for _, public := range []string{
		"+49 351 1234567", "0351/12 34 567", "(0351) 1234567", "０３５１ 1234567", "info@firma.example", "info (at) firma.example", "DE89370400440532013000", "de89-3704-0044-0532-0130-00",
		"Hauptstraße 5, 01067 Dresden", "wer.auch.immer@shop.example",
	} {
		if found := f.Find("Kontakt: " + public + ", danke"); len(found) > 0 {
			t.Errorf("%q is public and was found as %+v", public, found)
		}
	}
	for _, private := range []string{"0351 1234568", "max@firma.example", "x@shop.example.org", "AT61 1904 3002 3457 3201"} {
		if found := f.Find("Kontakt: " + private + ", danke"); len(found) != 1 || found[0].Text != private {
			t.Errorf("%q is not public and was found as %+v", private, found)
		}
	}
}

func TestWhatMustAlwaysGoGoes_D3(t *testing.T) {
	f := New(Options{Always: []string{"Projekt Adler", "ÖKO-7", "", "info@firma.de"}, Public: []string{"info@firma.de"}, Off: []Type{Email, Person}})
	for text, want := range map[string]string{
		"Was macht projekt adler?":         "projekt adler",
		"Pro\u00adjekt\u00a0Adler ruht":    "Pro\u00adjekt\u00a0Adler",
		"(öko-7)":                          "öko-7",
		"Projekt\nAdler ruht":              "Projekt\nAdler",
		"projekt  \t adler ruht":           "projekt  \t adler",
		"das Projekt-Adler":                "Projekt-Adler",
		"Projekt – Adler":                  "Projekt – Adler",
		"Akte ÖKO 7, ÖKO77":                "ÖKO 7",
		"ÖKO\u20117":                       "ÖKO\u20117",
		"İstanbul: Projekt Adler":          "Projekt Adler", // a letter whose small form is longer
		"Akte_Projekt_Adler_2026.pdf":      "Projekt_Adler",
		"Projekt, Adler":                   "",
		"ProjektAdler":                     "",
		"Projekt Adlers Nest, ÖKO-77":      "",
		"schreib an info@firma.de, ja":     "info@firma.de",
		"schreib an vertrieb@firma.de, ja": "",
	} {
		found := f.Find(text)
		switch {
		case want == "" && len(found) > 0:
			t.Errorf("%q: found %+v", text, found)
		case want != "" && (len(found) != 1 || found[0].Type != Private || found[0].Text != want):
			t.Errorf("%q: found %+v, want %q", text, found, want)
		}
	}
}

func TestTheRegionDecidesHowNumbersAreDialled_D3(t *testing.T) {
	for region, want := range map[string]string{"": "493511234567", "AT": "433511234567", "CH": "413511234567"} {
		found := New(Options{Region: region}).Find("Tel. 0351 1234567")
		if len(found) != 1 || found[0].value != want {
			t.Errorf("%q: %+v, want %s", region, found, want)
		}
	}
	if found := New(Options{Region: "US"}).Find("call 212 555 0123 now"); len(found) != 1 || found[0].Type != Phone {
		t.Errorf("found %+v", found)
	}
}

func TestEachTypeHasANounForOneAndForSeveral(t *testing.T) {
	for typ := range knownTypes {
		for _, language := range []string{"de", "en"} {
			one, several := typ.Noun(1, language), typ.Noun(2, language)
			if one == "" || several == "" || typ != IBAN && typ != BIC && one == string(typ) {
				t.Errorf("%s in %s: %q, %q", typ, language, one, several)
			}
		}
	}
	for n, want := range map[int]string{1: "Geheimnis", 2: "Geheimnisse"} {
		if got := Secret.Noun(n, "de"); got != want {
			t.Errorf("%d secrets are called %q", n, got)
		}
	}
	if got := Type("GONE").Noun(1, "de"); got != "GONE" {
		t.Errorf("a type of an earlier version is called %q", got)
	}
}
