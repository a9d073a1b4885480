package pdf_test

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/webchatagent/wca/internal/extract"
	"github.com/webchatagent/wca/internal/extract/document"
	"github.com/webchatagent/wca/internal/extract/extracttest"
	"github.com/webchatagent/wca/internal/extract/refusal"
)

func TestPDF(t *testing.T) {
	footer := func(n int) string {
		return at(60, 30, 8, f1, "Radhaus GmbH, Tel. 040 123456") + at(500, 30, 8, f1, fmt.Sprintf("Seite %d von 3", n)) + at(60, 810, 8, f1, "Preisliste 2026")
	}
	body := pdfOf(
		at(60, 760, 24, f2, "Preisliste f\\374r R\\344der")+
			at(60, 720, 11, f1, "Wir reparieren auch \\344ltere R\\344der und geben auf alle Arbeiten unserer Werk-")+
			at(60, 706, 11, f1, "statt ein Jahr Gew\\344hr. Schreiben Sie uns bitte an die bekannte E-Mail-")+
			at(60, 692, 11, f1, "Adresse, wir antworten am selben Tag. Das gilt f\\374r Ein- und Ausbau, Ein-")+
			at(60, 678, 11, f1, "und Verkauf.")+
			at(60, 640, 14, f2, "Werkstatt")+
			at(60, 610, 11, f2, "Leistung")+at(300, 610, 11, f2, "Preis")+
			at(60, 594, 11, f1, "Inspektion")+at(300, 594, 11, f1, "79 \\200")+
			at(60, 578, 11, f1, "Reifen wechseln")+at(300, 578, 11, f1, "19,90 \\200")+
			at(60, 540, 11, f1, "\\225 Abholung in der Stadt")+at(60, 526, 11, f1, "\\225 Leihrad")+footer(1),
		// Two columns, the right one drawn first, line by line in turn.
		at(60, 700, 11, f1, "Links steht der erste Satz dieser Seite und")+at(320, 700, 11, f1, "Rechts beginnt die zweite Spalte mit dem")+
			at(60, 686, 11, f1, "geht \\374ber mehrere Zeilen, damit man sieht,")+at(320, 686, 11, f1, "n\\344chsten Gedanken, der ebenfalls \\374ber")+
			at(60, 672, 11, f1, "dass beide Spalten getrennt gelesen werden")+at(320, 672, 11, f1, "drei Zeilen l\\344uft und hier aufh\\366rt, was")+
			at(60, 658, 11, f1, "und nicht quer.")+at(320, 658, 11, f1, "zu zeigen war.")+footer(2),
		at(60, 700, 11, f1, "Schluss.")+footer(3))
	d := extracttest.Read(t, "preise.pdf", body)
	extracttest.BlocksAre(t, d,
		"heading:Preisliste für Räder",
		"paragraph:Wir reparieren auch ältere Räder und geben auf alle Arbeiten unserer Werkstatt ein Jahr Gewähr. Schreiben Sie uns bitte an die bekannte E-Mail-Adresse, wir antworten am selben Tag. Das gilt für Ein- und Ausbau, Ein- und Verkauf.",
		"heading:Werkstatt",
		"row:Inspektion\t79 €", "row:Reifen wechseln\t19,90 €",
		"item:Abholung in der Stadt", "item:Leihrad",
		"paragraph:Radhaus GmbH, Tel. 040 123456", // once
		"paragraph:Links steht der erste Satz dieser Seite und geht über mehrere Zeilen, damit man sieht, dass beide Spalten getrennt gelesen werden und nicht quer.",
		"paragraph:Rechts beginnt die zweite Spalte mit dem nächsten Gedanken, der ebenfalls über drei Zeilen läuft und hier aufhört, was zu zeigen war.",
		"paragraph:Schluss.")
	if d.Title != "Preisliste für Räder" || d.Language != "de" || d.Pages != 3 {
		t.Errorf("title %q, language %q, %d pages", d.Title, d.Language, d.Pages)
	}
	for _, b := range d.Blocks {
		if b.Kind == document.KindRow && !slices.Equal(b.Header, []string{"Leistung", "Preis"}) {
			t.Errorf("header %q", b.Header)
		}
		if b.Text == "Schluss." && b.Page != 3 {
			t.Errorf("page %d", b.Page)
		}
	}
}

