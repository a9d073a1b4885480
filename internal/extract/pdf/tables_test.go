package pdf_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/extract/extracttest"
)

// saysRows is says with the header of each row before it.
func saysRows(t *testing.T, body []byte, lines ...string) {
	t.Helper()
	d := extracttest.Read(t, "tabelle.pdf", body)
	var all []string
	for _, b := range d.Blocks {
		all = append(all, strings.TrimPrefix(strings.Join(b.Header, "|")+": ", ": ")+strings.ReplaceAll(b.Text, "\t", " | "))
	}
	text := strings.Join(all, "\n")
	for _, line := range lines {
		if !strings.Contains("\n"+text+"\n", "\n"+line+"\n") {
			t.Errorf("no line %q", line)
		}
	}
	if t.Failed() {
		t.Logf("%s", text)
	}
}

func TestTable_BesideEachOther(t *testing.T) {
	var s sheet
	s.left(50, 790, 18, f2, "Preise Verleih")
	for i, r := range [][4]string{{"Fahrrad", "Preis", "Zubehör", "Preis"}, {"Citybike", "12,00 €", "Helm", "3,00 €"}, {"Trekkingrad", "15,00 €", "Kindersitz", "4,00 €"}, {"E-Bike", "28,00 €", "Anhänger", "9,00 €"}, {"Tandem", "30,00 €", "", ""}} {
		font := f1
		if i == 0 {
			font = f2
		}
		y := 750 - float64(i)*18
		s.left(50, y, 11, font, r[0])
		s.right(230, y, 11, font, r[1])
		if r[2] != "" {
			s.left(250, y, 11, font, r[2])
			s.right(430, y, 11, font, r[3])
		}
	}
	saysRows(t, pdfOf(s.String()), "Fahrrad|Preis: Citybike | 12,00 €", "Fahrrad|Preis: E-Bike | 28,00 €", "Fahrrad|Preis: Tandem | 30,00 €", "Zubehör|Preis: Helm | 3,00 €", "Zubehör|Preis: Anhänger | 9,00 €")
}

func TestTable_HeaderOnEachPage(t *testing.T) {
	page := func(n int, rows ...string) string {
		var s sheet
		s.left(50, 815, 8, f1, "Sanitär Huber – Preisliste 2027")
		for i, h := range []string{"Artikel", "Größe", "Preis"} {
			s.left(50+float64(i)*180, 780, 11, f2, h)
		}
		for k, r := range rows {
			for i, c := range strings.Split(r, "|") {
				s.left(50+float64(i)*180, 760-float64(k)*18, 11, f1, c)
			}
		}
		s.middle(297, 25, 8, f1, fmt.Sprintf("Seite %d von 3", n))
		return s.String()
	}
	saysRows(t, pdfOf(page(1, "Waschbecken|60 cm|89,00 €", "WC-Sitz|Standard|39,00 €", "Armatur|DN 15|120,00 €"), page(2, "Duschkopf|20 cm|45,00 €", "Siphon|1 1/4\"|12,50 €"), page(3, "Boiler|80 l|410,00 €", "Badewanne|170 cm|350,00 €")),
		"Artikel|Größe|Preis: Waschbecken | 60 cm | 89,00 €", "Artikel|Größe|Preis: Duschkopf | 20 cm | 45,00 €", "Artikel|Größe|Preis: Siphon | 1 1/4\" | 12,50 €", "Artikel|Größe|Preis: Boiler | 80 l | 410,00 €", "Artikel|Größe|Preis: Badewanne | 170 cm | 350,00 €")
}

