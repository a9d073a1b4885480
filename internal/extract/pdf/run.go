package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/klippa-app/go-pdfium/responses"

	"github.com/webchatagent/wca/internal/extract/document"
)

// page is the text of a page as runs, in the order the file draws them.
type page struct {
	number        int
	width, height float64 // in points, as shown
	turn          int     // quarter turns clockwise
	runs          []run

	across, upright []rule // drawn on it
}

func (p page) letters() int {
	n := 0
	for _, r := range p.runs {
		n += len(r.text)
	}
	return n
}

// run is a piece of text on one line in one font. Its place is in points from
// the lower left corner, top being greater than bottom.
type run struct {
	text                     string
	left, right, top, bottom float64
	size                     float64 // of the font
	bold                     bool
	field                    bool // filled into a form
}

func (r run) middle() float64 { return (r.top + r.bottom) / 2 }

// turned gives the place of a run on a page that is shown turned.
func (r run) turned(p page) run {
	switch p.turn {
	case 1:
		r.left, r.right, r.top, r.bottom = r.bottom, r.top, p.height-r.left, p.height-r.right
	case 2:
		r.left, r.right, r.top, r.bottom = p.width-r.right, p.width-r.left, p.height-r.bottom, p.height-r.top
	case 3:
		r.left, r.right, r.top, r.bottom = p.width-r.top, p.width-r.bottom, r.right, r.left
	}
	return r
}

// readable makes text of a run readable: the reader marks a hyphen at a line's end
// by U+0002 or U+FFFE; ligatures become letters, other compatibility characters
// stay what they are.
func readable(s string) string {
	if strings.IndexFunc(s, func(r rune) bool { return r < ' ' || r >= 0x7F }) >= 0 {
		var out strings.Builder
		for _, r := range s {
			switch {
			case r == 2 || r == 0xFFFE || r == 0xAD:
				out.WriteByte('-')
			case r >= 0xFB00 && r <= 0xFB06:
				out.WriteString(ligatures[r-0xFB00])
			case r == 0xA0 || r == '\r' || r == '\n' || r == '\t' || r >= 0x2000 && r <= 0x200A || r == 0x202F || r == 0x3000:
				out.WriteByte(' ')
			case r >= 0xE000 && r <= 0xF8FF:
				out.WriteString(document.Symbols[r])
			case document.Shapeless(r):
			default:
				out.WriteRune(r)
			}
		}
		s = out.String()
	}
	if strings.TrimSpace(s) == "" {
		return ""
	}
	return s
}

var ligatures = [...]string{"ff", "fi", "fl", "ffi", "ffl", "st", "st"}

func boldFont(name string) bool {
	low := strings.ToLower(name)
	return strings.Contains(low, "bold") || strings.Contains(low, "black") || strings.Contains(low, "heavy") || strings.Contains(low, "semibold")
}

// endsWithSpace and startsWithSpace look at the ends of a run.
func endsWithSpace(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsSpace(r)
}

func startsWithSpace(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsSpace(r)
}

// stretched says whether a run is wider than its letters can be.
func (r run) stretched() bool {
	n := utf8.RuneCountInString(strings.TrimSpace(r.text))
	return n > 3 && strings.Contains(strings.TrimSpace(r.text), " ") && r.right-r.left > 0.6*r.size*float64(n)
}

// split divides a run where its letters leave a wide gap.
func (r run) split(letters []*responses.GetPageTextStructuredChar) []run {
	var out []run
	space := false
	for _, c := range letters {
		box := c.PointPosition
		x, y := (box.Left+box.Right)/2, (box.Top+box.Bottom)/2
		if strings.TrimSpace(c.Text) == "" {
			space = true
			continue
		}
		if x < r.left-1 || x > r.right+1 || y < r.bottom-1 || y > r.top+1 {
			continue
		}
		text := readable(c.Text)
		n := len(out)
		if n == 0 || box.Left-out[n-1].right > 1.1*r.size {
			piece := r
			piece.text, piece.left, piece.right = text, box.Left, box.Right
			out = append(out, piece)
		} else {
			if space {
				out[n-1].text += " "
			}
			out[n-1].text += text
			out[n-1].right = max(out[n-1].right, box.Right)
		}
		space = false
	}
	if len(out) < 2 {
		return []run{r}
	}
	return out
}
