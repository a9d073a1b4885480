package browser

import "testing"

// What is to be typed is read whole on a narrow screen, too: nothing of it waits behind an edge.
func TestCommandsAreReadWholeOnANarrowScreen(t *testing.T) {
	_, _, server, _ := whole(t)
	p := open(t, server+"/?lang=de")
	p.emulate(320, 800, false)
	p.run(`document.querySelectorAll("details").forEach(d => d.open = true)`)
	if n := get[int](p, `document.querySelectorAll("pre").length`); n < 5 {
		t.Fatalf("%d commands", n)
	}
	if cut := get[[]string](p, `[...document.querySelectorAll("pre, html")].filter(e => e.scrollWidth > e.clientWidth).map(e => e.innerText.slice(0, 80))`); len(cut) != 0 {
		t.Errorf("cut off: %q", cut)
	}
}
