package webpage_test

import (
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/extract"
	"github.com/webchatagent/wca/internal/extract/extracttest"
	"github.com/webchatagent/wca/internal/extract/refusal"
)

const (
	siteMenu = `<header><nav><a href="/">Startseite</a> <a href="/leistungen">Leistungen</a> <a href="/kontakt">Kontakt</a></nav></header>`
	siteFoot = `<footer><p>Muster GmbH, Hauptstraße 5, 50667 Köln<br>Telefon 0221 123456</p><h4>Öffnungszeiten</h4><p>Mo–Fr 8–17 Uhr</p><p>© 2024 Muster GmbH · <a href="/impressum">Impressum</a></p></footer>`
	runs     = `<script src="/app.js"></script>`
)

// What a server sends in place of a page, with status 200, becomes no document, and its owner reads why.
func TestPagesThatStandInForOthersAreRefused(t *testing.T) {
	for code, pages := range map[string][]string{
		refusal.CodeConsent: {
			`<title>Muster GmbH</title><div id="Dialog" role="dialog" aria-modal="true"><h2>Diese Webseite verwendet Cookies</h2><p>Wir verwenden Cookies, um Inhalte und Anzeigen zu personalisieren und die Zugriffe auf unsere Website zu analysieren.</p><ul><li><label>Notwendig</label></li><li><label>Marketing</label></li></ul><button>Ablehnen</button><button>Alle zulassen</button></div>`,
			`<title>Bevor Sie fortfahren</title><div><h1>Bevor Sie zur Suche weitergehen</h1><p>Wir verwenden Cookies und Daten, um</p><ul><li>unsere Dienste bereitzustellen und zu betreiben</li><li>Ausfälle zu prüfen und Maßnahmen gegen Spam und Betrug zu ergreifen</li></ul><p>Wenn Sie „Alle akzeptieren“ auswählen, verwenden wir Cookies auch, um Werbung auszuliefern.</p><form><button>Alle ablehnen</button><button>Alle akzeptieren</button></form></div>`,
			`<title>News</title><div><h2>We value your privacy</h2><p>We and our 812 partners store information on a device, such as cookies, and process personal data for personalised advertising and content.</p><button>MORE OPTIONS</button><button>AGREE</button></div>`,
			`<title>Hotel Muster</title><div><h2>Ihre Privatsphäre ist uns wichtig</h2><p>Diese Website nutzt Cookies. Bitte wählen Sie, welche Dienste Sie zulassen.</p><p><a class="btn" href="?c=1">Alle akzeptieren</a> <a class="btn" href="?c=0">Nur notwendige Cookies</a></p><p><a href="/impressum">Impressum</a></p></div>`,
		},
		refusal.CodeTurnedAway: {
			`<title>Just a moment...</title><main><h1>www.muster.example</h1><h2>Checking if the site connection is secure</h2><p>www.muster.example needs to review the security of your connection before proceeding.</p><p>Ray ID: 7a1b2c3d</p></main>`,
			`<title>Nur einen Moment…</title><h1>muster.example</h1><p>Es wird überprüft, ob Sie ein Mensch sind. Dies kann einige Sekunden dauern.</p>` + runs,
			`<title>Access Denied</title><H1>Access Denied</H1>You don't have permission to access "http://www.muster.example/preise" on this server.<P>Reference #18.2d351ab8.1557333295.a4e16ab`,
			`<title>403 Forbidden</title><center><h1>403 Forbidden</h1></center><hr><center>nginx</center>`,
			`<title>Zugriff verweigert</title>` + siteMenu + `<main><h1>Zugriff verweigert</h1><p>Sie haben keine Berechtigung, auf diese Seite zuzugreifen.</p></main>` + siteFoot,
		},
		refusal.CodeLogin: {
			`<title>Geschützt: Mitglieder</title>` + siteMenu + `<main><h1>Geschützt: Mitglieder</h1><form><p>Dieser Inhalt ist passwortgeschützt. Um ihn anzusehen, gib dein Passwort bitte unten ein:</p><p><label>Passwort: <input type="password"></label></p></form></main>` + siteFoot,
			`<title>Sign in to your account</title><h1>Sign in</h1><form><input type="email"><button>Next</button></form><p>No account? <a href="#">Create one!</a></p>`,
			`<title>Mitglieder</title>` + siteMenu + `<main><h1>Interner Bereich</h1><p>Dieser Inhalt ist nur für Vereinsmitglieder sichtbar. Bitte geben Sie das Kennwort ein, das Sie vom Vorstand erhalten haben.</p><form><label>Kennwort: <input type="password"></label></form></main>` + siteFoot,
			`<title>Kurse</title><h1>Hoppla!</h1><p>Diese Seite können nur eingeloggte Teilnehmer unserer Kurse aufrufen.</p><p><a href="/login">Zum Login</a></p>`,
			`<title>Courses</title><h1>Oops</h1><p>This page is only visible to registered members. Please log in to continue.</p>`,
		},
		refusal.CodeAge: {
			`<title>Weinhandlung</title><div><h2>Altersprüfung</h2><p>Sind Sie mindestens 18 Jahre alt?</p><button>Ja, ich bin 18 oder älter</button><button>Nein</button></div>`,
			`<title>Distillery</title><main><p>You must be of legal drinking age to enter this site. Are you 18 or older?</p><a href="/enter">Yes</a><a href="https://example.org">No</a><p>Please drink responsibly.</p></main>`,
		},
		refusal.CodeMissing: {
			`<title>Seite nicht gefunden – Muster GmbH</title>` + siteMenu + `<main><h1>Hoppla! Diese Seite konnte leider nicht gefunden werden.</h1><p>Es sieht so aus, als ob hier nichts gefunden wurde. Vielleicht hilft eine Suche?</p></main>` + siteFoot,
			`<title>404</title>` + siteMenu + `<div><h1>404</h1><h2>Seite nicht gefunden</h2><p>Die von Ihnen gesuchte Seite existiert leider nicht mehr oder wurde verschoben.</p><p><a href="/">Zurück zur Startseite</a></p></div>` + siteFoot,
			`<title>Oops</title><main><h1>Oops! That page can’t be found.</h1><p>It looks like nothing was found at this location. Maybe try a search?</p></main>`,
			`<title>Shop</title><main><h1>Artikel nicht gefunden</h1><p>Der gewünschte Artikel ist leider nicht mehr verfügbar.</p><a href="/shop">Weiter einkaufen</a></main>` + siteFoot,
		},
		refusal.CodeMaintenance: {
			`<title>Wartung</title><h1>Wartungsarbeiten</h1><p>Unsere Website wird gerade überarbeitet. Wir sind in Kürze wieder für Sie da. Vielen Dank für Ihre Geduld.</p>`,
			`<title>Wartungsmodus</title><h1>Wartungsmodus</h1><p>Aufgrund von Wartungsarbeiten ist der Shop derzeit nicht erreichbar. Bitte versuchen Sie es später noch einmal.</p>`,
			`<title>Muster GmbH</title><p>Wegen Wartung sind wir derzeit nicht erreichbar.</p>`,
			`<title>Muster GmbH</title><p>Aufgrund geplanter Wartungsarbeiten vorübergehend nicht verfügbar.</p>`,
			`<title>Muster GmbH</title><p>Wegen Wartungsarbeiten am Server ist unsere Homepage offline.</p>`,
			`<title>Coming soon</title><h1>Coming Soon</h1><p>Our new website is on its way. Stay tuned!</p>`,
			`<title>Fehler</title><h1>Fehler beim Aufbau einer Datenbankverbindung</h1>`,
			`<title>500 Internal Server Error</title><h1>Internal Server Error</h1><p>The server encountered an internal error or misconfiguration and was unable to complete your request.</p>`,
		},
		refusal.CodeParked: {
			`<title>muster.example steht zum Verkauf</title><h1>muster.example</h1><p>Diese Domain steht zum Verkauf!</p><p>Der Inhaber dieser Domain parkt diese beim Domain-Parking-Programm.</p>`,
			`<title>muster.example</title><h1>Willkommen</h1><p>Diese Domain wurde soeben registriert und ist noch ohne Inhalt.</p>`,
			`<title>Welcome to nginx!</title><h1>Welcome to nginx!</h1><p>If you see this page, the nginx web server is successfully installed and working. Further configuration is required.</p>`,
		},
		refusal.CodeScripts: {
			`<title>Shop</title><h1>Bitte aktivieren Sie JavaScript</h1><p>Um diese Website nutzen zu können, aktivieren Sie bitte JavaScript in Ihrem Browser und laden Sie die Seite neu.</p>` + runs,
			`<title>muster.example</title><p>Please enable JS and disable any ad blocker</p>` + runs,
			`<title>App</title><app-root>Wird geladen …</app-root>` + runs,
		},
	} {
		for _, body := range pages {
			in := extract.Input{ContentType: "text/html", URL: "https://www.muster.example/preise", Body: []byte(`<!DOCTYPE html><html><body>` + body)}
			if e := extracttest.RefusalOf(t, in); e.Code != code {
				t.Errorf("%s: %.80s", e.Code, body)
			}
		}
	}
}

