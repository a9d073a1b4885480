package pdf

import (
	"cmp"
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/extract/document"
	"github.com/webchatagent/wca/internal/extract/table"
)

// layOut makes headings, paragraphs, list items and table rows of the text on
// pages.
func layOut(pages []page) []document.Block {
	lines := make([][]line, len(pages))
	grids := make([][]grid, len(pages))
	heights := make([]float64, len(pages))
	var inGrids []line
	for i, p := range pages {
		grids[i] = p.grids()
		lines[i], heights[i] = joinRuns(p), p.height
		for _, g := range grids[i] {
			inGrids = append(inGrids, g.lines...)
		}
	}
	dropMargins(lines, heights)
	c := &composer{styles: stylesOf(append(slices.Clone(lines), inGrids))}
	for i, p := range pages {
		c.page = p.number
		below := lines[i]
		for _, g := range grids[i] {
			var above []line
			above, below = split(below, func(l line) bool { return l.middle() > g.top })
			c.lines(above)
			c.ruled(g)
		}
		c.lines(below)
	}
	return c.out
}

// lines writes lines of a page.
func (c *composer) lines(lines []line) {
	if len(lines) > 0 {
		c.compose(rowsOf(closeGaps(besideLabels(acrossRows(listByList(besideNames(inColumns(inReadingOrder(lines)))))))))
	}
}

// styles is what sizes of letters mean in a document.
type styles struct {
	body     float64
	headings []float64 // sizes of headings, largest first
}

// stylesOf takes the size most letters have for that of the text; larger ones are
// headings.
func stylesOf(pages [][]line) styles {
	letters := map[float64]int{}
	for _, lines := range pages {
		for _, l := range lines {
			letters[rounded(l.size)] += utf8.RuneCountInString(l.text)
		}
	}
	var s styles
	most := 0
	for size, n := range letters {
		if n > most || n == most && size < s.body {
			s.body, most = size, n
		}
	}
	for size, n := range letters {
		if size >= s.body*1.15 && n < most {
			s.headings = append(s.headings, size)
		}
	}
	slices.SortFunc(s.headings, func(a, b float64) int { return cmp.Compare(b, a) })
	return s
}

func rounded(size float64) float64 { return math.Round(size*2) / 2 }

// level is that of a heading of a size, 0 for the size of the text. Sizes that
// hardly differ share a level.
func (s styles) level(size float64) int {
	size = rounded(size)
	level, last := 0, math.Inf(1)
	for _, h := range s.headings {
		if h < last*0.93 {
			level, last = level+1, h
		}
		if h == size {
			return min(level, 6)
		}
	}
	return 0
}

type composer struct {
	styles styles
	page   int
	narrow float64 // where lines of the text being read were broken, 0 where they were not or it is wide
	last   openTable
	ends   int // from which level on headings do not hold for what follows, 0 for none
	out    []document.Block
}

// openTable is a table that the next page may go on.
type openTable struct {
	page    int
	header  []string
	columns []stretch
}

func (c *composer) add(kind document.Kind, level int, text string) {
	if text = strings.TrimSpace(text); document.Meaningful(text) && len(c.out) < document.MaxBlocks {
		c.out = append(c.out, document.Block{Kind: kind, Level: level, Text: text, Page: c.page, Ends: c.ends})
		c.ends = 0
	}
}

// compose makes blocks of the rows of a page.
func (c *composer) compose(rows []row) {
	rows = withDescriptions(withPricesBelow(rows))
	for from := 0; from < len(rows); {
		to := from
		for to < len(rows) && len(rows[to]) > 1 && (to == from || rows[to][0].top < rows[to-1][0].top) { // the next column begins at the top
			to++
		}
		if to > from {
			c.sideBySide(rows[from:to])
			from = to
			continue
		}
		for to < len(rows) && len(rows[to]) == 1 {
			to++
		}
		var lines []line
		for _, r := range rows[from:to] {
			lines = append(lines, r[0].lines...)
		}
		c.text(lines)
		from = to
	}
}

