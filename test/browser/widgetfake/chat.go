package widgetfake

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// question is the body of a question; fields the contract does not know are an error, also those that would tell more of
// the visitor than the answer needs, such as the page they are on.
type question struct {
	Text     string `json:"text"`
	ClientID string `json:"client_id"`
	Language string `json:"language"`
}

func (s *Server) decode(w http.ResponseWriter, r *http.Request, v any) bool {
	if r.Header.Get("Content-Type") != "application/json" {
		s.violate("%s %s is not application/json", r.Method, r.URL.Path)
	}
	d := json.NewDecoder(http.MaxBytesReader(w, r.Body, 64<<10))
	d.DisallowUnknownFields()
	if err := d.Decode(v); err != nil {
		s.violate("%s %s: %v", r.Method, r.URL.Path, err)
		problem(w, http.StatusBadRequest, "not_json", 0)
		return false
	}
	return true
}

func (s *Server) ask(w http.ResponseWriter, r *http.Request) {
	var q question
	if !s.decode(w, r, &q) {
		return
	}
	if q.ClientID == "" || utf8.RuneCountInString(q.Text) > 2000 || strings.TrimSpace(q.Text) == "" || (q.Language != "de" && q.Language != "en") {
		s.violate("a question of the wrong form: %+v", q)
	}
	script := s.Answers[q.Text]
	if script == nil {
		script = &s.Default
	}

	s.mu.Lock()
	s.tries[q.Text]++
	try := s.tries[q.Text]
	s.changed.Broadcast()
	if script.Fail != 0 && try <= script.Times {
		s.mu.Unlock()
		problem(w, script.Fail, "scripted", script.Wait)
		return
	}
	secret, minted := r.Header.Get("WCA-Session"), ""
	visit := s.sessions[secret]
	if visit == nil && secret != "" {
		s.mu.Unlock()
		problem(w, http.StatusGone, "session_gone", 0)
		return
	}
	if visit == nil {
		minted = id("s")
		visit = &session{byClient: map[string]*message{}}
		s.sessions[minted] = visit
	}
	answer := visit.byClient[q.ClientID]
	known := answer != nil && answer.State != "failed"
	if answer != nil && !known { // it is tried again
		answer.State = "streaming"
	} else if !known {
		asked := &message{ID: id("m"), ClientID: q.ClientID, Role: "visitor", State: "done", Text: q.Text, At: time.Now()}
		answer = &message{ID: id("a"), Role: "assistant", State: "streaming", At: time.Now(), by: cmp.Or(script.By, "lokal/modell-1"), question: asked, stop: make(chan struct{})}
		visit.byClient[q.ClientID] = answer
		visit.messages = append(visit.messages, asked, answer)
	}
	s.mu.Unlock()

	out := &stream{w: w}
	out.open()
	out.event("start", map[string]any{"session": minted, "message": answer.question.ID, "answer": answer.ID, "language": q.Language})
	if known {
		s.replay(out, answer)
		return
	}
	if try <= script.Broken {
		s.mu.Lock()
		answer.State = "failed"
		s.mu.Unlock()
		out.event("error", map[string]any{"code": "answer_failed", "message": "Bitte noch einmal.", "retry": true, "reference": answer.ID})
		return
	}
	s.write(r, out, answer, script)
}

// replay sends an answer that is, or is being, written for another request.
func (s *Server) replay(out *stream, answer *message) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for answer.State == "streaming" {
		s.changed.Wait()
	}
	out.event("delta", map[string]any{"text": answer.Text})
	out.event("done", done(answer))
}

func (s *Server) write(r *http.Request, out *stream, answer *message, script *Answer) {
	cut := script.Cut
	out.comment("ping")
	for i, chunk := range script.Chunks {
		if !s.step(r, answer, script) {
			break
		}
		s.mu.Lock()
		answer.Text += chunk
		s.mu.Unlock()
		if !cut || i == 0 {
			out.event("delta", map[string]any{"text": chunk})
		}
		if cut && i == 0 {
			out.cut()
		}
	}
	open := s.step(r, answer, script)
	s.mu.Lock()
	answer.State = "done"
	answer.Stopped = !open
	answer.Refused = script.Refused
	answer.Citations, answer.Quoted = script.Citations, script.Quoted
	end := done(answer)
	s.changed.Broadcast()
	s.mu.Unlock()
	if !cut {
		out.event("done", end)
	}
}

// step waits until the test lets the answer go on; false if it was stopped.
func (s *Server) step(r *http.Request, answer *message, script *Answer) bool {
	select {
	case <-answer.stop:
		return false
	default:
	}
	if script.Step == nil {
		return true
	}
	gone := r.Context().Done()
	if script.Cut {
		gone = nil // the answer is written whether anybody listens or not
	}
	select {
	case <-script.Step:
		return true
	case <-answer.stop:
		return false
	case <-s.quit:
		return false
	case <-gone:
		s.mu.Lock()
		s.stopped = append(s.stopped, answer.ID)
		s.mu.Unlock()
		return false
	}
}

func done(m *message) map[string]any {
	citations := m.Citations
	if citations == nil {
		citations = []Citation{}
	}
	return map[string]any{"answer": m.ID, "text": m.Text, "refused": m.Refused, "stopped": m.Stopped, "citations": citations, "quoted": m.Quoted}
}

