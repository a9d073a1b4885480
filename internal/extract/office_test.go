package extract

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// zipped packs parts given as name and content.
func zipped(t testing.TB, parts ...string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, parts[i+1]); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

const (
	wordRels = `<Relationships><Relationship Id="r1" Type="http://x/styles" Target="styles.xml"/><Relationship Id="r2" Type="http://x/footnotes" Target="footnotes.xml"/></Relationships>`
	styles   = `<w:styles xmlns:w="w"><w:style w:styleId="Titel"><w:name w:val="Title"/></w:style><w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
		<w:style w:styleId="Eigene"><w:name w:val="Mein Stil"/><w:basedOn w:val="berschrift1"/></w:style><w:style w:styleId="Geheim"><w:name w:val="Geheim"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>`
)

func docx(t testing.TB, body string) []byte {
	return zipped(t, "[Content_Types].xml", "<Types/>", "word/document.xml", `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>`+body+`</w:body></w:document>`,
		"word/_rels/document.xml.rels", wordRels, "word/styles.xml", styles,
		"word/footnotes.xml", `<w:footnotes xmlns:w="w"><w:footnote w:type="separator"><w:p><w:r><w:t>Strich</w:t></w:r></w:p></w:footnote><w:footnote><w:p><w:r><w:t>Eine Fußnote.</w:t></w:r></w:p></w:footnote></w:footnotes>`,
		"word/header1.xml", `<w:hdr xmlns:w="w"><w:p><w:r><w:t>Radhaus, Tel. 040 123456</w:t></w:r></w:p><w:p><w:r><w:t>Briefkopf</w:t></w:r></w:p></w:hdr>`,
		"docProps/core.xml", `<cp:coreProperties xmlns:dc="dc"><dc:title>Microsoft Word - brief.doc</dc:title><dc:language>de-DE</dc:language></cp:coreProperties>`)
}

