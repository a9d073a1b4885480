// Package egress is the only door out of the process. Every client that talks to the outside is
// made here, for a purpose: its connections are checked at the moment of dialling against the
// address really dialled, and every transfer is written to a ledger (D4, L2).
package egress

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"slices"
	"strconv"
	"sync"
	"time"
)

// Purpose says why something leaves the process.
type Purpose string

// The purposes.
const (
	Crawl     Purpose = "crawl"     // reading a customer's website
	Model     Purpose = "model"     // asking a language model
	Embedding Purpose = "embedding" // asking for vectors
)

// Attribution says for whom and on what ground a transfer is made.
type Attribution struct {
	Workspace  string
	Bot        string
	Answer     string
	Source     string
	LegalBasis string
	Categories map[string]int // personal data that was replaced before sending, by type
}

type attributionKey struct{}

// Attribute returns a context whose transfers are written down under a.
func Attribute(ctx context.Context, a Attribution) context.Context {
	return context.WithValue(ctx, attributionKey{}, a)
}

type withoutBodyKey struct{}

// WithoutBody returns a context whose transfers are counted in the ledger while the bytes that left
// are not kept, whatever the policy of the client says.
func WithoutBody(ctx context.Context) context.Context {
	return context.WithValue(ctx, withoutBodyKey{}, true)
}

// Transfer is one request that left the process, as the ledger keeps it.
type Transfer struct {
	ID      string
	Time    time.Time
	Purpose Purpose
	Attribution
	Recipient string // host, with the port if it is unusual
	Region    string // where the recipient computes, as configured
	Method    string
	Path      string // as it left, without the query
	BytesOut  int64  // of the body
	BytesIn   int64
	Status    int // HTTP status, 0 if there was no answer
	Error     string
	Body      []byte // exactly the body that left, if the policy keeps it
	Returned  []byte // of a model: what came back, as it came, if the body is kept
	Duration  time.Duration
}

// Underway reports whether a transfer has not ended yet, as far as the ledger knows: what another server has received it
// knows within a second; what a crash broke off stays so.
func (t Transfer) Underway() bool { return t.Status == 0 && t.Error == "" }

// Ledger keeps transfers.
type Ledger interface {
	// Record writes a transfer down: one of the crawler when it has ended, all others before they
	// begin. What is recorded before it begins for a bot that was erased meanwhile is refused with problem.NotFound.
	Record(ctx context.Context, t Transfer) error
	// Complete adds to a recorded transfer how it ended: BytesIn, Status, Error, Duration. It may
	// do so later; a transfer that never gets there ended in a crash.
	Complete(ctx context.Context, t Transfer) error
}

// Resolver finds the addresses of a host.
type Resolver interface {
	LookupNetIP(ctx context.Context, network, host string) ([]netip.Addr, error)
}

// Options of a door. The zero value is right for production.
type Options struct {
	Log      *slog.Logger
	Resolver Resolver // nil means the system's
	Now      func() time.Time
}

// Policy is what a client may do.
type Policy struct {
	AllowPrivate bool          // reach private and loopback addresses, too, and any port
	Ports        []int         // nil means 80 and 443
	KeepBody     bool          // keep the bytes that left in the ledger
	Region       string        // for the ledger
	Redirects    int           // hops that are followed; 0 means none: the answer itself is returned
	Timeout      time.Duration // for connecting and for the answer's header; 0 means 30 s
}

// Door makes clients.
type Door struct {
	ledger  Ledger
	options Options
	mu      sync.Mutex
	pools   []*http.Transport
}

// Open returns a door whose transfers go to the ledger.
func Open(l Ledger, o Options) *Door {
	if o.Log == nil {
		o.Log = slog.Default()
	}
	if o.Resolver == nil {
		o.Resolver = net.DefaultResolver
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	return &Door{ledger: l, options: o}
}

// Close drops idle connections.
func (d *Door) Close() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, p := range d.pools {
		p.CloseIdleConnections()
	}
	return nil
}

// Refused is a connection that the guard does not allow.
type Refused struct {
	Host   string
	Addr   netip.Addr // unset if the host itself was refused
	Reason string     // "private address", "port 22", "scheme file"
}

func (r *Refused) Error() string { return r.Sentence() }

