package system

import (
	"bytes"
	"io"
	"sync"
)

// locked lets several goroutines write to one buffer.
type locked struct {
	mu sync.Mutex
	w  io.Writer
}

func (l *locked) Write(b []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.w.Write(b)
}

// soFar is what a process that runs has written so far.
type soFar struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (s *soFar) Write(b []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.Write(b)
}

func (s *soFar) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.String()
}
