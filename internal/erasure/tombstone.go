package erasure

import "time"

// Tombstone is what is kept of an erasure outside the database. One that was written anew from a receipt
// names its subject by the hash only.
type Tombstone struct {
	Receipt string    `json:"receipt"`
	At      time.Time `json:"at"`
	Subject Subject   `json:"subject"`
	Hash    string    `json:"hash,omitempty"` // of the subject's id, if that is ""
}

func (t Tombstone) receipt() Receipt {
	hash := t.Hash
	if t.Subject.ID != "" {
		hash = Hash(t.Subject.ID)
	}
	return Receipt{ID: t.Receipt, At: t.At, Kind: t.Subject.Kind, Workspace: t.Subject.Workspace, Subject: hash, Counts: map[string]int{}, Remaining: map[string]int{}}
}
