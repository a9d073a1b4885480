package retrieve

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/sentence"
	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/internal/wordlist"
)

// Whole makes of quotes what can be read by itself: a sentence gets what stands beside it
// in a short paragraph or section, and that which it leans on ("Sie kostet 189 Euro."), one that announces a list or table ("Wir bieten:") gets that and the
// reverse, and quotes that stand next to each other become one, in reading order; what is no sentence
// gets its heading, a "No, …" the question above it. The order by score stays, a joined quote has the place of its best part.
func Whole(quotes []Quote) []Quote {
	var out []Quote
	for _, q := range quotes {
		q = q.shown().announced()
		if i := slices.IndexFunc(out, func(o Quote) bool { return o.repeats(&q) || q.repeats(&o) }); i >= 0 {
			if len(q.Text) > len(out[i].Text) { // two pages say the same, one of them more
				out[i] = q
			}
			continue
		}
		i := slices.IndexFunc(out, func(o Quote) bool { return o.touches(&q) || q.continues(&o) })
		if i < 0 {
			out = append(out, q)
			continue
		}
		o := &out[i]
		o.Start, o.End = min(o.Start, q.Start), max(o.End, q.End)
		o.Text = o.Passage.Text[o.Start:o.End]
	}
	for i := range out {
		out[i].Heading = out[i].heading()
	}
	return tellApart(wholeTables(oncePart(out)))
}

// oncePart leaves the heading of a part of a document above its first quote only.
func oncePart(quotes []Quote) []Quote {
	for i := len(quotes) - 1; i > 0; i-- {
		if q, before := &quotes[i], &quotes[i-1]; q.part && q.Passage.Document == before.Passage.Document && q.Heading == before.Heading {
			q.Heading = ""
		}
	}
	return quotes
}

// tellApart names the pages of quotes from several that would stand under the same heading: the "Öffnungszeiten" of two
// branches.
func tellApart(quotes []Quote) []Quote {
	for i := range quotes {
		for k := range quotes {
			a, b := &quotes[i], &quotes[k]
			if same := a.Heading == b.Passage.Heading() || a.part && b.part; same && a.Heading != "" && a.Passage.Title != b.Passage.Title && a.Passage.Title != "" {
				a.Heading = a.Passage.Title + " – " + a.Heading
				break
			}
		}
	}
	return quotes
}

// wholeTables puts together rows of a table that was cut between passages, in reading order, each in the place of its best.
func wholeTables(quotes []Quote) []Quote {
	for i := 0; i < len(quotes); i++ {
		first, last := quotes[i], quotes[i] // of the table so far
		for k := i + 1; k < len(quotes); {
			q, o := &quotes[i], quotes[k]
			switch {
			case len(q.Text)+len(o.Text) > linesTogether || !strings.Contains(q.Text, "\n"): // one row was picked out
				k++
				continue
			case last.runsOn(&o):
				q.Text, last = q.Text+"\n"+o.Text, o
			case o.runsOn(&first):
				q.Text, first = o.Text+"\n"+q.Text, o
			default:
				k++
				continue
			}
			quotes = slices.Delete(quotes, k, k+1)
			k = i + 1 // what comes between may go on with it now
		}
	}
	return quotes
}

// runsOn says whether the table at the end of a quote's passage goes on with the quote at the beginning of the next.
func (q *Quote) runsOn(next *Quote) bool {
	return q.Item && next.Item && q.Passage.Document == next.Passage.Document && q.Passage.Ordinal+1 == next.Passage.Ordinal &&
		q.End == len(q.Passage.Text) && next.Start == 0 && Columns(q.Text) != "" && Columns(q.Text) == Columns(next.Text)
}

// Columns are the heads of the cells of a text's first row, which the rows of a table share; "" where it has no row.
func Columns(text string) string {
	row, _, _ := strings.Cut(text, "\n")
	if !strings.Contains(row, stated.CellBreak) {
		return ""
	}
	var heads []string
	for cell := range strings.SplitSeq(row, stated.CellBreak) {
		head, _, _ := strings.Cut(cell, ": ")
		heads = append(heads, head)
	}
	return strings.Join(heads, stated.CellBreak)
}

