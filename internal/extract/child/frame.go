package child

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

// The kinds of frames.
const (
	request = 'Q'
	alive   = '.' // the child is working, no content
	answer  = 'A'
)

var errFrame = errors.New("malformed frame")

func writeFrame(w io.Writer, kind byte, content []byte) error {
	head := make([]byte, 5, 5+len(content))
	head[0] = kind
	binary.BigEndian.PutUint32(head[1:], uint32(len(content)))
	if _, err := w.Write(append(head, content...)); err != nil {
		return fmt.Errorf("writing to the other process: %w", err)
	}
	return nil
}

// readFrame reads a frame of at most limit bytes; io.EOF means there is none.
func readFrame(r io.Reader, limit int64) (kind byte, content []byte, err error) {
	var head [5]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		return 0, nil, err
	}
	n := int64(binary.BigEndian.Uint32(head[1:]))
	if head[0] != request && head[0] != alive && head[0] != answer {
		return 0, nil, fmt.Errorf("%w: it begins with %q", errFrame, head[0])
	}
	if n > limit {
		return 0, nil, ErrOutput
	}
	// Memory grows with what arrives, not with what is announced.
	content, err = io.ReadAll(io.LimitReader(r, n))
	if err != nil {
		return 0, nil, err
	}
	if int64(len(content)) < n {
		return 0, nil, io.ErrUnexpectedEOF
	}
	return head[0], content, nil
}
