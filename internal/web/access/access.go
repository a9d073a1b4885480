// Package access keeps the server log (J1): of each request the time, the kind of browser and
// system, the referring page, the name the server was called by, the address of the API or page,
// status and duration, and the visitor's network, never the address itself. It names no bot, no
// conversation and no search words, so there is nothing in it to erase when one of them goes.
package access

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net/http"
	"net/netip"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"time"

	"github.com/webchatagent/wca/internal/personal"
	"github.com/webchatagent/wca/internal/web/remote"
)

// Log writes one file a day, named access-2026-11-23.log by the date in UTC, and removes those that
// are older than it may keep them.
type Log struct {
	dir  string
	days int
	now  func() time.Time
	log  *slog.Logger

	mu     sync.Mutex
	file   *os.File
	day    string
	broken bool // the last line could not be written
}

// Open keeps the log in a directory, which is made with the first line, for so many days. With 0
// days nothing is written and what an earlier setting left is removed by Expire.
func Open(dir string, days int, now func() time.Time, log *slog.Logger) *Log {
	return &Log{dir: dir, days: days, now: now, log: log}
}

// Line is what is kept of a request.
type Line struct {
	Time     time.Time `json:"time"`
	Method   string    `json:"method"`
	Path     string    `json:"path"` // the pattern that answered: ids and whatever else stood there are left out
	Status   int       `json:"status"`
	MS       int64     `json:"ms"`
	Host     string    `json:"host,omitempty"`     // the name by which the server was called
	Network  string    `json:"network,omitempty"`  // /24 of an IPv4, /48 of an IPv6 address
	Browser  string    `json:"browser,omitempty"`  // name and major version
	System   string    `json:"system,omitempty"`   // name only
	Referrer string    `json:"referrer,omitempty"` // without query and fragment, up to where its path may speak of a person
	Own      bool      `json:"own,omitempty"`      // the program asked itself, as its checks of the promises do
}

// own marks a context; no request that comes over a connection has it.
type own struct{}

// Own marks the requests that the program makes to itself, so that nobody counts them as visitors.
func Own(ctx context.Context) context.Context { return context.WithValue(ctx, own{}, true) }

// Of describes an answered request. from is the visitor's address behind trusted proxies; it leaves
// this function as a network only.
func Of(r *http.Request, from netip.Addr, status int, began time.Time, took time.Duration) Line {
	l := Line{Time: began.UTC().Truncate(time.Second), Method: method(r.Method), Path: Path(r), Status: status, MS: took.Milliseconds(), Host: host(r.Host), Referrer: referrer(r.Referer())}
	if from.IsValid() {
		l.Network = remote.Shorten(from).String()
	}
	l.Browser, l.System = agent(r.UserAgent())
	l.Own, _ = r.Context().Value(own{}).(bool)
	return l
}

// Path is the pattern that answered the request, such as /v1/chat/{bot}/messages, or a dash where
// none did: what strangers type may hold anything.
func Path(r *http.Request) string {
	_, path, _ := strings.Cut(r.Pattern, "/")
	switch path {
	case "": // none, or the pattern that takes what no other takes
		return "-"
	case "{$}":
		return "/"
	}
	return "/" + path
}

func method(m string) string {
	switch m {
	case http.MethodGet, http.MethodHead, http.MethodPost, http.MethodPut, http.MethodPatch, http.MethodDelete, http.MethodOptions:
		return m
	}
	return "other"
}

// host keeps what looks like a name or address of a server.
func host(h string) string {
	for _, c := range h {
		if !strings.ContainsRune("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-:[]", c) {
			return ""
		}
	}
	return h[:min(len(h), 253)]
}

// plain is a part of a path that reads as a word: others may be a name, a number or a token of somebody.
var plain = regexp.MustCompile(`^[\pL-]{0,40}(\.(html?|php|aspx?|jsp))?$`)

// referrer is the page that led here, without query and fragment, up to where its path may speak of a person.
func referrer(given string) string {
	u, err := url.Parse(given)
	if err != nil || u.Host == "" || (u.Scheme != "http" && u.Scheme != "https") {
		return ""
	}
	path, before := "", ""
	for part := range strings.SplitSeq(strings.TrimPrefix(u.Path, "/"), "/") {
		if name, _, _ := strings.Cut(part, "."); !plain.MatchString(part) || part != "" && personal.PathNames(before, name) {
			break
		}
		path, before = path+"/"+part, part
	}
	short := (&url.URL{Scheme: u.Scheme, Host: u.Host, Path: path}).String()
	if len(short) > 500 {
		return u.Scheme + "://" + u.Host
	}
	return short
}

// Add writes a line. A disk that refuses it is reported once, until it takes lines again: visitors
// are answered all the same.
func (l *Log) Add(line Line) {
	if l.days == 0 {
		return
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	err := l.write(line)
	if err != nil && !l.broken {
		l.log.Error("the server log can't be written", "error", err)
	}
	l.broken = err != nil
}

func (l *Log) write(line Line) error {
	if day := line.Time.Format(time.DateOnly); day != l.day || l.file == nil || !l.named() {
		if err := l.turn(day); err != nil {
			return err
		}
	}
	text, err := json.Marshal(line)
	if err != nil {
		return err
	}
	_, err = l.file.Write(append(text, '\n'))
	return err
}

// named reports whether the open file still has its name: who deletes it or moves it away wants a new one, and what they
// deleted would go on growing where nobody sees it.
func (l *Log) named() bool {
	opened, err := l.file.Stat()
	if err != nil {
		return false
	}
	at, err := os.Stat(l.file.Name())
	return err == nil && os.SameFile(at, opened)
}

// turn opens the file of a day.
func (l *Log) turn(day string) error {
	if err := l.close(); err != nil {
		return err
	}
	if err := os.MkdirAll(l.dir, 0o700); err != nil {
		return err
	}
	f, err := os.OpenFile(filepath.Join(l.dir, "access-"+day+".log"), os.O_WRONLY|os.O_APPEND|os.O_CREATE, 0o600)
	if err != nil {
		return err
	}
	l.file, l.day = f, day
	return nil
}

func (l *Log) close() error {
	if l.file == nil {
		return nil
	}
	err := l.file.Close()
	l.file = nil
	return err
}

// Close closes the file of the day.
func (l *Log) Close() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.close()
}

// Expire removes the files of days that may no longer be kept and says how many: with 14 days,
// today's and the 13 before stay.
func (l *Log) Expire() (removed int, err error) {
	entries, err := os.ReadDir(l.dir)
	if errors.Is(err, fs.ErrNotExist) {
		return 0, nil
	}
	if err != nil {
		return 0, fmt.Errorf("looking through the server log: %w", err)
	}
	first := l.now().UTC().AddDate(0, 0, 1-l.days).Format(time.DateOnly)
	for _, e := range entries {
		day, ok := strings.CutPrefix(strings.TrimSuffix(e.Name(), ".log"), "access-")
		if !ok || day >= first {
			continue
		}
		if err := os.Remove(filepath.Join(l.dir, e.Name())); err != nil {
			return removed, fmt.Errorf("removing an old server log: %w", err)
		}
		removed++
	}
	return removed, nil
}
