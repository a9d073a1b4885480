// Package guarded reads XML that strangers wrote, and looks at such JSON, within limits that no real file reaches.
package guarded

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/webchatagent/wca/internal/extract/charset"
	"github.com/webchatagent/wca/internal/extract/refusal"
)

// XML reads XML for everything that holds some: feeds, pictures, parts of
// office files. It knows no entities but the five predefined, refuses a document
// type that declares some, and stops at a depth or amount that no real file has.
type XML struct {
	dec   *xml.Decoder
	in    *io.LimitedReader
	depth int
	count int
	close func() error
}

const (
	maxXMLTokens = 30_000_000
	maxXMLDepth  = 300
	maxRun       = 4 << 20 // bytes without a tag
)

// NewXML reads at most limit bytes from r, which Root closes.
func NewXML(r io.ReadCloser, limit int64) *XML {
	in := &io.LimitedReader{R: &runReader{r: r}, N: limit + 1}
	dec := xml.NewDecoder(in)
	dec.CharsetReader = charset.Reader
	return &XML{dec: dec, in: in, close: r.Close}
}

// XMLOf reads XML that is UTF-8 by now, whatever it declares.
func XMLOf(source string) *XML {
	t := NewXML(io.NopCloser(strings.NewReader(source)), int64(len(source))+1)
	t.dec.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	return t
}

// next gives the next token, io.EOF at the end, or an *Error.
func (t *XML) next() (xml.Token, error) {
	tok, err := t.dec.RawToken()
	if t.in.N <= 0 {
		return nil, refusal.LongPart.Because(nil)
	}
	if err != nil {
		if errors.Is(err, io.EOF) {
			if t.depth > 0 {
				return nil, refusal.Damaged.Because(io.ErrUnexpectedEOF)
			}
			return nil, io.EOF
		}
		if known := (*refusal.Error)(nil); errors.As(err, &known) {
			return nil, known
		}
		return nil, refusal.Damaged.Because(fmt.Errorf("reading XML: %w", err))
	}
	if t.count++; t.count > maxXMLTokens {
		return nil, refusal.Hostile.Because(errors.New("too many XML elements"))
	}
	switch tok := tok.(type) {
	case xml.StartElement:
		if t.depth++; t.depth > maxXMLDepth {
			return nil, refusal.Hostile.Because(errors.New("XML nested too deeply"))
		}
		if len(tok.Attr) > 1000 {
			return nil, refusal.Hostile.Because(errors.New("too many XML attributes"))
		}
	case xml.EndElement:
		t.depth--
	case xml.Directive:
		if dangerous(strings.ToUpper(string(tok))) {
			return nil, refusal.Hostile.Because(errors.New("XML with a document type that loads or declares entities"))
		}
	}
	return tok, nil
}

// dangerous recognises document types that declare something or load it from
// elsewhere. The public ones of published standards are harmless, because nothing
// is ever loaded.
func dangerous(directive string) bool {
	if strings.Contains(directive, "<!ENTITY") || strings.HasPrefix(directive, "ENTITY") {
		return true
	}
	return strings.HasPrefix(directive, "DOCTYPE") && (strings.Contains(directive, "[") || strings.Contains(directive, "SYSTEM"))
}

// Element is the start of an element. Names are compared without their prefix.
type Element struct{ xml.StartElement }

// Is says whether an element has one of the names.
func (e Element) Is(names ...string) bool {
	for _, n := range names {
		if e.Name.Local == n {
			return true
		}
	}
	return false
}

// Attr gives an attribute by its name without prefix, "" without it.
func (e Element) Attr(name string) string {
	for _, a := range e.StartElement.Attr {
		if a.Name.Local == name && a.Name.Space != "xmlns" {
			return a.Value
		}
	}
	return ""
}

// Prefixed gives an attribute that has some prefix: r:id beside id.
func (e Element) Prefixed(name string) string {
	for _, a := range e.StartElement.Attr {
		if a.Name.Local == name && a.Name.Space != "" {
			return a.Value
		}
	}
	return ""
}

// Root reads the one element of the document.
func (t *XML) Root(read func(Element) error) error {
	defer func() { _ = t.close() }()
	for {
		tok, err := t.next()
		if errors.Is(err, io.EOF) {
			return refusal.Damaged.Because(io.ErrUnexpectedEOF)
		}
		if err != nil {
			return err
		}
		if start, is := tok.(xml.StartElement); is {
			return read(Element{start})
		}
	}
}

// Children reads what is inside the element that was begun last, to its end. elem
// may read the child it is given or leave it, or parts of it, unread; chars gets
// the text between the children and may be nil.
func (t *XML) Children(elem func(Element) error, chars func([]byte)) error {
	depth := t.depth
	for {
		tok, err := t.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			if err := elem(Element{tok}); err != nil {
				return err
			}
			if err := t.until(depth); err != nil {
				return err
			}
		case xml.EndElement:
			if t.depth < depth {
				return nil
			}
		case xml.CharData:
			if chars != nil {
				chars(tok)
			}
		}
	}
}

// until skips to the end of elements deeper than depth.
func (t *XML) until(depth int) error {
	for t.depth > depth {
		if _, err := t.next(); err != nil {
			if errors.Is(err, io.EOF) {
				return nil
			}
			return err
		}
	}
	return nil
}

// Skip leaves the rest of the element that was begun last unread.
func (t *XML) Skip() error { return t.until(t.depth - 1) }

// Text reads all text inside the element that was begun last.
func (t *XML) Text() (string, error) {
	var out strings.Builder
	var read func(Element) error
	add := func(b []byte) { out.Write(b) }
	read = func(Element) error { return t.Children(read, add) }
	err := t.Children(read, add)
	return out.String(), err
}

// ErrDescend is what a visitor of descendants answers to be shown what is inside
// the element it did not read.
var ErrDescend = errors.New("descend")

// Descendants shows all elements of a document to visit.
func (t *XML) Descendants(visit func(Element) error) error {
	return t.Root(func(e Element) error {
		err := visit(e)
		if errors.Is(err, ErrDescend) {
			return t.Inside(visit)
		}
		return err
	})
}

// Inside shows all elements inside the one that was begun last to visit.
func (t *XML) Inside(visit func(Element) error) error {
	return t.Children(func(e Element) error {
		err := visit(e)
		if errors.Is(err, ErrDescend) {
			return t.Inside(visit)
		}
		return err
	}, nil)
}

// runReader refuses XML in which no tag begins for too long: a reader of XML
// keeps a piece of text whole in memory.
type runReader struct {
	r   io.Reader
	run int
}

func (r *runReader) Read(b []byte) (int, error) {
	n, err := r.r.Read(b)
	if last := bytes.LastIndexByte(b[:n], '<'); last >= 0 {
		r.run = n - last
	} else {
		r.run += n
	}
	if r.run > maxRun {
		return n, refusal.Hostile.Because(errors.New("a piece of text of many megabytes"))
	}
	if err != nil && !errors.Is(err, io.EOF) {
		return n, refusal.Damaged.Because(fmt.Errorf("unpacking: %w", err))
	}
	return n, err
}
