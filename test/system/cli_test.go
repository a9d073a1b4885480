package system

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/demo"
	llmfake "github.com/webchatagent/wca/test/fake/llm"
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

type cliHit struct {
	Document, Title, URL, Passage string
	Score                         float64
}

type cliCitation struct {
	N                             int
	Document, Title, URL, Passage string
}

// The names and shapes are a contract: programs are written against them.
func TestTheCommandLineKeepsItsContract(t *testing.T) {
	d := sit(t)
	site := httptest.NewServer(demo.Site(demo.Options{}))
	t.Cleanup(site.Close)
	if out := d.ok("bot", "create", "shop"); !strings.HasPrefix(out, "pub_") || strings.Count(out, "\n") != 1 {
		t.Errorf("bot create prints %q", out)
	}
	d.write("preise.csv", "Leistung;Preis\nKettenblatt polieren;49 €\nLaufrad lackieren;19 €\n")

	type event struct {
		Event, Address, State, Code, Reason, Message, Effect string
		Status                                               int
		Counts                                               map[string]int
	}
	events := lines[event](t, d.ok("ingest", "--bot", "shop", "--json", "--allow-private", site.URL, "preise.csv"))
	pages, sources := 0, 0
	for _, e := range events {
		switch e.Event {
		case "page":
			pages++
			if e.State == "done" && e.Address == "" || e.State == "skipped" && e.Reason == "" {
				t.Errorf("event %+v", e)
			}
		case "source":
			sources++
			if e.State != "ready" || e.Counts["documents"] == 0 || e.Counts["passages"] == 0 {
				t.Errorf("event %+v", e)
			}
		default:
			t.Errorf("event %+v", e)
		}
	}
	if pages < 40 || sources != 2 {
		t.Errorf("%d pages, %d sources", pages, sources)
	}

	type sourceLine struct {
		ID, Kind, Address, State, Message string
		Every                             int        `json:"every_hours"`
		CreatedAt                         string     `json:"created_at"`
		StartedAt                         *string    `json:"started_at"`
		EndedAt                           *string    `json:"ended_at"`
		Counts                            countsLine `json:"counts"`
		Pages                             []struct {
			Address, State, Code, Reason, Effect string
			Status                               int
		}
	}
	listed := lines[sourceLine](t, d.ok("sources", "--bot", "shop", "--json"))
	if len(listed) != 2 || listed[0].State != "ready" || listed[1].Kind != "file" || listed[1].Counts.Documents != 1 {
		t.Errorf("sources: %+v", listed)
	}

	type searched struct {
		Query   string
		Results []cliHit
	}
	hits := lines[searched](t, d.ok("search", "--bot", "shop", "--k", "3", "--json", "Was kostet es, ein Kettenblatt zu polieren?"))[0].Results
	found := false
	for i, h := range hits {
		found = found || filepath.Base(h.Document) == "preise.csv"
		if h.Passage == "" || i > 0 && h.Score > hits[i-1].Score {
			t.Errorf("hit %d: %+v", i, h)
		}
	}
	if len(hits) != 3 || !found {
		t.Errorf("hits: %+v", hits)
	}

	queries := d.write("queries.jsonl", `{"id":"a","query":"Öffnungszeiten am Samstag"}`+"\n\n"+`{"id":"b","query":"How long can I return something?"}`+"\n")
	type result struct {
		ID      string
		Results []cliHit
	}
	results := lines[result](t, d.ok("search", "--bot", "shop", "--json", "--queries", queries))
	if len(results) != 2 || results[0].ID != "a" || results[1].ID != "b" || len(results[0].Results) != 10 ||
		!strings.HasSuffix(results[0].Results[0].Document, "/de/oeffnungszeiten") || !strings.HasSuffix(results[1].Results[0].Document, "/en/returns") {
		t.Errorf("results: %+v", results)
	}

	type answer struct {
		Answer, ID, Session string
		Refused             bool
		Citations           []cliCitation
	}
	answers := lines[answer](t, d.ok("ask", "--bot", "shop", "--json", "Wie lange hat der Laden am Samstag geöffnet?"))
	if len(answers) != 1 || answers[0].Refused || len(answers[0].Citations) != 1 || answers[0].Citations[0].N != 1 || !strings.Contains(answers[0].Answer, "[1]") {
		t.Errorf("answer: %+v", answers)
	}
	code, out, _ := d.run("", "ask", "--bot", "shop", "--json", "Wer hat die Fußball-Weltmeisterschaft 2014 gewonnen?")
	if refused := lines[answer](t, out); code != 3 || len(refused) != 1 || !refused[0].Refused || refused[0].Citations == nil {
		t.Errorf("a refusal: exit %d, %s", code, out)
	}
	if out := d.ok("ask", "--bot", "shop", "Wie lange hat der Laden am Samstag geöffnet?"); !strings.Contains(out, "16 Uhr") || strings.HasPrefix(out, "{") {
		t.Errorf("an answer for people: %s", out)
	}

	type extracted struct{ Title, Language, Text string }
	page := d.write("seite.html", `<html lang="de"><title>Titel – Firma</title><body><nav>Menü</nav><main><h1>Titel</h1><p>Das ist der Text der Seite über Fahrräder und ihre Pflege.</p></main></body></html>`)
	for _, text := range []string{
		d.ok("extract", page, "--json"),
		func() string {
			content, err := os.ReadFile(page)
			must(t, err)
			_, out, _ := d.run(string(content), "extract", "-", "--url", "https://a.example/x.html", "--json")
			return out
		}(),
	} {
		if got := lines[extracted](t, text); len(got) != 1 || !strings.HasPrefix(got[0].Title, "Titel") || got[0].Language != "de" || !strings.Contains(got[0].Text, "Fahrräder") || strings.Contains(got[0].Text, "Menü") {
			t.Errorf("extracted: %+v", got)
		}
	}

	type masked struct {
		ID, Text string
		Entities []struct {
			Start, End        int
			Type, Placeholder string
		}
	}
	_, out, _ = d.run(`{"id":"1","text":"Grüße an max@firma.de 🙂 und +49 511 1234567"}`+"\n", "pseudonymise", "--json")
	if got := lines[masked](t, out); len(got) != 1 || len(got[0].Entities) != 2 || got[0].Entities[0].Start != 9 || got[0].Entities[0].End != 21 || strings.Contains(out, "max@") ||
		!strings.Contains(got[0].Text, got[0].Entities[0].Placeholder) {
		t.Errorf("masked: %s", out)
	}
	if out := d.ok("version"); !strings.Contains(out, "test") {
		t.Errorf("version prints %q", out)
	}
}

