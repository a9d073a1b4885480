package system

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
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
			var out, errs bytes.Buffer
			args := []string{"sessions", "--bot", "Radbot", "--data", i.app.Config.Data, "--export", find("Kanarienvögel")[0].ID}
			if database := i.app.Config.Database; database != "" {
				args = append(args, "--database", database)
			}
			code := cli.Main("test", append(args, format...), strings.NewReader(""), &out, &errs)
			return code, out.String(), errs.String()
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
		var out, errs bytes.Buffer
		args := []string{"sessions", "--bot", "Radbot", "--data", i.app.Config.Data}
		if database := i.app.Config.Database; database != "" {
			args = append(args, "--database", database)
		}
		if code := cli.Main("test", args, strings.NewReader(""), &out, &errs); code != 0 || !strings.Contains(out.String(), "restricted") || strings.Contains(out.String(), "Erika") {
			t.Errorf("wca sessions: %d %s %s", code, out.String(), errs.String())
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

// Somebody who asks for their data on the phone is found by the number they call from (K1).
func TestAPersonIsFoundByTheirPhoneNumber_K1(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		i := begin(t, settings)
		session := i.ask("", "Hallo").Session
		i.ask("", "Guten Tag")
		if status, body := i.told("PUT", "/session/contact", `{"phone":"+49 170 1234567"}`, session); status != http.StatusOK {
			t.Fatalf("got %d %s", status, body)
		}
		for _, said := range []string{"0170 1234567", "+491701234567", "0170-1234567", "0049 170 1234567", "+49 170 1234567"} {
			var found []struct{ Contact *struct{ Phone string } }
			i.manage("POST", "/v1/bots/"+i.bot.ID+"/sessions/find", `{"text":"`+said+`"}`, &found)
			if len(found) != 1 || found[0].Contact == nil || found[0].Contact.Phone != "+49 170 1234567" {
				t.Errorf("the API finds %+v by %q", found, said)
			}
			var out, errs bytes.Buffer
			args := []string{"sessions", "--bot", "Radbot", "--find", said, "--data", i.app.Config.Data}
			if database := i.app.Config.Database; database != "" {
				args = append(args, "--database", database)
			}
			if code := cli.Main("test", args, strings.NewReader(""), &out, &errs); code != 0 || strings.Count(out.String(), "\n") != 1 || !strings.Contains(out.String(), "+49 170 1234567") {
				t.Errorf("wca sessions --find %q: %d %s %s", said, code, out.String(), errs.String())
			}
		}
	})
}

// Contact data never goes to a model, neither with a question nor with its vector, nor into the log.
func TestContactDataGoesToNoModel_D2_E2(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		i, model, vectors := outside(t, settings)
		canaries := []string{"Kunigunde Kanarienberg", "kunigunde@kanarienberg.example", "+49 511 7700123"}
		data, err := json.Marshal(map[string]string{"name": canaries[0], "email": canaries[1], "phone": canaries[2]})
		must(t, err)
		first := i.ask("", openOnSaturday)
		if status, body := i.told("PUT", "/session/contact", string(data), first.Session); status != http.StatusOK {
			t.Fatalf("got %d %s", status, body)
		}
		asked := len(model.Requests())
		for _, question := range []string{"Und am Sonntag?", "Wie heiße ich, und wie lange hat der Laden am Samstag geöffnet?", openOnSaturday} {
			i.ask(first.Session, question)
		}
		if len(model.Requests()) <= asked {
			t.Fatal("the model was not asked: the test proves nothing")
		}
		i.manage("POST", "/v1/bots/"+i.bot.ID+"/sessions/find", `{"text":"Kanarienberg"}`, nil)
		for _, r := range append(model.Requests(), vectors.Requests()...) {
			for _, canary := range append(canaries, "Kanarienberg", "Kunigunde", "7700123") {
				if bytes.Contains(r.Body, []byte(canary)) || strings.Contains(r.Path, canary) {
					t.Errorf("%s left the server: %s", canary, r.Body)
				}
			}
		}
		for _, canary := range []string{"anarienberg", "Kunigunde", "7700123"} {
			if strings.Contains(i.log.String(), canary) {
				t.Errorf("%s stands in the log", canary)
			}
		}
	})
}

