package webpage

import (
	"errors"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/webchatagent/wca/internal/extract/document"
	"github.com/webchatagent/wca/internal/extract/refusal"
)

// Read reads the source of a web page; address is the base of its links. What is wrong with the page is a
// *refusal.Error; when it is empty or asks for a password the document still has its links.
func Read(source, address string) (document.Document, error) {
	root, hide, err := treeOf(source)
	if err != nil {
		// Such a page is broken or hostile, its text can be read nonetheless.
		return Paragraphs(source)
	}
	segments := walk(root, hide)
	d := document.Document{Links: links(root, address)}
	d.Blocks = tidied(content(root, address, segments))
	d.Title = title(root, d.Blocks)
	declared := ""
	if n := first(root, atom.Html); n != nil {
		declared = attr(n, "lang")
	}
	d.Language = document.Language(declared, d.Blocks)
	if more := facts(root, d.Blocks, d.Language); len(more) > 0 {
		if d.Language == "" {
			d.Language = document.Language(declared, more)
		}
		d.Blocks = withFacts(d.Blocks, more)
	}
	return judged(d, root, hide, segments)
}

// judged gives a page, or why it is none that says something of its own.
func judged(d document.Document, root *html.Node, hide *hider, segments []segment) (document.Document, error) {
	if asksForPassword(root, hide, segments, d.Blocks) {
		d.Links.LoginForm = true
		d.Blocks = nil
		return d, refusal.NeedsLogin.Because(nil)
	}
	scripted := leftToScripts(root, hide, d.Blocks)
	if len(d.Blocks) == 0 && scripted != nil {
		return d, refusal.OnlyByScripts.Because(nil)
	}
	why, standing := standsIn(root, hide, segments, d.Blocks)
	switch {
	case why != nil && !standing:
		d.Links.LoginForm = why.Code == refusal.CodeLogin
		d.Blocks = nil
		return d, why
	case len(d.Blocks) == 0:
		return d, refusal.NoText.Because(nil)
	}
	if d.Hardly = scripted; d.Hardly == nil {
		d.Hardly = why
	}
	return d, nil
}

// treeOf builds the tree of a page as a reader without scripts sees it, so that what noscript elements hold can be
// read, and notes what of it is hidden. Pages whose elements are nested deeper than 512, or whose tree would be much
// larger than they are, give an error.
func treeOf(source string) (*html.Node, *hider, error) {
	source, err := boundGrowth(source)
	if err != nil {
		return nil, nil, err
	}
	root, err := html.ParseWithOptions(strings.NewReader(source), html.ParseOptionEnableScripting(false))
	if err != nil {
		return nil, nil, err
	}
	trimAttributes(root)
	unveil(root)
	s := measure(root)
	tablesOfBoxes(root, s)
	return root, newHider(root, s), nil
}

// Blocks gives all blocks of a page or a piece of one, whether content or not. It fails where no tree can be built;
// Paragraphs still reads such a page.
func Blocks(source string) ([]document.Block, error) {
	root, hide, err := treeOf(source)
	if err != nil {
		return nil, err
	}
	var out []document.Block
	for _, s := range walk(root, hide) {
		out = append(out, s.Block)
	}
	return out, nil
}

// Paragraphs reads a page without building its tree: only its text, by paragraphs.
func Paragraphs(source string) (document.Document, error) {
	var d document.Document
	z := html.NewTokenizer(strings.NewReader(source))
	z.SetMaxBuf(1 << 20)
	var text strings.Builder
	flush := func() {
		if s := strings.Join(strings.Fields(text.String()), " "); document.Meaningful(s) {
			d.Blocks = append(d.Blocks, document.Block{Kind: document.KindParagraph, Text: document.Visible(s)})
		}
		text.Reset()
	}
	skip := 0
	for {
		switch z.Next() {
		case html.ErrorToken:
			flush()
			if errors.Is(z.Err(), html.ErrBufferExceeded) {
				return document.Document{}, refusal.Hostile.Because(z.Err())
			}
			if len(d.Blocks) == 0 {
				return document.Document{}, refusal.Hostile.Because(errors.New("elements nested deeper than any page needs"))
			}
			d.Language = document.Language("", d.Blocks)
			d.Warnings = append(d.Warnings, "The page is nested too deeply; its text was read without its structure.")
			return d, nil
		case html.TextToken:
			if skip == 0 {
				text.Write(z.Text())
			}
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			t := z.Token()
			switch t.DataAtom {
			case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg:
				if t.Type == html.StartTagToken {
					skip++
				} else if t.Type == html.EndTagToken {
					skip = max(0, skip-1)
				}
			case atom.A, atom.B, atom.I, atom.Em, atom.Strong, atom.Span, atom.Font, atom.Small, atom.Sup, atom.Sub, atom.Code:
			default:
				flush()
			}
		}
	}
}

// asksForPassword recognises a login page: a password field, hardly a text, and nothing in it that speaks of something else.
func asksForPassword(root *html.Node, hide *hider, segments []segment, blocks []document.Block) bool {
	chars := 0
	for _, b := range blocks {
		chars += len(b.Text)
	}
	if chars >= 700 || !showsPassword(root, hide, newSurroundings()) {
		return false
	}
	for _, said := range newShown(root, segments, blocks).own {
		if states(said) || len(strings.Fields(said)) > longestFiller && !loginWords.MatchString(said) {
			return false
		}
	}
	return true
}

// showsPassword looks for the field of a password that is neither hidden nor in a part that is on every page.
func showsPassword(n *html.Node, hide *hider, around *surroundings) bool {
	switch {
	case n.DataAtom == atom.Nav, n.DataAtom == atom.Header, n.DataAtom == atom.Dialog, n.Type == html.ElementNode && n.DataAtom != atom.Label && hide.hides(n):
		return false
	case n.DataAtom == atom.Input && strings.EqualFold(attr(n, "type"), "password"):
		return !around.of(n).around
	}
	for c := range n.ChildNodes() {
		if showsPassword(c, hide, around) {
			return true
		}
	}
	return false
}
