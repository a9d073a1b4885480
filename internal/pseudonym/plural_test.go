package pseudonym

import "testing"

// What can be switched off has a name for people in both languages.
func TestEveryKindThatCanBeSwitchedOffHasAName_D3(t *testing.T) {
	for _, kind := range Types() {
		for _, language := range []string{"de", "en"} {
			name := kind.Plural(language)
			if kind != IBAN && kind != BIC && (name == string(kind) || name == kind.In(language)) {
				t.Errorf("%s is called %q in %s", kind, name, language)
			}
		}
	}
	if got := Email.Plural("fr"); got != "e-mail addresses" {
		t.Errorf("in another language: %q", got)
	}
}
