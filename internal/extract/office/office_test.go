package office_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/extract"
	"github.com/webchatagent/wca/internal/extract/document"
	"github.com/webchatagent/wca/internal/extract/extracttest"
	"github.com/webchatagent/wca/internal/extract/refusal"
)

func TestDOCX(t *testing.T) {
	cell := func(s string) string { return "<w:tc><w:p><w:r><w:t>" + s + "</w:t></w:r></w:p></w:tc>" }
	d := extracttest.Read(t, "preise.docx", extracttest.DOCX(t, extracttest.Paragraph("Titel", "Preisliste")+extracttest.Paragraph("Eigene", "Werkstatt")+
		`<w:p><w:r><w:t>Grüße </w:t></w:r><w:r><w:t>aus Köln</w:t><w:br/><w:t>am Rhein</w:t></w:r><w:del><w:r><w:delText>alt</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>versteckt</w:t></w:r></w:p>`+
		extracttest.Paragraph("Geheim", "unsichtbar")+
		`<w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="2"/></w:numPr></w:pPr><w:r><w:t>Punkt</w:t></w:r></w:p>`+
		"<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>"+cell("Leistung")+cell("Preis")+"</w:tr><w:tr>"+cell("Inspektion")+cell("79 €")+"</w:tr></w:tbl>"+
		`<w:p><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>Im Kasten</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>Im Kasten</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:p>`))
	extracttest.BlocksAre(t, d, "heading:Preisliste", "heading:Werkstatt", "paragraph:Grüße aus Köln\nam Rhein", "item:Punkt", "row:Inspektion\t79 €",
		"paragraph:Im Kasten", "paragraph:Eine Fußnote.", "paragraph:Radhaus, Tel. 040 123456")
	if d.Title != "Preisliste" || d.Language != "de" || d.Blocks[3].Level != 2 || !slices.Equal(d.Blocks[4].Header, []string{"Leistung", "Preis"}) {
		t.Errorf("title %q, language %q, %+v", d.Title, d.Language, d.Blocks)
	}
}

func xlsx(t testing.TB, sheet string) []byte {
	return extracttest.Zip(t, "[Content_Types].xml", "<Types/>",
		"xl/workbook.xml", `<workbook xmlns:r="r"><sheets><sheet name="Öffnungszeiten" sheetId="1" r:id="rId1"/><sheet name="Geheim" sheetId="2" state="hidden" r:id="rId2"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="x/worksheet" Target="/xl/worksheets/sheet2.xml"/><Relationship Id="rId3" Type="x/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId4" Type="x/styles" Target="styles.xml"/></Relationships>`,
		"xl/sharedStrings.xml", `<sst><si><t>Tag und Datum</t></si><si><r><t>Prei</t></r><r><t>s der Karte</t></r><rPh><t>x</t></rPh></si><si><t>Der Montag ist für die Großen und nicht für die Kleinen</t></si></sst>`,
		"xl/styles.xml", `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="#,##0.00\ &quot;€&quot;"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="9"/><xf numFmtId="20"/></cellXfs></styleSheet>`,
		"xl/worksheets/sheet1.xml", `<worksheet><sheetData>`+sheet+`</sheetData></worksheet>`,
		"xl/worksheets/sheet2.xml", `<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>verborgen</t></is></c></row></sheetData></worksheet>`)
}

