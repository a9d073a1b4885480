package webpage_test

import (
	"strings"
	"testing"
)

func TestWhatHandlesAPageIsNoTextOfIt(t *testing.T) {
	text := page(t, `<main><h1>Halbfinale</h1><p>Anzeige</p><p>München verlor das Spiel in Tampere mit 0:3 und verpasst damit das Endspiel.</p><p>Foto: City-Press</p>
		<p>Click to expand...</p><p>Loading paragraph...</p><h2>Tore</h2><p><a href="#tore"><span>Section titled “Tore”</span></a></p><p>Alle drei fielen nach der Pause.</p>
		<p>Teilen wir das Brot!</p><h3>Kommentar schreiben</h3><p>E-Mail-Adresse wird nicht veröffentlicht.</p></main>`).Text()
	for _, clutter := range []string{"Anzeige", "City-Press", "expand", "Loading", "Section titled", "Kommentar", "veröffentlicht"} {
		if strings.Contains(text, clutter) {
			t.Errorf("%q is read in %s", clutter, text)
		}
	}
	for _, said := range []string{"0:3", "Tore", "nach der Pause", "Teilen wir das Brot"} {
		if !strings.Contains(text, said) {
			t.Errorf("%q is missing in %s", said, text)
		}
	}
}

func TestWhatIsOfferedIsNoClutter(t *testing.T) {
	text := page(t, `<main><h1>Studio Lind</h1><p>Foto: Anfängerkurs ab 30 €</p><p>Bild: Leinwand 40 x 60 cm</p><p>Foto: © Nora Lind 2024</p><h2>Drucken</h2><p>Wir drucken Flyer ab zehn Stück.</p><h2>Teilen</h2><p>Share</p></main>`).Text()
	for _, said := range []string{"Anfängerkurs ab 30", "Leinwand 40", "Drucken"} {
		if !strings.Contains(text, said) {
			t.Errorf("%q is missing in %s", said, text)
		}
	}
	for _, clutter := range []string{"©", "Teilen", "Share"} {
		if strings.Contains(text, clutter) {
			t.Errorf("%q is read in %s", clutter, text)
		}
	}
}

func TestAWarningIsOneWithWhatItSays(t *testing.T) {
	text := page(t, `<main><h1>Purge</h1><p>This command removes all messages from the queues.</p><div class="admonition"><p class="title">Warning</p><p>There’s no undo for this operation.</p></div></main>`).Text()
	if !strings.Contains(text, "Warning: There’s no undo for this operation.") {
		t.Errorf("read %s", text)
	}
}

func TestWhatToWriteIntoAFieldSaysNothingOfTheFirm(t *testing.T) {
	text := page(t, `<main><h1>Rundbrief</h1><p>Unser Rundbrief kommt jeden Monat.</p><input type="email" aria-describedby="hint"><div id="hint">Email should be typed in the format a@b.example</div></main>`).Text()
	if strings.Contains(text, "typed") || !strings.Contains(text, "jeden Monat") {
		t.Errorf("read %s", text)
	}
}

func TestADateBesideAHeadingIsAWordOfItsOwn(t *testing.T) {
	d := page(t, `<main><h1><span class="date">27.01.2022</span>Absatz im November</h1><p>Der Absatz sank um zwei Prozent.</p></main>`)
	if text := d.Text(); !strings.Contains(text, "27.01.2022 Absatz") {
		t.Errorf("read %s", text)
	}
}

func TestTextReadAsAnotherEncodingIsPutRight(t *testing.T) {
	for wrong, right := range map[string]string{
		"<p>GrÃ¼ÃŸe aus KÃ¶ln: 5 â‚¬ fÃ¼r alle, accumulate(1) â\u0086\u0092 1</p>": "Grüße aus Köln: 5 € für alle, accumulate(1) → 1",
		"<p>ab 5 â‚¬ â†’ âœ“ dabei</p>":                                            "ab 5 € → ✓ dabei",
		"<p>AMANHÃ” e IRMÃ”, MANHÃ”</p>":                                           "AMANHÃ” e IRMÃ”, MANHÃ”",
		"<p>AMANHÃ, château, Âge, pâté</p>":                                        "AMANHÃ, château, Âge, pâté",
	} {
		if text := page(t, "<main><h1>Gruß</h1>"+wrong+"</main>").Text(); !strings.Contains(text, right) {
			t.Errorf("read %s, want %s", text, right)
		}
	}
}

func TestAThingIsCalledByItsNameAlone(t *testing.T) {
	text := page(t, `<meta property="og:site_name" content="Meryl -  Meditation"><script type="application/ld+json">{"@type":"Product","name":"Monday Class \u2014 Meryl -  Meditation","offers":{"price":39,"priceCurrency":"USD"}}</script>
		<main><h1>Monday Class</h1><p>Join me each week for a live class.</p></main>`).Text()
	if !strings.Contains(text, "Price Monday Class: 39 USD") {
		t.Errorf("read %s", text)
	}
}

// What stands at the foot of every page is no text of any of them, whatever its elements are called; what tells something is.
func TestLinesAtTheFootAreNotRead(t *testing.T) {
	const own = `<div class="a"><h1>Gärtnerei Grün</h1><p>Wir bieten Beetpflanzen, Gehölze und Grabpflege an.</p></div>`
	for _, foot := range []string{
		"© 2024 Gärtnerei Grün · Impressum · Datenschutz · AGB", "Copyright © 2025 Gärtnerei Grün | Alle Rechte vorbehalten", "© Gärtnerei Grün 2019 - Impressum", "(c) 2006 Gärtnerei Grün. All rights reserved.",
		"Impressum | Datenschutz | Sitemap", "Folgen Sie uns auf Facebook und Instagram", "Follow us on Instagram", "Nach oben", "Back to top", "Cookie-Einstellungen ändern", "Newsletter abonnieren", "Powered by Squarespace",
		"Website erstellt von Werbeagentur Pixel", "Diese Seite ist optimiert für 800x600. Sie sind Besucher Nr. 00123",
	} {
		if text := page(t, "<html><body>"+own+`<div class="b"><p>`+foot+`</p></div></body></html>`).Text(); text != "Gärtnerei Grün\nWir bieten Beetpflanzen, Gehölze und Grabpflege an." {
			t.Errorf("%s is read:\n%s", foot, text)
		}
	}
	for _, told := range []string{
		"© 2024 Gärtnerei Grün, Hauptstraße 5, 50667 Köln, Telefon 0221 123456", "© 2024 Gärtnerei Grün | Termine nur nach Vereinbarung", "© 2024 Gärtnerei Grün | Inhaber: Karl Grün", "© 2026 Gärtnerei Grün. Im Winter geschlossen.", "Kontakt", "Folgen Sie uns auf den Hof: jeden Samstag Führung", "Newsletter abonnieren und 5 % Rabatt sichern",
		"Karriere, Kontakt, Kaffee", "Das Impressum nennt den Verantwortlichen.", "Optimiert für trockene Böden", "Website und Shop aus einer Hand",
	} {
		if text := page(t, "<html><body>"+own+`<div class="b"><p>`+told+`</p></div></body></html>`).Text(); !strings.Contains(text, told) {
			t.Errorf("%s is not read:\n%s", told, text)
		}
	}
	if text := page(t, "<html><body>"+own+`<div class="b"><p>Telefon 0221 123456<br>© 2024 Gärtnerei Grün · Impressum</p></div></body></html>`).Text(); !strings.HasSuffix(text, "Telefon 0221 123456") {
		t.Errorf("read as\n%s", text)
	}
}
