package pdf_test

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/extract"
	"github.com/webchatagent/wca/internal/extract/extracttest"
	"github.com/webchatagent/wca/internal/extract/refusal"
)

// A picture of a website on a page, as a scanner would make it.
func TestScansAreReadWhereTesseractIsInstalled(t *testing.T) {
	if _, err := exec.LookPath("tesseract"); err != nil {
		t.Skip("tesseract is not installed: install tesseract-ocr and tesseract-ocr-deu to test the reading of scans")
	}
	file, err := os.Open("../../../docs/images/widget.png")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	picture, err := png.Decode(file)
	if err != nil {
		t.Fatal(err)
	}
	size := picture.Bounds()
	var packed bytes.Buffer
	z := zlib.NewWriter(&packed)
	for y := range size.Dy() {
		for x := range size.Dx() {
			r, g, b, _ := picture.At(x, y).RGBA()
			if _, err := z.Write([]byte{byte((r*299 + g*587 + b*114) / 1000 >> 8)}); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	draw := "q 595 0 0 476 0 0 cm /I Do Q"
	body := pdfFrom([]string{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 476]/Resources<</XObject<</I 5 0 R>>>>/Contents 4 0 R>>",
		fmt.Sprintf("<</Length %d>>stream\n%s\nendstream", len(draw), draw),
		fmt.Sprintf("<</Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode/Length %d>>stream\n%s\nendstream",
			size.Dx(), size.Dy(), packed.Len(), packed.String())}, "")
	text := extracttest.Read(t, "scan.pdf", body).Text()
	for _, want := range []string{"Samstag geöffnet", "montags bis freitags", "im Advent bleibt"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in %s", want, text)
		}
	}
}

// unseen is text that is laid over a picture invisibly, as programs do that recognise its letters.
func unseen(text string) string { return "BT 3 Tr /F1 11 Tf 60 30 Td (" + text + ") Tj ET" }

// What programs have recognised on scanned pages is read. A few letters beside the picture are no text: stains, the mark of a
// scanner, a stamp on every page.
func TestTextOverTheScanIsReadAndMarksAreNone(t *testing.T) {
	t.Setenv("PATH", t.TempDir()) // without a program that reads scans
	e := extracttest.New(t)
	price := "Eine Inspektion kostet im Laden 49 Euro, montags bis freitags von 9 bis 18 Uhr."
	mark := at(60, 30, 8, f1, "Scanned with CamScanner")
	for name, pages := range map[string][]string{
		"a few letters":        {unseen("abcdefghijkl")},
		"dots":                 {unseen(". . . . . . . . . . . .")},
		"a few letters a page": {unseen("abcdefghijkl"), unseen("abcdefghijkl"), unseen("abcdefghijkl")},
		"a few letters, apart": {"form " + unseen("abcdefghijkl")},
		"a mark on every page": {mark, mark, mark},
	} {
		if x := extracttest.Refused(t, e, "scan.pdf", scanWith(pages...)); x.Code != refusal.CodeScanned {
			t.Errorf("%s: %v", name, x)
		}
	}
	for name, page := range map[string]string{"invisible": unseen(price), "in a form": "form " + unseen(price), "visible": at(60, 700, 11, f1, price), "a title": at(60, 700, 30, f1, "Preise ab 49 Euro")} {
		d, err := e.Extract(t.Context(), extract.Input{Name: "scan.pdf", Body: scanWith(page)})
		if err != nil || !strings.Contains(d.Text(), "49 Euro") || len(d.Warnings) > 0 {
			t.Errorf("%s: %q, %v, %v", name, d.Text(), d.Warnings, err)
		}
	}
	d, err := e.Extract(t.Context(), extract.Input{Name: "scan.pdf", Body: scanWith(unseen(price), unseen("abcdefghijkl"), at(60, 700, 11, f1, price+price))})
	if err != nil || len(d.Warnings) != 1 || !strings.Contains(d.Warnings[0], "1 of 3 pages are pictures with hardly any text, the first is page 2") {
		t.Errorf("one of several: %v, %v", d.Warnings, err)
	}
}

// Where scans can be read, what stands in the picture takes the place of the few letters beside it.
func TestAScanWithMarksIsReadByTesseract(t *testing.T) {
	bin := t.TempDir()
	row := `5\t1\t1\t1\t1\t%d\t%d\t100\t180\t40\t95.0\t%s\n`
	program := "#!/bin/sh\n[ \"$1\" = --list-langs ] && exec echo deu\nprintf '" + fmt.Sprintf(row, 1, 100, "Inspektion") + fmt.Sprintf(row, 2, 300, "kostet") + fmt.Sprintf(row, 3, 500, "Euro") + "'\n"
	if err := os.WriteFile(filepath.Join(bin, "tesseract"), []byte(program), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", bin+string(os.PathListSeparator)+os.Getenv("PATH"))
	if text := extracttest.Read(t, "scan.pdf", scanWith(unseen("abcdefghijkl"))).Text(); text != "Inspektion kostet Euro" {
		t.Errorf("got %q", text)
	}
}
