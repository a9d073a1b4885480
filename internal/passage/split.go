package passage

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/extract/document"
	"github.com/webchatagent/wca/internal/sentence"
	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/word"
)

// Options say where a document comes from and how large its passages
// should be.
type Options struct {
	// Document is the document's id, Address its URL or file path; both are
	// copied into every passage.
	Document, Address string
	// Words is the size a passage should have; 0 means 80. Passages stay below
	// one and a half times that, except for a single sentence or row that is
	// longer; none is longer than 6,000 bytes.
	Words int
}

// defaultWords is large enough for an answer with its circumstances and small
// enough that one sentence decides what a passage is about.
const defaultWords = 80

// Split cuts a document into passages. A heading begins a new passage (short
// sections under the same parent stay together only with their own heading);
// paragraphs are cut between sentences; list items and table rows are not cut
// unless they are as long as no text that people read, and rows repeat their
// table's header; a passage never spans two pages.
func Split(doc document.Document, o Options) []Passage {
	if o.Words <= 0 {
		o.Words = defaultWords
	}
	s := splitter{doc: doc, o: o}
	for i := range doc.Blocks {
		s.block(&doc.Blocks[i])
	}
	s.flush()
	s.explain()
	return s.out
}

// explain tells below passages with signs of dishes what these stand for, unless they say so themselves.
func (s *splitter) explain() {
	l := legendOf(s.doc.Blocks)
	for i := range s.out {
		p := &s.out[i]
		if line := l.told(p.Text); line != "" && len(meanings(p.Text)) < fewestExplained && len(p.Text)+len(line) < longestPiece {
			p.Text += "\n" + line
		}
	}
}

type splitter struct {
	doc      document.Document
	o        Options
	headings []heading
	out      []Passage

	lines  []string // of the passage being filled
	words  int
	size   int // in bytes
	page   int
	anchor string
	start  string // anchor where the passage began
	tail   bool   // the last line is an unfinished paragraph: more sentences go on it
	intro  string // the line that announces the list being read, "" where none does
}

type heading struct {
	level int
	text  string
}

func (s *splitter) block(b *document.Block) {
	text := clean(b.Text)
	if text == "" && b.Kind != document.KindRow {
		return
	}
	if b.Page != 0 && b.Page != s.page {
		s.flush()
		s.page = b.Page
	}
	if b.Ends > 0 && s.under(b.Ends) {
		s.flush()
		s.leave(b.Ends)
		s.anchor = b.Anchor
	}
	if b.Kind == document.KindHeading && len(text) <= longestHeading {
		s.flush()
		if b.Anchor != "" {
			s.anchor = b.Anchor
		}
		level := max(1, b.Level)
		s.leave(level)
		s.headings = append(s.headings, heading{level, text})
		return
	}
	if b.Anchor != "" {
		s.anchor = b.Anchor
	}
	switch b.Kind {
	case document.KindRow:
		for _, piece := range cutEndless(rowText(text, b.Header)) {
			s.line(piece)
		}
	case document.KindItem:
		for _, piece := range cutEndless(strings.TrimLeft(text, "•-–*· ")) {
			s.line("• " + piece)
		}
		return
	case document.KindCode:
		for _, piece := range cutEndless(text) {
			s.line(piece)
		}
	default:
		s.paragraph(text)
	}
	s.intro = ""
	if n := len(s.lines); n > 0 && Introduces(s.lines[n-1]) {
		s.intro = s.lines[n-1]
	}
}

// under says whether a heading of a level, or of one below it, holds.
func (s *splitter) under(level int) bool {
	n := len(s.headings)
	return n > 0 && s.headings[n-1].level >= level
}

// leave ends what stands under headings of a level and of those below it.
func (s *splitter) leave(level int) {
	for s.under(level) {
		s.headings = s.headings[:len(s.headings)-1]
	}
}

// line adds something that is not cut. A list that is cut repeats the line that announces it, as rows repeat the head of
// their table; a line that announces what comes next goes with it.
func (s *splitter) line(text string) {
	n := countWords(text)
	if s.words > 0 && (s.words+n > s.o.Words*5/4 || s.size+len(text) > longestPiece) {
		intro := s.announcing()
		if intro == "" && strings.HasPrefix(text, "• ") {
			intro = s.intro
		}
		s.flush()
		if intro != "" {
			s.add(intro, countWords(intro))
		}
	}
	s.add(text, n)
	s.tail = false
}

