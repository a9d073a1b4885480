package retrieve

import (
	"slices"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/word"
)

// What a question that leans on others names itself may be looked for with less of them.
func TestWhatAFollowUpNamesIsLookedForWithLessOfTheOthers(t *testing.T) {
	for _, c := range []struct {
		text    string
		context []string
		want    []string
	}{
		{"und ein Kleid?", []string{"was kostet es eine Jeans kürzen zu lassen?"}, []string{"und ein Kleid?\nwas kostet"}},
		{"What if I'm a student?", []string{"What would fit in a small unit?"}, []string{"What if I'm a student?"}},
		{"ich bin Student", []string{"was kostet der Beitrag?"}, []string{"ich bin Student\nwas kostet", "ich bin Student"}},
		{"macht der auch Reiseimpfungen?", []string{"Welche Ärztin ist mittwochs da?", "und Dr. Brokmeier?"}, []string{"macht der auch Reiseimpfungen?\nund Dr. Brokmeier?", "macht der auch Reiseimpfungen?"}},
		{"and how long does that take", []string{"do you ship to Ireland?"}, nil},
		{"und für Kinder?", []string{"Was kostet der Eintritt?"}, nil},
		{"und am Samstag?", []string{"Wann habt ihr auf?"}, nil},
		{"Was kostet das?", []string{"Macht ihr Reiseimpfungen?"}, nil},
	} {
		var got []string
		for _, q := range (Query{Text: c.text, Context: c.context}).Narrower() {
			got = append(got, q.Text)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q after %q may mean %q, want %q", c.text, c.context, got, c.want)
		}
	}
}

// A quote has what a question names also in another word for it, and above it.
func TestWhatAFollowUpNamesStandsInAQuote(t *testing.T) {
	ix := Build([]passage.Passage{
		{ID: "p#0", Document: "p", Address: "prices", Title: "Prices", Headings: []string{"Admission"}, Language: "en", Text: "Ticket: Adult · Price: £11.50\nTicket: Children aged 5 to 15 · Price: £6.00"},
		{ID: "c#0", Document: "c", Address: "cafe", Title: "Café", Headings: []string{"Café"}, Language: "en", Text: "The café sells soup and cake. A cup of tea costs £2.50."},
	}, Options{})
	before := []string{"how much is admission for an adult?"}
	for text, want := range map[string]bool{"what about kids?": true, "what about dogs?": false, "how much is admission for a child?": false} {
		q := Query{Text: text, Language: "en", Context: before}
		if got := ix.Continues(ix.Search(q), q, []string{"prices"}); got != want {
			t.Errorf("%q goes on in the same document: %v", text, got)
		}
		if ix.Continues(ix.Search(q), q, []string{"cafe"}) {
			t.Errorf("%q goes on in a document that was not cited", text)
		}
	}
}

func TestATellingOfTheThingIsCloser(t *testing.T) {
	ix := Build([]passage.Passage{
		{ID: "p#0", Document: "p", Title: "Bagger", Headings: []string{"Bagger"}, Language: "de", Text: "Gerät: Minibagger Kobi 18 · Gewicht: 1,8 t\nGerät: Minibagger Kobi 27 · Gewicht: 2,7 t"},
		{ID: "l#0", Document: "l", Title: "Lieferung", Headings: []string{"Lieferung"}, Language: "de", Text: "Wir liefern werktags zwischen 6.30 und 15 Uhr."},
	}, Options{})
	const thing = "Minibagger Kobi 18"
	found := func(text string) Results { return ix.Search(Query{Text: text, Language: "de"}) }
	told, other := found("Wie schwer ist der Minibagger Kobi 18?"), found("Wann liefern Sie?")
	if q := (Query{Text: "wie schwer ist der?", Language: "de"}); !ix.Closer(told, other, q, thing) || ix.Closer(other, told, q, thing) {
		t.Error("what tells of the thing is not closer")
	}
	if q := (Query{Text: "könnt ihr den auch liefern?", Language: "de"}); ix.Closer(told, other, q, thing) {
		t.Error("what tells of the thing and nothing of what is asked is closer")
	}
}

// Who asks for a name is answered by one beside "Instructor", though another text has the verb.
func TestATellingOfTheNameIsCloser(t *testing.T) {
	ix := Build([]passage.Passage{
		{ID: "c#0", Document: "c", Title: "Courses", Headings: []string{"Courses"}, Language: "en", Text: "Course: Spanish 1 · Fee: $165 · Instructor: Rocío Alvarado\nCourse: Welding · Fee: $90 · Instructor: Joan Fitch"},
		{ID: "j#0", Document: "j", Title: "Jobs", Headings: []string{"Jobs"}, Language: "en", Text: "Who teaches at our college is paid $44 per class hour."},
	}, Options{})
	told, other := ix.Search(Query{Text: "Spanish 1", Language: "en"}), ix.Search(Query{Text: "teaches at our college", Language: "en"})
	if !ix.Closer(told, other, Query{Text: "who teaches that?", Language: "en"}, "Spanish 1") {
		t.Error("what tells of the course is not closer")
	}
}

// "Welche ist am günstigsten?" names nothing to choose from: the question before does.
func TestAQuestionThatOnlyChoosesLeansOnTheOneBefore(t *testing.T) {
	for text, want := range map[string]bool{
		"was kostet die günstigste?": true, "Welche ist am günstigsten?": true, "und welche ist größer?": true, "which one is cheaper?": true, "what's the cheapest?": true,
		"ich bin Student": true, "we're pensioners": true, "ich bin Student, was kostet das Abo für mich im Monat?": false,
		"und Dr. Klug, wann ist der da?": false, "Welche Farben gibt es?": false, "Welche ist die Steuernummer?": false,
		"Ich bin auf der Suche nach einem Reifen": false, "I'm looking for a dentist": false, "ich bin an Yoga interessiert": false, "ich bin Student gibt es Rabatt": false,
		"where is the forest?": false, "what's the interest?": false,
	} {
		if got := leans(text); got != want {
			t.Errorf("%q leans: %v", text, got)
		}
	}
}

