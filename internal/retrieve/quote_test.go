package retrieve

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/webchatagent/wca/internal/passage"
)

// nursery is a small site: hours in a table, a café with hours of its own, prices, questions.
func nursery() *Index {
	piece := func(document, heading, text string) passage.Passage {
		return passage.Passage{ID: document + heading, Document: document, Address: "https://g.example/" + document, Title: document, Headings: []string{document, heading}, Text: text, Language: "de"}
	}
	return Build([]passage.Passage{
		piece("Öffnungszeiten", "Verkauf", "Tag: Montag bis Freitag · Sommer: 8:30–18:30 Uhr · Winter: 9:00–17:00 Uhr\nTag: Samstag · Sommer: 8:00–16:00 Uhr · Winter: 9:00–13:00 Uhr\nTag: Sonntag · Sommer: 10:00–12:00 Uhr · Winter: geschlossen\nAn Feiertagen haben wir geschlossen. Ausnahme: Am Muttertag öffnen wir von 8 bis 12 Uhr."),
		piece("Häufige Fragen", "Gibt es ein Café?", "Unser Hofcafé hat freitags und samstags von 10 bis 16 Uhr geöffnet."),
		piece("Häufige Fragen", "Haben Sie einen Online-Shop?", "Nein. Sie können aber per E-Mail vorbestellen und die Ware abholen."),
		piece("Preise", "Gartenpflege", "Leistung: Hecke schneiden · Preis: 52 €\nLeistung: Rasen mähen · Preis: 45 €\nLeistung: Grabpflege · Preis: ab 189 €"),
		piece("Preise", "Pflanzen", "Pflanze: Lavendel · Preis: 3,80 €\nPflanze: Rose, Container · Preis: 19,90 €\nPflanze: Hainbuche · Preis: 6,20 €"),
		piece("Preise", "Planung", "Das Erstgespräch bei Ihnen im Garten dauert eine Stunde und kostet 95 Euro."),
		piece("Team", "Mehmet Yıldız", "Leiter der Gartenpflege.\nTelefon 08141 55 66 73"),
		piece("Kontakt", "Anschrift", "Schöngeisinger Straße 112\n82256 Fürstenfeldbruck\n© 2026 Gärtnerei · Impressum · Preise"),
	}, Options{})
}

func TestQuotesAreTheLinesThatAnswer(t *testing.T) {
	ix := nursery()
	tuesday := time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		query Query
		want  string // the best quote begins with it
		lines int
	}{
		{Query{Text: "Wann habt ihr offen?"}, "Tag: Montag bis Freitag", 3},
		{Query{Text: "öffnungszeiten"}, "Tag: Montag bis Freitag", 3},
		{Query{Text: "Habt ihr sonntags auf?"}, "Tag: Sonntag", 1},
		{Query{Text: "when do you close on saturday?"}, "Tag: Samstag", 1},
		{Query{Text: "Haben Sie am Mittwoch geöffnet?"}, "Tag: Montag bis Freitag", 1},
		{Query{Text: "Haben Sie heute geöffnet?", Now: tuesday}, "Tag: Montag bis Freitag", 1},
		{Query{Text: "Haben Sie übermorgen geöffnet?", Now: tuesday}, "Tag: Montag bis Freitag", 1},
		{Query{Text: "Haben Sie heute Morgen geöffnet?", Now: tuesday.AddDate(0, 0, -2)}, "Tag: Sonntag", 1},
		{Query{Text: "und das Café?", Context: []string{"Wann habt ihr am Sonntag offen?"}}, "Unser Hofcafé", 1},
		{Query{Text: "Was kostet eine Rose?"}, "Pflanze: Rose", 1},
		{Query{Text: "und Lavendel?", Context: []string{"Was kostet eine Rose?"}}, "Pflanze: Lavendel", 1},
		{Query{Text: "und eine Hainbuche?", Context: []string{"Was kostet eine Rose?", "und Lavendel?"}}, "Pflanze: Hainbuche", 1},
		{Query{Text: "Und das Mähen vom Rasen?", Context: []string{"Was kostet eine Rose?"}}, "Leistung: Rasen", 1},
		{Query{Text: "Welche Leistungen gibt es?"}, "Leistung: Hecke", 3},
		{Query{Text: "Haben Sie einen Online-Shop?"}, "Nein. Sie können", 1},
		{Query{Text: "Haben Sie an Feiertagen offen?"}, "An Feiertagen haben wir geschlossen. Ausnahme: Am Muttertag", 1},
		{Query{Text: "adresse"}, "Schöngeisinger Straße 112\n82256", 2},
	} {
		c.query.K = 6
		best := Whole(ix.Quote(ix.Search(c.query), 3))
		if len(best) == 0 || !strings.HasPrefix(best[0].Text, c.want) || strings.Count(best[0].Text, "\n")+1 != c.lines {
			t.Errorf("%q is answered %+v, want %d lines that begin %q", c.query.Text, texts(best), c.lines, c.want)
		}
	}
}

