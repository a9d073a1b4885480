package plain

import (
	"encoding/csv"
	"errors"
	"io"
	"strings"

	"github.com/webchatagent/wca/internal/extract/document"
	"github.com/webchatagent/wca/internal/extract/refusal"
	"github.com/webchatagent/wca/internal/extract/table"
)

// CSV reads a table with commas, semicolons, tabs or bars between its cells.
// The first row names the columns if it looks like names.
func CSV(source string) (document.Document, error) {
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
	last := 0 // line where the row above ends
	for len(rows) < document.MaxBlocks {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return document.Document{}, refusal.Damaged.Because(err)
		}
		if first, _ := r.FieldPos(0); last > 0 && first > last+1 {
			rows = append(rows, nil) // empty lines divide tables
		}
		last, _ = r.FieldPos(len(row) - 1)
		last += strings.Count(row[len(row)-1], "\n")
		for i, c := range row {
			row[i] = document.OneLine(c)
		}
		rows = append(rows, row)
	}
	d := document.Document{Blocks: table.Rows(rows, 0)}
	d.Language = document.Language("", d.Blocks)
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
