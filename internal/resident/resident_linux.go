package resident

import (
	"fmt"
	"os"
	"unsafe"

	"golang.org/x/sys/unix"
)

// Sparsely says that b is looked at here and there: the kernel is not to bring in what lies around.
func Sparsely(b []byte) { advise(b, unix.MADV_RANDOM) }

// Done says that b was read and is not needed for now: it comes from the file again if it is. b must be data
// of the program's file that was never written to.
func Done(b []byte) { advise(b, unix.MADV_DONTNEED) }

func advise(b []byte, how int) {
	if len(b) == 0 {
		return
	}
	if pages := whole(b, uintptr(unsafe.Pointer(unsafe.SliceData(b))), os.Getpagesize()); len(pages) > 0 {
		_ = unix.Madvise(pages, how) // advice: nothing depends on it
	}
}

// Rest says that the program has done what it does rarely: its code and constants leave memory and come from
// its file again, page by page, as they are needed.
func Rest() error {
	path, err := os.Executable()
	if err != nil {
		return fmt.Errorf("looking for the program's file: %w", err)
	}
	mappings, err := os.ReadFile("/proc/self/smaps")
	if err != nil {
		return fmt.Errorf("reading how the program lies in memory: %w", err)
	}
	for _, m := range unchanged(string(mappings), path) {
		_, _, _ = unix.Syscall(unix.SYS_MADVISE, m.from, m.to-m.from, unix.MADV_DONTNEED) // advice
	}
	return nil
}
