package retrieve

import (
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/passage"
)

// The year in which a firm began and its opening hours are different answers, however many words of the
// question a text has.
func TestWhenIsAnsweredWithTheKindOfTimeAskedFor(t *testing.T) {
	page := func(title, text string) passage.Passage {
		return passage.Passage{ID: title, Document: title, Address: "https://b.example/" + title, Title: title, Headings: []string{title}, Text: text, Language: "de"}
	}
	ix := Build([]passage.Passage{
		page("Bäckerei Holm", "Traditionsbäckerei am Marktplatz. Frische Brezen jeden Morgen ab 6 Uhr.\nBäckerei Holm · Marktplatz 4 · 82256 Wiesenbach\nTelefon 08141 55 66 77\nMo–Fr 6:00–18:00 Uhr, Sa 6:00–13:00 Uhr"),
		page("Geschichte", "1931 eröffnete Karl Holm seine Bäckerei am Marktplatz. Damals gab es nur Brot.\n1968 übernahm Sohn Georg den Betrieb."),
		page("Filialen", "Marktplatz: Montag bis Freitag 6 bis 18 Uhr geöffnet."),
	}, Options{})
	for question, want := range map[string]string{
		"Wann wurde die Bäckerei gegründet?":              "1931 eröffnete",
		"In welchem Jahr wurde die Bäckerei eröffnet?":    "1931 eröffnete",
		"Wann haben Sie am Marktplatz geöffnet?":          "Marktplatz: Montag",
		"Wann hat die Bäckerei Holm am Marktplatz offen?": "Uhr",
	} {
		query := Query{Text: question, K: 6}
		best := Whole(ix.Quote(ix.Search(query), 3))
		if len(best) == 0 || best[0].Silent || !strings.Contains(best[0].Text, want) || strings.Contains(best[0].Text, "1931") != strings.HasPrefix(want, "1931") {
			t.Errorf("%q is answered %q, want %q", question, texts(best), want)
		}
	}
}

// Whoever began something is a person, and since when somebody leads a firm is not since when it is there.
func TestWhoBeganAFirmAndSinceWhenItIsThere(t *testing.T) {
	page := func(title, text string, headings ...string) passage.Passage {
		return passage.Passage{ID: title + text, Document: title, Address: "https://b.example/" + title, Title: title, Headings: append([]string{title}, headings...), Text: text, Language: "de"}
	}
	ix := Build([]passage.Passage{
		page("Impressum", "Brückl Orthopädie & Schuhe GmbH\nObermarkt 14\nVertreten durch den Geschäftsführer: Anton Brückl"),
		page("Unser Team", "Geschäftsführer, Orthopädieschuhmacher\nFührt die Firma seit 2014.", "Anton Brückl"),
		page("Unser Team", "Gründerin, Buchhaltung", "Rosa Brückl"),
		page("Start", "Seit 1987 kümmern wir uns im Allgäu um Füße aller Art."),
	}, Options{})
	for question, want := range map[string]string{
		"Wer hat die Firma gegründet?": "Gründerin",
		"Wer ist der Gründer?":         "Gründerin",
		"Seit wann gibt es euch?":      "Seit 1987",
	} {
		query := Query{Text: question, K: 6}
		best := Whole(ix.Quote(ix.Search(query), 3))
		if len(best) == 0 || best[0].Silent || !strings.HasPrefix(best[0].Text, want) {
			t.Errorf("%q is answered %q, want %q", question, texts(best), want)
		}
	}
}

// Who asks for the hours of a day gets these, however they are asked for and though "9–5" alone is no time of the day.
func TestTheHoursOfADayAreToldSurely(t *testing.T) {
	page := func(document, text string) passage.Passage {
		return passage.Passage{ID: document, Document: document, Address: "https://c.example/" + document, Title: "Clinic", Headings: []string{document}, Text: text, Language: "en"}
	}
	ix := Build([]passage.Passage{
		page("Station Road", "Day: Monday to Friday · Pharmacy: 8.30–6.30 · Clinic: 10–6\nDay: Saturday · Pharmacy: 9–5 · Clinic: 9–1\nDay: Sunday · Pharmacy: closed · Clinic: closed"),
		page("Your appointment", "Please come ten minutes early. We open the doors for walk-in patients on Saturdays in winter."),
		page("Winter jabs", "Walk in any Saturday until the end of January. Flu: £18.50."),
		page("Malaria", "Tablets start two days before you leave and go on for a week."),
		page("Payment", "Cards and cash. At the close of each month we send invoices to firms."),
	}, Options{})
	for _, question := range []string{"what time do you close on Saturday", "how late are you open on saturdays?", "When do you open on Saturday?"} {
		found := ix.Search(Query{Text: question, K: 6})
		quotes := ix.Quote(found, 3)
		if !found.Enough || len(quotes) == 0 || quotes[0].Silent || !strings.HasPrefix(quotes[0].Text, "Day: Saturday") || strings.Contains(strings.Join(texts(quotes), " "), "Sunday") {
			t.Errorf("%q is answered %q (%.2f), want the hours of Saturday", question, texts(quotes), found.Evidence)
		}
	}
}

// Since when somebody has done something does not tell how old they are.
func TestSinceWhenIsNoAge(t *testing.T) {
	for text, silent := range map[string]bool{"Inhaber. Betreut seit 2009 die Handballerinnen.": true, "Inhaber, 51 Jahre alt. Betreut seit 2009 die Handballerinnen.": false} {
		ix := Build([]passage.Passage{{ID: "1", Document: "1", Title: "Team", Headings: []string{"Team", "Jochen Kolbe"}, Language: "de", Text: text}}, Options{})
		if best := ix.Quote(ix.Search(Query{Text: "Wie alt ist Jochen Kolbe?", K: 3}), 1); len(best) != 1 || best[0].Silent != silent {
			t.Errorf("%q: %+v", text, best)
		}
	}
}