func texts(quotes []Quote) (out []string) {
	for _, q := range quotes {
		out = append(out, q.Text)
	}
	return out
}

func TestWhatTwoPagesSayIsQuotedOnce(t *testing.T) {
	page := func(document, text string) passage.Passage {
		return passage.Passage{ID: document, Document: document, Address: "https://g.example/" + document, Title: document, Text: text, Language: "de"}
	}
	short, long := "Packen Sie die Ware ein und geben Sie das Paket ab.", "Packen Sie die Ware ein und geben Sie das Paket ab. Die Rücksendung ist für Sie kostenlos."
	ix := Build([]passage.Passage{page("kurz", short), page("lang", long), page("versand", "Ein Paket ist zwei Werktage unterwegs.")}, Options{})
	query := Query{Text: "Wo gebe ich das Paket ab?", K: 6}
	quotes := ix.Quote(ix.Search(query), 3)
	if len(quotes) < 2 {
		t.Fatalf("only %q is found: the test proves nothing", texts(quotes))
	}
	if whole := texts(Whole(quotes)); whole[0] != long || slices.Contains(whole, short) {
		t.Errorf("quoted %q", whole)
	}
}

func TestFragmentsAreShownWithTheirHeading(t *testing.T) {
	ix := nursery()
	for text, want := range map[string]string{
		"Wie ist die Telefonnummer?": "Mehmet Yıldız", "Haben Sie einen Online-Shop?": "", "Was kostet eine Rose?": "", "öffnungszeiten": "Verkauf",
	} {
		query := Query{Text: text, K: 6}
		if best := Whole(ix.Quote(ix.Search(query), 1)); len(best) != 1 || best[0].Heading != want {
			t.Errorf("%q is answered %q under %q, want %q", text, best[0].Text, best[0].Heading, want)
		}
	}
}

func TestAnAnnouncedTableIsQuotedWithWhatAnnouncesIt(t *testing.T) {
	table := "Teil: Rahmen · Garantie: 5 Jahre\nTeil: Motor · Garantie: 3 Jahre"
	said := "Für neue Räder gelten zwei Jahre Gewährleistung. Zusätzlich geben wir Garantie:"
	p := &passage.Passage{Document: "d", Text: "Vorab ein Wort.\n" + said + "\n" + table + "\nFragen Sie uns.", Language: "de"}
	long := &passage.Passage{Document: "d", Text: "Das haben wir:\n" + strings.Repeat("• ein langer Punkt der Liste\n", 40), Language: "de"}
	quote := func(p *passage.Passage, text string, item bool) Quote {
		start := strings.Index(p.Text, text)
		return Quote{Passage: p, Start: start, End: start + len(text), Text: text, Item: item}
	}
	for _, c := range []struct {
		quotes []Quote
		want   []string
	}{
		{[]Quote{quote(p, said, false)}, []string{said + "\n" + table}},
		{[]Quote{quote(p, table, true)}, []string{"Zusätzlich geben wir Garantie:\n" + table}},
		{[]Quote{quote(p, table, true), quote(p, "Zusätzlich geben wir Garantie:", false)}, []string{said + "\n" + table}},
		{[]Quote{quote(p, "Teil: Motor · Garantie: 3 Jahre", true)}, []string{"Teil: Motor · Garantie: 3 Jahre"}},
		{[]Quote{quote(p, "Vorab ein Wort.", false)}, []string{"Vorab ein Wort."}},
		{[]Quote{quote(long, "Das haben wir:", false)}, []string{"Das haben wir:"}},
	} {
		if got := texts(Whole(c.quotes)); !slices.Equal(got, c.want) {
			t.Errorf("%q becomes %q, want %q", texts(c.quotes), got, c.want)
		}
	}
}

