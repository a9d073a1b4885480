package conversation

import (
	"testing"

	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/personal"
	"github.com/webchatagent/wca/internal/retrieve"
)

// named finds one name.
type named string

func (n named) Find(text string) []personal.Entity {
	for i := range text {
		if len(text)-i >= len(n) && text[i:i+len(n)] == string(n) {
			return []personal.Entity{{Start: i, End: i + len(n), Type: personal.Person}}
		}
	}
	return nil
}

func TestPersonsOnTheSiteAreSearchedForOthersAreNot(t *testing.T) {
	index := retrieve.Build([]passage.Passage{{
		ID: "1", Document: "team", Title: "Team", Headings: []string{"Mehmet Yıldız"}, Text: "Leiter der Gartenpflege.", Language: "de",
	}}, retrieve.Options{})
	for _, c := range []struct{ name, text, want string }{
		{"Mehmet Yildiz", "Wer ist Mehmet Yildiz?", "Wer ist Mehmet Yildiz?"},
		{"Peter Müller", "Mein Name ist Peter Müller, wer pflegt Gärten?", "Mein Name ist  , wer pflegt Gärten?"},
		{"Mehmet Müller", "Ich bin Mehmet Müller", "Ich bin"},
		{"Müller", "und Frau Dr. Müller?", "und Frau Dr. Müller?"}, {"Jane Doe", "what about Jane Doe?", "what about Jane Doe?"},
	} {
		if got := searched(named(c.name), index, retrieve.Query{Text: c.text, Language: "de"}); got.Text != c.want {
			t.Errorf("%q is looked for as %q, want %q", c.text, got.Text, c.want)
		}
	}
}

// What somebody says of themselves before the question is not searched for where it finds nothing.
func TestTheQuestionBehindAnIntroductionIsAsked(t *testing.T) {
	for text, want := range map[string]string{
		"Guten Tag, mein Name ist Petra Holm (petra@firma.example), wann haben Sie samstags geöffnet?": "wann haben Sie samstags geöffnet?",
		"mein Name ist  ( ), wann haben Sie samstags geöffnet?":                                        "wann haben Sie samstags geöffnet?",
		"Ich heiße Max, wohne in der Hauptstraße 5, 80331 München, haben Sie am Sonntag offen":         "haben Sie am Sonntag offen",
		"Hi, this is John (john@firma.example, +44 20 7946 0958), when are you open on Saturday?":      "when are you open on Saturday?",
		"Ich war gestern bei Ihnen. Wann öffnen Sie?":                                                  "Wann öffnen Sie?",
		"Meine Nummer ist 0171 2345678. Rufen Sie mich bitte zurück. Was kostet eine Torte?":           "Was kostet eine Torte?",
		"Wenn es regnet, was passiert dann?":                                                           "Wenn es regnet, was passiert dann?",
		"Ich bin Anfänger.":                                                                            "",
		"Was kostet der Kurs, wenn ich Mitglied bin, und gibt es Rabatt?":                              "Was kostet der Kurs, wenn ich Mitglied bin, und gibt es Rabatt?",
		"Ist das die Nummer +49 89 1234567?":                                                           "Ist das die Nummer +49 89 1234567?",
	} {
		if got := asking(text); got != want {
			t.Errorf("%q asks %q, want %q", text, got, want)
		}
	}
	index := retrieve.Build([]passage.Passage{{
		ID: "1", Document: "zeiten", Title: "Öffnungszeiten", Text: "Montag bis Freitag 6 bis 18 Uhr\nSamstag 6 bis 13 Uhr", Language: "de",
	}, {ID: "2", Document: "team", Title: "Team", Text: "Petra Holm leitet den Betrieb.", Language: "de"}}, retrieve.Options{})
	query := searched(named("nobody"), index, retrieve.Query{Text: "Guten Tag, mein Name ist Petra Holm (petra@firma.example), wann haben Sie samstags geöffnet?", Language: "de", K: 3})
	if found := find(index, query); !found.Enough || found.Hits[0].Passage.Document != "zeiten" {
		t.Errorf("found %+v", found)
	}
}

// Who says that they ask about something else leaves the questions before behind.
func TestANewSubjectLeansOnNothing(t *testing.T) {
	history := []Message{{Role: Visitor, Text: "Was kostet eine Impfung?", Language: "de"}, {Role: Assistant, Text: "60 € [1]", Language: "de"}}
	for text, want := range map[string]int{
		"Was anderes: was kostet eine Kastration?": 0, "ok, noch was anderes, wo kann ich parken": 0, "andere Frage: habt ihr samstags auf?": 0, "different question: do you take cats?": 0, "Something else, where are you?": 0,
		"und samstags?": 1, "Gibt es was anderes?": 1, "Was anderes kostet extra?": 1, "is there another one?": 1,
	} {
		if got := asked(history, text); len(got) != want {
			t.Errorf("%q leans on %q", text, got)
		}
	}
}

// Of several questions of a message one that leans on another stays with it.
func TestQuestionsThatNeedEachOtherStayTogether(t *testing.T) {
	for _, c := range [][3]string{
		{"do you ship to Ireland? what's the postage", "and how long does that take", "Do you ship to Ireland? What's the postage?"},
		{"Wann habt ihr auf und was kostet ein Haarschnitt?", "und für Kinder?", "Was kostet ein Haarschnitt?"},
		{"Wann habt ihr auf und was kostet ein Haarschnitt?", "und in Nordstemmen?", "Wann habt ihr auf?"},
	} {
		got := asked([]Message{{Role: Visitor, Text: c[0]}, {Role: Assistant, Text: "[1]"}}, c[1])
		if len(got) == 0 || got[len(got)-1] != c[2] {
			t.Errorf("%q after %q leans on %q, want %q last", c[1], c[0], got, c[2])
		}
	}
}

// What is told before a question may name what it is about: the whole finds it then.
func TestAShortStoryThatNamesTheThingIsLookedForAsAWhole(t *testing.T) {
	page := func(heading, text string) passage.Passage {
		return passage.Passage{ID: heading, Document: heading, Title: heading, Headings: []string{heading}, Text: text, Language: "de"}
	}
	index := retrieve.Build([]passage.Passage{
		page("Rückgabe", "Ein Fahrrad nehmen wir zurück, wenn es unbeschädigt ist. Die Abholung kostet 49 €; bringen Sie es selbst, zahlen Sie nichts."),
		page("Mietbedingungen", "Wer den Schlüssel eines Leihrades verliert, zahlt 45 € für den Austausch des Schlosses. Finden Sie ihn wieder, erstatten wir die Hälfte."),
		page("Zahlung", "Sie zahlen mit Karte, bar oder auf Rechnung. Was Sie zahlen müssen, steht auf der Rechnung."),
		page("Werkstatt", "Eine Inspektion kostet 79 €. Ein Termin ist in der Regel innerhalb einer Woche frei."),
	}, retrieve.Options{})
	text := "Ich habe den Schlüssel vom Leihrad verloren. Was muss ich zahlen?"
	if found := find(index, retrieve.Query{Text: text, Language: "de"}); len(found.Hits) == 0 || found.Hits[0].Passage.Document != "Mietbedingungen" {
		t.Errorf("%q finds %+v first", text, found.Hits[0].Passage.Document)
	}
}
