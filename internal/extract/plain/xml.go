package plain

import (
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/extract/document"
	"github.com/webchatagent/wca/internal/extract/guarded"
)

// XML reads any XML as the text of its elements. Elements of one name beside each other that hold nothing but named
// values, as the products of a feed, are rows of a table.
func XML(source string) (document.Document, error) {
	r := xmlReader{t: guarded.XMLOf(strings.TrimLeft(source, " \t\n"))}
	err := r.t.Root(func(e guarded.Element) error {
		_, err := r.element(e)
		return err
	})
	if err != nil {
		return document.Document{}, err
	}
	d := document.Document{Title: r.title, Blocks: r.out}
	d.Language = document.Language("", d.Blocks)
	return d, nil
}

type xmlReader struct {
	t     *guarded.XML
	out   []document.Block
	title string
}

// xmlValue is the text of an element by its name and the names of those around it.
type xmlValue struct{ name, text string }

// xmlRecord is what an element holds: its values, if it holds nothing else, and its blocks.
type xmlRecord struct {
	name     string
	values   []xmlValue // nil where it holds other things, too
	leaf     bool
	from, to int // its blocks
}

const (
	// mostValues is how many values a row has at most, longestValue how many bytes one of them.
	mostValues, longestValue = 50, 500
)

func (r *xmlReader) element(e guarded.Element) (xmlRecord, error) {
	rec := xmlRecord{name: e.Name.Local, from: len(r.out)}
	if e.Is("script", "style") {
		rec.to = rec.from
		return rec, r.t.Skip()
	}
	var own strings.Builder
	text := ""
	flush := func() {
		if s := document.OneLine(own.String()); document.Meaningful(s) && len(r.out) < document.MaxBlocks {
			if e.Is("title") && r.title == "" {
				r.title = s
			}
			text = s
			r.out = append(r.out, document.Block{Kind: document.KindParagraph, Text: s})
		}
		own.Reset()
	}
	var children []xmlRecord
	err := r.t.Children(func(c guarded.Element) error {
		flush()
		child, err := r.element(c)
		children = append(children, child)
		return err
	}, func(b []byte) { own.Write(b) })
	flush()
	if len(children) == 0 {
		rec.leaf = true
		if len(text) <= longestValue {
			rec.values = []xmlValue{{"", text}}
		}
	} else {
		if text == "" {
			rec.values = valuesOf(children)
		}
		r.rows(rec.from, children)
	}
	rec.to = len(r.out)
	return rec, err
}

// valuesOf are the values of an element by its children; nil where it is a list of others or has too many.
func valuesOf(children []xmlRecord) []xmlValue {
	var out []xmlValue
	for i, c := range children {
		if c.values == nil || !c.leaf && slices.ContainsFunc(children[:i], func(o xmlRecord) bool { return o.name == c.name }) {
			return nil
		}
		for _, v := range c.values {
			name := strings.TrimSpace(c.name + " " + v.name)
			at := slices.IndexFunc(out, func(o xmlValue) bool { return o.name == name })
			switch {
			case at >= 0 && v.text != "":
				if out[at].text = strings.TrimPrefix(out[at].text+", "+v.text, ", "); len(out[at].text) > longestValue {
					return nil
				}
			case at < 0:
				out = append(out, xmlValue{name, v.text})
			}
		}
		if len(out) > mostValues {
			return nil
		}
	}
	return out
}

// rows writes the records among the children of an element, whose blocks begin at one, as rows of tables.
func (r *xmlReader) rows(from int, children []xmlRecord) {
	header := map[string][]string{}
	count := map[string]int{}
	for _, c := range children {
		if c.leaf || len(c.values) < 2 {
			continue
		}
		count[c.name]++
		for _, v := range c.values {
			if !slices.Contains(header[c.name], v.name) && len(header[c.name]) < mostValues {
				header[c.name] = append(header[c.name], v.name)
			}
		}
	}
	var out []document.Block
	at := from
	for _, c := range children {
		if count[c.name] < 2 || c.leaf || len(c.values) < 2 || c.from == c.to {
			continue
		}
		row := make([]string, len(header[c.name]))
		for _, v := range c.values {
			if i := slices.Index(header[c.name], v.name); i >= 0 {
				row[i] = v.text
			}
		}
		out = append(append(out, r.out[at:c.from]...), document.Block{Kind: document.KindRow, Text: strings.Join(row, "\t"), Header: header[c.name]})
		at = c.to
	}
	if out != nil {
		r.out = append(r.out[:from], append(out, r.out[at:]...)...)
	}
}
