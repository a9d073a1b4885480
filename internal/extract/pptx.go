package extract

import (
	"maps"
	"slices"
	"strconv"
	"strings"
)

// readPPTX reads a presentation: the visible slides in their order, each with its
// title as a heading.
func readPPTX(body []byte) (Document, error) {
	a, err := newArchive(body)
	if err != nil {
		return Document{}, err
	}
	main := "ppt/presentation.xml"
	if _, byType, err := a.relations(""); err != nil {
		return Document{}, err
	} else if byType["officeDocument"] != "" {
		main = byType["officeDocument"]
	}
	byID, _, err := a.relations(main)
	if err != nil {
		return Document{}, err
	}
	slides, err := slideOrder(a, main, byID)
	if err != nil {
		return Document{}, err
	}
	var d Document
	for i, name := range slides {
		if !a.has(name) {
			continue
		}
		r := &pptxReader{page: i + 1}
		if err := r.slide(a, name); err != nil {
			return Document{}, err
		}
		d.Blocks = append(d.Blocks, r.blocks()...)
		d.Pages = i + 1
	}
	title, declared := a.properties("docProps/core.xml")
	d.Title = title
	for _, b := range d.Blocks {
		if d.Title == "" && b.Kind == KindHeading {
			d.Title = oneLine(b.Text)
		}
	}
	d.Language = language(declared, d.Blocks)
	return d, nil
}

func slideOrder(a *archive, main string, byID map[string]string) ([]string, error) {
	t, err := a.xml(main)
	if err != nil {
		return nil, err
	}
	var slides []string
	err = t.descendants(func(e element) error {
		if e.is("sldId") && len(slides) < 5000 {
			slides = append(slides, byID[e.prefixed("id")])
		}
		return errDescend
	})
	return slides, err
}

type pptxReader struct {
	page    int
	hidden  bool
	title   []Block
	content []Block
}

func (r *pptxReader) blocks() []Block {
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
	err = t.root(func(root element) error {
		r.hidden = root.attr("show") == "0" || root.attr("show") == "false"
		return t.inside(func(e element) error { return r.shape(t, e) })
	})
	if err != nil {
		return err
	}
	// Diagrams keep their text in parts of their own.
	byID, _, err := a.relations(name)
	if err != nil {
		return err
	}
	for _, id := range slices.Sorted(maps.Keys(byID)) {
		if part := byID[id]; strings.Contains(part, "/diagrams/data") && a.has(part) {
			if err := r.diagram(a, part); err != nil {
				return err
			}
		}
	}
	return nil
}

func (r *pptxReader) shape(t *tokens, e element) error {
	switch {
	case e.is("sp"):
		return r.textShape(t)
	case e.is("tbl"):
		return r.table(t)
	case e.is("Fallback"):
		return t.skip()
	}
	return errDescend
}

// textShape reads a shape with text. Slide numbers, dates and footers repeat on
// every slide and are left out.
func (r *pptxReader) textShape(t *tokens) error {
	role, hidden := "", false
	bullets := false
	return t.inside(func(e element) error {
		switch {
		case e.is("cNvPr"):
			hidden = e.attr("hidden") == "1"
		case e.is("ph"):
			role = e.attr("type")
			bullets = role == "" || role == "body" || role == "obj"
		case e.is("txBody"):
			if hidden || role == "sldNum" || role == "dt" || role == "ftr" {
				return t.skip()
			}
			return r.body(t, role, bullets)
		}
		return errDescend
	})
}

func (r *pptxReader) body(t *tokens, role string, bullets bool) error {
	var paragraphs []Block
	err := t.children(func(e element) error {
		if !e.is("p") {
			return nil
		}
		b, err := paragraphOf(t)
		if meaningful(b.Text) {
			b.Page = r.page
			paragraphs = append(paragraphs, b)
		}
		return err
	}, nil)
	if role == "title" || role == "ctrTitle" {
		var lines []string
		for _, b := range paragraphs {
			lines = append(lines, oneLine(b.Text))
		}
		if len(lines) > 0 {
			r.title = append(r.title, Block{Kind: KindHeading, Level: 2, Text: strings.Join(lines, " "), Page: r.page})
		}
		return err
	}
	for _, b := range paragraphs {
		// A single line in a text field is a paragraph, several are points.
		if b.Kind == KindItem || bullets && len(paragraphs) > 1 {
			b.Kind, b.Level = KindItem, max(1, b.Level)
		} else {
			b.Kind, b.Level = KindParagraph, 0
		}
		r.content = append(r.content, b)
	}
	return err
}

// paragraphOf reads a paragraph of DrawingML.
func paragraphOf(t *tokens) (Block, error) {
	var out strings.Builder
	b := Block{Kind: KindParagraph, Level: 1}
	err := t.inside(func(e element) error {
		switch {
		case e.is("pPr"):
			if l, err := strconv.Atoi(e.attr("lvl")); err == nil && l > 0 && l < 9 {
				b.Kind, b.Level = KindItem, l+1
			}
			return t.children(func(c element) error {
				if c.is("buChar", "buAutoNum", "buBlip") {
					b.Kind = KindItem
				}
				return nil
			}, nil)
		case e.is("t"):
			s, err := t.text()
			out.WriteString(s)
			return err
		case e.is("br"):
			out.WriteByte('\n')
			return t.skip()
		}
		return errDescend
	})
	b.Text = strings.TrimSpace(visible(strings.ReplaceAll(out.String(), "\v", "\n")))
	return b, err
}

func (r *pptxReader) table(t *tokens) error {
	var g grid
	err := t.children(func(e element) error {
		switch {
		case e.is("tblPr"):
			if e.attr("firstRow") == "1" {
				g.headers = 1
			}
		case e.is("tr"):
			var row []gridCell
			err := t.children(func(c element) error {
				if !c.is("tc") || c.attr("hMerge") == "1" || len(row) >= maxColumns {
					return nil
				}
				cell := gridCell{down: c.attr("vMerge") == "1"}
				cell.span, _ = strconv.Atoi(c.attr("gridSpan"))
				var lines []string
				err := t.inside(func(p element) error {
					if !p.is("p") {
						return errDescend
					}
					b, err := paragraphOf(t)
					lines = append(lines, b.Text)
					return err
				})
				cell.text = strings.Join(lines, "\n")
				row = append(row, cell)
				return err
			}, nil)
			if len(g.rows) < maxBlocks {
				g.rows = append(g.rows, row)
			}
			return err
		}
		return nil
	}, nil)
	r.content = append(r.content, g.blocks(r.page)...)
	return err
}

func (r *pptxReader) diagram(a *archive, name string) error {
	t, err := a.xml(name)
	if err != nil {
		return err
	}
	return t.descendants(func(e element) error {
		if !e.is("p") {
			return errDescend
		}
		b, err := paragraphOf(t)
		if meaningful(b.Text) {
			r.content = append(r.content, Block{Kind: KindItem, Level: 1, Text: b.Text, Page: r.page})
		}
		return err
	})
}
