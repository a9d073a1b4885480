package extract

import (
	"encoding/csv"
	"errors"
	"io"
	"strconv"
	"strings"
	"unicode"
)

// readCSV reads a table with commas, semicolons, tabs or bars between its cells.
// The first row names the columns if it looks like names.
func readCSV(in Input) (Document, error) {
	source := decodeText(in.Body, in.ContentType)
	// Excel writes the separator into a first line of its own.
	separator := rune(0)
	if rest, is := strings.CutPrefix(source, "sep="); is && len(rest) > 1 {
		separator = rune(rest[0])
		_, source, _ = strings.Cut(rest, "\n")
	}
	if separator == 0 {
		separator = guessSeparator(source)
	}
	r := csv.NewReader(strings.NewReader(source))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord, r.TrimLeadingSpace = separator, true, -1, separator != '\t'
	var rows [][]string
	for len(rows) < maxBlocks {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return Document{}, isDamaged.because(err)
		}
		for i, c := range row {
			row[i] = oneLine(c)
		}
		rows = append(rows, row)
	}
	d := Document{Blocks: sheetRows(rows, 0)}
	d.Language = language("", d.Blocks)
	return d, nil
}

// guessSeparator takes the character that divides the first lines most evenly.
func guessSeparator(source string) rune {
	lines := strings.SplitN(source, "\n", 21)
	if len(lines) > 20 {
		lines = lines[:20]
	}
	best, most := ',', 0
	for _, c := range ",;\t|" {
		least, lots := -1, 0
		for _, l := range lines {
			if strings.TrimSpace(l) == "" {
				continue
			}
			n := countOutsideQuotes(l, c)
			if least < 0 || n < least {
				least = n
			}
			lots += n
		}
		if score := least*1000 + lots; least > 0 && score > most || most == 0 && lots > 0 {
			best, most = c, max(most, score)
		}
	}
	return best
}

func countOutsideQuotes(s string, c rune) int {
	n, quoted := 0, false
	for _, r := range s {
		if r == '"' {
			quoted = !quoted
		} else if r == c && !quoted {
			n++
		}
	}
	return n
}

// sheetRows makes blocks of the rows of a sheet: names of columns from the first
// row that looks like it, lines above it as text, empty rows left out.
func sheetRows(rows [][]string, page int) []Block {
	var out []Block
	at, isHeader := headerRow(rows)
	var header []string
	for i, row := range rows {
		text := strings.TrimRight(strings.Join(row, "\t"), "\t ")
		if !meaningful(text) {
			continue
		}
		switch {
		case isHeader && i == at && i+1 < len(rows):
			header = row
			continue
		case isHeader && i < at && filled(row) == 1:
			out = append(out, Block{Kind: KindParagraph, Text: strings.TrimSpace(text), Page: page})
			continue
		}
		out = append(out, Block{Kind: KindRow, Text: text, Page: page, Header: header})
	}
	if len(out) == 0 && header != nil {
		out = append(out, Block{Kind: KindRow, Text: strings.Join(header, "\t"), Page: page})
	}
	return out
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
func headerRow(rows [][]string) (int, bool) {
	width := 0
	for _, r := range rows[:min(len(rows), 50)] {
		width = max(width, filled(r))
	}
	for i, row := range rows[:min(len(rows), 10)] {
		n := filled(row)
		if n < 2 || n*3 < width*2 {
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

// isNumber recognises numbers, prices, dates and times: what a header has not.
func isNumber(s string) bool {
	s = strings.Trim(s, " €$%£")
	if _, err := strconv.ParseFloat(strings.NewReplacer(",", "", ".", "", ":", "", "-", "", "/", "", " ", "").Replace(s), 64); err == nil {
		return true
	}
	return false
}
