package sse

import (
	"bytes"
	"net/http"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// connection is a writer that keeps what it is sent and knows its deadline. The beat writes from a goroutine of its own.
type connection struct {
	header http.Header

	mu       sync.Mutex
	sent     bytes.Buffer
	deadline time.Time
	flushed  int // how much of sent has left
}

func (c *connection) Header() http.Header { return c.header }
func (c *connection) WriteHeader(int)     {}

func (c *connection) Flush() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.flushed = c.sent.Len()
}

func (c *connection) Write(p []byte) (int, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.sent.Write(p)
}

func (c *connection) SetWriteDeadline(t time.Time) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.deadline = t
	return nil
}

func (c *connection) seen() (sent string, left time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.sent.String(), time.Until(c.deadline)
}

func TestTheLastEventLeavesWithTheEndOfTheResponse(t *testing.T) {
	c := &connection{header: http.Header{}}
	s := Open(c)
	if err := s.Send("delta", 1); err != nil {
		t.Fatal(err)
	}
	left := c.sent.Len()
	if err := s.Last("done", 2); err != nil {
		t.Fatal(err)
	}
	s.Close()
	if !strings.HasSuffix(c.sent.String(), "event: done\ndata: 2\n\n") || c.flushed != left {
		t.Errorf("%d bytes of %q have left", c.flushed, c.sent.String())
	}
}

func TestASilentStreamBeatsAndABusyOneHasTime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := &connection{header: http.Header{}}
		s := Open(c)
		defer s.Close()
		for range 200 { // words, for longer than a write may take
			if err := s.Send("delta", map[string]string{"text": "wort"}); err != nil {
				t.Fatal(err)
			}
			if _, left := c.seen(); left < writeTimeout-2*time.Second || left > writeTimeout {
				t.Fatalf("%s are left for a write", left)
			}
			time.Sleep(200 * time.Millisecond) // the bubble's clock, nobody waits
		}
		if sent, _ := c.seen(); strings.Contains(sent, "ping") {
			t.Error("a busy stream beats")
		}
		time.Sleep(heartbeat + time.Second)
		synctest.Wait()
		if sent, _ := c.seen(); !strings.HasSuffix(sent, ": ping\n\n") {
			t.Error("a silent stream does not beat")
		}
	})
}

func BenchmarkSend(b *testing.B) {
	c := &connection{header: http.Header{}}
	s := Open(c)
	defer s.Close()
	word := struct {
		Text string `json:"text"`
	}{"wort "}
	b.ReportAllocs()
	for b.Loop() {
		if err := s.Send("delta", word); err != nil {
			b.Fatal(err)
		}
		c.sent.Reset()
	}
}
