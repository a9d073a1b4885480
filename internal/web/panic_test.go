package web

import (
	"bytes"
	"context"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/webchatagent/wca/internal/source"
	"github.com/webchatagent/wca/internal/web/access"
)

// A panic may carry what a visitor has written: the log says where it happened, not what it said (F36, J1).
func TestAPanicIsLoggedWithoutItsWords_J1_F36(t *testing.T) {
	var out bytes.Buffer
	log := slog.New(slog.NewTextHandler(&out, nil))
	said := any("regexp: Compile(`Ich heiße Kanarius`)")
	h := Handler(Options{Library: &source.Library{}, Ready: func(context.Context) error { panic(said) }, Log: log, Access: access.Open(t.TempDir(), 0, time.Now, log)})
	ask := func() (int, string) {
		out.Reset()
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/readyz", nil))
		return w.Code, out.String()
	}
	if status, log := ask(); status != http.StatusInternalServerError || strings.Contains(log, "Kanarius") || !strings.Contains(log, "panic_test.go") {
		t.Errorf("status %d, %s", status, log)
	}
	var none []int
	func() {
		defer func() { said = recover() }()
		_ = none[len(said.(string))]
	}()
	if _, log := ask(); !strings.Contains(log, "index out of range") {
		t.Errorf("what the runtime says is missing: %s", log)
	}
}
