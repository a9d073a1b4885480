package extract

import (
	"context"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"
)

// fuzz reads any bytes as one format: an *Error or a sound document must come of
// it, without a panic.
func fuzz(f *testing.F, name string, seeds ...string) {
	for _, s := range seeds {
		f.Add([]byte(s))
	}
	e := New(Options{})
	f.Fuzz(func(t *testing.T, body []byte) {
		d, err := e.Extract(context.Background(), Input{Name: name, URL: "https://a.example/b/", Body: body})
		if err != nil {
			var x *Error
			if !errors.As(err, &x) {
				t.Fatalf("not an *Error: %v", err)
			}
			return
		}
		if len(d.Blocks) == 0 {
			t.Fatal("neither text nor a reason")
		}
		for _, b := range d.Blocks {
			if !utf8.ValidString(b.Text) || strings.TrimSpace(b.Text) == "" {
				t.Fatalf("block %+v", b)
			}
		}
		for _, h := range d.Links.Hrefs {
			if !strings.HasPrefix(h, "http") || strings.Contains(h, "#") {
				t.Fatalf("link %q", h)
			}
		}
	})
}

func FuzzHTML(f *testing.F) {
	fuzz(f, "a.html", shop, "<table><tr><td rowspan=9 colspan=9>a<td>b<tr><td>c</table>", "<dl><dt>a<dd>b<dd>c</dl><pre>x\n y</pre><a href=//b.example/#c>d</a>",
		`<p>a<script type="application/ld+json">{"@type":"Product","name":"b","offers":[{"price":1}]}</script>`)
}

func FuzzMarkdown(f *testing.F) {
	fuzz(f, "a.md", "# a\n\n- b\n  - c\n\n| d | e |\n|---|---|\n| f | g |\n", "---\ntitle: a\n---\n> b\n\n```\nc\n```\n<p>d</p>")
}

func FuzzCSV(f *testing.F) { fuzz(f, "a.csv", "a;b\n1;\"2\n3\"\n", "sep=|\na|b\n") }
func FuzzJSON(f *testing.F) {
	fuzz(f, "a.json", `[{"a":1,"b":"c"},{"a":2}]`, `{"a":{"b":[1,"c",null,true]}}`, "{}\n{\"a\":1}")
}
func FuzzXML(f *testing.F)   { fuzz(f, "a.xml", `<?xml version="1.0"?><a b="c">d<e/>f</a>`) }
func FuzzPlain(f *testing.F) { fuzz(f, "a.txt", "A\n=\n\nb\n- c\n", "\xff\xfea\x00b\x00") }

// What office files hold is read without the archive around it, so that most inputs reach the reader.
func fuzzOffice(f *testing.F, read func([]byte) (Document, error), pack func(testing.TB, string) []byte, seeds ...string) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, content string) {
		d, err := read(pack(t, content))
		var x *Error
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
	fuzzOffice(f, readXLSX, xlsx, `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" s="2"><v>46080</v></c></row><row r="4"><c r="B4" t="e"><v>a</v></c></row></sheetData><cols><col min="2" max="3" hidden="1"/></cols><mergeCells><mergeCell ref="A1:C4"/></mergeCells><sheetData>`)
}

func FuzzDOCX(f *testing.F) {
	fuzzOffice(f, readDOCX, docx, `<w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:rPr><w:rStyle w:val="Geheim"/></w:rPr><w:t>a</w:t></w:r></w:p><w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>`)
}

func FuzzODF(f *testing.F) {
	fuzzOffice(f, readODF, func(t testing.TB, content string) []byte { return odf(t, "spreadsheet", content) },
		`<office:spreadsheet><table:table><table:table-column table:visibility="collapse"/><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>a</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table></office:spreadsheet>`)
}

func FuzzNumberFormat(f *testing.F) {
	for _, code := range []string{`_-* #,##0.00\ "€"_-`, `[$-407]d. mmmm yyyy`, "00000", ";;;@", "[h]:mm", "# ?/?"} {
		f.Add(code, 46080.5, 164)
	}
	f.Fuzz(func(t *testing.T, code string, value float64, id int) {
		if s := newNumberFormat(id, code).show(value, id%2 == 0, id%3 == 0); utf8.ValidString(code) && !utf8.ValidString(s) {
			t.Fatalf("%q of %v: %q", code, value, s)
		}
	})
}
