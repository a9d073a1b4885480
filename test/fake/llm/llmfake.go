// Package llmfake is the other side of internal/llm in tests: real HTTP servers that speak the wire
// formats of OpenAI, Gemini, Ollama and Anthropic, check each request as the real ones would, and
// misbehave on command.
package llmfake

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// Key is the only key that the fakes accept.
const Key = "sk-fake-0123456789abcdef"

// Script is what a server does with a request.
type Script struct {
	Tokens []string                      // the answer
	Reply  func(request []byte) []string // makes the answer from the request, if set

	Status  int               // refuse with this status instead
	Headers map[string]string // of the refusal, such as Retry-After
	Refusal string            // its body; "" means the provider's usual one

	Echo      bool   // repeat the request in the words of the refusal
	CutAfter  int    // cut the connection after so many tokens, if greater than 0
	CutBefore bool   // cut it before the first
	FailAfter int    // send an error inside the stream after so many tokens, if greater than 0
	Garbage   bool   // send something that is no answer
	NoUsage   bool   // leave the counts out
	Finish    string // the provider's word for why it ended, "" means normally
	Thoughts  string // Gemini: a part of reasoning that must not be shown

	Vectors func(texts int, made [][]float32) string // OpenAI: makes the body of an answer with vectors, if set

	Before  chan struct{} // wait for it before the first byte, if set
	Between chan struct{} // wait for it before each token but the first, if set
}

// Server is a fake provider.
type Server struct {
	*httptest.Server
	Kind string // openai, compatible, gemini, ollama, anthropic

	t        testing.TB
	mu       sync.Mutex
	script   []Script
	requests []Request
	came     chan struct{} // closed with the next request
	gone     chan struct{}

	embeds  bool              // it makes vectors instead of answers
	meaning map[string]string // words that it takes for another
}

// Request is what arrived.
type Request struct {
	Path   string
	Header http.Header
	Body   []byte
}

// New starts a fake provider that answers request by request with the scripts, the last one for all
// that follow.
func New(t testing.TB, kind string, scripts ...Script) *Server {
	t.Helper()
	s := &Server{Kind: kind, t: t, script: scripts, came: make(chan struct{}), gone: make(chan struct{}, 100)}
	s.Server = httptest.NewServer(http.HandlerFunc(s.serve))
	t.Cleanup(s.Close)
	return s
}

// BaseURL is what the provider's settings need.
func (s *Server) BaseURL() string {
	switch s.Kind {
	case "openai", "compatible":
		return s.URL + "/v1"
	case "gemini":
		return s.URL + "/v1beta"
	}
	return s.URL
}

// Requests returns what has arrived so far.
func (s *Server) Requests() []Request {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]Request(nil), s.requests...)
}

// Await waits until n requests have arrived, and ends the test if they do not within half a minute.
func (s *Server) Await(n int) {
	s.t.Helper()
	patience := time.After(30 * time.Second)
	for {
		s.mu.Lock()
		arrived, next := len(s.requests), s.came
		s.mu.Unlock()
		if arrived >= n {
			return
		}
		select {
		case <-next:
		case <-patience:
			s.t.Fatalf("%s: %d requests arrived, want %d", s.Kind, arrived, n)
		}
	}
}

// Behave makes the server do with each request from now on what the script says.
func (s *Server) Behave(script Script) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.script = []Script{script}
}

// Gone receives once for every client that left before its answer was complete.
func (s *Server) Gone() <-chan struct{} { return s.gone }

func (s *Server) serve(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		s.t.Errorf("%s: reading a request: %v", s.Kind, err)
		return
	}
	s.mu.Lock()
	s.requests = append(s.requests, Request{r.URL.Path, r.Header.Clone(), body})
	close(s.came)
	s.came = make(chan struct{})
	script := s.script[min(len(s.requests), len(s.script))-1]
	s.mu.Unlock()
	if wrong := s.check(r, body); wrong != "" {
		s.t.Errorf("%s would refuse the request: %s\n%s", s.Kind, wrong, body)
		http.Error(w, wrong, http.StatusBadRequest)
		return
	}
	if script.Before != nil && !s.waits(r, script.Before) {
		return
	}
	if script.Status == 0 && !s.authorised(r) {
		script.Status = http.StatusUnauthorized
		if s.Kind == "gemini" {
			script.Status = http.StatusBadRequest
		}
	}
	if script.Status != 0 {
		s.refuse(w, body, script)
		return
	}
	if script.CutBefore {
		panic(http.ErrAbortHandler)
	}
	if s.embeds {
		s.vectors(w, body, script)
		return
	}
	if script.Reply != nil {
		script.Tokens = script.Reply(body)
	}
	s.stream(w, r, script)
}

func (s *Server) waits(r *http.Request, for_ chan struct{}) bool {
	select {
	case <-for_:
		return true
	case <-r.Context().Done():
		s.gone <- struct{}{}
		return false
	}
}

func (s *Server) authorised(r *http.Request) bool {
	switch s.Kind {
	case "openai", "compatible":
		return r.Header.Get("Authorization") == "Bearer "+Key
	case "gemini":
		return r.Header.Get("X-Goog-Api-Key") == Key
	case "anthropic":
		return r.Header.Get("X-Api-Key") == Key
	}
	return true
}

