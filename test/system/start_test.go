package system

import (
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// An operator whose server does not start reads what is wrong and what to do (F34).
func TestAServerThatCannotStartSaysWhatToDo_F34(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	must(t, err)
	defer taken.Close()
	for name, c := range map[string]struct {
		listen  string
		spoil   func(t *testing.T, d *desk)
		message string
	}{
		"the port is taken":       {taken.Addr().String(), func(*testing.T, *desk) {}, "another program listens on " + taken.Addr().String() + " already: end it, or choose another address with --listen"},
		"an address of nobody's":  {"192.0.2.1:18080", func(*testing.T, *desk) {}, "this machine has no address 192.0.2.1:18080"},
		"the database is damaged": {"127.0.0.1:0", func(t *testing.T, d *desk) { must(t, os.Truncate(filepath.Join(d.data, "wca.db"), 20_000)) }, "wca.db is damaged or no database of wca: put a backup in its place"},
		"the database is a text": {"127.0.0.1:0", func(t *testing.T, d *desk) {
			must(t, os.WriteFile(filepath.Join(d.data, "wca.db"), []byte(strings.Repeat("Text. ", 900)), 0o600))
		}, "wca.db is damaged or no database of wca"},
		"the data directory is none": {"127.0.0.1:0", func(t *testing.T, d *desk) { must(t, os.RemoveAll(d.data)); must(t, os.WriteFile(d.data, nil, 0o600)) }, "not a directory"},
	} {
		t.Run(name, func(t *testing.T) {
			d := sit(t)
			d.ok("bot", "create", "shop")
			c.spoil(t, d)
			if code, _, messages := d.run("", "serve", "--listen", c.listen); code != 1 || !strings.Contains(messages, c.message) {
				t.Errorf("exit %d, %s", code, messages)
			}
		})
	}
}

// Where others own the folder of the database, the user that runs wca is told that it may not write there.
func TestAFolderThatIsNotOursIsNamed_F34(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may write everywhere")
	}
	d := sit(t)
	d.ok("bot", "create", "shop")
	must(t, os.Chmod(d.data, 0o500))
	defer func() { must(t, os.Chmod(d.data, 0o700)) }()
	if code, _, messages := d.run("", "bot", "list"); code != 1 || !strings.Contains(messages, "this user may not write in "+d.data) {
		t.Errorf("exit %d, %s", code, messages)
	}
}
