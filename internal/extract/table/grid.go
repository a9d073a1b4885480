package table

import (
	"strings"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/extract/document"
)

// Cell is a cell of a table in an office file.
type Cell struct {
	Text string
	Span int  // columns it covers, 0 means 1
	Down bool // goes on a cell above
}

// Grid is a table in an office file.
type Grid struct {
	Rows    [][]Cell
	Headers int    // leading rows that the file marks as header
	Hidden  []bool // columns that are not shown; those behind them are
}

// Blocks makes rows of a table, or paragraphs where the table only arranges text
// side by side.
func (g Grid) Blocks(page int) []document.Block {
	s := g.plain()
	rows := s.Rows
	width, longest, total, cells := 0, 0, 0, 0
	for _, r := range rows {
		width = max(width, Filled(r))
		for _, c := range r {
			if c != "" {
				longest = max(longest, utf8.RuneCountInString(c))
				total += utf8.RuneCountInString(c)
				cells++
			}
		}
	}
	if width < 2 || longest > 1500 || cells > 0 && total/cells > 400 {
		var out []document.Block
		for _, r := range rows {
			for _, c := range r {
				if document.Meaningful(c) {
					out = append(out, document.Block{Kind: document.KindParagraph, Text: c, Page: page})
				}
			}
		}
		return out
	}
	for _, r := range rows {
		for i, c := range r {
			r[i] = strings.Join(strings.Fields(c), " ")
		}
	}
	if g.Headers == 0 || g.Headers >= len(rows) {
		return s.Blocks(page)
	}
	var header []string
	for i, r := range rows[:g.Headers-1] {
		header = JoinHeaders(header, spread(r, s.reach(i)))
	}
	last, next := s.header(g.Headers - 1)
	return s.Below(JoinHeaders(header, last), next, page)
}

// plain gives the text of all cells by column. A cell that covers rows is
// repeated, so that every row can be understood alone.
func (g Grid) plain() Sheet {
	var out Sheet
	var above []string
	for _, row := range g.Rows {
		var plain []string
		var spans []int
		for _, c := range row {
			text := strings.TrimSpace(strings.ReplaceAll(c.Text, "\t", " "))
			if c.Down && len(plain) < len(above) && len(above[len(plain)]) < 200 {
				text = above[len(plain)]
			}
			plain, spans = append(plain, text), append(spans, max(1, c.Span))
			for range min(c.Span, MaxColumns) - 1 {
				plain, spans = append(plain, ""), append(spans, 0)
			}
			if len(plain) >= MaxColumns {
				break
			}
		}
		out.Rows, out.Spans = append(out.Rows, plain), append(out.Spans, spans)
		above = plain
	}
	for i := range out.Rows {
		out.Rows[i], out.Spans[i] = g.shown(out.Rows[i], out.Spans[i])
	}
	return out
}

// shown leaves columns that are not shown out of a row. The text of a cell that covers several stands in the first of these
// that is shown.
func (g Grid) shown(row []string, spans []int) (texts []string, reach []int) {
	if len(g.Hidden) == 0 {
		return row, spans
	}
	for i := 0; i < len(row); {
		n, at := max(1, spans[i]), len(texts)
		for k := i; k < min(i+n, len(row)); k++ {
			if k >= len(g.Hidden) || !g.Hidden[k] {
				texts, reach = append(texts, ""), append(reach, 0)
			}
		}
		if shown := len(texts) - at; shown > 0 {
			texts[at], reach[at] = row[i], shown
		}
		i += n
	}
	return texts, reach
}
