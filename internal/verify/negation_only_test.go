package verify

import (
	"testing"

	"github.com/webchatagent/wca/internal/passage"
)

func TestWhatTheSourcesOnlyDenyIsNotStated_C3(t *testing.T) {
	piece := func(title, language, text string) passage.Passage {
		return passage.Passage{ID: title, Document: title, Title: title, Text: text, Language: language}
	}
	for _, j := range []judged{
		{"de", []passage.Passage{
			piece("Zahlung", "de", "Bar, Girokarte und Visa. Schecks nehmen wir nicht."),
			piece("Termine", "de", "Kann ich ohne Termin kommen? Ja."),
			piece("Umtausch", "de", "Maßgefertigte Möbel können nicht zurückgegeben werden. Lagerware tauschen wir innerhalb von acht Wochen um."),
		}, map[string]Reason{
			"Sie können mit Girokarte, Visa und Schecks bezahlen.": Negation,
			"Sie können mit Girokarte und Visa bezahlen.":          "",
			"Schecks nehmen wir leider nicht.":                     "",
			"Sie können auch mit PayPal bezahlen.":                 Name,
			"Maßgefertigte Möbel können zurückgegeben werden.":     Negation,
			"Lagerware tauschen wir acht Wochen lang um.":          "",
		}},
		{"en", []passage.Passage{
			piece("FAQ", "en", "Can I bring my dog? Sorry, no dogs in the workshop, except assistance dogs. What should I wear? Old clothes and closed shoes."),
			piece("Delivery", "en", "Delivery costs £4. We do not ship outside the UK at the moment."),
			piece("Plate", "en", "Stoneware, 18 cm, not suitable for microwaves."),
			piece("Mug", "en", "Stoneware, 350 ml, dishwasher safe."),
		}, map[string]Reason{
			"Dogs are allowed in the workshop.":                      Negation,
			"Dogs aren't allowed unless they are assistance dogs.":   "",
			"The plate is microwave safe.":                           Negation,
			"The plate isn't microwave safe.":                        "",
			"The mug is dishwasher safe.":                            "",
			"We ship worldwide.":                                     Negation,
			"We currently don't ship outside the UK.":                "",
			"Please wear old clothes and closed shoes in the class.": "",
		}},
	} {
		j.check(t)
	}
}
