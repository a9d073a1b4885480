package system

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// desk is a person at a terminal with a data directory.
type desk struct {
	t    *testing.T
	dir  string
	data string
	env  []string
}

func sit(t *testing.T) *desk {
	t.Helper()
	d := &desk{t: t, dir: t.TempDir(), data: dataDirectory(t)}
	d.env = []string{"WCA_DATA=" + d.data, "PATH=" + os.Getenv("PATH"), "HOME=" + d.dir, "TMPDIR=" + os.TempDir()}
	return d
}

// sitOn is a desk whose database is that of the settings.
func sitOn(t *testing.T, settings map[string]string) *desk {
	t.Helper()
	d := sit(t)
	if dsn := settings["database"]; dsn != "" {
		d.env = append(d.env, "WCA_DATABASE="+dsn)
	}
	return d
}

// run runs wca as a process of its own.
func (d *desk) run(input string, args ...string) (code int, out, messages string) {
	d.t.Helper()
	cmd := exec.CommandContext(d.t.Context(), os.Args[0], args...)
	cmd.Dir, cmd.Env, cmd.Stdin = d.dir, d.env, strings.NewReader(input)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		d.t.Fatal(err)
	}
	return cmd.ProcessState.ExitCode(), stdout.String(), stderr.String()
}

// ok runs a command that must succeed and returns its data.
func (d *desk) ok(args ...string) string {
	d.t.Helper()
	code, out, messages := d.run("", args...)
	if code != 0 {
		d.t.Fatalf("wca %s: exit %d, %s", strings.Join(args, " "), code, messages)
	}
	return out
}

func (d *desk) write(name, content string) string {
	d.t.Helper()
	path := filepath.Join(d.dir, name)
	must(d.t, os.WriteFile(path, []byte(content), 0o600))
	return path
}

// lines decodes JSON lines.
func lines[T any](t *testing.T, out string) []T {
	t.Helper()
	var all []T
	for line := range strings.Lines(out) {
		var v T
		decoder := json.NewDecoder(strings.NewReader(line))
		decoder.DisallowUnknownFields()
		if err := decoder.Decode(&v); err != nil {
			t.Fatalf("%v in %s", err, line)
		}
		all = append(all, v)
	}
	return all
}
