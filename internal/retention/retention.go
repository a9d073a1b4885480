// Package retention lets conversations go when their time is over (E4): per bot, deleted or
// anonymised, and writes down what it did. So go the ledger's entries when their years are over.
package retention

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"time"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/token"
	"github.com/webchatagent/wca/internal/workspace"
)

// Run is what one look at a bot did. A look that found nothing due is kept as the latest such one
// only.
type Run struct {
	Workspace  string
	Bot        string
	ID         string
	At         time.Time
	Mode       bot.RetentionMode
	Days       int // the rule that applied
	LedgerDays int
	Counts     Gone
}

// Gone says how much went.
type Gone struct {
	Sessions int `json:"sessions"` // conversations deleted or anonymised
	Messages int `json:"messages"`
	Gaps     int `json:"gaps"`     // unanswered questions, deleted
	Contacts int `json:"contacts"` // contact data, deleted
	Bodies   int `json:"bodies"`   // bytes kept in the ledger, deleted; its entries stay
	Entries  int `json:"entries"`  // entries of the ledger, deleted: what left years ago
}

// Rule is a bot with its published retention.
type Rule struct {
	Workspace string
	Bot       string
	Retention bot.Retention
}

// DayOnly reports whether of a time no more than the day is known: so are those of what is deleted or anonymised.
func DayOnly(t time.Time) bool { return t.Equal(t.UTC().Truncate(24 * time.Hour)) }

// Store is what this package needs from storage. What takes something out for a run writes down, in the same transaction,
// that it went, beside what the run has counted before: a kill takes none of it with it.
type Store interface {
	// RetentionRules looks over all workspaces, as the job does.
	RetentionRules(ctx context.Context) ([]Rule, error)
	// ExpireSessions deletes or anonymises at most n sessions without a message since the time. Of what is
	// anonymised the times become days; so they do in the ledger, which names the answers of neither any more. A
	// session that was anonymised is not counted again. One whose processing the visitor has
	// restricted stays: they want it stored (Art. 18(2) GDPR).
	ExpireSessions(ctx context.Context, r Run, before time.Time, anonymise bool, n int) (Gone, error)
	// ExpireBodies drops the bodies of at most n ledger entries older than the time, without those of restricted
	// sessions, and counts them.
	ExpireBodies(ctx context.Context, r Run, before time.Time, n int) (int, error)
	// ExpireEntries deletes at most n entries of the ledger older than the time, of a run's bot or, where it has none, of
	// the whole workspace without writing that down, and counts them. Those for conversations that are still stored stay with them: the
	// visitor may ask who got anything (Art. 15 GDPR).
	ExpireEntries(ctx context.Context, r Run, before time.Time, n int) (int, error)
	// Workspaces are all.
	Workspaces(ctx context.Context) ([]workspace.Workspace, error)
	// Due reports whether a bot may have a conversation, bytes or an entry of the ledger that is older than its time. It is a quick
	// look: at most bots there is nothing.
	Due(ctx context.Context, r Rule, sessions, bodies, entries time.Time) (bool, error)
	// Ages counts of a bot the conversations whose last message, and the bodies whose time, lies in a span, but for what a
	// visitor has restricted.
	Ages(ctx context.Context, workspace, bot string, sessions, bodies Span) (Gone, error)
	// RecordRetention writes runs down, all or none.
	RecordRetention(ctx context.Context, runs ...Run) error
	// Unlooked says how many bots of customers, of all workspaces, are there since before a span and had no run in it.
	Unlooked(ctx context.Context, in Span) (int, error)
	RetentionRuns(ctx context.Context, workspace, bot string, limit, offset int) ([]Run, error) // newest first
	// Compact makes sure that what was deleted is gone from the disk.
	Compact(ctx context.Context) error
}

// Span is a time from its begin until before its end.
type Span struct{ From, To time.Time }

// Keeper looks after all bots. All fields must be set.
type Keeper struct {
	Store       Store
	LedgerYears int // how long the ledger's entries are kept, from the end of the year in which something left
	Now         func() time.Time
	Log         *slog.Logger
}

// EntriesSince is the beginning of the years of which the ledger keeps its entries. They prove to whom data went
// and why (Art. 5(2) GDPR), and claims lapse with a year, too; after that nothing of them is needed, sums neither.
func (k *Keeper) EntriesSince() time.Time {
	return time.Date(k.Now().UTC().Year()-k.LedgerYears, 1, 1, 0, 0, 0, 0, time.UTC)
}

// batch bounds a transaction: others want to write, too.
const batch = 500

// quiet is how long a conversation whose text is not stored must have been without a message before
// what is left of it goes.
const quiet = time.Hour

// Run looks at every bot once. What fails for one bot does not keep the others.
func (k *Keeper) Run(ctx context.Context) error {
	rules, err := k.Store.RetentionRules(ctx)
	if err != nil {
		return fmt.Errorf("reading how long conversations are kept: %w", err)
	}
	var errs []error
	gone := Gone{}
	var idle []Run
	for _, r := range rules {
		run := k.begin(r)
		due, err := k.Store.Due(ctx, r, run.over(), run.bodiesOver(), k.EntriesSince())
		if err == nil && !due {
			run.ID = idleID
			idle = append(idle, run)
			continue
		}
		counts, err := k.Apply(ctx, r)
		if err != nil {
			errs = append(errs, fmt.Errorf("retention of bot %s: %w", r.Bot, err))
		}
		gone = gone.Plus(counts)
	}
	if err := k.recordIdle(ctx, idle); err != nil {
		errs = append(errs, err)
	}
	ownerless, err := k.expireOwnerless(ctx)
	if err != nil {
		errs = append(errs, fmt.Errorf("retention of the ledger: %w", err))
	}
	gone.Entries += ownerless
	if gone != (Gone{}) {
		k.Log.Info("conversations whose time was over", "sessions", gone.Sessions, "messages", gone.Messages, "gaps", gone.Gaps, "contacts", gone.Contacts, "bodies", gone.Bodies, "entries", gone.Entries)
		errs = append(errs, k.Store.Compact(ctx))
	}
	return errors.Join(errs...)
}

