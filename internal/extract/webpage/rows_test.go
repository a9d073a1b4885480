package webpage_test

import (
	"strings"
	"testing"
)

// Each row of a table can be read alone: with the names of its columns, and under that of its part.
func TestRowsHaveTheNamesOfTheirColumns(t *testing.T) {
	for _, c := range []struct{ name, table, want string }{
		{"a header of two rows", `<thead><tr><th rowspan="2">Zimmer</th><th colspan="2">Sommer</th><th colspan="2">Winter</th></tr><tr><th>Frühstück</th><th>Halbpension</th><th>Frühstück</th><th>Halbpension</th></tr></thead>
			<tr><td>Einzel</td><td>72 €</td><td>95 €</td><td>79 €</td><td>102 €</td></tr><tr><td>Suite</td><td colspan="2">auf Anfrage</td><td>119 €</td><td>142 €</td></tr>`,
			"[Preise] Zimmer: Einzel · Sommer Frühstück: 72 € · Sommer Halbpension: 95 € · Winter Frühstück: 79 € · Winter Halbpension: 102 € / Zimmer: Suite · Sommer Frühstück, Halbpension: auf Anfrage · Winter Frühstück: 119 € · Winter Halbpension: 142 €"},
		{"the same in bold", `<tr><td rowspan="2"><b>Wohnung</b></td><td colspan="2"><b>Saison</b></td></tr><tr><td>pro Nacht</td><td>pro Woche</td></tr><tr><td>Seeblick</td><td>95 €</td><td>630 €</td></tr>`,
			"[Preise] Wohnung: Seeblick · Saison pro Nacht: 95 € · Saison pro Woche: 630 €"},
		{"a row that parts no columns", `<tr><th>Was</th><th colspan="2">Preis</th></tr><tr><td>Eis</td><td>klein 2 €</td><td>groß 3 €</td></tr><tr><td>Saft</td><td>2 €</td><td>4 €</td></tr>`,
			"[Preise] Was: Eis · Preis: klein 2 € · groß 3 € / Was: Saft · Preis: 2 € · 4 €"},
		{"parts of a table", `<tr><th colspan="2">Vorspeisen</th></tr><tr><td>Suppe</td><td>5,90 €</td></tr><tr><td><b>Hauptgerichte</b></td><td></td></tr><tr><td>Schnitzel</td><td>22,90 €</td></tr><tr><td colspan="2">Beilagen wechseln täglich.</td></tr>`,
			"[Preise > Vorspeisen] Suppe · 5,90 €\n[Preise > Hauptgerichte] Schnitzel · 22,90 € / Beilagen wechseln täglich."},
		{"a title above the names", `<tr><th colspan="2">Eintritt</th></tr><tr><th>Wer</th><th>Preis</th></tr><tr><td>Kinder</td><td>3 €</td></tr>`,
			"[Preise > Eintritt] Wer: Kinder · Preis: 3 €"},
		{"a day of rest is no title", `<tr><td colspan="2">Montag Ruhetag</td></tr><tr><td>Dienstag</td><td>9–18 Uhr</td></tr>`,
			"[Preise] Montag Ruhetag / Dienstag · 9–18 Uhr"},
		{"names behind an empty corner", `<tr><td>&nbsp;</td><td>0,3 l</td><td>0,5 l</td></tr><tr><td>Pils</td><td>3,40 €</td><td>4,90 €</td></tr><tr><td>Saft</td><td>3 €</td><td>4 €</td></tr>`,
			"[Preise] Pils · 0,3 l: 3,40 € · 0,5 l: 4,90 € / Saft · 0,3 l: 3 € · 0,5 l: 4 €"},
		{"a first row without a name", `<tr><td></td><td>ohne</td><td>3 €</td></tr><tr><td>Pils</td><td>mit</td><td>4 €</td></tr><tr><td>Saft</td><td>mit</td><td>5 €</td></tr>`,
			"[Preise] ohne · 3 € / Pils · mit · 4 € / Saft · mit · 5 €"},
		{"names that nothing marks", `<tr><td>Behandlung</td><td>Dauer</td><td>Preis</td></tr><tr><td>Massage</td><td>20 min</td><td>28 €</td></tr>`,
			"[Preise] Behandlung: Massage · Dauer: 20 min · Preis: 28 €"},
		{"a first row of values", `<tr><td>Zeit für Fragen</td><td>nach Absprache</td></tr><tr><td>Montag</td><td>9–18 Uhr</td></tr>`,
			"[Preise] Zeit für Fragen · nach Absprache / Montag · 9–18 Uhr"},
		{"names with a colon", `<tr><th>Laufzeit:</th><td>60 Minuten</td></tr><tr><th>Stärke:</th><td>18 mm</td></tr>`,
			"[Preise] Laufzeit: 60 Minuten / Stärke: 18 mm"},
		{"pictures of ticks", `<tr><th>Zimmer</th><th>Balkon</th><th>WLAN</th></tr><tr><td>Standard</td><td><i class="fa fa-times"></i></td><td><svg class="icon"><use href="#icon-check"/></svg></td></tr><tr><td>Komfort</td><td><img src="haken.png" alt=""></td><td><span class="dashicons dashicons-yes"></span></td></tr>`,
			"[Preise] Zimmer: Standard · Balkon: nein ✗ · WLAN: ja ✓ / Zimmer: Komfort · Balkon: ja ✓ · WLAN: ja ✓"},
	} {
		got := passagesOf(t, `<h1>Preise</h1><table>`+c.table+`</table><p>Alle Preise gelten bis zum Jahresende und enthalten die Steuer.</p>`)
		got = strings.TrimPrefix(got, "[Preise] Alle")
		for _, end := range []string{" / Alle Preise gelten bis zum Jahresende und enthalten die Steuer.", "\n[Preise] Alle Preise gelten bis zum Jahresende und enthalten die Steuer."} {
			got = strings.TrimSuffix(got, end)
		}
		if got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

// What a package does not include is crossed out by a picture.
func TestItemsThatAreCrossedOut(t *testing.T) {
	got := passagesOf(t, `<h1>Massage</h1><p>Das kleine Paket enthält:</p><ul><li><i class="fas fa-check"></i> Rücken</li><li class="et_pb_not_available"><span>Wärmepackung</span></li><li><span><i class="fas fa-times"></i></span> Tee</li><li><a href="/x"><i class="fa fa-times"></i>Schließer</a></li></ul>`)
	if want := "• Rücken / • ✗ Wärmepackung / • ✗ Tee / • Schließer"; !strings.Contains(got, want) {
		t.Errorf("%s is not in\n%s", want, got)
	}
}
