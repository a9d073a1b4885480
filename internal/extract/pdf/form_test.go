package pdf_test

import (
	"fmt"
	"testing"

	"github.com/webchatagent/wca/internal/extract/extracttest"
)

// What was filled into the fields of a form is read beside its labels, and what is switched off is not.
func TestPDFForm(t *testing.T) {
	content := at(60, 700, 11, f1, "Date of the event") + at(60, 676, 11, f1, "Deposit")
	appearance := func(text string) string {
		s := "/Tx BMC q BT /F1 11 Tf 2 4 Td (" + text + ") Tj ET Q EMC"
		return fmt.Sprintf("<</Type/XObject/Subtype/Form/BBox[0 0 150 16]/Resources<</Font<</F1 3 0 R>>>>/Length %d>>stream\n%s\nendstream", len(s), s)
	}
	body := pdfFrom([]string{
		"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[6 0 R 7 0 R 8 0 R]/DR<</Font<</F1 3 0 R>>>>>>>>",
		"<</Type/Pages/Kids[4 0 R]/Count 1>>",
		"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents 5 0 R/Annots[6 0 R 7 0 R 8 0 R]>>",
		fmt.Sprintf("<</Length %d>>stream\n%s\nendstream", len(content), content),
		"<</Type/Annot/Subtype/Widget/FT/Tx/T(date)/V(4 July 2027)/Rect[250 696 400 712]/F 4/P 4 0 R/AP<</N 9 0 R>>>>",
		"<</Type/Annot/Subtype/Widget/FT/Tx/T(deposit)/V(350.00)/Rect[250 672 400 688]/F 4/P 4 0 R/AP<</N 10 0 R>>>>",
		"<</Type/Annot/Subtype/Widget/FT/Tx/T(inner)/V(secret)/Rect[250 640 400 656]/F 2/P 4 0 R/AP<</N 11 0 R>>>>", // hidden
		appearance("4 July 2027"), appearance("350.00"), appearance("secret"),
	}, "")
	extracttest.BlocksAre(t, extracttest.Read(t, "booking.pdf", body), "row:Date of the event\t4 July 2027", "row:Deposit\t350.00")
}

// A field with a password, a button, a field that is not to be seen and comments are not read, whatever the file says
// that they look like; a value that the file gives no look is.
func TestPDFFormKeepsItsSecrets(t *testing.T) {
	content := at(60, 700, 11, f1, "Name of the guest") + at(60, 676, 11, f1, "Password")
	look := func(text string) string {
		s := "/Tx BMC q BT /F1 11 Tf 2 4 Td (" + text + ") Tj ET Q EMC"
		return fmt.Sprintf("<</Type/XObject/Subtype/Form/BBox[0 0 150 16]/Resources<</Font<</F1 3 0 R>>>>/Length %d>>stream\n%s\nendstream", len(s), s)
	}
	const widget = "<</Type/Annot/Subtype/Widget/P 4 0 R/Rect"
	body := pdfFrom([]string{
		"<</Type/Catalog/Pages 2 0 R/AcroForm<</NeedAppearances true/DA(/F1 11 Tf 0 g)/Fields[6 0 R 7 0 R 8 0 R 9 0 R 10 0 R]/DR<</Font<</F1 3 0 R>>>>>>>>",
		"<</Type/Pages/Kids[4 0 R]/Count 1>>",
		"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents 5 0 R/Annots[6 0 R 7 0 R 9 0 R 10 0 R 11 0 R 12 0 R 13 0 R]>>",
		fmt.Sprintf("<</Length %d>>stream\n%s\nendstream", len(content), content),
		widget + "[250 696 400 712]/FT/Tx/T(name)/V(Nora Lind)/F 4/DA(/F1 11 Tf 0 g)>>",
		widget + "[250 672 330 688]/FT/Tx/T(word)/Ff 8192/V(Kirschbaum)/F 4/AP<</N 14 0 R>>>>",
		"<</FT/Tx/T(again)/Ff 8192/V(Kirschbaum)/Kids[11 0 R]>>", // its kind stands above it
		widget + "[250 600 400 616]/FT/Btn/T(send)/Ff 65536/F 4/AP<</N 15 0 R>>>>",
		widget + "[250 560 400 576]/FT/Tx/T(inner)/V(Rabatt)/F 32/AP<</N 16 0 R>>>>",
		widget + "[340 672 400 688]/Parent 8 0 R/F 4/AP<</N 14 0 R>>>>",
		"<</Type/Annot/Subtype/Text/Contents(Rabatt)/Rect[10 10 90 30]/F 4/AP<</N 16 0 R>>>>",
		"<</Type/Annot/Subtype/Stamp/Contents(Rabatt)/Rect[10 50 90 70]/F 4/AP<</N 16 0 R>>>>",
		look("Kirschbaum"), look("Absenden"), look("Rabatt"),
	}, "")
	extracttest.BlocksAre(t, extracttest.Read(t, "booking.pdf", body), "row:Name of the guest\tNora Lind", "paragraph:Password")
}
