package webpage_test

import (
	"context"
	"slices"
	"testing"

	"github.com/webchatagent/wca/internal/extract"
	"github.com/webchatagent/wca/internal/extract/extracttest"
	"github.com/webchatagent/wca/internal/extract/refusal"
)

func TestHTML_Links(t *testing.T) {
	l := page(t, shop).Links
	if l.Canonical != "https://rad.example/service" || l.Alternates["en"] != "https://rad.example/en/service" {
		t.Errorf("canonical %q, alternates %v", l.Canonical, l.Alternates)
	}
	want := []string{"https://rad.example/", "https://rad.example/raeder", "https://rad.example/teile", "https://rad.example/impressum"}
	if !slices.Equal(l.Hrefs, want) {
		t.Errorf("hrefs %v, want %v", l.Hrefs, want)
	}
	d := page(t, `<meta name=robots content="noindex, nofollow"><meta http-equiv=refresh content="0; URL='neu.html'"><base href="/a/">
		<a href="javascript:x()">x</a><a href="mailto:a@b.c">y</a><a href="b?c=1#d">z</a><p>Hier steht ein Satz.</p>`)
	if !d.Links.NoIndex || !d.Links.NoFollow || d.Links.Refresh != "https://rad.example/a/neu.html" || !slices.Equal(d.Links.Hrefs, []string{"https://rad.example/a/b?c=1"}) {
		t.Errorf("links %+v", d.Links)
	}
}

// Only a wish that is "none" as a whole asks not to be taken in.
func TestOtherWishesForSearchEnginesKeepNoPageOut(t *testing.T) {
	for content, want := range map[string][2]bool{
		"index, follow, max-image-preview:none": {false, false}, "max-snippet:-1, unavailable_after: none": {false, false}, "NONE": {true, true}, "nofollow": {false, true}, "max-image-preview:large,noindex": {true, false},
	} {
		d := page(t, `<meta name="robots" content="`+content+`"><p>Wir verkaufen Fahrräder und reparieren sie in unserer Werkstatt am Markt.</p>`)
		if got := [2]bool{d.Links.NoIndex, d.Links.NoFollow}; got != want {
			t.Errorf("%q: %v, want %v", content, got, want)
		}
	}
}

func TestHTML_LoginPage(t *testing.T) {
	in := extract.Input{ContentType: "text/html", URL: "https://a.example/", Body: []byte(`<html><body><h1>Anmelden</h1><form><input name=u><input type=password><button>Los</button></form><a href="/hilfe">Hilfe</a></body></html>`)}
	if e := extracttest.RefusalOf(t, in); e.Code != refusal.CodeLogin {
		t.Errorf("code %q", e.Code)
	}
	d, _ := extract.New(extract.Options{}).Extract(context.Background(), in)
	if !d.Links.LoginForm || len(d.Links.Hrefs) != 1 {
		t.Errorf("links %+v", d.Links)
	}
}
