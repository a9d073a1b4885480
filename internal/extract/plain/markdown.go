package plain

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"golang.org/x/net/html"

	"github.com/webchatagent/wca/internal/extract/document"
	"github.com/webchatagent/wca/internal/extract/refusal"
	"github.com/webchatagent/wca/internal/extract/webpage"
)

var frontMatter = regexp.MustCompile(`(?s)\A---\n(.*?)\n---\s*\n`)

// mostNotes is how many signs of footnotes a text has at most that are read as such: the parser's time grows with their square.
const mostNotes = 10_000

// noteBegins finds where the text of a footnote begins. Some indent it so far that the parser would take it for code.
var noteBegins = regexp.MustCompile(`(?m)^(\[\^[^\]\n]+\]:)[ \t]+`)

// Markdown reads CommonMark with tables, definition lists, footnotes and a
// front matter, from which the title is taken.
func Markdown(source string) (document.Document, error) {
	if nestedTooDeep(source) {
		return document.Document{}, refusal.Hostile.Because(nil)
	}
	var d document.Document
	declared := ""
	if m := frontMatter.FindStringSubmatch(source); m != nil {
		for line := range strings.SplitSeq(m[1], "\n") {
			key, value, _ := strings.Cut(line, ":")
			value = strings.Trim(strings.TrimSpace(value), `"'`)
			switch strings.ToLower(strings.TrimSpace(key)) {
			case "title", "titel":
				d.Title = document.OneLine(value)
			case "lang", "language":
				declared = value
			}
		}
		source = source[len(m[0]):]
	}
	extensions := []goldmark.Extender{extension.Table, extension.Strikethrough, extension.Linkify, extension.DefinitionList}
	if strings.Count(source, "[^") <= mostNotes {
		source = noteBegins.ReplaceAllString(source, "$1 ")
		extensions = append(extensions, extension.Footnote)
	}
	md := goldmark.New(goldmark.WithExtensions(extensions...),
		goldmark.WithParserOptions(parser.WithAutoHeadingID()))
	r := &markdownReader{source: []byte(source)}
	root := md.Parser().Parse(text.NewReader(r.source))
	r.notes = footnotes(root)
	r.blocks(root, 0)
	r.readDue()
	d.Blocks = r.out
	if d.Title == "" {
		for _, b := range d.Blocks {
			if b.Kind == document.KindHeading {
				d.Title = document.OneLine(b.Text)
				break
			}
		}
	}
	d.Language = document.Language(declared, d.Blocks)
	return d, nil
}

// nestedTooDeep looks for lines that open more quotes or lists than a text needs;
// the parser's time grows with the square of that depth.
func nestedTooDeep(source string) bool {
	for line := range strings.SplitSeq(source, "\n") {
		depth := 0
		for _, r := range line {
			if r == '>' || r == '-' || r == '*' || r == '+' || r == '[' || r == '(' || r == '!' {
				depth++
			} else if r != ' ' && r != '\t' {
				break
			}
		}
		if depth > 200 && len(strings.Trim(line, "-*_= \t>|")) > 0 || strings.Count(line[:min(len(line), depth)], ">") > 100 {
			return true
		}
	}
	return false
}

type markdownReader struct {
	source []byte
	out    []document.Block
	anchor string
	number string                   // that begins the text of the next item: see ordinal
	notes  map[int]*extast.Footnote // those nothing has referred to yet, by their index
	due    []*extast.Footnote       // those of the section being read
}

// footnotes are the notes that the text refers to. The parser puts them at its end.
func footnotes(root ast.Node) map[int]*extast.Footnote {
	notes := map[int]*extast.Footnote{}
	if list, ok := root.LastChild().(*extast.FootnoteList); ok {
		for n := list.FirstChild(); n != nil; n = n.NextSibling() {
			if note, ok := n.(*extast.Footnote); ok {
				notes[note.Index] = note
			}
		}
	}
	return notes
}

// noted keeps the notes that a block refers to until its section ends: at the end of the document they would stand below
// another heading, and within a section they would interrupt it.
func (r *markdownReader) noted(block ast.Node) {
	_ = ast.Walk(block, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if link, ok := n.(*extast.FootnoteLink); ok && entering && r.notes[link.Index] != nil {
			r.due = append(r.due, r.notes[link.Index])
			delete(r.notes, link.Index)
		}
		return ast.WalkContinue, nil
	})
}

// readDue reads the notes of the section that ends. They may refer to others.
func (r *markdownReader) readDue() {
	for len(r.due) > 0 {
		note := r.due[0]
		r.due = r.due[1:]
		r.blocks(note, 0)
	}
}

func (r *markdownReader) add(b document.Block) {
	b.Text = strings.TrimSpace(b.Text)
	if document.Meaningful(b.Text) {
		b.Text, r.number = r.number+b.Text, ""
		b.Anchor = r.anchor
		r.out = append(r.out, b)
	}
}

