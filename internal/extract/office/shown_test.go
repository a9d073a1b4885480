package office_test

import (
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/extract/extracttest"
)

// Of a Word file everything that is deleted, hidden, a comment or a word of the program in a field nobody filled in is left out.
func TestDOCX_OnlyWhatIsShown(t *testing.T) {
	cell := func(s string) string { return "<w:tc><w:p><w:r><w:t>" + s + "</w:t></w:r></w:p></w:tc>" }
	d := extracttest.Read(t, "vertrag.docx", extracttest.DOCX(t,
		`<w:p><w:r><w:t>Die Miete beträgt </w:t></w:r><w:del w:id="1"><w:r><w:delText>700 €</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>750 €</w:t></w:r></w:ins><w:r><w:t> im Monat.</w:t></w:r><w:commentRangeStart w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>`+
			`<w:moveFrom w:id="3"><w:r><w:t>verschoben</w:t></w:r></w:moveFrom>`+
			`<w:tbl><w:tr>`+cell("Leistung")+cell("Preis")+`</w:tr><w:tr><w:trPr><w:del w:id="4"/></w:trPr>`+cell("Altpreis")+cell("10 €")+`</w:tr><w:tr><w:trPr><w:hidden/></w:trPr>`+cell("Intern")+cell("11 €")+`</w:tr><w:tr><w:trPr><w:ins w:id="5"/></w:trPr>`+cell("Neupreis")+cell("12 €")+`</w:tr></w:tbl>`+
			`<w:p><w:r><w:t>Ort: </w:t></w:r><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:rPr><w:rStyle w:val="Platzhaltertext"/></w:rPr><w:t>Klicken Sie hier, um Text einzugeben.</w:t></w:r></w:sdtContent></w:sdt></w:p>`+
			`<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:r><w:rPr><w:rStyle w:val="Platzhaltertext"/></w:rPr><w:t>Wählen Sie ein Element aus.</w:t></w:r></w:p></w:sdtContent></w:sdt>`+
			`<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/><w:dropDownList/></w:sdtPr><w:sdtContent><w:r><w:t>Haus Nord</w:t></w:r></w:sdtContent></w:sdt></w:p>`+
			`<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "x" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Hausordnung</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`))
	text := d.Text()
	for _, bad := range []string{"700", "verschoben", "Altpreis", "Intern", "Klicken", "Wählen"} {
		if strings.Contains(text, bad) {
			t.Errorf("%q is read", bad)
		}
	}
	for _, want := range []string{"Die Miete beträgt 750 € im Monat.", "Neupreis | 12 €", "Haus Nord", "Hausordnung", "Ort:"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing", want)
		}
	}
	if t.Failed() {
		t.Log(text)
	}
}

// presentation makes a PPTX of one slide with the parts that it refers to, given as type, name and content.
func presentation(t testing.TB, slide string, parts ...string) []byte {
	rels := ""
	files := []string{"[Content_Types].xml", "<Types/>",
		"ppt/presentation.xml", `<p:presentation xmlns:p="p" xmlns:r="r"><p:sldIdLst><p:sldId id="256" r:id="a"/></p:sldIdLst></p:presentation>`,
		"ppt/_rels/presentation.xml.rels", `<Relationships><Relationship Id="a" Type="x/slide" Target="slides/slide1.xml"/></Relationships>`,
		"ppt/slides/slide1.xml", `<p:sld xmlns:p="p" xmlns:a="a" xmlns:r="r" xmlns:c="c" xmlns:dgm="dgm"><p:cSld><p:spTree>` + slide + `</p:spTree></p:cSld></p:sld>`}
	for i := 0; i < len(parts); i += 3 {
		rels += `<Relationship Id="r` + string(rune('0'+i/3)) + `" Type="x/` + parts[i] + `" Target="../` + parts[i+1] + `"/>`
		files = append(files, "ppt/"+parts[i+1], parts[i+2])
	}
	return extracttest.Zip(t, append(files, "ppt/slides/_rels/slide1.xml.rels", `<Relationships>`+rels+`</Relationships>`)...)
}

