package plain_test

import (
	"testing"

	"github.com/webchatagent/wca/internal/extract/extracttest"
)

func FuzzMarkdown(f *testing.F) {
	extracttest.Fuzz(f, "a.md", "# a\n\n- b\n  - c\n\n| d | e |\n|---|---|\n| f | g |\n", "---\ntitle: a\n---\n> b\n\n```\nc\n```\n<p>d</p>")
}

func FuzzCSV(f *testing.F) { extracttest.Fuzz(f, "a.csv", "a;b\n1;\"2\n3\"\n", "sep=|\na|b\n") }
func FuzzJSON(f *testing.F) {
	extracttest.Fuzz(f, "a.json", `[{"a":1,"b":"c"},{"a":2}]`, `{"a":{"b":[1,"c",null,true]}}`, "{}\n{\"a\":1}")
}
func FuzzXML(f *testing.F)   { extracttest.Fuzz(f, "a.xml", `<?xml version="1.0"?><a b="c">d<e/>f</a>`) }
func FuzzPlain(f *testing.F) { extracttest.Fuzz(f, "a.txt", "A\n=\n\nb\n- c\n", "\xff\xfea\x00b\x00") }
