package egress

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"
)

func portOf(t *testing.T, address net.Addr) string {
	t.Helper()
	_, port, err := net.SplitHostPort(address.String())
	if err != nil {
		t.Fatal(err)
	}
	return port
}

// Whoever allows private addresses reaches them by number and by name, on any port.
func TestPrivateAddressesAreReachedIfAllowed_S01(t *testing.T) {
	server, reached := canary(t, nil)
	port := portOf(t, server.Listener.Addr())
	client := Open(&book{}, Options{Resolver: names{"intranet.test": {"127.0.0.1"}, "two.test": {"127.255.255.254", "127.0.0.1"}}}).
		Client(Crawl, Policy{AllowPrivate: true, Timeout: time.Second})
	for _, host := range []string{"127.0.0.1", "intranet.test", "two.test"} { // nobody listens on the first of two
		if response, err := get(t, client, "http://"+host+":"+port+"/"); err != nil || response.StatusCode != http.StatusOK {
			t.Errorf("%s: %v", host, err)
		}
	}
	if n := reached.Load(); n != 3 {
		t.Errorf("reached %d times", n)
	}
	var refused *Refused
	only := Open(&book{}, Options{}).Client(Crawl, Policy{AllowPrivate: true, Ports: []int{80}})
	if _, err := get(t, only, server.URL); !errors.As(err, &refused) || !strings.Contains(refused.Sentence(), "port "+port) {
		t.Errorf("another port than the allowed: %v", err)
	}
}

// A server that is silent, or that never ends its header, is left; the ledger says how it ended.
func TestASilentOrTalkativeServerIsLeft_S13(t *testing.T) {
	silent, _ := canary(t, func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
	talkative, _ := canary(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("X-Long", strings.Repeat("x", 1<<20))
		w.WriteHeader(http.StatusOK)
	})
	dead, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	if err := dead.Close(); err != nil {
		t.Fatal(err)
	}
	ledger := &book{}
	door := Open(ledger, Options{})
	impatient := door.Client(Crawl, Policy{AllowPrivate: true, Timeout: 100 * time.Millisecond})
	patient := door.Client(Crawl, Policy{AllowPrivate: true}) // the others fail before, however slow the machine is
	want := []string{"timeout", "failed", "failed"}
	for i, asked := range []struct {
		client  *http.Client
		address string
	}{{impatient, silent.URL}, {patient, talkative.URL}, {patient, "http://" + dead.Addr().String()}} {
		if _, err := get(t, asked.client, asked.address); err == nil {
			t.Errorf("%s: an answer", want[i])
		}
	}
	all := ledger.all()
	if len(all) != len(want) {
		t.Fatalf("%d entries, want %d", len(all), len(want))
	}
	for i, x := range all {
		if x.Error != want[i] || x.Status != 0 {
			t.Errorf("entry %d: error %q, status %d; want %q", i, x.Error, x.Status, want[i])
		}
	}
}

// A transfer that ends early is written down with what came until then.
func TestATransferThatEndsEarlyIsWrittenDown_D4(t *testing.T) {
	server, _ := canary(t, func(w http.ResponseWriter, r *http.Request) {
		if _, err := io.WriteString(w, "first part"); err != nil {
			return
		}
		if err := http.NewResponseController(w).Flush(); err != nil {
			return
		}
		if r.URL.Path == "/cut" {
			panic(http.ErrAbortHandler)
		}
		<-r.Context().Done()
	})
	ledger := &book{}
	client := Open(ledger, Options{}).Client(Crawl, Policy{AllowPrivate: true})

	cut, err := get(t, client, server.URL+"/cut")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.ReadAll(cut.Body); err == nil {
		t.Error("a cut answer was read to its end")
	}
	cut.Body.Close()

	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, server.URL+"/hang", nil)
	if err != nil {
		t.Fatal(err)
	}
	hung, err := client.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.ReadFull(hung.Body, make([]byte, 10)); err != nil {
		t.Fatal(err)
	}
	cancel()
	if _, err := io.ReadAll(hung.Body); !errors.Is(err, context.Canceled) {
		t.Errorf("after cancelling: %v", err)
	}
	hung.Body.Close()

	left, err := get(t, client, server.URL+"/left")
	if err != nil {
		t.Fatal(err)
	}
	left.Body.Close() // unread

	all := ledger.all()
	if len(all) != 3 {
		t.Fatalf("%d entries", len(all))
	}
	for i, want := range []Transfer{{Path: "/cut", BytesIn: 10, Error: "failed"}, {Path: "/hang", BytesIn: 10, Error: "cancelled"}, {Path: "/left"}} {
		if x := all[i]; x.Path != want.Path || x.BytesIn != want.BytesIn || x.Error != want.Error || x.Status != http.StatusOK {
			t.Errorf("entry %d: %+v", i, x)
		}
	}
}

// Each hop of a followed redirect is a transfer of its own, and there are only so many.
func TestRedirectsAreCountedAndWrittenDown_S13(t *testing.T) {
	server, reached := canary(t, func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, r.URL.Path+"x", http.StatusFound)
	})
	ledger := &book{}
	if _, err := get(t, Open(ledger, Options{}).Client(Model, Policy{AllowPrivate: true, Redirects: 3}), server.URL+"/"); err == nil || !strings.Contains(err.Error(), "more than 3 redirects") {
		t.Errorf("got %v", err)
	}
	if reached.Load() != 4 || len(ledger.all()) != 4 {
		t.Errorf("%d requests, %d entries", reached.Load(), len(ledger.all()))
	}
}
