package office_test

import (
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/extract/extracttest"
)

// Word writes the numbers of paragraphs by itself; a table of contents says nothing that is not said below; a note
// stands where the text refers to it, and one that deleted text referred to nowhere.
func TestDOCXNumbersAndNotes(t *testing.T) {
	numbered := func(level, list, text string) string {
		return `<w:p><w:pPr><w:numPr><w:ilvl w:val="` + level + `"/><w:numId w:val="` + list + `"/></w:numPr></w:pPr><w:r><w:t>` + text + `</w:t></w:r></w:p>`
	}
	level := func(n, format, text, more string) string {
		return `<w:lvl w:ilvl="` + n + `">` + more + `<w:start w:val="1"/><w:numFmt w:val="` + format + `"/><w:lvlText w:val="` + text + `"/></w:lvl>`
	}
	reference := func(id string) string { return `<w:r><w:footnoteReference w:id="` + id + `"/></w:r>` }
	note := func(id, text string) string {
		return `<w:footnote w:id="` + id + `"><w:p><w:r><w:t>` + text + `</w:t></w:r></w:p></w:footnote>`
	}
	body := extracttest.Paragraph("Verzeichnis1", "§ 1 Miete 3") + extracttest.Paragraph("berschrift1", "Geltung") + extracttest.Paragraph("berschrift1", "Miete") +
		numbered("1", "1", "Es gelten Preise.") + numbered("2", "1", "am Tag;") + numbered("2", "1", "im Monat.") +
		`<w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr><w:del><w:r><w:delText>Gestrichen.</w:delText></w:r>` + reference("4") + `</w:del></w:p>` +
		`<w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Die Kaution kommt </w:t></w:r><w:ins><w:r><w:t>zurück.</w:t></w:r></w:ins>` + reference("3") + reference("3") + `</w:p>` +
		numbered("0", "2", "Punkt") + numbered("0", "3", "Neu gezählt") + numbered("0", "4", "Kein Muster") +
		`<w:p><w:r><w:t>Dabei: </w:t><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p>`
	d := extracttest.Read(t, "agb.docx", extracttest.Zip(t, "[Content_Types].xml", "<Types/>", "word/document.xml", `<w:document xmlns:w="w"><w:body>`+body+`</w:body></w:document>`,
		"word/_rels/document.xml.rels", strings.Replace(extracttest.WordRels, "</Relationships>", `<Relationship Id="r3" Type="http://x/numbering" Target="numbering.xml"/></Relationships>`, 1),
		"word/styles.xml", `<w:styles xmlns:w="w"><w:style w:styleId="berschrift1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="Verzeichnis1"><w:name w:val="toc 1"/></w:style></w:styles>`,
		"word/footnotes.xml", `<w:footnotes xmlns:w="w">`+note("3", "Binnen fünf Tagen.")+note("4", "Alte Fußnote.")+`</w:footnotes>`,
		"word/numbering.xml", `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="7">`+level("0", "decimal", "§ %1", `<w:pStyle w:val="berschrift1"/>`)+level("1", "decimal", "(%2)", "")+level("2", "lowerLetter", "%3)", "")+`</w:abstractNum>`+
			`<w:abstractNum w:abstractNumId="8">`+level("0", "bullet", "", "")+`</w:abstractNum><w:abstractNum w:abstractNumId="9">`+level("0", "upperRoman", "%1.", "")+`</w:abstractNum>`+
			`<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="9"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride></w:num></w:numbering>`))
	extracttest.BlocksAre(t, d, "heading:§ 1 Geltung", "heading:§ 2 Miete", "item:§ 2 (1) Es gelten Preise.", "item:§ 2 (1) a) am Tag;", "item:§ 2 (1) b) im Monat.",
		"item:§ 2 (2) Die Kaution kommt zurück. (Binnen fünf Tagen.)", "item:Punkt", "item:IV. Neu gezählt", "item:Kein Muster", "paragraph:Dabei: ✓")
}

// An empty paragraph of a list is counted as Word counts it, a list may write a level otherwise, and a level may write
// those above in figures. What a style of letters hides is not read.
func TestDOCXNumbersOfOwnLevelsAndHiddenLetters(t *testing.T) {
	numbered := func(level, list, runs string) string {
		return `<w:p><w:pPr><w:numPr><w:ilvl w:val="` + level + `"/><w:numId w:val="` + list + `"/></w:numPr></w:pPr>` + runs + `</w:p>`
	}
	run := func(text string) string { return `<w:r><w:t>` + text + `</w:t></w:r>` }
	secret := `<w:r><w:rPr><w:rStyle w:val="Leise"/></w:rPr><w:t>Einkauf 3 Euro</w:t></w:r>`
	body := numbered("0", "1", run("Satzung")) + numbered("1", "1", run("Zweck")) + numbered("1", "1", "") + numbered("1", "1", secret) + numbered("1", "1", run("Sitz")) +
		numbered("0", "2", run("Anlage")) +
		`<w:p>` + secret + run("Verkauf 5 Euro") + `<w:r><w:rPr><w:rStyle w:val="Leise"/><w:vanish w:val="0"/></w:rPr><w:t> netto</w:t></w:r></w:p>`
	d := extracttest.Read(t, "satzung.docx", extracttest.Zip(t, "[Content_Types].xml", "<Types/>", "word/document.xml", `<w:document xmlns:w="w"><w:body>`+body+`</w:body></w:document>`,
		"word/_rels/document.xml.rels", strings.Replace(extracttest.WordRels, "</Relationships>", `<Relationship Id="r3" Type="http://x/numbering" Target="numbering.xml"/></Relationships>`, 1),
		"word/styles.xml", `<w:styles xmlns:w="w"><w:style w:type="character" w:styleId="Leise"><w:name w:val="Leise"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>`,
		"word/footnotes.xml", `<w:footnotes xmlns:w="w"/>`,
		"word/numbering.xml", `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="Artikel %1"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>`+
			`<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="Anhang %1:"/></w:lvl></w:lvlOverride></w:num></w:numbering>`))
	extracttest.BlocksAre(t, d, "item:Artikel I Satzung", "item:1.1 Zweck", "item:1.3 Sitz", "item:Anhang A: Anlage", "paragraph:Verkauf 5 Euro netto")
}
