package extract

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// sheet is a table by columns.
type sheet struct {
	rows  [][]string
	spans [][]int // how many columns the cell that begins there covers; nil where that is not known
}

// sheetRows makes blocks of the rows of a sheet of which only the cells are known.
func sheetRows(rows [][]string, page int) []Block { return sheet{rows: rows}.blocks(page) }

// blocks makes blocks of the rows: names of columns from the first row that looks like it and those below that go on
// it, lines above it and notes below as text, empty rows left out.
func (s sheet) blocks(page int) []Block {
	at, isHeader := s.headerRow()
	if !isHeader {
		return s.below(nil, 0, page)
	}
	if !slices.ContainsFunc(s.rows[at+1:], func(r []string) bool { return filled(r) > 0 }) {
		return append(s.above(at, page), s.below(nil, at, page)...)
	}
	header, next := s.header(at)
	if s.recurs(at, next) {
		return append(s.above(at, page), s.below(nil, at, page)...)
	}
	out := append(s.above(at, page), s.below(header, next, page)...)
	if len(out) == 0 {
		out = append(out, Block{Kind: KindRow, Text: strings.Join(header, "\t"), Page: page})
	}
	return out
}

// above makes blocks of the rows above the header.
func (s sheet) above(at, page int) []Block {
	var out []Block
	for _, row := range s.rows[:at] {
		b := Block{Kind: KindRow, Text: rowOf(row), Page: page}
		if filled(row) == 1 {
			b.Kind, b.Text = KindParagraph, strings.TrimSpace(b.Text)
		}
		if meaningful(b.Text) {
			out = append(out, b)
		}
	}
	return out
}

// below makes blocks of the rows from one on.
func (s sheet) below(header []string, from, page int) []Block {
	var out []Block
	for i := from; i < len(s.rows); i++ {
		row := s.rows[i]
		b := Block{Kind: KindRow, Text: rowOf(row), Page: page, Header: header}
		if !meaningful(b.Text) {
			continue
		}
		if header != nil && s.isNote(i, len(header)) {
			b = Block{Kind: KindParagraph, Text: strings.TrimSpace(b.Text), Page: page}
		}
		out = append(out, b)
	}
	return out
}

func rowOf(row []string) string { return strings.TrimRight(strings.Join(row, "\t"), "\t ") }

// noteLetters is how long the only cell of a row is at least that is a note about the table.
const noteLetters = 40

// isNote says whether a row is a line of text between or below the rows: its only cell is the first and covers all
// columns, or is as long as names of things are not.
func (s sheet) isNote(i, width int) bool {
	row := s.rows[i]
	if width < 2 || filled(row) != 1 || row[0] == "" {
		return false
	}
	return s.span(i, 0) >= width || utf8.RuneCountInString(row[0]) >= noteLetters
}

// span is how many columns a cell covers.
func (s sheet) span(row, column int) int {
	if s.spans == nil || column >= len(s.spans[row]) {
		return 1
	}
	return max(1, s.spans[row][column])
}

// header gives the names of the columns from the row at and those below that go on it, and the row where the table's
// own rows begin.
func (s sheet) header(at int) (header []string, next int) {
	for next = at; ; next++ {
		reach := s.reach(next)
		goesOn := next+1 < min(len(s.rows)-1, at+3) && s.goesOn(next+1, reach)
		if goesOn || s.tellsReach(next) {
			header = joinHeaders(header, spread(s.rows[next], reach))
		} else {
			header = joinHeaders(header, s.rows[next])
		}
		if !goesOn {
			return header, next + 1
		}
	}
}

// tellsReach says whether the file tells which cells of a row cover several columns.
func (s sheet) tellsReach(at int) bool {
	return s.spans != nil && slices.ContainsFunc(s.spans[at], func(n int) bool { return n > 1 })
}

