package webpage_test

import (
	"strings"
	"testing"
)

// Programs that make style sheets name nothing: that a hidden part answers the question above it tells that it opens.
func TestHTML_HiddenAnswersBehindTheirQuestions(t *testing.T) {
	d := page(t, `<html lang="de"><body><main><h1>Räder leihen</h1><p>Wir verleihen Räder für die Stadt und fürs Land, mit Schloss und Licht, auch an Gruppen.</p>
		<div class="sc-1"><div class="sc-2"><div class="sc-3">Was kostet ein Rad am Tag?</div></div><div class="sc-4" height="0" style="visibility:hidden"><div>Zwölf Euro, für Kinder die Hälfte.</div></div></div>
		<div class="sc-1"><div class="sc-3">Unsere Räder</div><div style="visibility:hidden">Platzhalter für ein Bild</div></div></main></body></html>`)
	if text := d.Text(); !strings.Contains(text, "für Kinder die Hälfte") || strings.Contains(text, "Platzhalter") {
		t.Errorf("read as\n%s", text)
	}
}

func TestHTML_ContentThatScriptsReveal(t *testing.T) {
	long := strings.Repeat("Ein langer Absatz über Räder und ihre Pflege. ", 40)
	for name, body := range map[string]string{
		"streamed in pieces": `<div id="app"></div><div hidden id="S:1f"><h1>Pflege</h1><p>` + long + `</p></div>`,
		"hidden until ready": `<div style="visibility:hidden"><h1>Pflege</h1><p>` + long + `</p></div>`,
		"without scripts":    `<div id="app">Laden</div><noscript><h1>Pflege</h1><p>` + long + `</p></noscript>`,
		"for machines":       `<p>Laden</p><script type="application/ld+json">{"@type":"Article","articleBody":"` + long + `"}</script>`,
	} {
		if text := page(t, "<html><body>"+body+"</body></html>").Text(); !strings.Contains(text, "Räder und ihre Pflege") {
			t.Errorf("%s: %q", name, text)
		}
	}
}

// What lies over the page until somebody has clicked is none of its content, unless it holds nearly all of it.
func TestHTML_DropsDialogsOverThePage(t *testing.T) {
	const notice = `role="dialog" aria-modal="true"><p>Datenschutzeinstellungen</p><p>Wir nutzen Cookies auf unserer Website.</p></div>`
	for before, gone := range map[string]bool{
		`<div id="BorlabsCookieBox" ` + notice: true,
		`<div class="my-consent-layer" role="dialog"><p>Wir nutzen Cookies auf unserer Website.</p></div>`:                                                                  true,
		`<section data-hook="consent-banner-root" aria-label="Cookie banner"><div>Wir nutzen Cookies auf unserer Website.</div><button>Gut</button></section>`:              true,
		`<section aria-label="Cookies und Kekse"><div>Wir backen Cookies auf unserem Blech.</div></section>`:                                                                false,
		`<div role="dialog"><p>Wir nutzen Cookies nur zum Backen: Mürbeteig mit Schokolade.</p></div>`:                                                                      false,
		`<div role="dialog" aria-modal="true"><p>` + strings.Repeat("Wir backen Cookies aus Mürbeteig mit Schokolade und Nüssen, jeden Samstag frisch. ", 5) + `</p></div>`: false,
	} {
		text := page(t, `<main><h1>Leistungen</h1><p>Wir behandeln nach Rezept vom Arzt und auch für Selbstzahler.</p></main>`+before).Text()
		if strings.Contains(text, "Cookies") == gone || !strings.Contains(text, "nach Rezept") {
			t.Errorf("%s: gone must be %v in:\n%s", before, gone, text)
		}
	}
}

// What a field is called says nothing about the firm; what can be chosen does.
func TestHTML_DropsTheNamesOfFields(t *testing.T) {
	text := page(t, `<main><h1>Kontakt</h1><p>Wir antworten innerhalb von zwei Werktagen.</p><form><p><label>Ihr Vorname <input name="n"></label></p>
		<label for="m">Ihre Nachricht</label><br><textarea id="m"></textarea><label><input type="radio" name="g"> Größe L, 5 € mehr</label></form></main>`).Text()
	if strings.Contains(text, "Vorname") || strings.Contains(text, "Nachricht") || !strings.Contains(text, "Größe L, 5 € mehr") || !strings.Contains(text, "zwei Werktagen") {
		t.Error(text)
	}
}

// Tabs stand beside each other: what follows the last of them is not what it is called after.
func TestHTML_TabsAreNoHeadings(t *testing.T) {
	text := page(t, `<h1>Mühle</h1><div><button role="tab" aria-controls="a">Beschreibung</button><button role="tab" aria-controls="b">Technische Daten</button></div>
		<div id="a"><p>Ein Mahlwerk aus Stahl.</p></div><div id="b" hidden><p>Sie wiegt 2 kg.</p></div>`).Text()
	if strings.Contains(text, "Technische") || !strings.Contains(text, "Stahl") || !strings.Contains(text, "2 kg") {
		t.Errorf("read: %s", text)
	}
}

// A form is no answer to the question above it.
func TestHTML_HiddenFormsBehindQuestions(t *testing.T) {
	text := page(t, `<h1>Laden</h1><p>Haben Sie Fragen?</p><div style="display:none"><form><label>Ihr Name</label></form></div><p>Gibt es Tee?</p><div style="display:none"><p>Ja, grünen.</p></div>`).Text()
	if strings.Contains(text, "Name") || !strings.Contains(text, "Ja, grünen.") {
		t.Errorf("read: %s", text)
	}
}

func TestHTML_IconsOfFontsAreNoText(t *testing.T) {
	text := page(t, `<html><body><main><h1>Zinsen</h1><p>Wie hoch sind die Zinsen? <i class="material-icons">keyboard_arrow_down</i></p>
<p><span class="material-symbols-rounded icon">check_circle</span> Sie hängen von der Laufzeit ab, und von Ihrer Bonität.</p>
<p class="material-iconography">Ein Absatz mit mehreren Wörtern bleibt.</p></main></body></html>`).Text()
	if strings.Contains(text, "keyboard") || strings.Contains(text, "check_circle") || !strings.Contains(text, "Sie hängen von der Laufzeit ab") || !strings.Contains(text, "Ein Absatz mit mehreren") {
		t.Errorf("got %q", text)
	}
}
