package extract

import (
	"slices"
	"strings"
	"testing"
)

// TestBarren: a list of many short entries has content though no entry is sure of
// it; the menus around a part that scripts fill have none.
func TestBarren(t *testing.T) {
	page := func(entries int, chance float64) bool {
		segments := make([]segment, entries)
		for i := range segments {
			segments[i].Text = strings.Repeat("Wort ", 4)
		}
		return barren(segments, slices.Repeat([]float64{chance}, entries))
	}
	for _, c := range []struct {
		entries int
		chance  float64
		want    bool
	}{{200, 0.3, false}, {40, 0.2, true}, {400, 0.02, true}, {3, 0.7, false}} {
		if got := page(c.entries, c.chance); got != c.want {
			t.Errorf("%d entries of chance %v: barren is %v", c.entries, c.chance, got)
		}
	}
}

// A page whose content scripts fill in shows a menu, some of which reads like content, and a foot.
func TestHTML_MenusAroundNothing(t *testing.T) {
	menu := strings.Repeat("<li><h3>Räder</h3><p>Das leichteste Rad für alle, die jeden Tag fahren und wenig tragen wollen</p><p>Alle Räder Stadträder Reiseräder Kinderräder Rennräder Lastenräder</p></li>", 40)
	around := func(content string) Input {
		return Input{URL: "https://rad.example/raeder", ContentType: "text/html", Body: []byte("<html lang=de><title>Räder</title><body><a href=#c>Zum Inhalt</a><header><nav><ul>" + menu + "</ul></nav></header><div id=root>" + content + "</div><footer><p>Ein Laden für alle, die gern fahren, seit mehr als dreißig Jahren mitten in der Stadt.</p></footer></body></html>")}
	}
	if e := refusalOf(t, around("")); e.Code != CodeEmpty {
		t.Errorf("refused as %q", e.Code)
	}
	d, err := New(Options{}).Extract(t.Context(), around("<h1>Räder</h1><p>Wir beraten Sie gern.</p>"))
	if text := d.Text(); err != nil || text != "Räder\n\nWir beraten Sie gern." && text != "Räder\nWir beraten Sie gern." {
		t.Errorf("%v, %q", err, text)
	}
}
