package webpage

import (
	"bytes"
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

// boundGrowth gives an error for a page of which the parser would make a tree much larger than the page, or take much
// longer than its length tells. Formatting that is never ended is repeated in each block that follows ("reconstruct
// the active formatting elements"), see https://html.spec.whatwg.org/multipage/parsing.html#the-list-of-active-formatting-elements,
// and each further body looks at all attributes of those before. The estimate may be too high, never too low; so that the
// parser sees the same tags, the page is given as it must be read, see sameTags.
func boundGrowth(source string) (string, error) {
	if growsLittle(source) {
		return source, nil
	}
	z := html.NewTokenizer(strings.NewReader(source))
	same := sameTags{source: source}
	var open openFormatting
	bodies, copies := 0, 0
	for copies < mostCopies {
		token := z.Next()
		raw := z.Raw()
		same.read(token, raw)
		switch token {
		case html.ErrorToken:
			return same.page(), nil
		case html.StartTagToken, html.SelfClosingTagToken:
			name, more := z.TagName()
			tag := atom.Lookup(name)
			same.begins(z, tag)
			switch {
			case tag == atom.Body || tag == atom.Html:
				for more {
					_, _, more = z.TagAttr()
					bodies++
				}
				copies += bodies
			case formats[tag]:
				open.start(tag, raw)
			default:
				open.enter(name)
				copies += len(open.list)
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			if tag := atom.Lookup(name); formats[tag] {
				open.end(tag)
			} else {
				open.leave(name)
				copies += len(open.list)
			}
		}
	}
	return "", errGrows
}

// growsLittle says of most pages by a glance that their trees cannot grow much: if nothing that begins like formatting
// were ever ended, and all of it repeated behind each tag.
func growsLittle(source string) bool {
	tags, formatting, bodies := 0, 0, 0
	for rest := source; ; tags++ {
		i := strings.IndexByte(rest, '<')
		if i < 0 {
			return bodies <= 2 && tags*formatting <= mostCopies
		}
		rest = rest[i+1:]
		name := rest[:min(len(rest), longestFormat)]
		if end := strings.IndexFunc(name, func(r rune) bool { return r|0x20 < 'a' || r|0x20 > 'z' }); end >= 0 {
			name = name[:end]
		}
		switch tag := atom.Lookup([]byte(strings.ToLower(name))); {
		case formats[tag]:
			formatting++
		case tag == atom.Body || tag == atom.Html:
			bodies++
		}
	}
}

// longestFormat is how many bytes of a tag tell whether it formats: more than "strike" and "strong" have.
const longestFormat = 7

// sameTags rewrites a page so that the parser sees the tags that a tokenizer alone sees. Inside of pictures and formulas
// the parser reads tags in what is text elsewhere, as scripts and titles, and text in what is a comment elsewhere. Where
// they end only the parser knows, so behind the first of them there may be no tags in such text, and no such comments.
type sameTags struct {
	source  string
	foreign bool // a picture or formula has begun
	text    bool // of a script, a title or the like
	at      int  // where the next token begins
	done    int  // up to where the page is written
	out     strings.Builder
}

// read notes a token.
func (s *sameTags) read(token html.TokenType, raw []byte) {
	begin := s.at
	s.at += len(raw)
	switch {
	case !s.foreign:
	case token == html.TextToken && s.text && bytes.IndexByte(raw, '<') >= 0:
		s.replace(begin, strings.ReplaceAll(string(raw), "<", lessThan))
	case token == html.CommentToken && bytes.HasPrefix(raw, []byte("<![CDATA[")):
		s.replace(begin, "")
	}
	s.text = false
}

// lessThan is "<" in what scripts say to machines.
const lessThan = `\u003c`

func (s *sameTags) replace(begin int, by string) {
	s.out.WriteString(s.source[s.done:begin])
	s.out.WriteString(by)
	s.done = s.at
}

// begins notes the tag that a tokenizer has read, and lets it read on as the parser does.
func (s *sameTags) begins(z *html.Tokenizer, tag atom.Atom) {
	switch tag {
	case atom.Svg, atom.Math:
		s.foreign = true
	case atom.Noscript:
		z.NextIsNotRawText()
	case atom.Iframe, atom.Noembed, atom.Noframes, atom.Plaintext, atom.Script, atom.Style, atom.Textarea, atom.Title, atom.Xmp:
		s.text = true
	}
}

// page is the page as it must be read.
func (s *sameTags) page() string {
	if s.done == 0 {
		return s.source
	}
	return s.out.String() + s.source[s.done:]
}

// formats are the elements that the parser repeats.
var formats = map[atom.Atom]bool{
	atom.A: true, atom.B: true, atom.Big: true, atom.Code: true, atom.Em: true, atom.Font: true, atom.I: true, atom.Nobr: true,
	atom.S: true, atom.Small: true, atom.Strike: true, atom.Strong: true, atom.Tt: true, atom.U: true,
}

// openFormatting are those that no tag has ended so far.
type openFormatting struct {
	list   []formatting
	same   map[string]int // how many of them are written alike
	from   int            // first of those that an end tag can end
	around []entered      // elements that are not surely left, the outermost first
}

type formatting struct {
	tag    atom.Atom
	raw    string
	around int // how many elements were around it
}

const (
	// mostAlike is how many that are written alike the parser keeps.
	mostAlike = 3
	// mostBetween is how many elements there may be between formatting and its end: it ends in so many of them only
	// (the "adoption agency" has 8 turns, one of them for the formatting itself).
	mostBetween = 6
)

func (o *openFormatting) start(tag atom.Atom, raw []byte) {
	switch tag { // they stand in none of their kind
	case atom.A:
		o.remove(o.last(tag))
	case atom.Nobr:
		o.end(tag)
	}
	if o.same == nil {
		o.same = map[string]int{}
	}
	if o.same[string(raw)] >= mostAlike {
		return
	}
	f := formatting{tag, string(raw), len(o.around)}
	o.same[f.raw]++
	o.list = append(o.list, f)
}

// enter notes the tag of another element.
func (o *openFormatting) enter(name []byte) {
	tag := atom.Lookup(name)
	scope := scopes[string(name)]
	if inline[tag] && scope == "" {
		return
	}
	o.around = append(o.around, entered{tag, scope, o.from})
	if scope != "" {
		o.from = len(o.list)
	}
}

// leave notes the end of another element, which is surely left if it is the innermost. What a picture holds of another
// kind may not be left by its end.
func (o *openFormatting) leave(name []byte) {
	last := len(o.around) - 1
	if last < 0 {
		return
	}
	if in := o.around[last]; in.tag == atom.Lookup(name) && in.scope == scopes[string(name)] && in.tag != atom.Foreignobject {
		o.from, o.around = in.from, o.around[:last]
	}
}

// entered is an element that is not surely left.
type entered struct {
	tag   atom.Atom
	scope string // its name if it is one of scopes
	from  int    // what from was around it
}

// scopes are the names of elements in which end tags end nothing that began before.
var scopes = func() map[string]string {
	names := map[string]string{}
	for name := range strings.FieldsSeq("table caption td th marquee object applet template foreignobject desc annotation-xml mi mo mn ms mtext") {
		names[name] = name
	}
	return names
}()

// inline are elements, beside unknown ones, between which and their end formatting ends all the same, or which have no end.
var inline = map[atom.Atom]bool{
	0: true, atom.Area: true, atom.Base: true, atom.Br: true, atom.Col: true, atom.Embed: true, atom.Hr: true, atom.Img: true, atom.Input: true,
	atom.Link: true, atom.Meta: true, atom.Param: true, atom.Source: true, atom.Track: true, atom.Wbr: true,
	atom.Span: true, atom.Svg: true, atom.Label: true, atom.Picture: true, atom.Sup: true, atom.Sub: true, atom.Option: true,
}

// end notes a tag that ends formatting, unless too much lies between.
func (o *openFormatting) end(tag atom.Atom) {
	if i := o.last(tag); i >= 0 && len(o.around)-o.list[i].around <= mostBetween {
		o.remove(i)
	}
}

// last is the innermost formatting of a kind that a tag can end, -1 for none.
func (o *openFormatting) last(tag atom.Atom) int {
	for i := len(o.list) - 1; i >= max(o.from, len(o.list)-mostCopies>>10); i-- {
		if o.list[i].tag == tag {
			return i
		}
	}
	return -1
}

func (o *openFormatting) remove(i int) {
	if i >= 0 {
		o.same[o.list[i].raw]--
		o.list = slices.Delete(o.list, i, i+1)
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
