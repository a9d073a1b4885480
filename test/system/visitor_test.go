package system

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/source"
	llmfake "github.com/webchatagent/wca/test/fake/llm"
	"github.com/webchatagent/wca/test/postgres"
)

func each(t *testing.T, test func(t *testing.T, settings map[string]string)) {
	t.Run("sqlite", func(t *testing.T) { test(t, nil) })
	t.Run("postgres", func(t *testing.T) { test(t, map[string]string{"database": postgres.New(t)}) })
}

// What comes nearest to an answer is shown as such, with its source, and counts as no answer.
func TestARefusalShowsWhatComesNearest(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		i := begin(t, settings).read()
		for question, want := range map[string]struct{ said, quoted, document string }{
			"Do you sell used tents?":                               {"This comes nearest:", "[1]", "/en/"},
			"Darf ich Sonntagmittag vorbeikommen und parken?":       {"Am nächsten kommt diese Stelle:", "[1]", "/de/"},
			"Wie viele Gänge hat das Rad?":                          {"Am nächsten kommt diese Stelle:", "[1]", "/de/"}, // which of them is meant?
			"Wer hat die Fußball-Weltmeisterschaft 2014 gewonnen?":  {"leider nichts gefunden", "", ""},
			"Who wrote the libretto of Verdi's opera of the Egypt?": {"could not find anything", "", ""},
		} {
			got := i.ask("", question)
			if !got.Refused || !strings.Contains(got.Text, want.said) || !strings.Contains(got.Text, want.quoted) || got.Streamed != got.Text {
				t.Errorf("%s: %+v", question, got)
			}
			if want.quoted == "" && len(got.Citations) > 0 || want.quoted != "" && (len(got.Citations) != 1 || !strings.Contains(got.Citations[0].Document, want.document)) {
				t.Errorf("%s: cited %+v", question, got.Citations)
			}
			if !strings.Contains(got.Text, "@speichenhof.example") {
				t.Errorf("%s: nobody is named who could know: %s", question, got.Text)
			}
		}
		gaps, err := i.app.DB.Gaps(t.Context(), i.bot.Workspace, i.bot.ID, 10, 0)
		must(t, err)
		if len(gaps) != 5 {
			t.Errorf("%d gaps: %+v", len(gaps), gaps)
		}
	})
}

func TestAVisitorAsksAndEndsTheChat_C3_E1_E4(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		i := begin(t, settings).read()
		first := i.ask("", "Wie lange hat der Laden am Samstag geöffnet?")
		if first.Session == "" || first.Refused || !strings.Contains(first.Text, "16 Uhr") || first.Streamed != first.Text {
			t.Fatalf("got %+v", first)
		}
		if len(first.Citations) == 0 || !strings.HasSuffix(first.Citations[0].Document, "/de/oeffnungszeiten") || !strings.Contains(first.Text, "[1]") {
			t.Errorf("cited %+v", first.Citations)
		}
		next := i.ask(first.Session, "und am Sonntag?")
		if next.Session != first.Session || !strings.Contains(next.Text, "onntag") {
			t.Errorf("the follow-up: %+v", next)
		}
		refused := i.ask(first.Session, "Wer hat die Fußball-Weltmeisterschaft 2014 gewonnen?")
		if !refused.Refused || len(refused.Citations) != 0 || !strings.Contains(refused.Text, "leider") {
			t.Errorf("off topic: %+v", refused)
		}
		if hello := i.ask(first.Session, "Hallo!"); hello.Refused || !strings.Contains(hello.Text, "Guten Tag") {
			t.Errorf("a greeting: %+v", hello)
		}
		if left := i.ask("", "erika@example.org"); left.Refused || len(left.Citations) != 0 || !strings.Contains(left.Text, "„Meine Daten“") {
			t.Errorf("contact data: %+v", left)
		}
		english := i.ask(first.Session, "How long do I have to return something I bought online?")
		if len(english.Citations) == 0 || !strings.Contains(english.Citations[0].Document, "/en/") {
			t.Errorf("an English question: %+v", english)
		}

		var history struct {
			Messages []struct{ ID, Role, Text, Feedback string }
		}
		must(t, json.Unmarshal([]byte(i.text(i.do("GET", i.chat("/messages"), "", "WCA-Session", first.Session))), &history))
		if len(history.Messages) != 10 || history.Messages[1].Text != first.Text || history.Messages[0].Role != "visitor" {
			t.Errorf("history: %+v", history)
		}
		if s := i.do("PUT", i.chat("/messages/"+first.Answer+"/feedback"), `{"value":"up"}`, "WCA-Session", first.Session).StatusCode; s != http.StatusNoContent {
			t.Errorf("feedback: status %d", s)
		}
		if s := i.do("PUT", i.chat("/messages/"+first.Question+"/feedback"), `{"value":"up"}`, "WCA-Session", first.Session).StatusCode; s != http.StatusNotFound {
			t.Errorf("feedback on a question: status %d", s)
		}
		export := i.text(i.do("GET", i.chat("/session/export"), "", "WCA-Session", first.Session))
		if !strings.Contains(export, "16 Uhr") || strings.Contains(export, first.Session) {
			t.Errorf("export: %s", export)
		}

		gaps, err := i.app.DB.Gaps(t.Context(), i.bot.Workspace, i.bot.ID, 10, 0)
		must(t, err)
		if len(gaps) != 1 || !strings.Contains(gaps[0].Question, "Weltmeisterschaft") {
			t.Errorf("gaps: %+v", gaps)
		}
		if s := i.do("DELETE", i.chat("/session"), "", "WCA-Session", first.Session).StatusCode; s != http.StatusOK {
			t.Errorf("ending: status %d", s)
		}
		for _, call := range []*http.Response{
			i.do("GET", i.chat("/messages"), "", "WCA-Session", first.Session),
			i.do("POST", i.chat("/messages"), `{"text":"Hallo?"}`, "WCA-Session", first.Session),
			i.do("DELETE", i.chat("/session"), "", "WCA-Session", first.Session),
			i.do("GET", i.chat("/messages"), "", "WCA-Session", "s_invented"),
		} {
			if call.StatusCode != http.StatusGone {
				t.Errorf("%s after the end: status %d", call.Request.Method, call.StatusCode)
			}
		}
		if log := i.log.String(); strings.Contains(log, "Samstag") || strings.Contains(log, first.Session) || strings.Contains(log, "127.0.0.1:") {
			t.Errorf("the log holds what it must not: %s", log)
		}
	})
}

