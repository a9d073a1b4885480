package crawl

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
)

func packed(t *testing.T, text string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// A robots.txt counts however it is packed.
func TestAPackedRobotsTextCounts(t *testing.T) {
	const text = "User-agent: *\nDisallow: /closed\n"
	for name, answer := range map[string]func(w http.ResponseWriter, packed []byte){
		"as a file":   func(http.ResponseWriter, []byte) {},
		"gzip":        func(w http.ResponseWriter, _ []byte) { w.Header().Set("Content-Encoding", "gzip") },
		"x-gzip":      func(w http.ResponseWriter, _ []byte) { w.Header().Set("Content-Encoding", "x-gzip") },
		"named twice": func(w http.ResponseWriter, _ []byte) { w.Header().Set("Content-Encoding", "gzip") },
	} {
		body := packed(t, text)
		if name == "named twice" {
			body = packed(t, string(body))
		}
		s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path != "/robots.txt" {
				http.NotFound(w, r)
				return
			}
			answer(w, body)
			_, _ = w.Write(body)
		}))
		c, err := New(s.Client(), s.URL+"/", Rules{}, slog.New(slog.DiscardHandler))
		if err != nil {
			t.Fatal(err)
		}
		if r := c.fetchRobots(t.Context()); r.allowed(s.URL+"/closed") || !r.allowed(s.URL+"/open") {
			t.Errorf("%s: %+v", name, r)
		}
		s.Close()
	}
}

// Addresses too far from the start take no place among the variants of a path that are read.
func TestAddressesTooDeepTakeNoPlace(t *testing.T) {
	c, err := New(http.DefaultClient, "https://example.de/", Rules{MaxDepth: 1}, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	f := newMemory()
	var deep []string
	for i := range maxQueries {
		deep = append(deep, fmt.Sprintf("https://example.de/list?page=%d", i))
	}
	ctx := context.Background()
	if err := c.add(ctx, f, 2, deep); err != nil {
		t.Fatal(err)
	}
	if err := c.add(ctx, f, 1, []string{"https://example.de/list?page=first"}); err != nil {
		t.Fatal(err)
	}
	if !f.known["https://example.de/list?page=first"] {
		t.Error("it was taken for one of too many")
	}
}

// Who does not get to see a robots.txt does not know what it forbids (RFC 9309, 2.3.1.4): nothing is asked for, and
// what was read before stays.
func TestARobotsTextThatCannotBeHadClosesTheWebsite(t *testing.T) {
	cut := func(w http.ResponseWriter, _ *http.Request) { panic(http.ErrAbortHandler) }
	for name, c := range map[string]struct {
		answer http.HandlerFunc
		reason Reason
		asked  int
	}{
		"no answer": {cut, Unreachable, 2},
		"an error":  {func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusBadGateway) }, NoRobots, 1},
		"brotli": {func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Encoding", "br")
			_, _ = w.Write([]byte("\x0b\x02\x80text\x03"))
		}, NoRobots, 1},
		"broken gzip": {func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte("\x1f\x8bno gzip at all")) }, NoRobots, 1},
		"another host without an answer": {func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "http://127.0.0.1:1/robots.txt", http.StatusFound)
		}, Unreachable, 1},
	} {
		for _, known := range []bool{false, true} {
			t.Run(fmt.Sprint(name, known), func(t *testing.T) {
				var mu sync.Mutex
				var asked []string
				s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
					mu.Lock()
					asked = append(asked, r.URL.Path)
					mu.Unlock()
					if r.URL.Path == "/robots.txt" {
						c.answer(w, r)
					}
				}))
				defer s.Close()
				crawler, err := New(client(t, true), s.URL+"/", Rules{}, slog.New(slog.DiscardHandler))
				if err != nil {
					t.Fatal(err)
				}
				crawler.Known = known
				m := newMemory(Page{URL: s.URL + "/"})
				err = crawler.Run(t.Context(), m, handler(m, func(f Fetched) string { return f.URL }))
				o, finished := m.outcomes[s.URL+"/"]
				mu.Lock()
				defer mu.Unlock()
				var closed *Closed
				switch {
				case known && (!errors.As(err, &closed) || closed.Reason != c.reason || finished):
					t.Errorf("%v, %+v", err, o)
				case !known && (err != nil || o.State != Failed || o.Reason != c.reason):
					t.Errorf("%v, %+v", err, o)
				}
				if len(asked) != c.asked || slices.ContainsFunc(asked, func(path string) bool { return path != "/robots.txt" }) {
					t.Errorf("asked for %v", asked)
				}
			})
		}
	}
}

// Pages that the start address led to are not given up because it does not say for once where it leads.
func TestAStartAddressThatIsSilentGivesUpNothing(t *testing.T) {
	var home string
	lead := func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, home+"/", http.StatusFound) }
	for name, c := range map[string]struct {
		answer http.HandlerFunc
		want   string
	}{
		"as before":     {lead, ""},
		"an error":      {func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusInternalServerError) }, "server_error"},
		"not found":     {http.NotFound, "status"},
		"cut":           {func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }, "unreachable"},
		"leads nowhere": {func(http.ResponseWriter, *http.Request) {}, "leads to"},
	} {
		t.Run(name, func(t *testing.T) {
			home = strings.Replace(site(t, map[string]string{"/": "start", "/a": "a"}).URL, "127.0.0.1", "localhost", 1)
			old := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				if r.URL.Path == "/" {
					c.answer(w, r)
					return
				}
				http.NotFound(w, r)
			}))
			defer old.Close()
			crawler, err := New(client(t, true), old.URL+"/", Rules{}, slog.New(slog.DiscardHandler))
			if err != nil {
				t.Fatal(err)
			}
			crawler.Known = true
			m := newMemory(Page{URL: old.URL + "/"}, Page{URL: home + "/", Depth: 1}, Page{URL: home + "/a", Depth: 1})
			err = crawler.Run(t.Context(), m, handler(m, func(f Fetched) string { return f.URL }))
			if c.want == "" && (err != nil || m.outcomes[home+"/a"].State != Done) || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want) || len(m.outcomes) != 0) {
				t.Errorf("%v, %+v", err, m.outcomes)
			}
		})
	}
}
