package pdf

import (
	"compress/gzip"
	_ "embed"
	"fmt"
	"io"
	"strings"
)

//go:generate go run ./pack

// packedPDFium is PDFium as the module go-pdfium carries it, compressed. It is unpacked in the child, when the first
// PDF comes.
//
//go:embed pdfium.wasm.gz
var packedPDFium string

func unpackPDFium() ([]byte, error) {
	r, err := gzip.NewReader(strings.NewReader(packedPDFium))
	if err != nil {
		return nil, fmt.Errorf("unpacking the PDF reader: %w", err)
	}
	module, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("unpacking the PDF reader: %w", err)
	}
	return module, nil
}
