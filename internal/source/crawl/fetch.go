package crawl

import (
	"context"
	"crypto/sha256"
	"crypto/tls"
	"crypto/x509"
	"encoding/hex"
	"errors"
	"io"
	"mime"
	"net"
	"net/http"
	"strings"
	"time"

	"github.com/webchatagent/wca/internal/egress"
)

// patience is how long one page may take altogether, so that a server that sends a byte a second
// does not hold us.
const patience = 30 * time.Second

// settling is how long the start address and robots.txt may take, mapping how long all sitemaps.
const (
	settling = 20 * time.Second
	mapping  = 15 * time.Second
)

// maxWait is the longest Retry-After that is waited for, attempts how often a page is asked for that asks to come back
// later.
const (
	maxWait  = 20 * time.Second
	attempts = 3
)

// maxRedirects is how many in a row are followed: at least five of robots.txt (RFC 9309, 2.3.1.2), and of others as many.
const maxRedirects = 5

// userAgent names us in the form that is customary among crawlers, so that who runs a website finds
// whom to ask.
func (c *Crawler) userAgent() string {
	if c.Home == "" {
		return "Mozilla/5.0 (compatible; " + Agent + "/1.0)"
	}
	return "Mozilla/5.0 (compatible; " + Agent + "/1.0; +" + c.Home + ")"
}

// get sends one request; redirects come back as answers.
func (c *Crawler) get(ctx context.Context, address string, p *Page) (*http.Response, error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, err
	}
	r.Header.Set("User-Agent", c.userAgent())
	r.Header.Set("Accept", "text/html,application/xhtml+xml,application/pdf,*/*;q=0.5")
	r.Header.Set("Accept-Language", "de,en;q=0.8")
	if p != nil && p.ContentHash != "" {
		if p.ETag != "" {
			r.Header.Set("If-None-Match", p.ETag)
		}
		if p.LastModified != "" {
			r.Header.Set("If-Modified-Since", p.LastModified)
		}
	}
	response, err := c.client.Do(r)
	if err != nil {
		return nil, err
	}
	response.Body = unpacked(response)
	return response, nil
}

// fetch reads a page, following redirects inside the site; Outcome.State is Done if there is
// something to take in.
func (c *Crawler) fetch(ctx context.Context, p Page) (Fetched, Outcome) {
	var outcome Outcome
	for attempt := range attempts {
		if err := c.pace.wait(ctx); err != nil {
			return Fetched{}, Outcome{State: Failed, Reason: TimedOut}
		}
		got, o, wait := c.fetchOnce(ctx, p)
		if wait == 0 || attempt == attempts-1 {
			return got, o
		}
		outcome = o
		c.pace.slowDown(min(wait, maxWait))
		if sleep(ctx, min(wait, maxWait)) != nil {
			break
		}
	}
	return Fetched{}, outcome
}

func (c *Crawler) fetchOnce(ctx context.Context, p Page) (got Fetched, o Outcome, wait time.Duration) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	response, err := c.get(ctx, p.URL, &p)
	if err != nil {
		return got, failure(err), 0
	}
	defer response.Body.Close()
	o.Status = response.StatusCode
	asked := wishesOf(response.Header)
	switch s := response.StatusCode; {
	case s == http.StatusNotModified:
		o.State, o.ETag, o.LastModified, o.ContentHash = Unchanged, p.ETag, p.LastModified, p.ContentHash
		if asked.noIndex {
			o.State, o.Reason = Skipped, NoIndex
		}
		return got, o, 0
	case s/100 == 3:
		return got, c.redirected(p, response, o), 0
	case isBusy(s):
		o.State, o.Reason = refusal(s)
		o.retryAfter = egress.RetryAfter(response.Header)
		if o.retryAfter > maxWait { // longer than is waited for
			return got, o, 0
		}
		return got, o, max(time.Second, o.retryAfter)
	case s/100 != 2:
		o.State, o.Reason = refusal(s)
		return got, o, 0
	}
	got, o = c.receive(p, response, asked, o)
	if asked.noIndex && o.State == Failed {
		o.State, o.Reason = Skipped, NoIndex // whatever is wrong with its text, it is to be forgotten
	}
	return got, o, 0
}

