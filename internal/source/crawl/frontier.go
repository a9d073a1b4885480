package crawl

import (
	"context"
	"time"
)

// Page is an address to be read, with what is remembered from the last time.
type Page struct {
	URL          string
	Depth        int
	ETag         string
	LastModified string
	ContentHash  string
}

// State is what became of an address.
type State string

// The states.
const (
	Done      State = "done"
	Unchanged State = "unchanged"
	Skipped   State = "skipped"
	Failed    State = "failed"
	Gone      State = "gone"
)

// Outcome is the end of reading an address.
type Outcome struct {
	State        State
	Status       int // HTTP status, 0 if none
	Reason       Reason
	Detail       string        // further words for the reason
	retryAfter   time.Duration // of an answer that asks to come back later
	ETag         string
	LastModified string
	ContentHash  string
}

// Fetched is an answer that can be read.
type Fetched struct {
	Page
	Status      int
	ContentType string
	Body        []byte
	wishes      wishes
}

// Read is what the caller found in a page.
type Read struct {
	Links     []string // absolute
	Canonical string   // absolute, "" if none
	NoIndex   bool
	NoFollow  bool
	Refresh   string // target of a meta refresh
	Login     bool   // the page only asks for a password
}

// Frontier is the memory of a crawl, kept by the caller.
type Frontier interface {
	// Next returns up to n pending pages. They stay pending until Finish.
	Next(ctx context.Context, n int) ([]Page, error)
	// Add takes in addresses and ignores known ones; it returns how many were new. Total is how
	// many addresses there are altogether.
	Add(ctx context.Context, pages []Page) (added int, err error)
	Total(ctx context.Context) (int, error)
	// Unknown returns those of the addresses that were never added.
	Unknown(ctx context.Context, addresses []string) ([]string, error)
	// LeaveOut notes how many addresses a limit keeps out. A crawl that goes on counts anew, so the
	// larger number is right.
	LeaveOut(ctx context.Context, n LeftOut) error
	// Finish closes an address that was not handed to the handler.
	Finish(ctx context.Context, p Page, o Outcome) error
}

// Handler takes a page in: it extracts the text, asks admit what is to become of the page from
// what it found, and stores the outcome (with the text if the state is Done). admit notes the links
// first, so that a kill between the two loses none.
type Handler func(ctx context.Context, f Fetched, admit func(Read) (Outcome, error)) error
