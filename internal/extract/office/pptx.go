package office

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/webchatagent/wca/internal/extract/document"
	"github.com/webchatagent/wca/internal/extract/guarded"
	"github.com/webchatagent/wca/internal/extract/table"
)

// PPTX reads a presentation: the visible slides in their order, each with its
// title as a heading.
func PPTX(body []byte) (document.Document, error) {
	a, err := newArchive(body)
	if err != nil {
		return document.Document{}, err
	}
	main := "ppt/presentation.xml"
	if _, byType, err := a.relations(""); err != nil {
		return document.Document{}, err
	} else if byType["officeDocument"] != "" {
		main = byType["officeDocument"]
	}
	byID, _, err := a.relations(main)
	if err != nil {
		return document.Document{}, err
	}
	slides, err := slideOrder(a, main, byID)
	if err != nil {
		return document.Document{}, err
	}
	var d document.Document
	for i, name := range slides {
		if !a.has(name) {
			continue
		}
		r := &pptxReader{page: i + 1}
		if err := r.slide(a, name); err != nil {
			return document.Document{}, err
		}
		d.Blocks = append(d.Blocks, r.blocks()...)
		d.Pages = i + 1
	}
	title, declared := a.properties("docProps/core.xml")
	d.Title = title
	for _, b := range d.Blocks {
		if d.Title == "" && b.Kind == document.KindHeading {
			d.Title = document.OneLine(b.Text)
		}
	}
	d.Language = document.Language(declared, d.Blocks)
	return d, nil
}

func slideOrder(a *archive, main string, byID map[string]string) ([]string, error) {
	t, err := a.xml(main)
	if err != nil {
		return nil, err
	}
	var slides []string
	err = t.Descendants(func(e guarded.Element) error {
		if e.Is("sldId") && len(slides) < 5000 {
			slides = append(slides, byID[e.Prefixed("id")])
		}
		return guarded.ErrDescend
	})
	return slides, err
}

type pptxReader struct {
	page    int
	hidden  bool
	title   []document.Block
	content []document.Block
}

func (r *pptxReader) blocks() []document.Block {
	if r.hidden {
		return nil
	}
	return append(r.title, r.content...)
}

func (r *pptxReader) slide(a *archive, name string) error {
	t, err := a.xml(name)
	if err != nil {
		return err
	}
	err = t.Root(func(root guarded.Element) error {
		r.hidden = root.Attr("show") == "0" || root.Attr("show") == "false"
		return t.Inside(func(e guarded.Element) error { return r.shape(t, e) })
	})
	if err != nil {
		return err
	}
	return r.beside(a, name)
}

