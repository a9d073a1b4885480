package personal

import (
	"strings"
	"testing"
)

// What is asked for by one message and told by the next, and what comes in two.
func TestWhatIsSaidBehindAQuestionIsFound_D3(t *testing.T) {
	f := New(Options{})
	for _, c := range []struct {
		asked, said, text, want string // want is what is left of text
	}{
		{"Für die Buchung brauche ich noch Ihr Geburtsdatum.", "", "12.03.1985", "_"},
		{"Wann sind Sie geboren?", "", "am 12.03.1985, und Sie?", "am _, und Sie?"},
		{"Wie lautet Ihre PIN?", "", "4711", "_"},
		{"Nennen Sie mir bitte Ihre Telefonnummer.", "Ja gern", "98765430", "_"},
		{"Wie ist Ihre Kontonummer?", "", "3327391515 bei der Sparkasse", "_ bei der Sparkasse"},
		{"Wie lautet Ihre Kreditkartennummer?", "", "4111 1111 1111", "_"},
		{"", "meine IBAN fängt an mit DE89 3704", "0044 0532 0130 00", "_"},
		{"", "meine IBAN ist DE89 3704 0044", "0532 0130 00, reicht das?", "_, reicht das?"},
		{"Danke.", "meine Nummer ist 0171", "2345678 bitte", "_ bitte"},
		{"", "Meine Kreditkarte: 4111 1111 1111", "1111 gültig bis 12/29", "_ gültig bis 12/29"},
		{"", "meine Mail ist erika.mustermann@", "example.org danke", "_ danke"},

		{"Sie erreichen uns unter 0511 98765430", "", "20 Personen, geht das?", "20 Personen, geht das?"},
		{"Unsere IBAN: DE89 3704 0044 0532 0130 00", "", "12 Uhr geht?", "12 Uhr geht?"},
		{"", "Ich bin unter 0171 2345678 erreichbar, Tisch für", "20 Personen am 12.03.", "20 Personen am 12.03."},
		{"", "Meine Nummer: 0171 2345678", "20 Personen am 12.03.", "20 Personen am 12.03."},
		{"Danke.", "ich heiße annegret quistorp", "ANNEGRET QUISTORP will den Grundkurs", "_ will den Grundkurs"},
		{"", "Ich heiße Annegret Quistorp", "Notieren Sie Quistorp bitte", "Notieren Sie _ bitte"},
		{"", "Meine Mail ist quistorp7@example.org", "also QUISTORP7@EXAMPLE.ORG", "also _"},
		{"", "Ich heiße Sabine Klein", "Ist das Boot klein oder groß?", "Ist das Boot klein oder groß?"},
		{"", "Ich bin Hans Fischer", "Wo sehe ich die fischer im Hafen?", "Wo sehe ich die fischer im Hafen?"},
		{"Wann möchten Sie kommen?", "", "12.03.2026 um 18 Uhr", "12.03.2026 um 18 Uhr"},
		{"Wie viele sind Sie?", "Ein Tisch bitte", "20", "20"},
		{"Was kostet Artikel 4711?", "", "Und 4712?", "Und 4712?"},
		{"", "Wann habt ihr geöffnet", "am Samstag?", "am Samstag?"},
		{"", "Kostet das 49", "90 Euro im Monat?", "90 Euro im Monat?"},
	} {
		left, at := "", 0
		for _, e := range Behind(f, []Said{{Text: c.asked}, {Text: c.said, Own: true}}).Find(c.text) {
			if c.text[e.Start:e.End] != e.Text {
				t.Errorf("%q: %+v is not what stands there", c.text, e)
			}
			left, at = left+c.text[at:e.Start]+"_", e.End
		}
		if left += c.text[at:]; left != c.want {
			t.Errorf("behind %q and %q: %q became %q, want %q", c.asked, c.said, c.text, left, c.want)
		}
	}
}

