package system

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"maps"
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
	"github.com/webchatagent/wca/internal/conversation"
	"github.com/webchatagent/wca/internal/egress"
	"github.com/webchatagent/wca/internal/personal"
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
	i := begin(t, map[string]string{"log_days": "0"})
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

// A killed run leaves workspaces; the next one removes them and nobody else's.
func TestChecksRemoveWhatAnEarlierRunHasLeft(t *testing.T) {
	i := begin(t, nil)
	for id, age := range map[string]time.Duration{"wsproof_old": time.Hour, "wsproof_running": time.Minute, "ws_customer": time.Hour} {
		at := time.Now().Add(-age)
		_, err := i.app.DB.CreateWorkspace(t.Context(),
			workspace.Workspace{ID: id, Name: "wca prove " + id, CreatedAt: at},
			workspace.Key{Workspace: id, ID: "key_" + id, Hash: token.Hash(id), Role: workspace.Owner, CreatedAt: at}, false)
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
		{name: "ledger for ever", settings: map[string]string{"ledger_years": "30"}, id: "E4", says: "ledger is kept for 30 years"},
		{name: "receipts for ever", settings: map[string]string{"erasure_years": "30"}, id: "E4", says: "erasures are kept for 30 years"},
		{name: "no region", environ: []string{"WCA_PROVIDERS_CLOUD_KIND=openai", "WCA_PROVIDERS_CLOUD_KEY=x"}, id: "L2", says: "“cloud” does not say where"},
		{name: "no TLS", settings: map[string]string{"public_url": "http://chat.example.com"}, id: "L1", says: "without encryption"},
		{name: "everybody is a proxy", settings: map[string]string{"trusted_proxies": "0.0.0.0/0"}, id: "J4", says: "was believed"},
		{name: "answers unchecked", change: func(i *instance) { i.set(func(s *bot.Settings) { s.Check = bot.CheckOff }) }, id: "C3", says: "1 bot"},
		{name: "types switched off", change: func(i *instance) { i.set(func(s *bot.Settings) { s.Personal.Off = []string{"EMAIL"} }) }, id: "D3", says: "1 bot"},
		{name: "kept too long", change: func(i *instance) {
			days := 900
			i.set(func(s *bot.Settings) { s.Retention.Days = &days })
		}, id: "E4", says: "longer than 365 days"},
		{name: "the job does not run", change: func(i *instance) {
			i.app.Prover.Instance.Now = func() time.Time { return time.Now().Add(72 * time.Hour) }
		}, id: "E4", says: "Is the server (wca serve) running?"},
		{name: "a provider without TLS", environ: []string{"WCA_PROVIDERS_CLOUD_KIND=compatible", "WCA_PROVIDERS_CLOUD_BASE_URL=http://api.model.example/v1", "WCA_PROVIDERS_CLOUD_REGION=EU"}, id: "L1", says: "“cloud” without encryption"},
		{name: "files that others may read", change: func(i *instance) { must(i.t, os.Chmod(filepath.Join(i.app.Config.Data, "wca.db"), 0o644)) }, id: "L1", says: "Other users of this machine"},
		{name: "a provider that is gone", change: func(i *instance) { i.set(func(s *bot.Settings) { s.Model.Provider = "gone" }) }, id: "B3", says: "not configured: 1 bot"},
		{name: "erasures that cannot be noted", change: func(i *instance) { i.app.Eraser.Journal = "/nonexistent/erasures.jsonl" }, id: "C2", says: "Erasing fails"},
		{name: "conversations that cannot be erased", change: func(i *instance) { i.app.Eraser.Journal = "/nonexistent/erasures.jsonl" }, id: "K2", says: "Erasing fails"},
		{name: "names not recognised", change: func(i *instance) {
			i.app.Desk.Recognise = func(bot.Personal) personal.Searcher { return bot.Finder(bot.Personal{Off: []string{"PERSON"}}) }
		}, id: "D3", says: "Planted personal data"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			i := begin(t, c.settings, c.environ...)
			if c.change != nil {
				c.change(i)
			}
			report, _ := i.app.Prover.Run(t.Context()) // what is broken may be an error, too
			at := slices.IndexFunc(report.Results, func(r proof.Result) bool { return r.ID == c.id })
			if at < 0 {
				t.Fatalf("no result for %s", c.id)
			}
			r := report.Results[at]
			if r.State != proof.Broken || !strings.Contains(r.Reason.En, c.says) || r.Reason.De == "" {
				t.Errorf("%s is %s: %q %q", c.id, r.State, r.Reason.En, r.Evidence.En)
			}
		})
	}
}

// A bot of which no bytes are kept, though their entries are, lets nobody inspect what was sent.
func TestALedgerWithoutBytesIsNoFullAccount_D4(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		short := map[string]string{"ledger_years": "0"} // an entry stays with its conversation all the same
		maps.Copy(short, settings)
		i := begin(t, short)
		if got := proven(t, i.app)["D4"]; got.State != proof.Holds || !strings.Contains(got.Reason.En, "for 30 days") || !strings.Contains(got.Reason.De, "30 Tage") {
			t.Errorf("as it is: %s, %q", got.State, got.Reason)
		}
		for _, keeping := range []bot.Retention{{Ledger: new(int)}, {Days: new(int)}} {
			i.set(func(s *bot.Settings) { s.Retention = keeping })
			if got := proven(t, i.app)["D4"]; got.State != proof.Partly || !strings.Contains(got.Reason.En, "cannot be inspected") || !strings.Contains(got.Reason.De, "1 Bot.") {
				t.Errorf("%+v: %s, %q", keeping, got.State, got.Reason)
			}
		}
	})
}

