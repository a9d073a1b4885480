package embed

import (
	"net/http"
	"net/url"
	"strings"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/problem"
)

// origin decides whether a request may talk to the bot: from our own pages (the panel in its
// iframe, the hosted page) or from a website on the bot's list (W01). Changing requests of
// browsers always carry an Origin, so one without it is refused; programs use the API with a key.
func (v *Visitors) origin(w http.ResponseWriter, r *http.Request, s *bot.Settings) error {
	given := r.Header.Get("Origin")
	w.Header().Add("Vary", "Origin")
	if given == "" {
		if r.Method == http.MethodGet && (r.Header.Get("Sec-Fetch-Site") == "" || r.Header.Get("Sec-Fetch-Site") == "same-origin") {
			return nil
		}
		return problem.New(problem.Forbidden, "origin_not_allowed",
			"The request does not say from which website it comes, as browsers do in the header Origin. Programs ask at /v1/bots/{bot}/answers, with a key.")
	}
	if given == v.Own(r) {
		return nil
	}
	for _, allowed := range s.Origins {
		if given == allowed {
			h := w.Header()
			h.Set("Access-Control-Allow-Origin", given)
			h.Set("Access-Control-Allow-Headers", "Content-Type, WCA-Session")
			h.Set("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE")
			h.Set("Access-Control-Max-Age", "600")
			return nil
		}
	}
	return refusedOrigin(given)
}

func refusedOrigin(origin string) error {
	return problem.New(problem.Forbidden, "origin_not_allowed",
		"This bot may not be used from the website %s. Its owner can add the address to the bot's list of websites.", strings.ToValidUTF8(origin, "?"))
}

// Own is the origin of our own pages as this visitor sees it.
func (v *Visitors) Own(r *http.Request) string {
	if v.PublicURL != "" {
		if u, err := url.Parse(v.PublicURL); err == nil {
			return u.Scheme + "://" + u.Host
		}
	}
	scheme := "http"
	if v.Proxies.HTTPS(r) {
		scheme = "https"
	}
	return scheme + "://" + r.Host
}
