package extract

import (
	"context"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"github.com/webchatagent/wca/internal/extract/child"
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

// Extract reads a page or file. What is wrong with it is an *Error; other errors
// are those of ctx and of this machine. A web page refused because it is empty or
// asks for a password still gives a Document with its Links.
func (e *Extractor) Extract(ctx context.Context, in Input) (Document, error) {
	if err := ctx.Err(); err != nil {
		return Document{}, err
	}
	if n := int64(len(in.Body)); n > e.o.MaxBytes {
		return Document{}, Oversized(n, e.o.MaxBytes)
	}
	f, err := recognise(in)
	if err != nil {
		return Document{}, err
	}
	if !f.apart() && int64(len(in.Body)) > e.o.MaxBytes/5 {
		return Document{}, longText.because(nil, len(in.Body)>>20, e.o.MaxBytes/5>>20)
	}
	var d Document
	if f.apart() {
		d, err = e.readApart(ctx, f, in)
	} else {
		d, err = read(f, in)
	}
	if err != nil {
		return d, err
	}
	quotationsAsText(d.Blocks)
	ticksInWords(d.Blocks, d.Language)
	d.Blocks = questionsAsHeadings(d.Blocks)
	d.trim()
	if len(d.Blocks) == 0 {
		return d, isEmpty.because(nil)
	}
	return d, nil
}

func read(f format, in Input) (Document, error) {
	switch f {
	case formatHTML:
		return readHTML(in)
	case formatMarkdown:
		return readMarkdown(in)
	case formatCSV:
		return readCSV(in)
	case formatJSON:
		return readJSON(in)
	case formatXML:
		return readXML(in)
	case formatText:
		return readPlain(in)
	}
	return Document{}, fmt.Errorf("no reader for %q", f)
}
