package webpage

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// sizes knows how much text stands below the elements of a page, so that who asks at each of many elements inside each
// other need not read all of it each time. Of an element without elements in it nothing is kept.
type sizes map[*html.Node]size

type size struct{ bytes, words int32 }

// letters is the length of the text in bytes, with one space between words.
func (s size) letters() int { return int(s.bytes + max(0, s.words-1)) }

// measure reads a page once.
func measure(root *html.Node) sizes {
	s := sizes{}
	s.add(root)
	return s
}

func (s sizes) add(n *html.Node) size {
	sum, elements := size{}, false
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode {
			elements = true
			below := s.add(c)
			if !unread[c.DataAtom] && c.DataAtom != atom.Noscript {
				sum.bytes, sum.words = sum.bytes+below.bytes, sum.words+below.words
			}
		} else {
			sum.text(n, c)
		}
	}
	if elements {
		s[n] = sum
	}
	return sum
}

// text adds the words of a text in an element.
func (s *size) text(in, n *html.Node) {
	if n.Type != html.TextNode || in.DataAtom == atom.Script || in.DataAtom == atom.Style {
		return
	}
	for w := range strings.FieldsSeq(n.Data) {
		s.bytes, s.words = s.bytes+int32(len(w)), s.words+1
	}
}

// of is how long the text below a node is in bytes, as textOf gives it.
func (s sizes) of(n *html.Node) int {
	if known, is := s[n]; is {
		return known.letters()
	}
	sum := size{}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		sum.text(n, c)
	}
	return sum.letters()
}