// Sentence tells a person what was refused and what to do.
func (r *Refused) Sentence() string {
	switch {
	case r.Addr.IsValid() && r.Host != r.Addr.String():
		return fmt.Sprintf("%s resolves to %s, a private address. Allow private addresses with --allow-private if this is your intranet.", r.Host, r.Addr)
	case r.Addr.IsValid():
		return fmt.Sprintf("%s is a private address. Allow private addresses with --allow-private if this is your intranet.", r.Addr)
	}
	return fmt.Sprintf("%s is not reached: %s is not allowed.", r.Host, r.Reason)
}

// Client returns a client for a purpose. Its requests belong to whom their context attributes
// them to. Proxies named in the environment are ignored: the guard could not see behind them.
func (d *Door) Client(purpose Purpose, p Policy) *http.Client {
	if p.Timeout == 0 {
		p.Timeout = 30 * time.Second
	}
	guard := &guard{door: d, policy: p, dialer: net.Dialer{Timeout: p.Timeout, KeepAlive: 30 * time.Second}}
	pool := &http.Transport{
		Proxy:                  nil,
		DialContext:            guard.dial,
		TLSClientConfig:        &tls.Config{MinVersion: tls.VersionTLS12},
		TLSHandshakeTimeout:    10 * time.Second,
		ResponseHeaderTimeout:  p.Timeout,
		ExpectContinueTimeout:  time.Second,
		IdleConnTimeout:        90 * time.Second,
		MaxIdleConns:           4096,
		MaxIdleConnsPerHost:    2048,
		MaxResponseHeaderBytes: 256 << 10,
		ForceAttemptHTTP2:      true,
	}
	if purpose == Model || purpose == Embedding {
		pool.ResponseHeaderTimeout = 0 // a model may think; its caller has a time-out of its own
	}
	d.mu.Lock()
	d.pools = append(d.pools, pool)
	d.mu.Unlock()
	return &http.Client{
		Transport: &recorder{door: d, purpose: purpose, policy: p, next: pool},
		CheckRedirect: func(r *http.Request, via []*http.Request) error {
			if p.Redirects == 0 {
				return http.ErrUseLastResponse
			}
			if len(via) > p.Redirects {
				return fmt.Errorf("more than %d redirects", p.Redirects)
			}
			if r.URL.Host != via[0].URL.Host { // the standard library keeps custom headers (S14)
				for _, h := range []string{"Authorization", "Cookie", "X-Api-Key", "X-Goog-Api-Key", "Api-Key"} {
					r.Header.Del(h)
				}
			}
			return nil
		},
	}
}

type guard struct {
	door   *Door
	policy Policy
	dialer net.Dialer
}

// dial connects to exactly an address that it has checked, so that a name can't lead elsewhere
// between check and use (S03).
func (g *guard) dial(ctx context.Context, network, address string) (net.Conn, error) {
	host, portText, err := net.SplitHostPort(address)
	if err != nil {
		return nil, err
	}
	port, err := strconv.Atoi(portText)
	if err != nil {
		return nil, err
	}
	var addrs []netip.Addr
	if literal, err := netip.ParseAddr(host); err == nil {
		addrs = []netip.Addr{literal}
	} else if addrs, err = g.door.options.Resolver.LookupNetIP(ctx, "ip", host); err != nil {
		return nil, err
	}
	if !g.policy.AllowPrivate {
		for _, a := range addrs { // one private address among public ones spoils the name
			if Private(a) {
				return nil, &Refused{Host: host, Addr: a.Unmap(), Reason: "private address"}
			}
		}
	}
	if err := g.port(host, port); err != nil {
		return nil, err
	}
	var failed error
	for _, a := range addrs {
		conn, err := g.dialer.DialContext(ctx, "tcp", net.JoinHostPort(a.Unmap().String(), portText))
		if err == nil {
			return conn, nil
		}
		failed = errors.Join(failed, err)
	}
	if failed == nil {
		failed = &net.DNSError{Err: "no such host", Name: host, IsNotFound: true}
	}
	return nil, failed
}

func (g *guard) port(host string, port int) error {
	allowed := g.policy.Ports
	if allowed == nil {
		if g.policy.AllowPrivate {
			return nil
		}
		allowed = []int{80, 443}
	}
	if !slices.Contains(allowed, port) {
		return &Refused{Host: host, Reason: fmt.Sprintf("port %d", port)}
	}
	return nil
}
