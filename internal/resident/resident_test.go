package resident

import (
	"bytes"
	_ "embed"
	"slices"
	"strings"
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

func TestOnlyWhatStandsInTheFileAsItIsMayLeaveMemory(t *testing.T) {
	const smaps = `00400000-01459000 r-xp 00000000 08:02 173521                             /opt/my wca
Size:              16740 kB
Anonymous:             0 kB
VmFlags: rd ex mr mw me
01459000-02594000 r--p 01059000 08:02 173521                             /opt/my wca
Anonymous:             0 kB
02594000-02595000 r--p 01059000 08:02 173521                             /opt/my wca
Anonymous:             4 kB
02595000-03145000 rw-p 02194000 08:02 173521                             /opt/my wca
Anonymous:             0 kB
03145000-03146000 r--p 00000000 08:02 173522                             /opt/other wca
Anonymous:             0 kB
c000000000-c000400000 rw-p 00000000 00:00 0
Anonymous:          4096 kB
7ffd1000-7ffd2000 r-xp 00000000 00:00 0                          [vdso]
Anonymous:             0 kB
`
	want := []mapping{{0x400000, 0x1459000}, {0x1459000, 0x2594000}}
	if got := unchanged(smaps, "/opt/my wca"); !slices.Equal(got, want) {
		t.Errorf("found %x, want %x", got, want)
	}
}

func TestTheProgramGoesOnAfterARest(t *testing.T) {
	if err := Rest(); err != nil {
		t.Fatal(err)
	}
	if got := strings.Repeat("still here ", 2); got != "still here still here " {
		t.Error("a constant is another:", got)
	}
}