func TestArticlesWithoutANounLeanOnWhatWasSaid(t *testing.T) {
	for text, want := range map[string]bool{
		"Wie lange gelten die?": true, "was kostet der?": true, "Kann man die auch online kaufen?": true, "Habt ihr den noch in Blau?": true,
		"Was kostet der Kurs?": false, "was kostet der kurs?": false, "Wo ist die Werkstatt?": false,
		"Wann haben Sie geöffnet?": false, "Haben Sie Parkplätze?": false, "haben sie parkplätze": false, "Gibt es bei Ihnen Brot?": false, "Sind sie kostenlos?": true,
	} {
		if leans(text) != want {
			t.Errorf("%q leans: %v", text, !want)
		}
	}
}

// Hours in an item do not say whose they are.
func TestAnItemWithHoursIsShownWithItsHeading(t *testing.T) {
	p := &passage.Passage{Title: "Filialen", Headings: []string{"Filialen", "Marktplatz"}, Text: "• Samstag: 6 bis 13 Uhr\n• Kaffee und Kuchen\nSonntag · 8 bis 11 Uhr\nKurs: Brot backen · Wann: dienstags um 18 Uhr", Language: "de"}
	for _, c := range []struct{ text, want string }{
		{"• Samstag: 6 bis 13 Uhr", "Marktplatz"}, {"• Kaffee und Kuchen", ""}, {"Sonntag · 8 bis 11 Uhr", "Marktplatz"}, {"Kurs: Brot backen · Wann: dienstags um 18 Uhr", ""},
	} {
		start := strings.Index(p.Text, c.text)
		whole := Whole([]Quote{{Passage: p, Start: start, End: start + len(c.text), Text: c.text, Item: true}})
		if whole[0].Heading != c.want {
			t.Errorf("%q is shown under %q, want %q", c.text, whole[0].Heading, c.want)
		}
	}
}

// "Porcelain, 26 cm high." does not say of what.
func TestARemarkIsShownWithItsHeading(t *testing.T) {
	text := "Porcelain, 26 cm high. It is made in our workshop on the first floor, and can be seen there."
	p := &passage.Passage{Title: "Shop", Headings: []string{"Shop", "Tall vase"}, Text: text, Language: "en"}
	end := strings.Index(text, " It")
	for want, headings := range map[string][]string{"Tall vase": {"Shop", "Tall vase"}, "": {"Our vases"}} {
		p.Headings = headings
		q := Quote{Passage: p, Start: 0, End: end, Text: text[:end]}
		if got := q.heading(); got != want {
			t.Errorf("shown under %q, want %q", got, want)
		}
	}
}

// What a heading or the line above a list takes back is told with it: "Akupunktur" alone would be a yes.
func TestWhatIsDeniedAboveIsToldSo(t *testing.T) {
	const list = "Wir behandeln nach Rezept.\n• Massage\n• Lymphdrainage\nNicht im Preis enthalten sind:\n• Handtücher\n• Getränke"
	for _, c := range []struct{ heading, text, quoted, want string }{
		{"Was wir nicht anbieten", "• Osteopathie\n• Akupunktur", "• Akupunktur", "Was wir nicht anbieten"},
		{"What we don’t offer", "• Acupuncture\n• Osteopathy", "• Acupuncture", "What we don’t offer"},
		{"What is not included?", "• Towels\n• Drinks", "• Drinks", "What is not included?"},
		{"Was wir nicht anbieten", "Akupunktur und Osteopathie finden Sie in der Nachbarschaft.", "Akupunktur und Osteopathie finden Sie in der Nachbarschaft.", "Was wir nicht anbieten"},
		{"Leistungen", list, "• Getränke", "Nicht im Preis enthalten sind"},
		{"Leistungen", list, "• Massage", ""},
		{"Notdienst", "• Massage\n• Akupunktur", "• Akupunktur", ""},
	} {
		p := &passage.Passage{Title: "Praxis", Headings: []string{"Praxis", c.heading}, Text: c.text, Language: "de"}
		at := strings.Index(c.text, c.quoted)
		got := Whole([]Quote{{Passage: p, Text: c.quoted, Start: at, End: at + len(c.quoted), Item: strings.HasPrefix(c.quoted, "•")}})
		if len(got) != 1 || got[0].Heading != c.want {
			t.Errorf("%q under %q is shown as %+v, want under %q", c.quoted, c.heading, got, c.want)
		}
	}
}

// A short paragraph is shown whole, however many sentences it has: "The discounts can’t be combined." says nothing alone.
func TestAShortParagraphIsShownWhole(t *testing.T) {
	const said = "Second class for the same child: 10% off. Brothers and sisters: 15% off. The discounts can’t be combined. Early bird: £5 off each term."
	text := "Tiny Tides, 30 min · £66\n" + said
	const quoted = "The discounts can’t be combined."
	at := strings.Index(text, quoted)
	p := &passage.Passage{Title: "Prices", Headings: []string{"Prices", "Children"}, Text: text, Language: "en"}
	got := Whole([]Quote{{Passage: p, Text: quoted, Start: at, End: at + len(quoted)}})
	if len(got) != 1 || got[0].Text != said {
		t.Errorf("shown as %+v", got)
	}
}