// reach is for each column of a row of the header how many columns the cell there covers, 0 where another does. Where
// the file does not say so, cells may cover the empty ones to their right if the next row begins with an empty one, too.
func (s sheet) reach(at int) []int {
	row := s.rows[at]
	reach := make([]int, len(row))
	guessed := !s.tellsReach(at) && len(row) > 0 && at+1 < len(s.rows) && len(s.rows[at+1]) > 0 && s.rows[at+1][0] == "" && row[0] != ""
	for i := 0; i < len(row); {
		to := min(len(row), i+s.span(at, i))
		if guessed && row[i] != "" {
			for to < len(row) && row[to] == "" {
				to++
			}
			if to == len(row) && len(s.rows[at+1]) > to {
				to = len(s.rows[at+1])
			}
		}
		reach[i] = to - i
		i = max(to, i+1)
	}
	return reach
}

// spread writes the text of cells into all columns that they cover.
func spread(row []string, reach []int) []string {
	out := slices.Clone(row)
	for i, n := range reach {
		for k := i + 1; k < i+n; k++ {
			for k >= len(out) {
				out = append(out, "")
			}
			out[k] = row[i]
		}
	}
	return out
}

// goesOn says whether a row parts the columns that cells of the header above cover together: it has names below
// these, and nothing new below others.
func (s sheet) goesOn(at int, above []int) bool {
	row, named := s.rows[at], 0
	for i, n := range above {
		for k := i; k < i+n && k < len(row); k++ {
			switch cell := row[k]; {
			case cell == "":
			case n > 1 && isName(cell):
				named++
			case n == 1 && cell == s.rows[at-1][i]: // a cell that covers both rows
			default:
				return false
			}
		}
	}
	return named > 1
}

// isName says whether a cell can be the name of a column: words, or a year.
func isName(cell string) bool {
	if n, err := strconv.Atoi(cell); err == nil {
		return n >= 1900 && n < 2100
	}
	return !isNumber(cell) && utf8.RuneCountInString(cell) <= 60 && strings.ContainsFunc(cell, unicode.IsLetter)
}

func filled(row []string) int {
	n := 0
	for _, c := range row {
		if c != "" {
			n++
		}
	}
	return n
}

// headerRow finds the row that names the columns among the first rows: as wide as
// the table, made of words, different in every cell.
func (s sheet) headerRow() (int, bool) {
	width := 0
	for _, r := range s.rows[:min(len(s.rows), 50)] {
		width = max(width, filled(r))
	}
	for i, row := range s.rows[:min(len(s.rows), 10)] {
		if n := filled(row); n < 2 || s.covered(i)*3 < width*2 {
			continue
		}
		seen := map[string]bool{}
		for _, c := range row {
			if c == "" {
				continue
			}
			if isNumber(c) || seen[c] || len(c) > 100 || !strings.ContainsFunc(c, unicode.IsLetter) {
				return 0, false
			}
			seen[c] = true
		}
		return i, true
	}
	return 0, false
}

// recurs says whether cells of a row stand again in their columns below, as values do. That names of columns do so is
// seldom, but for the whole row on each page of a print and for the answers of a form ("yes").
func (s sheet) recurs(at, from int) bool {
	again := 0
	for _, row := range s.rows[from:min(len(s.rows), from+50)] {
		same, value := 0, 0
		for i, c := range s.rows[at] {
			if i < len(row) && c != "" && row[i] == c {
				same++
				if len(c) >= shortestValue {
					value = 1
				}
			}
		}
		if same < filled(s.rows[at]) && same*2 <= filled(s.rows[at]) {
			again += value
		}
	}
	return again > 1
}

// shortestValue is how many bytes a value has at least that tells by its return that the row above has values, too.
const shortestValue = 5

// covered is how many columns the cells of a row cover.
func (s sheet) covered(at int) int {
	n := 0
	for i, reach := range s.reach(at) {
		if s.rows[at][i] != "" {
			n += reach
		}
	}
	return n
}

// isNumber recognises numbers, prices, dates and times: what a header has not.
func isNumber(s string) bool {
	s = strings.Trim(s, " €$%£")
	if _, err := strconv.ParseFloat(strings.NewReplacer(",", "", ".", "", ":", "", "-", "", "/", "", " ", "").Replace(s), 64); err == nil {
		return true
	}
	return false
}
