package office

import (
	"strconv"
	"strings"

	"github.com/webchatagent/wca/internal/extract/guarded"
)

// docxNumbering knows the numbers that Word writes before paragraphs by itself: ECMA-376 part 1, 17.9.
type docxNumbering struct {
	patterns map[string]docxPattern  // by id
	lists    map[string]docxList     // by id
	counted  map[string]*[levels]int // by pattern, how far each level is; 0 before its first
}

// levels is how many levels a list has at most.
const levels = 9

// docxPattern is how the levels of lists are numbered.
type docxPattern struct {
	levels [levels]docxLevel
	styles map[string]int // levels of paragraph styles
}

type docxLevel struct {
	start        int
	format, text string // "decimal" and "%1.%2"
	legal        bool   // the numbers of levels above are written in figures, too
}

// docxList is a list that counts by a pattern, together with all others of that; restart says where it begins anew, own
// which levels it writes otherwise.
type docxList struct {
	pattern string
	restart map[int]int
	own     map[int]docxLevel
	begun   map[int]bool
}

// maxLists bounds the patterns and lists of a document.
const maxLists = 10_000

func readNumbering(a *archive, name string) (*docxNumbering, error) {
	n := &docxNumbering{map[string]docxPattern{}, map[string]docxList{}, map[string]*[levels]int{}}
	t, err := a.xml(name)
	if err != nil {
		return nil, err
	}
	return n, t.Root(func(guarded.Element) error {
		return t.Children(func(e guarded.Element) error {
			switch {
			case e.Is("abstractNum") && len(n.patterns) < maxLists:
				p := docxPattern{styles: map[string]int{}}
				err := p.read(t)
				n.patterns[e.Attr("abstractNumId")] = p
				return err
			case e.Is("num") && len(n.lists) < maxLists:
				l := docxList{restart: map[int]int{}, own: map[int]docxLevel{}, begun: map[int]bool{}}
				err := l.read(t)
				n.lists[e.Attr("numId")] = l
				return err
			}
			return nil
		}, nil)
	})
}

// levelOf reads the number of a level.
func levelOf(s string) (int, bool) {
	l, err := strconv.Atoi(s)
	return l, err == nil && l >= 0 && l < levels
}

func (p *docxPattern) read(t *guarded.XML) error {
	return t.Children(func(e guarded.Element) error {
		level, ok := levelOf(e.Attr("ilvl"))
		if !e.Is("lvl") || !ok {
			return nil
		}
		l, style, err := readLevel(t)
		p.levels[level] = l
		if style != "" {
			p.styles[style] = level
		}
		return err
	}, nil)
}

// readLevel reads how a level is numbered, and the paragraph style that belongs to it.
func readLevel(t *guarded.XML) (l docxLevel, style string, err error) {
	l.start = 1
	err = t.Children(func(e guarded.Element) error {
		switch {
		case e.Is("start"):
			l.start, _ = strconv.Atoi(e.Attr("val"))
		case e.Is("numFmt"):
			l.format = e.Attr("val")
		case e.Is("lvlText"):
			l.text = e.Attr("val")
		case e.Is("isLgl"):
			l.legal = isOn(e)
		case e.Is("pStyle"):
			style = e.Attr("val")
		}
		return nil
	}, nil)
	return l, style, err
}

func (l *docxList) read(t *guarded.XML) error {
	return t.Children(func(e guarded.Element) error {
		switch {
		case e.Is("abstractNumId"):
			l.pattern = e.Attr("val")
		case e.Is("lvlOverride"):
			level, ok := levelOf(e.Attr("ilvl"))
			return t.Children(func(c guarded.Element) error {
				if start, err := strconv.Atoi(c.Attr("val")); c.Is("startOverride") && ok && err == nil {
					l.restart[level] = start
				}
				if c.Is("lvl") && ok {
					own, _, err := readLevel(t)
					l.own[level] = own
					return err
				}
				return nil
			}, nil)
		}
		return nil
	}, nil)
}

// styleLevel is the level that a list has for a paragraph style, else the one given.
func (n *docxNumbering) styleLevel(list, style string, level int) int {
	if n == nil {
		return level
	}
	if l, is := n.patterns[n.lists[list].pattern].styles[style]; is {
		return l
	}
	return level
}

// next counts a paragraph of a list and gives what Word writes before it, "" for bullets.
func (n *docxNumbering) next(list string, level int) string {
	if n == nil || level < 0 || level >= levels {
		return ""
	}
	l, is := n.lists[list]
	p, known := n.patterns[l.pattern]
	if !is || !known {
		return ""
	}
	for i, own := range l.own {
		p.levels[i] = own
	}
	at := n.counted[l.pattern]
	if at == nil {
		at = &[levels]int{}
		n.counted[l.pattern] = at
	}
	start, restarts := l.restart[level]
	switch {
	case restarts && !l.begun[level]:
		at[level] = start
		l.begun[level] = true
	case at[level] == 0:
		at[level] = p.levels[level].start
	default:
		at[level]++
	}
	for i := level + 1; i < levels; i++ {
		at[i] = 0
	}
	return p.label(level, at)
}

// label writes the number of a level with those above that its text names.
func (p docxPattern) label(level int, at *[levels]int) string {
	l := p.levels[level]
	if l.format == "bullet" || l.format == "none" || len(l.text) > 60 {
		return ""
	}
	out := l.text
	for i := range level + 1 {
		n := at[i]
		if n == 0 {
			n = p.levels[i].start
		}
		format := p.levels[i].format
		if l.legal {
			format = "decimal"
		}
		out = strings.ReplaceAll(out, "%"+strconv.Itoa(i+1), counted(n, format))
	}
	return strings.TrimSpace(out)
}

// counted writes a number in a format of Word.
func counted(n int, format string) string {
	if n < 1 || n > 3999 {
		return strconv.Itoa(n)
	}
	switch format {
	case "lowerLetter", "upperLetter":
		first := rune('a')
		if format == "upperLetter" {
			first = 'A'
		}
		return strings.Repeat(string(first+rune((n-1)%26)), min((n-1)/26+1, 4))
	case "lowerRoman":
		return strings.ToLower(roman(n))
	case "upperRoman":
		return roman(n)
	case "decimalZero":
		return padded(n, 2)
	}
	return strconv.Itoa(n)
}

func roman(n int) string {
	var out strings.Builder
	for i, value := range []int{1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1} {
		for ; n >= value; n -= value {
			out.WriteString([]string{"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"}[i])
		}
	}
	return out.String()
}