func TestTable_OnTheNextPage(t *testing.T) {
	page := func(n int, header bool, rows ...string) string {
		var s sheet
		s.left(50, 815, 8, f1, "Kursplan Herbst")
		y := 780.0
		if header {
			for i, h := range []string{"Kurs", "Tag", "Uhrzeit"} {
				s.left(50+float64(i)*180, y, 11, f2, h)
			}
			y -= 18
		}
		for _, r := range rows {
			for i, c := range strings.Split(r, "|") {
				s.left(50+float64(i)*180, y, 11, f1, c)
			}
			y -= 18
		}
		s.middle(297, 25, 8, f1, fmt.Sprintf("- %d -", n))
		return s.String()
	}
	saysRows(t, pdfOf(page(1, true, "Yoga|Montag|18:00–19:30", "Pilates|Dienstag|17:00–18:00", "Zumba|Mittwoch|19:00–20:00"), page(2, false, "Rückenfit|Donnerstag|9:00–10:00", "Spinning|Freitag|18:30–19:30")),
		"Kurs|Tag|Uhrzeit: Yoga | Montag | 18:00–19:30", "Kurs|Tag|Uhrzeit: Rückenfit | Donnerstag | 9:00–10:00", "Kurs|Tag|Uhrzeit: Spinning | Freitag | 18:30–19:30")
}

func landscape(rotated bool) []byte {
	rows := []string{"Zimmer|Nebensaison|Hauptsaison|Endreinigung", "Einzelzimmer|60,00 €|75,00 €|20,00 €", "Doppelzimmer|90,00 €|110,00 €|25,00 €", "Suite|140,00 €|180,00 €|40,00 €"}
	var s sheet
	for k, r := range rows {
		font := f1
		if k == 0 {
			font = f2
		}
		for i, c := range strings.Split(r, "|") {
			x, y := 60+float64(i)*170, 500-float64(k)*20
			// Written upwards on an upright page.
			fmt.Fprintf(&s, "BT /%s 11 Tf 0 1 -1 0 %g %g Tm (%s) Tj ET\n", font, 595-y, x, encoded(c))
		}
	}
	body := string(pdfOf(s.String()))
	if rotated {
		return pdfFrom([]string{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[5 0 R]/Count 1>>",
			"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>",
			"<</Type/Page/Parent 2 0 R/Rotate 90/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>/Contents 6 0 R>>",
			fmt.Sprintf("<</Length %d>>stream\n%s\nendstream", s.Len(), s.String())}, "")
	}
	return []byte(body)
}

var ofLandscape = []string{"Zimmer|Nebensaison|Hauptsaison|Endreinigung: Einzelzimmer | 60,00 € | 75,00 € | 20,00 €", "Zimmer|Nebensaison|Hauptsaison|Endreinigung: Doppelzimmer | 90,00 € | 110,00 € | 25,00 €", "Zimmer|Nebensaison|Hauptsaison|Endreinigung: Suite | 140,00 € | 180,00 € | 40,00 €"}

func TestTable_TurnedPage(t *testing.T) { saysRows(t, landscape(true), ofLandscape...) }

func TestTable_UpThePage(t *testing.T) { saysRows(t, landscape(false), ofLandscape...) }

func TestTable_LabelsAtTheTop(t *testing.T) {
	var s sheet
	for i, h := range []string{"Fach", "Kurs", "Gebühr"} {
		s.left(50+float64(i)*180, 780, 11, f2, h)
	}
	for k, r := range []string{"Klavier|30 Minuten|78,00 €", "|45 Minuten|112,00 €", "|60 Minuten|145,00 €", "Gitarre|30 Minuten|74,00 €", "|Gruppe|42,00 €"} {
		for i, c := range strings.Split(r, "|") {
			if c != "" {
				s.left(50+float64(i)*180, 760-float64(k)*18, 11, f1, c)
			}
		}
	}
	saysRows(t, pdfOf(s.String()), "Fach|Kurs|Gebühr: Klavier | 30 Minuten | 78,00 €", "Fach|Kurs|Gebühr: Klavier | 45 Minuten | 112,00 €", "Fach|Kurs|Gebühr: Klavier | 60 Minuten | 145,00 €", "Fach|Kurs|Gebühr: Gitarre | Gruppe | 42,00 €")
}