func (r *markdownReader) blocks(parent ast.Node, depth int) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Heading:
			r.readDue()
			if id, ok := n.AttributeString("id"); ok {
				if b, ok := id.([]byte); ok {
					r.anchor = string(b)
				}
			}
			r.add(document.Block{Kind: document.KindHeading, Level: n.Level, Text: document.OneLine(r.inline(n))})
			r.noted(n)
		case *ast.Paragraph, *ast.TextBlock:
			kind, level := document.KindParagraph, 0
			if _, item := parent.(*ast.ListItem); item && n.PreviousSibling() == nil {
				kind, level = document.KindItem, depth
			}
			b := document.Block{Kind: kind, Level: level, Text: r.inline(n)}
			if strong, ok := n.FirstChild().(*ast.Emphasis); ok && strong.Level == 2 {
				b.Bold = len(r.inline(strong))
			}
			r.add(b)
			r.noted(n)
		case *ast.List:
			inner := depth + 1
			if r.number = ordinal(parent, n); r.number != "" {
				inner = depth
			}
			if inner <= 50 {
				r.blocks(n, inner)
			}
			r.number = ""
		case *ast.FencedCodeBlock, *ast.CodeBlock:
			r.add(document.Block{Kind: document.KindCode, Text: strings.TrimRight(string(n.Lines().Value(r.source)), "\n")})
		case *ast.HTMLBlock:
			r.markup(string(n.Lines().Value(r.source)))
		case *extast.Table:
			r.table(n)
			r.noted(n)
		case *extast.FootnoteList: // read where the text refers to them
		case *extast.DefinitionTerm:
			r.add(document.Block{Kind: document.KindParagraph, Text: r.inline(n)})
		default:
			if n.Type() == ast.TypeBlock {
				r.blocks(n, depth)
			}
		}
	}
}

// ordinal is the number that a text begins with which the parser takes for a list of one item within an item:
// "- 1. Weihnachtsfeiertag: geschlossen"; "" of any other list.
func ordinal(parent ast.Node, list *ast.List) string {
	if _, item := parent.(*ast.ListItem); !item || !list.IsOrdered() || list.PreviousSibling() != nil || list.ChildCount() != 1 {
		return ""
	}
	return strconv.Itoa(list.Start) + string(list.Marker) + " "
}

// markup reads HTML inside Markdown.
func (r *markdownReader) markup(source string) {
	blocks, err := webpage.Blocks(source)
	if err != nil {
		return
	}
	for _, b := range blocks {
		if b.Anchor == "" {
			b.Anchor = r.anchor
		}
		r.out = append(r.out, b)
	}
}

func (r *markdownReader) table(t *extast.Table) {
	var header []string
	for row := t.FirstChild(); row != nil; row = row.NextSibling() {
		var cells []string
		for c := row.FirstChild(); c != nil; c = c.NextSibling() {
			cells = append(cells, document.OneLine(r.inline(c)))
		}
		if _, is := row.(*extast.TableHeader); is {
			header = cells
			if row.NextSibling() != nil {
				continue
			}
		}
		if text := strings.TrimRight(strings.Join(cells, "\t"), "\t"); document.Meaningful(text) {
			r.out = append(r.out, document.Block{Kind: document.KindRow, Text: text, Anchor: r.anchor, Header: header})
		}
	}
}

// inline gives the text of a block without its marks.
func (r *markdownReader) inline(n ast.Node) string {
	var out bytes.Buffer
	block, _ := n.(*ast.Paragraph)
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Text:
			value := n.Value(r.source)
			if _, code := n.Parent().(*ast.CodeSpan); !code {
				value = unescape(value)
			}
			out.Write(value)
			if n.HardLineBreak() {
				out.WriteByte('\n')
			} else if n.SoftLineBreak() && (block == nil || !r.set(block)) {
				out.WriteByte(' ')
			} else if n.SoftLineBreak() {
				out.WriteByte('\n')
			}
		case *ast.String:
			out.Write(n.Value)
		case *ast.AutoLink:
			out.Write(n.Label(r.source))
		case *ast.Image:
			return ast.WalkSkipChildren, nil
		case *ast.RawHTML:
			if bytes.HasPrefix(bytes.ToLower(n.Segments.Value(r.source)), []byte("<br")) {
				out.WriteByte('\n')
			}
		}
		return ast.WalkContinue, nil
	})
	return out.String()
}

// set says whether the lines of a paragraph were meant as lines, though Markdown runs them together: an
// address with a telephone number, say. They are several, short, and all begin with a capital or a digit.
func (r *markdownReader) set(p *ast.Paragraph) bool {
	const least, longest = 3, 60
	lines := p.Lines()
	for i := range lines.Len() {
		segment := lines.At(i)
		line := bytes.TrimSpace(segment.Value(r.source))
		first, _ := utf8.DecodeRune(line)
		if len(line) > longest || !unicode.IsUpper(first) && !unicode.IsDigit(first) || bytes.HasSuffix(line, []byte(",")) {
			return false
		}
	}
	return lines.Len() >= least
}

var escaped = regexp.MustCompile("\\\\([!-/:-@\\[-`{-~])")

// unescape resolves backslashes and character references.
func unescape(b []byte) []byte {
	if !bytes.ContainsAny(b, `\&`) {
		return b
	}
	return []byte(html.UnescapeString(string(escaped.ReplaceAll(b, []byte("$1")))))
}
