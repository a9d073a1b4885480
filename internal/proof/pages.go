package proof

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"strings"

	"github.com/webchatagent/wca/internal/bilingual"
)

// peer is the address from which checks ask, out of a range for documentation (RFC 5737).
const peer = "198.51.100.77"

// request is one that the instance answers itself.
func (b *bench) request(path string) *http.Request {
	host := "127.0.0.1"
	if at, err := url.Parse(b.Config.URL()); err == nil {
		host = at.Host
	}
	return &http.Request{
		Method: http.MethodGet, URL: &url.URL{Path: path}, RequestURI: path, Host: host, RemoteAddr: peer + ":41001",
		Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1, Header: http.Header{}, Body: http.NoBody,
	}
}

// pages asks for pages and scripts; a page that is not there is an error.
func (b *bench) pages(paths ...string) (map[string]Answer, error) {
	answers := map[string]Answer{}
	for _, path := range paths {
		a, err := b.Ask(b.request(path))
		if err != nil {
			return nil, err
		}
		if a.Status != http.StatusOK {
			return nil, fmt.Errorf("%s answers HTTP %d", path, a.Status)
		}
		answers[path] = a
	}
	return answers, nil
}

// loads are the addresses that a page makes a browser load from elsewhere.
var loads = regexp.MustCompile(`(?i)<(?:script|link|img|iframe|source|video|audio)\b[^>]*?(?:src|href)\s*=\s*["']?(?:https?:)?//([^"'/>\s]+)`)

// outside names the first thing that a page loads from a third party or that its policy allows to
// be loaded, "" if there is none.
func outside(a Answer, own string) string {
	for _, m := range loads.FindAllSubmatch(a.Body, -1) {
		if host := string(m[1]); host != own {
			return host
		}
	}
	for _, directive := range strings.Split(a.Header.Get("Content-Security-Policy"), ";") {
		name, sources, _ := strings.Cut(strings.TrimSpace(directive), " ")
		if name == "frame-ancestors" { // who may embed us is no request to anybody
			continue
		}
		for _, s := range strings.Fields(sources) {
			if strings.Contains(s, "*") || s == "https:" || s == "http:" || strings.Contains(s, "://") && !strings.HasSuffix(s, "://"+own) {
				return s
			}
		}
	}
	return ""
}

// checkWidget asks for everything a visitor's browser loads.
func checkWidget(_ context.Context, b *bench) finding {
	answers, err := b.pages("/widget.js", "/c/"+b.bot.PublicID, "/embed/"+b.bot.PublicID)
	if err != nil {
		return failed(err)
	}
	scripts := regexp.MustCompile(`(?:src|href)="(?:\.\.)?(/embed/assets/[^"]+)"`)
	for _, a := range answers {
		for _, m := range scripts.FindAllSubmatch(a.Body, -1) {
			path, _, _ := strings.Cut(string(m[1]), "?")
			more, err := b.pages(path)
			if err != nil {
				return failed(err)
			}
			answers[path] = more[path]
		}
	}
	own := b.request("/").Host
	for path, a := range answers {
		switch {
		case a.Header.Get("Set-Cookie") != "":
			return broken("Das Chat-Fenster setzt ein Cookie.", "The chat widget sets a cookie.")
		case strings.Contains(string(a.Body), "document.cookie"):
			return broken("Das Skript des Chat-Fensters greift auf Cookies zu.", "The script of the chat widget uses cookies.")
		case strings.HasPrefix(a.Header.Get("Content-Type"), "text/html") && !strings.Contains(a.Header.Get("Content-Security-Policy"), "default-src 'none'"):
			return broken("Das Chat-Fenster hat keine Regel dafür, was es laden darf.", "The chat widget has no policy of what it may load.")
		case outside(a, own) != "":
			return broken("Das Chat-Fenster lädt von Dritten.", "The chat widget loads from third parties.").saw(bilingual.AsIs(path + ": " + outside(a, own)))
		}
	}
	return holds(
		"%d Seiten, Skripte und Stilvorlagen des Chat-Fensters: kein Set-Cookie, kein document.cookie, keine Adresse eines Dritten.",
		"%d pages, scripts and styles of the widget: no Set-Cookie, no document.cookie, no address of a third party.", len(answers))
}

// ourPages are those for people who run bots.
var ourPages = []string{"/", "/docs", "/trust", "/assets/style.css"}

// otherAnswers are what anybody may ask for beside pages, whether it is refused or not.
var otherAnswers = []string{"/nothing", "/ledger", "/healthz", "/readyz", "/openapi.json", "/v1/bots", "/v1/chat/nobody/messages", "/c/nobody", "/embed/nobody"}

func checkCookies(_ context.Context, b *bench) finding {
	answers, err := b.pages(ourPages...)
	if err != nil {
		return failed(err)
	}
	for _, path := range otherAnswers {
		a, err := b.Ask(b.request(path))
		if err != nil {
			return failed(err)
		}
		answers[path] = a
	}
	for path, a := range answers {
		if a.Header.Get("Set-Cookie") != "" {
			return broken("Eine Seite setzt ein Cookie, obwohl sich niemand anmeldet.", "A page sets a cookie although nobody signs in.").saw(bilingual.AsIs(path))
		}
	}
	return holds(
		"%d Adressen abgerufen, auch der Schnittstelle und solche, die es nicht gibt: kein einziges Cookie.",
		"%d addresses asked for, of the API and unknown ones, too: no cookie at all.", len(answers))
}

func checkThirdParties(_ context.Context, b *bench) finding {
	answers, err := b.pages(ourPages...)
	if err != nil {
		return failed(err)
	}
	for path, a := range answers {
		if what := outside(a, b.request("/").Host); what != "" {
			return broken("Eine Seite lädt von Dritten.", "A page loads from third parties.").saw(bilingual.AsIs(path + ": " + what))
		}
		if strings.HasPrefix(a.Header.Get("Content-Type"), "text/html") && a.Header.Get("Content-Security-Policy") == "" {
			return broken("Eine Seite hat keine Regel dafür, was sie laden darf.", "A page has no policy of what it may load.")
		}
	}
	return holds(
		"%d Seiten abgerufen: Nichts wird von anderswo geladen, und jede Seite verbietet es dem Browser; es gibt keine Zählpixel, Plug-ins oder Tag-Manager.",
		"%d pages asked for: nothing is loaded from elsewhere, and the policy of each page forbids it; there are no pixels, plug-ins or tag managers.", len(answers))
}
