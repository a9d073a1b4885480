package system

import (
	"strings"
	"testing"
)

// A talk goes on about what it was about: the branch that is named takes the place of the one before, the day stays; "she"
// is whom the answer names; and what nobody here can see is said so, with the way to those who can.
func TestATalkGoesOnAboutWhatWasSaid(t *testing.T) {
	site := &shelf{pages: map[string]string{
		"/":         `Praxis am Bach. <a href="/team">Team</a> <a href="/nord">Nord</a> <a href="/sued">Süd</a> <a href="/kontakt">Kontakt</a>`,
		"/team":     "<h1>Team</h1><p>Leyla Demirci ist unsere Kinderärztin. Henning Brokmeier ist unser Internist.</p><h2>Sprechtage</h2><p>Leyla Demirci: Mittwoch und Freitag.</p><p>Henning Brokmeier: Montag und Donnerstag.</p>",
		"/nord":     `<html lang="de"><title>Praxis Nordstadt</title><main><h1>Praxis Nordstadt</h1><h2>Öffnungszeiten</h2><p>Montag bis Freitag von 8 bis 12 Uhr, Samstag von 9 bis 11 Uhr.</p></main>`,
		"/sued":     `<html lang="de"><title>Praxis Vellmar</title><main><h1>Praxis Vellmar</h1><h2>Öffnungszeiten</h2><p>Montag bis Freitag von 10 bis 17 Uhr, Samstag von 10 bis 13 Uhr.</p></main>`,
		"/kontakt":  "<h1>Kontakt</h1><p>Telefon 0561 440 118, E-Mail praxis@bach.example</p>",
		"/gehoelz":  "Im Wartezimmer steht ein Gummibaum.",
		"/impfung/": "Wir impfen nach den Empfehlungen der Kommission.",
	}}
	i := begin(t, nil).reads(site)
	first := i.ask("", "Wann hat die Praxis Nordstadt auf?")
	i.ask(first.Session, "und samstags?")
	if got := i.ask(first.Session, "und in Vellmar?"); !strings.Contains(got.Text, "10 bis 13 Uhr") || strings.Contains(got.Text, "9 bis 11 Uhr") {
		t.Errorf("got %+v", got)
	}
	i.ask(first.Session, "Wer ist die Kinderärztin?")
	if got := i.ask(first.Session, "ist sie freitags da?"); !strings.Contains(got.Text, "Mittwoch und Freitag") || strings.Contains(got.Text, "10 bis 17 Uhr") {
		t.Errorf("got %+v", got)
	}
	if got := i.ask(first.Session, "Haben Sie meine Überweisung bekommen?"); !strings.HasPrefix(got.Text, "Das kann ich leider nicht sehen") || !strings.Contains(got.Text, "0561 440 118") || got.Refused {
		t.Errorf("got %+v", got)
	}
	if noted := i.gaps(); noted != "" {
		t.Errorf("noted %q", noted)
	}
}

// Behind a price, a question about something else in the same place is not answered with the price again.
func TestAQuestionThatPointsToAPlaceIsAnswered(t *testing.T) {
	i := begin(t, nil).reads(&shelf{pages: map[string]string{
		"/":        `Salon am Markt. <a href="/preise">Preise</a> <a href="/fragen">Fragen</a> <a href="/kontakt">Kontakt</a>`,
		"/preise":  "<h1>Preise</h1><table><tr><th>Leistung</th><th>Preis</th></tr><tr><td>Haarschnitt</td><td>29 €</td></tr><tr><td>Bart trimmen</td><td>14 €</td></tr><tr><td>Nassrasur</td><td>24 €</td></tr></table>",
		"/fragen":  "<h1>Häufige Fragen</h1><p><b>Gibt es WLAN?</b><br>Ja, das Passwort steht auf dem Spiegel.</p><p><b>Darf mein Hund mit?</b><br>Ja, angeleint.</p>",
		"/kontakt": "<h1>Kontakt</h1><p>Telefon 0561 440 118</p>",
	}})
	first := i.ask("", "Was kostet ein Haarschnitt?")
	if !strings.Contains(first.Text, "29 €") {
		t.Fatalf("got %+v", first)
	}
	if got := i.ask(first.Session, "Gibt es dort WLAN?"); !strings.Contains(got.Text, "Spiegel") || strings.Contains(got.Text, "29 €") {
		t.Errorf("got %+v", got)
	}
	if got := i.ask(first.Session, "Kann ich da auch meinen Hund mitbringen?"); !strings.Contains(got.Text, "angeleint") || strings.Contains(got.Text, "29 €") {
		t.Errorf("got %+v", got)
	}
	if got := i.ask(first.Session, "Und was kostet dort eine Nassrasur?"); !strings.Contains(got.Text, "24 €") {
		t.Errorf("got %+v", got)
	}
}
