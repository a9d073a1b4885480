package browser

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"github.com/webchatagent/wca/internal/conversation"
	"github.com/webchatagent/wca/internal/egress"
)

// brokenWords lists words, times and counts in tables that stand on two lines although the table has room.
const brokenWords = `innerWidth < 1000 ? [] : [...document.querySelectorAll(".lines .part, .lines .number, .lines tbody .recipient")].filter(e => {
	const range = document.createRange();
	range.selectNodeContents(e.matches(".recipient") ? e.firstChild : e);
	return new Set([...range.getClientRects()].filter(r => r.width > 0).map(r => r.top)).size > 1;
}).map(e => e.textContent)`

// smallTargets lists what can be pressed on less than 24 by 24 pixels (WCAG 2.2, 2.5.8); links within a text may.
const smallTargets = `[...document.querySelectorAll("a,button,summary")].filter(e => e.checkVisibility() && getComputedStyle(e).display !== "inline").map(e => [e.innerText, e.getBoundingClientRect()])
	.filter(([, r]) => r.width < 24 || r.height < 24).map(([text, r]) => text + ": " + r.width + " by " + r.height)`

// The pages about what left the server, and about the promises, are readable in both languages, light
// and dark, on a desk and on a small phone; and of the bytes that left they show each and no other.
func TestPagesOfEvidence_D4(t *testing.T) {
	a, b, server, _ := whole(t)
	message, err := a.Desk.Answer(t.Context(), conversation.Question{Bot: b, Text: "Ich bin erika@muster.example. Wie lange hat der Laden am Samstag geöffnet?", Language: "de"},
		func(conversation.Event) error { return nil })
	if err != nil {
		t.Fatal(err)
	}
	body := `{"model":"m","messages":[{"role":"user","content":"Ich bin EMAIL_K7QXD. <script>alert(1)</script>  Wie lange\n hat der Laden \u00fcber Mittag geöffnet?` + strings.Repeat("x", 300) + `"}]}`
	sent := egress.Transfer{
		ID: "tr_1", Time: time.Now(), Purpose: egress.Model, Recipient: "generativelanguage.googleapis.com", Region: "EU", Method: "POST", Path: "/v1/chat/completions", BytesOut: int64(len(body)), Body: []byte(body),
		Attribution: egress.Attribution{Workspace: b.Workspace, Bot: b.ID, Answer: message.ID, LegalBasis: "GDPR Art. 6(1)(b), Art. 28", Categories: map[string]int{"EMAIL": 1, "SOCIALID": 1, "IBAN": 2}},
	}
	if err := a.DB.Record(t.Context(), sent); err != nil {
		t.Fatal(err)
	}
	sent.Status, sent.BytesIn, sent.Returned = 200, 21, []byte("data: {\"choices\":[{\"delta\":{\"content\":\"Bis 16 Uhr, EMAIL_\"}}]}\n\ndata: {\"choices\":[{\"delta\":{\"content\":\"K7QXD\"}}]}\n\n")
	if err := a.DB.Complete(t.Context(), sent); err != nil {
		t.Fatal(err)
	}
	if err := a.DB.Flush(t.Context()); err != nil {
		t.Fatal(err)
	}
	// The program that looks through files is wca itself, which this one is not.
	a.Prover.Instance.Kept = func(context.Context, time.Time, ...string) (map[string][]string, error) { return nil, nil }
	if _, err := a.Prover.Run(t.Context()); err != nil {
		t.Fatal(err)
	}
	account := "/ledger/" + b.Workspace + "/" + b.ID + "/" + message.ID
	p := open(t, server+account)
	if got := get[string](p, `document.querySelector(".bytes").textContent`); got != body {
		t.Errorf("shown are\n%s\nsent were\n%s", got, body)
	}
	for where, want := range map[string]string{".bytes": "EMAIL_K7QXD", ".said": "EMAIL_K7QXD,EMAIL_K7QXD"} { // for reading: of the question and of what came back
		if marks := get[string](p, `[...document.querySelectorAll("`+where+` mark")].map(m => m.textContent).join()`); marks != want {
			t.Errorf("highlighted in %s: %s", where, marks)
		}
	}
	if read := get[string](p, `document.querySelector(".turn .said").textContent`); !strings.HasPrefix(read, "Ich bin EMAIL_K7QXD. <script>alert(1)</script>  Wie lange\n hat der Laden über Mittag") {
		t.Errorf("for reading: %s", read)
	}
	if read := get[string](p, `[...document.querySelectorAll(".said")].map(e => e.textContent).join("|")`); !strings.Contains(read, "|Bis 16 Uhr, EMAIL_K7QXD|") {
		t.Errorf("for reading: %s", read)
	}
	if read := get[bool](p, `[...document.querySelectorAll(".bytes")].every(e => !e.checkVisibility())`); !read {
		t.Error("the bytes are not folded")
	}
	p.do(chromedp.Navigate(server + "/ledger?lang=de"))
	if href := get[string](p, `[...document.querySelectorAll("a")].find(a => a.innerText.startsWith("Antwort ansehen")).getAttribute("href")`); href != account+"?lang=de" {
		t.Errorf("the account is at %s", href)
	}
	for _, look := range []struct {
		theme, language string
		width           int64
	}{{"light", "de", 360}, {"dark", "en", 360}, {"light", "en", 1100}, {"dark", "de", 1200}, {"dark", "en", 1200}} {
		p.emulate(look.width, 800, false, &emulation.MediaFeature{Name: "prefers-color-scheme", Value: look.theme})
		for _, path := range []string{"/?", "/ledger?", "/ledger?purpose=embedding&", account + "?", "/trust?", "/nowhere?"} {
			where := fmt.Sprintf("%s %+v", path, look)
			p.do(chromedp.Navigate(server + path + "lang=" + look.language))
			for _, wrong := range get[[]string](p, faint) {
				t.Errorf("%s: %s", where, wrong)
			}
			for _, small := range get[[]string](p, smallTargets) {
				t.Errorf("%s: too small to be hit: %s", where, small)
			}
			if over := get[int](p, `document.documentElement.scrollWidth - document.documentElement.clientWidth`); over > 0 {
				t.Errorf("%s: %d pixels too wide", where, over)
			}
			for _, broken := range get[[]string](p, brokenWords) {
				t.Errorf("%s: broken: %s", where, broken)
			}
			if headings := get[string](p, `[...document.querySelectorAll("h1,h2,h3")].map(h => h.localName).join()`); !strings.HasPrefix(headings, "h1") || strings.Count(headings, "h1") != 1 {
				t.Errorf("%s: headings %s", where, headings)
			}
		}
	}
	if foreign := get[int](p, `performance.getEntriesByType("resource").filter(e => !e.name.startsWith(location.origin)).length`); foreign != 0 {
		t.Errorf("%d foreign requests", foreign)
	}
}
