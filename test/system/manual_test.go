package system

import (
	"bytes"
	"compress/gzip"
	"io"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/webchatagent/wca/internal/retrieve"
	"github.com/webchatagent/wca/internal/source"
	"github.com/webchatagent/wca/internal/source/crawl"
)

// manual serves Apache's own manual as its server does: by language prefix, with English where a
// translation is missing, German in ISO-8859-1.
type manual struct {
	pages map[string][]byte // "de/mod/core.html" → content
	seen  map[string]bool
}

var twoLanguages = regexp.MustCompile(`^(?:/(?:da|de|en|es|fr|ja|ko|pt-br|ru|tr|zh-cn))+(/(?:da|de|en|es|fr|ja|ko|pt-br|ru|tr|zh-cn)/.*)$`)

func openManual(t *testing.T) *manual {
	t.Helper()
	shared := os.Getenv("WCA_SHARED")
	if shared == "" {
		shared = filepath.Join("..", "..", "..", "shared")
	}
	root := filepath.Join(shared, "data", "httpd-manual-site")
	if _, err := os.Stat(root); err != nil {
		t.Skipf("the manual is not here (%v): set WCA_SHARED to the folder of test material", err)
	}
	m := &manual{pages: map[string][]byte{}, seen: map[string]bool{}}
	must(t, fs.WalkDir(os.DirFS(root), ".", func(path string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".gz") {
			return err
		}
		packed, err := os.ReadFile(filepath.Join(root, path))
		if err != nil {
			return err
		}
		z, err := gzip.NewReader(bytes.NewReader(packed))
		if err != nil {
			return err
		}
		content, err := io.ReadAll(z)
		if name, ok := strings.CutSuffix(path, ".de.gz"); ok {
			m.pages["de/"+name] = content
		} else if name, ok := strings.CutSuffix(path, ".en.utf8.gz"); ok {
			m.pages["en/"+name] = content
		}
		return err
	}))
	return m
}

func (m *manual) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if to := twoLanguages.FindStringSubmatch(r.URL.Path); to != nil {
		http.Redirect(w, r, to[1], http.StatusMovedPermanently)
		return
	}
	name := strings.TrimPrefix(r.URL.Path, "/")
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	language := "en"
	if rest, ok := strings.CutPrefix(name, "de/"); ok {
		language, name = "de", rest
	}
	name = strings.TrimPrefix(name, "en/")
	content, charset := m.pages[language+"/"+name], "ISO-8859-1"
	if content == nil || language == "en" {
		content, charset = m.pages["en/"+name], "UTF-8"
	}
	if content == nil {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset="+charset)
	_, _ = w.Write(content)
}

// linked says whether another page leads to this one: one of the English pages is an orphan.
func (m *manual) linked(name string) bool {
	base := []byte(`/` + strings.TrimSuffix(filepath.Base(name), "index.html") + `"`)
	for other, content := range m.pages {
		if other != name && (bytes.Contains(content, base) || bytes.Contains(content, append([]byte(`href="`), base[1:]...))) {
			return true
		}
	}
	return false
}

