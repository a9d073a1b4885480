package webpage_test

import (
	"strings"
	"testing"
)

func TestHTML_FactsForMachines(t *testing.T) {
	d := page(t, `<html lang="de"><body><main><h1>Radhaus</h1><p>Wir sind für Sie da, Tel. 040 123456, und freuen uns auf Ihren Besuch.</p></main>
		<script type="application/ld+json">{"@graph":[{"@type":"LocalBusiness","telephone":"040 123456","email":"info@rad.example","address":{"streetAddress":"Hauptstraße 5","postalCode":"20095","addressLocality":"Hamburg"},
		"openingHoursSpecification":[{"dayOfWeek":["Monday","Tuesday"],"opens":"09:00:00","closes":"18:00"}]},
		{"@type":"FAQPage","mainEntity":[{"@type":"Question","name":"Haben Sie Leihräder?","acceptedAnswer":{"@type":"Answer","text":"<p>Ja, ab 12 € am Tag.</p>"}}]},
		{"@type":"Product","name":"Stadtrad","offers":{"price":"499.00","priceCurrency":"EUR"}}]}</script></body></html>`)
	text := d.Text()
	if before, _, _ := strings.Cut(text, "Wir sind für Sie da"); !strings.HasPrefix(text, "Radhaus\nAdresse: Hauptstraße 5") || !strings.Contains(before, "Preis Stadtrad") {
		t.Errorf("what tells of the whole page stands elsewhere:\n%s", text)
	}
	for _, want := range []string{"E-Mail: info@rad.example", "Adresse: Hauptstraße 5, 20095 Hamburg", "Öffnungszeiten: Montag, Dienstag 09:00–18:00", "Haben Sie Leihräder?\nJa, ab 12 € am Tag.", "Preis Stadtrad: 499,00 EUR"} {
		if !strings.Contains(text, want) {
			t.Errorf("lost %q in:\n%s", want, text)
		}
	}
	if strings.Count(text, "040 123456") != 1 {
		t.Errorf("told twice:\n%s", text)
	}
}

// Older shops mark their prices in the page itself, where no reader sees them.
func TestHTML_FactsInMicrodata(t *testing.T) {
	d := page(t, `<html lang="de"><body><main itemscope itemtype="http://schema.org/Product"><h1 itemprop="name">Stadtrad Elbe</h1>
		<p itemprop="description">Ein leichtes Rad für 12 Gänge und die ganze Stadt, mit Licht und Ständer, in drei Größen zu haben.</p>
		<div itemprop="offers" itemscope itemtype="https://schema.org/Offer"><meta itemprop="price" content="12.50"><meta itemprop="priceCurrency" content="EUR"></div></main>
		<div itemscope itemtype="http://schema.org/Product"><meta itemprop="name" content="Korb"><span itemprop="offers" itemscope><meta itemprop="price" content="36,00 EUR"><meta itemprop="priceCurrency" content="EUR"></span></div>
		<div itemscope itemtype="http://schema.org/Product"><meta itemprop="name" content="Schloss"><span itemprop="offers" itemscope><meta itemprop="price" content="1299.00"></span></div>
		<div itemscope itemtype="http://schema.org/Product"><meta itemprop="name" content="Zelt"><span itemprop="offers" itemscope><meta itemprop="lowPrice" content="309"><meta itemprop="highPrice" content="349"><meta itemprop="priceCurrency" content="EUR"></span></div>
		<div itemscope itemtype="http://schema.org/Product"><meta itemprop="name" content="Lastenrad"><span itemprop="offers" itemscope><meta itemprop="price" content="2.399,00 EUR"><meta itemprop="priceCurrency" content="EUR"></span></div>
		<div itemscope itemtype="http://schema.org/Product"><meta itemprop="name" content="Boot"><span itemprop="offers" itemscope><meta itemprop="price" content="2,499.50"><meta itemprop="priceCurrency" content="EUR"></span></div>
		<p>Das Schloss gibt es für 1.299,– € auch im Laden.</p><p>36,00 EUR</p>
		<div itemscope itemtype="https://schema.org/LocalBusiness" hidden><a itemprop="telephone" href="tel:+4940123456">040 123456</a></div></body></html>`)
	text := d.Text()
	for _, want := range []string{"Preis Stadtrad Elbe: 12,50 EUR", "Preis Korb: 36,00 EUR", "Preis Zelt: ab 309 EUR", "Preis Lastenrad: 2399,00 EUR", "Preis Boot: 2499,50 EUR", "Telefon: 040 123456"} {
		if strings.Count(text, want) != 1 {
			t.Errorf("lost %q in:\n%s", want, text)
		}
	}
	if strings.Contains(text, "EUR EUR") || strings.Contains(text, "Preis Schloss") {
		t.Errorf("told twice:\n%s", text)
	}
}

// A number that a visitor reads is not told once more in the notation for machines.
func TestHTML_TellsATelephoneNumberOnce(t *testing.T) {
	for said, again := range map[string]bool{"Telefon 0221 4710-318": false, "Telefon (0221) 47 10 319": true, "Rufen Sie an.": true} {
		text := page(t, `<html lang="de"><script type="application/ld+json">{"@type":"Store","telephone":"+492214710318"}</script>
			<main><h1>Werkstatt</h1><p>Seit 1987 schmieden wir Ringe von Hand, im ehemaligen Milchladen.</p><p>`+said+`</p></main></html>`).Text()
		if strings.Contains(text, "+492214710318") != again || !strings.Contains(text, "Milchladen") {
			t.Errorf("%s: told again must be %v in:\n%s", said, again, text)
		}
	}
}
