package egress

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// book is a ledger that tests read.
type book struct {
	mu       sync.Mutex
	entries  map[string]Transfer
	order    []string
	failing  bool
	complete int
}

func (b *book) Record(_ context.Context, t Transfer) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.failing {
		return errors.New("the disk is full")
	}
	if b.entries == nil {
		b.entries = map[string]Transfer{}
	}
	b.entries[t.ID] = t
	b.order = append(b.order, t.ID)
	return nil
}

func (b *book) Complete(_ context.Context, t Transfer) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.complete++
	b.entries[t.ID] = t
	return nil
}

func (b *book) all() []Transfer {
	b.mu.Lock()
	defer b.mu.Unlock()
	var out []Transfer
	for _, id := range b.order {
		out = append(out, b.entries[id])
	}
	return out
}

// names is a resolver with a table; every other name resolves to a public address where nothing is.
type names map[string][]string

func (n names) LookupNetIP(_ context.Context, _, host string) ([]netip.Addr, error) {
	listed, ok := n[host]
	if !ok {
		return nil, &net.DNSError{Err: "no such host", Name: host, IsNotFound: true}
	}
	var out []netip.Addr
	for _, a := range listed {
		out = append(out, netip.MustParseAddr(a))
	}
	return out, nil
}

// canary is a server on loopback that counts who reaches it.
func canary(t *testing.T, h http.HandlerFunc) (s *httptest.Server, reached *atomic.Int64) {
	t.Helper()
	reached = &atomic.Int64{}
	s = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		reached.Add(1)
		if h != nil {
			h(w, r)
		}
	}))
	t.Cleanup(s.Close)
	return s, reached
}

func get(t *testing.T, c *http.Client, address string) (*http.Response, error) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
	if err != nil {
		return nil, err
	}
	response, err := c.Do(r)
	if err == nil {
		t.Cleanup(func() { response.Body.Close() })
	}
	return response, err
}

func TestPrivateAddressesAreNeverReached_S01_S07_S08(t *testing.T) {
	server, reached := canary(t, nil)
	port := server.Listener.Addr().(*net.TCPAddr).Port
	resolver := names{"localhost": {"127.0.0.1", "::1"}, "inner.test": {"10.0.0.1"}, "mixed.test": {"93.184.216.34", "192.168.0.1"}}
	client := Open(&book{}, Options{Resolver: resolver}).Client(Crawl, Policy{Ports: []int{port, 80, 443}, Redirects: 5, Timeout: 2 * time.Second})
	for _, host := range []string{
		"127.0.0.1", "localhost", "[::1]", "0.0.0.0", "[::]", "[::ffff:127.0.0.1]", "[64:ff9b::7f00:1]", "127.1.2.3", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1",
		"169.254.169.254", "100.100.100.200", "[fd00::1]", "[fe80::1]", "192.0.0.192", "198.18.0.1", "224.0.0.1", "255.255.255.255", "inner.test", "mixed.test",
	} {
		_, err := get(t, client, "http://"+host+":"+strconv.Itoa(port)+"/")
		var refused *Refused
		if !errors.As(err, &refused) || !strings.Contains(refused.Sentence(), "--allow-private") {
			t.Errorf("%s: %v", host, err)
		}
	}
	for _, address := range []string{"file:///etc/passwd", "gopher://127.0.0.1/x", "ftp://127.0.0.1/", "javascript:1", "unix:///var/run/docker.sock"} {
		if _, err := get(t, client, address); err == nil {
			t.Errorf("%s was fetched", address)
		}
	}
	public := Open(&book{}, Options{Resolver: names{"a.test": {"93.184.216.34"}}}).Client(Crawl, Policy{Timeout: time.Second})
	for _, p := range []string{"22", "25", "6379", "5432", "8080"} {
		var refused *Refused
		if _, err := get(t, public, "http://a.test:"+p+"/"); !errors.As(err, &refused) || !strings.Contains(refused.Reason, p) {
			t.Errorf("port %s: %v", p, err)
		}
	}
	if n := reached.Load(); n != 0 {
		t.Errorf("the canary was reached %d times", n)
	}
}

