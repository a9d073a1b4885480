// Package rtf reads rich text (RTF 1.9.1): paragraphs with their headings, lists with their labels, tables, footnotes and
// text in boxes. What was deleted, what is hidden, comments, the code of fields and pictures are not read.
package rtf

import (
	"errors"
	"maps"
	"slices"
	"strings"

	"golang.org/x/text/encoding/charmap"

	"github.com/webchatagent/wca/internal/extract/contact"
	"github.com/webchatagent/wca/internal/extract/document"
	"github.com/webchatagent/wca/internal/extract/refusal"
)

// usualSize is that of letters for which a file says none, in half points.
const usualSize = 24

// maxDepth bounds how deep groups are nested; Word writes some ten.
const maxDepth = 300

// The most bytes of the title of the file or a style, and of the label of an item, and the most paragraphs of headers and
// footers.
const longestTitle, longestLabel, maxMargins = 500, 50, 50

// Read reads a file in rich text format. What is wrong with it is a *refusal.Error.
func Read(body []byte) (document.Document, error) {
	r := &reader{
		scan: scanner{in: body}, letters: letters{document: charmap.Windows1252, fonts: map[int]int{}}, styles: map[int]style{},
		body: &flow{}, state: state{skipped: 1, size: usualSize},
	}
	r.state.flow = r.body
	if err := r.read(); err != nil {
		return document.Document{}, err
	}
	r.body.end()
	if !slices.ContainsFunc(r.body.out, func(b block) bool { return b.Kind == document.KindHeading }) {
		byLook(r.body.out)
	}
	d := document.Document{Title: document.OwnTitle(r.title.String())}
	for _, b := range append(r.body.out, r.margins...) {
		if d.Title == "" && b.Kind == document.KindHeading {
			d.Title = document.OneLine(b.Text)
		}
		d.Blocks = append(d.Blocks, b.Block)
	}
	d.Language = document.Language("", d.Blocks)
	return d, nil
}

// destination is what becomes of the text of a group.
type destination byte

const (
	content destination = iota
	nothing
	fonts
	styles
	title
	label // of an item of a list
)

// state is what holds up to the end of a group.
type state struct {
	into            destination
	flow            *flow
	font, size      int // size in half points
	skipped         int // characters behind a \u that stand for it
	bold, raised    bool
	hidden, deleted bool
	starred         bool // the group began with \*, and its first word is to come
	fresh           bool // nothing of the group was read
}

// style is a style of paragraphs.
type style struct {
	level    int // of a heading, 0 for none
	contents bool
	hidden   bool
}

type reader struct {
	scan    scanner
	letters letters
	state   state
	stack   []state
	font    int // that \plain sets
	skip    int // characters that a \u before stands for

	styles  map[int]style
	style   int // the one being defined, with its name
	outline int
	unseen  bool
	name    strings.Builder
	title   strings.Builder

	body    *flow
	margins []block
}

func (r *reader) read() error {
	for {
		p, more := r.scan.next()
		if !more {
			if len(r.stack) > 0 {
				return refusal.Cut.Because(errors.New("a group of the rich text is not closed"))
			}
			return nil
		}
		switch p.kind {
		case open:
			if len(r.stack) >= maxDepth {
				return refusal.Hostile.Because(errors.New("groups of rich text nested too deeply"))
			}
			r.flush()
			r.stack = append(r.stack, r.state)
			r.state.fresh, r.state.starred, r.skip = true, false, 0
			continue
		case shut:
			if len(r.stack) == 0 {
				return nil // what stands behind the file's own group is none of it
			}
			r.close()
			if len(r.stack) == 0 {
				return nil
			}
			continue
		case text, octet:
			r.write(p.bytes)
		case sign:
			r.sign(p.bytes[0])
		case word:
			r.word(p)
		}
		if p.kind != sign || p.bytes[0] != '*' {
			r.state.fresh, r.state.starred = false, false
		}
	}
}

// flush writes the bytes that were kept.
func (r *reader) flush() { r.say(r.letters.rest()) }

