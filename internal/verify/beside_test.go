package verify

import (
	"testing"

	"github.com/webchatagent/wca/internal/retrieve"
)

// TestOneSideOfAMatterIsNotTheOther judges sentences that are written like their source but for the side of a matter.
func TestOneSideOfAMatterIsNotTheOther(t *testing.T) {
	for _, j := range []judged{
		{"de", []retrieve.Passage{{Text: "Warme Küche gibt es bis 21 Uhr, danach noch kalte Platte. Freie Plätze können Sie online buchen. Die Prüfung muss mindestens 21 Tage vor dem Umzug erfolgt sein. Die Tour findet meist am Vormittag statt. Kaffee gibt es nur im Foyer. Den Schlüssel schicken wir Ihnen zu.", Language: "de"}}, map[string]Reason{
			"Warme Küche gibt es ab 21 Uhr.":                                 Condition,
			"Warme Küche gibt es bis 21 Uhr.":                                "",
			"Freie Plätze müssen Sie online buchen.":                         Condition,
			"Sie können freie Plätze online buchen.":                         "",
			"Die Prüfung muss höchstens 21 Tage vor dem Umzug erfolgt sein.": Condition,
			"Die Tour findet immer am Vormittag statt.":                      Condition,
			"Die Tour findet meistens am Vormittag statt.":                   "",
			"Kaffee gibt es auch im Foyer.":                                  Condition,
			"Den Schlüssel schicken Sie uns zu.":                             Words,
		}},
		{"en", []retrieve.Passage{{Text: "Students may bring their own laptops. Bands can set up from 5pm. Please show your card at our desk. Workshops usually last a morning.", Language: "en"}}, map[string]Reason{
			"Students must bring their own laptops.": Condition,
			"Students can bring their own laptops.":  "",
			"Bands can set up until 5pm.":            Condition,
			"Please show our card at your desk.":     Words,
			"Workshops always last a morning.":       Condition,
		}},
	} {
		j.check(t)
	}
}

// TestAFigureOfAnotherSentenceIsNotItsOwn judges sentences written like their source with the figure of another.
func TestAFigureOfAnotherSentenceIsNotItsOwn(t *testing.T) {
	for _, j := range []judged{
		{"de", []retrieve.Passage{{Text: "Unterlagen von Bewerbern löschen wir drei Monate nach der Absage. Rechnungen bewahren wir zehn Jahre auf. Auf Nähte geben wir zwölf Monate Garantie. Das Sommerfest feiern wir am 20. Juni. Im Oktober ist der Laden am 3. geschlossen.", Language: "de"}}, map[string]Reason{
			"Unterlagen von Bewerbern löschen wir zehn Jahre nach der Absage.": Number,
			"Unterlagen von Bewerbern löschen wir 3 Monate nach der Absage.":   "",
			"Rechnungen bewahren wir drei Monate auf.":                         Number,
			"Auf Nähte geben wir ein Jahr Garantie.":                           "",
			"Das Sommerfest feiern wir am 20. Oktober.":                        Number,
			"Das Sommerfest feiern wir am 20.6.":                               "",
		}},
		{"en", []retrieve.Passage{{Text: "A power flush takes six hours. Boilers are serviced in two hours. The summer show opens on 7 June.", Language: "en"}}, map[string]Reason{
			"A power flush takes two hours.":    Number,
			"A power flush takes 6 hours.":      "",
			"The summer show opens on June 7.":  "",
			"Boilers are serviced in 2 hours.":  "",
			"Boilers are serviced in six hours": Number,
		}},
	} {
		j.check(t)
	}
}