// A page that says something of its own is taken in, whatever else it says: firms sell maintenance, domains and security,
// write about cookies and errors, and tell how to reach them before their website is ready.
func TestPagesWithSomethingOfTheirOwnAreTakenIn(t *testing.T) {
	const notice = `<div class="x1"><p>Wir verwenden Cookies, um unsere Website für Sie zu verbessern. Weitere Informationen finden Sie in der Datenschutzerklärung.</p><button>Alle akzeptieren</button><button>Ablehnen</button></div>`
	for want, body := range map[string]string{
		"seit 1950":                `<h1>Bäckerei Muster</h1><p>Wir backen seit 1950 jeden Tag frisch.</p>` + notice,
		"Carports":                 `<h1>Zimmerei Holz</h1><p>Dachstühle – Carports – Innenausbau</p>` + notice,
		"9–18 Uhr":                 `<h1>Öffnungszeiten</h1><p>Mo–Fr 9–18 Uhr</p>` + notice,
		"Kinder":                   `<table><tr><td>Erwachsene</td><td>8 €</td></tr><tr><td>Kinder</td><td>4 €</td></tr></table>` + notice,
		"kleine Textdateien":       `<title>Datenschutzerklärung</title><main><h1>Datenschutzerklärung</h1><p>Wir verwenden Cookies. Cookies sind kleine Textdateien, die Ihr Browser speichert.</p></main>` + notice,
		"your basket":              `<title>Cookie Policy</title><main><h1>Cookie Policy</h1><p>We use cookies to remember your basket and your language.</p><button>Accept all</button></main>`,
		"oat cookies":              `<h1>Our cookies</h1><p>Chocolate chip cookies £2, oat cookies £1.80.</p><button>Accept all</button>`,
		"0221 998877":              `<h1>Hier entsteht unsere neue Website</h1><p>Sie erreichen uns unter Telefon 0221 998877.</p>`,
		"an Ihrer Heizung":         `<title>Wartung</title><h1>Wartungsarbeiten</h1><p>Wir führen Wartungsarbeiten an Ihrer Heizung durch.</p>`,
		"rufen Sie uns":            `<title>Wartung Ihrer Heizung</title><h1>Wartung</h1><p>Wegen der Wartung Ihrer Heizung rufen Sie uns bitte an. Leider können wir im Winter nicht immer sofort kommen.</p>`,
		"nur Tee":                  `<title>Café Rose</title><h1>Café Rose</h1><p>Wegen Wartung unserer Kaffeemaschine gibt es heute nur Tee.</p>`,
		"einen Laptop":             `<title>JavaScript-Kurs</title><h1>JavaScript-Kurs</h1><p>Bitte bringen Sie für den JavaScript-Kurs einen Laptop mit.</p>`,
		"kleine Dateien":           `<title>Was sind Cookies?</title><h1>Was sind Cookies?</h1><p>Cookies sind kleine Dateien, die Ihr Browser speichert. Wir verwenden nur technisch notwendige Cookies.</p><a href="#">Alle akzeptieren</a>`,
		"mit einem Klick":          `<title>Cookie-Banner für Ihre Website – Muster GmbH</title><h1>Cookie-Banner für Ihre Website</h1><p>Wir bauen Cookie-Banner, die der DSGVO genügen: Einwilligung vor dem Tracking, Widerruf mit einem Klick.</p><button>OK</button>`,
		"Zwischenspeicher":         `<title>Fehler 404: Seite nicht gefunden</title><article><h1>Fehler 404: Seite nicht gefunden</h1><p>Was bedeutet das? Der Server kennt die Adresse nicht. Leeren Sie auch den Zwischenspeicher Ihres Browsers.</p></article>`,
		"aus einer Hand":           `<h1>Domains</h1><p>Ihre Domain wird von uns registriert. Webspace und Hosting aus einer Hand.</p>`,
		"nach DGUV":                `<title>Sicherheitsprüfung</title><h1>Sicherheitsprüfung</h1><p>Sicherheit für Ihre Geräte: Wir prüfen nach DGUV Vorschrift 3.</p>`,
		"Wir helfen":               `<h1>Zugriff gesperrt?</h1><p>Wir helfen bei Angriffen auf Ihren Server und sorgen für Sicherheit.</p>`,
		"29 Euro":                  `<h1>Escape Room</h1><p>Der Raum ist ab 18 Jahren. Sind Sie mindestens 18 Jahre alt? Dann buchen Sie für 29 Euro.</p><a href="/b">Ja, ich buche</a>`,
		"about:config":             `<h1>JavaScript aktivieren in Firefox</h1><p>So können Sie JavaScript aktivieren: Öffnen Sie about:config und setzen Sie javascript.enabled auf true.</p>` + runs,
		"Betriebsferien":           `<h1>Gasthof</h1><p>Wegen Betriebsferien geschlossen. Wir sind ab dem 12. August wieder für Sie da.</p>`,
		"200 €":                    `<main><h2>Beiträge</h2><table><tr><td>Erwachsene</td><td>120 €</td></tr><tr><td>Familien</td><td>200 €</td></tr></table></main><div class="sidebar"><form><input name="u"><input type="password"><button>Anmelden</button></form></div>`,
		"können den Zählerstand":   `<main><h1>Kundenportal</h1><p>Im Kundenportal sehen Sie Ihre Rechnungen und können den Zählerstand melden. Probleme? Rufen Sie uns an: 0221 998877.</p><form><input type="password"></form></main>`,
		"Rote Schuhe für Herren":   `<h1>Neu</h1><p>Coming soon</p><ul>` + strings.Repeat(`<li><a href="/s">Rote Schuhe für Herren</a></li><li><a href="/t">Blaue Schuhe für Damen</a></li>`, 10) + `</ul>`,
		"Preisliste 2027":          `<title>Downloads</title><h1>Downloads</h1><main><p>Coming soon</p><ul><li><a href="/a.pdf">Preisliste 2027 (PDF, 230 KB)</a></li><li><a href="/b.pdf">Aufnahmeantrag (PDF, 90 KB)</a></li></ul></main>`,
		"Speisekarte":              `<title>Downloads</title><h1>Downloads</h1><main><ul><li><a href="/a.pdf">Speisekarte (PDF)</a></li></ul></main>` + notice,
		"120,- €":                  `<main><table><tr><td>Erwachsene</td><td>120,- €</td></tr></table></main><form><input name="u"><input type="password"><button>Anmelden</button></form>`,
		"valid for 30 minutes":     `<title>How to log in – Help</title><h1>How to log in</h1><p>Tap Log in and enter your password. If you have forgotten it, we send you a link that is valid for 30 minutes.</p>`,
		"in der App":               `<title>Anmelden</title><h1>Wie melde ich mich an?</h1><p>Sie müssen sich nur einmal anmelden, um alle Rechnungen zu sehen: in der App unter dem Namen oben rechts.</p>`,
		"nur angemeldete":          `<title>Sommerfest</title><h1>Sommerfest</h1><p>Teilnehmen können nur angemeldete Mitglieder.</p>`,
		"Hauptstraße 5, 50667 Köl": `<title>Muster GmbH</title>` + siteMenu + notice + siteFoot,
	} {
		d := extracttest.File(t, "page.html", `<!DOCTYPE html><html><body>`+body)
		if text := d.Text(); !strings.Contains(text, want) {
			t.Errorf("%q is not in\n%s", want, text)
		}
	}
}

