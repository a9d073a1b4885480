// Package widgetfake is a server for tests of the widget: it serves the real loader and panel and
// answers the chat's endpoints from a script, checking every request against the contract.
package widgetfake

import (
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/webchatagent/wca/widget"
)

// Bot is the public id of the only bot.
const Bot = "pub_fake"

// Answer is what the server says to a question.
type Answer struct {
	Chunks    []string
	Citations []Citation
	Refused   bool
	Quoted    bool
	By        string // who wrote it, in the download; "" for a model

	// Step, if set, is received from before every chunk and before the end: a test decides when
	// the stream goes on. Closing it lets everything run.
	Step chan struct{}
	// Cut ends the connection after the first chunk without an end, once per question; the answer
	// goes on being written and can be fetched.
	Cut bool
	// Fail is a status instead of an answer, for the first Times tries.
	Fail, Times int
	// Broken is for how many tries the answer is begun and not completed.
	Broken int
	// Wait is the Retry-After of Fail.
	Wait int
}

// Citation is a passage as the contract has it.
type Citation struct {
	N        int    `json:"n"`
	Title    string `json:"title"`
	URL      string `json:"url"`
	Document string `json:"document"`
	Passage  string `json:"passage"`
	Language string `json:"language,omitempty"`
	Page     int    `json:"page,omitempty"`
}

// Server is the fake. Set Answers and Config before the first request.
type Server struct {
	URL     string
	Config  widget.Config
	Answers map[string]*Answer // by question; others are answered with Default
	Default Answer

	// Away lets nobody reach the panel's page.
	Away atomic.Bool

	http *httptest.Server
	quit chan struct{}

	mu         sync.Mutex
	changed    *sync.Cond
	sessions   map[string]*session
	violations []string
	requests   []string
	feedback   []Feedback
	stopped    []string
	tries      map[string]int
	held       chan struct{} // histories that were read wait for its end
}

// Feedback is what a visitor said about an answer.
type Feedback struct {
	Message string   `json:"-"`
	Value   string   `json:"value"`
	Reasons []string `json:"reasons"`
	Text    string   `json:"text"`
}

type session struct {
	messages []*message
	byClient map[string]*message // client id → answer
}

type message struct {
	ID        string     `json:"id"`
	ClientID  string     `json:"client_id,omitempty"`
	Role      string     `json:"role"`
	State     string     `json:"state"`
	Text      string     `json:"text"`
	At        time.Time  `json:"at"`
	Refused   bool       `json:"refused,omitempty"`
	Stopped   bool       `json:"stopped,omitempty"`
	Citations []Citation `json:"citations,omitempty"`
	Quoted    bool       `json:"quoted,omitempty"`
	Feedback  string     `json:"feedback,omitempty"`

	by       string
	question *message
	stop     chan struct{}
}

// Start runs a server on loopback; Close ends it.
func Start() *Server {
	s := &Server{
		Answers: map[string]*Answer{}, sessions: map[string]*session{}, tries: map[string]int{},
		quit:    make(chan struct{}),
		Config:  widget.Config{Bot: Bot, Name: "Radhaus Linden", Language: "de", Languages: []string{"de", "en"}},
		Default: Answer{Chunks: []string{"Das weiß ich leider nicht."}, Refused: true},
	}
	s.changed = sync.NewCond(&s.mu)
	mux := http.NewServeMux()
	mux.HandleFunc("GET /widget.js", s.loader)
	mux.HandleFunc("GET /embed/assets/{file}", s.asset)
	mux.HandleFunc("GET /embed/{bot}", func(w http.ResponseWriter, r *http.Request) { s.page(w, r, widget.Frame) })
	mux.HandleFunc("GET /c/{bot}", func(w http.ResponseWriter, r *http.Request) { s.page(w, r, widget.Full) })
	base := "/v1/chat/" + Bot
	mux.HandleFunc("POST "+base+"/messages", s.ask)
	mux.HandleFunc("GET "+base+"/messages", s.late(s.with(s.history)))
	mux.HandleFunc("GET "+base+"/messages/{id}", s.with(s.message))
	mux.HandleFunc("POST "+base+"/messages/{id}/stop", s.with(s.stop))
	mux.HandleFunc("PUT "+base+"/messages/{id}/feedback", s.with(s.judge))
	mux.HandleFunc("DELETE "+base+"/session", s.with(s.end))
	mux.HandleFunc("GET "+base+"/session/export", s.with(s.export))
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		s.violate("unknown address %s %s", r.Method, r.URL.Path)
		http.NotFound(w, r)
	})
	s.http = httptest.NewServer(s.checked(mux))
	s.URL = s.http.URL
	return s
}