// close ends a group and takes what was read in it where it belongs.
func (r *reader) close() {
	r.flush()
	inner := r.state
	r.state = r.stack[len(r.stack)-1]
	r.stack = r.stack[:len(r.stack)-1]
	r.skip = 0
	if inner.flow == r.state.flow || inner.flow == nil {
		return
	}
	inner.flow.end()
	switch inner.flow.what {
	case "footnote":
		r.state.flow.notes = append(r.state.flow.notes, document.OneLine(inner.flow.lines()))
	case "shptxt":
		r.state.flow.after = append(r.state.flow.after, inner.flow.out...)
	default: // a header or footer tells how to reach somebody, each once
		for _, b := range inner.flow.out {
			if len(r.margins) < maxMargins && contact.HasData(b.Text) && !slices.ContainsFunc(r.margins, func(o block) bool { return o.Text == b.Text }) {
				r.margins = append(r.margins, b)
			}
		}
	}
}

// write takes bytes of text.
func (r *reader) write(b []byte) {
	n := min(r.skip, len(b))
	r.skip -= n
	if b = b[n:]; len(b) > 0 && r.state.into != nothing {
		r.say(r.letters.add(b, r.state.font))
	}
}

// put writes a character that a word stands for.
func (r *reader) put(s string) {
	if r.skip > 0 {
		r.skip--
		return
	}
	r.flush()
	r.say(s)
}

// say takes text to where the group has it.
func (r *reader) say(s string) {
	if s == "" {
		return
	}
	switch r.state.into {
	case title:
		if r.title.Len() < longestTitle {
			r.title.WriteString(s)
		}
	case styles:
		r.named(s)
	case label:
		if len(r.state.flow.label) < longestLabel {
			r.state.flow.label += s
		}
	case content:
		if !r.state.hidden && !r.state.deleted {
			r.state.flow.write(s, r.state)
		}
	}
}

// named reads the name of a style, which ends with a semicolon.
func (r *reader) named(s string) {
	before, _, ends := strings.Cut(s, ";")
	if r.name.Len() < longestTitle {
		r.name.WriteString(before)
	}
	if !ends {
		return
	}
	made := styleNamed(document.OneLine(r.name.String()))
	if made.level == 0 && r.outline > 0 && !made.contents {
		made.level = r.outline
	}
	made.hidden = r.unseen
	if len(r.styles) < 10_000 {
		r.styles[r.style] = made
	}
	r.name.Reset()
	r.style, r.outline, r.unseen = 0, 0, false
}

// sign reads a backslash with a character that is no letter.
func (r *reader) sign(c byte) {
	switch c {
	case '*':
		r.state.starred = r.state.fresh
	case '\\', '{', '}':
		r.write([]byte{c})
	case '~':
		r.put(" ")
	case '_':
		r.put("-")
	}
}

// characters are the words that stand for some.
var characters = map[string]string{
	"tab": "\t", "line": "\n", "softline": "\n", "lbr": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•",
	"emspace": " ", "enspace": " ", "qmspace": " ",
}

// known are the groups with a star that are read.
var known = map[string]bool{"shpinst": true, "shptxt": true, "footnote": true, "fldrslt": true}

// unread are the groups without a star whose text is none of the document.
var unread = map[string]bool{
	"colortbl": true, "pict": true, "fldinst": true, "xe": true, "tc": true, "txe": true, "rxe": true, "sp": true, "shprslt": true, "filetbl": true, "revtbl": true,
	"listtable": true, "listoverridetable": true, "nonesttables": true, "template": true, "private": true, "comment": true, "annotation": true, "atnid": true, "atnauthor": true,
	"ftnsep": true, "ftnsepc": true, "aftnsep": true, "aftnsepc": true, "ftncn": true, "aftncn": true, "objdata": true, "generator": true, "mmath": true, "background": true, "nextfile": true,
}

// beside are the groups whose text is beside that of the document.
var beside = map[string]bool{
	"footnote": true, "shptxt": true, "header": true, "headerl": true, "headerr": true, "headerf": true, "footer": true, "footerl": true, "footerr": true, "footerf": true,
}

// word reads a control word.
func (r *reader) word(p piece) {
	if r.state.starred && !known[p.name] || r.state.fresh && unread[p.name] {
		r.state.into = nothing
		return
	}
	if r.state.into == nothing {
		return
	}
	if r.state.fresh && beside[p.name] {
		r.state.flow = &flow{what: p.name}
		return
	}
	if made := characters[p.name]; made != "" {
		r.put(made)
		return
	}
	switch p.name {
	case "u":
		r.flush()
		r.say(r.letters.character(p.n))
		r.skip = r.state.skipped
		return
	case "uc":
		r.state.skipped = min(max(p.n, 0), 16)
		return
	}
	if r.state.into == fonts || r.state.into == styles {
		r.define(p)
		return
	}
	r.flush()
	if r.group(p) || r.look(p) || r.state.into != content {
		return
	}
	r.state.flow.word(p, r.styles)
}