// refuse answers with an error as the provider words it.
func (s *Server) refuse(w http.ResponseWriter, body []byte, script Script) {
	for name, value := range script.Headers {
		w.Header().Set(name, value)
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(script.Status)
	if script.Refusal != "" {
		io.WriteString(w, script.Refusal)
		return
	}
	message := fmt.Sprintf("status %d for key %s", script.Status, Key)
	if script.Echo {
		message = "invalid: " + string(body)
	}
	switch s.Kind {
	case "openai":
		code := map[int]string{401: "invalid_api_key", 404: "model_not_found", 429: "rate_limit_exceeded"}[script.Status]
		fmt.Fprintf(w, `{"error":{"message":%q,"type":"invalid_request_error","param":null,"code":%q}}`, message, code)
	case "compatible":
		fmt.Fprintf(w, `{"object":"error","message":%q,"type":"rate_limited","param":null,"code":"1300"}`, message)
	case "gemini":
		status, reason := "UNAVAILABLE", ""
		switch script.Status {
		case 400:
			status, reason = "INVALID_ARGUMENT", `{"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"API_KEY_INVALID"}`
		case 404:
			status = "NOT_FOUND"
		case 429:
			status, reason = "RESOURCE_EXHAUSTED", `{"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"1s"}`
		}
		fmt.Fprintf(w, `[{"error":{"code":%d,"message":%q,"status":%q,"details":[%s]}}]`, script.Status, message, status, reason)
	case "ollama":
		fmt.Fprintf(w, `{"error":%q}`, message)
	case "anthropic":
		kind := map[int]string{401: "authentication_error", 404: "not_found_error", 429: "rate_limit_error", 529: "overloaded_error"}[script.Status]
		fmt.Fprintf(w, `{"type":"error","error":{"type":%q,"message":%q}}`, kind, message)
	}
}

// headers are those that an API needs and every client sends.
var headers = []string{"Accept", "Accept-Encoding", "Anthropic-Version", "Authorization", "Content-Length", "Content-Type", "User-Agent", "X-Api-Key", "X-Goog-Api-Key"}

// check names the first thing that the real API would refuse.
func (s *Server) check(r *http.Request, body []byte) string {
	if r.Method != http.MethodPost {
		return "method " + r.Method
	}
	if r.Header.Get("Content-Type") != "application/json" {
		return "content type " + r.Header.Get("Content-Type")
	}
	if strings.Contains(r.URL.RawQuery, Key) {
		return "the key stands in the address"
	}
	for name := range r.Header { // any other could tell who asks
		if !slices.Contains(headers, name) {
			return "it has the header " + name
		}
	}
	if r.URL.RawQuery != "" && (s.Kind != "gemini" || r.URL.RawQuery != "alt=sse") {
		return "it has the query " + r.URL.RawQuery
	}
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(body, &fields); err != nil {
		return "no JSON: " + err.Error()
	}
	if s.embeds {
		return s.checkVectors(r, fields, body)
	}
	return s.checkChat(r, fields)
}

// checkChat says what is wrong with a request for a chat, "" for nothing.
func (s *Server) checkChat(r *http.Request, fields map[string]json.RawMessage) string {
	allowed := map[string]string{
		"openai":     "model messages stream stream_options max_completion_tokens temperature top_p stop store",
		"compatible": "model messages stream stream_options max_tokens temperature top_p stop",
		"gemini":     "contents generationConfig systemInstruction",
		"ollama":     "model messages stream options keep_alive",
		"anthropic":  "model messages max_tokens stream system temperature top_p stop_sequences",
	}[s.Kind]
	for name := range fields {
		if !strings.Contains(" "+allowed+" ", " "+name+" ") {
			return "unknown field " + name
		}
	}
	switch s.Kind {
	case "openai", "compatible":
		if r.URL.Path != "/v1/chat/completions" {
			return "path " + r.URL.Path
		}
		if s.Kind == "openai" && string(fields["store"]) != "false" {
			return "it may be kept and used for training"
		}
		return checkMessages(fields["messages"], true)
	case "ollama":
		if r.URL.Path != "/api/chat" {
			return "path " + r.URL.Path
		}
		if !strings.Contains(string(fields["options"]), `"num_ctx":`) {
			return "num_ctx is not set: the prompt would be cut silently"
		}
		return checkMessages(fields["messages"], true)
	case "anthropic":
		if r.URL.Path != "/v1/messages" {
			return "path " + r.URL.Path
		}
		if r.Header.Get("Anthropic-Version") == "" {
			return "anthropic-version is missing"
		}
		if len(fields["max_tokens"]) == 0 {
			return "max_tokens is missing"
		}
		return checkMessages(fields["messages"], false)
	case "gemini":
		if !strings.HasPrefix(r.URL.Path, "/v1beta/models/") || !strings.HasSuffix(r.URL.Path, ":streamGenerateContent") || r.URL.RawQuery != "alt=sse" {
			return "address " + r.URL.String()
		}
		return checkContents(fields["contents"])
	}
	return ""
}

func checkContents(raw json.RawMessage) string {
	var contents []struct {
		Role  string `json:"role"`
		Parts []struct {
			Text string `json:"text"`
		} `json:"parts"`
	}
	if err := json.Unmarshal(raw, &contents); err != nil || len(contents) == 0 {
		return "contents"
	}
	for _, c := range contents {
		if (c.Role != "user" && c.Role != "model") || len(c.Parts) == 0 || c.Parts[0].Text == "" {
			return "a content with role " + c.Role
		}
	}
	if contents[len(contents)-1].Role != "user" {
		return "the last content is not the user's"
	}
	return ""
}

func checkMessages(raw json.RawMessage, systemAllowed bool) string {
	var messages []struct {
		Role    string `json:"role"`
		Content string `json:"content"`
	}
	if err := json.Unmarshal(raw, &messages); err != nil || len(messages) == 0 {
		return "messages"
	}
	for i, m := range messages {
		switch {
		case m.Content == "":
			return "an empty message"
		case m.Role == "system" && systemAllowed && i == 0:
		case m.Role != "user" && m.Role != "assistant":
			return "role " + m.Role
		}
	}
	if messages[len(messages)-1].Role != "user" {
		return "the last message is not the user's"
	}
	return ""
}