func para(style, text string) string {
	return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr><w:r><w:t xml:space="preserve">` + text + `</w:t></w:r></w:p>`
}

func TestDOCX(t *testing.T) {
	cell := func(s string) string { return "<w:tc><w:p><w:r><w:t>" + s + "</w:t></w:r></w:p></w:tc>" }
	d := office(t, "preise.docx", docx(t, para("Titel", "Preisliste")+para("Eigene", "Werkstatt")+
		`<w:p><w:r><w:t>Grüße </w:t></w:r><w:r><w:t>aus Köln</w:t><w:br/><w:t>am Rhein</w:t></w:r><w:del><w:r><w:delText>alt</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>versteckt</w:t></w:r></w:p>`+
		para("Geheim", "unsichtbar")+
		`<w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="2"/></w:numPr></w:pPr><w:r><w:t>Punkt</w:t></w:r></w:p>`+
		"<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>"+cell("Leistung")+cell("Preis")+"</w:tr><w:tr>"+cell("Inspektion")+cell("79 €")+"</w:tr></w:tbl>"+
		`<w:p><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>Im Kasten</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>Im Kasten</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:p>`))
	blocksAre(t, d, "heading:Preisliste", "heading:Werkstatt", "paragraph:Grüße aus Köln\nam Rhein", "item:Punkt", "row:Inspektion\t79 €",
		"paragraph:Im Kasten", "paragraph:Eine Fußnote.", "paragraph:Radhaus, Tel. 040 123456")
	if d.Title != "Preisliste" || d.Language != "de" || d.Blocks[3].Level != 2 || !slices.Equal(d.Blocks[4].Header, []string{"Leistung", "Preis"}) {
		t.Errorf("title %q, language %q, %+v", d.Title, d.Language, d.Blocks)
	}
}

func xlsx(t testing.TB, sheet string) []byte {
	return zipped(t, "[Content_Types].xml", "<Types/>",
		"xl/workbook.xml", `<workbook xmlns:r="r"><sheets><sheet name="Öffnungszeiten" sheetId="1" r:id="rId1"/><sheet name="Geheim" sheetId="2" state="hidden" r:id="rId2"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="x/worksheet" Target="/xl/worksheets/sheet2.xml"/><Relationship Id="rId3" Type="x/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId4" Type="x/styles" Target="styles.xml"/></Relationships>`,
		"xl/sharedStrings.xml", `<sst><si><t>Tag und Datum</t></si><si><r><t>Prei</t></r><r><t>s der Karte</t></r><rPh><t>x</t></rPh></si><si><t>Der Montag ist für die Großen und nicht für die Kleinen</t></si></sst>`,
		"xl/styles.xml", `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="#,##0.00\ &quot;€&quot;"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="9"/><xf numFmtId="20"/></cellXfs></styleSheet>`,
		"xl/worksheets/sheet1.xml", `<worksheet><sheetData>`+sheet+`</sheetData></worksheet>`,
		"xl/worksheets/sheet2.xml", `<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>verborgen</t></is></c></row></sheetData></worksheet>`)
}

func TestXLSX(t *testing.T) {
	d := office(t, "plan.xlsx", xlsx(t, `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c><c r="D1" t="inlineStr"><is><t>Anteil</t></is></c><c r="E1" t="str"><v>Beginn</v></c></row>
		<row r="3"><c r="A3" s="2"><v>46080</v></c><c r="C3" s="1"><v>19.9</v></c><c r="D3" s="3"><v>0.25</v></c><c r="E3" s="4"><v>0.375</v></c></row>
		<row r="4"><c r="A4" t="s"><v>2</v></c><c r="C4"><v>0.30000000000000004</v></c><c r="D4" t="b"><v>1</v></c><c r="E4" t="e"><v>#REF!</v></c></row>
		<row r="5" hidden="1"><c r="A5"><v>5</v></c></row>`))
	blocksAre(t, d, "heading:Öffnungszeiten", "row:27.02.2026\t19,90 €\t25 %\t09:00", "row:Der Montag ist für die Großen und nicht für die Kleinen\t0,3\tja")
	if h := d.Blocks[1].Header; !slices.Equal(h, []string{"Tag und Datum", "Preis der Karte", "Anteil", "Beginn"}) || d.Blocks[1].Page != 1 {
		t.Errorf("header %q, page %d", h, d.Blocks[1].Page)
	}
}

func TestNumberFormats(t *testing.T) {
	for _, c := range []struct {
		id    int
		code  string
		value float64
		want  string
	}{
		{0, "", 0.1 + 0.2, "0.3"}, {0, "", 1234567, "1234567"}, {0, "", 1e20, "1e+20"}, {1, "", 2.6, "3"}, {10, "", 0.125, "12.50 %"},
		{14, "", 1, "1900-01-01"}, {14, "", 60, "1900-02-28"}, {14, "", 61, "1900-03-01"}, {22, "", 46080.5, "2026-02-27 12:00"},
		{164, "DD.MM.YYYY", 46080, "27.02.2026"}, {164, `[$-407]d. mmmm yyyy;@`, 46080, "27. Februar 2026"}, {164, "hh:mm", 0.75, "18:00"},
		{164, "[h]:mm", 1.5, "36:00"}, {164, `[$€-407]\ #,##0.00`, 5, "€5.00"}, {164, `"rot" 0`, 7, "7"}, {164, `0.0`, 1.25, "1.2"}, {164, "General", 1.5, "1.5"},
		{164, `0.0" kg"`, 38.5, "38.5 kg"}, {164, `0\ \S\t\d`, 2, "2 Std"}, {164, `#,##0.00\ "€/Tag"`, 1690, "1,690.00 €/Tag"}, {164, `"a;b" 0`, 3, "3"},
		{164, `[$£-809]#,##0.00`, -1240.5, "-£1,240.50"}, {164, `_-* #,##0.00\ "€"_-;\-* #,##0.00\ "€"_-`, 9, "9.00 €"}, {3, "", 1234567, "1,234,567"},
		{164, `[$-407]dddd, d. mmmm yyyy`, 46213, "Freitag, 10. Juli 2026"}, {164, `ddd d mmm yyyy`, 46213, "Fri 10 Jul 2026"}, {164, `d. mmm`, 46213, "10.07.2026"},
		{164, `00000`, 1067, "01067"}, {164, `"D-"00000`, 1067, "01067"}, {164, `00000`, 123456, "123456"}, {164, `0.00`, 7, "7.00"}, {164, `;;;`, 777, ""}, {164, `;;;@`, 777, ""},
		{164, `#,##0.00_);(#,##0.00)`, -1234.5, "-1,234.50"}, {164, `0.0%`, 0.195, "19.5 %"},
	} {
		if got := newNumberFormat(c.id, c.code).show(c.value, false, false); got != c.want {
			t.Errorf("%d %q of %v: %q, want %q", c.id, c.code, c.value, got, c.want)
		}
	}
}

