package system

import (
	"encoding/json"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/personal"
	"github.com/webchatagent/wca/test/fake/llm"
)

// markers are those of citations in an answer.
var markers = regexp.MustCompile(` \[\d\]`)

// What the rules cannot know is left to who reads: the model that wrote the answer is asked which of its sentences the
// passages back, before a visitor sees any. Figures that no source has stay marked whatever it says.
func TestAnswersAreReviewedBeforeTheyAreShown_C3_D1_D3(t *testing.T) {
	const (
		hours    = "Samstags ist der Laden von 10 bis 16 Uhr geöffnet."
		free     = "Am Wochenende können Sie zu den genannten Zeiten einfach hereinschneien und stöbern."
		invented = "Eine Probefahrt kostet 7.777 €."
		unbacked = " (nicht in unseren Quellen)"
	)
	write := llmfake.Script{Tokens: []string{"Samstags ist der Laden von 10 bis ", "16 Uhr geöffnet. ", free, " " + invented}}
	end := func(s string) string { return strings.TrimSuffix(s, ".") }
	for _, c := range []struct {
		name, review string
		check        bot.Check
		script       llmfake.Script
		want         string
		reviewed     int
	}{
		{"says yes", "1 ja\n2 ja\n3 ja", bot.CheckMark, llmfake.Script{}, hours + " " + free + " " + end(invented) + unbacked + ".", 2},
		{"says no", "1 ja\n2 nein", bot.CheckMark, llmfake.Script{}, hours + " " + end(free) + unbacked + ". " + end(invented) + unbacked + ".", 2},
		{"denies what the rules pass", "1 nein\n2 ja", bot.CheckMark, llmfake.Script{}, end(hours) + unbacked + ". " + free + " " + end(invented) + unbacked + ".", 2},
		{"withholds", "1 nein\n2 ja", bot.CheckWithhold, llmfake.Script{}, free, 2},
		{"talks", "Gern!", bot.CheckMark, llmfake.Script{}, hours + " " + end(free) + unbacked + ". " + end(invented) + unbacked + ".", 0},
		{"fails", "", bot.CheckMark, llmfake.Script{Status: 500}, hours + " " + end(free) + unbacked + ". " + end(invented) + unbacked + ".", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			if c.script.Status == 0 {
				c.script.Tokens = []string{c.review}
			}
			i, model := withModel(t, write, c.script)
			i.set(func(s *bot.Settings) { s.Check, s.Review = c.check, true })
			got := i.ask("", "Wann hat der Laden am Samstag geöffnet? Ich bin Erika Mustermann, 0170 1234567.")
			if shown := markers.ReplaceAllString(got.Text, ""); shown != c.want || got.Streamed != got.Text {
				t.Errorf("the visitor reads %q, streamed %q, want %q", shown, got.Streamed, c.want)
			}
			requests := model.Requests()
			if len(requests) < 2 {
				t.Fatalf("the model was asked %d times", len(requests))
			}
			asked := string(requests[1].Body)
			for _, said := range []string{"von 10 bis 16 Uhr", "hereinschneien", "Wann hat der Laden"} {
				if !strings.Contains(asked, said) {
					t.Errorf("the review lacks %q: %s", said, asked)
				}
			}
			for _, secret := range []string{"Mustermann", "1234567", "7.777", got.Session, i.bot.PublicID} {
				if strings.Contains(asked, secret) {
					t.Errorf("the review tells %q: %s", secret, asked)
				}
			}
			account, err := i.app.Desk.Account(t.Context(), i.app.DB, i.bot.Workspace, i.bot.ID, got.Answer)
			must(t, err)
			if trace := account.Answer.Trace; trace.Reviewed != c.reviewed || trace.Review != "review.de.v1" || trace.Claims != 3 {
				t.Errorf("noted %+v", trace)
			}
			if len(account.Sent) != len(requests) {
				t.Errorf("the account shows %d of %d requests", len(account.Sent), len(requests))
			}
		})
	}
}

// A heading names what comes and says nothing that could be backed: it stays as it is, whatever the review says.
func TestAHeadingIsNotMarkedByTheReview(t *testing.T) {
	const heading, hours = "## Unser Sommer im Laden", "Samstags ist der Laden von 10 bis 16 Uhr geöffnet."
	i, model := withModel(t, llmfake.Script{Tokens: []string{heading + "\n\n", hours}}, llmfake.Script{Tokens: []string{"1 nein\n2 ja"}})
	i.set(func(s *bot.Settings) { s.Review = true })
	if got := markers.ReplaceAllString(i.ask("", openOnSaturday).Text, ""); got != heading+"\n\n"+hours {
		t.Errorf("the visitor reads %q", got)
	}
	if asked := string(model.Requests()[1].Body); !strings.Contains(asked, "1 ## Unser Sommer") {
		t.Errorf("the review is not asked about it: %s", asked)
	}
}

