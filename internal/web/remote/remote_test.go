package remote

import (
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"
	"time"
)

func TestForwardedAddressesAreBelievedFromTrustedProxiesOnly_A08(t *testing.T) {
	proxies := Proxies{netip.MustParsePrefix("10.0.0.0/8"), netip.MustParsePrefix("192.0.2.1/32")}
	for name, c := range map[string]struct{ peer, forwarded, want string }{
		"direct":                {"198.51.100.7:1", "", "198.51.100.7"},
		"untrusted peer":        {"198.51.100.7:1", "203.0.113.9", "198.51.100.7"},
		"trusted peer":          {"10.1.2.3:1", "203.0.113.9", "203.0.113.9"},
		"two trusted":           {"10.1.2.3:1", "203.0.113.9, 192.0.2.1", "203.0.113.9"},
		"invented hop in front": {"10.1.2.3:1", "1.1.1.1, 203.0.113.9", "203.0.113.9"},
		"garbage":               {"10.1.2.3:1", "nonsense", "10.1.2.3"},
		"with a port":           {"10.1.2.3:1", "203.0.113.9:52011, 192.0.2.1:443", "203.0.113.9"},
		"IPv6 behind":           {"10.1.2.3:1", "2001:db8::7", "2001:db8::7"},
		"IPv6 in brackets":      {"10.1.2.3:1", "[2001:db8::7]", "2001:db8::7"},
		"IPv6 with a port":      {"10.1.2.3:1", "[2001:db8::7]:443", "2001:db8::7"},
		"IPv4 in IPv6":          {"10.1.2.3:1", "[::ffff:203.0.113.9]:443, ::ffff:192.0.2.1", "203.0.113.9"},
		"with a zone":           {"10.1.2.3:1", "[fe80::1%eth0]:443", "fe80::1"},
		"a port alone":          {"10.1.2.3:1", "1.1.1.1, :443", "10.1.2.3"},
		"open bracket":          {"10.1.2.3:1", "1.1.1.1, [2001:db8::7", "10.1.2.3"},
		"IPv6":                  {"[2001:db8::1]:1", "203.0.113.9", "2001:db8::1"},
	} {
		r := httptest.NewRequest("GET", "/", nil)
		r.RemoteAddr = c.peer
		for _, other := range []string{"X-Real-Ip", "True-Client-Ip", "Cf-Connecting-Ip", "Forwarded"} {
			r.Header.Set(other, "8.8.8.8")
		}
		if c.forwarded != "" {
			r.Header.Set("X-Forwarded-For", c.forwarded)
		}
		if got := proxies.Addr(r).String(); got != c.want {
			t.Errorf("%s: got %s, want %s", name, got, c.want)
		}
	}
}

func TestAddressesAreShortenedBeforeTheyAreKept_J1(t *testing.T) {
	for in, want := range map[string]string{
		"203.0.113.77":        "203.0.113.0/24",
		"::ffff:203.0.113.77": "203.0.113.0/24",
		"2001:db8:1:2:3::77":  "2001:db8:1::/48",
		"2002:cb00:714d::1":   "2002:cb00:7100::/40", // 203.0.113.77
	} {
		if got := Shorten(netip.MustParseAddr(in)).String(); got != want {
			t.Errorf("%s became %s, want %s", in, got, want)
		}
	}
}

func TestRateSaysHowLongToWait_L09(t *testing.T) {
	now := time.Unix(1_000_000, 0)
	l := &Rate{PerMinute: 30, Now: func() time.Time { return now }}
	a, b := netip.MustParseAddr("203.0.113.1"), netip.MustParseAddr("203.0.113.2")
	allowed := 0
	for range 100 {
		if ok, _ := l.Allow(a); ok {
			allowed++
		}
	}
	if allowed != 10 {
		t.Errorf("a burst of %d was allowed, want 10", allowed)
	}
	ok, wait := l.Allow(a)
	if ok || wait < time.Second || wait > 4*time.Second {
		t.Errorf("got %v, wait %v", ok, wait)
	}
	if ok, _ := l.Allow(b); !ok {
		t.Error("another visitor was refused")
	}
	now = now.Add(wait)
	if ok, _ := l.Allow(a); !ok {
		t.Error("still refused after the wait")
	}
	v6 := netip.MustParseAddr("2001:db8::1")
	for range 10 {
		l.Allow(v6)
	}
	if ok, _ := l.Allow(netip.MustParseAddr("2001:db8::2")); ok {
		t.Error("a neighbour in the same /64 counts as another visitor")
	}
	if ok, _ := (*Rate)(nil).Allow(a); !ok {
		t.Error("no limit means no limit")
	}
}

// An address is forgotten once nothing is counted against it any more, however few there are (J1).
func TestQuietAddressesAreForgotten_J1(t *testing.T) {
	now := time.Date(2026, 11, 23, 10, 0, 0, 0, time.UTC)
	l := &Rate{PerMinute: 1, Now: func() time.Time { return now }}
	early, late := netip.MustParseAddr("198.51.100.7"), netip.MustParseAddr("198.51.100.8")
	for range 5 {
		l.Allow(early)
	}
	now = now.Add(2 * time.Minute)
	l.Allow(late)
	if allowed, _ := l.Allow(early); !allowed || len(l.buckets) != 2 {
		t.Errorf("after two minutes: %v, %d addresses", allowed, len(l.buckets))
	}
	l.Allow(early)
	if allowed, _ := l.Allow(early); allowed {
		t.Error("what is still counted against an address was forgotten")
	}
	now = now.Add(6 * time.Minute)
	if l.Allow(late); len(l.buckets) != 1 {
		t.Errorf("%d addresses are remembered", len(l.buckets))
	}
}

