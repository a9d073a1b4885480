package web

import (
	"bytes"
	"context"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"
	"time"

	"github.com/webchatagent/wca/internal/source"
	"github.com/webchatagent/wca/internal/web/access"
	"github.com/webchatagent/wca/internal/web/remote"
)

// Behind a proxy that nobody has named all visitors share one limit of questions: the log says so, once, and of nobody
// else, as anybody may write such a header.
func TestAProxyThatIsNotTrustedIsNamedOnce_A08(t *testing.T) {
	for name, c := range map[string]struct {
		peer, forwarded string
		trusted         remote.Proxies
		own             bool
		want            int
	}{
		"a proxy on this machine": {peer: "127.0.0.1:999", forwarded: "198.51.100.7", want: 1},
		"a proxy nearby":          {peer: "10.1.2.3:999", forwarded: "198.51.100.7", want: 1},
		"a trusted one":           {peer: "10.1.2.3:999", forwarded: "198.51.100.7", trusted: remote.Proxies{netip.MustParsePrefix("10.0.0.0/8")}},
		"no proxy":                {peer: "127.0.0.1:999"},
		"somebody":                {peer: "203.0.113.5:999", forwarded: "198.51.100.7"},
		"our own checks":          {peer: "127.0.0.1:999", forwarded: "198.51.100.7", own: true},
	} {
		var out bytes.Buffer
		log := slog.New(slog.NewTextHandler(&out, nil))
		h := Handler(Options{Library: &source.Library{}, Proxies: c.trusted, Ready: func(context.Context) error { return nil }, Log: log, Access: access.Open(t.TempDir(), 0, time.Now, log)})
		for range 3 {
			r := httptest.NewRequest(http.MethodGet, "/readyz", nil)
			if c.own {
				r = r.WithContext(access.Own(r.Context()))
			}
			r.RemoteAddr = c.peer
			if c.forwarded != "" {
				r.Header.Set("X-Forwarded-For", c.forwarded)
			}
			h.ServeHTTP(httptest.NewRecorder(), r)
		}
		if n := strings.Count(out.String(), "trusted_proxies"); n != c.want || strings.Contains(out.String(), "198.51.100.7") {
			t.Errorf("%s: told %d times: %s", name, n, out.String())
		}
	}
}