// sideBySide writes rows of several cells. Numbers and bullets in front of a text
// are no cells.
func (c *composer) sideBySide(rows []row) {
	for i, r := range rows {
		if first := r[0].text(); len(r) == 2 && (listMark.MatchString(first+" x") && utf8.RuneCountInString(first) < 6) {
			c.sideBySide(rows[:i])
			joined := r[1].lines[0]
			joined.text, joined.left = first+" "+r[1].text(), r[0].left
			c.text([]line{joined})
			c.sideBySide(rows[i+1:])
			return
		}
	}
	if len(rows) == 0 {
		return
	}
	if isTable(rows) && !rows[0].filledIn() {
		c.table(rows)
		return
	}
	for _, r := range rows {
		for _, pair := range r.labelled() {
			var cells []string
			for _, cell := range pair {
				cells = append(cells, cell.text())
			}
			c.add(document.KindRow, 0, strings.Join(cells, "\t"))
		}
	}
}

// table writes the rows of a table. Where one ends the page before and this one begins its page with the same columns, it
// goes on that, and its columns have the same names.
func (c *composer) table(rows []row) {
	s, covered := columns(rows)
	fillDown(s)
	c.sheet(s, covered, rows[0][0].lines[0].size, hasOwnHeader(rows, s))
}

// sheet writes a table of which the columns are known; own says that its first row names them.
func (c *composer) sheet(s table.Sheet, covered []stretch, size float64, own bool) {
	again := slices.Equal(s.Rows[0], c.last.header)
	if c.goesOnTable(covered, size) && (again || !own) {
		from := 0
		if again {
			from = 1
		}
		c.out = append(c.out, s.Below(c.last.header, from, c.page)...)
		c.last.page = c.page
		return
	}
	blocks := s.Blocks(c.page)
	c.out = append(c.out, blocks...)
	c.last = openTable{page: c.page, columns: covered}
	if n := len(blocks); n > 0 {
		c.last.header = blocks[n-1].Header
	}
}

// hasOwnHeader says whether the first row of a table names its columns: it is bold and not all are, or it has only words
// and others have numbers.
func hasOwnHeader(rows []row, s table.Sheet) bool {
	bold := func(r row) bool { return !slices.ContainsFunc(r, func(c cell) bool { return !allBold(c.lines) }) }
	if bold(rows[0]) && !bold(rows[len(rows)-1]) {
		return true
	}
	at, is := s.HeaderRow()
	return is && at == 0 && slices.ContainsFunc(s.Rows[1:], func(r []string) bool { return slices.ContainsFunc(r, table.IsNumber) })
}

// goesOnTable says whether columns at the begin of a page are those of the table that ended the page before.
func (c *composer) goesOnTable(covered []stretch, size float64) bool {
	n := len(c.out)
	if n == 0 || c.last.header == nil || c.last.page != c.page-1 || c.out[n-1].Page != c.last.page || c.out[n-1].Kind != document.KindRow ||
		len(covered) != len(c.last.columns) {
		return false
	}
	for i, s := range covered {
		if o := c.last.columns[i]; math.Abs(s.from-o.from) > size && math.Abs(s.to-o.to) > size {
			return false
		}
	}
	return true
}

// listMark matches what begins a list item.
var listMark = regexp.MustCompile(`^(?:[•▪◦●○■□☐☑✓➢►·*–—-]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+\S`)

var bulletMark = regexp.MustCompile(`^[•▪◦●○■➢►·*–—-]\s+`)

// text makes paragraphs of lines below each other, of those of one size at a time.
func (c *composer) text(lines []line) {
	for from := 0; from < len(lines); {
		to := from + 1
		for to < len(lines) && lines[to-1].below(lines[to], 1.1) && math.Abs(lines[from].size-lines[to].size) <= 0.12*lines[from].size {
			to++
		}
		c.narrow = brokenAt(lines[from:to])
		c.paragraphs(lines[from:to])
		from = to
	}
	c.narrow = 0
}