func TestARealManualIsReadWholeAndFoundInBothLanguages_C2_C3(t *testing.T) {
	m := openManual(t)
	site := httptest.NewServer(m)
	t.Cleanup(site.Close)
	i := begin(t, nil)
	began := time.Now()
	s, err := i.app.Library.AddSite(t.Context(), i.bot.Workspace, i.bot.ID, source.Website{Address: site.URL + "/", Rules: crawl.Rules{MaxPages: 2000, MaxDepth: 20}})
	must(t, err)
	i.ingest(s.ID)
	took := time.Since(began)

	documents, err := i.app.DB.Documents(t.Context(), i.bot.Workspace, i.bot.ID, 1000, 0)
	must(t, err)
	read := map[string]bool{}
	for _, d := range documents {
		name := strings.TrimPrefix(d.Address, site.URL+"/")
		if name == "" || strings.HasSuffix(name, "/") {
			name += "index.html"
		}
		if !strings.HasPrefix(name, "de/") {
			name = "en/" + strings.TrimPrefix(name, "en/")
		}
		if name = strings.TrimPrefix(name, "/"); m.pages[name] != nil {
			want := name[:2]
			if d.Language != want && name != "de/mod/index.html" { // most of its descriptions were never translated
				t.Errorf("%s is taken for %q", d.Address, d.Language)
			}
		}
		read[name] = true
	}
	for name := range m.pages {
		if !read[name] && m.linked(name) {
			t.Errorf("%s was not read", name)
		}
	}
	t.Logf("%d documents in %.1f s", len(documents), took.Seconds())

	index, err := i.app.Desk.Indexes.Index(t.Context(), i.bot)
	must(t, err)
	for _, c := range []struct{ question, page string }{
		{"Wie richte ich mehrere Websites unter einer IP-Adresse nach ihrem Namen ein?", "de/vhosts/name-based.html"},
		{"Wie beende ich den Server oder starte ihn neu?", "de/stopping.html"},
		{"Wie übersetze und installiere ich Apache aus den Quellen?", "de/install.html"},
		{"Auf welchem Port lauscht der Server, und wie ändere ich das?", "de/bind.html"},
		{"Was bedeutet der Begriff Reverse Proxy?", "de/glossary.html"},
		{"Was macht das Modul mod_actions mit CGI-Skripten?", "de/mod/mod_actions.html"},
		{"Welche Konfigurationsdateien liest der Server und wie ist ihre Syntax?", "de/configuring.html"},
		{"Was sind Multi-Processing-Module und wie wähle ich eines aus?", "de/mpm.html"},
		{"Wie starte ich Apache unter Unix automatisch beim Booten?", "de/invoking.html"},
		{"Welches MPM forkt Prozesse im Voraus und braucht keine Threads?", "de/mod/prefork.html"},
		{"Welches MPM bedient Anfragen mit mehreren Threads in jedem Kindprozess?", "de/mod/worker.html"},
		{"Welche Neuerungen brachte Apache 2.0 gegenüber 1.3?", "de/new_features_2_0.html"},
		{"How do I keep a log of errors and of who accessed my site?", "en/logs.html"},
		{"How do I stop or restart the server gracefully?", "en/stopping.html"},
		{"How do I compile and install Apache from source?", "en/install.html"},
		{"How can httpd cache responses on disk?", "en/caching.html"},
		{"Which port does the server listen on and how do I change it?", "en/bind.html"},
		{"How do I set up a reverse proxy with load balancing?", "en/howto/reverse_proxy.html"},
		{"How can I protect a directory with a user name and password?", "en/howto/auth.html"},
		{"What are multi-processing modules and how do I choose one?", "en/mpm.html"},
		{"Which files does the server read its configuration from?", "en/configuring.html"},
		{"What does it mean that the server is compliant with the HTTP protocol, and how can I enforce it?", "en/compliance.html"},
		{"Which hardware and operating system settings matter for the performance of the server?", "en/misc/perf-tuning.html"},
	} {
		found := index.Search(retrieve.Query{Text: c.question, K: 10})
		var got []string
		for _, h := range found.Hits {
			name := strings.TrimPrefix(h.Passage.Address, site.URL+"/")
			if m.pages[name] == nil { // the English page stands under all addresses but its German one's
				name = "en/" + strings.TrimPrefix(strings.TrimPrefix(name, "de/"), "en/")
			}
			if !slices.Contains(got, name) && len(got) < 4 { // the glossary and a chapter's first page may well stand before the page that explains
				got = append(got, name)
			}
		}
		if !strings.Contains(strings.Join(got, " "), c.page) {
			t.Errorf("%s: found %v, want %s", c.question, got, c.page)
		}
		if len(found.Hits) > 0 && found.Hits[0].Passage.Language != c.page[:2] {
			t.Errorf("%s: the first passage is in the other language: %s", c.question, got[0])
		}
	}
}
