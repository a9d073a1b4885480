package retrieve

import (
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/passage"
)

// travelClinic has a page about each thing that it sells, and all prices on another one.
func travelClinic() []passage.Passage {
	page := func(document, heading, text string) passage.Passage {
		return passage.Passage{ID: document + heading, Document: document, Address: "https://c.example/" + document, Title: document, Headings: []string{document, heading}, Text: text, Language: "en"}
	}
	return []passage.Passage{
		page("Yellow fever", "Certificate", "We are a designated centre for yellow fever. Only our Wells branch is licensed to give this vaccine."),
		page("Vaccine prices", "Prices", "Vaccine: Rabies · Price per dose: £79 · Doses: 3\nVaccine: Yellow fever · Price per dose: £84 · Doses: 1\nVaccine: Dengue · Price per dose: £115 · Doses: 2"),
		page("Malaria", "Tablets", "There is no vaccine for travellers. What works is: tablets, repellent, long sleeves at dusk."),
		page("Appointment", "Before you come", "Bring your itinerary, a list of medicines and the red book for children."),
		page("Winter", "Walk in", "Flu: £18.50 privately. Walk in any day until the end of January."),
	}
}

// Where a price is asked for, the row with it is the answer, though another page has more of the question's words.
func TestThePriceIsFoundInTheTableOfAllPrices(t *testing.T) {
	ix := Build(travelClinic(), Options{})
	for question, want := range map[string]string{
		"how much is a yellow fever vaccine":           "Vaccine prices",
		"how much is a yellow fever jab":               "Vaccine prices",
		"What does the vaccine for yellow fever cost?": "Vaccine prices",
		"Where do I get a yellow fever vaccine?":       "Yellow fever",
	} {
		found := ix.Search(Query{Text: question, K: 6})
		if len(found.Hits) == 0 || found.Hits[0].Passage.Document != want {
			t.Errorf("%q finds %v first, want %q", question, documents(found), want)
		}
		if quotes := ix.Quote(found, 1); want == "Vaccine prices" && (!found.Enough || len(quotes) == 0 || !strings.Contains(quotes[0].Text, "£84")) {
			t.Errorf("%q is answered %q (%.2f), want the price", question, texts(quotes), found.Evidence)
		}
	}
}
