// Package table makes blocks of the cells of tables in files: rows whose columns are named by all rows of their header.
package table

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/extract/document"
)

// MaxColumns bounds the cells of a row and how far one cell may span.
const MaxColumns = 200

// Sheet is a table by columns.
type Sheet struct {
	Rows  [][]string
	Spans [][]int // how many columns the cell that begins there covers; nil where that is not known
}

// Rows makes blocks of the rows of a sheet of which only the cells are known.
func Rows(rows [][]string, page int) []document.Block { return Sheet{Rows: rows}.Blocks(page) }

// Blocks makes blocks of the rows of all tables on the sheet: names of columns from the first row that looks like it and
// those below that go on it, lines above it and notes below as text, empty rows left out.
func (s Sheet) Blocks(page int) []document.Block {
	var out []document.Block
	for _, below := range s.stacked() {
		for _, t := range below.beside() {
			out = append(out, t.closed().one(page)...)
		}
	}
	return out
}

// one makes blocks of the rows of one table.
func (s Sheet) one(page int) []document.Block {
	at, isHeader := s.HeaderRow()
	if !isHeader {
		return s.Below(nil, 0, page)
	}
	if !slices.ContainsFunc(s.Rows[at+1:], func(r []string) bool { return Filled(r) > 0 }) {
		return append(s.above(at, page), s.Below(nil, at, page)...)
	}
	header, next := s.header(at)
	if s.recurs(at, next) {
		return append(s.above(at, page), s.Below(nil, at, page)...)
	}
	out := append(s.above(at, page), s.Below(header, next, page)...)
	if len(out) == 0 {
		out = append(out, document.Block{Kind: document.KindRow, Text: strings.Join(header, "\t"), Page: page})
	}
	return out
}

// above makes blocks of the rows above the header.
func (s Sheet) above(at, page int) []document.Block {
	var out []document.Block
	for _, row := range s.Rows[:at] {
		b := document.Block{Kind: document.KindRow, Text: RowOf(row), Page: page}
		if Filled(row) == 1 {
			b.Kind, b.Text = document.KindParagraph, strings.TrimSpace(b.Text)
		}
		if document.Meaningful(b.Text) {
			out = append(out, b)
		}
	}
	return out
}

// Below makes blocks of the rows from one on.
func (s Sheet) Below(header []string, from, page int) []document.Block {
	var out []document.Block
	for i := from; i < len(s.Rows); i++ {
		row := s.Rows[i]
		b := document.Block{Kind: document.KindRow, Text: RowOf(row), Page: page, Header: header}
		if !document.Meaningful(b.Text) {
			continue
		}
		if header != nil && s.isNote(i, len(header)) {
			b = document.Block{Kind: document.KindParagraph, Text: strings.TrimSpace(b.Text), Page: page}
		}
		if b.Kind == document.KindRow && Filled(row) > widest {
			out = append(out, pieces(row, header, page)...)
			continue
		}
		out = append(out, b)
	}
	return out
}

// RowOf writes cells as the text of a row.
func RowOf(row []string) string { return strings.TrimRight(strings.Join(row, "\t"), "\t ") }

// noteLetters is how long the only cell of a row is at least that is a note about the table.
const noteLetters = 40

// isNote says whether a row is a line of text between or below the rows: its only cell is the first and covers all
// columns, or is as long as names of things are not.
func (s Sheet) isNote(i, width int) bool {
	row := s.Rows[i]
	if width < 2 || Filled(row) != 1 || row[0] == "" {
		return false
	}
	return s.span(i, 0) >= width || utf8.RuneCountInString(row[0]) >= noteLetters
}

// span is how many columns a cell covers.
func (s Sheet) span(row, column int) int {
	if s.Spans == nil || column >= len(s.Spans[row]) {
		return 1
	}
	return max(1, s.Spans[row][column])
}

// header gives the names of the columns from the row at and those below that go on it, and the row where the table's
// own rows begin.
func (s Sheet) header(at int) (header []string, next int) {
	for next = at; ; next++ {
		reach := s.reach(next)
		goesOn := next+1 < min(len(s.Rows)-1, at+3) && s.goesOn(next+1, reach)
		if goesOn || s.tellsReach(next) {
			header = JoinHeaders(header, spread(s.Rows[next], reach))
		} else {
			header = JoinHeaders(header, s.Rows[next])
		}
		if !goesOn {
			return header, next + 1
		}
	}
}

// tellsReach says whether the file tells which cells of a row cover several columns.
func (s Sheet) tellsReach(at int) bool {
	return s.Spans != nil && slices.ContainsFunc(s.Spans[at], func(n int) bool { return n > 1 })
}