func TestNumbersInGerman(t *testing.T) {
	for code, want := range map[string]string{`#,##0.00\ "€"`: "1.690,50 €", `0.0" km"`: "1690,5 km", `[$£-809]#,##0.00`: "1.690,50 £"} {
		if got := newNumberFormat(164, code).show(1690.5, false, true); got != want {
			t.Errorf("%q: %q, want %q", code, got, want)
		}
	}
}

// A header of two rows, of which cells cover several columns, names each column by both.
func TestMergedHeaders(t *testing.T) {
	cell := func(at, text string) string {
		return `<c r="` + at + `" t="inlineStr"><is><t>` + text + `</t></is></c>`
	}
	row := func(n string, cells ...string) string {
		return `<row r="` + n + `">` + strings.Join(cells, "") + `</row>`
	}
	body := row("1", cell("A1", "Preise im Jahr 2027")) +
		row("3", cell("A3", "Modell"), cell("B3", "Nebensaison"), cell("D3", "Hauptsaison"), cell("F3", "Kaution")) +
		row("4", cell("B4", "½ Tag"), cell("C4", "1 Tag"), cell("D4", "½ Tag"), cell("E4", "1 Tag")) +
		row("5", cell("A5", "Tandem"), cell("B5", "9 €"), cell("C5", "14 €"), cell("D5", "11 €"), cell("E5", "17 €"), cell("F5", "50 €")) +
		row("6", cell("B6", "5 €"), cell("C6", "8 €"), cell("D6", "6 €"), cell("E6", "9 €"), cell("F6", "keine")) +
		row("7", cell("A7", "Ein halber Tag endet spätestens vier Stunden nach der Abholung."))
	d := office(t, "preise.xlsx", xlsx(t, body+`</sheetData><mergeCells><mergeCell ref="A1:F1"/><mergeCell ref="A3:A4"/><mergeCell ref="B3:C3"/><mergeCell ref="D3:E3"/><mergeCell ref="F3:F4"/><mergeCell ref="A5:A6"/></mergeCells><sheetData>`))
	blocksAre(t, d, "heading:Öffnungszeiten", "paragraph:Preise im Jahr 2027", "row:Tandem\t9 €\t14 €\t11 €\t17 €\t50 €", "row:Tandem\t5 €\t8 €\t6 €\t9 €\tkeine",
		"paragraph:Ein halber Tag endet spätestens vier Stunden nach der Abholung.")
	if want := []string{"Modell", "Nebensaison ½ Tag", "Nebensaison 1 Tag", "Hauptsaison ½ Tag", "Hauptsaison 1 Tag", "Kaution"}; len(d.Blocks) > 2 && !slices.Equal(d.Blocks[2].Header, want) {
		t.Errorf("header %q", d.Blocks[2].Header)
	}
}

