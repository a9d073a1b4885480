package system

import (
	"bytes"
	"encoding/json"
	"net/http"
	"strings"
	"testing"
)

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
			`{"name":"\u200b"}`:                  "contact_name",
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
			if code, out, errs := i.sessionsAtTheTerminal("--find", said); code != 0 || strings.Count(out, "\n") != 1 || !strings.Contains(out, "+49 170 1234567") {
				t.Errorf("wca sessions --find %q: %d %s %s", said, code, out, errs)
			}
		}
	})
}
