package retrieve

import (
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/passage"
)

// Of two branches beside each other the hours of the one that is named are told, also where only the other one has any on
// the day asked for.
func TestTheNamedBranchIsTold(t *testing.T) {
	branch := func(n int, name, text string) passage.Passage {
		return passage.Passage{ID: name, Document: "filialen", Ordinal: n, Title: "Filialen", Headings: []string{"Filialen", name}, Text: text, Language: "de"}
	}
	ix := Build([]passage.Passage{
		branch(0, "Filiale Nord", "Nordring 12, 23552 Lübeck. Mit einem kleinen Café und Kuchen vom Blech.\nMontag bis Freitag 6 bis 18 Uhr, Samstag 6 bis 13 Uhr"),
		branch(1, "Filiale Süd", "Südallee 3, 23560 Lübeck. Die größte unserer Filialen, mit Parkplätzen vor dem Haus.\nMontag bis Freitag 7 bis 19 Uhr, Samstag 7 bis 14 Uhr, Sonntag 8 bis 11 Uhr"),
		branch(2, "Filiale Travemünde", "Vorderreihe 8, 23570 Travemünde\nTäglich 6.30 bis 17 Uhr"),
	}, Options{})
	for question, want := range map[string]string{
		"Wann hat die Filiale Nord offen?":                      "6 bis 18 Uhr",
		"Hat die Filiale Nord sonntags offen?":                  "6 bis 18 Uhr",
		"Wann hat die Filiale Travemünde am Samstag geöffnet?":  "Täglich 6.30 bis 17 Uhr",
		"Wo ist die Filiale Süd?":                               "Südallee 3",
		"Öffnungszeiten Travemünde":                             "Täglich 6.30 bis 17 Uhr",
		"Welche von Nord und Süd hat am Samstag länger offen?":  "",
		"Wann habt ihr am Sonntag geöffnet, gern irgendwo hin?": "",
	} {
		query := Query{Text: question, Language: "de"}
		headings := map[string]bool{}
		var text strings.Builder
		for _, q := range Whole(ix.Quote(ix.Search(query), 3)) {
			headings[q.Passage.Heading()] = true
			text.WriteString(q.Text + "\n")
		}
		if want != "" && (len(headings) != 1 || !strings.Contains(text.String(), want)) || want == "" && len(headings) == 0 {
			t.Errorf("%q is answered from %v:\n%s", question, headings, text.String())
		}
	}
}

// A branch may have a page of its own, and what is named together with the kind of branch is told from its like: both are a
// "Filiale", the café is none.
func TestTheNamedBranchIsToldFromItsLike(t *testing.T) {
	page := func(document, title, heading, text string) passage.Passage {
		return passage.Passage{ID: document + heading, Document: document, Title: title, Headings: []string{title, heading}, Text: text, Language: "de"}
	}
	branch := func(n int, name, text string) passage.Passage {
		return passage.Passage{ID: name, Document: "filialen", Ordinal: n, Title: "Filialen", Headings: []string{"Filialen", name}, Text: text, Language: "de"}
	}
	for _, c := range []struct {
		passages     []passage.Passage
		before       []string
		question     string
		want, others string
	}{
		{[]passage.Passage{
			page("a", "Salon Altstadt, Hildesheim", "Öffnungszeiten", "Tag: Montag · Uhrzeit: geschlossen\nTag: Freitag · Uhrzeit: 9:00–19:00\nTag: Samstag · Uhrzeit: 8:00–14:00"),
			page("b", "Salon Bahnhof, Nordstemmen", "Öffnungszeiten", "Montag: 10:00–18:00\nDonnerstag und Freitag: 8:30–18:30\nSamstag: 9:00–13:00"),
			page("c", "Preise", "Herren", "Haarschnitt klassisch 29 €"),
		}, []string{"Habt ihr samstags auf?"}, "und in Nordstemmen?", "9:00–13:00", "8:00–14:00"},
		{[]passage.Passage{
			branch(0, "Café am Marktplatz", "Marktplatz 11\nTag: Montag · Zeit: Ruhetag\nTag: Sonntag · Zeit: 8:00 – 16:30 Uhr"),
			branch(1, "Filiale Bahnhof", "Bahnhofstraße 1, in der Eingangshalle\nTag: Samstag · Zeit: 6:30 – 14:00 Uhr\nTag: Sonntag · Zeit: 7:30 – 11:00 Uhr"),
			branch(2, "Filiale Grafenried", "Dorfstraße 29, neben der Bank\nTag: Samstag · Zeit: 6:00 – 12:00 Uhr\nTag: Sonntag · Zeit: geschlossen"),
		}, nil, "Hat die Filiale Bahnhof sonntags offen?", "7:30 – 11:00", "geschlossen"},
	} {
		ix := Build(c.passages, Options{})
		var text strings.Builder
		for _, q := range Whole(ix.Quote(ix.Search(Query{Text: c.question, Language: "de", Context: c.before}), 3)) {
			text.WriteString(q.Text + "\n")
		}
		if !strings.Contains(text.String(), c.want) || strings.Contains(text.String(), c.others) {
			t.Errorf("%q is answered with\n%s", c.question, text.String())
		}
	}
}

