package system

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/webchatagent/wca/internal/app"
	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/erasure"
	llmfake "github.com/webchatagent/wca/test/fake/llm"
)

// document is the id of the bot's document at an address that ends so.
func (i *instance) document(end string) string {
	i.t.Helper()
	var all []struct{ ID, Address string }
	i.manage("GET", "/v1/bots/"+i.bot.ID+"/documents", "", &all)
	for _, d := range all {
		if strings.HasSuffix(d.Address, end) {
			return d.ID
		}
	}
	i.t.Fatalf("no document %s in %+v", end, all)
	return ""
}

// While a model writes about a document, here or at another server, it is erased: its answer leaves nothing of it.
func TestAnAnswerBeingWrittenKeepsNothingOfAnErasedDocument_C2_K2(t *testing.T) {
	for _, of := range []string{"document", "source"} {
		for _, check := range []bot.Check{"", bot.CheckOff} {
			t.Run(of+string(check), func(t *testing.T) {
				each(t, func(t *testing.T, settings map[string]string) {
					between := make(chan struct{})
					model := llmfake.New(t, "openai", llmfake.Script{Tokens: []string{"Das Kanarienlager ist samstags ", "bis 16 Uhr geöffnet [1]."}, Between: between})
					site := &shelf{pages: map[string]string{"/": "Wir verkaufen Fahrräder und Zubehör in Hannover.", "/lager": "Das Kanarienlager ist am Samstag von 10 bis 16 Uhr geöffnet."}}
					r := beginWith(t, settings, model).reads(site)
					r.set(func(s *bot.Settings) { s.Check = check })
					through := map[string]*app.App{"here": r.app, "there": r.beside()}
					answers := make(chan sent, 2)
					for _, a := range through {
						go func() { answers <- r.send(a, "", "", "Wann ist das Kanarienlager am Samstag geöffnet?") }()
					}
					model.Await(2)
					path := "/v1/bots/" + r.bot.ID + "/documents/" + r.document("/lager")
					if of == "source" {
						path = "/v1/bots/" + r.bot.ID + "/sources/" + r.source.ID
					}
					if s := r.manage("DELETE", path, "", nil); s != http.StatusOK {
						t.Fatalf("status %d", s)
					}
					close(between)
					for range 2 {
						select {
						case got := <-answers:
							if got.text != erasure.Withdrawn("de") {
								t.Errorf("answered %+v", got)
							}
						case <-time.After(30 * time.Second):
							t.Fatal("no answer")
						}
					}
					for _, a := range through {
						must(t, a.DB.Flush(t.Context()))
					}
					for _, text := range []string{"Kanarienlager ist samstags", "10 bis 16 Uhr"} {
						r.nowhereAtAll(text)
					}
				})
			})
		}
	}
}

// An answer being written that builds on an earlier one of the conversation goes with that, and the bytes sent for it do.
func TestAnAnswerBeingWrittenKeepsNothingOfAnErasedOneBeforeIt_C2_K2(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		before := make(chan struct{})
		model := llmfake.New(t, "openai", llmfake.Script{Tokens: []string{"Das Kanarienlager ist samstags bis 16 Uhr geöffnet."}},
			llmfake.Script{Tokens: []string{"Wie gesagt, im Kanarienlager; eine Inspektion kostet 59 Euro."}, Before: before})
		site := &shelf{pages: map[string]string{"/lager": "Das Kanarienlager ist am Samstag von 10 bis 16 Uhr geöffnet.", "/": "Eine Inspektion kostet 59 Euro. Die Inspektion dauert zwei Tage."}}
		r := beginWith(t, settings, model).reads(site)
		r.set(func(s *bot.Settings) { s.Check, s.Passages = bot.CheckOff, 1 })
		other := r.beside()
		session := r.send(r.app, "", "one", "Wann ist das Kanarienlager am Samstag geöffnet?").session
		answer := make(chan sent, 1)
		go func() { answer <- r.send(other, session, "two", "Was kostet eine Inspektion?") }()
		model.Await(2)
		if s := r.manage("DELETE", "/v1/bots/"+r.bot.ID+"/documents/"+r.document("/lager"), "", nil); s != http.StatusOK {
			t.Fatalf("status %d", s)
		}
		close(before)
		select {
		case got := <-answer:
			if got.text != erasure.Withdrawn("de") {
				t.Errorf("answered %+v", got)
			}
		case <-time.After(30 * time.Second):
			t.Fatal("no answer")
		}
		must(t, other.DB.Flush(t.Context()))
		r.nowhereAtAll("Kanarienlager ist samstags")
		r.nowhereAtAll("im Kanarienlager")
	})
}