// reach is for each column of a row of the header how many columns the cell there covers, 0 where another does. Where
// the file does not say so, cells may cover the empty ones to their right if the next row begins with an empty one, too.
func (s Sheet) reach(at int) []int {
	row := s.Rows[at]
	reach := make([]int, len(row))
	guessed := !s.tellsReach(at) && len(row) > 0 && at+1 < len(s.Rows) && len(s.Rows[at+1]) > 0 && s.Rows[at+1][0] == "" && row[0] != ""
	for i := 0; i < len(row); {
		to := min(len(row), i+s.span(at, i))
		if guessed && row[i] != "" {
			for to < len(row) && row[to] == "" {
				to++
			}
			if to == len(row) && len(s.Rows[at+1]) > to {
				to = len(s.Rows[at+1])
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
func (s Sheet) goesOn(at int, above []int) bool {
	row, named := s.Rows[at], 0
	for i, n := range above {
		for k := i; k < i+n && k < len(row); k++ {
			switch cell := row[k]; {
			case cell == "":
			case n > 1 && isName(cell):
				named++
			case n == 1 && cell == s.Rows[at-1][i]: // a cell that covers both rows
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
	return !IsNumber(cell) && utf8.RuneCountInString(cell) <= 60 && strings.ContainsFunc(cell, unicode.IsLetter)
}

// Filled counts the cells of a row that are not empty.
func Filled(row []string) int {
	n := 0
	for _, c := range row {
		if c != "" {
			n++
		}
	}
	return n
}

// HeaderRow finds the row that names the columns among the first rows: as wide as
// the table, made of words, different in every cell.
func (s Sheet) HeaderRow() (int, bool) {
	width := 0
	for _, r := range s.Rows[:min(len(s.Rows), 50)] {
		width = max(width, Filled(r))
	}
	for i, row := range s.Rows[:min(len(s.Rows), 10)] {
		if n := Filled(row); n < 2 || s.covered(i)*3 < width*2 {
			continue
		}
		seen := map[string]bool{}
		for _, c := range row {
			if c == "" {
				continue
			}
			if seen[c] || !names(c) && !s.ofPeriods(i) {
				return 0, false
			}
			seen[c] = true
		}
		return i, true
	}
	return 0, false
}

// names says whether a cell of the first rows can be the name of a column; an address is none.
func names(cell string) bool {
	return !IsNumber(cell) && len(cell) <= 100 && strings.ContainsFunc(cell, unicode.IsLetter) && !strings.Contains(cell, "@") && !strings.Contains(cell, "://")
}

// period matches years and stretches of days: "2027", "01.04.–15.06.".
var period = regexp.MustCompile(`^(?:(?:19|20)\d\d|(?:\d{1,2}\.\d{1,2}\.(?:\d\d|\d{4})?\s?(?:[-–]|bis)\s?\d{1,2}\.\d{1,2}\.(?:\d\d|\d{4})?))$`)

// ofPeriods says whether a row names its columns by years or seasons: the first cell has a word, the others have periods, and
// the next row has amounts there.
func (s Sheet) ofPeriods(at int) bool {
	row, named := s.Rows[at], 0
	if at+1 >= len(s.Rows) || len(row) < 3 || !names(row[0]) && row[0] != "" {
		return false
	}
	for i, c := range row[1:] {
		if c == "" {
			continue
		}
		below := ""
		if i+1 < len(s.Rows[at+1]) {
			below = s.Rows[at+1][i+1]
		}
		if !period.MatchString(c) || period.MatchString(below) || below != "" && !IsAmount(below) && strings.ContainsFunc(below, unicode.IsDigit) {
			return false
		}
		if IsAmount(below + " ") {
			named++
		}
	}
	return named > 1
}

// recurs says whether cells of a row stand again in their columns below, as values do. That names of columns do so is
// seldom, but for the whole row on each page of a print and for the answers of a form ("yes").
func (s Sheet) recurs(at, from int) bool {
	again := 0
	for _, row := range s.Rows[from:min(len(s.Rows), from+50)] {
		same, value := 0, 0
		for i, c := range s.Rows[at] {
			if i < len(row) && c != "" && row[i] == c {
				same++
				if len(c) >= shortestValue {
					value = 1
				}
			}
		}
		if same < Filled(s.Rows[at]) && same*2 <= Filled(s.Rows[at]) {
			again += value
		}
	}
	return again > 1
}

// shortestValue is how many bytes a value has at least that tells by its return that the row above has values, too.
const shortestValue = 5

// covered is how many columns the cells of a row cover.
func (s Sheet) covered(at int) int {
	n := 0
	for i, reach := range s.reach(at) {
		if s.Rows[at][i] != "" {
			n += reach
		}
	}
	return n
}

// IsNumber recognises numbers, prices, dates and times: what a header has not.
func IsNumber(s string) bool {
	s = strings.Trim(s, " €$%£")
	if _, err := strconv.ParseFloat(strings.NewReplacer(",", "", ".", "", ":", "", "-", "", "/", "", " ", "").Replace(s), 64); err == nil {
		return true
	}
	return false
}

// JoinHeaders puts a second header row below the first: "Preis Erwachsene".
func JoinHeaders(above, below []string) []string {
	if above == nil {
		return below
	}
	out := make([]string, max(len(above), len(below)))
	for i := range out {
		var parts []string
		if i < len(above) && above[i] != "" {
			parts = append(parts, above[i])
		}
		if i < len(below) && below[i] != "" && (len(parts) == 0 || parts[0] != below[i]) {
			parts = append(parts, below[i])
		}
		out[i] = strings.Join(parts, " ")
	}
	return out
}

// IsAmount recognises a number with perhaps a unit or currency.
func IsAmount(s string) bool {
	r := []rune(s)
	return len(r) <= 14 && strings.ContainsFunc(s, unicode.IsDigit) && !unicode.IsLetter(r[0])
}
