package conversation

import "time"

// Contact is how a visitor can be reached, if they have said so in their data (E2). It is kept apart
// from the session and its messages, under an id of its own, and is never part of a request to a
// model (D2).
type Contact struct {
	Workspace string
	Bot       string
	ID        string
	Session   string // goes with the session when that is erased
	Name      string
	Email     string
	Phone     string
	At        time.Time // when it was written or last corrected
}