// An item of a list that has only words of the question answers by what it stands under, where it is asked whether
// something is so: another item of the list would say the contrary.
func TestAnEntryAnswersByWhatItStandsUnder(t *testing.T) {
	piece := func(id, heading, text, lang string) passage.Passage {
		return passage.Passage{ID: id, Document: "d" + lang, Title: "Haus", Headings: []string{"Haus", heading}, Text: text, Language: lang}
	}
	ix := Build([]passage.Passage{
		piece("1", "Included", "• Breakfast\n• Wi-Fi", "en"), piece("2", "Not included", "• Parking\n• Dinner", "en"),
		piece("3", "Das bieten wir an", "• Zahnreinigung\n• Implantate", "de"),
		piece("4", "Das bieten wir nicht an", "• Kieferorthopädie\n• Akupunktur\nNicht im Preis enthalten:\n• Kurtaxe\n• Endreinigung", "de"),
	}, Options{})
	for _, c := range []struct{ question, lang, text, heading string }{
		{"Is parking included?", "en", "• Parking", "Not included"},
		{"Is breakfast included?", "en", "• Breakfast", "Included"},
		{"Bieten Sie Akupunktur an?", "de", "• Akupunktur", "Das bieten wir nicht an"},
		{"Ist die Kurtaxe im Preis enthalten?", "de", "• Kurtaxe", "Nicht im Preis enthalten"},
		{"Machen Sie Implantate?", "de", "• Implantate", "Das bieten wir an"},
	} {
		got := Whole(ix.Quote(ix.Search(Query{Text: c.question, Language: c.lang, K: 4}), 3))
		if len(got) == 0 || got[0].Text != c.text || got[0].Heading != c.heading {
			t.Errorf("%q is answered %q, want %q under %q", c.question, texts(got), c.text, c.heading)
		}
	}
}

// What the heading says need not be said again: the line under it answers, not the row that has its words.
func TestTheLineUnderTheHeadingAnswers(t *testing.T) {
	piece := func(id string, headings []string, text string) passage.Passage {
		return passage.Passage{ID: id, Document: id, Title: headings[0], Headings: headings, Text: text, Language: "de"}
	}
	ix := Build([]passage.Passage{
		piece("bahnen", []string{"Bahnen", "Cosmic Bowling"}, "Schwarzlicht, Nebel, laute Musik: jeden Freitag und Samstag ab 21 Uhr."),
		piece("feiern", []string{"Feiern", "Pakete"}, "Paket: Feierabend · Inhalt: zwei Stunden Bowling, Fingerfood · Preis: 36 €\nPaket: Abschied · Inhalt: Cosmic Bowling, Schärpe · Preis: 39 €"),
		piece("start", []string{"Start", "Was geht heute?"}, "• Bowling mit Cosmic-Licht\n• Räume, aus denen man entkommen muss"),
	}, Options{})
	q := Query{Text: "cosmic bowling wann", K: 6}
	if best := ix.Quote(ix.Search(q), 3); len(best) == 0 || !strings.Contains(best[0].Text, "21 Uhr") {
		t.Errorf("answered %q", texts(best))
	}
}

func TestWhatHasNoFigureStandsBehindWhatHasTheOneAskedFor(t *testing.T) {
	ix := Build([]passage.Passage{{ID: "1", Document: "p", Address: "https://g.example/p", Title: "Elder", Language: "de",
		Text: "Der Golfer Lee Elder wurde in Dallas geboren und spielte als Kind auf fremden Plätzen.\n„Lee Elder kam zu mir“, sagt der 15-malige Sieger.\nEnde November ging Elder im Alter von 87 Jahren von uns."}}, Options{})
	best := ix.Quote(ix.Search(Query{Text: "Wie alt wurde Lee Elder?"}), 3)
	if len(best) == 0 || best[0].Silent || !strings.Contains(best[0].Text, "87") {
		t.Errorf("quoted %q", texts(best))
	}
}

