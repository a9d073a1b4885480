// Package web is the HTTP side: it puts the visitors' endpoints, the management API and the
// pages on one handler and guards them all the same way.
package web

import (
	"context"
	"errors"
	"log/slog"
	"maps"
	"net/http"
	"net/url"
	"runtime/debug"
	"strings"
	"sync"
	"time"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/conversation"
	"github.com/webchatagent/wca/internal/embedding"
	"github.com/webchatagent/wca/internal/erasure"
	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/retention"
	"github.com/webchatagent/wca/internal/source"
	"github.com/webchatagent/wca/internal/web/access"
	"github.com/webchatagent/wca/internal/web/api"
	"github.com/webchatagent/wca/internal/web/dashboard"
	"github.com/webchatagent/wca/internal/web/embed"
	"github.com/webchatagent/wca/internal/web/remote"
	"github.com/webchatagent/wca/internal/web/respond"
	"github.com/webchatagent/wca/internal/workspace"
)

// Options is what the HTTP side needs from the rest. All fields but PublicURL, Confirm and Watch must be set.
type Options struct {
	Keys      workspace.Keys
	Bots      bot.Store
	Library   *source.Library
	Desk      *conversation.Desk
	Ledger    Ledger
	Retention *retention.Keeper
	Eraser    *erasure.Eraser
	Embedders embedding.Models
	Proof     api.Proof
	NewBot    func(ctx context.Context, workspace, name string) (bot.Bot, error)
	Ready     func(ctx context.Context) error
	Confirm   func(ctx context.Context) error                // that what is stored may be served
	Watch     func() (still func(ctx context.Context) error) // that it has been the same since
	PublicURL string
	Proxies   remote.Proxies
	Rate      *remote.Rate // of visitors' questions
	Changes   *remote.Rate // of visitors' wishes and contact data
	Version   string
	Log       *slog.Logger
	Access    *access.Log // the server log
}

// Ledger is what all sides need from the ledger.
type Ledger interface {
	api.Ledger
	embed.Ledger
}

// public reports whether others than who sits at the machine reach the server: it has an address for them,
// or a proxy in front.
func public(o Options) bool {
	at, err := url.Parse(o.PublicURL)
	return len(o.Proxies) > 0 || err != nil || o.PublicURL != "" && !dashboard.Loopback(at.Host)
}

// Handler answers all requests.
func Handler(o Options) http.Handler {
	mux := http.NewServeMux()
	visitors := &embed.Visitors{
		Desk: o.Desk, Ledger: o.Ledger, Bots: o.Bots, PublicURL: o.PublicURL, Proxies: o.Proxies, Rate: o.Rate, Changes: o.Changes, Log: o.Log,
	}
	management := &api.Management{
		Keys: o.Keys, Bots: o.Bots, Library: o.Library, Desk: o.Desk, Ledger: o.Ledger, Retention: o.Retention, Eraser: o.Eraser, Embedders: o.Embedders, Proof: o.Proof, NewBot: o.NewBot,
		Version: o.Version, Log: o.Log,
	}
	description := management.Routes(mux).OpenAPI()
	pages := &dashboard.Pages{
		Keys: o.Keys, Bots: o.Bots, Sources: o.Library.Store, Ledger: o.Ledger, Accounts: o.Desk, API: description, Proof: o.Proof,
		Ready: o.Ready, PublicURL: visitors.Own, Public: public(o), Version: o.Version, Log: o.Log,
	}
	pages.Routes(mux)
	visitors.Failed = pages.Failed
	visitors.Routes(mux)
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { state(w, http.StatusOK, "ok") })
	mux.HandleFunc("GET /readyz", func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), 2*time.Second)
		defer cancel()
		if err := errors.Join(o.confirm(ctx), o.Ready(ctx)); err != nil {
			o.Log.Error("not ready", "error", err)
			state(w, http.StatusServiceUnavailable, "not ready")
			return
		}
		state(w, http.StatusOK, "ready")
	})
	return guard(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.URL.Path, "/v1/") && !knows(mux, r) {
			unknown(mux, w, r, o.Log)
			return
		}
		ctx, cancel := patient(r)
		defer cancel()
		in := r.WithContext(ctx)
		if !unstored(mux, r) {
			if err := o.confirm(ctx); err != nil {
				pages.Failed(w, r, err)
				return
			}
			still := o.watch()
			to, headers := w, w.Header().Clone()
			w = &checked{ResponseWriter: to, still: func() error { return still(context.WithoutCancel(ctx)) }, refuse: func(err error) {
				clear(to.Header())
				maps.Copy(to.Header(), headers)
				pages.Failed(to, r, err)
			}}
		}
		defer func() { r.Pattern = in.Pattern }() // the server log names it
		mux.ServeHTTP(w, in)
	}), o, pages.Failed)
}

// confirm looks whether what is stored may be served.
func (o Options) confirm(ctx context.Context) error {
	if o.Confirm == nil {
		return nil
	}
	return o.Confirm(ctx)
}

// watch tells whether what is stored has been the same since.
func (o Options) watch() (still func(ctx context.Context) error) {
	if o.Watch == nil {
		return func(context.Context) error { return nil }
	}
	return o.Watch()
}

// checked is an answer of whose first byte it is looked once more whether it may leave: while it was made a backup may have been
// put back, in which what was erased stood again.
type checked struct {
	http.ResponseWriter
	still          func() error
	refuse         func(error) // writes why it does not
	begun, refused bool
}

func (c *checked) fit() bool {
	if !c.begun {
		c.begun = true
		if err := c.still(); err != nil {
			c.refused = true
			c.refuse(err)
		}
	}
	return !c.refused
}

