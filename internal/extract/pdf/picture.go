package pdf

import (
	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"github.com/webchatagent/wca/internal/extract/document"
)

// A scanned page is a picture. Programs that recognise its letters lay them over it, invisible: that text is the page's, and
// it is read as any other. But a page is a picture still where there is nothing more than a mark of the scanner's, a stamp or
// some stains that were taken for letters.
const (
	hardlyAny = 10 // letters of a page, not counting the invisible ones
	fewMarks  = 60 // letters of a page, counting them
)

// pictures gives the pages, counted from 0, that show a picture and hardly any text. What stands on all pages, as marks of
// scanners do, is not among the blocks.
func (f *file) pictures(pages []page, blocks []document.Block) (out []int) {
	said := map[int]int{}
	for _, b := range blocks {
		said[b.Page] += len(b.Text)
	}
	for _, p := range pages {
		written := p.letters()
		if written >= fewMarks {
			continue
		}
		shown, unseen := f.look(p.number - 1)
		f.alive()
		if shown && (said[p.number] < hardlyAny || written-unseen < hardlyAny) {
			out = append(out, p.number-1)
		}
	}
	return out
}

// look says whether a page shows a picture, and how many of its letters nobody sees.
func (f *file) look(i int) (shown bool, unseen int) {
	loaded, err := f.pdf.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: f.doc, Index: i})
	if err != nil {
		return false, 0
	}
	defer func() { _, _ = f.pdf.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: loaded.Page}) }()
	at := requests.Page{ByReference: &loaded.Page}
	count, err := f.pdf.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: at})
	if err != nil {
		return false, 0
	}
	text, err := f.pdf.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: at})
	if err != nil {
		return false, 0
	}
	defer func() { _, _ = f.pdf.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: text.TextPage}) }()
	o := overlook{file: f, text: text.TextPage, left: 200}
	o.all(count.Count, func(n int) (references.FPDF_PAGEOBJECT, error) {
		object, err := f.pdf.FPDFPage_GetObject(&requests.FPDFPage_GetObject{Page: at, Index: n})
		if err != nil {
			return "", err
		}
		return object.PageObject, nil
	})
	return o.shown, o.unseen
}

// overlook goes through the objects of a page, with those of its forms.
type overlook struct {
	file   *file
	text   references.FPDF_TEXTPAGE
	left   int // objects that are still looked at
	shown  bool
	unseen int
}

func (o *overlook) all(count int, get func(n int) (references.FPDF_PAGEOBJECT, error)) {
	for n := 0; n < count && o.left > 0; n++ {
		o.left--
		if object, err := get(n); err == nil {
			o.one(object)
		}
	}
}

func (o *overlook) one(object references.FPDF_PAGEOBJECT) {
	pdf := o.file.pdf
	kind, err := pdf.FPDFPageObj_GetType(&requests.FPDFPageObj_GetType{PageObject: object})
	if err != nil {
		return
	}
	switch kind.Type {
	case enums.FPDF_PAGEOBJ_IMAGE:
		o.shown = true
	case enums.FPDF_PAGEOBJ_TEXT:
		mode, err := pdf.FPDFTextObj_GetTextRenderMode(&requests.FPDFTextObj_GetTextRenderMode{PageObject: object})
		if err != nil || mode.TextRenderMode != enums.FPDF_TEXTRENDERMODE_INVISIBLE {
			return
		}
		if said, err := pdf.FPDFTextObj_GetText(&requests.FPDFTextObj_GetText{PageObject: object, TextPage: o.text}); err == nil {
			o.unseen += len(readable(said.Text))
		}
	case enums.FPDF_PAGEOBJ_FORM:
		o.shown = true
		count, err := pdf.FPDFFormObj_CountObjects(&requests.FPDFFormObj_CountObjects{PageObject: object})
		if err != nil {
			return
		}
		o.all(count.Count, func(n int) (references.FPDF_PAGEOBJECT, error) {
			inner, err := pdf.FPDFFormObj_GetObject(&requests.FPDFFormObj_GetObject{PageObject: object, Index: uint64(n)})
			if err != nil {
				return "", err
			}
			return inner.PageObject, nil
		})
	}
}