// What comes behind a message that ends in personal data is no part of that.
func TestAMessageBehindPersonalDataIsNone_D3(t *testing.T) {
	f := New(Options{})
	for _, own := range []string{"Ich heiße Alpha", "Ich heiße Erika Mustermann", "Meine Mail ist erika@web.de", "ich wohne in 89073 Ulm", "Ich wohne Hauptstraße 5", "Mein Passwort ist geheim", "Meine PIN ist 4711", "Tel 0171 2345678", "mein kennzeichen ist UL-AB 12", "Ich wohne in der Hauptstraße"} {
		for _, text := range []string{"Was kostet das?", "Haben Sie am Samstag offen", "und was kostet das", "egal", "2 Karten bitte", "20 Stück, geht das?"} {
			if got := Behind(f, []Said{{Text: own, Own: true}}).Find(text); len(got) > 0 {
				t.Errorf("%q behind %q: found %v", text, own, got)
			}
		}
	}
}

// Whoever is asked for their name gives it bare, and in small letters.
func TestANameThatWasAskedForIsFound_D3(t *testing.T) {
	f := New(Options{})
	for said, want := range map[string]string{
		"erika mustermann": "erika mustermann", "Mustermann, Erika": "Mustermann, Erika", "mustermann, erika": "mustermann, erika", "ja, erika mustermann bitte": "erika mustermann", "Anna von der Heide": "Anna von der Heide", "yilmaz": "yilmaz", "koch": "koch",
		"ich heiße erika mustermann": "erika mustermann", "erika mustermann, erika@web.de": "erika mustermann|erika@web.de", "erika mustermann 0171 2345678": "erika mustermann|0171 2345678", "john smith": "john smith", "jane doe please": "jane doe",
		"warum wollen Sie das wissen?": "", "Wann haben Sie geöffnet?": "", "nein danke": "", "nein": "", "das sage ich nicht": "", "keine ahnung": "", "lieber nicht": "", "Öffnungszeiten": "", "Reparatur Fahrrad": "", "Montag 10 Uhr": "", "no thanks": "", "opening hours": "", "tomorrow": "", "mein Name ist zu lang": "", "retoure": "", "kunde": "", "Storno": "", "kunde müller": "müller", "karl zu guttenberg": "karl zu guttenberg", "zu guttenberg": "zu guttenberg",
	} {
		for _, asked := range []string{"Gern. Wie ist Ihr Name?", "Ich brauche noch Ihren Vor- und Nachnamen.", "Auf welchen Namen darf ich reservieren?", "Wie heißen Sie?", "May I have your full name, please?", "Bitte nennen Sie mir Ihren Namen:"} {
			got := []string{}
			for _, e := range Behind(f, []Said{{Text: asked}}).Find(said) {
				got = append(got, e.Text)
			}
			if strings.Join(got, "|") != want {
				t.Errorf("%q behind %q: found %q, want %q", said, asked, got, want)
			}
		}
	}
	for asked, said := range map[string]string{"Wie heißt Ihr Hund?": "bello", "What is the name of your product?": "turbo", "Wie ist Ihr Name des Vereins?": "radfreunde", "Was suchen Sie?": "yilmaz",
		"Ihr Name wird nicht gespeichert.": "yilmaz", "Ihr Name und Ihre Mail werden nicht weitergegeben.": "yilmaz", "Your name will not be shared.": "yilmaz"} {
		if got := Behind(f, []Said{{Text: asked}}).Find(said); len(got) > 0 {
			t.Errorf("%q behind %q: found %v", said, asked, got)
		}
	}
}

// What was told once is known where nothing says what it is.
func TestWhatWasToldIsKnownAgain_D3(t *testing.T) {
	f := New(Options{})
	before := []Said{{Text: "Wann sind Sie geboren?"}, {Text: "12.03.1985, und meine PIN ist 4711", Own: true}, {Text: "Danke."}, {Text: "Gern.", Own: true}, {Text: "Noch etwas?"}}
	for text, want := range map[string]string{
		"Stimmt 4711 noch?": "4711", "Habt ihr (4711), 47112 oder A4711?": "4711", "Notiert ist der 12.03.1985.": "12.03.1985", "Ein Tisch am 12.03.2026?": "",
	} {
		got := ""
		for _, e := range Behind(f, before).Find(text) {
			got += text[e.Start:e.End]
		}
		if got != want {
			t.Errorf("%q: found %q, want %q", text, got, want)
		}
	}
}
