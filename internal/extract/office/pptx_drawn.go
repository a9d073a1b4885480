package office

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/webchatagent/wca/internal/extract/document"
	"github.com/webchatagent/wca/internal/extract/guarded"
	"github.com/webchatagent/wca/internal/extract/table"
)

// point is a text of a diagram with those below it.
type point struct {
	texts []string
	below []joined
}

// joined is which point stands below another, and in which place.
type joined struct {
	id    string
	place int
}

// diagram reads the points of a diagram as they are joined: ECMA-376 part 1, 21.4.
func (r *pptxReader) diagram(a *archive, name string) error {
	t, err := a.xml(name)
	if err != nil {
		return err
	}
	points := map[string]*point{}
	var order []string
	root := ""
	err = t.Descendants(func(e guarded.Element) error {
		switch {
		case e.Is("pt"):
			id, kind := e.Attr("modelId"), e.Attr("type")
			if kind == "doc" {
				root = id
			}
			if kind != "" && kind != "doc" && kind != "node" && kind != "asst" || len(order) >= document.MaxBlocks {
				return t.Skip() // what only the program draws
			}
			points[id] = &point{}
			order = append(order, id)
			return points[id].read(t)
		case e.Is("cxn"):
			from := points[e.Attr("srcId")]
			if kind := e.Attr("type"); from != nil && (kind == "" || kind == "parOf") {
				place, _ := strconv.Atoi(e.Attr("srcOrd"))
				from.below = append(from.below, joined{e.Attr("destId"), place})
			}
			return nil
		}
		return guarded.ErrDescend
	})
	if err != nil {
		return err
	}
	for _, id := range append([]string{root}, order...) {
		r.points(points, id, 0)
	}
	return nil
}

func (p *point) read(t *guarded.XML) error {
	return t.Inside(func(e guarded.Element) error {
		if !e.Is("p") {
			return guarded.ErrDescend
		}
		b, err := paragraphOf(t)
		if document.Meaningful(b.Text) {
			p.texts = append(p.texts, b.Text)
		}
		return err
	})
}

// points writes a point and those below it, each once.
func (r *pptxReader) points(all map[string]*point, id string, depth int) {
	p := all[id]
	if p == nil || depth > 100 {
		return
	}
	delete(all, id)
	for _, text := range p.texts {
		r.content = append(r.content, document.Block{Kind: document.KindItem, Level: max(1, depth), Text: text, Page: r.page})
	}
	slices.SortStableFunc(p.below, func(a, b joined) int { return cmp.Compare(a.place, b.place) })
	for _, next := range p.below {
		r.points(all, next.id, depth+1)
	}
}

// series is a row of bars or a line of a chart.
type series struct {
	name               string
	categories, values []string
}

// chart reads the title of a chart and the table that it draws.
func (r *pptxReader) chart(a *archive, name string) error {
	t, err := a.xml(name)
	if err != nil {
		return err
	}
	title := ""
	var all []series
	err = t.Descendants(func(e guarded.Element) error {
		switch {
		case e.Is("title") && title == "" && len(all) == 0:
			return t.Inside(func(c guarded.Element) error {
				if !c.Is("p") {
					return guarded.ErrDescend
				}
				b, err := paragraphOf(t)
				title = strings.TrimSpace(title + " " + b.Text)
				return err
			})
		case e.Is("ser") && len(all) < table.MaxColumns:
			s, err := seriesOf(t)
			all = append(all, s)
			return err
		}
		return guarded.ErrDescend
	})
	if err != nil || len(all) == 0 {
		return err
	}
	if document.Meaningful(title) {
		r.content = append(r.content, document.Block{Kind: document.KindParagraph, Text: title, Page: r.page})
	}
	r.drawn(all)
	return nil
}

// drawn writes the table of a chart: a row for each category of its first series.
func (r *pptxReader) drawn(all []series) {
	header := []string{""}
	for _, s := range all {
		header = append(header, s.name)
	}
	for i, category := range all[0].categories {
		row := []string{category}
		for _, s := range all {
			value := ""
			if i < len(s.values) {
				value = s.values[i]
			}
			row = append(row, value)
		}
		if text := table.RowOf(row); document.Meaningful(category) && len(r.content) < document.MaxBlocks {
			r.content = append(r.content, document.Block{Kind: document.KindRow, Text: text, Page: r.page, Header: header})
		}
	}
}

func seriesOf(t *guarded.XML) (s series, err error) {
	err = t.Children(func(e guarded.Element) error {
		switch {
		case e.Is("tx"):
			names, err := cached(t)
			s.name = strings.Join(names, " ")
			return err
		case e.Is("cat"):
			s.categories, err = cached(t)
			return err
		case e.Is("val"):
			s.values, err = cached(t)
			return err
		}
		return t.Skip()
	}, nil)
	return s, err
}

// cached reads the values that a chart keeps of its sheet.
func cached(t *guarded.XML) ([]string, error) {
	var out []string
	err := t.Inside(func(e guarded.Element) error {
		if !e.Is("pt", "v") {
			return guarded.ErrDescend
		}
		at, err := strconv.Atoi(e.Attr("idx"))
		if err != nil || at < 0 || at > 10_000 {
			at = len(out)
		}
		value, err := t.Text()
		for at >= len(out) {
			out = append(out, "")
		}
		out[at] = document.OneLine(value)
		return err
	})
	return out, err
}
