package extract

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Excel's own limits of a sheet.
const (
	maxSheetRow    = 1 << 20
	maxSheetColumn = 1 << 14
	maxSheetCells  = 2_000_000
)

// readXLSX reads a workbook: every visible sheet as rows with the names of their
// columns, numbers and dates as they are shown.
func readXLSX(body []byte) (Document, error) {
	a, err := newArchive(body)
	if err != nil {
		return Document{}, err
	}
	r := &xlsxReader{archive: a}
	main := "xl/workbook.xml"
	if _, byType, err := a.relations(""); err != nil {
		return Document{}, err
	} else if byType["officeDocument"] != "" {
		main = byType["officeDocument"]
	}
	byID, byType, err := a.relations(main)
	if err != nil {
		return Document{}, err
	}
	sheets, err := r.workbook(main, byID)
	if err != nil {
		return Document{}, err
	}
	if a.has(byType["sharedStrings"]) {
		if err := r.sharedStrings(byType["sharedStrings"]); err != nil {
			return Document{}, err
		}
	}
	if a.has(byType["styles"]) {
		if err := r.styles(byType["styles"]); err != nil {
			return Document{}, err
		}
	}
	var d Document
	title, declared := a.properties("docProps/core.xml")
	d.Title = title
	r.german = language(declared, asParagraphs(r.shared)) == "de"
	for i, s := range sheets {
		if s.hidden || !a.has(s.part) {
			continue
		}
		blocks, err := r.sheet(s.part, i+1)
		if err != nil {
			return Document{}, err
		}
		d.Pages = i + 1
		if len(blocks) == 0 {
			continue
		}
		if name := oneLine(s.name); !numberedName(name) {
			blocks = append([]Block{{Kind: KindHeading, Level: 2, Text: name, Page: i + 1}}, blocks...)
		}
		d.Blocks = append(d.Blocks, blocks...)
	}
	d.Language = language(declared, d.Blocks)
	return d, nil
}

