package retrieve

import (
	"slices"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/passage"
)

func TestWhoSaysTheirAgeIsReadAsWhatPagesCallThem(t *testing.T) {
	for text, want := range map[string][]string{
		"Ich bin 67, kriege ich Rabatt?":                        {"kriege ich Rabatt?\nRentner", "Was kostet es für Rentner?", "kriege ich Rabatt?\nSenioren", "Was kostet es für Senioren?"},
		"I'm 70 years old, can I join?":                         {"can I join?\nseniors", "can I join?\npensioners"},
		"ich bin 16 darf ich ein Rad leihen":                    {"darf ich ein Rad leihen\nunter 18 Jahren", "darf ich ein Rad leihen\nJugendliche mit 16 Jahren"},
		"Meine Enkel sind 4 und 9. Was zahlen die?":             {"Was zahlen die?\nein Kind mit 4 Jahren", "Was zahlen die?\nKinder"},
		"Ich bin 35, kriege ich Rabatt?":                        nil,
		"Wir sind 12 Personen, geht das?":                       nil,
		"Ich bin 67":                                            nil,
		"Wie alt muss man sein?":                                nil,
		"Ist Zimmer 12 frei?":                                   nil,
		"Ich bin 2 Tage da, was kostet der Stellplatz":          nil,
		"Das Gerät ist 5 Jahre alt, lohnt sich eine Reparatur?": nil,
		"Meine Heizung ist 12 Jahre alt, wartet ihr die noch?":  nil,
		"nehmt ihr mein altes rad in zahlung, ist 8 jahre alt":  nil,
		"Wir sind 12, habt ihr Platz?":                          nil,
		"We are 12, do you have room?":                          nil,
		"Wir sind 15 und 16, dürfen wir rein?":                  {"dürfen wir rein?\nunter 18 Jahren", "dürfen wir rein?\nJugendliche mit 15 Jahren"},
		"Habt ihr was für meinen Sohn? Er ist 9.":               {"Habt ihr was für meinen Sohn?\nein Kind mit 9 Jahren", "Habt ihr was für meinen Sohn?\nKinder"},
		"Unsere kleine Tochter ist 4, darf sie mit?":            {"darf sie mit?\nein Kind mit 4 Jahren", "darf sie mit?\nKinder"},
	} {
		var got []string
		for _, r := range (Query{Text: text, Language: "de"}).OfAge().Readings {
			got = append(got, r.Text)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q is read %q, want %q", text, got, want)
		}
	}
}

// What is said of others than those of that age answers nothing.
func TestWhatIsForAnAgeIsKnown(t *testing.T) {
	page := func(document, text string) passage.Passage {
		return passage.Passage{ID: document, Document: document, Address: "https://c.example/" + document, Title: "Eintritt", Headings: []string{"Eintritt"}, Text: text, Language: "de"}
	}
	for _, c := range []struct {
		text, said string
		want       bool
	}{
		{"Ich bin 67, kriege ich Rabatt?", "Rabatt bekommen nur Schüler und Studenten. Rentner zahlen den vollen Preis.", true},
		{"Ich bin 67, kriege ich Rabatt?", "Rabatt bekommen Gäste ab 65 Jahren.", true},
		{"Ich bin 62, kriege ich Rabatt?", "Rabatt bekommen Gäste ab 65 Jahren.", false},
		{"Mein Sohn ist 5, gibt es einen Kurs?", "Der Kurs ist für Kinder von 4 bis 6 Jahren.", true},
		{"Mein Sohn ist 9, gibt es einen Kurs?", "Der Kurs ist für Kinder von 4 bis 6 Jahren.", false},
	} {
		ix := Build([]passage.Passage{page("a", c.said), page("b", "Wir haben am Montag von 9 bis 12 Uhr geöffnet.")}, Options{})
		of := Query{Text: c.text, Language: "de"}.OfAge()
		if got := ix.ForAge(ix.Search(of.Readings[0]), of); got != c.want {
			t.Errorf("%q answers %q: %v", c.said, c.text, got)
		}
	}
}

// What answers a question is not given up for what is said of children.
func TestAnAnswerStandsAgainstWhatIsForChildren(t *testing.T) {
	child, senior := Query{Text: "Meine Tochter wird 6, was kostet ein Foto auf dem Kuchen?", Language: "de"}.OfAge(), Query{Text: "Ich bin 67, kriege ich Rabatt?", Language: "de"}.OfAge()
	found := Results{Enough: true, Evidence: 0.6}
	for _, c := range []struct {
		of              OfAge
		reading, itself Results
		want            bool
	}{
		{child, Results{Evidence: 0.3}, found, false},
		{child, Results{Enough: true, Evidence: 0.5}, found, false},
		{child, Results{Enough: true, Evidence: 0.7}, found, true},
		{child, Results{Evidence: 0.3}, Results{Evidence: 0.2}, true},
		{senior, Results{Evidence: 0.3}, found, true},
	} {
		if got := c.of.Better(c.reading, c.itself); got != c.want {
			t.Errorf("%+v takes the place of %+v: %v", c.reading, c.itself, got)
		}
	}
}

func TestWhetherMoneyIsEnoughAsksForThePrice(t *testing.T) {
	for text, want := range map[string]string{
		"ich habe 80 € dabei — reicht das?":                "Was kostet das?",
		"Ich habe 20 € dabei, reicht das für uns drei?":    "Was kostet das?",
		"Reichen 50 Euro für die Rundfahrt?":               "Was kostet die Rundfahrt?",
		"wir haben nur 100 Euro. Langt das für ein Tandem": "Was kostet ein Tandem?",
		"I have £50, is that enough for me and my wife?":   "How much is that?",
		"is £20 enough for a massage?":                     "How much is a massage?",
		"Ich habe 2 Kinder, reicht das Zimmer?":            "",
		"Reicht eine Mail?":                                "",
	} {
		q, ok := Query{Text: text, Language: "de", Context: []string{"Was macht ihr?"}}.Afford()
		if ok != (want != "") || ok && q.Text != want {
			t.Errorf("%q asks %q, want %q", text, q.Text, want)
		}
	}
	if _, ok := (Query{Text: "ich habe 80 €, reicht das?", Language: "de"}).Afford(); ok {
		t.Error("asks for the price of nothing")
	}
}

// How to come to a firm is asked in words that no page has.
func TestTheWayToAFirmIsToldInTheWordsOfPages(t *testing.T) {
	for text, want := range map[string]string{
		"Wie komme ich zu euch?": "Anfahrt", "und wie komm ich da hin": "Anfahrt", "Wie komme ich am besten zu Ihnen?": "Anfahrt", "how do I get there?": "by bus", "How do I find you?": "by bus",
		"Wie komme ich vom Bahnhof zu euch?": "", "Wie komme ich an Karten?": "", "how do I get a refund?": "", "How can I reach you?": "", "Wie erreiche ich euch?": "", "Wie finde ich das?": "", "Wann kommt ihr zu mir?": "",
	} {
		ways := Query{Text: text, Language: "de"}.WayHere()
		if want == "" && ways != nil || want != "" && (len(ways) == 0 || !strings.Contains(ways[0].Text, want)) {
			t.Errorf("%q is read %v, want %q", text, ways, want)
		}
	}
	there := Query{Text: "wie komm ich da hin?", Context: []string{"und in Nordstemmen?"}, Language: "de"}.WayHere()
	if len(there) == 0 || !strings.HasSuffix(there[0].Text, "in Nordstemmen") || there[0].Context != nil {
		t.Errorf("read %+v", there)
	}
}
