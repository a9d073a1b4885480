package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/webchatagent/wca/test/eval/program"
)

func build(ctx context.Context, to string) (size int64, err error) {
	cmd := exec.CommandContext(ctx, "go", "build", "-trimpath", "-ldflags=-s -w", "-o", to, "./cmd/wca")
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := cmd.CombinedOutput(); err != nil {
		return 0, fmt.Errorf("building: %w\n%s", err, out)
	}
	info, err := os.Stat(to)
	if err != nil {
		return 0, err
	}
	return info.Size(), nil
}

// server is a running `wca serve` with one bot.
type server struct {
	binary, address, url string
	env                  []string
	cmd                  *exec.Cmd
	ready                time.Duration
	bot                  string // public id
}

func start(ctx context.Context, binary, data, modelURL string) (*server, error) {
	address, err := program.FreeAddress()
	if err != nil {
		return nil, err
	}
	s := &server{binary: binary, address: address, url: "http://" + address}
	s.env = append(os.Environ(), "WCA_DATA="+data, "WCA_RATE=0", "WCA_ALLOW_PRIVATE=true", "WCA_LOG_LEVEL=error",
		"WCA_PROVIDERS_FAKE_KIND=compatible", "WCA_PROVIDERS_FAKE_BASE_URL="+modelURL, "WCA_MODEL=fake/m")
	if s.bot, err = s.wca(ctx, "bot", "create", "load"); err != nil { // makes the database, too
		return nil, err
	}
	return s, s.serve(ctx)
}

// serve starts the server and waits until it is ready.
func (s *server) serve(ctx context.Context) error {
	cmd, ready, err := program.Start(ctx, s.binary, s.env, s.address)
	if err != nil {
		return err
	}
	s.cmd, s.ready = cmd, ready
	return nil
}

func (s *server) wca(ctx context.Context, args ...string) (string, error) {
	cmd := exec.CommandContext(ctx, s.binary, args...)
	cmd.Env = s.env
	var out, msg bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &msg
	if err := cmd.Run(); err != nil {
		return "", fmt.Errorf("wca %s: %w\n%s", strings.Join(args, " "), err, msg.String())
	}
	return strings.TrimSpace(out.String()), nil
}

func (s *server) stop() { program.Stop(s.cmd) }

// memory is the resident set in bytes.
func (s *server) memory() int64 {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", s.cmd.Process.Pid))
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(data)) {
		if rest, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			n, _ := strconv.ParseInt(strings.Fields(rest)[0], 10, 64)
			return n * 1024
		}
	}
	return 0
}

// checked waits until the server has checked its promises for the first time.
func (s *server) checked(ctx context.Context) error {
	key, err := s.wca(ctx, "keys", "create", "load")
	if err != nil {
		return err
	}
	for deadline := time.Now().Add(time.Minute); time.Now().Before(deadline); {
		request, err := http.NewRequestWithContext(ctx, http.MethodGet, s.url+"/v1/promises", nil)
		if err != nil {
			return err
		}
		request.Header.Set("Authorization", "Bearer "+key)
		response, err := http.DefaultClient.Do(request)
		if err != nil {
			return err
		}
		var report struct{ At time.Time }
		err = json.NewDecoder(response.Body).Decode(&report)
		response.Body.Close()
		if err != nil {
			return err
		}
		if !report.At.IsZero() {
			return nil
		}
		time.Sleep(200 * time.Millisecond)
	}
	return errors.New("the server did not check its promises")
}

// cpu is the processor time used so far, as the scheduler counts it: exact, where the counters of
// ticks guess wrongly for a program that wakes often and briefly.
func (s *server) cpu() time.Duration { return processorTime(s.cmd.Process.Pid) }

func processorTime(pid int) time.Duration {
	threads, err := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/schedstat", pid))
	if err != nil {
		return 0
	}
	var sum time.Duration
	for _, thread := range threads {
		data, err := os.ReadFile(thread)
		if err != nil {
			continue
		}
		n, _ := strconv.ParseInt(strings.Fields(string(data))[0], 10, 64)
		sum += time.Duration(n)
	}
	return sum
}

func (s *server) idleCPU(d time.Duration) float64 {
	before := s.cpu()
	time.Sleep(d)
	return float64(s.cpu()-before) / float64(d)
}

func raiseFileLimit() {
	limit := syscall.Rlimit{Cur: 65_536, Max: 65_536}
	syscall.Setrlimit(syscall.RLIMIT_NOFILE, &limit)
}

func processor() string {
	data, err := os.ReadFile("/proc/cpuinfo")
	if err != nil {
		return "unknown processor"
	}
	for line := range strings.Lines(string(data)) {
		if name, value, ok := strings.Cut(line, ":"); ok && strings.TrimSpace(name) == "model name" {
			return strings.TrimSpace(value)
		}
	}
	return "unknown processor"
}
