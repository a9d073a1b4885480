package extract

import (
	"slices"
	"strconv"
	"strings"
)

// readODF reads a text, sheet or presentation in OpenDocument format.
func readODF(body []byte) (Document, error) {
	a, err := newArchive(body)
	if err != nil {
		return Document{}, err
	}
	if a.has("META-INF/manifest.xml") {
		t, err := a.xml("META-INF/manifest.xml")
		if err != nil {
			return Document{}, err
		}
		err = t.descendants(func(e element) error {
			if e.is("encryption-data") {
				return isLocked.because(nil)
			}
			return errDescend
		})
		if err != nil {
			return Document{}, err
		}
	}
	t, err := a.xml("content.xml")
	if err != nil {
		return Document{}, err
	}
	r := &odfReader{t: t, hidden: map[string]bool{}}
	if err := t.root(func(element) error { return r.flow() }); err != nil {
		return Document{}, err
	}
	d := Document{Blocks: r.out, Pages: r.page}
	title, declared := a.properties("meta.xml")
	d.Title = title
	for _, b := range d.Blocks {
		if d.Title == "" && b.Kind == KindHeading {
			d.Title = oneLine(b.Text)
		}
	}
	d.Language = language(declared, d.Blocks)
	return d, nil
}

type odfReader struct {
	t      *tokens
	out    []Block
	page   int
	lists  int
	item   bool // the next paragraph begins a list item
	title  bool // inside the title frame of a slide
	hidden map[string]bool
	sheet  bool
}

// flow reads everything inside the current element.
func (r *odfReader) flow() error { return r.t.children(r.element, nil) }

func (r *odfReader) element(e element) error {
	switch {
	case e.is("h"):
		level, err := strconv.Atoi(e.attr("outline-level"))
		if err != nil || level < 1 {
			level = 1
		}
		return r.paragraph(e, KindHeading, min(level, 6))
	case e.is("p"):
		kind, level := KindParagraph, 0
		switch {
		case r.title:
			kind, level = KindHeading, 2
		case r.item:
			kind, level = KindItem, max(1, r.lists)
			r.item = false
		}
		return r.paragraph(e, kind, level)
	case e.is("list"):
		r.lists++
		err := r.flow()
		r.lists--
		return err
	case e.is("list-item", "list-header"):
		r.item = true
		err := r.flow()
		r.item = false
		return err
	case e.is("table"):
		return r.table(e)
	case e.is("spreadsheet"):
		r.sheet = true
	case e.is("page"): // of a presentation
		r.page++
	case e.is("frame"):
		was := r.title
		r.title = e.attr("class") == "title"
		err := r.flow()
		r.title = was
		return err
	case e.is("style"):
		name := e.attr("name")
		return r.t.inside(func(p element) error {
			// Hidden text, and sheets that are not shown.
			if p.attr("display") == "none" || p.is("table-properties") && p.attr("display") == "false" {
				r.hidden[name] = true
			}
			return errDescend
		})
	case e.is("tracked-changes", "annotation", "notes", "forms", "sequence-decls", "font-face-decls", "desc", "title", "scripts", "table-of-content", "named-expressions", "database-ranges", "content-validations"):
		return r.t.skip()
	}
	return r.flow()
}

func (r *odfReader) paragraph(e element, kind Kind, level int) error {
	var out strings.Builder
	var floating []Block
	err := r.inline(&out, &floating)
	text := strings.TrimSpace(visible(out.String()))
	if meaningful(text) && !r.hidden[e.attr("style-name")] && len(r.out) < maxBlocks {
		r.out = append(r.out, Block{Kind: kind, Level: level, Text: text, Page: r.page})
	}
	r.out = append(r.out, floating...)
	return err
}

// inline reads the text of a paragraph; text frames anchored in it come after it.
func (r *odfReader) inline(out *strings.Builder, floating *[]Block) error {
	return r.t.children(func(e element) error {
		switch {
		case e.is("s"):
			n, err := strconv.Atoi(e.attr("c"))
			if err != nil {
				n = 1
			}
			out.WriteString(strings.Repeat(" ", min(max(n, 1), 20)))
			return nil
		case e.is("tab"):
			out.WriteByte('\t')
			return nil
		case e.is("line-break"):
			out.WriteByte('\n')
			return nil
		case e.is("span") && r.hidden[e.attr("style-name")], e.is("annotation", "note-citation", "tracked-changes", "hidden-text", "ruby-text"),
			e.Name.Space == "svg" && e.is("desc", "title"):
			return r.t.skip()
		case e.is("note-body"):
			out.WriteString(" (")
			err := r.inline(out, floating)
			out.WriteByte(')')
			return err
		case e.is("text-box", "table", "image"):
			inner := &odfReader{t: r.t, page: r.page, hidden: r.hidden}
			err := inner.flow()
			*floating = append(*floating, inner.out...)
			return err
		}
		return r.inline(out, floating)
	}, func(b []byte) { collapse(out, string(b)) })
}

