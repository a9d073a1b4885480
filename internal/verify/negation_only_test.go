package verify

import (
	"testing"

	"github.com/webchatagent/wca/internal/retrieve"
)

func TestWhatTheSourcesOnlyDenyIsNotStated_C3(t *testing.T) {
	passage := func(title, language, text string) retrieve.Passage {
		return retrieve.Passage{ID: title, Document: title, Title: title, Text: text, Language: language}
	}
	for _, j := range []judged{
		{"de", []retrieve.Passage{
			passage("Zahlung", "de", "Bar, Girokarte und Visa. Schecks nehmen wir nicht."),
			passage("Termine", "de", "Kann ich ohne Termin kommen? Ja."),
			passage("Umtausch", "de", "Maßgefertigte Möbel können nicht zurückgegeben werden. Lagerware tauschen wir innerhalb von acht Wochen um."),
		}, map[string]Reason{
			"Sie können mit Girokarte, Visa und Schecks bezahlen.": Negation,
			"Sie können mit Girokarte und Visa bezahlen.":          "",
			"Schecks nehmen wir leider nicht.":                     "",
			"Sie können auch mit PayPal bezahlen.":                 Name,
			"Maßgefertigte Möbel können zurückgegeben werden.":     Negation,
			"Lagerware tauschen wir acht Wochen lang um.":          "",
		}},
		{"en", []retrieve.Passage{
			passage("FAQ", "en", "Can I bring my dog? Sorry, no dogs in the workshop, except assistance dogs. What should I wear? Old clothes and closed shoes."),
			passage("Delivery", "en", "Delivery costs £4. We do not ship outside the UK at the moment."),
			passage("Plate", "en", "Stoneware, 18 cm, not suitable for microwaves."),
			passage("Mug", "en", "Stoneware, 350 ml, dishwasher safe."),
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
