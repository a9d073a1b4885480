package crawl

import (
	"context"
	"errors"
	"io"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/webchatagent/wca/internal/egress"
)

// Agent is the product token of robots.txt and of the User-Agent header.
const Agent = "WebChatAgent"

// robots is what a website's robots.txt says to us (RFC 9309).
type robots struct {
	rules    []robotsRule
	busy     *Busy   // the server asks to come back later
	closed   *Closed // the file can't be had: nothing may be read
	delay    time.Duration
	sitemaps []string
}

type robotsRule struct {
	allow   bool
	pattern string
}

const maxRobots = 500 << 10 // RFC 9309, 2.5

// fetchRobots reads the file: a client error means that all is allowed, a server error or no answer that nothing is
// (RFC 9309, 2.3.1).
func (c *Crawler) fetchRobots(ctx context.Context) *robots {
	at := *c.scope.Load().start
	at.Path, at.RawPath, at.RawQuery, at.Fragment = "/robots.txt", "", "", ""
	address := at.String()
	again := true
	for range maxRedirects + 1 {
		response, err := c.get(ctx, address, nil)
		if err != nil {
			closed := silent(err)
			if again && closed.Reason == Unreachable && sleep(ctx, time.Second) == nil {
				again = false
				continue
			}
			return &robots{closed: closed}
		}
		body, err := plain(response.Body)
		response.Body.Close()
		switch s := response.StatusCode; {
		case s/100 == 2 && err != nil && interrupted(err) == TimedOut:
			return &robots{closed: &Closed{Reason: TimedOut}}
		case s/100 == 2 && err != nil:
			return &robots{closed: &Closed{Reason: NoRobots}}
		case s/100 == 2:
			return parseRobots(string(body), Agent)
		case s/100 == 3 && response.Header.Get("Location") != "":
			next, err := response.Request.URL.Parse(response.Header.Get("Location"))
			if err != nil {
				return &robots{}
			}
			address = next.String()
			continue
		case isBusy(s):
			return &robots{busy: &Busy{Status: s, RetryAfter: egress.RetryAfter(response.Header)}}
		case s >= 500:
			return &robots{closed: &Closed{Reason: NoRobots}}
		default:
			return &robots{}
		}
	}
	return &robots{}
}

// plain reads a robots.txt, of which servers also send the packed form that lies beside it. A file that a server
// always cuts, because it tells a wrong length, is read as far as it comes.
func plain(body io.Reader) ([]byte, error) {
	in, err := unzipped(body)
	if err != nil {
		return nil, err
	}
	text, err := io.ReadAll(io.LimitReader(in, maxRobots))
	if errors.Is(err, io.ErrUnexpectedEOF) {
		err = nil
	}
	return text, err
}

// group is what robots.txt says to some robots.
type group struct {
	rules []robotsRule
	delay time.Duration
}

// parseRobots picks the groups for the agent, or those for everybody if there are none.
func parseRobots(text, agent string) *robots {
	r := &robots{}
	var own, every group
	var told []*group // those of ours that the lines are for
	hasOwn, inAgents := false, false
	text = strings.TrimPrefix(text, "\ufeff")
	for line := range strings.FieldsFuncSeq(text, func(c rune) bool { return c == '\n' || c == '\r' }) {
		line, _, _ = strings.Cut(line, "#")
		key, value, ok := strings.Cut(line, ":")
		if !ok { // a missing colon is forgiven, as others do
			key, value, ok = strings.Cut(strings.TrimSpace(line), " ")
			if !ok {
				continue
			}
		}
		key, value = strings.ToLower(strings.TrimSpace(key)), strings.TrimSpace(value)
		switch key {
		case "user-agent", "useragent", "user agent":
			if !inAgents {
				told = nil
			}
			inAgents = true
			switch {
			case value == "*" || strings.HasPrefix(value, "* "):
				told = append(told, &every)
			case strings.EqualFold(productToken(value), agent):
				told, hasOwn = append(told, &own), true
			}
		case "allow", "disallow", "dissallow", "disalow", "dissalow", "diasllow", "disallaw":
			inAgents = false
			if value == "" {
				continue
			}
			for _, g := range told {
				g.rules = append(g.rules, robotsRule{allow: key == "allow", pattern: escape(value)})
			}
		case "crawl-delay":
			inAgents = false
			seconds, err := strconv.ParseFloat(value, 64)
			if err != nil || seconds < 0 || seconds > 3600 {
				continue
			}
			for _, g := range told {
				g.delay = time.Duration(seconds * float64(time.Second))
			}
		case "sitemap", "site-map":
			r.sitemaps = append(r.sitemaps, value)
		}
	}
	ours := every
	if hasOwn {
		ours = own
	}
	r.rules, r.delay = ours.rules, ours.delay
	return r
}

func productToken(value string) string {
	end := strings.IndexFunc(value, func(c rune) bool {
		return !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '-')
	})
	if end >= 0 {
		value = value[:end]
	}
	return value
}

// allowed applies the most specific rule: the longest pattern wins, and allow on a tie.
func (r *robots) allowed(address string) bool {
	u, err := url.Parse(address)
	if err != nil {
		return false
	}
	if u.Path == "/robots.txt" {
		return true
	}
	target := escape(u.EscapedPath())
	if target == "" {
		target = "/"
	}
	if u.RawQuery != "" {
		target += "?" + escape(u.RawQuery)
	}
	best, allow := -1, true
	for _, rule := range r.rules {
		if n := len(rule.pattern); matchRobots(rule.pattern, target) && (n > best || (n == best && rule.allow)) {
			best, allow = n, rule.allow
		}
	}
	return allow
}

// matchRobots matches with * for anything and $ for the end, in linear time and memory for
// patterns of hostile length (each position at most once per star).
func matchRobots(pattern, target string) bool {
	anchored := strings.HasSuffix(pattern, "$")
	if anchored {
		pattern = pattern[:len(pattern)-1]
	}
	parts := strings.Split(pattern, "*")
	if !strings.HasPrefix(target, parts[0]) {
		return false
	}
	rest := target[len(parts[0]):]
	for i, part := range parts[1:] {
		last := i == len(parts)-2
		if last && anchored {
			return strings.HasSuffix(rest, part)
		}
		at := strings.Index(rest, part)
		if at < 0 {
			return false
		}
		rest = rest[at+len(part):]
	}
	return !anchored || rest == "" || (len(parts) > 1 && parts[len(parts)-1] == "")
}

// escape brings a path to one form: octets outside ASCII as %XX, escapes in upper case, and
// escapes of unreserved characters undone.
func escape(s string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c == '%' && i+2 < len(s) && isHex(s[i+1]) && isHex(s[i+2]):
			n, _ := strconv.ParseUint(s[i+1:i+3], 16, 8)
			if d := byte(n); d >= 'a' && d <= 'z' || d >= 'A' && d <= 'Z' || d >= '0' && d <= '9' || strings.IndexByte("-._~", d) >= 0 {
				b.WriteByte(d)
			} else {
				b.WriteString(strings.ToUpper(s[i : i+3]))
			}
			i += 2
		case c >= 0x80:
			b.WriteByte('%')
			b.WriteByte(hex[c>>4])
			b.WriteByte(hex[c&15])
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

func isHex(c byte) bool { return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F' }
