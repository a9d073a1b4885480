package plain

import (
	"strings"

	"github.com/webchatagent/wca/internal/extract/document"
	"github.com/webchatagent/wca/internal/extract/guarded"
)

// XML reads any XML as the text of its elements.
func XML(source string) (document.Document, error) {
	t := guarded.XMLOf(strings.TrimLeft(source, " \t\n"))
	var d document.Document
	var read func(guarded.Element) error
	read = func(e guarded.Element) error {
		if e.Is("script", "style") {
			return t.Skip()
		}
		var own strings.Builder
		flush := func() {
			if s := document.OneLine(own.String()); document.Meaningful(s) && len(d.Blocks) < document.MaxBlocks {
				if e.Is("title") && d.Title == "" {
					d.Title = s
				}
				d.Blocks = append(d.Blocks, document.Block{Kind: document.KindParagraph, Text: s})
			}
			own.Reset()
		}
		err := t.Children(func(c guarded.Element) error {
			flush()
			return read(c)
		}, func(b []byte) { own.Write(b) })
		flush()
		return err
	}
	if err := t.Root(read); err != nil {
		return document.Document{}, err
	}
	d.Language = document.Language("", d.Blocks)
	return d, nil
}