// beside reads diagrams and charts, which keep their text in parts of their own.
func (r *pptxReader) beside(a *archive, name string) error {
	byID, _, err := a.relations(name)
	if err != nil {
		return err
	}
	for _, id := range slices.Sorted(maps.Keys(byID)) {
		switch part := byID[id]; {
		case !a.has(part):
		case strings.Contains(part, "/diagrams/data"):
			err = r.diagram(a, part)
		case strings.Contains(part, "/charts/chart"):
			err = r.chart(a, part)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (r *pptxReader) shape(t *guarded.XML, e guarded.Element) error {
	switch {
	case e.Is("sp"):
		return r.textShape(t)
	case e.Is("graphicFrame", "grpSp"):
		return unlessHidden(t, func(e guarded.Element) error { return r.shape(t, e) })
	case e.Is("tbl"):
		return r.table(t)
	case e.Is("Fallback"):
		return t.Skip()
	}
	return guarded.ErrDescend
}

// unlessHidden shows what is inside an object of a slide that is not hidden.
func unlessHidden(t *guarded.XML, visit func(guarded.Element) error) error {
	hidden, named := false, false
	return t.Inside(func(e guarded.Element) error {
		switch {
		case e.Is("cNvPr") && !named: // that of the object itself comes first
			named = true
			hidden = e.Attr("hidden") == "1" || e.Attr("hidden") == "true"
			return nil
		case hidden:
			return t.Skip()
		}
		return visit(e)
	})
}

// textShape reads a shape with text. Slide numbers, dates and footers repeat on
// every slide and are left out.
func (r *pptxReader) textShape(t *guarded.XML) error {
	role, hidden := "", false
	bullets := false
	return t.Inside(func(e guarded.Element) error {
		switch {
		case e.Is("cNvPr"):
			hidden = e.Attr("hidden") == "1"
		case e.Is("ph"):
			role = e.Attr("type")
			bullets = role == "" || role == "body" || role == "obj"
		case e.Is("txBody"):
			if hidden || role == "sldNum" || role == "dt" || role == "ftr" {
				return t.Skip()
			}
			return r.body(t, role, bullets)
		}
		return guarded.ErrDescend
	})
}

func (r *pptxReader) body(t *guarded.XML, role string, bullets bool) error {
	var paragraphs []document.Block
	err := t.Children(func(e guarded.Element) error {
		if !e.Is("p") {
			return nil
		}
		b, err := paragraphOf(t)
		if document.Meaningful(b.Text) {
			b.Page = r.page
			paragraphs = append(paragraphs, b)
		}
		return err
	}, nil)
	if role == "title" || role == "ctrTitle" {
		var lines []string
		for _, b := range paragraphs {
			lines = append(lines, document.OneLine(b.Text))
		}
		if len(lines) > 0 {
			r.title = append(r.title, document.Block{Kind: document.KindHeading, Level: 2, Text: strings.Join(lines, " "), Page: r.page})
		}
		return err
	}
	for _, b := range paragraphs {
		// A single line in a text field is a paragraph, several are points.
		if b.Kind == document.KindItem || bullets && len(paragraphs) > 1 {
			b.Kind, b.Level = document.KindItem, max(1, b.Level)
		} else {
			b.Kind, b.Level = document.KindParagraph, 0
		}
		r.content = append(r.content, b)
	}
	return err
}

// paragraphOf reads a paragraph of DrawingML.
func paragraphOf(t *guarded.XML) (document.Block, error) {
	var out strings.Builder
	b := document.Block{Kind: document.KindParagraph, Level: 1}
	err := t.Inside(func(e guarded.Element) error {
		switch {
		case e.Is("pPr"):
			if l, err := strconv.Atoi(e.Attr("lvl")); err == nil && l > 0 && l < 9 {
				b.Kind, b.Level = document.KindItem, l+1
			}
			return t.Children(func(c guarded.Element) error {
				if c.Is("buChar", "buAutoNum", "buBlip") {
					b.Kind = document.KindItem
				}
				return nil
			}, nil)
		case e.Is("t"):
			s, err := t.Text()
			out.WriteString(s)
			return err
		case e.Is("br"):
			out.WriteByte('\n')
			return t.Skip()
		}
		return guarded.ErrDescend
	})
	b.Text = strings.TrimSpace(document.Visible(strings.ReplaceAll(out.String(), "\v", "\n")))
	return b, err
}

func (r *pptxReader) table(t *guarded.XML) error {
	var g table.Grid
	err := t.Children(func(e guarded.Element) error {
		switch {
		case e.Is("tblPr"):
			if e.Attr("firstRow") == "1" {
				g.Headers = 1
			}
		case e.Is("tr"):
			var row []table.Cell
			err := t.Children(func(c guarded.Element) error {
				if !c.Is("tc") || c.Attr("hMerge") == "1" || len(row) >= table.MaxColumns {
					return nil
				}
				cell := table.Cell{Down: c.Attr("vMerge") == "1"}
				cell.Span, _ = strconv.Atoi(c.Attr("gridSpan"))
				var lines []string
				err := t.Inside(func(p guarded.Element) error {
					if !p.Is("p") {
						return guarded.ErrDescend
					}
					b, err := paragraphOf(t)
					lines = append(lines, b.Text)
					return err
				})
				cell.Text = strings.Join(lines, "\n")
				row = append(row, cell)
				return err
			}, nil)
			if len(g.Rows) < document.MaxBlocks {
				g.Rows = append(g.Rows, row)
			}
			return err
		}
		return nil
	}, nil)
	r.content = append(r.content, g.Blocks(r.page)...)
	return err
}
