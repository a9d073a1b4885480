// Package pdf reads PDF by PDFium, which runs as WebAssembly: letters with their places (run.go, letters.go) become lines
// (lines.go), these rows of tables (rows.go), fields of forms (form.go) and paragraphs (layout.go). Pages that are pictures
// are read by tesseract where it is installed (scan.go).
package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"path/filepath"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/klippa-app/go-pdfium"
	pdferrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"

	"github.com/webchatagent/wca/internal/extract/document"
	"github.com/webchatagent/wca/internal/extract/refusal"
	"github.com/webchatagent/wca/internal/problem"
)

// Reader reads PDF by PDFium, which runs as WebAssembly: what a file does to
// it stays inside its own memory. The zero value is ready; compiling happens with
// the first file.
type Reader struct {
	pool  pdfium.Pool
	Spent bool // a file broke it; make a new one
}

const (
	maxPages = 3000
	// wasmPages is the memory of the reader in pages of 64 KiB: 512 MiB.
	wasmPages = 8192
)

// start compiles the reader, or loads it compiled from the cache. alive is called
// meanwhile, because without a cache it takes seconds. It takes some 370 MB, too, so
// no server does it before it has a PDF to read.
func (p *Reader) start(cache string, alive func()) error {
	if p.pool != nil {
		return nil
	}
	type result struct {
		pool pdfium.Pool
		err  error
	}
	done := make(chan result, 1)
	go func() {
		pool, err := compiled(cache)
		done <- result{pool, err}
	}()
	beat := time.NewTicker(time.Second)
	defer beat.Stop()
	for {
		select {
		case r := <-done:
			if r.err != nil {
				return fmt.Errorf("starting the PDF reader: %w", r.err)
			}
			p.pool = r.pool
			return nil
		case <-beat.C:
			alive()
		}
	}
}

// compiled compiles the reader.
func compiled(cache string) (pdfium.Pool, error) {
	config := wazero.NewRuntimeConfig().WithMemoryLimitPages(wasmPages).
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling)
	if cache != "" {
		// Without the folder it works too, only slower.
		if c, err := wazero.NewCompilationCacheWithDir(filepath.Join(cache, "pdfium")); err == nil {
			config = config.WithCompilationCache(c)
		}
	}
	module, err := unpackPDFium()
	if err != nil {
		return nil, err
	}
	return webassembly.InitWithWASM(webassembly.Config{
		WASM:    module,
		MinIdle: 0, MaxIdle: 1, MaxTotal: 1, RuntimeConfig: config,
		FSConfig: wazero.NewFSConfig(), // it sees no files
		Stdout:   io.Discard, Stderr: io.Discard,
	})
}

// cut reports whether the end of a PDF is missing. The reader would make do with what is there of it, and that would take
// the place of the whole that was read before.
func cut(body []byte) bool {
	end := body[max(0, bytes.LastIndex(body, []byte("endobj"))):]
	return !bytes.Contains(end, []byte("startxref")) && !bytes.Contains(end, []byte("%%EOF"))
}

// Read reads a PDF, at most its first 3,000 pages. cache is a folder for the compiled reader, "" for none; alive is called with each
// sign of progress. What is wrong with the file is a *refusal.Error; when the reader itself broke, it is Spent.
func (p *Reader) Read(body []byte, cache string, alive func()) (d document.Document, err error) {
	if cut(body) {
		return document.Document{}, refusal.Cut.Because(nil)
	}
	if err := p.start(cache, alive); err != nil {
		return document.Document{}, err
	}
	alive()
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	pdf, err := p.pool.GetInstanceWithContext(ctx)
	if err != nil {
		p.Spent = true
		return document.Document{}, fmt.Errorf("starting the PDF reader: %w", err)
	}
	defer func() {
		if fault := recover(); fault != nil {
			p.Spent = true
			d, err = document.Document{}, refusal.Damaged.Because(fmt.Errorf("the PDF reader broke down: %s", problem.Panicked(fault)))
		}
		if closing := pdf.Close(); closing != nil {
			p.Spent = true
		}
	}()
	opened, err := pdf.OpenDocument(&requests.OpenDocument{File: &body})
	switch {
	case errors.Is(err, pdferrors.ErrPassword), errors.Is(err, pdferrors.ErrSecurity):
		return document.Document{}, refusal.Locked.Because(err)
	case err != nil && bytes.Contains(body, []byte("/Encrypt")) && !bytes.Contains(body, []byte("/Filter/Standard")) && !bytes.Contains(body, []byte("/Filter /Standard")):
		return document.Document{}, refusal.Locked.Because(err)
	case err != nil:
		return document.Document{}, refusal.Damaged.Because(fmt.Errorf("opening the PDF: %w", err))
	}
	f := &file{pdf: pdf, doc: opened.Document, alive: alive}
	defer f.close()
	return f.read()
}

