package webpage

import (
	"fmt"
	"strings"
	"testing"
)

// numbered repeats a text with its number in it.
func numbered(n int, text string) string {
	var out strings.Builder
	for i := range n {
		fmt.Fprintf(&out, text, i)
	}
	return out.String()
}

// Whatever hides from a tokenizer what the parser sees, a tree grows no larger than boundGrowth allows.
func TestNoPageGrowsInTheParser(t *testing.T) {
	unended := numbered(400, "<b id=b%d>")
	nine := strings.Repeat("<div>", 9)
	for name, begin := range map[string]string{
		"plainly":                             "<p>" + unended,
		"for readers without scripts":         "<p><noscript>" + unended,
		"in the title of a picture":           "<svg><title><p>" + unended,
		"in the style of a formula":           "<math><style><p>" + unended,
		"behind a picture left":               "<svg><p></p><title><p>" + unended,
		"behind a title in an attribute":      `<svg><title><a x="</title><!--"><p>` + unended,
		"behind what is no comment":           "<svg><![CDATA[ > <!-- ]]><p>" + unended,
		"ended in a description":              "<p>" + numbered(400, "<b id=b%d><svg><desc></b></desc></svg>"),
		"ended in a foreign object":           "<p>" + numbered(400, "<b id=b%d><svg><foreignObject></b></foreignObject></svg>"),
		"ended in a formula":                  "<p>" + numbered(400, "<b id=b%d><math><mtext></b></mtext></math>"),
		"ended far below":                     "<div>" + numbered(400, "<b id=b%d>"+nine+"</b>"+strings.Repeat("</div>", 9)) + "</div>",
		"ended far below what nobody leaves":  "<div>" + numbered(400, "<b id=b%d>"+strings.Repeat("<div></x>", 9)+"</b>"+strings.Repeat("</div>", 9)) + "</div>",
		"in cells":                            "<table><tr><td><p>" + unended,
		"in capitals":                         "<P>" + strings.ToUpper(unended),
		"in capitals in the title of a shape": "<SVG><TITLE><P>" + strings.ToUpper(unended),
	} {
		root, _, err := treeOf(begin + strings.Repeat("<p>x", 5000))
		if err != nil {
			continue
		}
		nodes := 0
		for range root.Descendants() {
			nodes++
		}
		if nodes > mostCopies {
			t.Errorf("%s: %d nodes", name, nodes)
		}
	}
}

// A long page of links around pictures and boxes is an ordinary page: its tree is made, and what its scripts and style
// sheets say behind the pictures is read.
func TestOrdinaryLongPagesAreNoGrowingOnes(t *testing.T) {
	picture := `<svg viewBox="0 0 1 1"><title>Bild</title><desc>Ein Rad</desc><g><path d="M0"/><path d="M1"/></g></svg>`
	page := "<body>" + numbered(1500, `<div class="box"><a href="/%d"><div><div><p>`+picture+`<b>Rad</b> <em>neu</em></p></div></div></a><br><img src=x></div>`) +
		"<style>.weg { display: none } /* <b> */</style><p class=weg>Unsichtbar.</p>" +
		"<script type='application/ld+json'>{\"@type\":\"FAQPage\",\"mainEntity\":[{\"name\":\"Was kostet der Versand?\",\"acceptedAnswer\":{\"text\":\"<p>Sieben Euro.</p>\"}}]}</script>"
	if growsLittle(page) {
		t.Fatal("too short to be looked at")
	}
	d, err := Read(page, "https://a.example/")
	if err != nil {
		t.Fatal(err)
	}
	text := d.Text()
	if !strings.Contains(text, "Sieben Euro.") || strings.Contains(text, "<p>") || strings.Contains(text, "Unsichtbar") {
		t.Errorf("read: …%s", text[max(0, len(text)-300):])
	}
}
