package pdf_test

import (
	"bytes"
	"fmt"
	"strings"
)

// pdfOf builds a PDF: pages of content streams with the fonts F1 (Helvetica) and
// F2 (Helvetica-Bold) in windows-1252.
func pdfOf(pages ...string) []byte {
	objects := []string{"<</Type/Catalog/Pages 2 0 R>>", "",
		"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
		"<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>"}
	var kids []string
	for _, content := range pages {
		n := len(objects) + 1
		kids = append(kids, fmt.Sprintf("%d 0 R", n))
		objects = append(objects,
			fmt.Sprintf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>/Contents %d 0 R>>", n+1),
			fmt.Sprintf("<</Length %d>>stream\n%s\nendstream", len(content), content))
	}
	objects[1] = fmt.Sprintf("<</Type/Pages/Kids[%s]/Count %d>>", strings.Join(kids, " "), len(kids))
	return pdfFrom(objects, "")
}

// pdfFrom writes objects with their table and trailer.
func pdfFrom(objects []string, trailer string) []byte {
	var out bytes.Buffer
	out.WriteString("%PDF-1.7\n")
	var places []int
	for i, o := range objects {
		places = append(places, out.Len())
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, p := range places {
		fmt.Fprintf(&out, "%010d 00000 n \n", p)
	}
	fmt.Fprintf(&out, "trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, trailer, start)
	return out.Bytes()
}

// at writes a line of text at a place; umlauts are given as octal escapes.
func at(x, y, size int, font, text string) string {
	return fmt.Sprintf("BT /%s %d Tf %d %d Td (%s) Tj ET\n", font, size, x, y, text)
}

const f1, f2 = "F1", "F2"

// encryptedPDF is protected by the standard handler with a user password nobody
// knows.
func encryptedPDF() []byte {
	secret := strings.Repeat("41", 32)
	return pdfFrom([]string{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
		"<</Filter/Standard/V 2/R 3/Length 128/P -3904/O<" + secret + ">/U<" + secret + ">>>"}, "/Encrypt 4 0 R/ID[<41><41>]")
}

// scannedPDF shows one gray pixel over the whole page.
func scannedPDF() []byte { return scanWith("") }

// scanWith shows one gray pixel over each page, with what is drawn over it: in a form of its own where it begins with "form ".
func scanWith(pages ...string) []byte {
	objects := []string{"<</Type/Catalog/Pages 2 0 R>>", "", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
		"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>stream\nx\nendstream"}
	var kids []string
	for _, over := range pages {
		form, draw := "", "q 595 0 0 842 0 0 cm /I Do Q\n"+over
		if inside, ok := strings.CutPrefix(over, "form "); ok {
			form, draw = inside, "q 595 0 0 842 0 0 cm /I Do Q\n/X Do"
		}
		n := len(objects) + 1
		kids = append(kids, fmt.Sprintf("%d 0 R", n))
		objects = append(objects,
			fmt.Sprintf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</I 4 0 R/X %d 0 R>>/Font<</F1 3 0 R>>>>/Contents %d 0 R>>", n+2, n+1),
			fmt.Sprintf("<</Length %d>>stream\n%s\nendstream", len(draw), draw),
			fmt.Sprintf("<</Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Length %d>>stream\n%s\nendstream", len(form), form))
	}
	objects[1] = fmt.Sprintf("<</Type/Pages/Kids[%s]/Count %d>>", strings.Join(kids, " "), len(kids))
	return pdfFrom(objects, "")
}
