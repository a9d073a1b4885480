package stated

import (
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/word"
)

func TestTheKindOfTimeIsToldFromTheQuestion(t *testing.T) {
	for want, questions := range map[When]string{
		WhenOpen: "Wann haben Sie am Marktplatz geöffnet? | wann habt ihr offen | Wann macht ihr auf? | wann macht ihr zu | ab wann ist der Laden geöffnet? | When are you open? | when do you open on Saturday" +
			" | what time do you close on Saturday | how late are you open | Um wie viel Uhr schließt ihr? | Wie lange habt ihr samstags auf? | wie lange haben Sie heute geöffnet | wann schließen Sie",
		WhenFounded: "Wann wurde die Bäckerei gegründet? | Seit wann gibt es Sie? | In welchem Jahr wurde der Laden eröffnet? | Seit wann besteht die Firma? | When was the bakery founded? | wann wurde das haus gebaut",
		WhoFounded:  "Wer hat die Bäckerei gegründet? | Und wer gründete den Laden? | Who founded the bakery?",
		WhenAny: "Wann beginnt der Kurs? | Wann wird geliefert? | Wann wird die neue Filiale eröffnet? | Haben Sie geöffnet? | Seit wann ist Frau Holm im Team? | When does the exhibition start? | Wann war der Flohmarkt?" +
			" | Wie lange hat man Zeit zu zahlen? | Wann schließt die Anmeldung? | wann ist die praxis im sommer zu | Wann habt ihr zu? | Wann haben Sie an Weihnachten geschlossen? | how long does it take | what time does the tour start",
	} {
		for question := range strings.SplitSeq(questions, " | ") {
			if got := WhenAsked(word.Tokens(question, "de")); got != want {
				t.Errorf("%q asks for %d, want %d", question, got, want)
			}
		}
	}
}

func TestWhoBeganIsToldApartFromWhen(t *testing.T) {
	if opened := "Granite Hall was opened in 2015 by Priya Nair."; !WhoFounded.StatedIn(opened, word.Tokens(opened, "en")) {
		t.Errorf("%q does not say who", opened)
	}
	if opened := "We opened in 2015 in an old barn."; WhoFounded.StatedIn(opened, word.Tokens(opened, "en")) {
		t.Errorf("%q says who", opened)
	}
}
