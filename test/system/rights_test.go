package system

import (
	"bytes"
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/cli"
	"github.com/webchatagent/wca/internal/conversation"
	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/token"
	llmfake "github.com/webchatagent/wca/test/fake/llm"
)

// outside is an instance whose answers and vectors are made by models outside, and these.
func outside(t *testing.T, settings map[string]string) (*reading, *llmfake.Server, *llmfake.Server) {
	t.Helper()
	model := llmfake.New(t, "openai", llmfake.Script{Tokens: []string{"Samstags bis 16 Uhr [1]."}})
	vectors := llmfake.NewEmbedder(t, "openai", nil)
	site := aShop()
	r := beginWith(t, settings, model, configured("near", vectors)...).reads(site)
	r.set(func(s *bot.Settings) { s.Embedding = &bot.Embedding{Provider: "near", Name: "m"} })
	r.embed()
	return r, model, vectors
}

// told sends something as a visitor and gives the status and the body.
func (i *instance) told(method, path, body, session string, headers ...string) (int, string) {
	i.t.Helper()
	r := i.do(method, i.chat(path), body, append([]string{"WCA-Session", session}, headers...)...)
	return r.StatusCode, i.text(r)
}

func (i *instance) wish(session, change, want string) {
	i.t.Helper()
	if status, body := i.told("PATCH", "/session", change, session); status != http.StatusOK || strings.TrimSpace(body) != want {
		i.t.Fatalf("%s gave %d %s, want %s", change, status, body, want)
	}
}

// sessionsAtTheTerminal runs wca sessions for the bot.
func (i *instance) sessionsAtTheTerminal(more ...string) (code int, out, messages string) {
	args := append([]string{"sessions", "--bot", "Radbot", "--data", i.app.Config.Data}, more...)
	if database := i.app.Config.Database; database != "" {
		args = append(args, "--database", database)
	}
	var stdout, stderr bytes.Buffer
	code = cli.Main("test", args, strings.NewReader(""), &stdout, &stderr)
	return code, stdout.String(), stderr.String()
}

const openOnSaturday = "Wie lange hat der Laden am Samstag geöffnet?"

// Who objects to models is answered by quotes, and nothing of the conversation goes out, whatever
// the bot's settings say; who lifts that is answered by the model again.
func TestWhoObjectsIsAnsweredWithoutAModel_K1(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		i, model, vectors := outside(t, settings)
		first := i.ask("", openOnSaturday)
		asked, embedded := len(model.Requests()), len(vectors.Requests())
		if asked != 1 || embedded < 2 {
			t.Fatalf("%d requests to the model, %d for vectors: the test proves nothing", asked, embedded)
		}
		for _, change := range []string{`{"no_model":true}`, `{"restricted":true,"no_model":false}`} {
			i.wish(first.Session, change, map[bool]string{true: `{"no_model":true,"restricted":false}`, false: `{"no_model":false,"restricted":true}`}[strings.HasPrefix(change, `{"no`)])
			for _, question := range []string{openOnSaturday, "Und am Sonntag?", "Was kostet eine Inspektion?"} {
				if got := i.ask(first.Session, question); got.Status != http.StatusOK || got.Text == "" || got.Error != "" {
					t.Errorf("%s: %q got %+v", change, question, got)
				}
			}
			if got := i.ask(first.Session, openOnSaturday); got.Refused || len(got.Citations) == 0 || !strings.Contains(got.Text, "16 Uhr") {
				t.Errorf("%s: the quotes say %+v", change, got)
			}
		}
		if n, m := len(model.Requests())-asked, len(vectors.Requests())-embedded; n != 0 || m != 0 {
			t.Errorf("%d requests to the model and %d for vectors after the objection", n, m)
		}
		i.wish(first.Session, `{"restricted":false}`, `{"no_model":false,"restricted":false}`)
		i.ask(first.Session, openOnSaturday)
		if len(model.Requests()) != asked+1 || len(vectors.Requests()) != embedded+1 {
			t.Error("lifting the wishes changes nothing")
		}
	})
}

