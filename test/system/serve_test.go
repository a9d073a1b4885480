package system

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	llmfake "github.com/webchatagent/wca/test/fake/llm"
	"github.com/webchatagent/wca/test/postgres"
)

// serving is `wca serve` as a process.
type serving struct {
	d       *desk
	address string
	cmd     *exec.Cmd
	stderr  soFar
}

func (d *desk) serve() *serving {
	d.t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	must(d.t, err)
	s := &serving{d: d, address: l.Addr().String()}
	must(d.t, l.Close())
	s.start()
	return s
}

func (s *serving) start() {
	s.d.t.Helper()
	s.begin()
	s.until("the server is ready", func() bool {
		response, err := http.Get("http://" + s.address + "/readyz")
		if err != nil {
			return false
		}
		defer response.Body.Close()
		return response.StatusCode == http.StatusOK
	})
}

func (s *serving) begin() {
	s.d.t.Helper()
	s.cmd = exec.CommandContext(s.d.t.Context(), os.Args[0], "serve", "--listen", s.address, "--allow-private", "--quiet")
	s.cmd.Dir, s.cmd.Env, s.cmd.Stderr = s.d.dir, s.d.env, &s.stderr
	must(s.d.t, s.cmd.Start())
}

func (s *serving) kill() {
	s.d.t.Helper()
	if err := s.cmd.Process.Kill(); err != nil && !errors.Is(err, os.ErrProcessDone) {
		s.d.t.Fatal(err)
	}
	_ = s.cmd.Wait() // it was killed
}

// until asks again and again until something is so.
func (s *serving) until(what string, so func() bool) {
	s.d.t.Helper()
	tick := time.NewTicker(50 * time.Millisecond)
	defer tick.Stop()
	patience := time.After(60 * time.Second)
	for !so() {
		select {
		case <-tick.C:
		case <-patience:
			s.d.t.Fatalf("waited in vain: %s\n%s", what, s.stderr.String())
		}
	}
}

func (s *serving) manage(key, method, path, body string, out any) {
	s.d.t.Helper()
	r, err := http.NewRequestWithContext(s.d.t.Context(), method, "http://"+s.address+path, strings.NewReader(body))
	must(s.d.t, err)
	r.Header.Set("Authorization", "Bearer "+key)
	r.Header.Set("Content-Type", "application/json")
	response, err := http.DefaultClient.Do(r)
	must(s.d.t, err)
	defer response.Body.Close()
	if response.StatusCode/100 != 2 {
		s.d.t.Fatalf("%s %s: status %d", method, path, response.StatusCode)
	}
	must(s.d.t, json.NewDecoder(response.Body).Decode(out))
}

// What is added by the API is read by the server's jobs; a server killed while it reads goes on
// after its restart, and nothing stands in the index twice.
func TestJobsSurviveAKill_C2_G05(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		const pages = 40
		site := halting(t, pages)
		d := sitOn(t, settings)
		d.ok("bot", "create", "shop")
		key := strings.TrimSpace(d.ok("keys", "create", "test", "--role", "owner"))
		if listed := d.ok("keys", "list", "--json"); !strings.Contains(listed, `"label":"test","prefix":"`+key[:8]) || strings.Contains(listed, key) {
			t.Errorf("keys list --json: %s", listed)
		}
		s := d.serve()
		t.Cleanup(s.kill)
		var bots []botView
		s.manage(key, "GET", "/v1/bots", "", &bots)
		type view struct {
			ID, State string
			Counts    countsLine
		}
		var source view
		s.manage(key, "POST", "/v1/bots/"+bots[0].ID+"/sources", `{"address":"`+site.url+`/p00"}`, &source)
		<-site.reached
		s.kill()
		site.goOn()
		s.start()
		s.until("the source is read", func() bool {
			s.manage(key, "GET", "/v1/bots/"+bots[0].ID+"/sources/"+source.ID, "", &source)
			return source.State != "running" && source.State != "queued"
		})
		if source.State != "ready" || source.Counts.Documents != pages || source.Counts.Passages != pages || source.Counts.Pending != 0 {
			t.Errorf("%+v", source)
		}
		var hits []cliHit
		s.manage(key, "GET", "/v1/bots/"+bots[0].ID+"/search?k=100&q=Thema", "", &hits)
		seen := map[string]bool{}
		for _, h := range hits {
			if seen[h.Document] {
				t.Errorf("%s stands twice in the index", h.Document)
			}
			seen[h.Document] = true
		}
		if len(seen) < pages/2 {
			t.Errorf("only %d pages are found", len(seen))
		}
	})
}

// A service's output is kept by others: the owner key is not in it.
func TestTheOwnerKeyStandsInNoLog(t *testing.T) {
	d := sit(t)
	s := d.serve()
	defer s.kill()
	path := filepath.Join(d.data, "owner-key")
	key, err := os.ReadFile(path)
	must(t, err)
	info, err := os.Stat(path)
	must(t, err)
	var bots []any
	s.manage(strings.TrimSpace(string(key)), "GET", "/v1/bots", "", &bots)
	if said := s.stderr.String(); strings.Contains(said, strings.TrimSpace(string(key))) || !strings.Contains(said, "owner-key") || info.Mode().Perm() != 0o600 {
		t.Errorf("said %q, mode %v", said, info.Mode())
	}
}