// heading is that above the quote if the quote needs it: several rows or items, a fragment ("Telefon
// 08141 …"), what is said under a name ("Sie leitet den Betrieb") or what the heading denies. An item of a list that the
// line above it denies gets that line.
func (q *Quote) heading() string {
	if q.onEachPage() { // the heading above it is about what the page says itself
		return ""
	}
	if q.echo {
		return q.above()
	}
	if q.Item {
		if above := q.announcer(); denies(above) && passage.Addressed(above, []sentence.Span{{Start: 0, End: len(above)}}) == nil {
			return above
		}
	}
	if len(q.Passage.Headings) == 0 {
		return ""
	}
	heading := q.Passage.Heading()
	if q.part {
		return heading
	}
	lines := strings.Count(q.Text, "\n") + 1
	switch {
	case passage.Addressed(heading, []sentence.Span{{End: len(heading)}}) != nil:
		return ""
	case strings.HasSuffix(heading, "?") && !q.asked && q.Start == 0 && (answersOnly(q.Text) || refersBack(q.Text)):
		return heading
	case denies(heading) && !strings.Contains(q.Text, heading):
		return heading
	case strings.HasSuffix(heading, "?") || heading == q.Passage.Title || strings.Contains(strings.ToLower(q.Text), strings.ToLower(heading)):
		return ""
	case q.Item && lines == 1:
		text := q.Text
		if !strings.HasPrefix(text, "• ") { // a row that begins with its day: others say in it what they are about
			text, _, _ = strings.Cut(text, stated.CellBreak)
		}
		if stated.DaysIn(text, word.Tokens(text, q.Passage.Language)) != 0 { // whose hours?
			return heading
		}
		if r, _ := utf8.DecodeRuneInString(strings.TrimPrefix(text, "• ")); unicode.IsLower(r) && q.Passage.Language == "de" { // it goes on with a sentence
			return q.announcer()
		}
		return ""
	case q.announces() && !isName(heading) && !refersBack(q.Text):
		return ""
	case q.Item || !strings.ContainsAny(q.Text[len(q.Text)-1:], ".!?") || isName(heading) || refersBack(q.Text) || len(q.Text) <= remark && len(q.Passage.Headings) > 1:
		return heading
	}
	return ""
}

// above is what says of the items of a list what they have in common: the line that announces it, else the heading; ""
// where that speaks to machines.
func (q *Quote) above() string {
	above := q.announcer()
	if above == "" && len(q.Passage.Headings) > 0 && q.Passage.Heading() != q.Passage.Title {
		above = q.Passage.Heading()
	}
	if passage.Addressed(above, []sentence.Span{{End: len(above)}}) != nil {
		return ""
	}
	return above
}

// remark is up to how many bytes a text may be no whole sentence though it ends like one: "Porcelain, 26 cm
// high."
const remark = 45

// underName says whether a passage stands under somebody's name.
func underName(p *passage.Passage) bool {
	return p.Heading() != p.Title && isName(p.Heading())
}

// isName reports whether a heading is two or three capitalised words and nothing else.
func isName(heading string) bool {
	words := strings.Fields(heading)
	for _, w := range words {
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) {
			return false
		}
	}
	return len(words) == 2 || len(words) == 3
}

// repeats says whether a quote says all that another does. The same row under another heading is
// something else.
func (q *Quote) repeats(o *Quote) bool {
	return !q.Item && !o.Item && strings.Contains(q.Text, o.Text)
}

// continues says whether a quote is rows of a table next to several rows of it that are quoted already.
func (q *Quote) continues(rows *Quote) bool {
	if q.Passage != rows.Passage || !q.Item || !strings.Contains(rows.Text, "\n") || !strings.Contains(rows.Text, stated.CellBreak) || !strings.Contains(q.Text, stated.CellBreak) {
		return false
	}
	first, second := rows, q
	if q.Start < rows.Start {
		first, second = q, rows
	}
	return first.End < second.Start && first.Passage.Text[first.End:second.Start] == "\n"
}

// touches says whether two quotes overlap or nothing but white space within a paragraph is between them.
func (q *Quote) touches(o *Quote) bool {
	if q.Passage != o.Passage {
		return false
	}
	if q.Start > o.Start {
		q, o = o, q
	}
	if q.Item || o.Item {
		return q.End > o.Start
	}
	return q.End >= o.Start || strings.Trim(q.Passage.Text[q.End:o.Start], " \t") == ""
}

// brevity is how short a paragraph or a section is that is quoted whole.
type brevity struct {
	sentences, paragraph int // so many sentences and bytes at most
	short                int // or so many bytes, however many sentences
	section              int // so many bytes, and neither list nor table in it
}

var (
	// judgedWhole is what a quote is judged with: what stands further off answers something else.
	judgedWhole = brevity{sentences: 3, paragraph: 280}
	// shownWhole is what it is shown with: the answer often stands beside the sentence that has the question's
	// words, and a section so short is read as quickly.
	shownWhole = brevity{sentences: 3, paragraph: 400, short: 240, section: 400}
)

// shown is the quote with what it is shown with.
func (q Quote) shown() Quote {
	spans := sentence.In(q.Passage.Text)
	return q.grown(spans, passage.Addressed(q.Passage.Text, spans), shownWhole)
}

