// Package extracttest reads files in tests as the program does, and makes office files for them.
package extracttest

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"go.uber.org/goleak"

	"github.com/webchatagent/wca/internal/extract"
	"github.com/webchatagent/wca/internal/extract/document"
	"github.com/webchatagent/wca/internal/extract/refusal"
)

// Main runs tests, some of which need this program as the child that reads PDF and office files.
func Main(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == "extract-child" {
		if err := extract.ServeChild(os.Stdin, os.Stdout); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	goleak.VerifyTestMain(m)
}

// RefusalOf gives why a file that needs no child gives no document.
func RefusalOf(t *testing.T, in extract.Input) *refusal.Error {
	t.Helper()
	return refusedBy(t, New(t), in)
}

// UTF16 writes text of the basic plane as UTF-16, little end first.
func UTF16(s string) string {
	var out []byte
	for _, r := range s {
		out = append(out, byte(r), byte(r>>8))
	}
	return string(out)
}

// New gives an Extractor for tests of files that are read by the child. Compiling
// the PDF reader takes seconds, so its cache outlives the test.
func New(t *testing.T) *extract.Extractor {
	t.Helper()
	e := extract.New(extract.Options{CacheDir: filepath.Join(os.TempDir(), "wca-test-cache")})
	t.Cleanup(func() {
		if err := e.Close(); err != nil {
			t.Error(err)
		}
	})
	return e
}

// Read gives what a file says.
func Read(t *testing.T, name string, body []byte) document.Document {
	t.Helper()
	d, err := New(t).Extract(t.Context(), extract.Input{Name: name, Body: body})
	if err != nil {
		t.Fatalf("extracting %s: %v", name, err)
	}
	return d
}

// Refused gives why a file gives no document.
func Refused(t *testing.T, e *extract.Extractor, name string, body []byte) *refusal.Error {
	t.Helper()
	return refusedBy(t, e, extract.Input{Name: name, Body: body})
}

func refusedBy(t *testing.T, e *extract.Extractor, in extract.Input) *refusal.Error {
	t.Helper()
	d, err := e.Extract(t.Context(), in)
	var x *refusal.Error
	if !errors.As(err, &x) {
		t.Fatalf("%s: want a refusal, got %v and %q", in.Name, err, d.Text())
	}
	if x.Message == "" || !Told(x) {
		t.Errorf("%s: refusal %q lacks a sentence in both languages", in.Name, x.Code)
	}
	return x
}

// BlocksAre compares kinds and texts: "heading:Text".
func BlocksAre(t *testing.T, d document.Document, want ...string) {
	t.Helper()
	for i := range max(len(want), len(d.Blocks)) {
		got := "nothing"
		if i < len(d.Blocks) {
			got = string(d.Blocks[i].Kind) + ":" + d.Blocks[i].Text
		}
		if i >= len(want) {
			t.Errorf("block %d: %q too much", i, got)
		} else if got != want[i] {
			t.Errorf("block %d: %q, want %q", i, got, want[i])
		}
	}
}

// File gives what a file says whose format is text.
func File(t *testing.T, name, body string) document.Document {
	t.Helper()
	return Read(t, name, []byte(body))
}

// Zip packs parts given as name and content.
func Zip(t testing.TB, parts ...string) []byte {
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
	// WordRels name the parts of a DOCX that DOCX makes beside its text.
	WordRels = `<Relationships><Relationship Id="r1" Type="http://x/styles" Target="styles.xml"/><Relationship Id="r2" Type="http://x/footnotes" Target="footnotes.xml"/></Relationships>`
	styles   = `<w:styles xmlns:w="w"><w:style w:styleId="Titel"><w:name w:val="Title"/></w:style><w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
		<w:style w:styleId="Eigene"><w:name w:val="Mein Stil"/><w:basedOn w:val="berschrift1"/></w:style><w:style w:styleId="Platzhaltertext"><w:name w:val="Placeholder Text"/></w:style><w:style w:styleId="Geheim"><w:name w:val="Geheim"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>`
)

// DOCX makes a DOCX of the elements in its body.
func DOCX(t testing.TB, body string) []byte {
	return Zip(t, "[Content_Types].xml", "<Types/>", "word/document.xml", `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>`+body+`</w:body></w:document>`,
		"word/_rels/document.xml.rels", WordRels, "word/styles.xml", styles,
		"word/footnotes.xml", `<w:footnotes xmlns:w="w"><w:footnote w:type="separator"><w:p><w:r><w:t>Strich</w:t></w:r></w:p></w:footnote><w:footnote><w:p><w:r><w:t>Eine Fußnote.</w:t></w:r></w:p></w:footnote></w:footnotes>`,
		"word/header1.xml", `<w:hdr xmlns:w="w"><w:p><w:r><w:t>Radhaus, Tel. 040 123456</w:t></w:r></w:p><w:p><w:r><w:t>Briefkopf</w:t></w:r></w:p></w:hdr>`,
		"docProps/core.xml", `<cp:coreProperties xmlns:dc="dc"><dc:title>Microsoft Word - brief.doc</dc:title><dc:language>de-DE</dc:language></cp:coreProperties>`)
}

// Paragraph is an element of a DOCX: a text in a style.
func Paragraph(style, text string) string {
	return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr><w:r><w:t xml:space="preserve">` + text + `</w:t></w:r></w:p>`
}

// Fuzz reads any bytes as one format: an *Error or a sound document must come of
// it, without a panic.
func Fuzz(f *testing.F, name string, seeds ...string) {
	for _, s := range seeds {
		f.Add([]byte(s))
	}
	e := extract.New(extract.Options{})
	f.Fuzz(func(t *testing.T, body []byte) {
		d, err := e.Extract(context.Background(), extract.Input{Name: name, URL: "https://a.example/b/", Body: body})
		if err != nil {
			var x *refusal.Error
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

// Told says whether an Error has a sentence in both languages.
func Told(e *refusal.Error) bool {
	german := refusal.German(e.Code, e.Said)
	return len(e.Said) > 0 && german != "" && german != e.Message && !strings.Contains(german, "%!") && !strings.Contains(e.Message, "%!")
}
