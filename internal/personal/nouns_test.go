package personal

import "testing"

// What can be switched off has names for people in both languages.
func TestEveryKindThatCanBeSwitchedOffHasAName_D3(t *testing.T) {
	for _, kind := range Types() {
		for _, language := range []string{"de", "en"} {
			one, several := kind.Noun(1, language), kind.Noun(2, language)
			if kind != IBAN && kind != BIC && (one == string(kind) || several == string(kind)) || several == "" {
				t.Errorf("%s is called %q and %q in %s", kind, one, several, language)
			}
		}
	}
	if got := Email.Noun(2, "fr"); got != "e-mail addresses" {
		t.Errorf("in another language: %q", got)
	}
}
