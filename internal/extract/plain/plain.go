// Package plain reads formats that are text: Markdown, text, CSV, JSON and XML. What it is given is UTF-8.
package plain

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/extract/document"
)

var (
	bullet   = regexp.MustCompile(`^(\s*)(?:[-*•–▪◦]|\d{1,3}[.)]|(\(\d{1,3}[.)]|[a-z]\)))\s+(\S.*)$`)
	section  = regexp.MustCompile(`^§ ?\d{1,3} ?[a-z]?\s+\S`)
	ruleLine = regexp.MustCompile(`^\s*[-=*_~#]{3,}\s*$`)
)

// Text reads text: paragraphs between empty lines, items behind a dash, tables whose cells stand below each other,
// and headings that are underlined or written like one.
func Text(source string) document.Document {
	d := document.Document{Blocks: plainBlocks(source)}
	if len(d.Blocks) > 0 && d.Blocks[0].Kind == document.KindHeading {
		d.Title = document.OneLine(d.Blocks[0].Text)
	}
	d.Language = document.Language("", d.Blocks)
	return d
}

// plainReader makes blocks of the lines of a text.
type plainReader struct {
	out   []document.Block
	width int // at which lines were broken, 0 where none were

	lines []string // of the block being read
	kind  document.Kind
	level int
}

func plainBlocks(text string) []document.Block {
	all := strings.Split(text, "\n")
	for i, line := range all {
		all[i] = strings.TrimRight(line, " \t\f\r")
	}
	r := plainReader{width: wrappedAt(all), kind: document.KindParagraph}
	for i := 0; i < len(all); {
		if all[i] == "" {
			r.flush()
			i++
			continue
		}
		if len(r.lines) == 0 {
			if rows, n := plainTable(all[i:]); n > 0 {
				r.out = append(r.out, rows...)
				i += n
				continue
			}
		}
		i += r.line(all, i)
	}
	r.flush()
	return r.out
}

// line takes the line at i and gives how many were taken.
func (r *plainReader) line(all []string, i int) int {
	line := all[i]
	if i+1 < len(all) && len(r.lines) == 0 && len(line) < 120 && ruleLine.MatchString(all[i+1]) && !ruleLine.MatchString(line) {
		r.heading(line, all[i+1])
		return 2
	}
	switch m := bullet.FindStringSubmatch(line); {
	case ruleLine.MatchString(line):
		// Of lines above the first rule of a text the first is its title.
		if len(r.out) == 0 && len(r.lines) == 2 && r.kind == document.KindParagraph && len(r.lines[0]) < 120 && strings.Contains(line, "=") {
			below := r.lines[1]
			r.heading(r.lines[0], line)
			r.lines = []string{below}
		}
		r.flush()
	case m != nil:
		r.flush()
		r.kind, r.level = document.KindItem, 1+min(5, len(strings.ReplaceAll(m[1], "\t", "    "))/2)
		r.lines = []string{strings.TrimLeft(m[2]+" "+m[3], " ")} // clauses are named by their labels
	case r.kind == document.KindItem && !strings.HasPrefix(line, " ") && !strings.HasPrefix(line, "\t"):
		r.flush()
		r.lines = []string{line}
	default:
		r.lines = append(r.lines, line)
		alone := len(r.lines) == 1 && (i+1 >= len(all) || strings.TrimSpace(all[i+1]) == "")
		if alone && (shouted(line) || len(line) < 80 && section.MatchString(line) && !strings.HasSuffix(line, ".")) {
			r.kind, r.level = document.KindHeading, 2
			r.flush()
		}
	}
	return 1
}

// heading adds a line that a rule stands below.
func (r *plainReader) heading(line, rule string) {
	r.kind, r.level, r.lines = document.KindHeading, 2, []string{line}
	if strings.Contains(rule, "=") {
		r.level = 1
	}
	r.flush()
}

func (r *plainReader) flush() {
	var s strings.Builder
	for i, line := range r.lines {
		if i > 0 {
			s.WriteString(r.between(r.lines[i-1], line))
		}
		s.WriteString(strings.TrimSpace(line))
	}
	if text := s.String(); document.Meaningful(text) {
		r.out = append(r.out, document.Block{Kind: r.kind, Level: r.level, Text: text})
	}
	r.lines, r.kind, r.level = nil, document.KindParagraph, 0
}

// between is what stands between two lines of a paragraph: nothing or a space where the first goes on in the second,
// because the second's first word had no room in it.
func (r *plainReader) between(line, next string) string {
	word, _, _ := strings.Cut(strings.TrimSpace(next), " ")
	n := utf8.RuneCountInString(line)
	switch {
	case r.width == 0 || n*10 < r.width*6 || n+1+utf8.RuneCountInString(word) <= r.width:
		return "\n"
	case strings.HasSuffix(line, "-"):
		return ""
	}
	return " "
}

// shortestWrapped and longestWrapped are how long the lines of a text are that somebody broke.
const shortestWrapped, longestWrapped = 50, 120

// wrappedAt is how long lines of a text become at most where several of them were broken at the same width, else 0.
func wrappedAt(lines []string) int {
	width := 0
	for i, line := range lines {
		if n := utf8.RuneCountInString(line); i+1 < len(lines) && lines[i+1] != "" && !ruleLine.MatchString(line) && !strings.Contains(strings.TrimSpace(line), "  ") {
			width = max(width, n)
		}
	}
	if width < shortestWrapped || width > longestWrapped {
		return 0
	}
	full, near := 0, width*9/10
	for i, line := range lines {
		if n := utf8.RuneCountInString(line); n >= near && i+1 < len(lines) && lines[i+1] != "" {
			full++
		}
	}
	if full < 2 {
		return 0
	}
	return width - width/20
}

// shouted recognises a heading in capitals.
func shouted(line string) bool {
	return len(line) > 3 && len(line) < 80 && strings.ToUpper(line) == line && strings.ToLower(line) != line && !strings.HasSuffix(line, ".")
}
