package crawl

import (
	"errors"
	"fmt"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
)

// scope is the part of the web that belongs to a crawl: the start address's host, with and
// without www, by http and https, and the paths that the rules allow.
type scope struct {
	start            *url.URL
	host             string
	include, exclude []*regexp.Regexp
}

func newScope(start string, rules Rules) (scope, error) {
	u, err := url.Parse(start)
	if err != nil || u.Host == "" {
		return scope{}, fmt.Errorf("%q is not the address of a website", start)
	}
	s := scope{start: u, host: bare(u)}
	if s.include, err = patterns(rules.Include); err != nil {
		return s, err
	}
	s.exclude, err = patterns(rules.Exclude)
	return s, err
}

func bare(u *url.URL) string {
	host := strings.TrimPrefix(strings.ToLower(u.Host), "www.")
	switch {
	case u.Scheme == "http":
		host = strings.TrimSuffix(host, ":80")
	case u.Scheme == "https":
		host = strings.TrimSuffix(host, ":443")
	}
	return host
}

// patterns turns globs into expressions: * is a part of a path, ** any number of parts.
func patterns(globs []string) ([]*regexp.Regexp, error) {
	var out []*regexp.Regexp
	for _, g := range globs {
		if g == "" || len(g) > 500 {
			return nil, errors.New("a pattern of paths has 1 to 500 characters, such as /blog/**")
		}
		if !strings.HasPrefix(g, "/") && !strings.HasPrefix(g, "*") {
			g = "/" + g
		}
		e := regexp.QuoteMeta(g)
		e = strings.ReplaceAll(e, `/\*\*`, `(?:/.*)?`)
		e = strings.ReplaceAll(e, `\*\*`, `.*`)
		e = strings.ReplaceAll(e, `\*`, `[^/]*`)
		e = strings.ReplaceAll(e, `\?`, `.`)
		re, err := regexp.Compile("^" + e + "$")
		if err != nil {
			return nil, fmt.Errorf("the pattern %q can't be read", g)
		}
		out = append(out, re)
	}
	return out, nil
}

// contains reports whether the address belongs to the crawl.
func (s scope) contains(address string) bool {
	u, err := url.Parse(address)
	if err != nil || bare(u) != s.host {
		return false
	}
	if address == Normalise(s.start.String()) {
		return true
	}
	matches := func(re *regexp.Regexp) bool {
		return re.MatchString(u.Path) || (u.RawQuery != "" && re.MatchString(u.RequestURI()))
	}
	included := len(s.include) == 0 || slices.ContainsFunc(s.include, matches)
	return included && !slices.ContainsFunc(s.exclude, matches)
}

// Excludes returns what says whether the rules' paths leave an address of a website out, on whichever host it is.
func (r Rules) Excludes(start string) (func(address string) bool, error) {
	s, err := newScope(start, r)
	if err != nil {
		return nil, err
	}
	return func(address string) bool {
		u, err := url.Parse(address)
		if err != nil {
			return true
		}
		there := s
		there.host = bare(u)
		return !there.contains(address)
	}, nil
}

// sameHost reports whether an address outside the scope is left out by rules, not because it is
// another website.
func (s scope) sameHost(address string) bool {
	u, err := url.Parse(address)
	return err == nil && bare(u) == s.host
}

// dropped are query parameters that name a campaign or a session and not a page.
var dropped = regexp.MustCompile(`(?i)^(utm_.*|gclid|fbclid|msclkid|dclid|yclid|mc_cid|mc_eid|_ga|_gl|igshid|phpsessid|jsessionid|sid|sessionid|session_id|zenid|osclid|cfid|cftoken)$`)

var sessionPath = regexp.MustCompile(`(?i);(jsessionid|phpsessid|sid)=[^/?]*`)

// Normalise brings an address to the form under which it is remembered: without fragment,
// default port, dot segments, campaign and session parameters; host in lower case. It returns ""
// for what is no http address.
func Normalise(address string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || (u.Scheme != "http" && u.Scheme != "https") || u.Host == "" || u.User != nil || len(address) > 2000 {
		return ""
	}
	u.Fragment, u.RawFragment = "", ""
	u.Host = strings.ToLower(u.Host)
	if (u.Scheme == "http" && u.Port() == "80") || (u.Scheme == "https" && u.Port() == "443") {
		u.Host = u.Host[:strings.LastIndexByte(u.Host, ':')]
	}
	u.Host = strings.TrimSuffix(u.Host, ".")
	if strings.Contains(u.Path, ";") {
		u.Path, u.RawPath = sessionPath.ReplaceAllString(u.Path, ""), ""
	}
	if u.Path == "" {
		u.Path = "/"
	}
	if strings.Contains(u.Path, "/.") || strings.Contains(u.Path, "//") {
		slash := strings.HasSuffix(u.Path, "/") || strings.HasSuffix(u.Path, "/.") || strings.HasSuffix(u.Path, "/..")
		u.Path, u.RawPath = path.Clean(u.Path), ""
		if slash && u.Path != "/" {
			u.Path += "/"
		}
	}
	if u.RawQuery != "" {
		var keep []string
		for _, pair := range strings.Split(u.RawQuery, "&") {
			name, _, _ := strings.Cut(pair, "=")
			if pair != "" && !dropped.MatchString(name) {
				keep = append(keep, pair)
			}
		}
		u.RawQuery = strings.Join(keep, "&")
	}
	u.ForceQuery = false
	return u.String()
}