// group reads the words that say what becomes of the text of their group, or of all.
func (r *reader) group(p piece) bool {
	switch p.name {
	case "fonttbl":
		r.state.into = fonts
	case "stylesheet":
		r.state.into = styles
	case "title":
		if !r.state.fresh {
			return false
		}
		r.state.into = title
	case "listtext", "pntext":
		r.state.into = label
	case "author", "operator", "manager", "company", "subject", "keywords", "doccomm", "category", "hlinkbase", "creatim", "revtim", "printim", "buptim":
		if r.state.fresh {
			r.state.into = nothing
		}
	case "ansicpg":
		if c := codepages[p.n]; c != nil {
			r.letters.document = c
		}
	case "mac":
		r.letters.document = codepages[10000]
	case "pc":
		r.letters.document = codepages[437]
	case "pca":
		r.letters.document = codepages[850]
	case "deff":
		r.font, r.state.font = p.n, p.n
	default:
		return false
	}
	return true
}

// define reads a word of the table of fonts or styles.
func (r *reader) define(p piece) {
	switch {
	case p.name == "f" && r.state.into == fonts:
		r.state.font = p.n
	case p.name == "fcharset" && r.state.into == fonts:
		if len(r.letters.fonts) < 10_000 {
			r.letters.fonts[r.state.font] = p.n
		}
	case p.name == "s" && r.state.into == styles:
		r.style = p.n
	case p.name == "v" && r.state.into == styles:
		r.unseen = !p.has || p.n != 0
	case p.name == "outlinelevel" && r.state.into == styles:
		r.outline = levelOf(p.n)
	}
}

// look reads the words that say how letters look.
func (r *reader) look(p piece) bool {
	on := !p.has || p.n != 0
	switch p.name {
	case "f":
		r.state.font = p.n
	case "fs":
		r.state.size = p.n
	case "b":
		r.state.bold = on
	case "super":
		r.state.raised = on
	case "nosupersub", "sub":
		r.state.raised = false
	case "v":
		r.state.hidden = on
	case "deleted":
		r.state.deleted = on
	case "plain":
		r.state.bold, r.state.raised, r.state.hidden, r.state.deleted = false, false, false, false
		r.state.font, r.state.size = r.font, usualSize
	default:
		return false
	}
	return true
}

// levelOf is the level of a heading in an outline, of which 9 is text.
func levelOf(outline int) int {
	if outline < 0 || outline > 8 {
		return 0
	}
	return min(outline+1, 6)
}

// styleNamed takes the role of a style from its name, in the languages of programs.
func styleNamed(name string) style {
	low := strings.ToLower(name)
	for _, prefix := range []string{"heading ", "überschrift ", "titre "} {
		if rest, is := strings.CutPrefix(low, prefix); is && len(rest) > 0 && isDigit(rest[0]) {
			return style{level: levelOf(int(rest[0]-'0') - 1)}
		}
	}
	switch {
	case low == "title" || low == "titel":
		return style{level: 1}
	case low == "subtitle" || low == "untertitel":
		return style{level: 2}
	}
	return style{contents: strings.HasPrefix(low, "toc ") || strings.HasPrefix(low, "verzeichnis ") || strings.HasPrefix(low, "contents ")}
}

// byLook makes headings of bold lines in a file that has no styles for them, those of larger letters above the others.
func byLook(out []block) {
	letters, bold := map[int]int{}, map[bool]int{}
	for _, b := range out {
		letters[b.size] += len(b.Text)
		bold[b.bold] += len(b.Text)
	}
	body, most := 0, 0
	for _, size := range slices.Sorted(maps.Keys(letters)) {
		if letters[size] > most {
			body, most = size, letters[size]
		}
	}
	for i := range out {
		b := &out[i]
		if b.Kind != document.KindParagraph || len(b.Text) > 100 || strings.ContainsAny(b.Text, "\n\t") || document.EndsSentence(b.Text) || document.EndsInMiddle(b.Text) || b.size < body {
			continue
		}
		larger := b.size*10 >= body*13
		if b.bold && bold[true] < bold[false] || larger {
			b.Kind, b.Level = document.KindHeading, 2
			if larger {
				b.Level = 1
			}
		}
	}
}
