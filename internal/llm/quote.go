package llm

import (
	"context"
	"fmt"
	"iter"
	"regexp"
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
		if len(quotes) == 0 {
			yield(Chunk{Finish: Stopped}, nil)
			return
		}
		for _, piece := range slices.Concat([]string{leadIn(r.Language, r.Unsure) + "\n"}, Quoted(quotes)) {
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

// WithoutLead is an answer of quotes without the words that lead to them, where it is as sure of them as it may be: under the
// question that it answers they say nothing.
func WithoutLead(answer string) string {
	for _, language := range []string{"de", "en"} {
		if rest, ok := strings.CutPrefix(answer, leadIn(language, false)); ok {
			return strings.TrimLeft(rest, "\n")
		}
	}
	return answer
}

// leadIn stands before the quotes.
func leadIn(language string, unsure bool) string {
	switch {
	case language == "de" && unsure:
		return "Das könnte Ihre Frage beantworten:"
	case language == "de":
		return "Das habe ich dazu gefunden:"
	case unsure:
		return "This may answer your question:"
	}
	return "Here is what I found:"
}

// Quoted is Markdown for quotes in their order, piece by piece: a single sentence in a paragraph of its
// own, several as a list, rows of a table as a table. The number stands at the end of each quote,
// of a table under it.
func Quoted(quotes []Quote) (out []string) {
	var shown []shownQuote
	for _, q := range quotes {
		if s := show(q); s.text != "" {
			shown = append(shown, s)
		}
	}
	for i, s := range shown {
		beside := i > 0 && !shown[i-1].block || i+1 < len(shown) && !shown[i+1].block
		switch {
		case s.block || !beside:
			out = append(out, "\n"+s.text)
			if i+1 < len(shown) {
				out = append(out, "\n")
			}
		default:
			out = append(out, "\n- "+s.text)
			if i+1 < len(shown) && shown[i+1].block {
				out = append(out, "\n")
			}
		}
	}
	return out
}

// shownQuote is a quote as Markdown: one line that can be an item of a list, or a block.
type shownQuote struct {
	text  string
	block bool
}

func show(q Quote) shownQuote {
	var said, lines []string // sentences before the items or rows, which may be all there is
	alone := q.standsAlone()
	for line := range strings.Lines(q.Text) {
		line = literal(strings.Join(strings.Fields(line), " "), alone)
		switch item := strings.TrimPrefix(line, "• "); {
		case item == "":
		case item != line || cells(item) != nil || len(lines) > 0:
			lines = append(lines, item)
		default:
			said = append(said, item)
		}
	}
	number := fmt.Sprintf(" [%d]", q.N)
	switch {
	case len(said)+len(lines) == 0:
		return shownQuote{}
	case len(said) == 0 && len(lines) == 1 || len(lines) == 0:
		text := inline(append(said, rows(lines)...)) + number
		if q.Heading != "" {
			text = titled(lead(q.Heading)) + " " + text
		}
		return shownQuote{text, false}
	}
	text := asTable(lines)
	if text != "" {
		text += "\n\n" + strings.TrimSpace(number) // in a cell it would stand for that only
	} else {
		text = "- " + strings.Join(rows(lines), "\n- ") + number
	}
	if len(said) > 0 {
		text = inline(said) + "\n\n" + text
	}
	if q.Heading != "" {
		text = titled(q.Heading) + "\n\n" + text
	}
	return shownQuote{text, true}
}

// numbered is a number in brackets, which would be read as that of a source.
var numbered = regexp.MustCompile(`^\[\d{1,3}(?:[,;] ?\d{1,3})*\]`)

// literal is a line of a source as Markdown that shows it as it is: "a[1]", "__init__", "2*3*4". A sign alone, as of a
// footnote, needs no backslash.
func literal(line string, alone bool) string {
	var b strings.Builder
	for i := range len(line) {
		if asMarkup(line, i, alone) {
			b.WriteByte('\\')
		}
		b.WriteByte(line[i])
	}
	return b.String()
}

// asMarkup says whether Markdown would read the i-th byte of a line as more than a sign.
func asMarkup(line string, i int, alone bool) bool {
	after, before := line[i+1:], byte(' ')
	if i > 0 {
		before = line[i-1]
	}
	switch line[i] {
	case '[':
		return numbered.MatchString(line[i:])
	case '\\':
		return after == "" || after[0] == ' ' || isPunctuation(after[0]) // signs of ours follow lines and cells
	case '`':
		return true
	case '*':
		return !alone
	case '_':
		return !alone && (before <= ' ' || isPunctuation(before)) // within a word it is none
	case '~':
		return before == '~' || strings.HasPrefix(after, "~")
	case '>':
		return i == 0
	case '+', '-', '#':
		return i == 0 && strings.HasPrefix(strings.TrimLeft(after, line[:1]), " ")
	}
	return false
}

// standsAlone says whether a quote has but one sign of emphasis, with none of ours beside it.
func (q *Quote) standsAlone() bool {
	return strings.Count(q.Text, "*")+strings.Count(q.Text, "_") == 1 && q.Heading == "" && !strings.Contains(q.Text, " · ")
}

// isPunctuation says whether Markdown takes a sign as it is where a backslash stands before it.
func isPunctuation(b byte) bool {
	return b >= '!' && b <= '/' || b >= ':' && b <= '@' || b >= '[' && b <= '`' || b >= '{' && b <= '~'
}

// unit is what a number is counted in where the line ends behind the number: "11:30–14:00" and "Uhr" below it.
var unit = regexp.MustCompile(`^(?:(?:Uhr|Euro|EUR|Prozent|percent|[ap]\.?m|o[’']clock)\b|[€%])`)

// countedAbove says whether a line goes on with the unit of the number above it.
func countedAbove(above, line string) bool {
	last := above[len(above)-1]
	return '0' <= last && last <= '9' && unit.MatchString(line)
}

// inline makes one line of several: a comma goes where no sentence ends and no number waits for its unit.
func inline(lines []string) string {
	var b strings.Builder
	for i, line := range lines {
		if i > 0 {
			if !strings.ContainsAny(lines[i-1][len(lines[i-1])-1:], ".!?:;,") && !countedAbove(lines[i-1], line) {
				b.WriteByte(',')
			}
			b.WriteByte(' ')
		}
		b.WriteString(line)
	}
	return b.String()
}

// lead is a heading as it stands before text on the same line.
func lead(heading string) string {
	if strings.HasSuffix(heading, "?") {
		return heading
	}
	return strings.TrimRight(heading, " :") + ":"
}

// bold sets a text that stands as Markdown already in bold letters.
func bold(text string) string { return "**" + text + "**" }

// titled is a heading as Markdown.
func titled(heading string) string { return bold(literal(strings.Trim(heading, "* "), false)) }

// cell is a value of a table's row with the head of its column.
type cell struct{ head, value string }

// cells reads a row as passages write it, "Tag: Samstag · Laden: 10–16 Uhr"; nil if the line is
// no row. The first column of a table may have no head: "Samstag · Laden: 10–16 Uhr".
func cells(line string) []cell {
	parts := strings.Split(line, " · ")
	if len(parts) < 2 {
		return nil
	}
	var out []cell
	for i, part := range parts {
		head, value, ok := strings.Cut(part, ": ")
		if i == 0 && !ok && len(part) <= 60 {
			head, value, ok = "", part, true
		}
		if !ok || len(head) > 60 {
			return nil
		}
		out = append(out, cell{head, value})
	}
	return out
}

func rows(lines []string) []string {
	out := make([]string, len(lines))
	for i, line := range lines {
		out[i] = row(line)
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
	return bold(all[0].value) + " – " + strings.Join(rest, ", ")
}

// asTable shows rows that share their columns as a Markdown table, "" if they are none.
func asTable(lines []string) string {
	if len(lines) < 2 {
		return ""
	}
	var heads []string
	rows := make([][]string, len(lines))
	for i, line := range lines {
		var names []string
		for _, c := range cells(line) {
			names = append(names, strings.ReplaceAll(c.head, "|", `\|`))
			rows[i] = append(rows[i], strings.ReplaceAll(c.value, "|", `\|`))
		}
		if i == 0 {
			heads = names
		}
		if len(names) == 0 || !slices.Equal(names, heads) {
			return ""
		}
	}
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
