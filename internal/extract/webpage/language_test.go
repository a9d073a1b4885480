package webpage_test

import (
	"context"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/extract"
	"github.com/webchatagent/wca/internal/extract/extracttest"
)

func TestHTML_Charsets(t *testing.T) {
	latin := "<html><head><meta charset=%s></head><body><p>Gr\xfc\xdfe aus K\xf6ln f\xfcr 5 \x80</p></body></html>"
	utf := "<html><head><meta charset=%s></head><body><p>Grüße aus Köln für 5 €</p></body></html>"
	for name, c := range map[string]struct{ body, header string }{
		"latin1 as declared":           {strings.Replace(latin, "%s", "iso-8859-1", 1), ""},
		"latin1, header says utf-8":    {strings.Replace(latin, "%s", "utf-8", 1), "text/html; charset=utf-8"},
		"latin1, nothing declared":     {strings.Replace(latin, "<meta charset=%s>", "", 1), "text/html"},
		"utf-8, header says latin1":    {strings.Replace(utf, "%s", "iso-8859-1", 1), "text/html; charset=ISO-8859-1"},
		"utf-8 with a mark":            {"\ufeff" + strings.Replace(utf, "%s", "windows-1252", 1), ""},
		"utf-8 with one broken letter": {strings.Replace(utf, "Köln", "K\xf6ln", 1), "text/html; charset=utf-8"},
		"utf-8 encoded twice":          {strings.NewReplacer("ü", "Ã¼", "ß", "Ã\u009f", "ö", "Ã¶", "€", "â\u0082¬").Replace(strings.Replace(utf, "%s", "utf-8", 1)), ""},
		"a hard space encoded twice":   {strings.Replace(strings.Replace(utf, "%s", "utf-8", 1), "für ", "fürÂ\u00a0", 1), ""},
		"utf-16 with a mark":           {"\xff\xfe" + extracttest.UTF16("<html><body><p>Grüße aus Köln für 5 €</p></body></html>"), "text/html"},
		"utf-16 without a mark":        {extracttest.UTF16("<html><body><p>Grüße aus Köln für 5 €</p></body></html>"), "text/html"},
	} {
		d, err := extract.New(extract.Options{}).Extract(context.Background(), extract.Input{ContentType: c.header, Name: "a.html", Body: []byte(c.body)})
		if err != nil || d.Text() != "Grüße aus Köln für 5 €" {
			t.Errorf("%s: %q, %v", name, d.Text(), err)
		}
	}
}

func TestHTML_LanguageOfTheWordsWins(t *testing.T) {
	d := page(t, `<html lang="en"><body><p>Die Werkstatt ist von Montag bis Freitag geöffnet und wir freuen uns auf Ihren Besuch. Bitte rufen Sie vorher an,
		damit wir für Sie Zeit haben und Ihr Rad nicht warten muss. Am Samstag ist nur das Geschäft offen, die Werkstatt ist dann zu.</p></body></html>`)
	if d.Language != "de" {
		t.Errorf("language %q", d.Language)
	}
	if d = page(t, `<html lang="en-GB"><body><p>Welcome</p></body></html>`); d.Language != "en" {
		t.Errorf("language %q", d.Language)
	}
}
