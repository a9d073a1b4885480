package webpage

import (
	"slices"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/webchatagent/wca/internal/extract/document"
)

// sooner is the higher of two levels at which headings end, where 0 means that none does.
func sooner(a, b int) int {
	if a == 0 || b == 0 {
		return max(a, b)
	}
	return min(a, b)
}

// closed reads what opens by a click: headings in it hold for nothing behind it.
func (w *walker) closed(read func()) {
	w.flush()
	before, section, anchor := len(w.segments), w.section, w.anchor
	read()
	w.flush()
	if level := highest(w.segments[min(before, len(w.segments)):]); level > 0 {
		w.ends = sooner(w.ends, level)
	}
	w.section, w.anchor = section, anchor
}

// highest is the level of the highest heading among segments, 0 without one.
func highest(segments []segment) (level int) {
	for i := range segments {
		if segments[i].Kind == document.KindHeading {
			level = sooner(level, segments[i].Level)
		}
	}
	return level
}

// boxesKey tells boxes alike beside each other from others.
type boxesKey struct {
	around *html.Node
	kind   atom.Atom
	class  string
}

func keyOf(box *html.Node) boxesKey {
	key := boxesKey{box.Parent, box.DataAtom, ""}
	if !isEntry(box) {
		key.class = firstClass(box)
	}
	return key
}

// holds says whether an element is one of the boxes, or in one.
func (k boxesKey) holds(n *html.Node) bool {
	for n != nil && n.Parent != k.around {
		n = n.Parent
	}
	return n != nil && keyOf(n) == k
}

// boxes are the cards beside each other in one element that look alike.
type boxes struct {
	level, count, last int
	unlike             bool // not each begins with a heading of the same level and says something below it
}

// endGroups notes where boxes alike end that begin with a heading each: what follows belongs to the heading above all of
// them, not to that of the last. Cards that are entries of a list, by segment in of, have no headings of their own.
func endGroups(segments []segment, of []*html.Node) {
	if !slices.ContainsFunc(segments, func(s segment) bool { return s.card != nil && s.Kind == document.KindHeading }) {
		return
	}
	groups := map[boxesKey]*boxes{}
	for i := 0; i < len(segments); i++ {
		for c := segments[i].card; c != nil && (i == 0 || !segments[i-1].isIn(c.at)); c = c.outer {
			noteBox(groups, segments, of, c.at, i)
		}
	}
	for key, g := range groups {
		if next := g.last + 1; g.count > 1 && !g.unlike && next < len(segments) && !key.holds(segments[next].at) {
			segments[next].Ends = sooner(segments[next].Ends, g.level)
		}
	}
}

// noteBox notes a card that begins with a segment among those beside it.
func noteBox(groups map[boxesKey]*boxes, segments []segment, of []*html.Node, card *html.Node, first int) {
	begins := &segments[first]
	key := keyOf(card)
	g := groups[key]
	if g == nil {
		g = &boxes{level: begins.Level}
		groups[key] = g
	}
	g.count++
	if g.unlike = g.unlike || begins.Kind != document.KindHeading || begins.Level != g.level || of[first] != nil; g.unlike {
		return
	}
	g.last = first
	for g.last+1 < len(segments) && segments[g.last+1].isIn(card) {
		g.last++
	}
	parts := segments[first : g.last+1]
	g.unlike = highest(parts) < g.level || parts[len(parts)-1].Kind == document.KindHeading
}
