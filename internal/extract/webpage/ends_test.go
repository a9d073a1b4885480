package webpage_test

import (
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/passage"
)

// passagesOf writes the passages of a page, each with its headings.
func passagesOf(t *testing.T, body string) string {
	t.Helper()
	var out []string
	for _, p := range passage.Split(page(t, `<html lang="de"><body><main>`+body+`</main></body></html>`), passage.Options{}) {
		out = append(out, "["+strings.Join(p.Headings, " > ")+"] "+strings.ReplaceAll(p.Text, "\n", " / "))
	}
	return strings.Join(out, "\n")
}

// What follows an accordion, tabs or boxes alike stands under the heading above all of them.
func TestHeadingsOfWhatOpensEndWithIt(t *testing.T) {
	const before, after = `<h1>Maler</h1><p>Wir streichen in Celle.</p>`, `<p>Rufen Sie uns an, wir beraten Sie.</p>`
	const want = "[Maler] Wir streichen in Celle.\n[Maler > Wie lange dauert es?] Fünf Tage.\n[Maler > Muss ich ausräumen?] Nein, wir decken ab.\n[Maler] Rufen Sie uns an, wir beraten Sie."
	for name, body := range map[string]string{
		"details": `<details><summary>Wie lange dauert es?</summary><p>Fünf Tage.</p></details><details><summary>Muss ich ausräumen?</summary><p>Nein, wir decken ab.</p></details>`,
		"boxes that are buttons": `<div class="item"><div role="button" aria-controls="a1"><a>Wie lange dauert es?</a></div><div id="a1"><p>Fünf Tage.</p></div></div>
			<div class="item"><div role="button" aria-controls="a2"><a>Muss ich ausräumen?</a></div><div id="a2"><p>Nein, wir decken ab.</p></div></div>`,
		"buttons": `<button aria-controls="a1">Wie lange dauert es?</button><div id="a1"><p>Fünf Tage.</p></div><button aria-controls="a2">Muss ich ausräumen?</button><div id="a2"><p>Nein, wir decken ab.</p></div>`,
		"headings in boxes": `<ul><li class="accordion-item"><h4><button>Wie lange dauert es?</button></h4><div><p>Fünf Tage.</p></div></li>
			<li class="accordion-item"><h4><button>Muss ich ausräumen?</button></h4><div><p>Nein, wir decken ab.</p></div></li></ul>`,
		"terms": `<dl><dt>Wie lange dauert es?</dt><dd><p>Fünf Tage.</p></dd><dt>Muss ich ausräumen?</dt><dd><p>Nein, wir decken ab.</p></dd></dl>`,
		"tabs": `<div role="tablist"><button role="tab" aria-controls="p1">Wie lange dauert es?</button><button role="tab" aria-controls="p2">Muss ich ausräumen?</button></div>
			<div role="tabpanel" id="p1"><p>Fünf Tage.</p></div><div role="tabpanel" id="p2"><p>Nein, wir decken ab.</p></div>`,
	} {
		wanted := want
		if name == "terms" { // short ones are items
			wanted = "[Maler] Wir streichen in Celle. / • Wie lange dauert es? Fünf Tage. / • Muss ich ausräumen? Nein, wir decken ab. / Rufen Sie uns an, wir beraten Sie."
		}
		if got := passagesOf(t, before+body+after); got != wanted {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, wanted)
		}
	}
}

// Boxes that look alike but share a heading over several of them are no boxes of their own.
func TestRowsOfALayoutEndNoHeading(t *testing.T) {
	got := passagesOf(t, `<h1>Maler</h1><div class="row"><h2>Anfahrt</h2></div><div class="row"><p>Mit dem Bus 5 bis zum Markt.</p></div><div class="row"><h2>Parken</h2><p>Hinter dem Haus.</p></div><p>Die Schranke öffnet um sieben.</p>`)
	if want := "[Maler > Anfahrt] Mit dem Bus 5 bis zum Markt.\n[Maler > Parken] Hinter dem Haus. / Die Schranke öffnet um sieben."; got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}