type countsLine struct {
	Pending, Done, Skipped, Failed, Gone, New, Changed, Unchanged, Removed, Kept, Documents, Passages int
}

func TestFlagsBeatEnvironmentBeatsFile(t *testing.T) {
	d := sit(t)
	file := d.write("wca.toml", "listen = \"127.0.0.1:1111\"\nlog_level = \"warn\"\nrate = 7\n")
	d.env = append(d.env, "WCA_LISTEN=127.0.0.1:2222", "WCA_LOG_LEVEL=error")
	out := d.ok("config", "show", "--config", file, "--listen", "127.0.0.1:3333")
	for _, want := range [][2]string{{"127.0.0.1:3333", "flag"}, {"error", "environment"}, {"7", "file"}} {
		found := false
		for line := range strings.Lines(out) {
			found = found || strings.Contains(line, want[0]) && strings.Contains(line, want[1])
		}
		if !found {
			t.Errorf("%s from the %s is not shown:\n%s", want[0], want[1], out)
		}
	}
	d.env = append(d.env, "WCA_PROVIDERS_X_KIND=openai", "WCA_PROVIDERS_X_KEY=sk-secret-1234")
	if out := d.ok("config", "show", "--config", file); strings.Contains(out, "sk-secret") {
		t.Error("a key is shown")
	}
	for _, c := range []struct {
		args []string
		says string
	}{
		{[]string{"config", "show", "--config", "missing.toml"}, "missing.toml"},
		{[]string{"config", "show", "--config", d.write("wrong.toml", "listn = \"x\"\n")}, "listn"},
		{[]string{"serve", "--listen", "nonsense"}, "nonsense"},
	} {
		if code, out, messages := d.run("", c.args...); code == 0 || !strings.Contains(messages, c.says) || out != "" {
			t.Errorf("wca %v: exit %d, out %q, %s", c.args, code, out, messages)
		}
	}
}

