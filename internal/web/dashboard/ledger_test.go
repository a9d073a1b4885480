package dashboard

import (
	"testing"

	"github.com/webchatagent/wca/internal/egress"
)

func TestWhatIsUnderwayHasNoSizeYet_D4(t *testing.T) {
	for want, entry := range map[string]egress.Transfer{"…": {}, "–": {Error: "timeout"}, "1,5\u00a0kB": {Status: 200, BytesIn: 1500}} {
		if got := received(entry, "de"); got != want {
			t.Errorf("%+v: %q, want %q", entry, got, want)
		}
	}
}
