package office

import (
	"slices"
	"strconv"
	"strings"

	"github.com/webchatagent/wca/internal/extract/document"
	"github.com/webchatagent/wca/internal/extract/guarded"
	"github.com/webchatagent/wca/internal/extract/refusal"
	"github.com/webchatagent/wca/internal/extract/table"
)

// ODF reads a text, sheet or presentation in OpenDocument format.
func ODF(body []byte) (document.Document, error) {
	a, err := newArchive(body)
	if err != nil {
		return document.Document{}, err
	}
	if a.has("META-INF/manifest.xml") {
		t, err := a.xml("META-INF/manifest.xml")
		if err != nil {
			return document.Document{}, err
		}
		err = t.Descendants(func(e guarded.Element) error {
			if e.Is("encryption-data") {
				return refusal.Locked.Because(nil)
			}
			return guarded.ErrDescend
		})
		if err != nil {
			return document.Document{}, err
		}
	}
	t, err := a.xml("content.xml")
	if err != nil {
		return document.Document{}, err
	}
	r := &odfReader{t: t, hidden: map[string]bool{}}
	if err := t.Root(func(guarded.Element) error { return r.flow() }); err != nil {
		return document.Document{}, err
	}
	d := document.Document{Blocks: r.out, Pages: r.page}
	title, declared := a.properties("meta.xml")
	d.Title = title
	for _, b := range d.Blocks {
		if d.Title == "" && b.Kind == document.KindHeading {
			d.Title = document.OneLine(b.Text)
		}
	}
	d.Language = document.Language(declared, d.Blocks)
	return d, nil
}

type odfReader struct {
	t      *guarded.XML
	out    []document.Block
	page   int
	lists  int
	item   bool // the next paragraph begins a list item
	title  bool // inside the title frame of a slide
	hidden map[string]bool
	sheet  bool
}

// flow reads everything inside the current element.
func (r *odfReader) flow() error { return r.t.Children(r.element, nil) }

func (r *odfReader) element(e guarded.Element) error {
	switch {
	case e.Is("h"):
		level, err := strconv.Atoi(e.Attr("outline-level"))
		if err != nil || level < 1 {
			level = 1
		}
		return r.paragraph(e, document.KindHeading, min(level, 6))
	case e.Is("p"):
		kind, level := document.KindParagraph, 0
		switch {
		case r.title:
			kind, level = document.KindHeading, 2
		case r.item:
			kind, level = document.KindItem, max(1, r.lists)
			r.item = false
		}
		return r.paragraph(e, kind, level)
	case e.Is("list"):
		r.lists++
		err := r.flow()
		r.lists--
		return err
	case e.Is("list-item", "list-header"):
		r.item = true
		err := r.flow()
		r.item = false
		return err
	case e.Is("table"):
		return r.table(e)
	case e.Is("spreadsheet"):
		r.sheet = true
	case e.Is("page"): // of a presentation
		r.page++
	case e.Is("frame"):
		was := r.title
		r.title = e.Attr("class") == "title"
		err := r.flow()
		r.title = was
		return err
	case e.Is("style"):
		name := e.Attr("name")
		return r.t.Inside(func(p guarded.Element) error {
			// Hidden text, and sheets that are not shown.
			if p.Attr("display") == "none" || p.Is("table-properties") && p.Attr("display") == "false" {
				r.hidden[name] = true
			}
			return guarded.ErrDescend
		})
	case e.Is("tracked-changes", "annotation", "notes", "forms", "sequence-decls", "font-face-decls", "desc", "title", "scripts", "table-of-content", "named-expressions", "database-ranges", "content-validations"):
		return r.t.Skip()
	}
	return r.flow()
}

func (r *odfReader) paragraph(e guarded.Element, kind document.Kind, level int) error {
	var out strings.Builder
	var floating []document.Block
	err := r.inline(&out, &floating)
	text := strings.TrimSpace(document.Visible(out.String()))
	if document.Meaningful(text) && !r.hidden[e.Attr("style-name")] && len(r.out) < document.MaxBlocks {
		r.out = append(r.out, document.Block{Kind: kind, Level: level, Text: text, Page: r.page})
	}
	r.out = append(r.out, floating...)
	return err
}