// What the instance would do wrongly is seen, whoever does it.
func TestBrokenBehaviourIsSeen_A5_E1_J2_J3_J1_C2_K2_E2_L1_D4(t *testing.T) {
	cases := []struct {
		name   string
		change func(instance *proof.Instance)
		red    []string
	}{
		{"a cookie on every page", func(p *proof.Instance) {
			p.Ask = altered(p.Ask, func(a *proof.Answer) { a.Header.Set("Set-Cookie", "id=1") })
		}, []string{"E1", "J2"}},
		{"a font from elsewhere", func(p *proof.Instance) {
			p.Ask = altered(p.Ask, func(a *proof.Answer) {
				a.Body = append(a.Body, `<link rel="stylesheet" href="https://fonts.example/css">`...)
			})
		}, []string{"E1", "J3"}},
		{"every key opens every bot", func(p *proof.Instance) {
			p.Ask = altered(p.Ask, func(a *proof.Answer) { a.Status = http.StatusOK })
		}, []string{"A5", "K1"}},
		{"an objection that nobody hears", func(p *proof.Instance) {
			ask := p.Ask
			p.Ask = func(r *http.Request) (proof.Answer, error) {
				if r.Method == http.MethodPatch && r.Header.Get("WCA-Session") != "" {
					r = r.Clone(r.Context())
					r.Body = io.NopCloser(strings.NewReader("{}"))
				}
				return ask(r)
			}
		}, []string{"K1"}},
		{"contact data in the conversation", func(p *proof.Instance) {
			p.Conversations = talkative{p.Conversations}
		}, []string{"E2"}},
		{"a copy of the database", func(p *proof.Instance) {
			p.Patience = 0
			look, data := p.Kept, p.Config.Data
			p.Kept = func(ctx context.Context, texts ...string) (map[string][]string, error) {
				if err := copyOnce(filepath.Join(data, "wca.db"), filepath.Join(data, "copy.db")); err != nil {
					return nil, err
				}
				return look(ctx, texts...)
			}
		}, []string{"C2", "K2"}},
		{"secrets in a file", func(p *proof.Instance) {
			p.Patience = 0
			look, file := p.Kept, filepath.Join(p.Config.Data, "debug.txt")
			p.Kept = func(ctx context.Context, texts ...string) (map[string][]string, error) {
				if err := os.WriteFile(file, []byte(strings.Join(texts, "\n")), 0o600); err != nil {
					return nil, err
				}
				return look(ctx, texts...)
			}
		}, []string{"C2", "E2", "K2", "L1"}},
		{"a ledger that tells less than left", func(p *proof.Instance) {
			p.Ledger = shortened{p.Ledger}
		}, []string{"D4"}},
		{"full addresses in the server log", func(p *proof.Instance) {
			ask, log := p.Ask, filepath.Join(p.Config.Data, "logs", "access-2026-01-01.log")
			p.Ask = func(r *http.Request) (proof.Answer, error) {
				line := r.RemoteAddr + " " + r.Header.Get("Referer") + "\n"
				if err := errors.Join(os.MkdirAll(filepath.Dir(log), 0o700), os.WriteFile(log, []byte(line), 0o600)); err != nil {
					return proof.Answer{}, err
				}
				return ask(r)
			}
		}, []string{"J1"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			i := begin(t, nil)
			c.change(&i.app.Prover.Instance)
			var red []string
			for id, r := range proven(t, i.app) {
				if r.State == proof.Broken {
					red = append(red, id)
				}
			}
			slices.Sort(red)
			if !slices.Equal(red, c.red) {
				t.Errorf("broken: %v, want %v", red, c.red)
			}
		})
	}
}

// talkative writes contact data into messages.
type talkative struct{ proof.Conversations }

func (s talkative) Messages(ctx context.Context, workspace, bot, session string) ([]conversation.Message, error) {
	all, err := s.Conversations.Messages(ctx, workspace, bot, session)
	contact, missing := s.Contact(ctx, workspace, bot, session)
	if missing == nil && len(all) > 0 {
		all[0].Text += " " + contact.Name
	}
	return all, err
}

// shortened is a ledger that keeps the beginning of what left.
type shortened struct{ ledger }

type ledger = proof.Ledger

func (l shortened) Transfers(ctx context.Context, workspace, bot, answer string) ([]egress.Transfer, error) {
	all, err := l.ledger.Transfers(ctx, workspace, bot, answer)
	for i := range all {
		all[i].Body = all[i].Body[:len(all[i].Body)/2]
	}
	return all, err
}

// altered changes what an instance answers.
func altered(ask func(*http.Request) (proof.Answer, error), change func(*proof.Answer)) func(*http.Request) (proof.Answer, error) {
	return func(r *http.Request) (proof.Answer, error) {
		a, err := ask(r)
		change(&a)
		return a, err
	}
}

// copyOnce copies a database and its log into one file, unless that is there already.
func copyOnce(from, to string) error {
	if _, err := os.Stat(to); err == nil {
		return nil
	}
	var all []byte
	for _, name := range []string{from, from + "-wal"} {
		content, err := os.ReadFile(name)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		all = append(all, content...)
	}
	return os.WriteFile(to, all, 0o600)
}

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
		_, err := i.app.DB.CreateWorkspace(t.Context(), workspace.Workspace{ID: "wsproof_other", Name: "wca prove", CreatedAt: now},
			workspace.Key{Workspace: "wsproof_other", ID: "key_other", Hash: token.Hash("other"), Role: workspace.Owner, CreatedAt: now}, false)
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