// Rows that a file marks as header may be empty.
func TestEmptyHeaderRow(t *testing.T) {
	cell := func(text string) gridCell { return gridCell{text: text} }
	g := grid{rows: [][]gridCell{{}, {cell(""), cell("Preis")}, {cell("Suppe"), cell("5 €")}}, headers: 2}
	if b := g.blocks(0); len(b) != 1 || b[0].Text != "Suppe\t5 €" || !slices.Equal(b[0].Header, []string{"", "Preis"}) {
		t.Errorf("%+v", b)
	}
}

// Where a file does not say what a cell covers, it covers the empty ones to its right.
func TestHeadersInTwoRows(t *testing.T) {
	d, err := New(Options{}).Extract(context.Background(), Input{Name: "zimmer.csv", Body: []byte("Größe;Einzelzimmer;;Gruppenraum;\n;Nebensaison;Ferien;Nebensaison;Ferien\nbis 10 kg;29 €;34 €;23 €;27 €\n")})
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"Größe", "Einzelzimmer Nebensaison", "Einzelzimmer Ferien", "Gruppenraum Nebensaison", "Gruppenraum Ferien"}; len(d.Blocks) != 1 || !slices.Equal(d.Blocks[0].Header, want) {
		t.Errorf("%+v", d.Blocks)
	}
}

func TestPPTX(t *testing.T) {
	shape := func(role, paragraphs string) string {
		return `<p:sp><p:nvSpPr><p:nvPr><p:ph type="` + role + `"/></p:nvPr></p:nvSpPr><p:txBody>` + paragraphs + `</p:txBody></p:sp>`
	}
	p := func(s string) string { return `<a:p><a:r><a:t>` + s + `</a:t></a:r></a:p>` }
	slide := func(s string) string {
		return `<p:sld xmlns:p="p" xmlns:a="a"><p:cSld><p:spTree>` + s + `</p:spTree></p:cSld></p:sld>`
	}
	d := office(t, "vortrag.pptx", zipped(t, "[Content_Types].xml", "<Types/>",
		"ppt/presentation.xml", `<p:presentation xmlns:p="p" xmlns:r="r"><p:sldIdLst><p:sldId id="256" r:id="b"/><p:sldId id="257" r:id="a"/><p:sldId id="258" r:id="c"/></p:sldIdLst></p:presentation>`,
		"ppt/_rels/presentation.xml.rels", `<Relationships><Relationship Id="a" Type="x/slide" Target="slides/slide1.xml"/><Relationship Id="b" Type="x/slide" Target="slides/slide2.xml"/><Relationship Id="c" Type="x/slide" Target="slides/slide3.xml"/></Relationships>`,
		"ppt/slides/slide1.xml", slide(shape("body", p("Erstens")+`<a:p><a:pPr lvl="1"/><a:r><a:t>genauer</a:t></a:r></a:p>`)+shape("title", p("Zweite Folie"))+shape("sldNum", p("2"))+
			`<p:graphicFrame><a:tbl><a:tblPr firstRow="1"/><a:tr><a:tc><a:txBody>`+p("Jahr")+`</a:txBody></a:tc><a:tc><a:txBody>`+p("Umsatz")+`</a:txBody></a:tc></a:tr><a:tr><a:tc><a:txBody>`+p("2025")+`</a:txBody></a:tc><a:tc><a:txBody>`+p("3 Mio.")+`</a:txBody></a:tc></a:tr></a:tbl></p:graphicFrame>`),
		"ppt/slides/slide2.xml", slide(shape("ctrTitle", p("Jahresbericht"))),
		"ppt/slides/slide3.xml", `<p:sld xmlns:p="p" xmlns:a="a" show="0"><p:cSld>`+shape("title", p("ausgeblendet"))+`</p:cSld></p:sld>`))
	blocksAre(t, d, "heading:Jahresbericht", "heading:Zweite Folie", "item:Erstens", "item:genauer", "row:2025\t3 Mio.")
	if d.Title != "Jahresbericht" || d.Pages != 3 || d.Blocks[1].Page != 2 || !slices.Equal(d.Blocks[4].Header, []string{"Jahr", "Umsatz"}) {
		t.Errorf("title %q, %d pages, %+v", d.Title, d.Pages, d.Blocks)
	}
}

