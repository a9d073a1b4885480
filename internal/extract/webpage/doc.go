// Package webpage reads web pages.
//
// A page goes this way: its source becomes a tree, unless that would be much larger than the page (bounds.go); the walk makes
// segments of its elements (walk.go, parts.go, table.go, lines.go, steps.go, choice.go) and leaves out what is hidden
// (hidden.go, notice.go, clutter.go); learned weights choose those that are content (content.go, evidence.go, around.go, kind.go,
// forest.go), and boxes alike become the entries of a list (card.go); what it says to machines only is added (facts.go,
// price.go, microdata.go). A page that scripts fill in the browser is told as one (scripted.go),
// and what a server sends in place of a page is refused (standin.go).
//
// Reading takes time that grows with the length of the page only (growth_linux_test.go): what is asked of many elements
// inside each other is noted once (size.go).
package webpage
