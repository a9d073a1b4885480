package system

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	llmfake "github.com/webchatagent/wca/test/fake/llm"
)

func withModel(t *testing.T, scripts ...llmfake.Script) (*instance, *llmfake.Server) {
	t.Helper()
	return withModelOn(t, nil, scripts...)
}

func withModelOn(t *testing.T, settings map[string]string, scripts ...llmfake.Script) (*instance, *llmfake.Server) {
	t.Helper()
	model := llmfake.New(t, "openai", scripts...)
	return beginWith(t, settings, model, "WCA_PROVIDERS_FAKE_REGION=EU").read(), model
}

// ends waits until a model is no longer listened to.
func ends(t *testing.T, model *llmfake.Server) {
	t.Helper()
	select {
	case <-model.Gone():
	case <-time.After(5 * time.Second):
		t.Error("the model goes on for nobody")
	}
}

func TestAModelAnswersFromThePassages_C3_L14(t *testing.T) {
	i, model := withModel(t, llmfake.Script{Tokens: []string{"Samstags ", "bis 16 Uhr [", "1]. Mehr [9", "9]."}})
	got := i.ask("", "Wie lange hat der Laden am Samstag geöffnet?")
	if got.Text != "Samstags bis 16 Uhr [1]. Mehr." || got.Streamed != got.Text || len(got.Citations) != 1 {
		t.Errorf("got %+v", got)
	}
	body := string(model.Requests()[0].Body)
	if !strings.Contains(body, "von 10 bis 16 Uhr") || strings.Contains(body, i.bot.PublicID) || strings.Contains(body, got.Session) {
		t.Errorf("sent %s", body)
	}
}

func TestAFailingModelIsExplainedToTheVisitorAndTheOwner_L19_L20(t *testing.T) {
	i, _ := withModel(t, llmfake.Script{Status: 401})
	got := i.ask("", "Wie lange hat der Laden am Samstag geöffnet?")
	if !strings.Contains(got.Error, "wenden Sie sich direkt an uns") {
		t.Errorf("the visitor reads %q", got.Error)
	}
	body := i.do("POST", "/v1/bots/"+i.bot.ID+"/answers", `{"question":"Wann ist am Samstag geöffnet?"}`, "Authorization", "Bearer "+i.key, "Origin", "")
	text := i.text(body)
	if body.StatusCode != http.StatusServiceUnavailable || !strings.Contains(text, "model_auth") || strings.Contains(text, llmfake.Key) {
		t.Errorf("the owner reads status %d, %s", body.StatusCode, text)
	}
	if strings.Contains(i.log.String(), llmfake.Key) {
		t.Error("the key stands in the log")
	}
}

func TestACutAnswerIsKeptAndMarked_F13(t *testing.T) {
	i, _ := withModel(t, llmfake.Script{Tokens: []string{"Samstags ", "bis 16 Uhr [1]."}, CutAfter: 1})
	got := i.ask("", "Wie lange hat der Laden am Samstag geöffnet?")
	if !strings.Contains(got.Error, "abgebrochen") || got.Streamed != "Samstags" {
		t.Errorf("got %+v", got)
	}
	m, err := i.app.Desk.Message(t.Context(), i.bot, got.Session, got.Answer)
	must(t, err)
	if m.State != "failed" || m.Text != "Samstags" {
		t.Errorf("stored %+v", m)
	}
}

// What had been held back of a sentence when the model broke off is judged, too.
func TestACutAnswerHidesNoWrongNumber_F13_C3(t *testing.T) {
	for tokens, want := range map[string]string{
		"Samstags |ist bis |18:30 |Uhr |geöffnet":                             "Samstags ist bis 18:30 Uhr (nicht in unseren Quellen)",
		"Samstags bis 16 Uhr [1]. |Buchen |Sie auf https://termin|.example/|": "Samstags bis 16 Uhr [1]. Buchen Sie auf termin (nicht in unseren Quellen)",
	} {
		list := strings.Split(tokens, "|")
		i, _ := withModel(t, llmfake.Script{Tokens: list, CutAfter: len(list) - 1})
		got := i.ask("", "Wie lange hat der Laden am Samstag geöffnet?")
		if want, ok := strings.CutSuffix(want, " (nicht in unseren Quellen)"); !ok || !strings.HasPrefix(got.Streamed, want) || !strings.HasSuffix(strings.TrimSpace(got.Streamed), " (nicht in unseren Quellen)") {
			t.Errorf("shown %q, want %q", got.Streamed, want)
		}
		m, err := i.app.Desk.Message(t.Context(), i.bot, got.Session, got.Answer)
		must(t, err)
		if m.Text != strings.TrimSpace(got.Streamed) {
			t.Errorf("stored %q, shown %q", m.Text, got.Streamed)
		}
	}
}

