// Package erasure erases what belongs to a data subject or a customer, everywhere, and gives a
// receipt (K2, E4): rows, passages with what was analysed of them, vectors, files, queued jobs,
// bodies of the ledger, answers that quote what goes, and what servers hold in memory. Deleting
// is erasing: there is no other way to remove a bot, a source, a document or a conversation.
package erasure

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"iter"
	"log/slog"
	"maps"
	"time"

	"github.com/webchatagent/wca/internal/journal"
	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/token"
)

// Kind is what is erased.
type Kind string

// The kinds.
const (
	Session   Kind = "session"
	Contact   Kind = "contact" // what a visitor gave of name, e-mail and phone
	Document  Kind = "document"
	Source    Kind = "source"
	Bot       Kind = "bot"
	Workspace Kind = "workspace"
)

// Kinds are all of them.
var Kinds = []Kind{Session, Contact, Document, Source, Bot, Workspace}

// Subject is something that can be erased. Its ids are random or derived by a hash and say nothing
// by themselves.
type Subject struct {
	Workspace string `json:"workspace"`
	Bot       string `json:"bot,omitempty"` // the bot it belongs to; of a bot its own id; of a workspace ""
	Kind      Kind   `json:"kind"`
	ID        string `json:"id"`
}

// Receipt says what an erasure did, without any personal data.
type Receipt struct {
	ID         string         `json:"id"`
	At         time.Time      `json:"at"`
	Kind       Kind           `json:"kind"`
	Workspace  string         `json:"-"`
	Subject    string         `json:"subject"`               // SHA-256 of the id of what was erased
	Counts     map[string]int `json:"counts"`                // rows that went, by table; "table.column" where only that column was emptied
	Remaining  map[string]int `json:"remaining"`             // rows found when looking again, by table; empty is right
	Disk       string         `json:"disk"`                  // how the bytes were removed from the disk: Overwritten, Vacuumed or Rewritten; "" if that failed
	ReplayedAt *time.Time     `json:"replayed_at,omitempty"` // when it was done again after an older backup had come back
}

// What Disk may say.
const (
	Overwritten = "overwritten" // SQLite: deleted bytes are overwritten, the log is emptied
	Vacuumed    = "vacuumed"    // PostgreSQL: no row holds them, the space is free to be used again
	Rewritten   = "rewritten"   // PostgreSQL, within an hour: the tables' files were written anew
)

// Verified reports whether nothing was found when looking again and the disk was cleaned.
func (r Receipt) Verified() bool { return len(r.Remaining) == 0 && r.Disk != "" }

// Store is what this package needs from storage.
type Store interface {
	// Locate finds a subject of the workspace and since when it has stood there as it is: a
	// document since it was last read. Unknown and foreign ids give problem.NotFound.
	Locate(ctx context.Context, workspace string, kind Kind, id string) (s Subject, since time.Time, err error)
	// IDs reads the ids of all subjects of a kind in the workspace.
	IDs(ctx context.Context, workspace string, kind Kind) iter.Seq2[string, error]
	// Named puts the ids of subjects of the workspace where ids has their Hash. It reads all ids of the kind.
	Named(ctx context.Context, workspace string, kind Kind, ids map[string]string) error
	// Erase removes the subject with everything that belongs to it and writes the receipt, all in
	// one transaction, and returns the counts. What is very large goes in many before that one: from the
	// first of them on it is gone for everybody, and Erase goes on where another call was cut short.
	Erase(ctx context.Context, s Subject, r Receipt) (map[string]int, error)
	// Begun lists what was begun before the time and has no end yet, of all workspaces, and what was begun by a clock that
	// was ahead: more than AtMost after it.
	Begun(ctx context.Context, before time.Time) ([]Tombstone, error)
	// Remaining looks for the subject again.
	Remaining(ctx context.Context, s Subject) (map[string]int, error)
	// Purge removes what was deleted from tables, named as in the counts of a receipt, from the disk
	// and says how.
	Purge(ctx context.Context, counts map[string]int) (disk string, err error)
	// Unfinished lists the receipts, of all workspaces, whose disk was not cleaned or, since the
	// time, only vacuumed.
	Unfinished(ctx context.Context, since time.Time) ([]Receipt, error)
	// Rewrite is a thorough Purge that stops others for moments: for once in a while. Tables that
	// are too large for that are purged only.
	Rewrite(ctx context.Context, counts map[string]int) (disk string, err error)
	// PutErasure writes a receipt, or completes the one with this id.
	PutErasure(ctx context.Context, r Receipt) error
	// NoteErasures writes receipts; those that are there already stay as they are.
	NoteErasures(ctx context.Context, receipts []Receipt) error
	Erasures(ctx context.Context, workspace string, limit, offset int) ([]Receipt, error) // newest first
	// ErasureOf is the latest receipt of what has this Hash, since a time; problem.NotFound if there is none.
	ErasureOf(ctx context.Context, workspace string, kind Kind, hash string, since time.Time) (Receipt, error)
	// ExpireErasures deletes the receipts of before the time, except those of documents in a workspace with a
	// source that is as old, and counts them.
	ExpireErasures(ctx context.Context, before time.Time) (int, error)
	// Receipts reads what says of all receipts, of all workspaces, what was erased and when: neither
	// counts nor the disk.
	Receipts(ctx context.Context) iter.Seq2[Receipt, error]
}

