package extract_test

import (
	"context"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/extract"
	"github.com/webchatagent/wca/internal/extract/extracttest"
	"github.com/webchatagent/wca/internal/extract/refusal"
)

func TestRefusals(t *testing.T) {
	for name, c := range map[string]struct {
		in   extract.Input
		code string
	}{
		"empty file":              {extract.Input{Name: "a.pdf"}, refusal.CodeEmpty},
		"spaces":                  {extract.Input{Name: "a.txt", Body: []byte(" \n\t ")}, refusal.CodeEmpty},
		"page without text":       {extract.Input{Name: "a.html", Body: []byte(`<html><body><div id="root"></div></body></html>`)}, refusal.CodeEmpty},
		"page that scripts fill":  {extract.Input{Name: "a.html", Body: []byte(`<html><body><div id="root"></div><script>x()</script></body></html>`)}, refusal.CodeScripts},
		"EXE named PDF U03":       {extract.Input{Name: "a.pdf", ContentType: "application/pdf", Body: []byte("MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff")}, refusal.CodeUnsupported},
		"HTML named PDF U03":      {extract.Input{Name: "a.pdf", Body: []byte("<html><body><p>Hallo</p></body></html>")}, refusal.CodeUnsupported},
		"HTML declared PDF U03":   {extract.Input{Name: "a", ContentType: "application/pdf", Body: []byte("<html><body><p>Hallo</p></body></html>")}, refusal.CodeUnsupported},
		"text named DOCX":         {extract.Input{Name: "a.docx", Body: []byte("Hallo Welt")}, refusal.CodeUnsupported},
		"mail":                    {extract.Input{Name: "brief.eml", Body: []byte("Subject: Preise\n\nHund 28 Euro.\n\n> Hund 25 Euro?")}, refusal.CodeUnsupported},
		"mail without a name":     {extract.Input{Body: []byte("Return-Path: <a@b.example>\nSubject: Preise\nMIME-Version: 1.0\n\nHund 28 Euro.")}, refusal.CodeUnsupported},
		"picture":                 {extract.Input{Name: "a.txt", Body: []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")}, refusal.CodeUnsupported},
		"old Word":                {extract.Input{Name: "a.doc", Body: []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 Word")}, refusal.CodeUnsupported},
		"encrypted Word":          {extract.Input{Name: "a.docx", Body: []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + extracttest.UTF16("EncryptedPackage"))}, refusal.CodeEncrypted},
		"external entity U08":     {extract.Input{Name: "a.svg", Body: []byte(`<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>`)}, refusal.CodeHostile},
		"external DTD U08":        {extract.Input{Name: "a.xml", Body: []byte(`<?xml version="1.0"?><!DOCTYPE x SYSTEM "http://127.0.0.1/x.dtd"><x>a</x>`)}, refusal.CodeHostile},
		"billion laughs U08":      {extract.Input{Name: "a.xml", Body: []byte(`<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><l>&b;</l>`)}, refusal.CodeHostile},
		"XML 5M deep U08":         {extract.Input{Name: "a.xml", Body: []byte("<?xml version='1.0'?>" + strings.Repeat("<a>", 2_000_000))}, refusal.CodeHostile},
		"JSON 5M deep U08":        {extract.Input{Name: "a.json", Body: []byte(strings.Repeat("[", 5_000_000))}, refusal.CodeHostile},
		"Markdown quotes deep":    {extract.Input{Name: "a.md", Body: []byte(strings.Repeat(">", 100_000) + "a")}, refusal.CodeHostile},
		"too much text":           {extract.Input{Name: "a.txt", Body: []byte(strings.Repeat("a ", 6<<20))}, refusal.CodeTooLarge},
		"far too much":            {extract.Input{Name: "a.pdf", Body: []byte("%PDF-" + strings.Repeat(" ", 51<<20))}, refusal.CodeTooLarge},
		"truncated office":        {extract.Input{Name: "a.docx", Body: []byte("PK\x03\x04 and nothing more")}, refusal.CodeDamaged},
		"program without a claim": {extract.Input{Name: "a", Body: []byte("\x7fELF\x02\x01\x01\x00\x00\x00")}, refusal.CodeUnsupported},
	} {
		if e := extracttest.RefusalOf(t, c.in); e.Code != c.code {
			t.Errorf("%s: code %q, want %q (%s)", name, e.Code, c.code, e.Message)
		}
	}
}

func TestContentDecidesBeforeNameAndHeader(t *testing.T) {
	d, err := extract.New(extract.Options{}).Extract(context.Background(), extract.Input{Name: "page.txt", ContentType: "text/plain", Body: []byte("<!DOCTYPE html><html><body><p>Hallo</p></body></html>")})
	if err != nil || d.Text() != "Hallo" {
		t.Errorf("%q, %v", d.Text(), err)
	}
}
