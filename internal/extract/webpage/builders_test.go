package webpage_test

import (
	"strings"
	"testing"
)

// What builders of sites write into their pages is read as a browser shows it.
func TestPartsOfBuilders(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"signs of allergens", `<ul><li>Schnitzel<sup>a,c,g</sup> mit Ei<sup>c</sup></li><li>Cola<small>1, 9</small></li><li>Zander <sup>d,g</sup> für 2 <small>3</small></li><li>Wohnung mit 78 m<sup>2</sup>, x<sup>2</sup> und der 2<sup>te</sup> Stock</li></ul>`,
			"• Schnitzel (a,c,g) mit Ei (c) / • Cola (1, 9) / • Zander (d,g) für 2 3 / • Wohnung mit 78 m2, x2 und der 2te Stock"},
		{"dates above titles", `<div class="row e"><time><span class="d">Fr.</span><span class="n">15</span></time><article><div>15. Januar, 20:00</div><h3>Jazz</h3><p>Standards und Eigenes.</p></article></div>
			<div class="row e"><article><div>23. Januar, 15:00</div><h3>Kasper</h3><p>Ein Stück für Kinder.</p></article></div>`,
			"[Laden > Jazz] Fr. 15 / 15. Januar, 20:00 / Standards und Eigenes.\n[Laden > Kasper] 23. Januar, 15:00 / Ein Stück für Kinder.\n[Laden] Bis bald"},
		{"figures that count up", `<div data-number-value="25"><p><span class="percent-value"></span><span>%</span></p></div><p><span data-counter-value="4500">0</span> Schüler</p>`, "25% / 4500 Schüler"},
		{"tabs by their order", `<div class="w-tabs"><div class="w-tab-menu"><a class="w-tab-link"><div>Mietrecht</div></a><a class="w-tab-link"><div>Erbrecht</div></a></div><div class="w-tab-content"><div class="w-tab-pane"><p>Frau Ritter hilft.</p></div><div class="w-tab-pane"><p>Herr Lohse hilft.</p></div></div></div>`,
			"Komm herein.\n[Laden > Mietrecht] Frau Ritter hilft.\n[Laden > Erbrecht] Herr Lohse hilft.\n[Laden] Bis bald"},
		{"tabs for two kinds of screens", `<div role="tablist"><div role="tab" aria-controls="t1">Innen</div><div role="tab" aria-controls="t2">Außen</div></div><div role="tablist"><div role="tab" aria-controls="t1">Innen</div><div id="t1" role="tabpanel"><p>Drei Tage.</p></div><div role="tab" aria-controls="t2">Außen</div><div id="t2" role="tabpanel" hidden><p>Ab April.</p></div></div>`,
			"Komm herein.\n[Laden > Innen] Drei Tage.\n[Laden > Außen] Ab April.\n[Laden] Bis bald"},
		{"tabs without what they open", `<div class="tab-bar"><div>Mietrecht</div><div>Erbrecht</div></div><div class="tab-list"><p>Frau Ritter hilft.</p></div>`, "Mietrecht / Erbrecht / Frau Ritter hilft."},
		{"an accordion by its names", `<div class="toggler">Grundkurs</div><div class="accordion"><p>8 Abende, 148 €.</p></div><div class="toggler">Hochzeit</div><div class="accordion"><p>3 Abende, 75 €.</p></div>`,
			"Komm herein.\n[Laden > Grundkurs] 8 Abende, 148 €.\n[Laden > Hochzeit] 3 Abende, 75 €.\n[Laden] Bis bald"},
		{"states of a thing", `<div class="price price--on-sale"><div class="price__regular">79 €</div><div class="price__sale"><span class="visually-hidden">Statt</span><s>79 €</s><span class="visually-hidden">nur</span>59 €</div><span class="price__badge-sale">Sale</span><span class="price__badge-sold-out">Ausverkauft</span></div>`,
			"Komm herein. / Statt 79 € nur 59 € / Sale / Bis bald"},
		{"a thing that is sold out", `<div class="price price--sold-out"><div class="price__regular">79 €</div><div class="price__sale">59 €</div><span class="price__badge-sold-out">Ausverkauft</span></div>`,
			"Komm herein. / 79 € / Ausverkauft / Bis bald"},
		{"sizes", `<fieldset><legend>Größe</legend><input type="radio"><label>S<span class="visually-hidden label-unavailable">ausverkauft</span></label><input type="radio" class="disabled"><label>L<span class="visually-hidden label-unavailable">ausverkauft</span></label></fieldset>`,
			"Größe / S L ausverkauft"},
	} {
		if got := passagesOf(t, `<h1>Laden</h1><p>Komm herein.</p>`+c.body+`<p>Bis bald in unserem Laden am Markt.</p>`); !strings.Contains(got, c.want) {
			t.Errorf("%s:\n%s\nis not in\n%s", c.name, c.want, got)
		}
	}
}

// A title that an editor put there tells nothing; the first heading does.
func TestTitlesThatNobodyWrote(t *testing.T) {
	for title, want := range map[string]string{
		"menu.html": "Gasthof zur Linde", "Unbenanntes Dokument": "Gasthof zur Linde", "Neue Seite 1": "Gasthof zur Linde", "Speisekarte.pdf": "Gasthof zur Linde",
		"Unsere Karte": "Unsere Karte", "Was in index.html steht": "Was in index.html steht", "Dokumente": "Dokumente",
	} {
		if d := page(t, `<html lang="de"><title>`+title+`</title><body><main><h1>Gasthof zur Linde</h1><p>Wir kochen mit Gemüse vom Hof nebenan.</p></main></body></html>`); d.Title != want {
			t.Errorf("the title of %q is %q, want %q", title, d.Title, want)
		}
	}
}
