package webpage_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/extract/document"
)

// What stands in one box of a list belongs together, though nothing but the box says so.
func TestBoxesAlikeAreEntries(t *testing.T) {
	const about = "<p>Wir bauen Räder für die Stadt, reparieren auch fremde und beraten Sie gern im Laden am Markt.</p>"
	for _, c := range []struct{ name, body, want string }{
		{"a shop", `<h1>Räder</h1>` + about + `<div class="grid">
			<div class="product first"><a href="/1"><img alt=""></a><div class="name"><a href="/1">Stadtrad Elbe</a></div><div class="price">499 €</div><a href="/cart?1">In den Warenkorb</a></div>
			<div class="product"><div class="flag">Neu!</div><div class="name"><a href="/2">Rennrad Saale</a></div><div class="price"><s>1.299 €</s> 999 €</div><div>Ausverkauft</div><a href="/cart?2">In den Warenkorb</a></div>
			<div class="product"><h4 class="name"><a href="/3">Kinderrad Bode</a></h4><div class="price">ab 199 €</div><a href="/cart?3">In den Warenkorb</a></div></div><p>Alle Preise mit Mehrwertsteuer.</p>`,
			"- Stadtrad Elbe: 499 €\n- Neu: Rennrad Saale, 1.299 € 999 €, Ausverkauft\n- Kinderrad Bode: ab 199 €\n"},
		{"a price list", `<h1>Preise</h1>` + about + `<ul><li class="odd"><div>Haarschnitt</div><div>35 €</div></li><li class="even"><div>Bart</div><div>12 €</div></li><li class="odd"><div>Farbe</div><div>60 €</div></li></ul>`,
			"- Haarschnitt: 35 €\n- Bart: 12 €\n- Farbe: 60 €"},
		{"boxes that are links", `<h1>Räder</h1>` + about + `<div><a href="/1"><div>Stadtrad Elbe</div><div>499 €</div><div>Ausverkauft</div></a><a href="/2"><div>Rennrad Saale</div><div>499 €</div><div>Ausverkauft</div></a><a href="/3"><div>Kinderrad Bode</div><div>499 €</div><div>Ausverkauft</div></a></div>`,
			"- Stadtrad Elbe: 499 €, Ausverkauft\n- Rennrad Saale: 499 €, Ausverkauft\n- Kinderrad Bode: 499 €, Ausverkauft"},
		{"hours", `<h1>Laden</h1>` + about + `<div><div class="row"><div>Montag</div><div>Ruhetag</div></div><div class="row"><div>Dienstag – Freitag</div><div>9–18 Uhr</div></div><div class="row"><div>Samstag</div><div>9–13 Uhr</div></div></div>`,
			"- Montag: Ruhetag\n- Dienstag – Freitag: 9–18 Uhr\n- Samstag: 9–13 Uhr"},
		{"prices above their things", `<h1>Räder</h1>` + about + `<div><div class="p"><div>499 €</div><div>Stadtrad Elbe</div></div><div class="p"><div>999 €</div><div>Rennrad Saale</div></div><div class="p"><div>199 €</div><div>Kinderrad Bode</div></div></div>`,
			"- Stadtrad Elbe: 499 €\n- Rennrad Saale: 999 €\n- Kinderrad Bode: 199 €"},
		{"things of which much is said", `<h1>Räder</h1>` + about + `<div>` + strings.Repeat(`<div class="p"><div>Stadtrad Elbe</div><div>`+strings.Repeat("Ein Rad für die ganze Stadt mit Licht und Ständer. ", 8)+`</div><div>ab 499 €</div><a href="/1">Ansehen</a></div>`, 3) + `</div>`,
			"- Stadtrad Elbe: ab 499 €, Ein Rad für die ganze Stadt mit Licht und Ständer"},
		{"things without a name", `<h1>Frühstück</h1>` + about + `<div><div class="p"><p>Zwei Brötchen, Butter, Käse vom Hof, Marmelade aus eigenen Früchten, ein Ei. Dazu ein Glas Orangensaft und ein Becher Kaffee oder Tee.</p><div>12,50 €</div></div><div class="p"><p>Ein Körnerbrötchen, Quark mit Kräutern, Gemüse der Jahreszeit, Obst und Nüsse. Dazu ein Glas Wasser mit Minze und ein Becher grüner Tee.</p><div>11,90 €</div></div></div>`,
			"- Zwei Brötchen, Butter, Käse vom Hof, Marmelade aus eigenen Früchten, ein Ei, Dazu ein Glas Orangensaft und ein Becher Kaffee oder Tee: 12,50 €\n- Ein Körnerbrötchen"},
		{"a shop of two things", `<h1>Räder</h1>` + about + `<div><div class="p"><a href="/1">Stadtrad Elbe</a><div>499 €</div><div><a href="/cart?1">Add to Warenkorb</a></div></div><div class="p"><a href="/2">Rennrad Saale</a><div>999 €</div><div><a href="/cart?2">Add to Warenkorb</a></div></div></div>`,
			"- Stadtrad Elbe: 499 €\n- Rennrad Saale: 999 €"},
		{"sentences", `<h1>Räder</h1>` + about + `<div><div class="c"><p>Ein Rad.</p><p>Es rollt gut.</p></div><div class="c"><p>Ein Schloss.</p><p>Es hält gut.</p></div><div class="c"><p>Ein Licht.</p><p>Es brennt gut.</p></div></div>`,
			"Ein Rad.\n\nEs rollt gut."},
		{"a shop that speaks to screen readers", `<h1>Tools</h1>` + about + `<ul><li class="product"><a href="/1"><h2>Border Spade No. 8</h2><span class="onsale">Sale!</span> <span class="price"><del aria-hidden="true">£48.00</del> <span class="screen-reader-text">Original price was: £48.00.</span> <ins aria-hidden="true">£39.00</ins> <span class="screen-reader-text">Current price is: £39.00.</span></span></a><a class="button add_to_cart" href="?add-to-cart=1">Add to cart</a></li>
			<li class="product"><a href="/2"><h2>Dutch Hoe</h2><div>Item number:</div><div>DH-5</div><span class="price">£27.95</span></a><a class="button add_to_cart" href="?add-to-cart=2">Add to cart</a></li><li class="product"><a href="/3"><h2>Trowel</h2><div>Trowel</div><span class="price">£36.75</span></a><a class="button add_to_cart" href="?add-to-cart=3">Add to cart</a></li></ul>`,
			"- Border Spade No. 8: Sale, Original price was: £48.00, Current price is: £39.00\n- Dutch Hoe: Item number: DH-5, £27.95\n- Trowel: £36.75"},
		{"boxes with numbers of their own", `<h1>Massage</h1>` + about + `<div role="list"><div role="listitem" class="comp-r0 x"><h3>Pregnancy</h3><p>Side-lying, 60 min</p><p>£62</p></div><div role="listitem" class="comp-r1 x"><h3>Head</h3><p>Seated, 40 min</p><p>£38</p></div></div>`,
			"- Pregnancy: Side-lying, 60 min, £62\n- Head: Seated, 40 min, £38"},
		{"terms with two meanings", `<h1>Preise</h1>` + about + `<dl><dt>Ponyschnitt</dt><dd>zwischen zwei Terminen</dd><dd>9 €</dd><dt>Bart</dt><dd>15 €</dd></dl>`,
			"- Ponyschnitt: zwischen zwei Terminen, 9 €\n- Bart: 15 €"},
		{"entries inside entries", `<h1>Laden</h1>` + about + `<ul><li><div>Nord</div><ul><li><div>Montag</div><div>9–12 Uhr</div></li><li><div>Freitag</div><div>9–13 Uhr</div></li></ul><div>Parkplatz</div></li><li><div>Süd</div><ul><li><div>Montag</div><div>8–11 Uhr</div></li><li><div>Freitag</div><div>8–10 Uhr</div></li></ul><div>Tiefgarage</div></li></ul><p>Ende</p>`,
			"- Nord: Montag, 9–12 Uhr, Freitag, 9–13 Uhr, Parkplatz\n- Süd: Montag, 8–11 Uhr, Freitag, 8–10 Uhr, Tiefgarage\nEnde"},
		{"boxes of entries", `<h1>Laden</h1>` + about + `<ul><li><ul><li><div>Montag</div><div>9–12 Uhr</div></li><li><div>Freitag</div><div>9–13 Uhr</div></li></ul><div>Parkplatz</div></li><li><ul><li><div>Montag</div><div>8–11 Uhr</div></li><li><div>Freitag</div><div>8–10 Uhr</div></li></ul><div>Tiefgarage</div></li></ul><p>Ende</p>`,
			"- Montag: 9–12 Uhr\n- Freitag: 9–13 Uhr\n- Parkplatz\n- Montag: 8–11 Uhr\n- Freitag: 8–10 Uhr\n- Tiefgarage\nEnde"},
		{"prices above headings", `<h1>Preise</h1>` + about + `<div><div class="c"><div>39 €</div><h3>Damenschnitt</h3><p>Waschen, Föhnen</p></div><div class="c"><div>29 €</div><h3>Herrenschnitt</h3><p>Waschen</p></div><div class="c"><div>ab 75 €</div><h3>Farbe</h3></div></div>`,
			"- Damenschnitt: 39 €, Waschen, Föhnen\n- Herrenschnitt: 29 €, Waschen\n- Farbe: ab 75 €"},
		{"prices above headings with sentences", `<h1>Zimmer</h1>` + about + `<div><div class="c"><div>85 €</div><h3>Garten</h3><p>Ein Zimmer im Erdgeschoss, für zwei.</p></div><div class="c"><div>99 €</div><h3>See</h3><p>Ein Zimmer im ersten Stock, für drei.</p></div><div class="c"><div>120 €</div><h3>Turm</h3><p>Ein Zimmer ganz oben, für vier.</p></div></div>`,
			"Garten\n85 €\n\nEin Zimmer im Erdgeschoss, für zwei.\n\nSee\n99 €"},
		{"dates above things", `<h1>Kurse</h1>` + about + `<div><div class="c"><div>12.3.2027</div><div>Töpfern</div><div>60 €</div></div><div class="c"><div>19.3.2027</div><div>Glasieren</div><div>45 €</div></div></div>`,
			"- 12.3.2027: Töpfern, 60 €\n- 19.3.2027: Glasieren, 45 €"},
		{"places among others", `<h1>Räder</h1>` + about + `<div><div class="c"><div>(4512)</div><div>Stadtrad</div><div>499 €</div></div><div class="c"><div>(17)</div><div>Rennrad</div><div>999 €</div></div></div>`,
			"- Stadtrad: 499 €\n- Rennrad: 999 €"},
		{"abbreviations", `<h1>Werkstatt</h1>` + about + `<div><div class="c"><div>Ölwechsel</div><div>inkl. Filter, z. B. bei Dr. Oetker</div><div>89 €</div></div><div class="c"><div>Radwechsel</div><div>Dauert ca. eine Stunde. Ohne Termin.</div><div>49 €</div></div></div>`,
			"- Ölwechsel: inkl. Filter, z. B. bei Dr. Oetker, 89 €\n- Radwechsel: Dauert ca. eine Stunde, Ohne Termin, 49 €"},
		{"columns by name", `<h1>Laden</h1>` + about + `<div><div class="r"><span class="day">Mo</span><span class="time">geschlossen</span></div><div class="r"><span class="c1">Di</span><span class="c2">enstag</span></div></div>`,
			"Mo geschlossen\n\nDienstag"},
		{"what only screen readers hear", `<h1>Tools</h1>` + about + `<ul><li><div>Bowl</div><span class="a">Was £48.00.</span><ins style="display:none">£36.00</ins><span class="b">Now £36.00.</span></li><li><div>functools<span class="a">.</span><span class="b">Mug</span></div><span>£12.00</span></li></ul>`,
			"- Bowl: Was £48.00, Now £36.00\n- functools.Mug: £12.00"},
		{"a list of two", `<h1>Öle</h1>` + about + `<ul><li><a href="/1">Hanföl</a><div>9,90 €</div></li><li><a href="/2">Rapsöl</a><div>7,50 €</div></li></ul>`,
			"- Hanföl: 9,90 €\n- Rapsöl: 7,50 €"},
		{"calls for a click", `<h1>Räder</h1>` + about + `<section><h2>Miete</h2><p>Ein Tag kostet 12 €, jeder weitere 8 €.</p><div><a href="/warenkorb?1">Zum Warenkorb</a></div></section><section><h2>Kauf</h2><p>Ab 199 €, auch gebraucht.</p><div><a href="/warenkorb?2">Zum Warenkorb</a></div></section><section><h2>Pflege</h2><p>Einmal im Jahr, 59 €.</p><div><a href="/warenkorb?3">Zum Warenkorb</a></div></section>`,
			"Kauf\nAb 199 €, auch gebraucht.\n\nPflege\nEinmal im Jahr, 59 €."},
		{"links in a sentence", `<h1>Räder</h1><p>Wir führen <a href="/a">Räder</a>, <a href="/b">Schlösser</a>, <a href="/c">Lichter</a> und <a href="/d">Helme</a> für die Stadt und beraten Sie gern im Laden.</p>`,
			"Wir führen Räder, Schlösser, Lichter und Helme für die Stadt"},
	} {
		if text := page(t, `<html lang="de"><body><main>`+c.body+`</main></body></html>`).Text(); !strings.Contains(text, c.want) || strings.Contains(text, "Warenkorb") {
			t.Errorf("%s: no\n%s\nin\n%s", c.name, c.want, text)
		}
	}
}

