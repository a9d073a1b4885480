package crawl

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
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
