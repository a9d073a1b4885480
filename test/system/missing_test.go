package system

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/store"
	"github.com/webchatagent/wca/test/postgres"
)

// Where there is no database, or an empty one, as with a slip in --data or --database, nobody is told that nothing is stored,
// was erased or is broken, and none is made: that is for the commands one begins with, which say so.
func TestAMissingDatabaseIsNoAnswer_K1_K2(t *testing.T) {
	for _, kind := range []string{"no file", "an empty file", "an empty database of PostgreSQL"} {
		t.Run(kind, func(t *testing.T) { missing(t, kind) })
	}
}

func missing(t *testing.T, kind string) {
	d := sit(t)
	d.data = filepath.Join(d.dir, "slip")
	d.env = append(d.env, "WCA_DATA="+d.data)
	dsn := filepath.Join(d.data, "wca.db")
	name := dsn
	switch kind {
	case "an empty file":
		must(t, os.Mkdir(d.data, 0o700))
		must(t, os.WriteFile(dsn, nil, 0o600))
	case "an empty database of PostgreSQL":
		dsn = postgres.New(t)
		d.env = append(d.env, "WCA_DATABASE="+dsn)
		name = store.Name(dsn)
	}
	for _, line := range []string{
		"erase session ses_unknown --yes", "erase list", "ledger", "ledger --sums", "prove", "prove --json", "workspace", "keys list", "keys create key", "bot list", "bot show",
		"bot delete shop --yes", "sessions", "sources", "gaps", "qa list", "retention", "account msg_unknown", "search hours", "ask hours", "ingest https://www.example.de",
	} {
		if code, out, messages := d.run("", strings.Fields(line)...); code != 1 || out != "" || !strings.Contains(messages, "there is no database "+name) {
			t.Errorf("wca %s: exit %d, %s%s", line, code, out, messages)
		}
	}
	if still, err := store.Missing(t.Context(), dsn); err != nil || !still {
		t.Errorf("it was made: %v, %v", still, err)
	}
	if _, err := os.Stat(d.data); kind == "no file" && !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the directory was made: %v", err)
	}
	if code, _, messages := d.run("", "bot", "create", "shop"); code != 0 || !strings.Contains(messages, "The database "+name+" was empty") {
		t.Errorf("wca bot create: exit %d, %s", code, messages)
	}
	if out := d.ok("bot", "list"); !strings.Contains(out, "shop") {
		t.Errorf("the bots: %s", out)
	}
}
