package extract

import "fmt"

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
	CodeLogin       = "login"       // the page asks for a password instead
)

// Error says why a page or file gave no document. It is about the file, not
// about this program: whoever added the file can do something about it.
type Error struct {
	Code    string
	Said    []string // name of the sentence and the values in it, from which it is told in other languages
	Message string   // an English sentence for people: what happened, what to do
	Err     error    // what the reader of the format said, or nil
}

func (e *Error) Error() string {
	if e.Err != nil {
		return fmt.Sprintf("%s (%v)", e.Message, e.Err)
	}
	return e.Message
}

func (e *Error) Unwrap() error { return e.Err }
