package system

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"
)

func TestAnUnansweredQuestionIsTaughtWithOneCall(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		i := begin(t, settings).read()
		for _, q := range []string{"Nehmen Sie Kryptowährungen wie Bitcoin?", "Nehmen Sie Bitcoin?", "Kann man bei Ihnen Alpakas streicheln?"} {
			if got := i.ask("", q); !got.Refused {
				t.Fatalf("%s: %+v", q, got)
			}
		}
		base := "/v1/bots/" + i.bot.ID
		var topics []struct {
			Question        string
			Count           int
			Questions, Gaps []string
		}
		i.manage("GET", base+"/gaps/topics", "", &topics)
		if len(topics) != 2 || topics[0].Count != 2 || topics[0].Question != "Nehmen Sie Bitcoin?" {
			t.Fatalf("topics: %+v", topics)
		}
		var made struct {
			ID, Question string
			Closed       int `json:"closed_gaps"`
		}
		if s := i.manage("POST", base+"/pairs", `{"gap":"`+topics[0].Gaps[0]+`","answer":"Nein, wir nehmen nur Euro."}`, &made); s != http.StatusOK || made.Question != "Nehmen Sie Bitcoin?" || made.Closed != 2 {
			t.Fatalf("status %d, %+v", s, made)
		}
		for _, q := range []string{"Nehmen Sie Bitcoin?", "nehmen sie auch bitcoin", "Nehmen Sie Kryptowährungen wie Bitcoin?"} {
			if got := i.ask("", q); !strings.Contains(got.Text, "Nein, wir nehmen nur Euro.") || got.Refused {
				t.Errorf("%s: %+v", q, got)
			}
		}
		if got := i.ask("", "Wie lange hat der Laden am Samstag geöffnet?"); !strings.Contains(got.Text, "16 Uhr") {
			t.Errorf("another question: %+v", got)
		}
		i.manage("GET", base+"/gaps/topics", "", &topics)
		if len(topics) != 1 || topics[0].Count != 1 || !strings.Contains(topics[0].Question, "Alpakas") {
			t.Errorf("topics now: %+v", topics)
		}
		// An answer that contradicts a page wins over the page.
		i.manage("POST", base+"/pairs", `{"question":"Wie lange hat der Laden am Samstag geöffnet?","answer":"Diesen Monat nur bis 12 Uhr."}`, &made)
		if got := i.ask("", "Wie lange hat der Laden am Samstag geöffnet?"); got.Text != "Diesen Monat nur bis 12 Uhr." {
			t.Errorf("a pair does not win: %+v", got)
		}
		if s := i.manage("DELETE", base+"/pairs/"+made.ID, "", nil); s != http.StatusNoContent {
			t.Errorf("deleting: status %d", s)
		}
		if got := i.ask("", "Wie lange hat der Laden am Samstag geöffnet?"); !strings.Contains(got.Text, "16 Uhr") {
			t.Errorf("the deleted pair still answers: %+v", got)
		}
		if s := i.manage("POST", base+"/pairs", `{"gap":"gap_unknown","answer":"x"}`, nil); s != http.StatusNotFound {
			t.Errorf("an unknown gap: status %d", s)
		}
	})
}

