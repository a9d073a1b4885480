// Package source holds what a bot knows from: sources (a website or files), the pages and
// files found in them, and the documents they became.
//
// Library (library.go) takes sources in. Ingest (ingest.go) is the journey from a page to searchable passages: a worker
// reserves the source and begins or ends a run (run.go), reads a website (site.go, with package crawl) or files (files.go),
// and each page is stored with what was done to its document (pages.go). What a website does on a bad day is not believed
// at once (notice.go, echo.go), nor rules that would remove most of it (narrow.go). What went wrong is said to people in
// trouble.go.
package source

import (
	"context"
	"errors"
	"time"

	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/source/crawl"
)

// Kind of a source.
type Kind string

// The kinds.
const (
	Site Kind = "site" // a website, crawled from Address
	File Kind = "file" // a file or a folder of files; their bytes are kept in the store
)

// State of a source.
type State string

// A source is queued when made or due, running while a job works on it, then ready or failed.
const (
	Queued  State = "queued"
	Running State = "running"
	Ready   State = "ready"
	Failed  State = "failed"
)

// Source is something a bot reads. It is made by a member, read by a job, read again on its
// schedule, and when it is removed all its documents are gone everywhere.
type Source struct {
	Workspace string
	Bot       string
	ID        string
	Kind      Kind
	Address   string // start URL, or path or name of the file or folder
	Rules     crawl.Rules
	Every     time.Duration // read again after this long; 0 means only when asked
	State     State
	Message   string        // why it failed or what to know, a sentence for people
	Notice    Notice        // what the latest run met that is more than a page's matter
	LeftOut   crawl.LeftOut // what a limit of Rules kept out, as far as it was seen
	CreatedAt time.Time
	StartedAt time.Time // of the present or latest run
	EndedAt   time.Time // of the latest finished run
	DueAt     time.Time // when the schedule wants the next run; zero: never
	Run       int64     // number of the present or latest run, counted from 1
	Counts    Counts
}

// recounts reports whether a run has to read unchanged pages in full, too, to see what their links lead to: where
// there is room for addresses that were left out, or where the run before found new pages or lost some, by which others
// came nearer to the start or went out of sight.
func (s Source) recounts() bool {
	return s.LeftOut.Pages > 0 && s.Rules.Room(s.Counts.addresses()) || s.LeftOut.Depth > 0 && s.Counts.New+s.Counts.Removed > 0
}

// Counts sums up a source's pages by state and by what the present or latest run did to their documents, and its
// documents.
type Counts struct {
	Pending   int `json:"pending"`
	Done      int `json:"done"` // read or found unchanged
	Skipped   int `json:"skipped"`
	Failed    int `json:"failed"`
	Gone      int `json:"gone"`
	New       int `json:"new" doc:"Documents that the latest reading added."`
	Changed   int `json:"changed" doc:"Documents that say something else since the latest reading."`
	Unchanged int `json:"unchanged" doc:"Documents that the latest reading found as they were."`
	Removed   int `json:"removed" doc:"Documents that the latest reading removed."`
	Kept      int `json:"kept" doc:"Documents whose pages are gone or ask not to be read and that stay until that is confirmed."`
	Scripted  int `json:"scripted" doc:"Pages that scripts fill in a browser and of which hardly anything could be read."`
	Documents int `json:"documents"`
	Passages  int `json:"passages"`
}

// PageState is what became of a page or file of a source.
type PageState string

// The page states.
const (
	PagePending   PageState = "pending"
	PageDone      PageState = "done"
	PageUnchanged PageState = "unchanged"
	PageSkipped   PageState = "skipped"
	PageFailed    PageState = "failed"
	PageGone      PageState = "gone"
)

// Effect is what a run did to the document of a page.
type Effect string

// The effects; a page without a document before and after has none.
const (
	New       Effect = "new"
	Changed   Effect = "changed"
	Unchanged Effect = "unchanged"
	Removed   Effect = "removed"
	Kept      Effect = "kept" // to be removed when it is certain that the website means it
)

// Page is one address of a source: a page of a site or a file. Its row is the crawler's memory,
// so that a killed run goes on where it stopped and an unchanged page is not read again.
type Page struct {
	Workspace    string
	Bot          string
	Source       string
	Address      string
	Depth        int
	State        PageState
	Status       int      // HTTP status, 0 if none
	Code         string   // reason as a word, "" if none
	Reason       string   // reason as an English sentence, "" if none
	Said         []string // of a reason that extraction gave: which it is and the values in it
	ETag         string
	LastModified string
	ContentHash  string
	Run          int64 // the run that saw it last
	At           time.Time
	Effect       Effect
	Keep         bool      // not stored: FinishPage leaves the document although the state would remove it
	Unerased     time.Time // not stored: FinishPage takes no document in that was erased as such after this time
	Holder       string    // not stored: FinishPage writes nothing where another worker holds the source; "": whoever holds it
}

