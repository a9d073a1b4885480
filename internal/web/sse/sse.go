// Package sse writes server-sent events (WHATWG HTML, "Server-sent events") so that proxies
// neither buffer nor cut them.
package sse

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"sync"
	"time"
)

// Stream is an open event stream. Its methods may be called from several goroutines.
type Stream struct {
	mu      sync.Mutex
	w       http.ResponseWriter
	control *http.ResponseController
	beat    *time.Timer
	set     time.Time // when deadline and heartbeat were set
	buf     bytes.Buffer
	err     error
}

const (
	heartbeat    = 15 * time.Second // proxies drop streams that are silent for 60–100 s
	writeTimeout = 20 * time.Second // a reader slower than this is gone
)

// Open begins the stream. Close must be called.
func Open(w http.ResponseWriter) *Stream {
	h := w.Header()
	h.Set("Content-Type", "text/event-stream; charset=utf-8")
	h.Set("Cache-Control", "no-store, no-transform")
	h.Set("X-Accel-Buffering", "no")
	w.WriteHeader(http.StatusOK)
	s := &Stream{w: w, control: http.NewResponseController(w)}
	s.beat = time.AfterFunc(heartbeat, s.ping)
	return s
}

// Send writes one event with v as JSON. An error means that the reader is gone.
func (s *Stream) Send(event string, v any) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.encode(event, v); err != nil {
		return err
	}
	return s.flush()
}

// Last writes the event that ends the stream. It leaves together with the end of the response, so that the handler has to
// return.
func (s *Stream) Last(event string, v any) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.encode(event, v); err != nil {
		return err
	}
	return s.write()
}

func (s *Stream) encode(event string, v any) error {
	if s.err != nil {
		return s.err
	}
	s.buf.Reset()
	s.buf.WriteString("event: " + event + "\ndata: ")
	if err := json.NewEncoder(&s.buf).Encode(v); err != nil { // ends with a newline
		return fmt.Errorf("encoding event %s: %w", event, err)
	}
	s.buf.WriteByte('\n')
	return nil
}

// Close ends the heartbeat. It waits for a beat that is being written.
func (s *Stream) Close() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.beat.Stop()
	if s.err == nil {
		s.err = http.ErrHandlerTimeout
	}
}

func (s *Stream) ping() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.err != nil {
		return
	}
	s.buf.Reset()
	s.buf.WriteString(": ping\n\n")
	_ = s.flush() // remembered in err, the next Send tells it
}

func (s *Stream) flush() error {
	if s.write() == nil {
		s.err = s.control.Flush()
	}
	return s.err
}

func (s *Stream) write() error {
	if now := time.Now(); now.Sub(s.set) > time.Second { // not for each of many words a second
		_ = s.control.SetWriteDeadline(now.Add(writeTimeout)) // not every writer can, then it waits
		s.beat.Reset(heartbeat)
		s.set = now
	}
	_, s.err = s.w.Write(s.buf.Bytes())
	return s.err
}
