//go:build !linux

package child

import (
	"runtime/debug"
	"time"
)

// apply bounds the calling process. Outside Linux the limit of memory is a wish
// to the garbage collector only; time is bounded by the Worker everywhere.
func (l Limits) apply() error {
	debug.SetMemoryLimit(l.Memory * 8 / 10)
	return nil
}

// spent is the processor time this process has used; only Linux knows.
func spent() time.Duration { return 0 }

// spentBy is the processor time that another process has used; only Linux is asked.
func spentBy(int) time.Duration { return unknown }
