package system

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/webchatagent/wca/internal/app"
	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/proof"
	"github.com/webchatagent/wca/internal/token"
	"github.com/webchatagent/wca/internal/workspace"
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
		if r.State == proof.Broken || r.State == proof.Unchecked {
			t.Errorf("%s is %s: %s %s", id, r.State, r.Reason.En, r.Evidence.En)
		}
		if seen := r.Evidence; r.State != proof.Missing && (seen.De == "" || seen.En == "" || seen.De == seen.En) {
			t.Errorf("%s says what was checked as %q and %q", id, seen.De, seen.En)
		}
		if slices.Contains([]string{"A", "F", "G", "H", "I"}, id[:1]) && id != "A5" && r.State != proof.Missing {
			t.Errorf("%s is not built and %s", id, r.State)
		}
	}
	if page := i.text(i.do("GET", "/trust?lang=de", "")); !strings.Contains(page, "mit dem Schlüssel eines anderen: 404") || strings.Contains(page, "without a key") {
		t.Errorf("the German page: %s", page)
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

// A check that cannot be made is an error, and never counts as kept.
func TestChecksThatFailAreNoSuccess(t *testing.T) {
	i := begin(t, map[string]string{"log_days": "3650"})
	i.app.Prover.Instance.Stage = func(context.Context) (proof.Stage, error) { return proof.Stage{}, errors.New("no port is free") }
	report, err := i.app.Prover.Run(t.Context())
	if err == nil || strings.Count(err.Error(), "no port is free") != 1 {
		t.Errorf("error: %v", err)
	}
	for _, r := range report.Results {
		if want := map[string]proof.State{"D3": proof.Unchecked, "K2": proof.Unchecked, "J1": proof.Broken, "J2": proof.Holds, "A1": proof.Missing}[r.ID]; want != "" && r.State != want {
			t.Errorf("%s is %s, want %s", r.ID, r.State, want)
		}
	}
	for _, r := range report.Public().Results {
		if strings.Contains(r.Evidence.En, "no port is free") {
			t.Errorf("%s tells everybody of an error inside: %s", r.ID, r.Evidence.En)
		}
	}
}

// What the server has left in the system's folder for temporary files is not erased, such as a file that it took in.
func TestTemporaryFilesCountAsLeft_K2_U11(t *testing.T) {
	i := begin(t, nil)
	folder := t.TempDir()
	t.Setenv("TMPDIR", folder)
	left := filepath.Join(folder, "multipart-1")
	p := &i.app.Prover.Instance
	ask := p.Ask
	p.Patience = 0
	p.Ask = func(r *http.Request) (proof.Answer, error) {
		if r.Method == http.MethodPost && strings.HasSuffix(r.URL.Path, "/files") {
			body, err := io.ReadAll(r.Body)
			must(t, errors.Join(err, os.WriteFile(left, body, 0o600)))
			r.Body = io.NopCloser(bytes.NewReader(body))
		}
		return ask(r)
	}
	if r := proven(t, i.app)["K2"]; r.State != proof.Broken || r.Evidence.En != "still in "+left {
		t.Errorf("K2 %s: %s %s", r.State, r.Reason.En, r.Evidence.En)
	}
}

// What stood in that folder before a run began is not its own: how much others write there does not make a run longer.
func TestOnlyWhatARunMayHaveLeftIsLookedThrough_K2(t *testing.T) {
	i := begin(t, nil)
	folder := t.TempDir()
	t.Setenv("TMPDIR", folder)
	began := time.Now()
	for name, age := range map[string]time.Duration{"before": 10 * time.Minute, "since": 0} {
		file := filepath.Join(folder, name)
		must(t, errors.Join(os.WriteFile(file, []byte("kanarie"), 0o600), os.Chtimes(file, began.Add(-age), began.Add(-age))))
	}
	kept, err := i.app.Prover.Instance.Kept(t.Context(), began, "kanarie")
	if want := []string{filepath.Join(folder, "since")}; err != nil || !slices.Equal(kept["kanarie"], want) {
		t.Errorf("found in %v, %v, want %v", kept, err, want)
	}
}

// A killed run leaves workspaces; the next one removes them and nobody else's.
func TestChecksRemoveWhatAnEarlierRunHasLeft(t *testing.T) {
	i := begin(t, nil)
	for id, age := range map[string]time.Duration{"wsproof_old": time.Hour, "wsproof_running": time.Minute, "ws_customer": time.Hour} {
		at := time.Now().Add(-age)
		err := i.app.DB.CreateWorkspace(t.Context(),
			workspace.Workspace{ID: id, Name: "wca prove " + id, CreatedAt: at},
			workspace.Key{Workspace: id, ID: "key_" + id, Hash: token.Hash(id), Role: workspace.Owner, CreatedAt: at})
		must(t, err)
	}
	proven(t, i.app)
	all, err := i.app.DB.Workspaces(t.Context())
	must(t, err)
	left := map[string]bool{}
	for _, w := range all {
		left[w.ID] = true
	}
	if !left["ws_customer"] || !left["wsproof_running"] || !left[i.bot.Workspace] || len(left) != 3 {
		t.Errorf("left are %v", left)
	}
}

// Two servers on one database check at once, as they do after a common start: neither takes what the other
// has planted for its own.
func TestTwoServersCheckAtOnce_K2(t *testing.T) {
	i := begin(t, map[string]string{"database": postgres.New(t)})
	other := i.beside()
	var wait sync.WaitGroup
	for _, a := range []*app.App{i.app, other} {
		wait.Go(func() {
			report, err := a.Prover.Run(t.Context())
			if broken := report.Broken(); err != nil || len(broken) > 0 {
				t.Errorf("broken: %v, %v", broken, err)
			}
		})
	}
	wait.Wait()
}

func TestPromisesHoldOnPostgres(t *testing.T) {
	i := begin(t, map[string]string{"database": postgres.New(t)})
	results := proven(t, i.app)
	for _, id := range []string{"C2", "K2"} { // the tables were looked through, not only the files
		if !strings.HasPrefix(results[id].Evidence.En, "A random text stood in") {
			t.Errorf("%s: %s", id, results[id].Evidence.En)
		}
	}
	for id, r := range results {
		if r.State == proof.Broken || r.State == proof.Unchecked {
			t.Errorf("%s is %s: %s %s", id, r.State, r.Reason.En, r.Evidence.En)
		}
	}
}

func TestProvingAtTheCommandLine(t *testing.T) {
	d := sit(t)
	d.ok("bot", "create", "shop")
	table := d.ok("prove", "--language", "de")
	if !strings.Contains(table, "D3") || !strings.Contains(table, "noch nicht gebaut") || strings.Contains(table, "gebrochen") {
		t.Errorf("table: %s", table)
	}
	var report proof.Report
	must(t, json.Unmarshal([]byte(d.ok("prove", "--json")), &report))
	if len(report.Results) != len(proof.Promises()) || report.At.IsZero() {
		t.Errorf("JSON: %+v", report)
	}
	file := filepath.Join(t.TempDir(), "wca.toml")
	must(t, os.WriteFile(file, []byte("log_days = 3650\n"), 0o600))
	if code, _, messages := d.run("", "prove", "--config", file); code != 1 || !strings.Contains(messages, "broken: J1") {
		t.Errorf("a broken promise: %d, %s", code, messages)
	}
}

// A result is not shown for a day after settings were published that may break a promise: through
// whichever server, the checks run again a minute after the last run at the earliest.
func TestPublishedSettingsAreCheckedSoon_D3(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		i := begin(t, settings)
		p, now := i.app.Prover, time.Now()
		p.Instance.Now = func() time.Time { return now }
		due := func(later time.Duration) bool {
			t.Helper()
			now = now.Add(later)
			due, err := p.Due(t.Context())
			must(t, err)
			return due
		}
		run := func() proof.State {
			t.Helper()
			return proven(t, i.app)["D3"].State
		}
		if !due(0) {
			t.Error("a new server does not check")
		}
		if state := run(); state != proof.Holds || due(0) || due(5*time.Minute) {
			t.Errorf("D3 is %s; or it is checked again though nothing was published", state)
		}
		i.set(func(s *bot.Settings) { s.Personal.Off = []string{"PERSON"} })
		if !due(0) {
			t.Error("published settings are not checked")
		}
		if state := run(); state != proof.Broken || due(2*time.Minute) {
			t.Errorf("D3 is %s; or it is checked again though nothing was published", state)
		}
		must(t, i.app.DB.Publish(t.Context(), i.bot.Workspace, i.bot.ID, 1))
		run()
		i.set(func(s *bot.Settings) { s.Personal.Off = []string{"PERSON"} })
		if due(0) || due(30*time.Second) || !due(31*time.Second) {
			t.Error("there is not about a minute between two runs")
		}
		run()
		must(t, i.app.DB.Publish(t.Context(), i.bot.Workspace, i.bot.ID, 1)) // an older version put back
		if !due(2 * time.Minute) {
			t.Error("an older version put back is not checked")
		}
		if state := run(); state != proof.Holds {
			t.Errorf("D3 is %s with the older version", state)
		}
		// What another server makes for its own checks meanwhile is no reason to check here.
		err := i.app.DB.CreateWorkspace(t.Context(), workspace.Workspace{ID: "wsproof_other", Name: "wca prove", CreatedAt: now},
			workspace.Key{Workspace: "wsproof_other", ID: "key_other", Hash: token.Hash("other"), Role: workspace.Owner, CreatedAt: now})
		must(t, err)
		_, err = bot.Make(t.Context(), i.app.DB, "wsproof_other", "Radbot", bot.Default("quote"), now)
		must(t, err)
		if due(2*time.Minute) || !due(24*time.Hour) {
			t.Error("another server's checks are answered with checks, or a day is not")
		}
	})
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

