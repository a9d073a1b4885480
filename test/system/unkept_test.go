package system

import (
	"bytes"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	llmfake "github.com/webchatagent/wca/test/fake/llm"
)

// holds tells which files of the data directory hold a text.
func (d *desk) holds(text string) []string {
	d.t.Helper()
	var found []string
	must(d.t, filepath.WalkDir(d.data, func(path string, e fs.DirEntry, err error) error {
		if err != nil || !e.Type().IsRegular() {
			return err
		}
		content, err := os.ReadFile(path)
		if bytes.Contains(content, []byte(text)) {
			found = append(found, path)
		}
		return err
	}))
	return found
}

// What the program asks itself leaves neither texts nor receipts among those of visitors.
func TestQuestionsOfTheCommandLineLeaveNothing_K2(t *testing.T) {
	d := sit(t)
	model := llmfake.New(t, "openai", llmfake.Script{Tokens: []string{"Kanarienantwort: samstags von 10 bis 16 Uhr [1]."}})
	d.env = append(append(d.env, configured("mine", model)...), "WCA_MODEL=mine/m")
	d.ok("bot", "create", "shop")
	d.ok("ingest", "--bot", "shop", d.write("zeiten.md", "# Öffnungszeiten\n\nSamstags ist von 10 bis 16 Uhr geöffnet.\n"))
	if out := d.ok("ask", "Kanarienfrage: Wann ist samstags geöffnet?"); !strings.Contains(out, "Kanarienantwort") {
		t.Fatalf("the answer: %s", out)
	}
	d.run("", "ask", "Kanarienfrage: Wie heißt der Bürgermeister?")
	d.ok("eval", d.write("questions.jsonl", `{"question":"Kanarienfrage: Wann ist samstags geöffnet?","text":"16 Uhr"}`+"\n"))
	if n := len(model.Requests()); n != 2 {
		t.Fatalf("%d requests", n)
	}
	for _, args := range [][]string{{"erase", "list"}, {"sessions"}, {"gaps", "--json"}} {
		if out := d.ok(args...); out != "" {
			t.Errorf("wca %v: %s", args, out)
		}
	}
	for _, text := range []string{"Kanarienfrage", "Kanarienantwort"} {
		if files := d.holds(text); files != nil {
			t.Errorf("%s stands in %v", text, files)
		}
	}
	if out := d.ok("ledger", "--purpose", "model"); strings.Count(out, "\n") != 2 {
		t.Errorf("the ledger: %s", out)
	}
}

func TestAnInterruptEndsAnAnswerAtTheCommandLine(t *testing.T) {
	d := sit(t)
	model := llmfake.New(t, "openai", llmfake.Script{Tokens: []string{"Nie."}, Before: make(chan struct{})})
	d.env = append(append(d.env, configured("mine", model)...), "WCA_MODEL=mine/m")
	d.ok("bot", "create", "shop")
	d.ok("ingest", "--bot", "shop", d.write("zeiten.md", "# Öffnungszeiten\n\nSamstags ist von 10 bis 16 Uhr geöffnet.\n"))
	questions := d.write("questions.jsonl", `{"question":"Kanarienfrage: Wann ist samstags geöffnet?","text":"16 Uhr"}`+"\n")
	for asked, args := range [][]string{{"ask", "Kanarienfrage: Wann ist samstags geöffnet?"}, {"eval", questions}} {
		cmd := exec.CommandContext(t.Context(), os.Args[0], args...)
		cmd.Dir, cmd.Env = d.dir, d.env
		var out, messages bytes.Buffer
		cmd.Stdout, cmd.Stderr = &out, &messages
		must(t, cmd.Start())
		model.Await(asked + 1)
		began := time.Now()
		must(t, cmd.Process.Signal(os.Interrupt))
		err := cmd.Wait()
		if took := time.Since(began); err == nil || cmd.ProcessState.ExitCode() != 1 || took > 5*time.Second || out.Len() > 0 || !strings.Contains(messages.String(), "interrupted") {
			t.Errorf("wca %s: %v after %v, out %q, %s", args[0], err, took, out.String(), messages.String())
		}
		<-model.Gone()
	}
	if out := d.ok("sessions"); out != "" {
		t.Errorf("conversations: %s", out)
	}
	if files := d.holds("Kanarienfrage"); files != nil {
		t.Errorf("the question stands in %v", files)
	}
}
