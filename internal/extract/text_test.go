package extract

import (
	"context"
	"slices"
	"strings"
	"testing"
)

func file(t *testing.T, name, body string) Document {
	t.Helper()
	d, err := New(Options{}).Extract(context.Background(), Input{Name: name, Body: []byte(body)})
	if err != nil {
		t.Fatalf("extracting %s: %v", name, err)
	}
	return d
}

func TestLinesOfAnAddressInMarkdownStayLines(t *testing.T) {
	d := file(t, "kontakt.md", "# Kontakt\n\nTischlerei Ahorn\nGartenweg 3\n01067 Dresden\nTelefon 0351 5550123\n\nWir beraten Sie gern\nund kommen auf Wunsch\nauch zu Ihnen.\n")
	var texts []string
	for _, b := range d.Blocks {
		texts = append(texts, b.Text)
	}
	want := []string{"Kontakt", "Tischlerei Ahorn\nGartenweg 3\n01067 Dresden\nTelefon 0351 5550123", "Wir beraten Sie gern und kommen auf Wunsch auch zu Ihnen."}
	if !slices.Equal(texts, want) {
		t.Errorf("got %q, want %q", texts, want)
	}
}

// A note is read at the end of the section that refers to it, and its sign is no text.
func TestNotesInMarkdownStandInTheSectionThatRefersToThem(t *testing.T) {
	d := file(t, "a.md", "# Gesetz\n\n## § 1 Rücktritt\n\n[^a_1]\n\nDer Käufer kann zurücktreten.[^b]\n\n| Frist |\n|--|\n| zwei Wochen[^c] |\n\n## § 2 Haftung\n\n"+
		"Der Verkäufer haftet [^ohne].\n\n[^a_1]:     **Amtlicher Hinweis:** Diese Vorschrift\n    setzt eine Richtlinie um.\n[^b]: Erster Absatz.\n\n    Zweiter Absatz.\n[^c]: Ab Zugang.\n[^d]: Niemand verweist darauf.\n")
	var got []string
	for _, b := range d.Blocks {
		got = append(got, b.Text)
	}
	want := []string{"Gesetz", "§ 1 Rücktritt", "Der Käufer kann zurücktreten.", "zwei Wochen",
		"Amtlicher Hinweis: Diese Vorschrift setzt eine Richtlinie um.", "Erster Absatz.", "Zweiter Absatz.", "Ab Zugang.", "§ 2 Haftung", "Der Verkäufer haftet [^ohne]."}
	if !slices.Equal(got, want) {
		t.Errorf("read %q, want %q", got, want)
	}
}

func TestMarkdown(t *testing.T) {
	d := file(t, "lieferung.md", "---\ntitle: Lieferung\nlang: de\n---\n# Lieferung & Versand\n\nWir liefern **schnell**,\nmeist [am Tag](https://a.example) danach.\n\n"+
		"## Kosten\n\n| Land | Preis |\n|---|---|\n| Deutschland | 4,90 € |\n\n- eins\n  - zwei\n1. drei\n\n```sh\nwca serve\n```\n\n![Bild](x.png)\n\n<details><summary>Frage?</summary>Antwort.</details>\n")
	if d.Title != "Lieferung" || d.Language != "de" {
		t.Errorf("title %q, language %q", d.Title, d.Language)
	}
	want := []Block{
		{Kind: KindHeading, Level: 1, Text: "Lieferung & Versand", Anchor: "lieferung--versand"},
		{Kind: KindParagraph, Text: "Wir liefern schnell, meist am Tag danach."},
		{Kind: KindHeading, Level: 2, Text: "Kosten", Anchor: "kosten"},
		{Kind: KindRow, Text: "Deutschland\t4,90 €", Header: []string{"Land", "Preis"}},
		{Kind: KindItem, Level: 1, Text: "eins"},
		{Kind: KindItem, Level: 2, Text: "zwei"},
		{Kind: KindItem, Level: 1, Text: "drei"},
		{Kind: KindCode, Text: "wca serve"},
		{Kind: KindHeading, Level: 2, Text: "Frage?"},
		{Kind: KindParagraph, Text: "Antwort."},
	}
	if len(d.Blocks) != len(want) {
		t.Fatalf("%d blocks: %+v", len(d.Blocks), d.Blocks)
	}
	for i, w := range want {
		g := d.Blocks[i]
		if g.Kind != w.Kind || g.Level != w.Level || g.Text != w.Text || !slices.Equal(g.Header, w.Header) || w.Anchor != "" && g.Anchor != w.Anchor {
			t.Errorf("block %d: got %+v, want %+v", i, g, w)
		}
	}
}