// The second answer would never be given.
func TestAQuestionIsAnsweredOnce(t *testing.T) {
	i := begin(t, nil)
	base := "/v1/bots/" + i.bot.ID
	if got := i.ask("", "Gibt es Parkplätze für Busse?"); !got.Refused {
		t.Fatalf("%+v", got)
	}
	var gaps []struct{ ID string }
	i.manage("GET", base+"/gaps", "", &gaps)
	var made struct{ ID string }
	if s := i.manage("POST", base+"/pairs", `{"question":"Gibt es Parkplätze?","answer":"Ja, zehn."}`, &made); s != http.StatusOK {
		t.Fatalf("status %d", s)
	}
	for _, again := range []string{
		`{"question":"Gibt es Parkplätze?","answer":"Ja, zwölf."}`,
		`{"question":"  gibt es PARKPLÄTZE ??","answer":"Ja, zwölf."}`,
		`{"question":"Gibt es Parkplaetze","answer":"Ja, zwölf.","language":"de"}`,
		`{"gap":"` + gaps[0].ID + `","question":"Gibt es Parkplätze?","answer":"Ja, zwölf."}`,
	} {
		response := i.do("POST", base+"/pairs", again, "Authorization", "Bearer "+i.key, "Origin", "")
		if text := i.text(response); response.StatusCode != http.StatusConflict || !strings.Contains(text, "pair_exists") || !strings.Contains(text, made.ID) {
			t.Errorf("%s: status %d, %s", again, response.StatusCode, text)
		}
	}
	if got := i.ask("", "Gibt es Parkplätze?"); got.Text != "Ja, zehn." {
		t.Errorf("a refused pair changed the answer: %+v", got)
	}
	if i.manage("GET", base+"/gaps", "", &gaps); len(gaps) != 1 {
		t.Errorf("a refused pair closed gaps: %+v", gaps)
	}
	if s := i.manage("POST", base+"/pairs", `{"gap":"`+gaps[0].ID+`","answer":"Ja, zwei."}`, nil); s != http.StatusOK {
		t.Errorf("a question that only resembles another: status %d", s)
	}
	if got := i.ask("", "Gibt es Parkplätze für Busse?"); got.Text != "Ja, zwei." {
		t.Errorf("its answer: %+v", got)
	}
	i.manage("DELETE", base+"/pairs/"+made.ID, "", nil)
	if s := i.manage("POST", base+"/pairs", `{"question":"Gibt es Parkplätze?","answer":"Ja, zwölf."}`, nil); s != http.StatusOK {
		t.Errorf("after deleting the former pair: status %d", s)
	}
	if got := i.ask("", "Gibt es Parkplätze?"); got.Text != "Ja, zwölf." {
		t.Errorf("the new answer: %+v", got)
	}
}

// Who answers a visitor's question in one command sees the words that are stored, and can give others at once.
func TestTheVisitorsWordsThatStayAreShown_K2(t *testing.T) {
	i := begin(t, nil).read()
	d := &desk{t: t, dir: t.TempDir(), env: []string{"WCA_DATA=" + i.config.Data}}
	gap := func(question string) string {
		t.Helper()
		if got := i.ask("", question); !got.Refused {
			t.Fatalf("%+v", got)
		}
		var gaps []struct{ ID, Question string }
		i.manage("GET", "/v1/bots/"+i.bot.ID+"/gaps", "", &gaps)
		if len(gaps) != 1 || gaps[0].Question != question {
			t.Fatalf("gaps: %+v", gaps)
		}
		return gaps[0].ID
	}
	code, id, messages := d.run("", "qa", "add", "--bot", "Radbot", "--gap", gap("Kann man bei Ihnen Alpakas streicheln?"), "Nein.")
	id = strings.TrimSpace(id)
	if code != 0 || !strings.HasPrefix(id, "pair_") || !strings.Contains(messages, "\n  Kann man bei Ihnen Alpakas streicheln?\n") ||
		!strings.Contains(messages, `wca qa delete --bot "Radbot" `+id+" --yes && wca qa add") {
		t.Errorf("exit %d, %q, %s", code, id, messages)
	}
	code, _, messages = d.run("", "qa", "add", "--bot", "Radbot", "--gap", gap("Vermieten Sie Dampflokomotiven?"), "Gibt es Dampfloks?", "Nein.")
	if code != 0 || strings.Contains(messages, "visitor's words") {
		t.Errorf("own words: exit %d, %s", code, messages)
	}
	if out := d.ok("qa", "list", "--bot", "Radbot"); !strings.Contains(out, "Gibt es Dampfloks?") || strings.Contains(out, "Dampflokomotiven") {
		t.Errorf("stored: %s", out)
	}
}

