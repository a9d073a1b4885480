package retrieve

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/internal/wordlist"
)

// "Was kostet ein Minibagger Kobi 18?", and then: "Und der nächstgrößere?" Which one that is stands in the table: the next of
// those rows that are called alike, by a column that grows or falls from row to row, else by the price.

var (
	greater  = wordlist.Set("grosser grossere grosseren grosserer grosseres nachstgrosser nachstgrossere nachstgrosseren nachstgrosserer nachsthoher nachsthohere nachsthoheren nachsthoherer bigger larger up teurere teureren teurerer")
	lesser   = wordlist.Set("kleiner kleinere kleineren kleinerer kleineres nachstkleiner nachstkleinere nachstkleineren nachstkleinerer smaller down cheaper gunstigere gunstigeren gunstigerer billigere billigeren billigerer")
	byPrice  = wordlist.Set("up down teurere teureren teurerer cheaper gunstigere gunstigeren gunstigerer billigere billigeren billigerer")
	stepping = wordlist.Set("next nachste nachsten nachster one size tag woche monat jahr stunde day week month year hour per pro ok okay was what s")
)

// AsksNext says whether a question is for the next greater one of what was told and nothing else, 1, for the next lesser one,
// -1, or for neither, 0.
func (q Query) AsksNext() (step int) {
	lang := q.namedIn()
	for i, t := range word.Tokens(q.Text, lang) {
		switch {
		case greater[t.Text] && (t.Text != "up" || i > 0):
			step = 1
		case lesser[t.Text] && (t.Text != "down" || i > 0):
			step = -1
		case !stepping[t.Text] && !word.Stop(lang, t.Text) && !stated.IsCostVerb(t.Text) && factWords[t.Text] == 0:
			return 0
		}
	}
	return step
}

// of is what a question, or else the one before it that asks for a fact, wants to know of a thing with this name.
func (q Query) of(name string) Query {
	how := ""
	for i := len(q.Context); i >= 0 && how == ""; i-- {
		text := q.Text
		if i < len(q.Context) {
			text = q.Context[i]
		}
		how = onlyAsking(text)
	}
	q.Text, q.Context = strings.TrimSpace(how+" "+name), nil
	return q
}

// tableRow is a row of a table: what it is called, its cells and the numbers in these, NaN where a cell has none.
type tableRow struct {
	name    string
	cells   []string
	values  []float64
	passage int
}

// Next finds the row of a table that is the next greater one, or lesser one, than the first that an answer told of, or, of
// "the bigger one", the greatest that it told of, if it told of several of a kind; it is not Enough where there is none.
// addresses are those of the documents that may hold the table.
func (ix *Index) Next(q Query, told, addresses []string) (found Results) {
	step := q.AsksNext()
	if step == 0 || len(told) == 0 {
		return found
	}
	if !q.ofTold() {
		told = told[:1]
	}
	price := slices.ContainsFunc(word.Tokens(q.Text, q.namedIn()), func(t word.Token) bool { return byPrice[t.Text] })
	for i := range ix.passages {
		p := &ix.passages[i]
		if !slices.Contains(addresses, p.Address) {
			continue
		}
		if next := nextRow(ix.tableOf(i), told, step, price); next.name != "" {
			found = ix.Search(q.of(next.name)).of(ix.Hit(next.passage))
			found.Enough = true
			return found
		}
	}
	return found
}

// Row finds the row of a table, or the item, that an answer told of and that is asked for again by its name; it is not
// Enough where there is none. addresses are those of the documents that may hold the table.
func (ix *Index) Row(q Query, name string, addresses []string) (found Results) {
	for i := range ix.passages {
		if !slices.Contains(addresses, ix.passages[i].Address) {
			continue
		}
		for _, row := range ix.tableOf(i) {
			if strings.EqualFold(row.name, name) {
				found = ix.Search(q.of(name))
				found.Hits, found.Enough = []Result{{Passage: &ix.passages[row.passage], number: row.passage}}, true
				return found
			}
		}
	}
	return found
}

// tableOf are the rows of the tables of a passage, with those of the passages behind it under the same heading.
func (ix *Index) tableOf(number int) (rows []tableRow) {
	first := &ix.passages[number]
	for ; number < len(ix.passages); number++ {
		p := &ix.passages[number]
		if p.Document != first.Document || p.Heading() != first.Heading() {
			break
		}
		for line := range strings.SplitSeq(p.Text, "\n") {
			cells := strings.Split(strings.TrimPrefix(line, "• "), stated.CellBreak)
			if len(cells) < 2 {
				continue
			}
			row := tableRow{cells: cells, passage: number}
			for i, cell := range cells {
				_, said, ok := strings.Cut(cell, ": ")
				if !ok {
					said = cell
				}
				if i == 0 {
					row.name = said
				}
				row.values = append(row.values, numberIn(said))
			}
			rows = append(rows, row)
		}
	}
	return rows
}

