package system

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/retrieve"
	"github.com/webchatagent/wca/internal/source/crawl"
	llmfake "github.com/webchatagent/wca/test/fake/llm"
)

// meaning is what the fake model knows and no word list does.
var meaning = [][]string{{"drahtesel", "fahrrad", "rad", "räder", "fahrräder"}, {"gnubbelfix", "inspektion"}}

func embedding(t *testing.T, settings map[string]string, site *shelf, scripts ...llmfake.Script) (*reading, *llmfake.Server) {
	t.Helper()
	server := llmfake.NewEmbedder(t, "openai", meaning, scripts...)
	i := begin(t, settings, append(configured("near", server), "WCA_PROVIDERS_NEAR_REGION=EU",
		"WCA_PROVIDERS_FAR_KIND=compatible", "WCA_PROVIDERS_FAR_BASE_URL=http://127.0.0.1:1/v1")...)
	return i.reads(site), server
}

func (r *reading) embed() {
	r.t.Helper()
	must(r.t, r.app.UpdateVectors(r.t.Context(), r.refreshed()))
	r.bot = r.refreshed()
}

// best is the address of the best passage, found as an answer would.
func (r *reading) best(question string) string {
	r.t.Helper()
	found, err := r.app.Desk.Search(r.t.Context(), r.refreshed(), retrieve.Query{Text: question, K: 1})
	must(r.t, err)
	if len(found.Hits) == 0 {
		return ""
	}
	return found.Hits[0].Passage.Address
}

func TestAModelOutsideMakesTheVectors_D3_D4(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		site := aShop()
		site.pages["/kontakt"] = "Ihre Ansprechpartnerin ist Frau Sabine Kowalczyk, Telefon 0511 / 987 65 43, sabine.kowalczyk@laden.example."
		site.pages["/gift"] = "Dieser Text ist " + llmfake.Poison + " und trotzdem zu finden."
		i, server := embedding(t, settings, site)
		question := "Gnubbelfix?"
		if got := i.best(question); strings.HasSuffix(got, "/preise") {
			t.Fatalf("the words alone find %s: the test proves nothing", got)
		}
		before := i.refreshed().Index
		var shown struct{ Embedding string }
		path := "/v1/bots/" + i.bot.ID
		i.set(func(s *bot.Settings) { s.Embedding = &bot.Embedding{Provider: "near", Name: "text-3"} })
		if i.manage("GET", path, "", &shown); shown.Embedding != "" {
			t.Errorf("%q is in use before there are vectors", shown.Embedding)
		}
		i.ask("", question)
		if n := len(server.Requests()); n != 0 {
			t.Errorf("%d requests for vectors of a question that nothing can be compared with", n)
		}
		i.embed()
		if i.manage("GET", path, "", &shown); shown.Embedding != "near/text-3" || i.bot.Index <= before {
			t.Errorf("in use: %q, index %d", shown.Embedding, i.bot.Index)
		}
		for _, r := range server.Requests() {
			for _, secret := range []string{"Kowalczyk", "987 65 43", "kowalczyk", i.bot.ID, i.key} {
				if strings.Contains(string(r.Body), secret) {
					t.Errorf("%s left the server: %s", secret, r.Body)
				}
			}
		}
		if got := i.best(question); !strings.HasSuffix(got, "/preise") {
			t.Errorf("with vectors: found %s", got)
		}
		asked := len(server.Requests())
		got := i.ask("", "Was kostet ein Gnubbelfix? Meine Adresse ist erika@example.org.")
		if !strings.Contains(got.Text, "49 Euro") {
			t.Errorf("answered %+v", got)
		}
		requests := server.Requests()
		if len(requests) != asked+1 || !strings.Contains(string(requests[asked].Body), "Gnubbelfix") || strings.Contains(string(requests[asked].Body), "erika") {
			t.Errorf("sent for the question: %d requests, %s", len(requests)-asked, requests[len(requests)-1].Body)
		}
		must(t, i.app.DB.Flush(t.Context()))
		var transfers []struct {
			Purpose, Region, Body string
			Categories            map[string]int
		}
		i.manage("GET", path+"/answers/"+got.Answer+"/transfers", "", &transfers)
		if len(transfers) != 1 || transfers[0].Purpose != "embedding" || transfers[0].Region != "EU" || transfers[0].Body != string(requests[asked].Body) || transfers[0].Categories["EMAIL"] != 1 {
			t.Errorf("ledger: %+v", transfers)
		}
		all, err := i.app.DB.Transfers(t.Context(), i.bot.Workspace, i.bot.ID, "")
		must(t, err)
		for _, one := range all {
			if one.Purpose == "embedding" && len(one.Body) > 0 {
				t.Errorf("the ledger keeps passages: %s", one.Body)
			}
		}
		if got := i.best("Text trotzdem finden"); !strings.HasSuffix(got, "/gift") {
			t.Errorf("a page that the model refuses: found %s", got)
		}

		// What is read later gets its vectors, too, and only that.
		asked = len(server.Requests())
		i.change(func() { site.pages["/neu"] = "Ein Ersatzrad für Ihren Anhänger leihen wir kostenlos." })
		i.again(crawl.Rules{})
		i.embed()
		requests = server.Requests()
		if len(requests) != asked+1 || !strings.Contains(string(requests[asked].Body), "Ersatzrad") || strings.Contains(string(requests[asked].Body), "Inspektion") {
			t.Errorf("after a new page: %d requests", len(requests)-asked)
		}

		// Another provider is chosen: the former one is asked nothing any more, and search goes on.
		i.set(func(s *bot.Settings) { s.Embedding = &bot.Embedding{Provider: "far", Name: "m"} })
		asked = len(server.Requests())
		if err := i.app.UpdateVectors(t.Context(), i.refreshed()); err == nil {
			t.Error("a provider that does not answer made vectors")
		}
		if got := i.ask("", "Was kostet eine Inspektion?"); !strings.Contains(got.Text, "49 Euro") || got.Error != "" {
			t.Errorf("while vectors are missing: %+v", got)
		}
		if n := len(server.Requests()); n != asked {
			t.Errorf("%d requests to a provider that is no longer chosen", n-asked)
		}

		// None is chosen: nothing of the vectors is left.
		i.set(func(s *bot.Settings) { s.Embedding = nil })
		i.embed()
		if i.manage("GET", path, "", &shown); i.bot.Embedder != "" {
			t.Errorf("%q is still in use", i.bot.Embedder)
		}
		if got := i.ask("", "Was kostet eine Inspektion?"); !strings.Contains(got.Text, "49 Euro") {
			t.Errorf("without vectors: %+v", got)
		}
	})
}

