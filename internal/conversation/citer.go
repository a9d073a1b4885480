package conversation

import (
	"net/url"
	"strconv"
	"strings"

	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/section"
)

// citer watches an answer being written: it drops markers of passages that do not exist, numbers
// the others by first appearance, and remembers which passages were cited. Passages of the same
// place share a number; far down in a long document, and where it is cited by its number, that is the section.
type citer struct {
	passages []passage.Passage
	numbers  map[string]int // place → its number in the answer
	used     []Citation
	held     string // spaces and the beginning of what may become a marker
	code     codeSpan
	ended    bool // nothing follows
	written  strings.Builder
}

func newCiter(passages []passage.Passage) *citer {
	return &citer{passages: passages, numbers: map[string]int{}}
}

// maxMarker is the longest text between brackets that can be a marker, as in "[1, 2, 12]".
const maxMarker = 24

// write takes a piece of the answer and returns what may be shown of it now.
func (c *citer) write(piece string) string {
	var out strings.Builder
	text := c.held + piece
	c.held = ""
	for text != "" {
		open := strings.IndexByte(text, '[')
		if open < 0 { // a space at the end goes with a marker that is dropped
			trimmed := strings.TrimRight(text, " ")
			c.code.read(trimmed)
			out.WriteString(trimmed)
			c.held = text[len(trimmed):]
			break
		}
		before := text[:open]
		text = text[open:]
		c.code.read(before)
		literal, decided := c.code.literal(text, c.ended) // "a[1]" in code, or a bracket of the source's own
		end := markerEnd(text)
		if literal {
			end = -1
		}
		if end == 0 || !decided { // the rest may still come
			trimmed := strings.TrimRight(before, " ")
			out.WriteString(trimmed)
			c.held = before[len(trimmed):] + text
			break
		}
		if end < 0 { // not a marker
			out.WriteString(before + "[")
			c.code.read("[")
			text = text[1:]
			continue
		}
		marker := c.marker(text[1 : end-1])
		switch {
		case marker == "":
			before = strings.TrimRight(before, " ")
		case before == "" && strings.HasSuffix(c.lastly(out.String(), len(marker)), marker):
			marker = "" // the same place twice in a row
		}
		out.WriteString(before + marker)
		c.code.read("]")
		text = text[end:]
	}
	c.written.WriteString(out.String())
	return out.String()
}

// lastly is the end of what has been written before out and of out, of at least n bytes where there are so many.
func (c *citer) lastly(out string, n int) string {
	if len(out) >= n {
		return out
	}
	written := c.written.String()
	return written[max(0, len(written)-n):] + out
}

// codeSpan follows Markdown being written: whether it is within code, and whether its next sign is escaped.
type codeSpan struct {
	fence   int // how many backticks began the code; 0: there is none
	run     int // how many have just been read
	escaped bool
}

// fenced is from how many backticks on code goes over lines.
const fenced = 3

func (s *codeSpan) read(text string) {
	for i := range len(text) {
		if text[i] == '`' && !s.escaped {
			s.run++
			continue
		}
		s.settle()
		s.escaped = text[i] == '\\' && !s.escaped && s.fence == 0
		if text[i] == '\n' && s.fence < fenced {
			s.fence = 0
		}
	}
}

// settle begins or ends code by the backticks that have just been read.
func (s *codeSpan) settle() {
	switch s.run {
	case 0:
		return
	case s.fence:
		s.fence = 0
	default:
		if s.fence == 0 {
			s.fence = s.run
		}
	}
	s.run = 0
}

// longestCode is within how many bytes of a bracket code ends that does not go over lines.
const longestCode = 500

// literal says whether the sign that text begins with stands for itself; decided is false where what follows must tell, until
// the text has ended. Backticks that begin code have others in their line that end it: a lone one is a sign.
func (s *codeSpan) literal(text string, ended bool) (literal, decided bool) {
	s.settle()
	if s.escaped || s.fence == 0 || s.fence >= fenced {
		return s.escaped || s.fence > 0, true
	}
	run, line := 0, text[:min(len(text), longestCode)]
	line, _, cut := strings.Cut(line, "\n")
	for i := range len(line) {
		switch {
		case line[i] == '`':
			run++
		case run == s.fence:
			return true, true
		default:
			run = 0
		}
	}
	cut = cut || ended || len(text) >= longestCode
	switch {
	case !cut:
		return false, false
	case run == s.fence:
		return true, true
	}
	s.fence = 0
	return false, true
}

// close returns what was held back.
func (c *citer) close() string {
	c.ended = true
	out, held := c.write(""), c.held
	c.held = ""
	c.written.WriteString(held)
	return out + held
}

func (c *citer) text() string { return c.written.String() }

func (c *citer) citations() []Citation { return c.used }

// markerEnd returns the length of the marker that text begins with, 0 if more text must decide,
// -1 if it begins with none. A link "[1](…)" is left alone by the caller's Markdown: its
// brackets hold a number, too, so it counts as marker and the link behind it is dropped to text.
func markerEnd(text string) int {
	for i := 1; i < len(text); i++ {
		switch b := text[i]; {
		case b == ']':
			if i == 1 {
				return -1
			}
			return i + 1
		case b >= '0' && b <= '9', b == ',', b == ' ', b == ';':
			if i > maxMarker {
				return -1
			}
		default:
			return -1
		}
	}
	return 0
}

// marker turns the numbers between two brackets into markers of existing passages.
func (c *citer) marker(inside string) string {
	var out strings.Builder
	for _, field := range strings.FieldsFunc(inside, func(r rune) bool { return r < '0' || r > '9' }) {
		n, err := strconv.Atoi(field)
		if err != nil || n < 1 || n > len(c.passages) {
			continue
		}
		if marker := "[" + strconv.Itoa(c.number(c.passages[n-1])) + "]"; !strings.Contains(out.String(), marker) {
			out.WriteString(marker)
		}
	}
	return out.String()
}

// farDown is from which passage of a document on its title alone does not lead to the place: about three pages of print.
const farDown = 12

func (c *citer) number(p passage.Passage) int {
	place, title := p.Address+"\x00"+strconv.Itoa(p.Page), p.Title
	if heading := p.Heading(); (p.Ordinal >= farDown || section.Cited(heading)) && heading != "" && heading != title {
		place, title = place+"\x00"+heading, strings.TrimPrefix(title+" – "+heading, " – ")
	}
	if n, ok := c.numbers[place]; ok {
		return n
	}
	n := len(c.used) + 1
	c.numbers[place] = n
	c.used = append(c.used, Citation{
		N: n, Document: p.Address, Title: title, URL: OpenURL(p), Passage: p.Text, Language: p.Language, Page: p.Page,
	})
	return n
}

// OpenURL is where a visitor can read the passage: the page at its nearest heading, or the page
// of a PDF. Files without a web address can't be opened.
func OpenURL(p passage.Passage) string {
	u, err := url.Parse(p.Address)
	if err != nil || (u.Scheme != "http" && u.Scheme != "https") {
		return ""
	}
	switch {
	case p.Page > 0 && strings.HasSuffix(strings.ToLower(u.Path), ".pdf"):
		u.Fragment = "page=" + strconv.Itoa(p.Page)
	case p.Anchor != "":
		u.Fragment = p.Anchor
	}
	return u.String()
}
