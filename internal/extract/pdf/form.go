package pdf

import (
	"fmt"
	"math"
	"slices"

	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/structs"
)

// maxAnnotations bounds what is looked at of what lies upon a page, as fields of forms do.
const maxAnnotations = 2000

// fieldsAsText makes text of the page of what was filled into the fields of its form and of notes written upon it, so
// that it is read beside its labels. It gives the page to go on with and how many pieces of text it has without; where
// that fails the page is read without.
func (f *file) fieldsAsText(page references.FPDF_PAGE, i int) (_ references.FPDF_PAGE, without int) {
	at := requests.Page{ByReference: &page}
	if !f.onlyReadable(at) {
		return page, math.MaxInt
	}
	text, err := f.pdf.GetPageTextStructured(&requests.GetPageTextStructured{Page: at, Mode: requests.GetPageTextStructuredModeRects})
	if err != nil {
		return page, math.MaxInt
	}
	if f.bare {
		_, _ = f.pdf.FORM_OnAfterLoadPage(&requests.FORM_OnAfterLoadPage{Page: at, FormHandle: *f.form})
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

// onlyReadable takes all that lies upon a page away but what was filled in or written for every reader, and says whether
// something of that is left.
func (f *file) onlyReadable(at requests.Page) bool {
	r, err := f.pdf.FPDFPage_GetAnnotCount(&requests.FPDFPage_GetAnnotCount{Page: at})
	if err != nil || r.Count > maxAnnotations {
		return false
	}
	left := false
	f.bare = false
	for i := r.Count - 1; i >= 0; i-- {
		if f.readable(at, i) {
			left = true
			continue
		}
		if _, err := f.pdf.FPDFPage_RemoveAnnot(&requests.FPDFPage_RemoveAnnot{Page: at, Index: i}); err != nil {
			return false
		}
	}
	return left
}

// readable says whether what lies upon a page is a field to fill in or a note that every reader sees.
func (f *file) readable(at requests.Page, i int) bool {
	a, err := f.pdf.FPDFPage_GetAnnot(&requests.FPDFPage_GetAnnot{Page: at, Index: i})
	if err != nil {
		return false
	}
	defer func() { _, _ = f.pdf.FPDFPage_CloseAnnot(&requests.FPDFPage_CloseAnnot{Annotation: a.Annotation}) }()
	seen, err := f.pdf.FPDFAnnot_GetFlags(&requests.FPDFAnnot_GetFlags{Annotation: a.Annotation})
	if err != nil || seen.Flags&(enums.FPDF_ANNOT_FLAG_HIDDEN|enums.FPDF_ANNOT_FLAG_NOVIEW) != 0 {
		return false
	}
	kind, err := f.pdf.FPDFAnnot_GetSubtype(&requests.FPDFAnnot_GetSubtype{Annotation: a.Annotation})
	switch {
	case err != nil:
		return false
	case kind.Subtype == enums.FPDF_ANNOT_SUBTYPE_WIDGET:
		return f.toRead(a.Annotation)
	}
	return kind.Subtype == enums.FPDF_ANNOT_SUBTYPE_FREETEXT
}

// password marks fields whose text is shown as dots: ISO 32000-1, table 228.
const password = 1 << 13

// toRead says whether a field is one that is filled in, and not with a password.
func (f *file) toRead(field references.FPDF_ANNOTATION) bool {
	form, err := f.knownFields()
	if err != nil {
		return false
	}
	kind, err := f.pdf.FPDFAnnot_GetFormFieldType(&requests.FPDFAnnot_GetFormFieldType{FormHandle: form, Annotation: field})
	if err != nil || kind.FormFieldType <= enums.FPDF_FORMFIELD_TYPE_PUSHBUTTON {
		return false
	}
	is, err := f.pdf.FPDFAnnot_GetFormFieldFlags(&requests.FPDFAnnot_GetFormFieldFlags{FormHandle: form, Annotation: field})
	if err != nil || kind.FormFieldType == enums.FPDF_FORMFIELD_TYPE_TEXTFIELD && is.Flags&password != 0 {
		return false
	}
	looks, err := f.pdf.FPDFAnnot_HasKey(&requests.FPDFAnnot_HasKey{Annotation: field, Key: "AP"})
	f.bare = f.bare || err == nil && !looks.HasKey
	return true
}

// knownFields are the fields of the file. Nothing is done in them, so that nothing is to be answered.
func (f *file) knownFields() (references.FPDF_FORMHANDLE, error) {
	if f.form != nil {
		return *f.form, nil
	}
	r, err := f.pdf.FPDFDOC_InitFormFillEnvironment(&requests.FPDFDOC_InitFormFillEnvironment{Document: f.doc, FormFillInfo: structs.FPDF_FORMFILLINFO{
		FFI_Invalidate:         func(references.FPDF_PAGE, float64, float64, float64, float64) {},
		FFI_SetCursor:          func(enums.FXCT) {},
		FFI_SetTimer:           func(int, func(int)) int { return 0 },
		FFI_KillTimer:          func(int) {},
		FFI_GetLocalTime:       func() structs.FPDF_SYSTEMTIME { return structs.FPDF_SYSTEMTIME{} },
		FFI_GetPage:            func(references.FPDF_DOCUMENT, int) *references.FPDF_PAGE { return nil },
		FFI_GetRotation:        func(references.FPDF_PAGE) enums.FPDF_PAGE_ROTATION { return 0 },
		FFI_ExecuteNamedAction: func(string) {},
	}})
	if err != nil {
		return "", fmt.Errorf("looking which fields a form has: %w", err)
	}
	f.form = &r.FormHandle
	return r.FormHandle, nil
}

// besideLabels brings what was filled into fields to their labels, wherever the file has it: behind the line to its
// left, before the one to its right, or below the one above.
func besideLabels(lines []line) []line {
	var out, fields []line
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
func (r row) filledIn() bool {
	return slices.ContainsFunc(r, func(c cell) bool { return c.lines[0].field })
}

// labelled parts a row of labels and what was filled in behind each.
func (r row) labelled() []row {
	for i, c := range r {
		if len(r)%2 != 0 || c.lines[0].field != (i%2 == 1) {
			return []row{r}
		}
	}
	var out []row
	for i := 0; i < len(r); i += 2 {
		out = append(out, r[i:i+2])
	}
	return out
}

// placeOf is where among the lines of a page a field is read.
func placeOf(field line, lines []line) int {
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
