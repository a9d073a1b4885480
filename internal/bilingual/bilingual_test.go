package bilingual

import "testing"

func TestBothLanguagesSayTheSame(t *testing.T) {
	text := Of("%d Bots", "%d bots").Format(2).Add(AsIs(".")).Add(Of(" Gut.", " Good."))
	for language, want := range map[string]string{"de": "2 Bots. Gut.", "en": "2 bots. Good.", "fr": "2 bots. Good.", "": "2 bots. Good."} {
		if got := text.In(language); got != want {
			t.Errorf("in %q it reads %q, want %q", language, got, want)
		}
	}
}
