package llm

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/webchatagent/wca/internal/egress"
)

// wire is what the providers' clients share: JSON out, lines in.
type wire struct {
	client  *http.Client
	base    string
	key     string
	headers map[string]string
}

// maxLine is the longest line of a stream, maxError the most that is read of an error's body.
const (
	maxLine  = 8 << 20
	maxError = 64 << 10
)

// post sends body as JSON and returns the open answer, or the provider's refusal as *Error.
func (w wire) post(ctx context.Context, path string, headers map[string]string, body any) (*http.Response, error) {
	encoded, err := json.Marshal(body)
	if err != nil {
		return nil, fmt.Errorf("encoding the request: %w", err)
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, w.base+path, bytes.NewReader(encoded))
	if err != nil {
		return nil, &Error{Kind: Invalid, Message: "the address of the provider is wrong", Err: err}
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("User-Agent", "WebChatAgent")
	for _, more := range []map[string]string{headers, w.headers} {
		for name, value := range more {
			r.Header.Set(name, value)
		}
	}
	response, err := w.client.Do(r)
	if err != nil {
		return nil, w.broken(ctx, err)
	}
	if response.StatusCode/100 != 2 {
		defer response.Body.Close()
		text, _ := io.ReadAll(io.LimitReader(response.Body, maxError)) // what there is of it helps
		return nil, w.refusal(response, text)
	}
	return response, nil
}

// lines yields the lines of a stream without their ends. The yielded bytes are valid until the
// next one.
func (w wire) lines(ctx context.Context, body io.Reader, yield func(line []byte) (more bool)) error {
	heard := &listening{Reader: body}
	s := bufio.NewScanner(heard)
	s.Buffer(make([]byte, 0, 2<<10), maxLine) // it grows where lines are longer; thousands of streams may be open
	s.Split(heard.split)
	for s.Scan() {
		if !yield(s.Bytes()) {
			return nil
		}
	}
	if err := s.Err(); err != nil {
		if errors.Is(err, bufio.ErrTooLong) {
			return &Error{Kind: Protocol, Message: "a line of the answer is too long"}
		}
		return w.broken(ctx, err)
	}
	return nil
}

// listening reads a stream and knows whether it broke.
type listening struct {
	io.Reader
	broken bool
}

func (l *listening) Read(b []byte) (int, error) {
	n, err := l.Reader.Read(b)
	l.broken = l.broken || err != nil && !errors.Is(err, io.EOF)
	return n, err
}

// split is bufio.ScanLines without the part of a line that came before the stream broke: that is no answer.
func (l *listening) split(data []byte, atEnd bool) (int, []byte, error) {
	if atEnd && l.broken && bytes.IndexByte(data, '\n') < 0 {
		return len(data), nil, nil
	}
	return bufio.ScanLines(data, atEnd)
}

// broken names a failure of the connection.
func (w wire) broken(ctx context.Context, err error) *Error {
	var timeout interface{ Timeout() bool }
	switch {
	case errors.Is(context.Cause(ctx), errSilent):
		return &Error{Kind: Timeout, Message: "the provider was silent for too long", Err: err}
	case ctx.Err() != nil && errors.Is(ctx.Err(), context.Canceled):
		return &Error{Kind: Canceled, Message: "cancelled", Err: err}
	case errors.Is(err, context.DeadlineExceeded), errors.As(err, &timeout) && timeout.Timeout():
		return &Error{Kind: Timeout, Message: "the provider did not answer in time", Err: err}
	}
	return &Error{Kind: Unavailable, Message: w.redact("the connection to the provider failed: " + err.Error()), Err: err}
}

// refusal reads the error bodies of all providers: {"error":{…}}, {"error":"…"}, {"message":…},
// {"detail":…}, or a list with one of them.
func (w wire) refusal(response *http.Response, body []byte) *Error {
	e := describe(body)
	e.Status, e.Message = response.StatusCode, http.StatusText(response.StatusCode)
	if e.RetryAfter == 0 {
		e.RetryAfter = retryAfter(response.Header)
	}
	return w.named(e)
}

// given reports whether a field of an event holds something: some servers name those that hold nothing and write null.
func given(field json.RawMessage) bool { return len(field) > 0 && string(field) != "null" }

// said is an error that came after the stream had begun.
func (w wire) said(payload []byte) *Error {
	return w.named(describe(payload))
}

// named completes what a provider has said of a failure.
func (w wire) named(e Error) *Error {
	e.Said = w.redact(e.Said)
	e.Kind = kindOf(e.Status, e.Code, e.Said)
	e.Code = strings.Join(slices.DeleteFunc(strings.Fields(e.Code), func(word string) bool { return word == "null" }), " ")
	if !plainCode.MatchString(e.Code) {
		e.Code = ""
	}
	return &e
}

// plainCode are words such as "invalid_request_error": what else a provider puts there may be taken from the request.
var plainCode = regexp.MustCompile(`^[A-Za-z0-9]+(_[A-Za-z0-9]+)*( [A-Za-z0-9]+(_[A-Za-z0-9]+)*){0,3}$`)

// describe reads the body of an error.
func describe(body []byte) Error {
	var d Error
	body = bytes.TrimSpace(body)
	if len(body) > 0 && body[0] == '[' {
		var list []json.RawMessage
		if json.Unmarshal(body, &list) == nil && len(list) > 0 {
			body = list[0]
		}
	}
	var outer struct {
		Error   json.RawMessage `json:"error"`
		Message string          `json:"message"`
		Detail  json.RawMessage `json:"detail"`
		Code    json.RawMessage `json:"code"`
		Type    string          `json:"type"`
		Param   string          `json:"param"`
	}
	if json.Unmarshal(body, &outer) != nil {
		return d
	}
	d.Said, d.Code, d.Param = outer.Message, strings.Trim(string(outer.Code), `"`)+" "+outer.Type, outer.Param
	if d.Said == "" && len(outer.Detail) > 0 {
		d.Said = strings.Trim(string(outer.Detail), `"`)
	}
	var text string
	if json.Unmarshal(outer.Error, &text) == nil {
		d.Said = text
		return d
	}
	var inner struct {
		Message string          `json:"message"`
		Code    json.RawMessage `json:"code"`
		Type    string          `json:"type"`
		Status  string          `json:"status"`
		Param   string          `json:"param"`
		Details []struct {
			Reason     string `json:"reason"`
			RetryDelay string `json:"retryDelay"`
		} `json:"details"`
	}
	if len(outer.Error) > 0 && json.Unmarshal(outer.Error, &inner) == nil {
		d.Said, d.Param = inner.Message, inner.Param
		d.Code = strings.Trim(string(inner.Code), `"`) + " " + inner.Type + " " + inner.Status
		for _, detail := range inner.Details {
			d.Code += " " + detail.Reason
			if delay, err := time.ParseDuration(detail.RetryDelay); err == nil {
				d.RetryAfter = delay
			}
		}
	}
	return d
}

func kindOf(status int, code, message string) Kind {
	has := func(words ...string) bool {
		text := strings.ToLower(code + " " + message)
		for _, w := range words {
			if strings.Contains(text, w) {
				return true
			}
		}
		return false
	}
	switch {
	case has("insufficient_quota", "billing_error"), status == 402:
		return Quota
	case has("api_key_invalid", "invalid_api_key", "authentication_error", "unauthenticated"), status == 401, status == 403:
		return Auth
	case has("context_length_exceeded", "maximum context length", "prompt is too long"):
		return TooLong
	case has("content_filter", "content_policy"):
		return Filter
	case has("overloaded"):
		return Unavailable
	case status == 404, has("model_not_found", "unknown_model", "not_found_error"):
		return NoModel
	case status == 429, status < 500 && has("rate_limit", "resource_exhausted"):
		return Rate
	case status == 408 || status == 504 || has("timeout_error", "deadline_exceeded"):
		return Timeout
	case status >= 500 || status == 409, has("api_error", "unavailable", "server_error", "internal"):
		return Unavailable
	case status >= 400:
		return Invalid
	}
	return Unavailable
}

// retryAfter also knows the header by which providers of models say it more finely.
func retryAfter(h http.Header) time.Duration {
	if ms, err := strconv.Atoi(h.Get("Retry-After-Ms")); err == nil {
		return time.Duration(ms) * time.Millisecond
	}
	return egress.RetryAfter(h)
}

// redact takes the key out of a provider's words (L19).
func (w wire) redact(text string) string {
	if len(w.key) >= 8 {
		text = strings.ReplaceAll(text, w.key, "…")
		text = strings.ReplaceAll(text, w.key[:len(w.key)-4], "…")
	}
	if len(text) > 500 {
		text = strings.ToValidUTF8(text[:500], "") + " …"
	}
	return text
}

// data returns the payload of a server-sent event's data line.
func data(line []byte) ([]byte, bool) {
	rest, ok := bytes.CutPrefix(line, []byte("data:"))
	if !ok {
		return nil, false
	}
	return bytes.TrimSpace(rest), true
}
