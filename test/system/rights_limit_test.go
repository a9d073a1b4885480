package system

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

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
