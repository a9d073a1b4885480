// Package program builds the program itself for evaluations and runs it as an operator would.
package program

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// Program is a built program with a data directory of its own.
type Program struct {
	dir, binary string
	env         []string
}

// New builds the program of the module in which the evaluation runs. Close removes it with its data.
func New(ctx context.Context) (*Program, error) {
	dir, err := os.MkdirTemp("", "wca-eval-")
	if err != nil {
		return nil, fmt.Errorf("making a folder for the program: %w", err)
	}
	p := &Program{dir: dir, binary: filepath.Join(dir, "wca")}
	p.env = append(os.Environ(), "WCA_DATA="+filepath.Join(dir, "data"), "WCA_LOG_LEVEL=error", "WCA_RATE=0")
	if out, err := exec.CommandContext(ctx, "go", "build", "-o", p.binary, "./cmd/wca").CombinedOutput(); err != nil {
		return nil, errors.Join(fmt.Errorf("building wca: %w\n%s", err, out), p.Close())
	}
	return p, nil
}

// Close removes the program and its data.
func (p *Program) Close() error { return os.RemoveAll(p.dir) }

// Folder is where the program and its data are, for what else an evaluation writes: Close removes it.
func (p *Program) Folder() string { return p.dir }

// Run runs a command of the program and gives what it prints.
func (p *Program) Run(ctx context.Context, args ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, p.binary, append([]string{"--quiet"}, args...)...)
	cmd.Env, cmd.Stderr = p.env, os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("wca %s: %w\n%s", strings.Join(args, " "), err, out)
	}
	return out, nil
}

// Server is the program as it serves.
type Server struct {
	url, key string
	cmd      *exec.Cmd
}

// startTime is how long a server may take until it is ready.
const startTime = 30 * time.Second

// Serve starts the server and waits until it is ready. Stop ends it.
func (p *Program) Serve(ctx context.Context) (*Server, error) {
	key, err := p.Run(ctx, "keys", "create", "evaluation")
	if err != nil {
		return nil, err
	}
	address, err := FreeAddress()
	if err != nil {
		return nil, err
	}
	s := &Server{url: "http://" + address, key: strings.TrimSpace(string(key))}
	if s.cmd, _, err = Start(ctx, p.binary, p.env, address); err != nil {
		return nil, err
	}
	return s, nil
}

// FreeAddress is an address of this machine on which nothing listens.
func FreeAddress() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", fmt.Errorf("looking for a free port: %w", err)
	}
	if err := l.Close(); err != nil {
		return "", fmt.Errorf("looking for a free port: %w", err)
	}
	return l.Addr().String(), nil
}

// Start starts a built program as a server on an address and waits until it is ready, and says how long that took. Stop ends it.
func Start(ctx context.Context, binary string, env []string, address string) (cmd *exec.Cmd, took time.Duration, err error) {
	cmd = exec.CommandContext(ctx, binary, "serve", "--quiet", "--listen", address)
	cmd.Env, cmd.Stderr = env, os.Stderr
	began := time.Now()
	if err := cmd.Start(); err != nil {
		return nil, 0, fmt.Errorf("starting the server: %w", err)
	}
	for ; ; time.Sleep(5 * time.Millisecond) {
		response, err := http.Get("http://" + address + "/readyz")
		if err == nil {
			response.Body.Close()
			if response.StatusCode == http.StatusOK {
				return cmd, time.Since(began), nil
			}
		}
		if time.Since(began) > startTime {
			Stop(cmd)
			return nil, 0, errors.New("the server did not become ready")
		}
	}
}

// Stop ends a server. How it ended says nothing about what was measured.
func Stop(cmd *exec.Cmd) {
	_ = cmd.Process.Signal(syscall.SIGTERM)
	_ = cmd.Wait()
}

// Stop ends the server.
func (s *Server) Stop() { Stop(s.cmd) }

// Call sends a request with the key, with a body unless it is nil, and reads the answer, both as JSON.
func (s *Server) Call(ctx context.Context, method, path string, body, into any) error {
	var sent bytes.Buffer
	if body != nil {
		if err := json.NewEncoder(&sent).Encode(body); err != nil {
			return fmt.Errorf("writing a request: %w", err)
		}
	}
	r, err := http.NewRequestWithContext(ctx, method, s.url+path, &sent)
	if err != nil {
		return fmt.Errorf("making a request: %w", err)
	}
	r.Header.Set("Authorization", "Bearer "+s.key)
	r.Header.Set("Content-Type", "application/json")
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		return fmt.Errorf("asking the server: %w", err)
	}
	defer response.Body.Close()
	if response.StatusCode >= http.StatusBadRequest {
		var said bytes.Buffer
		_, _ = said.ReadFrom(response.Body)
		return fmt.Errorf("%s %s: %s\n%s", method, path, response.Status, said.String())
	}
	if err := json.NewDecoder(response.Body).Decode(into); err != nil {
		return fmt.Errorf("reading the answer to %s %s: %w", method, path, err)
	}
	return nil
}
