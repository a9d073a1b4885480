package system

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Where there is no database, as with a slip in --data, nobody is told that nothing is stored, was erased or is broken, and
// none is made: that is for the commands one begins with.
func TestAMissingDatabaseIsNoAnswer_K1_K2(t *testing.T) {
	d := sit(t)
	d.data = filepath.Join(d.dir, "slip")
	d.env = append(d.env, "WCA_DATA="+d.data)
	for _, line := range []string{
		"erase session ses_unknown --yes", "erase list", "ledger", "ledger --sums", "prove", "prove --json", "workspace", "keys list", "keys create key", "bot list", "bot show",
		"bot delete shop --yes", "sessions", "sources", "gaps", "qa list", "retention", "account msg_unknown", "search hours", "ask hours", "ingest https://www.example.de",
	} {
		if code, out, messages := d.run("", strings.Fields(line)...); code != 1 || out != "" || !strings.Contains(messages, "there is no database "+d.data) {
			t.Errorf("wca %s: exit %d, %s%s", line, code, out, messages)
		}
	}
	if _, err := os.Stat(d.data); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("it was made: %v", err)
	}
	d.ok("bot", "create", "shop")
	if out := d.ok("bot", "list"); !strings.Contains(out, "shop") {
		t.Errorf("the bots: %s", out)
	}
}
