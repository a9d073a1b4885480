package webpage_test

import (
	"strings"
	"testing"
)

func TestHTML_ReadsWhatABuyerMayChoose(t *testing.T) {
	long := "<p>" + strings.Repeat("Das Trikot ist leicht, trocknet schnell und hält viele Jahre lang. ", 20) + "</p>"
	text := page(t, `<html lang="de"><body><header><form action="/cart"><select name="option[x]"><option>Kopf<option>Fuß</select></form></header><main><h1>Trikot</h1>`+long+long+`
		<form action="/sortieren"><label>Sortieren</label><select name="sort_by"><option>Preis<option>Name</select></form>
		<form class="cart"><table><tr><th><label for="g">Größe</label></th><td><select id="g" name="attribute_groesse"><option value="">Bitte wählen</option><option value="s">S</option><option value="m">M</option><option value="l">L (+ 2,00 €)</option></select></td></tr></table>
		<label>Farbe:</label> <select name="wahl"><option>Rot<option>Blau</select>
		<label>Menge</label><select name="qty"><option>1<option>2</select><label>Gravur</label><select name="option[g]"><option>Keine</select><button>In den Warenkorb</button></form>
		</main></body></html>`).Text()
	for _, want := range []string{"Größe: S, M, L (+ 2,00 €)", "Farbe: Rot, Blau"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in %q", want, text)
		}
	}
	for _, not := range []string{"Preis, Name", "1, 2", "Kopf", "Keine", "wählen"} {
		if strings.Contains(text, not) {
			t.Errorf("%q is in %q", not, text)
		}
	}
	row := page(t, `<main><h1>Trikot</h1><table><tr><th>Farbe<th>Größe<tr><td>Rot<td><select name="size"><option>S<option>M</select><tr><td>Blau<td>L</table></main>`).Text()
	if !strings.Contains(row, "Rot | S, M") {
		t.Errorf("%q", row)
	}
}

func TestHTML_ReadsNoOtherFieldsOfACart(t *testing.T) {
	field := func(label, name string, options ...string) string {
		return "<p>" + label + "</p><select name=\"" + name + "\"><option>" + strings.Join(options, "<option>") + "</select>"
	}
	for _, f := range []struct{ field, not, want string }{
		{field("Lieferland", "land", "Deutschland", "Österreich"), "Deutschland", ""},
		{field("Stück", "x1", "1", "2", "3"), "1, 2, 3", ""},
		{field("", "q", "1", "2", "3", "4"), "1, 2", ""},
		{field("Sprache", "lang", "Deutsch", "Englisch"), "Englisch", ""},
		{field("Uhrzeit", "slot", "10:00", "11:00"), "11:00", ""},
		{field("Währung", "w", "Euro", "Franken"), "Franken", ""},
		{field("Anrede", "a", "Herr", "Frau"), "Herr", ""},
		{field("Schriftgröße", "fontsize", "Klein", "Riesig"), "Riesig", ""},
		{field("Laufzeit", "laufzeit", "6 Monate", "12 Monate"), "", "Laufzeit: 6 Monate, 12 Monate"},
		{field("Größe", "size", "36", "37", "38"), "", "Größe: 36, 37, 38"},
		{field("Größe", "size", "S", "M") + `<select name="option[x]"><option>Matt<option>Glanz</select>`, "S M: Matt", "Matt, Glanz"},
	} {
		text := page(t, "<main><h1>Trikot</h1><p>"+strings.Repeat("Das Trikot ist leicht und hält viele Jahre lang. ", 20)+`</p><form action="/cart">`+f.field+"</form></main>").Text()
		if f.not != "" && strings.Contains(text, f.not) || !strings.Contains(text, f.want) {
			t.Errorf("%s: %q", f.field, text)
		}
	}
}
