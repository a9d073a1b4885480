package llm

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"strings"
)

// quote is the built-in provider: it needs no network and writes nothing of its own but a short
// lead-in. What it shows are the best sentences of the passages, each with its number.
type quote struct{}

// Stream implements Provider.
func (quote) Stream(ctx context.Context, r Request) iter.Seq2[Chunk, error] {
	return func(yield func(Chunk, error) bool) {
		var quotes []Quote
		if r.Quotes != nil {
			quotes = r.Quotes()
		}
		for _, piece := range pieces(quotes, r.Language) {
			if ctx.Err() != nil {
				yield(Chunk{}, &Error{Kind: Canceled, Message: "cancelled", Err: ctx.Err()})
				return
			}
			if !yield(Chunk{Text: piece}, nil) {
				return
			}
		}
		yield(Chunk{Finish: Stopped}, nil)
	}
}

// pieces are the lead-in and the quotes: a single sentence in a paragraph of its own, several as
// a list, rows of a table as a table. The number stands at the end of each quote.
func pieces(quotes []Quote, language string) []string {
	lead := "This is what our information says:"
	if language == "de" {
		lead = "Dazu steht in unseren Informationen:"
	}
	var items, tables []string
	for _, q := range quotes {
		var lines []string
		for line := range strings.Lines(q.Text) {
			if line = strings.TrimSpace(strings.TrimPrefix(strings.Join(strings.Fields(line), " "), "• ")); line != "" {
				lines = append(lines, line)
			}
		}
		if len(lines) == 0 {
			continue
		}
		number := fmt.Sprintf(" [%d]", q.N)
		if t := asTable(lines, number); t != "" {
			tables = append(tables, t)
			continue
		}
		for i, line := range lines {
			lines[i] = row(line)
		}
		lines[len(lines)-1] += number
		items = append(items, lines...)
	}
	out := []string{lead + "\n"}
	for _, item := range items {
		if len(items) == 1 {
			out = append(out, "\n"+item)
			continue
		}
		out = append(out, "\n- "+item)
	}
	for _, t := range tables {
		if len(out) > 1 {
			t = "\n" + t
		}
		out = append(out, "\n"+t)
	}
	return out
}

// cell is a value of a table's row with the head of its column.
type cell struct{ head, value string }

// cells reads a row as passages write it, "Tag: Samstag · Laden: 10–16 Uhr"; nil if the line is
// no row.
func cells(line string) []cell {
	parts := strings.Split(line, " · ")
	if len(parts) < 2 {
		return nil
	}
	var out []cell
	for _, part := range parts {
		head, value, ok := strings.Cut(part, ": ")
		if !ok || len(head) > 60 {
			return nil
		}
		out = append(out, cell{head, value})
	}
	return out
}

// row shows one row as a line: what it is about, then the rest.
func row(line string) string {
	all := cells(line)
	if all == nil {
		return line
	}
	var rest []string
	for _, c := range all[1:] {
		rest = append(rest, c.head+": "+c.value)
	}
	return "**" + strings.Trim(all[0].value, "*") + "** – " + strings.Join(rest, ", ")
}

// asTable shows rows that share their columns as a Markdown table, "" if they are none.
func asTable(lines []string, number string) string {
	if len(lines) < 2 {
		return ""
	}
	var heads []string
	rows := make([][]string, len(lines))
	for i, line := range lines {
		var names []string
		for _, c := range cells(line) {
			names = append(names, c.head)
			rows[i] = append(rows[i], strings.ReplaceAll(c.value, "|", `\|`))
		}
		if i == 0 {
			heads = names
		}
		if len(names) == 0 || !slices.Equal(names, heads) {
			return ""
		}
	}
	last := rows[len(rows)-1]
	last[len(last)-1] += number
	var b strings.Builder
	write := func(cells []string) {
		b.WriteString("| " + strings.Join(cells, " | ") + " |\n")
	}
	write(heads)
	b.WriteString("|" + strings.Repeat("---|", len(heads)) + "\n")
	for _, r := range rows {
		write(r)
	}
	return strings.TrimSuffix(b.String(), "\n")
}