// grown is the quote with what it cannot be read without: the rest of a short paragraph or section, else the
// sentence it leans on and the one that limits it ("Ausnahme: …"). Of the sentences of its passage some speak to
// machines.
func (q Quote) grown(spans []sentence.Span, machine []bool, b brevity) Quote {
	text := q.Passage.Text
	if q.Item || q.part || strings.Contains(q.Text, "\n") {
		return q
	}
	i, ok := slices.BinarySearchFunc(spans, q.Start, func(s sentence.Span, at int) int { return s.Start - at })
	if !ok {
		return q
	}
	begin, end := q.own()
	whole := len(text) <= b.section && !slices.ContainsFunc(spans, func(s sentence.Span) bool { return passage.IsItem(text[s.Start:s.End]) })
	joined := func(i int) bool { // sentence i with the one before it
		return whole || !strings.Contains(text[spans[i-1].End:spans[i].Start], "\n")
	}
	said := func(i int) bool {
		return (machine == nil || !machine[i]) && begin <= spans[i].Start && spans[i].End <= end && !byline(text, spans, i)
	}
	first, last := i, i
	// tooLong says that the paragraph is not quoted whole, however it goes on.
	tooLong := func() bool {
		return !whole && first < last && spans[last].End-spans[first].Start > max(b.short, b.paragraph)
	}
	for first > 0 && !tooLong() && said(first-1) && joined(first) {
		first--
	}
	for last+1 < len(spans) && !(tooLong() && i < last) && said(last+1) && joined(last+1) {
		last++
	}
	if size := spans[last].End - spans[first].Start; !whole && size > b.short && (last-first >= b.sentences || size > b.paragraph) {
		if first < i && !refersBack(q.Text) {
			first = i
		}
		first = max(first, i-1)
		if i < last && !limits(text[spans[i+1].Start:spans[i+1].End]) {
			last = i
		}
		last = min(last, i+1)
	}
	q.Start, q.End = spans[first].Start, spans[last].End
	q.Text = text[q.Start:q.End]
	return q
}

// onEachPage says whether a quote stands at the foot or head of most documents.
func (q *Quote) onEachPage() bool { return q.until > 0 && (q.Start < q.from || q.End > q.until) }

// own is the part of its passage that a quote may grow in: the passage's own text, or of a line that stands in most documents
// that line.
func (q *Quote) own() (begin, end int) {
	text := q.Passage.Text
	switch {
	case q.until == 0:
		return 0, len(text)
	case !q.onEachPage():
		return q.from, q.until
	}
	begin = strings.LastIndexByte(text[:q.Start], '\n') + 1
	if length := strings.IndexByte(text[q.End:], '\n'); length >= 0 {
		return begin, q.End + length
	}
	return begin, len(text)
}

// longestByline is how many bytes a line may have that tells who wrote a page and when.
const longestByline = 90

// dated begins with a date of a year, or with a word for writing and ends with one: "September 17, 2019 Helmut Rubik", "von Anja
// Traut am 14. Mai 2014, 15:40 Uhr", unlike "von 1. Mai 2025 bis …".
var dated = regexp.MustCompile(`^(?:(?:\p{L}+, )?|(?i:posted|published|written|veröffentlicht|geschrieben|erstellt)\b[^\d:]*|(?i:von|by) \p{Lu}[^\d:]*)` +
	`(?:\p{Lu}\p{L}+\.? \d{1,2}, \d{4}|\d{1,2}\.? ?(?:\p{Lu}\p{L}+|\d{1,2}\.) ?\d{4}|\d{4}-\d\d-\d\d)\b`)

// tellsWhoAndWhen says whether a line is no sentence but may tell who wrote a page and when.
func tellsWhoAndWhen(line string) bool {
	return len(line) <= longestByline && line != "" && !strings.ContainsAny(line[len(line)-1:], ".!?:") && strings.ContainsAny(line, "0123456789") && dated.MatchString(line)
}

// byline says whether sentence i is a line that tells who wrote a page and when, which is read with nothing else. Of several
// such lines in a row each tells of a day: "24.12.2025 geschlossen".
func byline(text string, spans []sentence.Span, i int) bool {
	tells := func(i int) bool {
		return i >= 0 && i < len(spans) && tellsWhoAndWhen(text[spans[i].Start:spans[i].End])
	}
	return tells(i) && !tells(i-1) && !tells(i+1)
}

