package plain_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/extract/document"
	"github.com/webchatagent/wca/internal/extract/extracttest"
)

func TestPlainText(t *testing.T) {
	d := extracttest.File(t, "a.txt", "Anfahrt\r\n=======\r\n\r\nMit dem Bus\r\nbis zum Markt.\r\n\r\n- zu Fuß\r\n- mit dem Rad\r\n\r\nPARKEN\r\n\r\nIm Hof.\r\n")
	var got []string
	for _, b := range d.Blocks {
		got = append(got, string(b.Kind)+":"+b.Text)
	}
	want := []string{"heading:Anfahrt", "paragraph:Mit dem Bus\nbis zum Markt.", "item:zu Fuß", "item:mit dem Rad", "heading:PARKEN", "paragraph:Im Hof."}
	if d.Title != "Anfahrt" || !slices.Equal(got, want) {
		t.Errorf("title %q, blocks %q", d.Title, got)
	}
}

// A program is no table, and a line of text whose words happen to stand above columns names none.
func TestProgramsAreNoTables(t *testing.T) {
	d := extracttest.File(t, "f.txt", "def f(x):\n    a = 1          # eins\n    bcd = 2        # zwei\n    return bcd     # drei\n\nDie drei Masse\nBoot     5,20 m\nMast     6,10 m\nRuder    1,20 m\n")
	for _, b := range d.Blocks {
		if b.Header != nil || b.Kind == document.KindRow && strings.Contains(b.Text, "#") {
			t.Errorf("%+v", b)
		}
	}
}

func TestJSON(t *testing.T) {
	d := extracttest.File(t, "a.json", `{"title":"Filialen","hinweis":"Bitte vorher anrufen","orte":[{"stadt":"Kiel","tel":"0431 1"},{"stadt":"Lübeck","tel":null}],"tags":["a","b"]}`)
	want := "title: Filialen\n\nhinweis: Bitte vorher anrufen\n\norte\nstadt | tel\nKiel | 0431 1\nLübeck\ntags:\n- a\n- b"
	if d.Title != "Filialen" || d.Text() != want {
		t.Errorf("title %q, text %q", d.Title, d.Text())
	}
	d = extracttest.File(t, "a.jsonl", "{\"frage\":\"Wann?\"}\n{\"frage\":\"Wo?\"}\n")
	if d.Text() != "frage: Wann?\n\nfrage: Wo?" {
		t.Errorf("lines: %q", d.Text())
	}
}

func TestXML_FeedAndPicture(t *testing.T) {
	d := extracttest.File(t, "feed.xml", `<?xml version="1.0" encoding="iso-8859-1"?><rss><channel><title>Neues</title><item><description>Gr`+"\xfc"+`n</description></item></channel></rss>`)
	if d.Title != "Neues" || d.Text() != "Neues\n\nGrün" {
		t.Errorf("title %q, text %q", d.Title, d.Text())
	}
}

// Columns of text stand below each other: they are rows, and what has no first cell goes with the row above.
func TestPlainTables(t *testing.T) {
	d := extracttest.File(t, "guide.txt", strings.Join([]string{
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
	extracttest.BlocksAre(t, d, "heading:1. UNITS", "row:Locker 10\t15 boxes\t£19.00\t£16.00", "row:Container 20ft\tfour-bedroom house (outdoor)\t£168.00\t–",
		"row:Reception\tMon–Fri 08:30 – 17:45", "row:Reception\tSat 09:00 – 14:00", "row:Step 1\tRing us, or come to the desk; we hold a unit for nine days.",
		"row:Small box\t£1.95", "row:Wardrobe box\t£9.40", "row:Large box\t£2.85", "row:Mattress bag\t£6.25", "row:Tape\t£1.70", "row:Blanket\t£7.50",
		"paragraph:A replacement fob costs £16.50. Forgetting your PIN three times locks the gate code for 30 minutes. Children under 14 must be accompanied at all times. Ask us about a long-\nterm contract.",
		"paragraph:Old Tannery Estate\nFernleigh")
	if want := []string{"Size", "Holds roughly", "Ground floor", "Upper floor"}; !slices.Equal(d.Blocks[1].Header, want) || len(d.Blocks[3].Header) > 0 {
		t.Errorf("headers %q and %q", d.Blocks[1].Header, d.Blocks[3].Header)
	}
}