// A page of which only the foot can be read is taken in for what that tells, and its owner reads what is missing.
func TestPagesOfWhichOnlyTheFootIsReadAreTold(t *testing.T) {
	for want, body := range map[string]string{
		refusal.CodeConsent:     `<div><p>Wir setzen auf unserer Website Cookies ein.</p><p>Einige helfen uns, sie zu verbessern.</p><button>Alle Cookies akzeptieren</button></div>`,
		refusal.CodeMaintenance: `<h1>Wartungsmodus</h1><p>Unsere Website wird gerade überarbeitet.</p>`,
		refusal.CodeScripts:     `<p>Bitte aktivieren Sie JavaScript in Ihrem Browser.</p>` + runs,
	} {
		d := extracttest.File(t, "page.html", `<!DOCTYPE html><html><head><title>Muster GmbH</title></head><body>`+siteMenu+body+siteFoot)
		if d.Hardly == nil || d.Hardly.Code != want || !extracttest.Told(d.Hardly) || !strings.Contains(d.Text(), "0221 123456") {
			t.Errorf("%s: %v\n%s", want, d.Hardly, d.Text())
		}
	}
}

// The notice about cookies is no part of a page, whatever its elements are called.
func TestNoticesAboutCookiesAreNotRead(t *testing.T) {
	d := page(t, `<html lang="de"><body><div class="a7"><h1>Gärtnerei</h1><p>Wir pflanzen Hecken und pflegen Gräber in der ganzen Stadt.</p></div><div class="b9"><p>Diese Website nutzt Cookies. Einige sind notwendig, andere dienen der Statistik.</p><a href="#">Alle akzeptieren</a></div></body></html>`)
	if text := d.Text(); !strings.Contains(text, "Hecken") || strings.Contains(text, "Cookies") {
		t.Errorf("read as\n%s", text)
	}
	// Nor is what stands in place of a map until a visitor consents.
	d = page(t, `<html lang="de"><body><h1>Anfahrt</h1><p>Sie finden uns hinter der Kirche, gleich neben dem Friedhof.</p><div class="x"><p>Mit dem Laden der Karte akzeptieren Sie die Datenschutzerklärung von Google.<br><a href="/x">Mehr erfahren</a></p><p><a class="b">Karte laden</a></p><p><label><input type="checkbox"> Google Maps immer entsperren</label></p></div><p>Der Bus hält <a href="/karte">vor der Tür</a>. <a href="/karte">Karte anzeigen</a></p></body></html>`)
	if text := d.Text(); !strings.Contains(text, "Kirche") || !strings.Contains(text, "vor der Tür") || strings.Contains(text, "Google") {
		t.Errorf("read as\n%s", text)
	}
}
