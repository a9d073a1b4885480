// Package document holds what a page or file says: blocks of text with their roles, and what is known about all of them.
// What a text must be to be one (text.go), the language it is of and the titles that no person wrote are asked here, too.
package document

import (
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/extract/refusal"
)

// Kind is the role of a block in its document.
type Kind string

// The kinds of blocks.
const (
	KindHeading   Kind = "heading"
	KindParagraph Kind = "paragraph"
	KindItem      Kind = "item"
	KindRow       Kind = "row"
	KindCode      Kind = "code"
	KindCaption   Kind = "caption"
)

// Block is one heading, paragraph, list item, table row, piece of code or
// caption.
type Block struct {
	Kind Kind
	// Level is 1 to 6 for a heading and the depth (from 1) for a list item.
	Level int
	// Text has no markup. Lines of a paragraph or of code are separated by "\n",
	// the cells of a row by "\t".
	Text string
	// Page is the page, slide or sheet, counted from 1; 0 where there are none.
	Page int
	// Anchor is the id (without "#") that a link can point to: of the block or of
	// the nearest heading above it; "" when there is none.
	Anchor string
	// Header names the columns of a row, where the table has a header. The header
	// itself is no block.
	Header []string
	// Ends is the level from which on headings above hold neither for the block nor for what follows: the page shows that what
	// stood below them is over, as behind the last answer of an accordion. 0 where all hold.
	Ends int

	Bold int `json:"-"`
}

// Document is what a page or file says.
type Document struct {
	Title    string
	Language string // ISO 639-1, "" when unknown
	Blocks   []Block
	Links    Links // of web pages only
	Pages    int   // pages, slides or sheets; 0 where there are none
	// Warnings say in English what is missing from the document although it could
	// be read, for example a picture of a page without text.
	Warnings []string
	// Hardly says why hardly anything of what a browser shows could be read; nil where that is not so.
	Hardly *refusal.Error
}

// Links is what a web page tells about itself and others.
type Links struct {
	Canonical  string            // the address the page wants to be known by
	Alternates map[string]string // hreflang → address of the page in that language
	// Hrefs are the addresses the page links to: absolute, http or https, without
	// fragment, each once, in order; links marked nofollow are left out.
	Hrefs []string
	// NoIndex and NoFollow are the page's wishes to robots.
	NoIndex, NoFollow bool
	Refresh           string // where the page sends its readers on by itself
	LoginForm         bool   // the page asks for a password and says little else
}

// Text gives the document as plain text a person can read: one block a line,
// headings set off by an empty line, list items behind a dash, tables with their
// header once and cells separated by " | ".
func (d Document) Text() string {
	var out strings.Builder
	var header []string
	for i, b := range d.Blocks {
		if i > 0 {
			out.WriteByte('\n')
			if b.Kind == KindHeading || b.Kind == KindParagraph && d.Blocks[i-1].Kind == KindParagraph {
				out.WriteByte('\n')
			}
		}
		if b.Kind != KindRow {
			header = nil
		}
		switch b.Kind {
		case KindItem:
			out.WriteString(strings.Repeat("  ", max(0, b.Level-1)) + "- " + b.Text)
		case KindRow:
			if len(b.Header) > 0 && !slices.Equal(b.Header, header) {
				out.WriteString(cells(b.Header) + "\n")
			}
			header = b.Header
			out.WriteString(cells(strings.Split(b.Text, "\t")))
		default:
			out.WriteString(b.Text)
		}
	}
	return out.String()
}

func cells(row []string) string {
	return strings.TrimRight(strings.Join(row, " | "), " |")
}

// The most text taken from one file: about 2,000 printed pages.
const (
	MaxBlocks = 200_000
	MaxText   = 8 << 20
)

// Trim holds the document to its limits.
func (d *Document) Trim() {
	size := 0
	for i, b := range d.Blocks {
		size += len(b.Text)
		if size > MaxText || i >= MaxBlocks {
			d.Blocks = d.Blocks[:i]
			d.Warnings = append(d.Warnings, "The file is very long; only its first part was read.")
			break
		}
	}
	if len(d.Title) > 500 {
		d.Title = strings.ToValidUTF8(d.Title[:500], "")
	}
}

// Lines gives the blocks' texts one a line, for a cell that holds some.
func (d Document) Lines() string {
	var out []string
	for _, b := range d.Blocks {
		out = append(out, strings.ReplaceAll(b.Text, "\t", " "))
	}
	return strings.Join(out, "\n")
}
