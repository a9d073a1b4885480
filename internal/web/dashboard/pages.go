// Package dashboard serves the pages for people who run bots: the start page, the ledger, the
// promises with their checks and the description of the API. They come from the server as HTML and load nothing from elsewhere.
package dashboard

//go:generate go run github.com/a-h/templ/cmd/templ@v0.3.977 generate -log-level warn

import (
	"context"
	"embed"
	"fmt"
	"log/slog"
	"net/http"
	"strings"

	"github.com/a-h/templ"
	"github.com/danielgtaylor/huma/v2"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/source"
	"github.com/webchatagent/wca/internal/workspace"
)

// Bots gives the bots that pages are about.
type Bots interface {
	Bot(ctx context.Context, workspace, id string) (bot.Bot, error)
	Bots(ctx context.Context, workspace string) ([]bot.Bot, error)
	SomeBots(ctx context.Context, some bot.Some) ([]bot.Bot, error)
	PublishedSettings(ctx context.Context, workspace, bot string) (bot.Version, error)
}

// Sources gives what the start page says of a bot's sources.
type Sources interface {
	source.Reader // of what went wrong
	Sources(ctx context.Context, workspace, bot string) ([]source.Source, error)
}

// Pages serves the pages. All fields must be set.
type Pages struct {
	Keys      workspace.Keys
	Bots      Bots
	Sources   Sources
	Ledger    Ledger
	Accounts  Accounts
	API       *huma.OpenAPI
	Proof     Proof
	Ready     func(ctx context.Context) error // whether the database answers
	PublicURL func(r *http.Request) string
	Public    bool // others reach the server: who it is meant for is known by a key only
	Version   string
	Log       *slog.Logger
}

//go:embed style.css
var assets embed.FS

// Routes adds the pages.
func (p *Pages) Routes(mux *http.ServeMux) {
	mux.HandleFunc("GET /{$}", p.start)
	mux.HandleFunc("GET /docs", p.docs)
	mux.HandleFunc("GET /trust", p.trust)
	mux.HandleFunc("GET /ledger", p.guarded(p.ledger))
	mux.HandleFunc("GET /ledger/{workspace}/{bot}/{answer}", p.guarded(p.account))
	mux.HandleFunc("GET /assets/style.css", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "public, max-age=3600")
		http.ServeFileFS(w, r, assets, "style.css")
	})
	mux.HandleFunc("GET /", func(w http.ResponseWriter, r *http.Request) {
		p.renderAs(w, r, http.StatusNotFound, missing(words(r)))
	})
}

// policy of our own pages: nothing from elsewhere, no scripts at all.
const policy = framed + "; frame-ancestors 'none'"

// framed is that of a page which any website may show in a frame: it tells nothing, and what can be
// pressed does nothing.
const framed = "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'"

func (p *Pages) render(w http.ResponseWriter, r *http.Request, c templ.Component) {
	p.renderAs(w, r, http.StatusOK, c)
}

func (p *Pages) renderAs(w http.ResponseWriter, r *http.Request, status int, c templ.Component) {
	p.write(w, r, status, policy, c)
}

func (p *Pages) write(w http.ResponseWriter, r *http.Request, status int, policy string, c templ.Component) {
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Content-Security-Policy", policy)
	h.Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	var page strings.Builder
	err := c.Render(context.WithoutCancel(r.Context()), &page)
	if err == nil {
		_, err = unturned.WriteString(w, page.String())
	}
	if err != nil {
		p.Log.Debug("rendering a page", "error", err)
	}
}

// unturned shows the characters that embed, override and isolate a direction of writing as the command line does: with one in
// a name or a question a page would show something else than it says.
var unturned = func() *strings.Replacer {
	var pairs []string
	for _, r := range "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069" {
		pairs = append(pairs, string(r), fmt.Sprintf(`\u%04x`, r))
	}
	return strings.NewReplacer(pairs...)
}()
