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
			lead, sorry := "Here is what I found:", "Sorry, I could not find anything"
			if len(offered) == 1 {
				lead, sorry = "Das habe ich dazu gefunden:", "leider nichts gefunden"
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

// A few words that stand in dictionaries of both languages are in that of the pages, whatever the browser speaks; not
// where the bot does not offer it.
func TestWordsOfBothLanguagesAreInThatOfTheSite(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		i := begin(t, settings)
		s, err := i.file("dance.md", "# Dance school\n\nHalf term: no children's classes from 28 October to 2 November. Adult classes run as normal.\n\n# Prices\n\nA trial class costs £8. You can pay by card at the front desk.")()
		must(t, err)
		i.ingest(s.ID)
		for _, c := range []struct {
			offered    []string
			text, want string
		}{
			{[]string{"de", "en"}, "half term dates", "Here is what I found:\n\nHalf term"},
			{[]string{"de", "en"}, "sauna hotel bar", "Sorry, I could not find anything"},
			{[]string{"de", "en"}, "Wann sind Ferien?", "Das habe ich dazu gefunden:\n\nHalf term"},
			{[]string{"de"}, "sauna hotel bar", "leider nichts gefunden"},
		} {
			i.set(func(s *bot.Settings) { s.Languages = c.offered })
			got := i.ask("", c.text)
			if !strings.Contains(got.Text, c.want) {
				t.Errorf("%v, %q: answered with %+v", c.offered, c.text, got)
			}
		}
	})
}
