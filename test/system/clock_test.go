package system

import (
	"context"
	"log/slog"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/webchatagent/wca/internal/app"
	"github.com/webchatagent/wca/internal/retention"
	"github.com/webchatagent/wca/internal/token"
)

// A clock that leaps ahead, or a server that was off for long, deletes nothing by age before the clock has said the
// same for an hour; what is over then goes, and nothing goes where the clock was put right (F28).
func TestALeapingClockDeletesNothingAtOnce_E4_F28(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		flags := map[string]string{"listen": "127.0.0.1:0"}
		for k, v := range settings {
			flags[k] = v
		}
		i := begin(t, flags).read()
		i.ask("", openOnSaturday)
		must(t, i.app.DB.RecordRetention(t.Context(), retention.Run{Workspace: i.bot.Workspace, Bot: i.bot.ID, ID: "idle", At: time.Now()}))

		var ahead atomic.Int64 // minutes
		other, err := app.Open(t.Context(), i.config, app.Options{Version: "test", Log: slog.New(slog.NewTextHandler(&locked{w: i.log}, nil)),
			Now: func() time.Time { return time.Now().Add(time.Duration(ahead.Load()) * time.Minute) }})
		must(t, err)
		run := func(then func()) {
			ctx, stop := context.WithCancel(t.Context())
			must(t, other.Run(ctx, func(string) { then(); stop() }))
		}
		stored := func() int {
			all, err := i.app.DB.Sessions(t.Context(), i.bot.Workspace, i.bot.ID, "", 10, 0)
			must(t, err)
			return len(all)
		}
		const leap = 400 * 24 * 60
		ahead.Store(leap)
		run(func() {
			time.Sleep(2500 * time.Millisecond)
			ahead.Store(leap + 59)
			time.Sleep(2500 * time.Millisecond)
			if stored() != 1 {
				t.Error("a clock that leapt has deleted a conversation")
			}
			ahead.Store(61) // put right
			time.Sleep(2500 * time.Millisecond)
			if stored() != 1 {
				t.Error("a clock that was put right has deleted a conversation")
			}
		})
		ahead.Store(leap)
		run(func() { ahead.Store(leap + 61); time.Sleep(2500 * time.Millisecond) })
		if stored() != 0 {
			t.Error("what is over stays for ever")
		}
		must(t, other.Close())
		if !strings.Contains(i.log.String(), "clock is wrong") {
			t.Errorf("nobody is told: %s", i.log)
		}
	})
}

// What a clock that was ahead has written is erased after it, so that no backup brings it back for newer than its erasure; the
// receipt says why its time is one that has not come yet.
func TestAReceiptOfATimeToComeSaysWhy_K2_F28(t *testing.T) {
	i := begin(t, nil).read()
	ahead := i.ask("", openOnSaturday)
	i.ask("", openOnSaturday)
	lite, _ := i.app.DB.Pools()
	_, err := lite.ExecContext(t.Context(), "UPDATE session SET created_at = ?, last_at = ? WHERE hash = ?", time.Now().AddDate(1, 0, 0).UnixMicro(), time.Now().AddDate(1, 0, 0).UnixMicro(), token.Hash(ahead.Session))
	must(t, err)
	all, err := i.app.DB.Sessions(t.Context(), i.bot.Workspace, i.bot.ID, "", 10, 0)
	must(t, err)
	d := &desk{t: t, dir: t.TempDir(), env: []string{"WCA_DATA=" + i.config.Data}}
	for n, s := range all { // the latest first
		const why = "nothing is left; its time is that of what was erased, which a clock that was ahead has written"
		if out := d.ok("erase", "session", s.ID, "--yes"); strings.Contains(out, why) != (n == 0) {
			t.Errorf("conversation %d: %s", n, out)
		}
	}
}
