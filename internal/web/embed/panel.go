package embed

import (
	"net/http"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/widget"
)

// loader is the script that websites include. It is the same for all bots and names nobody, so
// any cache may keep it, for minutes: an update reaches everybody soon.
func (v *Visitors) loader(w http.ResponseWriter, _ *http.Request) {
	h := w.Header()
	h.Set("Content-Type", "text/javascript; charset=utf-8")
	h.Set("Cache-Control", "public, max-age=300")
	h.Set("Cross-Origin-Resource-Policy", "cross-origin")
	h.Set("Access-Control-Allow-Origin", "*") // so that a website can use integrity=""
	_, _ = w.Write(widget.Loader())
}

// asset serves the panel's script and style; their names change with their content.
func (v *Visitors) asset(w http.ResponseWriter, r *http.Request) {
	content, kind, ok := widget.Asset(r.PathValue("file"))
	if !ok {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", kind)
	w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	_, _ = w.Write(content)
}

// panel is the page inside the widget's iframe. Only the bot's websites and our own pages may
// frame it (W13).
func (v *Visitors) panel(w http.ResponseWriter, r *http.Request) {
	v.show(w, r, widget.Frame)
}

// page is the hosted chat page.
func (v *Visitors) page(w http.ResponseWriter, r *http.Request) {
	v.show(w, r, widget.Full)
}

func (v *Visitors) show(w http.ResponseWriter, r *http.Request, mode widget.Mode) {
	at, err := v.find(r)
	if err != nil {
		v.Failed(w, r, err)
		return
	}
	settings := at.published.Settings
	if host := r.URL.Query().Get("host"); mode == widget.Frame && host != "" && !v.mayFrame(r, settings, host) {
		// The policy would have the browser show a broken frame, which tells the website's owner nothing.
		v.Failed(w, r, refusedOrigin(host))
		return
	}
	page, err := widget.Page(mode, v.panelConfig(r, at.bot, settings))
	if err != nil {
		v.Failed(w, r, err)
		return
	}
	ancestors := "'none'"
	if mode == widget.Frame {
		ancestors = strings.Join(append([]string{"'self'"}, settings.Origins...), " ")
	}
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Content-Security-Policy", widget.ContentSecurityPolicy+"; frame-ancestors "+ancestors)
	h.Set("Cache-Control", "no-store")
	h.Set("Referrer-Policy", "no-referrer")
	_, _ = w.Write(page)
}

// mayFrame reports whether a website may show the bot's panel.
func (v *Visitors) mayFrame(r *http.Request, s bot.Settings, origin string) bool {
	return origin == v.Own(r) || slices.Contains(s.Origins, origin)
}

func (v *Visitors) panelConfig(r *http.Request, b bot.Bot, s bot.Settings) widget.Config {
	language := s.Languages[0]
	if wanted := r.URL.Query().Get("lang"); slices.Contains(s.Languages, wanted) {
		language = wanted
	}
	host := r.URL.Query().Get("host")
	if !v.mayFrame(r, s, host) {
		host = ""
	}
	return widget.Config{
		Bot: b.PublicID, Name: b.Name, Language: language, Languages: s.Languages, Greeting: s.Greeting,
		Suggestions: s.Suggestions, PrivacyURL: s.PrivacyURL, AINotice: s.Notice, Contact: s.Contact,
		Color: s.Color, EndOnClose: s.EndOnClose, Unstored: s.Retention.Kept() == 0, Host: host,
	}
}
