package system

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestAChangedFolderIsReadAgain_C2(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		d := sitOn(t, settings)
		d.ok("bot", "create", "shop")
		must(t, os.Mkdir(filepath.Join(d.dir, "wissen"), 0o700))
		d.write("wissen/zeiten.md", "# Zeiten\n\nSamstags ist bis 16 Uhr geöffnet.\n")
		d.write("wissen/preise.md", "# Preise\n\nEine Inspektion kostet 49 Euro.\n")
		d.write("wissen/alt.md", "# Rollschuhe\n\nWir verkaufen Rollschuhe der Marke Sausewind.\n")
		type line struct {
			Event, Address, State, Code, Reason, Message, Effect string
			Status                                               int
			Counts                                               countsLine
		}
		states := func() map[string]string {
			out := map[string]string{}
			for _, l := range lines[line](t, d.ok("ingest", "--bot", "shop", "--json", "wissen")) {
				out[filepath.Base(l.Address)] = l.State
			}
			return out
		}
		if got := states(); len(got) != 4 || got["alt.md"] != "done" || got["wissen"] != "ready" {
			t.Fatalf("at first: %v", got)
		}
		must(t, os.Remove(filepath.Join(d.dir, "wissen", "alt.md")))
		d.write("wissen/preise.md", "# Preise\n\nEine Inspektion kostet jetzt 59 Euro.\n")
		must(t, os.Truncate(d.write("wissen/film.pdf", ""), 51<<20))
		code, out, messages := d.run("", "ingest", "--bot", "shop", "--json", "wissen")
		got := map[string]string{}
		for _, l := range lines[line](t, out) {
			got[filepath.Base(l.Address)] = l.State
		}
		if got["alt.md"] != "gone" || got["preise.md"] != "done" || got["zeiten.md"] != "unchanged" || got["wissen"] != "ready" {
			t.Errorf("at second: %v", got)
		}
		if code != 1 || !strings.Contains(out, "film.pdf: The file is too large (51 MB") || !strings.Contains(messages, "not everything could be read") {
			t.Errorf("a file that is too large: exit %d, %s, %s", code, out, messages)
		}
		hits := lines[struct {
			Query   string
			Results []cliHit
		}](t, d.ok("search", "--bot", "shop", "--json", "Was kostet eine Inspektion? Rollschuhe Sausewind"))[0].Results
		if len(hits) == 0 || !strings.Contains(hits[0].Passage, "59 Euro") || slices.ContainsFunc(hits, func(h cliHit) bool { return strings.Contains(h.Passage, "Sausewind") }) {
			t.Errorf("found %+v", hits)
		}
	})
}

// A PDF that is being copied while it is read, or was cut off, keeps what the bot knows of the whole one.
func TestAPDFWithoutItsEndKeepsItsDocument_C2(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		d := sitOn(t, settings)
		d.ok("bot", "create", "shop")
		must(t, os.Mkdir(filepath.Join(d.dir, "wissen"), 0o700))
		whole, err := os.ReadFile("../../internal/demo/site/public/downloads/preisliste-2026.pdf")
		must(t, err)
		d.write("wissen/preise.pdf", string(whole))
		read := []string{"ingest", "--bot", "shop", "wissen"}
		d.ok(read...)
		d.write("wissen/preise.pdf", string(whole[:len(whole)*2/3]))
		code, _, messages := d.run("", read...)
		if code != 1 || !strings.Contains(messages, "The end of the file is missing") || !strings.Contains(messages, "The bot still knows what it said before.") {
			t.Errorf("exit %d, %s", code, messages)
		}
		if found := d.ok("search", "--bot", "shop", "Was kostet ein Ladegerät 4 A?"); !strings.Contains(found, "Ladegerät 4") {
			t.Errorf("found: %s", found)
		}
		d.write("wissen/preise.pdf", string(whole))
		if code, _, messages := d.run("", read...); code != 0 || strings.Contains(messages, "missing") {
			t.Errorf("copied as a whole: exit %d, %s", code, messages)
		}
	})
}