func TestStoppingCancelsTheModelAndKeepsTheText_A44(t *testing.T) {
	between := make(chan struct{})
	i, model := withModel(t, llmfake.Script{Tokens: []string{"Samstags ", "bis 16 Uhr."}, Between: between})
	response := i.do("POST", i.chat("/messages"), `{"text":"Wie lange hat der Laden am Samstag geöffnet?"}`)
	var session, answer, done string
	events(t, response.Body, func(name string, data []byte) {
		switch name {
		case "start":
			var e struct{ Session, Answer string }
			must(t, json.Unmarshal(data, &e))
			session, answer = e.Session, e.Answer
		case "delta":
			if s := i.do("POST", i.chat("/messages/"+answer+"/stop"), "", "WCA-Session", session).StatusCode; s != http.StatusNoContent {
				t.Errorf("stopping: status %d", s)
			}
		case "done":
			done = string(data)
		}
	})
	if !strings.Contains(done, `"stopped":true`) || !strings.Contains(done, "Samstags") {
		t.Errorf("got %s", done)
	}
	ends(t, model)
}

func TestAnAnswerIsFinishedForAVisitorWhoLeft_A61(t *testing.T) {
	between := make(chan struct{})
	i, _ := withModel(t, llmfake.Script{Tokens: []string{"Samstags ", "bis 16 Uhr [1]."}, Between: between})
	response := i.do("POST", i.chat("/messages"), `{"text":"Wie lange hat der Laden am Samstag geöffnet?"}`)
	buffer := make([]byte, 4096)
	n, err := response.Body.Read(buffer)
	must(t, err)
	_, rest, _ := strings.Cut(string(buffer[:n]), `"session":"`)
	session, rest, _ := strings.Cut(rest, `"`)
	_, rest, _ = strings.Cut(rest, `"answer":"`)
	answer, _, _ := strings.Cut(rest, `"`)
	response.Body.Close() // the visitor's connection breaks
	close(between)
	i.app.Desk.Running.Wait(t.Context())
	m, err := i.app.Desk.Message(t.Context(), i.bot, session, answer)
	must(t, err)
	if m.State != "done" || m.Text != "Samstags bis 16 Uhr [1]." {
		t.Errorf("stored %+v", m)
	}
}

func TestAnAnswerThatMayGoOnNoFurtherShowsIt(t *testing.T) {
	for said, want := range map[string]string{"Samstags bis 16 Uhr [1]. Außerdem ist": "Außerdem ist …", "Samstags bis 16 Uhr [1].": "16 Uhr"} {
		i, _ := withModel(t, llmfake.Script{Tokens: strings.SplitAfter(said, " "), Finish: "length"})
		whole := i.ask("", "Wie lange hat der Laden am Samstag geöffnet?").Streamed
		if !strings.Contains(whole, want) || strings.Contains(whole, "…") != strings.Contains(want, "…") {
			t.Errorf("%q became %q", said, whole)
		}
	}
}

// A model that does not end is ended: the visitor's page, the database and the processor have a limit.
func TestAModelThatDoesNotEndIsEnded(t *testing.T) {
	tokens := make([]string, 200_000)
	for n := range tokens {
		tokens[n] = "Samstags bis 16 Uhr. "
	}
	i, model := withModel(t, llmfake.Script{Tokens: tokens})
	got := i.ask("", "Wie lange hat der Laden am Samstag geöffnet?")
	if got.Error != "" || len(got.Text) < 4_000 || len(got.Text) > 30_000 {
		t.Errorf("%d bytes, error %q", len(got.Text), got.Error)
	}
	ends(t, model)
}

// A process is killed while a model writes. The next one says so to the visitor, and who was asked.
func TestAnAnswerThatAKilledProcessLeftIsNotForever_A61(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		before := make(chan struct{})
		defer close(before)
		i, model := withModelOn(t, settings, llmfake.Script{Tokens: []string{"Nie."}, Before: before})
		response := i.do("POST", i.chat("/messages"), `{"text":"Wie lange hat der Laden am Samstag geöffnet? Antwort an erika@example.org"}`)
		buffer := make([]byte, 4096)
		n, err := response.Body.Read(buffer)
		must(t, err)
		_, rest, _ := strings.Cut(string(buffer[:n]), `"session":"`)
		session, _, _ := strings.Cut(rest, `"`)
		model.Await(1)
		// What the database holds now is what a killed process leaves; the next server looks at its start.
		closed, err := i.app.DB.FailStreaming(t.Context(), time.Now().Add(time.Second))
		must(t, err)
		if closed != 1 {
			t.Errorf("%d answers were closed", closed)
		}
		_, export := i.told("GET", "/session/export", "", session, "Accept", "text/plain")
		var data struct {
			Messages []struct{ Replaced map[string]int }
		}
		_, exported := i.told("GET", "/session/export", "", session)
		must(t, json.Unmarshal([]byte(exported), &data))
		if len(data.Messages) != 2 || data.Messages[1].Replaced["EMAIL"] < 2 { // the visitor's and the firm's own
			t.Fatalf("exported was %s", exported)
		}
		replaced := fmt.Sprintf("ersetzt, in Ihren Fragen und in den Textstellen: %d\u00a0×\u00a0E-Mail-Adressen", data.Messages[1].Replaced["EMAIL"])
		for _, want := range []string{"Sprachmodell fake/m", "Antwort wurde nicht fertig", replaced} {
			if !strings.Contains(export, want) {
				t.Errorf("%q is missing in %s", want, export)
			}
		}
		if _, messages := i.told("GET", "/messages", "", session); !strings.Contains(messages, `"state":"failed"`) || strings.Contains(messages, "streaming") {
			t.Errorf("the visitor is shown %s", messages)
		}
		must(t, i.app.Desk.EndUnwanted(t.Context()))
	})
}