func TestAddressesOfAttackersAreRefused_S01(t *testing.T) {
	shared := os.Getenv("WCA_SHARED")
	if shared == "" {
		shared = filepath.Join("..", "..", "..", "shared")
	}
	file, err := os.Open(filepath.Join(shared, "data", "ssrf", "urls.txt"))
	if err != nil {
		t.Skipf("the list is not here (%v): set WCA_SHARED to the folder of test material", err)
	}
	defer file.Close()
	// As a system resolver would: odd notations of numbers are no names.
	client := Open(&book{}, Options{Resolver: names{
		"metadata.google.internal": {"169.254.169.254"}, "localhost": {"127.0.0.1"}, "metadata.tencentyun.com": {"169.254.0.23"}, "instance-data": {"169.254.169.254"},
	}}).Client(Crawl, Policy{Timeout: time.Second})
	lines, refusals := bufio.NewScanner(file), 0
	for lines.Scan() {
		u, err := url.Parse(strings.TrimSpace(lines.Text()))
		if err != nil {
			refusals++
			continue
		}
		response, err := get(t, client, u.String())
		if err == nil {
			t.Errorf("%s was fetched with status %d", u, response.StatusCode)
		}
		refusals++
	}
	if refusals < 20 {
		t.Errorf("only %d lines", refusals)
	}
}

