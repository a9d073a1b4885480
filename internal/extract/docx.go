package extract

import (
	"maps"
	"slices"
	"strconv"
	"strings"
)

// readDOCX reads a Word document: the body with headings by style, lists with
// their numbers, tables and notes where they are referred to, and of headers and
// footers what tells how to reach somebody. Of changes that somebody tracked it
// reads what they lead to; comments and tables of contents are left out.
func readDOCX(body []byte) (Document, error) {
	a, err := newArchive(body)
	if err != nil {
		return Document{}, err
	}
	main := "word/document.xml"
	if _, byType, err := a.relations(""); err != nil {
		return Document{}, err
	} else if byType["officeDocument"] != "" {
		main = byType["officeDocument"]
	}
	_, parts, err := a.relations(main)
	if err != nil {
		return Document{}, err
	}
	r := &docxReader{styles: map[string]docxStyle{}, notes: map[string]string{}}
	if a.has(parts["styles"]) {
		if err := r.readStyles(a, parts["styles"]); err != nil {
			return Document{}, err
		}
	}
	if a.has(parts["numbering"]) {
		if r.numbering, err = readNumbering(a, parts["numbering"]); err != nil {
			return Document{}, err
		}
	}
	var nameless []Block
	for _, kind := range []string{"footnotes", "endnotes"} {
		if a.has(parts[kind]) {
			n := r.beside()
			if err := n.part(a, parts[kind]); err != nil {
				return Document{}, err
			}
			nameless = append(nameless, n.out...)
		}
	}
	if err := r.part(a, main); err != nil {
		return Document{}, err
	}
	r.out = append(r.out, nameless...)
	if err := r.margins(a, main); err != nil {
		return Document{}, err
	}
	d := Document{Blocks: r.out}
	title, declared := a.properties("docProps/core.xml")
	d.Title = title
	if r.title != "" {
		d.Title = r.title
	}
	for _, b := range d.Blocks {
		if d.Title == "" && b.Kind == KindHeading {
			d.Title = oneLine(b.Text)
		}
	}
	d.Language = language(declared, d.Blocks)
	return d, nil
}

type docxReader struct {
	styles    map[string]docxStyle
	numbering *docxNumbering    // nil where there is none
	notes     map[string]string // by kind and id
	out       []Block
	title     string
}

// beside is a reader for what is not in the flow of the text.
func (r *docxReader) beside() *docxReader {
	return &docxReader{styles: r.styles, numbering: r.numbering, notes: r.notes}
}

// isOn reads a switch: <w:vanish/> is on, <w:vanish w:val="0"/> is not.
func isOn(e element) bool {
	switch e.attr("val") {
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
	return t.root(func(element) error { return r.flow(t) })
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
			if b.Kind != KindHeading && contact.MatchString(b.Text) && !seen[b.Text] {
				seen[b.Text] = true
				r.out = append(r.out, b)
			}
		}
	}
	return nil
}

