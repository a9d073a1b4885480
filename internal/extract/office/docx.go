package office

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/webchatagent/wca/internal/extract/contact"
	"github.com/webchatagent/wca/internal/extract/document"
	"github.com/webchatagent/wca/internal/extract/guarded"
	"github.com/webchatagent/wca/internal/extract/table"
)

// DOCX reads a Word document: the body with headings by style, lists with
// their numbers, tables and notes where they are referred to, and of headers and
// footers what tells how to reach somebody. Of changes that somebody tracked it
// reads what they lead to; comments and tables of contents are left out.
func DOCX(body []byte) (document.Document, error) {
	a, err := newArchive(body)
	if err != nil {
		return document.Document{}, err
	}
	main := "word/document.xml"
	if _, byType, err := a.relations(""); err != nil {
		return document.Document{}, err
	} else if byType["officeDocument"] != "" {
		main = byType["officeDocument"]
	}
	_, parts, err := a.relations(main)
	if err != nil {
		return document.Document{}, err
	}
	r := &docxReader{styles: map[string]docxStyle{}, notes: map[string]string{}}
	if a.has(parts["styles"]) {
		if err := r.readStyles(a, parts["styles"]); err != nil {
			return document.Document{}, err
		}
	}
	if a.has(parts["numbering"]) {
		if r.numbering, err = readNumbering(a, parts["numbering"]); err != nil {
			return document.Document{}, err
		}
	}
	var nameless []document.Block
	for _, kind := range []string{"footnotes", "endnotes"} {
		if a.has(parts[kind]) {
			n := r.beside()
			if err := n.part(a, parts[kind]); err != nil {
				return document.Document{}, err
			}
			nameless = append(nameless, n.out...)
		}
	}
	if err := r.part(a, main); err != nil {
		return document.Document{}, err
	}
	r.out = append(r.out, nameless...)
	if err := r.margins(a, main); err != nil {
		return document.Document{}, err
	}
	d := document.Document{Blocks: r.out}
	title, declared := a.properties("docProps/core.xml")
	d.Title = title
	if r.title != "" {
		d.Title = r.title
	}
	for _, b := range d.Blocks {
		if d.Title == "" && b.Kind == document.KindHeading {
			d.Title = document.OneLine(b.Text)
		}
	}
	d.Language = document.Language(declared, d.Blocks)
	return d, nil
}

type docxReader struct {
	styles    map[string]docxStyle
	numbering *docxNumbering    // nil where there is none
	notes     map[string]string // by kind and id
	out       []document.Block
	title     string
	asks      bool // inside a field to fill in that nobody has
}

// beside is a reader for what is not in the flow of the text.
func (r *docxReader) beside() *docxReader {
	return &docxReader{styles: r.styles, numbering: r.numbering, notes: r.notes}
}

// isOn reads a switch: <w:vanish/> is on, <w:vanish w:val="0"/> is not.
func isOn(e guarded.Element) bool {
	switch e.Attr("val") {
	case "0", "false", "off", "none":
		return false
	}
	return true
}

func (r *docxReader) part(a *archive, name string) error {
	t, err := a.xml(name)
	if err != nil {
		return err
	}
	return t.Root(func(guarded.Element) error { return r.flow(t) })
}

// margins adds paragraphs of headers and footers that hold contact data, each
// once: a letter's sender often stands nowhere else.
func (r *docxReader) margins(a *archive, main string) error {
	byID, _, err := a.relations(main)
	if err != nil {
		return err
	}
	seen := map[string]bool{}
	for _, b := range r.out {
		seen[b.Text] = true
	}
	for _, name := range slices.Sorted(maps.Keys(a.files)) {
		base := name[strings.LastIndex(name, "/")+1:]
		if !strings.HasPrefix(base, "header") && !strings.HasPrefix(base, "footer") || !strings.HasSuffix(base, ".xml") || !strings.HasPrefix(name, "word/") || len(byID) == 0 {
			continue
		}
		m := r.beside()
		if err := m.part(a, name); err != nil {
			return err
		}
		for _, b := range m.out {
			if b.Kind != document.KindHeading && contact.HasData(b.Text) && !seen[b.Text] {
				seen[b.Text] = true
				r.out = append(r.out, b)
			}
		}
	}
	return nil
}

