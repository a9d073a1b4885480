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
	// Named gives the id with this Hash, of a subject of the workspace; problem.NotFound if there is none.
	Named(ctx context.Context, workspace string, kind Kind, hash string) (id string, err error)
	// Erase removes the subject with everything that belongs to it and writes the receipt, all in
	// one transaction, and returns the counts.
	Erase(ctx context.Context, s Subject, r Receipt) (map[string]int, error)
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
	Erasures(ctx context.Context, workspace string, limit, offset int) ([]Receipt, error) // newest first
	// ErasureOf is the latest receipt of what has this Hash, since a time; problem.NotFound if there is none.
	ErasureOf(ctx context.Context, workspace string, kind Kind, hash string, since time.Time) (Receipt, error)
	AllErasures(ctx context.Context) ([]Receipt, error) // of all workspaces, oldest first
	// Erased reports whether the receipt is there: after an older backup came back it is not.
	Erased(ctx context.Context, receipt string) (bool, error)
}

// Memory is what this process holds of subjects outside the database.
type Memory interface {
	// Stop ends the work on a subject, such as answers being written, and waits for its end.
	Stop(ctx context.Context, s Subject)
	// Forget drops what is held of subjects that are no longer stored.
	Forget(ctx context.Context, s Subject) error
}

// Eraser erases. All fields must be set.
type Eraser struct {
	Store   Store
	Journal journal.Journal
	Memory  Memory
	Now     func() time.Time
	Log     *slog.Logger
}

// atMost bounds an erasure, which goes on when its caller has gone.
const atMost = 5 * time.Minute

// Erase removes what the id names, with everything that belongs to it. The receipt is returned
// also when the look at what remains found something; Verified says so. Who asks for the same at the
// same time gets the same receipt.
func (e *Eraser) Erase(ctx context.Context, workspace string, kind Kind, id string) (Receipt, error) {
	s, _, err := e.Store.Locate(ctx, workspace, kind, id)
	if err != nil {
		return Receipt{}, err
	}
	t := Tombstone{Receipt: token.ID("era"), At: e.Now().UTC(), Subject: s}
	// Written before anything is erased: whatever happens next, the erasure is not forgotten.
	if err := e.Journal.Add(t); err != nil {
		return Receipt{}, fmt.Errorf("nothing was erased: %w", err)
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), atMost)
	defer cancel()
	return e.erase(ctx, t, nil)
}

func (e *Eraser) erase(ctx context.Context, t Tombstone, replayed *time.Time) (Receipt, error) {
	e.Memory.Stop(ctx, t.Subject)
	r := t.receipt()
	r.ReplayedAt = replayed
	var err error
	if r.Counts, err = e.Store.Erase(ctx, t.Subject, r); problem.Is(err, problem.NotFound) { // another was faster, and may not be done
		r, err = e.sameOf(ctx, t)
	}
	if err != nil {
		return Receipt{}, fmt.Errorf("erasing a %s: %w", t.Subject.Kind, err)
	}
	failed := e.Memory.Forget(ctx, t.Subject)
	if r.Disk, err = e.Store.Purge(ctx, r.Counts); err != nil { // the rows are gone; the receipt says that the disk is not done
		e.Log.Error("erased text may stay on the disk until the database is next tidied", "receipt", r.ID, "error", err)
	}
	if r.Remaining, err = e.Store.Remaining(ctx, t.Subject); err != nil {
		failed = errors.Join(failed, fmt.Errorf("looking again for what was erased: %w", err))
	}
	if !r.Verified() {
		e.Log.Error("an erasure is incomplete", "receipt", r.ID, "kind", r.Kind, "remaining", r.Remaining)
	}
	return r, errors.Join(failed, e.Store.PutErasure(ctx, r))
}

// sameOf is the receipt of who erased what a tombstone stands for at the same time.
func (e *Eraser) sameOf(ctx context.Context, t Tombstone) (Receipt, error) {
	r := t.receipt()
	return e.Store.ErasureOf(ctx, r.Workspace, r.Kind, r.Subject, t.At.Add(-atMost))
}

// Replay does again the erasures that the database does not know: an older backup of it has come
// back, or a crash came between. What was made anew since then is left alone. It returns how
// many were done.
func (e *Eraser) Replay(ctx context.Context) (done int, err error) {
	all, err := journal.Entries(e.Journal, func(t Tombstone) bool { return t.Receipt != "" })
	if err != nil {
		return 0, fmt.Errorf("reading earlier erasures: %w", err)
	}
	for _, t := range all {
		known, err := e.Store.Erased(ctx, t.Receipt)
		if err != nil {
			return done, fmt.Errorf("looking for earlier erasures: %w", err)
		}
		if known {
			continue
		}
		now := e.Now().UTC()
		found, since, err := e.locate(ctx, t)
		if err == nil {
			t.Subject = found
		}
		switch {
		case problem.Is(err, problem.NotFound), err == nil && since.After(t.At):
			if _, err = e.sameOf(ctx, t); err == nil {
				continue
			} else if !problem.Is(err, problem.NotFound) {
				return done, fmt.Errorf("looking for the same erasure: %w", err)
			}
			r := t.receipt()
			r.ReplayedAt, r.Disk = &now, Overwritten
			err = e.Store.PutErasure(ctx, r)
		case err == nil:
			if _, err = e.erase(ctx, t, &now); err == nil {
				done++
			} else if problem.Is(err, problem.NotFound) {
				err = nil // another server that starts at the same time was faster
			}
		}
		if err != nil {
			return done, fmt.Errorf("erasing again what an older backup brought back: %w", err)
		}
	}
	return done, nil
}

// locate finds what a tombstone stands for.
func (e *Eraser) locate(ctx context.Context, t Tombstone) (s Subject, since time.Time, err error) {
	id := t.Subject.ID
	if id == "" {
		if id, err = e.Store.Named(ctx, t.Subject.Workspace, t.Subject.Kind, t.Hash); err != nil {
			return s, since, err
		}
	}
	return e.Store.Locate(ctx, t.Subject.Workspace, t.Subject.Kind, id)
}

// Renew writes into the journal the erasures that only the database knows: the file was lost or damaged.
// It returns how many these were.
func (e *Eraser) Renew(ctx context.Context) (n int, err error) {
	receipts, err := e.Store.AllErasures(ctx) // before the journal is read: whoever erases meanwhile writes there first
	if err != nil {
		return 0, fmt.Errorf("reading the receipts: %w", err)
	}
	noted := map[string]bool{}
	all, err := journal.Entries(e.Journal, func(t Tombstone) bool { return t.Receipt != "" })
	if err != nil {
		return 0, fmt.Errorf("reading earlier erasures: %w", err)
	}
	for _, t := range all {
		noted[t.Receipt] = true
	}
	for _, r := range receipts {
		if noted[r.ID] {
			continue
		}
		if err := e.Journal.Add(Tombstone{Receipt: r.ID, At: r.At, Subject: Subject{Workspace: r.Workspace, Kind: r.Kind}, Hash: r.Subject}); err != nil {
			return n, err
		}
		n++
	}
	return n, nil
}

// Finish cleans the disk after erasures that could not, because somebody was reading, and thoroughly
// after those of the last hours. Call it every hour.
func (e *Eraser) Finish(ctx context.Context) error {
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
			return err
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
