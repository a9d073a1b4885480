package webpage_test

import (
	"strings"
	"testing"
)

// What a browser shows to everybody, from attributes, is read: veiled addresses and figures that count up.
func TestWhatScriptsWriteFromAttributesIsRead(t *testing.T) {
	const mail = "7b12151d143b160e080f1e09551e031a160b171e" // info@muster.example
	for body, want := range map[string]string{
		`<p>E-Mail: <a href="/cdn-cgi/l/email-protection" class="__cf_email__" data-cfemail="` + mail + `">[email&#160;protected]</a></p>`: "E-Mail: info@muster.example",
		`<p>E-Mail: <a href="/cdn-cgi/l/email-protection#` + mail + `">[email&#160;protected]</a></p>`:                                     "E-Mail: info@muster.example",
		`<p>E-Mail: <a href="/cdn-cgi/l/email-protection#` + mail + `">Schreiben Sie uns</a></p>`:                                          "E-Mail: Schreiben Sie uns (info@muster.example)",
		`<p>E-Mail: <span class="__cf_email__" data-cfemail="zz">[email&#160;protected]</span></p>`:                                        "E-Mail: [email protected]",
		`<p><span data-to-value="25">0</span><span>+</span> Jahre Erfahrung</p>`:                                                           "25+ Jahre Erfahrung",
		`<p>Im Warenkorb: <span data-count="3">2</span> Dinge</p>`:                                                                         "Im Warenkorb: 2 Dinge",
	} {
		if text := page(t, `<html lang="de"><body><main><h1>Kontakt</h1>`+body+`<p>Wir antworten innerhalb eines Tages.</p></main></body></html>`).Text(); !strings.Contains(text, want+"\n") {
			t.Errorf("%s is not in\n%s", want, text)
		}
	}
}

// A link by which one reaches the firm tells where it leads, if the page does not.
func TestLinksTellHowToReachTheFirm(t *testing.T) {
	for body, want := range map[string]string{
		`<p>E-Mail: <a href="mailto:info%40muster.example?subject=Frage">Schreiben Sie uns</a></p>`:          "E-Mail: Schreiben Sie uns (info@muster.example)\n",
		`<p>Notdienst: <a href="tel:+49%20170%201234567">jetzt anrufen</a></p>`:                              "Notdienst: jetzt anrufen (+49 170 1234567)\n",
		`<div><a href="mailto:info@muster.example"><i class="icon"></i></a></div>`:                           "info@muster.example\n",
		`<p><a href="tel:+4922112345678">0221 / 123 456 78</a></p>`:                                          "0221 / 123 456 78\n",
		`<p>Schreiben Sie an Info@Muster.example oder <a href="mailto:info@muster.example">hier</a>`:         "oder hier\n",
		`<p>Dies ist zu <a href="mailto:?subject=Lesen">empfehlen</a></p>`:                                   "empfehlen\n",
		`<p>Hier <a href="mailto:a@b.example">Anna</a></p><p>Da <a href="mailto:a@b.example">Anna</a> auch.`: "Hier Anna (a@b.example)\n\nDa Anna auch.\n",
		`<p>Ein <a href="mailto:kein Konto">Konto</a> und <a href="tel:112">Feuerwehr</a> und mehr</p>`:      "Ein Konto und Feuerwehr und mehr\n",
	} {
		if text := page(t, `<html lang="de"><body><main><h1>Kontakt</h1>`+body+`<p>Wir antworten innerhalb eines Tages.</p></main></body></html>`).Text(); !strings.Contains(text, want) {
			t.Errorf("%s is not in\n%s", want, text)
		}
	}
}

// A menu is no content because one of its links leads to a mailbox.
func TestMenusWithAMailboxStayMenus(t *testing.T) {
	text := page(t, `<html lang="de"><body><main><h1>Forum</h1><p>Hier sprechen wir über Räder, Reifen und lange Touren am Fluss entlang.</p></main>
		<footer><p><a href="/a">Regeln</a> | <a href="/b">Listen</a> | <a href="/c">Schnittstelle</a> | <a href="mailto:forum@muster.example">Kontakt</a></p></footer></body></html>`).Text()
	if strings.Contains(text, "Schnittstelle") {
		t.Errorf("read as\n%s", text)
	}
}

// Text of a picture is read where it tells how or when to reach the firm, or a price.
func TestPicturesThatTellHoursAreRead(t *testing.T) {
	text := page(t, `<html lang="de"><body><main><h1>Öffnungszeiten</h1><p>Wir freuen uns auf Ihren Besuch.</p><p><img src="z.png" alt="Montag bis Freitag 9 bis 18 Uhr, Samstag 9 bis 13 Uhr"><img src="b.png" alt="Unser Team vor der Werkstatt"></p></main></body></html>`).Text()
	if !strings.Contains(text, "Montag bis Freitag 9 bis 18 Uhr") || strings.Contains(text, "Team") {
		t.Errorf("read as\n%s", text)
	}
}
