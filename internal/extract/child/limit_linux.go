package child

import (
	"fmt"
	"runtime/debug"
	"time"

	"golang.org/x/sys/unix"
)

// apply bounds the calling process for the rest of its life. Over the limit of
// memory the process breaks down, at the limit of processor time it is killed
// even when nobody watches it any more.
//
// What is counted is data (RLIMIT_DATA, since Linux 4.7 all private writable
// memory) and not address space, of which Go reserves more than it uses.
func (l Limits) apply() error {
	// Collect garbage in time rather than run into the wall.
	debug.SetMemoryLimit(l.Memory * 8 / 10)
	for _, r := range []struct {
		name string
		what int
		most uint64
	}{
		{"memory", unix.RLIMIT_DATA, uint64(l.Memory)},
		{"processor time", unix.RLIMIT_CPU, uint64(l.CPU/time.Second) + 1},
		{"open files", unix.RLIMIT_NOFILE, 256},
		{"core dumps", unix.RLIMIT_CORE, 0},
	} {
		if err := unix.Setrlimit(r.what, &unix.Rlimit{Cur: r.most, Max: r.most}); err != nil {
			return fmt.Errorf("limiting %s: %w", r.name, err)
		}
	}
	return nil
}

// spent is the processor time this process has used.
func spent() time.Duration {
	var u unix.Rusage
	if err := unix.Getrusage(unix.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// spentBy is the processor time that another process has used, by its clock: clock_getcpuclockid(3) of the Linux kernel
// makes the clock's number of the process's.
func spentBy(pid int) time.Duration {
	const schedulerClock = 2
	var t unix.Timespec
	if err := unix.ClockGettime(int32(^pid<<3|schedulerClock), &t); err != nil {
		return unknown
	}
	return time.Duration(t.Nano())
}
