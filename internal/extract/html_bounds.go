package extract

import (
	"errors"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

const (
	// mostCopies is how many elements a page may make the parser repeat, and how many attributes look at again: more
	// than any page has that is only careless.
	mostCopies = 1 << 20
	// mostAttributes and longestName bound what is kept of one element: how many attributes, and how many bytes of
	// those that name its kind or look. They are looked at again for elements inside and beside it.
	mostAttributes = 100
	longestName    = 8 << 10
)

var errGrows = errors.New("a tree much larger than the page")

// checkGrowth gives an error for a page of which the parser would make a tree much larger than the page, or take much
// longer than its length tells. Formatting that is never ended is repeated in each block that follows ("reconstruct
// the active formatting elements"), see https://html.spec.whatwg.org/multipage/parsing.html#the-list-of-active-formatting-elements,
// and each further body looks at all attributes of those before. The estimate may be too high, never too low.
func checkGrowth(source string) error {
	z := html.NewTokenizer(strings.NewReader(source))
	var open openFormatting
	bodies, copies := 0, 0
	for copies < mostCopies {
		switch z.Next() {
		case html.ErrorToken:
			return nil
		case html.StartTagToken, html.SelfClosingTagToken:
			raw := z.Raw()
			name, more := z.TagName()
			switch tag := atom.Lookup(name); {
			case tag == atom.Body || tag == atom.Html:
				for more {
					_, _, more = z.TagAttr()
					bodies++
				}
				copies += bodies
			case formats[tag]:
				open.start(tag, raw)
			default:
				open.scope(tag)
				copies += len(open.list)
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			if tag := atom.Lookup(name); formats[tag] {
				open.end(tag)
			} else {
				copies += len(open.list)
			}
		}
	}
	return errGrows
}

// formats are the elements that the parser repeats.
var formats = map[atom.Atom]bool{
	atom.A: true, atom.B: true, atom.Big: true, atom.Code: true, atom.Em: true, atom.Font: true, atom.I: true, atom.Nobr: true,
	atom.S: true, atom.Small: true, atom.Strike: true, atom.Strong: true, atom.Tt: true, atom.U: true,
}

// openFormatting are those that no tag has ended so far.
type openFormatting struct {
	list []formatting
	same map[string]int // how many of them are written alike
	from int            // first of those that an end tag can end
}

type formatting struct {
	tag atom.Atom
	raw string
}

// mostAlike is how many that are written alike the parser keeps.
const mostAlike = 3

func (o *openFormatting) start(tag atom.Atom, raw []byte) {
	if tag == atom.A || tag == atom.Nobr {
		o.end(tag) // they stand in none of their kind
	}
	if o.same == nil {
		o.same = map[string]int{}
	}
	if o.same[string(raw)] >= mostAlike {
		return
	}
	f := formatting{tag, string(raw)}
	o.same[f.raw]++
	o.list = append(o.list, f)
}

// scope notes a tag behind which end tags end nothing that began before.
func (o *openFormatting) scope(tag atom.Atom) {
	switch tag {
	case atom.Table, atom.Caption, atom.Td, atom.Th, atom.Marquee, atom.Object, atom.Applet, atom.Template, atom.Button:
		o.from = len(o.list)
	}
}

func (o *openFormatting) end(tag atom.Atom) {
	for i := len(o.list) - 1; i >= max(o.from, len(o.list)-mostCopies>>10); i-- {
		if o.list[i].tag == tag {
			o.same[o.list[i].raw]--
			o.list = slices.Delete(o.list, i, i+1)
			return
		}
	}
}

// trimAttributes takes from the elements of a page what no page needs.
func trimAttributes(root *html.Node) {
	for n := range root.Descendants() {
		if len(n.Attr) > mostAttributes {
			n.Attr = n.Attr[:mostAttributes]
		}
		for i := range n.Attr {
			switch a := &n.Attr[i]; a.Key {
			case "class", "id", "style", "role", "itemprop", "bgcolor":
				a.Val = a.Val[:min(len(a.Val), longestName)]
			}
		}
	}
}
