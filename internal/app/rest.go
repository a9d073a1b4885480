package app

import (
	"context"
	"runtime/debug"
	"runtime/metrics"
	"time"

	"github.com/webchatagent/wca/internal/resident"
)

// restLook is how often a server looks whether it has become quiet.
const restLook = 30 * time.Second

// quietBytes is what a server that nobody asks allocates in that time at most. A question takes some megabytes.
const quietBytes = 8 << 20

// calm knows when work has ended.
type calm struct {
	allocated uint64 // in bytes, since the program began
	busy      bool
}

// ends reports, once each time, that there was work and is none any more. allocated is how many bytes the program has allocated
// since it began.
func (c *calm) ends(allocated uint64) bool {
	quiet := allocated-c.allocated < quietBytes
	ended := quiet && c.busy
	c.allocated, c.busy = allocated, !quiet
	return ended
}

// rest gives back, when work has ended, the memory that it needed: the garbage collector keeps that for as long as nothing
// makes it run, and what was looked at of the program's own file would stay in memory, too. Call it every restLook.
func (a *App) rest(ctx context.Context) error {
	allocated := []metrics.Sample{{Name: "/gc/heap/allocs:bytes"}}
	metrics.Read(allocated)
	if !a.calm.ends(allocated[0].Value.Uint64()) {
		return nil
	}
	short, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	if err := a.DB.Rest(short); err != nil {
		a.Log.Debug("the database keeps its memory", "error", err)
	}
	a.release()
	return nil
}

// release gives back memory that is not needed now.
func (a *App) release() {
	debug.FreeOSMemory()
	if err := resident.Rest(); err != nil {
		a.Log.Debug("the program's own file stays in memory", "error", err)
	}
}
