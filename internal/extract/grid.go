package extract

import (
	"strings"
	"unicode/utf8"
)

// gridCell is a cell of a table in an office file.
type gridCell struct {
	text string
	span int  // columns it covers, 0 means 1
	down bool // goes on a cell above
}

// grid is a table in an office file.
type grid struct {
	rows    [][]gridCell
	headers int    // leading rows that the file marks as header
	hidden  []bool // columns that are not shown; those behind them are
}

// blocks makes rows of a table, or paragraphs where the table only arranges text
// side by side.
func (g grid) blocks(page int) []Block {
	s := g.plain()
	rows := s.rows
	width, longest, total, cells := 0, 0, 0, 0
	for _, r := range rows {
		width = max(width, filled(r))
		for _, c := range r {
			if c != "" {
				longest = max(longest, utf8.RuneCountInString(c))
				total += utf8.RuneCountInString(c)
				cells++
			}
		}
	}
	if width < 2 || longest > 1500 || cells > 0 && total/cells > 400 {
		var out []Block
		for _, r := range rows {
			for _, c := range r {
				if meaningful(c) {
					out = append(out, Block{Kind: KindParagraph, Text: c, Page: page})
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
	if g.headers == 0 || g.headers >= len(rows) {
		return s.blocks(page)
	}
	var header []string
	for i, r := range rows[:g.headers-1] {
		header = joinHeaders(header, spread(r, s.reach(i)))
	}
	last, next := s.header(g.headers - 1)
	return s.below(joinHeaders(header, last), next, page)
}

// plain gives the text of all cells by column. A cell that covers rows is
// repeated, so that every row can be understood alone.
func (g grid) plain() sheet {
	var out sheet
	var above []string
	for _, row := range g.rows {
		var plain []string
		var spans []int
		for _, c := range row {
			text := strings.TrimSpace(strings.ReplaceAll(c.text, "\t", " "))
			if c.down && len(plain) < len(above) && len(above[len(plain)]) < 200 {
				text = above[len(plain)]
			}
			plain, spans = append(plain, text), append(spans, max(1, c.span))
			for range min(c.span, maxColumns) - 1 {
				plain, spans = append(plain, ""), append(spans, 0)
			}
			if len(plain) >= maxColumns {
				break
			}
		}
		out.rows, out.spans = append(out.rows, plain), append(out.spans, spans)
		above = plain
	}
	for i := range out.rows {
		out.rows[i], out.spans[i] = g.shown(out.rows[i], out.spans[i])
	}
	return out
}

// shown leaves columns that are not shown out of a row. The text of a cell that covers several stands in the first of these
// that is shown.
func (g grid) shown(row []string, spans []int) (texts []string, reach []int) {
	if len(g.hidden) == 0 {
		return row, spans
	}
	for i := 0; i < len(row); {
		n, at := max(1, spans[i]), len(texts)
		for k := i; k < min(i+n, len(row)); k++ {
			if k >= len(g.hidden) || !g.hidden[k] {
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
