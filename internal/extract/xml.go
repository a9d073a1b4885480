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
}

const (
	maxXMLTokens = 20_000_000
	maxXMLDepth  = 300
)

// newTokens reads at most limit bytes from r.
func newTokens(r io.Reader, limit int64) *tokens {
	in := &io.LimitedReader{R: r, N: limit + 1}
	dec := xml.NewDecoder(in)
	dec.Strict = true
	dec.CharsetReader = func(label string, r io.Reader) (io.Reader, error) {
		return charsetReader(label, r)
	}
	return &tokens{dec: dec, in: in}
}

// next gives the next token, io.EOF at the end, or an *Error.
func (t *tokens) next() (xml.Token, error) {
	tok, err := t.dec.RawToken()
	if t.in.N <= 0 {
		return nil, errTooLarge("a part of it is larger than any real file's when unpacked", nil)
	}
	if err != nil {
		if errors.Is(err, io.EOF) {
			if t.depth > 0 {
				return nil, errDamaged(io.ErrUnexpectedEOF)
			}
			return nil, io.EOF
		}
		var known *Error
		if errors.As(err, &known) {
			return nil, known
		}
		return nil, errDamaged(fmt.Errorf("reading XML: %w", err))
	}
	if t.count++; t.count > maxXMLTokens {
		return nil, errHostile(errors.New("too many XML elements"))
	}
	switch tok := tok.(type) {
	case xml.StartElement:
		if t.depth++; t.depth > maxXMLDepth {
			return nil, errHostile(errors.New("XML nested too deeply"))
		}
		if len(tok.Attr) > 1000 {
			return nil, errHostile(errors.New("too many XML attributes"))
		}
	case xml.EndElement:
		t.depth--
	case xml.Directive:
		if d := strings.ToUpper(string(tok)); strings.Contains(d, "<!ENTITY") || strings.HasPrefix(d, "DOCTYPE") && (strings.Contains(d, "SYSTEM") || strings.Contains(d, "[")) && !harmless(d) {
			return nil, errHostile(errors.New("XML with a document type that loads or declares entities"))
		}
	}
	return tok, nil
}

// harmless knows the document types of published standards, which are never
// loaded.
func harmless(directive string) bool {
	return !strings.Contains(directive, "[") && strings.Contains(directive, "PUBLIC")
}

// readXML reads any XML as the text of its elements.
func readXML(in Input) (Document, error) {
	t := newTokens(strings.NewReader(strings.TrimLeft(decodeText(in.Body, in.ContentType), " \t\n")), int64(len(in.Body))*4+1024)
	// The text is UTF-8 by now, whatever it declares.
	t.dec.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	var d Document
	var text strings.Builder
	var name []string
	flush := func() {
		s := oneLine(text.String())
		text.Reset()
		if !meaningful(s) {
			return
		}
		inside := ""
		if len(name) > 0 {
			inside = name[len(name)-1]
		}
		if inside == "title" && d.Title == "" {
			d.Title = s
		}
		d.Blocks = append(d.Blocks, Block{Kind: KindParagraph, Text: s})
	}
	skip := 0
	for {
		tok, err := t.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return Document{}, err
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			flush()
			if tok.Name.Local == "script" || tok.Name.Local == "style" {
				skip++
			}
			name = append(name, tok.Name.Local)
		case xml.EndElement:
			flush()
			if skip > 0 && (tok.Name.Local == "script" || tok.Name.Local == "style") {
				skip--
			}
			if len(name) > 0 {
				name = name[:len(name)-1]
			}
		case xml.CharData:
			if skip == 0 {
				text.Write(tok)
			}
		}
		if len(d.Blocks) > maxBlocks {
			break
		}
	}
	d.Language = language("", d.Blocks)
	return d, nil
}
