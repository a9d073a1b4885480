package extract

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// tokens reads XML for everything that holds some: feeds, pictures, parts of
// office files. It knows no entities but the five predefined, refuses a document
// type that declares some, and stops at a depth or amount that no real file has.
type tokens struct {
	dec   *xml.Decoder
	in    *io.LimitedReader
	depth int
	count int
	close func() error
}

const (
	maxXMLTokens = 30_000_000
	maxXMLDepth  = 300
)

// newTokens reads at most limit bytes from r.
func newTokens(r io.Reader, limit int64) *tokens {
	in := &io.LimitedReader{R: r, N: limit + 1}
	dec := xml.NewDecoder(in)
	dec.CharsetReader = charsetReader
	return &tokens{dec: dec, in: in}
}

// next gives the next token, io.EOF at the end, or an *Error.
func (t *tokens) next() (xml.Token, error) {
	tok, err := t.dec.RawToken()
	if t.in.N <= 0 {
		return nil, longPart.because(nil)
	}
	if err != nil {
		if errors.Is(err, io.EOF) {
			if t.depth > 0 {
				return nil, isDamaged.because(io.ErrUnexpectedEOF)
			}
			return nil, io.EOF
		}
		if known := (*Error)(nil); errors.As(err, &known) {
			return nil, known
		}
		return nil, isDamaged.because(fmt.Errorf("reading XML: %w", err))
	}
	if t.count++; t.count > maxXMLTokens {
		return nil, isHostile.because(errors.New("too many XML elements"))
	}
	switch tok := tok.(type) {
	case xml.StartElement:
		if t.depth++; t.depth > maxXMLDepth {
			return nil, isHostile.because(errors.New("XML nested too deeply"))
		}
		if len(tok.Attr) > 1000 {
			return nil, isHostile.because(errors.New("too many XML attributes"))
		}
	case xml.EndElement:
		t.depth--
	case xml.Directive:
		if dangerous(strings.ToUpper(string(tok))) {
			return nil, isHostile.because(errors.New("XML with a document type that loads or declares entities"))
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

// element is the start of an element. Names are compared without their prefix.
type element struct{ xml.StartElement }

func (e element) is(names ...string) bool {
	for _, n := range names {
		if e.Name.Local == n {
			return true
		}
	}
	return false
}

// attr gives an attribute by its name without prefix, "" without it.
func (e element) attr(name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name && a.Name.Space != "xmlns" {
			return a.Value
		}
	}
	return ""
}

// prefixed gives an attribute that has some prefix: r:id beside id.
func (e element) prefixed(name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name && a.Name.Space != "" {
			return a.Value
		}
	}
	return ""
}

// root reads the one element of the document.
func (t *tokens) root(read func(element) error) error {
	if t.close != nil {
		defer func() { _ = t.close() }()
	}
	for {
		tok, err := t.next()
		if errors.Is(err, io.EOF) {
			return isDamaged.because(io.ErrUnexpectedEOF)
		}
		if err != nil {
			return err
		}
		if start, is := tok.(xml.StartElement); is {
			return read(element{start})
		}
	}
}

// children reads what is inside the element that was begun last, to its end. elem
// may read the child it is given or leave it, or parts of it, unread; chars gets
// the text between the children and may be nil.
func (t *tokens) children(elem func(element) error, chars func([]byte)) error {
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
			if err := elem(element{tok}); err != nil {
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
func (t *tokens) until(depth int) error {
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

// skip leaves the rest of the element that was begun last unread.
func (t *tokens) skip() error { return t.until(t.depth - 1) }

// text reads all text inside the element that was begun last.
func (t *tokens) text() (string, error) {
	var out strings.Builder
	var read func(element) error
	add := func(b []byte) { out.Write(b) }
	read = func(element) error { return t.children(read, add) }
	err := t.children(read, add)
	return out.String(), err
}

// errDescend is what a visitor of descendants answers to be shown what is inside
// the element it did not read.
var errDescend = errors.New("descend")

// descendants shows all elements of a document to visit.
func (t *tokens) descendants(visit func(element) error) error {
	return t.root(func(e element) error {
		err := visit(e)
		if errors.Is(err, errDescend) {
			return t.inside(visit)
		}
		return err
	})
}

// inside shows all elements inside the one that was begun last to visit.
func (t *tokens) inside(visit func(element) error) error {
	return t.children(func(e element) error {
		err := visit(e)
		if errors.Is(err, errDescend) {
			return t.inside(visit)
		}
		return err
	}, nil)
}

// readXML reads any XML as the text of its elements.
func readXML(in Input) (Document, error) {
	source := strings.TrimLeft(decodeText(in.Body, in.ContentType), " \t\n")
	t := newTokens(&runReader{r: strings.NewReader(source)}, int64(len(source))+1)
	// The text is UTF-8 by now, whatever it declares.
	t.dec.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	var d Document
	var read func(element) error
	read = func(e element) error {
		if e.is("script", "style") {
			return t.skip()
		}
		var own strings.Builder
		flush := func() {
			if s := oneLine(own.String()); meaningful(s) && len(d.Blocks) < maxBlocks {
				if e.is("title") && d.Title == "" {
					d.Title = s
				}
				d.Blocks = append(d.Blocks, Block{Kind: KindParagraph, Text: s})
			}
			own.Reset()
		}
		err := t.children(func(c element) error {
			flush()
			return read(c)
		}, func(b []byte) { own.Write(b) })
		flush()
		return err
	}
	if err := t.root(read); err != nil {
		return Document{}, err
	}
	d.Language = language("", d.Blocks)
	return d, nil
}
