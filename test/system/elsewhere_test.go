package system

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/proof"
)

// A database of SQLite may lie elsewhere than in the data directory: what is erased is looked for in it, and one server at
// a time works on it, whichever data directory that has.
func TestADatabaseElsewhereIsLookedThroughAndServedOnce_K2(t *testing.T) {
	file := filepath.Join(t.TempDir(), "elsewhere.db")
	i := begin(t, map[string]string{"database": file}).read()
	if got := proven(t, i.app)["K2"]; got.State != proof.Holds || !strings.Contains(got.Evidence.En, "before it was erased, and in none after") {
		t.Errorf("K2 is %s: %q %q", got.State, got.Reason.En, got.Evidence.En)
	}
	first, second := sit(t), sit(t)
	for _, d := range []*desk{first, second} {
		d.env = append(d.env, "WCA_DATABASE=sqlite:"+file)
	}
	first.serve()
	if code, _, messages := second.run("", "serve", "--listen", "127.0.0.1:0"); code != 1 || !strings.Contains(messages, "another wca serve already uses "+file) {
		t.Errorf("a second server: exit %d, %s", code, messages)
	}
	link := filepath.Join(t.TempDir(), "link.db")
	must(t, os.Symlink(file, link))
	second.env = append(second.env, "WCA_DATABASE=sqlite:"+link)
	if code, _, messages := second.run("", "serve", "--listen", "127.0.0.1:0"); code != 1 || !strings.Contains(messages, "another wca serve already uses "+link) {
		t.Errorf("a second server by a link: exit %d, %s", code, messages)
	}
	if _, err := os.Stat(file + ".serve.lock"); err != nil {
		t.Error(err)
	}
}
