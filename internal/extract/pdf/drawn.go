package pdf

import (
	"slices"
	"strings"

	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// What a page shows is not its text alone: boxes to tick are drawn as squares and ticks as strokes in them, and text may be
// there that nobody sees, white upon white or drawn as nothing.

const (
	// maxDrawn bounds the objects of a page that are looked at, and maxDrawnAll those of a file.
	maxDrawn, maxDrawnAll = 3000, 100_000
	// Boxes to tick are squares of so many points.
	smallestBox, largestBox = 5.5, 18
	// white is from which share of red, green and blue on nobody sees letters on white paper.
	white = 250
)

// area is a part of a page.
type area struct{ left, right, top, bottom float64 }

func (a area) holds(x, y float64) bool {
	return x >= a.left && x <= a.right && y >= a.bottom && y <= a.top
}

func (a area) middle() (x, y float64) { return (a.left + a.right) / 2, (a.top + a.bottom) / 2 }

// drawing is what was drawn on a page beside letters that are seen.
type drawing struct {
	grounds []area // pictures and fields of colour upon which white letters are seen
	unseen  []area // letters that are not
	boxes   []area // to tick
	strokes []area // small ones, of which some are ticks
	picture bool   // invisible letters may be those of a scan

	across, upright []rule
}

// drawing looks at the objects of a page. Of one that has very many it says nothing.
func (f *file) drawing(at requests.Page) (d drawing) {
	count, err := f.pdf.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: at})
	if err != nil || count.Count > maxDrawn || f.drawn+count.Count > maxDrawnAll {
		return d
	}
	f.drawn += count.Count
	var nothing []area
	for i := range count.Count {
		object, err := f.pdf.FPDFPage_GetObject(&requests.FPDFPage_GetObject{Page: at, Index: i})
		if err != nil {
			return drawing{}
		}
		nothing = append(nothing, f.object(object.PageObject, &d)...)
	}
	if !d.picture {
		d.unseen = append(d.unseen, nothing...)
	}
	return d
}

// object looks at one object of a page. It gives where letters are drawn as nothing.
func (f *file) object(object references.FPDF_PAGEOBJECT, d *drawing) (nothing []area) {
	kind, err := f.pdf.FPDFPageObj_GetType(&requests.FPDFPageObj_GetType{PageObject: object})
	if err != nil {
		return nil
	}
	switch kind.Type {
	case enums.FPDF_PAGEOBJ_TEXT:
		if mode, err := f.pdf.FPDFTextObj_GetTextRenderMode(&requests.FPDFTextObj_GetTextRenderMode{PageObject: object}); err == nil && mode.TextRenderMode == enums.FPDF_TEXTRENDERMODE_INVISIBLE {
			if at, ok := f.place(object); ok {
				return []area{at}
			}
		} else if err == nil && mode.TextRenderMode == enums.FPDF_TEXTRENDERMODE_FILL && f.isWhite(object) {
			if at, ok := f.place(object); ok && !d.onGround(at) {
				d.unseen = append(d.unseen, at)
			}
		}
	case enums.FPDF_PAGEOBJ_PATH:
		f.path(object, d)
	default: // a picture, a shading or a form with any of these
		d.picture = true
		if at, ok := f.place(object); ok {
			d.grounds = append(d.grounds, at)
		}
	}
	return nil
}

func (f *file) place(object references.FPDF_PAGEOBJECT) (area, bool) {
	b, err := f.pdf.FPDFPageObj_GetBounds(&requests.FPDFPageObj_GetBounds{PageObject: object})
	if err != nil {
		return area{}, false
	}
	return area{float64(b.Left), float64(b.Right), float64(b.Top), float64(b.Bottom)}, true
}

func (f *file) isWhite(object references.FPDF_PAGEOBJECT) bool {
	c, err := f.pdf.FPDFPageObj_GetFillColor(&requests.FPDFPageObj_GetFillColor{PageObject: object})
	return err == nil && c.FillColor.R >= white && c.FillColor.G >= white && c.FillColor.B >= white
}

