package system

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/webchatagent/wca/internal/bot"
	llmfake "github.com/webchatagent/wca/test/fake/llm"
)

// A visitor can take along everything that is stored of them, for programs and for reading: what was
// said, until when it is kept, who answered, what was replaced.
func TestAVisitorTakesTheirDataAlong_E2_K1(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		model := llmfake.New(t, "openai", llmfake.Script{Tokens: []string{"Samstags bis 16 Uhr [1]."}})
		flags := map[string]string{"model": "fake/m-1"}
		for k, v := range settings {
			flags[k] = v
		}
		i := begin(t, flags, "WCA_PROVIDERS_FAKE_KIND=openai", "WCA_PROVIDERS_FAKE_BASE_URL="+model.BaseURL(), "WCA_PROVIDERS_FAKE_KEY="+llmfake.Key).read()
		first := i.ask("", "Wie lange hat der Laden am Samstag geöffnet? Antwort an erika@example.org")
		i.ask(first.Session, "Vielen Dank!")
		var data struct {
			Bot, Then string
			Started   time.Time
			Last      time.Time
			Until     *time.Time `json:"kept_until"`
			Messages  []struct {
				Role, Text string
				By         string `json:"answered_by"`
				Replaced   map[string]int
			}
		}
		r := i.do("GET", i.chat("/session/export"), "", "WCA-Session", first.Session)
		must(t, json.Unmarshal([]byte(i.text(r)), &data))
		if data.Bot != "Radbot" || data.Then != "delete" || data.Until == nil || data.Until.Sub(data.Last) < 89*24*time.Hour || len(data.Messages) != 4 {
			t.Fatalf("got %+v", data)
		}
		if m := data.Messages; m[0].By != "" || !strings.Contains(m[0].Text, "erika@example.org") || m[1].By != "fake/m-1" || m[1].Replaced["EMAIL"] < 1 || m[3].By != "this server" {
			t.Errorf("messages: %+v", m)
		}
		text := i.text(i.do("GET", i.chat("/session/export"), "", "WCA-Session", first.Session, "Accept", "text/plain"))
		for _, want := range []string{"Ihr Gespräch mit Radbot", "erika@example.org", "Sprachmodell fake/m-1", "in den Textstellen: EMAIL", "ohne Sprachmodell", "gelöscht"} {
			if !strings.Contains(text, want) {
				t.Errorf("%q is missing in\n%s", want, text)
			}
		}
		i.wish(first.Session, `{"no_model":true}`, `{"no_model":true,"restricted":false}`)
		i.ask(first.Session, "Wie lange hat der Laden am Samstag geöffnet? Antwort an hugo@example.org")
		text = i.text(i.do("GET", i.chat("/session/export"), "", "WCA-Session", first.Session, "Accept", "text/plain"))
		if _, later, _ := strings.Cut(text, "hugo@example.org"); !strings.Contains(later, "ohne Sprachmodell") || strings.Contains(later, "ersetzt") {
			t.Errorf("after an objection: %s", text)
		}
		zero := 0
		i.set(func(s *bot.Settings) { s.Retention.Days = &zero })
		if text := i.text(i.do("GET", i.chat("/session/export"), "", "WCA-Session", first.Session, "Accept", "text/plain")); !strings.Contains(text, "nicht gespeichert") {
			t.Errorf("without storing: %s", text)
		}
		if r := i.do("GET", i.chat("/session/export"), "", "WCA-Session", "s_somebodyelse"); r.StatusCode == http.StatusOK {
			t.Error("a wrong secret was let in")
		}
	})
}