func (c *checked) WriteHeader(status int) {
	if c.fit() {
		c.ResponseWriter.WriteHeader(status)
	}
}

func (c *checked) Write(b []byte) (int, error) {
	if !c.fit() {
		return len(b), nil // there is nobody to tell
	}
	return c.ResponseWriter.Write(b)
}

// Unwrap lets http.ResponseController reach the connection.
func (c *checked) Unwrap() http.ResponseWriter { return c.ResponseWriter }

// unstored reports whether nothing of what answers a request is stored: it is the same whatever became of the database, and
// is served also while that keeps everybody waiting. /readyz looks for itself.
func unstored(mux *http.ServeMux, r *http.Request) bool {
	switch _, pattern := mux.Handler(r); pattern {
	case "GET /healthz", "GET /readyz", "GET /widget.js", "GET /embed/assets/{file}", "GET /assets/style.css", "GET /docs", "GET /trust", "GET /openapi.json", "GET /openapi.yaml", "GET /":
		return true
	}
	return false
}

// patience is how long a request may take that waits for nothing but the database.
const patience = 30 * time.Second

// patient gives the time that a request may take: no model writes and no file is sent while one only looks or
// changes a wish.
func patient(r *http.Request) (context.Context, context.CancelFunc) {
	switch r.Method {
	case http.MethodGet, http.MethodHead, http.MethodPatch, http.MethodOptions:
		return context.WithTimeout(r.Context(), patience)
	}
	return r.Context(), func() {}
}

// knows reports whether a pattern of the API, not that of the pages, matches.
func knows(mux *http.ServeMux, r *http.Request) bool {
	_, pattern := mux.Handler(r)
	return strings.Contains(pattern, "/v1/")
}

// unknown answers programs that ask for what the API does not have: the address or the method.
func unknown(mux *http.ServeMux, w http.ResponseWriter, r *http.Request, log *slog.Logger) {
	var allowed []string
	for _, method := range []string{http.MethodGet, http.MethodPost, http.MethodPut, http.MethodPatch, http.MethodDelete} {
		other := r.Clone(r.Context())
		other.Method = method
		if knows(mux, other) {
			allowed = append(allowed, method)
		}
	}
	if len(allowed) > 0 {
		w.Header().Set("Allow", strings.Join(allowed, ", "))
		respond.Error(w, problem.New(problem.WrongMethod, "method_not_allowed", "This address knows %s, not %s.", strings.Join(allowed, ", "), r.Method), log)
		return
	}
	respond.Error(w, problem.New(problem.NotFound, "address_unknown", "The API has no such address; /openapi.json lists all."), log)
}

func state(w http.ResponseWriter, status int, text string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_, _ = w.Write([]byte(text + "\n"))
}

// guard is around every handler: it sets the headers that all answers need, turns panics into
// errors, refuses cross-site form posts, and writes the server log (J1): no address in full, no
// query, no body.
func guard(next http.Handler, o Options, failed func(http.ResponseWriter, *http.Request, error)) http.Handler {
	crossSite := http.NewCrossOriginProtection()
	var unbelieved sync.Once
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		began := time.Now()
		h := w.Header()
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "strict-origin-when-cross-origin")
		if o.Proxies.HTTPS(r) {
			h.Set("Strict-Transport-Security", "max-age=31536000")
		}
		rec := &recorder{ResponseWriter: w, status: http.StatusOK}
		defer func() {
			if v := recover(); v != nil {
				if err, is := v.(error); is && errors.Is(err, http.ErrAbortHandler) {
					panic(v)
				}
				o.Log.Error("panic in a handler", "path", access.Path(r), "panic", problem.Panicked(v), "stack", string(debug.Stack()))
				if !rec.wrote {
					failed(rec, r, problem.New(problem.Internal, "internal", "panic"))
				}
			}
			line := access.Of(r, o.Proxies.Addr(r), rec.status, began, time.Since(began))
			o.Access.Add(line)
			level := slog.LevelInfo
			if line.Own {
				level = slog.LevelDebug // the checks of the promises ask several dozen times at each start
			} else if proxy, is := o.Proxies.Unbelieved(r); is {
				unbelieved.Do(func() {
					o.Log.Warn("a proxy that nobody has named hands requests on, and its visitors count as one: set trusted_proxies, and public_url to the address they use", "proxy", remote.Shorten(proxy))
				})
			}
			o.Log.Log(r.Context(), level, "request", "method", line.Method, "path", line.Path, "status", line.Status, "from", line.Network, "ms", line.MS)
		}()
		if len(r.URL.RawQuery) > 16<<10 || len(r.URL.Path) > 4<<10 {
			respond.Error(rec, problem.New(problem.TooLarge, "address_too_long", "The address is too long."), o.Log)
			return
		}
		// Visitors' endpoints decide by the bot's list of websites instead.
		if !strings.HasPrefix(r.URL.Path, "/v1/chat/") {
			if err := crossSite.Check(r); err != nil {
				respond.Error(rec, problem.New(problem.Forbidden, "cross_site", "This request came from another website."), o.Log)
				return
			}
		}
		next.ServeHTTP(rec, r)
	})
}

// recorder notes the status for the log.
type recorder struct {
	http.ResponseWriter
	status int
	wrote  bool
}

func (r *recorder) WriteHeader(status int) {
	r.status, r.wrote = status, true
	r.ResponseWriter.WriteHeader(status)
}

func (r *recorder) Write(b []byte) (int, error) {
	r.wrote = true
	return r.ResponseWriter.Write(b)
}

// Unwrap lets http.ResponseController reach the connection.
func (r *recorder) Unwrap() http.ResponseWriter { return r.ResponseWriter }
