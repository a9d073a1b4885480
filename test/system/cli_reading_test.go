package system

import (
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestWhyFilesOfAFolderAreNotReadIsToldWhere(t *testing.T) {
	d := sit(t)
	d.ok("bot", "create", "Süß & Co")
	if err := os.MkdirAll(filepath.Join(d.dir, "ordner"), 0o700); err != nil {
		t.Fatal(err)
	}
	d.write("ordner/gut.txt", "Samstags ist von 10 bis 16 Uhr geöffnet.")
	d.write("ordner/leer.txt", "")
	code, _, messages := d.run("", "ingest", "--bot", "Süß & Co", "ordner")
	if code != 0 || !strings.Contains(messages, "1 of 2 could not be read") || !strings.Contains(messages, `wca sources --bot "Süß & Co" --pages`) {
		t.Errorf("exit %d, %s", code, messages)
	}
}

// A website's page or file that holds no text is missed when somebody asks; who has it read is told at once.
func TestWhichPagesOfAWebsiteHoldNoTextIsTold(t *testing.T) {
	site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/":
			_, _ = io.WriteString(w, `<html lang="de"><title>Praxis</title><p>Wir behandeln Erwachsene und Kinder.</p><a href="/leer.html">Leer</a> <a href="/scan.pdf">Preise</a>`)
		case "/leer.html":
			_, _ = io.WriteString(w, `<html lang="de"><title>Leer</title><div id="app"></div>`)
		case "/scan.pdf":
			w.Header().Set("Content-Type", "application/pdf")
			_, _ = io.WriteString(w, "%PDF-1.7 no more than this")
		default:
			http.NotFound(w, r)
		}
	}))
	defer site.Close()
	d := sit(t)
	d.ok("bot", "create", "praxis")
	code, _, messages := d.run("", "ingest", "--allow-private", "--bot", "praxis", site.URL)
	for _, want := range []string{"1 read, 1 skipped, 1 failed", "not read " + site.URL + "/leer.html: The page holds no text", "not read " + site.URL + "/scan.pdf: The end of the file is missing"} {
		if code != 0 || !strings.Contains(messages, want) {
			t.Errorf("exit %d, %q is missing in %s", code, want, messages)
		}
	}
}

// A page that scripts fill in the browser is told as one in every reading, in both languages.
func TestPagesThatScriptsFillAreTold(t *testing.T) {
	site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", `"1"`)
		switch {
		case r.Header.Get("If-None-Match") != "":
			w.WriteHeader(http.StatusNotModified)
		case r.URL.Path == "/":
			_, _ = io.WriteString(w, `<html lang="de"><title>Praxis</title><p>Wir behandeln Erwachsene und Kinder.</p><a href="/zeiten">Zeiten</a> <a href="/team">Team</a>`)
		case r.URL.Path == "/team":
			_, _ = io.WriteString(w, `<html lang="de"><title>Team</title><body><div id="root"></div><script src="/app.js"></script>`)
		case r.URL.Path == "/zeiten":
			_, _ = io.WriteString(w, `<html lang="de"><title>Zeiten</title><body><div id="root"></div><footer><p>Telefon 030 1234567</p></footer><script src="/app.js"></script>`)
		default:
			http.NotFound(w, r)
		}
	}))
	defer site.Close()
	d := sit(t)
	d.ok("bot", "create", "praxis")
	for _, counts := range []string{"2 read, 1 skipped, 0 failed; 2 documents", "0 new, 0 changed, 2 unchanged, 0 removed"} {
		code, _, messages := d.run("", "ingest", "--allow-private", "--bot", "praxis", site.URL)
		for _, want := range []string{counts, "hardly read " + site.URL + "/zeiten: Scripts fill the page in the browser and are not run here (readable words: 3).",
			"  not read " + site.URL + "/team: The page holds no text: scripts fill it in the browser", "2 pages are filled by scripts"} {
			if code != 0 || !strings.Contains(messages, want) {
				t.Errorf("exit %d, %q is missing in %s", code, want, messages)
			}
		}
	}
	if out := d.ok("sources", "--bot", "praxis", "--pages"); strings.Count(out, "readable words: 3") != 1 {
		t.Errorf("list of pages: %s", out)
	}
}

func TestWhichFilesOfAFolderAreNotReadIsTold(t *testing.T) {
	d := sit(t)
	d.ok("bot", "create", "praxis")
	folder := filepath.Join(d.dir, "akten")
	must(t, os.Mkdir(folder, 0o700))
	d.write("akten/zeiten.md", "Montags ist bis 18 Uhr geöffnet.")
	d.write("akten/leer.txt", "")
	d.write("akten/falsch.docx", "Das ist kein Word.")
	_, _, messages := d.run("", "ingest", "--bot", "praxis", folder)
	for _, want := range []string{"1 read, 0 skipped, 2 failed", "not read " + folder + "/leer.txt: The file holds no text", "not read " + folder + "/falsch.docx: The file says it is DOCX"} {
		if !strings.Contains(messages, want) {
			t.Errorf("%q is missing in %s", want, messages)
		}
	}
}

// What visitors may know of a file decides who takes it in; so it is told there that a bot without a model quotes.
func TestWhoTakesInAFileReadsThatItIsQuoted_C1(t *testing.T) {
	d := sit(t)
	d.ok("bot", "create", "shop")
	file := d.write("zeiten.txt", "Samstags ist von 10 bis 16 Uhr geöffnet. Fragen an Frau Kanarienburg, 0176 5550199.")
	if _, _, said := d.run("", "ingest", "--bot", "shop", file); !strings.Contains(said, "word for word, personal data included") {
		t.Errorf("without a model: %s", said)
	}
	d.env = append(d.env, "WCA_PROVIDERS_OLLAMA_KIND=ollama")
	d.ok("bot", "set", "--bot", "shop", "--model", "ollama/small")
	if _, _, said := d.run("", "ingest", "--bot", "shop", file); strings.Contains(said, "word for word") {
		t.Errorf("with a model: %s", said)
	}
}