// Where no text is stored, what a server holds of answers goes with the document that they rest on, too.
func TestAnswersThatAreHeldOnlyGoWithTheirDocument_C2_E4_K2(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		site := &shelf{pages: map[string]string{"/lager": "Das Kanarienlager ist am Samstag von 10 bis 16 Uhr geöffnet.", "/": "Eine Inspektion kostet 59 Euro. Die Inspektion dauert zwei Tage."}}
		r := begin(t, settings).reads(site)
		r.set(func(s *bot.Settings) { s.Retention.Days = new(0) })
		session := r.send(r.app, "", "one", "Wann ist das Kanarienlager am Samstag geöffnet?").session
		if kept := r.send(r.app, session, "two", "Was kostet eine Inspektion?"); !strings.Contains(kept.text, "59 Euro") {
			t.Fatalf("answered %+v", kept)
		}
		if s := r.manage("DELETE", "/v1/bots/"+r.bot.ID+"/documents/"+r.document("/lager"), "", nil); s != http.StatusOK {
			t.Fatalf("status %d", s)
		}
		_, messages, err := r.app.Desk.History(t.Context(), r.bot, session)
		must(t, err)
		if len(messages) != 4 || messages[1].Text != erasure.Withdrawn("de") || len(messages[1].Citations) != 0 || !strings.Contains(messages[3].Text, "59 Euro") {
			t.Errorf("held are %+v", messages)
		}
	})
}

// How people are reached, as a page says it, stands in refusals and small talk: it goes with the page.
func TestContactOfAnErasedPageStaysInNoAnswer_C2_K2(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		site := &shelf{pages: map[string]string{
			"/": "Wir verkaufen Fahrräder und Zubehör in Hannover.", "/kontakt": "Kontakt: Sie erreichen uns telefonisch unter 0511 7654321 oder per E-Mail an kanarie@radhaus.example.",
		}}
		r := begin(t, settings).reads(site)
		session := ""
		for _, q := range []string{"Verkaufen Sie auch Bitcoin?", "Löschen Sie meine Daten!", "Ich bin Max, max@web.de", "Danke"} {
			got := r.ask(session, q)
			session = got.Session
			if !strings.Contains(got.Text, "7654321") && q != "Danke" {
				t.Fatalf("%s: %+v", q, got)
			}
		}
		if s := r.manage("DELETE", "/v1/bots/"+r.bot.ID+"/documents/"+r.document("/kontakt"), "", nil); s != http.StatusOK {
			t.Fatalf("status %d", s)
		}
		for _, text := range []string{"7654321", "kanarie@radhaus"} {
			r.nowhereAtAll(text)
		}
		if shown := r.text(r.do("GET", r.chat("/messages"), "", "WCA-Session", session)); !strings.Contains(shown, "Gern geschehen") {
			t.Errorf("what says nothing of it went, too: %s", shown)
		}
	})
}

// Contact data of several pages goes with the last of them, though they are erased one after the other.
func TestContactOfSeveralErasedPagesStaysInNoAnswer_C2_K2(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		r := begin(t, settings).reads(&shelf{pages: map[string]string{"/": "", "/a": "", "/b": ""}, answer: everywhere(func(w http.ResponseWriter, q *http.Request) {
			w.Header().Set("Content-Type", "text/html")
			fmt.Fprintf(w, `<html lang="de"><title>Laden %s</title><main><h1>Laden</h1><p>Hier steht %s.</p><p>Telefon: 0511 7654321, E-Mail: kanarie@radhaus.example</p></main><nav><a href="/a">2</a> <a href="/b">3</a></nav>`,
				q.URL.Path, map[string]string{"/": "der Anfang", "/a": "ein Rad", "/b": "ein Helm"}[q.URL.Path])
		})})
		got := r.ask("", "Löschen Sie meine Daten!")
		if !strings.Contains(got.Text, "7654321") {
			t.Fatalf("answered %+v", got)
		}
		for left, path := range []string{"/a", "/b", "/"} {
			shown := r.text(r.do("GET", r.chat("/messages"), "", "WCA-Session", got.Session))
			if !strings.Contains(shown, "7654321") {
				t.Errorf("%d pages went, another says it still: %s", left, shown)
			}
			if s := r.manage("DELETE", "/v1/bots/"+r.bot.ID+"/documents/"+r.document(path), "", nil); s != http.StatusOK {
				t.Fatalf("status %d", s)
			}
		}
		for _, text := range []string{"7654321", "kanarie@radhaus"} {
			r.nowhereAtAll(text)
		}
	})
}
