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
