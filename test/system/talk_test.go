package system

import (
	"strings"
	"testing"
	"time"
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

// A reaction quotes nothing, what is asked on is asked of the thing told, and of somebody by a day; a list is answered item by item.
func TestATalkIsMoreThanQuestions(t *testing.T) {
	i := begin(t, nil).reads(&shelf{pages: map[string]string{
		"/":        `Weingut am Hang. <a href="/proben">Proben</a> <a href="/team">Team</a> <a href="/kontakt">Kontakt</a>`,
		"/proben":  "<h1>Proben</h1><table><tr><th>Probe</th><th>Preis</th><th>Dauer</th></tr><tr><td>Kleine Probe</td><td>16 €</td><td>eine Stunde</td></tr><tr><td>Große Probe mit Kellerführung</td><td>29 €</td><td>zwei Stunden</td></tr></table><p>Kuchen dürfen Sie mitbringen, Teller stellen wir.</p>",
		"/team":    "<h1>Team</h1><h2>Regula Hefti</h2><p>Regula Hefti leitet die Proben, montags bis donnerstags.</p><h2>Öffnungszeiten</h2><p>Freitag 9 bis 18 Uhr, Samstag 9 bis 12 Uhr.</p>",
		"/kontakt": "<h1>Kontakt</h1><p>Telefon 0561 440 118</p>",
	}})
	first := i.ask("", "Was kostet eine kleine Probe?")
	if !strings.Contains(first.Text, "16 €") {
		t.Fatalf("got %+v", first)
	}
	for _, c := range [][2]string{
		{"und die größere mit Kellerführung?", "29 €"},
		{"puh, das ist ganz schön viel", "Das verstehe ich"},
		{"und selber Kuchen mitbringen?", "Kuchen dürfen Sie mitbringen"},
		{"ist Frau Hefti auch freitags da?", "montags bis donnerstags"},
		{"1. Was kostet die kleine Probe? 2. Wann haben Sie samstags geöffnet?", "9 bis 12 Uhr"},
		{"Geben Sie mir bitte den Termin morgen um 9", "Ich selbst kann nichts buchen"},
	} {
		got := i.ask(first.Session, c[0])
		if !strings.Contains(got.Text, c[1]) {
			t.Errorf("%q: got %+v", c[0], got)
		}
	}
	if got := i.ask(first.Session, "ok danke, überleg ich mir"); !strings.HasPrefix(got.Text, "Gern geschehen") || len(got.Citations) > 0 {
		t.Errorf("got %+v", got)
	}
}

// Today is a day of the week, tomorrow another; the next bigger one is the next row; and whom a shop belongs to is in its imprint.
func TestATalkInTheWordsOfEveryday(t *testing.T) {
	i := begin(t, nil).reads(&shelf{pages: map[string]string{
		"/":          `Mietpark am Moor. <a href="/zeiten">Zeiten</a> <a href="/bagger">Bagger</a> <a href="/impressum">Impressum</a>`,
		"/zeiten":    "<h1>Zeiten</h1><h2>Öffnungszeiten</h2><ul><li>Montag bis Freitag: 7–17 Uhr</li><li>Samstag: 8–12 Uhr</li><li>Sonntag: geschlossen</li></ul>",
		"/bagger":    "<h1>Bagger</h1><table><tr><th>Gerät</th><th>Gewicht</th><th>Tag</th></tr><tr><td>Minibagger Kobi 18</td><td>1,8 t</td><td>148 €</td></tr><tr><td>Minibagger Kobi 27</td><td>2,7 t</td><td>189 €</td></tr><tr><td>Hoflader Wiesel</td><td>2,1 t</td><td>155 €</td></tr></table>",
		"/impressum": "<h1>Impressum</h1><p>Mietpark am Moor e. K., Inhaberin Wiebke Grothusen, Torfweg 80, 26999 Wesselbrook</p><p>USt-IdNr.: DE812345678</p>",
	}})
	first := i.ask("", "habt ihr heute auf?")
	if first.Refused || !strings.Contains(first.Text, "7–17 Uhr") && !strings.Contains(first.Text, "8–12 Uhr") && !strings.Contains(first.Text, "geschlossen") {
		t.Errorf("got %+v", first)
	}
	if got := i.ask(first.Session, "und am Wochenende?"); !strings.Contains(got.Text, "8–12 Uhr") || !strings.Contains(got.Text, "geschlossen") || strings.Contains(got.Text, "7–17 Uhr") {
		t.Errorf("got %+v", got)
	}
	i.ask(first.Session, "Was kostet der Minibagger Kobi 18 am Tag?")
	if got := i.ask(first.Session, "und der nächstgrößere?"); !strings.Contains(got.Text, "189 €") || got.Refused {
		t.Errorf("got %+v", got)
	}
	if got := i.ask(first.Session, "Wem gehört der Laden?"); !strings.Contains(got.Text, "Wiebke Grothusen") || got.Refused {
		t.Errorf("got %+v", got)
	}
	if got := i.ask(first.Session, "umsatzsteuer id"); !strings.Contains(got.Text, "DE812345678") || got.Refused {
		t.Errorf("got %+v", got)
	}
}

// On a server that goes by UTC "heute" is the day that it is where the firm is: shortly after midnight the next one already.
func TestTodayIsTheDayWhereTheFirmIs(t *testing.T) {
	i := begin(t, nil).reads(&shelf{pages: map[string]string{
		"/":       `Mietpark am Moor. <a href="/zeiten">Zeiten</a>`,
		"/zeiten": "<h1>Zeiten</h1><h2>Öffnungszeiten</h2><ul><li>Montag bis Freitag: 7–17 Uhr</li><li>Samstag: 8–12 Uhr</li><li>Sonntag: geschlossen</li></ul>",
	}})
	for at, want := range map[string]string{
		"2027-07-16T21:30:00Z": "7–17 Uhr", "2027-07-16T22:30:00Z": "8–12 Uhr", // Friday, and in Germany Saturday already
		"2027-03-27T22:30:00Z": "8–12 Uhr", "2027-03-27T23:30:00Z": "geschlossen", "2027-03-28T22:30:00Z": "7–17 Uhr", // the night in which the clocks go ahead
		"2027-10-31T22:30:00Z": "geschlossen", "2027-10-31T23:30:00Z": "7–17 Uhr", // and back
	} {
		now, err := time.Parse(time.RFC3339, at)
		must(t, err)
		i.app.Desk.Now = func() time.Time { return now }
		got := i.ask("", "Habt ihr heute auf?")
		for _, one := range []string{"7–17 Uhr", "8–12 Uhr", "geschlossen"} {
			if strings.Contains(got.Text, one) != (one == want) {
				t.Errorf("at %s: %s, want %s", at, got.Text, want)
				break
			}
		}
	}
}
