package system

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/demo"
)

type cliHit struct {
	Document, Title, URL, Passage string
	Score                         float64
}

type cliCitation struct {
	N                             int
	Document, Title, URL, Passage string
	Language                      string
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
	readsAsJSON(t, d, site.URL)
	findsAsJSON(t, d)
	answersAsJSON(t, d)
	extractsAsJSON(t, d)
	masksAsJSON(t, d)
	if out := d.ok("version"); !strings.Contains(out, "test") {
		t.Errorf("version prints %q", out)
	}
}

// readsAsJSON looks at what is told of reading, and of what was read.
func readsAsJSON(t *testing.T, d *desk, address string) {
	t.Helper()
	type event struct {
		Event, Address, State, Code, Reason, Message, Effect string
		Status                                               int
		Counts                                               map[string]int
	}
	events := lines[event](t, d.ok("ingest", "--bot", "shop", "--json", "--allow-private", address, "preise.csv"))
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
}

// findsAsJSON looks at what is found.
func findsAsJSON(t *testing.T, d *desk) {
	t.Helper()
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
}

// answersAsJSON looks at an answer and at a refusal.
func answersAsJSON(t *testing.T, d *desk) {
	t.Helper()
	type answer struct {
		Answer, ID, Session string
		Refused             bool
		Citations           []cliCitation
	}
	answers := lines[answer](t, d.ok("ask", "--bot", "shop", "--json", "Wie lange hat der Laden am Samstag geöffnet?"))
	if len(answers) != 1 || answers[0].Refused || len(answers[0].Citations) != 1 || answers[0].Citations[0].N != 1 || answers[0].Citations[0].Language != "de" || !strings.Contains(answers[0].Answer, "[1]") {
		t.Errorf("answer: %+v", answers)
	}
	code, out, _ := d.run("", "ask", "--bot", "shop", "--json", "Wer hat die Fußball-Weltmeisterschaft 2014 gewonnen?")
	if refused := lines[answer](t, out); code != 3 || len(refused) != 1 || !refused[0].Refused || refused[0].Citations == nil {
		t.Errorf("a refusal: exit %d, %s", code, out)
	}
	if out := d.ok("ask", "--bot", "shop", "Wie lange hat der Laden am Samstag geöffnet?"); !strings.Contains(out, "16 Uhr") || strings.HasPrefix(out, "{") {
		t.Errorf("an answer for people: %s", out)
	}
}

// extractsAsJSON looks at what a file says, and its bytes at the standard input.
func extractsAsJSON(t *testing.T, d *desk) {
	t.Helper()
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
}

// masksAsJSON looks at what was replaced.
func masksAsJSON(t *testing.T, d *desk) {
	t.Helper()
	type masked struct {
		ID, Text string
		Entities []struct {
			Start, End        int
			Type, Placeholder string
		}
	}
	_, out, _ := d.run(`{"id":"1","text":"Grüße an max@firma.de 🙂 und +49 511 1234567"}`+"\n", "pseudonymise", "--json")
	if got := lines[masked](t, out); len(got) != 1 || len(got[0].Entities) != 2 || got[0].Entities[0].Start != 9 || got[0].Entities[0].End != 21 || strings.Contains(out, "max@") ||
		!strings.Contains(got[0].Text, got[0].Entities[0].Placeholder) {
		t.Errorf("masked: %s", out)
	}
}

