package bot

// Retention says how long what visitors write is kept, and what becomes of it then (E4). The zero
// value means the defaults.
type Retention struct {
	Days   *int          `json:"days,omitempty"`        // after a conversation's last message, nil means 90; 0: no text is stored at all
	Mode   RetentionMode `json:"mode,omitempty"`        // what happens then
	Ledger *int          `json:"ledger_days,omitempty"` // how long the ledger keeps the bytes that left, nil means 30; counts stay; 0: they are not stored
}

// RetentionMode says what becomes of a conversation that may not be kept any longer.
type RetentionMode string

// The modes; an empty one means RetentionDelete.
const (
	RetentionDelete    RetentionMode = "delete"
	RetentionAnonymise RetentionMode = "anonymise" // text and what leads to the visitor go, counts stay
)

const (
	defaultDays   = 90
	defaultLedger = 30
	maxDays       = 3650
)

// Kept is after how many days without a message a conversation goes; 0 means that its text is held
// in memory only.
func (r Retention) Kept() int {
	if r.Days == nil {
		return defaultDays
	}
	return *r.Days
}

// KeptInLedger is for how many days the ledger keeps bodies: never longer than the conversation, of
// which they are a copy.
func (r Retention) KeptInLedger() int {
	if r.Ledger == nil {
		return min(defaultLedger, r.Kept())
	}
	return min(*r.Ledger, r.Kept())
}

// Anonymises reports whether counts stay when the text goes.
func (r Retention) Anonymises() bool { return r.Mode == RetentionAnonymise }

// outside says whether a number of days is none that can be kept.
func outside(days *int) bool { return days != nil && (*days < 0 || *days > maxDays) }

func (r Retention) check() error {
	if outside(r.Days) {
		return invalid("retention_wrong", "Retention lies between 0 days (nothing is stored) and %d days.", maxDays)
	}
	if outside(r.Ledger) {
		return invalid("ledger_retention_wrong", "The bytes that went to a model are kept between 0 days (only counts are) and %d days.", maxDays)
	}
	switch r.Mode {
	case "", RetentionDelete, RetentionAnonymise:
		return nil
	}
	return invalid("retention_mode_unknown", "The retention mode %q is unknown: use delete or anonymise.", r.Mode)
}