// flow reads paragraphs and tables up to the end of the current element.
func (r *docxReader) flow(t *guarded.XML) error {
	return t.Children(func(e guarded.Element) error {
		switch {
		case e.Is("p"):
			return r.paragraph(t)
		case e.Is("tbl"):
			return r.table(t)
		case e.Is("del", "moveFrom", "sectPr", "Fallback"):
			return t.Skip()
		case e.Is("sdt"):
			return r.filled(t, r.flow)
		case e.Is("footnote", "endnote"):
			if kind := e.Attr("type"); kind != "" && kind != "normal" {
				return t.Skip() // the line above the notes
			}
			if id := e.Attr("id"); id != "" {
				note := r.beside()
				err := note.flow(t)
				r.notes[e.Name.Local+id] = document.OneLine(document.Document{Blocks: note.out}.Lines())
				return err
			}
		}
		return r.flow(t)
	}, nil)
}

// filled reads what stands in a field to fill in, but for what Word shows there until somebody does.
func (r *docxReader) filled(t *guarded.XML, read func(*guarded.XML) error) error {
	before := r.asks
	defer func() { r.asks = before }()
	return t.Children(func(e guarded.Element) error {
		switch {
		case e.Is("sdtPr"):
			return t.Children(func(c guarded.Element) error {
				r.asks = r.asks || c.Is("showingPlcHdr") && isOn(c)
				return nil
			}, nil)
		case e.Is("sdtContent"):
			return read(t)
		}
		return t.Skip()
	}, nil)
}

// docxParagraph is a paragraph being read.
type docxParagraph struct {
	text   strings.Builder
	style  docxStyle
	id     string // of its style
	list   int    // depth of its list, 0 for none
	number string // id of the list, "" for that of its style
	noList bool
	less   bool // something of it was deleted or is hidden
	notes  []string
	after  []document.Block // text boxes anchored in it
}

// label counts the paragraph in its list and gives its number there.
func (p *docxParagraph) label(n *docxNumbering) string {
	if p.noList || p.number == "" && p.style.number == "" {
		return ""
	}
	if p.number != "" {
		return n.next(p.number, n.styleLevel(p.number, p.id, max(0, p.list-1)))
	}
	return n.next(p.style.number, n.styleLevel(p.style.number, p.id, p.style.depth))
}

func (r *docxReader) paragraph(t *guarded.XML) error {
	var p docxParagraph
	if err := r.inline(t, &p); err != nil {
		return err
	}
	text := strings.TrimSpace(document.Visible(p.text.String()))
	shown := !p.style.hidden && !p.style.contents
	if shown && text == "" && !p.less {
		p.label(r.numbering) // Word counts what is empty, too
	}
	if document.Meaningful(text) && shown && len(r.out) < document.MaxBlocks {
		if label := p.label(r.numbering); label != "" {
			text = label + " " + text
		}
		b := document.Block{Kind: document.KindParagraph, Text: text}
		switch {
		case p.style.level > 0 && len(text) < 300:
			b.Kind, b.Level, b.Text = document.KindHeading, p.style.level, document.OneLine(text)
			if p.style.title && r.title == "" {
				r.title = b.Text
			}
		case p.list > 0, p.style.list && !p.noList:
			b.Kind, b.Level = document.KindItem, max(1, p.list)
		case p.style.code:
			b.Kind = document.KindCode
		}
		for _, note := range p.notes {
			if b.Kind == document.KindHeading {
				p.after = append(p.after, document.Block{Kind: document.KindParagraph, Text: note})
			} else {
				b.Text += " (" + note + ")"
			}
		}
		r.out = append(r.out, b)
	}
	r.out = append(r.out, p.after...)
	return nil
}

// inline reads the runs of a paragraph.
func (r *docxReader) inline(t *guarded.XML, p *docxParagraph) error {
	return t.Children(func(e guarded.Element) error {
		switch {
		case e.Is("pPr"):
			return r.paragraphProperties(t, p)
		case e.Is("r"):
			return r.run(t, p)
		case e.Is("sdt"):
			return r.filled(t, func(t *guarded.XML) error { return r.inline(t, p) })
		case e.Is("del", "moveFrom", "Fallback", "instrText", "delText", "rPr"):
			p.less = p.less || e.Is("del", "moveFrom")
			return t.Skip()
		case e.Is("t"):
			s, err := t.Text()
			p.text.WriteString(s)
			return err
		case e.Is("p"): // a paragraph in a shape
			return r.box(t, p, (*docxReader).paragraph)
		case e.Is("tbl"):
			return r.box(t, p, (*docxReader).table)
		}
		return r.inline(t, p)
	}, nil)
}

// box reads something that floats beside a paragraph; it comes after it.
func (r *docxReader) box(t *guarded.XML, p *docxParagraph, read func(*docxReader, *guarded.XML) error) error {
	inner := r.beside()
	err := read(inner, t)
	p.after = append(p.after, inner.out...)
	return err
}

