package plain

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/webchatagent/wca/internal/extract/document"
	"github.com/webchatagent/wca/internal/extract/table"
)

// Text of fixed width has tables whose cells stand below each other, with two spaces or more before each, and perhaps
// dashes below the names of the columns.

var (
	gap        = regexp.MustCompile(` {2,}`)
	wideGap    = regexp.MustCompile(`\S {2,}\S`)
	dashedLine = regexp.MustCompile(`^\s*[-=]{2,}(?:[ +|]+[-=]{2,})+\s*$`)
)

// maxTableLine bounds the lines that can be rows of a table.
const maxTableLine = 300

// plainTable reads the table that lines begin with, and gives how many of them it has; 0 where there is none.
func plainTable(lines []string) ([]document.Block, int) {
	n := 0
	for n < len(lines) && n < document.MaxBlocks && lines[n] != "" && len(lines[n]) <= maxTableLine && !ruleLine.MatchString(lines[n]) && !bullet.MatchString(lines[n]) {
		n++
	}
	if n < 2 || !slices.ContainsFunc(lines[:min(n, 3)], wideGap.MatchString) {
		return nil, 0
	}
	table := make([][]rune, n)
	rule := -1
	for i, line := range lines[:n] {
		table[i] = []rune(strings.ReplaceAll(line, "\t", "    "))
		if rule < 0 && dashedLine.MatchString(line) {
			rule = i
		}
	}
	starts := startsOf(table, rule)
	if len(starts) < 2 || rule < 0 && n < 3 || rule > 3 {
		return nil, 0
	}
	var rows [][]string
	first := 0
	for i, line := range table {
		if i == rule {
			continue
		}
		cells := cellsAt(line, starts)
		if rows = append(rows, cells); cells[0] != "" {
			first++
		}
	}
	if rule < 0 && first < 2 {
		return nil, 0 // lines that are indented below one, as in a program
	}
	return plainRows(rows, rule, len(gap.FindAllString(strings.TrimSpace(string(table[0])), -1)) >= len(starts)-1), n
}

// startsOf finds where the columns of a table begin: where dashes do, or else where in most lines something stands
// behind two spaces, and in all behind one.
func startsOf(table [][]rune, rule int) []int {
	var starts []int
	if rule >= 0 {
		for i, r := range table[rule] {
			if dash := r == '-' || r == '='; dash && (i == 0 || table[rule][i-1] != r) {
				starts = append(starts, i)
			}
		}
		return starts
	}
	count, first := map[int]int{}, -1
	for _, line := range table {
		begun := false
		for i, r := range line {
			if r == ' ' || begun && (line[i-1] != ' ' || line[i-2] != ' ') {
				continue
			}
			if !begun {
				if begun = true; first < 0 || i < first {
					first = i
				}
			}
			count[i]++
		}
	}
	starts = append(starts, first)
	for at, n := range count {
		if at > first+1 && n*5 >= len(table)*3 && !slices.ContainsFunc(table, func(line []rune) bool { return len(line) > at && line[at-1] != ' ' }) {
			starts = append(starts, at)
		}
	}
	slices.Sort(starts)
	return starts
}

// cellsAt cuts a line where columns begin. A cell that reaches over that ends at the next wide gap, or else before the
// word that reaches over.
func cellsAt(line []rune, starts []int) []string {
	cells := make([]string, len(starts))
	from := 0
	for k := range starts {
		to := len(line)
		if k+1 < len(starts) {
			end := len(line)
			if k+2 < len(starts) {
				end = min(end, starts[k+2])
			}
			to = boundary(line, from, min(to, starts[k+1]), end)
		}
		cells[k] = document.OneLine(string(line[from:max(from, to)]))
		from = max(from, to)
	}
	return cells
}

// boundary is where a cell ends that should end at one place and may end before another.
func boundary(line []rune, from, at, end int) int {
	if at >= len(line) || at == 0 || line[at-1] == ' ' {
		return at
	}
	for to := at; to+2 < end; to++ {
		if line[to] == ' ' && line[to+1] == ' ' {
			return to
		}
	}
	for at > from && line[at-1] != ' ' {
		at--
	}
	return at
}

// plainRows makes blocks of the rows of a table, of which the first may name the columns if its cells stand apart. One without a first cell goes on the row above, or belongs to the same.
func plainRows(rows [][]string, rule int, apart bool) []document.Block {
	header := max(0, rule)
	if rule < 0 && apart && namesOnly(rows) {
		header = 1
	}
	var names []string
	for _, r := range rows[:header] {
		names = table.JoinHeaders(names, r)
	}
	var out [][]string
	for _, row := range rows[header:] {
		if n := len(out); n > 0 && row[0] == "" {
			above := out[n-1]
			if goesOnBelow(above, row) {
				for i, c := range row {
					above[i] = strings.TrimSpace(above[i] + " " + c)
				}
				continue
			}
			row[0] = above[0]
		}
		out = append(out, row)
	}
	var blocks []document.Block
	for _, row := range inPairs(out) {
		if text := table.RowOf(row); document.Meaningful(text) {
			blocks = append(blocks, document.Block{Kind: document.KindRow, Text: text, Header: names})
		}
	}
	return blocks
}

// longestCell is how many bytes a cell has at most that the row below goes on.
const longestCell = 1000

// goesOnBelow says whether a row without a first cell is the rest of the one above: it begins as no cell does.
func goesOnBelow(above, row []string) bool {
	if above[0] == "" || table.Filled(row) != 1 {
		return false
	}
	i := slices.IndexFunc(row, func(c string) bool { return c != "" })
	return above[i] != "" && len(above[i]) < longestCell && (unicode.IsLower([]rune(row[i])[0]) || document.EndsInMiddle(above[i]))
}

// namesOnly says whether the first row names the columns: it has no figures, and most of the others have some.
func namesOnly(rows [][]string) bool {
	figures := func(row []string) bool {
		return slices.ContainsFunc(row, func(c string) bool { return strings.ContainsFunc(c, unicode.IsDigit) })
	}
	n := 0
	for _, r := range rows[1:] {
		if figures(r[1:]) {
			n++
		}
	}
	return !figures(rows[0]) && table.Filled(rows[0]) == len(rows[0]) && n*2 > len(rows)-1
}

// inPairs parts rows in which a name and its number stand twice or more side by side.
func inPairs(rows [][]string) [][]string {
	for _, row := range rows {
		for i, c := range row {
			if len(row) < 4 || len(row)%2 != 0 || c != "" && (i%2 == 1) != table.IsAmount(c) {
				return rows
			}
		}
	}
	var out [][]string
	for _, row := range rows {
		for i := 0; i < len(row); i += 2 {
			if row[i] != "" {
				out = append(out, row[i:i+2])
			}
		}
	}
	return out
}
