package system

import (
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/bot"
)

// Who writes in a language that the bot does not speak gets what it says of its own in English, on the page of a German
// firm, too, with quotes in the language of the texts; in German where the bot offers nothing else.
func TestWhoWritesInAnotherLanguageReadsEnglishAroundTheQuotes(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		i := begin(t, settings)
		s, err := i.file("taller.txt", "El taller Rueda Loca repara bicicletas y patinetes. Un pinchazo cuesta doce euros y se repara en el acto.")()
		must(t, err)
		i.ingest(s.ID)
		i.set(func(s *bot.Settings) { s.Contact = map[string]string{"de": "Telefon 0511 123456"} })
		for _, offered := range [][]string{{"de", "en"}, {"de"}} {
			i.set(func(s *bot.Settings) { s.Languages = offered })
			lead, sorry := "This is what our information says:", "Sorry, I could not find anything"
			if len(offered) == 1 {
				lead, sorry = "Dazu steht in unseren Informationen:", "leider nichts gefunden"
			}
			if got := i.ask("", "¿Cuánto cuesta reparar un pinchazo en el taller?"); got.Refused || !strings.HasPrefix(got.Text, lead) || !strings.Contains(got.Text, "doce euros") {
				t.Errorf("%v: answered with %+v", offered, got)
			}
			if got := i.ask("", "¿Quién pintó la Mona Lisa?"); !got.Refused || !strings.Contains(got.Text, sorry) || !strings.Contains(got.Text, "0511 123456") || !strings.Contains(got.Text, "I answer in German and English") {
				t.Errorf("%v: refused with %+v", offered, got)
			}
		}
	})
}
