package office

import (
	"strconv"
	"strings"

	"github.com/webchatagent/wca/internal/extract/guarded"
)

// docxStyle is what a paragraph style says about its paragraphs.
type docxStyle struct {
	level  int // of a heading, 0 for others
	title  bool
	list   bool
	code   bool
	hidden bool
	prompt bool // what Word shows in a field until it is filled in
	based  string

	contents bool   // a line of a table of contents
	number   string // id of the list that its paragraphs are in, "" for none
	depth    int    // and their level there, from 0
}

func (r *docxReader) readStyles(a *archive, name string) error {
	t, err := a.xml(name)
	if err != nil {
		return err
	}
	err = t.Root(func(guarded.Element) error {
		return t.Children(func(e guarded.Element) error {
			if !e.Is("style") {
				return nil
			}
			var s docxStyle
			id := e.Attr("styleId")
			err := t.Children(func(c guarded.Element) error {
				switch {
				case c.Is("name"):
					s.named(c.Attr("val"))
				case c.Is("basedOn"):
					s.based = c.Attr("val")
				case c.Is("pPr"):
					return t.Children(func(p guarded.Element) error {
						switch {
						case p.Is("outlineLvl"):
							if l, err := strconv.Atoi(p.Attr("val")); err == nil && l >= 0 && l < 6 && s.level == 0 {
								s.level = l + 1
							}
						case p.Is("numPr"):
							s.list = true
							return t.Children(func(n guarded.Element) error {
								switch level, ok := levelOf(n.Attr("val")); {
								case n.Is("numId"):
									s.number = n.Attr("val")
								case n.Is("ilvl") && ok:
									s.depth = level
								}
								return nil
							}, nil)
						}
						return nil
					}, nil)
				case c.Is("rPr"):
					return t.Children(func(p guarded.Element) error {
						s.hidden = s.hidden || p.Is("vanish") && isOn(p)
						return nil
					}, nil)
				}
				return nil
			}, nil)
			if len(r.styles) < 10000 {
				r.styles[id] = s
			}
			return err
		}, nil)
	})
	return err
}

// named takes the role of a style from its name, which Word keeps in English
// while other programs write it in their language.
func (s *docxStyle) named(name string) {
	low := strings.ToLower(name)
	for _, prefix := range []string{"heading ", "überschrift ", "titre ", "kop "} {
		if rest, is := strings.CutPrefix(low, prefix); is {
			if l, err := strconv.Atoi(strings.TrimSpace(rest)); err == nil {
				s.level = min(max(l, 1), 6)
				return
			}
		}
	}
	for _, prefix := range []string{"toc ", "verzeichnis ", "contents "} {
		if rest, is := strings.CutPrefix(low, prefix); is {
			if _, err := strconv.Atoi(strings.TrimSpace(rest)); err == nil {
				s.contents = true
				return
			}
		}
	}
	s.prompt = low == "placeholder text"
	switch {
	case low == "title" || low == "titel":
		s.level, s.title = 1, true
	case low == "subtitle" || low == "untertitel":
		s.level = 2
	case strings.HasPrefix(low, "list ") || strings.Contains(low, "bullet") || strings.HasPrefix(low, "aufzählung"):
		s.list = low != "list paragraph" && low != "list continue"
	case strings.Contains(low, "code") || strings.Contains(low, "preformatted"):
		s.code = true
	}
}

// style resolves a style with those it is based on.
func (r *docxReader) style(id string) docxStyle {
	s, at := r.styles[id], id
	for range 10 {
		base := r.styles[r.styles[at].based]
		if at = r.styles[at].based; at == "" {
			break
		}
		if s.level == 0 {
			s.level, s.title = base.level, base.title
		}
		if s.number == "" {
			s.number, s.depth = base.number, base.depth
		}
		s.contents = s.contents || base.contents
		s.list, s.code, s.hidden = s.list || base.list, s.code || base.code, s.hidden || base.hidden
	}
	if s.level == 0 && len(r.styles) == 0 {
		s.named(strings.ReplaceAll(id, "Heading", "Heading "))
	}
	return s
}