// file is an opened PDF.
type file struct {
	pdf   pdfium.Pdfium
	doc   references.FPDF_DOCUMENT
	form  *references.FPDF_FORMHANDLE // of its fields, nil until a page has some
	bare  bool                        // a field of the page being read has a value and no appearance
	alive func()
	drawn int // objects that were looked at for what they show
}

// close lets go of what was opened beside the document.
func (f *file) close() {
	if f.form != nil {
		_, _ = f.pdf.FPDFDOC_ExitFormFillEnvironment(&requests.FPDFDOC_ExitFormFillEnvironment{FormHandle: *f.form})
	}
}

func (f *file) read() (document.Document, error) {
	count, err := f.pdf.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: f.doc})
	if err != nil {
		return document.Document{}, refusal.Damaged.Because(fmt.Errorf("counting the pages: %w", err))
	}
	if count.PageCount == 0 {
		return document.Document{}, refusal.Damaged.Because(errors.New("no pages"))
	}
	var d document.Document
	if count.PageCount > maxPages {
		d.Warnings = append(d.Warnings, fmt.Sprintf("Only the first %d of %d pages were read.", maxPages, count.PageCount))
	}
	d.Pages = min(count.PageCount, maxPages)
	var pages []page
	var broken error
	size := 0
	for i := range d.Pages {
		page, err := f.page(i)
		f.alive()
		if err != nil {
			broken = err
			continue
		}
		pages = append(pages, page)
		if size += page.letters(); size > document.MaxText {
			break
		}
	}
	d.Blocks = layOut(pages)
	pictures := f.pictures(pages, d.Blocks)
	if n := len(pictures); n > 0 && n*2 >= len(pages) && len(d.Text()) < 20*n {
		if err := f.recognise(&pages, pictures); err != nil {
			return document.Document{}, err
		}
		d.Blocks, pictures = layOut(pages), nil
	}
	if len(d.Blocks) == 0 && broken != nil {
		return document.Document{}, refusal.Damaged.Because(broken)
	}
	if len(d.Blocks) == 0 {
		return document.Document{}, refusal.Empty.Because(nil)
	}
	if n := len(pictures); n > 0 {
		d.Warnings = append(d.Warnings, fmt.Sprintf("%d of %d pages are pictures with hardly any text, the first is page %d; what they show was not read.", n, d.Pages, pictures[0]+1))
	}
	if broken != nil {
		d.Warnings = append(d.Warnings, "Some pages are damaged and could not be read.")
	}
	d.Title = f.title()
	if d.Title == "" {
		d.Title = largestHeading(d.Blocks)
	}
	d.Language = document.Language("", d.Blocks)
	return d, nil
}

// title gives the title in the properties of the file.
func (f *file) title() string {
	r, err := f.pdf.FPDF_GetMetaText(&requests.FPDF_GetMetaText{Document: f.doc, Tag: "Title"})
	if err != nil || len(r.Value) > 300 {
		return ""
	}
	return document.OwnTitle(r.Value)
}

// largestHeading gives the first of the highest headings of the first two pages.
func largestHeading(blocks []document.Block) string {
	title, level := "", 7
	for _, b := range blocks {
		if b.Page > 2 {
			break
		}
		if b.Kind == document.KindHeading && b.Level < level {
			title, level = document.OneLine(b.Text), b.Level
		}
	}
	return title
}

