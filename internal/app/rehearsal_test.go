package app

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// What stands in an address is found however it is escaped there.
func TestARehearsalReadsAddresses(t *testing.T) {
	var r rehearsal
	for _, target := range []string{"/v1/a%40b.de", "/v1?from=c%40d.de", "/v1?broken=%zz"} {
		r.ServeHTTP(httptest.NewRecorder(), httptest.NewRequestWithContext(t.Context(), http.MethodPost, target, strings.NewReader("{}")))
	}
	for _, said := range []string{"a@b.de", "c@d.de", "broken"} {
		if !strings.Contains(r.above(), said) {
			t.Errorf("%q is not found in %q", said, r.above())
		}
	}
}