func TestTable_CellsInTheMiddle(t *testing.T) {
	var s sheet
	for i, h := range []string{"Paket", "Enthalten", "Preis"} {
		s.left(50+float64(i)*160, 780, 11, f2, h)
	}
	for k, r := range [][]string{{"Basis", "Grundreinigung der Räume,", "Müll, Böden", "199 €"}, {"Komfort", "wie Basis, dazu Fenster", "innen und außen", "299 €"}, {"Premium", "wie Komfort, dazu Polster", "und Teppiche", "449 €"}} {
		y := 755 - float64(k)*36
		s.left(50, y-7, 11, f1, r[0])
		s.left(210, y, 11, f1, r[1])
		s.left(210, y-13, 11, f1, r[2])
		s.left(370, y-7, 11, f1, r[3])
	}
	saysRows(t, pdfOf(s.String()), "Paket|Enthalten|Preis: Basis | Grundreinigung der Räume, Müll, Böden | 199 €", "Paket|Enthalten|Preis: Komfort | wie Basis, dazu Fenster innen und außen | 299 €", "Paket|Enthalten|Preis: Premium | wie Komfort, dazu Polster und Teppiche | 449 €")
}

func TestTable_Seasons(t *testing.T) {
	var s sheet
	s.middle(360, 790, 11, f2, "Preis je Nacht")
	for i, h := range []string{"Wohnung", "01.04.–15.06.", "16.06.–31.08.", "01.09.–31.10."} {
		s.left(50+float64(i)*125, 772, 11, f2, h)
	}
	for k, r := range []string{"Möwe (2 Pers.)|62 €|95 €|70 €", "Seestern (4 Pers.)|88 €|135 €|96 €", "Leuchtturm (6 Pers.)|120 €|190 €|–"} {
		for i, c := range strings.Split(r, "|") {
			s.left(50+float64(i)*125, 750-float64(k)*18, 11, f1, c)
		}
	}
	saysRows(t, pdfOf(s.String()), "Wohnung|01.04.–15.06.|16.06.–31.08.|01.09.–31.10.: Möwe (2 Pers.) | 62 € | 95 € | 70 €", "Wohnung|01.04.–15.06.|16.06.–31.08.|01.09.–31.10.: Seestern (4 Pers.) | 88 € | 135 € | 96 €")
}

func TestTable_LabelsAcrossRows(t *testing.T) {
	var s sheet
	for i, h := range []string{"Bereich", "Leistung", "Preis"} {
		s.left(50+float64(i)*180, 780, 11, f2, h)
	}
	rows := []string{"Ölwechsel|49,00 €", "Bremsencheck|19,00 €", "Klimaservice|89,00 €", "Räderwechsel|29,00 €", "Einlagerung|35,00 €", "Wuchten|24,00 €"}
	for k, r := range rows {
		for i, c := range strings.Split(r, "|") {
			s.left(230+float64(i)*180, 760-float64(k)*18, 11, f1, c)
		}
	}
	s.left(50, 760-18, 11, f1, "Werkstatt") // in the middle of three rows
	s.left(50, 760-4*18, 11, f1, "Reifen")
	saysRows(t, pdfOf(s.String()), "Bereich|Leistung|Preis: Werkstatt | Ölwechsel | 49,00 €", "Bereich|Leistung|Preis: Werkstatt | Bremsencheck | 19,00 €", "Bereich|Leistung|Preis: Werkstatt | Klimaservice | 89,00 €", "Bereich|Leistung|Preis: Reifen | Räderwechsel | 29,00 €", "Bereich|Leistung|Preis: Reifen | Wuchten | 24,00 €")
}

