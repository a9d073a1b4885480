// Package respond turns the errors of subjects into HTTP answers, once for all handlers
// (RFC 9457, application/problem+json).
package respond

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"
	"strconv"

	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/token"
)

// Problem is the body of every error answer.
type Problem struct {
	Type   string `json:"type"` // "about:blank": the code says more
	Title  string `json:"title"`
	Status int    `json:"status"`
	Detail string `json:"detail"`
	Code   string `json:"code"`                // stable word for programs
	Ref    string `json:"reference,omitempty"` // of an internal error: the same id stands in the log
}

func (p *Problem) Error() string { return p.Detail }

// GetStatus and ContentType let huma write a Problem as it is.
func (p *Problem) GetStatus() int { return p.Status }

// ContentType is the media type of a Problem.
func (p *Problem) ContentType(string) string { return "application/problem+json" }

var statuses = map[problem.Kind]int{
	problem.Invalid:      http.StatusBadRequest,
	problem.Unauthorized: http.StatusUnauthorized,
	problem.Forbidden:    http.StatusForbidden,
	problem.NotFound:     http.StatusNotFound,
	problem.WrongMethod:  http.StatusMethodNotAllowed,
	problem.Conflict:     http.StatusConflict,
	problem.Gone:         http.StatusGone,
	problem.TooLarge:     http.StatusRequestEntityTooLarge,
	problem.Limited:      http.StatusTooManyRequests,
	problem.Unavailable:  http.StatusServiceUnavailable,
}

// From maps an error. What is not a problem.Error is internal: it is logged under a reference,
// and the asker sees the reference only.
func From(err error, log *slog.Logger) *Problem {
	var shown *Problem
	if errors.As(err, &shown) {
		return shown
	}
	var e *problem.Error
	if errors.As(err, &e) && e.Kind != problem.Internal {
		status := statuses[e.Kind]
		return &Problem{Type: "about:blank", Title: http.StatusText(status), Status: status, Detail: e.Message, Code: e.Code}
	}
	switch {
	case errors.Is(err, context.Canceled): // the asker has gone
		log.Debug("request ended early", "error", err)
		return tooSlow()
	case errors.Is(err, context.DeadlineExceeded):
		log.Error("a request took too long", "error", err)
		return tooSlow()
	}
	if errors.Is(err, problem.ErrNoRoom) {
		log.Error("nothing can be stored", "error", err)
		return unavailable("no_room", "The server has no room left to store anything. Please try again later.")
	}
	ref := token.ID("err")
	log.Error("internal error", "reference", ref, "error", err)
	return &Problem{
		Type: "about:blank", Title: http.StatusText(http.StatusInternalServerError), Status: http.StatusInternalServerError,
		Detail: "Something went wrong on the server. The reference helps to find out what.", Code: "internal", Ref: ref,
	}
}

func tooSlow() *Problem {
	return unavailable("too_slow", "The server is too busy at the moment. Please try again shortly.")
}

func unavailable(code, detail string) *Problem {
	return &Problem{
		Type: "about:blank", Title: http.StatusText(http.StatusServiceUnavailable), Status: http.StatusServiceUnavailable, Detail: detail, Code: code,
	}
}

// Error writes err as a problem.
func Error(w http.ResponseWriter, err error, log *slog.Logger) {
	var e *problem.Error
	if errors.As(err, &e) && e.Wait > 0 {
		w.Header().Set("Retry-After", strconv.Itoa(e.Wait))
	}
	p := From(err, log)
	w.Header().Set("Content-Type", "application/problem+json")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(p.Status)
	_ = json.NewEncoder(w).Encode(p) // the other side may be gone; there is nobody to tell
}

// JSON writes v with status 200; personal answers are never cached.
func JSON(w http.ResponseWriter, v any) {
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "no-store")
	_ = json.NewEncoder(w).Encode(v) // as above
}
