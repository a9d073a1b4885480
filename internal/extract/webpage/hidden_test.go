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

// Tabs stand beside each other: what a tab is called is above the panel that it opens, and above no other.
func TestHTML_TabsAreAboveTheirPanels(t *testing.T) {
	text := page(t, `<h1>Mühle</h1><div><button role="tab" aria-controls="a">Beschreibung</button><button role="tab" aria-controls="b">Technische Daten</button></div>
		<div id="a"><p>Ein Mahlwerk aus Stahl.</p></div><div id="b" hidden><p>Sie wiegt 2 kg.</p></div>`).Text()
	if text != "Mühle\n\nBeschreibung\nEin Mahlwerk aus Stahl.\n\nTechnische Daten\nSie wiegt 2 kg." {
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

// A text goes on in what a link right behind it opens, and the link itself is no text.
func TestHTML_TextThatGoesOnByAClick(t *testing.T) {
	text := page(t, `<html lang="de"><body><main><h1>Über uns</h1><p>Wir sind ein Familienbetrieb.<span class="x" style="display:none"> Gegründet wurde er 1954.</span> <a href="#">Mehr lesen</a></p>
		<p>Unser Blog: <a href="/blog">Mehr lesen</a></p><p>Aktion.<span style="display:none"> Bis 2019.</span> <a href="/aktion">Zur Aktion</a></p></main></body></html>`).Text()
	if !strings.Contains(text, "Familienbetrieb. Gegründet wurde er 1954.\n") || !strings.Contains(text, "Unser Blog: Mehr lesen") || strings.Contains(text, "2019") {
		t.Errorf("read as\n%s", text)
	}
}

// What a page asks not to quote is not read, unless it is nearly all of it.
func TestHTML_WhatAPageAsksNotToQuote(t *testing.T) {
	const own = `<p>Unsere Meisterin leitet die Werkstatt seit 2010 und bildet jedes Jahr zwei Lehrlinge aus.</p>`
	for body, want := range map[string]bool{own + `<div data-nosnippet><p>Nur für Lieferanten: Zugang über den Hof.</p></div>`: false, `<div data-nosnippet>` + own + `<p>Nur für Lieferanten: Zugang über den Hof.</p></div>`: true} {
		if text := page(t, `<html lang="de"><body><main><h1>Team</h1>`+body+`</main></body></html>`).Text(); strings.Contains(text, "Lieferanten") != want || !strings.Contains(text, "Meisterin") {
			t.Errorf("read as\n%s", text)
		}
	}
}

// The panel of a tab stands below the name of that, and an accordion's answer below its question, whatever they are made of.
// A button that names nothing that it opens is the heading of the panel behind it; one that opens all is none.
func TestHTML_AccordionsOfBareButtons(t *testing.T) {
	text := page(t, `<html lang="de"><body><main><h1>Fragen</h1><div class="faq"><button>Alle öffnen</button><div class="faq-list">
		<div class="accordion-item"><button>Parken</button><div class="panel">Im Hof stehen acht Plätze.</div></div>
		<div class="accordion-item"><button class="accordion">Versand</button><div class="panel"><p>Kleine Möbel versenden wir für 29 Euro.</p></div></div></div></div></main></body></html>`).Text()
	for _, want := range []string{"\n\nParken\nIm Hof stehen acht Plätze.\n\nVersand\nKleine Möbel versenden wir für 29 Euro."} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in\n%s", want, text)
		}
	}
	if strings.Contains(text, "öffnen\nParken") {
		t.Errorf("what opens all is a heading in\n%s", text)
	}
}

func TestHTML_TabsAndAccordionsOfBoxes(t *testing.T) {
	text := page(t, `<html lang="de"><body><main><h1>Kurse</h1><ul role="tablist"><li><button role="tab" data-bs-target="#a">Anfänger</button></li><li><a role="tab" href="#b">Fortgeschrittene</a></li><li><a role="tab" href="#c">Kinder</a></li></ul>
		<div class="tab-pane" id="a" role="tabpanel"><p>Dienstags 18 Uhr, 95 Euro.</p></div><div class="tab-pane" id="b" role="tabpanel" style="display:none"><p>Donnerstags 19 Uhr, 110 Euro.</p></div>
		<div class="tab-pane" id="c" role="tabpanel"><h2>Kinder</h2><p>Samstags 10 Uhr, 60 Euro.</p></div>
		<h2>Fragen</h2><div class="item"><div role="button" aria-controls="q" aria-expanded="false"><a>Brauche ich eine Matte?</a></div><div id="q" hidden><p>Nein, Matten liegen bereit.</p></div></div>
		<div class="accordion"><div class="item"><div role="button" aria-expanded="false"><a>Anfahrt</a></div><div role="region"><p>Mit dem Bus 12.</p></div></div></div></main></body></html>`).Text()
	for _, want := range []string{"\nAnfänger\nDienstags 18 Uhr", "\nFortgeschrittene\nDonnerstags 19 Uhr", "\n\nKinder\nSamstags 10 Uhr", "\nBrauche ich eine Matte?\nNein, Matten liegen bereit.\n\nAnfahrt\nMit dem Bus 12."} {
		if strings.Count(text, want) != 1 {
			t.Errorf("%q is not once in\n%s", want, text)
		}
	}
}

// A price behind a bracket is a word of its own.
func TestHTML_PricesBehindBrackets(t *testing.T) {
	text := page(t, `<html lang="de"><body><main><h2>Pizza</h2><div><span class="name">Diavola (scharf)</span><span class="dots"></span><span class="price">10,50</span></div></main></body></html>`).Text()
	if !strings.Contains(text, "Diavola (scharf) 10,50") {
		t.Errorf("read as\n%s", text)
	}
}