// What a visitor restricts is stored and theirs, and used for nothing else: no follow-up builds on
// it, no list of the operator shows it.
func TestWhatAVisitorRestrictsIsOnlyStored_K1(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		i, _, _ := outside(t, settings)
		bots := "/v1/bots/" + i.bot.ID
		first := i.ask("", openOnSaturday)
		i.ask(first.Session, "Verkaufen Sie auch Kanarienvögel mit Flugschein?")
		if status, body := i.told("PUT", "/session/contact", `{"name":"Erika Beispiel","email":"erika@kanarienpost.example"}`, first.Session); status != http.StatusOK {
			t.Fatalf("got %d %s", status, body)
		}
		find := func(text string) (found []struct {
			ID         string
			Restricted bool
			Contact    *struct{ Name, Email, Phone string }
		}) {
			i.manage("POST", bots+"/sessions/find", `{"text":"`+text+`"}`, &found)
			return found
		}
		if got := find("Kanarienvögel"); len(got) != 1 || got[0].Contact == nil || got[0].Contact.Email != "erika@kanarienpost.example" || len(find("kanarienpost")) != 1 {
			t.Fatalf("before: %+v", got)
		}
		handOut := func(format ...string) (int, string, string) {
			return i.sessionsAtTheTerminal(append(format, "--export", find("Kanarienvögel")[0].ID)...)
		}
		_, own := i.told("GET", "/session/export", "", first.Session, "Accept", "text/plain")
		if code, out, errs := handOut(); code != 0 || out != own || !strings.Contains(out, "Erika Beispiel") {
			t.Errorf("who asks the operator gets (%d, %s)\n%s\nin the chat\n%s", code, errs, out, own)
		}
		_, own = i.told("GET", "/session/export", "", first.Session)
		if code, out, errs := handOut("--json"); code != 0 || strings.TrimSpace(out) != strings.TrimSpace(own) {
			t.Errorf("who asks the operator gets (%d, %s)\n%s\nin the chat\n%s", code, errs, out, own)
		}
		id := find("Kanarienvögel")[0].ID
		i.wish(first.Session, `{"restricted":true}`, `{"no_model":false,"restricted":true}`)
		if _, _, err := i.app.Desk.HistoryByID(t.Context(), i.bot, id); !problem.Is(err, problem.Forbidden) {
			t.Errorf("a restricted conversation is handed out: %v", err)
		}
		second := i.ask(first.Session, "Und Wellensittiche mit Kapitänspatent?")
		if status, _ := i.told("PUT", "/messages/"+first.Answer+"/feedback", `{"value":"down","text":"Kanarienurteil"}`, first.Session); status != http.StatusNoContent {
			t.Errorf("feedback gave %d", status)
		}
		for _, text := range []string{"Kanarienvögel", "kanarienpost", "Erika Beispiel", "Wellensittiche"} {
			if len(find(text)) != 0 {
				t.Errorf("%q finds a restricted conversation", text)
			}
		}
		must(t, i.app.DB.Flush(t.Context()))
		for _, path := range []string{"/sessions", "/gaps", "/gaps/topics", "/answers/" + first.Answer, "/answers/" + second.Answer, "/answers/" + first.Answer + "/transfers"} {
			r := i.do("GET", bots+path, "", "Authorization", "Bearer "+i.key, "Origin", "")
			body := i.text(r)
			for _, text := range []string{"Kanarien", "kanarienpost", "Erika", "Wellensittiche", "Samstag"} {
				if strings.Contains(body, text) {
					t.Errorf("%s shows %q: %s", path, text, body)
				}
			}
		}
		if s := i.manage("GET", bots+"/answers/"+first.Answer, "", nil); s != http.StatusForbidden {
			t.Errorf("its account: %d", s)
		}
		if code, out, errs := i.sessionsAtTheTerminal(); code != 0 || !strings.Contains(out, "restricted") || strings.Contains(out, "Erika") {
			t.Errorf("wca sessions: %d %s %s", code, out, errs)
		}

		_, text := i.told("GET", "/session/export", "", first.Session, "Accept", "text/plain")
		for _, want := range []string{"Kanarienvögel", "Wellensittiche", "Erika Beispiel", "Verarbeitung eingeschränkt"} {
			if !strings.Contains(text, want) {
				t.Errorf("the visitor misses %q in\n%s", want, text)
			}
		}
		session, err := i.app.DB.SessionByHash(t.Context(), i.bot.Workspace, i.bot.ID, token.Hash(first.Session))
		must(t, err)
		messages, err := i.app.DB.Messages(t.Context(), session.Workspace, session.Bot, session.ID)
		must(t, err)
		if f := messages[1].Feedback; f.Value != "down" || f.Text != "" {
			t.Errorf("feedback: %+v", f)
		}
		i.wish(first.Session, `{"restricted":false}`, `{"no_model":false,"restricted":false}`)
		r := i.do("GET", bots+"/gaps", "", "Authorization", "Bearer "+i.key, "Origin", "")
		if body := i.text(r); !strings.Contains(body, "Kanarienvögel") || strings.Contains(body, "Wellensittiche") {
			t.Errorf("after the restriction the list of gaps has what was asked in it: %s", body)
		}
		if status, body := i.told("DELETE", "/session", "", first.Session); status != http.StatusOK || !strings.Contains(body, `"contact":1`) {
			t.Errorf("erasing gave %d %s", status, body)
		}
	})
}