// The hours of a branch stand under its name, in a page that says what they are; what names both in a sentence tells
// something else. A day that is closed does not stand out of its week.
func TestTheHoursOfABranchAreThoseUnderItsName(t *testing.T) {
	hours := func(n int, branch, text string) passage.Passage {
		return passage.Passage{ID: branch, Document: "sprechstunden", Ordinal: n, Title: "Sprechstunden & Notfall", Headings: []string{"Sprechstunden & Notfall", branch}, Text: text, Language: "de"}
	}
	ix := Build([]passage.Passage{
		hours(0, "Niederurnen", "Tag: Montag · Vormittag: 8.00–12.00 · Nachmittag: 14.00–19.00\nTag: Dienstag · Vormittag: 8.00–12.00 · Nachmittag: 14.00–18.00\nTag: Donnerstag · Vormittag: geschlossen (Operationen) · Nachmittag: 14.00–18.00\nTag: Samstag · Vormittag: 8.30–11.30 · Nachmittag: –\nBahnhofstrasse 14, 8867 Niederurnen, Telefon 055 610 22 33."),
		hours(1, "Wangen SZ", "Tag: Montag · Vormittag: 8.30–12.00 · Nachmittag: –\nTag: Dienstag · Vormittag: 8.30–12.00 · Nachmittag: 14.00–18.30\nTag: Freitag · Vormittag: 8.30–12.00 · Nachmittag: 14.00–17.00\nSeestrasse 5, 8855 Wangen SZ. Samstags bleibt Wangen geschlossen."),
		{ID: "l", Document: "l", Title: "Leistungen", Headings: []string{"Leistungen", "Ernährung"}, Text: "Tanja Hösli berät zu Übergewicht und Welpenfutter, Freitag 9 bis 11 Uhr in Niederurnen.\nWährend der Sprechstunde: 055 610 22 33\nBahnhofstrasse 14, 8867 Niederurnen · Seestrasse 5, 8855 Wangen SZ", Language: "de"},
	}, Options{})
	for question, want := range map[string]string{
		"Wann ist Sprechstunde in Niederurnen?": "Niederurnen",
		"wann habt ihr in wangen offen":         "Wangen SZ",
	} {
		found := ix.Search(Query{Text: question, Language: "de"})
		quotes := Whole(ix.Quote(found, 3))
		if !found.Enough || len(quotes) == 0 || quotes[0].Passage.Heading() != want || strings.Count(quotes[0].Text, "Tag: ") < 3 {
			t.Errorf("%q, sure %v, is answered with %+v, want the week of %s", question, found.Enough, quotes, want)
		}
	}
}