func TestPlainText(t *testing.T) {
	d := file(t, "a.txt", "Anfahrt\r\n=======\r\n\r\nMit dem Bus\r\nbis zum Markt.\r\n\r\n- zu Fuß\r\n- mit dem Rad\r\n\r\nPARKEN\r\n\r\nIm Hof.\r\n")
	var got []string
	for _, b := range d.Blocks {
		got = append(got, string(b.Kind)+":"+b.Text)
	}
	want := []string{"heading:Anfahrt", "paragraph:Mit dem Bus\nbis zum Markt.", "item:zu Fuß", "item:mit dem Rad", "heading:PARKEN", "paragraph:Im Hof."}
	if d.Title != "Anfahrt" || !slices.Equal(got, want) {
		t.Errorf("title %q, blocks %q", d.Title, got)
	}
}

func TestCSV(t *testing.T) {
	for name, body := range map[string]string{
		"comma": "Artikel,Preis,Menge\n\"Schlauch, 28 Zoll\",\"7,90\",3\n",
		"excel": "sep=;\r\nArtikel;Preis;Menge\r\nSchlauch, 28 Zoll;7,90;3\r\n",
		"tabs":  "Artikel\tPreis\tMenge\nSchlauch, 28 Zoll\t7,90\t3\n",
	} {
		d := file(t, "preise.csv", body)
		if len(d.Blocks) != 1 || d.Blocks[0].Text != "Schlauch, 28 Zoll\t7,90\t3" || !slices.Equal(d.Blocks[0].Header, []string{"Artikel", "Preis", "Menge"}) {
			t.Errorf("%s: %+v", name, d.Blocks)
		}
	}
	d := file(t, "zahlen.csv", "1,2\n3,4\n")
	if len(d.Blocks) != 2 || d.Blocks[0].Header != nil {
		t.Errorf("numbers: %+v", d.Blocks)
	}
}

// A program is no table, and a line of text whose words happen to stand above columns names none.
func TestProgramsAreNoTables(t *testing.T) {
	d := file(t, "f.txt", "def f(x):\n    a = 1          # eins\n    bcd = 2        # zwei\n    return bcd     # drei\n\nDie drei Masse\nBoot     5,20 m\nMast     6,10 m\nRuder    1,20 m\n")
	for _, b := range d.Blocks {
		if b.Header != nil || b.Kind == KindRow && strings.Contains(b.Text, "#") {
			t.Errorf("%+v", b)
		}
	}
}

// A cell that many lines go on is cut into several: adding each to all before takes time that grows with the square.
func TestCellsOfPlainTextEnd(t *testing.T) {
	d := file(t, "a.txt", "Anker    Stahl,\nBoot     Holz,\n"+strings.Repeat("         Eisen,\n", 2000))
	for _, b := range d.Blocks {
		if len(b.Text) > longestCell+maxTableLine {
			t.Fatalf("a row has %d bytes", len(b.Text))
		}
	}
	if text := d.Text(); strings.Count(text, "Eisen") != 2000 {
		t.Errorf("%d lines are read", strings.Count(text, "Eisen"))
	}
}

// A first row whose values return below names no columns, and a column without a name has none.
func TestCSVWithoutNames(t *testing.T) {
	for body, want := range map[string][]string{
		"Anna Lind,Hamburg,Trainerin\nBert Meier,Bremen,Trainer\nCarla Kern,Hamburg,Leitung\nDora Ast,Hamburg,Kasse\n": nil,
		"Name,Ort,Aufgabe\nBert Meier,Bremen,Trainer\nName,Ort,Aufgabe\nCarla Kern,Kiel,Leitung\nName,Ort,Aufgabe\n":   {"Name", "Ort", "Aufgabe"},
		"Frage,Ja,Nein\nHunde,Ja,\nKatzen,,Nein\nVögel,Ja,\n":                                                          {"Frage", "Ja", "Nein"},
		"Raum,Name,,Ort\n,Anna,Leitung,Kiel\nKüche,Carla,Koch,Bremen\n":                                                {"Raum", "Name", "", "Ort"},
	} {
		d := file(t, "team.csv", body)
		if last := d.Blocks[len(d.Blocks)-1]; !slices.Equal(last.Header, want) || want == nil && len(d.Blocks) != 4 {
			t.Errorf("%q: names %q, %d blocks", body, last.Header, len(d.Blocks))
		}
	}
}