func drawn(text string) string {
	return `<a:p><a:r><a:t>` + text + `</a:t></a:r></a:p>`
}

// Cells of a slide's table that cover others count for them.
func TestPPTX_MergedCells(t *testing.T) {
	tc := func(attributes, text string) string {
		return `<a:tc ` + attributes + `><a:txBody>` + drawn(text) + `</a:txBody></a:tc>`
	}
	d := extracttest.Read(t, "preise.pptx", presentation(t, `<p:graphicFrame><a:tbl><a:tblPr firstRow="1"/>`+
		`<a:tr>`+tc(`rowSpan="2"`, "Kurs")+tc(`gridSpan="2"`, "Preis")+tc(`hMerge="1"`, "")+`</a:tr>`+
		`<a:tr>`+tc(`vMerge="1"`, "")+tc("", "Mitglied")+tc("", "Gast")+`</a:tr>`+
		`<a:tr>`+tc("", "Yoga")+tc("", "8 €")+tc("", "12 €")+`</a:tr>`+
		`<a:tr>`+tc("", "Pilates")+tc("", "9 €")+tc("", "13 €")+`</a:tr></a:tbl></p:graphicFrame>`))
	extracttest.BlocksAre(t, d, "row:Yoga\t8 €\t12 €", "row:Pilates\t9 €\t13 €")
	if h := strings.Join(d.Blocks[0].Header, "|"); h != "Kurs|Preis Mitglied|Preis Gast" {
		t.Errorf("header %q", h)
	}
}

// The points of a diagram are read as they are joined, not as they were written; a chart as the table that it shows.
func TestPPTX_DiagramsAndCharts(t *testing.T) {
	point := func(id, kind, text string) string {
		return `<dgm:pt modelId="` + id + `" type="` + kind + `"><dgm:t>` + drawn(text) + `</dgm:t></dgm:pt>`
	}
	joined := func(from, to, order string) string {
		return `<dgm:cxn modelId="c` + to + `" srcId="` + from + `" destId="` + to + `" srcOrd="` + order + `"/>`
	}
	data := `<dgm:dataModel xmlns:dgm="dgm" xmlns:a="a"><dgm:ptLst><dgm:pt modelId="0" type="doc"/>` + point("3", "node", "Abholung") + point("1", "node", "Anfrage") + point("2", "node", "Angebot") + point("4", "node", "binnen zwei Tagen") +
		`<dgm:pt modelId="9" type="pres"><dgm:t>` + drawn("Vorlage") + `</dgm:t></dgm:pt></dgm:ptLst><dgm:cxnLst>` + joined("0", "1", "0") + joined("0", "2", "1") + joined("0", "3", "2") + joined("2", "4", "0") + `<dgm:cxn modelId="p" type="presOf" srcId="1" destId="9" srcOrd="0"/></dgm:cxnLst></dgm:dataModel>`
	cache := func(kind string, values ...string) string {
		out := `<c:` + kind + `>`
		for i, v := range values {
			out += `<c:pt idx="` + string(rune('0'+i)) + `"><c:v>` + v + `</c:v></c:pt>`
		}
		return out + `</c:` + kind + `>`
	}
	series := func(name string, values ...string) string {
		return `<c:ser><c:tx><c:strRef>` + cache("strCache", name) + `</c:strRef></c:tx><c:cat><c:strRef>` + cache("strCache", "Januar", "Februar") + `</c:strRef></c:cat><c:val><c:numRef>` + cache("numCache", values...) + `</c:numRef></c:val></c:ser>`
	}
	chart := `<c:chartSpace xmlns:c="c" xmlns:a="a"><c:chart><c:title><c:tx><c:rich>` + drawn("Besucher je Monat") + `</c:rich></c:tx></c:title><c:plotArea><c:barChart>` + series("Museum", "1200", "980.5") + series("Café", "300", "410") + `</c:barChart></c:plotArea></c:chart></c:chartSpace>`
	d := extracttest.Read(t, "ablauf.pptx", presentation(t, `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="4" name="x" hidden="1"/></p:nvGraphicFramePr><a:tbl><a:tr><a:tc><a:txBody>`+drawn("ausgeblendet")+`</a:txBody></a:tc><a:tc><a:txBody>`+drawn("versteckt")+`</a:txBody></a:tc></a:tr></a:tbl></p:graphicFrame>`,
		"diagramData", "diagrams/data1.xml", data, "chart", "charts/chart1.xml", chart))
	extracttest.BlocksAre(t, d, "item:Anfrage", "item:Angebot", "item:binnen zwei Tagen", "item:Abholung", "paragraph:Besucher je Monat", "row:Januar\t1200\t300", "row:Februar\t980.5\t410")
	if len(d.Blocks) > 6 && (d.Blocks[2].Level != 2 || strings.Join(d.Blocks[6].Header, "|") != "|Museum|Café") {
		t.Errorf("%+v", d.Blocks)
	}
}