// Who stops an answer while it is being reviewed has stopped it: the model is left alone, and the answer says so.
func TestAnAnswerIsStoppedWhileItIsReviewed_A44(t *testing.T) {
	between := make(chan struct{})
	i, model := withModel(t, llmfake.Script{Tokens: []string{"Samstags ist der Laden von 10 bis 16 Uhr geöffnet."}}, llmfake.Script{Tokens: []string{"1 ", "ja"}, Between: between})
	i.set(func(s *bot.Settings) { s.Review = true })
	response := i.do("POST", i.chat("/messages"), `{"text":"`+openOnSaturday+`"}`)
	done := ""
	events(t, response.Body, func(name string, data []byte) {
		switch name {
		case "start":
			var e struct{ Session, Answer string }
			must(t, json.Unmarshal(data, &e))
			model.Await(2)
			if s := i.do("POST", i.chat("/messages/"+e.Answer+"/stop"), "", "WCA-Session", e.Session).StatusCode; s != http.StatusNoContent {
				t.Errorf("stopping: status %d", s)
			}
		case "done":
			done = string(data)
		}
	})
	if !strings.Contains(done, `"stopped":true`) {
		t.Errorf("got %s", done)
	}
	if strings.Contains(i.log.String(), "answer not reviewed") {
		t.Error("the log tells of a failure")
	}
	ends(t, model)
}

// Who does not want a review asks the model once; who switched checking off can't have one.
func TestOnlyBotsThatWantItReview(t *testing.T) {
	i, model := withModel(t, llmfake.Script{Tokens: []string{"Samstags bis 16 Uhr."}})
	i.ask("", "Wann hat der Laden am Samstag geöffnet?")
	if n := len(model.Requests()); n != 1 {
		t.Errorf("the model was asked %d times", n)
	}
	if _, err := (bot.Settings{Check: bot.CheckOff, Review: true}).Checked(); err == nil || !strings.Contains(err.Error(), "review") {
		t.Errorf("got %v", err)
	}
}

// What a visitor typed stands in the draft as they typed it: the model that reviews it gets it replaced as the one that wrote
// it did. Where recognition fails over the draft, nothing of it is sent, and the rules' verdict stands.
func TestTheReviewReadsNothingOfAVisitor_C3_D3(t *testing.T) {
	const typed, hours = "erika.mustermann@example.org", "samstags ist der Laden von 10 bis 16 Uhr geöffnet."
	placeholder := regexp.MustCompile(`\b(?:EMAIL|MAIL|E_MAIL)_[A-Z0-9]+`)
	write := llmfake.Script{Reply: func(request []byte) []string {
		all := placeholder.FindAllString(string(request), -1)
		return []string{"Wir schreiben an ", all[len(all)-1], ", und " + hours}
	}}
	i, model := withModel(t, write, llmfake.Script{Tokens: []string{"1 ja"}}, write)
	i.set(func(s *bot.Settings) { s.Review = true })
	ask := func() string {
		t.Helper()
		text := markers.ReplaceAllString(i.ask("", openOnSaturday+" Meine Adresse ist "+typed+".").Text, "")
		if !strings.Contains(text, "Wir schreiben an "+typed) {
			t.Errorf("the visitor reads %q", text)
		}
		return text
	}
	ask()
	requests := model.Requests()
	if len(requests) != 2 || !strings.Contains(string(requests[1].Body), "1 Wir schreiben an ") || strings.Contains(string(requests[1].Body), "mustermann") {
		t.Fatalf("%d requests; the review reads %s", len(requests), requests[len(requests)-1].Body)
	}
	i.app.Desk.Recognise = func(p bot.Personal) personal.Searcher { return failingOver{bot.Finder(p), "Wir schreiben"} }
	ask()
	if n := len(model.Requests()); n != 3 {
		t.Errorf("%d requests: a draft was sent that could not be looked through", n)
	}
}

// failingOver fails over texts that hold something.
type failingOver struct {
	personal.Searcher
	over string
}

func (f failingOver) Find(text string) []personal.Entity {
	if strings.Contains(text, f.over) {
		panic("broken")
	}
	return f.Searcher.Find(text)
}