// Whatever is wrong is said in a sentence where the user looks, and nothing else breaks.
func TestBadInputGetsAClearMessage_U03_U05_F01(t *testing.T) {
	d := sit(t)
	site := httptest.NewServer(http.HandlerFunc(badSite))
	t.Cleanup(site.Close)
	d.ok("bot", "create", "shop")
	for _, c := range []struct {
		args []string
		code int
		says string
	}{
		{[]string{"ingest", "--bot", "shop", site.URL + "/login"}, 1, "--allow-private"},
		{[]string{"ingest", "--bot", "shop", "--allow-private", "http://127.0.0.1:1/"}, 1, "cannot be reached"},
		{[]string{"ingest", "--bot", "shop", "http://name.invalid/"}, 1, "no website of this name"},
		{[]string{"ingest", "--bot", "shop", "--allow-private", site.URL + "/login"}, 1, "asks for a password"},
		{[]string{"ingest", "--bot", "shop", "--allow-private", site.URL + "/huge"}, 1, "larger than allowed"},
		{[]string{"ingest", "--bot", "shop", "--allow-private", site.URL + "/loop"}, 1, "leads back to itself"},
		{[]string{"ingest", "--bot", "shop", "--allow-private", site.URL + "/broken"}, 1, "answered with an error"},
		{[]string{"ingest", "--bot", "shop", "--allow-private", site.URL + "/missing"}, 1, "does not exist"},
		{[]string{"ingest", "--bot", "shop", "--allow-private", site.URL + "/private/page"}, 1, "robots.txt"},
		{[]string{"ingest", "--bot", "shop", "--allow-private", site.URL + "/empty"}, 1, "holds no text"},
		{[]string{"ingest", "--bot", "shop", d.write("leer.txt", "")}, 1, "holds no text"},
		{[]string{"ingest", "--bot", "shop", d.write("falsch.docx", "Das ist kein Word.")}, 1, "holds something else"},
		{[]string{"ingest", "--bot", "shop", d.write("programm.exe", "MZ\x00\x00")}, 1, "is a program"},
		{[]string{"ingest", "--bot", "shop", d.write("kreis.pdf", "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF")}, 1, "damaged"},
		{[]string{"ingest", "--bot", "shop", "gibtsnicht.pdf"}, 1, "neither a file"},
		{[]string{"ingest", "--bot", "other", "leer.txt"}, 1, `no bot "other"`},
		{[]string{"ingest", "--bot", "shop"}, 2, ""},
		{[]string{"ask", "--bot", "shop"}, 2, ""},
		{[]string{"search", "--bot", "shop", "--k", "viele", "x"}, 2, "k"},
		{[]string{"nonsense"}, 2, "nonsense"},
		{[]string{"ingest", "--bot", "shop", "--max-pages", "-1", "leer.txt"}, 2, "pages is 1 or more, not -1"},
		{[]string{"ingest", "--bot", "shop", "--max-depth", "-1", site.URL}, 2, "start is 1 or more, not -1"},
		{[]string{"ingest", "--bot", "shop", "--every", "-24h", site.URL}, 1, "every hour at most"},
		{[]string{"ask", "--bot", "shop", "--language", "fr", "Wann?"}, 2, "de or en"},
		{[]string{"sessions", "--bot", "shop", "--limit", "0"}, 2, "1 or more"},
		{[]string{"search", "--bot", "shop", "--k", "0", "x"}, 2, "between 1 and"},
		{[]string{"eval", "--bot", "shop", "--tolerance", "-1", "leer.txt"}, 2, "between 0 and 1"},
		{[]string{"bot", "set", "--bot", "shop", "--personal-region", "XX"}, 1, "no country"},
		{[]string{"bot", "set", "--bot", "shop", "--privacy-url", "datenschutz.html"}, 1, "not one like https://"},
		{[]string{"qa", "add", "--bot", "shop", "???", "Ja."}, 1, "no word"},
		{[]string{"bot", "set", "--bot", "shop"}, 2, "--model"},
		{[]string{"bot", "set", "--bot", "shop", "--retention", "abc"}, 2, `--retention takes a whole number, not "abc": days that conversations are kept`},
		{[]string{"ingest", "--bot", "shop", "--every", "24", site.URL}, 2, `--every takes a duration such as 30m or 24h, not "24"`},
		{[]string{"eval", "--bot", "shop", "--tolerance", "viel", "x"}, 2, `--tolerance takes a number, not "viel"`},
		{[]string{"bot", "set", "--bot", "shop", "--origin", "foo"}, 1, "the name of a website has a dot"},
		{[]string{"bot", "set", "--bot", "shop", "--origin", "ftp://example.de"}, 1, "must begin with https:// or http://"},
		{[]string{"bot", "set", "--bot", "shop", "--origin", "https://*.example.de"}, 1, "without *"},
		{[]string{"bot", "show", "shop", "--bot", "shop"}, 2, "once"},
		{[]string{"bot", "delete", "", "--yes"}, 2, "the name of the bot to delete is empty"},
		{[]string{"bot", "set", "--bot", "shop", "--model", ""}, 2, "--model is PROVIDER/MODEL"},
		{[]string{"bot", "set", "--bot", "shop", "--model", "/qwen3"}, 2, "--model is PROVIDER/MODEL"},
		{[]string{"bot", "list", "--config", "nowhere.toml"}, 2, "configuration file: there is no file nowhere.toml"},
		{[]string{"bot", "create"}, 2, "something is missing; it is written as in: wca bot create NAME"},
		{[]string{"bot", "create", "Haus", "am", "See"}, 2, "quotation marks"},
		{[]string{"bot", "nonsense"}, 2, "see wca bot --help"},
		{[]string{"help", "bot", "nonsense"}, 2, `no command "bot nonsense"`},
		{[]string{"keys", "create", " "}, 1, "a label that says"},
		{[]string{"search", "--bot", "shop", " "}, 2, "the query is empty"},
		{[]string{"ingest", "--bot", "shop", "--include", "/x", d.write("zeiten.md", "Montags ist zu.")}, 2, "leave out --include"},
		{[]string{"ingest", "--bot", "shop", ""}, 1, `"" is neither`},
		{[]string{"extract", "/nowhere/x.pdf"}, 1, "there is no file /nowhere/x.pdf"},
		{[]string{"extract", d.dir}, 2, "is a folder"},
		{[]string{"eval", "--bot", "shop", "nowhere.jsonl"}, 2, "there is no file nowhere.jsonl"},
		{[]string{"ledger", "--bot", "other"}, 1, `no bot "other"`},
		{[]string{"bot", "set", "--bot", "shop", "--personal-off", "EMIAL"}, 1, "ACCOUNT, ADDRESS"},
		{[]string{"bot", "show", "other"}, 1, `no bot "other"`},
		{[]string{"search", "--bot", "shop", "--queries", d.write("fragen.jsonl", `{"query":7}`)}, 1, "line 1 is not a JSON object with id and query, whose value is text\n"},
		{[]string{"bot", "set", "--bot", "shop", "--quiet", "--allow-private"}, 2, "--model"},
		{[]string{"pseudonymise", "--region", "XX"}, 2, "--region"},
	} {
		code, out, messages := d.run("", c.args...)
		if code != c.code || !strings.Contains(messages, c.says) || out != "" || strings.Contains(messages, "goroutine") {
			t.Errorf("wca %s: exit %d, out %q, messages %s", strings.Join(c.args, " "), code, out, messages)
		}
	}
	// A page that says UTF-8 and is Windows-1252 is read right, and all the rest did no harm.
	d.ok("ingest", "--bot", "shop", "--allow-private", site.URL+"/charset")
	if out := d.ok("ask", "--bot", "shop", "Wann ist in der Straße geöffnet?"); !strings.Contains(out, "Übermorgen") {
		t.Errorf("the charset: %s", out)
	}
	if out := d.ok("sources", "--bot", "shop"); strings.Count(out, "failed") < 10 || !strings.Contains(out, "asks for a password") {
		t.Errorf("the sources do not tell what went wrong:\n%s", out)
	}
}