func odf(t testing.TB, kind, content string) []byte {
	return zipped(t, "mimetype", "application/vnd.oasis.opendocument."+kind, "META-INF/manifest.xml", "<manifest/>",
		"content.xml", `<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="tb" xmlns:draw="d" xmlns:presentation="p"><office:automatic-styles><style:style style:name="T9" xmlns:style="s"><style:text-properties text:display="none"/></style:style></office:automatic-styles><office:body>`+content+`</office:body></office:document-content>`,
		"meta.xml", `<office:document-meta xmlns:dc="dc"><office:meta><dc:title>Hausordnung</dc:title><dc:language>de-DE</dc:language></office:meta></office:document-meta>`)
}

func TestODT(t *testing.T) {
	cell := func(s string) string { return `<table:table-cell><text:p>` + s + `</text:p></table:table-cell>` }
	d := office(t, "ordnung.odt", odf(t, "text", `<office:text><text:tracked-changes><text:p>gelöscht</text:p></text:tracked-changes><text:h text:outline-level="2">Ruhe</text:h>
		<text:p>Von<text:s text:c="2"/>22 bis <text:span>6 Uhr</text:span><text:line-break/>ist Ruhe<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>außer sonntags</text:p></text:note-body></text:note>.<text:span text:style-name="T9">geheim</text:span></text:p>
		<text:list><text:list-item><text:p>eins</text:p><text:list><text:list-item><text:p>zwei</text:p></text:list-item></text:list></text:list-item></text:list>
		<table:table><table:table-header-rows><table:table-row>`+cell("Tag")+cell("Zeit")+`</table:table-row></table:table-header-rows><table:table-row>`+cell("Mo")+cell("9–12")+`</table:table-row></table:table></office:text>`))
	blocksAre(t, d, "heading:Ruhe", "paragraph:Von  22 bis 6 Uhr\nist Ruhe (außer sonntags).", "item:eins", "item:zwei", "row:Mo\t9–12")
	if d.Title != "Hausordnung" || d.Blocks[3].Level != 2 || !slices.Equal(d.Blocks[4].Header, []string{"Tag", "Zeit"}) {
		t.Errorf("title %q, %+v", d.Title, d.Blocks)
	}
}

func TestODS_RepeatedCells(t *testing.T) {
	d := office(t, "a.ods", odf(t, "spreadsheet", `<office:spreadsheet><table:table table:name="Preise"><table:table-row><table:table-cell><text:p>Artikel</text:p></table:table-cell><table:table-cell><text:p>Preis</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16382"/></table:table-row>
		<table:table-row><table:table-cell><text:p>Schlauch</text:p></table:table-cell><table:table-cell><text:p>7,90 €</text:p></table:table-cell></table:table-row><table:table-row table:number-rows-repeated="1048574"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table></office:spreadsheet>`))
	blocksAre(t, d, "heading:Preise", "row:Schlauch\t7,90 €")
}

// What a file hides is not to be read by anybody: columns and rows of a sheet, and notes upon its cells.
func TestODS_HiddenColumns(t *testing.T) {
	cell := func(s string) string { return `<table:table-cell><text:p>` + s + `</text:p></table:table-cell>` }
	noted := `<table:table-cell><office:annotation><text:p>Notiz</text:p></office:annotation><text:p>9 €</text:p></table:table-cell>`
	d := office(t, "a.ods", odf(t, "spreadsheet", `<office:spreadsheet><table:table table:name="Preise"><table:table-column/><table:table-column-group><table:table-column table:number-columns-repeated="2" table:visibility="collapse"/></table:table-column-group><table:table-column/>
		<table:table-row>`+cell("Artikel")+cell("Einkauf")+cell("Rabatt")+cell("Verkauf")+`</table:table-row><table:table-row>`+cell("Seil")+cell("3 €")+cell("10 %")+noted+`</table:table-row>
		<table:table-row table:visibility="collapse">`+cell("Anker")+cell("1 €")+cell("2 %")+cell("5 €")+`</table:table-row>
		<table:table-row><table:table-cell table:number-columns-spanned="3"><text:p>Paddel</text:p></table:table-cell><table:covered-table-cell table:number-columns-repeated="2"/>`+cell("30 €")+`</table:table-row></table:table></office:spreadsheet>`))
	blocksAre(t, d, "heading:Preise", "row:Seil\t9 €", "row:Paddel\t30 €")
	if len(d.Blocks) > 1 && !slices.Equal(d.Blocks[1].Header, []string{"Artikel", "Verkauf"}) {
		t.Errorf("header %q", d.Blocks[1].Header)
	}
}