// announced is the quote with the list, table or lines that its last sentence announces with a colon, or of
// several items or rows with the sentence that announces them; unless that makes it long.
func (q Quote) announced() Quote {
	text := q.Passage.Text
	start, end := q.Start, q.End
	switch before := strings.TrimRight(text[:q.Start], " \t\n"); {
	case strings.HasSuffix(q.Text, ":"), !q.Item && passage.Introduces(lastLine(q.Text)) && strings.HasPrefix(text[end:], "\n• "):
		for end < len(text) {
			rest := strings.TrimLeft(text[end:], "\n")
			next, _, _ := strings.Cut(rest, "\n")
			if !passage.IsItem(next) || passage.Addressed(next, []sentence.Span{{End: len(next)}}) != nil {
				break
			}
			end = len(text) - len(rest) + len(next)
		}
		if end == q.End && strings.HasSuffix(q.Text, ":") {
			end += len(announcedLines(text[end:]))
		}
	case q.Item && strings.Contains(q.Text, "\n") && (strings.HasSuffix(before, ":") || passage.Introduces(lastLine(before)) && strings.HasPrefix(q.Text, "• ")):
		for _, s := range sentence.In(before) {
			if s.End == len(before) && !passage.IsItem(text[s.Start:s.End]) {
				start = s.Start
			}
		}
	case refersBack(q.Text):
		start -= len(text[:q.Start]) - len(announcing(text[:q.Start]))
	}
	if end-start > linesTogether {
		return q
	}
	q.Item = q.Item && start == q.Start
	q.Start, q.End, q.Text = start, end, text[start:end]
	return q
}

// linesAnnounced is of how many lines that are no list a colon speaks at most.
const linesAnnounced = 6

// announcedLines are the lines at the beginning of a text of which the colon before it speaks: a command, an address, or
// one sentence.
func announcedLines(text string) string {
	end := 0
	for range linesAnnounced {
		rest := strings.TrimLeft(text[end:], "\n")
		line, _, _ := strings.Cut(rest, "\n")
		ended := strings.HasSuffix(line, ".") || strings.HasSuffix(line, "!") || strings.HasSuffix(line, "?")
		if line == "" || passage.IsItem(line) || strings.HasSuffix(line, ":") || end > 0 && ended || passage.Addressed(line, []sentence.Span{{End: len(line)}}) != nil {
			break
		}
		end = len(text) - len(rest) + len(line)
		if ended {
			break
		}
	}
	return text[:end]
}

// announcing is a text without the lines at its end that a colon announces, and without the line that has it: a command
// and "You do this by:" above it, of which "This sets …" goes on to speak. It is the whole text where it ends otherwise.
func announcing(text string) string {
	rest := strings.TrimRight(text, "\n")
	if rest == text {
		return text
	}
	for lines := 0; lines <= linesAnnounced; lines++ {
		at := strings.LastIndexByte(rest, '\n') + 1
		line := rest[at:]
		switch {
		case strings.HasSuffix(line, ":") && lines > 0 && !passage.IsItem(line):
			return rest[:at]
		case line == "" || passage.IsItem(line) || strings.ContainsAny(line[len(line)-1:], ".!?:") || at == 0:
			return text
		}
		rest = strings.TrimRight(rest[:at], "\n")
	}
	return text
}

// announces says whether the quote is a sentence and the list or table that it announces.
func (q *Quote) announces() bool {
	first, rest, _ := strings.Cut(q.Text, "\n")
	return passage.Introduces(first) && !passage.IsItem(first) && passage.IsItem(strings.TrimLeft(rest, "\n"))
}

// answersOnly reports whether a text begins with what means nothing without the question above it: "Nein, dafür ist das
// Landratsamt zuständig."
func answersOnly(text string) bool {
	end := strings.IndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })
	return end > 0 && consent[strings.ToLower(text[:end])]
}

var consent = wordlist.Set("ja jein nein doch klar gern gerne natürlich sicher selbstverständlich leider nö yes no nope sure sadly unfortunately certainly absolutely")

func lastLine(text string) string { return text[strings.LastIndexByte(text, '\n')+1:] }

// limits reports whether a sentence takes something back of the one before.
func limits(text string) bool {
	first, _, _ := strings.Cut(text, " ")
	return limiting[strings.TrimRight(first, ",:")]
}

var limiting = wordlist.Set("Ausnahme Ausnahmen Ausgenommen Allerdings Jedoch Aber Nur Exception Exceptions However But Except Only")

// refersBack reports whether a sentence says of what only the one before names.
func refersBack(text string) bool {
	first, rest, _ := strings.Cut(text, " ")
	if first != "Sie" {
		return backward[strings.TrimRight(first, ",:")]
	}
	// "Sie" is also how a reader is spoken to, then with a verb in the plural.
	verb, _, _ := strings.Cut(rest, " ")
	return strings.HasSuffix(verb, "t") || verb == "kann" || verb == "muss" || verb == "darf" || verb == "soll" || verb == "war" || verb == "wurde"
}

var backward = wordlist.Set(`Ausnahme Ausnahmen Allerdings Jedoch Aber Exception However But Er Es Diese Dieser Dieses Diesem Diesen Dies Dabei Dazu Dafür Dagegen Dadurch Damit Danach Daher Deshalb Dort Dann Außerdem Ihr Ihre Sein Seine
He She It They This These That Those There Then Therefore Its Their His Her`)
