// Package refusal says why a page or file gave no document. Everything its owner may cause is an *Error, whose text says in
// German or English what is wrong with the file and what to do.
package refusal

import (
	"errors"
	"fmt"
	"io/fs"
)

// The codes of an Error.
const (
	CodeEmpty       = "empty"       // nothing to read inside
	CodeUnsupported = "unsupported" // a format that is not read, or not the one it says
	CodeTooLarge    = "too_large"   // over a limit of size
	CodeHostile     = "hostile"     // built to harm its reader
	CodeDamaged     = "damaged"     // cannot be read to the end
	CodeEncrypted   = "encrypted"   // needs a password
	CodeScanned     = "scanned"     // pictures of pages without text
	CodeTimeout     = "timeout"     // took too long
	CodeUnreadable  = "unreadable"  // there, but cannot be opened
	CodeLogin       = "login"       // the page asks for a password instead
	CodeScripts     = "scripts"     // scripts fill the page in a browser, which are not run
	CodeConsent     = "consent"     // nothing but a question about cookies
	CodeAge         = "age"         // nothing but a question for the visitor's age
	CodeTurnedAway  = "turned_away" // the website takes this program for an unwanted one
	CodeMissing     = "missing"     // an error page with status 200
	CodeMaintenance = "maintenance" // the website is not ready, or out of order
	CodeParked      = "parked"      // there is no website
)

// Error says why a page or file gave no document. It is about the file, not
// about this program: whoever added the file can do something about it.
type Error struct {
	Code    string
	Said    []string // name of the sentence and the values in it, from which it is told in other languages
	Message string   // an English sentence for people: what happened, what to do
	Err     error    // what the reader of the format said, or nil
}

// Unopened is why a file that is there could not be opened or read.
func Unopened(err error) *Error {
	if errors.Is(err, fs.ErrPermission) {
		return mayNot.Because(err)
	}
	return notOpened.Because(err)
}

// Oversized is why a file was not read that is longer than most, in bytes.
func Oversized(length, most int64) *Error { return overLimit.Because(nil, length>>20, most>>20) }

func (e *Error) Error() string {
	if e.Err != nil {
		return fmt.Sprintf("%s (%v)", e.Message, e.Err)
	}
	return e.Message
}

func (e *Error) Unwrap() error { return e.Err }