// flow reads paragraphs and tables up to the end of the current element.
func (r *docxReader) flow(t *tokens) error {
	return t.children(func(e element) error {
		switch {
		case e.is("p"):
			return r.paragraph(t)
		case e.is("tbl"):
			return r.table(t)
		case e.is("del", "moveFrom", "sectPr", "Fallback"):
			return t.skip()
		case e.is("footnote", "endnote"):
			if kind := e.attr("type"); kind != "" && kind != "normal" {
				return t.skip() // the line above the notes
			}
			if id := e.attr("id"); id != "" {
				note := r.beside()
				err := note.flow(t)
				r.notes[e.Name.Local+id] = oneLine(Document{Blocks: note.out}.lines())
				return err
			}
		}
		return r.flow(t)
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
	after  []Block // text boxes anchored in it
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

func (r *docxReader) paragraph(t *tokens) error {
	var p docxParagraph
	if err := r.inline(t, &p); err != nil {
		return err
	}
	text := strings.TrimSpace(visible(p.text.String()))
	shown := !p.style.hidden && !p.style.contents
	if shown && text == "" && !p.less {
		p.label(r.numbering) // Word counts what is empty, too
	}
	if meaningful(text) && shown && len(r.out) < maxBlocks {
		if label := p.label(r.numbering); label != "" {
			text = label + " " + text
		}
		b := Block{Kind: KindParagraph, Text: text}
		switch {
		case p.style.level > 0 && len(text) < 300:
			b.Kind, b.Level, b.Text = KindHeading, p.style.level, oneLine(text)
			if p.style.title && r.title == "" {
				r.title = b.Text
			}
		case p.list > 0, p.style.list && !p.noList:
			b.Kind, b.Level = KindItem, max(1, p.list)
		case p.style.code:
			b.Kind = KindCode
		}
		for _, note := range p.notes {
			if b.Kind == KindHeading {
				p.after = append(p.after, Block{Kind: KindParagraph, Text: note})
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
func (r *docxReader) inline(t *tokens, p *docxParagraph) error {
	return t.children(func(e element) error {
		switch {
		case e.is("pPr"):
			return r.paragraphProperties(t, p)
		case e.is("r"):
			return r.run(t, p)
		case e.is("del", "moveFrom", "Fallback", "instrText", "delText", "rPr"):
			p.less = p.less || e.is("del", "moveFrom")
			return t.skip()
		case e.is("t"):
			s, err := t.text()
			p.text.WriteString(s)
			return err
		case e.is("p"): // a paragraph in a shape
			return r.box(t, p, (*docxReader).paragraph)
		case e.is("tbl"):
			return r.box(t, p, (*docxReader).table)
		}
		return r.inline(t, p)
	}, nil)
}

// box reads something that floats beside a paragraph; it comes after it.
func (r *docxReader) box(t *tokens, p *docxParagraph, read func(*docxReader, *tokens) error) error {
	inner := r.beside()
	err := read(inner, t)
	p.after = append(p.after, inner.out...)
	return err
}

func (r *docxReader) paragraphProperties(t *tokens, p *docxParagraph) error {
	return t.children(func(e element) error {
		switch {
		case e.is("pStyle"):
			p.id = e.attr("val")
			p.style = r.style(p.id)
		case e.is("outlineLvl"):
			if l, err := strconv.Atoi(e.attr("val")); err == nil && l >= 0 && l < 6 {
				p.style.level = l + 1
			}
		case e.is("numPr"):
			p.list = 1
			return t.children(func(c element) error {
				switch {
				case c.is("ilvl"):
					if l, err := strconv.Atoi(c.attr("val")); err == nil && l >= 0 && l < 9 {
						p.list = l + 1
					}
				case c.is("numId"):
					p.number = c.attr("val")
					p.noList = p.number == "0"
				}
				return nil
			}, nil)
		}
		return nil
	}, nil)
}

// run reads a piece of text with one look; hidden text is left out.
func (r *docxReader) run(t *tokens, p *docxParagraph) error {
	hidden := false
	return t.children(func(e element) error {
		switch {
		case e.is("rPr"):
			return t.children(func(c element) error {
				switch {
				case c.is("rStyle"):
					hidden = r.style(c.attr("val")).hidden
				case c.is("vanish"):
					hidden = isOn(c)
				}
				return nil
			}, nil)
		case hidden, e.is("instrText", "delText", "Fallback"):
			p.less = p.less || hidden
			return t.skip()
		case e.is("t"):
			s, err := t.text()
			p.text.WriteString(s)
			return err
		case e.is("tab"):
			p.text.WriteByte('\t')
		case e.is("br", "cr"):
			p.text.WriteByte('\n')
		case e.is("noBreakHyphen"):
			p.text.WriteByte('-')
		case e.is("sym"):
			if code, err := strconv.ParseUint(e.attr("char"), 16, 16); err == nil {
				p.text.WriteString(symbol(rune(code)))
			}
		case e.is("footnoteReference", "endnoteReference"):
			id := strings.TrimSuffix(e.Name.Local, "Reference") + e.attr("id")
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

func (r *docxReader) table(t *tokens) error {
	var g grid
	err := t.children(func(e element) error {
		switch {
		case e.is("tr"):
			return r.row(t, &g)
		case e.is("sdt", "sdtContent", "ins", "customXml"):
			return t.inside(func(e element) error {
				if e.is("tr") {
					return r.row(t, &g)
				}
				return errDescend
			})
		}
		return t.skip()
	}, nil)
	r.out = append(r.out, g.blocks(0)...)
	return err
}

func (r *docxReader) row(t *tokens, g *grid) error {
	var row []gridCell
	header := false
	err := t.inside(func(e element) error {
		switch {
		case e.is("trPr"):
			return t.children(func(c element) error {
				header = header || c.is("tblHeader") && isOn(c)
				return nil
			}, nil)
		case e.is("tc"):
			c, err := r.cell(t)
			if len(row) < maxColumns {
				row = append(row, c)
			}
			return err
		case e.is("sdt", "sdtContent", "ins", "customXml"):
			return errDescend
		}
		return t.skip()
	})
	if len(g.rows) < maxBlocks {
		g.rows = append(g.rows, row)
	}
	if header && g.headers == len(g.rows)-1 {
		g.headers++
	}
	return err
}

func (r *docxReader) cell(t *tokens) (gridCell, error) {
	var c gridCell
	inner := r.beside()
	err := t.children(func(e element) error {
		switch {
		case e.is("tcPr"):
			return t.children(func(p element) error {
				switch {
				case p.is("gridSpan"):
					c.span, _ = strconv.Atoi(p.attr("val"))
				case p.is("vMerge"):
					c.down = p.attr("val") != "restart"
				}
				return nil
			}, nil)
		case e.is("p"):
			return inner.paragraph(t)
		case e.is("tbl"):
			return inner.table(t)
		}
		return inner.flow(t)
	}, nil)
	c.text = Document{Blocks: inner.out}.lines()
	return c, err
}