// A file that is there but cannot be read keeps what the bot knows of it, as a page that fails does, and it is said
// which one it is and why. One that is gone goes.
func TestAFileThatCannotBeReadKeepsItsDocument_C2(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		d := sitOn(t, settings)
		d.ok("bot", "create", "shop")
		must(t, os.Mkdir(filepath.Join(d.dir, "wissen"), 0o700))
		read := []string{"ingest", "--bot", "shop", "wissen"}
		rewrite := func() {
			d.write("wissen/a.txt", "Eine Inspektion kostet im Laden 49 Euro.")
			d.write("wissen/b.txt", "Samstags ist von 10 bis 16 Uhr geöffnet.")
			d.write("wissen/c.txt", "Ein Platten wird für 15 Euro geflickt.")
		}
		rewrite()
		d.write("wissen/d.txt", "Ein Kettenwechsel kostet 25 Euro.")
		d.ok(read...)

		must(t, os.Truncate(filepath.Join(d.dir, "wissen", "a.txt"), 51<<20))
		must(t, os.Truncate(filepath.Join(d.dir, "wissen", "c.txt"), 0))
		must(t, os.Remove(filepath.Join(d.dir, "wissen", "d.txt")))
		code, _, messages := d.run("", read...)
		if code != 1 || !strings.Contains(messages, "2 of 3 could not be read") || !strings.Contains(messages, "wissen/a.txt: The file is too large (51 MB") || !strings.Contains(messages, "The bot still knows what it said before.") || !strings.Contains(messages, "3 documents") {
			t.Errorf("exit %d, %s", code, messages)
		}
		if out := d.ok("sources", "--bot", "shop", "--pages"); strings.Count(out, "  failed  ") != 2 || strings.Count(out, "  gone    ") != 1 || !strings.Contains(out, "holds no text") {
			t.Errorf("wca sources --pages: %s", out)
		}
		for question, want := range map[string]string{"Was kostet eine Inspektion?": "49 Euro", "Was kostet es, einen Platten zu flicken?": "15 Euro"} {
			if found := d.ok("search", "--bot", "shop", question); !strings.Contains(found, want) {
				t.Errorf("%s: %s", question, found)
			}
		}

		rewrite()
		if code, _, messages = d.run("", read...); code != 0 || strings.Contains(messages, "could not be read") {
			t.Errorf("readable again: exit %d, %s", code, messages)
		}
		if out := d.ok("sources", "--bot", "shop"); strings.Contains(out, "could not") || !strings.Contains(out, "0 failed") {
			t.Errorf("readable again: %s", out)
		}
	})
}

// A folder is one source, whichever path leads to it.
func TestAFolderIsTheSameByAnotherPath_C1(t *testing.T) {
	d := sit(t)
	d.ok("bot", "create", "shop")
	must(t, os.Mkdir(filepath.Join(d.dir, "texte"), 0o700))
	d.write("texte/preise.txt", "Die Inspektion eines Fahrrads kostet bei uns 59 Euro.")
	must(t, os.Symlink(filepath.Join(d.dir, "texte"), filepath.Join(d.dir, "link")))
	for _, path := range []string{"texte", "./texte", "texte/", filepath.Join(d.dir, "texte"), "link", "link/", filepath.Join(d.dir, "link"), "texte/../texte"} {
		d.ok("ingest", path)
		if sources := d.ok("sources", "--json"); strings.Count(sources, `"id":"src_`) != 1 || !strings.Contains(sources, `"address":"texte"`) {
			t.Errorf("after %s: %s", path, sources)
		}
	}
	for _, path := range []string{"texte/preise.txt", filepath.Join(d.dir, "texte", "preise.txt")} {
		d.ok("ingest", path)
		if sources := d.ok("sources", "--json"); strings.Count(sources, `"id":"src_`) != 2 {
			t.Errorf("a file by %s: %s", path, sources)
		}
	}
}