func badSite(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/html")
	switch r.URL.Path {
	case "/robots.txt":
		w.Header().Set("Content-Type", "text/plain")
		fmt.Fprint(w, "User-agent: *\nDisallow: /private/\n")
	case "/login":
		fmt.Fprint(w, "<html><title>Anmelden</title><form><input name=u><input type=password></form></html>")
	case "/huge":
		part := []byte(strings.Repeat("<p>x</p>", 1<<17))
		for range 2048 { // 2 GB
			if _, err := w.Write(part); err != nil {
				return
			}
		}
	case "/loop":
		http.Redirect(w, r, "/loop", http.StatusFound)
	case "/broken":
		w.WriteHeader(http.StatusInternalServerError)
	case "/empty":
	case "/script":
		fmt.Fprint(w, "<html><body><div id=app></div><script>show()</script></body></html>")
	case "/charset":
		fmt.Fprint(w, "<html><head><meta charset=utf-8></head><body><h1>Zeiten</h1><p>Montag ge\xf6ffnet f\xfcr Sie, Stra\xdfe M\xfcller au\xdfer \xdcbermorgen.</p></body></html>")
	default:
		http.NotFound(w, r)
	}
}

func TestAWrongKeyOfAProviderIsNamed_L19(t *testing.T) {
	d := sit(t)
	model := llmfake.New(t, "openai", llmfake.Script{Tokens: []string{"Ja."}})
	d.env = append(d.env, "WCA_PROVIDERS_MINE_KIND=openai", "WCA_PROVIDERS_MINE_BASE_URL="+model.BaseURL(), "WCA_PROVIDERS_MINE_KEY=sk-wrong-key", "WCA_MODEL=mine/m")
	d.ok("bot", "create", "shop")
	d.ok("ingest", "--bot", "shop", d.write("zeiten.md", "# Öffnungszeiten\n\nSamstags ist von 10 bis 16 Uhr geöffnet.\n"))
	code, out, messages := d.run("", "ask", "--bot", "shop", "Wann ist samstags geöffnet?")
	if code != 1 || !strings.Contains(messages, "auth") || strings.Contains(out+messages, "sk-wrong-key") || strings.Count(messages, "\n") != 1 {
		t.Errorf("exit %d, out %q, messages %q", code, out, messages)
	}
}