func TestARedirectIsCheckedAgain_S02_S14(t *testing.T) {
	inner, reached := canary(t, nil)
	var hop *httptest.Server
	hop, _ = canary(t, func(w http.ResponseWriter, r *http.Request) {
		switch {
		case r.URL.Path == "/other":
			http.Redirect(w, r, "http://other.test:"+r.URL.Query().Get("port")+"/seen", http.StatusFound)
		case r.URL.Path == "/seen":
			fmt.Fprint(w, r.Header.Get("Authorization")+r.Header.Get("X-Api-Key"))
		default:
			status, err := strconv.Atoi(strings.Trim(r.URL.Path, "/"))
			if err != nil {
				status = http.StatusNotFound
			}
			w.Header().Set("Location", inner.URL)
			w.WriteHeader(status)
		}
	})
	_, port, err := net.SplitHostPort(hop.Listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	// Only this one address counts as public here, so that a hop can be tried at all.
	resolver := names{"hop.test": {"127.0.0.1"}, "other.test": {"127.0.0.1"}, "inner.test": {"10.0.0.1"}}
	open := Open(&book{}, Options{Resolver: resolver})
	for _, status := range []int{301, 302, 303, 307, 308} {
		// Followed by us, as the crawler does: each hop is a request of its own.
		first, err := get(t, open.Client(Crawl, Policy{AllowPrivate: true, Timeout: time.Second}), "http://hop.test:"+port+"/"+strconv.Itoa(status))
		if err != nil || first.StatusCode != status {
			t.Fatalf("%d: %v", status, err)
		}
		var refused *Refused
		if _, err := get(t, open.Client(Crawl, Policy{Timeout: time.Second}), first.Header.Get("Location")); !errors.As(err, &refused) {
			t.Errorf("%d: %v", status, err)
		}
	}
	if n := reached.Load(); n != 0 {
		t.Errorf("the inner server was reached %d times", n)
	}
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "http://hop.test:"+port+"/other?port="+port, nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Authorization", "Bearer secret")
	r.Header.Set("X-Api-Key", "secret")
	response, err := open.Client(Model, Policy{AllowPrivate: true, Redirects: 3, Timeout: time.Second}).Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	if text, err := io.ReadAll(response.Body); err != nil || len(text) != 0 {
		t.Errorf("another host got %q, %v", text, err)
	}
}

// A name may lead elsewhere a moment later: what is dialled is the address that was checked.
func TestTheCheckedAddressIsDialled_S03(t *testing.T) {
	server, reached := canary(t, nil)
	_, port, err := net.SplitHostPort(server.Listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	n, err := strconv.Atoi(port)
	if err != nil {
		t.Fatal(err)
	}
	turning := &turning{answers: []string{"2a0f:ffff::1", "127.0.0.1"}} // public, given to nobody
	client := Open(&book{}, Options{Resolver: turning}).Client(Crawl, Policy{Ports: []int{n}, Timeout: 200 * time.Millisecond})
	if _, err := get(t, client, "http://turning.test:"+port+"/"); err == nil || reached.Load() != 0 {
		t.Errorf("%v, reached %d times", err, reached.Load())
	}
	if asked := turning.n.Load(); asked != 1 {
		t.Errorf("the name was looked up %d times", asked)
	}
}

type turning struct {
	answers []string
	n       atomic.Int64
}

func (r *turning) LookupNetIP(context.Context, string, string) ([]netip.Addr, error) {
	return []netip.Addr{netip.MustParseAddr(r.answers[min(int(r.n.Add(1))-1, len(r.answers)-1)])}, nil
}

func TestProxiesOfTheEnvironmentAreIgnored_S12(t *testing.T) {
	proxy, proxied := canary(t, nil)
	t.Setenv("HTTP_PROXY", proxy.URL)
	t.Setenv("http_proxy", proxy.URL)
	door := Open(&book{}, Options{Resolver: names{"a.test": {"192.0.2.1"}}})
	for _, purpose := range []Purpose{Crawl, Model, Embedding} {
		client := door.Client(purpose, Policy{AllowPrivate: true, Timeout: 100 * time.Millisecond})
		if _, err := get(t, client, "http://a.test/"); err == nil || proxied.Load() != 0 {
			t.Errorf("%v, the proxy was asked %d times", err, proxied.Load())
		}
	}
	for _, pool := range door.pools { // the library reads the environment once, perhaps before it was set here
		if pool.Proxy != nil {
			t.Error("a proxy may be asked")
		}
	}
}

func TestEveryTransferIsWrittenDown_D4_L2(t *testing.T) {
	server, _ := canary(t, func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, "answer") })
	ledger := &book{}
	door := Open(ledger, Options{})
	ctx := Attribute(t.Context(), Attribution{Workspace: "w", Bot: "b", Answer: "a", LegalBasis: "basis", Categories: map[string]int{"EMAIL": 2}})
	post := func(purpose Purpose, keep bool) {
		t.Helper()
		r, err := http.NewRequestWithContext(ctx, http.MethodPost, server.URL+"/v1/chat?key=secret", strings.NewReader("what leaves"))
		if err != nil {
			t.Fatal(err)
		}
		response, err := door.Client(purpose, Policy{AllowPrivate: true, KeepBody: keep, Region: "EU"}).Do(r)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.ReadAll(response.Body); err != nil {
			t.Fatal(err)
		}
		response.Body.Close()
	}
	post(Model, true)
	post(Crawl, false)
	if _, err := get(t, door.Client(Crawl, Policy{}), "http://10.0.0.1/"); err == nil {
		t.Error("not refused")
	}
	all := ledger.all()
	if len(all) != 3 {
		t.Fatalf("%d entries", len(all))
	}
	for i, x := range all[:2] {
		if x.Workspace != "w" || x.Bot != "b" || x.Answer != "a" || x.Categories["EMAIL"] != 2 || x.Region != "EU" || x.Path != "/v1/chat" || x.BytesOut != 11 || x.BytesIn != 6 ||
			x.Status != 200 || x.Method != "POST" || x.Time.IsZero() || !strings.Contains(server.URL, x.Recipient) {
			t.Errorf("entry %d: %+v", i, x)
		}
	}
	if string(all[0].Body) != "what leaves" || all[1].Body != nil || ledger.complete != 1 {
		t.Errorf("bodies %q and %q, %d completed", all[0].Body, all[1].Body, ledger.complete)
	}
	if !strings.HasPrefix(all[2].Error, "refused") {
		t.Errorf("a refusal: %+v", all[2])
	}

	// The path is the one that left, with its escapes.
	if _, err := get(t, door.Client(Crawl, Policy{}), "http://10.0.0.1/Stra%C3%9Fe/a%2Fb%20c?q=1"); err == nil {
		t.Error("not refused")
	}
	if all = ledger.all(); all[len(all)-1].Path != "/Stra%C3%9Fe/a%2Fb%20c" {
		t.Errorf("the path %q", all[len(all)-1].Path)
	}

	// What can't be written down does not leave.
	ledger.failing = true
	before := len(ledger.all())
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, server.URL, strings.NewReader("x"))
	if err != nil {
		t.Fatal(err)
	}
	if response, err := door.Client(Model, Policy{AllowPrivate: true}).Do(r); err == nil {
		response.Body.Close()
		t.Error("it left without an entry")
	}
	if len(ledger.all()) != before {
		t.Error("an entry appeared")
	}
}
