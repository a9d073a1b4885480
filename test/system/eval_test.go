package system

import (
	"encoding/json"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/demo"
	"github.com/webchatagent/wca/internal/trial"
)

func TestABotIsTriedAndComparedWithBefore(t *testing.T) {
	d := sit(t)
	site := httptest.NewServer(demo.Site(demo.Options{}))
	t.Cleanup(site.Close)
	d.ok("bot", "create", "shop")
	d.ok("ingest", "--bot", "shop", "--allow-private", site.URL)
	questions := d.write("questions.jsonl", `{"question":"Wie lange hat der Laden am Samstag geöffnet?","document":"/de/oeffnungszeiten","text":"16 Uhr"}
{"question":"How long do I have to return something I bought online?","document":"/en/returns"}
{"question":"Wer hat die Fußball-Weltmeisterschaft 2014 gewonnen?","refuse":true}
`)
	var r trial.Report
	must(t, json.Unmarshal([]byte(d.ok("eval", "--bot", "shop", questions, "--json", "--save", "before.json")), &r))
	if r.Cases != 3 || r.RecallAt5 != 1 || r.Correct != 1 || r.Refused != 1 || len(r.Outcomes) != 3 {
		t.Errorf("%+v", r)
	}
	if out := d.ok("eval", "--bot", "shop", questions, "--baseline", "before.json"); !strings.Contains(out, "recall@5") || !strings.Contains(out, "was 1.000") {
		t.Errorf("the table: %s", out)
	}
	d.ok("qa", "add", "--bot", "shop", "Wie lange hat der Laden am Samstag geöffnet?", "Gar nicht.")
	for range 2 { // a worse report does not become what is compared with
		if code, _, messages := d.run("", "eval", "--bot", "shop", questions, "--baseline", "before.json", "--save", "before.json"); code != 1 || !strings.Contains(messages, "correct fell") {
			t.Errorf("a regression: exit %d, %s", code, messages)
		}
	}
	if code, _, messages := d.run("", "eval", "--bot", "shop", d.write("wrong.jsonl", `{"question":"a"}`)); code != 2 || !strings.Contains(messages, "expects nothing") {
		t.Errorf("a wrong file: exit %d, %s", code, messages)
	}
	few := d.write("few.jsonl", `{"question":"Wie lange hat der Laden am Samstag geöffnet?","text":"Gar nicht"}`)
	if code, _, messages := d.run("", "eval", "--bot", "shop", few, "--baseline", "before.json"); code != 0 || !strings.Contains(messages, "other questions") {
		t.Errorf("compared with other questions: exit %d, %s", code, messages)
	}
	if code, _, messages := d.run("", "eval", "--bot", "shop", few, "--save", few); code != 2 || !strings.Contains(messages, "would replace the questions") {
		t.Errorf("--save into the questions: exit %d, %s", code, messages)
	}
	if code, out, messages := d.run("", "eval", "--bot", "shop", few, "--save", "no/folder/x.json"); code != 2 || out != "" || !strings.Contains(messages, "there is no folder no/folder") {
		t.Errorf("no place for the report: exit %d, %s, %s", code, out, messages)
	}
	if out := d.ok("gaps", "--bot", "shop", "--json"); out != "" {
		t.Errorf("the trial left gaps behind: %s", out)
	}
}
