// Package remote says who is on the other side of a request: the address of the visitor behind
// trusted proxies, shortened before it is kept anywhere (J1), and how often it may ask.
package remote

import (
	"net/http"
	"net/netip"
	"strings"
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