func TestPricesOfAShopAreReadAsTheyStand(t *testing.T) {
	d := page(t, `<html lang="en"><body><main><h1>Shop</h1><p>Our things are made by hand in the workshop behind the shop, and every one is a little different.</p>
<div class="product"><h3>Marsh bowl</h3><p>Stoneware, 18 cm.</p><span class="price">£38<span class="cents">.00</span></span><button>Add to cart</button></div>
<div class="product"><h3>Tall vase</h3><p>Porcelain.</p><span class="price">£72.00</span><span class="stock">Sold out</span></div></main></body></html>`)
	has := func(text string) bool {
		return slices.ContainsFunc(d.Blocks, func(b document.Block) bool { return strings.Contains(b.Text, text) })
	}
	if !has("£38.00") || !has("£72.00 Sold out") || has("Add to cart") {
		t.Errorf("the products are read as %+v", d.Blocks)
	}
}

// A link around a whole card makes no link of what the card tells.
func TestHTML_CardsThatAreLinks(t *testing.T) {
	text := page(t, `<h1>Leistungen</h1><div><a href="/1"><h3>Bad</h3><p>Barrierefrei und schlüsselfertig.</p><span>Mehr erfahren</span></a>
		<a href="/2"><h3>Heizung</h3><p>Wärmepumpen und Gas.</p><span>Mehr erfahren</span></a></div><div><a href="/3">Zu den Angeboten.</a></div>`).Text()
	if !strings.Contains(text, "Bad\nBarrierefrei und schlüsselfertig.") || !strings.Contains(text, "Heizung\nWärmepumpen und Gas.") || strings.Contains(text, "Mehr") || strings.Contains(text, "Zu den") {
		t.Errorf("read: %s", text)
	}
}
