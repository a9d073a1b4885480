package remote

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"hash/maphash"
	"maps"
	"net/netip"
	"sync"
	"time"
)

// Rate allows each address so many requests a minute, with short bursts, and each network of IPv6 (/48) ten times as
// many. It remembers who has asked in memory only, as numbers, and forgets them when they have been quiet. The zero value
// allows everything.
type Rate struct {
	PerMinute int
	Now       func() time.Time
	Key       []byte // by which servers that share a database come to the same numbers; none if there is one server

	mu      sync.Mutex
	seed    maphash.Seed
	buckets map[number]bucket
	heard   map[string]map[number]int // by server, what it last told
	swept   time.Time                 // when addresses were last forgotten
}

// bucket is what somebody has asked, here and at other servers, and time has not made up for.
type bucket struct {
	debt  float64 // requests
	at    time.Time
	times float64 // how many times as much as one customer they may ask
	taken int     // here, since it is remembered
}

// number stands for an address or a network.
type number uint64

// shared is how many bits a number has that other servers are told: so few that some 256 addresses of IPv4 have the same,
// as many as have the network that the server log keeps, and so many that hardly two who ask at once do.
const shared = 24

func (l *Rate) number(of netip.Prefix) number {
	written, _ := of.MarshalBinary() // there is no error
	if l.Key == nil {
		return number(maphash.Bytes(l.seed, written))
	}
	mac := hmac.New(sha256.New, l.Key)
	mac.Write(written)
	return number(binary.BigEndian.Uint64(mac.Sum(nil)) >> (64 - shared))
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
	l.begin()
	l.forget(now)
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

func (l *Rate) begin() {
	if l.buckets == nil {
		l.buckets, l.heard, l.seed = map[number]bucket{}, map[string]map[number]int{}, maphash.MakeSeed()
	}
}

func prefix(a netip.Addr, bits int) netip.Prefix {
	p, _ := a.Prefix(bits) // an error is for other lengths than those of IPv6 only
	return p
}

// burst is how many requests one customer may send at once.
func (l *Rate) burst() float64 { return max(5, float64(l.PerMinute)/3) }

// owed is what is counted against a bucket by now.
func (l *Rate) owed(b bucket, now time.Time) float64 {
	return max(0, b.debt-now.Sub(b.at).Seconds()*b.times*float64(l.PerMinute)/60)
}

// take takes requests, or with 0 none, from what a network has left, which is so many times what one customer has. It
// reports whether there was one.
func (l *Rate) take(of netip.Prefix, times float64, requests int, now time.Time) (ok bool, wait time.Duration) {
	n := l.number(of)
	b := l.buckets[n]
	b.times = times
	b.debt, b.at = l.owed(b, now), now
	defer func() { l.buckets[n] = b }()
	if left := times*l.burst() - b.debt; left < 1 {
		perSecond := times * float64(l.PerMinute) / 60
		return false, time.Duration((1-left)/perSecond*float64(time.Second)).Round(time.Second) + time.Second
	}
	b.debt += float64(requests)
	b.taken += requests
	return true, 0
}

// forget drops, once a minute, those against whom nothing is counted any more.
func (l *Rate) forget(now time.Time) {
	if since := now.Sub(l.swept); since >= 0 && since < time.Minute {
		return
	}
	l.sweep(now)
}

func (l *Rate) sweep(now time.Time) {
	l.swept = now
	maps.DeleteFunc(l.buckets, func(_ number, b bucket) bool { return l.owed(b, now) == 0 })
}