// Memory is what this process holds of subjects outside the database.
type Memory interface {
	// Stop ends the work on a subject, such as answers being written, and waits for its end.
	Stop(ctx context.Context, s Subject)
	// Forget drops what is held of subjects that are no longer stored.
	Forget(ctx context.Context) error
}

// Eraser erases. All fields must be set.
type Eraser struct {
	Store   Store
	Journal journal.Journal
	Years   int // how long receipts and what the journal says are kept, from the end of the year
	Memory  Memory
	Now     func() time.Time
	Log     *slog.Logger
}

// Since is the beginning of the years of which receipts and the journal are kept. They prove that something was
// erased (Art. 5(2) GDPR), and claims lapse with a year.
func (e *Eraser) Since() time.Time {
	return time.Date(e.Now().UTC().Year()-e.Years, 1, 1, 0, 0, 0, 0, time.UTC)
}

// Expire deletes the receipts whose years are over. That of a document stays as long as a source that was there
// then: it keeps the next reading from taking the page in again.
func (e *Eraser) Expire(ctx context.Context) (int, error) {
	return e.Store.ExpireErasures(ctx, e.Since())
}

// AtMost bounds an erasure, which goes on when its caller has gone. A bot with millions of messages takes minutes.
const AtMost = time.Hour

// Erase removes what the id names, with everything that belongs to it. The receipt is returned
// also when the look at what remains found something; Verified says so. Who asks for the same at the
// same time gets the same receipt.
func (e *Eraser) Erase(ctx context.Context, workspace string, kind Kind, id string) (Receipt, error) {
	s, since, err := e.Store.Locate(ctx, workspace, kind, id)
	if err != nil {
		return Receipt{}, err
	}
	t := Tombstone{Receipt: token.ID("era"), At: e.Now().UTC(), Subject: s}
	if t.At.Before(since) { // by the clock of another server, or one that was put back: what was there is older than its erasure
		t.At = since
	}
	// Written before anything is erased: whatever happens next, the erasure is not forgotten.
	if err := e.Journal.Add(t); err != nil {
		return Receipt{}, fmt.Errorf("nothing was erased: %w", err)
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), AtMost)
	defer cancel()
	receipts, err := e.erase(ctx, []Tombstone{t}, nil)
	switch {
	case len(receipts) == 1:
		return receipts[0], err
	case err == nil: // another server was faster
		err = problem.Missing(string(kind))
	}
	return Receipt{}, err
}

