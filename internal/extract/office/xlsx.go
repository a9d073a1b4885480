package office

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/webchatagent/wca/internal/extract/document"
	"github.com/webchatagent/wca/internal/extract/guarded"
	"github.com/webchatagent/wca/internal/extract/refusal"
	"github.com/webchatagent/wca/internal/extract/table"
)

// Excel's own limits of a sheet.
const (
	maxSheetRow    = 1 << 20
	maxSheetColumn = 1 << 14
	maxSheetCells  = 2_000_000
)

// XLSX reads a workbook: every visible sheet as rows with the names of their
// columns, numbers and dates as they are shown.
func XLSX(body []byte) (document.Document, error) {
	a, err := newArchive(body)
	if err != nil {
		return document.Document{}, err
	}
	r := &xlsxReader{archive: a}
	main := "xl/workbook.xml"
	if _, byType, err := a.relations(""); err != nil {
		return document.Document{}, err
	} else if byType["officeDocument"] != "" {
		main = byType["officeDocument"]
	}
	byID, byType, err := a.relations(main)
	if err != nil {
		return document.Document{}, err
	}
	sheets, err := r.workbook(main, byID)
	if err != nil {
		return document.Document{}, err
	}
	if a.has(byType["sharedStrings"]) {
		if err := r.sharedStrings(byType["sharedStrings"]); err != nil {
			return document.Document{}, err
		}
	}
	if a.has(byType["styles"]) {
		if err := r.styles(byType["styles"]); err != nil {
			return document.Document{}, err
		}
	}
	var d document.Document
	title, declared := a.properties("docProps/core.xml")
	d.Title = title
	r.german = document.Language(declared, asParagraphs(r.shared)) == "de"
	for i, s := range sheets {
		if s.hidden || !a.has(s.part) {
			continue
		}
		blocks, err := r.sheet(s.part, i+1)
		if err != nil {
			return document.Document{}, err
		}
		d.Pages = i + 1
		if len(blocks) == 0 {
			continue
		}
		if name := document.OneLine(s.name); !numberedName(name) {
			blocks = append([]document.Block{{Kind: document.KindHeading, Level: 2, Text: name, Page: i + 1}}, blocks...)
		}
		d.Blocks = append(d.Blocks, blocks...)
	}
	d.Language = document.Language(declared, d.Blocks)
	return d, nil
}

func asParagraphs(texts []string) []document.Block {
	var out []document.Block
	for _, s := range texts[:min(len(texts), 500)] {
		out = append(out, document.Block{Kind: document.KindParagraph, Text: s})
	}
	return out
}

// numberedName recognises names that the program gave: Sheet1, Tabelle2.
func numberedName(name string) bool {
	stem := strings.ToLower(strings.TrimRight(name, "0123456789 ()"))
	return stem == "sheet" || stem == "tabelle" || stem == "feuil" || stem == "hoja" || stem == ""
}

type xlsxReader struct {
	archive *archive
	shared  []string
	formats []numberFormat // by style
	days1904,
	german bool
	cells int
}

type xlsxSheet struct {
	name, part string
	hidden     bool
}

func (r *xlsxReader) workbook(name string, byID map[string]string) ([]xlsxSheet, error) {
	t, err := r.archive.xml(name)
	if err != nil {
		return nil, err
	}
	var sheets []xlsxSheet
	err = t.Descendants(func(e guarded.Element) error {
		switch {
		case e.Is("workbookPr"):
			r.days1904 = e.Attr("date1904") == "1" || e.Attr("date1904") == "true"
		case e.Is("sheet") && len(sheets) < 1000:
			state := e.Attr("state")
			sheets = append(sheets, xlsxSheet{name: e.Attr("name"), part: byID[e.Prefixed("id")], hidden: state == "hidden" || state == "veryHidden"})
		}
		return guarded.ErrDescend
	})
	return sheets, err
}

func (r *xlsxReader) sharedStrings(name string) error {
	t, err := r.archive.xml(name)
	if err != nil {
		return err
	}
	size := 0
	return t.Root(func(guarded.Element) error {
		return t.Children(func(e guarded.Element) error {
			if !e.Is("si") {
				return nil
			}
			s, err := richText(t)
			if size += len(s) + 16; size > 64<<20 {
				return refusal.LongTexts.Because(nil)
			}
			r.shared = append(r.shared, s)
			return err
		}, nil)
	})
}

// richText reads the runs of a cell's text without reading aids.
func richText(t *guarded.XML) (string, error) {
	var out strings.Builder
	err := t.Inside(func(e guarded.Element) error {
		switch {
		case e.Is("t"):
			s, err := t.Text()
			out.WriteString(s)
			return err
		case e.Is("rPh"):
			return t.Skip()
		}
		return guarded.ErrDescend
	})
	return strings.TrimSpace(document.Visible(out.String())), err
}