// with lets only those in who have a session.
func (s *Server) with(h func(w http.ResponseWriter, r *http.Request, visit *session)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		secret := r.Header.Get("WCA-Session")
		if secret == "" {
			s.violate("%s %s without a session", r.Method, r.URL.Path)
		}
		s.mu.Lock()
		defer s.mu.Unlock()
		visit := s.sessions[secret]
		if visit == nil {
			problem(w, http.StatusGone, "session_gone", 0)
			return
		}
		h(w, r, visit)
	}
}

func (s *Server) history(w http.ResponseWriter, _ *http.Request, visit *session) {
	writeJSON(w, map[string]any{"messages": visit.messages})
}

// late sends what a handler answered when HoldHistories lets it.
func (s *Server) late(h http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		read := httptest.NewRecorder()
		h(read, r)
		s.mu.Lock()
		held := s.held
		s.mu.Unlock()
		if held != nil {
			select {
			case <-held:
			case <-s.quit:
			}
		}
		w.Header().Set("Content-Type", read.Header().Get("Content-Type"))
		w.WriteHeader(read.Code)
		_, _ = read.Body.WriteTo(w)
	}
}

func (s *Server) message(w http.ResponseWriter, r *http.Request, visit *session) {
	for _, m := range visit.messages {
		if m.ID == r.PathValue("id") {
			writeJSON(w, m)
			return
		}
	}
	problem(w, http.StatusNotFound, "message_not_found", 0)
}

func (s *Server) stop(w http.ResponseWriter, r *http.Request, visit *session) {
	for _, m := range visit.messages {
		if m.ID == r.PathValue("id") && m.State == "streaming" {
			s.stopped = append(s.stopped, m.ID)
			close(m.stop)
		}
	}
	w.WriteHeader(http.StatusNoContent)
}

func (s *Server) judge(w http.ResponseWriter, r *http.Request, visit *session) {
	f := Feedback{Message: r.PathValue("id")}
	d := json.NewDecoder(r.Body)
	d.DisallowUnknownFields()
	if err := d.Decode(&f); err != nil || !slices.Contains([]string{"up", "down", "none"}, f.Value) {
		s.violations = append(s.violations, fmt.Sprintf("feedback %+v: %v", f, err))
		problem(w, http.StatusBadRequest, "feedback_unknown", 0)
		return
	}
	for _, m := range visit.messages {
		if m.ID == f.Message && m.Role == "assistant" {
			m.Feedback = strings.TrimSuffix(f.Value, "none")
			s.feedback = append(s.feedback, f)
			s.changed.Broadcast()
			w.WriteHeader(http.StatusNoContent)
			return
		}
	}
	problem(w, http.StatusNotFound, "message_not_found", 0)
}

func (s *Server) end(w http.ResponseWriter, r *http.Request, _ *session) {
	delete(s.sessions, r.Header.Get("WCA-Session"))
	w.WriteHeader(http.StatusNoContent)
}

func (s *Server) export(w http.ResponseWriter, r *http.Request, visit *session) {
	w.Header().Set("Content-Disposition", `attachment; filename="conversation"`)
	if r.Header.Get("Accept") == "text/plain" {
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		io.WriteString(w, "Ihr Gespräch")
		return
	}
	var messages []map[string]any
	for _, m := range visit.messages {
		one := map[string]any{"id": m.ID, "role": m.Role, "text": m.Text}
		if m.Role == "assistant" {
			one["answered_by"] = m.by
		}
		messages = append(messages, one)
	}
	writeJSON(w, map[string]any{"kept_until": "2027-02-21T10:00:00Z", "then": "delete", "messages": messages,
		"placeholders": map[string]string{"de": "Nicht ersetzt werden: Namen.", "en": "Not replaced: names."},
		"sent":         map[string]string{"de": "Für die Antworten gingen Ihre Fragen an: modell.example (Ort laut Betreiber: EU).", "en": "Your questions went to: modell.example (place according to the operator: EU)."}})
}

func writeJSON(w http.ResponseWriter, v any) {
	w.Header().Set("Content-Type", "application/json")
	json.NewEncoder(w).Encode(v)
}

// stream writes server-sent events.
type stream struct {
	w      http.ResponseWriter
	closed bool
}

func (s *stream) open() {
	s.w.Header().Set("Content-Type", "text/event-stream")
	s.w.WriteHeader(http.StatusOK)
}

func (s *stream) event(name string, data any) {
	if s.closed {
		return
	}
	b, _ := json.Marshal(data)
	fmt.Fprintf(s.w, "event: %s\ndata: %s\n\n", name, b)
	s.flush()
}

func (s *stream) comment(text string) {
	fmt.Fprintf(s.w, ": %s\n\n", text)
	s.flush()
}

func (s *stream) flush() { _ = http.NewResponseController(s.w).Flush() }

// cut breaks the connection in the middle of the stream.
func (s *stream) cut() {
	s.closed = true
	conn, _, err := http.NewResponseController(s.w).Hijack()
	if err == nil {
		conn.Close()
	}
}