// Numbers of a workbook are read as they are shown.
func TestXLSX_AsShown(t *testing.T) {
	formats := []string{`_-* #,##0.00\ "€"_-;\-* #,##0.00\ "€"_-`, `[$€-407]\ #,##0.00`, `[$-407]d/\ mmmm\ yyyy;@`, `[h]:mm`, `0.0%`, `0" Stück"`, `;;;`, `#,##0\ "€/Nacht"`, `dddd`, `ddd\ d/m/`, `#,##0.00_);[Red]\(#,##0.00\)`, `# ?/?`, `h:mm\ "Uhr"`, `"ab "0.00\ [$€-1]`}
	values := []string{"1234.5", "89.9", "46080", "1.5", "0.075", "12", "99", "120", "46080", "46080", "-5.5", "2.5", "0.75", "4.5"}
	want := []string{"1.234,50 €", "89,90 €", "27. Februar 2026", "36:00", "7,5 %", "12 Stück", "", "120 €/Nacht", "Freitag", "Fr 27.2.", "-5,50", "2,5", "18:00", "ab 4,50 €"}
	styles, cells := "", `<row r="1"><c r="A1" t="inlineStr"><is><t>Was für eine Zeile und nicht die andere</t></is></c><c r="B1" t="inlineStr"><is><t>Wert der Zelle</t></is></c></row>`
	xfs := ""
	for i, f := range formats {
		id := string(rune('0'+(i+1)/10)) + string(rune('0'+(i+1)%10))
		styles += `<numFmt numFmtId="2` + id + `" formatCode="` + strings.NewReplacer(`"`, "&quot;").Replace(f) + `"/>`
		xfs += `<xf numFmtId="2` + id + `"/>`
		row := string(rune('0'+(i+2)/10)) + string(rune('0'+(i+2)%10))
		cells += `<row r="` + row + `"><c r="A` + row + `" t="inlineStr"><is><t>Zeile ` + id + `</t></is></c><c r="B` + row + `" s="` + string(rune('0'+i/10)) + string(rune('0'+i%10)) + `"><f>A1*2</f><v>` + values[i] + `</v></c></row>`
	}
	d := extracttest.Read(t, "werte.xlsx", extracttest.Zip(t, "[Content_Types].xml", "<Types/>",
		"xl/workbook.xml", `<workbook xmlns:r="r"><sheets><sheet name="Blatt" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId4" Type="x/styles" Target="styles.xml"/><Relationship Id="rId5" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
		"xl/sharedStrings.xml", `<sst><si><t>Die Preise gelten für die Nacht und nicht für die Person, das ist für alle so</t></si></sst>`,
		"xl/styles.xml", `<styleSheet><numFmts>`+styles+`</numFmts><cellXfs>`+xfs+`</cellXfs></styleSheet>`,
		"xl/worksheets/sheet1.xml", `<worksheet><sheetData>`+cells+`</sheetData></worksheet>`))
	text := d.Text()
	for i, w := range want {
		id := string(rune('0'+(i+1)/10)) + string(rune('0'+(i+1)%10))
		line := strings.TrimRight("Zeile "+id+" | "+w, " |")
		if !strings.Contains("\n"+text+"\n", "\n"+line+"\n") {
			t.Errorf("format %q: want %q", formats[i], line)
		}
	}
	if t.Failed() {
		t.Log(text)
	}
}
