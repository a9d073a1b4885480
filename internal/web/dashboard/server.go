package dashboard

import (
	"net/http"
	"net/netip"
	"strings"
)

// atServer reports whether the request comes from the machine itself by a name of its own; a
// name of somebody else that leads here (DNS rebinding) does not count, nor does what a proxy on
// the machine hands on.
func atServer(r *http.Request) bool {
	peer, err := netip.ParseAddrPort(r.RemoteAddr)
	return err == nil && peer.Addr().Unmap().IsLoopback() && !handedOn(r) && Loopback(r.Host)
}

// handedOn reports whether a proxy shows. nginx speaks HTTP/1.0 to what is behind it, and names itself in
// no header unless it is told to.
func handedOn(r *http.Request) bool {
	if !r.ProtoAtLeast(1, 1) {
		return true
	}
	for name := range r.Header {
		if strings.HasPrefix(name, "X-Forwarded-") || strings.HasPrefix(name, "X-Real-") || strings.HasSuffix(name, "-Client-Ip") || strings.HasSuffix(name, "-Connecting-Ip") || name == "Forwarded" || name == "Via" {
			return true
		}
	}
	return false
}

// Loopback reports whether a host, with or without a port, is the machine itself.
func Loopback(host string) bool {
	if i := strings.LastIndexByte(host, ':'); i > 0 && !strings.HasSuffix(host, "]") {
		host = host[:i]
	}
	if host == "localhost" {
		return true
	}
	addr, err := netip.ParseAddr(strings.Trim(host, "[]"))
	return err == nil && addr.IsLoopback()
}
