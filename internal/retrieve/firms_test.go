package retrieve

import (
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/extract/document"
	"github.com/webchatagent/wca/internal/passage"
)

// firm is a site of one page per heading and text.
func firm(lang string, pages ...[2]string) *Index {
	var all []passage.Passage
	for _, p := range pages {
		d := document.Document{Title: p[0], Language: lang, Blocks: []document.Block{{Kind: document.KindHeading, Level: 1, Text: p[0]}}}
		for paragraph := range strings.SplitSeq(p[1], "\n") {
			if heading, ok := strings.CutPrefix(paragraph, "# "); ok {
				d.Blocks = append(d.Blocks, document.Block{Kind: document.KindHeading, Level: 2, Text: heading})
				continue
			}
			d.Blocks = append(d.Blocks, document.Block{Kind: document.KindParagraph, Text: paragraph})
		}
		all = append(all, passage.Split(d, passage.Options{Document: p[0], Address: "https://firm.example/" + p[0]})...)
	}
	for i := range all {
		Analyse(&all[i])
	}
	return Build(all, Options{})
}

// What people ask in other words than the page's is answered with the sentence that says it.
func TestEverydayQuestionsAreAnsweredInThePagesWords(t *testing.T) {
	bakery := firm("de",
		[2]string{"Bäckerei Lorenz", "Unsere Bäckerei wurde 1924 von Albert Lorenz gegründet. Wir backen in der vierten Generation.\n# So finden Sie uns\nBäckerei Lorenz, Alte Poststraße 24, 83022 Rosenheim.\n# Öffnungszeiten\nMontag bis Freitag 6–18 Uhr, Samstag 6–12 Uhr.\n# Torten\nTorten bestellen Sie bitte drei Tage vorher. Eine Torte für zwölf Personen kostet ab 42 Euro."},
		[2]string{"Arbeiten bei uns", "# Offene Stellen\nBäckergeselle in Vollzeit ab sofort. Verkäuferin in Teilzeit, 20 Stunden.\n# Ausbildung\nWir bilden aus: Bäcker und Fachverkäuferin. Beginn ist der 1. September."})
	ropes := firm("de",
		[2]string{"Kurse", "Unser Spleißkurs dauert einen Nachmittag und kostet 65 € einschließlich Material. In einem Kurs sind höchstens acht Leute. Kinder ab 10 Jahren dürfen mit einem Erwachsenen teilnehmen.\nDer nächste Kurs ist am 14. März 2027 um 14 Uhr."},
		[2]string{"Versand", "Innerhalb Deutschlands kostet der Versand 5,90 €, nach Österreich 12,90 €. Ab 100 € Warenwert ist der Versand in Deutschland frei.\nDie Lieferung dauert drei bis fünf Werktage.\nBezahlen können Sie per Vorkasse oder mit American Express."},
		[2]string{"Stellenangebote", "Einen Ausbildungsplatz als Seiler bieten wir wieder im Sommer 2027."})
	vet := firm("de",
		[2]string{"Leistungen", "# Kastration\nDie Kastration eines Katers kostet rund 95 Euro.\n# Hausbesuche\nHausbesuche machen wir donnerstags im Umkreis von 10 km. Dafür berechnen wir 25 Euro Wegegeld."},
		[2]string{"Die Praxis", "# Karriere\nWir bilden Tiermedizinische Fachangestellte aus. Die Ausbildung beginnt jedes Jahr am 1. August.\n# Parken\nHinter dem Haus sind vier Parkplätze."})
	pottery := firm("en",
		[2]string{"Classes", "# Six-week course\nThe course costs £210 and runs on Thursday evenings from 6pm to 8pm. Groups of up to eight.\n# Children\nChildren from 6 years can take part in our Saturday club, £15 a session.\n# Cancelling\nYou get a full refund if you cancel at least 7 days before. After that we can move your booking once."},
		[2]string{"Shop", "We ship mugs and bowls within the UK; delivery costs £6 and takes about a week. We do not ship abroad.\nWe accept Visa, Mastercard and cash.\n# Vouchers\nVouchers start at £20 and are valid for 18 months.\n# Dogs\nOnly assistance dogs are allowed in the studio."},
		[2]string{"Cobble Lane Pottery", "A small studio with eight wheels and two kilns.\n# Opening hours\nTuesday to Saturday 10am to 5pm, closed on Sundays and Mondays.\n# Find us\n14 Cobble Lane, Whitby YO21 3PX. The nearest car park is at the harbour."})
	for _, c := range []struct {
		ix                   *Index
		lang, question, want string
	}{
		{bakery, "de", "Stellt ihr Leute ein?", "Bäckergeselle"},
		{bakery, "de", "Wie alt ist die Bäckerei?", "wurde 1924"},
		{ropes, "de", "Sucht ihr Azubis?", "Ausbildungsplatz"},
		{vet, "de", "Sucht ihr Azubis?", "usbild"},
		{ropes, "de", "Wie lange dauert der Versand?", "drei bis fünf Werktage"},
		{ropes, "de", "Wie alt muss mein Sohn für den Kurs sein?", "ab 10 Jahren"},
		{ropes, "de", "Kann man mit Amex zahlen?", "American Express"},
		{vet, "de", "Kommen Sie auch zu mir nach Hause?", "Hausbesuche"},
		{pottery, "en", "How many people are in a class?", "up to eight"},
		{pottery, "en", "What time does the evening course start?", "from 6pm"},
		{pottery, "en", "Can I pay by Amex?", "Visa, Mastercard"},
		{pottery, "de", "Liefert ihr nach Deutschland?", "not ship abroad"},
	} {
		q := Query{Text: c.question, Language: c.lang, K: 8}
		r := c.ix.Search(q)
		if !r.Enough {
			t.Errorf("%q is refused with an evidence of %.2f", c.question, r.Evidence)
		}
		quotes := Whole(c.ix.Quote(r, 1))
		if len(quotes) == 0 || quotes[0].Silent || !strings.Contains(quotes[0].Text, c.want) {
			t.Errorf("%q: %+v, want %q", c.question, quotes, c.want)
		}
	}
}
