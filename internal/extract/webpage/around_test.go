package webpage_test

import (
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/extract"
	"github.com/webchatagent/wca/internal/extract/extracttest"
	"github.com/webchatagent/wca/internal/extract/refusal"
)

// A page whose content scripts fill in shows a menu, some of which reads like content, and a foot.
func TestHTML_MenusAroundNothing(t *testing.T) {
	menu := strings.Repeat("<li><h3>Räder</h3><p>Das leichteste Rad für alle, die jeden Tag fahren und wenig tragen wollen</p><p>Alle Räder Stadträder Reiseräder Kinderräder Rennräder Lastenräder</p></li>", 40)
	around := func(content string) extract.Input {
		return extract.Input{URL: "https://rad.example/raeder", ContentType: "text/html", Body: []byte("<html lang=de><title>Räder</title><body><a href=#c>Zum Inhalt</a><header><nav><ul>" + menu + "</ul></nav></header><div id=root>" + content + "</div><footer><p>Ein Laden für alle, die gern fahren, seit mehr als dreißig Jahren mitten in der Stadt.</p></footer></body></html>")}
	}
	if e := extracttest.RefusalOf(t, around("")); e.Code != refusal.CodeEmpty {
		t.Errorf("refused as %q", e.Code)
	}
	d, err := extract.New(extract.Options{}).Extract(t.Context(), around("<h1>Räder</h1><p>Wir beraten Sie gern.</p>"))
	if text := d.Text(); err != nil || text != "Räder\n\nWir beraten Sie gern." && text != "Räder\nWir beraten Sie gern." {
		t.Errorf("%v, %q", err, text)
	}
}

// Addresses, numbers and hours at the foot of a page are kept however they are written.
func TestHTML_HowToReachIsKept(t *testing.T) {
	long := strings.Repeat("<p>We bath, dry and trim dogs of every size, one at a time, and send them home happy and clean again.</p>", 30)
	for _, told := range []string{"217 Orchard Row", "4 Fishergate Lane, York", "(802) 555-0143", "802-555-0143", "01904 555017", "0831 9998870", "0541 300 99 71", "Burlington, VT 05401",
		"YO10 4XX", "Saturday 10am – 5pm", "Sunday & Monday<br>Closed", "Strandweg 27, 1796 De Koog", "Samstag und Sonntag: geschlossen"} {
		d := page(t, `<html><body><main><h1>Dogs</h1>`+long+`</main><footer><div><p>`+told+`</p></div><div><a href="/imprint">Imprint</a> <a href="/terms">Terms</a></div><p>All rights reserved, made with love by an agency</p></footer></body></html>`)
		if text := d.Text(); !strings.Contains(text, strings.ReplaceAll(told, "<br>", "\n")) || strings.Contains(text, "agency") {
			t.Errorf("%q is lost, or more is kept:\n%s", told, text[len(text)-200:])
		}
	}
}

// A link called "Öffnungszeiten" tells no opening hours; a footer's number does tell how to call.
func TestContactsOutsideTheContent(t *testing.T) {
	d, err := extract.New(extract.Options{}).Extract(t.Context(), extract.Input{Name: "a.html", Body: []byte(`<html lang="de"><body><header><nav><ul><li><a href="/z">Öffnungszeiten</a></li><li><a href="/k">Kontakt</a></li></ul></nav></header>
		<main><h1>Werkstatt</h1><p>Wir reparieren Fahrräder aller Art, auch solche, die Sie nicht bei uns gekauft haben, und zwar meist am selben Tag.</p></main>
		<footer><p>Öffnungszeiten: Mo–Fr 9–18 Uhr</p><p><a href="tel:+493023125140">Telefon: 030 23125140</a></p><nav><a href="/i">Impressum</a></nav></footer></body></html>`)})
	if err != nil {
		t.Fatal(err)
	}
	text := d.Text()
	for _, want := range []string{"Öffnungszeiten: Mo–Fr 9–18 Uhr", "030 23125140", "am selben Tag"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in %s", want, text)
		}
	}
	if strings.Count(text, "Öffnungszeiten") != 1 || strings.Contains(text, "Impressum") {
		t.Errorf("the menu is in %s", text)
	}
}

// The menu of a restaurant has no links, that of a site has.
func TestHTML_MenusOfRestaurants(t *testing.T) {
	text := page(t, `<ul class="menu-list"><li><a href="/a">Start</a></li><li><a href="/b">Galerie</a></li></ul><h1>Speisekarte</h1>
		<ul class="menu-list"><li><span>Bruschetta</span> <span>6,50 €</span></li><li><span>Carpaccio</span><span>......</span><span>11,90 €</span></li></ul>`).Text()
	if !strings.Contains(text, "Bruschetta 6,50 €") || !strings.Contains(text, "Carpaccio 11,90 €") || strings.Contains(text, "Galerie") {
		t.Errorf("read: %s", text)
	}
}

func TestHTML_SmallPagesLoseNothing(t *testing.T) {
	text := page(t, `<html><body><nav><a href="/">Start</a></nav><h1>Kontakt</h1><p>Radhaus GmbH</p><p>Hauptstraße 5</p><p>20095 Hamburg</p><p>Inhaberin: Erika Beispiel</p><footer>© 2026</footer></body></html>`).Text()
	if text != "Kontakt\n\nRadhaus GmbH\n\nHauptstraße 5\n\n20095 Hamburg\n\nInhaberin: Erika Beispiel" && !strings.HasPrefix(text, "Kontakt\nRadhaus GmbH") {
		t.Errorf("%q", text)
	}
}