// Nouns, numbers and "at least" end or sound as superlatives do.
func TestTheOneThatIsTheMostIsToldFromWhatOnlyEndsSo(t *testing.T) {
	for text, want := range map[string]bool{
		"was kostet die günstigste?": true, "welche ist am besten?": true, "welches ist die älteste Kirche?": true, "what's the oldest?": true, "which is the most expensive?": true, "which costs least?": true,
		"was sind die versandkosten?": false, "sind die tasten gewichtet?": false, "habt ihr am dreißigsten mai auf?": false, "where is the priest?": false,
		"Do I need at least two days?": false, "Is parking free most days?": false, "are most people local?": false,
	} {
		if got := asksMost(word.Tokens(text, "de")); got != want {
			t.Errorf("%q asks for the most: %v", text, got)
		}
	}
}

// Who asks for the cheapest wants to see them all; what can be done with them is no matter of a price asked before.
func TestWhoAsksForTheMostSeesThemAll(t *testing.T) {
	ix := Build([]passage.Passage{
		{ID: "m#0", Document: "m", Title: "Massagen", Headings: []string{"Massagen"}, Language: "de",
			Text: "Anwendung: Rückenmassage · Preis: 34 €\nAnwendung: Hot-Stone-Massage · Preis: 79 €\nAnwendung: Moorpackung · Preis: 29 €"},
		{ID: "m#1", Document: "m", Title: "Massagen", Headings: []string{"Massagen", "Rezept"}, Language: "de", Ordinal: 1, Text: "Lymphdrainage nehmen wir auf Rezept aller gesetzlichen Kassen an."},
	}, Options{})
	before := []string{"Welche Massagen gibt es?"}
	if best := ix.Quote(ix.Search(Query{Text: "was kostet die günstigste?", Context: before}), 1); len(best) == 0 || !strings.Contains(best[0].Text, "Moorpackung") || !strings.Contains(best[0].Text, "Hot-Stone") {
		t.Errorf("the cheapest is %q", texts(best))
	}
	q := Query{Text: "kann man das auf Rezept machen?", Context: append(before, "was kostet die günstigste?")}
	for _, quote := range ix.Quote(ix.Search(q), 5) {
		if strings.Contains(quote.Text, "Rezept") && !quote.Silent {
			return
		}
	}
	t.Error("what is said of a prescription is silent about a price that is not asked for")
}

// A question that found nothing of what it names has found what was asked before again.
func TestAFollowUpLacksWhatItNames(t *testing.T) {
	ix := Build([]passage.Passage{{ID: "m#0", Document: "m", Title: "Häcksler", Headings: []string{"Häcksler"}, Language: "de", Text: "Häcksler bis 6 cm: 49 € am Tag"}}, Options{})
	for text, want := range map[string]bool{"brauche ich dafür Starkstrom?": true, "und der große?": false, "kostet das extra": false, "Brauche ich Starkstrom?": false} {
		q := Query{Text: text, Language: "de", Context: []string{"Was kostet ein Häcksler?"}}
		if got := ix.Lacks(ix.Search(q), q); got != want {
			t.Errorf("%q lacks what it names: %v", text, got)
		}
	}
}

// What hours, a title and prices answer without its word is not lacking.
func TestAFollowUpNamesNoTimeOfTheDayAndNoTitle(t *testing.T) {
	for text, want := range map[string]string{
		"und mittags?": "", "und morgen früh?": "", "and in the evening?": "", "welche ist am günstigsten?": "", "und wenn ich zwei nehme?": "", "und an Heiligabend?": "", "und wenn ich zu spät komme?": "spat", "und wenn es kaputt geht?": "kaputt", "and if it breaks?": "breaks",
		"und Dr. Klug?": "klug", "und eine Familie?": "familie", "und mit Kreditkarte?": "kreditkarte", "und wenn ich Student bin?": "student",
	} {
		var got []string
		for _, named := range (Query{Text: text, Language: "de"}).named() {
			got = append(got, named.Text)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q names %q", text, got)
		}
	}
	if got := (Query{Text: "und abends?", Language: "de", Context: []string{"Was kostet eine Karte?"}}).named(); len(got) != 1 {
		t.Errorf("another time of the day names %v behind a price", got)
	}
}

// Who says who they are behind a price gets the discount, too, though it is no price.
func TestADiscountAnswersWhoSaysWhoTheyAre(t *testing.T) {
	ix := Build([]passage.Passage{
		{ID: "p#0", Document: "p", Title: "Prices", Headings: []string{"Prices", "Units"}, Language: "en", Text: "Unit: Small · Price: $62\nUnit: Large · Price: $164"},
		{ID: "p#1", Document: "p", Title: "Prices", Headings: []string{"Prices", "Discounts"}, Ordinal: 1, Language: "en", Text: "Students with a valid ID pay 10 percent less. Veterans get 8 percent off."},
	}, Options{})
	for _, text := range []string{"we're students", "what if I'm a student?"} {
		q := Query{Text: text, Language: "en", Context: []string{"how much is a small unit?"}}
		found := false
		for _, quote := range ix.Quote(ix.Search(q), 5) {
			found = found || strings.HasPrefix(quote.Text, "Students") && !quote.Silent
		}
		if !found {
			t.Errorf("%q: the discount is silent", text)
		}
	}
}
