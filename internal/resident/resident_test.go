package resident

import (
	"bytes"
	_ "embed"
	"testing"
)

func TestOnlyWholePagesAreAdvisedOn(t *testing.T) {
	const page = 8
	for _, c := range []struct {
		at         uintptr
		size       int
		from, upTo int
	}{
		{0, 24, 0, 24}, {0, 23, 0, 16}, {3, 30, 5, 29}, {3, 12, 5, 5}, {7, 9, 1, 9}, {1, 6, 0, 0}, {0, 0, 0, 0},
	} {
		b := make([]byte, c.size)
		for i := range b {
			b[i] = byte(i)
		}
		if got := whole(b, c.at, page); len(got) != c.upTo-c.from || len(got) > 0 && int(got[0]) != c.from {
			t.Errorf("at %d, %d bytes: %v, want bytes %d to %d", c.at, c.size, got, c.from, c.upTo)
		}
	}
}

//go:embed resident_test.go
var file []byte

func TestDataComesFromTheFileAgain(t *testing.T) {
	before := bytes.Clone(file)
	Done(file)
	Sparsely(file)
	if !bytes.Equal(file, before) {
		t.Error("the data is another after it was let go of")
	}
}