// Who has a network of IPv6 does not get around the limit by another address for each question, and takes nothing from
// others in it who ask as people do.
func TestRateOfANetwork_A08_L09(t *testing.T) {
	now := time.Date(2026, 11, 30, 12, 0, 0, 0, time.UTC)
	l := &Rate{PerMinute: 30, Now: func() time.Time { return now }}
	at := func(n int) netip.Addr {
		return netip.AddrFrom16([16]byte{0x20, 1, 0xd, 0xb8, 0, 1, byte(n >> 8), byte(n), 15: 1})
	}
	for range 1000 {
		l.Allow(at(0))
	}
	allowed := 0
	for n := range 1000 {
		if ok, _ := l.Allow(at(n + 1)); ok {
			allowed++
		}
	}
	if allowed != 90 { // of a burst of ten visitors, 10 each, the first has taken 10
		t.Errorf("%d questions from as many addresses of a /48 were allowed", allowed)
	}
	if len(l.buckets) > 100 {
		t.Errorf("%d addresses are remembered", len(l.buckets))
	}
	if ok, _ := l.Allow(netip.MustParseAddr("2001:db8:2::1")); !ok {
		t.Error("another network pays for it")
	}
	now = now.Add(time.Second)
	if ok, _ := l.Allow(at(2000)); !ok {
		t.Error("a second later nobody of the network may ask")
	}
}

// Two servers that hear of each other allow together what one does; what they allow at once in between is made up for.
func TestServersShareALimit_L09(t *testing.T) {
	now := time.Date(2026, 11, 30, 12, 0, 0, 0, time.UTC)
	server := func() Shared {
		return Shared{{PerMinute: 30, Now: func() time.Time { return now }, Key: []byte("the same")}, {PerMinute: 30, Now: func() time.Time { return now }, Key: []byte("another")}}
	}
	a, b := server(), server()
	said := ""
	hear := func() {
		told := a.Tell()
		said += told
		a.Hear(map[string]string{"b": b.Tell()})
		b.Hear(map[string]string{"a": told})
	}
	for name, at := range map[string]netip.Addr{"IPv4": netip.MustParseAddr("203.0.113.1"), "IPv6": netip.MustParseAddr("2001:db8::1")} {
		allowed := 0
		next := func() {
			for _, s := range []Shared{a, b} {
				for range 100 {
					if ok, _ := s[0].Allow(at); ok {
						allowed++
					}
				}
			}
		}
		next()
		if allowed != 20 { // neither has heard of the other
			t.Errorf("%s: %d at once", name, allowed)
		}
		for second := range 300 {
			now = now.Add(time.Second)
			next()
			if second%2 == 0 {
				hear()
				hear() // once more changes nothing
			}
		}
		if allowed < 145 || allowed > 185 { // of one server it would be 160
			t.Errorf("%s: %d in five minutes, at 30 a minute", name, allowed)
		}
		if ok, _ := b[1].Allow(at); !ok {
			t.Errorf("%s: counted for another limit", name)
		}
		if ok, _ := b[0].Allow(netip.MustParseAddr("198.51.100.1")); !ok {
			t.Errorf("%s: counted for somebody else", name)
		}
	}
	for _, part := range []string{"203.0.113", "2001:db8", "cb0071"} {
		if strings.Contains(said, part) {
			t.Errorf("told is %s", part)
		}
	}
	now = now.Add(time.Hour)
	hear()
	if told := a.Tell() + b.Tell(); strings.TrimSpace(told) != "" || len(a[0].buckets)+len(a[0].heard["b"]) != 0 {
		t.Errorf("an hour later %q is told, %d remembered", told, len(a[0].buckets))
	}
}

// What was asked long ago counts no more for a server that begins, that did not hear another for a while, or that counts
// nothing against somebody any more whom the other still tells of.
func TestWhatTimeHasMadeUpForIsNotHeardOnceMore_L09(t *testing.T) {
	now := time.Date(2026, 11, 30, 12, 0, 0, 0, time.UTC)
	server := func() Shared {
		return Shared{{PerMinute: 30, Now: func() time.Time { return now }, Key: []byte("the same")}}
	}
	office := netip.MustParseAddr("203.0.113.1")
	busy, other := server(), server()
	for range 30 * 60 { // an office that asks all the hour
		now = now.Add(2 * time.Second)
		busy[0].Allow(office)
		other.Hear(map[string]string{"busy": busy.Tell()})
	}
	allowed := func(s Shared) (n int) {
		for range 20 {
			if ok, _ := s[0].Allow(office); ok {
				n++
			}
		}
		return n
	}
	silent, begun := server(), server()
	silent.Hear(map[string]string{"busy": ""}) // it did not know of this one yet
	for name, s := range map[string]Shared{"begun": begun, "silent": silent} {
		s.Hear(map[string]string{"busy": busy.Tell()})
		at := now
		now = now.Add(20 * time.Second)
		if n := allowed(s); n != 10 {
			t.Errorf("%s: %d allowed after 20 seconds", name, n)
		}
		now = at
	}
	told := busy.Tell()
	other.Hear(nil) // it was taken for dead
	other.Hear(map[string]string{"busy": told})
	now = now.Add(time.Minute)
	other.Tell() // forgets whom nothing is counted against
	other.Hear(map[string]string{"busy": told})
	if n := allowed(other); n != 10 {
		t.Errorf("%d allowed after a minute", n)
	}
}
