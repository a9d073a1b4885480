package crawl

import (
	"bufio"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"io"
	"net/http"
	"strings"
)

var errPacked = errors.New("the answer is packed in a way that was not asked for")

// unpacked is the body of an answer that the transport did not unpack: we ask for gzip only, which
// it does, and some servers send what they like. Names that are no packing, such as "utf-8", are
// a mistake of the server's that browsers forgive.
func unpacked(response *http.Response) io.ReadCloser {
	var unpack func(io.Reader) (io.Reader, error)
	switch strings.ToLower(strings.TrimSpace(response.Header.Get("Content-Encoding"))) {
	case "gzip", "x-gzip":
		unpack = func(r io.Reader) (io.Reader, error) { return gzip.NewReader(r) }
	case "deflate":
		unpack = inflate
	case "br", "zstd", "compress", "x-compress":
		unpack = func(io.Reader) (io.Reader, error) { return nil, errPacked }
	default:
		return response.Body
	}
	return &unpacking{Closer: response.Body, packed: response.Body, unpack: unpack}
}

// inflate reads what servers call deflate: zlib as the standard says, or the bare stream.
func inflate(r io.Reader) (io.Reader, error) {
	in := bufio.NewReader(r)
	if head, _ := in.Peek(2); len(head) == 2 && head[0]&0x0f == 8 && (int(head[0])<<8|int(head[1]))%31 == 0 {
		return zlib.NewReader(in)
	}
	return flate.NewReader(in), nil
}

// unpacking unpacks when it is read: answers whose text nobody wants have none.
type unpacking struct {
	io.Closer
	packed io.Reader
	unpack func(io.Reader) (io.Reader, error)
	text   io.Reader
}

func (u *unpacking) Read(b []byte) (int, error) {
	if u.text == nil {
		text, err := u.unpack(u.packed)
		if err != nil {
			return 0, err
		}
		u.text = text
	}
	return u.text.Read(b)
}

// interrupted names why a body could not be read to its end although the answer had begun.
func interrupted(err error) Reason {
	var corrupt flate.CorruptInputError
	switch {
	case errors.Is(err, errPacked), errors.Is(err, gzip.ErrHeader), errors.Is(err, gzip.ErrChecksum), errors.Is(err, zlib.ErrHeader), errors.Is(err, zlib.ErrChecksum), errors.As(err, &corrupt):
		return Packed
	}
	if reason := failure(err).Reason; reason != Unreachable {
		return reason
	}
	return BrokenOff
}

// unzipped unpacks a file that is packed by itself, whatever its header says, and hands on any other.
func unzipped(r io.Reader) (io.Reader, error) {
	in := bufio.NewReader(r)
	if magic, _ := in.Peek(2); !bytes.Equal(magic, []byte{0x1f, 0x8b}) {
		return in, nil
	}
	return gzip.NewReader(in)
}
