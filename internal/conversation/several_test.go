package conversation

import (
	"slices"
	"strings"
	"testing"
)

// Only what is surely several questions is parted.
func TestAMessageIsPartedWhereEachPartIsAQuestion(t *testing.T) {
	for text, want := range map[string]string{
		"Wann habt ihr auf und was kostet ein Haarschnitt?":                                            "Wann habt ihr auf?|Was kostet ein Haarschnitt?",
		"do you have parking and can i bring my dog":                                                   "Do you have parking?|Can i bring my dog?",
		"Do you have parking? And can I bring my dog?":                                                 "Do you have parking?|Can I bring my dog?",
		"habt ihr auch sonntags auf? brauche ich einen termin?":                                        "Habt ihr auch sonntags auf?|Brauche ich einen termin?",
		"Wann habt ihr auf, was kostet der Eintritt und kann man mit Karte zahlen?":                    "Wann habt ihr auf?|Was kostet der Eintritt?|Kann man mit Karte zahlen?",
		"Können Sie mir sagen, wann Sie geöffnet haben und was eine Massage kostet?":                   "Wann Sie geöffnet haben?|Was eine Massage kostet?",
		"I'd like to know if you deliver and what the delivery costs.":                                 "If you deliver?|What the delivery costs?",
		"Ich habe einen Hund. Darf der mit? Und wo kann man parken? Danke!":                            "Darf der mit?|Wo kann man parken?",
		"Was muss ich mitbringen und ab wann kann ich kommen?":                                         "Was muss ich mitbringen?|Ab wann kann ich kommen?",
		"Ist der Eintritt frei und sind Hunde erlaubt?":                                                "Ist der Eintritt frei?|Sind Hunde erlaubt?",
		"Is there wifi and is breakfast included?":                                                     "Is there wifi?|Is breakfast included?",
		"1. Was kostet ein Transporter am Tag? 2. Wie früh kann ich den buchen?":                       "Was kostet ein Transporter am Tag?|Wie früh kann ich den buchen?",
		"Hallo, drei Fragen: 1) Preis für Kinder\n2) Öffnungszeiten\n3) gibt es Parkplätze":            "Preis für Kinder?|Öffnungszeiten?|Gibt es Parkplätze?",
		"Habt ihr am 1. Mai und am 2. Mai auf?":                                                        "",
		"Wann und wo findet der Kurs statt?":                                                           "",
		"Wie lange dauert und was kostet die Untersuchung?":                                            "",
		"Kann ich online buchen und bezahlen?":                                                         "",
		"Welche Zimmer haben Balkon und sind im Juni frei?":                                            "",
		"Which classes do you offer and are suitable for beginners?":                                   "",
		"Muss ich einen Termin machen? Oder kann ich einfach so kommen?":                               "",
		"Anzahlung? Kreditkarte? Rücktritt?":                                                           "Anzahlung?|Kreditkarte?|Rücktritt?",
		"parking? wifi?":                                                                               "parking?|wifi?",
		"Wirklich? Parkplätze?":                                                                        "",
		"Parkplatz? Oder Garage?":                                                                      "",
		"Eintritt? Samstag?":                                                                           "",
		"Habt ihr auf? Heute?":                                                                         "",
		"Habt ihr auch Kaffee und was zu essen?":                                                       "",
		"Muss ich mich anmelden, und wenn ja, wo?":                                                     "",
		"Wissen Sie, wann der Arzt wieder da ist?":                                                     "",
		"Wie ist das, kann ich auch später kommen?":                                                    "",
		"Wie schnell ist das WLAN? muss von da aus arbeiten":                                           "",
		"wie schnell ist der notdienst bei mir, sagen wir in sarstedt?":                                "",
		"war montag und dienstag schon krank zuhause, könnt ihr mich nachträglich noch krankschreiben": "",
		"Was kostet ein Haarschnitt und eine Färbung?":                                                 "",
		"Ist mein Schmuck versichert, solange er bei Ihnen in der Werkstatt liegt?":                    "",
		"Brauche ich einen Termin, bevor ich zu euch komme?":                                           "",
		"Wie geht's? Wann habt ihr auf?":                                                               "",
		toldStory + "Was kostet es, das Laufrad zu zentrieren und wann habt ihr auf?":                  "",
	} {
		var got []string
		for _, p := range several(text) {
			got = append(got, p.question)
		}
		if joined := strings.Join(got, "|"); joined != want {
			t.Errorf("%q is parted into %q, want %q", text, joined, want)
		}
	}
}

// What is told before a question belongs to it.
func TestAPartIsWhatWasSaidWithItsQuestion(t *testing.T) {
	parts := several("Ich komme mit dem Rollstuhl. Gibt es einen Aufzug? Und wo kann man parken? Am liebsten umsonst.")
	var got []string
	for _, p := range parts {
		got = append(got, p.text)
	}
	if want := []string{"Ich komme mit dem Rollstuhl. Gibt es einen Aufzug?", "wo kann man parken? Am liebsten umsonst."}; !slices.Equal(got, want) {
		t.Errorf("parts %q, want %q", got, want)
	}
}

// A sentence that is joined in ever so many places is taken as it stands: to look at each would take a second.
func TestAListIsNotParted(t *testing.T) {
	const asks = "Wann habt ihr auf und was kostet Salz"
	if parts := several(asks + strings.Repeat(", Brot", mostJoints-1) + "?"); len(parts) != 2 {
		t.Errorf("a short list: %+v", parts)
	}
	if parts := several(asks + strings.Repeat(", Brot", mostJoints) + "?"); parts != nil {
		t.Errorf("a long one: %+v", parts)
	}
}