// ofTold says whether a question may be for one of several that were told of: "der kleinere", and not "der nächstkleinere".
func (q Query) ofTold() bool {
	tokens := word.Tokens(q.Text, q.namedIn())
	next := func(t word.Token) bool { return t.Text == "next" || strings.HasPrefix(t.Text, "nachst") }
	return !slices.ContainsFunc(tokens, next) && slices.ContainsFunc(tokens, func(t word.Token) bool { return theWords[t.Text] })
}

// nextRow is the next row; its name is "" where there is none.
func nextRow(rows []tableRow, told []string, step int, price bool) (next tableRow) {
	at := slices.IndexFunc(rows, func(r tableRow) bool { return strings.EqualFold(told[0], r.name) })
	if at < 0 {
		return next
	}
	from := rows[at]
	rows = slices.DeleteFunc(slices.Clone(rows), func(r tableRow) bool { return len(r.cells) != len(from.cells) })
	alike := slices.DeleteFunc(slices.Clone(rows), func(r tableRow) bool { return !calledAlike(r.name, from.name) })
	if len(alike) > 1 {
		rows = alike
	}
	if at = column(rows, from, price, len(alike) > 1); at < 0 {
		return next
	}
	by := func(a, b tableRow) int { return step * cmp.Compare(a.values[at], b.values[at]) }
	choice := slices.DeleteFunc(slices.Clone(rows), func(r tableRow) bool {
		return math.IsNaN(r.values[at]) || !slices.ContainsFunc(told, func(name string) bool { return strings.EqualFold(name, r.name) })
	})
	if len(alike) > 1 && len(choice) > 1 {
		return slices.MaxFunc(choice, by)
	}
	rows = slices.DeleteFunc(rows, func(r tableRow) bool { return math.IsNaN(r.values[at]) || by(r, from) <= 0 })
	if len(rows) == 0 {
		return next
	}
	return slices.MinFunc(rows, by)
}

// column is the first column by which the rows are in order, else the first one with prices if these are asked for or the rows
// are of one kind; -1 for none.
func column(rows []tableRow, from tableRow, price, alike bool) int {
	prices := -1
	for i := 1; i < len(from.cells); i++ {
		if math.IsNaN(from.values[i]) {
			continue
		}
		if prices < 0 && stated.FactsIn(from.cells[i], word.Tokens(from.cells[i], ""))&stated.Price != 0 {
			prices = i
		}
		if !price && inOrder(rows, i) {
			return i
		}
	}
	if !price && !alike {
		return -1
	}
	return prices
}

// inOrder says whether the numbers of a column grow or fall from row to row.
func inOrder(rows []tableRow, at int) bool {
	var values []float64
	for _, r := range rows {
		if v := r.values[at]; !math.IsNaN(v) {
			values = append(values, v)
		}
	}
	if len(values) < 2 || slices.Min(values) == slices.Max(values) {
		return false
	}
	falls := slices.Clone(values)
	slices.Reverse(falls)
	return slices.IsSorted(values) || slices.IsSorted(falls)
}

// calledAlike says whether two names have a word in common.
func calledAlike(a, b string) bool {
	words := word.Tokens(b, "")
	return slices.ContainsFunc(word.Tokens(a, ""), func(t word.Token) bool {
		return t.Kind == word.Letters && len(t.Text) > 3 && slices.ContainsFunc(words, func(o word.Token) bool { return o.Text == t.Text })
	})
}

// numberIn is the first number of a cell, of a size like "5 × 10" the product; NaN where there is none.
func numberIn(cell string) float64 {
	value := math.NaN()
	times := false
	for field := range strings.FieldsSeq(cell) {
		if field == "×" || field == "x" {
			times = true
			continue
		}
		digits := strings.TrimFunc(field, func(r rune) bool { return r < '0' || r > '9' })
		n, err := strconv.ParseFloat(strings.Replace(digits, ",", ".", 1), 64)
		switch {
		case err != nil:
		case math.IsNaN(value):
			value = n
		case times:
			value *= n
		}
		times = false
	}
	return value
}