func TestAVisitorNoticesNothingWhenVectorsFail(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		i, server := embedding(t, settings, aShop(), llmfake.Script{}, llmfake.Script{Status: http.StatusServiceUnavailable})
		i.set(func(s *bot.Settings) { s.Embedding = &bot.Embedding{Provider: "near", Name: "text-3"} })
		i.embed()
		asked := len(server.Requests())
		for n := range 3 {
			if got := i.ask("", fmt.Sprintf("Was kostet eine Inspektion? (%d)", n)); !strings.Contains(got.Text, "49 Euro") || got.Error != "" {
				t.Errorf("answered %+v", got)
			}
		}
		if n := len(server.Requests()) - asked; n != 1 {
			t.Errorf("%d requests: an embedder that failed is left alone for a while", n)
		}
	})
}

func TestVectorsAreMadeInTheBackground(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		i, server := embedding(t, settings, aShop())
		i.set(func(s *bot.Settings) { s.Embedding = &bot.Embedding{Provider: "near", Name: "text-3"} })
		var due []string
		must(t, i.app.Vectors.Due(t.Context(), func(_ context.Context, _, bot string) error { due = append(due, bot); return nil }))
		if len(due) != 1 || due[0] != i.bot.ID {
			t.Fatalf("due: %v", due)
		}
		i.embed()
		due = nil
		must(t, i.app.Vectors.Due(t.Context(), func(_ context.Context, _, bot string) error { due = append(due, bot); return nil }))
		if len(due) != 0 || len(server.Requests()) == 0 {
			t.Errorf("due after all was done: %v", due)
		}
		found, err := i.app.Desk.Search(t.Context(), i.bot, retrieve.Query{Text: "Gnubbelfix", K: 1})
		must(t, err)
		if len(found.Hits) != 1 || !strings.Contains(found.Hits[0].Passage.Text, "Inspektion") {
			t.Errorf("found %+v", found.Hits)
		}
	})
}
