package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// crawl serves a generated static site and lets wca read it.
func crawl(ctx context.Context, s *server, pages int) (string, error) {
	site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			http.NotFound(w, r)
			return
		}
		var n int
		if r.URL.Path != "/" {
			if _, err := fmt.Sscanf(r.URL.Path, "/seite/%d", &n); err != nil || n >= pages {
				http.NotFound(w, r)
				return
			}
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		writePage(w, n, pages)
	}))
	defer site.Close()
	began := time.Now()
	if _, err := s.wca(ctx, "ingest", "--quiet", "--bot", "load", "--max-pages", fmt.Sprint(pages+10), site.URL+"/"); err != nil {
		return "", err
	}
	took := time.Since(began)
	listed, err := s.wca(ctx, "sources", "--bot", "load")
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("%.0f pages/s (%s)", float64(pages)/took.Seconds(), strings.Join(strings.Fields(listed)[3:7], " ")), nil
}

// ask sends a question as a visitor does, reads the answer to its end and returns the time to the first event with text.
func ask(ctx context.Context, client *http.Client, url, origin, body string) (first time.Duration, err error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, url, strings.NewReader(body))
	if err != nil {
		return 0, err
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Origin", origin)
	began := time.Now()
	response, err := client.Do(request)
	if err != nil {
		return 0, err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		text, _ := io.ReadAll(response.Body)
		return 0, fmt.Errorf("status %d: %s", response.StatusCode, text)
	}
	lines := bufio.NewScanner(response.Body)
	ended := false
	for lines.Scan() {
		line := lines.Text()
		if first == 0 && strings.HasPrefix(line, "data:") && strings.Contains(line, "word") {
			first = time.Since(began)
		}
		ended = ended || line == "event: done" || line == "data: [DONE]"
	}
	if err := lines.Err(); err != nil {
		return 0, err
	}
	if first == 0 || !ended {
		return 0, fmt.Errorf("the stream ended early")
	}
	return first, nil
}

func question(n int) string {
	return fmt.Sprintf(`{"text":"Was kostet bei Ihnen die %s?","language":"de"}`, product(n*37%2000))
}

// firstToken compares the time to the first token with a bare relay's, both at 64 streams of 20
// tokens a second, as models write; then as many questions as the server can take.
func firstToken(ctx context.Context, s *server, m *model, answers int) ([]row, error) {
	bare, relay, err := startRelay(ctx, m.url)
	if err != nil {
		return nil, fmt.Errorf("starting the relay: %w", err)
	}
	defer relay.Kill()
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 100}}
	chat := s.url + "/v1/chat/" + s.bot + "/messages"
	run := func(url string, workers, times int) ([]time.Duration, error) {
		return parallel(ctx, workers, times, func(n int) (time.Duration, error) {
			return ask(ctx, client, url, s.url, question(n))
		})
	}
	if _, err := run(chat, 2, answers); err != nil { // as on any day but the first
		return nil, fmt.Errorf("a first question: %w", err)
	}
	one, err := run(chat, 1, 200)
	if err != nil {
		return nil, err
	}
	m.pause = 50 * time.Millisecond
	before := processorTime(relay.Pid)
	relayed, err := run(bare, 64, answers)
	if err != nil {
		return nil, err
	}
	bareCPU := processorTime(relay.Pid) - before
	before = s.cpu()
	ours, err := run(chat, 64, answers)
	if err != nil {
		return nil, err
	}
	cpu := s.cpu() - before
	m.pause = 0
	began := time.Now()
	full, err := run(chat, 64, 2*answers)
	if err != nil {
		return nil, err
	}
	rate := float64(2*answers) / time.Since(began).Seconds()
	return []row{
		{"time to first token above a bare relay, 64 streams of 20 tokens/s, p50 / p99", "≤ 5 / ≤ 30 ms", fmt.Sprintf("%.1f / %.1f ms (relay %.1f / %.1f, whole %.1f / %.1f)",
			ms(at(ours, 50)-at(relayed, 50)), ms(at(ours, 99)-at(relayed, 99)), ms(at(relayed, 50)), ms(at(relayed, 99)), ms(at(ours, 50)), ms(at(ours, 99)))},
		{"processor time per answer of 20 tokens above a bare relay", "≤ 1 ms", fmt.Sprintf("%.2f ms (relay %.2f, whole %.2f)",
			ms(cpu-bareCPU)/float64(answers), ms(bareCPU)/float64(answers), ms(cpu)/float64(answers))},
		{"time to first token, one visitor, p50 / p99", "–", fmt.Sprintf("%.1f / %.1f ms", ms(at(one, 50)), ms(at(one, 99)))},
		{"answers per second, 64 visitors who never pause, a model that needs no time; its time to first token p50", "–", fmt.Sprintf("%.0f/s; %.0f ms", rate, ms(at(full, 50)))},
	}, nil
}

// manyStreams opens many answers at once that all take a while, and counts those that arrive.
func manyStreams(ctx context.Context, s *server, m *model, streams int) (row, error) {
	m.pause = 500 * time.Millisecond
	defer func() { m.pause = 0 }()
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: streams}}
	chat := s.url + "/v1/chat/" + s.bot + "/messages"
	var whole atomic.Int64
	before := s.cpu()
	began := time.Now()
	_, err := parallel(ctx, streams, streams, func(n int) (time.Duration, error) {
		first, err := ask(ctx, client, chat, s.url, question(n))
		if err == nil {
			whole.Add(1)
		}
		return first, err
	})
	lost := ""
	if err != nil {
		lost = fmt.Sprintf("; first loss: %v", err)
	}
	return row{fmt.Sprintf("%d answers at once, 2 tokens/s each", streams), "no loss", fmt.Sprintf("%d arrived whole in %.1f s, %.1f ms processor each, RSS %s%s",
		whole.Load(), time.Since(began).Seconds(), ms(s.cpu()-before)/float64(streams), megabytes(s.memory()), lost)}, nil
}

// idleConnections opens connections that say nothing after one request.
func idleConnections(ctx context.Context, s *server, n int) (row, error) {
	var conns []net.Conn
	defer func() {
		for _, c := range conns {
			c.Close()
		}
	}()
	host := strings.TrimPrefix(s.url, "http://")
	for range n {
		var d net.Dialer
		c, err := d.DialContext(ctx, "tcp", host)
		if err != nil {
			return row{}, fmt.Errorf("after %d connections: %w", len(conns), err)
		}
		conns = append(conns, c)
		fmt.Fprintf(c, "GET /healthz HTTP/1.1\r\nHost: %s\r\n\r\n", host)
		if _, err := http.ReadResponse(bufio.NewReader(c), nil); err != nil {
			return row{}, fmt.Errorf("after %d connections: %w", len(conns), err)
		}
	}
	return row{fmt.Sprintf("%d idle connections", n), "≤ 400 MB", megabytes(s.memory())}, nil
}

// parallel runs f so many times on so many workers; all results, sorted, and the first error.
func parallel(ctx context.Context, workers, times int, f func(n int) (time.Duration, error)) ([]time.Duration, error) {
	var next atomic.Int64
	var mu sync.Mutex
	var results []time.Duration
	var failed error
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for n := int(next.Add(1)); n <= times && ctx.Err() == nil; n = int(next.Add(1)) {
				d, err := f(n)
				mu.Lock()
				if err != nil && failed == nil {
					failed = err
				}
				results = append(results, d)
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	slices.Sort(results)
	return results, failed
}

func at(sorted []time.Duration, percent int) time.Duration {
	return sorted[min(len(sorted)-1, len(sorted)*percent/100)]
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