// Document is what a page or file says, after extraction. Its id follows from workspace, bot,
// source and address, so reading it again replaces it.
type Document struct {
	Workspace   string
	Bot         string
	Source      string
	ID          string
	Address     string
	Title       string
	Language    string
	ContentType string
	ContentHash string // of what it says
	Bytes       int64  // of the original
	Pages       int    // of a paged format, else 0
	Passages    int
	UpdatedAt   time.Time
}

// Blob is the original of an uploaded file, kept so that it can be read again.
type Blob struct {
	Workspace   string
	Bot         string
	Source      string
	Name        string // address of its page and document
	ContentType string
	Body        []byte
}

// Lease is the hold that one worker has of a source for a time. It is the clock of the database that says when that is over: of
// several servers each may have another.
type Lease struct {
	Workspace, Bot, Source string
	Holder                 string
	For                    time.Duration
}

// ErrLost is that another worker holds the source meanwhile: a machine that slept for longer than its lease, or whose
// database was away for as long, has to leave the rest to the other.
var ErrLost = errors.New("another worker has the source meanwhile")

// Some says which pages of a source are asked for.
type Some struct {
	Effect        Effect    // those to whose documents the run did this, near the start first; none: all, by address
	State         PageState // those in this state; none: all
	Limit, Offset int
}

// Store is what this package needs from storage. Unknown and foreign ids give problem.NotFound.
type Store interface {
	Reader
	CreateSource(ctx context.Context, s Source) error
	Source(ctx context.Context, workspace, bot, id string) (Source, error) // with Counts
	Sources(ctx context.Context, workspace, bot string) ([]Source, error)  // with Counts, oldest first
	// UpdateSource writes Rules, Every, State, Message, Notice, StartedAt, EndedAt, DueAt and Run.
	UpdateSource(ctx context.Context, s Source) error
	// DueSources lists queued and due sources of all workspaces, at most n: the scheduler's view.
	DueSources(ctx context.Context, now time.Time, n int) ([]Source, error)

	// Lease gives one worker the source for a time; false if another holds it. The holder calls it again
	// to keep it, Release gives it back.
	Lease(ctx context.Context, l Lease) (bool, error)
	Release(ctx context.Context, l Lease) error

	// StartRun marks every page of the source pending for the new run number (a re-crawl keeps
	// ETag, LastModified and ContentHash), Run unchanged rows are those not seen since.
	StartRun(ctx context.Context, workspace, bot, source string, run int64) error
	// ForgetPages drops ETag, LastModified and ContentHash of all pages, the pages that are gone, and what was left
	// out: the next run reads them in full, although they did not change, and sees all links anew.
	ForgetPages(ctx context.Context, workspace, bot, source string) error
	// AddPages adds the unknown addresses as pending and returns how many were new.
	AddPages(ctx context.Context, pages []Page) (int, error)
	// UnknownAddresses returns those of the addresses that are no pages of the source.
	UnknownAddresses(ctx context.Context, workspace, bot, source string, addresses []string) ([]string, error)
	// LeaveOut raises the source's LeftOut to these numbers where they are larger. Runs keep it: an
	// unchanged page is not read again, and leads where it led before.
	LeaveOut(ctx context.Context, workspace, bot, source string, n crawl.LeftOut) error
	// PendingPages returns up to n pending pages in a stable order: by depth, then as added. A
	// page stays pending until FinishPage, so a kill loses nothing.
	PendingPages(ctx context.Context, workspace, bot, source string, n int) ([]Page, error)
	// FinishPage writes State, Status, Code, Reason, ETag, LastModified, ContentHash, Run and At
	// (and, with a document, the document and its passages in the same transaction; with State
	// PageGone, PageFailed or PageSkipped, and doc nil, it removes the page's former document
	// for PageGone and PageSkipped only, and not with Keep). It returns what became of the document,
	// and does not raise the bot's index. Of a document that was erased after Unerased it gives problem.Gone and
	// writes nothing, and so it gives ErrLost where another than Holder holds the source.
	FinishPage(ctx context.Context, p Page, doc *Document, passages []passage.Passage) (Effect, error)
	// RemoveKept removes the documents of the pages with the effect Kept, which is Removed then, and returns how
	// many. It does not raise the bot's index.
	RemoveKept(ctx context.Context, workspace, bot, source string) (int, error)
	Blob(ctx context.Context, workspace, bot, source, name string) (Blob, error)
	PutBlob(ctx context.Context, b Blob) error
	// DeleteBlob of an unknown name does nothing.
	DeleteBlob(ctx context.Context, workspace, bot, source, name string) error

	Documents(ctx context.Context, workspace, bot string, limit, offset int) ([]Document, error)
	Document(ctx context.Context, workspace, bot, id string) (Document, error)
	// DocumentErased reports whether the document was erased, as such, after the time.
	DocumentErased(ctx context.Context, workspace, id string, since time.Time) (bool, error)
	// RaiseIndex makes the bot's index new: what was written since is searched from now on.
	RaiseIndex(ctx context.Context, workspace, bot string) error
}
