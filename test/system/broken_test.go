package system

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"maps"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/conversation"
	"github.com/webchatagent/wca/internal/egress"
	"github.com/webchatagent/wca/internal/personal"
	"github.com/webchatagent/wca/internal/proof"
)

// Each setting that breaks a promise turns it red, and says so in words.
func TestBrokenSettingsAreSeen(t *testing.T) {
	cases := []struct {
		name     string
		settings map[string]string
		environ  []string
		change   func(i *instance)
		id, says string
	}{
		{name: "no server log, but one of before", settings: map[string]string{"log_days": "0"}, change: func(i *instance) {
			logs := filepath.Join(i.app.Config.Data, "logs")
			must(i.t, os.MkdirAll(logs, 0o700))
			must(i.t, os.WriteFile(filepath.Join(logs, "access-2024-01-01.log"), []byte("{}\n"), 0o600))
		}, id: "J1", says: "one of before is still there: access-2024-01-01.log"},
		{name: "log for ever", settings: map[string]string{"log_days": "3650"}, id: "J1", says: "3650 days"},
		{name: "a log of long ago", change: func(i *instance) {
			logs := filepath.Join(i.app.Config.Data, "logs")
			must(i.t, os.MkdirAll(logs, 0o700))
			must(i.t, os.WriteFile(filepath.Join(logs, "access-2024-01-01.log"), []byte("{}\n"), 0o600))
		}, id: "J1", says: "access-2024-01-01.log"},
		{name: "a copy of the database beside it", change: func(i *instance) {
			must(i.t, os.WriteFile(filepath.Join(i.app.Config.Data, "wca.db.bak"), []byte("SQLite format 3\x00 and what was erased since"), 0o600))
		}, id: "K2", says: "wca.db.bak"},
		{name: "a cloud that is said to be here", environ: []string{"WCA_PROVIDERS_CLOUD_KIND=compatible", "WCA_PROVIDERS_CLOUD_BASE_URL=https://api.model.example/v1", "WCA_PROVIDERS_CLOUD_REGION=local"}, id: "L2", says: "another machine"},
		{name: "ledger for ever", settings: map[string]string{"ledger_years": "30"}, id: "E4", says: "ledger is kept for 30 years"},
		{name: "receipts for ever", settings: map[string]string{"erasure_years": "30"}, id: "E4", says: "erasures are kept for 30 years"},
		{name: "no region", environ: []string{"WCA_PROVIDERS_CLOUD_KIND=openai", "WCA_PROVIDERS_CLOUD_KEY=x"}, id: "L2", says: "“cloud” does not say where"},
		{name: "no TLS", settings: map[string]string{"public_url": "http://chat.example.com"}, id: "L1", says: "without encryption"},
		{name: "everybody is a proxy", settings: map[string]string{"trusted_proxies": "0.0.0.0/0"}, id: "J4", says: "was believed"},
		{name: "half the internet is a proxy", settings: map[string]string{"trusted_proxies": "10.0.0.0/8,0.0.0.0/1"}, id: "J4", says: "names 0.0.0.0/1"},
		{name: "everybody with IPv6 is a proxy", settings: map[string]string{"trusted_proxies": "fc00::/7,::/0"}, id: "J4", says: "names ::/0"},
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
		{name: "files that others may read", change: func(i *instance) {
			must(i.t, os.Chmod(filepath.Join(i.app.Config.Data, "wca.db"), 0o644))
			for folder := i.app.Config.Data; folder != filepath.Clean(os.TempDir()); folder = filepath.Dir(folder) {
				must(i.t, os.Chmod(folder, 0o755))
			}
		}, id: "L1", says: "Other users of this machine"},
		{name: "a provider that is gone", change: func(i *instance) { i.set(func(s *bot.Settings) { s.Model.Provider = "gone" }) }, id: "B3", says: "not configured: 1 bot"},
		{name: "vectors of a provider that is gone", change: func(i *instance) {
			i.set(func(s *bot.Settings) { s.Embedding = &bot.Embedding{Provider: "gone", Name: "m"} })
		}, id: "B3", says: "Vectors for search"},
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
			p.Kept = func(ctx context.Context, since time.Time, texts ...string) (map[string][]string, error) {
				if err := copyOnce(filepath.Join(data, "wca.db"), filepath.Join(data, "copy.db")); err != nil {
					return nil, err
				}
				return look(ctx, since, texts...)
			}
		}, []string{"C2", "K2"}},
		{"secrets in a file", func(p *proof.Instance) {
			p.Patience = 0
			look, file := p.Kept, filepath.Join(p.Config.Data, "debug.txt")
			p.Kept = func(ctx context.Context, since time.Time, texts ...string) (map[string][]string, error) {
				if err := os.WriteFile(file, []byte(strings.Join(texts, "\n")), 0o600); err != nil {
					return nil, err
				}
				return look(ctx, since, texts...)
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