type countsLine struct {
	Pending, Done, Skipped, Failed, Gone, New, Changed, Unchanged, Removed, Kept, Scripted, Documents, Passages int
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
	for says, given := range map[string][]string{"There is no conversation.": nil, "restricted ones are not searched": {"--find", "max@example.org"}} {
		code, out, messages := d.run("", append([]string{"sessions", "--bot", "shop"}, given...)...)
		if code != 0 || out != "" || !strings.Contains(messages, says) {
			t.Errorf("%q: exit %d, out %q, %s", given, code, out, messages)
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

func TestOneOfSomethingIsCountedAsOne(t *testing.T) {
	d := sit(t)
	d.env = append(d.env, "WCA_LEDGER_YEARS=1", "WCA_ERASURE_YEARS=1", "WCA_LOG_DAYS=1")
	d.ok("bot", "create", "shop")
	d.ok("bot", "set", "--bot", "shop", "--retention", "1", "--ledger-days", "1")
	_, _, read := d.run("", "ingest", "--bot", "shop", d.write("zeiten.txt", "Samstags ist von 10 bis 16 Uhr geöffnet."))
	_, _, unsure := d.run("", "bot", "delete", "shop")
	said := map[string]string{
		"ingest": read, "bot delete": unsure, "workspace": d.ok("workspace"), "sources": d.ok("sources", "--bot", "shop"), "retention": d.ok("retention", "--bot", "shop"),
		"prove": d.ok("prove"), "prove --json": d.ok("prove", "--json"), "bot show": d.ok("bot", "show", "--bot", "shop"),
	}
	for what, wants := range map[string][]string{
		"ingest": {"1 document, 1 passage\n"}, "bot delete": {"with 1 source, 1 document and"}, "workspace": {"1 bot\n"}, "sources": {"1 document ", "1 passage "},
		"retention": {"deleted 1 day after", "for 1 day.", "go 1 year after"}, "prove": {"deleted after 1 day.", "go 1 year after the end of theirs, receipts of erasures after 1 year."},
		"prove --json": {"gelöscht wird nach 1 Tag.", "gehen 1 Jahr nach dem Ende ihres Jahres, Belege über Löschungen nach 1 Jahr."}, "bot show": {"1 day\n"},
	} {
		for _, want := range wants {
			if !strings.Contains(said[what], want) {
				t.Errorf("wca %s: no %q in %s", what, want, said[what])
			}
		}
	}
}

func TestABotIsRenamed(t *testing.T) {
	d := sit(t)
	d.ok("bot", "create", "segel")
	d.ok("bot", "create", "other")
	d.ok("bot", "rename", "segel", "Segelschule Born")
	if out := d.ok("bot", "list"); !strings.Contains(out, "Segelschule Born") || strings.Contains(out, "segel ") {
		t.Errorf("the bots: %s", out)
	}
	for _, wrong := range []struct {
		given []string
		code  int
		says  string
	}{
		{[]string{"other", "Segelschule Born"}, 1, "already a bot"},
		{[]string{"other", ""}, 2, "1 to 100 characters"},
		{[]string{"", "new"}, 2, "is empty"},
		{[]string{"segel", "new"}, 1, "no bot"},
	} {
		if code, _, messages := d.run("", append([]string{"bot", "rename"}, wrong.given...)...); code != wrong.code || !strings.Contains(messages, wrong.says) {
			t.Errorf("wca bot rename %q: exit %d, %s", wrong.given, code, messages)
		}
	}
}

func TestTheWorkspaceAsJSON(t *testing.T) {
	d := sit(t)
	d.ok("bot", "create", "shop")
	var w struct {
		ID, Name string
		Bots     int
	}
	if err := json.Unmarshal([]byte(d.ok("workspace", "--json")), &w); err != nil || !strings.HasPrefix(w.ID, "ws_") || w.Name == "" || w.Bots != 1 {
		t.Errorf("%+v, %v", w, err)
	}
}

// Whose vectors are set is not whose are compared while a provider fails: who looks is told.
func TestVectorsThatAreNotInUseYet(t *testing.T) {
	gone := httptest.NewServer(http.NotFoundHandler())
	t.Cleanup(gone.Close)
	d := sit(t)
	d.env = append(d.env, "WCA_PROVIDERS_NEAR_KIND=compatible", "WCA_PROVIDERS_NEAR_BASE_URL="+gone.URL)
	d.ok("bot", "create", "shop")
	d.ok("ingest", "--bot", "shop", d.write("zeiten.txt", "Samstags ist von 10 bis 16 Uhr geöffnet."))
	if code, _, said := d.run("", "bot", "set", "--bot", "shop", "--embedding", "near/text-3"); code != 1 || !strings.Contains(said, "near/text-3") {
		t.Errorf("%d: %s", code, said)
	}
	if shown := d.ok("bot", "show", "shop"); !strings.Contains(shown, "not in use yet, search compares the built-in vectors") {
		t.Error(shown)
	}
	if shown := d.ok("bot", "show", "shop", "--json"); strings.Contains(shown, `"embedding":"near`) {
		t.Error(shown)
	}
	d.ok("bot", "set", "--bot", "shop", "--embedding", "none")
	if shown := d.ok("bot", "show", "shop"); strings.Contains(shown, "not in use yet") {
		t.Error(shown)
	}
}
