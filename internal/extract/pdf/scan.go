package pdf

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/png"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/klippa-app/go-pdfium/requests"

	"github.com/webchatagent/wca/internal/extract/refusal"
)

// Scans are read by the program tesseract where it is installed. It runs inside the limits of the
// child process.
const (
	scanDPI      = 250
	maxScanPages = 50 // more would take longer than a file may
	scanPatience = 40 * time.Second
	// sureEnough is the confidence, in percent, below which a word is rather a stain.
	sureEnough = 35
)

// recognise reads the pictures of pages into their runs; without a program for it the file is
// refused.
func (f *file) recognise(pages *[]page, pictures []int) error {
	program, err := exec.LookPath("tesseract")
	if err != nil {
		return refusal.Scanned.Because(nil)
	}
	languages := scanLanguages(program)
	for _, i := range pictures[:min(len(pictures), maxScanPages)] {
		runs, err := f.scan(program, languages, i)
		f.alive()
		if err != nil {
			return refusal.Damaged.Because(fmt.Errorf("reading the picture of page %d: %w", i+1, err))
		}
		at := slices.IndexFunc(*pages, func(p page) bool { return p.number == i+1 })
		if read := (page{runs: runs}); at >= 0 && read.letters() > (*pages)[at].letters() { // what is written there can be seen, too
			(*pages)[at].runs = runs
		}
	}
	return nil
}

// scanLanguages are the languages that are installed of those we read.
func scanLanguages(program string) string {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	out, err := exec.CommandContext(ctx, program, "--list-langs").Output()
	if err != nil {
		return "eng"
	}
	have := strings.Fields(string(out))
	var use []string
	for _, l := range []string{"deu", "eng"} {
		if slices.Contains(have, l) {
			use = append(use, l)
		}
	}
	if len(use) == 0 {
		return "eng"
	}
	return strings.Join(use, "+")
}

// scan draws a page and has its letters recognised.
func (f *file) scan(program, languages string, i int) ([]run, error) {
	drawn, err := f.pdf.RenderPageInDPI(&requests.RenderPageInDPI{
		DPI: scanDPI, Page: requests.Page{ByIndex: &requests.PageByIndex{Document: f.doc, Index: i}}, ImageFormat: requests.RenderImageFormatGrayscale,
	})
	if err != nil {
		return nil, fmt.Errorf("drawing it: %w", err)
	}
	var picture bytes.Buffer
	size := drawn.Result.RenderedImage.Bounds()
	err = (&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(&picture, image.Image(drawn.Result.RenderedImage))
	drawn.Cleanup()
	if err != nil {
		return nil, fmt.Errorf("keeping the picture: %w", err)
	}
	f.alive()
	ctx, cancel := context.WithTimeout(context.Background(), scanPatience)
	defer cancel()
	cmd := exec.CommandContext(ctx, program, "stdin", "stdout", "-l", languages, "--dpi", strconv.Itoa(scanDPI), "tsv")
	cmd.Env = append(cmd.Environ(), "OMP_THREAD_LIMIT=1")
	cmd.Stdin = &picture
	var messages tail200
	cmd.Stderr = &messages
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("%w: %s", err, messages.text)
	}
	return scannedRuns(string(out), float64(size.Dy())), nil
}

// tail200 keeps the end of what a program complains about.
type tail200 struct{ text []byte }

func (t *tail200) Write(p []byte) (int, error) {
	t.text = append(t.text, p...)
	t.text = t.text[max(0, len(t.text)-200):]
	return len(p), nil
}

// scannedRuns reads tesseract's table of words (level, page, block, paragraph, line, word, left, top,
// width, height, confidence, text; pixels from the upper left corner) as runs, one a line. A gap
// wider than any space begins a new run: what follows may be another column.
func scannedRuns(table string, height float64) []run {
	const scale = 72.0 / scanDPI
	var out []run
	line := ""
	for row := range strings.Lines(table) {
		cells := strings.SplitN(strings.TrimRight(row, "\n"), "\t", 12)
		if len(cells) < 12 || cells[0] != "5" || strings.TrimSpace(cells[11]) == "" {
			continue
		}
		n := make([]float64, 5)
		bad := false
		for i := range n {
			v, err := strconv.ParseFloat(cells[6+i], 64)
			n[i], bad = v, bad || err != nil
		}
		if bad || n[4] < sureEnough {
			continue
		}
		r := run{
			text: readable(cells[11]), left: n[0] * scale, right: (n[0] + n[2]) * scale, top: (height - n[1]) * scale, bottom: (height - n[1] - n[3]) * scale, size: n[3] * scale,
		}
		if r.text == "" {
			continue
		}
		place := strings.Join(cells[2:5], " ")
		if k := len(out) - 1; place == line && k >= 0 && r.left-out[k].right < 1.2*max(r.size, out[k].size) {
			out[k].text += " " + r.text
			out[k].right, out[k].top, out[k].bottom, out[k].size = r.right, max(out[k].top, r.top), min(out[k].bottom, r.bottom), max(out[k].size, r.size)
			continue
		}
		line = place
		out = append(out, r)
	}
	return out
}
