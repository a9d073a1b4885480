package system

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"

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
		flags := map[string]string{"model": "fake/m"}
		for k, v := range settings {
			flags[k] = v
		}
		i := begin(t, flags, "WCA_PROVIDERS_FAKE_KIND=openai", "WCA_PROVIDERS_FAKE_BASE_URL="+model.BaseURL(), "WCA_PROVIDERS_FAKE_KEY="+llmfake.Key, "WCA_PROVIDERS_FAKE_REGION=EU").read()

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

		var transfers []struct {
			Purpose, Recipient, Region, Body, Error string
			LegalBasis                              string `json:"legal_basis"`
			Categories                              map[string]int
			BytesOut                                int64 `json:"bytes_out"`
			BytesIn                                 int64 `json:"bytes_in"`
			Status                                  int
		}
		must(t, i.app.DB.Flush(t.Context()))
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
