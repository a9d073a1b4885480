package rtf_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/extract"
	"github.com/webchatagent/wca/internal/extract/document"
	"github.com/webchatagent/wca/internal/extract/extracttest"
	"github.com/webchatagent/wca/internal/extract/refusal"
	"github.com/webchatagent/wca/internal/extract/rtf"
)

// ofWord is written as Word does: styles, lists with their labels, a table with merged cells, a field, a footnote, tracked
// changes, a comment, hidden text, a picture, a header.
const ofWord = `{\rtf1\ansi\ansicpg1252\uc1\deff0{\fonttbl{\f0\froman\fcharset0\fprq2{\*\panose 02020603050405020304}Times New Roman;}{\f3\froman\fcharset2 Symbol;}{\f40\fcharset204 Arial Cyr;}}
{\colortbl;\red0\green0\blue0;}{\stylesheet{\ql\li0 \snext0 Normal;}{\s1\outlinelevel0\b\fs32 \sbasedon0 \snext0 heading 1;}{\s2\b \u220\'dcberschrift 2;}{\s19 toc 1;}{\s30\v Intern;}{\*\cs10 \additive Default Paragraph Font;}}
{\*\listtable{\list{\listlevel{\leveltext\'02\'00.;}}}}{\info{\title Stra\'dfenfest Hinweise}{\author Erika Muster}{\creatim\yr2027}{\*\company Muster GmbH}}
{\header \pard\plain Verein Lindenplatz, Tel. 040 123456\par}{\*\generator Word}
\sectd\pard\plain\s1\f0\fs32\b Ablauf des Festes\par\pard\plain\s19 Ablauf 1\par
\pard\plain\f0\fs24 Das Fest beginnt um {\b 14\~Uhr}, der Eintritt ist frei.{\footnote \pard\plain {\super\chftn} Au\'dfer f\'fcr das Konzert.} Gr\u246?\u223?e: 300\u8239\'a0m{\super 2}. \u55357?\u56832?\par
\pard\s2 Anfahrt\par\pard\plain Mit der {\f40\'cc\'e5\'f2\'f0\'ee}, {\field{\*\fldinst HYPERLINK "http://x.example"}{\fldrslt Linie 3}}.\line Parken ist {\deleted nicht }m\'f6glich.{\*\annotation Geheimnotiz}{\v versteckt}\par
\pard\s30 Nur intern\par
{\pard {\listtext\pard\plain\f3 \'b7\tab}\ls1\ilvl0 Getr\'e4nke\par}{\pard {\listtext 1.\tab}\ls2\ilvl0 Kuchen\par}{\*\shppict{\pict\pngblip 89504e47}}
\trowd\trhdr\cellx2000\cellx4000\cellx6000\pard\intbl Stand\cell Samstag\cell Sonntag\cell\row
\trowd\clvmgf\cellx2000\cellx4000\cellx6000\pard\intbl Kuchen\cell 10\endash 16\cell 11\endash 15\cell\row
\trowd\clvmrg\cellx2000\cellx6010\pard\intbl\cell auf Wunsch l\'e4nger\par und mehr\cell\row
\pard Danke.\par{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt \pard Im Kasten\par}}{\shprslt{Im Kasten}}}\pard\par}
`

func TestRTF(t *testing.T) {
	d := extracttest.Read(t, "fest.rtf", []byte(ofWord))
	extracttest.BlocksAre(t, d, "heading:Ablauf des Festes", "paragraph:Das Fest beginnt um 14 Uhr, der Eintritt ist frei. Größe: 300 m². 😀 (Außer für das Konzert.)", "heading:Anfahrt",
		"paragraph:Mit der Метро, Linie 3.\nParken ist möglich.", "item:Getränke", "item:1. Kuchen", "row:Kuchen\t10–16\t11–15", "row:Kuchen\tauf Wunsch länger und mehr", "paragraph:Danke.", "paragraph:Im Kasten",
		"paragraph:Verein Lindenplatz, Tel. 040 123456")
	if d.Title != "Straßenfest Hinweise" || d.Language != "de" || d.Blocks[0].Level != 1 || d.Blocks[2].Level != 2 || !slices.Equal(d.Blocks[6].Header, []string{"Stand", "Samstag", "Sonntag"}) {
		t.Errorf("title %q, language %q, %+v", d.Title, d.Language, d.Blocks)
	}
	if text := d.Text(); strings.Contains(text, "nicht") || strings.Contains(text, "Geheim") || strings.Contains(text, "versteckt") || strings.Contains(text, "Erika") || strings.Contains(text, "intern") {
		t.Error(text)
	}
}

