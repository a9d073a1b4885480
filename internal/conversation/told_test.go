package conversation

import (
	"slices"
	"testing"
)

func TestAQuestionGoesOnAboutTheOnlyThingTold(t *testing.T) {
	const one, two = "This comes nearest:\n\n**Night Watch** – Type: herbal, 50 g: £4.90 [1]", "- **Night Watch** – 50 g: £4.90 [1]\n- **Gold** – 50 g: £5.90 [1]"
	for _, c := range [][3]string{
		{one, "how much is that one?", "Night Watch"}, {two, "how much is that one?", ""}, {one, "Do you sell coffee beans?", ""}, {"**Kleine Probe:** Fünf Weine [1]", "wie lange dauert das?", "Kleine Probe"},
		{"Nothing.", "how much is that one?", ""}, {two, "how much is the second one?", "Gold"}, {two, "und der letzte?", "Gold"}, {two, "und der dritte?", ""}, {one, "and the first one?", "Night Watch"},
		{two, "and the second, is it loose?", "Gold"}, {two, "is it on the second floor?", ""}, {two, "Ist es das erste Mal umsonst?", ""}, {two, "was kostet das zweite denn?", "Gold"},
	} {
		if got, _ := thingBefore([]Message{{Role: Visitor, Text: "?"}, {Role: Assistant, Text: c[0]}, {Role: Visitor, Text: "danke"}}, c[1]); got != c[2] {
			t.Errorf("%q after %q is about %q, want %q", c[1], c[0], got, c[2])
		}
	}
}

// Things in a table are told as well, and one is chosen by its number or its place.
func TestOneOfSeveralThingsIsChosen(t *testing.T) {
	history := []Message{
		{Role: Visitor, Text: "?"}, {Role: Assistant, Text: "Dazu steht:\n\n| Kiste | Preis |\n|---|---|\n| Kleine Kiste | 14 € |\n| Mittlere Kiste | 22 € |\n| Große Kiste | 31 € |\n\n[1]"},
		{Role: Visitor, Text: "das erste"}, {Role: Assistant, Text: "**Kleine Kiste** – Preis: 14 € [1]"},
	}
	for text, want := range map[string]string{
		"2": "Mittlere Kiste", "das letzte bitte": "Große Kiste", "Nr. 3": "Große Kiste", "ich nehme das zweite": "Mittlere Kiste", "the second one please": "Mittlere Kiste",
		"4": "", "2 Kisten": "", "um 2": "", "das zweite Mal": "", "das andere": "",
	} {
		if got := chosen(history, text); got != want {
			t.Errorf("%q chooses %q, want %q", text, got, want)
		}
	}
	if name, row := thingBefore(history, "und das zweite, was kostet das?"); name != "Mittlere Kiste" || !row {
		t.Errorf("goes on about %q", name)
	}
}

func TestWhetherSomebodyIsThereOnADayIsWhenTheyAre(t *testing.T) {
	for text, want := range map[string]string{
		"ist Frau Hefti auch freitags da?": "Wann ist Frau Hefti da?", "Ist Dr. Klug am Montag erreichbar?": "Wann ist Dr. Klug da?", "is Mrs Pell there on Fridays?": "When is Mrs Pell there?", "Is Mrs Pell in on Fridays?": "When is Mrs Pell there?",
		"ist Frau Hefti Tierärztin?": "", "ist freitags auf?": "", "Is Dr Kay on Tuesday there?": "When is Dr Kay there?",
	} {
		if got := whenThere(text); got != want {
			t.Errorf("%q asks %q, want %q", text, got, want)
		}
	}
}

// The next greater one of what was told is meant of the last answer that told of any, be there others between.
func TestTheRowToldLastIsGoneOnAbout(t *testing.T) {
	history := []Message{
		{Role: Assistant, Text: "**Small** – Monthly: $62 [1]", Citations: []Citation{{Document: "https://s.example/old"}}},
		{Role: Assistant, Text: "- **Medium** – Monthly: $98 [1]\n- **Large** – Monthly: $164 [1]", Citations: []Citation{{Document: "https://s.example/prices"}}},
		{Role: Visitor, Text: "can I get in at night?"}, {Role: Assistant, Text: "**Gate hours:** 6 a.m. – 10 p.m. daily [1]"},
	}
	if names, addresses := rowsBefore(history); !slices.Equal(names, []string{"Medium", "Large"}) || len(addresses) != 1 || addresses[0] != "https://s.example/prices" {
		t.Errorf("goes on about %q of %q", names, addresses)
	}
	if names, _ := rowsBefore(nil); names != nil {
		t.Errorf("goes on about %q of nothing", names)
	}
}
