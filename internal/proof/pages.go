package proof

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/webchatagent/wca/internal/config"
	"github.com/webchatagent/wca/internal/noun"
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
var loads = regexp.MustCompile(`(?i)<(?:script|link|img|iframe|source|video|audio)\b[^>]*?(?:src|href)\s*=\s*["'](?:https?:)?//([^"'/]+)`)

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
		case outside(a, own) != "":
			return finding{state: Broken, evidence: asIs(path + ": " + outside(a, own)), reason: Text{"Das Chat-Fenster lädt von Dritten.", "The chat widget loads from third parties."}}
		}
	}
	return holds(
		"%d Seiten, Skripte und Stilvorlagen des Chat-Fensters: kein Set-Cookie, kein document.cookie, keine Adresse eines Dritten.",
		"%d pages, scripts and styles of the widget: no Set-Cookie, no document.cookie, no address of a third party.", len(answers))
}

// ourPages are those for people who run bots.
var ourPages = []string{"/", "/docs", "/trust", "/assets/style.css"}

func checkCookies(_ context.Context, b *bench) finding {
	answers, err := b.pages(ourPages...)
	if err != nil {
		return failed(err)
	}
	for _, a := range answers {
		if a.Header.Get("Set-Cookie") != "" {
			return broken("Eine Seite setzt ein Cookie, obwohl sich niemand anmeldet.", "A page sets a cookie although nobody signs in.")
		}
	}
	return holds(
		"%d Seiten abgerufen: kein einziges Cookie.",
		"%d pages asked for: no cookie at all.", len(answers))
}

func checkThirdParties(_ context.Context, b *bench) finding {
	answers, err := b.pages(ourPages...)
	if err != nil {
		return failed(err)
	}
	for path, a := range answers {
		if what := outside(a, b.request("/").Host); what != "" {
			return finding{state: Broken, evidence: asIs(path + ": " + what), reason: Text{"Eine Seite lädt von Dritten.", "A page loads from third parties."}}
		}
		if strings.HasPrefix(a.Header.Get("Content-Type"), "text/html") && a.Header.Get("Content-Security-Policy") == "" {
			return broken("Eine Seite hat keine Regel dafür, was sie laden darf.", "A page has no policy of what it may load.")
		}
	}
	return holds(
		"%d Seiten abgerufen: Nichts wird von anderswo geladen, und jede Seite verbietet es dem Browser; es gibt keine Zählpixel, Plug-ins oder Tag-Manager.",
		"%d pages asked for: nothing is loaded from elsewhere, and the policy of each page forbids it; there are no pixels, plug-ins or tag managers.", len(answers))
}

// logged makes a request and returns the line that the server log has of it.
func (b *bench) logged(header map[string]string) (string, error) {
	mark := random()
	r := b.request("/docs")
	r.Header.Set("Referer", "https://"+mark+".wca-prove.invalid/konto/"+mark+"@wca-prove.invalid?token="+mark+"-token")
	r.Header.Set("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0")
	for k, v := range header {
		r.Header.Set(k, v)
	}
	if _, err := b.Ask(r); err != nil {
		return "", err
	}
	names, err := filepath.Glob(filepath.Join(b.Config.Data, "logs", "access-*.log"))
	if err != nil {
		return "", err
	}
	for _, name := range names {
		content, err := os.ReadFile(name)
		if err != nil {
			return "", fmt.Errorf("reading the server log: %w", err)
		}
		for line := range strings.Lines(string(content)) {
			if strings.Contains(line, mark) {
				return line, nil
			}
		}
	}
	return "", nil
}

// longestLog is for how many days a server log may be kept.
const longestLog = 90

func checkServerLog(_ context.Context, b *bench) finding {
	switch days := b.Config.LogDays; {
	case days == 0:
		return broken("Das Serverprotokoll ist abgeschaltet (log_days = 0).", "The server log is switched off (log_days = 0).")
	case days > longestLog:
		return broken(
			fmt.Sprintf("Das Serverprotokoll wird %d Tage aufbewahrt, erlaubt sind höchstens %d (log_days).", days, longestLog),
			fmt.Sprintf("The server log is kept for %d days, at most %d are allowed (log_days).", days, longestLog))
	}
	line, err := b.logged(nil)
	switch {
	case err != nil:
		return failed(err)
	case line == "":
		return broken("Eine Anfrage steht nicht im Serverprotokoll.", "A request is not in the server log.")
	case strings.Contains(line, peer):
		return broken("Im Serverprotokoll steht eine vollständige Adresse.", "The server log holds a full address.")
	case strings.Contains(line, "-token"):
		return broken("Im Serverprotokoll stehen Parameter von Adressen.", "The server log holds parameters of addresses.")
	case strings.Contains(line, "@"):
		return broken("Im Serverprotokoll steht, wessen Seite auf diesen Server führte.", "The server log says whose page led to this server.")
	}
	return holds(
		"Eine Anfrage von einer bekannten Adresse wurde nur mit deren Netz und ohne Parameter protokolliert; gelöscht wird nach "+noun.Count(b.Config.LogDays, "1 Tag", "Tagen")+".",
		"A request from a known address was logged with its network only, without query; deleted after "+noun.Count(b.Config.LogDays, "1 day", "days")+".")
}

// checkProxies claims another address than the real one, as no trusted proxy.
func checkProxies(_ context.Context, b *bench) finding {
	if b.Config.LogDays == 0 {
		return unchecked("Ohne Serverprotokoll (log_days = 0) ist es nicht sichtbar.", "Without the server log (log_days = 0) it cannot be seen.")
	}
	line, err := b.logged(map[string]string{"X-Forwarded-For": "203.0.113.9"})
	switch {
	case err != nil:
		return failed(err)
	case strings.Contains(line, "203.0.113."):
		return broken("Einer fremden Angabe zur Adresse wurde geglaubt (trusted_proxies).", "A stranger's word about its address was believed (trusted_proxies).")
	case line == "":
		return broken("Eine Anfrage steht nicht im Serverprotokoll.", "A request is not in the server log.")
	}
	return holds(
		"Einem X-Forwarded-For von einer Gegenstelle, die kein vertrauter Proxy ist, wurde nicht geglaubt. Eingestellt: "+noun.Count(len(b.Config.Trusted), "1 vertrauter Proxy", "vertraute Proxys")+".",
		"An X-Forwarded-For of a peer that is no trusted proxy was not believed. Configured: "+noun.Count(len(b.Config.Trusted), "1 trusted proxy", "trusted proxies")+".")
}

// transport says what is wrong with how visitors reach the instance, nothing if it is right.
func transport(c config.Config) (wrong Text) {
	address, host := "http://"+c.Listen, c.Listen
	if c.PublicURL != "" {
		at, err := url.Parse(c.PublicURL)
		if err != nil || at.Scheme == "https" {
			return Text{}
		}
		address, host = at.Scheme+"://"+at.Host, at.Hostname()
	} else if h, _, err := net.SplitHostPort(c.Listen); err == nil {
		host = h // "" is every address of the machine
	}
	if local(host) {
		return Text{}
	}
	return Text{
		"Besucher erreichen den Server ohne Verschlüsselung (" + address + "). Setzen Sie public_url auf die https-Adresse des vorgeschalteten Proxys.",
		"Visitors reach the server without encryption (" + address + "). Set public_url to the https address of the proxy in front.",
	}
}