func TestJSON(t *testing.T) {
	d := file(t, "a.json", `{"title":"Filialen","hinweis":"Bitte vorher anrufen","orte":[{"stadt":"Kiel","tel":"0431 1"},{"stadt":"Lübeck","tel":null}],"tags":["a","b"]}`)
	want := "title: Filialen\n\nhinweis: Bitte vorher anrufen\n\norte\nstadt | tel\nKiel | 0431 1\nLübeck\ntags:\n- a\n- b"
	if d.Title != "Filialen" || d.Text() != want {
		t.Errorf("title %q, text %q", d.Title, d.Text())
	}
	d = file(t, "a.jsonl", "{\"frage\":\"Wann?\"}\n{\"frage\":\"Wo?\"}\n")
	if d.Text() != "frage: Wann?\n\nfrage: Wo?" {
		t.Errorf("lines: %q", d.Text())
	}
}

func TestXML_FeedAndPicture(t *testing.T) {
	d := file(t, "feed.xml", `<?xml version="1.0" encoding="iso-8859-1"?><rss><channel><title>Neues</title><item><description>Gr`+"\xfc"+`n</description></item></channel></rss>`)
	if d.Title != "Neues" || d.Text() != "Neues\n\nGrün" {
		t.Errorf("title %q, text %q", d.Title, d.Text())
	}
}