// Close ends the server and the streams that are open.
func (s *Server) Close() {
	close(s.quit)
	s.http.CloseClientConnections()
	s.http.Close()
}

// Violations are the requests that broke the contract, in words.
func (s *Server) Violations() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.violations)
}

// Requests are method and path of everything asked so far.
func (s *Server) Requests() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.requests)
}

// Given is the feedback so far, the latest last.
func (s *Server) Given() []Feedback {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.feedback)
}

// Sessions is how many conversations exist.
func (s *Server) Sessions() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.sessions)
}

// Tries says how often a question was sent.
func (s *Server) Tries(question string) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.tries[question]
}

// Stopped are the answers that were stopped on request.
func (s *Server) Stopped() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.stopped)
}

// HoldHistories reads histories as they are asked for and sends them when release is called, as a slow network does.
func (s *Server) HoldHistories() (release func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	held := make(chan struct{})
	s.held = held
	return func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		if s.held == held {
			s.held = nil
		}
		close(held)
	}
}

// Forget deletes all sessions, as if they had expired.
func (s *Server) Forget() {
	s.mu.Lock()
	defer s.mu.Unlock()
	clear(s.sessions)
}

// checked records every request and what no request of the widget may have.
func (s *Server) checked(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.mu.Lock()
		s.requests = append(s.requests, r.Method+" "+r.URL.Path)
		s.mu.Unlock()
		if len(r.Cookies()) > 0 {
			s.violate("%s %s carries a cookie", r.Method, r.URL.Path)
		}
		if r.URL.RawQuery != "" && strings.HasPrefix(r.URL.Path, "/v1/") {
			s.violate("%s %s carries a query", r.Method, r.URL.Path)
		}
		if secret := r.Header.Get("WCA-Session"); secret != "" && strings.Contains(r.URL.String(), secret) {
			s.violate("a session in the address %s", r.URL.Path)
		}
		if strings.HasPrefix(r.URL.Path, "/v1/") {
			if origin := r.Header.Get("Origin"); origin != s.URL && (origin != "" || r.Method != http.MethodGet) {
				s.violate("%s %s has the origin %q", r.Method, r.URL.Path, origin)
			}
			if r.Referer() != "" {
				s.violate("%s %s has a referrer", r.Method, r.URL.Path)
			}
			w.Header().Set("Cache-Control", "no-store")
		}
		next.ServeHTTP(w, r)
	})
}

func (s *Server) violate(format string, args ...any) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.violations = append(s.violations, fmt.Sprintf(format, args...))
}

func (s *Server) loader(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
	w.Write(widget.Loader())
}

func (s *Server) asset(w http.ResponseWriter, r *http.Request) {
	content, kind, ok := widget.Asset(r.PathValue("file"))
	if !ok {
		s.violate("unknown asset %s", r.URL.Path)
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", kind)
	w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	w.Write(content)
}

func (s *Server) page(w http.ResponseWriter, r *http.Request, mode widget.Mode) {
	if s.Away.Load() {
		panic(http.ErrAbortHandler)
	}
	if r.PathValue("bot") != Bot {
		http.NotFound(w, r)
		return
	}
	c := s.Config
	if mode == widget.Frame {
		c.Host = r.URL.Query().Get("host")
	}
	page, err := widget.Page(mode, c)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Security-Policy", widget.ContentSecurityPolicy)
	w.Header().Set("Referrer-Policy", "no-referrer")
	w.Header().Set("Cache-Control", "no-store")
	w.Write(page)
}

// problem answers as application/problem+json.
func problem(w http.ResponseWriter, status int, code string, wait int) {
	if wait > 0 {
		w.Header().Set("Retry-After", fmt.Sprint(wait))
	}
	w.Header().Set("Content-Type", "application/problem+json")
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(map[string]any{"title": http.StatusText(status), "status": status, "code": code, "detail": "An internal sentence that visitors must not see."})
}

func id(prefix string) string {
	b := make([]byte, 12)
	rand.Read(b)
	return prefix + "_" + hex.EncodeToString(b)
}