// Columns left empty divide tables that stand beside each other.
func TestXLSXTablesBesideEachOther(t *testing.T) {
	row := func(n int, cells ...string) string {
		out := fmt.Sprintf(`<row r="%d">`, n)
		for i := 0; i < len(cells); i += 2 {
			out += fmt.Sprintf(`<c r="%s%d" t="inlineStr"><is><t>%s</t></is></c>`, cells[i], n, cells[i+1])
		}
		return out + "</row>"
	}
	d := extracttest.Read(t, "karte.xlsx", xlsx(t, row(1, "A", "Getränk", "B", "Preis", "E", "Speise", "F", "Preis")+
		row(2, "A", "Cola", "B", "3 €", "E", "Suppe", "F", "5 €")+row(3, "A", "Bier", "B", "4 €", "E", "Salat", "F", "7 €")))
	var got []string
	for _, b := range d.Blocks {
		if b.Kind == document.KindRow {
			got = append(got, strings.Join(b.Header, "|")+": "+b.Text)
		}
	}
	want := []string{"Getränk|Preis: Cola\t3 €", "Getränk|Preis: Bier\t4 €", "Speise|Preis: Suppe\t5 €", "Speise|Preis: Salat\t7 €"}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

func TestXLSX(t *testing.T) {
	d := extracttest.Read(t, "plan.xlsx", xlsx(t, `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c><c r="D1" t="inlineStr"><is><t>Anteil</t></is></c><c r="E1" t="str"><v>Beginn</v></c></row>
		<row r="3"><c r="A3" s="2"><v>46080</v></c><c r="C3" s="1"><v>19.9</v></c><c r="D3" s="3"><v>0.25</v></c><c r="E3" s="4"><v>0.375</v></c></row>
		<row r="4"><c r="A4" t="s"><v>2</v></c><c r="C4"><v>0.30000000000000004</v></c><c r="D4" t="b"><v>1</v></c><c r="E4" t="e"><v>#REF!</v></c></row>
		<row r="5" hidden="1"><c r="A5"><v>5</v></c></row>`))
	extracttest.BlocksAre(t, d, "heading:Öffnungszeiten", "row:27.02.2026\t19,90 €\t25 %\t09:00", "row:Der Montag ist für die Großen und nicht für die Kleinen\t0,3\tja")
	if h := d.Blocks[1].Header; !slices.Equal(h, []string{"Tag und Datum", "Preis der Karte", "Anteil", "Beginn"}) || d.Blocks[1].Page != 1 {
		t.Errorf("header %q, page %d", h, d.Blocks[1].Page)
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
	d := extracttest.Read(t, "preise.xlsx", xlsx(t, body+`</sheetData><mergeCells><mergeCell ref="A1:F1"/><mergeCell ref="A3:A4"/><mergeCell ref="B3:C3"/><mergeCell ref="D3:E3"/><mergeCell ref="F3:F4"/><mergeCell ref="A5:A6"/></mergeCells><sheetData>`))
	extracttest.BlocksAre(t, d, "heading:Öffnungszeiten", "paragraph:Preise im Jahr 2027", "row:Tandem\t9 €\t14 €\t11 €\t17 €\t50 €", "row:Tandem\t5 €\t8 €\t6 €\t9 €\tkeine",
		"paragraph:Ein halber Tag endet spätestens vier Stunden nach der Abholung.")
	if want := []string{"Modell", "Nebensaison ½ Tag", "Nebensaison 1 Tag", "Hauptsaison ½ Tag", "Hauptsaison 1 Tag", "Kaution"}; len(d.Blocks) > 2 && !slices.Equal(d.Blocks[2].Header, want) {
		t.Errorf("header %q", d.Blocks[2].Header)
	}
}

// Where a file does not say what a cell covers, it covers the empty ones to its right.
func TestHeadersInTwoRows(t *testing.T) {
	d, err := extract.New(extract.Options{}).Extract(context.Background(), extract.Input{Name: "zimmer.csv", Body: []byte("Größe;Einzelzimmer;;Gruppenraum;\n;Nebensaison;Ferien;Nebensaison;Ferien\nbis 10 kg;29 €;34 €;23 €;27 €\n")})
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
	d := extracttest.Read(t, "vortrag.pptx", extracttest.Zip(t, "[Content_Types].xml", "<Types/>",
		"ppt/presentation.xml", `<p:presentation xmlns:p="p" xmlns:r="r"><p:sldIdLst><p:sldId id="256" r:id="b"/><p:sldId id="257" r:id="a"/><p:sldId id="258" r:id="c"/></p:sldIdLst></p:presentation>`,
		"ppt/_rels/presentation.xml.rels", `<Relationships><Relationship Id="a" Type="x/slide" Target="slides/slide1.xml"/><Relationship Id="b" Type="x/slide" Target="slides/slide2.xml"/><Relationship Id="c" Type="x/slide" Target="slides/slide3.xml"/></Relationships>`,
		"ppt/slides/slide1.xml", slide(shape("body", p("Erstens")+`<a:p><a:pPr lvl="1"/><a:r><a:t>genauer</a:t></a:r></a:p>`)+shape("title", p("Zweite Folie"))+shape("sldNum", p("2"))+
			`<p:graphicFrame><a:tbl><a:tblPr firstRow="1"/><a:tr><a:tc><a:txBody>`+p("Jahr")+`</a:txBody></a:tc><a:tc><a:txBody>`+p("Umsatz")+`</a:txBody></a:tc></a:tr><a:tr><a:tc><a:txBody>`+p("2025")+`</a:txBody></a:tc><a:tc><a:txBody>`+p("3 Mio.")+`</a:txBody></a:tc></a:tr></a:tbl></p:graphicFrame>`),
		"ppt/slides/slide2.xml", slide(shape("ctrTitle", p("Jahresbericht"))),
		"ppt/slides/slide3.xml", `<p:sld xmlns:p="p" xmlns:a="a" show="0"><p:cSld>`+shape("title", p("ausgeblendet"))+`</p:cSld></p:sld>`))
	extracttest.BlocksAre(t, d, "heading:Jahresbericht", "heading:Zweite Folie", "item:Erstens", "item:genauer", "row:2025\t3 Mio.")
	if d.Title != "Jahresbericht" || d.Pages != 3 || d.Blocks[1].Page != 2 || !slices.Equal(d.Blocks[4].Header, []string{"Jahr", "Umsatz"}) {
		t.Errorf("title %q, %d pages, %+v", d.Title, d.Pages, d.Blocks)
	}
}

func odf(t testing.TB, kind, content string) []byte {
	return extracttest.Zip(t, "mimetype", "application/vnd.oasis.opendocument."+kind, "META-INF/manifest.xml", "<manifest/>",
		"content.xml", `<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="tb" xmlns:draw="d" xmlns:presentation="p"><office:automatic-styles><style:style style:name="T9" xmlns:style="s"><style:text-properties text:display="none"/></style:style></office:automatic-styles><office:body>`+content+`</office:body></office:document-content>`,
		"meta.xml", `<office:document-meta xmlns:dc="dc"><office:meta><dc:title>Hausordnung</dc:title><dc:language>de-DE</dc:language></office:meta></office:document-meta>`)
}

func TestODT(t *testing.T) {
	cell := func(s string) string { return `<table:table-cell><text:p>` + s + `</text:p></table:table-cell>` }
	d := extracttest.Read(t, "ordnung.odt", odf(t, "text", `<office:text><text:tracked-changes><text:p>gelöscht</text:p></text:tracked-changes><text:h text:outline-level="2">Ruhe</text:h>
		<text:p>Von<text:s text:c="2"/>22 bis <text:span>6 Uhr</text:span><text:line-break/>ist Ruhe<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>außer sonntags</text:p></text:note-body></text:note>.<text:span text:style-name="T9">geheim</text:span></text:p>
		<text:list><text:list-item><text:p>eins</text:p><text:list><text:list-item><text:p>zwei</text:p></text:list-item></text:list></text:list-item></text:list>
		<table:table><table:table-header-rows><table:table-row>`+cell("Tag")+cell("Zeit")+`</table:table-row></table:table-header-rows><table:table-row>`+cell("Mo")+cell("9–12")+`</table:table-row></table:table></office:text>`))
	extracttest.BlocksAre(t, d, "heading:Ruhe", "paragraph:Von  22 bis 6 Uhr\nist Ruhe (außer sonntags).", "item:eins", "item:zwei", "row:Mo\t9–12")
	if d.Title != "Hausordnung" || d.Blocks[3].Level != 2 || !slices.Equal(d.Blocks[4].Header, []string{"Tag", "Zeit"}) {
		t.Errorf("title %q, %+v", d.Title, d.Blocks)
	}
}

func TestODS_RepeatedCells(t *testing.T) {
	d := extracttest.Read(t, "a.ods", odf(t, "spreadsheet", `<office:spreadsheet><table:table table:name="Preise"><table:table-row><table:table-cell><text:p>Artikel</text:p></table:table-cell><table:table-cell><text:p>Preis</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16382"/></table:table-row>
		<table:table-row><table:table-cell><text:p>Schlauch</text:p></table:table-cell><table:table-cell><text:p>7,90 €</text:p></table:table-cell></table:table-row><table:table-row table:number-rows-repeated="1048574"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table></office:spreadsheet>`))
	extracttest.BlocksAre(t, d, "heading:Preise", "row:Schlauch\t7,90 €")
}

// What a file hides is not to be read by anybody: columns and rows of a sheet, and notes upon its cells.
func TestODS_HiddenColumns(t *testing.T) {
	cell := func(s string) string { return `<table:table-cell><text:p>` + s + `</text:p></table:table-cell>` }
	noted := `<table:table-cell><office:annotation><text:p>Notiz</text:p></office:annotation><text:p>9 €</text:p></table:table-cell>`
	d := extracttest.Read(t, "a.ods", odf(t, "spreadsheet", `<office:spreadsheet><table:table table:name="Preise"><table:table-column/><table:table-column-group><table:table-column table:number-columns-repeated="2" table:visibility="collapse"/></table:table-column-group><table:table-column/>
		<table:table-row>`+cell("Artikel")+cell("Einkauf")+cell("Rabatt")+cell("Verkauf")+`</table:table-row><table:table-row>`+cell("Seil")+cell("3 €")+cell("10 %")+noted+`</table:table-row>
		<table:table-row table:visibility="collapse">`+cell("Anker")+cell("1 €")+cell("2 %")+cell("5 €")+`</table:table-row>
		<table:table-row><table:table-cell table:number-columns-spanned="3"><text:p>Paddel</text:p></table:table-cell><table:covered-table-cell table:number-columns-repeated="2"/>`+cell("30 €")+`</table:table-row></table:table></office:spreadsheet>`))
	extracttest.BlocksAre(t, d, "heading:Preise", "row:Seil\t9 €", "row:Paddel\t30 €")
	if len(d.Blocks) > 1 && !slices.Equal(d.Blocks[1].Header, []string{"Artikel", "Verkauf"}) {
		t.Errorf("header %q", d.Blocks[1].Header)
	}
}

func TestODP(t *testing.T) {
	d := extracttest.Read(t, "a.odp", odf(t, "presentation", `<office:presentation><draw:page><draw:frame presentation:class="title"><draw:text-box><text:p>Willkommen</text:p></draw:text-box></draw:frame></draw:page><draw:page><draw:frame><draw:text-box><text:p>Zweite Seite</text:p></draw:text-box></draw:frame><presentation:notes><text:p>Notiz</text:p></presentation:notes></draw:page></office:presentation>`))
	extracttest.BlocksAre(t, d, "heading:Willkommen", "paragraph:Zweite Seite")
	if d.Pages != 2 || d.Blocks[1].Page != 2 {
		t.Errorf("%d pages, %+v", d.Pages, d.Blocks)
	}
}

func TestEPUB_ReadsTheSpineInOrder(t *testing.T) {
	d := extracttest.Read(t, "buch.epub", extracttest.Zip(t, "mimetype", "application/epub+zip",
		"META-INF/container.xml", `<container><rootfiles><rootfile full-path="OEBPS/content.opf"/></rootfiles></container>`,
		"OEBPS/content.opf", `<package xmlns:dc="dc"><metadata><dc:title>Radkunde</dc:title><dc:language>de</dc:language></metadata><manifest><item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/><item id="b" href="Kapitel%202.xhtml" media-type="application/xhtml+xml"/><item id="a" href="text/eins.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/></spine></package>`,
		"OEBPS/nav.xhtml", `<html><body><p>Inhalt</p></body></html>`,
		"OEBPS/text/eins.xhtml", `<?xml version="1.0"?><html><body><h1>Anfang</h1><p>Gr&#252;&#223;e.</p></body></html>`,
		"OEBPS/Kapitel 2.xhtml", `<html><body><h1>Ende</h1></body></html>`))
	extracttest.BlocksAre(t, d, "heading:Anfang", "paragraph:Grüße.", "heading:Ende")
	if d.Title != "Radkunde" {
		t.Errorf("title %q", d.Title)
	}
}

// A file that was cut off somewhere is refused, whatever can still be read of it: it would replace the whole one.
func TestAnOfficeFileWithoutItsEndIsRefused_C2(t *testing.T) {
	e := extracttest.New(t)
	letter := extracttest.DOCX(t, extracttest.Paragraph("", "Guter Text."))
	for _, body := range [][]byte{letter[:len(letter)/2], letter[:len(letter)-30]} {
		if x := extracttest.Refused(t, e, "a.docx", body); x.Code != refusal.CodeDamaged || x.Said[0] != "cut" || !strings.Contains(refusal.German(x.Code, x.Said), "fehlt das Ende") {
			t.Errorf("%d of %d bytes: %v", len(body), len(letter), x)
		}
	}
	if _, err := e.Extract(t.Context(), extract.Input{Name: "a.docx", Body: letter}); err != nil {
		t.Error(err)
	}
}

func TestOffice_Refusals(t *testing.T) {
	e := extracttest.New(t)
	good := extracttest.DOCX(t, extracttest.Paragraph("", "Guter Text."))
	for name, c := range map[string]struct {
		file string
		body []byte
		code string
	}{
		"external entity U08":   {"a.docx", extracttest.Zip(t, "word/document.xml", `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>`), refusal.CodeHostile},
		"billion laughs U08":    {"a.docx", extracttest.Zip(t, "word/document.xml", `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><l>&b;</l>`), refusal.CodeHostile},
		"nested deeply U08":     {"a.docx", extracttest.DOCX(t, strings.Repeat("<w:p>", 1000)), refusal.CodeHostile},
		"row beyond a sheet":    {"a.xlsx", xlsx(t, `<row r="2147483648"><c r="A1"><v>1</v></c></row>`), refusal.CodeHostile},
		"column beyond a sheet": {"a.xlsx", xlsx(t, `<row r="1"><c r="ZZZZZ1"><v>1</v></c></row>`), refusal.CodeHostile},
		"truncated":             {"a.docx", good[:len(good)-200], refusal.CodeDamaged},
		"part cut short":        {"a.docx", extracttest.Zip(t, "word/document.xml", `<w:document><w:body><w:p><w:r><w:t>abge`), refusal.CodeDamaged},
		"no document part":      {"a.odt", extracttest.Zip(t, "mimetype", "application/vnd.oasis.opendocument.text"), refusal.CodeDamaged},
		"encrypted ODT":         {"a.odt", extracttest.Zip(t, "mimetype", "application/vnd.oasis.opendocument.text", "META-INF/manifest.xml", `<manifest><file-entry><encryption-data/></file-entry></manifest>`, "content.xml", "x"), refusal.CodeEncrypted},
		"encrypted EPUB": {"a.epub", extracttest.Zip(t, "mimetype", "application/epub+zip", "META-INF/container.xml", `<container><rootfile full-path="a.opf"/></container>`,
			"META-INF/encryption.xml", `<encryption><CipherReference URI="a.xhtml"/></encryption>`, "a.opf", `<package><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/><itemref idref="a"/></package>`), refusal.CodeEncrypted},
		"without text":   {"a.docx", extracttest.DOCX(t, "")[:0], refusal.CodeEmpty},
		"simple archive": {"a.zip", extracttest.Zip(t, "a.txt", "Hallo"), refusal.CodeUnsupported},
	} {
		if x := extracttest.Refused(t, e, c.file, c.body); x.Code != c.code {
			t.Errorf("%s: code %q, want %q: %v", name, x.Code, c.code, x)
		}
		// The next file is read as if nothing had happened.
		if d, err := e.Extract(context.Background(), extract.Input{Name: "gut.docx", Body: good}); err != nil || !strings.Contains(d.Text(), "Guter Text.") {
			t.Fatalf("after %s: %v", name, err)
		}
	}
}