func (r *docxReader) paragraphProperties(t *guarded.XML, p *docxParagraph) error {
	return t.Children(func(e guarded.Element) error {
		switch {
		case e.Is("pStyle"):
			p.id = e.Attr("val")
			p.style = r.style(p.id)
		case e.Is("outlineLvl"):
			if l, err := strconv.Atoi(e.Attr("val")); err == nil && l >= 0 && l < 6 {
				p.style.level = l + 1
			}
		case e.Is("numPr"):
			p.list = 1
			return t.Children(func(c guarded.Element) error {
				switch {
				case c.Is("ilvl"):
					if l, err := strconv.Atoi(c.Attr("val")); err == nil && l >= 0 && l < 9 {
						p.list = l + 1
					}
				case c.Is("numId"):
					p.number = c.Attr("val")
					p.noList = p.number == "0"
				}
				return nil
			}, nil)
		}
		return nil
	}, nil)
}

// run reads a piece of text with one look; hidden text is left out.
func (r *docxReader) run(t *guarded.XML, p *docxParagraph) error {
	hidden := false
	return t.Children(func(e guarded.Element) error {
		switch {
		case e.Is("rPr"):
			return t.Children(func(c guarded.Element) error {
				switch {
				case c.Is("rStyle"):
					style := r.style(c.Attr("val"))
					hidden = style.hidden || r.asks && style.prompt
				case c.Is("vanish"):
					hidden = isOn(c)
				}
				return nil
			}, nil)
		case hidden, e.Is("instrText", "delText", "Fallback"):
			p.less = p.less || hidden
			return t.Skip()
		case e.Is("t"):
			s, err := t.Text()
			p.text.WriteString(s)
			return err
		case e.Is("tab"):
			p.text.WriteByte('\t')
		case e.Is("br", "cr"):
			p.text.WriteByte('\n')
		case e.Is("noBreakHyphen"):
			p.text.WriteByte('-')
		case e.Is("sym"):
			if code, err := strconv.ParseUint(e.Attr("char"), 16, 16); err == nil {
				p.text.WriteString(document.Symbol(rune(code)))
			}
		case e.Is("footnoteReference", "endnoteReference"):
			id := strings.TrimSuffix(e.Name.Local, "Reference") + e.Attr("id")
			if note := r.notes[id]; note != "" {
				p.notes = append(p.notes, note)
				delete(r.notes, id) // said once, however often a file refers to it
			}
		default: // a drawing, a text box, a chosen alternative
			return r.inline(t, p)
		}
		return nil
	}, nil)
}

func (r *docxReader) table(t *guarded.XML) error {
	var g table.Grid
	err := t.Children(func(e guarded.Element) error {
		switch {
		case e.Is("tr"):
			return r.row(t, &g)
		case e.Is("sdt", "sdtContent", "ins", "customXml"):
			return t.Inside(func(e guarded.Element) error {
				if e.Is("tr") {
					return r.row(t, &g)
				}
				return guarded.ErrDescend
			})
		}
		return t.Skip()
	}, nil)
	r.out = append(r.out, g.Blocks(0)...)
	return err
}

func (r *docxReader) row(t *guarded.XML, g *table.Grid) error {
	var row []table.Cell
	header, gone := false, false
	err := t.Inside(func(e guarded.Element) error {
		switch {
		case e.Is("trPr"):
			return t.Children(func(c guarded.Element) error {
				header = header || c.Is("tblHeader") && isOn(c)
				gone = gone || c.Is("del") || c.Is("hidden") && isOn(c)
				return nil
			}, nil)
		case e.Is("tc"):
			c, err := r.cell(t)
			if len(row) < table.MaxColumns {
				row = append(row, c)
			}
			return err
		case e.Is("sdt", "sdtContent", "ins", "customXml"):
			return guarded.ErrDescend
		}
		return t.Skip()
	})
	if gone {
		return err
	}
	if len(g.Rows) < document.MaxBlocks {
		g.Rows = append(g.Rows, row)
	}
	if header && g.Headers == len(g.Rows)-1 {
		g.Headers++
	}
	return err
}

func (r *docxReader) cell(t *guarded.XML) (table.Cell, error) {
	var c table.Cell
	inner := r.beside()
	err := t.Children(func(e guarded.Element) error {
		switch {
		case e.Is("tcPr"):
			return t.Children(func(p guarded.Element) error {
				switch {
				case p.Is("gridSpan"):
					c.Span, _ = strconv.Atoi(p.Attr("val"))
				case p.Is("vMerge"):
					c.Down = p.Attr("val") != "restart"
				}
				return nil
			}, nil)
		case e.Is("p"):
			return inner.paragraph(t)
		case e.Is("tbl"):
			return inner.table(t)
		}
		return inner.flow(t)
	}, nil)
	c.Text = document.Document{Blocks: inner.out}.Lines()
	return c, err
}
