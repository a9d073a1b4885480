package table

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/extract/document"
)

// stacked parts a sheet where another table with names of its own begins below an empty row.
func (s Sheet) stacked() []Sheet {
	var out []Sheet
	from := 0
	for i := 1; i < len(s.Rows); i++ {
		if Filled(s.Rows[i-1]) > 0 {
			continue
		}
		head := i
		if head+1 < len(s.Rows) && Filled(s.Rows[head]) == 1 {
			head++ // its title
		}
		if s.begins(from, i, head) {
			out, from = append(out, s.rows(from, i)), i
		}
	}
	return append(out, s.rows(from, len(s.Rows)))
}

// rows are those of a sheet from one to before another.
func (s Sheet) rows(from, to int) Sheet {
	part := Sheet{Rows: s.Rows[from:to]}
	if s.Spans != nil {
		part.Spans = s.Spans[from:to]
	}
	return part
}

// begins says whether the row at head names the columns of another table than the one that goes from a row to before
// another: it has names where that has amounts, and so has what is below it.
func (s Sheet) begins(from, to, head int) bool {
	if head+1 >= len(s.Rows) || Filled(s.Rows[head]) < 2 {
		return false
	}
	seen := map[string]bool{}
	for _, c := range s.Rows[head] {
		if first, _ := utf8.DecodeRuneInString(c); c != "" && (seen[c] || !names(c) || unicode.IsLower(first)) {
			return false
		}
		seen[c] = true
	}
	amount := func(row []string, i int) bool { return i < len(row) && row[i] != "" && IsAmount(row[i]) }
	named := func(i int) bool { return i < len(s.Rows[head]) && s.Rows[head][i] != "" }
	above, below := 0, false
	for _, row := range s.Rows[from:to] {
		for i := range row {
			if named(i) && amount(row, i) {
				above++
				break
			}
		}
	}
	for i := range s.Rows[head+1] {
		below = below || named(i) && amount(s.Rows[head+1], i)
	}
	return above > 1 && below
}

// beside parts a sheet at an empty column that divides two tables: both have names of their own and at least two
// columns, and a name stands in both or the rows of one go on where the other ends. A column that is left empty within a
// table has neither.
func (s Sheet) beside() []Sheet {
	width := 0
	for _, row := range s.Rows {
		width = max(width, len(row))
	}
	for at := 2; at+2 < width; at++ {
		if slices.ContainsFunc(s.Rows, func(row []string) bool { return at < len(row) && row[at] != "" }) || s.covers(at) {
			continue
		}
		left, right := s.columns(0, at), s.columns(at+1, width)
		l, named := left.HeaderRow()
		r, alsoNamed := right.HeaderRow()
		if !named || !alsoNamed || l != r || l+2 >= len(s.Rows) {
			continue
		}
		if sharesName(left.Rows[l], right.Rows[r]) || goesOnAlone(left.Rows[l+1:], right.Rows[r+1:]) {
			return append([]Sheet{left}, right.beside()...)
		}
	}
	return []Sheet{s}
}

// covers says whether a cell of the sheet reaches over a column.
func (s Sheet) covers(at int) bool {
	for i := range s.Spans {
		for k, n := range s.Spans[i] {
			if k < at && k+n > at {
				return true
			}
		}
	}
	return false
}

// columns are those of a sheet from one to before another.
func (s Sheet) columns(from, to int) Sheet {
	var part Sheet
	for i, row := range s.Rows {
		part.Rows = append(part.Rows, row[min(from, len(row)):min(to, len(row))])
		if s.Spans != nil {
			spans := s.Spans[i]
			part.Spans = append(part.Spans, spans[min(from, len(spans)):min(to, len(spans))])
		}
	}
	return part
}

// closed leaves out the columns that are empty in all rows.
func (s Sheet) closed() Sheet {
	var filled []bool
	for _, row := range s.Rows {
		for i, c := range row {
			if i >= len(filled) {
				filled = append(filled, false)
			}
			filled[i] = filled[i] || c != ""
		}
	}
	if !slices.Contains(filled, false) {
		return s
	}
	var out Sheet
	for r, row := range s.Rows {
		var line []string
		var spans []int
		for i, c := range row {
			if !filled[i] {
				continue
			}
			line = append(line, c)
			n := 0
			for k := i; k < min(i+s.span(r, i), len(filled)); k++ {
				if filled[k] {
					n++
				}
			}
			spans = append(spans, n)
		}
		out.Rows = append(out.Rows, line)
		if s.Spans != nil {
			out.Spans = append(out.Spans, spans)
		}
	}
	return out
}

func sharesName(left, right []string) bool {
	return slices.ContainsFunc(left, func(c string) bool { return c != "" && slices.Contains(right, c) })
}

// goesOnAlone says whether one of two tables beside each other has rows where the other has ended.
func goesOnAlone(left, right [][]string) bool {
	last := len(left) - 1
	for last >= 0 && Filled(left[last])+Filled(right[last]) == 0 {
		last--
	}
	return last >= 0 && (Filled(left[last]) == 0) != (Filled(right[last]) == 0)
}

const (
	// widest is how many cells a row has at most that stays whole.
	widest = 20
	// pieceWords is how many words of names and values a piece of a wider row has, so that one fits into a passage.
	pieceWords = 60
)

// pieces parts a wide row. Each piece begins with what names the row: its first cell with a word and those before it.
func pieces(row, header []string, page int) []document.Block {
	named := 0
	for named < min(3, len(row)-1) && !strings.ContainsFunc(row[named], unicode.IsLetter) {
		named++
	}
	named++
	var out []document.Block
	piece, words := make([]string, len(row)), 0
	add := func() {
		if words > 0 {
			out = append(out, document.Block{Kind: document.KindRow, Text: RowOf(piece), Page: page, Header: header})
		}
		piece, words = make([]string, len(row)), 0
		copy(piece, row[:named])
	}
	add()
	for i := named; i < len(row); i++ {
		if row[i] == "" {
			continue
		}
		n := len(strings.Fields(row[i]))
		if i < len(header) {
			n += len(strings.Fields(header[i]))
		}
		if words > 0 && words+n > pieceWords {
			add()
		}
		piece[i] = row[i]
		words += n
	}
	add()
	return out
}
