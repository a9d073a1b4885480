// Package dashboard serves the pages for people who run bots: the start page, the ledger, the
// promises with their checks and the description of the API. They come from the server as HTML and load nothing from elsewhere.
package dashboard

//go:generate go run github.com/a-h/templ/cmd/templ@v0.3.977 generate -log-level warn

import (
	"context"
	"embed"
	"log/slog"
	"net/http"
	"net/netip"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/source"
	"github.com/webchatagent/wca/internal/workspace"
)

// Pages serves the pages. All fields must be set.
type Pages struct {
	Keys      workspace.Keys
	Bots      bot.Store
	Sources   source.Store
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

// botLine is a bot on the start page.
type botLine struct {
	Name, Chat, Snippet string
	Documents, Passages int
	Reading             bool
	Trouble             string
}

// start shows the bots to who sits at the server itself. Others learn only that a server is
// here: the list of bots is the customers' affair.
func (p *Pages) start(w http.ResponseWriter, r *http.Request) {
	if p.Public || !atServer(r) {
		p.render(w, r, welcome(words(r)))
		return
	}
	c := words(r)
	lines, err := p.lines(r.Context(), c.Lang, p.PublicURL(r))
	if err != nil {
		p.Failed(w, r, err)
		return
	}
	p.render(w, r, start(c, lines, p.Version))
}

func (p *Pages) lines(ctx context.Context, language, publicURL string) ([]botLine, error) {
	var lines []botLine
	all, err := p.Keys.Store.Workspaces(ctx)
	if err != nil {
		return nil, err
	}
	for _, ws := range all {
		bots, err := p.Bots.Bots(ctx, ws.ID)
		if err != nil {
			return nil, err
		}
		for _, b := range bots {
			line := botLine{
				Name: b.Name, Chat: "/c/" + b.PublicID,
			}
			settings, err := p.Bots.PublishedSettings(ctx, ws.ID, b.ID)
			if err != nil {
				return nil, err
			}
			color := ""
			if c := settings.Settings.Color; c != "" {
				color = ` data-color="` + c + `"`
			}
			line.Snippet = `<script async src="` + publicURL + `/widget.js" data-bot="` + b.PublicID + `"` + color + `></script>`
			sources, err := p.Sources.Sources(ctx, ws.ID, b.ID)
			if err != nil {
				return nil, err
			}
			for _, s := range sources {
				line.Documents += s.Counts.Documents
				line.Passages += s.Counts.Passages
				line.Reading = line.Reading || s.State == source.Queued || s.State == source.Running
				why := s.Remarks(language)
				if s.Message != "" { // the remarks are part of it
					if why, err = source.Trouble(ctx, p.Sources, s, language); err != nil {
						return nil, err
					}
				}
				if why != "" && (s.State == source.Failed || line.Trouble == "") {
					line.Trouble = s.Address + ": " + why
				}
			}
			lines = append(lines, line)
		}
	}
	return lines, nil
}

// atServer reports whether the request comes from the machine itself by a name of its own; a
// name of somebody else that leads here (DNS rebinding) does not count, nor does what a proxy on
// the machine hands on.
func atServer(r *http.Request) bool {
	peer, err := netip.ParseAddrPort(r.RemoteAddr)
	return err == nil && peer.Addr().Unmap().IsLoopback() && !handedOn(r) && Loopback(r.Host)
}

// handedOn reports whether a proxy shows. nginx speaks HTTP/1.0 to what is behind it, and names itself in
// no header unless it is told to.
func handedOn(r *http.Request) bool {
	if !r.ProtoAtLeast(1, 1) {
		return true
	}
	for name := range r.Header {
		if strings.HasPrefix(name, "X-Forwarded-") || strings.HasPrefix(name, "X-Real-") || strings.HasSuffix(name, "-Client-Ip") || strings.HasSuffix(name, "-Connecting-Ip") || name == "Forwarded" || name == "Via" {
			return true
		}
	}
	return false
}

// Loopback reports whether a host, with or without a port, is the machine itself.
func Loopback(host string) bool {
	if i := strings.LastIndexByte(host, ':'); i > 0 && !strings.HasSuffix(host, "]") {
		host = host[:i]
	}
	if host == "localhost" {
		return true
	}
	addr, err := netip.ParseAddr(strings.Trim(host, "[]"))
	return err == nil && addr.IsLoopback()
}
