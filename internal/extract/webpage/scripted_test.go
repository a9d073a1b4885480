package webpage_test

import (
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/extract/extracttest"
	"github.com/webchatagent/wca/internal/extract/refusal"
)

// A page that scripts fill in the browser is told as one, with how much of it could be read.
func TestPagesThatScriptsFillAreTold(t *testing.T) {
	const foot = `<footer><p>Rufen Sie an: 030 1234567</p></footer>`
	const run = `<script src="/app.js"></script>`
	state := `<script type="application/json" id="__NEXT_DATA__">{"props":"` + strings.Repeat("Geheimes Angebot ", 400) + `"}</script>`
	for body, want := range map[string]string{
		`<div id="root"></div>` + foot + run:                                                                     "readable words: 5",
		`<app-root></app-root>` + foot + run:                                                                     "readable words: 5",
		`<noscript>You need to enable JavaScript to run this app.</noscript>` + foot + run:                       "readable words: 5",
		`<noscript>Bitte aktivieren Sie JavaScript.</noscript>` + foot + run:                                     "readable words: 5",
		`<div id="__next"><h1>Kontakt</h1><p>Muster GmbH, Hauptstraße 1, 20095 Hamburg.</p></div>` + state + run: "",
		foot + state + run:             "readable words: 5",
		`<div id="root"></div>` + foot: "", // nothing fills it
		foot + run:                     "",
		`<noscript>Bitte aktivieren Sie JavaScript.</noscript><h1>Impressum</h1><p>Muster GmbH, Hauptstraße 1, 20095 Hamburg.</p>` + run:                                "",
		`<noscript>Bitte aktivieren Sie JavaScript.</noscript><div id="app"></div><main><h2>Kontakt</h2><p>Muster GmbH, Hauptstraße 1, 20095 Hamburg.</p></main>` + run: "",
		`<div id="app"></div><main>Die Seite wird geladen …</main>` + foot + run:                                                                                        "readable words: 5",
		`<div id="root"><p>Montags bis freitags von 8 bis 12 Uhr.</p></div>` + foot + run:                                                                               "",
		`<div id="app"></div><main><p>` + strings.Repeat("Wir backen Brot. ", 25) + `</p></main>` + foot + run:                                                          "",
	} {
		d := extracttest.File(t, "page.html", `<html lang="de"><body>`+body+`</body>`)
		said := ""
		if d.Hardly != nil {
			said = d.Hardly.Message
		}
		if (said == "") != (want == "") || !strings.Contains(said, want) || d.Hardly != nil && (d.Hardly.Code != refusal.CodeScripts || !extracttest.Told(d.Hardly)) {
			t.Errorf("%.60s: %q, want %q", body, said, want)
		}
		if strings.Contains(d.Text(), "Geheimes") {
			t.Errorf("data for scripts was read: %s", d.Text())
		}
	}
}