// collapse adds text with every run of spaces as one.
func collapse(out *strings.Builder, s string) {
	if s == "" {
		return
	}
	isSpace := func(c byte) bool { return c == ' ' || c == '\n' || c == '\t' }
	soFar := out.String()
	if isSpace(s[0]) && soFar != "" && !isSpace(soFar[len(soFar)-1]) {
		out.WriteByte(' ')
	}
	words := strings.Join(strings.Fields(s), " ")
	out.WriteString(words)
	if words != "" && isSpace(s[len(s)-1]) {
		out.WriteByte(' ')
	}
}

// table reads a table of a text or a sheet of a workbook. Cells and rows that
// repeat to the edge of the sheet are empty.
func (r *odfReader) table(e element) error {
	hidden := r.hidden[e.attr("style-name")]
	if r.sheet {
		r.page++
	}
	var g grid
	inHeader := 0
	err := r.t.inside(func(c element) error {
		switch {
		case c.is("table-header-rows"):
			inHeader++
			err := r.rows(&g)
			g.headers = len(g.rows)
			return err
		case c.is("table-row"):
			return r.row(c, &g)
		case c.is("table-column"):
			g.hidden = slices.Concat(g.hidden, slices.Repeat([]bool{isCollapsed(c)}, min(repeated(c, "number-columns-repeated"), maxColumns-len(g.hidden))))
		case c.is("shapes", "forms", "table-source"):
			return r.t.skip()
		}
		return errDescend
	})
	if err != nil || hidden {
		return err
	}
	rows := g.rows
	for len(rows) > 0 && !slices.ContainsFunc(rows[len(rows)-1], func(c gridCell) bool { return c.text != "" }) {
		rows = rows[:len(rows)-1]
	}
	g.rows = rows
	blocks := g.blocks(r.page)
	if name := oneLine(e.attr("name")); r.sheet && len(blocks) > 0 && !numberedName(name) {
		r.out = append(r.out, Block{Kind: KindHeading, Level: 2, Text: name, Page: r.page})
	}
	r.out = append(r.out, blocks...)
	return nil
}

func (r *odfReader) rows(g *grid) error {
	return r.t.inside(func(c element) error {
		if c.is("table-row") {
			return r.row(c, g)
		}
		return errDescend
	})
}

func (r *odfReader) row(e element, g *grid) error {
	var row []gridCell
	empty, covered := true, 0
	err := r.t.children(func(c element) error {
		if !c.is("table-cell", "covered-table-cell") {
			return nil
		}
		repeat := repeated(c, "number-columns-repeated")
		down := c.is("covered-table-cell")
		if left := min(repeat, covered); down && left > 0 {
			// The cell before covers these, and counts for them.
			if covered, repeat = covered-left, repeat-left; repeat == 0 {
				return r.t.skip()
			}
		}
		inner := &odfReader{t: r.t, page: r.page, hidden: r.hidden}
		if err := inner.flow(); err != nil {
			return err
		}
		cell := gridCell{text: Document{Blocks: inner.out}.lines(), down: down}
		if span, err := strconv.Atoi(c.attr("number-columns-spanned")); err == nil && span > 1 {
			cell.span = min(span, maxColumns)
			covered = cell.span - 1
		}
		if cell.text == "" {
			repeat = min(repeat, maxColumns)
		}
		for range min(repeat, maxColumns) {
			if len(row) < maxColumns {
				row = append(row, cell)
			}
		}
		empty = empty && cell.text == ""
		return nil
	}, nil)
	for len(row) > 0 && row[len(row)-1].text == "" && !row[len(row)-1].down {
		row = row[:len(row)-1]
	}
	if isCollapsed(e) {
		return err
	}
	repeat := repeated(e, "number-rows-repeated")
	if empty {
		repeat = 1
	}
	for range min(repeat, 1000) {
		if len(g.rows) < maxBlocks {
			g.rows = append(g.rows, row)
		}
	}
	return err
}

// isCollapsed says whether a row or column of a table is not shown.
func isCollapsed(e element) bool {
	visibility := e.attr("visibility")
	return visibility == "collapse" || visibility == "filter"
}

// repeated is for how many rows or columns an element stands.
func repeated(e element, attribute string) int {
	n, err := strconv.Atoi(e.attr(attribute))
	if err != nil {
		return 1
	}
	return max(1, n)
}
