// Package problem is how a subject says that something cannot be done: a kind for the program
// and a sentence for a person. The edge (web, cli) maps the kind once to a status or exit code.
package problem

import (
	"errors"
	"fmt"
)

// Kind decides what the edge answers. It never depends on whose object was asked for: a foreign
// id gives NotFound like an unknown one.
type Kind string

// The kinds.
const (
	Invalid      Kind = "invalid"      // the input is wrong; the sentence says how to right it
	Unauthorized Kind = "unauthorized" // no valid key or session
	Forbidden    Kind = "forbidden"    // known, but not allowed
	NotFound     Kind = "not_found"    // unknown or another workspace's
	WrongMethod  Kind = "method"       // the address is known, what is to be done with it is not
	Conflict     Kind = "conflict"     // exists already or changed meanwhile
	Gone         Kind = "gone"         // existed and was deleted
	TooLarge     Kind = "too_large"    // beyond a size limit
	Limited      Kind = "limited"      // too often; Wait says how long
	Unavailable  Kind = "unavailable"  // a part we depend on does not answer
	Internal     Kind = "internal"     // ours; the sentence tells nothing internal
)

// Error is a Kind with a sentence. Code is a stable word for programs ("origin_not_allowed").
type Error struct {
	Kind    Kind
	Code    string
	Message string
	Wait    int // seconds until it is worth trying again, 0 if unknown
	Err     error
}

func (e *Error) Error() string {
	if e.Err != nil {
		return e.Message + ": " + e.Err.Error()
	}
	return e.Message
}

func (e *Error) Unwrap() error { return e.Err }

// New returns an Error with a formatted sentence.
func New(kind Kind, code, format string, args ...any) *Error {
	return &Error{Kind: kind, Code: code, Message: fmt.Sprintf(format, args...)}
}

// Wrap is New with the cause, which is for logs and never shown.
func Wrap(err error, kind Kind, code, format string, args ...any) *Error {
	e := New(kind, code, format, args...)
	e.Err = err
	return e
}

// KindOf returns the kind of the first Error in err's tree, Internal if there is none.
func KindOf(err error) Kind {
	var e *Error
	if errors.As(err, &e) {
		return e.Kind
	}
	return Internal
}

// Is reports whether err is of the kind.
func Is(err error, kind Kind) bool { return err != nil && KindOf(err) == kind }

// ErrNoRoom is in every error that a full disk has caused.
var ErrNoRoom = errors.New("the disk of the database is full: make room on it")

// Missing is the answer to every id that does not exist for the asker: it never says why.
func Missing(what string) *Error {
	return New(NotFound, what+"_not_found", "There is no such %s.", what)
}