func (r *xlsxReader) styles(name string) error {
	t, err := r.archive.xml(name)
	if err != nil {
		return err
	}
	codes := map[int]string{}
	return t.Root(func(guarded.Element) error {
		return t.Children(func(e guarded.Element) error {
			switch {
			case e.Is("numFmts"):
				return t.Children(func(c guarded.Element) error {
					if id, err := strconv.Atoi(c.Attr("numFmtId")); err == nil && len(codes) < 10000 {
						codes[id] = c.Attr("formatCode")
					}
					return nil
				}, nil)
			case e.Is("cellXfs"):
				return t.Children(func(c guarded.Element) error {
					id, err := strconv.Atoi(c.Attr("numFmtId"))
					if err != nil {
						id = 0
					}
					if len(r.formats) < 100_000 {
						r.formats = append(r.formats, newNumberFormat(id, codes[id]))
					}
					return nil
				}, nil)
			}
			return nil
		}, nil)
	})
}

type xlsxCell struct {
	column int
	text   string
}

// xlsxRow is the cells of a row that say something.
type xlsxRow struct {
	number int // from 1
	cells  []xlsxCell
}

// xlsxMerge is a rectangle of cells that are shown as one, of which the upper left has the text.
type xlsxMerge struct{ top, left, bottom, right int }

// maxMerges bounds the rectangles of a sheet, maxRepeated the rows into which they repeat their text, all together.
const maxMerges, maxRepeated = 20_000, 100_000

func (r *xlsxReader) sheet(name string, page int) ([]document.Block, error) {
	t, err := r.archive.xml(name)
	if err != nil {
		return nil, err
	}
	var rows []xlsxRow
	var merged []xlsxMerge
	var hidden [][2]int // ranges of columns
	at := 0
	err = t.Descendants(func(e guarded.Element) error {
		switch {
		case e.Is("col") && (e.Attr("hidden") == "1" || e.Attr("hidden") == "true") && len(hidden) < 1000:
			from, _ := strconv.Atoi(e.Attr("min"))
			to, _ := strconv.Atoi(e.Attr("max"))
			hidden = append(hidden, [2]int{from, to})
			return nil
		case e.Is("row"):
			at++
			if n := e.Attr("r"); n != "" {
				if at, err = strconv.Atoi(n); err != nil || at < 1 {
					return refusal.Hostile.Because(fmt.Errorf("a row with the number %q", n))
				}
			}
			if at > maxSheetRow {
				return refusal.Hostile.Because(errors.New("a row below the last row of any sheet"))
			}
			if e.Attr("hidden") == "1" || e.Attr("hidden") == "true" {
				return t.Skip()
			}
			row, err := r.row(t)
			if len(row) > 0 && len(rows) < document.MaxBlocks {
				rows = append(rows, xlsxRow{at, row})
			}
			return err
		case e.Is("mergeCell") && len(merged) < maxMerges:
			if m, ok := mergeOf(e.Attr("ref")); ok {
				merged = append(merged, m)
			}
			return nil
		}
		return guarded.ErrDescend
	})
	if err != nil {
		return nil, err
	}
	spans := repeatDown(rows, merged)
	return dense(rows, spans, hidden).Blocks(page), nil
}