func TestODP(t *testing.T) {
	d := office(t, "a.odp", odf(t, "presentation", `<office:presentation><draw:page><draw:frame presentation:class="title"><draw:text-box><text:p>Willkommen</text:p></draw:text-box></draw:frame></draw:page><draw:page><draw:frame><draw:text-box><text:p>Zweite Seite</text:p></draw:text-box></draw:frame><presentation:notes><text:p>Notiz</text:p></presentation:notes></draw:page></office:presentation>`))
	blocksAre(t, d, "heading:Willkommen", "paragraph:Zweite Seite")
	if d.Pages != 2 || d.Blocks[1].Page != 2 {
		t.Errorf("%d pages, %+v", d.Pages, d.Blocks)
	}
}

func TestEPUB_ReadsTheSpineInOrder(t *testing.T) {
	d := office(t, "buch.epub", zipped(t, "mimetype", "application/epub+zip",
		"META-INF/container.xml", `<container><rootfiles><rootfile full-path="OEBPS/content.opf"/></rootfiles></container>`,
		"OEBPS/content.opf", `<package xmlns:dc="dc"><metadata><dc:title>Radkunde</dc:title><dc:language>de</dc:language></metadata><manifest><item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/><item id="b" href="Kapitel%202.xhtml" media-type="application/xhtml+xml"/><item id="a" href="text/eins.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/></spine></package>`,
		"OEBPS/nav.xhtml", `<html><body><p>Inhalt</p></body></html>`,
		"OEBPS/text/eins.xhtml", `<?xml version="1.0"?><html><body><h1>Anfang</h1><p>Gr&#252;&#223;e.</p></body></html>`,
		"OEBPS/Kapitel 2.xhtml", `<html><body><h1>Ende</h1></body></html>`))
	blocksAre(t, d, "heading:Anfang", "paragraph:Grüße.", "heading:Ende")
	if d.Title != "Radkunde" {
		t.Errorf("title %q", d.Title)
	}
}

