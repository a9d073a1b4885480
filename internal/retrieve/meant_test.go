package retrieve

import (
	"strings"
	"testing"
	"time"

	"github.com/webchatagent/wca/internal/passage"
)

// aMonday is the last of November, when a Tuesday comes next.
var aMonday = time.Date(2026, 11, 30, 10, 0, 0, 0, time.UTC)

// What asks for opening hours and nothing else is read as that, and so is another time behind it.
func TestQuestionsForOpeningHoursAreReadAsWhatTheyAsk(t *testing.T) {
	for _, c := range []struct {
		text, want string // "" for the question as it is
		earlier    []string
	}{
		{"habt ihr heute auf?", "Wann habt ihr am Montag geöffnet?", nil},
		{"Seid ihr morgen da?", "Wann habt ihr am Dienstag geöffnet?", nil},
		{"habt ihr übermorgen noch offen", "Wann habt ihr am Mittwoch geöffnet?", nil},
		{"are you open tonight?", "When are you open on Monday?", nil},
		{"und morgen früh?", "Wann habt ihr am Dienstag früh geöffnet?", []string{"habt ihr heute auf?"}},
		{"und am Wochenende?", "Wann habt ihr am Wochenende geöffnet?", []string{"habt ihr heute auf?", "und morgen?"}},
		{"what about the weekend?", "When are you open the weekend?", []string{"When do you open?"}},
		{"und zwischen den Jahren?", "Habt ihr zwischen Weihnachten und Neujahr geöffnet?", []string{"Wann habt ihr auf?"}},
		{"are you open over christmas?", "Are you open over christmas?", nil},
		{"und morgen?", "", []string{"Was kostet die Sauna heute?"}},
		{"und morgen?", "", nil},
		{"Hat das Restaurant heute auf?", "", nil},
		{"Bis wann habt ihr heute auf?", "", nil},
		{"Ist die Anmeldung noch offen?", "", nil},
		{"Macht ihr heute Hausbesuche?", "", nil},
		{"Wem gehört der Laden?", "Wer ist der Chef?", nil},
		{"wer ist bei euch eigentlich die Chefin", "Wer ist der Chef?", nil},
		{"who is in charge?", "Who is the boss?", nil},
		{"Wer leitet das?", "", []string{"Wann ist der Kurs?"}},
		{"wo ist der Laden?", "Wie ist eure Adresse?", nil},
		{"Wo ist der Laden mit den Schuhen?", "", nil},
		{"wie ist die nummer", "Wie ist eure Telefonnummer?", []string{"Was tun bei Schmerzen?"}},
		{"dann gebt mir bitte die Telefonnummer", "Wie ist eure Telefonnummer?", nil},
		{"what's your phone number", "What is your phone number?", nil},
		{"Welche Nummer hat das Zimmer?", "", nil},
		{"Nummer?", "", nil},
		{"ist da heute noch jemand?", "Wann habt ihr am Montag geöffnet?", nil},
		{"Ist da jemand, der Englisch spricht?", "", nil},
		{"Wo seid ihr denn?", "Wie ist eure Adresse?", nil},
		{"Und wo finde ich euch?", "Wie ist eure Adresse?", []string{"Was kostet das?"}},
		{"where are you", "What is your address?", nil},
		{"Wo seid ihr am Samstag?", "", nil},
		{"Wem gehört der Hund?", "", nil},
		{"Was kostet Parken für den Chef?", "", nil},
	} {
		q := Query{Text: c.text, Context: c.earlier, Now: aMonday, Language: "de"}
		if c.want == "" {
			c.want = c.text
		}
		if got := q.Meant().Text; got != c.want {
			t.Errorf("%q behind %q means %q, want %q", c.text, c.earlier, got, c.want)
		}
	}
}

func TestADateThatIsAFeastIsAskedForByItsName(t *testing.T) {
	for text, want := range map[string]string{
		"Habt ihr am 24. Dezember auf?": "Habt ihr an Heiligabend geöffnet?", "Habt ihr am 31.12. geöffnet?": "Habt ihr an Silvester geöffnet?", "Are you open on 25 December?": "Are you open on christmas?",
		"Habt ihr am 12. Mai auf?": "", "Was kostet das am 24. Dezember?": "",
	} {
		if q, ok := (Query{Text: text, Language: "de"}).OnFeast(); ok != (want != "") || ok && q.Text != want {
			t.Errorf("%q is read %q, want %q", text, q.Text, want)
		}
	}
}