// mergeOf reads where a rectangle of cells is: "B2:D3".
func mergeOf(ref string) (m xlsxMerge, ok bool) {
	from, to, _ := strings.Cut(ref, ":")
	first, isFirst := columnOf(from)
	last, isLast := columnOf(to)
	top, errTop := strconv.Atoi(strings.TrimLeft(from, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
	bottom, errBottom := strconv.Atoi(strings.TrimLeft(to, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
	if !isFirst || !isLast || errTop != nil || errBottom != nil || last < first || bottom < top || top < 1 {
		return m, false
	}
	return xlsxMerge{top, first, bottom, last}, true
}

// place is a cell of a sheet.
type place struct{ row, column int }

// repeatDown writes the text of cells that cover rows into all of these, so that each can be understood alone, and gives
// the last column of those that cover columns.
func repeatDown(rows []xlsxRow, merged []xlsxMerge) map[place]int {
	spans, at := map[place]int{}, map[int]int{}
	for i, r := range rows {
		at[r.number] = i
	}
	left := maxRepeated
	for _, m := range merged {
		i, is := at[m.top]
		if !is {
			continue
		}
		if m.right > m.left {
			spans[place{m.top, m.left}] = m.right
		}
		k := slices.IndexFunc(rows[i].cells, func(c xlsxCell) bool { return c.column == m.left })
		if k < 0 || len(rows[i].cells[k].text) >= 200 {
			continue
		}
		for below := i + 1; below < len(rows) && rows[below].number <= m.bottom && left > 0; below++ {
			left--
			rows[below].cells = append(rows[below].cells, xlsxCell{m.left, rows[i].cells[k].text})
			if m.right > m.left {
				spans[place{rows[below].number, m.left}] = m.right
			}
		}
	}
	return spans
}

func (r *xlsxReader) row(t *guarded.XML) ([]xlsxCell, error) {
	var row []xlsxCell
	column := 0
	err := t.Children(func(e guarded.Element) error {
		if !e.Is("c") {
			return nil
		}
		column++
		if ref := e.Attr("r"); ref != "" {
			var ok bool
			if column, ok = columnOf(ref); !ok {
				return refusal.Hostile.Because(fmt.Errorf("a cell at %q", ref[:min(len(ref), 20)]))
			}
		}
		if r.cells++; r.cells > maxSheetCells {
			return refusal.ManyCells.Because(nil)
		}
		text, err := r.cell(t, e)
		if text != "" {
			row = append(row, xlsxCell{column, text})
		}
		return err
	}, nil)
	return row, err
}

// columnOf reads the letters of a cell's place: "AB12" is 28.
func columnOf(ref string) (int, bool) {
	n, i := 0, 0
	for ; i < len(ref) && i < 8; i++ {
		c := ref[i] &^ 0x20
		if c < 'A' || c > 'Z' {
			break
		}
		n = n*26 + int(c-'A') + 1
	}
	return n, n > 0 && n <= maxSheetColumn && i < len(ref)
}

func (r *xlsxReader) cell(t *guarded.XML, e guarded.Element) (string, error) {
	value := ""
	err := t.Children(func(c guarded.Element) error {
		var err error
		switch {
		case c.Is("v"):
			value, err = t.Text()
		case c.Is("is"):
			value, err = richText(t)
		}
		return err
	}, nil)
	value = strings.TrimSpace(value)
	if err != nil || value == "" {
		return "", err
	}
	switch e.Attr("t") {
	case "s":
		i, err := strconv.Atoi(value)
		if err != nil || i < 0 || i >= len(r.shared) {
			return "", nil
		}
		return document.OneLine(r.shared[i]), nil
	case "e":
		return "", nil
	case "b":
		if r.german {
			return map[bool]string{true: "ja", false: "nein"}[value == "1"], nil
		}
		return map[bool]string{true: "yes", false: "no"}[value == "1"], nil
	case "str", "inlineStr":
		return document.OneLine(value), nil
	case "d":
		return value, nil
	}
	number, err := strconv.ParseFloat(value, 64)
	if err != nil {
		return document.OneLine(value), nil
	}
	style, err := strconv.Atoi(e.Attr("s"))
	if err != nil || style < 0 || style >= len(r.formats) {
		return numberFormat{}.show(number, r.days1904, r.german), nil
	}
	return r.formats[style].show(number, r.days1904, r.german), nil
}

// within says whether a column is in one of several stretches.
func within(stretches [][2]int, column int) bool {
	return slices.ContainsFunc(stretches, func(h [2]int) bool { return column >= h[0] && column <= h[1] })
}

// dense brings cells into columns, leaving out those that are hidden. Rows or columns between which some of the sheet
// are empty have one empty one between them.
func dense(rows []xlsxRow, spans map[place]int, hidden [][2]int) table.Sheet {
	used := map[int]bool{}
	for _, row := range rows {
		for _, c := range row.cells {
			used[c.column] = true
		}
	}
	var columns []int
	gap := false
	for _, c := range slices.Sorted(maps.Keys(used)) {
		gap = gap || c > 0 && !used[c-1] && len(columns) > 0 && !within(hidden, c-1)
		if within(hidden, c) {
			continue
		}
		if gap {
			columns = append(columns, c-1)
		}
		gap = false
		columns = append(columns, c)
	}
	columns = columns[:min(len(columns), table.MaxColumns)]
	// before is how many of the columns come before one.
	before := func(column int) int { n, _ := slices.BinarySearch(columns, column); return n }
	var out table.Sheet
	for k, row := range rows {
		if k > 0 && row.number > rows[k-1].number+1 {
			out.Rows, out.Spans = append(out.Rows, nil), append(out.Spans, nil)
		}
		var line []string
		var wide []int
		for _, c := range row.cells {
			i, is := slices.BinarySearch(columns, c.column)
			if !is {
				continue
			}
			for i >= len(line) {
				line, wide = append(line, ""), append(wide, 1)
			}
			line[i] = c.text
			if last := spans[place{row.number, c.column}]; last > 0 {
				wide[i] = before(last+1) - i
			}
		}
		out.Rows, out.Spans = append(out.Rows, line), append(out.Spans, wide)
	}
	return out
}