// What is about the conversation itself is no question that the sources lack.
func TestAVisitorSpeaksOfTheConversation(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		i := begin(t, settings).read()
		first := i.ask("", "Wie lange hat der Laden am Samstag geöffnet?")
		if again := i.ask(first.Session, "Wiederhole das bitte"); again.Text != first.Text || len(again.Citations) != len(first.Citations) {
			t.Errorf("the answer again: %+v", again)
		}
		for said, want := range map[string]string{"kürzer bitte": "Einzelheit", "warum?": "Begründen", "und?": "Mehr kann ich", "ja": "Was möchten Sie wissen"} {
			if got := i.ask(first.Session, said); got.Refused || !strings.Contains(got.Text, want) {
				t.Errorf("%s: %+v", said, got)
			}
		}
		if next := i.ask(first.Session, "und am Sonntag?"); next.Refused || !strings.Contains(next.Text, "onntag") {
			t.Errorf("the follow-up after all that: %+v", next)
		}
		unknown := i.ask("", "Wer hat die Fußball-Weltmeisterschaft 2014 gewonnen?")
		if again := i.ask(unknown.Session, "noch einmal bitte"); !again.Refused {
			t.Errorf("a refusal again: %+v", again)
		}
		gaps, err := i.app.DB.Gaps(t.Context(), i.bot.Workspace, i.bot.ID, 10, 0)
		must(t, err)
		if len(gaps) != 1 {
			t.Errorf("gaps: %+v", gaps)
		}
	})
}

func TestOnlyAllowedWebsitesMayUseTheBot_W01_W04_W13_W15(t *testing.T) {
	i := begin(t, nil)
	i.set(func(s *bot.Settings) { s.Origins = []string{"https://a.test"} })
	for origin, want := range map[string]int{
		"https://a.test": 200, i.url: 200, "https://evil.test": 403, "https://a.test.evil": 403, "https://evila.test": 403,
		"http://a.test": 403, "https://a.test:8443": 403, "null": 403, "": 403,
	} {
		r := i.do("POST", i.chat("/messages"), `{"text":"Hallo"}`, "Origin", origin)
		allow := r.Header.Get("Access-Control-Allow-Origin")
		if r.StatusCode != want || (want == 403 && allow != "") || allow == "*" || r.Header.Get("Access-Control-Allow-Credentials") != "" {
			t.Errorf("%q: status %d, allowed origin %q", origin, r.StatusCode, allow)
		}
		if origin == "https://a.test" && (allow != origin || !strings.Contains(r.Header.Get("Vary"), "Origin")) {
			t.Errorf("%q: allowed origin %q, vary %q", origin, allow, r.Header.Get("Vary"))
		}
		if r.Header.Get("Set-Cookie") != "" {
			t.Errorf("%q: a cookie was set", origin)
		}
	}
	panel := i.do("GET", "/embed/"+i.bot.PublicID, "", "Origin", "")
	if policy := panel.Header.Get("Content-Security-Policy"); !strings.HasSuffix(policy, "frame-ancestors 'self' https://a.test") {
		t.Errorf("the panel's policy: %s", policy)
	}
	for host, want := range map[string]int{"https://a.test": 200, i.url: 200, "https://www.a.test": 403, "http://a.test": 403} {
		r := i.do("GET", "/embed/"+i.bot.PublicID+"?host="+url.QueryEscape(host), "", "Origin", "", "Accept", "text/html", "Accept-Language", "de")
		text := i.text(r)
		if r.StatusCode != want || (want == 403) != strings.Contains(text, "für diese Website nicht freigegeben") {
			t.Errorf("the panel on %s: status %d, %s", host, r.StatusCode, text)
		}
		if policy := r.Header.Get("Content-Security-Policy"); want == 403 && (strings.Contains(policy, "frame-ancestors") || strings.Contains(text, i.bot.Name) || strings.Contains(text, "<script")) {
			t.Errorf("what a website that is not allowed shows: %s, %s", policy, text)
		}
	}
	page := i.do("GET", "/c/"+i.bot.PublicID, "", "Origin", "")
	if policy := page.Header.Get("Content-Security-Policy"); !strings.HasSuffix(policy, "frame-ancestors 'none'") || page.StatusCode != 200 {
		t.Errorf("the chat page: status %d, policy %s", page.StatusCode, policy)
	}
}

