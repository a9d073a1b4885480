package system

import (
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/app"
	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/proof"
	"github.com/webchatagent/wca/internal/pseudonym"
	"github.com/webchatagent/wca/test/postgres"
)

// proven runs all checks and gives the results by id.
func proven(t *testing.T, a *app.App) map[string]proof.Result {
	t.Helper()
	report, err := a.Prover.Run(t.Context())
	must(t, err)
	results := map[string]proof.Result{}
	for _, r := range report.Results {
		results[r.ID] = r
	}
	if len(results) != len(proof.Promises()) {
		t.Fatalf("%d results of %d promises", len(results), len(proof.Promises()))
	}
	return results
}

func TestPromisesHoldOnANewInstance(t *testing.T) {
	i := begin(t, nil)
	for id, r := range proven(t, i.app) {
		if r.State == proof.Broken || r.State == proof.Unchecked && id != "E3" {
			t.Errorf("%s is %s: %s %s", id, r.State, r.Reason.En, r.Evidence)
		}
		if slices.Contains([]string{"A", "F", "G", "H", "I"}, id[:1]) && id != "A5" && r.State != proof.Missing {
			t.Errorf("%s is not built and %s", id, r.State)
		}
	}
	all, err := i.app.DB.Workspaces(t.Context())
	must(t, err)
	if len(all) != 1 {
		t.Errorf("%d workspaces are left", len(all))
	}
	for name, content := range i.everything() {
		if strings.Contains(content, "Kanarienburg") || strings.Contains(content, "Lagerbot") {
			t.Errorf("what the checks wrote is left in %s", name)
		}
	}
}

func TestPromisesHoldOnPostgres(t *testing.T) {
	i := begin(t, map[string]string{"database": postgres.New(t)})
	for id, r := range proven(t, i.app) {
		if r.State == proof.Broken || r.State == proof.Unchecked && id != "E3" {
			t.Errorf("%s is %s: %s %s", id, r.State, r.Reason.En, r.Evidence)
		}
	}
}

// Each setting that breaks a promise turns it red, and says so in words.
func TestBrokenSettingsAreSeen(t *testing.T) {
	cases := []struct {
		name     string
		settings map[string]string
		environ  []string
		change   func(i *instance)
		id, says string
	}{
		{name: "no server log", settings: map[string]string{"log_days": "0"}, id: "J1", says: "log_days = 0"},
		{name: "log for ever", settings: map[string]string{"log_days": "3650"}, id: "J1", says: "3650 days"},
		{name: "no region", environ: []string{"WCA_PROVIDERS_CLOUD_KIND=openai", "WCA_PROVIDERS_CLOUD_KEY=x"}, id: "L2", says: "“cloud” does not say where"},
		{name: "no TLS", settings: map[string]string{"public_url": "http://chat.example.com"}, id: "L1", says: "without encryption"},
		{name: "everybody is a proxy", settings: map[string]string{"trusted_proxies": "0.0.0.0/0"}, id: "J4", says: "was believed"},
		{name: "answers unchecked", change: func(i *instance) { i.set(func(s *bot.Settings) { s.Check = bot.CheckOff }) }, id: "C3", says: "1 bot"},
		{name: "types switched off", change: func(i *instance) { i.set(func(s *bot.Settings) { s.Personal.Off = []string{"email"} }) }, id: "D3", says: "1 bot"},
		{name: "kept too long", change: func(i *instance) {
			days := 900
			i.set(func(s *bot.Settings) { s.Retention.Days = &days })
		}, id: "E4", says: "longer than 365 days"},
		{name: "nothing recognised", change: func(i *instance) {
			i.app.Desk.Recognise = func(bot.Personal) pseudonym.Searcher { return blind{} }
		}, id: "D3", says: "Planted personal data"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			i := begin(t, c.settings, c.environ...)
			if c.change != nil {
				c.change(i)
			}
			r := proven(t, i.app)[c.id]
			if r.State != proof.Broken || !strings.Contains(r.Reason.En, c.says) || r.Reason.De == "" {
				t.Errorf("%s is %s: %q %q", c.id, r.State, r.Reason.En, r.Evidence)
			}
		})
	}
}

// blind recognises nothing.
type blind struct{}

func (blind) Find(string) []pseudonym.Entity { return nil }

func TestProvingAtTheCommandLine(t *testing.T) {
	d := sit(t)
	table := d.ok("prove", "--lang", "de")
	if !strings.Contains(table, "D3") || !strings.Contains(table, "noch nicht gebaut") || strings.Contains(table, "gebrochen") {
		t.Errorf("table: %s", table)
	}
	var report proof.Report
	must(t, json.Unmarshal([]byte(d.ok("prove", "--json")), &report))
	if len(report.Results) != len(proof.Promises()) || report.At.IsZero() {
		t.Errorf("JSON: %+v", report)
	}
	file := filepath.Join(t.TempDir(), "wca.toml")
	must(t, os.WriteFile(file, []byte("log_days = 0\n"), 0o600))
	if code, _, messages := d.run("", "prove", "--config", file); code != 1 || !strings.Contains(messages, "broken: J1") {
		t.Errorf("a broken promise: %d, %s", code, messages)
	}
}

// Anybody may read what the last check found, and customers' programs, too.
func TestTrustPageShowsTheLastCheck(t *testing.T) {
	i := begin(t, map[string]string{"log_days": "3650"})
	page := func(language string) string {
		t.Helper()
		response := i.do("GET", "/trust", "", "Accept-Language", language)
		text := i.text(response)
		if response.StatusCode != http.StatusOK || response.Header.Get("Set-Cookie") != "" ||
			!strings.HasPrefix(response.Header.Get("Content-Security-Policy"), "default-src 'none'") || strings.Contains(text, "<script") {
			t.Errorf("%d, %v", response.StatusCode, response.Header)
		}
		return text
	}
	if before := page("de"); !strings.Contains(before, "Die erste Prüfung läuft gleich") || strings.Contains(before, "<table") {
		t.Errorf("before the first check: %s", before)
	}
	proven(t, i.app)
	for language, wanted := range map[string][]string{
		"de-DE,de": {`<html lang="de"`, "Zuletzt geprüft", "noch nicht gebaut", "3650 Tage aufbewahrt"},
		"en":       {`<html lang="en"`, "Last checked", "not built yet", "is kept for 3650 days"},
	} {
		text := page(language)
		for _, w := range wanted {
			if !strings.Contains(text, w) {
				t.Errorf("in %s, %q is missing", language, w)
			}
		}
		if rows := strings.Count(text, `<th scope="row">`); rows != len(proof.Promises()) {
			t.Errorf("%d rows", rows)
		}
	}
	var report proof.Report
	i.manage("GET", "/v1/promises", "", &report)
	if broken := report.Broken(); len(report.Results) != len(proof.Promises()) || !slices.Equal(broken, []string{"J1"}) {
		t.Errorf("API: broken are %v of %d", broken, len(report.Results))
	}
}