// erase removes subjects, cleans the disk after all of them and looks again for each. It returns the receipts
// of those that were there. After a failure the others are left, and what was removed is brought to its end.
func (e *Eraser) erase(ctx context.Context, stones []Tombstone, replayed *time.Time) (receipts []Receipt, err error) {
	var removed []Subject
	touched := map[string]int{}
	for _, t := range stones {
		e.Memory.Stop(ctx, t.Subject)
		r := t.receipt()
		r.ReplayedAt = replayed
		r.Counts, err = e.Store.Erase(ctx, t.Subject, r)
		if problem.Is(err, problem.NotFound) && replayed == nil { // another was faster, and may not be done
			r, err = e.sameOf(ctx, t)
		}
		if problem.Is(err, problem.NotFound) {
			err = nil
			continue
		}
		if err != nil {
			err = fmt.Errorf("erasing a %s: %w", t.Subject.Kind, err)
			break
		}
		maps.Copy(touched, r.Counts)
		receipts, removed = append(receipts, r), append(removed, t.Subject)
	}
	if len(removed) == 0 {
		return nil, err
	}
	err = errors.Join(err, e.Memory.Forget(ctx))
	disk, unclean := e.Store.Purge(ctx, touched)
	if unclean != nil { // the rows are gone; the receipts say that the disk is not done
		e.Log.Error("erased text may stay on the disk until the database is next tidied", "error", unclean)
	}
	for i, s := range removed {
		receipts[i].Disk = disk
		err = errors.Join(err, e.prove(ctx, s, &receipts[i]))
	}
	return receipts, err
}

// prove looks again for what was erased and completes the receipt.
func (e *Eraser) prove(ctx context.Context, s Subject, r *Receipt) (err error) {
	if r.Remaining, err = e.Store.Remaining(ctx, s); err != nil {
		err = fmt.Errorf("looking again for what was erased: %w", err)
	}
	if !r.Verified() {
		e.Log.Error("an erasure is incomplete", "receipt", r.ID, "kind", r.Kind, "remaining", r.Remaining)
	}
	return errors.Join(err, e.Store.PutErasure(ctx, *r))
}

// sameOf is the receipt of who erased what a tombstone stands for at the same time.
func (e *Eraser) sameOf(ctx context.Context, t Tombstone) (Receipt, error) {
	r := t.receipt()
	return e.Store.ErasureOf(ctx, r.Workspace, r.Kind, r.Subject, t.At.Add(-AtMost))
}

// given is how long an erasure is left to who began it.
const given = 10 * time.Minute

// Finish brings erasures to their end that were cut short, and cleans the disk after those that could not, because
// somebody was reading, and thoroughly after those of the last hours. Call it every hour.
func (e *Eraser) Finish(ctx context.Context) error {
	begun, err := e.Store.Begun(ctx, e.Now().Add(-given))
	if err != nil {
		return fmt.Errorf("looking for erasures that were cut short: %w", err)
	}
	if _, err := e.erase(ctx, begun, nil); err != nil {
		return err
	}
	open, err := e.Store.Unfinished(ctx, e.Now().Add(-3*time.Hour))
	if err != nil {
		return fmt.Errorf("looking for unfinished erasures: %w", err)
	}
	if len(open) == 0 {
		return nil
	}
	touched := map[string]int{}
	for _, r := range open {
		maps.Copy(touched, r.Counts)
	}
	disk, err := e.Store.Rewrite(ctx, touched)
	if err != nil {
		return fmt.Errorf("cleaning the disk after erasures: %w", err)
	}
	for _, r := range open {
		r.Disk = disk
		if err := e.Store.PutErasure(ctx, r); err != nil {
			return fmt.Errorf("noting what was done on the disk: %w", err)
		}
	}
	return nil
}

// Hash is what a receipt keeps of an id.
func Hash(id string) string {
	sum := sha256.Sum256([]byte(id))
	return hex.EncodeToString(sum[:])
}

// Withdrawn stands in a conversation instead of an answer whose source was erased.
func Withdrawn(language string) string {
	if language == "en" {
		return "This answer was erased together with the source that it rested on."
	}
	return "Diese Antwort wurde zusammen mit der Quelle gelöscht, auf der sie beruhte."
}

// IsWithdrawn reports whether a text is what stands in place of an answer whose source was erased.
func IsWithdrawn(text string) bool { return text == Withdrawn("de") || text == Withdrawn("en") }
