package crawl

import (
	"encoding/json"
	"testing"
)

func TestAPauseIsToldInSeconds(t *testing.T) {
	want := Pause{Wanted: 30, Kept: 7.5, Addresses: 12}
	for _, stored := range []string{`{"wanted_seconds":30,"kept_seconds":7.5,"addresses":12}`, `{"wanted_ns":30000000000,"kept_ns":7500000000,"addresses":12}`} {
		var got Pause
		if err := json.Unmarshal([]byte(stored), &got); err != nil || got != want {
			t.Errorf("%s is read as %+v, %v", stored, got, err)
		}
	}
	if told, err := json.Marshal(want); err != nil || string(told) != `{"wanted_seconds":30,"kept_seconds":7.5,"addresses":12}` {
		t.Errorf("%s, %v", told, err)
	}
}
