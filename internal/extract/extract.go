package extract

import (
	"context"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"github.com/webchatagent/wca/internal/extract/charset"
	"github.com/webchatagent/wca/internal/extract/child"
	"github.com/webchatagent/wca/internal/extract/document"
	"github.com/webchatagent/wca/internal/extract/plain"
	"github.com/webchatagent/wca/internal/extract/refusal"
	"github.com/webchatagent/wca/internal/extract/webpage"
)

// Options of an Extractor. The zero value works.
type Options struct {
	// Child is the command that reads PDF and office files: a program and its
	// arguments that calls ServeChild. Nil means this program with the argument
	// "extract-child".
	Child []string
	// CacheDir is a folder for the compiled PDF reader (about 20 MB), which makes
	// the child start in a tenth of a second instead of several. "" means none.
	CacheDir string
	// Log is told about children that had to be stopped; nil means nobody.
	Log *slog.Logger
	// MaxBytes is the largest body that is read; 0 means 50 MiB. Web pages and
	// other text are read up to a fifth of it.
	MaxBytes int64
	// Timeout is how long one file may take in the child; 0 means two
	// minutes. One that shows no progress is stopped after some seconds.
	Timeout time.Duration
	// Idle is how long a child waits for the next file before it ends; 0 means
	// 60 s.
	Idle time.Duration
}

// Input is what is to be read.
type Input struct {
	Name        string // file name or path, may be ""
	ContentType string // as declared by the server or uploader, may be ""
	URL         string // of a web page, the base of its links
	Body        []byte
}

// Extractor reads pages and files. It may be used by many goroutines.
type Extractor struct {
	o Options

	mu     sync.Mutex
	worker *child.Worker
	closed bool
}

// New makes an Extractor. Nothing is started before the first file that needs it.
func New(o Options) *Extractor {
	if o.MaxBytes <= 0 {
		o.MaxBytes = 50 << 20
	}
	if o.Timeout <= 0 {
		o.Timeout = 2 * time.Minute
	}
	if o.Idle <= 0 {
		o.Idle = time.Minute
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	return &Extractor{o: o}
}

// Close waits for the file being read and ends the child process.
func (e *Extractor) Close() error {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.closed = true
	if e.worker == nil {
		return nil
	}
	return e.worker.Close()
}

// Extract reads a page or file. What is wrong with it is a *refusal.Error; other errors
// are those of ctx and of this machine. A web page refused because it is empty or
// asks for a password still gives a Document with its Links.
func (e *Extractor) Extract(ctx context.Context, in Input) (document.Document, error) {
	if err := ctx.Err(); err != nil {
		return document.Document{}, err
	}
	if n := int64(len(in.Body)); n > e.o.MaxBytes {
		return document.Document{}, refusal.Oversized(n, e.o.MaxBytes)
	}
	f, err := recognise(in)
	if err != nil {
		return document.Document{}, err
	}
	if !f.apart() && int64(len(in.Body)) > e.o.MaxBytes/5 {
		return document.Document{}, refusal.LongText.Because(nil, len(in.Body)>>20, e.o.MaxBytes/5>>20)
	}
	var d document.Document
	if f.apart() {
		d, err = e.readApart(ctx, f, in)
	} else {
		d, err = read(f, in)
	}
	if err != nil {
		return d, err
	}
	if f != formatHTML { // the numbers of a page's lists are not in its text
		clausesInFull(d.Blocks)
	}
	quotationsAsText(d.Blocks)
	ticksInWords(d.Blocks, d.Language)
	d.Blocks = questionsAsHeadings(d.Blocks)
	d.Trim()
	if len(d.Blocks) == 0 {
		return d, refusal.Empty.Because(nil)
	}
	return d, nil
}

func read(f format, in Input) (document.Document, error) {
	source := charset.Decode(in.Body, in.ContentType)
	switch f {
	case formatHTML:
		return webpage.Read(source, in.URL)
	case formatMarkdown:
		return plain.Markdown(source)
	case formatCSV:
		return plain.CSV(source)
	case formatJSON:
		return plain.JSON(source)
	case formatXML:
		return plain.XML(source)
	case formatText:
		return plain.Text(source), nil
	}
	return document.Document{}, fmt.Errorf("no reader for %q", f)
}
