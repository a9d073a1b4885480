package pdf

import (
	"math"
	"slices"

	"github.com/webchatagent/wca/internal/extract/table"
)

// In tables of groups the name of one stands once for several rows: in the first of them, or in the middle of all.

// fillDown writes the name of a group, which stands in its first row only, into the first column of those below that have
// the same columns but that.
func fillDown(s table.Sheet) {
	header, _ := s.HeaderRow()
	for i := header + 2; i < len(s.Rows); i++ {
		above, row := s.Rows[i-1], s.Rows[i]
		if row[0] != "" || above[0] == "" || len(row) < 3 || table.IsAmount(above[0]) {
			continue
		}
		same := true
		for k := 1; k < len(row); k++ {
			same = same && (row[k] == "") == (above[k] == "")
		}
		if same {
			row[0] = above[0]
		}
	}
}

// acrossRows writes names of groups that stand in the middle of their rows, in the first column of a table with a header,
// before each of these rows.
func acrossRows(lines []line) []line {
	rows := byHeight(lines)
	for h := range rows {
		z := zoneBelow(rows, h)
		groups := z.groups()
		if groups == nil {
			continue
		}
		var made []line
		inZone := map[line]bool{}
		at := 0
		for _, row := range rows[h+1 : z.end] {
			for _, l := range row {
				inZone[l] = true
			}
			cells := z.cells(row)
			if len(cells) > 1 {
				label := z.labels[groups[at]]
				label.top, label.bottom = cells[0].top, cells[0].bottom
				made = append(made, label)
				at++
			}
			made = append(made, cells...)
		}
		first := slices.IndexFunc(lines, func(l line) bool { return inZone[l] })
		rest := slices.DeleteFunc(slices.Clone(lines[first:]), func(l line) bool { return inZone[l] })
		return slices.Concat(lines[:first], made, acrossRows(rest))
	}
	return lines
}

// zone is what stands below the header of a table.
type zone struct {
	second float64 // where the second column begins
	end    int     // the row behind it
	rows   []line  // the first cell behind the first column of each of its rows
	labels []line  // what stands in the first column
}

// cells are those of a row behind the first column.
func (z zone) cells(row []line) []line {
	return slices.DeleteFunc(slices.Clone(row), func(l line) bool { return l.right < z.second })
}

// zoneBelow goes down from a row that may be the header of a table as far as the table may go.
func zoneBelow(rows [][]line, h int) zone {
	head := rows[h]
	if len(head) < 3 {
		return zone{}
	}
	z := zone{second: head[1].left - 0.5*head[1].size}
	for z.end = h + 1; z.end < len(rows); z.end++ {
		row, above := rows[z.end], rows[z.end-1]
		cells := z.cells(row)
		outside := slices.ContainsFunc(row, func(l line) bool { return l.left < head[0].left-l.size || l.left < z.second && l.right >= z.second })
		if outside || above[0].bottom-row[0].top > 2.5*row[0].size || len(row)-len(cells) > 1 || len(cells) > len(head) {
			break
		}
		if len(cells) > 1 {
			z.rows = append(z.rows, cells[0])
		}
		if len(cells) < len(row) {
			z.labels = append(z.labels, row[0])
		}
	}
	return z
}

// groups is for each row which label has it in the middle of its rows; nil where the labels do not stand so, or each stands
// in the first of them.
func (z zone) groups() []int {
	if len(z.labels) == 0 || len(z.labels) >= len(z.rows) {
		return nil
	}
	var out []int
	centred := false
	for i, label := range z.labels {
		from := len(out)
		to := from
		for ; to < len(z.rows); to++ {
			if math.Abs((z.rows[from].middle()+z.rows[to].middle())/2-label.middle()) < 0.4*label.size {
				break
			}
		}
		if to == len(z.rows) {
			return nil
		}
		centred = centred || to > from
		out = append(out, slices.Repeat([]int{i}, to+1-from)...)
	}
	if len(out) < len(z.rows) || !centred {
		return nil
	}
	return out
}