func TestSettingsThatChangeNothingMakeNoVersion(t *testing.T) {
	d := sit(t)
	d.ok("bot", "create", "shop")
	for _, c := range []struct {
		args []string
		says string
	}{
		{[]string{"--origin", "https://shop.example"}, "Version 2"},
		{[]string{"--origin", "HTTPS://shop.example/"}, "Nothing changed: version 2"},
		{[]string{"--model", "quote", "--personal-region", "de", "--embedding", "none"}, "Nothing changed: version 2"},
		{[]string{"--personal-off", "PLATE"}, "Version 3"},
		{[]string{"--personal-off", "plate"}, "Nothing changed: version 3"},
		{[]string{"--personal-off", ""}, "Version 4"},
		{[]string{"--privacy-url", "https://www.example.de/datenschutz"}, "Version 5"},
		{[]string{"--privacy-url", ""}, "Version 6"},
	} {
		if code, _, messages := d.run("", append([]string{"bot", "set", "--bot", "shop"}, c.args...)...); code != 0 || !strings.Contains(messages, c.says) {
			t.Errorf("wca bot set %v: exit %d, %s", c.args, code, messages)
		}
	}
}

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

func TestFindingNothingSaysSo_K1(t *testing.T) {
	d := sit(t)
	d.ok("bot", "create", "shop")
	for _, c := range []struct {
		args []string
		code int
		says string
	}{
		{[]string{"search", "Fahrrad"}, 3, "reads nothing yet"},
		{[]string{"ask", "Was kostet ein Fahrrad?"}, 3, "reads nothing yet"},
		{[]string{"qa", "list"}, 0, "No answer is written yet"},
		{[]string{"ledger"}, 0, "Nothing of this kind has left"},
		{[]string{"ledger", "--sums"}, 0, "Nothing of this kind has left"},
		{[]string{"erase", "list"}, 0, "Nothing has been erased"},
	} {
		if code, _, messages := d.run("", c.args...); code != c.code || !strings.Contains(messages, c.says) {
			t.Errorf("wca %v: exit %d, %s", c.args, code, messages)
		}
		if code, _, messages := d.run("", append(c.args, "--quiet")...); code != c.code || messages != "" {
			t.Errorf("wca %v --quiet: exit %d, %s", c.args, code, messages)
		}
	}
	for find, says := range map[string]string{"": "There is no conversation.", "max@example.org": "restricted ones are not searched"} {
		code, out, messages := d.run("", "sessions", "--bot", "shop", "--find", find)
		if code != 0 || out != "" || !strings.Contains(messages, says) {
			t.Errorf("--find %q: exit %d, out %q, %s", find, code, out, messages)
		}
	}
}