// announcing takes the last line away where it announces what comes next, and others stand before it.
func (s *splitter) announcing() string {
	n := len(s.lines)
	if n < 2 || !Introduces(s.lines[n-1]) || s.lines[n-1] != s.intro && !strings.HasSuffix(s.lines[n-1], ":") {
		return ""
	}
	line := s.lines[n-1]
	s.lines = s.lines[:n-1]
	return line
}

// longestIntro is of how many words a line is at most that is repeated above each part of its list, shortestIntro of how
// many one is at least that has no colon.
const longestIntro, shortestIntro = 40, 5

// Introduces says whether a line announces the list below it: it ends with a colon, or as no sentence does.
func Introduces(line string) bool {
	if IsItem(line) {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(line)
	words := countWords(line)
	return words <= longestIntro && (last == ':' || unicode.IsLetter(last) && words >= shortestIntro)
}

// paragraph adds sentences, beginning a new passage where the next sentence
// would make this one too long.
func (s *splitter) paragraph(text string) {
	total := countWords(text)
	// A paragraph that nearly fits stays whole, in a passage of its own if need
	// be.
	if s.words > 0 && (s.words+total > s.o.Words*5/4 || s.size+len(text) > longestPiece) {
		s.flush()
	}
	s.tail = false
	if total <= s.o.Words*5/4 && len(text) <= longestPiece {
		s.add(text, total)
		return
	}
	// Cut into pieces of about equal size rather than full ones and a rest.
	pieces := (total + s.o.Words - 1) / s.o.Words
	target := (total + pieces - 1) / pieces
	for _, span := range sentence.In(text) {
		sentence := text[span.Start:span.End]
		for _, piece := range cutLong(sentence, 3*s.o.Words) {
			for _, piece := range cutEndless(piece) {
				n := countWords(piece)
				if s.words > 0 && (s.words+n/2 > target || s.size+len(piece) > longestPiece) {
					s.flush()
				}
				s.add(piece, n)
				s.tail = true
			}
		}
	}
	s.tail = false
}

func (s *splitter) add(text string, words int) {
	if len(s.lines) == 0 {
		s.start = s.anchor
	}
	if s.tail && len(s.lines) > 0 {
		s.lines[len(s.lines)-1] += " " + text
	} else {
		s.lines = append(s.lines, text)
	}
	s.words += words
	s.size += len(text) + 1
}

func (s *splitter) flush() {
	if len(s.lines) == 0 {
		return
	}
	p := Passage{
		Document: s.o.Document, Address: s.o.Address, Title: s.doc.Title, Language: s.doc.Language,
		Text: strings.Join(s.lines, "\n"), Page: s.page, Anchor: s.start, Ordinal: len(s.out),
	}
	p.ID = p.Document + "#" + strconv.Itoa(p.Ordinal)
	for _, h := range s.headings {
		p.Headings = append(p.Headings, h.text)
	}
	s.out = append(s.out, p)
	s.lines, s.words, s.size, s.tail = nil, 0, 0, false
}

// rowText writes a table row as it can be read alone: "Größe: M · Preis: 20 €".
// Cells are separated by tabs in text.
func rowText(text string, header []string) string {
	cells := strings.Split(text, "\t")
	var parts []string
	for i, cell := range cells {
		cell = strings.TrimSpace(cell)
		if cell == "" {
			continue
		}
		if i < len(header) {
			if h := strings.TrimSpace(header[i]); h != "" && h != cell {
				cell = strings.TrimSuffix(h, ":") + ": " + cell
			}
		}
		if n := len(parts); n > 0 && strings.HasSuffix(parts[n-1], ":") {
			parts[n-1] += " " + cell
			continue
		}
		parts = append(parts, cell)
	}
	return strings.Join(parts, stated.CellBreak)
}

// clean collapses runs of spaces, keeping line breaks and tabs.
func clean(s string) string {
	lines := strings.Split(s, "\n")
	n := 0
	for _, l := range lines {
		cells := strings.Split(l, "\t")
		for i, c := range cells {
			cells[i] = strings.Join(strings.Fields(c), " ")
		}
		if l = strings.Join(cells, "\t"); strings.TrimSpace(l) != "" {
			lines[n] = l
			n++
		}
	}
	return strings.Join(lines[:n], "\n")
}

// countWords is the number of words; scripts without spaces count two
// characters as a word.
func countWords(s string) int {
	n := 0
	word.Each(s, "", func(word.Token) { n++ })
	return n
}

// cutLong cuts a sentence without end (a page without punctuation) between
// words so that no piece has more than about limit words. It cuts behind a comma
// where there is one: a value in two pieces ("+49 511" and "1000123") is
// recognised as personal data in neither.
func cutLong(s string, limit int) []string {
	if countWords(s) <= limit {
		return []string{s}
	}
	var out []string
	fields := strings.Fields(s)
	if len(fields) < 2 { // one endless word, or a script without spaces
		for len(s) > 6*limit {
			n := endOfPiece(s, 6*limit)
			out = append(out, s[:n])
			s = s[n:]
		}
		return append(out, s)
	}
	from, words := 0, 0
	for i, field := range fields {
		n := countWords(field)
		if i > from && words+n > limit {
			to := endOfFields(fields, from, i)
			out = append(out, strings.Join(fields[from:to], " "))
			for from, words = to, 0; to < i; to++ {
				words += countWords(fields[to])
			}
		}
		words += n
	}
	return append(out, strings.Join(fields[from:], " "))
}

// longestPiece is how many bytes a passage has at most, whatever a document is like: what is read closely for an answer, some
// fifteen passages, is read in less than a tenth of a second then.
const longestPiece = 6_000

// longestHeading is how many bytes a heading may have; a longer one is a paragraph.
const longestHeading = 1_000

// cutEndless cuts a text into pieces that are no longer than a passage may be: between lines, else as cutLong does. Of "" there
// is none.
func cutEndless(text string) (out []string) {
	for len(text) > longestPiece {
		at := strings.LastIndexByte(text[:longestPiece+1], '\n')
		if at > 0 {
			out, text = append(out, text[:at]), text[at+1:]
			continue
		}
		line, rest, _ := strings.Cut(text, "\n")
		for _, piece := range cutLong(line, longestPiece/8) {
			for len(piece) > longestPiece {
				n := endOfPiece(piece, longestPiece-utf8.UTFMax)
				out, piece = append(out, piece[:n]), piece[n:]
			}
			out = append(out, piece)
		}
		text = rest
	}
	if text != "" {
		out = append(out, text)
	}
	return out
}

// separators end a value or a part of a sentence.
const separators = ",;:|，、；："

// endOfFields is before which field a piece that begins at from ends, at most at end: in its second half
// behind a separator, else where no figures are on both sides.
func endOfFields(fields []string, from, end int) int {
	half := from + (end-from)/2
	for k := end; k > half; k-- {
		if last, _ := utf8.DecodeLastRuneInString(fields[k-1]); strings.ContainsRune(separators, last) {
			return k
		}
	}
	figures := func(field string) bool { return strings.ContainsFunc(field, unicode.IsDigit) }
	for k := end; k > half; k-- {
		if !figures(fields[k-1]) || !figures(fields[k]) {
			return k
		}
	}
	return end
}

// endOfPiece is where a piece of text without spaces ends, at about end bytes: in its second half behind a
// separator, else where not both sides are of what numbers and addresses are written with.
func endOfPiece(s string, end int) int {
	if k := strings.LastIndexAny(s[end/2:end], separators); k >= 0 {
		_, n := utf8.DecodeRuneInString(s[end/2+k:])
		return end/2 + k + n
	}
	of := func(b byte) bool {
		return b < utf8.RuneSelf && (unicode.IsLetter(rune(b)) || unicode.IsDigit(rune(b)) || strings.IndexByte("+-./@", b) >= 0)
	}
	for k := end; k > end/2; k-- {
		if utf8.RuneStart(s[k]) && !(of(s[k-1]) && of(s[k])) {
			return k
		}
	}
	for end < len(s) && !utf8.RuneStart(s[end]) {
		end++
	}
	return end
}