// What the owner has written for a greeting is said, not what is built in; in another language it is not.
func TestTheOwnersAnswerWinsOverSmallTalk(t *testing.T) {
	i := begin(t, nil).read()
	teach := func(question, answer string) (int, string) {
		t.Helper()
		body, err := json.Marshal(map[string]string{"question": question, "answer": answer})
		must(t, err)
		response := i.do("POST", "/v1/bots/"+i.bot.ID+"/pairs", string(body), "Authorization", "Bearer "+i.key, "Origin", "")
		return response.StatusCode, i.text(response)
	}
	for question, answer := range map[string]string{
		"Hallo": "Moin, hier ist das Radhaus!", "Wer bist du?": "Ich bin der Radbot, eine KI.", "Wie geht es dir?": "Gut geölt.",
		"Who are you?": "I am the Radbot, an AI.",
	} {
		if status, body := teach(question, answer); status != http.StatusOK {
			t.Fatalf("%s: status %d, %s", question, status, body)
		}
	}
	for question, want := range map[string]string{
		"Hallo!": "Moin, hier ist das Radhaus!", "hallo": "Moin, hier ist das Radhaus!", "wer bist du": "Ich bin der Radbot, eine KI.",
		"Hallo, wer bist du?": "Ich bin der Radbot, eine KI.", "Who are you?": "I am the Radbot, an AI.", "Wie geht es dir?": "Gut geölt.",
		"Hello": "Hello! What would you like to know?", "Danke": "Gern geschehen", "Wie heißt du?": "Ich bin Radbot, ein KI-Assistent",
	} {
		if got := i.ask("", question); !strings.HasPrefix(got.Text, want) {
			t.Errorf("%q is answered %q, want %q", question, got.Text, want)
		}
	}
	for _, question := range []string{"???", "!", "👋 …"} {
		if status, body := teach(question, "Guten Tag"); status != http.StatusBadRequest || !strings.Contains(body, "pair_wordless") {
			t.Errorf("%q: status %d, %s", question, status, body)
		}
	}
	if status, body := teach("Wer bist du", "Niemand."); status != http.StatusConflict {
		t.Errorf("a second answer: status %d, %s", status, body)
	}
}

// A follow-up says nothing without what it is about: so it is listed, and so its answer is found again.
func TestAnUnansweredFollowUpIsListedWithWhatItIsAbout(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		i := begin(t, settings).read()
		first := i.ask("", "Nehmen Sie Bitcoin?")
		if second := i.ask(first.Session, "und Dogecoin?"); !first.Refused || !second.Refused {
			t.Fatalf("answered: %+v, %+v", first, second)
		}
		var gaps []struct{ ID, Question string }
		i.manage("GET", "/v1/bots/"+i.bot.ID+"/gaps", "", &gaps)
		if len(gaps) != 2 || gaps[0].Question != "Nehmen Sie Bitcoin? – und Dogecoin?" {
			t.Fatalf("gaps: %+v", gaps)
		}
		i.manage("POST", "/v1/bots/"+i.bot.ID+"/pairs", `{"gap":"`+gaps[0].ID+`","answer":"Dogecoin nehmen wir nicht."}`, nil)
		again := i.ask("", "Nehmen Sie Bitcoin?")
		if got := i.ask(again.Session, "und Dogecoin?"); got.Text != "Dogecoin nehmen wir nicht." {
			t.Errorf("asked again: %+v", got)
		}
	})
}

// A topic shows in which words it was asked, each once, and how one answer closes it.
func TestTheTopicsOfGapsShowTheirWordings(t *testing.T) {
	i := begin(t, nil).read()
	for _, q := range []string{"Nehmen Sie Bitcoin?", "Nehmen Sie auch Bitcoin?", "Nehmen Sie Bitcoin?"} {
		i.ask("", q)
	}
	d := &desk{t: t, dir: t.TempDir(), data: i.config.Data, env: []string{"WCA_DATA=" + i.config.Data}}
	_, out, messages := d.run("", "gaps")
	if !strings.Contains(out, "3 × Nehmen Sie Bitcoin?") || strings.Count(out, "\n       Nehmen Sie auch Bitcoin?\n") != 1 || strings.Count(out, "\n") != 2 || !strings.Contains(messages, `wca qa add --bot "Radbot" --gap gap_`) {
		t.Errorf("%s%s", out, messages)
	}
}