// A name between the two rows that it stands for, drawn before them as programs do.
func TestTable_LabelsBetweenRows(t *testing.T) {
	var s sheet
	for i, h := range []string{"Alter", "Karte", "Preis"} {
		s.left(50+float64(i)*180, 780, 11, f2, h)
	}
	group := func(y float64, name string, rows ...string) {
		s.left(50, y-9*float64(len(rows)-1), 11, f1, name)
		for k, r := range rows {
			for i, c := range strings.Split(r, "|") {
				s.left(230+float64(i)*180, y-float64(k)*18, 11, f1, c)
			}
		}
	}
	group(760, "Erwachsene", "Tageskarte|9,00 €", "Abendkarte|6,00 €")
	group(724, "Kinder", "Tageskarte|4,50 €", "Abendkarte|3,00 €", "Zehnerkarte|40,00 €", "Jahreskarte|120,00 €")
	group(652, "Hunde", "Tageskarte|1,00 €")
	s.left(50, 610, 11, f1, "Alle Karten gelten nur am Tag des Kaufs und sind nicht übertragbar.")
	saysRows(t, pdfOf(s.String()), "Alter|Karte|Preis: Erwachsene | Tageskarte | 9,00 €", "Alter|Karte|Preis: Erwachsene | Abendkarte | 6,00 €", "Alter|Karte|Preis: Kinder | Tageskarte | 4,50 €", "Alter|Karte|Preis: Kinder | Jahreskarte | 120,00 €",
		"Alter|Karte|Preis: Hunde | Tageskarte | 1,00 €", "Alle Karten gelten nur am Tag des Kaufs und sind nicht übertragbar.")
}

// The cells of a table of Word stand some 10 points apart at least, which is no more than a wide space.
func TestTable_NarrowColumns(t *testing.T) {
	var s sheet
	for k, r := range []string{"Zimmer|Belegung mit Frühstück|Belegung mit Halbpension", "Studio|59,00 €|74,00 €", "Apartment|89,00 €|109,00 €", "Suite mit Balkon|129,00 €|159,00 €"} {
		font, x := f1, 60.0
		if k == 0 {
			font = f2
		}
		for i, c := range strings.Split(r, "|") {
			s.left(x, 760-float64(k)*18, 11, font, c)
			if i == 0 {
				x += wide(11, "Suite mit Balkon") + 9
			} else {
				x += wide(11, "Belegung mit Frühstück") + 20
			}
		}
	}
	saysRows(t, pdfOf(s.String()), "Zimmer|Belegung mit Frühstück|Belegung mit Halbpension: Studio | 59,00 € | 74,00 €", "Zimmer|Belegung mit Frühstück|Belegung mit Halbpension: Suite mit Balkon | 129,00 € | 159,00 €")
}

// Cells of one line stand in the middle beside those of two, as browsers set them.
func TestTable_CellsOfTwoLines(t *testing.T) {
	var s sheet
	cell := func(x, y float64, font string, lines ...string) {
		for i, l := range lines {
			s.left(x, y+6*float64(len(lines)-1)-float64(i)*12, 10, font, l)
		}
	}
	row := func(y float64, font string, cells ...string) {
		for i, c := range cells {
			cell(60+130*float64(i), y, font, strings.Split(c, "/")...)
		}
	}
	row(760, f2, "Pos.", "Leistung", "Preis/netto", "Preis/brutto")
	row(730, f1, "1.1", "Anfahrt bis 15 km/mit Werkzeug", "35,00 €", "41,65 €")
	row(700, f1, "1.2", "Meisterstunde", "68,50 €", "81,52 €")
	row(670, f1, "Notdienst/am Sonntag", "je Stunde/und Person", "99,00 €", "117,81 €")
	saysRows(t, pdfOf(s.String()), "Pos.|Leistung|Preis netto|Preis brutto: 1.1 | Anfahrt bis 15 km mit Werkzeug | 35,00 € | 41,65 €", "Pos.|Leistung|Preis netto|Preis brutto: 1.2 | Meisterstunde | 68,50 € | 81,52 €",
		"Pos.|Leistung|Preis netto|Preis brutto: Notdienst am Sonntag | je Stunde und Person | 99,00 € | 117,81 €")
}
