package conversation

import (
	"testing"

	"github.com/webchatagent/wca/internal/bot"
)

// Who leaves a number or an address asks for nothing that could be looked for.
func TestWhoOnlyLeavesContactDataIsNotSearchedFor(t *testing.T) {
	finder := bot.Finder(bot.Personal{Region: "DE"})
	for want, texts := range map[bool][]string{
		true: {
			"0171 9988776", "erika@example.org", "0171 9988776, Erika Mustermann", "Erika Mustermann 0171 9988776", "Meine Nummer ist 0171 9988776.", "Planta Zwiebelmark, planta@zwiebelmark.example",
			"Mein Name ist Erika Mustermann, Mail erika@example.org, Tel 0171 9988776", "Ruf mich bitte an: 0171 9988776", "Rufen Sie mich bitte zurück: +49 171 9988776", "My name is Erika Mustermann, call me at 0171 9988776",
			"Ich bin Planta Zwiebelmark, planta@zwiebelmark.example",
		},
		false: {
			"Ist 0171 9988776 eure Nummer?", "Was kostet die Wartung? 0171 9988776", "Ich brauche einen Termin am Montag, 0171 9988776", "Meine Nummer ist falsch gespeichert: 0171 9988776", "Erika Mustermann", "Meine Nummer",
			"Die Mail an info@example.org kam zurück", "Bestellung 4711 kommt nicht, erika@example.org", "Ruf mich bitte an", "Was kostet ein Rad",
		},
	} {
		for _, text := range texts {
			if _, got := leavesContact(text, finder); got != want {
				t.Errorf("%q: %v", text, got)
			}
		}
	}
}