// A bot whose model's provider is not configured could answer nothing: it is not made, and one whose provider is gone
// says why.
func TestAProviderThatIsNotConfiguredIsNamed(t *testing.T) {
	d := sit(t)
	plain := d.env
	d.env = append(slices.Clone(plain), "WCA_MODEL=nowhere/m")
	if code, out, messages := d.run("", "bot", "create", "shop"); code != 1 || out != "" || !strings.Contains(messages, `The provider "nowhere" is not configured`) {
		t.Errorf("exit %d, out %q, %s", code, out, messages)
	}
	d.env = append(slices.Clone(plain), "WCA_MODEL=mine/m", "WCA_PROVIDERS_MINE_KIND=ollama", "WCA_PROVIDERS_MINE_BASE_URL=http://127.0.0.1:1")
	d.ok("bot", "create", "shop")
	d.ok("ingest", "--bot", "shop", d.write("zeiten.md", "# Öffnungszeiten\n\nSamstags ist von 10 bis 16 Uhr geöffnet.\n"))
	d.env = plain
	if code, out, messages := d.run("", "ask", "--bot", "shop", "Wann ist samstags geöffnet?"); code != 1 || out != "" || !strings.Contains(messages, `The provider "mine" is not configured on this server`) {
		t.Errorf("exit %d, out %q, %s", code, out, messages)
	}
}

// The own service of a provider answers nothing without a key, so none is chosen without one; a server at home may.
func TestAProviderWithoutAKeyIsNamed(t *testing.T) {
	d := sit(t)
	d.ok("bot", "create", "shop")
	d.env = append(d.env, "WCA_PROVIDERS_MINE_KIND=openai")
	for _, args := range [][]string{{"--model", "mine/m"}, {"--embedding", "mine/m"}} {
		if code, _, messages := d.run("", append([]string{"bot", "set"}, args...)...); code != 1 || !strings.Contains(messages, `The provider "mine" has no key on this server: set WCA_PROVIDERS_MINE_KEY`) {
			t.Errorf("wca bot set %v: exit %d, %s", args, code, messages)
		}
	}
	if code, _, messages := d.run("", "config", "show"); code != 0 || !strings.Contains(messages, "WCA_PROVIDERS_MINE_KEY") {
		t.Errorf("wca config show: exit %d, %s", code, messages)
	}
	if code, _, messages := d.run("", "config", "show", "--quiet"); code != 0 || messages != "" {
		t.Errorf("wca config show --quiet: exit %d, %s", code, messages)
	}
	d.env = append(d.env, "WCA_PROVIDERS_MINE_BASE_URL=http://127.0.0.1:1/v1")
	if code, _, messages := d.run("", "bot", "set", "--model", "mine"); code != 1 || !strings.Contains(messages, "write it as mine/MODEL") {
		t.Errorf("without a model: exit %d, %s", code, messages)
	}
	d.ok("bot", "set", "--model", "mine/m")
	d.env = slices.DeleteFunc(d.env, func(v string) bool { return strings.HasPrefix(v, "WCA_PROVIDERS_MINE_BASE_URL") })
	if code, _, messages := d.run("", "bot", "set", "--privacy-url", "https://www.example.de/datenschutz"); code != 0 || !strings.Contains(messages, "has no key") {
		t.Errorf("another setting: exit %d, %s", code, messages)
	}
}

