// Package passage cuts what a page or file says into the pieces that are found and quoted: passages, which respect
// headings, lists, rows and pages, and of which each carries what is needed to understand and to cite it (split.go).
// Text in them that speaks to machines and not to people is told apart (machine.go).
package passage

import (
	"strings"

	"github.com/webchatagent/wca/internal/stated"
)

// Passage is a piece of a document that can be found and quoted on its own:
// some sentences, a few list items or table rows, together with what is needed
// to understand and to cite it.
type Passage struct {
	// ID names the passage; the caller sets it. Split fills in
	// "document#ordinal".
	ID string
	// Document is the id of the document the passage was cut from.
	Document string
	// Address is the document's URL or file path.
	Address string
	// Title is the document's title.
	Title string
	// Headings is the path of headings above the passage, outermost first.
	Headings []string
	// Text is what the passage says. Paragraphs, list items and table rows are
	// separated by line breaks.
	Text string
	// Asked is the question that Text is the answer to, "" where it is no answer
	// to one. Who names other numbers, months or weekdays does not get it.
	Asked string
	// Language is the ISO 639-1 code of the text, "" when unknown.
	Language string
	// Page is the page in a paged document, counted from 1; 0 means no pages.
	Page int
	// Anchor is the fragment of the address nearest above the passage, without
	// the "#"; "" when there is none.
	Anchor string
	// Ordinal is the place of the passage in its document, counted from 0.
	// Neighbours in the text have neighbouring ordinals.
	Ordinal int
	// Analysed is the stored result of retrieve.Analyse. It carries its own version:
	// nil, foreign or outdated bytes only cost time, because retrieve.Build then
	// analyses the passage anew.
	Analysed []byte
	// Embedded is the passage's vector from a remote embedder as made by
	// retrieve.PackVector, or nil. retrieve.Build uses it when retrieve.Options.Embedder names the same
	// embedder.
	Embedded []byte
}

// Heading is the nearest one above the passage, "" where there is none.
func (p *Passage) Heading() string {
	if n := len(p.Headings); n > 0 {
		return p.Headings[n-1]
	}
	return ""
}

// IsItem reports whether a line is a list item or a table row.
func IsItem(line string) bool {
	line, _, _ = strings.Cut(line, "\n")
	return strings.HasPrefix(line, "• ") || strings.Contains(line, stated.CellBreak)
}