// Of the hours of a year those are told that hold on the day asked for, and of feasts those of the one that is named.
func TestTheHoursOfTheDayAskedForAreTold(t *testing.T) {
	page := func(document, heading, text, lang string) passage.Passage {
		return passage.Passage{ID: document + heading, Document: document, Address: "https://c.example/" + document, Title: document, Headings: []string{document, heading}, Text: text, Language: lang}
	}
	museum := Build([]passage.Passage{
		page("Visit", "Opening times", "Season: Spring · Dates: 14 March to 31 May · Days: Tuesday to Sunday · Hours: 10am to 4.30pm\nSeason: Summer · Dates: 1 June to 15 September · Days: daily · Hours: 9.30am to 5.30pm\n"+
			"Season: Winter · Dates: 2 November to 13 March · Days: Saturday and Sunday · Hours: 11am to 3pm\nLast admission is 45 minutes before closing. On bank holiday Mondays we open as on a Sunday.", "en"),
		page("About", "History", "The depot was built in 1904 and opened to visitors in 1971. After that it was a warehouse.", "en"),
		page("Office", "Phone", "The office answers the phone on weekdays from 9am to 4pm.", "en"),
	}, Options{})
	hire := Build([]passage.Passage{
		page("Zeiten", "Wann wir da sind", "Zeitraum: 1. April bis 31. Mai · Mo–Fr: 9:30–17:30 Uhr · Sa, So: 9–18 Uhr\nZeitraum: 1. Juni bis 31. Oktober · Mo–Fr: 8:30–19 Uhr · Sa, So: 8–19 Uhr\nVon November bis März ist der Verleih geschlossen.", "de"),
		page("Gruppen", "Liefern", "Wir bringen Räder zu Hotels. Leni Obermüller ist montags bis donnerstags am Telefon.", "de"),
		page("Geschichte", "Anfang", "Angefangen hat alles 1987. Heute führt seine Enkelin den Betrieb.", "de"),
	}, Options{})
	spa := Build([]passage.Passage{
		page("Zeiten", "Woche", "Tag: Montag · Therme: 9–21 Uhr\nTag: Dienstag · Therme: 9–21 Uhr\nTag: Samstag · Therme: 9–23 Uhr\nTag: Sonntag · Therme: 9–20 Uhr", "de"),
		page("Zeiten", "Besondere Tage", "• Heiligabend: geschlossen\n• Erster Weihnachtsfeiertag: geschlossen\n• Silvester: 9–15 Uhr\n• Neujahr: 12–20 Uhr", "de"),
		page("Preise", "Zuschlag", "Am Wochenende und an Feiertagen berechnen wir einen Zuschlag von 2,50 €.", "de"),
		page("Gymnastik", "Wasser", "Die Wassergymnastik beginnt Montag bis Freitag um 10.30 Uhr.", "de"),
	}, Options{})
	for _, c := range []struct {
		ix       *Index
		question string
		earlier  []string
		want     string
		not      string
	}{
		{museum, "are you open today?", nil, "Season: Winter", "Summer"},
		{museum, "and on Saturday?", []string{"are you open today?"}, "Season: Winter", "Spring"},
		{hire, "habt ihr heute auf?", nil, "Von November bis März", "April"},
		{spa, "habt ihr heute auf?", nil, "Tag: Montag", "Dienstag"},
		{spa, "und morgen?", []string{"habt ihr heute auf?"}, "Tag: Dienstag", "Tag: Montag"},
		{spa, "und am Wochenende?", []string{"habt ihr heute auf?"}, "Tag: Samstag", "Zuschlag"},
		{spa, "und über Weihnachten?", []string{"habt ihr heute auf?"}, "Erster Weihnachtsfeiertag", "Silvester"},
	} {
		found := c.ix.Search(Query{Text: c.question, Context: c.earlier, Now: aMonday, K: 6}.Meant())
		told := texts(c.ix.Quote(found, 3))
		if !found.Enough || len(told) == 0 || !strings.Contains(told[0], c.want) && !strings.Contains(strings.Join(told, " "), c.want) || strings.Contains(strings.Join(told, " "), c.not) {
			t.Errorf("%q behind %q is answered %q (%.2f), want %q and not %q", c.question, c.earlier, told, found.Evidence, c.want, c.not)
		}
	}
}

// Who heads a firm is told in whatever words its pages have, and who heads a department is somebody else.
func TestWhoHeadsAFirmIsKnownByManyWords(t *testing.T) {
	page := func(document, text, lang string) passage.Passage {
		return passage.Passage{ID: document, Document: document, Address: "https://c.example/" + document, Title: document, Headings: []string{document}, Text: text, Language: lang}
	}
	for _, c := range []struct{ question, text, lang, other string }{
		{"Wer ist der Chef?", "• Wiebke Grothusen – Inhaberin", "de", "• Enno Fresena – Leiter Vermietung, berät Bauherren"},
		{"Wem gehört der Laden?", "Strike Freizeit GmbH, Geschäftsführer: Daniel Overbeck", "de", "In den Räumen sieht euch der Spielleiter live."},
		{"Wer leitet die Praxis?", "Dr. Deniz Yilmaz hat in Leipzig studiert und führt die Praxis seit 2011.", "de", "Die Praxis liegt im zweiten Stock."},
		{"who is the owner?", "Dr Mulvany founded the clinic in 2003.", "en", "The owner signing must be 18 or over."},
		{"who is in charge?", "Director: Rosalind Achebe", "en", "Park and ride costs £5 per car. The charge is paid on the bus."},
	} {
		ix := Build([]passage.Passage{page("a", c.text, c.lang), page("b", c.other, c.lang), page("c", "Mo–Fr 8–18 Uhr", c.lang)}, Options{})
		told := texts(ix.Quote(ix.Search(Query{Text: c.question, Language: c.lang, K: 3}.Meant()), 1))
		if len(told) != 1 || !strings.Contains(c.text, told[0]) && !strings.Contains(told[0], c.text) {
			t.Errorf("%q is answered %q, want %q", c.question, told, c.text)
		}
	}
}
