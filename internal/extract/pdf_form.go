package extract

import (
	"math"
	"slices"

	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// maxAnnotations bounds what is looked at of what lies upon a page, as fields of forms do.
const maxAnnotations = 2000

// fieldsAsText makes text of the page of what was filled into the fields of its form and of notes written upon it, so
// that it is read beside its labels. It gives the page to go on with and how many pieces of text it has without; where
// that fails the page is read without.
func (f *pdfFile) fieldsAsText(page references.FPDF_PAGE, i int) (_ references.FPDF_PAGE, without int) {
	at := requests.Page{ByReference: &page}
	if !f.hasFields(at) {
		return page, math.MaxInt
	}
	text, err := f.pdf.GetPageTextStructured(&requests.GetPageTextStructured{Page: at, Mode: requests.GetPageTextStructuredModeRects})
	if err != nil {
		return page, math.MaxInt
	}
	if _, err := f.pdf.FPDFPage_Flatten(&requests.FPDFPage_Flatten{Page: at, Usage: requests.FPDFPage_FlattenUsageNormalDisplay}); err != nil {
		return page, math.MaxInt
	}
	// The text is known of a page that is opened after that.
	again, err := f.pdf.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: f.doc, Index: i})
	if err != nil {
		return page, math.MaxInt
	}
	_, _ = f.pdf.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: page})
	return again.Page, len(text.Rects)
}

func (f *pdfFile) hasFields(at requests.Page) bool {
	r, err := f.pdf.FPDFPage_GetAnnotCount(&requests.FPDFPage_GetAnnotCount{Page: at})
	if err != nil {
		return false
	}
	for i := range min(r.Count, maxAnnotations) {
		a, err := f.pdf.FPDFPage_GetAnnot(&requests.FPDFPage_GetAnnot{Page: at, Index: i})
		if err != nil {
			continue
		}
		kind, err := f.pdf.FPDFAnnot_GetSubtype(&requests.FPDFAnnot_GetSubtype{Annotation: a.Annotation})
		_, _ = f.pdf.FPDFPage_CloseAnnot(&requests.FPDFPage_CloseAnnot{Annotation: a.Annotation})
		if err == nil && (kind.Subtype == enums.FPDF_ANNOT_SUBTYPE_WIDGET || kind.Subtype == enums.FPDF_ANNOT_SUBTYPE_FREETEXT) {
			return true
		}
	}
	return false
}

// besideLabels brings what was filled into fields to their labels, wherever the file has it: behind the line to its
// left, before the one to its right, or below the one above.
func besideLabels(lines []pdfLine) []pdfLine {
	var out, fields []pdfLine
	for _, l := range lines {
		if l.field && len(fields) < maxAnnotations {
			fields = append(fields, l)
		} else {
			out = append(out, l)
		}
	}
	for _, field := range byPlace(fields) {
		out = slices.Insert(out, placeOf(field, out), field)
	}
	return out
}

// filledIn says whether a cell of a row was filled into a form.
func (r pdfRow) filledIn() bool {
	return slices.ContainsFunc(r, func(c pdfCell) bool { return c.lines[0].field })
}

// labelled parts a row of labels and what was filled in behind each.
func (r pdfRow) labelled() []pdfRow {
	for i, c := range r {
		if len(r)%2 != 0 || c.lines[0].field != (i%2 == 1) {
			return []pdfRow{r}
		}
	}
	var out []pdfRow
	for i := 0; i < len(r); i += 2 {
		out = append(out, r[i:i+2])
	}
	return out
}

// placeOf is where among the lines of a page a field is read.
func placeOf(field pdfLine, lines []pdfLine) int {
	left, right, above := -1, -1, -1
	for i, l := range lines {
		switch {
		case l.beside(field) && l.right <= field.left+1:
			if left < 0 || l.right > lines[left].right {
				left = i
			}
		case l.beside(field) && l.left >= field.right-1:
			if right < 0 || l.left < lines[right].left {
				right = i
			}
		case l.bottom >= field.middle() && l.overlaps(field):
			if above < 0 || l.bottom < lines[above].bottom {
				above = i
			}
		}
	}
	switch {
	case left >= 0:
		return left + 1
	case right >= 0:
		return right
	case above >= 0:
		return above + 1
	}
	return len(lines)
}