func TestTheSameMessageTwiceIsOneQuestion(t *testing.T) {
	i := begin(t, nil).read()
	session := i.ask("", "Hallo").Session
	body := `{"text":"Was kostet die kleine Inspektion?","client_id":"c1","language":"de"}`
	one := i.text(i.do("POST", i.chat("/messages"), body, "WCA-Session", session))
	two := i.text(i.do("POST", i.chat("/messages"), body, "WCA-Session", session))
	if !strings.Contains(one, "event: done") || !strings.Contains(two, "event: done") {
		t.Fatalf("%s\n%s", one, two)
	}
	_, messages, err := i.app.Desk.History(t.Context(), i.bot, session)
	must(t, err)
	if len(messages) != 4 {
		t.Errorf("%d messages, want 4", len(messages))
	}
}

func TestWrongRequestsGetAClearProblem_P02(t *testing.T) {
	i := begin(t, map[string]string{"rate": "30"})
	long := strings.Repeat("ä", 2001)
	for name, c := range map[string]struct {
		body string
		want int
		say  string
	}{
		"no JSON":      {"hallo", 400, "not valid JSON"},
		"empty":        {`{"text":"  "}`, 400, "write a question"},
		"wrong type":   {`{"text":7}`, 400, "not valid JSON"},
		"null":         {`null`, 400, "write a question"},
		"list":         {`[]`, 400, "not valid JSON"},
		"too long":     {`{"text":"` + long + `"}`, 413, "2001 characters"},
		"huge":         {`{"text":"` + strings.Repeat("x", 70_000) + `"}`, 413, "larger than"},
		"deep nesting": {strings.Repeat("[", 20_000), 400, "not valid JSON"},
	} {
		r := i.do("POST", i.chat("/messages"), c.body)
		text := i.text(r)
		if r.StatusCode != c.want || !strings.Contains(text, c.say) || r.Header.Get("Content-Type") != "application/problem+json" {
			t.Errorf("%s: status %d, %s", name, r.StatusCode, text)
		}
	}
	limited := false
	for range 30 {
		r := i.do("POST", i.chat("/messages"), `{"text":"Hallo"}`)
		if r.StatusCode == http.StatusTooManyRequests {
			limited = true
			if r.Header.Get("Retry-After") == "" || !strings.Contains(i.text(r), "wait") {
				t.Error("a limited visitor is not told how long to wait")
			}
		}
	}
	if !limited {
		t.Error("no limit was reached")
	}
	if r := i.do("GET", "/v1/chat/pub_unknown/messages", ""); r.StatusCode != http.StatusNotFound {
		t.Errorf("an unknown bot: status %d", r.StatusCode)
	}
}

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
		"Samstags bis 16 Uhr [1]. |Buchen |Sie auf https://termin|.example/|": "Samstags bis 16 Uhr [1]. Buchen Sie auf https://termin (nicht in unseren Quellen)",
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

// A file without a title is named as it is called; in which folder of the server it lies is not for visitors.
func TestVisitorsReadTheNamesOfFilesAndNotTheirFolders(t *testing.T) {
	i := begin(t, nil)
	s, err := i.app.Library.AddFiles(t.Context(), i.bot.Workspace, i.bot.ID, "/srv/Kunden Huber", slices.Values([]source.Upload{
		{Name: "/srv/Kunden Huber/2025/preise.csv", Body: []byte("Artikel;Preis\nZungenreiniger;5,95 €\n")},
		{Name: "/srv/Kunden Huber/2026/preise.csv", Body: []byte("Artikel;Preis\nZungenreiniger Silber;6,95 €\n")},
	}))
	must(t, err)
	i.ingest(s.ID)
	answer := i.ask("", "Was kostet ein Zungenreiniger?")
	if len(answer.Citations) == 0 || answer.Citations[0].Title != "preise.csv" {
		t.Errorf("sources %+v", answer.Citations)
	}
	for what, text := range map[string]string{
		"the answer":   fmt.Sprintf("%+v", answer),
		"the history":  i.text(i.do("GET", i.chat("/messages"), "", "WCA-Session", answer.Session)),
		"the message":  i.text(i.do("GET", i.chat("/messages/"+answer.Answer), "", "WCA-Session", answer.Session)),
		"the own data": i.text(i.do("GET", i.chat("/session/export"), "", "WCA-Session", answer.Session)),
	} {
		if !strings.Contains(text, "preise.csv") || strings.Contains(text, "Huber") || strings.Contains(text, "2026/") {
			t.Errorf("%s: %s", what, text)
		}
	}
}
