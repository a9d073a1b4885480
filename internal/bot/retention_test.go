package bot

import (
	"encoding/json"
	"testing"
)

func TestRetentionHasDefaultsAndLimits_E4(t *testing.T) {
	for given, want := range map[string]struct {
		kept, ledger int
		anonymises   bool
	}{
		`{}`:                             {90, 30, false},
		`{"days":0}`:                     {0, 0, false},
		`{"days":0,"ledger_days":30}`:    {0, 0, false},
		`{"days":7,"mode":"anonymise"}`:  {7, 7, true},
		`{"days":365,"ledger_days":60}`:  {365, 60, false},
		`{"ledger_days":0}`:              {90, 0, false},
		`{"days":180,"ledger_days":999}`: {180, 180, false},
	} {
		var r Retention
		if err := json.Unmarshal([]byte(given), &r); err != nil {
			t.Fatal(err)
		}
		s, err := Settings{Retention: r}.Checked()
		if got := s.Retention; err != nil || got.Kept() != want.kept || got.KeptInLedger() != want.ledger || got.Anonymises() != want.anonymises {
			t.Errorf("%s: %d days, ledger %d, anonymises %v, %v", given, got.Kept(), got.KeptInLedger(), got.Anonymises(), err)
		}
	}
	for _, wrong := range []string{`{"days":-1}`, `{"days":100000}`, `{"ledger_days":-1}`, `{"mode":"forget"}`} {
		var r Retention
		if err := json.Unmarshal([]byte(wrong), &r); err != nil {
			t.Fatal(err)
		}
		if _, err := (Settings{Retention: r}).Checked(); err == nil {
			t.Errorf("%s was accepted", wrong)
		}
	}
}