// TestPDF_JustifiedLinesAreNoTable reads lines stretched to the width of the text
// by wide gaps, as many German documents have them. All letters are of one width.
func TestPDF_JustifiedLinesAreNoTable(t *testing.T) {
	const width = 400.0
	line := func(y int, text string) string {
		spaces := strings.Count(text, " ")
		gap := (width - 5.56*float64(len(text)-spaces) - 2.78*float64(spaces)) / float64(spaces)
		return fmt.Sprintf("BT /F1 10 Tf %.3f Tw 60 %d Td (%s) Tj ET\n", gap, y, text)
	}
	d := extracttest.Read(t, "brief.pdf", pdfOf(
		line(700, "neben uns geben beide haben oben den hund gebunden und neben ohnehin bed gegangen")+
			line(687, "unangebunden hundegebunden abgehoben angegeben und genau-")+
			line(674, "so oben den hund gebunden und neben ohnehin neben uns geben beide haben bed und")))
	if len(d.Blocks) != 1 || d.Blocks[0].Kind != document.KindParagraph || !strings.Contains(d.Text(), "gegangen unangebunden hundegebunden abgehoben angegeben und genauso oben") {
		t.Errorf("a paragraph became %+v", d.Blocks)
	}
}

func TestPDF_HostileFiles_U06(t *testing.T) {
	e := extracttest.New(t)
	font := "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
	good := pdfOf(at(60, 700, 11, f1, "Guter Text."))
	if _, err := e.Extract(context.Background(), extract.Input{Name: "gut.pdf", Body: good}); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		body  []byte
		codes []string
	}{
		"page tree with a cycle": {pdfFrom([]string{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"}, ""), []string{refusal.CodeDamaged, refusal.CodeEmpty}},
		"page tree of a billion": {pdfFrom([]string{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1000000000>>", "<</Type/Page/Parent 2 0 R>>"}, ""), []string{refusal.CodeDamaged, refusal.CodeEmpty, refusal.CodeTimeout}},
		"table that points to itself": {[]byte("%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Root 1 0 R/Size 2/Prev 56>>\nstartxref\n56\n%%EOF"),
			[]string{refusal.CodeDamaged, refusal.CodeEmpty}},
		"form that draws itself": {pdfFrom([]string{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>/Font<</F 4 0 R>>>>/Contents 6 0 R>>", font,
			"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>/Length 5>>stream\n/X Do\nendstream", "<</Length 5>>stream\n/X Do\nendstream"}, ""), []string{refusal.CodeDamaged, refusal.CodeEmpty, refusal.CodeScanned}},
		"deep arrays":        {pdfFrom([]string{"<</Type/Catalog/Pages 2 0 R/X " + strings.Repeat("[", 1_000_000) + ">>", "<</Type/Pages/Kids[]/Count 0>>"}, ""), []string{refusal.CodeDamaged, refusal.CodeEmpty, refusal.CodeHostile}},
		"only a header":      {[]byte("%PDF-1.7\n"), []string{refusal.CodeDamaged}},
		"cut in the middle":  {good[:len(good)/2], []string{refusal.CodeDamaged, refusal.CodeEmpty}},
		"page without text":  {pdfOf("0 0 1 1 re f"), []string{refusal.CodeEmpty}},
		"wrong password":     {encryptedPDF(), []string{refusal.CodeEncrypted}},
		"picture of a page":  {scannedPDF(), []string{refusal.CodeScanned, refusal.CodeEmpty}}, // as the program that reads scans is installed or not
		"million empty text": {pdfOf(strings.Repeat("BT ET ", 1_000_000)), []string{refusal.CodeEmpty, refusal.CodeTimeout}},
	} {
		began := time.Now()
		x := extracttest.Refused(t, e, "a.pdf", c.body)
		if !slices.Contains(c.codes, x.Code) {
			t.Errorf("%s: code %q, want %q: %v", name, x.Code, c.codes, x)
		}
		// Ten seconds of a processor may be many of the clock where others want it, too.
		if took := time.Since(began); took > time.Minute {
			t.Errorf("%s: took %v", name, took)
		}
		if d, err := e.Extract(context.Background(), extract.Input{Name: "gut.pdf", Body: good}); err != nil || d.Text() != "Guter Text." {
			t.Fatalf("after %s: %q, %v", name, d.Text(), err)
		}
	}
}

// Browsers print letter by letter: words must neither fall apart nor begin twice.
func TestPDFPrintedByABrowser(t *testing.T) {
	body, err := os.ReadFile("../../demo/site/public/downloads/preisliste-2026.pdf")
	if err != nil {
		t.Fatal(err)
	}
	text := extracttest.Read(t, "preisliste.pdf", body).Text()
	for _, want := range []string{"Preisliste 2026\n", "Verschleiß- und Ersatzteile. Speichenhof", "Ersatzteile für unsere Modelle\n", "SL-28 | Schlauch 28 Zoll, Blitzventil oder Autoventil | 7,90 €", "KR-LG-4 | Ladegerät 4 A | 149,00 €", "SP-DG-7 | Drehgriff 7-Gang für den Spatz 20 | 17,50 €"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing", want)
		}
	}
	if strings.Contains(text, "VeVer") {
		t.Error("letters stand twice")
	}
}

// On a menu what stands below a dish in lighter letters belongs to it, and lines of a narrow column go on each other
// where no word more had room, though the next begins in capitals.
func TestPDF_Menu(t *testing.T) {
	dish := func(y int, name, price, below string) string {
		return at(60, y, 11, f2, name) + at(220, y, 11, f2, price) + at(60, y-13, 9, f1, below)
	}
	d := extracttest.Read(t, "karte.pdf", pdfOf(
		dish(760, "Suppe", "5,90 \\200", "klare Br\\374he, Kr\\344uter")+dish(720, "Salat", "9,20 \\200", "mit Speck")+dish(680, "Braten", "17,90 \\200", "Kraut und Klo\\337")+
			at(60, 600, 11, f1, "Warme K\\374che: Mittwoch bis")+at(60, 587, 11, f1, "Samstag immer bis zehn am")+at(60, 574, 11, f1, "Abend. Montag und Dienstag")+
			at(60, 561, 11, f1, "Ruhetag. Der Festsaal hat bis")+at(60, 548, 11, f1, "85 Pl\\344tze, und wir decken f\\374r")+at(60, 535, 11, f1, "Feste gern ein.")))
	extracttest.BlocksAre(t, d, "row:Suppe\t5,90 €\tklare Brühe, Kräuter", "row:Salat\t9,20 €\tmit Speck", "row:Braten\t17,90 €\tKraut und Kloß",
		"paragraph:Warme Küche: Mittwoch bis Samstag immer bis zehn am Abend. Montag und Dienstag Ruhetag. Der Festsaal hat bis 85 Plätze, und wir decken für Feste gern ein.")
}

// A cell of the header above several columns names them all, and a table that goes on on the next page keeps its header.
func TestPDF_MergedHeaderAndNextPage(t *testing.T) {
	row := func(y int, cells ...string) string {
		out := ""
		for i, c := range cells {
			out += at(60+110*i, y, 11, f1, c)
		}
		return out
	}
	head := at(60, 760, 11, f2, "Modell") + at(170, 760, 11, f2, "Nebensaison, Preise in Euro") + at(390, 760, 11, f2, "Hauptsaison, Preise in Euro") +
		at(170, 744, 11, f2, "Halber Tag") + at(280, 744, 11, f2, "Ganzer Tag") + at(390, 744, 11, f2, "Halber Tag") + at(500, 744, 11, f2, "Ganzer Tag")
	d := extracttest.Read(t, "preise.pdf", pdfOf(head+row(728, "Tandem", "9,00", "14,00", "11,00", "17,00")+row(712, "Liegerad", "8,00", "12,00", "9,00", "15,00"),
		row(760, "Lastenrad", "31,00", "47,00", "36,00", "54,00")+row(744, "Dreirad", "5,00", "8,00", "6,00", "9,50")))
	want := []string{"Modell", "Nebensaison, Preise in Euro Halber Tag", "Nebensaison, Preise in Euro Ganzer Tag", "Hauptsaison, Preise in Euro Halber Tag", "Hauptsaison, Preise in Euro Ganzer Tag"}
	extracttest.BlocksAre(t, d, "row:Tandem\t9,00\t14,00\t11,00\t17,00", "row:Liegerad\t8,00\t12,00\t9,00\t15,00", "row:Lastenrad\t31,00\t47,00\t36,00\t54,00", "row:Dreirad\t5,00\t8,00\t6,00\t9,50")
	for _, b := range d.Blocks {
		if !slices.Equal(b.Header, want) {
			t.Errorf("header %q of %q", b.Header, b.Text)
		}
	}
}
