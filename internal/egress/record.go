package egress

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"sync"

	"github.com/webchatagent/wca/internal/token"
)

// recorder writes every request to the ledger. One that asks a model is written before it is
// sent: what can't be written down does not leave.
type recorder struct {
	door    *Door
	purpose Purpose
	policy  Policy
	next    http.RoundTripper
}

// maxKept is how much of a body the ledger keeps, in bytes.
const maxKept = 1 << 20

func (t *recorder) RoundTrip(r *http.Request) (*http.Response, error) {
	if r.URL.Scheme != "http" && r.URL.Scheme != "https" {
		return nil, &Refused{Host: r.URL.Host, Reason: "scheme " + r.URL.Scheme}
	}
	began := t.door.options.Now()
	entry := Transfer{
		ID: token.ID("tr"), Time: began.UTC(), Purpose: t.purpose, Recipient: r.URL.Host, Region: t.policy.Region, Method: r.Method, Path: r.URL.EscapedPath(),
	}
	entry.Attribution, _ = r.Context().Value(attributionKey{}).(Attribution)
	ctx := context.WithoutCancel(r.Context())
	if r.Body != nil {
		body, err := readBody(r)
		if err != nil {
			return nil, fmt.Errorf("reading the request: %w", err)
		}
		r = withBody(r, body)
		entry.BytesOut = int64(len(body))
		if t.policy.KeepBody && ctx.Value(withoutBodyKey{}) == nil && (t.purpose != Embedding || entry.Answer != "") { // else it would be all that a bot knows
			entry.Body = body[:min(len(body), maxKept)]
		}
	}
	ahead := t.purpose != Crawl
	if ahead {
		if err := t.door.ledger.Record(ctx, entry); err != nil {
			return nil, fmt.Errorf("nothing was sent, because it could not be written down: %w", err)
		}
	}
	finish := func(status int, read int64, err error) {
		entry.Status, entry.BytesIn, entry.Duration = status, read, t.door.options.Now().Sub(began)
		if err != nil && !errors.Is(err, io.EOF) {
			entry.Error = kindOf(r.Context(), err)
		}
		write := t.door.ledger.Record
		if ahead {
			write = t.door.ledger.Complete
		}
		if err := write(ctx, entry); err != nil {
			t.door.options.Log.Error("writing the ledger", "purpose", t.purpose, "error", err)
		}
	}
	response, err := t.next.RoundTrip(r)
	if err != nil {
		finish(0, 0, err)
		return nil, err
	}
	body := &counted{ReadCloser: response.Body}
	if t.purpose == Model && len(entry.Body) > 0 {
		body.keep = maxKept
	}
	body.end = func(n int64, err error) {
		entry.Returned = body.kept
		finish(response.StatusCode, n, err)
	}
	response.Body = body
	return response, nil
}

// readBody reads the body of a request to its end and closes it.
func readBody(r *http.Request) ([]byte, error) {
	defer r.Body.Close()
	var whole bytes.Buffer
	if 0 < r.ContentLength && r.ContentLength < maxKept {
		whole.Grow(int(r.ContentLength) + bytes.MinRead)
	}
	_, err := whole.ReadFrom(r.Body)
	return whole.Bytes(), err
}

// withBody is the request with a body that can be sent again.
func withBody(r *http.Request, body []byte) *http.Request {
	r = r.Clone(r.Context())
	r.Body, r.ContentLength = io.NopCloser(bytes.NewReader(body)), int64(len(body))
	r.GetBody = func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(body)), nil }
	return r
}

// kindOf is the error in a word or two, without addresses or names in it. A request that was cancelled because it took
// too long has a cause that says so.
func kindOf(ctx context.Context, err error) string {
	if cause := context.Cause(ctx); cause != nil && errors.Is(err, context.Canceled) {
		err = cause
	}
	var refused *Refused
	var timeout interface{ Timeout() bool }
	switch {
	case errors.As(err, &refused):
		return "refused: " + refused.Reason
	case errors.Is(err, context.Canceled):
		return "cancelled"
	case errors.As(err, &timeout) && timeout.Timeout(), errors.Is(err, context.DeadlineExceeded):
		return "timeout"
	}
	return "failed"
}

// counted counts what is read of a body, keeps as much of it as is wanted and tells the end once.
type counted struct {
	io.ReadCloser
	keep int
	kept []byte
	n    int64
	err  error
	once sync.Once
	end  func(n int64, err error)
}

func (c *counted) Read(b []byte) (int, error) {
	n, err := c.ReadCloser.Read(b)
	c.n += int64(n)
	c.kept = append(c.kept, b[:min(n, c.keep-len(c.kept))]...)
	if err != nil {
		c.err = err
		if errors.Is(err, io.EOF) {
			c.once.Do(func() { c.end(c.n, nil) })
		}
	}
	return n, err
}

func (c *counted) Close() error {
	err := c.ReadCloser.Close()
	c.once.Do(func() { c.end(c.n, c.err) })
	return err
}