// page reads the runs of text of a page, counted from 0.
func (f *file) page(i int) (page, error) {
	loaded, err := f.pdf.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: f.doc, Index: i})
	if err != nil {
		return page{}, fmt.Errorf("opening page %d: %w", i+1, err)
	}
	opened, without := f.fieldsAsText(loaded.Page, i)
	defer func() { _, _ = f.pdf.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: opened}) }()
	at := requests.Page{ByReference: &opened}
	p := page{number: i + 1}
	if size, err := f.pdf.FPDF_GetPageSizeByIndex(&requests.FPDF_GetPageSizeByIndex{Document: f.doc, Index: i}); err == nil {
		p.width, p.height = size.Width, size.Height
	}
	if r, err := f.pdf.FPDFPage_GetRotation(&requests.FPDFPage_GetRotation{Page: at}); err == nil {
		p.turn = int(r.PageRotation)
	}
	text, err := f.pdf.GetPageTextStructured(&requests.GetPageTextStructured{
		Page: at, Mode: requests.GetPageTextStructuredModeRects, CollectFontInformation: true,
	})
	if err != nil {
		return page{}, fmt.Errorf("reading page %d: %w", i+1, err)
	}
	for k, r := range text.Rects {
		s := readable(r.Text)
		if s == "" {
			continue
		}
		piece := run{text: s, left: r.PointPosition.Left, right: r.PointPosition.Right, top: r.PointPosition.Top, bottom: r.PointPosition.Bottom, field: k >= without}
		if f := r.FontInformation; f != nil {
			piece.size, piece.bold = f.RenderedSize, f.Weight >= 600 || boldFont(f.Name)
			if piece.size <= 0.1 {
				piece.size = f.Size
			}
		}
		p.runs = append(p.runs, piece)
	}
	drawn := f.drawing(at)
	p.runs = slices.DeleteFunc(p.runs, drawn.hides)
	p.across, p.upright = drawn.across, drawn.upright
	if err := f.byLetters(at, &p); err != nil {
		return page{}, fmt.Errorf("reading page %d: %w", i+1, err)
	}
	p.runs = drawn.ticked(p.runs)
	if turn := f.written(at, p); turn != 0 {
		p.turn, p.width, p.height = turn, p.height, p.width
	}
	for i, r := range p.runs {
		p.runs[i] = r.turned(p)
	}
	return p, nil
}

// byLetters looks at the letters of pages whose pieces do not do: those placed letter by letter,
// and runs that are wider than their letters, because some programs draw all cells of a table's
// row as one text with large steps in it.
func (f *file) byLetters(at requests.Page, p *page) error {
	pieces := inPieces(p.runs)
	if !pieces && !slices.ContainsFunc(p.runs, func(r run) bool { return r.stretched() || spacedOut.MatchString(strings.TrimSpace(r.text)) }) {
		return nil
	}
	text, err := f.pdf.GetPageTextStructured(&requests.GetPageTextStructured{Page: at, Mode: requests.GetPageTextStructuredModeChars})
	if err != nil {
		return fmt.Errorf("reading its letters: %w", err)
	}
	if pieces {
		p.runs = fromLetters(text.Chars, p.runs)
		return nil
	}
	var out []run
	for _, r := range p.runs {
		switch {
		case spacedOut.MatchString(strings.TrimSpace(r.text)):
			r.text = r.inWords(text.Chars)
			out = append(out, r)
		case r.stretched():
			out = append(out, r.split(text.Chars)...)
		default:
			out = append(out, r)
		}
	}
	p.runs = out
	return nil
}

// written is how many quarter turns clockwise a page has to be turned to be read whose text runs up or down it: tables
// that are wider than the paper are printed so. It is 0 where the page is shown turned already or most text runs across.
func (f *file) written(at requests.Page, p page) int {
	upright, across := 0, 0
	for _, r := range p.runs {
		switch wide, high := r.right-r.left, r.top-r.bottom; {
		case utf8.RuneCountInString(r.text) < 4:
		case high > 1.5*wide:
			upright++
		default:
			across++
		}
	}
	if p.turn != 0 || upright <= 4*across {
		return 0
	}
	text, err := f.pdf.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: at})
	if err != nil {
		return 0
	}
	defer func() { _, _ = f.pdf.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: text.TextPage}) }()
	angle, err := f.pdf.FPDFText_GetCharAngle(&requests.FPDFText_GetCharAngle{TextPage: text.TextPage, Index: 0})
	switch {
	case err != nil:
		return 0
	case math.Abs(math.Sin(float64(angle.CharAngle))) < 0.9:
		return 0
	case math.Sin(float64(angle.CharAngle)) > 0: // counted clockwise
		return 3
	}
	return 1
}