// Where no server log is kept nothing is logged: the promise is kept, and the check says why.
func TestNoServerLogIsNoBrokenPromise_J1(t *testing.T) {
	i := begin(t, map[string]string{"log_days": "0"})
	if r := proven(t, i.app)["J1"]; r.State != proof.Holds || !strings.Contains(r.Evidence.En, "Nothing is logged") {
		t.Errorf("J1 is %s: %s", r.State, r.Evidence.En)
	}
}

// A server that has too much to do for the checks says so, with what to do, and does not report it as an error of its own.
func TestAServerWhoseChecksTakeTooLongSaysSo_K2(t *testing.T) {
	i := begin(t, map[string]string{"listen": "127.0.0.1:0"})
	server := i.beside()
	server.Prover.Instance.Kept = func(context.Context, time.Time, ...string) (map[string][]string, error) {
		return nil, fmt.Errorf("looking: %w", context.DeadlineExceeded)
	}
	ctx, end := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- server.Run(ctx, nil) }()
	for began := time.Now(); server.Prover.Last().At.IsZero(); time.Sleep(50 * time.Millisecond) {
		if time.Since(began) > 2*time.Minute {
			t.Fatal("nothing is checked")
		}
	}
	time.Sleep(200 * time.Millisecond) // until it is logged
	end()
	must(t, <-ended)
	log := i.log.String()
	if !strings.Contains(log, "promises were not checked") || !strings.Contains(log, "K2") || strings.Contains(log, "level=ERROR") {
		t.Errorf("the log says\n%s", log)
	}
}

// counted counts how often one bot is asked for.
type counted struct {
	bot.Store
	asked int
}

func (c *counted) Bot(ctx context.Context, workspace, id string) (bot.Bot, error) {
	c.asked++
	return c.Store.Bot(ctx, workspace, id)
}

func (c *counted) PublishedSettings(ctx context.Context, workspace, id string) (bot.Version, error) {
	c.asked++
	return c.Store.PublishedSettings(ctx, workspace, id)
}

// The checks look at all bots at once: with thousands of them they would take too long otherwise.
func TestChecksAskForNoBotByItself(t *testing.T) {
	i := begin(t, nil)
	for n := range 30 {
		_, err := i.app.NewBot(t.Context(), i.bot.Workspace, fmt.Sprint("Bot ", n))
		must(t, err)
	}
	bots := &counted{Store: i.app.Prover.Instance.Bots}
	i.app.Prover.Instance.Bots = bots
	proven(t, i.app)
	if bots.asked >= 30 {
		t.Errorf("%d bots were asked for", bots.asked)
	}
}