// Visitors give, correct and delete contact data; what is wrong with it is said in a sentence.
func TestAVisitorKeepsTheirContactData_E2_K1(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		i := begin(t, settings).read()
		session := i.ask("", openOnSaturday).Session
		long := strings.Repeat("x", 201)
		for body, code := range map[string]string{
			`{}`:                                 "contact_empty",
			`{"name":"  "}`:                      "contact_empty",
			`{"name":"` + long + `"}`:            "contact_name",
			`{"name":"a\u0007b"}`:                "contact_name",
			`{"email":"erika"}`:                  "contact_email",
			`{"email":"erika@example"}`:          "contact_email",
			`{"email":"Erika <e@example.org>"}`:  "contact_email",
			`{"email":"a@b.de, c@d.de"}`:         "contact_email",
			`{"phone":"123"}`:                    "contact_phone",
			`{"phone":"ruf mich an 0511 12345"}`: "contact_phone",
			`{"phone":"1234567890123456"}`:       "contact_phone",
			`{"name":`:                           "not_json",
		} {
			status, text := i.told("PUT", "/session/contact", body, session)
			var p struct{ Code, Detail string }
			must(t, json.Unmarshal([]byte(text), &p))
			if status != http.StatusBadRequest || p.Code != code || !strings.HasSuffix(p.Detail, ".") {
				t.Errorf("%.40s gave %d %s", body, status, text)
			}
		}
		if status, _ := i.told("DELETE", "/session/contact", "", session); status != http.StatusNotFound {
			t.Errorf("deleting nothing gave %d", status)
		}
		for body, want := range map[string]string{
			`{"name":" Erika  Müller-O'Neill ","email":"erika.m+x@sub.example.org","phone":"+49 (0)511 / 98-76.5"}`: `{"name":"Erika Müller-O'Neill","email":"erika.m+x@sub.example.org","phone":"+49 (0)511 / 98-76.5"}`,
			`{"email":"max@müller.example"}`: `{"name":"","email":"max@müller.example","phone":""}`,
		} {
			if status, text := i.told("PUT", "/session/contact", body, session); status != http.StatusOK || strings.TrimSpace(text) != want {
				t.Errorf("%s gave %d %s", body, status, text)
			}
			if _, text := i.told("GET", "/session/export", "", session); !strings.Contains(text, `"contact":`+want) || !strings.Contains(text, `"wishes":{"no_model":false,"restricted":false}`) {
				t.Errorf("the export: %s", text)
			}
		}
		if status, text := i.told("DELETE", "/session/contact", "", session); status != http.StatusOK || !strings.Contains(text, `"counts":{"contact":1}`) {
			t.Errorf("deleting gave %d %s", status, text)
		}
		if _, text := i.told("GET", "/session/export", "", session); strings.Contains(text, `"contact"`) {
			t.Errorf("the export still shows: %s", text)
		}
		for _, one := range [][3]string{{"PATCH", "/session", `{"no_model":true}`}, {"PUT", "/session/contact", `{"name":"x"}`}, {"DELETE", "/session/contact", ""}} {
			if status, text := i.told(one[0], one[1], one[2], "s_unknown"); status != http.StatusGone {
				t.Errorf("%s %s without a session gave %d %s", one[0], one[1], status, text)
			}
		}
	})
}

// What visitors wish outlives a restored backup in a file that only grows: saying the same again adds
// nothing to it, and nobody fills the disk by changing their mind.
func TestWishesDoNotFillTheDisk_K1_L09(t *testing.T) {
	i := begin(t, map[string]string{"rate": "12"})
	got := i.ask("", "Hallo")
	entries := func() int {
		all, err := os.ReadFile(filepath.Join(i.app.Config.Data, "erasures.jsonl"))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			t.Fatal(err)
		}
		return strings.Count(string(all), `"session"`)
	}
	for range 3 {
		i.wish(got.Session, `{"no_model":true}`, `{"no_model":true,"restricted":false}`)
	}
	if n := entries(); n != 1 {
		t.Errorf("%d entries for one wish", n)
	}
	limited := 0
	for n := range 20 {
		if status, _ := i.told("PATCH", "/session", fmt.Sprintf(`{"restricted":%v}`, n%2 == 0), got.Session); status == http.StatusTooManyRequests {
			limited++
		}
	}
	if n := entries(); limited == 0 || n > 10 {
		t.Errorf("%d of 20 changes were refused, %d entries", limited, n)
	}
}

// Who has asked so much that no question is taken any more may still object, correct their contact data and
// end the conversation; who changes too much is told that.
func TestARightDoesNotWaitForQuestions_K1_L09(t *testing.T) {
	i := begin(t, map[string]string{"rate": "12"})
	refused := func(status int, body, code, words string) {
		t.Helper()
		var p struct{ Code, Detail string }
		must(t, json.Unmarshal([]byte(body), &p))
		if status != http.StatusTooManyRequests || p.Code != code || !strings.Contains(p.Detail, words) {
			t.Errorf("got %d %s, want %s", status, body, code)
		}
	}
	session := i.ask("", "Hallo").Session
	last := reply{Status: http.StatusOK}
	for n := 0; n < 20 && last.Status == http.StatusOK; n++ {
		last = i.ask(session, "Hallo")
	}
	refused(last.Status, last.Error, "too_many_questions", "many questions")
	i.wish(session, `{"no_model":true}`, `{"no_model":true,"restricted":false}`)
	i.wish(session, `{"restricted":true}`, `{"no_model":true,"restricted":true}`)
	if status, body := i.told("PUT", "/session/contact", `{"name":"Erika Beispiel"}`, session); status != http.StatusOK {
		t.Errorf("contact data: %d %s", status, body)
	}

	status, body := http.StatusOK, ""
	for n := 0; n < 20 && status == http.StatusOK; n++ {
		status, body = i.told("PATCH", "/session", fmt.Sprintf(`{"restricted":%v}`, n%2 == 1), session)
	}
	refused(status, body, "too_many_changes", "many changes")
	status, body = i.told("PUT", "/session/contact", `{"name":"Erika Muster"}`, session)
	refused(status, body, "too_many_changes", "not saved")
	if _, text := i.told("GET", "/session/export", "", session); !strings.Contains(text, "Erika Beispiel") {
		t.Errorf("the refused correction was stored: %s", text)
	}
	if status, body := i.told("DELETE", "/session", "", session); status != http.StatusOK {
		t.Errorf("ending the conversation: %d %s", status, body)
	}
}

// Nobody is kept from asking by having changed their mind.
func TestQuestionsDoNotWaitForChanges_L09(t *testing.T) {
	i := begin(t, map[string]string{"rate": "12"})
	session := i.ask("", "Hallo").Session
	status := http.StatusOK
	for n := 0; n < 20 && status == http.StatusOK; n++ {
		status, _ = i.told("PATCH", "/session", fmt.Sprintf(`{"no_model":%v}`, n%2 == 0), session)
	}
	if got := i.ask(session, "Hallo"); status != http.StatusTooManyRequests || got.Status != http.StatusOK {
		t.Errorf("changes ended with %d, the question after them with %d", status, got.Status)
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
