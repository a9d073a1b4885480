// Package retention lets conversations go when their time is over (E4): per bot, deleted or
// anonymised, and writes down what it did.
package retention

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/token"
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
}

// Rule is a bot with its published retention.
type Rule struct {
	Workspace string
	Bot       string
	Retention bot.Retention
}

// DayOnly reports whether of a time no more than the day is known: so are those of what is deleted or anonymised.
func DayOnly(t time.Time) bool { return t.Equal(t.UTC().Truncate(24 * time.Hour)) }

// Store is what this package needs from storage.
type Store interface {
	// RetentionRules looks over all workspaces, as the job does.
	RetentionRules(ctx context.Context) ([]Rule, error)
	// ExpireSessions deletes or anonymises at most n sessions without a message since the time. Of what is
	// anonymised the times become days; so they do in the ledger, which names the answers of neither any more. A
	// session that was anonymised is not counted again. One whose processing the visitor has
	// restricted stays: they want it stored (Art. 18(2) GDPR).
	ExpireSessions(ctx context.Context, workspace, bot string, before time.Time, anonymise bool, n int) (Gone, error)
	// ExpireBodies drops the bodies of ledger entries older than the time, without those of restricted
	// sessions, and counts them.
	ExpireBodies(ctx context.Context, workspace, bot string, before time.Time) (int, error)
	RecordRetention(ctx context.Context, r Run) error
	RetentionRuns(ctx context.Context, workspace, bot string, limit, offset int) ([]Run, error) // newest first
	// Compact makes sure that what was deleted is gone from the disk.
	Compact(ctx context.Context) error
}

// Keeper looks after all bots. All fields must be set.
type Keeper struct {
	Store Store
	Now   func() time.Time
	Log   *slog.Logger
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
	for _, r := range rules {
		counts, err := k.Apply(ctx, r)
		if err != nil {
			errs = append(errs, fmt.Errorf("retention of bot %s: %w", r.Bot, err))
		}
		gone = gone.plus(counts)
	}
	if gone != (Gone{}) {
		k.Log.Info("conversations whose time was over", "sessions", gone.Sessions, "messages", gone.Messages, "gaps", gone.Gaps, "contacts", gone.Contacts, "bodies", gone.Bodies)
		errs = append(errs, k.Store.Compact(ctx))
	}
	return errors.Join(errs...)
}

// Apply looks at one bot and writes down what went.
func (k *Keeper) Apply(ctx context.Context, r Rule) (Gone, error) {
	now := k.Now().UTC()
	run := Run{
		Workspace: r.Workspace, Bot: r.Bot, ID: token.ID("ret"), At: now,
		Mode: bot.RetentionDelete, Days: r.Retention.Kept(), LedgerDays: r.Retention.KeptInLedger(),
	}
	if r.Retention.Anonymises() {
		run.Mode = bot.RetentionAnonymise
	}
	err := k.expire(ctx, r, &run)
	if run.Counts == (Gone{}) {
		run.ID = "idle"
	}
	return run.Counts, errors.Join(err, k.Store.RecordRetention(ctx, run))
}

func (k *Keeper) expire(ctx context.Context, r Rule, run *Run) error {
	before := run.At.AddDate(0, 0, -run.Days)
	if run.Days == 0 {
		before = run.At.Add(-quiet)
	}
	for {
		counts, err := k.Store.ExpireSessions(ctx, r.Workspace, r.Bot, before, r.Retention.Anonymises(), batch)
		run.Counts = run.Counts.plus(counts)
		if err != nil {
			return err
		}
		if counts.Sessions < batch {
			break
		}
	}
	n, err := k.Store.ExpireBodies(ctx, r.Workspace, r.Bot, run.At.AddDate(0, 0, -run.LedgerDays))
	run.Counts.Bodies += n
	return err
}

func (c Gone) plus(d Gone) Gone {
	return Gone{c.Sessions + d.Sessions, c.Messages + d.Messages, c.Gaps + d.Gaps, c.Contacts + d.Contacts, c.Bodies + d.Bodies}
}