// inline reads the text of a paragraph; text frames anchored in it come after it.
func (r *odfReader) inline(out *strings.Builder, floating *[]document.Block) error {
	return r.t.Children(func(e guarded.Element) error {
		switch {
		case e.Is("s"):
			n, err := strconv.Atoi(e.Attr("c"))
			if err != nil {
				n = 1
			}
			out.WriteString(strings.Repeat(" ", min(max(n, 1), 20)))
			return nil
		case e.Is("tab"):
			out.WriteByte('\t')
			return nil
		case e.Is("line-break"):
			out.WriteByte('\n')
			return nil
		case e.Is("span") && r.hidden[e.Attr("style-name")], e.Is("annotation", "note-citation", "tracked-changes", "hidden-text", "ruby-text"),
			e.Name.Space == "svg" && e.Is("desc", "title"):
			return r.t.Skip()
		case e.Is("note-body"):
			out.WriteString(" (")
			err := r.inline(out, floating)
			out.WriteByte(')')
			return err
		case e.Is("text-box", "table", "image"):
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
func (r *odfReader) table(e guarded.Element) error {
	hidden := r.hidden[e.Attr("style-name")]
	if r.sheet {
		r.page++
	}
	var g table.Grid
	inHeader := 0
	err := r.t.Inside(func(c guarded.Element) error {
		switch {
		case c.Is("table-header-rows"):
			inHeader++
			err := r.rows(&g)
			g.Headers = len(g.Rows)
			return err
		case c.Is("table-row"):
			return r.row(c, &g)
		case c.Is("table-column"):
			g.Hidden = slices.Concat(g.Hidden, slices.Repeat([]bool{isCollapsed(c)}, min(repeated(c, "number-columns-repeated"), table.MaxColumns-len(g.Hidden))))
		case c.Is("shapes", "forms", "table-source"):
			return r.t.Skip()
		}
		return guarded.ErrDescend
	})
	if err != nil || hidden {
		return err
	}
	rows := g.Rows
	for len(rows) > 0 && !slices.ContainsFunc(rows[len(rows)-1], func(c table.Cell) bool { return c.Text != "" }) {
		rows = rows[:len(rows)-1]
	}
	g.Rows = rows
	blocks := g.Blocks(r.page)
	if name := document.OneLine(e.Attr("name")); r.sheet && len(blocks) > 0 && !numberedName(name) {
		r.out = append(r.out, document.Block{Kind: document.KindHeading, Level: 2, Text: name, Page: r.page})
	}
	r.out = append(r.out, blocks...)
	return nil
}

func (r *odfReader) rows(g *table.Grid) error {
	return r.t.Inside(func(c guarded.Element) error {
		if c.Is("table-row") {
			return r.row(c, g)
		}
		return guarded.ErrDescend
	})
}

func (r *odfReader) row(e guarded.Element, g *table.Grid) error {
	var row []table.Cell
	empty, covered := true, 0
	err := r.t.Children(func(c guarded.Element) error {
		if !c.Is("table-cell", "covered-table-cell") {
			return nil
		}
		repeat := repeated(c, "number-columns-repeated")
		down := c.Is("covered-table-cell")
		if left := min(repeat, covered); down && left > 0 {
			// The cell before covers these, and counts for them.
			if covered, repeat = covered-left, repeat-left; repeat == 0 {
				return r.t.Skip()
			}
		}
		inner := &odfReader{t: r.t, page: r.page, hidden: r.hidden}
		if err := inner.flow(); err != nil {
			return err
		}
		cell := table.Cell{Text: document.Document{Blocks: inner.out}.Lines(), Down: down}
		if span, err := strconv.Atoi(c.Attr("number-columns-spanned")); err == nil && span > 1 {
			cell.Span = min(span, table.MaxColumns)
			covered = cell.Span - 1
		}
		if cell.Text == "" {
			repeat = min(repeat, table.MaxColumns)
		}
		for range min(repeat, table.MaxColumns) {
			if len(row) < table.MaxColumns {
				row = append(row, cell)
			}
		}
		empty = empty && cell.Text == ""
		return nil
	}, nil)
	for len(row) > 0 && row[len(row)-1].Text == "" && !row[len(row)-1].Down {
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
		if len(g.Rows) < document.MaxBlocks {
			g.Rows = append(g.Rows, row)
		}
	}
	return err
}

// isCollapsed says whether a row or column of a table is not shown.
func isCollapsed(e guarded.Element) bool {
	visibility := e.Attr("visibility")
	return visibility == "collapse" || visibility == "filter"
}

// repeated is for how many rows or columns an element stands.
func repeated(e guarded.Element, attribute string) int {
	n, err := strconv.Atoi(e.Attr(attribute))
	if err != nil {
		return 1
	}
	return max(1, n)
}
