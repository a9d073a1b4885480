// Package system tests the whole program: the real server on a real database, real HTTP, fakes only
// where other companies' servers would be.
package system

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/app"
	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/cli"
	"github.com/webchatagent/wca/internal/config"
	"github.com/webchatagent/wca/internal/demo"
	"github.com/webchatagent/wca/internal/source"
	llmfake "github.com/webchatagent/wca/test/fake/llm"
	"github.com/webchatagent/wca/test/postgres"
)

// The test program is wca itself when it is called with a command, as the extraction child is.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && !strings.HasPrefix(os.Args[1], "-") {
		os.Exit(cli.Main("test", os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
	}
	postgres.Main(m)
}

// instance is a running server with one bot that has read the sample site.
type instance struct {
	t    *testing.T
	app  *app.App
	url  string
	key  string // owner's
	bot  bot.Bot
	site string
	log  *bytes.Buffer

	config config.Config
}

// begin starts an instance. settings are added to a configuration for tests.
func begin(t *testing.T, settings map[string]string, environ ...string) *instance {
	t.Helper()
	data := dataDirectory(t)
	flags := map[string]string{"data": data, "allow_private": "true", "rate": "0"}
	for k, v := range settings {
		flags[k] = v
	}
	cfg, err := config.Load(config.Sources{Flags: flags, Environ: environ})
	if err != nil {
		t.Fatal(err)
	}
	i := &instance{t: t, log: &bytes.Buffer{}, config: cfg}
	i.app, err = app.Open(t.Context(), cfg, app.Options{Version: "test", Log: slog.New(slog.NewTextHandler(&locked{w: i.log}, &slog.HandlerOptions{Level: slog.LevelDebug}))})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := i.app.Close(); err != nil {
			t.Error(err)
		}
	})
	w, secret, err := i.app.Keys.FirstStart(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	i.key = secret
	handler := i.app.Handler()
	server := httptest.NewServer(handler)
	t.Cleanup(func() {
		server.Close()
		i.app.Desk.Running.Wait(context.Background())
	})
	i.url = server.URL
	if i.bot, err = i.app.NewBot(t.Context(), w.ID, "Radbot"); err != nil {
		t.Fatal(err)
	}
	return i
}

// beginWith starts an instance whose bots ask the model.
func beginWith(t *testing.T, settings map[string]string, model *llmfake.Server, environ ...string) *instance {
	t.Helper()
	all := map[string]string{"model": "fake/m"}
	maps.Copy(all, settings)
	return begin(t, all, append(configured("fake", model), environ...)...)
}

// configured is the environment that makes a model that of a provider of this name.
func configured(name string, model *llmfake.Server) []string {
	name = "WCA_PROVIDERS_" + strings.ToUpper(name)
	return []string{name + "_KIND=" + model.Kind, name + "_BASE_URL=" + model.BaseURL(), name + "_KEY=" + llmfake.Key}
}

// beside opens another process on the same database: another server, or a command.
func (i *instance) beside() *app.App {
	i.t.Helper()
	other, err := app.Open(i.t.Context(), i.config, app.Options{Version: "test", Log: slog.New(slog.NewTextHandler(&locked{w: i.log}, nil))})
	must(i.t, err)
	i.t.Cleanup(func() { must(i.t, other.Close()) })
	return other
}

// dataDirectory is an empty one, but for the compiled PDF reader: it is the same for all, and
// making it takes seconds.
func dataDirectory(t *testing.T) string {
	t.Helper()
	data := t.TempDir()
	shared := filepath.Join(os.TempDir(), "wca-test-cache")
	must(t, os.MkdirAll(shared, 0o700))
	must(t, os.Symlink(shared, filepath.Join(data, "cache")))
	return data
}

// read lets the bot read the sample site.
func (i *instance) read() *instance {
	i.t.Helper()
	site := httptest.NewServer(demo.Site(demo.Options{}))
	i.t.Cleanup(site.Close)
	i.site = site.URL
	s, err := i.app.Library.AddSite(i.t.Context(), i.bot.Workspace, i.bot.ID, source.Website{Address: site.URL, Rules: demo.Rules()})
	if err != nil {
		i.t.Fatal(err)
	}
	i.ingest(s.ID)
	return i
}

func (i *instance) ingest(source string) {
	i.t.Helper()
	for {
		again, err := i.app.Library.Ingest(i.t.Context(), i.bot.Workspace, i.bot.ID, source, nil)
		if err != nil {
			i.t.Fatal(err)
		}
		if !again {
			return
		}
	}
}