// Servers that share a database but not the secret key write different placeholders: they say so, and
// which file to copy. With the same key there is nothing to say.
func TestServersWithDifferentKeysSaySo_D3(t *testing.T) {
	dsn := "WCA_DATABASE=" + postgres.New(t)
	const warning = "different secret keys"
	served := func(d *desk) string {
		t.Helper()
		d.env = append(d.env, dsn)
		s := d.serve()
		s.kill()
		return s.stderr.String()
	}
	first, second, third := sit(t), sit(t), sit(t)
	if log := served(first); strings.Contains(log, warning) {
		t.Errorf("the only server: %s", log)
	}
	file := filepath.Join(second.data, "secret.key")
	if log := served(second); strings.Count(log, warning) != 1 || !strings.Contains(log, file) {
		t.Errorf("another key: %s", log)
	}
	key, err := os.ReadFile(filepath.Join(first.data, "secret.key"))
	must(t, err)
	must(t, os.WriteFile(filepath.Join(third.data, "secret.key"), key, 0o600))
	if log := served(third); strings.Count(log, warning) != 1 {
		t.Errorf("the second server's key was in use a moment ago: %s", log)
	}

	dsn = "WCA_DATABASE=" + postgres.New(t)
	for _, d := range []*desk{first, third} {
		if log := served(d); strings.Contains(log, warning) {
			t.Errorf("the same key: %s", log)
		}
	}
}

// A server that is stopped while a model writes for longer than it waits breaks the answer off: the visitor's stream ends
// with an event that says so, what was written is stored, and the question can be asked again after the next start.
func TestAStopBreaksOffLongAnswers_A61(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		tokens := strings.SplitAfter("Am Samstag ist von 10 bis 16 Uhr geöffnet [1]. Und dann kommt nichts mehr", " ")
		between := make(chan struct{}, len(tokens))
		for range len(tokens) - 2 { // the last never comes
			between <- struct{}{}
		}
		defer close(between)
		model := llmfake.New(t, "openai",
			llmfake.Script{Tokens: tokens, Between: between},
			llmfake.Script{Tokens: []string{"Am Samstag von 10 bis 16 Uhr [1]."}})
		d := sitOn(t, settings)
		d.env = append(append(d.env, configured("fake", model)...), "WCA_DRAIN=1s", "WCA_MODEL=fake/m")
		d.ok("bot", "create", "shop")
		d.ok("ingest", d.write("zeiten.txt", "Die Werkstatt ist am Samstag von 10 bis 16 Uhr geöffnet."))
		public := fmt.Sprint(lines[map[string]any](t, d.ok("bot", "list", "--json"))[0]["public_id"])
		s := d.serve()
		post := func(session string) *http.Response {
			r, err := http.NewRequestWithContext(t.Context(), "POST", "http://"+s.address+"/v1/chat/"+public+"/messages", strings.NewReader(`{"text":"Wann ist die Werkstatt am Samstag geöffnet?","client_id":"once"}`))
			must(t, err)
			r.Header.Set("Content-Type", "application/json")
			r.Header.Set("Origin", "http://"+s.address)
			if session != "" {
				r.Header.Set("WCA-Session", session)
			}
			response, err := http.DefaultClient.Do(r)
			must(t, err)
			return response
		}
		response := post("")
		model.Await(1)
		time.Sleep(300 * time.Millisecond)
		must(t, s.cmd.Process.Signal(syscall.SIGTERM))
		all, err := io.ReadAll(response.Body)
		if stream := string(all); err != nil || !strings.Contains(stream, "event: error") || !strings.Contains(stream, "mittendrin abgebrochen") || !strings.Contains(stream, `"retry":true`) {
			t.Errorf("the stream: %v, %s", err, stream)
		}
		if err := s.cmd.Wait(); err != nil {
			t.Errorf("the server ended with %v", err)
		}
		if log := s.stderr.String(); !strings.Contains(log, "answers were broken off") {
			t.Errorf("the log: %s", log)
		}
		_, rest, _ := strings.Cut(string(all), `"session":"`)
		session, _, _ := strings.Cut(rest, `"`)
		s.start()
		r, err := http.NewRequestWithContext(t.Context(), "GET", "http://"+s.address+"/v1/chat/"+public+"/messages", nil)
		must(t, err)
		r.Header.Set("WCA-Session", session)
		r.Header.Set("Origin", "http://"+s.address)
		shown, err := http.DefaultClient.Do(r)
		must(t, err)
		if body, err := io.ReadAll(shown.Body); err != nil || !strings.Contains(string(body), "Am Samstag ist von 10 bis 16 Uhr") || !strings.Contains(string(body), `"failed"`) {
			t.Errorf("what was written: %v, %s", err, body)
		}
		if again, err := io.ReadAll(post(session).Body); err != nil || !strings.Contains(string(again), "event: done") {
			t.Errorf("asked again: %v, %s", err, again)
		}
	})
}