// refusal is what the status of an answer without a page says.
func refusal(status int) (State, Reason) {
	switch {
	case status == http.StatusNotFound:
		return Gone, NotFound
	case status == http.StatusGone:
		return Gone, WasDeleted
	case status == http.StatusUnauthorized:
		return Skipped, LoginPage
	case status == http.StatusForbidden:
		return Failed, Forbidden
	case status == http.StatusTooManyRequests:
		return Failed, TooMany
	case status >= 500:
		return Failed, ServerError
	}
	return Failed, BadStatus
}

// receive reads the body of an answer.
func (c *Crawler) receive(p Page, response *http.Response, asked wishes, o Outcome) (Fetched, Outcome) {
	kind, _, _ := mime.ParseMediaType(response.Header.Get("Content-Type"))
	if strings.HasPrefix(kind, "image/") || strings.HasPrefix(kind, "video/") || strings.HasPrefix(kind, "audio/") || strings.HasPrefix(kind, "font/") || kind == "text/css" || strings.HasSuffix(kind, "javascript") {
		o.State, o.Reason = Skipped, Unsupported
		return Fetched{}, o
	}
	if response.ContentLength > c.rules.MaxBytes {
		o.State, o.Reason = Failed, TooLarge
		return Fetched{}, o
	}
	// The body is unpacked while it is read, so the limit counts unpacked bytes.
	body, err := io.ReadAll(io.LimitReader(response.Body, c.rules.MaxBytes+1))
	if err != nil {
		o.State, o.Reason = Failed, interrupted(err)
		return Fetched{}, o
	}
	if int64(len(body)) > c.rules.MaxBytes {
		o.State, o.Reason = Failed, TooLarge
		return Fetched{}, o
	}
	sum := sha256.Sum256(body)
	o.ETag, o.LastModified, o.ContentHash = header(response, "ETag"), header(response, "Last-Modified"), hex.EncodeToString(sum[:])
	if o.ContentHash == p.ContentHash && !asked.noIndex {
		o.State = Unchanged
		return Fetched{}, o
	}
	o.State = Done
	return Fetched{Page: p, Status: response.StatusCode, ContentType: response.Header.Get("Content-Type"), Body: body, wishes: asked}, o
}

func header(r *http.Response, name string) string {
	v := r.Header.Get(name)
	if len(v) > 500 {
		return ""
	}
	return v
}

// redirected decides about a redirect: its target, if it belongs to the site, is read as a page of
// its own.
func (c *Crawler) redirected(p Page, response *http.Response, o Outcome) Outcome {
	o.State = Skipped
	target, err := response.Request.URL.Parse(response.Header.Get("Location"))
	if err != nil || response.Header.Get("Location") == "" {
		o.State, o.Reason = Failed, BadStatus
		return o
	}
	to := Normalise(target.String())
	switch {
	case to == "":
		o.Reason = OffSite
	case to == Normalise(p.URL):
		o.State, o.Reason = Failed, Loop
	case !c.scope.Load().contains(to):
		o.Reason = OffSite
		if c.scope.Load().sameHost(to) {
			o.Reason, o.Detail = NotFollowed, to
		}
		if home := Normalise(c.scope.Load().start.String()); p.URL == c.first && home != c.first {
			o.Reason, o.Detail = Redirected, home
		}
	default:
		o.Reason, o.Detail = Redirected, to
	}
	return o
}

// failure names why there was no answer.
func failure(err error) Outcome {
	o := Outcome{State: Failed, Reason: Unreachable}
	var refused *egress.Refused
	var dns *net.DNSError
	var timeout interface{ Timeout() bool }
	var unknown x509.UnknownAuthorityError
	var name x509.HostnameError
	var invalid x509.CertificateInvalidError
	var handshake tls.RecordHeaderError
	var verify *tls.CertificateVerificationError
	switch {
	case errors.As(err, &refused):
		o.Reason, o.Detail = PrivateAddr, refused.Sentence()
	case errors.As(err, &dns) && dns.IsNotFound:
		o.Reason = NoHost
	case errors.As(err, &unknown), errors.As(err, &name), errors.As(err, &invalid), errors.As(err, &handshake), errors.As(err, &verify):
		o.Reason = BadTLS
	case errors.Is(err, context.DeadlineExceeded), errors.As(err, &timeout) && timeout.Timeout():
		o.Reason = TimedOut
	case errors.As(err, &dns):
		o.Reason = NoHost
	}
	return o
}