func asParagraphs(texts []string) []Block {
	var out []Block
	for _, s := range texts[:min(len(texts), 500)] {
		out = append(out, Block{Kind: KindParagraph, Text: s})
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
	err = t.descendants(func(e element) error {
		switch {
		case e.is("workbookPr"):
			r.days1904 = e.attr("date1904") == "1" || e.attr("date1904") == "true"
		case e.is("sheet") && len(sheets) < 1000:
			state := e.attr("state")
			sheets = append(sheets, xlsxSheet{name: e.attr("name"), part: byID[e.prefixed("id")], hidden: state == "hidden" || state == "veryHidden"})
		}
		return errDescend
	})
	return sheets, err
}

func (r *xlsxReader) sharedStrings(name string) error {
	t, err := r.archive.xml(name)
	if err != nil {
		return err
	}
	size := 0
	return t.root(func(element) error {
		return t.children(func(e element) error {
			if !e.is("si") {
				return nil
			}
			s, err := richText(t)
			if size += len(s) + 16; size > 64<<20 {
				return longTexts.because(nil)
			}
			r.shared = append(r.shared, s)
			return err
		}, nil)
	})
}

// richText reads the runs of a cell's text without reading aids.
func richText(t *tokens) (string, error) {
	var out strings.Builder
	err := t.inside(func(e element) error {
		switch {
		case e.is("t"):
			s, err := t.text()
			out.WriteString(s)
			return err
		case e.is("rPh"):
			return t.skip()
		}
		return errDescend
	})
	return strings.TrimSpace(visible(out.String())), err
}

func (r *xlsxReader) styles(name string) error {
	t, err := r.archive.xml(name)
	if err != nil {
		return err
	}
	codes := map[int]string{}
	return t.root(func(element) error {
		return t.children(func(e element) error {
			switch {
			case e.is("numFmts"):
				return t.children(func(c element) error {
					if id, err := strconv.Atoi(c.attr("numFmtId")); err == nil && len(codes) < 10000 {
						codes[id] = c.attr("formatCode")
					}
					return nil
				}, nil)
			case e.is("cellXfs"):
				return t.children(func(c element) error {
					id, err := strconv.Atoi(c.attr("numFmtId"))
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

func (r *xlsxReader) sheet(name string, page int) ([]Block, error) {
	t, err := r.archive.xml(name)
	if err != nil {
		return nil, err
	}
	var rows []xlsxRow
	var merged []xlsxMerge
	var hidden [][2]int // ranges of columns
	at := 0
	err = t.descendants(func(e element) error {
		switch {
		case e.is("col") && (e.attr("hidden") == "1" || e.attr("hidden") == "true") && len(hidden) < 1000:
			from, _ := strconv.Atoi(e.attr("min"))
			to, _ := strconv.Atoi(e.attr("max"))
			hidden = append(hidden, [2]int{from, to})
			return nil
		case e.is("row"):
			at++
			if n := e.attr("r"); n != "" {
				if at, err = strconv.Atoi(n); err != nil || at < 1 {
					return isHostile.because(fmt.Errorf("a row with the number %q", n))
				}
			}
			if at > maxSheetRow {
				return isHostile.because(errors.New("a row below the last row of any sheet"))
			}
			if e.attr("hidden") == "1" || e.attr("hidden") == "true" {
				return t.skip()
			}
			row, err := r.row(t)
			if len(row) > 0 && len(rows) < maxBlocks {
				rows = append(rows, xlsxRow{at, row})
			}
			return err
		case e.is("mergeCell") && len(merged) < maxMerges:
			if m, ok := mergeOf(e.attr("ref")); ok {
				merged = append(merged, m)
			}
			return nil
		}
		return errDescend
	})
	if err != nil {
		return nil, err
	}
	spans := repeatDown(rows, merged)
	return dense(rows, spans, hidden).blocks(page), nil
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

func (r *xlsxReader) row(t *tokens) ([]xlsxCell, error) {
	var row []xlsxCell
	column := 0
	err := t.children(func(e element) error {
		if !e.is("c") {
			return nil
		}
		column++
		if ref := e.attr("r"); ref != "" {
			var ok bool
			if column, ok = columnOf(ref); !ok {
				return isHostile.because(fmt.Errorf("a cell at %q", ref[:min(len(ref), 20)]))
			}
		}
		if r.cells++; r.cells > maxSheetCells {
			return manyCells.because(nil)
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

func (r *xlsxReader) cell(t *tokens, e element) (string, error) {
	value := ""
	err := t.children(func(c element) error {
		var err error
		switch {
		case c.is("v"):
			value, err = t.text()
		case c.is("is"):
			value, err = richText(t)
		}
		return err
	}, nil)
	value = strings.TrimSpace(value)
	if err != nil || value == "" {
		return "", err
	}
	switch e.attr("t") {
	case "s":
		i, err := strconv.Atoi(value)
		if err != nil || i < 0 || i >= len(r.shared) {
			return "", nil
		}
		return oneLine(r.shared[i]), nil
	case "e":
		return "", nil
	case "b":
		if r.german {
			return map[bool]string{true: "ja", false: "nein"}[value == "1"], nil
		}
		return map[bool]string{true: "yes", false: "no"}[value == "1"], nil
	case "str", "inlineStr":
		return oneLine(value), nil
	case "d":
		return value, nil
	}
	number, err := strconv.ParseFloat(value, 64)
	if err != nil {
		return oneLine(value), nil
	}
	style, err := strconv.Atoi(e.attr("s"))
	if err != nil || style < 0 || style >= len(r.formats) {
		return numberFormat{}.show(number, r.days1904, r.german), nil
	}
	return r.formats[style].show(number, r.days1904, r.german), nil
}

// dense brings cells into columns, leaving out columns that are empty or hidden. Rows between which some of the sheet
// are empty have one empty row between them.
func dense(rows []xlsxRow, spans map[place]int, hidden [][2]int) sheet {
	used := map[int]bool{}
	for _, row := range rows {
		for _, c := range row.cells {
			used[c.column] = true
		}
	}
	var columns []int
	for c := range used {
		if !slices.ContainsFunc(hidden, func(h [2]int) bool { return c >= h[0] && c <= h[1] }) {
			columns = append(columns, c)
		}
	}
	slices.Sort(columns)
	columns = columns[:min(len(columns), maxColumns)]
	// before is how many of the columns come before one.
	before := func(column int) int { n, _ := slices.BinarySearch(columns, column); return n }
	var out sheet
	for k, row := range rows {
		if k > 0 && row.number > rows[k-1].number+1 {
			out.rows, out.spans = append(out.rows, nil), append(out.spans, nil)
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
		out.rows, out.spans = append(out.rows, line), append(out.spans, wide)
	}
	return out
}