// A file without styles, as simple programs write it: bold lines are its headings, and a text file's name does not matter.
func TestRTF_WithoutStyles(t *testing.T) {
	d := extracttest.Read(t, "alt.doc", []byte(`{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fnil\fcharset0 Calibri;}}\viewkind4\uc1\pard\f0\fs32\b Preisliste\b0\fs22\par
Alle Preise gelten ab Januar und verstehen sich inklusive Mehrwertsteuer.\par\b\'d6ffnungszeiten\b0\par
Mo - Fr\tab 9 bis 18 Uhr\par{\pntext\f0 1)\tab}Farbe: \{rot\} \\ blau\par}`+"\x00"))
	extracttest.BlocksAre(t, d, "heading:Preisliste", "paragraph:Alle Preise gelten ab Januar und verstehen sich inklusive Mehrwertsteuer.", "heading:Öffnungszeiten", "paragraph:Mo - Fr\t9 bis 18 Uhr", "item:1) Farbe: {rot} \\ blau")
	if d.Blocks[0].Level != 1 || d.Blocks[2].Level != 2 || d.Title != "Preisliste" {
		t.Errorf("%q, %+v", d.Title, d.Blocks)
	}
}

func TestRTF_HostileFiles(t *testing.T) {
	e := extracttest.New(t)
	for name, c := range map[string]struct{ body, code string }{
		"deep":            {`{\rtf1 ` + strings.Repeat("{", 1_000_000), refusal.CodeHostile},
		"cut":             {`{\rtf1\ansi Hallo {\b Welt`, refusal.CodeDamaged},
		"empty":           {`{\rtf1\ansi\par}`, refusal.CodeEmpty},
		"only a picture":  {`{\rtf1{\pict\bin999999999 abc}}`, refusal.CodeDamaged},
		"no picture":      {`{\rtf1{\pict\bin3 }}}}}`, refusal.CodeEmpty},
		"million fonts":   {`{\rtf1{\fonttbl` + strings.Repeat(`{\f1\fcharset2 a;}`, 200_000) + `}}`, refusal.CodeEmpty},
		"million columns": {`{\rtf1` + strings.Repeat(`\trowd`+strings.Repeat(`\cellx9`, 1000)+strings.Repeat(`\cell`, 1000)+`\row`, 300) + `}`, refusal.CodeEmpty},
	} {
		began := time.Now()
		if x := extracttest.Refused(t, e, "a.rtf", []byte(c.body)); x.Code != c.code {
			t.Errorf("%s: code %q, want %q", name, x.Code, c.code)
		}
		if took := time.Since(began); took > 20*time.Second {
			t.Errorf("%s: took %v", name, took)
		}
	}
	if x := extracttest.RefusalOf(t, extract.Input{Name: "a.rtf", Body: []byte("Hallo Welt")}); x.Code != refusal.CodeUnsupported {
		t.Errorf("text named RTF: %q", x.Code)
	}
	// A group that goes on to the end of a long file is not kept more than once.
	if d, err := rtf.Read([]byte(`{\rtf1 ` + strings.Repeat(`\u228\'e4 a`, 5_000_000) + `\par}`)); err != nil || len(d.Blocks) != 1 || len(d.Blocks[0].Text) > document.MaxText+100 {
		t.Errorf("%d blocks, %v", len(d.Blocks), err)
	}
}

func FuzzRTF(f *testing.F) {
	f.Add([]byte(ofWord))
	f.Add([]byte(`{\rtf1\ansi\ansicpg932{\fonttbl{\f1\fcharset128 M;}}\f1\'83\'65\u-3913?\uc0\u55357\plain\trowd\clmgf\cellx5\clmrg\cellx-9\intbl a\nestcell b\nestrow\cell\row\bin3 }}}\par}`))
	f.Fuzz(func(t *testing.T, body []byte) {
		d, err := rtf.Read(body)
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
