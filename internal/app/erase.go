package app

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/webchatagent/wca/internal/conversation"
	"github.com/webchatagent/wca/internal/erasure"
	"github.com/webchatagent/wca/internal/job"
	"github.com/webchatagent/wca/internal/journal"
)

// openEraser wires the eraser and the journal, and brings the journal and the database to the same
// knowledge before anything of an older backup is shown to anybody or goes anywhere.
func (a *App) openEraser(ctx context.Context) error {
	path := a.Config.Erasures
	if path == "" {
		path = filepath.Join(a.Config.Data, "erasures.jsonl")
	}
	a.Eraser = &erasure.Eraser{Store: a.DB, Journal: journal.Journal(path), Years: a.Config.ErasureYears, Memory: memory{a}, Now: a.now, Log: a.Log}
	a.Desk.Eraser, a.Desk.Journal = a.Eraser, a.Eraser.Journal
	if err := a.Eraser.Journal.Writable(); err != nil {
		return err
	}
	if used, err := a.DB.LastKept(ctx, a.now()); err != nil {
		return fmt.Errorf("looking when the database was last in use: %w", err)
	} else if since := a.Eraser.Since(); !used.IsZero() && used.Before(since) {
		a.Log.Warn("the database is older than what the journal still knows: what was erased or wished between these days may be there again; look for it before you go on",
			"last used", used.Format(time.DateOnly), "journal since", since.Format(time.DateOnly))
	}
	return a.catchUp(ctx)
}

// catchUp brings the journal and the database to the same knowledge.
func (a *App) catchUp(ctx context.Context) error {
	erasures, wishes := a.Eraser.Journalled(), a.Desk.Journalled(a.Eraser.Since())
	err := a.Eraser.Journal.Reconcile(ctx, erasures, wishes)
	if erasures.Done+wishes.Done > 0 {
		a.Log.Warn("an older backup had come back, or an erasure was broken off: what was erased since then was erased again, what visitors wished since then holds again", "erased", erasures.Done, "wished", wishes.Done)
	}
	if erasures.Renewed+wishes.Renewed > 0 {
		a.Log.Warn("the journal lacked what the database knows: it was lost, damaged or is another server's; it has been completed", "file", string(a.Eraser.Journal), "erasures", erasures.Renewed, "wishes", wishes.Renewed)
	}
	return err
}

// eraseReturned erases what stands in the database again though it knows itself that it was erased.
func (a *App) eraseReturned(ctx context.Context) error {
	n, err := a.Eraser.Returned(ctx)
	if n > 0 {
		a.Log.Warn("what was erased stood in the database again: tables of an older backup had come back without the others. It was erased again; objections of that time hold again after a start", "erased", n)
	}
	if err != nil {
		return fmt.Errorf("looking whether erased things have come back: %w", err)
	}
	return nil
}

// forgetErasures lets receipts go whose years are over, and what the journal says of them. That is much to read, so
// it is done once for a year and after each start.
func (a *App) forgetErasures(ctx context.Context) error {
	since := a.Eraser.Since()
	if a.forgotten.Equal(since) {
		return nil
	}
	receipts, err := a.Eraser.Expire(ctx)
	if err != nil {
		return fmt.Errorf("letting receipts of erasures go: %w", err)
	}
	lines, err := a.Eraser.Journal.Forget(ctx, a.Eraser.Journalled(), a.Desk.Journalled(since))
	if err != nil {
		return fmt.Errorf("letting entries of the journal go: %w", err)
	}
	if receipts+lines > 0 {
		a.Log.Info("receipts of erasures whose years were over", "receipts", receipts, "lines of the journal", lines)
	}
	a.forgotten = since
	return nil
}

// putBack makes a database that was put back while this server runs fit to be served; it may be one of an earlier version. What
// is remembered of the former one goes: numbers of indexes may come again for something else.
func (a *App) putBack(ctx context.Context) error {
	for _, step := range []func(ctx context.Context) error{a.DB.Renew, func(ctx context.Context) error { return job.Renew(ctx, a.DB) }, a.catchUp} {
		if err := step(ctx); err != nil {
			return err
		}
	}
	a.Indexes.cache.Sweep(func(string, string) bool { return false })
	a.Desk.Known.Sweep(func(string, string) bool { return false })
	a.Desk.Pairs.Sweep(func(string, int64) bool { return false })
	return a.sweep(ctx)
}

// memory is what this process holds of conversations and sources.
type memory struct{ app *App }

// stopTime bounds the wait for answers that are being written.
const stopTime = 10 * time.Second

// Stop implements erasure.Memory.
func (m memory) Stop(ctx context.Context, s erasure.Subject) {
	ctx, cancel := context.WithTimeout(ctx, stopTime)
	defer cancel()
	switch s.Kind {
	case erasure.Session:
		m.app.Desk.Running.End(ctx, s.Workspace, s.Bot, s.ID)
	case erasure.Bot, erasure.Workspace:
		m.app.Desk.Running.End(ctx, s.Workspace, s.Bot, "")
	}
}

// Forget implements erasure.Memory.
func (m memory) Forget(ctx context.Context) error {
	return errors.Join(m.app.sweep(ctx), m.app.Presence.Raise(ctx))
}

// sweepEvery is how soon this process learns what another one has erased.
const sweepEvery = 10 * time.Second

// sweep drops what this process remembers of bots that are gone or know less by now, and of
// sessions that are gone or, where no text is stored, have been quiet for an hour. Another server or
// a command may have seen to it.
func (a *App) sweep(ctx context.Context) error {
	a.unstored.Expire()
	numbers, err := a.DB.IndexNumbers(ctx)
	if err != nil {
		return fmt.Errorf("looking what bots know by now: %w", err)
	}
	current := func(bot, index string) bool {
		n, ok := numbers[bot]
		return ok && index == strconv.FormatInt(n, 10)
	}
	a.Indexes.cache.Sweep(current)
	a.Desk.Known.Sweep(func(bot, version string) bool {
		index, _, _ := strings.Cut(version, "/")
		return current(bot, index)
	})
	a.Desk.Pairs.Sweep(func(bot string, index int64) bool { return current(bot, strconv.FormatInt(index, 10)) })
	erased, err := a.DB.ErasedSessions(ctx, a.now().Add(-conversation.HeldFor))
	if err != nil {
		return fmt.Errorf("looking which conversations were erased: %w", err)
	}
	a.unstored.Sweep(func(workspace, bot, session string) bool {
		_, there := numbers[workspace+"/"+bot]
		return there && !erased[erasure.Hash(session)]
	})
	return a.unstored.Withdraw(ctx)
}
