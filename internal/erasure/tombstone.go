package erasure

import "time"

// Tombstone is what is kept of an erasure outside the database.
type Tombstone struct {
	Receipt string    `json:"receipt"`
	At      time.Time `json:"at"`
	Subject Subject   `json:"subject"`
}

func (t Tombstone) receipt() Receipt {
	return Receipt{ID: t.Receipt, At: t.At, Kind: t.Subject.Kind, Workspace: t.Subject.Workspace, Subject: Hash(t.Subject.ID), Counts: map[string]int{}, Remaining: map[string]int{}}
}
