package office_test

import (
	"errors"
	"testing"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/extract/document"
	"github.com/webchatagent/wca/internal/extract/extracttest"
	"github.com/webchatagent/wca/internal/extract/office"
	"github.com/webchatagent/wca/internal/extract/refusal"
)

// What office files hold is read without the archive around it, so that most inputs reach the reader.
func fuzzOffice(f *testing.F, read func([]byte) (document.Document, error), pack func(testing.TB, string) []byte, seeds ...string) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, content string) {
		d, err := read(pack(t, content))
		var x *refusal.Error
		if err != nil && !errors.As(err, &x) {
			t.Fatalf("not an *Error: %v", err)
		}
		for _, b := range d.Blocks {
			if !utf8.ValidString(b.Text) {
				t.Fatalf("block %+v", b)
			}
		}
	})
}

func FuzzXLSX(f *testing.F) {
	fuzzOffice(f, office.XLSX, xlsx, `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" s="2"><v>46080</v></c></row><row r="4"><c r="B4" t="e"><v>a</v></c></row></sheetData><cols><col min="2" max="3" hidden="1"/></cols><mergeCells><mergeCell ref="A1:C4"/></mergeCells><sheetData>`)
}

func FuzzDOCX(f *testing.F) {
	fuzzOffice(f, office.DOCX, extracttest.DOCX, `<w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:rPr><w:rStyle w:val="Geheim"/></w:rPr><w:t>a</w:t></w:r></w:p><w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>`)
}

func FuzzODF(f *testing.F) {
	fuzzOffice(f, office.ODF, func(t testing.TB, content string) []byte { return odf(t, "spreadsheet", content) },
		`<office:spreadsheet><table:table><table:table-column table:visibility="collapse"/><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>a</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table></office:spreadsheet>`)
}