func TestRefusals(t *testing.T) {
	for name, c := range map[string]struct {
		in   Input
		code string
	}{
		"empty file":              {Input{Name: "a.pdf"}, CodeEmpty},
		"spaces":                  {Input{Name: "a.txt", Body: []byte(" \n\t ")}, CodeEmpty},
		"page without text":       {Input{Name: "a.html", Body: []byte(`<html><body><div id="root"></div></body></html>`)}, CodeEmpty},
		"page that scripts fill":  {Input{Name: "a.html", Body: []byte(`<html><body><div id="root"></div><script>x()</script></body></html>`)}, CodeScripts},
		"EXE named PDF U03":       {Input{Name: "a.pdf", ContentType: "application/pdf", Body: []byte("MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff")}, CodeUnsupported},
		"HTML named PDF U03":      {Input{Name: "a.pdf", Body: []byte("<html><body><p>Hallo</p></body></html>")}, CodeUnsupported},
		"HTML declared PDF U03":   {Input{Name: "a", ContentType: "application/pdf", Body: []byte("<html><body><p>Hallo</p></body></html>")}, CodeUnsupported},
		"text named DOCX":         {Input{Name: "a.docx", Body: []byte("Hallo Welt")}, CodeUnsupported},
		"mail":                    {Input{Name: "brief.eml", Body: []byte("Subject: Preise\n\nHund 28 Euro.\n\n> Hund 25 Euro?")}, CodeUnsupported},
		"mail without a name":     {Input{Body: []byte("Return-Path: <a@b.example>\nSubject: Preise\nMIME-Version: 1.0\n\nHund 28 Euro.")}, CodeUnsupported},
		"picture":                 {Input{Name: "a.txt", Body: []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")}, CodeUnsupported},
		"old Word":                {Input{Name: "a.doc", Body: []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 Word")}, CodeUnsupported},
		"encrypted Word":          {Input{Name: "a.docx", Body: []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + wide("EncryptedPackage"))}, CodeEncrypted},
		"external entity U08":     {Input{Name: "a.svg", Body: []byte(`<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>`)}, CodeHostile},
		"external DTD U08":        {Input{Name: "a.xml", Body: []byte(`<?xml version="1.0"?><!DOCTYPE x SYSTEM "http://127.0.0.1/x.dtd"><x>a</x>`)}, CodeHostile},
		"billion laughs U08":      {Input{Name: "a.xml", Body: []byte(`<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><l>&b;</l>`)}, CodeHostile},
		"XML 5M deep U08":         {Input{Name: "a.xml", Body: []byte("<?xml version='1.0'?>" + strings.Repeat("<a>", 2_000_000))}, CodeHostile},
		"JSON 5M deep U08":        {Input{Name: "a.json", Body: []byte(strings.Repeat("[", 5_000_000))}, CodeHostile},
		"Markdown quotes deep":    {Input{Name: "a.md", Body: []byte(strings.Repeat(">", 100_000) + "a")}, CodeHostile},
		"too much text":           {Input{Name: "a.txt", Body: []byte(strings.Repeat("a ", 6<<20))}, CodeTooLarge},
		"far too much":            {Input{Name: "a.pdf", Body: []byte("%PDF-" + strings.Repeat(" ", 51<<20))}, CodeTooLarge},
		"truncated office":        {Input{Name: "a.docx", Body: []byte("PK\x03\x04 and nothing more")}, CodeDamaged},
		"program without a claim": {Input{Name: "a", Body: []byte("\x7fELF\x02\x01\x01\x00\x00\x00")}, CodeUnsupported},
	} {
		if e := refusalOf(t, c.in); e.Code != c.code {
			t.Errorf("%s: code %q, want %q (%s)", name, e.Code, c.code, e.Message)
		}
	}
}

func TestContentDecidesBeforeNameAndHeader(t *testing.T) {
	d, err := New(Options{}).Extract(context.Background(), Input{Name: "page.txt", ContentType: "text/plain", Body: []byte("<!DOCTYPE html><html><body><p>Hallo</p></body></html>")})
	if err != nil || d.Text() != "Hallo" {
		t.Errorf("%q, %v", d.Text(), err)
	}
}

// Ã is a letter of Portuguese, and stands before marks, too; the same signs come of what was encoded twice.
func TestLettersBeforeMarksAreNotEncodedTwice(t *testing.T) {
	for said, want := range map[string]string{
		"“AMANH\u00c3\u201d":        "“AMANH\u00c3\u201d",
		"„AMANH\u00c3\u201c, disse": "„AMANH\u00c3\u201c, disse",
		"AMANHÃ… E DEPOIS":          "AMANHÃ… E DEPOIS",
		"Ã–ffnungszeiten":           "Öffnungszeiten",
		"GRÃ–ÃŸE, geÃ¶ffnet":        "GRÖßE, geöffnet",
		"CAFÃ‰ à la carte, dÃ©jà":   "CAFÉ à la carte, déjà",
		"„Straßenüberführung groß“": "„Straßenüberführung groß“",
	} {
		if got := decodeText([]byte(said), ""); got != want {
			t.Errorf("%q is read as %q, want %q", said, got, want)
		}
	}
}

// Columns of text stand below each other: they are rows, and what has no first cell goes with the row above.
func TestPlainTables(t *testing.T) {
	d := file(t, "guide.txt", strings.Join([]string{
		"1. UNITS", "--------",
		"   Size           Holds roughly               Ground floor   Upper floor",
		"   ------------   -------------------------   ------------   -----------",
		"   Locker 10      15 boxes                      £19.00         £16.00",
		"   Container 20ft four-bedroom house (outdoor)  £168.00        –", "",
		"Reception   Mon–Fri   08:30 – 17:45", "            Sat       09:00 – 14:00", "Step 1      Ring us, or come to the desk; we hold", "            a unit for nine days.", "",
		"Small box     £1.95      Wardrobe box  £9.40", "Large box     £2.85      Mattress bag  £6.25", "Tape          £1.70      Blanket       £7.50", "",
		"A replacement fob costs £16.50. Forgetting your PIN three times locks the", "gate code for 30 minutes. Children under 14 must be accompanied at all",
		"times. Ask us about a long-", "term contract.", "", "Old Tannery Estate", "Fernleigh",
	}, "\n"))
	blocksAre(t, d, "heading:1. UNITS", "row:Locker 10\t15 boxes\t£19.00\t£16.00", "row:Container 20ft\tfour-bedroom house (outdoor)\t£168.00\t–",
		"row:Reception\tMon–Fri 08:30 – 17:45", "row:Reception\tSat 09:00 – 14:00", "row:Step 1\tRing us, or come to the desk; we hold a unit for nine days.",
		"row:Small box\t£1.95", "row:Wardrobe box\t£9.40", "row:Large box\t£2.85", "row:Mattress bag\t£6.25", "row:Tape\t£1.70", "row:Blanket\t£7.50",
		"paragraph:A replacement fob costs £16.50. Forgetting your PIN three times locks the gate code for 30 minutes. Children under 14 must be accompanied at all times. Ask us about a long-\nterm contract.",
		"paragraph:Old Tannery Estate\nFernleigh")
	if want := []string{"Size", "Holds roughly", "Ground floor", "Upper floor"}; !slices.Equal(d.Blocks[1].Header, want) || len(d.Blocks[3].Header) > 0 {
		t.Errorf("headers %q and %q", d.Blocks[1].Header, d.Blocks[3].Header)
	}
}