// set publishes changed settings of the bot.
func (i *instance) set(change func(s *bot.Settings)) {
	i.t.Helper()
	version, err := i.app.DB.PublishedSettings(i.t.Context(), i.bot.Workspace, i.bot.ID)
	if err != nil {
		i.t.Fatal(err)
	}
	change(&version.Settings)
	if _, err := bot.Publish(i.t.Context(), i.app.DB, i.bot, version.Settings, i.app.Keys.Now()); err != nil {
		i.t.Fatal(err)
	}
}

// do sends a request as a browser on our own page does, or with other headers.
func (i *instance) do(method, path, body string, headers ...string) *http.Response {
	i.t.Helper()
	r, err := http.NewRequestWithContext(i.t.Context(), method, i.url+path, strings.NewReader(body))
	if err != nil {
		i.t.Fatal(err)
	}
	if body != "" {
		r.Header.Set("Content-Type", "application/json")
	}
	r.Header.Set("Origin", i.url)
	for n := 0; n < len(headers); n += 2 {
		r.Header.Del(headers[n])
		if headers[n+1] != "" {
			r.Header.Set(headers[n], headers[n+1])
		}
	}
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		i.t.Fatal(err)
	}
	i.t.Cleanup(func() { response.Body.Close() })
	return response
}

// manage calls the API with the owner's key and decodes the answer into out, if not nil.
func (i *instance) manage(method, path, body string, out any) int {
	i.t.Helper()
	response := i.do(method, path, body, "Authorization", "Bearer "+i.key, "Origin", "")
	text := i.text(response)
	if out != nil && response.StatusCode/100 == 2 {
		if err := json.Unmarshal([]byte(text), out); err != nil {
			i.t.Fatalf("%s %s: %v in %s", method, path, err, text)
		}
	}
	return response.StatusCode
}

func (i *instance) text(r *http.Response) string {
	i.t.Helper()
	body, err := io.ReadAll(r.Body)
	if err != nil {
		i.t.Fatal(err)
	}
	return string(body)
}

func (i *instance) chat(path string) string { return "/v1/chat/" + i.bot.PublicID + path }

// reply is an answer as its events told it.
type reply struct {
	Status                    int
	Session, Question, Answer string
	Streamed, Text            string
	Refused, Stopped          bool
	Citations                 []struct{ Title, URL, Document, Passage string }
	Error                     string
}

// said is all that an answer's citations say.
func (r reply) said() string {
	var out strings.Builder
	for _, c := range r.Citations {
		out.WriteString(c.Title + "\n" + c.Passage + "\n")
	}
	return out.String()
}

// ask asks as a visitor and reads the stream to its end.
func (i *instance) ask(session, text string) reply {
	i.t.Helper()
	body, err := json.Marshal(map[string]string{"text": text, "language": "de"})
	if err != nil {
		i.t.Fatal(err)
	}
	response := i.do("POST", i.chat("/messages"), string(body), "WCA-Session", session)
	out := reply{Status: response.StatusCode, Session: session}
	if response.StatusCode != http.StatusOK {
		out.Error = i.text(response)
		return out
	}
	events(i.t, response.Body, func(name string, data []byte) {
		switch name {
		case "start":
			var e struct{ Session, Message, Answer string }
			must(i.t, json.Unmarshal(data, &e))
			if e.Session != "" {
				out.Session = e.Session
			}
			out.Question, out.Answer = e.Message, e.Answer
		case "delta":
			var e struct{ Text string }
			must(i.t, json.Unmarshal(data, &e))
			out.Streamed += e.Text
		case "done":
			must(i.t, json.Unmarshal(data, &out))
		case "error":
			var e struct{ Message string }
			must(i.t, json.Unmarshal(data, &e))
			out.Error = e.Message
		default:
			i.t.Errorf("unknown event %q", name)
		}
	})
	return out
}

// events reads server-sent events.
func events(t *testing.T, from io.Reader, each func(name string, data []byte)) {
	t.Helper()
	lines := bufio.NewScanner(from)
	lines.Buffer(nil, 1<<20)
	name := ""
	for lines.Scan() {
		if rest, ok := strings.CutPrefix(lines.Text(), "event: "); ok {
			name = rest
		}
		if rest, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
			each(name, []byte(rest))
		}
	}
	must(t, lines.Err())
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
