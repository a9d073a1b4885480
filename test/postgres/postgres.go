// Package postgres starts a PostgreSQL server from the installed binaries for tests, on a free
// loopback port in a temporary directory, and makes a fresh database for each test.
package postgres

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

var (
	mu     sync.Mutex
	server *instance
)

type instance struct {
	dsn   string // of the maintenance database
	stop  func()
	count int
}

// Main runs a package's tests and stops the server afterwards; call it from TestMain.
func Main(m *testing.M) {
	code := m.Run()
	mu.Lock()
	if server != nil {
		server.stop()
	}
	mu.Unlock()
	os.Exit(code)
}

// New returns the DSN of a new, empty database, starting the server at the first call. Without
// installed binaries the test is skipped, or fails if WCA_REQUIRE_POSTGRES is 1.
func New(t testing.TB) string {
	t.Helper()
	bin, err := binaries()
	if err != nil {
		if os.Getenv("WCA_REQUIRE_POSTGRES") == "1" {
			t.Fatal(err)
		}
		t.Skip("no PostgreSQL here: ", err)
	}
	mu.Lock()
	defer mu.Unlock()
	if server == nil {
		if server, err = start(bin); err != nil {
			t.Fatalf("starting PostgreSQL: %v", err)
		}
	}
	server.count++
	name := fmt.Sprintf("test_%d", server.count)
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	conn, err := pgx.Connect(ctx, server.dsn)
	if err != nil {
		t.Fatalf("connecting to PostgreSQL: %v", err)
	}
	defer conn.Close(ctx)
	if _, err := conn.Exec(ctx, "CREATE DATABASE "+name); err != nil {
		t.Fatalf("making a database: %v", err)
	}
	return strings.Replace(server.dsn, "/postgres?", "/"+name+"?", 1)
}

func binaries() (string, error) {
	found, err := filepath.Glob("/usr/lib/postgresql/*/bin/postgres")
	if err != nil {
		return "", err
	}
	slices.Sort(found)
	if len(found) > 0 {
		return filepath.Dir(found[len(found)-1]), nil
	}
	path, err := exec.LookPath("postgres")
	if err != nil {
		return "", errors.New("the server binaries are not installed (run scripts/setup)")
	}
	return filepath.Dir(path), nil
}

func start(bin string) (*instance, error) {
	dir, err := os.MkdirTemp("", "wca-postgres-")
	if err != nil {
		return nil, err
	}
	attr, err := unprivileged(dir)
	if err != nil {
		return nil, err
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	port := l.Addr().(*net.TCPAddr).Port
	l.Close()
	data := filepath.Join(dir, "data")
	var out bytes.Buffer
	initdb := exec.Command(filepath.Join(bin, "initdb"), "-D", data, "-U", "wca", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
	initdb.SysProcAttr, initdb.Dir, initdb.Stdout, initdb.Stderr = attr, dir, &out, &out
	if err := initdb.Run(); err != nil {
		return nil, fmt.Errorf("initdb: %w\n%s", err, out.String())
	}
	run := exec.Command(filepath.Join(bin, "postgres"), "-D", data, "-p", strconv.Itoa(port), "-h", "127.0.0.1", "-k", dir,
		"-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off", "-c", "max_connections=200")
	run.SysProcAttr, run.Dir, run.Stdout, run.Stderr = attr, dir, &out, &out
	if err := run.Start(); err != nil {
		return nil, err
	}
	s := &instance{dsn: fmt.Sprintf("postgres://wca@127.0.0.1:%d/postgres?sslmode=disable", port)}
	s.stop = func() {
		run.Process.Signal(syscall.SIGINT) // fast shutdown
		run.Wait()
		os.RemoveAll(dir)
	}
	for deadline := time.Now().Add(30 * time.Second); ; time.Sleep(50 * time.Millisecond) {
		ctx, cancel := context.WithTimeout(context.Background(), time.Second)
		conn, err := pgx.Connect(ctx, s.dsn)
		if err == nil {
			conn.Close(ctx)
			cancel()
			return s, nil
		}
		cancel()
		if time.Now().After(deadline) {
			s.stop()
			return nil, fmt.Errorf("it does not answer: %w\n%s", err, out.String())
		}
	}
}

// unprivileged gives the directory to another user when the tests run as root, because PostgreSQL
// refuses to.
func unprivileged(dir string) (*syscall.SysProcAttr, error) {
	if os.Getuid() != 0 {
		return &syscall.SysProcAttr{Pdeathsig: syscall.SIGINT}, nil
	}
	for _, name := range []string{"postgres", "nobody"} {
		u, err := user.Lookup(name)
		if err != nil {
			continue
		}
		uid, _ := strconv.Atoi(u.Uid)
		gid, _ := strconv.Atoi(u.Gid)
		if err := os.Chown(dir, uid, gid); err != nil {
			return nil, err
		}
		return &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}, Pdeathsig: syscall.SIGINT}, nil
	}
	return nil, errors.New("running as root, and there is neither a user postgres nor nobody")
}