// path looks at a line or a field.
func (f *file) path(object references.FPDF_PAGEOBJECT, d *drawing) {
	mode, err := f.pdf.FPDFPath_GetDrawMode(&requests.FPDFPath_GetDrawMode{PageObject: object})
	if err != nil {
		return
	}
	at, ok := f.place(object)
	if !ok {
		return
	}
	filled := mode.FillMode != enums.FPDF_FILLMODE_NONE && !f.isWhite(object)
	wide, high := at.right-at.left, at.top-at.bottom
	if filled || mode.Stroke {
		d.rulesOf(at, mode.Stroke)
	}
	switch {
	case filled && wide > largestBox:
		d.grounds = append(d.grounds, at)
	case wide > largestBox || high > largestBox:
	case mode.Stroke && !filled && wide >= smallestBox && high >= smallestBox && wide < 1.15*high && high < 1.15*wide && !d.inBox(at) && f.square(object):
		d.boxes = append(d.boxes, at)
	default:
		d.strokes = append(d.strokes, at)
	}
}

// square says whether a path has the sides of a box: a cross of two strokes is as wide and as high.
func (f *file) square(object references.FPDF_PAGEOBJECT) bool {
	n, err := f.pdf.FPDFPath_CountSegments(&requests.FPDFPath_CountSegments{PageObject: object})
	if err != nil || n.Count < 4 || n.Count > 6 {
		return false
	}
	for i := 1; i < n.Count; i++ {
		s, err := f.pdf.FPDFPath_GetPathSegment(&requests.FPDFPath_GetPathSegment{PageObject: object, Index: i})
		if err != nil {
			return false
		}
		kind, err := f.pdf.FPDFPathSegment_GetType(&requests.FPDFPathSegment_GetType{PathSegment: s.PathSegment})
		if err != nil || kind.Type != enums.FPDF_SEGMENT_LINETO && i < 4 {
			return false
		}
	}
	return true
}

func (d *drawing) onGround(a area) bool {
	x, y := a.middle()
	return slices.ContainsFunc(d.grounds, func(g area) bool { return g.holds(x, y) })
}

func (d *drawing) inBox(a area) bool {
	x, y := a.middle()
	return slices.ContainsFunc(d.boxes, func(b area) bool { return b.holds(x, y) })
}

// hides says whether a run is one of letters that nobody sees.
func (d *drawing) hides(r run) bool {
	x, y := (r.left+r.right)/2, r.middle()
	return slices.ContainsFunc(d.unseen, func(a area) bool { return a.holds(x, y) && a.left <= r.left+1 && a.right >= r.right-1 })
}

// boxSigns are boxes to tick as signs.
const boxSigns = "☐☑☒"

// crosses are letters that tick a box in which they stand.
const crosses = "xX×✓✔✗✘✕✖"

// ticked adds the boxes before which or behind which a label stands, ticked where something is drawn in them.
func (d *drawing) ticked(runs []run) []run {
	for _, box := range d.boxes {
		mark := "☐"
		if slices.ContainsFunc(d.strokes, func(s area) bool {
			x, y := s.middle()
			return box.holds(x, y) && s.right-s.left < 1.2*(box.right-box.left)
		}) {
			mark = "☑"
		}
		runs = slices.DeleteFunc(runs, func(r run) bool {
			is := box.holds((r.left+r.right)/2, r.middle()) && len([]rune(strings.TrimSpace(r.text))) == 1 && strings.Contains(crosses, strings.TrimSpace(r.text))
			if is {
				mark = "☑"
			}
			return is
		})
		if at := labelOf(box, runs); at >= 0 {
			sign := run{text: mark, left: box.left, right: box.right, top: box.top, bottom: box.bottom, size: runs[at].size}
			if runs[at].right <= box.left {
				at++
			}
			runs = slices.Insert(runs, at, sign)
		}
	}
	return runs
}

// labelOf is the run to the right of a box, or else to its left, that stands next to it at its height; -1 where there is none.
func labelOf(box area, runs []run) int {
	_, y := box.middle()
	right, left := -1, -1
	for i, r := range runs {
		if y < r.bottom-0.3*r.size || y > r.top+0.3*r.size {
			continue
		}
		if gap := r.left - box.right; gap > -1 && gap < 1.6*r.size && (right < 0 || r.left < runs[right].left) {
			right = i
		}
		if gap := box.left - r.right; gap > -1 && gap < 1.6*r.size && (left < 0 || r.right > runs[left].right) {
			left = i
		}
	}
	if right >= 0 {
		return right
	}
	return left
}
