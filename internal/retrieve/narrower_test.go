package retrieve

import (
	"slices"
	"testing"
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
	ix := Build([]Passage{
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
	ix := Build([]Passage{
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
