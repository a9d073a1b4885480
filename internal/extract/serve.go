package extract

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"runtime/debug"
	"time"

	"github.com/webchatagent/wca/internal/extract/child"
	"github.com/webchatagent/wca/internal/extract/document"
	"github.com/webchatagent/wca/internal/extract/office"
	"github.com/webchatagent/wca/internal/extract/pdf"
	"github.com/webchatagent/wca/internal/extract/refusal"
	"github.com/webchatagent/wca/internal/extract/rtf"
	"github.com/webchatagent/wca/internal/problem"
)

// order is what the child is asked to do; the body follows it.
type order struct {
	Format format
	Cache  string // folder for the compiled PDF reader
}

// report is the child's answer.
type report struct {
	Document *document.Document `json:",omitempty"`
	Refusal  *wireError         `json:",omitempty"`
}

// wireError carries a *refusal.Error between the processes.
type wireError struct {
	Code            string
	Said            []string
	Message, Reason string
}

func packOrder(o order, body []byte) ([]byte, error) {
	head, err := json.Marshal(o)
	if err != nil {
		return nil, fmt.Errorf("packing an order: %w", err)
	}
	out := make([]byte, 4, 4+len(head)+len(body))
	binary.BigEndian.PutUint32(out, uint32(len(head)))
	return append(append(out, head...), body...), nil
}

func unpackOrder(b []byte) (o order, body []byte, err error) {
	if len(b) < 4 || int64(binary.BigEndian.Uint32(b)) > int64(len(b)-4) {
		return o, nil, errors.New("unpacking an order: it is cut short")
	}
	end := 4 + int(binary.BigEndian.Uint32(b))
	if err := json.Unmarshal(b[4:end], &o); err != nil {
		return o, nil, fmt.Errorf("unpacking an order: %w", err)
	}
	return o, b[end:], nil
}

// What a child may use. A file is stopped earlier by the clock of the parent; the
// processor time ends a child whose parent is gone.
const (
	childMemory = 1 << 30
	childCPU    = 10 * time.Minute
)

// ServeChild is the main loop of the child process: it reads files from stdin and
// writes documents to stdout until stdin ends. It limits the whole process, so
// the program does nothing else. The hidden command `wca extract-child` calls it.
func ServeChild(stdin io.Reader, stdout io.Writer) error {
	reader := &pdf.Reader{}
	return child.Serve(stdin, stdout, child.Limits{Memory: childMemory, CPU: childCPU}, func(content []byte, alive func()) []byte {
		d, err := obey(reader, content, alive)
		if reader.Spent {
			// What a file left behind in the reader's memory must not meet the next.
			reader = &pdf.Reader{}
		}
		answer := report{Document: &d}
		var e *refusal.Error
		switch {
		case errors.As(err, &e):
			answer = report{Refusal: &wireError{e.Code, e.Said, e.Message, fmt.Sprint(e.Err)}}
		case err != nil:
			e = refusal.Damaged.Because(err)
			answer = report{Refusal: &wireError{e.Code, e.Said, e.Message, err.Error()}}
		}
		reply, err := json.Marshal(answer)
		if err != nil {
			return nil // not JSON: the parent refuses it
		}
		debug.FreeOSMemory()
		return reply
	})
}

// obey reads one file. A panic of a reader is a damaged file.
func obey(reader *pdf.Reader, content []byte, alive func()) (d document.Document, err error) {
	defer func() {
		if p := recover(); p != nil {
			d, err = document.Document{}, refusal.Damaged.Because(fmt.Errorf("the reader gave up: %s", problem.Panicked(p)))
		}
	}()
	o, body, err := unpackOrder(content)
	if err != nil {
		return document.Document{}, err
	}
	if o.Format == formatPDF {
		d, err = reader.Read(body, o.Cache, alive)
	} else {
		d, err = readOffice(o.Format, body)
	}
	if err != nil {
		return document.Document{}, err
	}
	d.Trim()
	return d, nil
}

// readOffice reads the formats of office programs.
func readOffice(f format, body []byte) (document.Document, error) {
	switch f {
	case formatDOCX:
		return office.DOCX(body)
	case formatXLSX:
		return office.XLSX(body)
	case formatPPTX:
		return office.PPTX(body)
	case formatODF:
		return office.ODF(body)
	case formatEPUB:
		return office.EPUB(body)
	case formatRTF:
		return rtf.Read(body)
	}
	return document.Document{}, fmt.Errorf("no reader for %q", f)
}
