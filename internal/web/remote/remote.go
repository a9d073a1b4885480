// Package remote says who is on the other side of a request: the address of the visitor behind
// trusted proxies, shortened before it is kept anywhere (J1), and how often it may ask.
package remote

import (
	"net/http"
	"net/netip"
	"strings"
	"sync"
	"time"
)

// Proxies are the peers whose X-Forwarded-For is believed.
type Proxies []netip.Prefix

// Addr is the nearest address on the way of the request that is no trusted proxy. Headers of
// other peers are not looked at (A08).
func (p Proxies) Addr(r *http.Request) netip.Addr {
	at := peer(r)
	hops := strings.Split(strings.Join(r.Header.Values("X-Forwarded-For"), ","), ",")
	for i := len(hops) - 1; i >= 0 && p.trusts(at); i-- {
		next, ok := hop(hops[i])
		if !ok {
			break
		}
		at = next
	}
	return at
}

// hop is an address as proxies write it: "192.0.2.1", "2001:db8::1", with a port, IPv6 also in brackets or with
// a zone.
func hop(written string) (netip.Addr, bool) {
	written = strings.TrimSpace(written)
	if bare, inside := strings.CutPrefix(written, "["); inside && strings.HasSuffix(bare, "]") {
		written = strings.TrimSuffix(bare, "]")
	}
	a, err := netip.ParseAddr(written)
	if err != nil {
		ap, err := netip.ParseAddrPort(written)
		if err != nil {
			return netip.Addr{}, false
		}
		a = ap.Addr()
	}
	return a.Unmap().WithZone(""), true
}

// HTTPS reports whether the visitor came by TLS, to us or to a trusted proxy.
func (p Proxies) HTTPS(r *http.Request) bool {
	return r.TLS != nil || (p.trusts(peer(r)) && r.Header.Get("X-Forwarded-Proto") == "https")
}

// Unbelieved is the peer of a request that a proxy of this machine or its network handed on, as nobody has said that it may:
// its visitors all count as one.
func (p Proxies) Unbelieved(r *http.Request) (proxy netip.Addr, is bool) {
	at := peer(r)
	return at, (at.IsLoopback() || at.IsPrivate()) && !p.trusts(at) && r.Header.Get("X-Forwarded-For") != ""
}

func (p Proxies) trusts(a netip.Addr) bool {
	for _, prefix := range p {
		if prefix.Contains(a) {
			return true
		}
	}
	return false
}

func peer(r *http.Request) netip.Addr {
	ap, err := netip.ParseAddrPort(r.RemoteAddr)
	if err != nil {
		return netip.Addr{}
	}
	return ap.Addr().Unmap().WithZone("")
}

// sixToFour is the network whose addresses have an IPv4 address in their first 48 bits (RFC 3056).
var sixToFour = netip.MustParsePrefix("2002::/16")

// Shorten takes the part off an address that tells persons apart: /24 stays of IPv4, /48 of IPv6, and of an IPv6
// address that says the IPv4 address in these, as much as of that.
func Shorten(a netip.Addr) netip.Prefix {
	bits := 48
	if sixToFour.Contains(a) {
		bits = 16 + 24
	}
	if a.Unmap().Is4() {
		a, bits = a.Unmap(), 24
	}
	p, err := a.Prefix(bits)
	if err != nil {
		return netip.Prefix{}
	}
	return p
}

// Rate allows each address so many requests a minute, with short bursts, and each network of IPv6 (/48) ten times as
// many. It remembers addresses in memory only and forgets them when they have been quiet. The zero value allows
// everything.
type Rate struct {
	PerMinute int
	Now       func() time.Time

	mu      sync.Mutex
	buckets map[netip.Prefix]bucket
	swept   time.Time // when addresses were last forgotten
}

type bucket struct {
	tokens float64
	at     time.Time
}

// wide is how much more than one customer's a whole network of IPv6 may ask, in which somebody may have 65,536.
const wide = 10

// Allow takes one request from the address; otherwise it says how long to wait.
func (l *Rate) Allow(a netip.Addr) (ok bool, wait time.Duration) {
	if l == nil || l.PerMinute <= 0 {
		return true, 0
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	now := l.Now()
	if l.buckets == nil {
		l.buckets = map[netip.Prefix]bucket{}
	}
	l.forget(now, l.quiet())
	if !a.Is6() {
		return l.take(netip.PrefixFrom(a, a.BitLen()), 1, 1, now)
	}
	// One customer of a provider has a /64, one who rents servers or asks for it a /48. Who is refused for the first
	// takes nothing from the others of the second.
	if ok, wait = l.take(prefix(a, 48), wide, 0, now); ok {
		ok, wait = l.take(prefix(a, 64), 1, 1, now)
	}
	if ok {
		l.take(prefix(a, 48), wide, 1, now)
	}
	return ok, wait
}

func prefix(a netip.Addr, bits int) netip.Prefix {
	p, _ := a.Prefix(bits) // an error is for other lengths than those of IPv6 only
	return p
}

// burst is how many requests one customer may send at once.
func (l *Rate) burst() float64 { return max(5, float64(l.PerMinute)/3) }

// quiet is after how long nothing is counted any more against who has asked as much as they may.
func (l *Rate) quiet() time.Duration {
	return time.Duration(l.burst() * 60 / float64(l.PerMinute) * float64(time.Second))
}

// take takes requests, or with 0 none, from what a network has left, which is so many times what one customer has. It
// reports whether there was one.
func (l *Rate) take(of netip.Prefix, times, requests float64, now time.Time) (ok bool, wait time.Duration) {
	perSecond, burst := times*float64(l.PerMinute)/60, times*l.burst()
	b, known := l.buckets[of]
	if !known {
		b = bucket{tokens: burst}
	} else {
		b.tokens = min(burst, b.tokens+now.Sub(b.at).Seconds()*perSecond)
	}
	b.at = now
	defer func() { l.buckets[of] = b }()
	if b.tokens < 1 {
		return false, time.Duration((1-b.tokens)/perSecond*float64(time.Second)).Round(time.Second) + time.Second
	}
	b.tokens -= requests
	return true, 0
}

// forget drops the addresses that have been quiet for so long that nothing is counted against them any more.
func (l *Rate) forget(now time.Time, quiet time.Duration) {
	if since := now.Sub(l.swept); since >= 0 && since < time.Minute {
		return
	}
	l.swept = now
	for k, b := range l.buckets {
		if now.Sub(b.at) > quiet {
			delete(l.buckets, k)
		}
	}
}