// No answer builds on what was said before in a restricted conversation: a follow-up is answered as by itself, and as one
// again when the visitor has lifted that.
func TestNoFollowUpBuildsOnARestrictedConversation_K1(t *testing.T) {
	i := begin(t, nil).read()
	const followUp = "Und für ein E-Bike?"
	alone := i.ask("", followUp).Text
	first := i.ask("", "Was kostet eine Inspektion?")
	leaning := i.ask(first.Session, followUp).Text
	if leaning == alone {
		t.Fatalf("the follow-up is answered alone as behind a question, the test proves nothing: %s", alone)
	}
	second := i.ask("", "Was kostet eine Inspektion?")
	i.wish(second.Session, `{"restricted":true}`, `{"no_model":false,"restricted":true}`)
	if got := i.ask(second.Session, followUp).Text; got != alone {
		t.Errorf("restricted it says\n%s\nand alone\n%s", got, alone)
	}
	i.wish(second.Session, `{"restricted":false}`, `{"no_model":false,"restricted":false}`)
	if i.ask(second.Session, "Was kostet eine Inspektion?"); i.ask(second.Session, followUp).Text != leaning {
		t.Error("lifting the restriction changes nothing")
	}
}

// An objection counts at once: an answer that a model is writing meanwhile ends.
func TestAnObjectionStopsTheModel_K1(t *testing.T) {
	i, model := withModel(t, llmfake.Script{Tokens: []string{"Samstags ", "bis 16 Uhr."}, Between: make(chan struct{})})
	response := i.do("POST", i.chat("/messages"), `{"text":"`+openOnSaturday+`"}`)
	session, done := "", ""
	events(t, response.Body, func(name string, data []byte) {
		switch name {
		case "start":
			var e struct{ Session string }
			must(t, json.Unmarshal(data, &e))
			session = e.Session
		case "delta":
			i.wish(session, `{"no_model":true}`, `{"no_model":true,"restricted":false}`)
		case "done":
			done = string(data)
		}
	})
	if !strings.Contains(done, `"stopped":true`) {
		t.Errorf("got %s", done)
	}
	ends(t, model)
}

// What a visitor does at another server ends the answer that this one is writing, too.
func TestAnotherServerEndsAnAnswer_E4_K1(t *testing.T) {
	for name, act := range map[string]struct {
		do   func(d *conversation.Desk, b bot.Bot, session, answer string) error
		kept bool
	}{
		"objects": {func(d *conversation.Desk, b bot.Bot, session, _ string) error {
			_, err := d.Wish(t.Context(), b, session, conversation.Wish{NoModel: new(true)})
			return err
		}, true},
		"stops": {func(d *conversation.Desk, b bot.Bot, session, answer string) error {
			return d.Stop(t.Context(), b, session, answer)
		}, true},
		"ends the chat": {func(d *conversation.Desk, b bot.Bot, session, _ string) error {
			_, err := d.End(t.Context(), b, session)
			return err
		}, false},
	} {
		t.Run(name, func(t *testing.T) {
			each(t, func(t *testing.T, settings map[string]string) {
				i, model := withModelOn(t, settings, llmfake.Script{Tokens: []string{"Samstags ", "bis 16 Uhr."}, Between: make(chan struct{})})
				response := i.do("POST", i.chat("/messages"), `{"text":"`+openOnSaturday+`"}`)
				var session, answer string
				events(t, response.Body, func(name string, data []byte) {
					switch name {
					case "start":
						var e struct{ Session, Answer string }
						must(t, json.Unmarshal(data, &e))
						session, answer = e.Session, e.Answer
					case "delta":
						must(t, i.app.Desk.EndUnwanted(t.Context()))
						select {
						case <-model.Gone():
							t.Error("an answer that is wanted ends")
						default:
						}
						must(t, act.do(i.beside().Desk, i.bot, session, answer))
						must(t, i.app.Desk.EndUnwanted(t.Context()))
					}
				})
				ends(t, model)
				i.app.Desk.Running.Wait(t.Context())
				m, err := i.app.Desk.Message(t.Context(), i.bot, session, answer)
				if act.kept && (err != nil || m.State != conversation.Stopped || m.Text != "Samstags") {
					t.Errorf("stored %+v, %v", m, err)
				}
				if !act.kept && !problem.Is(err, problem.Gone) {
					t.Errorf("after the end: %+v, %v", m, err)
				}
			})
		})
	}
}