// brokenAt is at which place lines of a narrow column were broken: most of them end where the next one's first word has
// no room; 0 where they do not, as those of an address.
func brokenAt(lines []line) float64 {
	if len(lines) < 4 {
		return 0
	}
	right, full := 0.0, 0
	for _, l := range lines {
		right = max(right, l.right)
	}
	if right-lines[0].left >= narrowColumn*lines[0].size {
		return 0
	}
	for i, l := range lines[:len(lines)-1] {
		if l.noRoomFor(lines[i+1], right) {
			full++
		}
	}
	if full*4 < 3*(len(lines)-1) {
		return 0
	}
	return right
}

// narrowColumn is how many sizes of its letters a column is wide at most of which a line that ends early may be one of a list.
const narrowColumn = 18

// noRoomFor says whether the first word of the next line would not have fitted behind a line.
func (l line) noRoomFor(next line, right float64) bool {
	word, _, _ := strings.Cut(next.text, " ")
	letters := utf8.RuneCountInString(next.text)
	return l.right+(next.right-next.left)*float64(utf8.RuneCountInString(word)+1)/float64(max(letters, 1)) > right-0.5*l.size
}

func (c *composer) paragraphs(lines []line) {
	for from := 0; from < len(lines); {
		to := from + 1
		for to < len(lines) && c.continues(lines[from:to], lines[to]) {
			to++
		}
		c.paragraph(lines[from:to])
		from = to
	}
}

// continues says whether a line goes on the paragraph of the lines above.
func (c *composer) continues(above []line, next line) bool {
	last := above[len(above)-1]
	switch {
	case rounded(last.size) != rounded(next.size) && math.Abs(last.size-next.size) > 0.12*last.size:
		return false
	case !last.below(next, 1.1) && !last.beside(next):
		return false
	case listMark.MatchString(next.text) && !document.EndsInMiddle(last.text) && !(strings.HasPrefix(next.text, "·") && strings.Contains(last.text, " · ")):
		return false
	case last.bold != next.bold && c.styles.level(last.size) == 0 && len(above) <= 2 && allBold(above) && !document.EndsInMiddle(last.text):
		return false // a bold line above plain text is a heading
	case next.left > last.left+25*last.size:
		return false
	}
	// A wider gap than between the lines above separates paragraphs.
	gap := last.bottom - next.top
	if len(above) > 1 {
		if usual := above[len(above)-2].bottom - last.top; gap > usual+0.35*last.size && !endsWithHyphen(last.text) {
			return false
		}
	} else if gap > 0.85*last.size && document.EndsSentence(last.text) {
		return false
	}
	right := last.right
	for _, l := range above {
		right = max(right, l.right)
	}
	right = max(right, next.right)
	// The line above ends early after a full sentence, or the next is indented.
	if document.EndsSentence(last.text) && (last.right < right-0.2*(right-last.left) || next.left > last.left+0.8*last.size && len(above) > 1) {
		return false
	}
	// Lines that all end early are a list without marks, an address for example.
	if len(above) == 1 && !(c.narrow > 0 && last.noRoomFor(next, c.narrow)) && right-last.left < narrowColumn*last.size && startsUpper(next.text) && !unfinished(last.text, next.text) && c.styles.level(last.size) == 0 {
		return false
	}
	return true
}

// leadsOn matches a line that ends with a word behind which another must stand.
var leadsOn = regexp.MustCompile(`(?i)(?:^|[ (])(?:bis|und|oder|von|vom|mit|ohne|für|der|die|das|dem|den|des|ein|eine|einen|einem|einer|im|am|zum|zur|an|auf|aus|bei|in|zu|nach|ab|and|or|with|for|from|to|the|of|until|at|on|by)$`)