func TestEverythingThatIsSetForABotIsShown(t *testing.T) {
	d := sit(t)
	d.env = append(d.env, "WCA_PROVIDERS_MINE_KIND=openai", "WCA_PROVIDERS_MINE_KEY=sk-very-secret-1234")
	id := strings.TrimSpace(d.ok("bot", "create", "shop"))
	d.ok("bot", "set", "--model", "mine/m", "--instructions", "Sei kurz.\nSei freundlich.", "--check", "withhold", "--origin", "www.example.de", "--origin", "http://localhost:3000",
		"--privacy-url", "https://www.example.de/datenschutz", "--retention", "30", "--retention-mode", "anonymise", "--ledger-days", "7",
		"--personal-off", "PLATE", "--personal-public", "info@example.de", "--personal-always", "Projekt Falke", "--personal-open-pages", "team", "--personal-region", "AT")
	for _, args := range [][]string{{"bot", "show"}, {"bot", "show", "shop"}, {"bot", "show", "--bot", id}} {
		out := d.ok(args...)
		for _, shown := range []string{
			id, "version 2", "mine/m", "Sei freundlich.", "withhold", "https://www.example.de, http://localhost:3000", "https://www.example.de/datenschutz",
			"30 days", "anonymise", "ledger-days", "PLATE", "info@example.de", "Projekt Falke", "team", "AT",
		} {
			if !strings.Contains(out, shown) {
				t.Errorf("wca %v lacks %q:\n%s", args, shown, out)
			}
		}
		if strings.Contains(out, "secret") {
			t.Errorf("a secret is shown: %s", out)
		}
	}
	var shown struct {
		PublicID string `json:"public_id"`
		Version  int
		Settings bot.Settings
	}
	if out := d.ok("bot", "show", "--json"); json.Unmarshal([]byte(out), &shown) != nil || shown.PublicID != id || shown.Version != 2 || shown.Settings.Model.Name != "m" || strings.Contains(out, "secret") {
		t.Errorf("as JSON: %s", out)
	}
	if out := d.ok("bot", "list", "--json"); !strings.Contains(out, `"public_id":"`+id+`"`) || strings.Contains(out, "settings") {
		t.Errorf("the list as JSON: %s", out)
	}
}

// What serving needs to be right is told by every command.
func TestAWrongProxyIsToldAtOnce(t *testing.T) {
	d := sit(t)
	d.env = append(d.env, "WCA_TRUSTED_PROXIES=proxy.local")
	for _, args := range [][]string{{"config", "show"}, {"bot", "list"}, {"serve"}} {
		if code, _, messages := d.run("", args...); code != 2 || !strings.Contains(messages, `"proxy.local" is neither an address nor a network`) {
			t.Errorf("wca %v: exit %d, %s", args, code, messages)
		}
	}
}

func TestWhatWasDoneIsSaid(t *testing.T) {
	d := sit(t)
	shop := httptest.NewServer(aShop())
	defer shop.Close()
	d.ok("bot", "create", "shop")
	read := func(pattern string) string {
		code, _, messages := d.run("", "ingest", "--bot", "shop", "--allow-private", "--include", pattern, shop.URL+"/")
		if code != 0 {
			t.Fatalf("exit %d, %s", code, messages)
		}
		return messages
	}
	if got := read("preis"); !strings.Contains(got, "Nothing but the start address fits --include") {
		t.Errorf("a pattern that fits nothing: %s", got)
	}
	if got := read("/**"); strings.Contains(got, "--include") {
		t.Errorf("a pattern that fits all: %s", got)
	}
	_, _, messages := d.run("", "bot", "delete", "shop", "--yes")
	if receipts := d.ok("erase", "list"); !strings.Contains(messages, `"shop" was deleted`) || !strings.Contains(messages, strings.Fields(receipts)[0]) {
		t.Errorf("deleting says %q, the receipts are %s", messages, receipts)
	}
}