// idleID is the id of a run in which nothing went: of a bot there is one, the last.
const idleID = "idle"

// recordIdle writes down, many at a time, that there was nothing to do. One of them may have been erased meanwhile.
func (k *Keeper) recordIdle(ctx context.Context, idle []Run) error {
	var errs []error
	for some := range slices.Chunk(idle, batch) {
		if k.Store.RecordRetention(ctx, some...) == nil {
			continue
		}
		for _, run := range some {
			if err := k.Store.RecordRetention(ctx, run); err != nil {
				errs = append(errs, fmt.Errorf("retention of bot %s: %w", run.Bot, err))
			}
		}
	}
	return errors.Join(errs...)
}

func (k *Keeper) begin(r Rule) Run {
	run := Run{
		Workspace: r.Workspace, Bot: r.Bot, ID: token.ID("ret"), At: k.Now().UTC(),
		Mode: bot.RetentionDelete, Days: r.Retention.Kept(), LedgerDays: r.Retention.KeptInLedger(),
	}
	if r.Retention.Anonymises() {
		run.Mode = bot.RetentionAnonymise
	}
	return run
}

// over is the time of which conversations with an earlier last message go.
func (r Run) over() time.Time {
	if r.Days == 0 {
		return r.At.Add(-quiet)
	}
	return r.At.AddDate(0, 0, -r.Days)
}

// bodiesOver is the time of which earlier bytes in the ledger go.
func (r Run) bodiesOver() time.Time { return r.At.AddDate(0, 0, -r.LedgerDays) }

// Apply looks at one bot and writes down what went.
func (k *Keeper) Apply(ctx context.Context, r Rule) (Gone, error) {
	run := k.begin(r)
	err := k.expire(ctx, r, &run)
	if run.Counts == (Gone{}) {
		run.ID = idleID
	}
	return run.Counts, errors.Join(err, k.Store.RecordRetention(ctx, run))
}

func (k *Keeper) expire(ctx context.Context, r Rule, run *Run) error {
	err := inBatches(func() (int, error) {
		counts, err := k.Store.ExpireSessions(ctx, *run, run.over(), r.Retention.Anonymises(), batch)
		run.Counts = run.Counts.Plus(counts)
		return counts.Sessions, err
	})
	if err != nil {
		return fmt.Errorf("letting conversations go: %w", err)
	}
	err = inBatches(func() (int, error) {
		n, err := k.Store.ExpireBodies(ctx, *run, run.bodiesOver(), batch)
		run.Counts.Bodies += n
		return n, err
	})
	if err != nil {
		return fmt.Errorf("letting bodies of the ledger go: %w", err)
	}
	return k.expireEntries(ctx, run)
}

// inBatches lets something go until a batch is not full.
func inBatches(expire func() (int, error)) error {
	for {
		n, err := expire()
		if err != nil || n < batch {
			return err
		}
	}
}

// Goes says what the next look at a bot would take that keeps by the rule then, and by the rule now would not go yet.
func (k *Keeper) Goes(ctx context.Context, now, then Rule) (Gone, error) {
	before, after := k.begin(now), k.begin(then)
	gone, err := k.Store.Ages(ctx, then.Workspace, then.Bot, Span{before.over(), after.over()}, Span{before.bodiesOver(), after.bodiesOver()})
	if err != nil {
		return gone, fmt.Errorf("counting what goes: %w", err)
	}
	return gone, nil
}

// expireOwnerless deletes what the ledger kept of bots that are gone.
func (k *Keeper) expireOwnerless(ctx context.Context) (gone int, err error) {
	all, err := k.Store.Workspaces(ctx)
	if err != nil {
		return 0, fmt.Errorf("looking which workspaces there are: %w", err)
	}
	for _, w := range all {
		run := Run{Workspace: w.ID}
		err := k.expireEntries(ctx, &run)
		gone += run.Counts.Entries
		if err != nil {
			return gone, err
		}
	}
	return gone, nil
}

// expireEntries lets entries of the ledger go whose time is over, and counts them in the run.
func (k *Keeper) expireEntries(ctx context.Context, run *Run) error {
	err := inBatches(func() (int, error) {
		n, err := k.Store.ExpireEntries(ctx, *run, k.EntriesSince(), batch)
		run.Counts.Entries += n
		return n, err
	})
	if err != nil {
		return fmt.Errorf("letting entries of the ledger go: %w", err)
	}
	return nil
}

// Plus adds up what went.
func (c Gone) Plus(d Gone) Gone {
	return Gone{c.Sessions + d.Sessions, c.Messages + d.Messages, c.Gaps + d.Gaps, c.Contacts + d.Contacts, c.Bodies + d.Bodies, c.Entries + d.Entries}
}