func TestAFigureAloneIsWhatTheHeadingAboveItSays(t *testing.T) {
	piece := func(id, heading, text string) passage.Passage {
		return passage.Passage{ID: id, Document: "p", Ordinal: int(id[0] - '1'), Address: "https://g.example/p", Title: "Plans", Headings: []string{"Plans", heading}, Language: "en", Text: text}
	}
	ix := Build([]passage.Passage{
		piece("1", "Executive Resume", "$699\n• Select this option if you are an executive in search of a role with a salary over $125K."),
		piece("2", "Entry Resume", "$479\n• Select this option if you begin."),
	}, Options{})
	if best := ix.Quote(ix.Search(Query{Text: "executive resume price"}), 1); len(best) != 1 || best[0].Text != "$699" {
		t.Errorf("quoted %q", texts(best))
	}
	ix = Build([]passage.Passage{
		piece("1", "Bike hire", "Hire a bike\n$25\nHelmet"),
		piece("2", "Walk on the Kasberg", "The walk takes 4 hours. It begins at the station.\nCosts: $15"),
	}, Options{})
	if best := ix.Quote(ix.Search(Query{Text: "how much is the walk?"}), 1); len(best) != 1 || !strings.Contains(best[0].Text, "15") {
		t.Errorf("quoted %q", texts(best))
	}
}

func TestWhereIsToldByTheLineThatSaysSo(t *testing.T) {
	ix := Build([]passage.Passage{
		{ID: "1", Document: "p", Address: "https://g.example/p", Title: "Plejaden", Headings: []string{"Plejaden", "Detailangaben"}, Language: "de", Text: "• Kategorie: Erste Versuche\n• Art der Aufnahme: Digitalfoto\n• Datum: 31/08/2019\n• Ort: Kasberg im Frankenland"},
	}, Options{})
	if best := ix.Quote(ix.Search(Query{Text: "Wo wurde das Plejaden-Bild aufgenommen?"}), 1); len(best) != 1 || best[0].Text != "• Ort: Kasberg im Frankenland" {
		t.Errorf("quoted %q", texts(best))
	}
}

func TestAFurtherPassageOfAPageIsNotMuchBehindItsBest(t *testing.T) {
	piece := func(id, document, text string) passage.Passage {
		return passage.Passage{ID: id, Document: document, Ordinal: int(id[0]-'1') * 4, Address: "https://g.example/" + document, Title: document, Language: "de", Text: text}
	}
	ix := Build([]passage.Passage{
		piece("1", "Solarprojekt", "Das Solarprojekt in Dubai ist das größte Solarprojekt der Welt. Das Solarprojekt in Dubai hat eine Fläche von 44 Quadratkilometern."),
		piece("2", "Solarprojekt", "Mit einer Höhe von 262 Metern ist es das höchste Projekt."),
	}, Options{})
	query := Query{Text: "Wie hoch ist das Solarprojekt in Dubai?"}
	best := ix.Quote(ix.Search(query), 4)
	at := slices.IndexFunc(best, func(q Quote) bool { return strings.Contains(q.Text, "262") })
	if at < 0 || best[at].Score < 0.6*best[0].Score {
		t.Errorf("quoted %q", texts(best))
	}
}

// Of several readings of a question the best quote of each is looked at, and the one that is taken is quoted: the work is done
// once. Other hits are quoted anew.
func TestWhatWasFoundIsQuotedOnce(t *testing.T) {
	ix := Build([]passage.Passage{
		{ID: "1", Document: "a", Title: "Preise", Text: "Ein Haarschnitt kostet 30 €.\nEine Rasur kostet 15 €.\nFärben kostet ab 60 €.", Language: "de"},
		{ID: "2", Document: "b", Title: "Anfahrt", Text: "Parkplätze gibt es hinter dem Haus.", Language: "de"},
	}, Options{})
	for _, q := range []Query{{Text: "Was kostet ein Haarschnitt?"}, {Text: "und eine Rasur?", Context: []string{"Was kostet ein Haarschnitt?"}}} {
		found := ix.Search(q)
		first := ix.Quote(found, 1)
		if again := testing.AllocsPerRun(10, func() { ix.Quote(found, 3) }); again > 2 {
			t.Errorf("%q: quoting again takes %v allocations", q.Text, again)
		}
		if all := ix.Quote(found, 3); len(first) != 1 || !reflect.DeepEqual(first[0], all[0]) {
			t.Errorf("%q: first %+v, then %+v", q.Text, first, all)
		}
		if other := ix.Quote(found.of(ix.Hit(1)), 1); len(other) != 1 || other[0].Passage.ID != "2" {
			t.Errorf("%q: the other passage offers %+v", q.Text, other)
		}
	}
}
