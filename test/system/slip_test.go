package system

import (
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What a server works with (keys, database, logs, configuration) is nothing that visitors may be told, wherever it lies
// and by whatever name it is given.
func TestNoBotReadsTheServersOwnFiles_L1(t *testing.T) {
	d := sit(t)
	d.data = filepath.Join(d.dir, "wca-data")
	d.env = append(d.env, "WCA_DATA="+d.data)
	d.ok("bot", "create", "shop")
	must(t, os.WriteFile(filepath.Join(d.data, "owner-key"), []byte("wca_geheimerschluessel\n"), 0o600))
	d.write("wca.toml", "rate = 29\n")
	d.write("anbieter.key", "sk-geheim\n")
	d.write("zeiten.md", "Samstags ist bis 16 Uhr geöffnet.")
	must(t, os.Symlink(d.data, filepath.Join(d.dir, "verweis")))
	d.env = append(d.env, "WCA_CONFIG=wca.toml", "WCA_PROVIDERS_LOCAL_KIND=openai", "WCA_PROVIDERS_LOCAL_KEY_FILE=anbieter.key")

	code, _, messages := d.run("", "ingest", ".")
	if code != 0 || !strings.Contains(messages, "belongs to the server itself: anbieter.key, wca-data, wca.toml\n") || !strings.Contains(messages, ".: 1 read, 0 skipped, 0 failed") {
		t.Errorf("the folder above: exit %d, %s", code, messages)
	}
	for _, own := range []string{"wca-data", "wca-data/", "wca-data/owner-key", "verweis", "verweis/secret.key", "wca.toml", "anbieter.key"} {
		if code, _, messages := d.run("", "ingest", own); code != 2 || !strings.Contains(messages, own+" belongs to the server itself") {
			t.Errorf("%s: exit %d, %s", own, code, messages)
		}
	}
	if sources := d.ok("sources", "--pages"); strings.Contains(sources, "wca-data") || strings.Contains(sources, ".key") || !strings.Contains(sources, "zeiten.md") {
		t.Errorf("it reads\n%s", sources)
	}
}

// A script whose variable is empty asks for nothing in particular: it is not told of everything, nor is the only bot changed.
func TestAnEmptyNameIsNoName(t *testing.T) {
	d := sit(t)
	d.ok("bot", "create", "shop")
	for _, args := range [][]string{
		{"sessions", "--find", ""}, {"sessions", "--find", " "}, {"sessions", "--export", ""}, {"sources", "--remove", ""}, {"sources", "--accept", ""},
		{"qa", "add", "Gibt es Tee?", "Ja.", "--gap", ""}, {"bot", "set", "--retention", "0", "--bot", ""}, {"ledger", "--bot", ""}, {"ledger", "--purpose", ""},
	} {
		if code, out, messages := d.run("", args...); code != 2 || out != "" || !strings.Contains(messages, "is empty: ") {
			t.Errorf("wca %q: exit %d, out %q, %s", args, code, out, messages)
		}
	}
	if shown := d.ok("bot", "show"); !strings.Contains(shown, "version 1 of") {
		t.Errorf("the bot is\n%s", shown)
	}
}

// A source is known by the address that people typed when they had it read.
func TestASourceIsKnownByTheAddressAsTyped_C2(t *testing.T) {
	d := sit(t)
	d.ok("bot", "create", "shop")
	must(t, os.Mkdir(filepath.Join(d.dir, "wissen"), 0o700))
	d.write("wissen/zeiten.md", "Samstags ist bis 16 Uhr geöffnet.")
	for _, remove := range [][]string{{"sources", "--yes", "--remove"}, {"erase", "source", "--yes"}} {
		for _, one := range []struct{ read, called string }{{"./wissen/", "wissen/"}, {"wissen", "./wissen"}, {"http://127.0.0.1:1", "http://127.0.0.1:1"}, {"http://127.0.0.1:1/", "HTTP://127.0.0.1:1/#oben"}} {
			d.run("", "ingest", "--allow-private", one.read) // that there is no server does not matter
			if code, _, messages := d.run("", append(remove, one.called)...); code != 0 {
				t.Errorf("wca %q %s: exit %d, %s", remove, one.called, code, messages)
			}
		}
	}
	if left := d.ok("sources", "--json"); left != "" {
		t.Errorf("left: %s", left)
	}
}

// The label of a key is one for people, given at the command line as through the API.
func TestAKeysLabelIsALine(t *testing.T) {
	d := sit(t)
	d.ok("bot", "create", "shop")
	for _, label := range []string{strings.Repeat("ä", 101), "two\nlines"} {
		if code, out, messages := d.run("", "keys", "create", label); code != 2 || out != "" || !strings.Contains(messages, "1 to 100 characters on one line") {
			t.Errorf("%q: exit %d, %s", label, code, messages)
		}
	}
	d.ok("keys", "create", strings.Repeat("ä", 100))
}

// Whatever nobody can undo is done with --yes only; without it a command says what it would do.
func TestWhatCannotBeUndoneIsAskedFor_C2(t *testing.T) {
	d := sit(t)
	d.ok("bot", "create", "shop")
	d.write("zeiten.txt", "Samstags ist von 10 bis 16 Uhr geöffnet.")
	d.ok("ingest", "zeiten.txt")
	pair := strings.TrimSpace(d.ok("qa", "add", "Haben Sie einen Parkplatz?", "Ja, vor dem Laden."))
	d.ok("keys", "create", "website")
	keys := lines[map[string]any](t, d.ok("keys", "list", "--json"))
	key := fmt.Sprint(keys[len(keys)-1]["id"])
	stored := func() string {
		return d.ok("sources", "--json") + d.ok("qa", "list", "--json") + d.ok("keys", "list") + d.ok("bot", "list") + d.ok("workspace")
	}
	before := stored()
	commands := []struct {
		said string
		args []string
	}{
		{`zeiten.txt with 1 document for good`, []string{"sources", "--remove", "zeiten.txt"}},
		{`the question "Haben Sie einen Parkplatz?" with its answer`, []string{"qa", "delete", pair}},
		{`(website) for good, and what works with it stops`, []string{"keys", "revoke", key}},
		{`the bot "shop" with 1 source, 1 document`, []string{"bot", "delete", "shop"}},
		{`this erases the workspace for good`, []string{"erase", "workspace", "default"}},
	}
	for _, c := range commands {
		if code, _, messages := d.run("", c.args...); code != 2 || !strings.Contains(messages, c.said) || !strings.Contains(messages, "repeat with --yes") {
			t.Errorf("wca %q: exit %d, %s", c.args, code, messages)
		}
	}
	if after := stored(); after != before {
		t.Errorf("stored was\n%s\nnow\n%s", before, after)
	}
	for _, c := range commands[:4] {
		if code, _, messages := d.run("", append(c.args, "--yes")...); code != 0 {
			t.Errorf("wca %q --yes: exit %d, %s", c.args, code, messages)
		}
	}
}

// Who erases at the command line sees addresses and conversations there, no ids of documents and contact data.
func TestWhatIsSeenCanBeErased_K2(t *testing.T) {
	i := begin(t, nil)
	session := i.ask("", "Hallo").Session
	if status, body := i.told("PUT", "/session/contact", `{"name":"Erika Beispiel"}`, session); status != http.StatusOK {
		t.Fatalf("got %d %s", status, body)
	}
	d := sit(t)
	d.env = append(d.env, "WCA_DATA="+i.config.Data)
	must(t, os.Mkdir(filepath.Join(d.dir, "wissen"), 0o700))
	file := d.write("wissen/zeiten.md", "Samstags ist bis 16 Uhr geöffnet.")
	d.write("wissen/preise.md", "Eine Inspektion kostet 59 Euro.")
	d.ok("ingest", "wissen")

	seen := lines[struct {
		ID, Channel, Language string
		CreatedAt             string `json:"created_at"`
		LastAt                string `json:"last_at"`
		Messages              int
		NoModel               bool `json:"no_model"`
		Restricted            bool
		Contact               *struct{ Name, Email, Phone string }
	}](t, d.ok("sessions", "--json"))[0]
	if receipt := d.ok("erase", "contact", seen.ID, "--yes"); !strings.Contains(receipt, "contact 1") {
		t.Errorf("the contact's receipt: %s", receipt)
	}
	if left := d.ok("sessions"); strings.Contains(left, "Erika") || !strings.Contains(left, seen.ID) {
		t.Errorf("left: %s", left)
	}
	if receipt := d.ok("erase", "document", "wissen/zeiten.md", "--yes"); !strings.Contains(receipt, "document 1") {
		t.Errorf("the document's receipt: %s", receipt)
	}

	// What was erased stays erased when the folder is read again, until it is given by itself.
	for range 2 {
		if _, _, messages := d.run("", "ingest", "wissen"); !strings.Contains(messages, "1 read, 1 skipped, 0 failed; 1 document") {
			t.Errorf("read again: %s", messages)
		}
	}
	if pages := d.ok("sources", "--pages"); !strings.Contains(pages, "It was erased from what the bot knows and is not read again. To read it all the same, give the file itself") {
		t.Errorf("the pages:\n%s", pages)
	}
	d.ok("ingest", file)
	if found := d.ok("search", "Wie lange ist samstags geöffnet?"); !strings.Contains(found, "bis 16 Uhr") {
		t.Errorf("found: %s", found)
	}
	d.ok("bot", "create", "zweiter")
	d.ok("ingest", "--bot", "zweiter", "wissen/preise.md")
	if code, _, messages := d.run("", "erase", "document", "wissen/preise.md", "--yes"); code != 2 || strings.Count(messages, "doc_") != 2 {
		t.Errorf("read twice: exit %d, %s", code, messages)
	}
}