func TestOffice_Refusals(t *testing.T) {
	e := apart(t)
	good := docx(t, para("", "Guter Text."))
	for name, c := range map[string]struct {
		file string
		body []byte
		code string
	}{
		"external entity U08":   {"a.docx", zipped(t, "word/document.xml", `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>`), CodeHostile},
		"billion laughs U08":    {"a.docx", zipped(t, "word/document.xml", `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><l>&b;</l>`), CodeHostile},
		"nested deeply U08":     {"a.docx", docx(t, strings.Repeat("<w:p>", 1000)), CodeHostile},
		"row beyond a sheet":    {"a.xlsx", xlsx(t, `<row r="2147483648"><c r="A1"><v>1</v></c></row>`), CodeHostile},
		"column beyond a sheet": {"a.xlsx", xlsx(t, `<row r="1"><c r="ZZZZZ1"><v>1</v></c></row>`), CodeHostile},
		"truncated":             {"a.docx", good[:len(good)-200], CodeDamaged},
		"part cut short":        {"a.docx", zipped(t, "word/document.xml", `<w:document><w:body><w:p><w:r><w:t>abge`), CodeDamaged},
		"no document part":      {"a.odt", zipped(t, "mimetype", "application/vnd.oasis.opendocument.text"), CodeDamaged},
		"encrypted ODT":         {"a.odt", zipped(t, "mimetype", "application/vnd.oasis.opendocument.text", "META-INF/manifest.xml", `<manifest><file-entry><encryption-data/></file-entry></manifest>`, "content.xml", "x"), CodeEncrypted},
		"encrypted EPUB": {"a.epub", zipped(t, "mimetype", "application/epub+zip", "META-INF/container.xml", `<container><rootfile full-path="a.opf"/></container>`,
			"META-INF/encryption.xml", `<encryption><CipherReference URI="a.xhtml"/></encryption>`, "a.opf", `<package><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/><itemref idref="a"/></package>`), CodeEncrypted},
		"without text":   {"a.docx", docx(t, "")[:0], CodeEmpty},
		"simple archive": {"a.zip", zipped(t, "a.txt", "Hallo"), CodeUnsupported},
	} {
		if x := refused(t, e, c.file, c.body); x.Code != c.code {
			t.Errorf("%s: code %q, want %q: %v", name, x.Code, c.code, x)
		}
		// The next file is read as if nothing had happened.
		if d, err := e.Extract(context.Background(), Input{Name: "gut.docx", Body: good}); err != nil || !strings.Contains(d.Text(), "Guter Text.") {
			t.Fatalf("after %s: %v", name, err)
		}
	}
}

// bomb packs a part of so many megabytes of the same byte.
func bomb(t testing.TB, name, start string, megabytes int) []byte {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	w, err := z.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(w, start); err != nil {
		t.Fatal(err)
	}
	chunk := bytes.Repeat([]byte("a"), 1<<20)
	for range megabytes {
		if _, err := w.Write(chunk); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestOffice_ZipBombs_U04(t *testing.T) {
	for name, part := range map[string]string{
		"a.docx": "word/document.xml", "a.xlsx": "xl/workbook.xml", "a.pptx": "ppt/presentation.xml", "a.odt": "content.xml", "a.epub": "META-INF/container.xml",
	} {
		body := bomb(t, part, "<a>", 300)
		// In this process, so that its memory can be watched.
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		began := time.Now()
		_, err := newArchive(body)
		runtime.ReadMemStats(&after)
		var x *Error
		if !errors.As(err, &x) || x.Code != CodeHostile {
			t.Errorf("%s: %v", name, err)
		}
		if took := time.Since(began); took > time.Second {
			t.Errorf("%s: refused after %v", name, took)
		}
		if grown := after.TotalAlloc - before.TotalAlloc; grown > 16<<20 {
			t.Errorf("%s: took %d MB", name, grown>>20)
		}
	}
}

func TestOffice_LongTextWithoutTags_U04(t *testing.T) {
	// Small enough to pass as a part, refused for its one endless text.
	if x := refused(t, apart(t), "a.docx", bomb(t, "word/document.xml", "<a>", 15)); x.Code != CodeHostile {
		t.Errorf("%v", x)
	}
}

func TestChild_KilledBetweenFiles_U16(t *testing.T) {
	e := apart(t)
	good := docx(t, para("", "Guter Text."))
	for range 3 {
		if _, err := e.Extract(context.Background(), Input{Name: "a.docx", Body: good}); err != nil {
			t.Fatal(err)
		}
		killChildren(t)
	}
}

// killChildren ends the children of this process, as the kernel does when memory
// is short.
func killChildren(t *testing.T) {
	t.Helper()
	list, err := os.ReadFile("/proc/self/task/" + strconv.Itoa(os.Getpid()) + "/children")
	if err != nil {
		t.Skip("the list of child processes is known on Linux only")
	}
	for _, pid := range strings.Fields(string(list)) {
		id, err := strconv.Atoi(pid)
		if err != nil {
			t.Fatal(err)
		}
		if p, err := os.FindProcess(id); err == nil {
			_ = p.Kill() // gone already is fine
		}
	}
}
