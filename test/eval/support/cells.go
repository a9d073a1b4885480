package main

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/retrieve"
	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/verify"
	"github.com/webchatagent/wca/test/eval/material"
)

const (
	// rowsATable is how many rows of a table are asked about at most, othersACell how many other rows' cells each is given.
	rowsATable, othersACell = 8, 3
	// shortestCell and longestCell are how many bytes a cell has that is told.
	shortestCell, longestCell = 2, 40
)

type cellKind struct {
	name string
	in   *regexp.Regexp
}

// cellKinds are kinds of what stands in a cell; the first that matches is its.
var cellKinds = []cellKind{
	{"prices", priceTold},
	{"times", regexp.MustCompile(`\d{1,2}[:.]\d\d|\d ?(?:am|pm)\b|\d Uhr`)},
	{"dates", regexp.MustCompile(`\d{1,2}\. ?(?:\d|Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)|\d (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|(?:January|February|March|April|June|July|August|September|October|November|December) \d`)},
	{"days", regexp.MustCompile(`\b(?:Mo|Di|Mi|Do|Fr|Sa|So|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:day|s?day)?s?\b`)},
	{"other figures", regexp.MustCompile(`\d`)},
	{"words", regexp.MustCompile(`\pL`)},
}

// cells measures sentences that tell a cell of a row with its column's name, and such that tell a cell of the same column
// of another row, among the passages found for it.
func cells() error {
	fmt.Print("\nWhat stands in the tables of the invented sites, told of its own row and of up to three others.\n\n")
	fmt.Println("| sites | cells | sentences | of their own row that pass | of other rows that are caught |")
	fmt.Println("|---|---|---|---|---|")
	return eachPart(func(part string, sites []string) error {
		counts := map[string]*exchanged{}
		for _, site := range sites {
			if err := cellsOf(site, counts, part == "tuning" && os.Getenv("SHOW") != ""); err != nil {
				return err
			}
		}
		for _, language := range []string{"de", "en"} {
			for _, of := range []string{"", " of items"} {
				for _, k := range cellKinds {
					kind := language + ", " + k.name + of
					if n := counts[kind]; n != nil {
						fmt.Printf("| %s | %s | %d | %s | %s |\n", part, kind, n.own+n.others, percent(n.passed, n.own), percent(n.caught, n.others))
					}
				}
			}
		}
		return nil
	})
}

// siteRow is a row of a table: its first cell, and the others by what their columns are called.
type siteRow struct {
	label string
	heads []string
	cells map[string]string
}

func cellsOf(site string, counts map[string]*exchanged, show bool) error {
	passages, err := material.SitePassages(site)
	if err != nil {
		return err
	}
	language, index := site[:2], retrieve.Build(passages, retrieve.Options{})
	for _, rows := range siteTables(passages) {
		for i, row := range rows[:min(len(rows), rowsATable)] {
			g, ok := index.Ground(retrieve.Query{Text: strings.TrimSpace(row.heads[0]+" "+row.label) + "?", K: 6})
			if !ok {
				continue
			}
			c := verify.New(index, g.Hits, verify.Said{}, language)
			for _, head := range row.heads {
				cell := row.cells[head]
				if !toldCell(cell) {
					continue
				}
				kind := language + ", " + kindOf(cell)
				if head == "" {
					kind += " of items"
				}
				if counts[kind] == nil {
					counts[kind] = &exchanged{}
				}
				form := strings.ReplaceAll(head, "%", "%%") + map[string]string{"de": " bei %s: %s.", "en": " for %s: %s."}[language]
				if head == "" {
					form = "%s: %s."
				}
				counts[kind].judge(c, []string{form}, row.label, cell, otherCells(rows, i, head), show)
			}
		}
	}
	return nil
}

func kindOf(cell string) string {
	return cellKinds[slices.IndexFunc(cellKinds, func(k cellKind) bool { return k.in.MatchString(cell) })].name
}

func toldCell(cell string) bool {
	return len(cell) >= shortestCell && len(cell) <= longestCell && slices.ContainsFunc(cellKinds, func(k cellKind) bool { return k.in.MatchString(cell) })
}

// otherCells are what other rows have in a column.
func otherCells(rows []siteRow, own int, head string) (others []string) {
	for i, row := range rows {
		if cell := row.cells[head]; i != own && row.label != rows[own].label && cell != rows[own].cells[head] && toldCell(cell) && len(others) < othersACell {
			others = append(others, cell)
		}
	}
	return others
}

// siteTables are the rows of a site's tables, of each page and heads together.
func siteTables(passages []passage.Passage) (tables [][]siteRow) {
	at := map[string]int{}
	for _, p := range passages {
		for line := range strings.Lines(p.Text) {
			row := readRow(strings.TrimPrefix(strings.TrimSpace(line), "• "))
			if len(row.heads) == 0 || row.label == "" {
				continue
			}
			key := p.Document + "\n" + strings.Join(row.heads, "\n")
			if row.heads[0] == "" {
				key = p.ID
			}
			if _, known := at[key]; !known {
				at[key] = len(tables)
				tables = append(tables, nil)
			}
			tables[at[key]] = append(tables[at[key]], row)
		}
	}
	return tables
}

// readRow reads a row of a table, or an item "Label: text" as a row with one column that has no name.
func readRow(line string) siteRow {
	row := siteRow{cells: map[string]string{}}
	if label, text, ok := strings.Cut(line, ": "); ok && !strings.Contains(line, stated.CellBreak) && len(label) < longestThing {
		row.label, row.heads, row.cells[""] = label, []string{""}, text
		return row
	}
	for i, cell := range strings.Split(line, stated.CellBreak) {
		head, value, named := strings.Cut(cell, ": ")
		switch {
		case i == 0 && named:
			row.label = value
		case i == 0:
			row.label = cell
		case named:
			row.heads, row.cells[head] = append(row.heads, head), value
		}
	}
	return row
}