// unfinished says whether a line can't end where it does: its last word asks for one more, or things in a row, parted by dots,
// are broken.
func unfinished(line, next string) bool {
	return document.EndsInMiddle(line) || leadsOn.MatchString(line) || strings.Contains(line, " · ") && strings.Contains(next, "·")
}

func allBold(lines []line) bool {
	return !slices.ContainsFunc(lines, func(l line) bool { return !l.bold })
}

func endsWithHyphen(s string) bool { return strings.HasSuffix(s, "-") }

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, `"„“»( `))
	return unicode.IsUpper(r) || unicode.IsDigit(r)
}

// paragraph writes lines as one block.
func (c *composer) paragraph(lines []line) {
	text := ""
	for _, l := range lines {
		text = joinLines(text, l.text)
	}
	first := lines[0]
	long := utf8.RuneCountInString(text)
	level := c.styles.level(first.size)
	switch {
	case strings.ContainsRune(boxSigns, []rune(text)[0]):
		c.add(document.KindItem, 1, text)
	case level > 0 && long < 200 && len(lines) <= 4 && wordy(text):
		c.add(document.KindHeading, level, text)
	case allBold(lines) && len(lines) <= 2 && long < 120 && first.size >= c.styles.body*0.95 && !strings.ContainsAny(text[len(text)-1:], ".,;") && wordy(text):
		c.add(document.KindHeading, min(6, len(c.styles.headings)+1), text)
	case bulletMark.MatchString(text):
		c.add(document.KindItem, 1, bulletMark.ReplaceAllString(text, ""))
	case listMark.MatchString(text):
		c.add(document.KindItem, 1, text)
	case c.goesOn(text):
		last := &c.out[len(c.out)-1]
		last.Text = joinLines(last.Text, strings.TrimSpace(text))
	default:
		c.add(document.KindParagraph, 0, text)
	}
}

// goesOn says whether a text is the rest of the paragraph before it, which the end
// of a column or page broke.
func (c *composer) goesOn(text string) bool {
	if len(c.out) == 0 {
		return false
	}
	last := c.out[len(c.out)-1]
	first, _ := utf8.DecodeRuneInString(strings.TrimSpace(text))
	return (last.Kind == document.KindParagraph || last.Kind == document.KindItem) && len(last.Text) > 60 && len(text) > 30 &&
		(c.page == last.Page || c.page == last.Page+1 && len(last.Text)+len(text) < 2000) && // the page is named with the text
		!document.EndsSentence(last.Text) && (unicode.IsLower(first) || unfinished(last.Text, text))
}

// wordy says whether a text has a word: single letters and numbers are labels of
// a form.
func wordy(s string) bool {
	letters := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			letters++
		} else {
			letters = 0
		}
		if letters >= 3 {
			return true
		}
	}
	return false
}

// joinLines puts a line after a text and undoes the hyphen that broke a word. A
// hyphen that belongs to the word stays: "E-Mail-" and "Adresse", "Ein-" and "und
// Ausgang".
func joinLines(text, line string) string {
	if text == "" {
		return line
	}
	stem, broken := strings.CutSuffix(text, "-")
	if !broken || line == "" {
		return text + " " + line
	}
	before, _ := utf8.DecodeLastRuneInString(stem)
	after, _ := utf8.DecodeRuneInString(line)
	word, _, _ := strings.Cut(line, " ")
	switch {
	case before == '.' && unicode.IsUpper(after):
		return text + line // "Art.-", "Nr."
	case !unicode.IsLetter(before) && !unicode.IsDigit(before):
		return text + " " + line // a dash
	case unicode.IsLower(after) && suspended[strings.Trim(word, ".,;:")]:
		return text + " " + line
	case unicode.IsLower(after) && unicode.IsLetter(before):
		return stem + line
	}
	return text + line
}

// suspended are the words after a hyphen that stands for a part of a word.
var suspended = map[string]bool{"und": true, "oder": true, "bzw": true, "sowie": true, "bis": true, "als": true, "noch": true, "and": true, "or": true, "to": true}
